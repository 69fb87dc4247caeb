/*
 * status.c: fetches a URL asynchronously and prints what the status callback is told.
 *
 *     status URL
 *
 * One line for each notification: milliseconds since the start, the thread it came on (1 is the
 * thread of main), the status, its information. Then the length and the SHA-256 of the body. If
 * the fetch fails it prints the error's name and text and exits with 1.
 */
#define _POSIX_C_SOURCE 200809L

#include <inttypes.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include <windows.h>
#include <wininet.h>

#include "digest.h"
#include "errors.h"

/* What the callback and main share. Its address is the context of the request. */
struct fetch {
    pthread_mutex_t lock;
    pthread_cond_t changed;
    INTERNET_ASYNC_RESULT result;
    int completed;
    int created;
    int closed;
    struct timespec start;
    pthread_t threads[32];
    int thread_count;
};

static const char *status_name(DWORD status)
{
    switch (status) {
    case INTERNET_STATUS_RESOLVING_NAME: return "RESOLVING_NAME";
    case INTERNET_STATUS_NAME_RESOLVED: return "NAME_RESOLVED";
    case INTERNET_STATUS_CONNECTING_TO_SERVER: return "CONNECTING_TO_SERVER";
    case INTERNET_STATUS_CONNECTED_TO_SERVER: return "CONNECTED_TO_SERVER";
    case INTERNET_STATUS_SENDING_REQUEST: return "SENDING_REQUEST";
    case INTERNET_STATUS_REQUEST_SENT: return "REQUEST_SENT";
    case INTERNET_STATUS_RECEIVING_RESPONSE: return "RECEIVING_RESPONSE";
    case INTERNET_STATUS_RESPONSE_RECEIVED: return "RESPONSE_RECEIVED";
    case INTERNET_STATUS_CLOSING_CONNECTION: return "CLOSING_CONNECTION";
    case INTERNET_STATUS_CONNECTION_CLOSED: return "CONNECTION_CLOSED";
    case INTERNET_STATUS_HANDLE_CREATED: return "HANDLE_CREATED";
    case INTERNET_STATUS_HANDLE_CLOSING: return "HANDLE_CLOSING";
    case INTERNET_STATUS_DETECTING_PROXY: return "DETECTING_PROXY";
    case INTERNET_STATUS_REQUEST_COMPLETE: return "REQUEST_COMPLETE";
    case INTERNET_STATUS_REDIRECT: return "REDIRECT";
    case INTERNET_STATUS_INTERMEDIATE_RESPONSE: return "INTERMEDIATE_RESPONSE";
    case INTERNET_STATUS_STATE_CHANGE: return "STATE_CHANGE";
    case INTERNET_STATUS_COOKIE_SENT: return "COOKIE_SENT";
    case INTERNET_STATUS_COOKIE_RECEIVED: return "COOKIE_RECEIVED";
    default: return "?";
    }
}

static void print_information(DWORD status, const void *info, DWORD length)
{
    const INTERNET_ASYNC_RESULT *result = info;
    if (info == NULL)
        return;
    switch (status) {
    case INTERNET_STATUS_RESOLVING_NAME:
    case INTERNET_STATUS_NAME_RESOLVED:
    case INTERNET_STATUS_CONNECTING_TO_SERVER:
    case INTERNET_STATUS_CONNECTED_TO_SERVER:
    case INTERNET_STATUS_REDIRECT:
        printf("%s", (const char *)info);
        break;
    case INTERNET_STATUS_REQUEST_SENT:
    case INTERNET_STATUS_RESPONSE_RECEIVED:
        printf("%" PRIu32 " bytes", *(const DWORD *)info);
        break;
    case INTERNET_STATUS_HANDLE_CREATED:
    case INTERNET_STATUS_HANDLE_CLOSING:
        printf("handle %p", *(const HINTERNET *)info);
        break;
    case INTERNET_STATUS_REQUEST_COMPLETE:
        printf("result %#" PRIxPTR ", error %" PRIu32, result->dwResult, result->dwError);
        break;
    default:
        printf("%" PRIu32 " bytes of information", length);
    }
}

/* Small numbers for threads, in the order of their first appearance. */
static int thread_number(struct fetch *fetch)
{
    pthread_t self = pthread_self();
    int i = 0;
    while (i < fetch->thread_count && !pthread_equal(fetch->threads[i], self))
        i++;
    if (i == fetch->thread_count && i < (int)(sizeof fetch->threads / sizeof self))
        fetch->threads[fetch->thread_count++] = self;
    return i + 1;
}

static double milliseconds_since(const struct timespec *start)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)(now.tv_sec - start->tv_sec) * 1e3 + (double)(now.tv_nsec - start->tv_nsec) / 1e6;
}

