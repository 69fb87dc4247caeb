/* processthreadsapi.h: threads, their storage, and what there is to know of the process. */
#ifndef _PROCESSTHREADSAPI_H_
#define _PROCESSTHREADSAPI_H_

#include "kit/objects.h"

#define CREATE_SUSPENDED 0x00000004
#define STACK_SIZE_PARAM_IS_A_RESERVATION 0x00010000
#define STILL_ACTIVE 259
#define TLS_OUT_OF_INDEXES ((DWORD)0xFFFFFFFF)

EXTERN_C_START
WININET_SHARED pthread_cond_t wininet_thread_news = PTHREAD_COND_INITIALIZER;
WININET_SHARED pthread_once_t wininet_thread_once = PTHREAD_ONCE_INIT;
/* Of a thread that has an object: that it is told of the thread's end. */
WININET_SHARED pthread_key_t wininet_thread_key = 0;
EXTERN_C_END

/* Mutexes that a thread still had when it ended. The lock is held. */
WININET_INLINE void wininet_abandon_mutexes(DWORD thread)
{
    DWORD i;
    for (i = 0; i < WININET_BUCKETS; i++) {
        struct wininet_object *object = wininet_objects[i];
        for (; object != NULL; object = object->next) {
            if (object->kind == WININET_MUTEX && object->owner == thread) {
                object->owner = 0;
                object->depth = 0;
                object->abandoned = TRUE;
                wininet_wake(object);
            }
        }
    }
}

/* The last thing that a thread does, when its own destructors have run. */
WININET_INLINE void wininet_thread_ends(void *of)
{
    struct wininet_object *thread = (struct wininet_object *)of;
    BOOL closes;
    wininet_this_thread = NULL;
    pthread_mutex_lock(&wininet_lock);
    wininet_abandon_mutexes(thread->id);
    thread->signaled = 1;
    wininet_wake(thread);
    closes = thread->closes_itself && thread->handles > 0;
    if (closes) {
        wininet_drop_handle(thread);
    }
    pthread_mutex_unlock(&wininet_lock);
    if (closes) {
        wininet_release(thread);
    }
    wininet_release(thread);
}

WININET_INLINE void wininet_make_thread_key(void)
{
    pthread_key_create(&wininet_thread_key, wininet_thread_ends);
}

WININET_INLINE void *wininet_thread_runs(void *of)
{
    struct wininet_object *thread = (struct wininet_object *)of;
    pthread_setspecific(wininet_thread_key, thread);
    wininet_this_thread = thread;
    pthread_mutex_lock(&wininet_lock);
    thread->id = GetCurrentThreadId();
    pthread_cond_broadcast(&wininet_thread_news);
    while (thread->suspended > 0) {
        pthread_cond_wait(&wininet_thread_news, &wininet_lock);
    }
    pthread_mutex_unlock(&wininet_lock);
    thread->exit_code = thread->start(thread->parameter);
    return NULL;
}

WININET_INLINE int wininet_start_thread(struct wininet_object *thread, SIZE_T stack)
{
    pthread_attr_t attributes;
    pthread_t started;
    int error;
    pthread_attr_init(&attributes);
    pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
    if (stack > 0) {
        const SIZE_T least = 1 << 20;
        pthread_attr_setstacksize(&attributes, ((stack > least ? stack : least) + 0xFFFF) & ~(SIZE_T)0xFFFF);
    }
    error = pthread_create(&started, &attributes, wininet_thread_runs, thread);
    pthread_attr_destroy(&attributes);
    return error;
}

WININET_INLINE HANDLE wininet_create_thread(SIZE_T stack, LPTHREAD_START_ROUTINE start,
    LPVOID parameter, DWORD flags, LPDWORD id, BOOL closes_itself)
{
    struct wininet_object *thread = wininet_new_object(WININET_THREAD);
    if (thread == NULL) {
        return NULL;
    }
    pthread_once(&wininet_thread_once, wininet_make_thread_key);
    thread->start = start;
    thread->parameter = parameter;
    thread->suspended = (flags & CREATE_SUSPENDED) != 0;
    thread->closes_itself = closes_itself;
    /* One for the handle, one for the thread, and one for this function. */
    thread->references = 3;
    pthread_mutex_lock(&wininet_lock);
    if (wininet_start_thread(thread, stack) != 0) {
        pthread_mutex_unlock(&wininet_lock);
        free(thread);
        SetLastError(ERROR_NOT_ENOUGH_MEMORY);
        return NULL;
    }
    wininet_insert(thread);
    while (thread->id == 0) {
        pthread_cond_wait(&wininet_thread_news, &wininet_lock);
    }
    if (id != NULL) {
        *id = thread->id;
    }
    pthread_mutex_unlock(&wininet_lock);
    wininet_release(thread);
    return (HANDLE)thread;
}

