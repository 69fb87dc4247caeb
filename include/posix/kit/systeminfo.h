/*
 * systeminfo.h: processors, memory, the command line, and what becomes of hard errors. Of the kit's own: on Windows it is
 * in sysinfoapi.h, processenv.h and errhandlingapi.h, and winbase.h includes it.
 */
#ifndef _WININET_SYSTEMINFO_H
#define _WININET_SYSTEMINFO_H

#include "formats.h"
#include "paths.h"

#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

#define PROCESSOR_ARCHITECTURE_INTEL 0
#define PROCESSOR_ARCHITECTURE_ARM 5
#define PROCESSOR_ARCHITECTURE_IA64 6
#define PROCESSOR_ARCHITECTURE_AMD64 9
#define PROCESSOR_ARCHITECTURE_ARM64 12
#define PROCESSOR_ARCHITECTURE_UNKNOWN 0xFFFF
#define PROCESSOR_INTEL_PENTIUM 586
#define PROCESSOR_AMD_X8664 8664

typedef struct _SYSTEM_INFO {
    __extension__ union {
        DWORD dwOemId;
        __extension__ struct {
            WORD wProcessorArchitecture;
            WORD wReserved;
        };
    };
    DWORD dwPageSize;
    LPVOID lpMinimumApplicationAddress;
    LPVOID lpMaximumApplicationAddress;
    DWORD_PTR dwActiveProcessorMask;
    DWORD dwNumberOfProcessors;
    DWORD dwProcessorType;
    DWORD dwAllocationGranularity;
    WORD wProcessorLevel;
    WORD wProcessorRevision;
} SYSTEM_INFO, *LPSYSTEM_INFO;

typedef struct _MEMORYSTATUSEX {
    DWORD dwLength;
    DWORD dwMemoryLoad;
    DWORDLONG ullTotalPhys;
    DWORDLONG ullAvailPhys;
    DWORDLONG ullTotalPageFile;
    DWORDLONG ullAvailPageFile;
    DWORDLONG ullTotalVirtual;
    DWORDLONG ullAvailVirtual;
    DWORDLONG ullAvailExtendedVirtual;
} MEMORYSTATUSEX, *LPMEMORYSTATUSEX;

typedef struct _MEMORYSTATUS {
    DWORD dwLength;
    DWORD dwMemoryLoad;
    SIZE_T dwTotalPhys;
    SIZE_T dwAvailPhys;
    SIZE_T dwTotalPageFile;
    SIZE_T dwAvailPageFile;
    SIZE_T dwTotalVirtual;
    SIZE_T dwAvailVirtual;
} MEMORYSTATUS, *LPMEMORYSTATUS;

EXTERN_C_START
WININET_SHARED pthread_once_t wininet_command_once = PTHREAD_ONCE_INIT;
WININET_SHARED char *wininet_command = NULL;
WININET_SHARED WCHAR *wininet_wide_command = NULL;
WININET_SHARED UINT wininet_error_mode = 0;
EXTERN_C_END

/* The end of what a program may have: half of 48 bits, or three quarters of 32. */
#define WININET_LAST_ADDRESS (sizeof(void *) == 8 ? (UINT_PTR)0x7FFFFFFF << 16 | 0xFFFF : (UINT_PTR)0xBFFFFFFF)

