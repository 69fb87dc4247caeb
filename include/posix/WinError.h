/* WinError.h: winerror.h by another case: Windows does not tell them apart, Linux does. */
#include "winerror.h"
