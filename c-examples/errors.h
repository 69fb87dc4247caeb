/*
 * errors.h: names and sentences for error codes. The library has them for the codes that it gives.
 */
#ifndef ERRORS_H
#define ERRORS_H

#include <stddef.h>

#include <windows.h>
#include <wininet.h>

static inline const char *error_name(DWORD code)
{
    const char *name = WininetErrorName(code);
    return name != NULL ? name : "unknown error";
}

static inline const char *error_text(DWORD code)
{
    const char *text = WininetErrorText(code);
    return text != NULL ? text : "There is no text for this code.";
}

#endif
