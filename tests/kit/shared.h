/* shared.h: what shared_other.c gives shared_one.c. */
#ifndef SHARED_H
#define SHARED_H

#include <windows.h>

EXTERN_C HANDLE event_of_other(void);
EXTERN_C BOOL other_sets(HANDLE event);
EXTERN_C HANDLE thread_of_other(HANDLE event);
EXTERN_C HANDLE heap_of_other(void);

#endif
