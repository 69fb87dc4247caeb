/* scribble.c: a callback that writes all over its information, which is a private copy. */
#include <string.h>

#include "record.h"

static char resolving[64];

static void CALLBACK on_status(HINTERNET handle, DWORD_PTR context, DWORD status, LPVOID info,
                               DWORD length)
{
    if (status == INTERNET_STATUS_RESOLVING_NAME)
        strncpy(resolving, (const char *)info, sizeof resolving - 1);
    record_status(handle, context, status, info, length);
    if (info != NULL)
        memset(info, 'x', length);
}

/* Fetches a page whose body is the Host header of its request. */
static void fetch(HINTERNET session, const char *port, const char *path, struct record *record)
{
    char url[128], host[64], body[64] = "", is[256] = "";
    DWORD size = sizeof is, count = 0;

    snprintf(host, sizeof host, "localhost:%s", port);
    snprintf(url, sizeof url, "http://%s%s", host, path);
    HINTERNET page = InternetOpenUrl(session, url, NULL, 0, 0, (DWORD_PTR)record);
    printf("opened %d, error %u\n", page != NULL, (unsigned)GetLastError());
    record_wait(&record->completions, 1);
    page = (HINTERNET)record->result.dwResult;
    printf("the handle that was announced %d, error %u\n", page == record->created,
           (unsigned)record->result.dwError);

    /* Had the library used the copies itself, these would not be right. */
    InternetQueryOption(page, INTERNET_OPTION_URL, is, &size);
    if (!InternetReadFile(page, body, sizeof body - 1, &count) &&
        GetLastError() == ERROR_IO_PENDING)
        record_wait(&record->completions, 2);
    printf("URL right %d, host right %d\n", strcmp(is, url) == 0, strcmp(body, host) == 0);
    InternetCloseHandle(page);
    record_wait(&record->closings, 1);
}

int main(int argc, char **argv)
{
    struct record *first = record_new(), *second = record_new();
    const char *port = argc > 1 ? argv[1] : "0";

    HINTERNET session = InternetOpen("c test", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL,
                                     INTERNET_FLAG_ASYNC);
    InternetSetStatusCallback(session, on_status);
    fetch(session, port, "/first", first);
    printf("resolving %s\n", resolving);
    fetch(session, port, "/second", second);
    record_print(second);
    InternetCloseHandle(session);
    free(first);
    free(second);
    return 0;
}
