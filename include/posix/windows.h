/*
 * windows.h: what a WinINet program takes from the header of that name, when it is built on Linux.
 */
#ifndef _WINDOWS_
#define _WINDOWS_

#include <stdlib.h>

#include "guiddef.h"
#include "hresult.h"
#include "windef.h"
#include "winerror.h"

/* How InternetSetFilePointer moves, and what it returns when it fails. */
#define FILE_BEGIN 0
#define FILE_CURRENT 1
#define FILE_END 2
#define INVALID_SET_FILE_POINTER ((DWORD)-1)

/* What FtpGetFileSize returns when it fails. */
#define INVALID_FILE_SIZE ((DWORD)0xFFFFFFFF)

/** What FtpFindFirstFile and InternetFindNextFile find. */
typedef struct _WIN32_FIND_DATAA {
    DWORD dwFileAttributes;
    FILETIME ftCreationTime;
    FILETIME ftLastAccessTime;
    FILETIME ftLastWriteTime;
    DWORD nFileSizeHigh;
    DWORD nFileSizeLow;
    DWORD dwReserved0;
    DWORD dwReserved1;
    CHAR cFileName[MAX_PATH];
    CHAR cAlternateFileName[14];
} WIN32_FIND_DATAA, *PWIN32_FIND_DATAA, *LPWIN32_FIND_DATAA;

/** The wide form of WIN32_FIND_DATAA. */
typedef struct _WIN32_FIND_DATAW {
    DWORD dwFileAttributes;
    FILETIME ftCreationTime;
    FILETIME ftLastAccessTime;
    FILETIME ftLastWriteTime;
    DWORD nFileSizeHigh;
    DWORD nFileSizeLow;
    DWORD dwReserved0;
    DWORD dwReserved1;
    WCHAR cFileName[MAX_PATH];
    WCHAR cAlternateFileName[14];
} WIN32_FIND_DATAW, *PWIN32_FIND_DATAW, *LPWIN32_FIND_DATAW;

#ifdef UNICODE
typedef WIN32_FIND_DATAW WIN32_FIND_DATA, *PWIN32_FIND_DATA, *LPWIN32_FIND_DATA;
#else
typedef WIN32_FIND_DATAA WIN32_FIND_DATA, *PWIN32_FIND_DATA, *LPWIN32_FIND_DATA;
#endif

/** The error code of the last function that failed on this thread. */
EXTERN_C DWORD WINAPI GetLastError(void);

/** Sets the error code of this thread. */
EXTERN_C void WINAPI SetLastError(DWORD dwErrCode);

/** Frees what the library has allocated for the program, and returns NULL. */
static inline HLOCAL LocalFree(HLOCAL hMem)
{
    free(hMem);
    return NULL;
}

/** The same, by another name. */
static inline HGLOBAL GlobalFree(HGLOBAL hMem)
{
    free(hMem);
    return NULL;
}

#endif /* _WINDOWS_ */
