/*
 * crtsecure.h: functions of Microsoft's C library on strings, memory and numbers that are told the
 * size of a buffer, and those that change a string in place. Of the kit's own: on Windows they are in
 * string.h, stdlib.h and wchar.h. What is wrong is EINVAL and what does not fit ERANGE; a buffer then
 * has an empty string.
 */
#ifndef _WININET_CRTSECURE_H
#define _WININET_CRTSECURE_H

#include "../stringapiset.h"
#include "crtstring.h"

typedef size_t rsize_t;

/* For char and for WCHAR. */
#define WININET_CHANGED_STRINGS(length_s, reverse, set, n_set, set_s, n_set_s, lower_s, lower, upper_s, \
    upper, skip, character, value_type) \
    /* How long a string is, of which so much is looked at. */ \
    WININET_INLINE size_t length_s(const character *string, size_t size) \
    { \
        size_t length = 0; \
        while (string != NULL && length < size && string[length] != 0) { \
            length++; \
        } \
        return length; \
    } \
    WININET_INLINE character *reverse(character *string) \
    { \
        size_t i = 0, end = length_s(string, SIZE_MAX); \
        for (; i + 1 < end; i++) { \
            const character last = string[--end]; \
            string[end] = string[i]; \
            string[i] = last; \
        } \
        return string; \
    } \
    WININET_INLINE character *n_set(character *string, value_type value, size_t count) \
    { \
        size_t i; \
        for (i = 0; i < count && string[i] != 0; i++) { \
            string[i] = (character)value; \
        } \
        return string; \
    } \
    WININET_INLINE character *set(character *string, value_type value) \
    { \
        return n_set(string, value, SIZE_MAX); \
    } \
    /* Whether a buffer has a string. Else it becomes an empty one. */ \
    WININET_INLINE BOOL skip(character *string, size_t size) \
    { \
        if (string == NULL || length_s(string, size) == size) { \
            if (string != NULL && size > 0) { \
                *string = 0; \
            } \
            return FALSE; \
        } \
        return TRUE; \
    } \
    WININET_INLINE errno_t n_set_s(character *string, size_t size, value_type value, size_t count) \
    { \
        if (!skip(string, size)) { \
            return EINVAL; \
        } \
        n_set(string, value, count); \
        return 0; \
    } \
    WININET_INLINE errno_t set_s(character *string, size_t size, value_type value) \
    { \
        return n_set_s(string, size, value, SIZE_MAX); \
    } \
    WININET_INLINE errno_t lower_s(character *string, size_t size) \
    { \
        return skip(string, size) ? (lower(string), 0) : EINVAL; \
    } \
    WININET_INLINE errno_t upper_s(character *string, size_t size) \
    { \
        return skip(string, size) ? (upper(string), 0) : EINVAL; \
    }

WININET_CHANGED_STRINGS(strnlen_s, _strrev, _strset, _strnset, _strset_s, _strnset_s, _strlwr_s, _strlwr,
    _strupr_s, _strupr, wininet_has_end, char, int)
WININET_CHANGED_STRINGS(wcsnlen_s, _wcsrev, _wcsset, _wcsnset, _wcsset_s, _wcsnset_s, _wcslwr_s, _wcslwr,
    _wcsupr_s, _wcsupr, wininet_wide_has_end, WCHAR, WCHAR)
#undef WININET_CHANGED_STRINGS

WININET_INLINE errno_t memcpy_s(void *to, size_t size, const void *from, size_t count)
{
    if (count > size || (count > 0 && (to == NULL || from == NULL))) {
        if (to != NULL) {
            memset(to, 0, size);
        }
        return to == NULL || from == NULL ? EINVAL : ERANGE;
    }
    if (count > 0) {
        memcpy(to, from, count);
    }
    return 0;
}

/* This one leaves the target as it is. */
WININET_INLINE errno_t memmove_s(void *to, size_t size, const void *from, size_t count)
{
    if (count > 0 && (to == NULL || from == NULL || count > size)) {
        return to == NULL || from == NULL ? EINVAL : ERANGE;
    }
    if (count > 0) {
        memmove(to, from, count);
    }
    return 0;
}

WININET_INLINE errno_t wmemcpy_s(WCHAR *to, size_t size, const WCHAR *from, size_t count)
{
    return memcpy_s(to, size * sizeof(WCHAR), from, count * sizeof(WCHAR));
}

WININET_INLINE errno_t wmemmove_s(WCHAR *to, size_t size, const WCHAR *from, size_t count)
{
    return memmove_s(to, size * sizeof(WCHAR), from, count * sizeof(WCHAR));
}

WININET_INLINE int _memicmp(const void *one, const void *other, size_t count)
{
    const unsigned char *a = (const unsigned char *)one, *b = (const unsigned char *)other;
    int difference = 0;
    for (; count > 0 && difference == 0; count--) {
        difference = tolower(*a++) - tolower(*b++);
    }
    return difference;
}

/* Hands out the digits of a number. */
WININET_INLINE errno_t wininet_give_digits(LONGLONG value, ULONGLONG bits, char *buffer, size_t size, int base)
{
    char digits[72];
    if (buffer == NULL || size == 0) {
        return EINVAL;
    }
    *buffer = '\0';
    if (base < 2 || base > 36) {
        return EINVAL;
    }
    return strcpy_s(buffer, size, wininet_itoa(value, bits, digits, base));
}

