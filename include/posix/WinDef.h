/* WinDef.h: windef.h by another case: Windows does not tell them apart, Linux does. */
#include "windef.h"
