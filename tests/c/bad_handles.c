/* bad_handles.c: each function with handles that are NULL, made up, closed, or of the wrong type. */
#include "record.h"

static char data[16];
static DWORD number;

static BOOL add(HINTERNET h)
{
    return HttpAddRequestHeaders(h, "X: y", (DWORD)-1, HTTP_ADDREQ_FLAG_ADD);
}

static BOOL available(HINTERNET h)
{
    return InternetQueryDataAvailable(h, &number, 0, 0);
}

static BOOL connect_to(HINTERNET h)
{
    return InternetConnect(h, "127.0.0.1", 1, NULL, NULL, INTERNET_SERVICE_HTTP, 0, 0) != NULL;
}

static BOOL open_request(HINTERNET h)
{
    return HttpOpenRequest(h, "GET", "/", NULL, NULL, NULL, 0, 0) != NULL;
}

static BOOL open_url(HINTERNET h)
{
    return InternetOpenUrl(h, "http://127.0.0.1:1/", NULL, 0, 0, 0) != NULL;
}

static BOOL query(HINTERNET h)
{
    DWORD size = sizeof data;
    return HttpQueryInfo(h, HTTP_QUERY_STATUS_CODE, data, &size, NULL);
}

static BOOL read_file(HINTERNET h)
{
    return InternetReadFile(h, data, sizeof data, &number);
}

static BOOL read_file_ex(HINTERNET h)
{
    INTERNET_BUFFERS buffers = { .dwStructSize = sizeof buffers };
    buffers.lpvBuffer = data;
    buffers.dwBufferLength = sizeof data;
    return InternetReadFileEx(h, &buffers, 0, 0);
}

static BOOL send_request(HINTERNET h)
{
    return HttpSendRequest(h, NULL, 0, NULL, 0);
}

static const struct {
    const char *name;
    BOOL (*call)(HINTERNET);
    /* A handle that is no good: 0 the session, 1 the connection, 2 the request. */
    int wrong;
} table[] = {
    { "HttpAddRequestHeaders", add, 1 },
    { "HttpOpenRequest", open_request, 0 },
    { "HttpQueryInfo", query, 1 },
    { "HttpSendRequest", send_request, 0 },
    { "InternetConnect", connect_to, 2 },
    { "InternetOpenUrl", open_url, 1 },
    { "InternetQueryDataAvailable", available, 1 },
    { "InternetReadFile", read_file, 0 },
    { "InternetReadFileEx", read_file_ex, 1 },
};

static unsigned try(BOOL (*call)(HINTERNET), HINTERNET handle)
{
    SetLastError(0);
    return call(handle) ? 0 : (unsigned)GetLastError();
}

int main(void)
{
    HINTERNET session = InternetOpen("c test", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, 0);
    HINTERNET connection = InternetConnect(session, "127.0.0.1", 1, NULL, NULL,
                                           INTERNET_SERVICE_HTTP, 0, 0);
    HINTERNET request = HttpOpenRequest(connection, "GET", "/", NULL, NULL, NULL, 0, 0);
    HINTERNET handles[] = { session, connection, request };
    HINTERNET closed = HttpOpenRequest(connection, "GET", "/", NULL, NULL, NULL, 0, 0);
    InternetCloseHandle(closed);
    HINTERNET made_up = (HINTERNET)((DWORD_PTR)request + 0x100000);

    printf("NULL, made up, closed, wrong type\n");
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++)
        printf("%s: %u %u %u %u\n", table[i].name, try(table[i].call, NULL),
               try(table[i].call, made_up), try(table[i].call, closed),
               try(table[i].call, handles[table[i].wrong]));
    printf("InternetCloseHandle: %u %u %u\n", try(InternetCloseHandle, NULL),
           try(InternetCloseHandle, made_up), try(InternetCloseHandle, closed));

    /* A pointer of the program's own is no handle, and nobody looks at what it points to. */
    printf("a pointer: %u\n", try(InternetCloseHandle, (HINTERNET)data));
    printf("(HINTERNET)-1: %u\n", try(InternetCloseHandle, (HINTERNET)(DWORD_PTR)-1));

    /* A closed parent takes its children along. */
    printf("close the connection: %u\n", try(InternetCloseHandle, connection));
    printf("then its request: %u\n", try(InternetCloseHandle, request));
    printf("close the session: %u\n", try(InternetCloseHandle, session));
    printf("again: %u\n", try(InternetCloseHandle, session));
    return 0;
}
