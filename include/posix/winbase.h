/* winbase.h: strings by their old names, and the parts that have headers of their own. */
#ifndef _WINBASE_
#define _WINBASE_

#include "consoleapi.h"
#include "kit/environment.h"
#include "errhandlingapi.h"
#include "fileapi.h"
#include "kit/formatmessage.h"
#include "handleapi.h"
#include "heapapi.h"
#include "kit/localalloc.h"
#include "interlockedapi.h"
#include "ioapiset.h"
#include "libloaderapi.h"
#include "minwinbase.h"
#include "kit/paths.h"
#include "processthreadsapi.h"
#include "kit/systeminfo.h"
#include "kit/comparestring.h"
#include "stringapiset.h"
#include "synchapi.h"
#include "sysinfoapi.h"

#include <strings.h>
#include <wchar.h>

WININET_INLINE int lstrlenA(LPCSTR lpString)
{
    return lpString == NULL ? 0 : (int)strlen(lpString);
}

WININET_INLINE int lstrlenW(LPCWSTR lpString)
{
    return lpString == NULL ? 0 : (int)wcslen(lpString);
}

WININET_INLINE LPSTR lstrcpyA(LPSTR lpString1, LPCSTR lpString2)
{
    return strcpy(lpString1, lpString2);
}

WININET_INLINE LPWSTR lstrcpyW(LPWSTR lpString1, LPCWSTR lpString2)
{
    return wcscpy(lpString1, lpString2);
}

/* At most iMaxLength - 1 characters and a NUL. */
WININET_INLINE LPSTR lstrcpynA(LPSTR lpString1, LPCSTR lpString2, int iMaxLength)
{
    char *to = lpString1;
    for (; iMaxLength > 1 && *lpString2 != '\0'; iMaxLength--) {
        *to++ = *lpString2++;
    }
    if (iMaxLength > 0) {
        *to = '\0';
    }
    return lpString1;
}

WININET_INLINE LPWSTR lstrcpynW(LPWSTR lpString1, LPCWSTR lpString2, int iMaxLength)
{
    WCHAR *to = lpString1;
    for (; iMaxLength > 1 && *lpString2 != L'\0'; iMaxLength--) {
        *to++ = *lpString2++;
    }
    if (iMaxLength > 0) {
        *to = L'\0';
    }
    return lpString1;
}

WININET_INLINE LPSTR lstrcatA(LPSTR lpString1, LPCSTR lpString2)
{
    return strcat(lpString1, lpString2);
}

WININET_INLINE LPWSTR lstrcatW(LPWSTR lpString1, LPCWSTR lpString2)
{
    return wcscat(lpString1, lpString2);
}

/* By the values of the characters, not by the words of a language. */
WININET_INLINE int lstrcmpA(LPCSTR lpString1, LPCSTR lpString2)
{
    return strcmp(lpString1, lpString2);
}

WININET_INLINE int lstrcmpW(LPCWSTR lpString1, LPCWSTR lpString2)
{
    return wcscmp(lpString1, lpString2);
}

WININET_INLINE int lstrcmpiA(LPCSTR lpString1, LPCSTR lpString2)
{
    return strcasecmp(lpString1, lpString2);
}

WININET_INLINE int lstrcmpiW(LPCWSTR lpString1, LPCWSTR lpString2)
{
    return wcscasecmp(lpString1, lpString2);
}

#ifdef UNICODE
#define lstrlen lstrlenW
#define lstrcpy lstrcpyW
#define lstrcpyn lstrcpynW
#define lstrcat lstrcatW
#define lstrcmp lstrcmpW
#define lstrcmpi lstrcmpiW
#else
#define lstrlen lstrlenA
#define lstrcpy lstrcpyA
#define lstrcpyn lstrcpynA
#define lstrcat lstrcatA
#define lstrcmp lstrcmpA
#define lstrcmpi lstrcmpiA
#endif

#endif /* _WINBASE_ */
