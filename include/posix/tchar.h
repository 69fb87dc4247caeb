/*
 * tchar.h: one set of names for char and WCHAR. With _UNICODE they are the functions of WCHAR.
 *
 * A char is a character here, as in a program for Windows without _MBCS: what steps through a string
 * steps from byte to byte.
 */
#ifndef _INC_TCHAR
#define _INC_TCHAR

#include "windef.h"

#if defined(__GLIBC__) && !defined(__USE_XOPEN2K8)
#error "in strict C windows.h or tchar.h comes before the headers of the C library, or -D_DEFAULT_SOURCE is given"
#endif

#include "conio.h"
#include "direct.h"
#include "io.h"
#include "kit/crtenvironment.h"
#include "kit/crtfile.h"
#include "kit/crtpath.h"
#include "kit/crtprint.h"
#include "kit/crtread.h"
#include "kit/crtscan.h"
#include "kit/crtsecure.h"
#include "kit/crtstring.h"
#include "kit/crttime.h"
#include "kit/crttext.h"
#include "kit/wmain.h"

#include <unistd.h>

#ifdef _UNICODE
typedef WCHAR _TCHAR, _TSCHAR, _TUCHAR, _TXCHAR;
typedef wint_t _TINT;
#define _TEOF WEOF
#define _T(quote) L##quote
#define _TEXT(quote) L##quote
#include "kit/tcharwide.h"
#else
typedef char _TCHAR, _TXCHAR;
typedef signed char _TSCHAR;
typedef unsigned char _TUCHAR;
typedef int _TINT;
#define _TEOF EOF
#define _T(quote) quote
#define _TEXT(quote) quote
#include "kit/tcharnarrow.h"
#endif
#define __T(quote) _T(quote)

#define _tclen(string) ((size_t)1)
#define _tccpy(to, from) ((void)(*(to) = *(from)))
#define _tccmp(one, other) ((_TUCHAR)*(one) - (_TUCHAR)*(other))
#define _istlegal(character) 1
#define _istlead(character) 0
#define _istleadbyte(character) 0

#endif /* _INC_TCHAR */
