/* fetch.h: whole requests, for programs that break what is around them. */
#ifndef FETCH_H
#define FETCH_H

#include <string.h>

#include "record.h"

static INTERNET_PORT fetch_port;
static HINTERNET fetch_sessions[2];

/* A session of either kind, made once. */
static inline HINTERNET fetch_session(int is_async)
{
    if (fetch_sessions[is_async] == NULL) {
        HINTERNET session = InternetOpen("c test", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL,
                                         is_async ? INTERNET_FLAG_ASYNC : 0);
        InternetSetStatusCallback(session, record_status);
        fetch_sessions[is_async] = session;
    }
    return fetch_sessions[is_async];
}

/* What a call of that outcome has come to in the end: 0 or the error. */
static inline DWORD fetch_outcome(struct record *record, int before, BOOL ok)
{
    if (ok)
        return 0;
    DWORD error = GetLastError();
    if (error != ERROR_IO_PENDING)
        return error;
    record_wait(&record->completions, before + 1);
    return record->result.dwResult ? 0 : record->result.dwError;
}

/* Sends and reads all; how many bytes came is added. */
static inline DWORD fetch_on(HINTERNET request, struct record *record, void *body, DWORD size,
                             unsigned *length)
{
    int before = record->completions;
    DWORD error = fetch_outcome(record, before, HttpSendRequest(request, NULL, 0, body, size));
    while (error == 0) {
        static __thread char buffer[4096];
        static __thread DWORD count;
        before = record->completions;
        BOOL ok = InternetReadFile(request, buffer, sizeof buffer, &count);
        error = fetch_outcome(record, before, ok);
        if (error != 0 || count == 0)
            break;
        *length += count;
    }
    return error;
}

/* One request on handles of its own: 0 or the error. */
static inline DWORD fetch(int is_async, const char *host, const char *verb, const char *path,
                          void *body, DWORD size, DWORD flags, unsigned *length)
{
    struct record *record = record_new();
    HINTERNET connection = InternetConnect(fetch_session(is_async), host, fetch_port, NULL, NULL,
                                           INTERNET_SERVICE_HTTP, 0, 0);
    HINTERNET request = HttpOpenRequest(connection, verb, path, NULL, NULL, NULL, flags,
                                        (DWORD_PTR)record);
    if (request == NULL)
        return GetLastError();
    DWORD error = fetch_on(request, record, body, size, length);
    InternetCloseHandle(request);
    record_wait(&record->closings, 1);
    InternetCloseHandle(connection);
    free(record);
    return error;
}

static inline DWORD get(int is_async, const char *path)
{
    unsigned length = 0;
    return fetch(is_async, "127.0.0.1", "GET", path, NULL, 0, 0, &length);
}

#endif
