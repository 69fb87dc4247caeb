/* last_error.c: one value for each thread, meaningful in callbacks, 0 after success. */
#include <stdatomic.h>

#include "record.h"

static DWORD in_callback;
static atomic_int turn;

static void CALLBACK on_status(HINTERNET handle, DWORD_PTR context, DWORD status, LPVOID info,
                               DWORD length)
{
    if (status == INTERNET_STATUS_RECEIVING_RESPONSE) {
        InternetCloseHandle(NULL);
        in_callback = GetLastError();
    }
    record_status(handle, context, status, info, length);
}

static void *other_thread(void *unused)
{
    (void)unused;
    printf("a new thread: %u\n", (unsigned)GetLastError());
    /* Between two turns nothing is called that could set it: on Windows the system does that too. */
    atomic_store(&turn, 1);
    while (atomic_load(&turn) == 1)
        ;
    SetLastError(222);
    printf("set there: %u\n", (unsigned)GetLastError());
    atomic_store(&turn, 3);
    return NULL;
}

int main(int argc, char **argv)
{
    struct record *record = record_new();
    INTERNET_PORT port = (INTERNET_PORT)atoi(argc > 1 ? argv[1] : "0");
    char body[64];
    DWORD count = 0;
    pthread_t thread;

    pthread_create(&thread, NULL, other_thread, NULL);
    while (atomic_load(&turn) != 1)
        ;
    SetLastError(111);
    atomic_store(&turn, 2);
    while (atomic_load(&turn) != 3)
        ;
    printf("set here: %u\n", (unsigned)GetLastError());
    pthread_join(thread, NULL);

    HINTERNET session = InternetOpen("c test", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, 0);
    InternetSetStatusCallback(session, on_status);
    HINTERNET connection = InternetConnect(session, "127.0.0.1", port, NULL, NULL,
                                           INTERNET_SERVICE_HTTP, 0, 0);
    HINTERNET request = HttpOpenRequest(connection, "GET", "/", NULL, NULL, NULL, 0,
                                        (DWORD_PTR)record);
    SetLastError(333);
    BOOL sent = HttpSendRequest(request, NULL, 0, NULL, 0);
    /* The failure inside the callback is not the outcome of the call. */
    printf("sent %d: %u, in the callback: %u\n", sent, (unsigned)GetLastError(),
           (unsigned)in_callback);
    SetLastError(444);
    BOOL read = InternetReadFile(request, body, sizeof body, &count);
    printf("read %d: %u\n", read, (unsigned)GetLastError());
    InternetCloseHandle(session);
    BOOL closed = InternetCloseHandle(session);
    printf("closed again %d: %u\n", closed, (unsigned)GetLastError());
    free(record);
    return 0;
}
