/*
 * fileinfo.h: what there is to know of a file, by its name or its handle, and copies of it. Of the kit's
 * own: fileapi.h includes it.
 */
/* All of it comes first, and with it this. */
#include "../fileapi.h"

#ifndef _WININET_FILEINFO_H
#define _WININET_FILEINFO_H

#include "../fileapi.h"
#include "../sysinfoapi.h"

#include <sys/statvfs.h>

typedef enum _GET_FILEEX_INFO_LEVELS {
    GetFileExInfoStandard,
    GetFileExMaxInfoLevel
} GET_FILEEX_INFO_LEVELS;

typedef struct _WIN32_FILE_ATTRIBUTE_DATA {
    DWORD dwFileAttributes;
    FILETIME ftCreationTime;
    FILETIME ftLastAccessTime;
    FILETIME ftLastWriteTime;
    DWORD nFileSizeHigh;
    DWORD nFileSizeLow;
} WIN32_FILE_ATTRIBUTE_DATA, *LPWIN32_FILE_ATTRIBUTE_DATA;

WININET_INLINE FILETIME wininet_time_of(struct timespec when)
{
    return wininet_file_time((LONGLONG)when.tv_sec, (int)when.tv_nsec);
}

/* Linux does not say when a file was made: it is when its description was last changed. */
WININET_INLINE void wininet_describe(const struct stat *status, LPWIN32_FILE_ATTRIBUTE_DATA to)
{
    to->dwFileAttributes = wininet_attributes(status);
    to->ftCreationTime = wininet_time_of(status->st_ctim);
    to->ftLastAccessTime = wininet_time_of(status->st_atim);
    to->ftLastWriteTime = wininet_time_of(status->st_mtim);
    to->nFileSizeHigh = (DWORD)((ULONGLONG)status->st_size >> 32);
    to->nFileSizeLow = (DWORD)status->st_size;
}

WININET_INLINE BOOL GetFileAttributesExA(LPCSTR lpFileName, GET_FILEEX_INFO_LEVELS fInfoLevelId,
    LPVOID lpFileInformation)
{
    char *path = wininet_path(lpFileName);
    struct stat status;
    BOOL done = FALSE;
    if (fInfoLevelId != GetFileExInfoStandard || lpFileInformation == NULL) {
        SetLastError(ERROR_INVALID_PARAMETER);
    } else if (path == NULL || stat(path, &status) != 0) {
        wininet_fail_path(path);
    } else {
        wininet_describe(&status, (LPWIN32_FILE_ATTRIBUTE_DATA)lpFileInformation);
        done = TRUE;
    }
    free(path);
    return done;
}

WININET_INLINE BOOL GetFileAttributesExW(LPCWSTR lpFileName, GET_FILEEX_INFO_LEVELS fInfoLevelId,
    LPVOID lpFileInformation)
{
    char *name = wininet_narrow(lpFileName);
    const BOOL done = GetFileAttributesExA(name, fInfoLevelId, lpFileInformation);
    free(name);
    return done;
}

/** Of the attributes a file has one here: FILE_ATTRIBUTE_READONLY. */
WININET_INLINE BOOL SetFileAttributesA(LPCSTR lpFileName, DWORD dwFileAttributes)
{
    char *path = wininet_path(lpFileName);
    struct stat status;
    BOOL done = path != NULL && stat(path, &status) == 0;
    if (done) {
        const mode_t mode = status.st_mode & 07777;
        done = chmod(path, dwFileAttributes & FILE_ATTRIBUTE_READONLY ? mode & ~(mode_t)0222 : mode | 0200) == 0;
    }
    if (!done) {
        wininet_fail_path(path);
    }
    free(path);
    return done;
}

WININET_INLINE BOOL SetFileAttributesW(LPCWSTR lpFileName, DWORD dwFileAttributes)
{
    char *name = wininet_narrow(lpFileName);
    const BOOL done = SetFileAttributesA(name, dwFileAttributes);
    free(name);
    return done;
}

WININET_INLINE BOOL GetFileTime(HANDLE hFile, LPFILETIME lpCreationTime, LPFILETIME lpLastAccessTime,
    LPFILETIME lpLastWriteTime)
{
    struct wininet_object *file = wininet_hold(hFile, WININET_FILE);
    struct stat status;
    BOOL done;
    if (file == NULL) {
        return FALSE;
    }
    done = fstat(file->descriptor, &status) == 0 || wininet_fail_errno();
    wininet_release(file);
    if (done && lpCreationTime != NULL) {
        *lpCreationTime = wininet_time_of(status.st_ctim);
    }
    if (done && lpLastAccessTime != NULL) {
        *lpLastAccessTime = wininet_time_of(status.st_atim);
    }
    if (done && lpLastWriteTime != NULL) {
        *lpLastWriteTime = wininet_time_of(status.st_mtim);
    }
    return done;
}

/* A time for futimens; NULL leaves what the file has. */
WININET_INLINE struct timespec wininet_time_for(const FILETIME *time)
{
    struct timespec when;
    when.tv_sec = 0;
    when.tv_nsec = UTIME_OMIT;
    if (time != NULL) {
        const LONGLONG ticks = wininet_ticks(time) - WININET_SECONDS_TO_1970 * WININET_TICKS_PER_SECOND;
        const LONGLONG rest = ticks % WININET_TICKS_PER_SECOND;
        when.tv_sec = (time_t)((ticks - rest) / WININET_TICKS_PER_SECOND - (rest < 0));
        when.tv_nsec = (int)(rest < 0 ? rest + WININET_TICKS_PER_SECOND : rest) * 100;
    }
    return when;
}

