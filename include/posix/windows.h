/*
 * windows.h: what a WinINet program takes from the header of that name, when it is built on Linux.
 */
#ifndef _WINDOWS_
#define _WINDOWS_

#include "windef.h"
#include "winerror.h"

/** The error code of the last function that failed on this thread. */
EXTERN_C DWORD WINAPI GetLastError(void);

/** Sets the error code of this thread. */
EXTERN_C void WINAPI SetLastError(DWORD dwErrCode);

#endif /* _WINDOWS_ */
