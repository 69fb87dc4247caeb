/* tls.c: https with a certificate of an authority that SSL_CERT_FILE names, and with one for another host. */
#include "record.h"

static HINTERNET connection;

/* Reads all of the body: its length, and whether every byte is what it should be. */
static void print_body(HINTERNET request, struct record *record)
{
    char buffer[5000];
    DWORD total = 0, length = 0, error;
    int right = 1;
    do {
        error = record_finish(record, InternetReadFile(request, buffer, sizeof buffer, &length));
        for (DWORD i = 0; i < length; i++)
            right = right && buffer[i] == (char)('a' + (total + i) % 26);
        total += length;
    } while (error == 0 && length > 0);
    printf("%u bytes, right %d, error %u\n", (unsigned)total, right, (unsigned)error);
}

static void fetch(const char *name, DWORD flags)
{
    struct record *record = record_new();
    DWORD security = 0, size = sizeof security;
    HINTERNET request = HttpOpenRequest(connection, "GET", "/", NULL, NULL, NULL,
                                        INTERNET_FLAG_SECURE | flags, (DWORD_PTR)record);
    DWORD error = record_finish(record, HttpSendRequest(request, NULL, 0, NULL, 0));
    InternetQueryOption(request, INTERNET_OPTION_SECURITY_FLAGS, &security, &size);
    printf("%s: error %u, secure %d, strong %d\n", name, (unsigned)error,
           (security & SECURITY_FLAG_SECURE) != 0, (security & SECURITY_FLAG_STRENGTH_STRONG) != 0);
    if (error == 0)
        print_body(request, record);
    InternetCloseHandle(request);
    record_wait(&record->closings, 1);
    free(record);
}

int main(int argc, char **argv)
{
    static const DWORD modes[] = {0, INTERNET_FLAG_ASYNC};
    INTERNET_PORT port = (INTERNET_PORT)atoi(argc > 1 ? argv[1] : "0");

    for (int i = 0; i < 2; i++) {
        HINTERNET session = InternetOpen("c test", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, modes[i]);
        InternetSetStatusCallback(session, record_status);
        connection = InternetConnect(session, "127.0.0.1", port, NULL, NULL, INTERNET_SERVICE_HTTP,
                                     0, 0);
        printf(i == 0 ? "synchronous\n" : "asynchronous\n");
        fetch("good", 0);
        fetch("wrong name", 0);
        fetch("wrong name that is ignored", INTERNET_FLAG_IGNORE_CERT_CN_INVALID);
        InternetCloseHandle(session);
    }
    return 0;
}
