/*
 * broken.c: wrong on purpose, in the way its argument names. The tests that say "no error" are
 * worth something only if this program is caught.
 */
#include <limits.h>
#include <string.h>

#include "record.h"

static void CALLBACK overrun(HINTERNET handle, DWORD_PTR context, DWORD status, LPVOID info,
                             DWORD length)
{
    /* Volatile, so that no compiler knows what it points to or drops the write. */
    volatile char *volatile heap = (char *)malloc(8);
    (void)handle, (void)context, (void)status, (void)info, (void)length;
    heap[8] = 1;
    free((void *)heap);
}

int main(int argc, char **argv)
{
    const char *how = argc > 1 ? argv[1] : "";
    HINTERNET session = InternetOpen("c test", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, 0);

    if (strcmp(how, "overrun") == 0) {
        InternetSetStatusCallback(session, overrun);
        InternetConnect(session, "127.0.0.1", 1, NULL, NULL, INTERNET_SERVICE_HTTP, 0, 1);
    }
    if (strcmp(how, "overflow") == 0) {
        volatile int number = INT_MAX;
        number = number + 1;
    }
    if (strcmp(how, "leak") == 0) {
        volatile char *volatile lost = (char *)malloc(100);
        lost[0] = 1;
        lost = NULL;
    }
    InternetCloseHandle(session);
    return 0;
}
