/*
 * slimlocks.h: slim locks, condition variables and one-time initialization. All zero they are ready, as
 * on Windows. Of the kit's own: synchapi.h includes it.
 */
#ifndef _WININET_SLIMLOCKS_H
#define _WININET_SLIMLOCKS_H

#include "../synchapi.h"

/** A lock of one writer or many readers. Who has it may not take it again. */
typedef struct _RTL_SRWLOCK {
    pthread_rwlock_t lock;
} RTL_SRWLOCK, SRWLOCK, *PRTL_SRWLOCK, *PSRWLOCK;
#define SRWLOCK_INIT {PTHREAD_RWLOCK_INITIALIZER}
#define RTL_SRWLOCK_INIT SRWLOCK_INIT

WININET_INLINE void InitializeSRWLock(PSRWLOCK SRWLock)
{
    pthread_rwlock_init(&SRWLock->lock, NULL);
}

WININET_INLINE void AcquireSRWLockExclusive(PSRWLOCK SRWLock)
{
    pthread_rwlock_wrlock(&SRWLock->lock);
}

WININET_INLINE void AcquireSRWLockShared(PSRWLOCK SRWLock)
{
    pthread_rwlock_rdlock(&SRWLock->lock);
}

WININET_INLINE BOOLEAN TryAcquireSRWLockExclusive(PSRWLOCK SRWLock)
{
    return pthread_rwlock_trywrlock(&SRWLock->lock) == 0;
}

WININET_INLINE BOOLEAN TryAcquireSRWLockShared(PSRWLOCK SRWLock)
{
    return pthread_rwlock_tryrdlock(&SRWLock->lock) == 0;
}

WININET_INLINE void ReleaseSRWLockExclusive(PSRWLOCK SRWLock)
{
    pthread_rwlock_unlock(&SRWLock->lock);
}

WININET_INLINE void ReleaseSRWLockShared(PSRWLOCK SRWLock)
{
    pthread_rwlock_unlock(&SRWLock->lock);
}

/* A thread that sleeps, on its stack. */
struct wininet_sleeper {
    struct wininet_sleeper *next;
    pthread_cond_t woken;
    BOOL is_awake;
};

/** Those who sleep, in the order in which they came. */
typedef struct _RTL_CONDITION_VARIABLE {
    struct wininet_sleeper *first;
} RTL_CONDITION_VARIABLE, CONDITION_VARIABLE, *PRTL_CONDITION_VARIABLE, *PCONDITION_VARIABLE;
#define CONDITION_VARIABLE_INIT {NULL}
#define RTL_CONDITION_VARIABLE_INIT CONDITION_VARIABLE_INIT
#define CONDITION_VARIABLE_LOCKMODE_SHARED 0x1

WININET_INLINE void InitializeConditionVariable(PCONDITION_VARIABLE ConditionVariable)
{
    ConditionVariable->first = NULL;
}

/* Adds the caller to those who sleep, before it leaves the lock: from then on it can be woken. */
WININET_INLINE void wininet_lie_down(PCONDITION_VARIABLE variable, struct wininet_sleeper *sleeper)
{
    struct wininet_sleeper **last = &variable->first;
    pthread_condattr_t attributes;
    pthread_condattr_init(&attributes);
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
    pthread_cond_init(&sleeper->woken, &attributes);
    pthread_condattr_destroy(&attributes);
    sleeper->next = NULL;
    sleeper->is_awake = FALSE;
    pthread_mutex_lock(&wininet_lock);
    while (*last != NULL) {
        last = &(*last)->next;
    }
    *last = sleeper;
    pthread_mutex_unlock(&wininet_lock);
}

/* Sleeps until somebody wakes the caller, or the time is over. */
WININET_INLINE BOOL wininet_sleep_on(PCONDITION_VARIABLE variable, struct wininet_sleeper *sleeper,
    DWORD milliseconds)
{
    struct timespec deadline = wininet_deadline(milliseconds == INFINITE ? 0 : milliseconds);
    struct wininet_sleeper **at = &variable->first;
    int late = 0;
    pthread_mutex_lock(&wininet_lock);
    while (!sleeper->is_awake && late == 0) {
        late = milliseconds == INFINITE
                   ? pthread_cond_wait(&sleeper->woken, &wininet_lock)
                   : pthread_cond_timedwait(&sleeper->woken, &wininet_lock, &deadline);
    }
    while (!sleeper->is_awake && *at != sleeper) {
        at = &(*at)->next;
    }
    if (!sleeper->is_awake) {
        *at = sleeper->next;
    }
    pthread_mutex_unlock(&wininet_lock);
    pthread_cond_destroy(&sleeper->woken);
    if (!sleeper->is_awake) {
        SetLastError(ERROR_TIMEOUT);
    }
    return sleeper->is_awake;
}

/** Leaves the lock and sleeps, and has the lock again; FALSE and ERROR_TIMEOUT if nobody woke it in time. */
WININET_INLINE BOOL SleepConditionVariableCS(PCONDITION_VARIABLE ConditionVariable,
    PCRITICAL_SECTION CriticalSection, DWORD dwMilliseconds)
{
    struct wininet_sleeper sleeper;
    BOOL woken;
    wininet_lie_down(ConditionVariable, &sleeper);
    LeaveCriticalSection(CriticalSection);
    woken = wininet_sleep_on(ConditionVariable, &sleeper, dwMilliseconds);
    EnterCriticalSection(CriticalSection);
    return woken;
}

