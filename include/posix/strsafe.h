/*
 * strsafe.h: string functions that know the size of their buffer and always leave a NUL.
 */
#ifndef _STRSAFE_H_INCLUDED_
#define _STRSAFE_H_INCLUDED_

#include "kit/hresult.h"

#include "kit/crtprint.h"

#define STRSAFE_MAX_CCH 2147483647
#define STRSAFE_E_INSUFFICIENT_BUFFER ((HRESULT)0x8007007A)
#define STRSAFE_E_INVALID_PARAMETER ((HRESULT)0x80070057)
#define STRSAFE_E_END_OF_FILE ((HRESULT)0x80070026)

typedef char *STRSAFE_LPSTR;
typedef const char *STRSAFE_LPCSTR;
typedef WCHAR *STRSAFE_LPWSTR;
typedef const WCHAR *STRSAFE_LPCWSTR;

/*
 * All of them, for one kind of character: sizes are in characters with Cch, in bytes with Cb. What
 * does not fit is cut off.
 */
#define WININET_STRSAFE(letter, character, vsn) \
    WININET_INLINE HRESULT StringCchCopyN##letter(character *pszDest, size_t cchDest, \
        const character *pszSrc, size_t cchToCopy) \
    { \
        size_t i = 0; \
        if (cchDest == 0 || cchDest > STRSAFE_MAX_CCH || cchToCopy > STRSAFE_MAX_CCH) { \
            return STRSAFE_E_INVALID_PARAMETER; \
        } \
        while (i < cchToCopy && i < cchDest - 1 && pszSrc[i] != 0) { \
            pszDest[i] = pszSrc[i]; \
            i++; \
        } \
        pszDest[i] = 0; \
        return i < cchToCopy && pszSrc[i] != 0 ? STRSAFE_E_INSUFFICIENT_BUFFER : S_OK; \
    } \
    WININET_INLINE HRESULT StringCchCopy##letter(character *pszDest, size_t cchDest, \
        const character *pszSrc) \
    { \
        return StringCchCopyN##letter(pszDest, cchDest, pszSrc, STRSAFE_MAX_CCH); \
    } \
    WININET_INLINE HRESULT StringCchLength##letter(const character *psz, size_t cchMax, \
        size_t *pcchLength) \
    { \
        size_t length = 0; \
        while (psz != NULL && length < cchMax && psz[length] != 0) { \
            length++; \
        } \
        if (psz == NULL || length == cchMax || cchMax > STRSAFE_MAX_CCH) { \
            if (pcchLength != NULL) { \
                *pcchLength = 0; \
            } \
            return STRSAFE_E_INVALID_PARAMETER; \
        } \
        if (pcchLength != NULL) { \
            *pcchLength = length; \
        } \
        return S_OK; \
    } \
    WININET_INLINE HRESULT StringCchCatN##letter(character *pszDest, size_t cchDest, \
        const character *pszSrc, size_t cchToAppend) \
    { \
        size_t length; \
        const HRESULT result = StringCchLength##letter(pszDest, cchDest, &length); \
        return FAILED(result) ? result \
                              : StringCchCopyN##letter(pszDest + length, cchDest - length, pszSrc, \
                                    cchToAppend); \
    } \
    WININET_INLINE HRESULT StringCchCat##letter(character *pszDest, size_t cchDest, \
        const character *pszSrc) \
    { \
        return StringCchCatN##letter(pszDest, cchDest, pszSrc, STRSAFE_MAX_CCH); \
    } \
    WININET_INLINE HRESULT StringCchVPrintf##letter(character *pszDest, size_t cchDest, \
        const character *pszFormat, va_list argList) \
    { \
        int length; \
        if (cchDest == 0 || cchDest > STRSAFE_MAX_CCH) { \
            return STRSAFE_E_INVALID_PARAMETER; \
        } \
        length = vsn(pszDest, cchDest, pszFormat, argList); \
        return length < 0 || (size_t)length >= cchDest ? STRSAFE_E_INSUFFICIENT_BUFFER : S_OK; \
    } \
    WININET_VARIADIC_RESULT(HRESULT, StringCchPrintf##letter, StringCchVPrintf##letter, \
        (character * pszDest, size_t cchDest, const character *format, ...), \
        (pszDest, cchDest, format, list)) \
    WININET_INLINE HRESULT StringCbCopy##letter(character *pszDest, size_t cbDest, \
        const character *pszSrc) \
    { \
        return StringCchCopy##letter(pszDest, cbDest / sizeof(character), pszSrc); \
    } \
    WININET_INLINE HRESULT StringCbCopyN##letter(character *pszDest, size_t cbDest, \
        const character *pszSrc, size_t cbToCopy) \
    { \
        return StringCchCopyN##letter(pszDest, cbDest / sizeof(character), pszSrc, \
            cbToCopy / sizeof(character)); \
    } \
    WININET_INLINE HRESULT StringCbCat##letter(character *pszDest, size_t cbDest, \
        const character *pszSrc) \
    { \
        return StringCchCat##letter(pszDest, cbDest / sizeof(character), pszSrc); \
    } \
    WININET_INLINE HRESULT StringCbLength##letter(const character *psz, size_t cbMax, \
        size_t *pcbLength) \
    { \
        const HRESULT result = StringCchLength##letter(psz, cbMax / sizeof(character), pcbLength); \
        if (pcbLength != NULL) { \
            *pcbLength *= sizeof(character); \
        } \
        return result; \
    } \
    WININET_INLINE HRESULT StringCbVPrintf##letter(character *pszDest, size_t cbDest, \
        const character *pszFormat, va_list argList) \
    { \
        return StringCchVPrintf##letter(pszDest, cbDest / sizeof(character), pszFormat, argList); \
    } \
    WININET_VARIADIC_RESULT(HRESULT, StringCbPrintf##letter, StringCbVPrintf##letter, \
        (character * pszDest, size_t cbDest, const character *format, ...), \
        (pszDest, cbDest, format, list))

WININET_STRSAFE(A, char, wininet_vsnprintf)
WININET_STRSAFE(W, WCHAR, wininet_vsnwprintf)
#undef WININET_STRSAFE

#ifdef UNICODE
#define StringCchCopy StringCchCopyW
#define StringCchCopyN StringCchCopyNW
#define StringCchCat StringCchCatW
#define StringCchCatN StringCchCatNW
#define StringCchLength StringCchLengthW
#define StringCchPrintf StringCchPrintfW
#define StringCchVPrintf StringCchVPrintfW
#define StringCbCopy StringCbCopyW
#define StringCbCopyN StringCbCopyNW
#define StringCbCat StringCbCatW
#define StringCbLength StringCbLengthW
#define StringCbPrintf StringCbPrintfW
#define StringCbVPrintf StringCbVPrintfW
#else
#define StringCchCopy StringCchCopyA
#define StringCchCopyN StringCchCopyNA
#define StringCchCat StringCchCatA
#define StringCchCatN StringCchCatNA
#define StringCchLength StringCchLengthA
#define StringCchPrintf StringCchPrintfA
#define StringCchVPrintf StringCchVPrintfA
#define StringCbCopy StringCbCopyA
#define StringCbCopyN StringCbCopyNA
#define StringCbCat StringCbCatA
#define StringCbLength StringCbLengthA
#define StringCbPrintf StringCbPrintfA
#define StringCbVPrintf StringCbVPrintfA
#endif

#include "kit/strsafeex.h"
#include "kit/strsafegets.h"
#include "kit/strsafebytes.h"

#endif /* _STRSAFE_H_INCLUDED_ */
