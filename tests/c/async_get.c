/* async_get.c: an asynchronous GET, and the layout of INTERNET_ASYNC_RESULT. */
#include <stddef.h>
#include <string.h>

#include "record.h"

static DWORD complete_length;
static int complete_elsewhere;

static void CALLBACK on_status(HINTERNET handle, DWORD_PTR context, DWORD status, LPVOID info,
                               DWORD length)
{
    if (status == INTERNET_STATUS_REQUEST_COMPLETE) {
        struct record *record = (struct record *)context;
        complete_length = length;
        complete_elsewhere = !pthread_equal(pthread_self(), record->owner);
    }
    record_status(handle, context, status, info, length);
}

int main(int argc, char **argv)
{
    struct record *record = record_new();
    char body[256] = "";
    DWORD code = 0, size = sizeof code, count = 0;
    INTERNET_PORT port = (INTERNET_PORT)atoi(argc > 1 ? argv[1] : "0");

    printf("dwResult at %zu, dwError at %zu, size %zu\n", offsetof(INTERNET_ASYNC_RESULT, dwResult),
           offsetof(INTERNET_ASYNC_RESULT, dwError) - sizeof(DWORD_PTR),
           sizeof(INTERNET_ASYNC_RESULT) - 2 * sizeof(DWORD_PTR));

    HINTERNET session = InternetOpen("c test", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL,
                                     INTERNET_FLAG_ASYNC);
    InternetSetStatusCallback(session, on_status);
    HINTERNET connection = InternetConnect(session, "127.0.0.1", port, NULL, NULL,
                                           INTERNET_SERVICE_HTTP, 0, 0);
    HINTERNET request = HttpOpenRequest(connection, "GET", "/async", NULL, NULL, NULL, 0,
                                        (DWORD_PTR)record);

    BOOL sent = HttpSendRequest(request, NULL, 0, NULL, 0);
    DWORD error = GetLastError();
    printf("HttpSendRequest %d, error %u\n", sent, (unsigned)error);
    record_wait(&record->completions, 1);
    printf("completed with %d, error %u, on another thread %d, length right %d\n",
           (int)record->result.dwResult, (unsigned)record->result.dwError, complete_elsewhere,
           complete_length == sizeof(INTERNET_ASYNC_RESULT));
    record_print(record);

    HttpQueryInfo(request, HTTP_QUERY_STATUS_CODE | HTTP_QUERY_FLAG_NUMBER, &code, &size, NULL);
    if (!InternetReadFile(request, body, sizeof body - 1, &count) &&
        GetLastError() == ERROR_IO_PENDING)
        record_wait(&record->completions, 2);
    printf("%u: %s\n", (unsigned)code, body);

    InternetCloseHandle(request);
    record_wait(&record->closings, 1);
    printf("last: %s, times: %d\n", status_name(record->statuses[record->count - 1]),
           record->closings);
    InternetCloseHandle(connection);
    InternetCloseHandle(session);
    free(record);
    return 0;
}
