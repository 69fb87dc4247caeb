/* crtdbg.h: what is left of it in a program that is not built for the debugger: nothing. */
#ifndef _INC_CRTDBG
#define _INC_CRTDBG

#include "kit/specifiers.h"

#define _CRT_WARN 0
#define _CRT_ERROR 1
#define _CRT_ASSERT 2
#define _CRTDBG_MODE_FILE 0x1
#define _CRTDBG_MODE_DEBUG 0x2
#define _CRTDBG_MODE_WNDW 0x4
#define _CRTDBG_REPORT_FLAG (-1)
#define _CRTDBG_ALLOC_MEM_DF 0x01
#define _CRTDBG_CHECK_ALWAYS_DF 0x04
#define _CRTDBG_LEAK_CHECK_DF 0x20

#define _ASSERT(condition) ((void)0)
#define _ASSERTE(condition) ((void)0)

WININET_INLINE int _CrtSetDbgFlag(int flags)
{
    (void)flags;
    return 0;
}

WININET_INLINE int _CrtSetReportMode(int kind, int mode)
{
    (void)kind;
    (void)mode;
    return 0;
}

WININET_INLINE int _CrtDumpMemoryLeaks(void)
{
    return 0;
}

WININET_INLINE int _CrtCheckMemory(void)
{
    return 1;
}

#endif /* _INC_CRTDBG */
