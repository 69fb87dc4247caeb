/* synchapi.h: events, mutexes, semaphores, critical sections, waiting and sleeping. */
#ifndef _SYNCHAPI_H_
#define _SYNCHAPI_H_

#include "kit/objects.h"
#include "stringapiset.h"

#define CREATE_EVENT_MANUAL_RESET 1
#define CREATE_EVENT_INITIAL_SET 2
#define CREATE_MUTEX_INITIAL_OWNER 1
#define EVENT_MODIFY_STATE 0x0002
#define EVENT_ALL_ACCESS 0x1F0003
#define MUTEX_ALL_ACCESS 0x1F0001
#define SEMAPHORE_ALL_ACCESS 0x1F0003

/* The object of that name that is there already, with one more handle. The lock is held. */
WININET_INLINE struct wininet_object *wininet_named(const char *name)
{
    DWORD i;
    for (i = 0; i < WININET_BUCKETS; i++) {
        struct wininet_object *object = wininet_objects[i];
        for (; object != NULL; object = object->next) {
            if (object->name != NULL && object->kind <= WININET_SEMAPHORE &&
                strcmp(object->name, name) == 0) {
                return object;
            }
        }
    }
    return NULL;
}

/*
 * Makes a new object known under its name, or gives the one that has the name. Names are those of
 * this process: no other sees them.
 */
WININET_INLINE HANDLE wininet_publish_named(struct wininet_object *object, LPCSTR name)
{
    struct wininet_object *there = NULL;
    DWORD error = ERROR_SUCCESS;
    if (object == NULL) {
        return NULL;
    }
    object->name = name == NULL || *name == '\0' ? NULL : strdup(name);
    pthread_mutex_lock(&wininet_lock);
    if (object->name != NULL) {
        there = wininet_named(object->name);
    }
    if (there == NULL) {
        wininet_insert(object);
    } else if (there->kind == object->kind) {
        there->handles++;
        there->references++;
        error = ERROR_ALREADY_EXISTS;
    } else {
        error = ERROR_INVALID_HANDLE;
    }
    pthread_mutex_unlock(&wininet_lock);
    if (there != NULL) {
        wininet_free_object(object);
        object = error == ERROR_ALREADY_EXISTS ? there : NULL;
    }
    SetLastError(error);
    return (HANDLE)object;
}

WININET_INLINE HANDLE CreateEventA(LPSECURITY_ATTRIBUTES lpEventAttributes, BOOL bManualReset,
    BOOL bInitialState, LPCSTR lpName)
{
    struct wininet_object *object = wininet_new_object(WININET_EVENT);
    (void)lpEventAttributes;
    if (object != NULL) {
        object->manual_reset = bManualReset;
        object->signaled = bInitialState != FALSE;
    }
    return wininet_publish_named(object, lpName);
}

WININET_INLINE HANDLE CreateEventW(LPSECURITY_ATTRIBUTES lpEventAttributes, BOOL bManualReset,
    BOOL bInitialState, LPCWSTR lpName)
{
    char *name = wininet_narrow(lpName);
    HANDLE event = CreateEventA(lpEventAttributes, bManualReset, bInitialState, name);
    free(name);
    return event;
}

WININET_INLINE HANDLE CreateEventExA(LPSECURITY_ATTRIBUTES lpEventAttributes, LPCSTR lpName,
    DWORD dwFlags, DWORD dwDesiredAccess)
{
    (void)dwDesiredAccess;
    return CreateEventA(lpEventAttributes, (dwFlags & CREATE_EVENT_MANUAL_RESET) != 0,
        (dwFlags & CREATE_EVENT_INITIAL_SET) != 0, lpName);
}

WININET_INLINE HANDLE CreateEventExW(LPSECURITY_ATTRIBUTES lpEventAttributes, LPCWSTR lpName,
    DWORD dwFlags, DWORD dwDesiredAccess)
{
    (void)dwDesiredAccess;
    return CreateEventW(lpEventAttributes, (dwFlags & CREATE_EVENT_MANUAL_RESET) != 0,
        (dwFlags & CREATE_EVENT_INITIAL_SET) != 0, lpName);
}

/* Sets an event, gives it to those who wait, and perhaps takes it back at once. */
WININET_INLINE BOOL wininet_set_event(HANDLE handle, BOOL set, BOOL stays)
{
    struct wininet_object *event;
    pthread_mutex_lock(&wininet_lock);
    event = wininet_lookup(handle, WININET_EVENT);
    if (event != NULL) {
        event->signaled = set;
        wininet_wake(event);
        event->signaled = stays ? event->signaled : 0;
    }
    pthread_mutex_unlock(&wininet_lock);
    if (event == NULL) {
        SetLastError(ERROR_INVALID_HANDLE);
    }
    return event != NULL;
}

