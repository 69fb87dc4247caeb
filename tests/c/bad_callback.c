/* bad_callback.c: what InternetSetStatusCallback returns. */
#include "record.h"

static void CALLBACK other(HINTERNET handle, DWORD_PTR context, DWORD status, LPVOID info,
                           DWORD length)
{
    record_status(handle, context, status, info, length);
}

static const char *name(INTERNET_STATUS_CALLBACK callback)
{
    if (callback == NULL)
        return "NULL";
    if (callback == INTERNET_INVALID_STATUS_CALLBACK)
        return "INTERNET_INVALID_STATUS_CALLBACK";
    return callback == record_status ? "the first" : callback == other ? "the second" : "another";
}

static void set(const char *what, HINTERNET handle, INTERNET_STATUS_CALLBACK callback)
{
    SetLastError(0);
    const char *before = name(InternetSetStatusCallback(handle, callback));
    printf("%s: %s, error %u\n", what, before, (unsigned)GetLastError());
}

int main(void)
{
    HINTERNET session = InternetOpen("c test", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, 0);
    set("first time", session, record_status);
    set("changed", session, other);
    HINTERNET connection = InternetConnect(session, "127.0.0.1", 1, NULL, NULL,
                                           INTERNET_SERVICE_HTTP, 0, 0);
    set("removed", session, NULL);
    set("the child's", connection, record_status);
    printf("wide: %s\n", name(InternetSetStatusCallbackW(connection, NULL)));
    InternetCloseHandle(session);
    set("closed", session, record_status);
    set("closed with its parent", connection, record_status);
    set("no handle", NULL, record_status);
    set("made up", (HINTERNET)(DWORD_PTR)0x123456, record_status);
    return 0;
}
