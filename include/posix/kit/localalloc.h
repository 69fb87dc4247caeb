/*
 * localalloc.h: memory of LocalAlloc and GlobalAlloc, which is malloc's: what the library allocates
 * is freed by LocalFree or GlobalFree. Of the kit's own: on Windows it is in winbase.h.
 */
#ifndef _WININET_LOCALALLOC_H
#define _WININET_LOCALALLOC_H

#include "../errhandlingapi.h"
#include "../windef.h"
#include "../winerror.h"

#include <malloc.h>
#include <stdlib.h>
#include <string.h>

#define LMEM_FIXED 0x0000
#define LMEM_MOVEABLE 0x0002
#define LMEM_ZEROINIT 0x0040
#define LMEM_NOCOMPACT 0x0010
#define LMEM_NODISCARD 0x0020
#define LMEM_MODIFY 0x0080
#define LMEM_DISCARDABLE 0x0F00
#define LMEM_DISCARDED 0x4000
#define LMEM_LOCKCOUNT 0x00FF
#define LMEM_INVALID_HANDLE 0x8000
#define LPTR (LMEM_FIXED | LMEM_ZEROINIT)
#define LHND (LMEM_MOVEABLE | LMEM_ZEROINIT)
#define NONZEROLPTR LMEM_FIXED
#define GMEM_FIXED 0x0000
#define GMEM_MOVEABLE 0x0002
#define GMEM_ZEROINIT 0x0040
#define GMEM_NOCOMPACT 0x0010
#define GMEM_NODISCARD 0x0020
#define GMEM_MODIFY 0x0080
#define GMEM_DISCARDABLE 0x0100
#define GMEM_SHARE 0x2000
#define GMEM_DDESHARE 0x2000
#define GMEM_DISCARDED 0x4000
#define GMEM_LOCKCOUNT 0x00FF
#define GMEM_INVALID_HANDLE 0x8000
#define GPTR (GMEM_FIXED | GMEM_ZEROINIT)
#define GHND (GMEM_MOVEABLE | GMEM_ZEROINIT)

#define ZeroMemory(destination, length) memset((destination), 0, (length))
#define FillMemory(destination, length, fill) memset((destination), (fill), (length))
#define CopyMemory(destination, source, length) memcpy((destination), (source), (length))
#define MoveMemory(destination, source, length) memmove((destination), (source), (length))
#define RtlZeroMemory ZeroMemory
#define RtlCopyMemory CopyMemory
#define RtlMoveMemory MoveMemory
#define RtlFillMemory FillMemory
#define RtlSecureZeroMemory SecureZeroMemory
#define RtlEqualMemory(one, other, length) (memcmp((one), (other), (length)) == 0)

WININET_INLINE PVOID SecureZeroMemory(PVOID ptr, SIZE_T cnt)
{
    volatile char *at = (volatile char *)ptr;
    while (cnt-- > 0) {
        *at++ = 0;
    }
    return ptr;
}

/*
 * As much as malloc gives anyway, so that a block has no bytes that the program has not asked for,
 * which would not be zero when it grows into them. Never nothing.
 */
WININET_INLINE SIZE_T wininet_room(SIZE_T size)
{
    const SIZE_T unit = 2 * sizeof(SIZE_T), taken = sizeof(SIZE_T);
    const SIZE_T room = (size + taken + unit - 1) / unit * unit - taken;
    return room < size ? size : room < unit ? unit + taken : room;
}

WININET_INLINE HLOCAL LocalAlloc(UINT uFlags, SIZE_T uBytes)
{
    const SIZE_T room = wininet_room(uBytes);
    void *memory = uFlags & LMEM_ZEROINIT ? calloc(1, room) : malloc(room);
    if (memory == NULL) {
        SetLastError(ERROR_NOT_ENOUGH_MEMORY);
    }
    return memory;
}

/**
 * Changes the size. With LMEM_ZEROINIT what lies behind LocalSize is zero. With LMEM_MODIFY it changes
 * the kind of the block, of which there is but one.
 */
WININET_INLINE HLOCAL LocalReAlloc(HLOCAL hMem, SIZE_T uBytes, UINT uFlags)
{
    const SIZE_T room = wininet_room(uBytes), before = malloc_usable_size(hMem);
    char *memory;
    if (uFlags & LMEM_MODIFY) {
        return hMem;
    }
    memory = (char *)realloc(hMem, room);
    if (memory == NULL) {
        SetLastError(ERROR_NOT_ENOUGH_MEMORY);
    } else if (uFlags & LMEM_ZEROINIT && room > before) {
        memset(memory + before, 0, room - before);
    }
    return memory;
}

/** The size, which may be somewhat more than was asked for. */
WININET_INLINE SIZE_T LocalSize(HLOCAL hMem)
{
    return malloc_usable_size(hMem);
}

/** Frees memory, also what the library has allocated for the program, and returns NULL. */
WININET_INLINE HLOCAL LocalFree(HLOCAL hMem)
{
    free(hMem);
    return NULL;
}

/* A handle is the address here, so that there is nothing to lock. */
WININET_INLINE LPVOID LocalLock(HLOCAL hMem)
{
    return hMem;
}

WININET_INLINE BOOL LocalUnlock(HLOCAL hMem)
{
    (void)hMem;
    SetLastError(NO_ERROR);
    return FALSE;
}

/* No block is locked or discarded. */
WININET_INLINE UINT LocalFlags(HLOCAL hMem)
{
    if (hMem == NULL) {
        SetLastError(ERROR_INVALID_HANDLE);
        return LMEM_INVALID_HANDLE;
    }
    return 0;
}

/** The handle of a block, by its address. */
WININET_INLINE HLOCAL LocalHandle(LPCVOID pMem)
{
    if (pMem == NULL) {
        SetLastError(ERROR_INVALID_HANDLE);
    }
    return (HLOCAL)(uintptr_t)pMem;
}

WININET_INLINE HGLOBAL GlobalAlloc(UINT uFlags, SIZE_T dwBytes)
{
    return LocalAlloc(uFlags, dwBytes);
}

WININET_INLINE HGLOBAL GlobalReAlloc(HGLOBAL hMem, SIZE_T dwBytes, UINT uFlags)
{
    return LocalReAlloc(hMem, dwBytes, uFlags);
}

WININET_INLINE SIZE_T GlobalSize(HGLOBAL hMem)
{
    return LocalSize(hMem);
}

WININET_INLINE HGLOBAL GlobalFree(HGLOBAL hMem)
{
    return LocalFree(hMem);
}

WININET_INLINE LPVOID GlobalLock(HGLOBAL hMem)
{
    return LocalLock(hMem);
}

WININET_INLINE BOOL GlobalUnlock(HGLOBAL hMem)
{
    return LocalUnlock(hMem);
}

WININET_INLINE UINT GlobalFlags(HGLOBAL hMem)
{
    return LocalFlags(hMem);
}

WININET_INLINE HGLOBAL GlobalHandle(LPCVOID pMem)
{
    return LocalHandle(pMem);
}

#endif /* _WININET_LOCALALLOC_H */