/** Starts a thread. A stack of less than 1 MiB is made one of 1 MiB; 0 is the system's size. */
WININET_INLINE HANDLE CreateThread(LPSECURITY_ATTRIBUTES lpThreadAttributes, SIZE_T dwStackSize,
    LPTHREAD_START_ROUTINE lpStartAddress, LPVOID lpParameter, DWORD dwCreationFlags,
    LPDWORD lpThreadId)
{
    (void)lpThreadAttributes;
    return wininet_create_thread(dwStackSize, lpStartAddress, lpParameter, dwCreationFlags,
        lpThreadId, FALSE);
}

/** Ends this thread. What C++ has on the stack is destroyed. */
WININET_INLINE DECLSPEC_NORETURN void ExitThread(DWORD dwExitCode)
{
    struct wininet_object *thread;
    pthread_once(&wininet_thread_once, wininet_make_thread_key);
    thread = (struct wininet_object *)pthread_getspecific(wininet_thread_key);
    if (thread != NULL) {
        thread->exit_code = dwExitCode;
    }
    pthread_exit(NULL);
}

/** Lets a thread go that was created with CREATE_SUSPENDED. */
WININET_INLINE DWORD ResumeThread(HANDLE hThread)
{
    struct wininet_object *thread;
    DWORD before = (DWORD)-1;
    pthread_mutex_lock(&wininet_lock);
    thread = wininet_lookup(hThread, WININET_THREAD);
    if (thread != NULL) {
        before = (DWORD)thread->suspended;
        thread->suspended = 0;
        pthread_cond_broadcast(&wininet_thread_news);
    }
    pthread_mutex_unlock(&wininet_lock);
    if (thread == NULL) {
        SetLastError(ERROR_INVALID_HANDLE);
    }
    return before;
}

WININET_INLINE BOOL GetExitCodeThread(HANDLE hThread, LPDWORD lpExitCode)
{
    struct wininet_object *thread;
    pthread_mutex_lock(&wininet_lock);
    thread = wininet_lookup(hThread, WININET_THREAD);
    if (thread != NULL) {
        *lpExitCode = thread->signaled ? thread->exit_code : STILL_ACTIVE;
    }
    pthread_mutex_unlock(&wininet_lock);
    if (thread == NULL) {
        SetLastError(ERROR_INVALID_HANDLE);
    }
    return thread != NULL;
}

WININET_INLINE DWORD GetThreadId(HANDLE hThread)
{
    struct wininet_object *thread = wininet_hold(hThread, WININET_THREAD);
    DWORD id = thread == NULL ? 0 : thread->id;
    if (thread != NULL) {
        wininet_release(thread);
    }
    return id;
}

/* An object for a thread that CreateThread has not made: one of pthreads, or that of main. */
WININET_INLINE void wininet_adopt_thread(void)
{
    struct wininet_object *thread = wininet_new_object(WININET_THREAD);
    if (thread != NULL) {
        pthread_once(&wininet_thread_once, wininet_make_thread_key);
        thread->id = GetCurrentThreadId();
        thread->closes_itself = TRUE;
        thread->references = 2;
        wininet_publish(thread);
        pthread_setspecific(wininet_thread_key, thread);
        wininet_this_thread = thread;
    }
}

/**
 * Stands for the thread that uses it, whichever that is; DuplicateHandle gives a handle that others may
 * use. It need not be closed.
 */
WININET_INLINE HANDLE GetCurrentThread(void)
{
    if (wininet_this_thread == NULL) {
        wininet_adopt_thread();
    }
    return WININET_CURRENT_THREAD;
}

/** Lets another thread run. */
WININET_INLINE BOOL SwitchToThread(void)
{
    return sched_yield() == 0;
}

WININET_INLINE HANDLE GetCurrentProcess(void)
{
    return (HANDLE)(LONG_PTR)-1;
}

WININET_INLINE DWORD GetCurrentProcessId(void)
{
    return (DWORD)getpid();
}

WININET_INLINE DECLSPEC_NORETURN void ExitProcess(UINT uExitCode)
{
    exit((int)uExitCode);
}

/** A slot in which each thread has a value of its own. */
WININET_INLINE DWORD TlsAlloc(void)
{
    pthread_key_t key;
    if (pthread_key_create(&key, NULL) != 0) {
        SetLastError(ERROR_NO_MORE_ITEMS);
        return TLS_OUT_OF_INDEXES;
    }
    return (DWORD)key;
}

WININET_INLINE LPVOID TlsGetValue(DWORD dwTlsIndex)
{
    SetLastError(ERROR_SUCCESS);
    return pthread_getspecific((pthread_key_t)dwTlsIndex);
}

WININET_INLINE BOOL TlsSetValue(DWORD dwTlsIndex, LPVOID lpTlsValue)
{
    if (pthread_setspecific((pthread_key_t)dwTlsIndex, lpTlsValue) != 0) {
        SetLastError(ERROR_INVALID_PARAMETER);
        return FALSE;
    }
    return TRUE;
}

WININET_INLINE BOOL TlsFree(DWORD dwTlsIndex)
{
    if (pthread_key_delete((pthread_key_t)dwTlsIndex) != 0) {
        SetLastError(ERROR_INVALID_PARAMETER);
        return FALSE;
    }
    return TRUE;
}

#endif /* _PROCESSTHREADSAPI_H_ */
