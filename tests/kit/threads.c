/* threads.c: threads, their codes and storage, critical sections, Interlocked, sleeping, clocks. */
#include "check.h"

#include <process.h>

static CRITICAL_SECTION section;
static LONG volatile shared_count;
static LONG guarded_count;
static DWORD slot;

static DWORD WINAPI count(LPVOID parameter)
{
    int i;
    TlsSetValue(slot, parameter);
    for (i = 0; i < 1000; i++) {
        InterlockedIncrement(&shared_count);
        EnterCriticalSection(&section);
        EnterCriticalSection(&section);
        guarded_count++;
        LeaveCriticalSection(&section);
        LeaveCriticalSection(&section);
    }
    CHECK(TlsGetValue(slot) == parameter);
    return GetCurrentThreadId();
}

static DWORD WINAPI leave(LPVOID parameter)
{
    ExitThread(*(DWORD *)parameter);
}

static unsigned __stdcall begin_ex(void *parameter)
{
    return *(unsigned *)parameter;
}

static void __cdecl begin(void *event)
{
    SetEvent(event);
    _endthread();
}

static DWORD WINAPI work(LPVOID event)
{
    SetEvent(event);
    return 0;
}

static void counting(void)
{
    HANDLE threads[4];
    DWORD ids[4], code = 0;
    int i;
    InitializeCriticalSectionAndSpinCount(&section, 4000);
    slot = TlsAlloc();
    CHECK(slot != TLS_OUT_OF_INDEXES);
    for (i = 0; i < 4; i++) {
        threads[i] = CreateThread(NULL, 4096, count, &ids[i], 0, &ids[i]);
        CHECK(threads[i] != NULL && GetThreadId(threads[i]) == ids[i]);
    }
    CHECK(WaitForMultipleObjects(4, threads, TRUE, INFINITE) == WAIT_OBJECT_0);
    for (i = 0; i < 4; i++) {
        CHECK(GetExitCodeThread(threads[i], &code) && code == ids[i]);
        CHECK(CloseHandle(threads[i]));
    }
    CHECK(shared_count == 4000 && guarded_count == 4000);
    CHECK(TlsGetValue(slot) == NULL && TlsFree(slot));
    CHECK(TryEnterCriticalSection(&section));
    LeaveCriticalSection(&section);
    DeleteCriticalSection(&section);
}

static void endings(void)
{
    DWORD code = 77, got = 0;
    unsigned number = 78, id = 0;
    HANDLE thread = CreateThread(NULL, 0, leave, &code, CREATE_SUSPENDED, NULL);
    HANDLE event = CreateEvent(NULL, FALSE, FALSE, NULL);
    uintptr_t begun;
    CHECK(WaitForSingleObject(thread, 10) == WAIT_TIMEOUT);
    CHECK(GetExitCodeThread(thread, &got) && got == STILL_ACTIVE);
    CHECK(ResumeThread(thread) == 1 && ResumeThread(thread) == 0);
    CHECK(WaitForSingleObject(thread, INFINITE) == WAIT_OBJECT_0);
    CHECK(WaitForSingleObject(thread, INFINITE) == WAIT_OBJECT_0);
    CHECK(GetExitCodeThread(thread, &got) && got == 77);
    CHECK(CloseHandle(thread));
    CHECK_FAILS(GetExitCodeThread(thread, &got), ERROR_INVALID_HANDLE);
    thread = (HANDLE)_beginthreadex(NULL, 0, begin_ex, &number, 0, &id);
    CHECK(thread != NULL && id != 0 && id != GetCurrentThreadId());
    CHECK(WaitForSingleObject(thread, INFINITE) == WAIT_OBJECT_0);
    CHECK(GetExitCodeThread(thread, &got) && got == 78);
    CHECK(CloseHandle(thread));
    begun = _beginthread(begin, 0, event);
    CHECK(begun != (uintptr_t)-1 && begun != 0);
    CHECK(WaitForSingleObject(event, INFINITE) == WAIT_OBJECT_0);
    CHECK(QueueUserWorkItem(work, event, 0));
    CHECK(WaitForSingleObject(event, INFINITE) == WAIT_OBJECT_0);
    CHECK(CloseHandle(event));
}

static void interlocked(void)
{
    LONG volatile number = 5;
    LONG64 volatile large = 5;
    PVOID pointer = NULL, other = &guarded_count;
    CHECK(InterlockedIncrement(&number) == 6 && InterlockedDecrement(&number) == 5);
    CHECK(InterlockedExchange(&number, 9) == 5 && number == 9);
    CHECK(InterlockedExchangeAdd(&number, -2) == 9 && number == 7);
    CHECK(InterlockedAdd(&number, 3) == 10);
    CHECK(InterlockedCompareExchange(&number, 1, 2) == 10 && number == 10);
    CHECK(InterlockedCompareExchange(&number, 1, 10) == 10 && number == 1);
    CHECK(InterlockedOr(&number, 6) == 1 && number == 7);
    CHECK(InterlockedAnd(&number, 3) == 7 && number == 3);
    CHECK(InterlockedXor(&number, 1) == 3 && number == 2);
    CHECK(InterlockedIncrement64(&large) == 6 && InterlockedExchange64(&large, (LONG64)1 << 40) == 6);
    CHECK(InterlockedCompareExchange64(&large, 1, (LONG64)1 << 40) == (LONG64)1 << 40 && large == 1);
    CHECK(InterlockedExchangePointer(&pointer, other) == NULL && pointer == other);
    CHECK(InterlockedCompareExchangePointer(&pointer, NULL, other) == other && pointer == NULL);
}

static void clocks(void)
{
    ULONGLONG before = GetTickCount64();
    LARGE_INTEGER ticks, frequency;
    SYSTEMTIME date = {2024, 2, 4, 29, 12, 30, 15, 500}, again;
    FILETIME time, now;
    CHECK(QueryPerformanceFrequency(&frequency) && QueryPerformanceCounter(&ticks));
    Sleep(15);
    SleepEx(0, TRUE);
    CHECK(GetTickCount64() - before >= 14);
    CHECK(frequency.QuadPart > 0 && ticks.QuadPart > 0);
    CHECK(SystemTimeToFileTime(&date, &time) && FileTimeToSystemTime(&time, &again));
    CHECK(memcmp(&date, &again, sizeof(date)) == 0);
    CHECK(((ULONGLONG)time.dwHighDateTime << 32 | time.dwLowDateTime) == 133536834155000000ULL);
    GetSystemTimeAsFileTime(&now);
    CHECK(CompareFileTime(&time, &now) < 0 && CompareFileTime(&now, &now) == 0);
    GetSystemTime(&again);
    CHECK(again.wYear >= 2024 && again.wMonth >= 1 && again.wMonth <= 12);
    date.wDay = 30;
    CHECK_FAILS(SystemTimeToFileTime(&date, &time), ERROR_INVALID_PARAMETER);
    CHECK(FileTimeToLocalFileTime(&now, &time));
}

int main(void)
{
    counting();
    endings();
    interlocked();
    clocks();
    return check_failures != 0;
}
