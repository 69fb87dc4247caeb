/*
 * crtmemory.h: memory, sorting and random numbers by the names that Microsoft's C library gives them.
 * Of the kit's own: on Windows they are in malloc.h and stdlib.h.
 */
#ifndef _WININET_CRTMEMORY_H
#define _WININET_CRTMEMORY_H

#include "crtsecure.h"

#include <fcntl.h>
#include <malloc.h>
#include <unistd.h>

#define _msize malloc_usable_size
#define _alloca __builtin_alloca
#define _rotl(value, by) ((unsigned)((unsigned)(value) << ((by) & 31) | (unsigned)(value) >> (-(by) & 31)))
#define _rotr(value, by) ((unsigned)((unsigned)(value) >> ((by) & 31) | (unsigned)(value) << (-(by) & 31)))
#define _byteswap_ushort __builtin_bswap16
#define _byteswap_ulong __builtin_bswap32
#define _byteswap_uint64 __builtin_bswap64

/** Memory at a multiple of a power of two, for _aligned_free. */
WININET_INLINE void *_aligned_malloc(size_t size, size_t alignment)
{
    void *memory = NULL;
    const size_t least = sizeof(void *);
    const int error = posix_memalign(&memory, alignment < least ? least : alignment, size == 0 ? 1 : size);
    if (error != 0) {
        errno = error;
        return NULL;
    }
    return memory;
}

#define _aligned_free free

WININET_INLINE void *_aligned_realloc(void *memory, size_t size, size_t alignment)
{
    void *larger = size == 0 && memory != NULL ? NULL : _aligned_malloc(size, alignment);
    if (memory != NULL && larger != NULL) {
        const size_t before = malloc_usable_size(memory);
        memcpy(larger, memory, before < size ? before : size);
    }
    if (larger != NULL || size == 0) {
        free(memory);
    }
    return larger;
}

typedef int (*wininet_compare)(void *context, const void *one, const void *other);

WININET_INLINE void wininet_swap(char *one, char *other, size_t size)
{
    for (; size > 0; size--) {
        const char kept = *one;
        *one++ = *other;
        *other++ = kept;
    }
}

/* Lets what stands at the root of a heap sink to its place. */
WININET_INLINE void wininet_sift(char *base, size_t root, size_t count, size_t size, wininet_compare compare,
    void *context)
{
    size_t child;
    while ((child = 2 * root + 1) < count) {
        if (child + 1 < count && compare(context, base + child * size, base + (child + 1) * size) < 0) {
            child++;
        }
        if (compare(context, base + root * size, base + child * size) >= 0) {
            return;
        }
        wininet_swap(base + root * size, base + child * size, size);
        root = child;
    }
}

/** qsort whose function is given a context, before the two elements. */
WININET_INLINE void qsort_s(void *base, size_t count, size_t size, wininet_compare compare, void *context)
{
    char *elements = (char *)base;
    size_t i;
    for (i = count / 2; i > 0; i--) {
        wininet_sift(elements, i - 1, count, size, compare, context);
    }
    for (i = count; i > 1; i--) {
        wininet_swap(elements, elements + (i - 1) * size, size);
        wininet_sift(elements, 0, i - 1, size, compare, context);
    }
}

/** bsearch whose function is given a context, the key and an element. */
WININET_INLINE void *bsearch_s(const void *key, const void *base, size_t count, size_t size,
    wininet_compare compare, void *context)
{
    const char *elements = (const char *)base;
    while (count > 0) {
        const char *middle = elements + count / 2 * size;
        const int order = compare(context, key, middle);
        if (order == 0) {
            return (void *)(uintptr_t)middle;
        }
        if (order > 0) {
            elements = middle + size;
            count -= count / 2 + 1;
        } else {
            count /= 2;
        }
    }
    return NULL;
}

/** A number that nobody can foresee. */
WININET_INLINE errno_t rand_s(unsigned *number)
{
    const int source = number == NULL ? -1 : open("/dev/urandom", O_RDONLY | O_CLOEXEC);
    const int is_read = source >= 0 && read(source, number, sizeof(*number)) == (ssize_t)sizeof(*number);
    if (source >= 0) {
        close(source);
    }
    return is_read ? 0 : EINVAL;
}

#endif /* _WININET_CRTMEMORY_H */
