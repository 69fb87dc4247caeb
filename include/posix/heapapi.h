/* heapapi.h: heaps. Their blocks are of their own kind, as on Windows: HeapFree frees them. */
#ifndef _HEAPAPI_H_
#define _HEAPAPI_H_

#include "errhandlingapi.h"
#include "windef.h"
#include "winerror.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#define HEAP_NO_SERIALIZE 0x00000001
#define HEAP_GROWABLE 0x00000002
#define HEAP_GENERATE_EXCEPTIONS 0x00000004
#define HEAP_ZERO_MEMORY 0x00000008
#define HEAP_REALLOC_IN_PLACE_ONLY 0x00000010

/* What stands before each block of a heap. Its size keeps what follows aligned. */
struct wininet_block {
    struct wininet_block *next, *previous;
    SIZE_T size;
    SIZE_T unused;
};

/* The thread that has the lock may take it again: HeapLock keeps it. */
struct wininet_heap {
    pthread_mutex_t lock;
    struct wininet_block first;
    pthread_t owner;
    DWORD depth;
};

EXTERN_C_START
WININET_SHARED struct wininet_heap wininet_process_heap = {PTHREAD_MUTEX_INITIALIZER,
    {NULL, NULL, 0, 0}, 0, 0};
EXTERN_C_END

/* No thread is 0, and no other makes the owner this one. */
WININET_INLINE void wininet_lock_heap(struct wininet_heap *heap)
{
    const pthread_t self = pthread_self();
    if (__atomic_load_n(&heap->owner, __ATOMIC_RELAXED) != self) {
        pthread_mutex_lock(&heap->lock);
        __atomic_store_n(&heap->owner, self, __ATOMIC_RELAXED);
    }
    heap->depth++;
}

WININET_INLINE void wininet_unlock_heap(struct wininet_heap *heap)
{
    if (--heap->depth == 0) {
        __atomic_store_n(&heap->owner, 0, __ATOMIC_RELAXED);
        pthread_mutex_unlock(&heap->lock);
    }
}

WININET_INLINE HANDLE GetProcessHeap(void)
{
    return &wininet_process_heap;
}

/** A heap of its own. It grows without a limit. */
WININET_INLINE HANDLE HeapCreate(DWORD flOptions, SIZE_T dwInitialSize, SIZE_T dwMaximumSize)
{
    struct wininet_heap *heap = (struct wininet_heap *)calloc(1, sizeof(*heap));
    (void)flOptions;
    (void)dwInitialSize;
    (void)dwMaximumSize;
    if (heap == NULL) {
        SetLastError(ERROR_NOT_ENOUGH_MEMORY);
    } else {
        pthread_mutex_init(&heap->lock, NULL);
    }
    return heap;
}

WININET_INLINE void wininet_link_block(struct wininet_heap *heap, struct wininet_block *block)
{
    wininet_lock_heap(heap);
    block->next = heap->first.next;
    block->previous = &heap->first;
    if (block->next != NULL) {
        block->next->previous = block;
    }
    heap->first.next = block;
    wininet_unlock_heap(heap);
}

WININET_INLINE void wininet_unlink_block(struct wininet_heap *heap, struct wininet_block *block)
{
    wininet_lock_heap(heap);
    block->previous->next = block->next;
    if (block->next != NULL) {
        block->next->previous = block->previous;
    }
    wininet_unlock_heap(heap);
}

/** Frees a heap, with all that is in it. */
WININET_INLINE BOOL HeapDestroy(HANDLE hHeap)
{
    struct wininet_heap *heap = (struct wininet_heap *)hHeap;
    if (heap == NULL || heap == &wininet_process_heap) {
        SetLastError(ERROR_INVALID_HANDLE);
        return FALSE;
    }
    while (heap->first.next != NULL) {
        struct wininet_block *block = heap->first.next;
        heap->first.next = block->next;
        free(block);
    }
    pthread_mutex_destroy(&heap->lock);
    free(heap);
    return TRUE;
}

WININET_INLINE LPVOID HeapAlloc(HANDLE hHeap, DWORD dwFlags, SIZE_T dwBytes)
{
    struct wininet_block *block = NULL;
    if (dwBytes <= SIZE_MAX - sizeof(*block)) {
        block = (struct wininet_block *)malloc(sizeof(*block) + dwBytes);
    }
    if (block == NULL) {
        SetLastError(ERROR_NOT_ENOUGH_MEMORY);
        return NULL;
    }
    block->size = dwBytes;
    wininet_link_block((struct wininet_heap *)hHeap, block);
    if (dwFlags & HEAP_ZERO_MEMORY) {
        memset(block + 1, 0, dwBytes);
    }
    return block + 1;
}

