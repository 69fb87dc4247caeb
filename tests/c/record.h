/*
 * record.h: a callback that keeps what it is told, and waiting for it.
 *
 * The lock lies outside the records, so a record may be freed after its HANDLE_CLOSING even while
 * the callback that told of it still returns.
 */
#ifndef RECORD_H
#define RECORD_H

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

#include "api.h"

#define RECORD_MAX 64

/* Its address is the context of the handles it is about. */
struct record {
    DWORD statuses[RECORD_MAX];
    HINTERNET handles[RECORD_MAX];
    int elsewhere[RECORD_MAX];
    pthread_t owner;
    int count;
    int completions;
    int finished;
    int closings;
    INTERNET_ASYNC_RESULT result;
    HINTERNET created;
};

static pthread_mutex_t record_lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t record_changed = PTHREAD_COND_INITIALIZER;

static inline const char *status_name(DWORD status)
{
    switch (status) {
    case INTERNET_STATUS_RESOLVING_NAME: return "RESOLVING";
    case INTERNET_STATUS_NAME_RESOLVED: return "RESOLVED";
    case INTERNET_STATUS_CONNECTING_TO_SERVER: return "CONNECTING";
    case INTERNET_STATUS_CONNECTED_TO_SERVER: return "CONNECTED";
    case INTERNET_STATUS_SENDING_REQUEST: return "SENDING";
    case INTERNET_STATUS_REQUEST_SENT: return "SENT";
    case INTERNET_STATUS_RECEIVING_RESPONSE: return "RECEIVING";
    case INTERNET_STATUS_RESPONSE_RECEIVED: return "RECEIVED";
    case INTERNET_STATUS_CLOSING_CONNECTION: return "CLOSING";
    case INTERNET_STATUS_CONNECTION_CLOSED: return "CLOSED";
    case INTERNET_STATUS_HANDLE_CREATED: return "CREATED";
    case INTERNET_STATUS_HANDLE_CLOSING: return "HANDLE_CLOSING";
    case INTERNET_STATUS_REQUEST_COMPLETE: return "COMPLETE";
    case INTERNET_STATUS_REDIRECT: return "REDIRECT";
    default: return "OTHER";
    }
}

static inline struct record *record_new(void)
{
    struct record *record = (struct record *)calloc(1, sizeof *record);
    if (record == NULL)
        abort();
    record->owner = pthread_self();
    return record;
}

static inline void CALLBACK record_status(HINTERNET handle, DWORD_PTR context, DWORD status,
                                          LPVOID info, DWORD length)
{
    struct record *record = (struct record *)context;
    (void)length;
    pthread_mutex_lock(&record_lock);
    if (record->count < RECORD_MAX) {
        record->statuses[record->count] = status;
        record->handles[record->count] = handle;
        record->elsewhere[record->count] = !pthread_equal(pthread_self(), record->owner);
        record->count++;
    }
    if (status == INTERNET_STATUS_HANDLE_CREATED)
        record->created = *(HINTERNET *)info;
    if (status == INTERNET_STATUS_REQUEST_COMPLETE) {
        record->result = *(INTERNET_ASYNC_RESULT *)info;
        record->completions++;
    }
    if (status == INTERNET_STATUS_HANDLE_CLOSING)
        record->closings++;
    pthread_cond_broadcast(&record_changed);
    pthread_mutex_unlock(&record_lock);
}

/* Waits until a counter of the record is at least that large. */
static inline void record_wait(const int *counter, int least)
{
    pthread_mutex_lock(&record_lock);
    while (*counter < least)
        pthread_cond_wait(&record_changed, &record_lock);
    pthread_mutex_unlock(&record_lock);
}

/* Waits until a status has come. */
static inline void record_wait_status(const struct record *record, DWORD status)
{
    pthread_mutex_lock(&record_lock);
    for (;;) {
        int i = 0;
        while (i < record->count && record->statuses[i] != status)
            i++;
        if (i < record->count)
            break;
        pthread_cond_wait(&record_changed, &record_lock);
    }
    pthread_mutex_unlock(&record_lock);
}

/* What a call came to once it is complete, in both modes: 0, or the error. */
static inline DWORD record_finish(struct record *record, BOOL returned)
{
    DWORD error = returned ? 0 : GetLastError();
    if (error != ERROR_IO_PENDING)
        return error;
    record_wait(&record->completions, ++record->finished);
    return record->result.dwResult ? 0 : record->result.dwError;
}

/* All statuses so far, on one line. */
static inline void record_print(const struct record *record)
{
    pthread_mutex_lock(&record_lock);
    for (int i = 0; i < record->count; i++)
        printf("%s%s", i == 0 ? "" : " ", status_name(record->statuses[i]));
    printf("\n");
    pthread_mutex_unlock(&record_lock);
}

#endif
