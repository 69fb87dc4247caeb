/* Windows.h: windows.h by another case: Windows does not tell them apart, Linux does. */
#include "windows.h"
