/* sysinfoapi.h: clocks and dates. */
#ifndef _SYSINFOAPI_H_
#define _SYSINFOAPI_H_

#include "errhandlingapi.h"
#include "windef.h"
#include "winerror.h"

#include <time.h>

#define TIME_ZONE_ID_UNKNOWN 0
#define TIME_ZONE_ID_STANDARD 1
#define TIME_ZONE_ID_DAYLIGHT 2

/* A FILETIME counts tenths of a microsecond from 1601, time_t seconds from 1970. */
#define WININET_TICKS_PER_SECOND 10000000
#define WININET_SECONDS_TO_1970 11644473600

WININET_INLINE ULONGLONG GetTickCount64(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (ULONGLONG)now.tv_sec * 1000 + (ULONGLONG)now.tv_nsec / 1000000;
}

/** Milliseconds since the system started; begins again after 49 days. */
WININET_INLINE DWORD GetTickCount(void)
{
    return (DWORD)GetTickCount64();
}

WININET_INLINE BOOL QueryPerformanceFrequency(LARGE_INTEGER *lpFrequency)
{
    lpFrequency->QuadPart = 1000000000;
    return TRUE;
}

WININET_INLINE BOOL QueryPerformanceCounter(LARGE_INTEGER *lpPerformanceCount)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    lpPerformanceCount->QuadPart = (LONGLONG)now.tv_sec * 1000000000 + now.tv_nsec;
    return TRUE;
}

WININET_INLINE FILETIME wininet_file_time(LONGLONG seconds, int nanoseconds)
{
    const ULONGLONG ticks = (ULONGLONG)(seconds + WININET_SECONDS_TO_1970) *
                                WININET_TICKS_PER_SECOND + (ULONGLONG)nanoseconds / 100;
    FILETIME time;
    time.dwLowDateTime = (DWORD)ticks;
    time.dwHighDateTime = (DWORD)(ticks >> 32);
    return time;
}

WININET_INLINE LONGLONG wininet_ticks(const FILETIME *time)
{
    return (LONGLONG)((ULONGLONG)time->dwHighDateTime << 32 | time->dwLowDateTime);
}

WININET_INLINE void GetSystemTimeAsFileTime(LPFILETIME lpSystemTimeAsFileTime)
{
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    *lpSystemTimeAsFileTime = wininet_file_time((LONGLONG)now.tv_sec, (int)now.tv_nsec);
}

WININET_INLINE void wininet_system_time(const struct tm *parts, int milliseconds, LPSYSTEMTIME time)
{
    time->wYear = (WORD)(parts->tm_year + 1900);
    time->wMonth = (WORD)(parts->tm_mon + 1);
    time->wDayOfWeek = (WORD)parts->tm_wday;
    time->wDay = (WORD)parts->tm_mday;
    time->wHour = (WORD)parts->tm_hour;
    time->wMinute = (WORD)parts->tm_min;
    time->wSecond = (WORD)parts->tm_sec;
    time->wMilliseconds = (WORD)milliseconds;
}

WININET_INLINE void wininet_now(BOOL local, LPSYSTEMTIME time)
{
    struct timespec now;
    struct tm parts;
    clock_gettime(CLOCK_REALTIME, &now);
    if (local) {
        localtime_r(&now.tv_sec, &parts);
    } else {
        gmtime_r(&now.tv_sec, &parts);
    }
    wininet_system_time(&parts, (int)(now.tv_nsec / 1000000), time);
}

/** The date and the time in UTC. */
WININET_INLINE void GetSystemTime(LPSYSTEMTIME lpSystemTime)
{
    wininet_now(FALSE, lpSystemTime);
}

/** The date and the time on the clock on the wall. */
WININET_INLINE void GetLocalTime(LPSYSTEMTIME lpSystemTime)
{
    wininet_now(TRUE, lpSystemTime);
}

