/* TCHAR.h: tchar.h by another case: Windows does not tell them apart, Linux does. */
#include "tchar.h"
