/*
 * crtscan.h: the functions of the scanf family, by the names that Microsoft's C library gives them.
 * formats.h says what their formats mean. Those that end in _s are given the room of each string, as
 * an unsigned number of characters behind its address: what does not fit is not stored, and ends it.
 */
#ifndef _WININET_CRTSCAN_H
#define _WININET_CRTSCAN_H

#include "crtprint.h"

#include <errno.h>

/* More conversions than these are refused. */
#define WININET_SCANS 32

/* Where one conversion goes: what is read is kept here until it is known to fit. */
struct wininet_scan_target {
    void *to;
    /* Of a number its size; of a string the size of its characters, and how many there is room for. */
    size_t size, room;
    /* How many characters c reads. */
    size_t count;
    char letter;
    union {
        LONGLONG number;
        int count;
        long double floating;
        void *text;
    } value;
};

struct wininet_scan {
    /* The format as Linux reads it. */
    struct wininet_text format;
    BOOL of_wide, is_sized, is_refused;
    int count;
    struct wininet_scan_target targets[WININET_SCANS];
    void *pointers[WININET_SCANS];
};

/* The end of a set of characters, behind its bracket. */
WININET_INLINE const char *wininet_scan_set(const char *at)
{
    at += *at == '^';
    at += *at == ']';
    at += strcspn(at, "]");
    return at + (*at != '\0');
}

/* A conversion that stores: its modifiers for Linux, and its target. */
WININET_INLINE void wininet_scan_target(struct wininet_scan *scan, const struct wininet_conversion *how,
    BOOL is_text, BOOL is_wide, BOOL is_floating, struct wininet_arguments *arguments)
{
    struct wininet_scan_target *target = scan->targets + scan->count;
    if (scan->count == WININET_SCANS) {
        scan->is_refused = TRUE;
        return;
    }
    memset(target, 0, sizeof(*target));
    target->to = va_arg(arguments->list, void *);
    target->letter = how->letter;
    target->count = how->width > 0 ? (size_t)how->width : 1;
    scan->pointers[scan->count++] = &target->value;
    if (is_text) {
        target->size = is_wide ? sizeof(WCHAR) : 1;
        target->room = scan->is_sized ? va_arg(arguments->list, unsigned) : 0;
    }
    if (how->letter == 'c') {
        /* Characters, of which there are so many; strings are as long as they are. */
        target->value.text = calloc(target->count + 1, target->size);
        scan->pointers[scan->count - 1] = target->value.text;
        scan->is_refused |= target->value.text == NULL;
    } else if (is_text) {
        wininet_append(&scan->format, "m", 1);
    } else if (is_floating) {
        target->size = how->is_long_double ? sizeof(long double) : how->string == 'l' ? 8 : 4;
    } else {
        target->size = how->letter == 'p' ? sizeof(void *) : (size_t)how->size;
        /* A count that is not reached is not stored. */
        target->value.count = how->letter == 'n' ? -1 : 0;
    }
}

/* One conversion, behind its percent sign. What follows it. */
WININET_INLINE const char *wininet_scan_conversion(struct wininet_scan *scan, const char *at,
    struct wininet_arguments *arguments)
{
    const size_t digits = strspn(at, "*0123456789");
    const BOOL is_kept = *at != '*';
    struct wininet_conversion how;
    BOOL is_text, is_wide, is_floating, is_capital;
    const char *size, *end;
    memset(&how, 0, sizeof(how));
    how.width = (int)strtoul(is_kept ? at : at + 1, NULL, 10);
    wininet_append(&scan->format, "%", 1);
    wininet_append(&scan->format, at, digits);
    at = wininet_read_size(at + digits, &how);
    if (*at == '\0' || *at == '%') {
        wininet_append(&scan->format, at, *at != '\0');
        return at + (*at != '\0');
    }
    is_capital = *at == 'S' || *at == 'C';
    is_text = strchr("sScC[", *at) != NULL;
    is_wide = is_text && (how.string == 'h' ? FALSE : how.string == 'l' ? TRUE : scan->of_wide != is_capital);
    is_floating = strchr("aefgAEFG", *at) != NULL;
    how.letter = is_capital ? (char)(*at - 'A' + 'a') : *at;
    end = *at == '[' ? wininet_scan_set(at + 1) : at + 1;
    if (is_kept) {
        wininet_scan_target(scan, &how, is_text, is_wide, is_floating, arguments);
    }
    size = is_text              ? is_wide ? "l" : ""
           : is_floating        ? how.is_long_double ? "L" : how.string == 'l' ? "l" : ""
           : strchr("np", how.letter) != NULL ? ""
           : how.size == 8      ? "ll"
           : how.size == 2      ? "h"
           : how.size == 1      ? "hh"
                                : "";
    wininet_append(&scan->format, size, strlen(size));
    wininet_append(&scan->format, &how.letter, 1);
    wininet_append(&scan->format, at + 1, (size_t)(end - at - 1));
    return end;
}

