/*
 * stringapiset.h: strings between char and WCHAR. The code page of the system is UTF-8 here, so
 * CP_ACP is CP_UTF8, and WCHAR has 32 bits, so every character is one of it.
 */
#ifndef _APISETSTRING_
#define _APISETSTRING_

#include "errhandlingapi.h"
#include "windef.h"
#include "winerror.h"

#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#define CP_ACP 0
#define CP_OEMCP 1
#define CP_MACCP 2
#define CP_THREAD_ACP 3
#define CP_UTF7 65000
#define CP_UTF8 65001

#define MB_PRECOMPOSED 0x00000001
#define MB_COMPOSITE 0x00000002
#define MB_USEGLYPHCHARS 0x00000004
#define MB_ERR_INVALID_CHARS 0x00000008
#define WC_COMPOSITECHECK 0x00000200
#define WC_ERR_INVALID_CHARS 0x00000080
#define WC_NO_BEST_FIT_CHARS 0x00000400

#define WININET_REPLACEMENT 0xFFFD

/*
 * The character that a text in UTF-8 begins with, and where the next one begins. What is not UTF-8
 * gives WININET_REPLACEMENT, as far as it could have become a character, and FALSE in *valid.
 */
WININET_INLINE uint32_t wininet_decode(const char **text, const char *end, BOOL *valid)
{
    const unsigned char *at = (const unsigned char *)*text;
    const size_t length = (size_t)(end - *text);
    uint32_t code = at[0];
    size_t more = code < 0x80 ? 0 : code < 0xE0 ? 1 : code < 0xF0 ? 2 : 3, i;
    unsigned char low = 0x80, high = 0xBF;
    *valid = code < 0x80 || (code >= 0xC2 && code <= 0xF4);
    if (code == 0xE0 || code == 0xF0) {
        low = code == 0xE0 ? 0xA0 : 0x90;
    } else if (code == 0xED || code == 0xF4) {
        high = code == 0xED ? 0x9F : 0x8F;
    }
    code &= more == 0 ? 0x7F : 0x3FU >> more;
    for (i = 1; *valid && i <= more; i++) {
        if (i >= length || at[i] < low || at[i] > high) {
            *valid = FALSE;
            break;
        }
        code = code << 6 | (at[i] & 0x3F);
        low = 0x80;
        high = 0xBF;
    }
    *text += *valid ? more + 1 : more == 0 || i < 1 ? 1 : i;
    return *valid ? code : WININET_REPLACEMENT;
}

/* Writes a character in UTF-8 and gives the number of bytes; *valid says whether it is one. */
WININET_INLINE int wininet_encode(uint32_t code, char bytes[4], BOOL *valid)
{
    *valid = code < 0xD800 || (code > 0xDFFF && code <= 0x10FFFF);
    if (!*valid) {
        code = WININET_REPLACEMENT;
    }
    if (code < 0x80) {
        bytes[0] = (char)code;
        return 1;
    }
    if (code < 0x800) {
        bytes[0] = (char)(0xC0 | code >> 6);
        bytes[1] = (char)(0x80 | (code & 0x3F));
        return 2;
    }
    if (code < 0x10000) {
        bytes[0] = (char)(0xE0 | code >> 12);
        bytes[1] = (char)(0x80 | (code >> 6 & 0x3F));
        bytes[2] = (char)(0x80 | (code & 0x3F));
        return 3;
    }
    bytes[0] = (char)(0xF0 | code >> 18);
    bytes[1] = (char)(0x80 | (code >> 12 & 0x3F));
    bytes[2] = (char)(0x80 | (code >> 6 & 0x3F));
    bytes[3] = (char)(0x80 | (code & 0x3F));
    return 4;
}

/* Fails, with the reason as the last error. */
WININET_INLINE int wininet_fail(DWORD error)
{
    SetLastError(error);
    return 0;
}

/* Which flags a code page takes, or an error for one that is not here. */
WININET_INLINE DWORD wininet_check_code_page(UINT page, DWORD flags, DWORD of_utf8)
{
    const DWORD of_others = MB_PRECOMPOSED | MB_COMPOSITE | MB_USEGLYPHCHARS | WC_COMPOSITECHECK |
                            WC_NO_BEST_FIT_CHARS | of_utf8;
    if (page != CP_UTF8 && page != CP_ACP && page != CP_OEMCP && page != CP_THREAD_ACP) {
        return ERROR_INVALID_PARAMETER;
    }
    return flags & ~(page == CP_UTF8 ? of_utf8 : of_others) ? ERROR_INVALID_FLAGS : ERROR_SUCCESS;
}