WININET_INLINE BOOL SetEvent(HANDLE hEvent)
{
    return wininet_set_event(hEvent, TRUE, TRUE);
}

WININET_INLINE BOOL ResetEvent(HANDLE hEvent)
{
    return wininet_set_event(hEvent, FALSE, TRUE);
}

WININET_INLINE BOOL PulseEvent(HANDLE hEvent)
{
    return wininet_set_event(hEvent, TRUE, FALSE);
}

WININET_INLINE HANDLE CreateMutexA(LPSECURITY_ATTRIBUTES lpMutexAttributes, BOOL bInitialOwner,
    LPCSTR lpName)
{
    struct wininet_object *object = wininet_new_object(WININET_MUTEX);
    (void)lpMutexAttributes;
    if (object != NULL && bInitialOwner) {
        object->owner = GetCurrentThreadId();
        object->depth = 1;
    }
    return wininet_publish_named(object, lpName);
}

WININET_INLINE HANDLE CreateMutexW(LPSECURITY_ATTRIBUTES lpMutexAttributes, BOOL bInitialOwner,
    LPCWSTR lpName)
{
    char *name = wininet_narrow(lpName);
    HANDLE mutex = CreateMutexA(lpMutexAttributes, bInitialOwner, name);
    free(name);
    return mutex;
}

WININET_INLINE BOOL ReleaseMutex(HANDLE hMutex)
{
    struct wininet_object *mutex;
    DWORD error = ERROR_SUCCESS;
    pthread_mutex_lock(&wininet_lock);
    mutex = wininet_lookup(hMutex, WININET_MUTEX);
    if (mutex == NULL) {
        error = ERROR_INVALID_HANDLE;
    } else if (mutex->owner != GetCurrentThreadId()) {
        error = ERROR_NOT_OWNER;
    } else if (--mutex->depth == 0) {
        mutex->owner = 0;
        wininet_wake(mutex);
    }
    pthread_mutex_unlock(&wininet_lock);
    if (error != ERROR_SUCCESS) {
        SetLastError(error);
    }
    return error == ERROR_SUCCESS;
}

WININET_INLINE HANDLE CreateSemaphoreA(LPSECURITY_ATTRIBUTES lpSemaphoreAttributes,
    LONG lInitialCount, LONG lMaximumCount, LPCSTR lpName)
{
    struct wininet_object *object;
    (void)lpSemaphoreAttributes;
    if (lMaximumCount <= 0 || lInitialCount < 0 || lInitialCount > lMaximumCount) {
        SetLastError(ERROR_INVALID_PARAMETER);
        return NULL;
    }
    object = wininet_new_object(WININET_SEMAPHORE);
    if (object != NULL) {
        object->signaled = lInitialCount;
        object->maximum = lMaximumCount;
    }
    return wininet_publish_named(object, lpName);
}

WININET_INLINE HANDLE CreateSemaphoreW(LPSECURITY_ATTRIBUTES lpSemaphoreAttributes,
    LONG lInitialCount, LONG lMaximumCount, LPCWSTR lpName)
{
    char *name = wininet_narrow(lpName);
    HANDLE semaphore = CreateSemaphoreA(lpSemaphoreAttributes, lInitialCount, lMaximumCount, name);
    free(name);
    return semaphore;
}

WININET_INLINE BOOL ReleaseSemaphore(HANDLE hSemaphore, LONG lReleaseCount, LONG *lpPreviousCount)
{
    struct wininet_object *semaphore;
    DWORD error = ERROR_SUCCESS;
    pthread_mutex_lock(&wininet_lock);
    semaphore = wininet_lookup(hSemaphore, WININET_SEMAPHORE);
    if (semaphore == NULL) {
        error = ERROR_INVALID_HANDLE;
    } else if (lReleaseCount <= 0) {
        error = ERROR_INVALID_PARAMETER;
    } else if (lReleaseCount > semaphore->maximum - semaphore->signaled) {
        error = ERROR_TOO_MANY_POSTS;
    } else {
        if (lpPreviousCount != NULL) {
            *lpPreviousCount = semaphore->signaled;
        }
        semaphore->signaled += lReleaseCount;
        wininet_wake(semaphore);
    }
    pthread_mutex_unlock(&wininet_lock);
    if (error != ERROR_SUCCESS) {
        SetLastError(error);
    }
    return error == ERROR_SUCCESS;
}

