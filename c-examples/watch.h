/*
 * watch.h: what the status callback tells of one request, and waiting for it.
 *
 * A watch's address is the context of its request. The callback only notes things down; the program
 * acts on its own thread. One lock serves all watches and outlives them, so a watch may be freed once its
 * HANDLE_CLOSING has been noted.
 */
#ifndef WATCH_H
#define WATCH_H

#include <inttypes.h>
#include <pthread.h>

#include <windows.h>
#include <wininet.h>

#include "wake.h"

struct watch {
    /* What the request is doing, in a word or two. */
    const char *phase;
    /* Sums of REQUEST_SENT and RESPONSE_RECEIVED: bytes on the wire, heads and framing too. */
    uint64_t sent, received;
    /* An operation has completed, and how. */
    int completed;
    INTERNET_ASYNC_RESULT result;
    /* The handle is gone: nothing more will come. */
    int closed;
};

static pthread_mutex_t watch_lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t watch_changed = PTHREAD_COND_INITIALIZER;

static const char *watch_phase(DWORD status, const char *former)
{
    switch (status) {
    case INTERNET_STATUS_RESOLVING_NAME: return "looking up";
    case INTERNET_STATUS_CONNECTING_TO_SERVER: return "connecting";
    case INTERNET_STATUS_SENDING_REQUEST: return "sending";
    case INTERNET_STATUS_REQUEST_SENT: return "waiting";
    case INTERNET_STATUS_RESPONSE_RECEIVED: return "receiving";
    case INTERNET_STATUS_REDIRECT: return "redirected";
    default: return former;
    }
}

static void CALLBACK watch_status(HINTERNET handle, DWORD_PTR context, DWORD status, LPVOID info, DWORD length)
{
    struct watch *watch = (struct watch *)context;
    (void)handle, (void)length;
    pthread_mutex_lock(&watch_lock);
    watch->phase = watch_phase(status, watch->phase);
    switch (status) {
    case INTERNET_STATUS_REQUEST_SENT:
        watch->sent += *(const DWORD *)info;
        break;
    case INTERNET_STATUS_RESPONSE_RECEIVED:
        watch->received += *(const DWORD *)info;
        break;
    case INTERNET_STATUS_REQUEST_COMPLETE:
        watch->result = *(const INTERNET_ASYNC_RESULT *)info;
        watch->completed = 1;
        break;
    case INTERNET_STATUS_HANDLE_CLOSING:
        watch->closed = 1;
        break;
    }
    /* Nobody has to wake for a mere number: the display looks at it a few times a second. */
    if (watch->completed || watch->closed) {
        pthread_cond_broadcast(&watch_changed);
        wake();
    }
    pthread_mutex_unlock(&watch_lock);
}

/* What it says now. */
static inline struct watch watch_look(struct watch *watch)
{
    pthread_mutex_lock(&watch_lock);
    struct watch copy = *watch;
    pthread_mutex_unlock(&watch_lock);
    return copy;
}

/* Whether an operation has completed; tells so once. The error is 0 if it went well. */
static inline int watch_completed(struct watch *watch, DWORD *error)
{
    pthread_mutex_lock(&watch_lock);
    int completed = watch->completed;
    watch->completed = 0;
    *error = watch->result.dwResult != 0 ? 0 : watch->result.dwError;
    pthread_mutex_unlock(&watch_lock);
    return completed;
}

/* Sleeps until one of the two flags is set. */
static inline void watch_wait(const int *flag, const int *other)
{
    pthread_mutex_lock(&watch_lock);
    while (!*flag && !*other)
        pthread_cond_wait(&watch_changed, &watch_lock);
    pthread_mutex_unlock(&watch_lock);
}

#endif
