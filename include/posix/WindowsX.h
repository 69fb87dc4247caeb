/* WindowsX.h: windowsx.h by another case: Windows does not tell them apart, Linux does. */
#include "windowsx.h"
