/*
 * tchar.h: the short names of TEXT(), when a program is built on Linux.
 */
#ifndef _INC_TCHAR
#define _INC_TCHAR

#include "windef.h"

#ifdef _UNICODE
#define _T(quote) L##quote
#define _TEXT(quote) L##quote
#else
#define _T(quote) quote
#define _TEXT(quote) quote
#endif

#endif /* _INC_TCHAR */
