/*
 * strsafeex.h: those functions of strsafe.h that end in Ex: they give the end of the string and what
 * is left of the buffer, and flags say what a failure leaves. Of the kit's own.
 */
/* All of it comes first, and with it this. */
#include "../strsafe.h"

#ifndef _WININET_STRSAFEEX_H
#define _WININET_STRSAFEEX_H

#include "../strsafe.h"

#define STRSAFE_IGNORE_NULLS 0x00000100
#define STRSAFE_FILL_BEHIND_NULL 0x00000200
#define STRSAFE_FILL_ON_FAILURE 0x00000400
#define STRSAFE_NULL_ON_FAILURE 0x00000800
#define STRSAFE_NO_TRUNCATION 0x00001000
#define STRSAFE_FILL_BYTE(byte) ((DWORD)(((byte) & 0xFF) | STRSAFE_FILL_BEHIND_NULL))
#define STRSAFE_FAILURE_BYTE(byte) ((DWORD)(((byte) & 0xFF) | STRSAFE_FILL_ON_FAILURE))
#define STRSAFE_GET_FILL_PATTERN(flags) ((int)((flags) & 0xFF))
#define STRSAFE_VALID_FLAGS 0x1FFF

/*
 * The end of each of them: the string began at `start`, and those of before stay. Then the functions,
 * for one kind of character.
 */