WININET_INLINE BOOL FileTimeToSystemTime(const FILETIME *lpFileTime, LPSYSTEMTIME lpSystemTime)
{
    const LONGLONG ticks = wininet_ticks(lpFileTime);
    const time_t seconds = (time_t)(ticks / WININET_TICKS_PER_SECOND - WININET_SECONDS_TO_1970);
    struct tm parts;
    if (ticks < 0 || gmtime_r(&seconds, &parts) == NULL) {
        SetLastError(ERROR_INVALID_PARAMETER);
        return FALSE;
    }
    wininet_system_time(&parts, (int)(ticks % WININET_TICKS_PER_SECOND / 10000), lpSystemTime);
    return TRUE;
}

/* Days from 1970 to a date of the Gregorian calendar: years are counted from March. */
WININET_INLINE LONGLONG wininet_days(int year, int month, int day)
{
    const int y = month <= 2 ? year - 1 : year;
    const int of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return (LONGLONG)y * 365 + y / 4 - y / 100 + y / 400 + of_year - 719468;
}

WININET_INLINE BOOL SystemTimeToFileTime(const SYSTEMTIME *lpSystemTime, LPFILETIME lpFileTime)
{
    const SYSTEMTIME *time = lpSystemTime;
    const int year = time->wYear, month = time->wMonth;
    const int next_year = month == 12 ? year + 1 : year, next_month = month == 12 ? 1 : month + 1;
    LONGLONG days;
    if (year < 1601 || year > 30827 || month < 1 || month > 12 || time->wDay < 1 ||
        time->wDay > wininet_days(next_year, next_month, 1) - wininet_days(year, month, 1) ||
        time->wHour > 23 || time->wMinute > 59 || time->wSecond > 59 || time->wMilliseconds > 999) {
        SetLastError(ERROR_INVALID_PARAMETER);
        return FALSE;
    }
    days = wininet_days(year, month, time->wDay);
    *lpFileTime = wininet_file_time(
        days * 86400 + time->wHour * 3600 + time->wMinute * 60 + time->wSecond,
        time->wMilliseconds * 1000000);
    return TRUE;
}

/* By how much the clock on the wall is ahead, now. */
WININET_INLINE LONGLONG wininet_zone_ticks(void)
{
    SYSTEMTIME local, universal;
    FILETIME a = {0, 0}, b = {0, 0};
    struct tm parts;
    const time_t now = time(NULL);
    wininet_system_time(localtime_r(&now, &parts), 0, &local);
    wininet_system_time(gmtime_r(&now, &parts), 0, &universal);
    SystemTimeToFileTime(&local, &a);
    SystemTimeToFileTime(&universal, &b);
    return wininet_ticks(&a) - wininet_ticks(&b);
}

WININET_INLINE BOOL FileTimeToLocalFileTime(const FILETIME *lpFileTime, LPFILETIME lpLocalFileTime)
{
    const ULONGLONG ticks = (ULONGLONG)(wininet_ticks(lpFileTime) + wininet_zone_ticks());
    lpLocalFileTime->dwLowDateTime = (DWORD)ticks;
    lpLocalFileTime->dwHighDateTime = (DWORD)(ticks >> 32);
    return TRUE;
}

WININET_INLINE BOOL LocalFileTimeToFileTime(const FILETIME *lpLocalFileTime, LPFILETIME lpFileTime)
{
    const ULONGLONG ticks = (ULONGLONG)(wininet_ticks(lpLocalFileTime) - wininet_zone_ticks());
    lpFileTime->dwLowDateTime = (DWORD)ticks;
    lpFileTime->dwHighDateTime = (DWORD)(ticks >> 32);
    return TRUE;
}

WININET_INLINE LONG CompareFileTime(const FILETIME *lpFileTime1, const FILETIME *lpFileTime2)
{
    const LONGLONG one = wininet_ticks(lpFileTime1), other = wininet_ticks(lpFileTime2);
    return one < other ? -1 : one > other;
}

#endif /* _SYSINFOAPI_H_ */
