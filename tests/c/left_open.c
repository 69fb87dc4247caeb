/* left_open.c: a program that ends with handles open and requests under way. */
#include "record.h"

int main(int argc, char **argv)
{
    static struct record waiting, reading;
    INTERNET_PORT port = (INTERNET_PORT)atoi(argc > 1 ? argv[1] : "0");
    char url[64];

    snprintf(url, sizeof url, "http://127.0.0.1:%u/hello", (unsigned)port);
    HINTERNET sync = InternetOpen("c test", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, 0);
    printf("sync %d\n", InternetOpenUrl(sync, url, NULL, 0, 0, 0) != NULL);

    HINTERNET session = InternetOpen("c test", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL,
                                     INTERNET_FLAG_ASYNC);
    InternetSetStatusCallback(session, record_status);
    InternetOpenUrl(session, url, NULL, 0, 0, (DWORD_PTR)&reading);
    HINTERNET connection = InternetConnect(session, "127.0.0.1", port, NULL, NULL,
                                           INTERNET_SERVICE_HTTP, 0, 0);
    HINTERNET request = HttpOpenRequest(connection, "GET", "/never", NULL, NULL, NULL, 0,
                                        (DWORD_PTR)&waiting);
    HttpSendRequest(request, NULL, 0, NULL, 0);
    record_wait(&reading.completions, 1);
    record_wait_status(&waiting, INTERNET_STATUS_RECEIVING_RESPONSE);
    printf("bye\n");
    return 0;
}
