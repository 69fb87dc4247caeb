/* consoleapi.h: the standard streams as handles, and what a debugger would be told. */
#ifndef _APISETCONSOLE_
#define _APISETCONSOLE_

#include "fileapi.h"
#include "kit/formats.h"

#define STD_INPUT_HANDLE ((DWORD)-10)
#define STD_OUTPUT_HANDLE ((DWORD)-11)
#define STD_ERROR_HANDLE ((DWORD)-12)

EXTERN_C_START
WININET_SHARED HANDLE wininet_standard[3] = {NULL, NULL, NULL};
EXTERN_C_END

/** A handle of stdin, stdout or stderr, the same one each time. Streams of stdio have buffers of their own. */
WININET_INLINE HANDLE GetStdHandle(DWORD nStdHandle)
{
    const DWORD which = STD_INPUT_HANDLE - nStdHandle;
    struct wininet_object *file;
    HANDLE standard;
    if (which > 2) {
        SetLastError(ERROR_INVALID_HANDLE);
        return INVALID_HANDLE_VALUE;
    }
    file = wininet_new_object(WININET_FILE);
    if (file == NULL) {
        return INVALID_HANDLE_VALUE;
    }
    file->descriptor = (int)which;
    pthread_mutex_lock(&wininet_lock);
    if (wininet_standard[which] == NULL ||
        wininet_lookup(wininet_standard[which], WININET_FILE) == NULL) {
        wininet_insert(file);
        wininet_standard[which] = file;
        file = NULL;
    }
    standard = wininet_standard[which];
    pthread_mutex_unlock(&wininet_lock);
    free(file);
    return standard;
}

WININET_INLINE BOOL WriteConsoleA(HANDLE hConsoleOutput, const VOID *lpBuffer,
    DWORD nNumberOfCharsToWrite, LPDWORD lpNumberOfCharsWritten, LPVOID lpReserved)
{
    (void)lpReserved;
    return WriteFile(hConsoleOutput, lpBuffer, nNumberOfCharsToWrite, lpNumberOfCharsWritten, NULL);
}

WININET_INLINE BOOL WriteConsoleW(HANDLE hConsoleOutput, const VOID *lpBuffer,
    DWORD nNumberOfCharsToWrite, LPDWORD lpNumberOfCharsWritten, LPVOID lpReserved)
{
    const WCHAR *wide = (const WCHAR *)lpBuffer;
    const int size = WideCharToMultiByte(CP_UTF8, 0, wide, (int)nNumberOfCharsToWrite, NULL, 0, NULL, NULL);
    char *bytes = (char *)malloc((size_t)size + 1);
    DWORD written = 0;
    BOOL done = FALSE;
    (void)lpReserved;
    if (bytes == NULL) {
        return wininet_fail(ERROR_NOT_ENOUGH_MEMORY);
    }
    if (size > 0) {
        WideCharToMultiByte(CP_UTF8, 0, wide, (int)nNumberOfCharsToWrite, bytes, size, NULL, NULL);
        done = WriteFile(hConsoleOutput, bytes, (DWORD)size, &written, NULL);
    }
    free(bytes);
    if (lpNumberOfCharsWritten != NULL) {
        *lpNumberOfCharsWritten = done ? nNumberOfCharsToWrite : 0;
    }
    return done || nNumberOfCharsToWrite == 0;
}

WININET_INLINE BOOL SetConsoleOutputCP(UINT wCodePageID)
{
    return wCodePageID == CP_UTF8 || wininet_fail(ERROR_INVALID_PARAMETER);
}

WININET_INLINE UINT GetConsoleOutputCP(void)
{
    return CP_UTF8;
}

/** To stderr: there is no debugger that listens. */
WININET_INLINE void OutputDebugStringA(LPCSTR lpOutputString)
{
    if (lpOutputString != NULL) {
        wininet_write(stderr, lpOutputString, strlen(lpOutputString));
    }
}

WININET_INLINE void OutputDebugStringW(LPCWSTR lpOutputString)
{
    char *narrow = wininet_narrow(lpOutputString);
    OutputDebugStringA(narrow);
    free(narrow);
}

WININET_INLINE BOOL IsDebuggerPresent(void)
{
    return FALSE;
}

#define DebugBreak() __builtin_trap()

#ifdef UNICODE
#define WriteConsole WriteConsoleW
#define OutputDebugString OutputDebugStringW
#else
#define WriteConsole WriteConsoleA
#define OutputDebugString OutputDebugStringA
#endif

#endif /* _APISETCONSOLE_ */
