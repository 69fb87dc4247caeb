/*
 * close_in_flight.c: handles that are closed while a connection is being made secure, while a body is
 * sent, whole and in pieces, and while one is read. A synchronous call is freed by another thread.
 */
#include <string.h>
#include <time.h>

#include "record.h"

#define LARGE 20000000

static char *large;

enum phase { HANDSHAKE, SEND, PIECES, ANSWER, BODY };

static const char *const names[] = {"handshake", "send", "pieces", "answer", "body"};

struct closer {
    HINTERNET request;
    const struct record *record;
    DWORD status;
    double closed_at;
};

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

/* Closes as soon as that status was told. */
static void *close_request(void *argument)
{
    struct closer *closer = (struct closer *)argument;
    const struct timespec moment = {0, 20000000};
    record_wait_status(closer->record, closer->status);
    /* The call that is to be interrupted goes on to its wait. Whether it has got there is no matter. */
    nanosleep(&moment, NULL);
    closer->closed_at = now();
    InternetCloseHandle(closer->request);
    return NULL;
}

static DWORD write_pieces(HINTERNET request, struct record *record)
{
    DWORD written, error = 0;
    for (DWORD total = 0; error == 0 && total < LARGE; total += 1000000)
        error = record_finish(record, InternetWriteFile(request, large, 1000000, &written));
    return error;
}

static DWORD run(HINTERNET request, struct record *record, enum phase phase)
{
    static char body[4];
    DWORD length = 0, error;
    INTERNET_BUFFERS buffers;

    switch (phase) {
    case SEND:
        return record_finish(record, HttpSendRequest(request, NULL, 0, large, LARGE));
    case PIECES:
        memset(&buffers, 0, sizeof buffers);
        buffers.dwStructSize = sizeof buffers;
        buffers.dwBufferTotal = LARGE;
        error = record_finish(record, HttpSendRequestEx(request, &buffers, NULL, 0, 0));
        return error != 0 ? error : write_pieces(request, record);
    case BODY:
        error = record_finish(record, HttpSendRequest(request, NULL, 0, NULL, 0));
        if (error != 0)
            return error;
        return record_finish(record, InternetReadFile(request, body, sizeof body, &length));
    default:
        return record_finish(record, HttpSendRequest(request, NULL, 0, NULL, 0));
    }
}

static void try_one(HINTERNET connection, enum phase phase)
{
    /* What is told before the wait begins. */
    static const DWORD statuses[] = {
        INTERNET_STATUS_CONNECTED_TO_SERVER, INTERNET_STATUS_SENDING_REQUEST,
        INTERNET_STATUS_REQUEST_SENT, INTERNET_STATUS_RECEIVING_RESPONSE,
        INTERNET_STATUS_RESPONSE_RECEIVED};
    struct record *record = record_new();
    HINTERNET request = HttpOpenRequest(connection, phase == SEND || phase == PIECES ? "POST" : "GET",
                                        phase == BODY ? "/head" : "/silent", NULL, NULL, NULL,
                                        phase == HANDSHAKE ? INTERNET_FLAG_SECURE : 0,
                                        (DWORD_PTR)record);
    struct closer closer = {request, record, statuses[phase], 0};
    pthread_t thread;
    pthread_create(&thread, NULL, close_request, &closer);
    DWORD error = run(request, record, phase);
    pthread_join(thread, NULL);
    record_wait(&record->closings, 1);
    double took = now() - closer.closed_at;
    /* A call that has not begun yet finds no handle. */
    int is_cancelled = error == ERROR_INTERNET_OPERATION_CANCELLED || error == ERROR_INVALID_HANDLE;
    printf("%s: cancelled %d, at once %d, closings %d\n", names[phase], is_cancelled, took < 3000,
           record->closings);
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
        for (int phase = HANDSHAKE; phase <= BODY; phase++)
            try_one(connection, (enum phase)phase);
        InternetCloseHandle(session);
    }
    free(large);
    return 0;
}
