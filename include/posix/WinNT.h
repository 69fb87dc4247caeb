/* WinNT.h: winnt.h by another case: Windows does not tell them apart, Linux does. */
#include "winnt.h"
