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

struct wininet_heap {
    pthread_mutex_t lock;
    struct wininet_block first;
};

EXTERN_C_START
WININET_SHARED struct wininet_heap wininet_process_heap = {PTHREAD_MUTEX_INITIALIZER,
    {NULL, NULL, 0, 0}};
EXTERN_C_END

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
    pthread_mutex_lock(&heap->lock);
    block->next = heap->first.next;
    block->previous = &heap->first;
    if (block->next != NULL) {
        block->next->previous = block;
    }
    heap->first.next = block;
    pthread_mutex_unlock(&heap->lock);
}

WININET_INLINE void wininet_unlink_block(struct wininet_heap *heap, struct wininet_block *block)
{
    pthread_mutex_lock(&heap->lock);
    block->previous->next = block->next;
    if (block->next != NULL) {
        block->next->previous = block->previous;
    }
    pthread_mutex_unlock(&heap->lock);
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

#endif /* _HEAPAPI_H_ */