WININET_INLINE errno_t wininet_give_wide_digits(LONGLONG value, ULONGLONG bits, WCHAR *buffer, size_t size,
    int base)
{
    WCHAR digits[72];
    if (buffer == NULL || size == 0) {
        return EINVAL;
    }
    *buffer = L'\0';
    if (base < 2 || base > 36) {
        return EINVAL;
    }
    return wcscpy_s(buffer, size, wininet_itow(value, bits, digits, base));
}

#define WININET_DIGITS(name, wide_name, type, as, bits) \
    WININET_INLINE errno_t name(type value, char *buffer, size_t size, int base) \
    { \
        return wininet_give_digits((as)value, (bits)value, buffer, size, base); \
    } \
    WININET_INLINE errno_t wide_name(type value, WCHAR *buffer, size_t size, int base) \
    { \
        return wininet_give_wide_digits((as)value, (bits)value, buffer, size, base); \
    }

WININET_DIGITS(_itoa_s, _itow_s, int, int, unsigned)
WININET_DIGITS(_ltoa_s, _ltow_s, LONG, LONG, ULONG)
WININET_DIGITS(_ultoa_s, _ultow_s, ULONG, ULONG, ULONG)
WININET_DIGITS(_i64toa_s, _i64tow_s, LONGLONG, LONGLONG, ULONGLONG)
#undef WININET_DIGITS

/* No sign, whatever the number. */
WININET_INLINE errno_t _ui64toa_s(ULONGLONG value, char *buffer, size_t size, int base)
{
    return wininet_give_digits(0, value, buffer, size, base);
}

WININET_INLINE errno_t _ui64tow_s(ULONGLONG value, WCHAR *buffer, size_t size, int base)
{
    return wininet_give_wide_digits(0, value, buffer, size, base);
}

/* The text of a number of errno, cut off where it does not fit. */
WININET_INLINE errno_t strerror_s(char *buffer, size_t size, int number)
{
    if (buffer == NULL || size == 0) {
        return EINVAL;
    }
    strncpy_s(buffer, size, strerror(number), _TRUNCATE);
    return 0;
}

WININET_INLINE errno_t _wcserror_s(WCHAR *buffer, size_t size, int number)
{
    WCHAR *text;
    if (buffer == NULL || size == 0) {
        return EINVAL;
    }
    text = wininet_widen(strerror(number));
    wcsncpy_s(buffer, size, text == NULL ? L"" : text, _TRUNCATE);
    free(text);
    return 0;
}

/* The same in a buffer of this thread's. */
WININET_INLINE WCHAR *_wcserror(int number)
{
    static __thread WCHAR text[128];
    _wcserror_s(text, _countof(text), number);
    return text;
}

WININET_INLINE void _wperror(const WCHAR *of)
{
    const int number = errno;
    char *narrow = wininet_narrow(of);
    errno = number;
    perror(narrow);
    free(narrow);
}

#define _get_errno(to) (*(to) = errno, 0)
#define _set_errno(number) (errno = (number), 0)

#ifdef __cplusplus
extern "C++" {
/* As on Windows, the size of an array need not be said. */
#define WININET_OF_ARRAY(name, character) \
    template <size_t size> \
    inline errno_t name(character(&buffer)[size]) \
    { \
        return name(static_cast<character *>(buffer), size); \
    }
#define WININET_WITH_ARRAY(name, type, character) \
    template <size_t size> \
    inline errno_t name(type value, character(&buffer)[size], int base) \
    { \
        return name(value, static_cast<character *>(buffer), size, base); \
    }
WININET_OF_ARRAY(_strlwr_s, char)
WININET_OF_ARRAY(_strupr_s, char)
WININET_OF_ARRAY(_wcslwr_s, WCHAR)
WININET_OF_ARRAY(_wcsupr_s, WCHAR)
WININET_WITH_ARRAY(_itoa_s, int, char)
WININET_WITH_ARRAY(_itow_s, int, WCHAR)
WININET_WITH_ARRAY(_ltoa_s, LONG, char)
WININET_WITH_ARRAY(_ltow_s, LONG, WCHAR)
WININET_WITH_ARRAY(_ultoa_s, ULONG, char)
WININET_WITH_ARRAY(_ultow_s, ULONG, WCHAR)
WININET_WITH_ARRAY(_i64toa_s, LONGLONG, char)
WININET_WITH_ARRAY(_i64tow_s, LONGLONG, WCHAR)
WININET_WITH_ARRAY(_ui64toa_s, ULONGLONG, char)
WININET_WITH_ARRAY(_ui64tow_s, ULONGLONG, WCHAR)
#undef WININET_OF_ARRAY
#undef WININET_WITH_ARRAY

template <size_t size>
inline errno_t strerror_s(char (&buffer)[size], int number)
{
    return strerror_s(static_cast<char *>(buffer), size, number);
}

template <size_t size>
inline errno_t _wcserror_s(WCHAR (&buffer)[size], int number)
{
    return _wcserror_s(static_cast<WCHAR *>(buffer), size, number);
}
}
#endif

#endif /* _WININET_CRTSECURE_H */
