/* shared_other.c: works with the handles of shared_one.c, in C or in C++. */
#include "shared.h"

HANDLE event_of_other(void)
{
    return CreateEventW(NULL, FALSE, FALSE, L"shared");
}

BOOL other_sets(HANDLE event)
{
    return SetEvent(event);
}

static DWORD WINAPI waits(LPVOID event)
{
    WaitForSingleObject(event, INFINITE);
    ExitThread(42);
}

HANDLE thread_of_other(HANDLE event)
{
    return CreateThread(NULL, 0, waits, event, 0, NULL);
}

HANDLE heap_of_other(void)
{
    return GetProcessHeap();
}
