/* locks.c: slim locks, conditions, what is done once, Interlocked in all its forms, and the current thread. */
#include "check.h"

static SRWLOCK lock = SRWLOCK_INIT;
static CONDITION_VARIABLE news = CONDITION_VARIABLE_INIT;
static INIT_ONCE once = INIT_ONCE_STATIC_INIT;
static CRITICAL_SECTION section;
static int produced, consumed, calls;

static DWORD WINAPI consumes(LPVOID how)
{
    int i;
    for (i = 0; i < 500; i++) {
        if (how == NULL) {
            AcquireSRWLockExclusive(&lock);
            while (produced == consumed) {
                SleepConditionVariableSRW(&news, &lock, INFINITE, 0);
            }
            consumed++;
            ReleaseSRWLockExclusive(&lock);
        } else {
            EnterCriticalSection(&section);
            while (produced == consumed) {
                SleepConditionVariableCS(&news, &section, INFINITE);
            }
            consumed++;
            LeaveCriticalSection(&section);
        }
    }
    return 0;
}

/* Four consumers, and a producer that wakes one at a time, or all. */
static void conditions(BOOL of_section)
{
    HANDLE threads[4];
    int i;
    produced = consumed = 0;
    for (i = 0; i < 4; i++) {
        threads[i] = CreateThread(NULL, 0, consumes, of_section ? &section : NULL, 0, NULL);
    }
    for (i = 0; i < 2000; i++) {
        if (of_section) {
            EnterCriticalSection(&section);
            produced++;
            LeaveCriticalSection(&section);
            WakeAllConditionVariable(&news);
        } else {
            AcquireSRWLockExclusive(&lock);
            produced++;
            ReleaseSRWLockExclusive(&lock);
            WakeConditionVariable(&news);
        }
    }
    CHECK(WaitForMultipleObjects(4, threads, TRUE, INFINITE) == WAIT_OBJECT_0 && consumed == 2000);
    for (i = 0; i < 4; i++) {
        CloseHandle(threads[i]);
    }
}

static DWORD WINAPI tries(LPVOID unused)
{
    (void)unused;
    /* One that reads is let in beside another, one that writes is not. */
    CHECK(!TryAcquireSRWLockExclusive(&lock) && TryAcquireSRWLockShared(&lock));
    ReleaseSRWLockShared(&lock);
    return 0;
}

static void run(LPTHREAD_START_ROUTINE start, LPVOID parameter)
{
    HANDLE thread = CreateThread(NULL, 0, start, parameter, 0, NULL);
    CHECK(WaitForSingleObject(thread, INFINITE) == WAIT_OBJECT_0 && CloseHandle(thread));
}

static void slim_locks(void)
{
    SRWLOCK other;
    CONDITION_VARIABLE nobody;
    InitializeSRWLock(&other);
    InitializeConditionVariable(&nobody);
    AcquireSRWLockShared(&lock);
    run(tries, NULL);
    ReleaseSRWLockShared(&lock);
    CHECK(TryAcquireSRWLockExclusive(&other));
    CHECK_FAILS(SleepConditionVariableSRW(&nobody, &other, 20, 0), ERROR_TIMEOUT);
    CHECK(!TryAcquireSRWLockShared(&other));
    ReleaseSRWLockExclusive(&other);
    WakeAllConditionVariable(&nobody);
    EnterCriticalSection(&section);
    CHECK_FAILS(SleepConditionVariableCS(&nobody, &section, 0), ERROR_TIMEOUT);
    LeaveCriticalSection(&section);
}

static BOOL CALLBACK makes(PINIT_ONCE unused, PVOID fails, PVOID *context)
{
    (void)unused;
    calls++;
    *context = &calls;
    return fails == NULL;
}

static DWORD WINAPI does_once(LPVOID unused)
{
    PVOID context = NULL;
    (void)unused;
    CHECK(InitOnceExecuteOnce(&once, makes, NULL, &context) && context == &calls);
    return 0;
}

