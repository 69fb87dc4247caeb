/*
 * strsafebytes.h: those functions of strsafe.h that end in Ex, or read a line, and count bytes. Of the
 * kit's own.
 */
/* All of it comes first, and with it this. */
#include "../strsafe.h"

#ifndef _WININET_STRSAFEBYTES_H
#define _WININET_STRSAFEBYTES_H

#include "strsafeex.h"
#include "strsafegets.h"

/* Characters that remain, as bytes of a buffer; those that make no character remain as well. */
WININET_INLINE HRESULT wininet_strsafe_bytes(HRESULT result, size_t *remaining, size_t unit, size_t bytes)
{
    if (remaining != NULL && result != STRSAFE_E_INVALID_PARAMETER) {
        *remaining = *remaining * unit + bytes % unit;
    }
    return result;
}

/* For one kind of character. */
#define WININET_STRSAFE_BYTES(letter, character) \
    WININET_INLINE HRESULT StringCbCatN##letter(character *pszDest, size_t cbDest, const character *pszSrc, \
        size_t cbToAppend) \
    { \
        return StringCchCatN##letter(pszDest, cbDest / sizeof(character), pszSrc, \
            cbToAppend / sizeof(character)); \
    } \
    WININET_INLINE HRESULT StringCbCopyEx##letter(character *pszDest, size_t cbDest, \
        const character *pszSrc, character **ppszDestEnd, size_t *pcbRemaining, DWORD dwFlags) \
    { \
        return wininet_strsafe_bytes(StringCchCopyEx##letter(pszDest, cbDest / sizeof(character), pszSrc, \
                                         ppszDestEnd, pcbRemaining, dwFlags), \
            pcbRemaining, sizeof(character), cbDest); \
    } \
    WININET_INLINE HRESULT StringCbCopyNEx##letter(character *pszDest, size_t cbDest, \
        const character *pszSrc, size_t cbToCopy, character **ppszDestEnd, size_t *pcbRemaining, \
        DWORD dwFlags) \
    { \
        return wininet_strsafe_bytes(StringCchCopyNEx##letter(pszDest, cbDest / sizeof(character), pszSrc, \
                                         cbToCopy / sizeof(character), ppszDestEnd, pcbRemaining, dwFlags), \
            pcbRemaining, sizeof(character), cbDest); \
    } \
    WININET_INLINE HRESULT StringCbCatEx##letter(character *pszDest, size_t cbDest, \
        const character *pszSrc, character **ppszDestEnd, size_t *pcbRemaining, DWORD dwFlags) \
    { \
        return wininet_strsafe_bytes(StringCchCatEx##letter(pszDest, cbDest / sizeof(character), pszSrc, \
                                         ppszDestEnd, pcbRemaining, dwFlags), \
            pcbRemaining, sizeof(character), cbDest); \
    } \
    WININET_INLINE HRESULT StringCbCatNEx##letter(character *pszDest, size_t cbDest, \
        const character *pszSrc, size_t cbToAppend, character **ppszDestEnd, size_t *pcbRemaining, \
        DWORD dwFlags) \
    { \
        return wininet_strsafe_bytes(StringCchCatNEx##letter(pszDest, cbDest / sizeof(character), pszSrc, \
                                         cbToAppend / sizeof(character), ppszDestEnd, pcbRemaining, dwFlags), \
            pcbRemaining, sizeof(character), cbDest); \
    } \
    WININET_INLINE HRESULT StringCbVPrintfEx##letter(character *pszDest, size_t cbDest, \
        character **ppszDestEnd, size_t *pcbRemaining, DWORD dwFlags, const character *pszFormat, \
        va_list argList) \
    { \
        return wininet_strsafe_bytes(StringCchVPrintfEx##letter(pszDest, cbDest / sizeof(character), \
                                         ppszDestEnd, pcbRemaining, dwFlags, pszFormat, argList), \
            pcbRemaining, sizeof(character), cbDest); \
    } \
    WININET_VARIADIC_RESULT(HRESULT, StringCbPrintfEx##letter, StringCbVPrintfEx##letter, \
        (character * pszDest, size_t cbDest, character * *ppszDestEnd, size_t * pcbRemaining, \
            DWORD dwFlags, const character *format, ...), \
        (pszDest, cbDest, ppszDestEnd, pcbRemaining, dwFlags, format, list)) \
    WININET_INLINE HRESULT StringCbGets##letter(character *pszDest, size_t cbDest) \
    { \
        return StringCchGets##letter(pszDest, cbDest / sizeof(character)); \
    } \
    WININET_INLINE HRESULT StringCbGetsEx##letter(character *pszDest, size_t cbDest, \
        character **ppszDestEnd, size_t *pcbRemaining, DWORD dwFlags) \
    { \
        return wininet_strsafe_bytes(StringCchGetsEx##letter(pszDest, cbDest / sizeof(character), \
                                         ppszDestEnd, pcbRemaining, dwFlags), \
            pcbRemaining, sizeof(character), cbDest); \
    }

WININET_STRSAFE_BYTES(A, char)
WININET_STRSAFE_BYTES(W, WCHAR)
#undef WININET_STRSAFE_BYTES

#ifdef UNICODE
#define StringCbCatN StringCbCatNW
#define StringCbCopyEx StringCbCopyExW
#define StringCbCopyNEx StringCbCopyNExW
#define StringCbCatEx StringCbCatExW
#define StringCbCatNEx StringCbCatNExW
#define StringCbPrintfEx StringCbPrintfExW
#define StringCbVPrintfEx StringCbVPrintfExW
#define StringCbGets StringCbGetsW
#define StringCbGetsEx StringCbGetsExW
#else
#define StringCbCatN StringCbCatNA
#define StringCbCopyEx StringCbCopyExA
#define StringCbCopyNEx StringCbCopyNExA
#define StringCbCatEx StringCbCatExA
#define StringCbCatNEx StringCbCatNExA
#define StringCbPrintfEx StringCbPrintfExA
#define StringCbVPrintfEx StringCbVPrintfExA
#define StringCbGets StringCbGetsA
#define StringCbGetsEx StringCbGetsExA
#endif

#endif /* _WININET_STRSAFEBYTES_H */
