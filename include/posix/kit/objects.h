/*
 * objects.h: what a HANDLE of these headers is, and how it is waited for. Of the kit's own: there is
 * no such header on Windows.
 *
 * A HANDLE is the address of an object that a table of the process knows; it is looked up there
 * before anything is read, so that a handle that is closed or made up is an error and no crash. One
 * lock stands for all objects, as on Windows: that makes it exact who gets an event, and WaitAll
 * takes everything or nothing. Table and lock are the same for every unit of the program, in C and
 * in C++, that includes this.
 */
#ifndef _WININET_OBJECTS_H
#define _WININET_OBJECTS_H

#include "../errhandlingapi.h"
#include "../minwinbase.h"
#include "../winerror.h"

#include <dirent.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <sys/syscall.h>
#include <unistd.h>

#define WAIT_OBJECT_0 0
#define WAIT_ABANDONED 0x80
#define WAIT_ABANDONED_0 0x80
#define WAIT_IO_COMPLETION 0xC0
#ifndef WAIT_TIMEOUT
#define WAIT_TIMEOUT 258
#endif
#define WAIT_FAILED ((DWORD)0xFFFFFFFF)
#define MAXIMUM_WAIT_OBJECTS 64

typedef DWORD(WINAPI *PTHREAD_START_ROUTINE)(LPVOID lpThreadParameter);
typedef PTHREAD_START_ROUTINE LPTHREAD_START_ROUTINE;
typedef VOID(CALLBACK *LPOVERLAPPED_COMPLETION_ROUTINE)(DWORD dwErrorCode,
    DWORD dwNumberOfBytesTransfered, LPOVERLAPPED lpOverlapped);

enum wininet_kind {
    WININET_ANY,
    WININET_EVENT,
    WININET_MUTEX,
    WININET_SEMAPHORE,
    WININET_THREAD,
    WININET_FILE,
    WININET_SEARCH
};

struct wininet_object {
    struct wininet_object *next;
    enum wininet_kind kind;
    int handles;
    /* The handles, and the functions that are at it. The last one frees it. */
    int references;
    char *name;
    /* Of an event and of a thread that has ended: 1. Of a semaphore: how many may pass. */
    LONG signaled;
    BOOL manual_reset;
    LONG maximum;
    /* The thread that has the mutex, how often, and whether one ended without giving it back. */
    DWORD owner;
    LONG depth;
    BOOL abandoned;
    /* Of a thread; the parameter of a search is its directory, and the name what it looks for. */
    LPTHREAD_START_ROUTINE start;
    LPVOID parameter;
    DWORD id;
    DWORD exit_code;
    LONG suspended;
    BOOL closes_itself;
    /* Of a file. */
    int descriptor;
    BOOL delete_on_close;
    LPOVERLAPPED_COMPLETION_ROUTINE completion;
};

/* Somebody who waits. */
struct wininet_wait {
    struct wininet_wait *next, *previous;
    pthread_cond_t woken;
    struct wininet_object **objects;
    DWORD count;
    BOOL all;
    DWORD thread;
    BOOL done;
    DWORD result;
};

#define WININET_BUCKETS 128

EXTERN_C_START
WININET_SHARED pthread_mutex_t wininet_lock = PTHREAD_MUTEX_INITIALIZER;
WININET_SHARED struct wininet_object *wininet_objects[WININET_BUCKETS] = {NULL};
WININET_SHARED struct wininet_wait *wininet_first_wait = NULL;
WININET_SHARED struct wininet_wait *wininet_last_wait = NULL;
WININET_SHARED __thread DWORD wininet_thread_id = 0;
/* The object of this thread, once it has one. */
WININET_SHARED __thread struct wininet_object *wininet_this_thread = NULL;
EXTERN_C_END

#ifndef __cplusplus
/* unistd.h keeps it back from programs that ask for POSIX alone. */
extern long syscall(long number, ...);
#endif

/** The number of this thread, which no other thread of the system has. */
WININET_INLINE DWORD GetCurrentThreadId(void)
{
    if (wininet_thread_id == 0) {
        wininet_thread_id = (DWORD)syscall(SYS_gettid);
    }
    return wininet_thread_id;
}

WININET_INLINE struct wininet_object **wininet_bucket(const void *handle)
{
    return &wininet_objects[((uintptr_t)handle >> 5) % WININET_BUCKETS];
}

/* What GetCurrentThread gives: it stands for the thread that uses it. */
#define WININET_CURRENT_THREAD ((HANDLE)(LONG_PTR)-2)

