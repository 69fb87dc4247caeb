/*
 * conio.h: a key from whoever sits in front of the program, and text for them. A line is as much as a
 * terminal gives; what is read and written goes by stdin and stdout.
 */
#ifndef _INC_CONIO
#define _INC_CONIO

#include "kit/crtprint.h"
#include "kit/crtread.h"

#include <poll.h>

#define _getch getchar
#define _getche getchar
#define getch getchar
#define _putch putchar
#define _putwch(character) wininet_fputwc(character, stdout)
#define _cprintf wininet_printf
#define _cwprintf wininet_wprintf
#define _cprintf_s wininet_printf
#define _cwprintf_s wininet_wprintf
#define _vcprintf(format, list) wininet_vfprintf(stdout, format, list)
#define _vcwprintf(format, list) wininet_vfwprintf(stdout, format, list)
#define _vcprintf_s(format, list) wininet_vfprintf(stdout, format, list)
#define _vcwprintf_s(format, list) wininet_vfwprintf(stdout, format, list)
#define _cputs(string) (fputs(string, stdout) < 0 ? -1 : 0)
#define _cputws(string) (wininet_fputws(string, stdout) < 0 ? -1 : 0)

/** Whether there is something to read. */
WININET_INLINE int _kbhit(void)
{
    struct pollfd input;
    input.fd = 0;
    input.events = POLLIN;
    return poll(&input, 1, 0) > 0;
}

#endif /* _INC_CONIO */
