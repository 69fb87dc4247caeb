/*
 * crtprint.h: the functions of the printf family, by the names that Microsoft's C library gives them.
 * formats.h says what they mean.
 */
#ifndef _WININET_CRTPRINT_H
#define _WININET_CRTPRINT_H

#include "formats.h"

#ifndef _TRUNCATE
#define _TRUNCATE ((size_t)-1)
#endif

/* A function with its arguments, made of the one with an argument list. */
#define WININET_VARIADIC_RESULT(type, name, v_name, parameters, arguments) \
    WININET_INLINE type name parameters \
    { \
        va_list list; \
        type result; \
        va_start(list, format); \
        result = v_name arguments; \
        va_end(list); \
        return result; \
    }
#define WININET_VARIADIC(name, v_name, parameters, arguments) \
    WININET_VARIADIC_RESULT(int, name, v_name, parameters, arguments)

/* As _vsnprintf has it: -1 when the text does not fit, and no NUL unless there is room for it. */
#define WININET_COUNTED(name, character, vsn) \
    WININET_INLINE int name(character *buffer, size_t count, const character *format, va_list list) \
    { \
        const int length = vsn(NULL, 0, format, list); \
        character *whole = length < 0 ? NULL : (character *)calloc((size_t)length + 1, sizeof(character)); \
        if (whole != NULL && buffer != NULL) { \
            vsn(whole, (size_t)length + 1, format, list); \
            memcpy(buffer, whole, \
                ((size_t)length < count ? (size_t)length + 1 : count) * sizeof(character)); \
        } \
        free(whole); \
        return whole == NULL || (buffer != NULL && (size_t)length > count) ? -1 : length; \
    }

/* As vsprintf_s has it: an empty string and -1 when the text does not fit. */
#define WININET_SECURE(name, character, vsn) \
    WININET_INLINE int name(character *buffer, size_t size, const character *format, va_list list) \
    { \
        const int length = vsn(buffer, size, format, list); \
        if (length < 0 || (size_t)length >= size) { \
            if (buffer != NULL && size > 0) { \
                *buffer = 0; \
            } \
            return -1; \
        } \
        return length; \
    }

/* As _vsnprintf_s has it: no more than count characters, with _TRUNCATE as many as fit. */
#define WININET_TRUNCATING(name, character, vsn) \
    WININET_INLINE int name(character *buffer, size_t size, size_t count, const character *format, \
        va_list list) \
    { \
        const size_t room = count < size ? count + 1 : size; \
        const int length = buffer == NULL || size == 0 ? -1 : vsn(buffer, room, format, list); \
        if (length >= 0 && (size_t)length >= size && count != _TRUNCATE && count >= size) { \
            *buffer = 0; \
            return -1; \
        } \
        return length < 0 || (size_t)length >= room ? -1 : length; \
    }

WININET_COUNTED(_vsnprintf, char, wininet_vsnprintf)
WININET_COUNTED(_vsnwprintf, WCHAR, wininet_vsnwprintf)
WININET_SECURE(vsprintf_s, char, wininet_vsnprintf)
WININET_SECURE(vswprintf_s, WCHAR, wininet_vsnwprintf)
WININET_TRUNCATING(_vsnprintf_s, char, wininet_vsnprintf)
WININET_TRUNCATING(_vsnwprintf_s, WCHAR, wininet_vsnwprintf)

WININET_INLINE int wininet_vswprintf(WCHAR *buffer, size_t size, const WCHAR *format, va_list list)
{
    const int length = wininet_vsnwprintf(buffer, size, format, list);
    return (size_t)length < size ? length : -1;
}

WININET_VARIADIC(wininet_printf, wininet_vfprintf, (const char *format, ...),
    (stdout, format, list))
WININET_VARIADIC(wininet_fprintf, wininet_vfprintf, (FILE * stream, const char *format, ...),
    (stream, format, list))
WININET_VARIADIC(wininet_sprintf, wininet_vsnprintf, (char *buffer, const char *format, ...),
    (buffer, SIZE_MAX, format, list))
WININET_VARIADIC(wininet_snprintf, wininet_vsnprintf,
    (char *buffer, size_t size, const char *format, ...), (buffer, size, format, list))
WININET_VARIADIC(_snprintf, _vsnprintf,
    (char *buffer, size_t count, const char *format, ...), (buffer, count, format, list))
WININET_VARIADIC(sprintf_s, vsprintf_s,
    (char *buffer, size_t size, const char *format, ...), (buffer, size, format, list))
WININET_VARIADIC(_snprintf_s, _vsnprintf_s,
    (char *buffer, size_t size, size_t count, const char *format, ...),
    (buffer, size, count, format, list))
WININET_VARIADIC(_scprintf, wininet_vsnprintf, (const char *format, ...),
    (NULL, 0, format, list))

WININET_VARIADIC(wininet_wprintf, wininet_vfwprintf, (const WCHAR *format, ...),
    (stdout, format, list))
WININET_VARIADIC(wininet_fwprintf, wininet_vfwprintf,
    (FILE * stream, const WCHAR *format, ...), (stream, format, list))
WININET_VARIADIC(_swprintf, wininet_vsnwprintf, (WCHAR * buffer, const WCHAR *format, ...),
    (buffer, SIZE_MAX, format, list))
WININET_VARIADIC(wininet_swprintf, wininet_vswprintf,
    (WCHAR * buffer, size_t size, const WCHAR *format, ...), (buffer, size, format, list))
WININET_VARIADIC(_snwprintf, _vsnwprintf,
    (WCHAR * buffer, size_t count, const WCHAR *format, ...), (buffer, count, format, list))
