/*
 * five_gib.c: moves a body that no DWORD can count, one piece after the other.
 *
 *     five_gib "PORT async|sync download|length|chunks"
 *
 * Prints how many bytes went, what the progress numbers come to, whether the content was right, and the
 * most memory that the process ever had.
 */
#include <inttypes.h>
#include <string.h>

#include "record.h"

#define SIZE (UINT64_C(5) << 30)
#define PIECE (256 * 1024)
/* A prime: pieces never begin at the same place of it. */
#define PERIOD 1000003

static unsigned char content[PERIOD + PIECE], piece[PIECE];
static uint64_t sent, received;

static void CALLBACK on_status(HINTERNET handle, DWORD_PTR context, DWORD status, LPVOID info, DWORD length)
{
    pthread_mutex_lock(&record_lock);
    if (status == INTERNET_STATUS_REQUEST_SENT)
        sent += *(DWORD *)info;
    if (status == INTERNET_STATUS_RESPONSE_RECEIVED)
        received += *(DWORD *)info;
    pthread_mutex_unlock(&record_lock);
    record_status(handle, context, status, info, length);
}

/* The same bytes as the server's. */
static void make_content(void)
{
    uint32_t state = 1;
    for (size_t i = 0; i < PERIOD; i++) {
        state = state * 1103515245 + 12345;
        content[i] = (unsigned char)(state >> 24);
    }
    memcpy(content + PERIOD, content, PIECE);
}

/* Waits for the end of a call, and ends the program if it failed. */
static void must(struct record *record, BOOL ok, const char *what)
{
    static int completions;
    DWORD error = ok ? 0 : GetLastError();
    if (error == ERROR_IO_PENDING) {
        record_wait(&record->completions, ++completions);
        error = record->result.dwResult != 0 ? 0 : record->result.dwError;
    }
    if (error != 0) {
        printf("%s: error %u\n", what, (unsigned)error);
        exit(1);
    }
}

static void download(struct record *record, HINTERNET request)
{
    uint64_t done = 0;
    DWORD count;
    int right = 1;
    must(record, HttpSendRequest(request, NULL, 0, NULL, 0), "HttpSendRequest");
    for (;;) {
        must(record, InternetReadFile(request, piece, PIECE, &count), "InternetReadFile");
        if (count == 0)
            break;
        right &= memcmp(piece, content + done % PERIOD, count) == 0;
        done += count;
    }
    /* What a read that has returned is still to tell comes before the last word. */
    InternetCloseHandle(request);
    record_wait(&record->closings, 1);
    printf("%" PRIu64 " bytes, right %d, told of %" PRIu64 "\n", done, right, received);
}

static void upload(struct record *record, HINTERNET request, const char *headers)
{
    INTERNET_BUFFERS buffers = { 0 };
    uint64_t done = 0;
    DWORD count;
    buffers.dwStructSize = sizeof buffers;
    buffers.lpcszHeader = headers;
    buffers.dwHeadersLength = headers == NULL ? 0 : (DWORD)-1;
    must(record, HttpSendRequestEx(request, &buffers, NULL, 0, 0), "HttpSendRequestEx");
    for (; done < SIZE; done += count)
        must(record, InternetWriteFile(request, content + done % PERIOD, PIECE, &count), "InternetWriteFile");
    must(record, HttpEndRequest(request, NULL, 0, 0), "HttpEndRequest");
    printf("%" PRIu64 " bytes, told of %" PRIu64 "\n", done, sent);
    must(record, InternetReadFile(request, piece, PIECE, &count), "InternetReadFile");
    printf("%.*s\n", (int)count, (char *)piece);
}

static void print_peak(void)
{
    char line[256];
    FILE *status = fopen("/proc/self/status", "r");
    while (status != NULL && fgets(line, sizeof line, status) != NULL)
        if (strncmp(line, "VmHWM:", 6) == 0)
            printf("%d KiB\n", atoi(line + 6));
    if (status != NULL)
        fclose(status);
}


int main(int argc, char **argv)
{
    struct record *record = record_new();
    unsigned port = 0;
    char session_kind[16] = "", what[16] = "", headers[64];
    if (argc != 2 || sscanf(argv[1], "%u %15s %15s", &port, session_kind, what) != 3)
        return 2;
    int is_async = strcmp(session_kind, "async") == 0, is_download = strcmp(what, "download") == 0;
    make_content();
    HINTERNET session = InternetOpen("c test", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL,
                                     is_async ? INTERNET_FLAG_ASYNC : 0);
    HINTERNET connection = InternetConnect(session, "127.0.0.1", (INTERNET_PORT)port, NULL, NULL,
                                           INTERNET_SERVICE_HTTP, 0, 0);
    HINTERNET request = HttpOpenRequest(connection, is_download ? "GET" : "POST", "/", NULL, NULL, NULL, 0,
                                        (DWORD_PTR)record);
    InternetSetStatusCallback(request, on_status);
    snprintf(headers, sizeof headers, "Content-Length: %" PRIu64, SIZE);
    if (is_download)
        download(record, request);
    else
        upload(record, request, strcmp(what, "length") == 0 ? headers : NULL);
    InternetCloseHandle(session);
    record_wait(&record->closings, 1);
    free(record);
    print_peak();
    return 0;
}
