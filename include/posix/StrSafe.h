/* StrSafe.h: strsafe.h by another case: Windows does not tell them apart, Linux does. */
#include "strsafe.h"
