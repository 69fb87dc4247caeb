/*
 * crttext.h: what Microsoft's C library has beside ISO's functions on strings and locales, where tchar.h
 * needs it. Of the kit's own: on Windows it is in string.h, stdlib.h and locale.h.
 */
#ifndef _WININET_CRTTEXT_H
#define _WININET_CRTTEXT_H

#include "crtprint.h"
#include "crtsecure.h"

#include <locale.h>

#define _stricoll wininet_stricoll
#define _wcsicoll wininet_wcsicoll
#define _strncoll wininet_strncoll
#define _wcsncoll wininet_wcsncoll
#define _strnicoll wininet_strnicoll
#define _wcsnicoll wininet_wcsnicoll
#define _strspnp wininet_strspnp
#define _wcsspnp wininet_wcsspnp
#define iswascii(character) ((wint_t)(character) < 128)
#define _strinc(string) ((string) + 1)
#define _wcsinc(string) ((string) + 1)
#define _strdec(start, string) (&(string)[0] > &(start)[0] ? (string) - 1 : NULL)
#define _wcsdec(start, string) (&(string)[0] > &(start)[0] ? (string) - 1 : NULL)
#define _strninc(string, count) ((string) + (count))
#define _wcsninc(string, count) ((string) + (count))
#define _strncnt strnlen
#define _wcsncnt wcsnlen
#define _strnextc(string) ((unsigned)(unsigned char)*(string))
#define _wcsnextc(string) ((unsigned)*(string))

/* As the locale orders words, of so many characters, and with small letters alone. */
#define WININET_COLLATING(n_coll, n_icoll, icoll, collate, lower, length, character) \
    WININET_INLINE int wininet_order_##n_coll(const character *one, const character *other, size_t count, \
        BOOL small) \
    { \
        const size_t here = length(one, count), there = length(other, count); \
        character *a = (character *)calloc(here + 1, sizeof(character)); \
        character *b = (character *)calloc(there + 1, sizeof(character)); \
        int order = 0; \
        if (a != NULL && b != NULL) { \
            memcpy(a, one, here * sizeof(character)); \
            memcpy(b, other, there * sizeof(character)); \
            order = small ? collate(lower(a), lower(b)) : collate(a, b); \
        } \
        free(a); \
        free(b); \
        return order; \
    } \
    WININET_INLINE int n_coll(const character *one, const character *other, size_t count) \
    { \
        return wininet_order_##n_coll(one, other, count, FALSE); \
    } \
    WININET_INLINE int n_icoll(const character *one, const character *other, size_t count) \
    { \
        return wininet_order_##n_coll(one, other, count, TRUE); \
    } \
    WININET_INLINE int icoll(const character *one, const character *other) \
    { \
        return wininet_order_##n_coll(one, other, SIZE_MAX, TRUE); \
    }

WININET_COLLATING(wininet_strncoll, wininet_strnicoll, wininet_stricoll, strcoll, _strlwr, strnlen_s, char)
WININET_COLLATING(wininet_wcsncoll, wininet_wcsnicoll, wininet_wcsicoll, wcscoll, _wcslwr, wcsnlen_s, WCHAR)
#undef WININET_COLLATING

/* The first character that is not one of those; NULL if there is none. */
WININET_INLINE char *wininet_strspnp(const char *string, const char *set)
{
    const char *at = string + strspn(string, set);
    return *at == '\0' ? NULL : (char *)(uintptr_t)at;
}

WININET_INLINE WCHAR *wininet_wcsspnp(const WCHAR *string, const WCHAR *set)
{
    const WCHAR *at = string + wcsspn(string, set);
    return *at == L'\0' ? NULL : (WCHAR *)(uintptr_t)at;
}

/* A long of Windows has 32 bits: what does not fit is its greatest or its smallest, and ERANGE. */
WININET_INLINE LONG wininet_to_long(LONGLONG value)
{
    if (value > 0x7FFFFFFF || value < -0x7FFFFFFF - 1) {
        errno = ERANGE;
        return value > 0 ? 0x7FFFFFFF : -0x7FFFFFFF - 1;
    }
    return (LONG)value;
}

/* A number with a minus sign is the complement, if it fits without it. */
WININET_INLINE ULONG wininet_to_ulong(LONGLONG value)
{
    if (value > 0xFFFFFFFFLL || value < -0xFFFFFFFFLL) {
        errno = ERANGE;
        return 0xFFFFFFFF;
    }
    return (ULONG)value;
}

WININET_INLINE LONG wininet_strtol(const char *string, char **end, int base)
{
    return wininet_to_long(strtoll(string, end, base));
}

WININET_INLINE ULONG wininet_strtoul(const char *string, char **end, int base)
{
    return wininet_to_ulong(strtoll(string, end, base));
}

WININET_INLINE LONG wininet_wcstol(const WCHAR *string, WCHAR **end, int base)
{
    return wininet_to_long(wcstoll(string, end, base));
}

WININET_INLINE ULONG wininet_wcstoul(const WCHAR *string, WCHAR **end, int base)
{
    return wininet_to_ulong(wcstoll(string, end, base));
}

WININET_INLINE LONG wininet_atol(const char *string)
{
    return wininet_strtol(string, NULL, 10);
}

/** The locale that was, in a buffer of this thread's; NULL asks for it alone. */
WININET_INLINE WCHAR *_wsetlocale(int category, const WCHAR *name)
{
    static __thread WCHAR text[256];
    char *narrow = wininet_narrow(name);
    WCHAR *wide = wininet_widen(name != NULL && narrow == NULL ? NULL : setlocale(category, narrow));
    const BOOL fits = wide != NULL && wcscpy_s(text, _countof(text), wide) == 0;
    free(narrow);
    free(wide);
    return fits ? text : NULL;
}

#endif /* _WININET_CRTTEXT_H */
