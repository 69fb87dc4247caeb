/*
 * comparestring.h: CompareString. Of the kit's own: on Windows it is in winnls.h and stringapiset.h.
 *
 * Characters are compared by their values, not by the words of a language, so every locale gives the same; what only a
 * language has (NORM_IGNORENONSPACE and its like) is ERROR_INVALID_FLAGS.
 */
#ifndef _WININET_COMPARESTRING_H
#define _WININET_COMPARESTRING_H

#include "characters.h"

#define NORM_IGNORECASE 0x00000001
#define NORM_IGNORENONSPACE 0x00000002
#define NORM_IGNORESYMBOLS 0x00000004
#define LINGUISTIC_IGNORECASE 0x00000010
#define SORT_STRINGSORT 0x00001000
#define NORM_IGNOREKANATYPE 0x00010000
#define NORM_IGNOREWIDTH 0x00020000
#define NORM_LINGUISTIC_CASING 0x08000000

#define CSTR_LESS_THAN 1
#define CSTR_EQUAL 2
#define CSTR_GREATER_THAN 3

/* Small letters are compared by CompareString, and large ones by CompareStringOrdinal. */
WININET_INLINE int wininet_order(LPCWSTR one, size_t one_length, LPCWSTR other, size_t other_length, BOOL ignores,
    BOOL upper)
{
    size_t i;
    for (i = 0; i < one_length && i < other_length; i++) {
        const WCHAR a = ignores ? wininet_letter(one[i], upper) : one[i];
        const WCHAR b = ignores ? wininet_letter(other[i], upper) : other[i];
        if (a != b) {
            return a < b ? CSTR_LESS_THAN : CSTR_GREATER_THAN;
        }
    }
    return one_length == other_length ? CSTR_EQUAL : one_length < other_length ? CSTR_LESS_THAN : CSTR_GREATER_THAN;
}

/** Which of two strings comes first: CSTR_LESS_THAN, CSTR_EQUAL or CSTR_GREATER_THAN. A count below 0 takes it to its end. */
WININET_INLINE int CompareStringW(LCID Locale, DWORD dwCmpFlags, LPCWSTR lpString1, int cchCount1, LPCWSTR lpString2,
    int cchCount2)
{
    const DWORD ignores = NORM_IGNORECASE | LINGUISTIC_IGNORECASE;
    (void)Locale;
    if (lpString1 == NULL || lpString2 == NULL) {
        return wininet_fail(ERROR_INVALID_PARAMETER);
    }
    if (dwCmpFlags & ~(ignores | SORT_STRINGSORT | NORM_LINGUISTIC_CASING)) {
        return wininet_fail(ERROR_INVALID_FLAGS);
    }
    return wininet_order(lpString1, cchCount1 < 0 ? wcslen(lpString1) : (size_t)cchCount1, lpString2,
        cchCount2 < 0 ? wcslen(lpString2) : (size_t)cchCount2, (dwCmpFlags & ignores) != 0, FALSE);
}

/* The characters of a string of char, to be freed. */
WININET_INLINE WCHAR *wininet_widen_count(LPCSTR text, int count, int *length)
{
    const int bytes = count < 0 ? (int)strlen(text) : count;
    WCHAR *wide = (WCHAR *)malloc(((size_t)bytes + 1) * sizeof(WCHAR));
    *length = wide == NULL || bytes == 0 ? 0 : MultiByteToWideChar(CP_ACP, 0, text, bytes, wide, bytes);
    return wide;
}

WININET_INLINE int CompareStringA(LCID Locale, DWORD dwCmpFlags, LPCSTR lpString1, int cchCount1, LPCSTR lpString2,
    int cchCount2)
{
    WCHAR *one, *other;
    int one_length, other_length, order;
    if (lpString1 == NULL || lpString2 == NULL) {
        return wininet_fail(ERROR_INVALID_PARAMETER);
    }
    one = wininet_widen_count(lpString1, cchCount1, &one_length);
    other = wininet_widen_count(lpString2, cchCount2, &other_length);
    order = one == NULL || other == NULL
                ? wininet_fail(ERROR_NOT_ENOUGH_MEMORY)
                : CompareStringW(Locale, dwCmpFlags, one, one_length, other, other_length);
    free(one);
    free(other);
    return order;
}

/** As CompareStringW. A count is -1 or more. */
WININET_INLINE int CompareStringOrdinal(LPCWSTR lpString1, int cchCount1, LPCWSTR lpString2, int cchCount2, BOOL bIgnoreCase)
{
    if (lpString1 == NULL || lpString2 == NULL || cchCount1 < -1 || cchCount2 < -1) {
        return wininet_fail(ERROR_INVALID_PARAMETER);
    }
    return wininet_order(lpString1, cchCount1 < 0 ? wcslen(lpString1) : (size_t)cchCount1, lpString2,
        cchCount2 < 0 ? wcslen(lpString2) : (size_t)cchCount2, bIgnoreCase, TRUE);
}

#ifdef UNICODE
#define CompareString CompareStringW
#else
#define CompareString CompareStringA
#endif

#endif /* _WININET_COMPARESTRING_H */
