/*
 * formats.h: the printf family as Windows' C library has it. Of the kit's own: on Windows it is in
 * stdio.h and wchar.h, so windows.h and tchar.h include it.
 *
 * Where the two C libraries read the same format differently, these functions do what a Windows
 * program means: l stands for 32 bits, %s of a wide function for a wide string and %S for the other
 * kind, and I64, I32, I and w are known. Wide text goes out as UTF-8, whatever the locale, and wide
 * and narrow output of one stream may be mixed. The names of C become macros with parameters, so
 * that only calls are changed. WININET_LINUX_FORMATS leaves all names of the C library alone.
 */
#ifndef _WININET_FORMATS_H
#define _WININET_FORMATS_H

#include "../stringapiset.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>
#ifdef __cplusplus
extern "C++" {
/* They would take the macros away, so they come first. */
#include <cinttypes>
#include <cstdio>
#include <cstdlib>
#include <cwchar>
}
#endif

/* Text that grows, always in UTF-8 or in what the program's chars are. */
struct wininet_text {
    char *at;
    size_t length, room;
    BOOL failed;
};

WININET_INLINE BOOL wininet_reserve(struct wininet_text *text, size_t more)
{
    if (text->room - text->length <= more) {
        const size_t room = (text->length + more + 1) * 2;
        char *at = (char *)realloc(text->at, room);
        if (at == NULL) {
            text->failed = TRUE;
            return FALSE;
        }
        text->at = at;
        text->room = room;
    }
    return TRUE;
}

WININET_INLINE void wininet_append(struct wininet_text *text, const char *bytes, size_t length)
{
    if (wininet_reserve(text, length)) {
        memcpy(text->at + text->length, bytes, length);
        text->length += length;
        text->at[text->length] = '\0';
    }
}

WININET_INLINE void wininet_fill(struct wininet_text *text, int count)
{
    for (; count > 0; count--) {
        wininet_append(text, " ", 1);
    }
}

WININET_INLINE void wininet_append_wide(struct wininet_text *text, const WCHAR *wide, size_t length)
{
    for (; length > 0; length--, wide++) {
        char bytes[4];
        BOOL valid;
        wininet_append(text, bytes, (size_t)wininet_encode((uint32_t)*wide, bytes, &valid));
    }
}

/* One conversion of a format. */
struct wininet_conversion {
    char flags[8];
    int width, precision;
    /* The size of a number in bytes; of a string h, w or 0. */
    int size;
    char string, letter;
    BOOL is_long_double;
};

/* The arguments, in a struct so that functions can take from the same list. */
struct wininet_arguments {
    va_list list;
};

WININET_INLINE int wininet_number_of(const char **format, struct wininet_arguments *arguments)
{
    int number = 0;
    if (**format == '*') {
        ++*format;
        return va_arg(arguments->list, int);
    }
    for (; **format >= '0' && **format <= '9'; ++*format) {
        number = number > 0xFFFF ? number : number * 10 + (**format - '0');
    }
    return number;
}

/* Reads the modifiers of size. Without one a number has 32 bits, with l as well. */
WININET_INLINE const char *wininet_read_size(const char *at, struct wininet_conversion *to)
{
    to->size = 4;
    for (;; at++) {
        switch (*at) {
        case 'h':
            to->size = to->size == 2 ? 1 : 2;
            to->string = 'h';
            break;
        case 'l':
            to->size = to->string == 'l' ? 8 : 4;
            to->string = 'l';
            break;
        case 'w':
            to->string = 'l';
            break;
        case 'L':
            to->is_long_double = TRUE;
            to->size = 8;
            break;
        case 'I':
            if (strncmp(at, "I64", 3) == 0 || strncmp(at, "I32", 3) == 0) {
                to->size = at[1] == '6' ? 8 : 4;
                at += 2;
                break;
            }
            to->size = (int)sizeof(size_t);
            break;
        case 'j':
            to->size = 8;
            break;
        case 'z':
        case 't':
            to->size = (int)sizeof(size_t);
            break;
        default:
            return at;
        }
    }
}

/* Reads what follows the percent sign. */
WININET_INLINE const char *wininet_read_conversion(const char *at, struct wininet_conversion *to,
    struct wininet_arguments *arguments)
{
    size_t flags = 0;
    memset(to, 0, sizeof(*to));
    for (; *at != '\0' && strchr("-+ #0", *at) != NULL; at++) {
        if (strchr(to->flags, *at) == NULL) {
            to->flags[flags++] = *at;
        }
    }
    to->width = wininet_number_of(&at, arguments);
    to->precision = -1;
    if (*at == '.') {
        at++;
        to->precision = wininet_number_of(&at, arguments);
    }
    at = wininet_read_size(at, to);
    to->letter = *at;
    return *at == '\0' ? at : at + 1;
}

