/* post.c: an asynchronous POST with headers and a body. */
#include <string.h>

#include "record.h"

static DWORD sent_bytes, sent_length;

static void CALLBACK on_status(HINTERNET handle, DWORD_PTR context, DWORD status, LPVOID info,
                               DWORD length)
{
    if (status == INTERNET_STATUS_REQUEST_SENT) {
        sent_bytes = *(DWORD *)info;
        sent_length = length;
    }
    record_status(handle, context, status, info, length);
}

int main(int argc, char **argv)
{
    struct record *record = record_new();
    static const char headers[] = "Content-Type: text/plain\r\nX-Extra: yes\r\n";
    char *content = strdup("name=value&more=stuff"), answer[64] = "";
    DWORD count = 0;
    INTERNET_PORT port = (INTERNET_PORT)atoi(argc > 1 ? argv[1] : "0");

    HINTERNET session = InternetOpen("c test", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL,
                                     INTERNET_FLAG_ASYNC);
    HINTERNET connection = InternetConnect(session, "127.0.0.1", port, NULL, NULL,
                                           INTERNET_SERVICE_HTTP, 0, 0);
    HINTERNET request = HttpOpenRequest(connection, "POST", "form", NULL, NULL, NULL, 0,
                                        (DWORD_PTR)record);
    InternetSetStatusCallback(request, on_status);
    BOOL sent = HttpSendRequest(request, headers, (DWORD)-1, content, (DWORD)strlen(content));
    printf("HttpSendRequest %d, error %u\n", sent, (unsigned)GetLastError());
    record_wait(&record->completions, 1);
    /* The body belongs to the program again. */
    free(content);
    record_print(record);
    printf("more was sent than the body %d, length %u\n", sent_bytes > 21, (unsigned)sent_length);

    if (!InternetReadFile(request, answer, sizeof answer - 1, &count) &&
        GetLastError() == ERROR_IO_PENDING)
        record_wait(&record->completions, 2);
    printf("answer: %s\n", answer);
    InternetCloseHandle(session);
    record_wait(&record->closings, 1);
    free(record);
    return 0;
}