/* Reads the format, and takes the program's arguments. FALSE if there is no memory, or too much to read. */
WININET_INLINE BOOL wininet_scan_begin(struct wininet_scan *scan, const char *format, BOOL of_wide,
    BOOL is_sized, va_list list)
{
    struct wininet_arguments arguments;
    memset(scan, 0, sizeof(*scan));
    scan->of_wide = of_wide;
    scan->is_sized = is_sized;
    va_copy(arguments.list, list);
    wininet_append(&scan->format, "", 0);
    while (format != NULL && *format != '\0') {
        const size_t plain = strcspn(format, "%");
        wininet_append(&scan->format, format, plain);
        format += plain;
        if (*format == '%') {
            format = wininet_scan_conversion(scan, format + 1, &arguments);
        }
    }
    va_end(arguments.list);
    if (format == NULL || scan->is_refused || scan->format.failed) {
        errno = EINVAL;
        return FALSE;
    }
    return TRUE;
}

/* Gives the program a string that was read. FALSE if there is no room for it. */
WININET_INLINE BOOL wininet_scan_text(const struct wininet_scan *scan, const struct wininet_scan_target *target)
{
    const void *text = target->value.text;
    const size_t ends = target->letter != 'c';
    const size_t length = !ends               ? target->count
                          : target->size == 1 ? strlen((const char *)text)
                                              : wcslen((const WCHAR *)text);
    if (scan->is_sized && length + ends > target->room) {
        memset(target->to, 0, target->room > 0 ? target->size : 0);
        errno = ENOMEM;
        return FALSE;
    }
    memcpy(target->to, text, (length + ends) * target->size);
    return TRUE;
}

/* Gives the program what was read, in its order, up to what does not fit. How much it was. */
WININET_INLINE int wininet_scan_end(struct wininet_scan *scan, int result)
{
    int i, given = 0;
    for (i = 0; i < scan->count && (given < result || scan->targets[i].letter == 'n'); i++) {
        struct wininet_scan_target *target = scan->targets + i;
        if (target->letter == 'n') {
            if (target->value.count >= 0) {
                target->value.number = target->value.count;
                memcpy(target->to, &target->value, target->size);
            }
            continue;
        }
        if (strchr("sc[", target->letter) == NULL) {
            memcpy(target->to, &target->value, target->size);
        } else if (!wininet_scan_text(scan, target)) {
            result = given;
            break;
        }
        given++;
    }
    for (i = 0; i < scan->count; i++) {
        if (strchr("sc[", scan->targets[i].letter) != NULL) {
            free(scan->targets[i].value.text);
        }
    }
    free(scan->format.at);
    return result;
}

/* All of them are passed: a function takes what its format has use for. */
#define WININET_FOUR(at, i) at[i], at[(i) + 1], at[(i) + 2], at[(i) + 3]
#define WININET_POINTERS(at) \
    WININET_FOUR(at, 0), WININET_FOUR(at, 4), WININET_FOUR(at, 8), WININET_FOUR(at, 12), \
        WININET_FOUR(at, 16), WININET_FOUR(at, 20), WININET_FOUR(at, 24), WININET_FOUR(at, 28)

/* Reads chars, of a string or of a stream if there is none. */
WININET_INLINE int wininet_scan_narrow(struct wininet_scan *scan, const char *string, FILE *stream)
{
    const char *format = scan->format.at;
    return string == NULL ? fscanf(stream, format, WININET_POINTERS(scan->pointers))
                          : sscanf(string, format, WININET_POINTERS(scan->pointers));
}

/* Reads WCHARs. */
WININET_INLINE int wininet_scan_wide(struct wininet_scan *scan, const WCHAR *string, FILE *stream)
{
    WCHAR *format = wininet_widen(scan->format.at);
    int result = EOF;
    if (format != NULL) {
        result = string == NULL ? fwscanf(stream, format, WININET_POINTERS(scan->pointers))
                                : swscanf(string, format, WININET_POINTERS(scan->pointers));
    }
    free(format);
    return result;
}