/* The object that a handle stands for, or NULL. The lock is held. */
WININET_INLINE struct wininet_object *wininet_lookup(HANDLE handle, enum wininet_kind kind)
{
    struct wininet_object *object;
    if (handle == WININET_CURRENT_THREAD) {
        handle = wininet_this_thread;
    }
    object = *wininet_bucket(handle);
    while (object != NULL && (void *)object != handle) {
        object = object->next;
    }
    return object != NULL && (kind == WININET_ANY || kind == object->kind) ? object : NULL;
}

WININET_INLINE void wininet_free_object(struct wininet_object *object)
{
    if (object->kind == WININET_FILE && object->descriptor >= 0) {
        if (object->delete_on_close) {
            unlink(object->name);
        }
        close(object->descriptor);
    }
    if (object->kind == WININET_SEARCH && object->parameter != NULL) {
        closedir((DIR *)object->parameter);
    }
    free(object->name);
    free(object);
}

/* One reference less; the lock is not held. */
WININET_INLINE void wininet_release(struct wininet_object *object)
{
    BOOL last;
    pthread_mutex_lock(&wininet_lock);
    last = --object->references == 0;
    pthread_mutex_unlock(&wininet_lock);
    if (last) {
        wininet_free_object(object);
    }
}

/* The object with a reference for the caller, or NULL and ERROR_INVALID_HANDLE. */
WININET_INLINE struct wininet_object *wininet_hold(HANDLE handle, enum wininet_kind kind)
{
    struct wininet_object *object;
    pthread_mutex_lock(&wininet_lock);
    object = wininet_lookup(handle, kind);
    if (object != NULL) {
        object->references++;
    }
    pthread_mutex_unlock(&wininet_lock);
    if (object == NULL) {
        SetLastError(ERROR_INVALID_HANDLE);
    }
    return object;
}

/* A new object with one handle, that the table does not know yet. */
WININET_INLINE struct wininet_object *wininet_new_object(enum wininet_kind kind)
{
    struct wininet_object *object = (struct wininet_object *)calloc(1, sizeof(*object));
    if (object == NULL) {
        SetLastError(ERROR_NOT_ENOUGH_MEMORY);
        return NULL;
    }
    object->kind = kind;
    object->handles = 1;
    object->references = 1;
    object->descriptor = -1;
    return object;
}

/* Makes the table know an object; from now on its address is a handle. The lock is held. */
WININET_INLINE void wininet_insert(struct wininet_object *object)
{
    struct wininet_object **bucket = wininet_bucket(object);
    object->next = *bucket;
    *bucket = object;
}

/* The same without the lock. */
WININET_INLINE HANDLE wininet_publish(struct wininet_object *object)
{
    pthread_mutex_lock(&wininet_lock);
    wininet_insert(object);
    pthread_mutex_unlock(&wininet_lock);
    return (HANDLE)object;
}

/* One handle less. The lock is held; the reference remains with the caller. */
WININET_INLINE void wininet_drop_handle(struct wininet_object *object)
{
    struct wininet_object **place = wininet_bucket(object);
    if (--object->handles == 0) {
        while (*place != object) {
            place = &(*place)->next;
        }
        *place = object->next;
    }
}

/* Whether a wait of this thread would be over, as far as this object goes. */
WININET_INLINE BOOL wininet_is_signaled(const struct wininet_object *object, DWORD thread)
{
    switch (object->kind) {
    case WININET_MUTEX:
        return object->owner == 0 || object->owner == thread;
    case WININET_FILE:
        return TRUE;
    default:
        return object->signaled > 0;
    }
}

/* What a wait does to the object when it is over. Whether it was a mutex without its owner. */
WININET_INLINE BOOL wininet_take(struct wininet_object *object, DWORD thread)
{
    BOOL abandoned = object->abandoned;
    if (object->kind == WININET_MUTEX) {
        object->owner = thread;
        object->depth++;
        object->abandoned = FALSE;
    } else if (object->kind == WININET_SEMAPHORE ||
               (object->kind == WININET_EVENT && !object->manual_reset)) {
        object->signaled--;
    }
    return abandoned;
}

/* Ends a wait if that is possible now. The lock is held. */
WININET_INLINE BOOL wininet_try(struct wininet_wait *wait)
{
    DWORD i, signaled = 0, first = wait->count;
    BOOL abandoned = FALSE;
    for (i = 0; i < wait->count; i++) {
        if (wininet_is_signaled(wait->objects[i], wait->thread)) {
            signaled++;
            first = first < i ? first : i;
        }
    }
    if (signaled == 0 || (wait->all && signaled < wait->count)) {
        return FALSE;
    }
    for (i = wait->all ? 0 : first; i < (wait->all ? wait->count : first + 1); i++) {
        abandoned |= wininet_take(wait->objects[i], wait->thread);
    }
    wait->result = (abandoned ? WAIT_ABANDONED_0 : WAIT_OBJECT_0) + (wait->all ? 0 : first);
    wait->done = TRUE;
    return TRUE;
}

