/* WinBase.h: winbase.h by another case: Windows does not tell them apart, Linux does. */
#include "winbase.h"
