/* check.h: says what is not as it should be. The program ends with 1 then. */
#ifndef CHECK_H
#define CHECK_H

#include <windows.h>
#include <stdio.h>

static int check_failures;

#define CHECK(condition) \
    do { \
        if (!(condition)) { \
            fprintf(stderr, "%s:%d: not so: %s (last error %lu)\n", __FILE__, __LINE__, #condition, \
                GetLastError()); \
            check_failures++; \
        } \
    } while (0)

/* A call that must fail, and its error. */
#define CHECK_FAILS(call, code) \
    do { \
        SetLastError(0xDEAD); \
        CHECK(!(call)); \
        CHECK(GetLastError() == (code)); \
    } while (0)

#endif