/** Waits for one object. */
WININET_INLINE DWORD WaitForSingleObject(HANDLE hHandle, DWORD dwMilliseconds)
{
    return WaitForMultipleObjects(1, &hHandle, FALSE, dwMilliseconds);
}

/* There are no procedure calls here that a wait could be interrupted for. */
WININET_INLINE DWORD WaitForSingleObjectEx(HANDLE hHandle, DWORD dwMilliseconds, BOOL bAlertable)
{
    (void)bAlertable;
    return WaitForSingleObject(hHandle, dwMilliseconds);
}

WININET_INLINE DWORD WaitForMultipleObjectsEx(DWORD nCount, const HANDLE *lpHandles, BOOL bWaitAll,
    DWORD dwMilliseconds, BOOL bAlertable)
{
    (void)bAlertable;
    return WaitForMultipleObjects(nCount, lpHandles, bWaitAll, dwMilliseconds);
}

/** Sleeps for so many milliseconds; 0 lets others run. */
WININET_INLINE void Sleep(DWORD dwMilliseconds)
{
    struct timespec rest;
    rest.tv_sec = (time_t)(dwMilliseconds / 1000);
    rest.tv_nsec = (int)(dwMilliseconds % 1000) * 1000000;
    if (dwMilliseconds == 0) {
        sched_yield();
        return;
    }
    do {
        while (nanosleep(&rest, &rest) != 0) {
        }
    } while (dwMilliseconds == INFINITE);
}

WININET_INLINE DWORD SleepEx(DWORD dwMilliseconds, BOOL bAlertable)
{
    (void)bAlertable;
    Sleep(dwMilliseconds);
    return 0;
}

/** A lock of this process, which its owner may take again. */
typedef struct _RTL_CRITICAL_SECTION {
    pthread_mutex_t mutex;
} RTL_CRITICAL_SECTION, CRITICAL_SECTION, *PRTL_CRITICAL_SECTION, *PCRITICAL_SECTION,
    *LPCRITICAL_SECTION;

WININET_INLINE void InitializeCriticalSection(LPCRITICAL_SECTION lpCriticalSection)
{
    pthread_mutexattr_t attributes;
    pthread_mutexattr_init(&attributes);
    pthread_mutexattr_settype(&attributes, PTHREAD_MUTEX_RECURSIVE);
    pthread_mutex_init(&lpCriticalSection->mutex, &attributes);
    pthread_mutexattr_destroy(&attributes);
}

WININET_INLINE BOOL InitializeCriticalSectionAndSpinCount(LPCRITICAL_SECTION lpCriticalSection,
    DWORD dwSpinCount)
{
    (void)dwSpinCount;
    InitializeCriticalSection(lpCriticalSection);
    return TRUE;
}

WININET_INLINE BOOL InitializeCriticalSectionEx(LPCRITICAL_SECTION lpCriticalSection,
    DWORD dwSpinCount, DWORD Flags)
{
    (void)Flags;
    return InitializeCriticalSectionAndSpinCount(lpCriticalSection, dwSpinCount);
}

WININET_INLINE void EnterCriticalSection(LPCRITICAL_SECTION lpCriticalSection)
{
    pthread_mutex_lock(&lpCriticalSection->mutex);
}

WININET_INLINE BOOL TryEnterCriticalSection(LPCRITICAL_SECTION lpCriticalSection)
{
    return pthread_mutex_trylock(&lpCriticalSection->mutex) == 0;
}

WININET_INLINE void LeaveCriticalSection(LPCRITICAL_SECTION lpCriticalSection)
{
    pthread_mutex_unlock(&lpCriticalSection->mutex);
}

WININET_INLINE void DeleteCriticalSection(LPCRITICAL_SECTION lpCriticalSection)
{
    pthread_mutex_destroy(&lpCriticalSection->mutex);
}

#ifdef UNICODE
#define CreateEvent CreateEventW
#define CreateEventEx CreateEventExW
#define CreateMutex CreateMutexW
#define CreateSemaphore CreateSemaphoreW
#else
#define CreateEvent CreateEventA
#define CreateEventEx CreateEventExA
#define CreateMutex CreateMutexA
#define CreateSemaphore CreateSemaphoreA
#endif

#include "kit/namedobjects.h"
#include "kit/slimlocks.h"

#endif /* _SYNCHAPI_H_ */
