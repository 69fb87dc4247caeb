/*
 * ioapiset.h: overlapped operations on files. Each is over before its function returns, as Windows
 * may have it too; events and completion routines are told nevertheless.
 */
#ifndef _IO_APISET_H_
#define _IO_APISET_H_

#include "kit/objects.h"
#include "kit/paths.h"
#include "synchapi.h"

#include <sys/types.h>

WININET_INLINE off_t wininet_offset(const OVERLAPPED *overlapped)
{
    return (off_t)((ULONGLONG)overlapped->OffsetHigh << 32 | overlapped->Offset);
}

/* A call of a completion routine, or of a work item, on a thread of its own. */
struct wininet_call {
    LPOVERLAPPED_COMPLETION_ROUTINE completion;
    LPOVERLAPPED overlapped;
    LPTHREAD_START_ROUTINE item;
    PVOID context;
};

WININET_INLINE void *wininet_call_runs(void *of)
{
    const struct wininet_call call = *(struct wininet_call *)of;
    free(of);
    if (call.completion != NULL) {
        call.completion((DWORD)call.overlapped->Internal, (DWORD)call.overlapped->InternalHigh,
            call.overlapped);
    } else {
        call.item(call.context);
    }
    return NULL;
}

WININET_INLINE BOOL wininet_call(const struct wininet_call *what)
{
    struct wininet_call *call = (struct wininet_call *)malloc(sizeof(*call));
    pthread_t thread;
    if (call == NULL) {
        return wininet_fail(ERROR_NOT_ENOUGH_MEMORY);
    }
    *call = *what;
    if (pthread_create(&thread, NULL, wininet_call_runs, call) != 0) {
        free(call);
        return wininet_fail(ERROR_NOT_ENOUGH_MEMORY);
    }
    pthread_detach(thread);
    return TRUE;
}

/* Calls a function on a thread of its own. */
WININET_INLINE BOOL QueueUserWorkItem(LPTHREAD_START_ROUTINE Function, PVOID Context, ULONG Flags)
{
    struct wininet_call call = {NULL, NULL, NULL, NULL};
    (void)Flags;
    call.item = Function;
    call.context = Context;
    return wininet_call(&call);
}

/** From now on the end of each overlapped operation of a file is told to a routine, on a thread of its own. */
WININET_INLINE BOOL BindIoCompletionCallback(HANDLE FileHandle,
    LPOVERLAPPED_COMPLETION_ROUTINE Function, ULONG Flags)
{
    struct wininet_object *file = wininet_hold(FileHandle, WININET_FILE);
    (void)Flags;
    if (file == NULL) {
        return FALSE;
    }
    file->completion = Function;
    wininet_release(file);
    return TRUE;
}

/*
 * What reading and writing do at their end: count is what the system said, or -1 with errno. Lets
 * the file go.
 */
WININET_INLINE BOOL wininet_end_io(struct wininet_object *file, ssize_t count, BOOL at_end,
    LPDWORD transferred, LPOVERLAPPED overlapped)
{
    DWORD error = count < 0 ? wininet_error_of(errno) : ERROR_SUCCESS;
    if (overlapped != NULL && at_end) {
        error = ERROR_HANDLE_EOF;
    }
    if (transferred != NULL) {
        *transferred = count < 0 ? 0 : (DWORD)count;
    }
    if (overlapped != NULL) {
        overlapped->Internal = error;
        overlapped->InternalHigh = count < 0 ? 0 : (ULONG_PTR)count;
        if (overlapped->hEvent != NULL) {
            SetEvent(overlapped->hEvent);
        }
        if (error == ERROR_SUCCESS && file->completion != NULL) {
            struct wininet_call call = {NULL, NULL, NULL, NULL};
            call.completion = file->completion;
            call.overlapped = overlapped;
            wininet_call(&call);
        }
    }
    wininet_release(file);
    if (error != ERROR_SUCCESS) {
        SetLastError(error);
    }
    return error == ERROR_SUCCESS;
}

WININET_INLINE BOOL GetOverlappedResult(HANDLE hFile, LPOVERLAPPED lpOverlapped,
    LPDWORD lpNumberOfBytesTransferred, BOOL bWait)
{
    (void)hFile;
    (void)bWait;
    *lpNumberOfBytesTransferred = (DWORD)lpOverlapped->InternalHigh;
    if (lpOverlapped->Internal != ERROR_SUCCESS) {
        SetLastError((DWORD)lpOverlapped->Internal);
    }
    return lpOverlapped->Internal == ERROR_SUCCESS;
}

#endif /* _IO_APISET_H_ */
