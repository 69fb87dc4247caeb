/*
 * crtstring.h: functions on strings and numbers by the names that Microsoft's C library gives them.
 * Of the kit's own: on Windows they are in string.h, stdlib.h and wchar.h.
 */
#ifndef _WININET_CRTSTRING_H
#define _WININET_CRTSTRING_H

#include "../windef.h"

#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>
#include <wchar.h>
#include <wctype.h>
#ifdef __cplusplus
extern "C++" {
#include <cwchar>
}
#endif

typedef int errno_t;
#define STRUNCATE 80
#ifndef _TRUNCATE
#define _TRUNCATE ((size_t)-1)
#endif
#define _countof(array) (sizeof(array) / sizeof((array)[0]))
#ifndef _MAX_PATH
#define _MAX_PATH 260
#define _MAX_FNAME 256
#define _MAX_EXT 256
#endif

#define _stricmp strcasecmp
#define _strnicmp strncasecmp
#define stricmp strcasecmp
#define strnicmp strncasecmp
#define _wcsicmp wcscasecmp
#define _wcsnicmp wcsncasecmp
#define wcsicmp wcscasecmp
#define _strdup strdup
#define _wcsdup wcsdup
#define strtok_s strtok_r
#define wcstok_s wcstok
#define _strtoi64 strtoll
#define _strtoui64 strtoull
#define _wcstoi64 wcstoll
#define _wcstoui64 wcstoull
#define _atoi64 atoll
#define _getpid getpid

/* The numbers of strings are as large as a long of Windows, which has 32 bits. */
WININET_INLINE int _wtoi(const WCHAR *string)
{
    return (int)wcstol(string, NULL, 10);
}

WININET_INLINE LONG _wtol(const WCHAR *string)
{
    return (LONG)wcstol(string, NULL, 10);
}

WININET_INLINE LONGLONG _wtoi64(const WCHAR *string)
{
    return wcstoll(string, NULL, 10);
}

WININET_INLINE double _wtof(const WCHAR *string)
{
    return wcstod(string, NULL);
}

/* The digits of a number in a base of 2 to 36, backwards from the end of a buffer. */
WININET_INLINE char *wininet_digits(ULONGLONG value, int base, char *end)
{
    *--end = '\0';
    do {
        *--end = "0123456789abcdefghijklmnopqrstuvwxyz"[value % (unsigned)base];
        value /= (unsigned)base;
    } while (value > 0);
    return end;
}

/* A number as _itoa and its relatives write it: with a minus sign in base 10 alone. */
WININET_INLINE char *wininet_itoa(LONGLONG value, ULONGLONG bits, char *buffer, int base)
{
    char digits[72], *at;
    const BOOL minus = value < 0 && base == 10;
    at = wininet_digits(minus ? 0 - (ULONGLONG)value : bits, base, digits + sizeof(digits));
    if (minus) {
        *--at = '-';
    }
    return strcpy(buffer, at);
}

WININET_INLINE WCHAR *wininet_itow(LONGLONG value, ULONGLONG bits, WCHAR *buffer, int base)
{
    char narrow[72];
    size_t i, length;
    wininet_itoa(value, bits, narrow, base);
    length = strlen(narrow);
    for (i = 0; i <= length; i++) {
        buffer[i] = (WCHAR)narrow[i];
    }
    return buffer;
}

#define _itoa(value, buffer, base) wininet_itoa((int)(value), (unsigned)(value), buffer, base)
#define _ltoa(value, buffer, base) wininet_itoa((LONG)(value), (ULONG)(value), buffer, base)
#define _ultoa(value, buffer, base) wininet_itoa((ULONG)(value), (ULONG)(value), buffer, base)
#define _i64toa(value, buffer, base) wininet_itoa((LONGLONG)(value), (ULONGLONG)(value), buffer, base)
#define _ui64toa(value, buffer, base) wininet_itoa(0, (ULONGLONG)(value), buffer, base)
#define _itow(value, buffer, base) wininet_itow((int)(value), (unsigned)(value), buffer, base)
#define _ltow(value, buffer, base) wininet_itow((LONG)(value), (ULONG)(value), buffer, base)
#define _ultow(value, buffer, base) wininet_itow((ULONG)(value), (ULONG)(value), buffer, base)
#define _i64tow(value, buffer, base) wininet_itow((LONGLONG)(value), (ULONGLONG)(value), buffer, base)
#define _ui64tow(value, buffer, base) wininet_itow(0, (ULONGLONG)(value), buffer, base)
#define itoa _itoa