/** When the file was used and written. When it was made is not kept here. */
WININET_INLINE BOOL SetFileTime(HANDLE hFile, const FILETIME *lpCreationTime,
    const FILETIME *lpLastAccessTime, const FILETIME *lpLastWriteTime)
{
    struct wininet_object *file = wininet_hold(hFile, WININET_FILE);
    struct timespec times[2];
    BOOL done;
    (void)lpCreationTime;
    if (file == NULL) {
        return FALSE;
    }
    times[0] = wininet_time_for(lpLastAccessTime);
    times[1] = wininet_time_for(lpLastWriteTime);
    done = futimens(file->descriptor, times) == 0 || wininet_fail_errno();
    wininet_release(file);
    return done;
}

/* Everything from one descriptor to the other. */
WININET_INLINE BOOL wininet_copy(int from, int to)
{
    char buffer[16384];
    ssize_t count = 0, written = 0;
    while (written >= 0 && (count = read(from, buffer, sizeof(buffer))) > 0) {
        ssize_t done = 0;
        while (done < count && (written = write(to, buffer + done, (size_t)(count - done))) >= 0) {
            done += written;
        }
    }
    return count == 0 && written >= 0;
}

WININET_INLINE BOOL CopyFileA(LPCSTR lpExistingFileName, LPCSTR lpNewFileName, BOOL bFailIfExists)
{
    char *from = wininet_path(lpExistingFileName), *to = wininet_path(lpNewFileName);
    struct stat status, other;
    const int source = from == NULL ? -1 : open(from, O_RDONLY | O_CLOEXEC);
    int target = -1;
    BOOL done = FALSE;
    if (source < 0 || to == NULL || fstat(source, &status) != 0) {
        wininet_fail_path(from);
    } else if (S_ISDIR(status.st_mode)) {
        SetLastError(ERROR_ACCESS_DENIED);
    } else if (stat(to, &other) == 0 && other.st_dev == status.st_dev && other.st_ino == status.st_ino) {
        SetLastError(bFailIfExists ? ERROR_FILE_EXISTS : ERROR_SHARING_VIOLATION);
    } else {
        target = open(to, O_WRONLY | O_CREAT | O_CLOEXEC | (bFailIfExists ? O_EXCL : O_TRUNC),
            status.st_mode & 0777);
        if (target < 0) {
            wininet_fail_path(to);
        } else {
            const struct timespec times[2] = {status.st_atim, status.st_mtim};
            done = (wininet_copy(source, target) && futimens(target, times) == 0) || wininet_fail_errno();
            close(target);
        }
    }
    if (source >= 0) {
        close(source);
    }
    free(from);
    free(to);
    return done;
}

WININET_INLINE BOOL CopyFileW(LPCWSTR lpExistingFileName, LPCWSTR lpNewFileName, BOOL bFailIfExists)
{
    char *from = wininet_narrow(lpExistingFileName), *to = wininet_narrow(lpNewFileName);
    const BOOL done = CopyFileA(from, to, bFailIfExists);
    free(from);
    free(to);
    return done;
}

/** How much room there is where a directory lies: for the caller, in all, and for root. */
WININET_INLINE BOOL GetDiskFreeSpaceExA(LPCSTR lpDirectoryName, PULARGE_INTEGER lpFreeBytesAvailableToCaller,
    PULARGE_INTEGER lpTotalNumberOfBytes, PULARGE_INTEGER lpTotalNumberOfFreeBytes)
{
    char *path = wininet_path(lpDirectoryName == NULL ? "." : lpDirectoryName);
    struct statvfs room;
    const BOOL done = (path != NULL && statvfs(path, &room) == 0) || wininet_fail_path(path);
    free(path);
    if (done && lpFreeBytesAvailableToCaller != NULL) {
        lpFreeBytesAvailableToCaller->QuadPart = (ULONGLONG)room.f_bavail * room.f_frsize;
    }
    if (done && lpTotalNumberOfBytes != NULL) {
        lpTotalNumberOfBytes->QuadPart = (ULONGLONG)room.f_blocks * room.f_frsize;
    }
    if (done && lpTotalNumberOfFreeBytes != NULL) {
        lpTotalNumberOfFreeBytes->QuadPart = (ULONGLONG)room.f_bfree * room.f_frsize;
    }
    return done;
}

WININET_INLINE BOOL GetDiskFreeSpaceExW(LPCWSTR lpDirectoryName, PULARGE_INTEGER lpFreeBytesAvailableToCaller,
    PULARGE_INTEGER lpTotalNumberOfBytes, PULARGE_INTEGER lpTotalNumberOfFreeBytes)
{
    char *name = wininet_narrow(lpDirectoryName);
    const BOOL done = GetDiskFreeSpaceExA(name, lpFreeBytesAvailableToCaller, lpTotalNumberOfBytes,
        lpTotalNumberOfFreeBytes);
    free(name);
    return done;
}

#ifdef UNICODE
#define GetFileAttributesEx GetFileAttributesExW
#define SetFileAttributes SetFileAttributesW
#define CopyFile CopyFileW
#define GetDiskFreeSpaceEx GetDiskFreeSpaceExW
#else
#define GetFileAttributesEx GetFileAttributesExA
#define SetFileAttributes SetFileAttributesA
#define CopyFile CopyFileA
#define GetDiskFreeSpaceEx GetDiskFreeSpaceExA
#endif

#endif /* _WININET_FILEINFO_H */
