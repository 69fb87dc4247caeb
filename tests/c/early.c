/*
 * early.c: large bodies for a server that answers before it has read them. It reads no more then, or it
 * hangs up.
 */
#include <string.h>

#include "record.h"

#define LARGE 20000000
#define PIECE 1000000

static char *large;

static void print_answer(HINTERNET request, struct record *record)
{
    char body[8] = "";
    DWORD code = 0, size = sizeof code, length = 0;
    HttpQueryInfo(request, HTTP_QUERY_STATUS_CODE | HTTP_QUERY_FLAG_NUMBER, &code, &size, NULL);
    DWORD error = record_finish(record, InternetReadFile(request, body, sizeof body - 1, &length));
    printf("%u %s, error %u\n", (unsigned)code, body, (unsigned)error);
}

static void send_whole(HINTERNET request, struct record *record)
{
    DWORD error = record_finish(record, HttpSendRequest(request, NULL, 0, large, LARGE));
    printf("whole: error %u; ", (unsigned)error);
}

static void send_pieces(HINTERNET request, struct record *record)
{
    DWORD written, total = 0;
    INTERNET_BUFFERS buffers;
    memset(&buffers, 0, sizeof buffers);
    buffers.dwStructSize = sizeof buffers;
    buffers.dwBufferTotal = LARGE;
    DWORD error = record_finish(record, HttpSendRequestEx(request, &buffers, NULL, 0, 0));
    for (int i = 0; error == 0 && i < LARGE / PIECE; i++) {
        written = 0;
        error = record_finish(record, InternetWriteFile(request, large, PIECE, &written));
        total += written;
    }
    printf("pieces: %u, error %u; ", (unsigned)total, (unsigned)error);
    error = record_finish(record, HttpEndRequest(request, NULL, 0, 0));
    printf("ended with error %u; ", (unsigned)error);
}

static void try_one(HINTERNET connection, const char *target,
                    void (*send)(HINTERNET, struct record *))
{
    struct record *record = record_new();
    HINTERNET request = HttpOpenRequest(connection, "POST", target, NULL, NULL, NULL, 0,
                                        (DWORD_PTR)record);
    send(request, record);
    print_answer(request, record);
    InternetCloseHandle(request);
    record_wait(&record->closings, 1);
    free(record);
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
        try_one(connection, "/silent", send_whole);
        try_one(connection, "/gone", send_whole);
        try_one(connection, "/silent", send_pieces);
        try_one(connection, "/gone", send_pieces);
        InternetCloseHandle(session);
    }
    free(large);
    return 0;
}
