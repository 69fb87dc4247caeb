/* windowsx.h: of all of it, what it has for memory. The rest is about windows. */
#ifndef _INC_WINDOWSX
#define _INC_WINDOWSX

#include "kit/localalloc.h"

#define GlobalPtrHandle(address) ((HGLOBAL)GlobalHandle(address))
#define GlobalLockPtr(address) ((BOOL)(GlobalLock(GlobalPtrHandle(address)) != NULL))
#define GlobalUnlockPtr(address) GlobalUnlock(GlobalPtrHandle(address))
#define GlobalAllocPtr(flags, bytes) (GlobalLock(GlobalAlloc((flags), (bytes))))
#define GlobalReAllocPtr(address, bytes, flags) \
    (GlobalUnlockPtr(address), GlobalLock(GlobalReAlloc(GlobalPtrHandle(address), (bytes), (flags))))
#define GlobalFreePtr(address) (GlobalUnlockPtr(address), (BOOL)(ULONG_PTR)GlobalFree(GlobalPtrHandle(address)))

#endif /* _INC_WINDOWSX */