static void CALLBACK on_status(HINTERNET handle, DWORD_PTR context, DWORD status, LPVOID info,
                               DWORD length)
{
    struct fetch *fetch = (struct fetch *)context;
    (void)handle;
    pthread_mutex_lock(&fetch->lock);
    printf("%9.3f %6d  %-21s ", milliseconds_since(&fetch->start), thread_number(fetch),
           status_name(status));
    print_information(status, info, length);
    printf("\n");
    if (status == INTERNET_STATUS_HANDLE_CREATED)
        fetch->created = 1;
    if (status == INTERNET_STATUS_REQUEST_COMPLETE) {
        fetch->result = *(INTERNET_ASYNC_RESULT *)info;
        fetch->completed = 1;
    }
    if (status == INTERNET_STATUS_HANDLE_CLOSING)
        fetch->closed = 1;
    pthread_cond_signal(&fetch->changed);
    pthread_mutex_unlock(&fetch->lock);
}

/* Waits for a flag of the callback's, and takes it back. */
static void wait_for(struct fetch *fetch, int *flag)
{
    pthread_mutex_lock(&fetch->lock);
    while (!*flag)
        pthread_cond_wait(&fetch->changed, &fetch->lock);
    *flag = 0;
    pthread_mutex_unlock(&fetch->lock);
}

/* The error of a call that returned FALSE or NULL, once it has completed; 0 if it went well. */
static DWORD completion(struct fetch *fetch)
{
    DWORD error = GetLastError();
    if (error != ERROR_IO_PENDING)
        return error;
    wait_for(fetch, &fetch->completed);
    return fetch->result.dwResult != 0 ? 0 : fetch->result.dwError;
}

/* Opens the URL; the handle comes with the completion. */
static DWORD open_url(struct fetch *fetch, HINTERNET session, const char *url, HINTERNET *page)
{
    DWORD error = 0;
    *page = InternetOpenUrl(session, url, NULL, 0, INTERNET_FLAG_RELOAD, (DWORD_PTR)fetch);
    if (*page == NULL) {
        error = completion(fetch);
        if (error == 0)
            *page = (HINTERNET)fetch->result.dwResult;
    }
    return error;
}

static DWORD read_body(struct fetch *fetch, HINTERNET page, struct digest *digest)
{
    static char data[65536];
    for (;;) {
        INTERNET_BUFFERS buffers = { .dwStructSize = sizeof buffers };
        buffers.lpvBuffer = data;
        buffers.dwBufferLength = sizeof data;
        if (!InternetReadFileEx(page, &buffers, 0, (DWORD_PTR)fetch)) {
            DWORD error = completion(fetch);
            if (error != 0)
                return error;
        }
        if (buffers.dwBufferLength == 0)
            return 0;
        digest_add(digest, data, buffers.dwBufferLength);
    }
}

static DWORD run(struct fetch *fetch, HINTERNET session, const char *url)
{
    DWORD code = 0, size = sizeof code;
    struct digest digest;
    char text[65];
    HINTERNET page;

    DWORD error = open_url(fetch, session, url, &page);
    if (error != 0)
        return error;
    digest_start(&digest);
    if (!HttpQueryInfo(page, HTTP_QUERY_STATUS_CODE | HTTP_QUERY_FLAG_NUMBER, &code, &size, NULL))
        error = GetLastError();
    if (error == 0)
        error = read_body(fetch, page, &digest);
    InternetCloseHandle(page);
    if (error != 0)
        return error;
    wait_for(fetch, &fetch->closed);
    fetch->created = 0;
    uint64_t length = digest.length;
    digest_end(&digest, text);
    printf("\nstatus %" PRIu32 ", %" PRIu64 " bytes, sha256 %s\n", code, length, text);
    return 0;
}

int main(int argc, char **argv)
{
    static struct fetch fetch = { .lock = PTHREAD_MUTEX_INITIALIZER, .changed = PTHREAD_COND_INITIALIZER };
    if (argc != 2) {
        fprintf(stderr, "usage: status URL\n");
        return 2;
    }
    clock_gettime(CLOCK_MONOTONIC, &fetch.start);
    thread_number(&fetch);

    HINTERNET session = InternetOpen("libwininet-status", INTERNET_OPEN_TYPE_PRECONFIG, NULL, NULL,
                                     INTERNET_FLAG_ASYNC);
    if (session == NULL) {
        fprintf(stderr, "status: InternetOpen: %s\n", error_name(GetLastError()));
        return 1;
    }
    InternetSetStatusCallback(session, on_status);
    printf("       ms thread  status                information\n");

    DWORD error = run(&fetch, session, argv[1]);
    if (error != 0) {
        /* A handle that was made says when it is gone. */
        if (fetch.created)
            wait_for(&fetch, &fetch.closed);
        fflush(stdout);
        fprintf(stderr, "\nstatus: error %" PRIu32 ", %s: %s\n", error, error_name(error), error_text(error));
    }
    InternetCloseHandle(session);
    return error == 0 ? 0 : 1;
}
