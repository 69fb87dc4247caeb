/* events.c: events, semaphores, mutexes, and waiting for one, any and all. */
#include "check.h"

static HANDLE start(LPTHREAD_START_ROUTINE routine, void *parameter)
{
    return CreateThread(NULL, 0, routine, parameter, 0, NULL);
}

static void join(HANDLE thread)
{
    CHECK(WaitForSingleObject(thread, INFINITE) == WAIT_OBJECT_0);
    CHECK(CloseHandle(thread));
}

static void automatic_and_manual(void)
{
    HANDLE automatic = CreateEvent(NULL, FALSE, TRUE, NULL);
    HANDLE manual = CreateEvent(NULL, TRUE, FALSE, NULL);
    DWORD before;
    CHECK(WaitForSingleObject(automatic, 0) == WAIT_OBJECT_0);
    CHECK(WaitForSingleObject(automatic, 0) == WAIT_TIMEOUT);
    CHECK(SetEvent(automatic) && SetEvent(automatic));
    CHECK(WaitForSingleObject(automatic, INFINITE) == WAIT_OBJECT_0);
    CHECK(WaitForSingleObject(automatic, 0) == WAIT_TIMEOUT);
    CHECK(SetEvent(manual));
    CHECK(WaitForSingleObject(manual, 0) == WAIT_OBJECT_0);
    CHECK(WaitForSingleObject(manual, 0) == WAIT_OBJECT_0);
    CHECK(ResetEvent(manual));
    before = GetTickCount();
    CHECK(WaitForSingleObject(manual, 30) == WAIT_TIMEOUT);
    CHECK(GetTickCount() - before >= 29);
    CHECK(PulseEvent(manual) && WaitForSingleObject(manual, 0) == WAIT_TIMEOUT);
    CHECK(CloseHandle(automatic) && CloseHandle(manual));
}

static void any_and_all(void)
{
    HANDLE events[3], same[2];
    int i;
    for (i = 0; i < 3; i++) {
        events[i] = CreateEvent(NULL, FALSE, FALSE, NULL);
    }
    SetEvent(events[2]);
    SetEvent(events[1]);
    /* The first of the list, and only that one. */
    CHECK(WaitForMultipleObjects(3, events, FALSE, 0) == WAIT_OBJECT_0 + 1);
    CHECK(WaitForMultipleObjects(3, events, FALSE, 0) == WAIT_OBJECT_0 + 2);
    CHECK(WaitForMultipleObjects(3, events, FALSE, 0) == WAIT_TIMEOUT);
    /* All or nothing: two of three are left as they are. */
    SetEvent(events[0]);
    SetEvent(events[1]);
    CHECK(WaitForMultipleObjects(3, events, TRUE, 10) == WAIT_TIMEOUT);
    CHECK(WaitForSingleObject(events[0], 0) == WAIT_OBJECT_0);
    SetEvent(events[0]);
    SetEvent(events[2]);
    CHECK(WaitForMultipleObjects(3, events, TRUE, 0) == WAIT_OBJECT_0);
    CHECK(WaitForMultipleObjects(3, events, FALSE, 0) == WAIT_TIMEOUT);
    same[0] = same[1] = events[0];
    CHECK(WaitForMultipleObjects(2, same, TRUE, 0) == WAIT_FAILED);
    CHECK(GetLastError() == ERROR_INVALID_PARAMETER);
    CHECK(WaitForMultipleObjects(0, events, FALSE, 0) == WAIT_FAILED);
    CHECK(WaitForMultipleObjects(65, events, FALSE, 0) == WAIT_FAILED);
    for (i = 0; i < 3; i++) {
        CloseHandle(events[i]);
    }
}

static void handles(void)
{
    HANDLE event = CreateEvent(NULL, TRUE, TRUE, NULL), copy = NULL;
    int nothing;
    CHECK_FAILS(CloseHandle(NULL), ERROR_INVALID_HANDLE);
    CHECK_FAILS(CloseHandle(INVALID_HANDLE_VALUE), ERROR_INVALID_HANDLE);
    CHECK_FAILS(CloseHandle(&nothing), ERROR_INVALID_HANDLE);
    CHECK_FAILS(CloseHandle((HANDLE)(ULONG_PTR)0x1234), ERROR_INVALID_HANDLE);
    CHECK(WaitForSingleObject(&nothing, 0) == WAIT_FAILED);
    CHECK(DuplicateHandle(GetCurrentProcess(), event, GetCurrentProcess(), &copy, 0, FALSE,
        DUPLICATE_SAME_ACCESS));
    CHECK(CloseHandle(event));
    CHECK(WaitForSingleObject(copy, 0) == WAIT_OBJECT_0);
    CHECK(CloseHandle(copy));
    CHECK_FAILS(CloseHandle(copy), ERROR_INVALID_HANDLE);
    CHECK_FAILS(SetEvent(event), ERROR_INVALID_HANDLE);
    CHECK_FAILS(ReleaseMutex(event), ERROR_INVALID_HANDLE);
}