WININET_INLINE BOOL SleepConditionVariableSRW(PCONDITION_VARIABLE ConditionVariable, PSRWLOCK SRWLock,
    DWORD dwMilliseconds, ULONG Flags)
{
    struct wininet_sleeper sleeper;
    BOOL woken;
    wininet_lie_down(ConditionVariable, &sleeper);
    pthread_rwlock_unlock(&SRWLock->lock);
    woken = wininet_sleep_on(ConditionVariable, &sleeper, dwMilliseconds);
    if (Flags & CONDITION_VARIABLE_LOCKMODE_SHARED) {
        AcquireSRWLockShared(SRWLock);
    } else {
        AcquireSRWLockExclusive(SRWLock);
    }
    return woken;
}

WININET_INLINE void wininet_wake_sleepers(PCONDITION_VARIABLE variable, BOOL all)
{
    pthread_mutex_lock(&wininet_lock);
    while (variable->first != NULL) {
        struct wininet_sleeper *sleeper = variable->first;
        variable->first = sleeper->next;
        sleeper->is_awake = TRUE;
        pthread_cond_signal(&sleeper->woken);
        if (!all) {
            break;
        }
    }
    pthread_mutex_unlock(&wininet_lock);
}

WININET_INLINE void WakeConditionVariable(PCONDITION_VARIABLE ConditionVariable)
{
    wininet_wake_sleepers(ConditionVariable, FALSE);
}

WININET_INLINE void WakeAllConditionVariable(PCONDITION_VARIABLE ConditionVariable)
{
    wininet_wake_sleepers(ConditionVariable, TRUE);
}

/** What is done once. The lock is kept while it is being done. */
typedef struct _RTL_RUN_ONCE {
    pthread_mutex_t lock;
    BOOL is_done;
    PVOID context;
} RTL_RUN_ONCE, INIT_ONCE, *PRTL_RUN_ONCE, *PINIT_ONCE, *LPINIT_ONCE;
#define INIT_ONCE_STATIC_INIT {PTHREAD_MUTEX_INITIALIZER, FALSE, NULL}
#define RTL_RUN_ONCE_INIT INIT_ONCE_STATIC_INIT
#define INIT_ONCE_CHECK_ONLY 0x1
#define INIT_ONCE_ASYNC 0x2
#define INIT_ONCE_INIT_FAILED 0x4
typedef BOOL(WINAPI *PINIT_ONCE_FN)(PINIT_ONCE InitOnce, PVOID Parameter, PVOID *Context);

WININET_INLINE void InitOnceInitialize(PINIT_ONCE InitOnce)
{
    memset(InitOnce, 0, sizeof(*InitOnce));
    pthread_mutex_init(&InitOnce->lock, NULL);
}

/**
 * Begins what is done once: *fPending says whether it is the caller who does it, up to InitOnceComplete.
 * INIT_ONCE_ASYNC, where several do it at once, is ERROR_CALL_NOT_IMPLEMENTED.
 */
WININET_INLINE BOOL InitOnceBeginInitialize(LPINIT_ONCE lpInitOnce, DWORD dwFlags, PBOOL fPending,
    LPVOID *lpContext)
{
    const BOOL checks = (dwFlags & INIT_ONCE_CHECK_ONLY) != 0;
    BOOL is_done;
    if (dwFlags & ~(DWORD)INIT_ONCE_CHECK_ONLY) {
        SetLastError(dwFlags & INIT_ONCE_ASYNC ? ERROR_CALL_NOT_IMPLEMENTED : ERROR_INVALID_PARAMETER);
        return FALSE;
    }
    is_done = __atomic_load_n(&lpInitOnce->is_done, __ATOMIC_ACQUIRE);
    if (!is_done && !checks) {
        pthread_mutex_lock(&lpInitOnce->lock);
        is_done = lpInitOnce->is_done;
        if (is_done) {
            pthread_mutex_unlock(&lpInitOnce->lock);
        }
    }
    *fPending = !is_done;
    if (is_done && lpContext != NULL) {
        *lpContext = lpInitOnce->context;
    }
    if (!is_done && checks) {
        SetLastError(ERROR_GEN_FAILURE);
    }
    return is_done || !checks;
}

WININET_INLINE BOOL InitOnceComplete(LPINIT_ONCE lpInitOnce, DWORD dwFlags, LPVOID lpContext)
{
    if (dwFlags & ~(DWORD)INIT_ONCE_INIT_FAILED || (dwFlags != 0 && lpContext != NULL)) {
        SetLastError(ERROR_INVALID_PARAMETER);
        return FALSE;
    }
    if (dwFlags == 0) {
        lpInitOnce->context = lpContext;
        __atomic_store_n(&lpInitOnce->is_done, TRUE, __ATOMIC_RELEASE);
    }
    pthread_mutex_unlock(&lpInitOnce->lock);
    return TRUE;
}

/** Calls a function once. If it returns FALSE, the next caller calls it again. */
WININET_INLINE BOOL InitOnceExecuteOnce(PINIT_ONCE InitOnce, PINIT_ONCE_FN InitFn, PVOID Parameter,
    LPVOID *Context)
{
    PVOID context = NULL;
    BOOL is_pending = FALSE, done = TRUE;
    if (!InitOnceBeginInitialize(InitOnce, 0, &is_pending, &context)) {
        return FALSE;
    }
    if (is_pending) {
        done = InitFn(InitOnce, Parameter, &context);
        InitOnceComplete(InitOnce, done ? 0 : INIT_ONCE_INIT_FAILED, done ? context : NULL);
    }
    if (done && Context != NULL) {
        *Context = context;
    }
    return done;
}

#endif /* _WININET_SLIMLOCKS_H */
