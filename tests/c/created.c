/* created.c: what HANDLE_CREATED points to, read both ways, and the bytes behind each pointer. */
#include <string.h>

#include "record.h"

static unsigned sum;

static void CALLBACK on_status(HINTERNET handle, DWORD_PTR context, DWORD status, LPVOID info,
                               DWORD length)
{
    const unsigned char *bytes = (const unsigned char *)info;
    if (bytes != NULL)
        for (int i = 0; i < 16; i++)
            /* A decision, so that valgrind minds bytes without a value. */
            sum += bytes[i] > 127 ? 2 : 1;
    if (status == INTERNET_STATUS_HANDLE_CREATED) {
        const INTERNET_ASYNC_RESULT *result = (const INTERNET_ASYNC_RESULT *)info;
        HINTERNET child = *(HINTERNET *)info;
        DWORD type = 0, size = sizeof type;
        HINTERNET parent = NULL;
        DWORD parent_size = sizeof parent;
        InternetQueryOption(child, INTERNET_OPTION_HANDLE_TYPE, &type, &size);
        InternetQueryOption(child, INTERNET_OPTION_PARENT_HANDLE, &parent, &parent_size);
        printf("created: both readings agree %d, error %u, length right %d, type %u, "
               "told by its parent %d\n",
               (HINTERNET)result->dwResult == child, (unsigned)result->dwError,
               length == sizeof(HINTERNET), (unsigned)type, parent == handle);
    }
    if (status == INTERNET_STATUS_HANDLE_CLOSING)
        printf("closing: tells itself %d, length right %d\n", *(HINTERNET *)info == handle,
               length == sizeof(HINTERNET));
    record_status(handle, context, status, info, length);
}

int main(int argc, char **argv)
{
    struct record *one = record_new(), *two = record_new();
    INTERNET_PORT port = (INTERNET_PORT)atoi(argc > 1 ? argv[1] : "0");

    HINTERNET session = InternetOpen("c test", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, 0);
    InternetSetStatusCallback(session, on_status);
    HINTERNET connection = InternetConnect(session, "127.0.0.1", port, NULL, NULL,
                                           INTERNET_SERVICE_HTTP, 0, (DWORD_PTR)one);
    HINTERNET request = HttpOpenRequest(connection, NULL, NULL, NULL, NULL, NULL, 0,
                                        (DWORD_PTR)two);
    printf("sent %d\n", HttpSendRequest(request, NULL, 0, NULL, 0));
    printf("announced to the child's context: %d %d\n", one->created == connection,
           two->created == request);
    /* The tree goes, children first. */
    InternetCloseHandle(session);
    record_print(one);
    record_print(two);
    printf("read %s\n", sum > 0 ? "all" : "nothing");
    free(one);
    free(two);
    return 0;
}