static void done_once(void)
{
    HANDLE threads[8];
    INIT_ONCE steps;
    BOOL pending = FALSE;
    PVOID context = NULL;
    int i;
    CHECK(!InitOnceExecuteOnce(&once, makes, &once, NULL) && calls == 1);
    for (i = 0; i < 8; i++) {
        threads[i] = CreateThread(NULL, 0, does_once, NULL, 0, NULL);
    }
    CHECK(WaitForMultipleObjects(8, threads, TRUE, INFINITE) == WAIT_OBJECT_0 && calls == 2);
    for (i = 0; i < 8; i++) {
        CloseHandle(threads[i]);
    }
    InitOnceInitialize(&steps);
    CHECK(!InitOnceBeginInitialize(&steps, INIT_ONCE_CHECK_ONLY, &pending, &context) && pending);
    CHECK(InitOnceBeginInitialize(&steps, 0, &pending, &context) && pending);
    CHECK(InitOnceComplete(&steps, INIT_ONCE_INIT_FAILED, NULL));
    CHECK(InitOnceBeginInitialize(&steps, 0, &pending, &context) && pending && InitOnceComplete(&steps, 0, &steps));
    CHECK(InitOnceBeginInitialize(&steps, INIT_ONCE_CHECK_ONLY, &pending, &context) && !pending && context == &steps);
    CHECK(InitOnceBeginInitialize(&steps, 0, &pending, &context) && !pending);
    CHECK_FAILS(InitOnceBeginInitialize(&steps, INIT_ONCE_ASYNC, &pending, &context), ERROR_CALL_NOT_IMPLEMENTED);
}

static void interlocked(void)
{
    CHAR small = 0x0F;
    SHORT medium = 7;
    LONG bits[2] = {0, 0}, number = 5;
    LONG64 large = 1LL << 40;
    PVOID pointer = NULL;
    CHECK(InterlockedIncrement16(&medium) == 8 && InterlockedDecrement16(&medium) == 7);
    CHECK(InterlockedCompareExchange16(&medium, 9, 7) == 7 && InterlockedExchange16(&medium, 3) == 9 && medium == 3);
    CHECK(InterlockedOr16(&medium, 4) == 3 && InterlockedAnd16(&medium, 5) == 7 && InterlockedXor16(&medium, 1) == 5);
    CHECK(InterlockedAnd8(&small, 3) == 0x0F && InterlockedOr8(&small, 8) == 3 && InterlockedXor8(&small, 1) == 11 && small == 10);
    CHECK(InterlockedExchange8(&small, 1) == 10 && InterlockedExchangeAdd8(&small, 2) == 1);
    CHECK(InterlockedIncrementAcquire(&number) == 6 && InterlockedDecrementRelease(&number) == 5);
    CHECK(InterlockedExchangeAddNoFence(&number, 2) == 5 && InterlockedCompareExchangeAcquire(&number, 1, 7) == 7);
    CHECK(InterlockedCompareExchangeRelease(&number, 9, 8) == 1 && InterlockedExchangeNoFence(&number, 4) == 1);
    CHECK(InterlockedExchangeSubtract(&number, 1) == 4 && InterlockedAddAcquire(&number, 2) == 5 && InterlockedOrRelease(&number, 8) == 5);
    CHECK(InterlockedAnd64(&large, 1) == 1LL << 40 && InterlockedOr64Acquire(&large, 6) == 0 && InterlockedXor64NoFence(&large, 2) == 6);
    CHECK(InterlockedIncrementRelease64(&large) == 5 && InterlockedExchangeAddAcquire64(&large, 1) == 5 && large == 6);
    CHECK(InterlockedCompareExchangeNoFence64(&large, 1LL << 50, 6) == 6 && large == 1LL << 50);
    CHECK(InterlockedExchangePointerAcquire(&pointer, &large) == NULL);
    CHECK(InterlockedCompareExchangePointerRelease(&pointer, NULL, &large) == &large && pointer == NULL);
    CHECK(!InterlockedBitTestAndSet(bits, 33) && bits[1] == 2 && InterlockedBitTestAndReset(bits, 33) && bits[1] == 0);
    CHECK(!InterlockedBitTestAndSet(bits + 1, -1) && bits[0] == (LONG)0x80000000 && InterlockedBitTestAndComplement(bits, 31));
    CHECK(!InterlockedBitTestAndReset64(&large, 3) && InterlockedBitTestAndReset64(&large, 50) && large == 0);
    CHECK(!InterlockedBitTestAndSet64(&large, 63) && large < 0 && InterlockedBitTestAndComplement64(&large, 63) && large == 0);
}