/* Gives what has been signaled to those who wait, in the order in which they came. The lock is held. */
WININET_INLINE void wininet_wake(struct wininet_object *object)
{
    struct wininet_wait *wait = wininet_first_wait;
    for (; wait != NULL && (object->kind == WININET_MUTEX ? object->owner == 0 : object->signaled > 0);
         wait = wait->next) {
        DWORD i = 0;
        while (i < wait->count && wait->objects[i] != object) {
            i++;
        }
        if (i < wait->count && !wait->done && wininet_try(wait)) {
            pthread_cond_signal(&wait->woken);
        }
    }
}

/* So many milliseconds from now, on a clock that nobody sets. */
WININET_INLINE struct timespec wininet_deadline(DWORD milliseconds)
{
    struct timespec when;
    clock_gettime(CLOCK_MONOTONIC, &when);
    when.tv_sec += (time_t)(milliseconds / 1000);
    when.tv_nsec += (int)(milliseconds % 1000) * 1000000;
    if (when.tv_nsec >= 1000000000) {
        when.tv_nsec -= 1000000000;
        when.tv_sec++;
    }
    return when;
}

/* Puts the caller at the end of those who wait, until it is done or the time is over. The lock is held. */
WININET_INLINE void wininet_sleep(struct wininet_wait *wait, DWORD milliseconds)
{
    struct timespec deadline = wininet_deadline(milliseconds == INFINITE ? 0 : milliseconds);
    pthread_condattr_t attributes;
    int late = 0;
    pthread_condattr_init(&attributes);
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
    pthread_cond_init(&wait->woken, &attributes);
    pthread_condattr_destroy(&attributes);
    wait->previous = wininet_last_wait;
    *(wininet_last_wait == NULL ? &wininet_first_wait : &wininet_last_wait->next) = wait;
    wininet_last_wait = wait;
    while (!wait->done && late == 0) {
        late = milliseconds == INFINITE
                   ? pthread_cond_wait(&wait->woken, &wininet_lock)
                   : pthread_cond_timedwait(&wait->woken, &wininet_lock, &deadline);
    }
    *(wait->previous == NULL ? &wininet_first_wait : &wait->previous->next) = wait->next;
    *(wait->next == NULL ? &wininet_last_wait : &wait->next->previous) = wait->previous;
    pthread_cond_destroy(&wait->woken);
}

/* Finds the objects of a wait, each with a reference. The lock is held. */
WININET_INLINE DWORD wininet_find_all(const HANDLE *handles, DWORD count, BOOL all,
    struct wininet_object **objects)
{
    DWORD i, k;
    for (i = 0; i < count; i++) {
        objects[i] = wininet_lookup(handles[i], WININET_ANY);
        if (objects[i] == NULL) {
            return ERROR_INVALID_HANDLE;
        }
        for (k = 0; all && k < i; k++) {
            if (objects[k] == objects[i]) {
                return ERROR_INVALID_PARAMETER;
            }
        }
    }
    for (i = 0; i < count; i++) {
        objects[i]->references++;
    }
    return ERROR_SUCCESS;
}

/** Waits for one of up to 64 objects, the first in the list if there are several, or for all. */
WININET_INLINE DWORD WaitForMultipleObjects(DWORD nCount, const HANDLE *lpHandles, BOOL bWaitAll,
    DWORD dwMilliseconds)
{
    struct wininet_object *objects[MAXIMUM_WAIT_OBJECTS];
    struct wininet_wait wait;
    DWORD i, error;
    if (nCount == 0 || nCount > MAXIMUM_WAIT_OBJECTS || lpHandles == NULL) {
        SetLastError(ERROR_INVALID_PARAMETER);
        return WAIT_FAILED;
    }
    memset(&wait, 0, sizeof(wait));
    wait.objects = objects;
    wait.count = nCount;
    wait.all = bWaitAll;
    wait.thread = GetCurrentThreadId();
    wait.result = WAIT_TIMEOUT;
    pthread_mutex_lock(&wininet_lock);
    error = wininet_find_all(lpHandles, nCount, bWaitAll, objects);
    if (error == ERROR_SUCCESS && !wininet_try(&wait) && dwMilliseconds != 0) {
        wininet_sleep(&wait, dwMilliseconds);
    }
    pthread_mutex_unlock(&wininet_lock);
    if (error != ERROR_SUCCESS) {
        SetLastError(error);
        return WAIT_FAILED;
    }
    for (i = 0; i < nCount; i++) {
        wininet_release(objects[i]);
    }
    return wait.result;
}

#endif /* _WININET_OBJECTS_H */
