/*
 * windows.h: what a WinINet program takes from the header of that name, when it is built on Linux.
 */
#ifndef _WINDOWS_
#define _WINDOWS_

#include <stdlib.h>

#include "windef.h"
#include "winerror.h"

/* How InternetSetFilePointer moves, and what it returns when it fails. */
#define FILE_BEGIN 0
#define FILE_CURRENT 1
#define FILE_END 2
#define INVALID_SET_FILE_POINTER ((DWORD)-1)

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
