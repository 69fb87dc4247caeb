/* scribble.c: a callback that writes all over its information, which is a private copy. */
#include <string.h>

#include "record.h"

static int texts_right = 1;

static void CALLBACK on_status(HINTERNET handle, DWORD_PTR context, DWORD status, LPVOID info,
                               DWORD length)
{
    if (status == INTERNET_STATUS_CONNECTING_TO_SERVER ||
        status == INTERNET_STATUS_CONNECTED_TO_SERVER)
        texts_right = texts_right && strcmp((const char *)info, "127.0.0.1") == 0 &&
                      length == sizeof "127.0.0.1";
    record_status(handle, context, status, info, length);
    if (info != NULL)
        memset(info, 'x', length);
}

int main(int argc, char **argv)
{
    struct record *record = record_new();
    char url[64], is[256] = "";
    DWORD size = sizeof is;

    snprintf(url, sizeof url, "http://127.0.0.1:%s/first", argc > 1 ? argv[1] : "0");
    HINTERNET session = InternetOpen("c test", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL,
                                     INTERNET_FLAG_ASYNC);
    InternetSetStatusCallback(session, on_status);
    HINTERNET page = InternetOpenUrl(session, url, NULL, 0, 0, (DWORD_PTR)record);
    printf("opened %d, error %u\n", page != NULL, (unsigned)GetLastError());
    record_wait(&record->completions, 1);
    page = (HINTERNET)record->result.dwResult;
    printf("the handle that was announced %d, error %u\n", page == record->created,
           (unsigned)record->result.dwError);
    record_print(record);
    printf("texts right %d\n", texts_right);

    /* Had the library used the copies, the second place would not have been found. */
    InternetQueryOption(page, INTERNET_OPTION_URL, is, &size);
    const char *path = strchr(is + strlen("http://"), '/');
    printf("now at %s\n", path == NULL ? "" : path);
    InternetCloseHandle(page);
    record_wait(&record->closings, 1);
    InternetCloseHandle(session);
    free(record);
    return 0;
}