static void names(void)
{
    HANDLE one, other;
    one = CreateEventA(NULL, TRUE, FALSE, "kit");
    CHECK(one != NULL && GetLastError() == ERROR_SUCCESS);
    other = CreateEventW(NULL, FALSE, TRUE, L"kit");
    CHECK(other != NULL && GetLastError() == ERROR_ALREADY_EXISTS);
    CHECK(WaitForSingleObject(other, 0) == WAIT_TIMEOUT);
    SetEvent(one);
    CHECK(WaitForSingleObject(other, 0) == WAIT_OBJECT_0);
    CHECK_FAILS(CreateMutexA(NULL, FALSE, "kit"), ERROR_INVALID_HANDLE);
    CHECK(CloseHandle(one) && CloseHandle(other));
    one = CreateMutexA(NULL, FALSE, "kit");
    CHECK(one != NULL && GetLastError() == ERROR_SUCCESS);
    CHECK(CloseHandle(one));
}

static void semaphores(void)
{
    HANDLE semaphore = CreateSemaphore(NULL, 1, 3, NULL);
    LONG before = -1;
    CHECK(WaitForSingleObject(semaphore, 0) == WAIT_OBJECT_0);
    CHECK(WaitForSingleObject(semaphore, 0) == WAIT_TIMEOUT);
    CHECK(ReleaseSemaphore(semaphore, 2, &before) && before == 0);
    CHECK_FAILS(ReleaseSemaphore(semaphore, 2, NULL), ERROR_TOO_MANY_POSTS);
    CHECK(ReleaseSemaphore(semaphore, 1, &before) && before == 2);
    CHECK_FAILS(CreateSemaphore(NULL, 2, 1, NULL), ERROR_INVALID_PARAMETER);
    CHECK(CloseHandle(semaphore));
}

static DWORD WINAPI wait_for(LPVOID event)
{
    return WaitForSingleObject(event, INFINITE);
}

static DWORD WINAPI take_and_end(LPVOID mutex)
{
    return WaitForSingleObject(mutex, INFINITE);
}

static DWORD WINAPI try_to_take(LPVOID mutex)
{
    return WaitForSingleObject(mutex, 0);
}

static void mutexes(void)
{
    HANDLE mutex = CreateMutex(NULL, TRUE, NULL), thread;
    DWORD code = 0;
    CHECK(WaitForSingleObject(mutex, 0) == WAIT_OBJECT_0);
    CHECK(ReleaseMutex(mutex));
    thread = start(try_to_take, mutex);
    CHECK(WaitForSingleObject(thread, INFINITE) == WAIT_OBJECT_0);
    CHECK(GetExitCodeThread(thread, &code) && code == WAIT_TIMEOUT);
    CloseHandle(thread);
    CHECK(ReleaseMutex(mutex));
    CHECK_FAILS(ReleaseMutex(mutex), ERROR_NOT_OWNER);
    /* Who ends and has it leaves it abandoned; the next one is told once. */
    join(start(take_and_end, mutex));
    CHECK(WaitForSingleObject(mutex, INFINITE) == WAIT_ABANDONED);
    CHECK(WaitForSingleObject(mutex, INFINITE) == WAIT_OBJECT_0);
    CHECK(ReleaseMutex(mutex) && ReleaseMutex(mutex));
    CHECK(CloseHandle(mutex));
}

/* An automatic event lets one of many go at a time, and a manual one all that wait. */
static void many(void)
{
    HANDLE threads[8], event = CreateEvent(NULL, FALSE, FALSE, NULL);
    DWORD left;
    int i;
    for (i = 0; i < 8; i++) {
        threads[i] = start(wait_for, event);
    }
    for (left = 8; left > 0; left--) {
        DWORD which;
        SetEvent(event);
        which = WaitForMultipleObjects(left, threads, FALSE, INFINITE);
        CHECK(which < left);
        CHECK(WaitForMultipleObjects(left, threads, TRUE, 0) == (left == 1 ? WAIT_OBJECT_0 : WAIT_TIMEOUT));
        CloseHandle(threads[which]);
        threads[which] = threads[left - 1];
    }
    CloseHandle(event);
    event = CreateEvent(NULL, TRUE, FALSE, NULL);
    for (i = 0; i < 8; i++) {
        threads[i] = start(wait_for, event);
    }
    SetEvent(event);
    CHECK(WaitForMultipleObjects(8, threads, TRUE, INFINITE) == WAIT_OBJECT_0);
    for (i = 0; i < 8; i++) {
        CHECK(CloseHandle(threads[i]));
    }
    CloseHandle(event);
}

