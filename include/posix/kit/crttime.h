/*
 * crttime.h: times by the names that Microsoft's C library gives them. Of the kit's own: on Windows
 * they are in time.h, wchar.h and sys/timeb.h. A time_t has 64 bits.
 */
#ifndef _WININET_CRTTIME_H
#define _WININET_CRTTIME_H

#include "crtsecure.h"

#include <time.h>

typedef time_t __time64_t;
typedef int32_t __time32_t;
#define _time64 time
#define _difftime64 difftime
#define _mktime64 mktime
#define _localtime64 localtime
#define _gmtime64 gmtime
#define _ctime64 ctime
#define _mkgmtime timegm
#define _mkgmtime64 timegm
#define _wcsftime wcsftime
#define _tzset tzset
#define _localtime64_s localtime_s
#define _gmtime64_s gmtime_s
#define _ctime64_s ctime_s
#define _wctime64 _wctime
#define _wctime64_s _wctime_s

/* With what is asked for, a failure leaves -1 in every field. */
WININET_INLINE errno_t wininet_time_parts(struct tm *parts, const time_t *when,
    struct tm *(*take)(const time_t *, struct tm *))
{
    if (parts != NULL) {
        memset(parts, 0xFF, sizeof(*parts));
    }
    return parts == NULL || when == NULL || *when < 0 || take(when, parts) == NULL ? EINVAL : 0;
}

WININET_INLINE errno_t localtime_s(struct tm *parts, const time_t *when)
{
    return wininet_time_parts(parts, when, localtime_r);
}

WININET_INLINE errno_t gmtime_s(struct tm *parts, const time_t *when)
{
    return wininet_time_parts(parts, when, gmtime_r);
}

/* "Sun Jan 02 15:04:05 2000\n". Unlike asctime, it has two digits of the day. */
WININET_INLINE errno_t asctime_s(char *buffer, size_t size, const struct tm *parts)
{
    if (buffer == NULL || size == 0) {
        return EINVAL;
    }
    *buffer = '\0';
    if (parts == NULL || size < 26 || parts->tm_wday < 0 || parts->tm_wday > 6 || parts->tm_mon < 0 ||
        parts->tm_mon > 11) {
        return EINVAL;
    }
    return snprintf(buffer, size, "%.3s %.3s %02d %02d:%02d:%02d %d\n",
               &"SunMonTueWedThuFriSat"[3 * parts->tm_wday],
               &"JanFebMarAprMayJunJulAugSepOctNovDec"[3 * parts->tm_mon], parts->tm_mday, parts->tm_hour,
               parts->tm_min, parts->tm_sec, parts->tm_year + 1900) < (int)size
               ? 0
               : EINVAL;
}

WININET_INLINE errno_t ctime_s(char *buffer, size_t size, const time_t *when)
{
    struct tm parts;
    if (buffer != NULL && size > 0) {
        *buffer = '\0';
    }
    return localtime_s(&parts, when) == 0 ? asctime_s(buffer, size, &parts) : EINVAL;
}

WININET_INLINE errno_t _wasctime_s(WCHAR *buffer, size_t size, const struct tm *parts)
{
    char narrow[32];
    const errno_t error = asctime_s(narrow, sizeof(narrow), parts);
    size_t i = 0;
    if (buffer == NULL || size == 0) {
        return EINVAL;
    }
    for (; error == 0 && i < size && narrow[i] != '\0'; i++) {
        buffer[i] = (WCHAR)narrow[i];
    }
    buffer[i < size ? i : 0] = L'\0';
    return i < size ? error : EINVAL;
}

WININET_INLINE errno_t _wctime_s(WCHAR *buffer, size_t size, const time_t *when)
{
    struct tm parts;
    return _wasctime_s(buffer, size, localtime_s(&parts, when) == 0 ? &parts : NULL);
}

/* These two have a buffer of the thread's. */
WININET_INLINE WCHAR *_wasctime(const struct tm *parts)
{
    static __thread WCHAR text[32];
    return _wasctime_s(text, _countof(text), parts) == 0 ? text : NULL;
}

WININET_INLINE WCHAR *_wctime(const time_t *when)
{
    struct tm parts;
    return localtime_s(&parts, when) == 0 ? _wasctime(&parts) : NULL;
}

