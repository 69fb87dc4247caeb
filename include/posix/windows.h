/*
 * windows.h: what a WinINet program takes from the header of that name, when it is built on Linux.
 */
#ifndef _WINDOWS_
#define _WINDOWS_

#include <stdlib.h>

#include "windef.h"
#include "winerror.h"

/** The error code of the last function that failed on this thread. */
EXTERN_C DWORD WINAPI GetLastError(void);

/** Sets the error code of this thread. */
EXTERN_C void WINAPI SetLastError(DWORD dwErrCode);

/** Frees a string that InternetQueryOption has allocated for the program, and returns NULL. */
static inline HGLOBAL GlobalFree(HGLOBAL hMem)
{
    free(hMem);
    return NULL;
}

#endif /* _WINDOWS_ */
