/* sync_get.c: a synchronous GET with InternetOpenUrl; every notification on the caller. */
#include <string.h>

#include "record.h"

int main(int argc, char **argv)
{
    struct record *record = record_new();
    char url[64], body[256] = "", type[64] = "";
    DWORD size = sizeof type, count = 0, total = 0;
    int elsewhere = 0;

    snprintf(url, sizeof url, "http://127.0.0.1:%s/sync", argc > 1 ? argv[1] : "0");
    HINTERNET session = InternetOpen("c test", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, 0);
    InternetSetStatusCallback(session, record_status);
    SetLastError(1234);
    HINTERNET page = InternetOpenUrl(session, url, NULL, 0, 0, (DWORD_PTR)record);
    printf("opened %d, the one that was announced %d, error %u\n", page != NULL,
           page == record->created, (unsigned)GetLastError());

    BOOL typed = HttpQueryInfo(page, HTTP_QUERY_CONTENT_TYPE, type, &size, NULL);
    printf("type %d: %s, %u characters\n", typed, type, (unsigned)size);
    while (InternetReadFile(page, body + total, sizeof body - 1 - total, &count) && count > 0)
        total += count;
    printf("%u bytes: %s\n", (unsigned)total, body);

    printf("closed %d\n", InternetCloseHandle(page));
    printf("closed again %d", InternetCloseHandle(page));
    printf(", error %u\n", (unsigned)GetLastError());
    record_print(record);
    for (int i = 0; i < record->count; i++)
        elsewhere += record->elsewhere[i];
    printf("on other threads: %d\n", elsewhere);
    InternetCloseHandle(session);
    free(record);
    return 0;
}
