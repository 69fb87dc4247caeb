/* errhandlingapi.h: the last error of each thread. The library has it; link with -lwininet. */
#ifndef _ERRHANDLING_H_
#define _ERRHANDLING_H_

#include "windef.h"

/** The error code of the last function that failed on this thread. */
EXTERN_C DWORD WINAPI GetLastError(void);

/** Sets the error code of this thread. */
EXTERN_C void WINAPI SetLastError(DWORD dwErrCode);

#define SEM_FAILCRITICALERRORS 0x0001
#define SEM_NOGPFAULTERRORBOX 0x0002
#define SEM_NOALIGNMENTFAULTEXCEPT 0x0004
#define SEM_NOOPENFILEERRORBOX 0x8000

#endif /* _ERRHANDLING_H_ */