/*
 * The functions of strings with sizes, each for char and WCHAR. What does not fit leaves an empty
 * string and gives ERANGE; where _TRUNCATE allows it, it is cut off and gives STRUNCATE.
 */
#define WININET_STRINGS(copy_s, n_copy_s, append_s, n_append_s, lower, upper, character, \
    to_lower, to_upper) \
    WININET_INLINE errno_t n_copy_s(character *to, size_t size, const character *from, size_t count) \
    { \
        size_t length = 0; \
        if (to == NULL || size == 0) { \
            return EINVAL; \
        } \
        while (from != NULL && length < count && length < size && from[length] != 0) { \
            to[length] = from[length]; \
            length++; \
        } \
        if (length == size) { \
            to[count == _TRUNCATE ? size - 1 : 0] = 0; \
            return count == _TRUNCATE ? STRUNCATE : ERANGE; \
        } \
        to[from == NULL ? 0 : length] = 0; \
        return from == NULL ? EINVAL : 0; \
    } \
    WININET_INLINE errno_t copy_s(character *to, size_t size, const character *from) \
    { \
        return n_copy_s(to, size, from, _TRUNCATE - 1); \
    } \
    WININET_INLINE errno_t n_append_s(character *to, size_t size, const character *from, size_t count) \
    { \
        size_t length = 0; \
        errno_t result; \
        while (to != NULL && length < size && to[length] != 0) { \
            length++; \
        } \
        if (to == NULL || length == size) { \
            return EINVAL; \
        } \
        result = n_copy_s(to + length, size - length, from, count); \
        if (result == ERANGE || result == EINVAL) { \
            *to = 0; \
        } \
        return result; \
    } \
    WININET_INLINE errno_t append_s(character *to, size_t size, const character *from) \
    { \
        return n_append_s(to, size, from, _TRUNCATE - 1); \
    } \
    WININET_INLINE character *lower(character *string) \
    { \
        size_t i; \
        for (i = 0; string[i] != 0; i++) { \
            string[i] = (character)to_lower(string[i]); \
        } \
        return string; \
    } \
    WININET_INLINE character *upper(character *string) \
    { \
        size_t i; \
        for (i = 0; string[i] != 0; i++) { \
            string[i] = (character)to_upper(string[i]); \
        } \
        return string; \
    }

WININET_INLINE int wininet_lower(char character)
{
    return tolower((unsigned char)character);
}

WININET_INLINE int wininet_upper(char character)
{
    return toupper((unsigned char)character);
}

WININET_INLINE WCHAR wininet_wide_lower(WCHAR character)
{
    return (WCHAR)towlower((wint_t)character);
}

WININET_INLINE WCHAR wininet_wide_upper(WCHAR character)
{
    return (WCHAR)towupper((wint_t)character);
}

WININET_STRINGS(strcpy_s, strncpy_s, strcat_s, strncat_s, _strlwr, _strupr, char, wininet_lower,
    wininet_upper)
WININET_STRINGS(wcscpy_s, wcsncpy_s, wcscat_s, wcsncat_s, _wcslwr, _wcsupr, WCHAR,
    wininet_wide_lower, wininet_wide_upper)
#undef WININET_STRINGS

/* wcstok with the two arguments that it had before C99. */
WININET_INLINE WCHAR *wininet_wcstok(WCHAR *string, const WCHAR *separators)
{
    static __thread WCHAR *rest;
    return wcstok(string, separators, &rest);
}

#ifdef __cplusplus
extern "C++" {
/* As on Windows, the size of an array need not be said. */
template <size_t size>
inline errno_t strcpy_s(char (&to)[size], const char *from)
{
    return strcpy_s(static_cast<char *>(to), size, from);
}

template <size_t size>
inline errno_t strcat_s(char (&to)[size], const char *from)
{
    return strcat_s(static_cast<char *>(to), size, from);
}

template <size_t size>
inline errno_t strncpy_s(char (&to)[size], const char *from, size_t count)
{
    return strncpy_s(static_cast<char *>(to), size, from, count);
}

template <size_t size>
inline errno_t wcscpy_s(WCHAR (&to)[size], const WCHAR *from)
{
    return wcscpy_s(static_cast<WCHAR *>(to), size, from);
}

template <size_t size>
inline errno_t wcscat_s(WCHAR (&to)[size], const WCHAR *from)
{
    return wcscat_s(static_cast<WCHAR *>(to), size, from);
}

template <size_t size>
inline errno_t wcsncpy_s(WCHAR (&to)[size], const WCHAR *from, size_t count)
{
    return wcsncpy_s(static_cast<WCHAR *>(to), size, from, count);
}
}
#endif

#endif /* _WININET_CRTSTRING_H */
