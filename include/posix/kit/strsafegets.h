/*
 * strsafegets.h: those functions of strsafe.h that read a line of stdin, without its end. What there is
 * no room for stays for the next. Of the kit's own.
 */
/* All of it comes first, and with it this. */
#include "../strsafe.h"

#ifndef _WININET_STRSAFEGETS_H
#define _WININET_STRSAFEGETS_H

#include "crtread.h"
#include "strsafeex.h"

/* For one kind of character. */
#define WININET_STRSAFE_GETS(letter, character, get, number) \
    WININET_INLINE HRESULT StringCchGets##letter(character *pszDest, size_t cchDest) \
    { \
        size_t length = 0; \
        number next = 0; \
        if (cchDest > STRSAFE_MAX_CCH) { \
            return STRSAFE_E_INVALID_PARAMETER; \
        } \
        while (length + 1 < cchDest && (next = get(stdin)) != (number)EOF && next != '\n') { \
            pszDest[length++] = (character)next; \
        } \
        if (cchDest > 0) { \
            pszDest[length] = 0; \
        } \
        if (cchDest <= 1) { \
            return STRSAFE_E_INSUFFICIENT_BUFFER; \
        } \
        return next == (number)EOF && length == 0 ? STRSAFE_E_END_OF_FILE : S_OK; \
    } \
    WININET_INLINE HRESULT StringCchGetsEx##letter(character *pszDest, size_t cchDest, \
        character **ppszDestEnd, size_t *pcchRemaining, DWORD dwFlags) \
    { \
        HRESULT result = wininet_strsafe_begin##letter(pszDest, cchDest, FALSE, dwFlags); \
        if (result == STRSAFE_E_INVALID_PARAMETER) { \
            return result; \
        } \
        if (result == S_OK) { \
            result = StringCchGets##letter(pszDest, cchDest); \
        } \
        return wininet_strsafe_end##letter(result, pszDest, cchDest, 0, ppszDestEnd, pcchRemaining, \
            dwFlags); \
    }

WININET_STRSAFE_GETS(A, char, getc, int)
WININET_STRSAFE_GETS(W, WCHAR, wininet_fgetwc, wint_t)
#undef WININET_STRSAFE_GETS

#ifdef UNICODE
#define StringCchGets StringCchGetsW
#define StringCchGetsEx StringCchGetsExW
#else
#define StringCchGets StringCchGetsA
#define StringCchGetsEx StringCchGetsExA
#endif

#endif /* _WININET_STRSAFEGETS_H */