WININET_VARIADIC(swprintf_s, vswprintf_s,
    (WCHAR * buffer, size_t size, const WCHAR *format, ...), (buffer, size, format, list))
WININET_VARIADIC(_snwprintf_s, _vsnwprintf_s,
    (WCHAR * buffer, size_t size, size_t count, const WCHAR *format, ...),
    (buffer, size, count, format, list))
WININET_VARIADIC(_scwprintf, wininet_vsnwprintf, (const WCHAR *format, ...),
    (NULL, 0, format, list))

WININET_INLINE int _vscprintf(const char *format, va_list list)
{
    return wininet_vsnprintf(NULL, 0, format, list);
}

WININET_INLINE int _vscwprintf(const WCHAR *format, va_list list)
{
    return wininet_vsnwprintf(NULL, 0, format, list);
}

#ifdef __cplusplus
extern "C++" {
/* As on Windows, the size of an array need not be said. */
template <size_t size, class... Rest>
inline int sprintf_s(char (&buffer)[size], const char *format, Rest... rest)
{
    return sprintf_s(static_cast<char *>(buffer), size, format, rest...);
}

template <size_t size, class... Rest>
inline int swprintf_s(WCHAR (&buffer)[size], const WCHAR *format, Rest... rest)
{
    return swprintf_s(static_cast<WCHAR *>(buffer), size, format, rest...);
}

template <size_t size, class... Rest>
inline int _snprintf_s(char (&buffer)[size], size_t count, const char *format, Rest... rest)
{
    return _snprintf_s(static_cast<char *>(buffer), size, count, format, rest...);
}

template <size_t size, class... Rest>
inline int _snwprintf_s(WCHAR (&buffer)[size], size_t count, const WCHAR *format, Rest... rest)
{
    return _snwprintf_s(static_cast<WCHAR *>(buffer), size, count, format, rest...);
}

template <size_t size>
inline int vsprintf_s(char (&buffer)[size], const char *format, va_list list)
{
    return vsprintf_s(static_cast<char *>(buffer), size, format, list);
}

template <size_t size>
inline int vswprintf_s(WCHAR (&buffer)[size], const WCHAR *format, va_list list)
{
    return vswprintf_s(static_cast<WCHAR *>(buffer), size, format, list);
}
}
#endif

/* Wide text to streams that printf may write to as well. */
WININET_INLINE int wininet_fputws(const WCHAR *string, FILE *stream)
{
    char *narrow = wininet_narrow(string);
    const int written = narrow == NULL ? -1 : wininet_write(stream, narrow, strlen(narrow));
    free(narrow);
    return written;
}

WININET_INLINE wint_t wininet_fputwc(WCHAR character, FILE *stream)
{
    WCHAR string[2] = {L'\0', L'\0'};
    string[0] = character;
    return wininet_fputws(string, stream) < 0 ? WEOF : (wint_t)character;
}

WININET_INLINE int _putws(const WCHAR *string)
{
    return wininet_fputws(string, stdout) < 0 ? -1 : wininet_fputws(L"\n", stdout);
}

#ifndef WININET_LINUX_FORMATS
#define printf(...) wininet_printf(__VA_ARGS__)
#define fprintf(...) wininet_fprintf(__VA_ARGS__)
#define sprintf(...) wininet_sprintf(__VA_ARGS__)
#define snprintf(...) wininet_snprintf(__VA_ARGS__)
#define vprintf(format, list) wininet_vfprintf(stdout, format, list)
#define vfprintf(stream, format, list) wininet_vfprintf(stream, format, list)
#define vsprintf(buffer, format, list) wininet_vsnprintf(buffer, SIZE_MAX, format, list)
#define vsnprintf(buffer, size, format, list) wininet_vsnprintf(buffer, size, format, list)
#define wprintf(...) wininet_wprintf(__VA_ARGS__)
#define fwprintf(...) wininet_fwprintf(__VA_ARGS__)
#define swprintf(...) wininet_swprintf(__VA_ARGS__)
#define vwprintf(format, list) wininet_vfwprintf(stdout, format, list)
#define vfwprintf(stream, format, list) wininet_vfwprintf(stream, format, list)
#define vswprintf(buffer, size, format, list) wininet_vswprintf(buffer, size, format, list)
#define fputws(string, stream) wininet_fputws(string, stream)
#define fputwc(character, stream) wininet_fputwc(character, stream)
#define putwc(character, stream) wininet_fputwc(character, stream)
#define putwchar(character) wininet_fputwc(character, stdout)

#include "integerformats.h"

#ifdef __cplusplus
extern "C++" {
/* For calls of std::printf and the others. */
namespace std {
using ::wininet_fprintf;
using ::wininet_fputwc;
using ::wininet_fputws;
using ::wininet_fwprintf;
using ::wininet_printf;
using ::wininet_snprintf;
using ::wininet_sprintf;
using ::wininet_swprintf;
using ::wininet_vfprintf;
using ::wininet_vfwprintf;
using ::wininet_vsnprintf;
using ::wininet_vswprintf;
using ::wininet_wprintf;
}
}
#endif
#endif

#define printf_s wininet_printf
#define fprintf_s wininet_fprintf
#define wprintf_s wininet_wprintf
#define fwprintf_s wininet_fwprintf
#define vprintf_s(format, list) wininet_vfprintf(stdout, format, list)
#define vfprintf_s wininet_vfprintf
#define vwprintf_s(format, list) wininet_vfwprintf(stdout, format, list)
#define vfwprintf_s wininet_vfwprintf
#define _vswprintf(buffer, format, list) wininet_vsnwprintf(buffer, SIZE_MAX, format, list)

#endif /* _WININET_CRTPRINT_H */
