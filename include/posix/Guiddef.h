/* Guiddef.h: guiddef.h by another case: Windows does not tell them apart, Linux does. */
#include "guiddef.h"
