/* conio.h: a key from whoever sits in front of the program. A line is as much as a terminal gives. */
#ifndef _INC_CONIO
#define _INC_CONIO

#include <stdio.h>

#define _getch getchar
#define _getche getchar
#define getch getchar
#define _putch putchar

#endif /* _INC_CONIO */
