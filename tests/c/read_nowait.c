/*
 * read_nowait.c: InternetReadFileEx with IRF_NO_WAIT. When nothing is at hand the call keeps no
 * pointer: its INTERNET_BUFFERS lies on a stack that is gone, its data is freed.
 */
#include <string.h>

#include "record.h"

static HINTERNET page;

/* What the call returned, with a last error of 0 for TRUE. */
static __attribute__((noinline)) DWORD read_once(struct record *record)
{
    INTERNET_BUFFERS buffers = { .dwStructSize = sizeof buffers };
    char *data = (char *)malloc(64);
    buffers.lpvBuffer = data;
    buffers.dwBufferLength = 64;
    BOOL read = InternetReadFileEx(page, &buffers, IRF_NO_WAIT, (DWORD_PTR)record);
    DWORD error = read ? 0 : GetLastError();
    if (read)
        printf("read %u bytes: %.*s\n", (unsigned)buffers.dwBufferLength,
               (int)buffers.dwBufferLength, data);
    else
        printf("not read, error %u, length untouched %d\n", (unsigned)error,
               buffers.dwBufferLength == 64);
    free(data);
    return error;
}

/* Lies where read_once had its frame, and finds out whether someone writes there. */
static __attribute__((noinline)) int wait_over_the_old_frame(struct record *record,
                                                             const char *port)
{
    volatile unsigned char frame[1024];
    char url[64], answer[8];
    DWORD count;
    int harmed = 0;
    for (size_t i = 0; i < sizeof frame; i++)
        frame[i] = 0xA5;

    /* This request makes the server send the body of the other one. */
    snprintf(url, sizeof url, "http://127.0.0.1:%s/go", port);
    HINTERNET session = InternetOpen("c test", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, 0);
    HINTERNET go = InternetOpenUrl(session, url, NULL, 0, 0, 0);
    InternetReadFile(go, answer, sizeof answer, &count);
    record_wait(&record->completions, 2);
    InternetCloseHandle(session);

    for (size_t i = 0; i < sizeof frame; i++)
        harmed |= frame[i] != 0xA5;
    return harmed;
}

int main(int argc, char **argv)
{
    const char *port = argc > 1 ? argv[1] : "0";
    struct record *record = record_new();
    char url[64];

    snprintf(url, sizeof url, "http://127.0.0.1:%s/body", port);
    HINTERNET session = InternetOpen("c test", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL,
                                     INTERNET_FLAG_ASYNC);
    InternetSetStatusCallback(session, record_status);
    InternetOpenUrl(session, url, NULL, 0, 0, (DWORD_PTR)record);
    record_wait(&record->completions, 1);
    page = (HINTERNET)record->result.dwResult;

    read_once(record);
    printf("harmed %d\n", wait_over_the_old_frame(record, port));
    printf("completed with %d, error %u\n", (int)record->result.dwResult,
           (unsigned)record->result.dwError);
    read_once(record);
    record_print(record);
    InternetCloseHandle(page);
    record_wait(&record->closings, 1);
    InternetCloseHandle(session);
    free(record);
    return 0;
}
