/* WinUser.h: winuser.h by another case: Windows does not tell them apart, Linux does. */
#include "winuser.h"