/** Makes WCHARs of a string. A length of -1 takes it to its end, with the NUL. */
WININET_INLINE int MultiByteToWideChar(UINT CodePage, DWORD dwFlags, LPCSTR lpMultiByteStr,
    int cbMultiByte, LPWSTR lpWideCharStr, int cchWideChar)
{
    const DWORD error = wininet_check_code_page(CodePage, dwFlags, MB_ERR_INVALID_CHARS);
    const char *at = lpMultiByteStr, *end;
    int count = 0;
    BOOL valid;
    if (error != ERROR_SUCCESS) {
        return wininet_fail(error);
    }
    if (at == NULL || cbMultiByte == 0 || cbMultiByte < -1 || cchWideChar < 0 ||
        (cchWideChar > 0 && (lpWideCharStr == NULL || (void *)lpWideCharStr == (const void *)at))) {
        return wininet_fail(ERROR_INVALID_PARAMETER);
    }
    end = at + (cbMultiByte == -1 ? strlen(at) + 1 : (size_t)cbMultiByte);
    for (; at < end; count++) {
        const uint32_t code = wininet_decode(&at, end, &valid);
        if (!valid && dwFlags & MB_ERR_INVALID_CHARS) {
            return wininet_fail(ERROR_NO_UNICODE_TRANSLATION);
        }
        if (cchWideChar > 0) {
            if (count == cchWideChar) {
                return wininet_fail(ERROR_INSUFFICIENT_BUFFER);
            }
            lpWideCharStr[count] = (WCHAR)code;
        }
    }
    return count;
}

/** Makes chars of WCHARs. A length of -1 takes the string to its end, with the NUL. */
WININET_INLINE int WideCharToMultiByte(UINT CodePage, DWORD dwFlags, LPCWSTR lpWideCharStr,
    int cchWideChar, LPSTR lpMultiByteStr, int cbMultiByte, LPCSTR lpDefaultChar,
    BOOL *lpUsedDefaultChar)
{
    const DWORD error = wininet_check_code_page(CodePage, dwFlags, WC_ERR_INVALID_CHARS);
    size_t i, length;
    int count = 0;
    if (error != ERROR_SUCCESS) {
        return wininet_fail(error);
    }
    if (lpWideCharStr == NULL || cchWideChar == 0 || cchWideChar < -1 || cbMultiByte < 0 ||
        (cbMultiByte > 0 && (lpMultiByteStr == NULL ||
                                (const void *)lpWideCharStr == (void *)lpMultiByteStr)) ||
        (CodePage == CP_UTF8 && (lpDefaultChar != NULL || lpUsedDefaultChar != NULL))) {
        return wininet_fail(ERROR_INVALID_PARAMETER);
    }
    if (lpUsedDefaultChar != NULL) {
        *lpUsedDefaultChar = FALSE;
    }
    length = cchWideChar == -1 ? wcslen(lpWideCharStr) + 1 : (size_t)cchWideChar;
    for (i = 0; i < length; i++) {
        char bytes[4];
        BOOL valid;
        const int size = wininet_encode((uint32_t)lpWideCharStr[i], bytes, &valid);
        if (!valid && dwFlags & WC_ERR_INVALID_CHARS) {
            return wininet_fail(ERROR_NO_UNICODE_TRANSLATION);
        }
        if (!valid && lpUsedDefaultChar != NULL) {
            *lpUsedDefaultChar = TRUE;
        }
        if (cbMultiByte > 0) {
            if (size > cbMultiByte - count) {
                return wininet_fail(ERROR_INSUFFICIENT_BUFFER);
            }
            memcpy(lpMultiByteStr + count, bytes, (size_t)size);
        }
        count += size;
    }
    return count;
}

/* The same text in the other form, to be freed; NULL of NULL. The last error stays. */
WININET_INLINE char *wininet_narrow(const WCHAR *text)
{
    const size_t length = text == NULL ? 0 : wcslen(text);
    char *narrow = text == NULL ? NULL : (char *)malloc(length * 4 + 1), *at = narrow;
    size_t i;
    if (narrow == NULL) {
        return NULL;
    }
    for (i = 0; i < length; i++) {
        BOOL valid;
        at += wininet_encode((uint32_t)text[i], at, &valid);
    }
    *at = '\0';
    return narrow;
}

WININET_INLINE WCHAR *wininet_widen(const char *text)
{
    const char *at = text, *end = text == NULL ? NULL : text + strlen(text);
    WCHAR *wide = text == NULL ? NULL : (WCHAR *)malloc((strlen(text) + 1) * sizeof(WCHAR));
    size_t count = 0;
    if (wide == NULL) {
        return NULL;
    }
    while (at < end) {
        BOOL valid;
        wide[count++] = (WCHAR)wininet_decode(&at, end, &valid);
    }
    wide[count] = L'\0';
    return wide;
}

WININET_INLINE UINT GetACP(void)
{
    return CP_UTF8;
}

WININET_INLINE UINT GetOEMCP(void)
{
    return CP_UTF8;
}

#endif /* _APISETSTRING_ */
