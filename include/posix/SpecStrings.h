/* SpecStrings.h: specstrings.h by another case: Windows does not tell them apart, Linux does. */
#include "specstrings.h"