struct table {
    HANDLE forks[2];
    LONG meals;
};

static DWORD WINAPI philosopher(LPVOID of)
{
    struct table *table = (struct table *)of;
    int i;
    for (i = 0; i < 500; i++) {
        CHECK(WaitForMultipleObjects(2, table->forks, TRUE, INFINITE) == WAIT_OBJECT_0);
        table->meals++;
        SetEvent(table->forks[i % 2]);
        SetEvent(table->forks[1 - i % 2]);
    }
    return 0;
}

/* Whoever has all has them alone, though two events are given back one by one. */
static void all_at_once(void)
{
    struct table table;
    HANDLE threads[4];
    int i;
    table.meals = 0;
    table.forks[0] = CreateEvent(NULL, FALSE, TRUE, NULL);
    table.forks[1] = CreateEvent(NULL, FALSE, TRUE, NULL);
    for (i = 0; i < 4; i++) {
        threads[i] = start(philosopher, &table);
    }
    for (i = 0; i < 4; i++) {
        join(threads[i]);
    }
    CHECK(table.meals == 2000);
    CloseHandle(table.forks[0]);
    CloseHandle(table.forks[1]);
}

/* A handle that is closed while somebody waits: the wait goes on, and the object with it. */
static void closed_while_waited(void)
{
    HANDLE event = CreateEvent(NULL, FALSE, FALSE, NULL), copy = NULL, thread;
    DuplicateHandle(GetCurrentProcess(), event, GetCurrentProcess(), &copy, 0, FALSE, 0);
    thread = start(wait_for, event);
    CHECK(CloseHandle(event));
    SetEvent(copy);
    join(thread);
    CHECK(CloseHandle(copy));
}

static DWORD WINAPI duplicate_and_close(LPVOID of)
{
    HANDLE copy;
    int i;
    for (i = 0; i < 2000; i++) {
        HANDLE event = InterlockedCompareExchangePointer((PVOID *)of, NULL, NULL);
        if (DuplicateHandle(GetCurrentProcess(), event, GetCurrentProcess(), &copy, 0, FALSE, 0)) {
            SetEvent(copy);
            WaitForSingleObject(copy, 0);
            CHECK(CloseHandle(copy));
        }
    }
    return 0;
}

/* Handles that others close meanwhile: each call works or fails, and nothing is left behind. */
static void closed_by_others(void)
{
    HANDLE event = CreateEvent(NULL, FALSE, FALSE, NULL), threads[3];
    int i;
    for (i = 0; i < 3; i++) {
        threads[i] = start(duplicate_and_close, &event);
    }
    for (i = 0; i < 2000; i++) {
        CHECK(CloseHandle(InterlockedExchangePointer(&event, CreateEvent(NULL, FALSE, FALSE, NULL))));
    }
    CHECK(WaitForMultipleObjects(3, threads, TRUE, INFINITE) == WAIT_OBJECT_0);
    for (i = 0; i < 3; i++) {
        CHECK(CloseHandle(threads[i]));
    }
    CHECK(CloseHandle(event));
}

static DWORD WINAPI time_out(LPVOID of)
{
    HANDLE *events = (HANDLE *)of;
    LONG taken = 0;
    int i;
    for (i = 0; i < 300; i++) {
        taken += WaitForMultipleObjects(2, events, FALSE, 1) == WAIT_OBJECT_0;
    }
    return (DWORD)taken;
}

/* What is released while waits for it are timing out is taken once, or is still there. */
static void released_while_timing_out(void)
{
    HANDLE pair[2], threads[2];
    LONG set = 0, taken = 0;
    int i;
    for (i = 0; i < 2; i++) {
        pair[i] = CreateSemaphore(NULL, 0, 1000000, NULL);
    }
    for (i = 0; i < 2; i++) {
        threads[i] = start(time_out, pair);
    }
    while (WaitForMultipleObjects(2, threads, TRUE, 1) == WAIT_TIMEOUT) {
        CHECK(ReleaseSemaphore(pair[0], 1, NULL));
        set++;
    }
    for (i = 0; i < 2; i++) {
        DWORD code = 0;
        CHECK(GetExitCodeThread(threads[i], &code) && CloseHandle(threads[i]));
        taken += (LONG)code;
    }
    while (WaitForSingleObject(pair[0], 0) == WAIT_OBJECT_0) {
        taken++;
    }
    CHECK(taken == set);
    CHECK(CloseHandle(pair[0]) && CloseHandle(pair[1]));
}

int main(void)
{
    automatic_and_manual();
    any_and_all();
    handles();
    names();
    semaphores();
    mutexes();
    many();
    all_at_once();
    closed_while_waited();
    closed_by_others();
    released_while_timing_out();
    return check_failures != 0;
}
