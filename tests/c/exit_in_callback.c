/* exit_in_callback.c: exit() with requests under way, from wherever a program may call it. */
#include <unistd.h>

#include "fetch.h"

static const char *where;

static void CALLBACK on_status(HINTERNET handle, DWORD_PTR context, DWORD status, LPVOID info,
                               DWORD length)
{
    if (status == INTERNET_STATUS_RESPONSE_RECEIVED && strcmp(where, "status") == 0)
        exit(7);
    if (status == INTERNET_STATUS_REQUEST_COMPLETE && strcmp(where, "completion") == 0)
        exit(7);
    record_status(handle, context, status, info, length);
}

static void *block(void *unused)
{
    get(0, "/never");
    return unused;
}

int main(int argc, char **argv)
{
    static struct record pending;
    pthread_t thread;
    struct record *record = record_new();
    fetch_port = (INTERNET_PORT)atoi(argc > 1 ? argv[1] : "0");
    where = argc > 2 ? argv[2] : "status";
    int is_async = argc > 3;
    pthread_create(&thread, NULL, block, NULL);
    HINTERNET connection = InternetConnect(fetch_session(1), "127.0.0.1", fetch_port, NULL, NULL,
                                           INTERNET_SERVICE_HTTP, 0, 0);
    for (int i = 0; i < 3; i++) {
        HINTERNET request = HttpOpenRequest(connection, "GET", "/never", NULL, NULL, NULL, 0,
                                            (DWORD_PTR)&pending);
        HttpSendRequest(request, NULL, 0, NULL, 0);
    }
    HINTERNET own = InternetConnect(fetch_session(is_async), "127.0.0.1", fetch_port, NULL, NULL,
                                    INTERNET_SERVICE_HTTP, 0, 0);
    InternetSetStatusCallback(own, on_status);
    HINTERNET request = HttpOpenRequest(own, "GET", "/", NULL, NULL, NULL, 0, (DWORD_PTR)record);
    HttpSendRequest(request, NULL, 0, NULL, 0);
    pause();
    return 1;
}
