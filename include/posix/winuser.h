/* winuser.h: of all of it, the functions for strings. */
#ifndef _WINUSER_
#define _WINUSER_

#include "kit/characters.h"
#include "kit/crtprint.h"

/* As on Windows a buffer of 1024 characters is enough, whatever the arguments are. */
#define WININET_LIMIT 1024

WININET_INLINE int wvsprintfA(LPSTR buffer, LPCSTR format, va_list list)
{
    const int length = wininet_vsnprintf(buffer, WININET_LIMIT, format, list);
    return length < WININET_LIMIT ? length : WININET_LIMIT - 1;
}

WININET_INLINE int wvsprintfW(LPWSTR buffer, LPCWSTR format, va_list list)
{
    const int length = wininet_vsnwprintf(buffer, WININET_LIMIT, format, list);
    return length < WININET_LIMIT ? length : WININET_LIMIT - 1;
}

WININET_VARIADIC(wsprintfA, wvsprintfA, (LPSTR buffer, LPCSTR format, ...),
    (buffer, format, list))
WININET_VARIADIC(wsprintfW, wvsprintfW, (LPWSTR buffer, LPCWSTR format, ...),
    (buffer, format, list))

/* InternetErrorDlg is given it. It shows no dialog here. */
WININET_INLINE HWND GetDesktopWindow(void)
{
    return NULL;
}

#ifdef UNICODE
#define wsprintf wsprintfW
#define wvsprintf wvsprintfW
#else
#define wsprintf wsprintfA
#define wvsprintf wvsprintfA
#endif

#endif /* _WINUSER_ */