/* The time and the date of now as eight characters, for which a buffer has room. */
WININET_INLINE errno_t wininet_strnow(char *buffer, size_t size, const char *format)
{
    struct tm parts;
    const time_t now = time(NULL);
    if (buffer == NULL || size == 0) {
        return EINVAL;
    }
    *buffer = '\0';
    if (size < 9) {
        return ERANGE;
    }
    return localtime_s(&parts, &now) == 0 && strftime(buffer, size, format, &parts) == 8 ? 0 : EINVAL;
}

WININET_INLINE errno_t wininet_wcsnow(WCHAR *buffer, size_t size, const char *format)
{
    char narrow[9];
    size_t i;
    errno_t error;
    if (buffer == NULL || size == 0) {
        return EINVAL;
    }
    *buffer = L'\0';
    error = wininet_strnow(narrow, size < 9 ? size : 9, format);
    for (i = 0; error == 0 && i < 9; i++) {
        buffer[i] = (WCHAR)narrow[i];
    }
    return error;
}

WININET_INLINE errno_t _strtime_s(char *buffer, size_t size)
{
    return wininet_strnow(buffer, size, "%H:%M:%S");
}

WININET_INLINE errno_t _strdate_s(char *buffer, size_t size)
{
    return wininet_strnow(buffer, size, "%m/%d/%y");
}

WININET_INLINE errno_t _wstrtime_s(WCHAR *buffer, size_t size)
{
    return wininet_wcsnow(buffer, size, "%H:%M:%S");
}

WININET_INLINE errno_t _wstrdate_s(WCHAR *buffer, size_t size)
{
    return wininet_wcsnow(buffer, size, "%m/%d/%y");
}

WININET_INLINE char *_strtime(char *buffer)
{
    return _strtime_s(buffer, 9) == 0 ? buffer : NULL;
}

WININET_INLINE char *_strdate(char *buffer)
{
    return _strdate_s(buffer, 9) == 0 ? buffer : NULL;
}

WININET_INLINE WCHAR *_wstrtime(WCHAR *buffer)
{
    return _wstrtime_s(buffer, 9) == 0 ? buffer : NULL;
}

WININET_INLINE WCHAR *_wstrdate(WCHAR *buffer)
{
    return _wstrdate_s(buffer, 9) == 0 ? buffer : NULL;
}

/* The time with its milliseconds; the zone in minutes west of UTC. */
struct __timeb64 {
    __time64_t time;
    unsigned short millitm;
    short timezone;
    short dstflag;
};
#define _timeb __timeb64

WININET_INLINE errno_t _ftime64_s(struct __timeb64 *to)
{
    struct timespec now;
    struct tm parts;
    char zone[8];
    int east;
    if (to == NULL) {
        return EINVAL;
    }
    memset(to, 0, sizeof(*to));
    if (clock_gettime(CLOCK_REALTIME, &now) != 0 || localtime_r(&now.tv_sec, &parts) == NULL ||
        strftime(zone, sizeof(zone), "%z", &parts) == 0) {
        return EINVAL;
    }
    east = atoi(zone); /* +hhmm */
    east = east / 100 * 60 + east % 100;
    to->time = now.tv_sec;
    to->millitm = (unsigned short)(now.tv_nsec / 1000000);
    to->dstflag = parts.tm_isdst > 0;
    /* As on Windows without the hour of summer. */
    to->timezone = (short)((to->dstflag ? 60 : 0) - east);
    return 0;
}

#define _ftime64(to) ((void)_ftime64_s(to))
#define _ftime(to) ((void)_ftime64_s(to))
#define _ftime_s _ftime64_s

#ifdef __cplusplus
extern "C++" {
/* As on Windows, the size of an array need not be said. */
template <size_t size>
inline errno_t asctime_s(char (&buffer)[size], const struct tm *parts)
{
    return asctime_s(static_cast<char *>(buffer), size, parts);
}

template <size_t size>
inline errno_t ctime_s(char (&buffer)[size], const time_t *when)
{
    return ctime_s(static_cast<char *>(buffer), size, when);
}

template <size_t size>
inline errno_t _strtime_s(char (&buffer)[size])
{
    return _strtime_s(static_cast<char *>(buffer), size);
}

template <size_t size>
inline errno_t _strdate_s(char (&buffer)[size])
{
    return _strdate_s(static_cast<char *>(buffer), size);
}
}
#endif

#endif /* _WININET_CRTTIME_H */
