/* shared_one.c: one of two units that share handles; the other is shared_other.c. */
#include "check.h"
#include "shared.h"

int main(void)
{
    HANDLE event = CreateEvent(NULL, FALSE, FALSE, "shared"), other = event_of_other();
    DWORD code = 0;
    CHECK(other == event);
    CHECK(other_sets(event) && WaitForSingleObject(event, 0) == WAIT_OBJECT_0);
    other = thread_of_other(event);
    CHECK(WaitForSingleObject(other, 20) == WAIT_TIMEOUT && SetEvent(event));
    CHECK(WaitForSingleObject(other, INFINITE) == WAIT_OBJECT_0);
    CHECK(GetExitCodeThread(other, &code) && code == 42 && CloseHandle(other));
    CHECK(CloseHandle(event) && CloseHandle(event) && !other_sets(event));
    CHECK(heap_of_other() == GetProcessHeap());
    return check_failures != 0;
}
