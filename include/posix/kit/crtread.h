/*
 * crtread.h: wide text from streams, which is UTF-8 there, whatever the locale. So a stream may be read
 * and written both ways, as crtprint.h writes it. Of the kit's own: on Windows it is in wchar.h.
 */
#ifndef _WININET_CRTREAD_H
#define _WININET_CRTREAD_H

#include "crtprint.h"

#include <errno.h>

WININET_INLINE wint_t wininet_fgetwc(FILE *stream)
{
    char bytes[4];
    const char *at = bytes;
    int byte, length = 0, more;
    BOOL valid;
    if (fwide(stream, 0) > 0) {
        return fgetwc(stream);
    }
    byte = getc(stream);
    if (byte == EOF) {
        return WEOF;
    }
    more = byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : byte >= 0xC0 ? 1 : 0;
    bytes[length++] = (char)byte;
    for (; more > 0 && (byte = getc(stream)) != EOF; more--) {
        if ((byte & 0xC0) != 0x80) {
            ungetc(byte, stream);
            break;
        }
        bytes[length++] = (char)byte;
    }
    return (wint_t)wininet_decode(&at, bytes + length, &valid);
}

WININET_INLINE wint_t wininet_ungetwc(wint_t character, FILE *stream)
{
    char bytes[4];
    BOOL valid;
    int length;
    if (character == WEOF || fwide(stream, 0) > 0) {
        return ungetwc(character, stream);
    }
    length = wininet_encode((uint32_t)character, bytes, &valid);
    while (length > 0) {
        if (ungetc((unsigned char)bytes[--length], stream) == EOF) {
            return WEOF;
        }
    }
    return character;
}

/* A line with its end, or as much of it as there is room for. */
WININET_INLINE WCHAR *wininet_fgetws(WCHAR *buffer, int size, FILE *stream)
{
    int length = 0;
    wint_t character = 0;
    while (length < size - 1 && character != (wint_t)L'\n' && (character = wininet_fgetwc(stream)) != WEOF) {
        buffer[length++] = (WCHAR)character;
    }
    if (size < 1 || (length == 0 && character == WEOF) || ferror(stream)) {
        return NULL;
    }
    buffer[length] = L'\0';
    return buffer;
}

/*
 * A line of stdin without its end, where a string has room for it. One that does not fit is read and
 * lost, and gives NULL.
 */
#define WININET_LINE(name, character, gets, get, length_of, number) \
    WININET_INLINE character *name(character *buffer, size_t size) \
    { \
        size_t length; \
        number next; \
        if (buffer == NULL || size == 0 || size > 0x7FFFFFFF || gets(buffer, (int)size, stdin) == NULL) { \
            return NULL; \
        } \
        length = length_of(buffer); \
        if (length > 0 && buffer[length - 1] == '\n') { \
            buffer[length - 1] = 0; \
            return buffer; \
        } \
        next = get(stdin); \
        if (next == (number)EOF || next == '\n') { \
            return buffer; \
        } \
        while (next != (number)EOF && next != '\n') { \
            next = get(stdin); \
        } \
        *buffer = 0; \
        errno = ERANGE; \
        return NULL; \
    }

WININET_LINE(gets_s, char, fgets, getc, strlen, int)
WININET_LINE(_getws_s, WCHAR, wininet_fgetws, wininet_fgetwc, wcslen, wint_t)
#undef WININET_LINE

#define _getwch() wininet_fgetwc(stdin)
#define _getwche() wininet_fgetwc(stdin)

#ifndef WININET_LINUX_FORMATS
#define fgetws(buffer, size, stream) wininet_fgetws(buffer, size, stream)
#define fgetwc(stream) wininet_fgetwc(stream)
#define getwc(stream) wininet_fgetwc(stream)
#define getwchar() wininet_fgetwc(stdin)
#define ungetwc(character, stream) wininet_ungetwc(character, stream)

#ifdef __cplusplus
extern "C++" {
/* For calls of std::fgetws and the others. */
namespace std {
using ::wininet_fgetwc;
using ::wininet_fgetws;
using ::wininet_ungetwc;
}
}
#endif
#endif

#endif /* _WININET_CRTREAD_H */