WININET_INLINE void wininet_put_integer(struct wininet_text *text,
    const struct wininet_conversion *how, struct wininet_arguments *arguments)
{
    const BOOL is_signed = how->letter == 'd' || how->letter == 'i';
    char format[16];
    LONGLONG value;
    int needed;
    value = how->size == 8 ? va_arg(arguments->list, LONGLONG) : va_arg(arguments->list, int);
    if (how->size <= 2) {
        value = how->size == 2 ? is_signed ? (int16_t)value : (uint16_t)value
                : is_signed    ? (int8_t)value
                               : (uint8_t)value;
    } else if (how->size == 4 && !is_signed) {
        value = (uint32_t)value;
    }
    snprintf(format, sizeof(format), "%%%s*.*ll%c", how->flags, how->letter);
    needed = snprintf(NULL, 0, format, how->width, how->precision, value);
    if (needed > 0 && wininet_reserve(text, (size_t)needed)) {
        snprintf(text->at + text->length, (size_t)needed + 1, format, how->width, how->precision, value);
        text->length += (size_t)needed;
    }
}

WININET_INLINE void wininet_put_float(struct wininet_text *text, const struct wininet_conversion *how,
    struct wininet_arguments *arguments)
{
    const long double value = how->is_long_double ? va_arg(arguments->list, long double)
                                                  : (long double)va_arg(arguments->list, double);
    char format[16];
    int needed;
    snprintf(format, sizeof(format), "%%%s*.*L%c", how->flags, how->letter);
    needed = snprintf(NULL, 0, format, how->width, how->precision, value);
    if (needed > 0 && wininet_reserve(text, (size_t)needed)) {
        snprintf(text->at + text->length, (size_t)needed + 1, format, how->width, how->precision, value);
        text->length += (size_t)needed;
    }
}

/* The bytes of a string that a precision admits, counted in bytes or in characters. */
WININET_INLINE size_t wininet_narrow_length(const char *string, int precision, BOOL in_characters,
    int *characters)
{
    const char *at = string;
    *characters = 0;
    for (; (precision < 0 || *characters < precision) && *at != '\0'; ++*characters) {
        at++;
        while (in_characters && ((unsigned char)*at & 0xC0) == 0x80) {
            at++;
        }
    }
    return (size_t)(at - string);
}

/* Puts a string or a character, with blanks up to its width. */
WININET_INLINE void wininet_put_padded(struct wininet_text *text,
    const struct wininet_conversion *how, const char *bytes, size_t length, int characters)
{
    const BOOL left = how->width < 0 || strchr(how->flags, '-') != NULL;
    const int blanks = (how->width < 0 ? -how->width : how->width) - characters;
    wininet_fill(text, left ? 0 : blanks);
    wininet_append(text, bytes, length);
    wininet_fill(text, left ? blanks : 0);
}

WININET_INLINE void wininet_put_wide(struct wininet_text *text, const struct wininet_conversion *how,
    const WCHAR *string, size_t length)
{
    struct wininet_text narrow = {NULL, 0, 0, FALSE};
    wininet_append_wide(&narrow, string, length);
    wininet_put_padded(text, how, narrow.at == NULL ? "" : narrow.at, narrow.length, (int)length);
    free(narrow.at);
}

WININET_INLINE void wininet_put_string(struct wininet_text *text,
    const struct wininet_conversion *how, BOOL of_wide, BOOL is_wide,
    struct wininet_arguments *arguments)
{
    const void *string = va_arg(arguments->list, const void *);
    if (is_wide && string != NULL) {
        const WCHAR *wide = (const WCHAR *)string;
        size_t length = 0;
        while ((how->precision < 0 || length < (size_t)how->precision) && wide[length] != L'\0') {
            length++;
        }
        wininet_put_wide(text, how, wide, length);
    } else {
        const char *narrow = string == NULL ? "(null)" : (const char *)string;
        int characters;
        const size_t length = wininet_narrow_length(narrow, how->precision, of_wide, &characters);
        wininet_put_padded(text, how, narrow, length, characters);
    }
}

