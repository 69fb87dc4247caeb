/* close_pending.c: closing a handle while the server keeps it waiting. */
#include "record.h"

static unsigned inside_error;

static void CALLBACK on_status(HINTERNET handle, DWORD_PTR context, DWORD status, LPVOID info,
                               DWORD length)
{
    if (status == INTERNET_STATUS_REQUEST_COMPLETE) {
        DWORD code, size = sizeof code;
        SetLastError(0);
        if (!HttpQueryInfo(handle, HTTP_QUERY_STATUS_CODE | HTTP_QUERY_FLAG_NUMBER, &code, &size,
                           NULL))
            inside_error = (unsigned)GetLastError();
    }
    record_status(handle, context, status, info, length);
}

int main(int argc, char **argv)
{
    struct record *record = record_new();
    int same = 1, at_complete = 0;
    INTERNET_PORT port = (INTERNET_PORT)atoi(argc > 1 ? argv[1] : "0");

    HINTERNET session = InternetOpen("c test", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL,
                                     INTERNET_FLAG_ASYNC);
    InternetSetStatusCallback(session, on_status);
    HINTERNET connection = InternetConnect(session, "127.0.0.1", port, NULL, NULL,
                                           INTERNET_SERVICE_HTTP, 0, 0);
    HINTERNET request = HttpOpenRequest(connection, "GET", "/never", NULL, NULL, NULL, 0,
                                        (DWORD_PTR)record);
    HttpSendRequest(request, NULL, 0, NULL, 0);
    record_wait_status(record, INTERNET_STATUS_RECEIVING_RESPONSE);

    printf("closed %d\n", InternetCloseHandle(request));
    BOOL again = InternetCloseHandle(request);
    printf("again %d, error %u\n", again, (unsigned)GetLastError());
    record_wait(&record->closings, 1);
    printf("completed with %d, error %u\n", (int)record->result.dwResult,
           (unsigned)record->result.dwError);
    printf("in the completion the handle gives error %u\n", inside_error);

    /* The session goes only now, so a notification too many has had its chance. */
    InternetCloseHandle(session);
    for (int i = 0; i < record->count; i++) {
        if (record->statuses[i] == INTERNET_STATUS_REQUEST_COMPLETE)
            at_complete = i;
        if (record->statuses[i] != INTERNET_STATUS_HANDLE_CREATED)
            same = same && record->handles[i] == request;
    }
    printf("completions %d, closings %d, the last is %s, after COMPLETE %d, same handle %d\n",
           record->completions, record->closings,
           status_name(record->statuses[record->count - 1]), record->count - 1 > at_complete, same);
    free(record);
    return 0;
}
