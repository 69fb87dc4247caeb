/* process.h: threads as Microsoft's C library starts them. */
#ifndef _INC_PROCESS
#define _INC_PROCESS

#include "processthreadsapi.h"

#include <errno.h>

typedef unsigned(__stdcall *_beginthreadex_proc_type)(void *);
typedef void(__cdecl *_beginthread_proc_type)(void *);

/* What is to be called, with a result of another type than CreateThread's. */
struct wininet_begin {
    _beginthreadex_proc_type with_result;
    _beginthread_proc_type without;
    void *parameter;
};

WININET_INLINE DWORD wininet_begin_runs(LPVOID of)
{
    const struct wininet_begin begin = *(struct wininet_begin *)of;
    free(of);
    if (begin.with_result != NULL) {
        return begin.with_result(begin.parameter);
    }
    begin.without(begin.parameter);
    return 0;
}

WININET_INLINE uintptr_t wininet_begin(const struct wininet_begin *what, unsigned stack, DWORD flags,
    unsigned *id)
{
    struct wininet_begin *begin = (struct wininet_begin *)malloc(sizeof(*begin));
    HANDLE thread = NULL;
    DWORD number = 0;
    if (begin != NULL) {
        *begin = *what;
        thread = wininet_create_thread(stack, wininet_begin_runs, begin, flags, &number,
            what->without != NULL);
    }
    if (thread == NULL) {
        free(begin);
        errno = EAGAIN;
    } else if (id != NULL) {
        *id = number;
    }
    return (uintptr_t)thread;
}

/** Starts a thread; 0 if that fails. The handle is the program's to close. */
WININET_INLINE uintptr_t _beginthreadex(void *security, unsigned stack_size,
    _beginthreadex_proc_type start_address, void *arglist, unsigned initflag, unsigned *thrdaddr)
{
    struct wininet_begin begin = {NULL, NULL, NULL};
    (void)security;
    begin.with_result = start_address;
    begin.parameter = arglist;
    return wininet_begin(&begin, stack_size, initflag, thrdaddr);
}

/** Starts a thread whose handle closes itself at its end; (uintptr_t)-1 if that fails. */
WININET_INLINE uintptr_t _beginthread(_beginthread_proc_type start_address, unsigned stack_size,
    void *arglist)
{
    struct wininet_begin begin = {NULL, NULL, NULL};
    uintptr_t thread;
    begin.without = start_address;
    begin.parameter = arglist;
    thread = wininet_begin(&begin, stack_size, 0, NULL);
    return thread == 0 ? (uintptr_t)-1 : thread;
}

#define _endthreadex(result) ExitThread(result)
#define _endthread() ExitThread(0)

#endif /* _INC_PROCESS */