WININET_INLINE BOOL HeapFree(HANDLE hHeap, DWORD dwFlags, LPVOID lpMem)
{
    (void)dwFlags;
    if (lpMem != NULL) {
        struct wininet_block *block = (struct wininet_block *)lpMem - 1;
        wininet_unlink_block((struct wininet_heap *)hHeap, block);
        free(block);
    }
    return TRUE;
}

WININET_INLINE SIZE_T HeapSize(HANDLE hHeap, DWORD dwFlags, LPCVOID lpMem)
{
    (void)hHeap;
    (void)dwFlags;
    return ((const struct wininet_block *)lpMem - 1)->size;
}

WININET_INLINE LPVOID HeapReAlloc(HANDLE hHeap, DWORD dwFlags, LPVOID lpMem, SIZE_T dwBytes)
{
    const SIZE_T before = HeapSize(hHeap, 0, lpMem);
    void *memory = NULL;
    if (dwFlags & HEAP_REALLOC_IN_PLACE_ONLY && dwBytes > before) {
        SetLastError(ERROR_NOT_ENOUGH_MEMORY);
        return NULL;
    }
    if (dwFlags & HEAP_REALLOC_IN_PLACE_ONLY) {
        ((struct wininet_block *)lpMem - 1)->size = dwBytes;
        return lpMem;
    }
    memory = HeapAlloc(hHeap, dwFlags, dwBytes);
    if (memory != NULL) {
        memcpy(memory, lpMem, before < dwBytes ? before : dwBytes);
        HeapFree(hHeap, 0, lpMem);
    }
    return memory;
}

/** Keeps all other threads from the heap. */
WININET_INLINE BOOL HeapLock(HANDLE hHeap)
{
    wininet_lock_heap((struct wininet_heap *)hHeap);
    return TRUE;
}

WININET_INLINE BOOL HeapUnlock(HANDLE hHeap)
{
    struct wininet_heap *heap = (struct wininet_heap *)hHeap;
    if (__atomic_load_n(&heap->owner, __ATOMIC_RELAXED) != pthread_self()) {
        SetLastError(ERROR_NOT_LOCKED);
        return FALSE;
    }
    wininet_unlock_heap(heap);
    return TRUE;
}

/** Whether a block is one of the heap's; of NULL, whether all of its blocks are as they should be. */
WININET_INLINE BOOL HeapValidate(HANDLE hHeap, DWORD dwFlags, LPCVOID lpMem)
{
    struct wininet_heap *heap = (struct wininet_heap *)hHeap;
    const struct wininet_block *before = &heap->first, *at;
    BOOL is_sound = TRUE, is_there = lpMem == NULL;
    (void)dwFlags;
    wininet_lock_heap(heap);
    for (at = before->next; at != NULL && is_sound; before = at, at = at->next) {
        is_sound = at->previous == before;
        is_there |= at + 1 == lpMem;
    }
    wininet_unlock_heap(heap);
    return is_sound && is_there;
}

/* malloc gives back what it can by itself. */
WININET_INLINE SIZE_T HeapCompact(HANDLE hHeap, DWORD dwFlags)
{
    (void)hHeap;
    (void)dwFlags;
    SetLastError(NO_ERROR);
    return 0;
}

typedef enum _HEAP_INFORMATION_CLASS {
    HeapCompatibilityInformation = 0,
    HeapEnableTerminationOnCorruption = 1,
    HeapOptimizeResources = 3
} HEAP_INFORMATION_CLASS;

/** glibc ends a program whose heap is damaged, so that this may be asked for. */
WININET_INLINE BOOL HeapSetInformation(HANDLE HeapHandle, HEAP_INFORMATION_CLASS HeapInformationClass,
    PVOID HeapInformation, SIZE_T HeapInformationLength)
{
    (void)HeapHandle;
    (void)HeapInformation;
    (void)HeapInformationLength;
    if (HeapInformationClass != HeapEnableTerminationOnCorruption) {
        SetLastError(ERROR_CALL_NOT_IMPLEMENTED);
        return FALSE;
    }
    return TRUE;
}

#endif /* _HEAPAPI_H_ */
