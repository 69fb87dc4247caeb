/* timeouts.c: a server that is silent, in each phase of a request. */
#include <time.h>

#include "record.h"

#define LARGE 20000000
#define TIMEOUT 300

static char *large;

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

/* Not before its time and not long after it; the machine may be busy. */
static int in_time(double begun)
{
    double took = now() - begun;
    return took >= TIMEOUT - 1 && took < TIMEOUT + 30000;
}

static HINTERNET open_request(HINTERNET connection, const char *verb, const char *target,
                              DWORD flags, DWORD option, struct record *record)
{
    DWORD timeout = TIMEOUT, once = 1;
    HINTERNET request = HttpOpenRequest(connection, verb, target, NULL, NULL, NULL, flags,
                                        (DWORD_PTR)record);
    InternetSetOption(request, option, &timeout, sizeof timeout);
    InternetSetOption(request, INTERNET_OPTION_CONNECT_RETRIES, &once, sizeof once);
    return request;
}

static void end(const char *phase, DWORD error, double begun, HINTERNET request,
                struct record *record)
{
    printf("%s: error %u, in time %d\n", phase, (unsigned)error, in_time(begun));
    InternetCloseHandle(request);
    record_wait(&record->closings, 1);
    free(record);
}

static void try_send(HINTERNET connection, const char *phase, const char *verb, DWORD flags,
                     DWORD option)
{
    struct record *record = record_new();
    HINTERNET request = open_request(connection, verb, "/silent", flags, option, record);
    DWORD length = verb[0] == 'P' ? LARGE : 0;
    double begun = now();
    BOOL sent = HttpSendRequest(request, NULL, 0, length != 0 ? large : NULL, length);
    end(phase, record_finish(record, sent), begun, request, record);
}

static void try_read(HINTERNET connection)
{
    struct record *record = record_new();
    HINTERNET request = open_request(connection, "GET", "/head", 0,
                                     INTERNET_OPTION_RECEIVE_TIMEOUT, record);
    DWORD error = record_finish(record, HttpSendRequest(request, NULL, 0, NULL, 0));
    char body[4];
    DWORD length = 0;
    double begun = now();
    printf("head: error %u\n", (unsigned)error);
    BOOL read = InternetReadFile(request, body, sizeof body, &length);
    end("body", record_finish(record, read), begun, request, record);
}

int main(int argc, char **argv)
{
    static const DWORD modes[] = {0, INTERNET_FLAG_ASYNC};
    INTERNET_PORT port = (INTERNET_PORT)atoi(argc > 1 ? argv[1] : "0");

    large = (char *)calloc(LARGE, 1);
    for (int i = 0; i < 2; i++) {
        HINTERNET session = InternetOpen("c test", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, modes[i]);
        InternetSetStatusCallback(session, record_status);
        HINTERNET connection = InternetConnect(session, "127.0.0.1", port, NULL, NULL,
                                               INTERNET_SERVICE_HTTP, 0, 0);
        printf(i == 0 ? "synchronous\n" : "asynchronous\n");
        /* The server waits for a request and not for TLS. */
        try_send(connection, "connect", "GET", INTERNET_FLAG_SECURE,
                 INTERNET_OPTION_CONNECT_TIMEOUT);
        try_send(connection, "send", "POST", 0, INTERNET_OPTION_SEND_TIMEOUT);
        try_send(connection, "receive", "GET", 0, INTERNET_OPTION_RECEIVE_TIMEOUT);
        try_read(connection);
        InternetCloseHandle(session);
    }
    free(large);
    return 0;
}
