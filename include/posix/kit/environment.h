/*
 * environment.h: setting variables, putting them into strings, full names, and the name of the machine.
 * Of the kit's own: on Windows it is in processenv.h, fileapi.h and winbase.h, and winbase.h includes it.
 */
#ifndef _WININET_ENVIRONMENT_H
#define _WININET_ENVIRONMENT_H

#include "crtpath.h"
#include "formats.h"
#include "paths.h"

#define MAX_COMPUTERNAME_LENGTH 15

/** Sets a variable; NULL removes it. */
WININET_INLINE BOOL SetEnvironmentVariableA(LPCSTR lpName, LPCSTR lpValue)
{
    if (lpName == NULL) {
        return wininet_fail(ERROR_INVALID_PARAMETER);
    }
    return (lpValue == NULL ? unsetenv(lpName) : setenv(lpName, lpValue, 1)) == 0 || wininet_fail_errno();
}

WININET_INLINE BOOL SetEnvironmentVariableW(LPCWSTR lpName, LPCWSTR lpValue)
{
    char *name = wininet_narrow(lpName), *value = wininet_narrow(lpValue);
    const BOOL done = SetEnvironmentVariableA(name, value);
    free(name);
    free(value);
    return done;
}

/* A string with the values of what stands between percent signs; what is not set stays. To be freed. */
WININET_INLINE char *wininet_expand(const char *from)
{
    struct wininet_text text = {NULL, 0, 0, FALSE};
    wininet_append(&text, "", 0);
    while (from != NULL && *from != '\0') {
        const char *end = *from == '%' ? strchr(from + 1, '%') : NULL;
        char *name = end == NULL ? NULL : strndup(from + 1, (size_t)(end - from - 1));
        const char *value = name == NULL ? NULL : getenv(name);
        if (value != NULL) {
            wininet_append(&text, value, strlen(value));
            from = end + 1;
        } else {
            wininet_append(&text, from++, 1);
        }
        free(name);
    }
    return text.at;
}

/** The length with the NUL, of what was written or of what there is no room for. */
WININET_INLINE DWORD ExpandEnvironmentStringsA(LPCSTR lpSrc, LPSTR lpDst, DWORD nSize)
{
    char *text = wininet_expand(lpSrc);
    const DWORD length = text == NULL ? 0 : (DWORD)strlen(text) + 1;
    if (text != NULL && length <= nSize) {
        memcpy(lpDst, text, length);
    }
    free(text);
    return length;
}

WININET_INLINE DWORD ExpandEnvironmentStringsW(LPCWSTR lpSrc, LPWSTR lpDst, DWORD nSize)
{
    char *narrow = wininet_narrow(lpSrc), *text = wininet_expand(narrow);
    WCHAR *wide = wininet_widen(text);
    const DWORD length = wide == NULL ? 0 : (DWORD)wcslen(wide) + 1;
    if (wide != NULL && length <= nSize) {
        memcpy(lpDst, wide, length * sizeof(WCHAR));
    }
    free(narrow);
    free(text);
    free(wide);
    return length;
}

/** The name from the root, and where in it the last part begins; NULL if that is empty. */
WININET_INLINE DWORD GetFullPathNameA(LPCSTR lpFileName, DWORD nBufferLength, LPSTR lpBuffer, LPSTR *lpFilePart)
{
    char *path = lpFileName == NULL || *lpFileName == '\0' ? NULL : _fullpath(NULL, lpFileName, 0);
    DWORD length;
    if (path == NULL) {
        return (DWORD)wininet_fail(ERROR_INVALID_NAME);
    }
    length = wininet_give(path, nBufferLength, lpBuffer);
    if (length < nBufferLength && lpFilePart != NULL) {
        char *last = strrchr(lpBuffer, '/') + 1;
        *lpFilePart = *last == '\0' ? NULL : last;
    }
    free(path);
    return length;
}

WININET_INLINE DWORD GetFullPathNameW(LPCWSTR lpFileName, DWORD nBufferLength, LPWSTR lpBuffer,
    LPWSTR *lpFilePart)
{
    char *name = wininet_narrow(lpFileName), *path = name == NULL || *name == '\0' ? NULL : _fullpath(NULL, name, 0);
    DWORD length;
    free(name);
    if (path == NULL) {
        return (DWORD)wininet_fail(ERROR_INVALID_NAME);
    }
    length = wininet_give_wide(path, nBufferLength, lpBuffer);
    if (length < nBufferLength && lpFilePart != NULL) {
        WCHAR *last = wcsrchr(lpBuffer, L'/') + 1;
        *lpFilePart = *last == L'\0' ? NULL : last;
    }
    free(path);
    return length;
}

WININET_INLINE BOOL SetCurrentDirectoryA(LPCSTR lpPathName)
{
    return wininet_with_path(chdir, lpPathName);
}

WININET_INLINE BOOL SetCurrentDirectoryW(LPCWSTR lpPathName)
{
    char *name = wininet_narrow(lpPathName);
    const BOOL done = SetCurrentDirectoryA(name);
    free(name);
    return done;
}

/** The host's name. The size is that of the buffer, and becomes the length; or what is needed. */
WININET_INLINE BOOL GetComputerNameA(LPSTR lpBuffer, LPDWORD nSize)
{
    char name[256] = "";
    DWORD length;
    if (gethostname(name, sizeof(name) - 1) != 0) {
        return wininet_fail_errno();
    }
    length = wininet_give(name, *nSize, lpBuffer);
    if (length >= *nSize) {
        *nSize = length;
        return wininet_fail(ERROR_BUFFER_OVERFLOW);
    }
    *nSize = length;
    return TRUE;
}

WININET_INLINE BOOL GetComputerNameW(LPWSTR lpBuffer, LPDWORD nSize)
{
    char name[256] = "";
    DWORD length;
    if (gethostname(name, sizeof(name) - 1) != 0) {
        return wininet_fail_errno();
    }
    length = wininet_give_wide(name, *nSize, lpBuffer);
    if (length >= *nSize) {
        *nSize = length;
        return wininet_fail(ERROR_BUFFER_OVERFLOW);
    }
    *nSize = length;
    return TRUE;
}

/** number * numerator / denominator, rounded; -1 if it does not fit. */
WININET_INLINE int MulDiv(int nNumber, int nNumerator, int nDenominator)
{
    const LONGLONG product = (LONGLONG)nNumber * nNumerator, by = nDenominator;
    LONGLONG half, result;
    if (by == 0) {
        return -1;
    }
    half = (by < 0 ? -by : by) / 2;
    result = (product < 0 ? product - half : product + half) / by;
    return result > 0x7FFFFFFF || result < -0x7FFFFFFF - 1 ? -1 : (int)result;
}

#ifdef UNICODE
#define SetEnvironmentVariable SetEnvironmentVariableW
#define ExpandEnvironmentStrings ExpandEnvironmentStringsW
#define GetFullPathName GetFullPathNameW
#define SetCurrentDirectory SetCurrentDirectoryW
#define GetComputerName GetComputerNameW
#else
#define SetEnvironmentVariable SetEnvironmentVariableA
#define ExpandEnvironmentStrings ExpandEnvironmentStringsA
#define GetFullPathName GetFullPathNameA
#define SetCurrentDirectory SetCurrentDirectoryA
#define GetComputerName GetComputerNameA
#endif

#endif /* _WININET_ENVIRONMENT_H */