/** Processors that are in use, and pages. Level and revision of the processor are 0. */
WININET_INLINE void GetSystemInfo(LPSYSTEM_INFO lpSystemInfo)
{
    const long count = sysconf(_SC_NPROCESSORS_ONLN);
    const DWORD processors = count > 0 ? (DWORD)count : 1;
    memset(lpSystemInfo, 0, sizeof(*lpSystemInfo));
#if defined(__x86_64__)
    lpSystemInfo->wProcessorArchitecture = PROCESSOR_ARCHITECTURE_AMD64;
    lpSystemInfo->dwProcessorType = PROCESSOR_AMD_X8664;
#elif defined(__aarch64__)
    lpSystemInfo->wProcessorArchitecture = PROCESSOR_ARCHITECTURE_ARM64;
#elif defined(__i386__)
    lpSystemInfo->wProcessorArchitecture = PROCESSOR_ARCHITECTURE_INTEL;
    lpSystemInfo->dwProcessorType = PROCESSOR_INTEL_PENTIUM;
#else
    lpSystemInfo->wProcessorArchitecture = PROCESSOR_ARCHITECTURE_UNKNOWN;
#endif
    lpSystemInfo->dwPageSize = (DWORD)sysconf(_SC_PAGESIZE);
    lpSystemInfo->dwAllocationGranularity = lpSystemInfo->dwPageSize;
    lpSystemInfo->lpMinimumApplicationAddress = (LPVOID)(UINT_PTR)0x10000;
    lpSystemInfo->lpMaximumApplicationAddress = (LPVOID)WININET_LAST_ADDRESS;
    lpSystemInfo->dwNumberOfProcessors = processors;
    lpSystemInfo->dwActiveProcessorMask = processors >= sizeof(DWORD_PTR) * 8
                                              ? ~(DWORD_PTR)0
                                              : ((DWORD_PTR)1 << processors) - 1;
}

WININET_INLINE void GetNativeSystemInfo(LPSYSTEM_INFO lpSystemInfo)
{
    GetSystemInfo(lpSystemInfo);
}

/* A line of /proc/meminfo, in bytes; 0 if it is not there. */
WININET_INLINE DWORDLONG wininet_memory(const char *name)
{
    char line[128];
    ULONGLONG kilobytes = 0;
    const size_t length = strlen(name);
    FILE *file = fopen("/proc/meminfo", "re");
    while (file != NULL && kilobytes == 0 && fgets(line, sizeof(line), file) != NULL) {
        if (strncmp(line, name, length) == 0 && line[length] == ':') {
            kilobytes = strtoull(line + length + 1, NULL, 10);
        }
    }
    if (file != NULL) {
        fclose(file);
    }
    return kilobytes * 1024;
}

/* How much of its addresses the process uses. */
WININET_INLINE DWORDLONG wininet_used_addresses(void)
{
    char line[128] = "";
    FILE *file = fopen("/proc/self/statm", "re");
    if (file != NULL) {
        if (fgets(line, sizeof(line), file) == NULL) {
            line[0] = '\0';
        }
        fclose(file);
    }
    return (DWORDLONG)strtoull(line, NULL, 10) * (DWORDLONG)sysconf(_SC_PAGESIZE);
}

/** Memory of the machine, with the swap as the page file. dwLength is set before the call. */
WININET_INLINE BOOL GlobalMemoryStatusEx(LPMEMORYSTATUSEX lpBuffer)
{
    DWORDLONG used;
    if (lpBuffer == NULL || lpBuffer->dwLength != sizeof(*lpBuffer)) {
        return wininet_fail(ERROR_INVALID_PARAMETER);
    }
    lpBuffer->ullTotalPhys = wininet_memory("MemTotal");
    if (lpBuffer->ullTotalPhys == 0) {
        return wininet_fail(ERROR_NOT_SUPPORTED);
    }
    lpBuffer->ullAvailPhys = wininet_memory("MemAvailable");
    lpBuffer->dwMemoryLoad = (DWORD)((lpBuffer->ullTotalPhys - lpBuffer->ullAvailPhys) * 100 / lpBuffer->ullTotalPhys);
    lpBuffer->ullTotalPageFile = lpBuffer->ullTotalPhys + wininet_memory("SwapTotal");
    lpBuffer->ullAvailPageFile = lpBuffer->ullAvailPhys + wininet_memory("SwapFree");
    lpBuffer->ullTotalVirtual = WININET_LAST_ADDRESS;
    used = wininet_used_addresses();
    lpBuffer->ullAvailVirtual = used < lpBuffer->ullTotalVirtual ? lpBuffer->ullTotalVirtual - used : 0;
    lpBuffer->ullAvailExtendedVirtual = 0;
    return TRUE;
}