/* Puts one conversion. A function is wide or narrow, which decides what s, S, c and C are. */
WININET_INLINE void wininet_put(struct wininet_text *text, struct wininet_conversion *how,
    BOOL of_wide, struct wininet_arguments *arguments)
{
    const BOOL capital = how->letter == 'S' || how->letter == 'C';
    const BOOL is_wide = how->string == 'h' ? FALSE : how->string == 'l' ? TRUE : of_wide != capital;
    char byte;
    WCHAR wide;
    switch (how->letter) {
    case 'd':
    case 'i':
    case 'u':
    case 'o':
    case 'x':
    case 'X':
        wininet_put_integer(text, how, arguments);
        break;
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
    case 'a':
    case 'A':
        wininet_put_float(text, how, arguments);
        break;
    case 's':
    case 'S':
        wininet_put_string(text, how, of_wide, is_wide, arguments);
        break;
    case 'c':
    case 'C':
        wide = (WCHAR)va_arg(arguments->list, int);
        byte = (char)wide;
        if (is_wide) {
            wininet_put_wide(text, how, &wide, 1);
        } else {
            wininet_put_padded(text, how, &byte, 1, 1);
        }
        break;
    case 'p':
        how->letter = 'X';
        how->size = (int)sizeof(void *);
        how->precision = 2 * (int)sizeof(void *);
        wininet_put_integer(text, how, arguments);
        break;
    case 'n':
        (void)va_arg(arguments->list, void *);
        break;
    default:
        byte = how->letter;
        wininet_append(text, &byte, byte != '\0');
    }
}

/* Formats behind what the text has already. FALSE if there is no memory. */
WININET_INLINE BOOL wininet_format(struct wininet_text *text, BOOL of_wide, const char *format,
    va_list list)
{
    struct wininet_arguments arguments;
    struct wininet_conversion how;
    va_copy(arguments.list, list);
    wininet_append(text, "", 0);
    while (*format != '\0') {
        const size_t plain = strcspn(format, "%");
        wininet_append(text, format, plain);
        format += plain;
        if (*format == '%') {
            format = wininet_read_conversion(format + 1, &how, &arguments);
            wininet_put(text, &how, of_wide, &arguments);
        }
    }
    va_end(arguments.list);
    return !text->failed;
}

/* The same with a wide format. */
WININET_INLINE BOOL wininet_format_wide(struct wininet_text *text, const WCHAR *format, va_list list)
{
    char *narrow = wininet_narrow(format);
    const BOOL done = narrow != NULL && wininet_format(text, TRUE, narrow, list);
    free(narrow);
    return done;
}

/* Writes to a stream, which is of chars unless the program has made it one of WCHARs. */
WININET_INLINE int wininet_write(FILE *stream, const char *bytes, size_t length)
{
    if (fwide(stream, 0) > 0) {
        WCHAR *wide = wininet_widen(bytes);
        const int written = wide == NULL ? -1 : fputws(wide, stream);
        free(wide);
        return written < 0 ? -1 : (int)length;
    }
    return fwrite(bytes, 1, length, stream) == length ? (int)length : -1;
}

WININET_INLINE int wininet_finish(FILE *stream, struct wininet_text *text, BOOL done)
{
    const int written = done ? wininet_write(stream, text->at, text->length) : -1;
    free(text->at);
    return written;
}

WININET_INLINE int wininet_vfprintf(FILE *stream, const char *format, va_list list)
{
    struct wininet_text text = {NULL, 0, 0, FALSE};
    const BOOL done = wininet_format(&text, FALSE, format, list);
    return wininet_finish(stream, &text, done);
}

WININET_INLINE int wininet_vfwprintf(FILE *stream, const WCHAR *format, va_list list)
{
    struct wininet_text text = {NULL, 0, 0, FALSE};
    const BOOL done = wininet_format_wide(&text, format, list);
    return wininet_finish(stream, &text, done);
}

/*
 * Formats into a buffer of so many chars, with a NUL, and gives the length that the text has, also
 * when it is cut off; -1 if there is no memory.
 */
WININET_INLINE int wininet_vsnprintf(char *buffer, size_t size, const char *format, va_list list)
{
    struct wininet_text text = {NULL, 0, 0, FALSE};
    int length = -1;
    if (wininet_format(&text, FALSE, format, list)) {
        const size_t kept = text.length < size ? text.length : size - 1;
        length = (int)text.length;
        if (size > 0) {
            memcpy(buffer, text.at, kept);
            buffer[kept] = '\0';
        }
    }
    free(text.at);
    return length;
}

/* The same for WCHARs. */
WININET_INLINE int wininet_vsnwprintf(WCHAR *buffer, size_t size, const WCHAR *format, va_list list)
{
    struct wininet_text text = {NULL, 0, 0, FALSE};
    int length = -1;
    if (wininet_format_wide(&text, format, list)) {
        const char *at = text.at, *end = text.at + text.length;
        for (length = 0; at < end; length++) {
            BOOL valid;
            const uint32_t code = wininet_decode(&at, end, &valid);
            if ((size_t)length + 1 < size) {
                buffer[length] = (WCHAR)code;
            }
        }
        if (size > 0) {
            buffer[(size_t)length < size ? (size_t)length : size - 1] = L'\0';
        }
    }
    free(text.at);
    return length;
}

#endif /* _WININET_FORMATS_H */