#define WININET_STRSAFE_EX(letter, character) \
    WININET_INLINE HRESULT wininet_strsafe_end##letter(HRESULT result, character *dest, size_t size, \
        size_t start, character **end, size_t *remaining, DWORD flags) \
    { \
        size_t length = 0; \
        if (size > 0 && FAILED(result)) { \
            if (flags & STRSAFE_FILL_ON_FAILURE) { \
                memset(dest, (int)(flags & 0xFF), size * sizeof(character)); \
                dest[size - 1] = 0; \
            } else if (flags & STRSAFE_NULL_ON_FAILURE) { \
                *dest = 0; \
            } else if (flags & STRSAFE_NO_TRUNCATION && result == STRSAFE_E_INSUFFICIENT_BUFFER) { \
                dest[start] = 0; \
            } \
        } \
        while (length < size && dest[length] != 0) { \
            length++; \
        } \
        if (SUCCEEDED(result) && flags & STRSAFE_FILL_BEHIND_NULL && length < size) { \
            memset(dest + length + 1, (int)(flags & 0xFF), (size - length - 1) * sizeof(character)); \
        } \
        if (end != NULL && result != STRSAFE_E_INVALID_PARAMETER) { \
            *end = dest == NULL ? NULL : dest + length; \
        } \
        if (remaining != NULL && result != STRSAFE_E_INVALID_PARAMETER) { \
            *remaining = size - length; \
        } \
        return result; \
    } \
    /* The result where a buffer or its size is at fault, before anything is written. */ \
    WININET_INLINE HRESULT wininet_strsafe_begin##letter(const character *dest, size_t size, \
        BOOL nothing_comes, DWORD flags) \
    { \
        if (flags & ~(DWORD)STRSAFE_VALID_FLAGS || size > STRSAFE_MAX_CCH || \
            (dest == NULL && size > 0) || (size == 0 && !(flags & STRSAFE_IGNORE_NULLS))) { \
            return STRSAFE_E_INVALID_PARAMETER; \
        } \
        return size == 0 && !nothing_comes ? STRSAFE_E_INSUFFICIENT_BUFFER : S_OK; \
    } \
    WININET_INLINE HRESULT StringCchCatNEx##letter(character *pszDest, size_t cchDest, \
        const character *pszSrc, size_t cchToAppend, character **ppszDestEnd, size_t *pcchRemaining, \
        DWORD dwFlags) \
    { \
        static const character nothing[1] = {0}; \
        const character *from = pszSrc == NULL && dwFlags & STRSAFE_IGNORE_NULLS ? nothing : pszSrc; \
        size_t start = 0; \
        HRESULT result = wininet_strsafe_begin##letter(pszDest, cchDest, from != NULL && *from == 0, \
            dwFlags); \
        if (result == S_OK && from == NULL) { \
            result = STRSAFE_E_INVALID_PARAMETER; \
        } \
        if (result == STRSAFE_E_INVALID_PARAMETER) { \
            return result; \
        } \
        if (result == S_OK && cchDest > 0) { \
            result = StringCchLength##letter(pszDest, cchDest, &start); \
        } \
        if (result == S_OK && cchDest > 0) { \
            result = StringCchCopyN##letter(pszDest + start, cchDest - start, from, cchToAppend); \
        } \
        return wininet_strsafe_end##letter(result, pszDest, cchDest, start, ppszDestEnd, \
            pcchRemaining, dwFlags); \
    } \
    WININET_INLINE HRESULT StringCchCatEx##letter(character *pszDest, size_t cchDest, \
        const character *pszSrc, character **ppszDestEnd, size_t *pcchRemaining, DWORD dwFlags) \
    { \
        return StringCchCatNEx##letter(pszDest, cchDest, pszSrc, STRSAFE_MAX_CCH, ppszDestEnd, \
            pcchRemaining, dwFlags); \
    } \
    WININET_INLINE HRESULT StringCchCopyNEx##letter(character *pszDest, size_t cchDest, \
        const character *pszSrc, size_t cchToCopy, character **ppszDestEnd, size_t *pcchRemaining, \
        DWORD dwFlags) \
    { \
        if (pszDest != NULL && cchDest > 0) { \
            *pszDest = 0; \
        } \
        return StringCchCatNEx##letter(pszDest, cchDest, pszSrc, cchToCopy, ppszDestEnd, \
            pcchRemaining, dwFlags); \
    } \
    WININET_INLINE HRESULT StringCchCopyEx##letter(character *pszDest, size_t cchDest, \
        const character *pszSrc, character **ppszDestEnd, size_t *pcchRemaining, DWORD dwFlags) \
    { \
        return StringCchCopyNEx##letter(pszDest, cchDest, pszSrc, STRSAFE_MAX_CCH, ppszDestEnd, \
            pcchRemaining, dwFlags); \
    } \
    WININET_INLINE HRESULT StringCchVPrintfEx##letter(character *pszDest, size_t cchDest, \
        character **ppszDestEnd, size_t *pcchRemaining, DWORD dwFlags, const character *pszFormat, \
        va_list argList) \
    { \
        static const character nothing[1] = {0}; \
        const character *format = \
            pszFormat == NULL && dwFlags & STRSAFE_IGNORE_NULLS ? nothing : pszFormat; \
        HRESULT result = wininet_strsafe_begin##letter(pszDest, cchDest, \
            format != NULL && *format == 0, dwFlags); \
        if (result == STRSAFE_E_INVALID_PARAMETER || format == NULL) { \
            return STRSAFE_E_INVALID_PARAMETER; \
        } \
        if (result == S_OK && cchDest > 0) { \
            result = StringCchVPrintf##letter(pszDest, cchDest, format, argList); \
        } \
        return wininet_strsafe_end##letter(result, pszDest, cchDest, 0, ppszDestEnd, pcchRemaining, \
            dwFlags); \
    } \
    WININET_VARIADIC_RESULT(HRESULT, StringCchPrintfEx##letter, StringCchVPrintfEx##letter, \
        (character * pszDest, size_t cchDest, character * *ppszDestEnd, size_t * pcchRemaining, \
            DWORD dwFlags, const character *format, ...), \
        (pszDest, cchDest, ppszDestEnd, pcchRemaining, dwFlags, format, list))

WININET_STRSAFE_EX(A, char)
WININET_STRSAFE_EX(W, WCHAR)
#undef WININET_STRSAFE_EX

#ifdef UNICODE
#define StringCchCopyEx StringCchCopyExW
#define StringCchCopyNEx StringCchCopyNExW
#define StringCchCatEx StringCchCatExW
#define StringCchCatNEx StringCchCatNExW
#define StringCchPrintfEx StringCchPrintfExW
#define StringCchVPrintfEx StringCchVPrintfExW
#else
#define StringCchCopyEx StringCchCopyExA
#define StringCchCopyNEx StringCchCopyNExA
#define StringCchCatEx StringCchCatExA
#define StringCchCatNEx StringCchCatNExA
#define StringCchPrintfEx StringCchPrintfExA
#define StringCchVPrintfEx StringCchVPrintfExA
#endif

#endif /* _WININET_STRSAFEEX_H */
