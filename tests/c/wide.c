/* wide.c: the W forms, with the platform's wchar_t. */
#include <string.h>
#include <wchar.h>

#include "record.h"

static wchar_t resolving[256];
static DWORD resolving_length, resolved_length;
static char resolved[64];

static void CALLBACK on_status(HINTERNET handle, DWORD_PTR context, DWORD status, LPVOID info,
                               DWORD length)
{
    if (status == INTERNET_STATUS_RESOLVING_NAME) {
        wcsncpy(resolving, (const wchar_t *)info, 255);
        resolving_length = length;
    }
    /* This one is narrow in both forms. */
    if (status == INTERNET_STATUS_NAME_RESOLVED) {
        strncpy(resolved, (const char *)info, sizeof resolved - 1);
        resolved_length = length;
    }
    record_status(handle, context, status, info, length);
}

int main(int argc, char **argv)
{
    struct record *record = record_new();
    wchar_t type[64] = L"";
    DWORD size = 0;
    INTERNET_PORT port = (INTERNET_PORT)atoi(argc > 1 ? argv[1] : "0");

    HINTERNET session = InternetOpenW(L"pr\u00fcfer", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, 0);
    InternetSetStatusCallbackW(session, on_status);
    HINTERNET connection = InternetConnectW(session, L"localhost", port, NULL, NULL,
                                            INTERNET_SERVICE_HTTP, 0, 0);
    HINTERNET request = HttpOpenRequestW(connection, L"GET", L"/wide", NULL, NULL, NULL, 0,
                                         (DWORD_PTR)record);
    HttpAddRequestHeadersW(request, L"X-One: 1\r\n", (DWORD)-1, HTTP_ADDREQ_FLAG_ADD);
    printf("sent %d\n", HttpSendRequestW(request, L"X-Two: 2\r\n", (DWORD)-1, NULL, 0));
    printf("resolving %ls, length right %d\n", resolving,
           resolving_length == (wcslen(resolving) + 1) * sizeof(wchar_t));
    /* 127.0.0.1 or ::1, as the machine has it. */
    printf("resolved to an address %d, length right %d\n", strpbrk(resolved, ".:") != NULL,
           resolved_length == strlen(resolved) + 1);

    BOOL asked = HttpQueryInfoW(request, HTTP_QUERY_CONTENT_TYPE, NULL, &size, NULL);
    printf("asked %d, error %u", asked, (unsigned)GetLastError());
    printf(", size in wide characters %u\n", (unsigned)(size / sizeof(wchar_t)));
    asked = HttpQueryInfoW(request, HTTP_QUERY_CONTENT_TYPE, type, &size, NULL);
    printf("asked %d: %ls", asked, type);
    printf(", size in wide characters %u\n", (unsigned)(size / sizeof(wchar_t)));

    InternetCloseHandle(session);
    record_wait(&record->closings, 1);
    free(record);
    return 0;
}