/* A stream is one of chars unless the program has made it one of WCHARs. */
WININET_INLINE int wininet_scan_stream(FILE *stream, const char *format, BOOL of_wide, BOOL is_sized,
    va_list list)
{
    struct wininet_scan scan;
    int result = EOF;
    if (wininet_scan_begin(&scan, format, of_wide, is_sized, list)) {
        result = fwide(stream, 0) > 0 ? wininet_scan_wide(&scan, NULL, stream)
                                      : wininet_scan_narrow(&scan, NULL, stream);
    }
    return wininet_scan_end(&scan, result);
}

/* The same with a wide format. */
WININET_INLINE int wininet_scan_wide_stream(FILE *stream, const WCHAR *format, BOOL is_sized, va_list list)
{
    char *narrow = wininet_narrow(format);
    const int result = wininet_scan_stream(stream, narrow, TRUE, is_sized, list);
    free(narrow);
    return result;
}

WININET_INLINE int wininet_scan_string(const char *string, const char *format, BOOL is_sized, va_list list)
{
    struct wininet_scan scan;
    int result = EOF;
    if (wininet_scan_begin(&scan, format, FALSE, is_sized, list)) {
        result = wininet_scan_narrow(&scan, string, NULL);
    }
    return wininet_scan_end(&scan, result);
}

WININET_INLINE int wininet_scan_wide_string(const WCHAR *string, const WCHAR *format, BOOL is_sized,
    va_list list)
{
    struct wininet_scan scan;
    char *narrow = wininet_narrow(format);
    int result = EOF;
    if (wininet_scan_begin(&scan, narrow, TRUE, is_sized, list)) {
        result = wininet_scan_wide(&scan, string, NULL);
    }
    free(narrow);
    return wininet_scan_end(&scan, result);
}

WININET_VARIADIC(wininet_scanf, wininet_scan_stream, (const char *format, ...),
    (stdin, format, FALSE, FALSE, list))
WININET_VARIADIC(wininet_fscanf, wininet_scan_stream, (FILE * stream, const char *format, ...),
    (stream, format, FALSE, FALSE, list))
WININET_VARIADIC(wininet_sscanf, wininet_scan_string, (const char *string, const char *format, ...),
    (string, format, FALSE, list))
WININET_VARIADIC(wininet_wscanf, wininet_scan_wide_stream, (const WCHAR *format, ...),
    (stdin, format, FALSE, list))
WININET_VARIADIC(wininet_fwscanf, wininet_scan_wide_stream, (FILE * stream, const WCHAR *format, ...),
    (stream, format, FALSE, list))
WININET_VARIADIC(wininet_swscanf, wininet_scan_wide_string,
    (const WCHAR *string, const WCHAR *format, ...), (string, format, FALSE, list))

WININET_VARIADIC(scanf_s, wininet_scan_stream, (const char *format, ...),
    (stdin, format, FALSE, TRUE, list))
WININET_VARIADIC(fscanf_s, wininet_scan_stream, (FILE * stream, const char *format, ...),
    (stream, format, FALSE, TRUE, list))
WININET_VARIADIC(sscanf_s, wininet_scan_string, (const char *string, const char *format, ...),
    (string, format, TRUE, list))
WININET_VARIADIC(wscanf_s, wininet_scan_wide_stream, (const WCHAR *format, ...),
    (stdin, format, TRUE, list))
WININET_VARIADIC(fwscanf_s, wininet_scan_wide_stream, (FILE * stream, const WCHAR *format, ...),
    (stream, format, TRUE, list))
WININET_VARIADIC(swscanf_s, wininet_scan_wide_string, (const WCHAR *string, const WCHAR *format, ...),
    (string, format, TRUE, list))

#ifndef WININET_LINUX_FORMATS
#define scanf(...) wininet_scanf(__VA_ARGS__)
#define fscanf(...) wininet_fscanf(__VA_ARGS__)
#define sscanf(...) wininet_sscanf(__VA_ARGS__)
#define wscanf(...) wininet_wscanf(__VA_ARGS__)
#define fwscanf(...) wininet_fwscanf(__VA_ARGS__)
#define swscanf(...) wininet_swscanf(__VA_ARGS__)

#ifdef __cplusplus
extern "C++" {
/* For calls of std::scanf and the others. */
namespace std {
using ::wininet_fscanf;
using ::wininet_fwscanf;
using ::wininet_scanf;
using ::wininet_sscanf;
using ::wininet_swscanf;
using ::wininet_wscanf;
}
}
#endif
#endif

#endif /* _WININET_CRTSCAN_H */
