/*
 * namedobjects.h: opening events, mutexes and semaphores by their names, which this process alone knows,
 * and making them with flags. Of the kit's own: synchapi.h includes it.
 */
#ifndef _WININET_NAMEDOBJECTS_H
#define _WININET_NAMEDOBJECTS_H

#include "../synchapi.h"

/* One more handle of what has the name. */
WININET_INLINE HANDLE wininet_open_named(enum wininet_kind kind, LPCSTR name)
{
    struct wininet_object *object;
    DWORD error = ERROR_FILE_NOT_FOUND;
    if (name == NULL || *name == '\0') {
        SetLastError(ERROR_INVALID_PARAMETER);
        return NULL;
    }
    pthread_mutex_lock(&wininet_lock);
    object = wininet_named(name);
    if (object != NULL && object->kind == kind) {
        object->handles++;
        object->references++;
    } else if (object != NULL) {
        error = ERROR_INVALID_HANDLE;
        object = NULL;
    }
    pthread_mutex_unlock(&wininet_lock);
    if (object == NULL) {
        SetLastError(error);
    }
    return (HANDLE)object;
}

WININET_INLINE HANDLE wininet_open_wide_named(enum wininet_kind kind, LPCWSTR name)
{
    char *narrow = wininet_narrow(name);
    HANDLE object = wininet_open_named(kind, narrow);
    free(narrow);
    return object;
}

/* Every handle may do everything. */
#define WININET_OPEN_NAMED(name, kind) \
    WININET_INLINE HANDLE name##A(DWORD dwDesiredAccess, BOOL bInheritHandle, LPCSTR lpName) \
    { \
        (void)dwDesiredAccess; \
        (void)bInheritHandle; \
        return wininet_open_named(kind, lpName); \
    } \
    WININET_INLINE HANDLE name##W(DWORD dwDesiredAccess, BOOL bInheritHandle, LPCWSTR lpName) \
    { \
        (void)dwDesiredAccess; \
        (void)bInheritHandle; \
        return wininet_open_wide_named(kind, lpName); \
    }
WININET_OPEN_NAMED(OpenEvent, WININET_EVENT)
WININET_OPEN_NAMED(OpenMutex, WININET_MUTEX)
WININET_OPEN_NAMED(OpenSemaphore, WININET_SEMAPHORE)
#undef WININET_OPEN_NAMED

WININET_INLINE HANDLE CreateMutexExA(LPSECURITY_ATTRIBUTES lpMutexAttributes, LPCSTR lpName, DWORD dwFlags,
    DWORD dwDesiredAccess)
{
    (void)dwDesiredAccess;
    return CreateMutexA(lpMutexAttributes, (dwFlags & CREATE_MUTEX_INITIAL_OWNER) != 0, lpName);
}

WININET_INLINE HANDLE CreateMutexExW(LPSECURITY_ATTRIBUTES lpMutexAttributes, LPCWSTR lpName, DWORD dwFlags,
    DWORD dwDesiredAccess)
{
    (void)dwDesiredAccess;
    return CreateMutexW(lpMutexAttributes, (dwFlags & CREATE_MUTEX_INITIAL_OWNER) != 0, lpName);
}

WININET_INLINE HANDLE CreateSemaphoreExA(LPSECURITY_ATTRIBUTES lpSemaphoreAttributes, LONG lInitialCount,
    LONG lMaximumCount, LPCSTR lpName, DWORD dwFlags, DWORD dwDesiredAccess)
{
    (void)dwFlags;
    (void)dwDesiredAccess;
    return CreateSemaphoreA(lpSemaphoreAttributes, lInitialCount, lMaximumCount, lpName);
}

WININET_INLINE HANDLE CreateSemaphoreExW(LPSECURITY_ATTRIBUTES lpSemaphoreAttributes, LONG lInitialCount,
    LONG lMaximumCount, LPCWSTR lpName, DWORD dwFlags, DWORD dwDesiredAccess)
{
    (void)dwFlags;
    (void)dwDesiredAccess;
    return CreateSemaphoreW(lpSemaphoreAttributes, lInitialCount, lMaximumCount, lpName);
}

#ifdef UNICODE
#define OpenEvent OpenEventW
#define OpenMutex OpenMutexW
#define OpenSemaphore OpenSemaphoreW
#define CreateMutexEx CreateMutexExW
#define CreateSemaphoreEx CreateSemaphoreExW
#else
#define OpenEvent OpenEventA
#define OpenMutex OpenMutexA
#define OpenSemaphore OpenSemaphoreA
#define CreateMutexEx CreateMutexExA
#define CreateSemaphoreEx CreateSemaphoreExA
#endif

#endif /* _WININET_NAMEDOBJECTS_H */
