/* handleapi.h: closing handles and making more of them. */
#ifndef _APISETHANDLE_
#define _APISETHANDLE_

#include "kit/objects.h"

#define DUPLICATE_CLOSE_SOURCE 1
#define DUPLICATE_SAME_ACCESS 2

/** Closes a handle of an event, mutex, semaphore, thread or file. A thread goes on. */
WININET_INLINE BOOL CloseHandle(HANDLE hObject)
{
    struct wininet_object *object;
    if (hObject == WININET_CURRENT_THREAD) {
        return TRUE;
    }
    pthread_mutex_lock(&wininet_lock);
    object = wininet_lookup(hObject, WININET_ANY);
    if (object != NULL) {
        wininet_drop_handle(object);
    }
    pthread_mutex_unlock(&wininet_lock);
    if (object == NULL) {
        SetLastError(ERROR_INVALID_HANDLE);
        return FALSE;
    }
    wininet_release(object);
    return TRUE;
}

/**
 * One more handle of the same object, in this process. Its value is the same, and it is closed as
 * often as it was made.
 */
WININET_INLINE BOOL DuplicateHandle(HANDLE hSourceProcessHandle, HANDLE hSourceHandle,
    HANDLE hTargetProcessHandle, LPHANDLE lpTargetHandle, DWORD dwDesiredAccess, BOOL bInheritHandle,
    DWORD dwOptions)
{
    struct wininet_object *object;
    const HANDLE this_process = (HANDLE)(LONG_PTR)-1;
    (void)dwDesiredAccess;
    (void)bInheritHandle;
    if (hSourceProcessHandle != this_process || hTargetProcessHandle != this_process) {
        SetLastError(ERROR_INVALID_HANDLE);
        return FALSE;
    }
    pthread_mutex_lock(&wininet_lock);
    object = wininet_lookup(hSourceHandle, WININET_ANY);
    if (object != NULL) {
        object->handles++;
        object->references++;
    }
    pthread_mutex_unlock(&wininet_lock);
    if (object == NULL) {
        SetLastError(ERROR_INVALID_HANDLE);
        return FALSE;
    }
    *lpTargetHandle = (HANDLE)object;
    if (dwOptions & DUPLICATE_CLOSE_SOURCE) {
        CloseHandle(hSourceHandle);
    }
    return TRUE;
}

#endif /* _APISETHANDLE_ */