WININET_INLINE void GlobalMemoryStatus(LPMEMORYSTATUS lpBuffer)
{
    MEMORYSTATUSEX status;
    memset(&status, 0, sizeof(status));
    status.dwLength = sizeof(status);
    (void)GlobalMemoryStatusEx(&status);
    lpBuffer->dwLength = sizeof(*lpBuffer);
    lpBuffer->dwMemoryLoad = status.dwMemoryLoad;
    lpBuffer->dwTotalPhys = (SIZE_T)status.ullTotalPhys;
    lpBuffer->dwAvailPhys = (SIZE_T)status.ullAvailPhys;
    lpBuffer->dwTotalPageFile = (SIZE_T)status.ullTotalPageFile;
    lpBuffer->dwAvailPageFile = (SIZE_T)status.ullAvailPageFile;
    lpBuffer->dwTotalVirtual = (SIZE_T)status.ullTotalVirtual;
    lpBuffer->dwAvailVirtual = (SIZE_T)status.ullAvailVirtual;
}

/* Appends an argument in such a way that a program of Windows takes the same from the line. */
WININET_INLINE void wininet_quote(struct wininet_text *line, const char *argument)
{
    const BOOL quotes = *argument == '\0' || strpbrk(argument, " \t\"") != NULL;
    size_t slashes = 0;
    wininet_append(line, "\"", quotes ? 1 : 0);
    for (; *argument != '\0'; argument++) {
        /* Backslashes before a quote twice, and one more for itself. */
        for (slashes += *argument == '"'; *argument == '"' && slashes > 0; slashes--) {
            wininet_append(line, "\\", 1);
        }
        slashes = *argument == '\\' ? slashes + 1 : 0;
        wininet_append(line, argument, 1);
    }
    for (; quotes && slashes > 0; slashes--) {
        wininet_append(line, "\\", 1);
    }
    wininet_append(line, "\"", quotes ? 1 : 0);
}

WININET_INLINE void wininet_make_command(void)
{
    struct wininet_text line = {NULL, 0, 0, FALSE};
    FILE *file = fopen("/proc/self/cmdline", "re");
    char *argument = NULL;
    size_t room = 0;
    BOOL is_first = TRUE;
    wininet_append(&line, "", 0);
    while (file != NULL && getdelim(&argument, &room, '\0', file) > 0) {
        wininet_append(&line, " ", is_first ? 0 : 1);
        wininet_quote(&line, argument);
        is_first = FALSE;
    }
    if (file != NULL) {
        fclose(file);
    }
    free(argument);
    wininet_command = line.at;
    wininet_wide_command = wininet_widen(line.at);
}

/** The arguments in one line, with quotes where they have blanks. The program may not change or free it. */
WININET_INLINE LPSTR GetCommandLineA(void)
{
    pthread_once(&wininet_command_once, wininet_make_command);
    return wininet_command;
}

WININET_INLINE LPWSTR GetCommandLineW(void)
{
    pthread_once(&wininet_command_once, wininet_make_command);
    return wininet_wide_command;
}

/** Nothing shows a dialog here, so the mode is kept and given back, and changes nothing. */
WININET_INLINE UINT SetErrorMode(UINT uMode)
{
    return __atomic_exchange_n(&wininet_error_mode, uMode, __ATOMIC_RELAXED);
}

WININET_INLINE UINT GetErrorMode(void)
{
    return __atomic_load_n(&wininet_error_mode, __ATOMIC_RELAXED);
}

#ifdef UNICODE
#define GetCommandLine GetCommandLineW
#else
#define GetCommandLine GetCommandLineA
#endif

#endif /* _WININET_SYSTEMINFO_H */