static HANDLE started;

static void *duplicates(void *to)
{
    CHECK(DuplicateHandle(GetCurrentProcess(), GetCurrentThread(), GetCurrentProcess(), (LPHANDLE)to, 0, FALSE,
        DUPLICATE_SAME_ACCESS));
    CHECK(SetEvent(started));
    return NULL;
}

static DWORD WINAPI duplicates_itself(LPVOID to)
{
    duplicates(to);
    return 7;
}

/* The pseudo handle, of threads of CreateThread and of pthreads; what is made of it is a handle of its own. */
static void current_thread(void)
{
    HANDLE thread = NULL, first;
    pthread_t other;
    DWORD code = 0;
    started = CreateEventA(NULL, FALSE, FALSE, NULL);
    CHECK(CloseHandle(GetCurrentThread()) && GetThreadId(GetCurrentThread()) == GetCurrentThreadId());
    CHECK(GetExitCodeThread(GetCurrentThread(), &code) && code == STILL_ACTIVE);
    CHECK(WaitForSingleObject(GetCurrentThread(), 0) == WAIT_TIMEOUT);
    first = CreateThread(NULL, 0, duplicates_itself, &thread, 0, NULL);
    CHECK(WaitForSingleObject(started, INFINITE) == WAIT_OBJECT_0 && CloseHandle(first));
    CHECK(WaitForSingleObject(thread, INFINITE) == WAIT_OBJECT_0);
    CHECK(GetExitCodeThread(thread, &code) && code == 7 && CloseHandle(thread));
    CHECK(pthread_create(&other, NULL, duplicates, &thread) == 0 && WaitForSingleObject(started, INFINITE) == 0);
    CHECK(WaitForSingleObject(thread, INFINITE) == WAIT_OBJECT_0 && CloseHandle(thread));
    CHECK_FAILS(CloseHandle(thread), ERROR_INVALID_HANDLE);
    pthread_join(other, NULL);
    CHECK(CloseHandle(started));
    SwitchToThread();
}

static void names(void)
{
    HANDLE event = CreateEventA(NULL, TRUE, FALSE, "kit event"), same, mutex;
    CHECK_FAILS(OpenEventA(EVENT_ALL_ACCESS, FALSE, "none"), ERROR_FILE_NOT_FOUND);
    CHECK_FAILS(OpenEventA(EVENT_ALL_ACCESS, FALSE, NULL), ERROR_INVALID_PARAMETER);
    CHECK_FAILS(OpenMutexW(MUTEX_ALL_ACCESS, FALSE, L"kit event"), ERROR_INVALID_HANDLE);
    same = OpenEventW(SYNCHRONIZE | EVENT_MODIFY_STATE, FALSE, L"kit event");
    CHECK(same != NULL && SetEvent(same) && WaitForSingleObject(event, 0) == WAIT_OBJECT_0);
    CHECK(CloseHandle(event) && CloseHandle(same));
    CHECK_FAILS(OpenEventA(EVENT_ALL_ACCESS, FALSE, "kit event"), ERROR_FILE_NOT_FOUND);
    mutex = CreateMutexExW(NULL, L"kit mutex", CREATE_MUTEX_INITIAL_OWNER, MUTEX_ALL_ACCESS);
    same = OpenMutexA(MUTEX_ALL_ACCESS, FALSE, "kit mutex");
    CHECK(same != NULL && ReleaseMutex(same) && CloseHandle(same) && CloseHandle(mutex));
    same = CreateSemaphoreExA(NULL, 1, 2, "kit semaphore", 0, SEMAPHORE_ALL_ACCESS);
    event = OpenSemaphoreA(SEMAPHORE_ALL_ACCESS, FALSE, "kit semaphore");
    CHECK(event != NULL && ReleaseSemaphore(event, 1, NULL) && CloseHandle(event) && CloseHandle(same));
}

int main(void)
{
    InitializeCriticalSection(&section);
    slim_locks();
    conditions(FALSE);
    conditions(TRUE);
    done_once();
    interlocked();
    current_thread();
    names();
    DeleteCriticalSection(&section);
    return check_failures > 0;
}
