/*
 * characters.h: large and small letters, and steps through a string. Of the kit's own: on Windows it is in winuser.h,
 * which includes it.
 *
 * Letters are those of all languages, whatever the locale of the program. A char is a step of CharNextA, as in tchar.h;
 * in a string of char a letter stays as it is where the other one has another number of bytes.
 */
#ifndef _WININET_CHARACTERS_H
#define _WININET_CHARACTERS_H

#include "../stringapiset.h"

#include <locale.h>
#include <pthread.h>
#include <wctype.h>

EXTERN_C_START
WININET_SHARED pthread_once_t wininet_letters_once = PTHREAD_ONCE_INIT;
WININET_SHARED locale_t wininet_letters = (locale_t)0;
EXTERN_C_END

WININET_INLINE void wininet_make_letters(void)
{
    wininet_letters = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
}

/* Where the machine has no such locale, the letters of the program's own. */
WININET_INLINE WCHAR wininet_letter(WCHAR character, BOOL upper)
{
    const wint_t code = (wint_t)character;
    pthread_once(&wininet_letters_once, wininet_make_letters);
    if (wininet_letters == (locale_t)0) {
        return (WCHAR)(upper ? towupper(code) : towlower(code));
    }
    return (WCHAR)(upper ? towupper_l(code, wininet_letters) : towlower_l(code, wininet_letters));
}

WININET_INLINE DWORD wininet_letters_of(LPWSTR text, DWORD length, BOOL upper)
{
    DWORD i;
    for (i = 0; text != NULL && i < length; i++) {
        text[i] = wininet_letter(text[i], upper);
    }
    return text == NULL ? 0 : length;
}

WININET_INLINE DWORD wininet_narrow_letters_of(LPSTR text, DWORD length, BOOL upper)
{
    const char *at = text, *end = text + (text == NULL ? 0 : length);
    while (at < end) {
        char *start = text + (at - text), bytes[4];
        BOOL valid;
        const WCHAR character = (WCHAR)wininet_decode(&at, end, &valid);
        const int size = wininet_encode((uint32_t)wininet_letter(character, upper), bytes, &valid);
        if (character != WININET_REPLACEMENT && size == at - start) {
            memcpy(start, bytes, (size_t)size);
        }
    }
    return text == NULL ? 0 : length;
}

/** One character where the pointer is no more than that, else the string up to its NUL, in its place. */
#define WININET_CASE(name, type, kind, length, all_of, upper) \
    WININET_INLINE type name##kind(type lpsz) \
    { \
        if ((UINT_PTR)lpsz >> 16 == 0) { \
            return (type)(UINT_PTR)wininet_letter((WCHAR)(UINT_PTR)lpsz, upper); \
        } \
        all_of(lpsz, (DWORD)length(lpsz), upper); \
        return lpsz; \
    } \
    WININET_INLINE DWORD name##Buff##kind(type lpsz, DWORD cchLength) \
    { \
        return all_of(lpsz, cchLength, upper); \
    }

WININET_CASE(CharLower, LPSTR, A, strlen, wininet_narrow_letters_of, FALSE)
WININET_CASE(CharUpper, LPSTR, A, strlen, wininet_narrow_letters_of, TRUE)
WININET_CASE(CharLower, LPWSTR, W, wcslen, wininet_letters_of, FALSE)
WININET_CASE(CharUpper, LPWSTR, W, wcslen, wininet_letters_of, TRUE)
#undef WININET_CASE

/** The next character, or the same place at the end; and the one before, or the start. */
#define WININET_STEPS(kind, type, mutable_type) \
    WININET_INLINE mutable_type CharNext##kind(type lpsz) \
    { \
        return (mutable_type)(*lpsz == 0 ? lpsz : lpsz + 1); \
    } \
    WININET_INLINE mutable_type CharPrev##kind(type lpszStart, type lpszCurrent) \
    { \
        return (mutable_type)(lpszCurrent > lpszStart ? lpszCurrent - 1 : lpszStart); \
    }

WININET_STEPS(A, LPCSTR, LPSTR)
WININET_STEPS(W, LPCWSTR, LPWSTR)
#undef WININET_STEPS

/** No code page that is here has characters of two bytes with a leading one. */
WININET_INLINE BOOL IsDBCSLeadByte(BYTE TestChar)
{
    (void)TestChar;
    return FALSE;
}

#ifdef UNICODE
#define CharLower CharLowerW
#define CharUpper CharUpperW
#define CharLowerBuff CharLowerBuffW
#define CharUpperBuff CharUpperBuffW
#define CharNext CharNextW
#define CharPrev CharPrevW
#else
#define CharLower CharLowerA
#define CharUpper CharUpperA
#define CharLowerBuff CharLowerBuffA
#define CharUpperBuff CharUpperBuffA
#define CharNext CharNextA
#define CharPrev CharPrevA
#endif

#endif /* _WININET_CHARACTERS_H */
