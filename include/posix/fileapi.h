/*
 * fileapi.h: files and directories. A backslash in a name is taken for a slash; drive letters, and
 * who shares a file with whom, are not known here.
 */
#ifndef _APISETFILE_
#define _APISETFILE_

#include "handleapi.h"
#include "ioapiset.h"
#include "kit/paths.h"
#include "winnt.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>

#define CREATE_NEW 1
#define CREATE_ALWAYS 2
#define OPEN_EXISTING 3
#define OPEN_ALWAYS 4
#define TRUNCATE_EXISTING 5

#define FILE_FLAG_WRITE_THROUGH 0x80000000
#define FILE_FLAG_OVERLAPPED 0x40000000
#define FILE_FLAG_NO_BUFFERING 0x20000000
#define FILE_FLAG_RANDOM_ACCESS 0x10000000
#define FILE_FLAG_SEQUENTIAL_SCAN 0x08000000
#define FILE_FLAG_DELETE_ON_CLOSE 0x04000000
#define FILE_FLAG_BACKUP_SEMANTICS 0x02000000

#define INVALID_FILE_ATTRIBUTES ((DWORD)-1)
#define MOVEFILE_REPLACE_EXISTING 0x00000001
#define MOVEFILE_COPY_ALLOWED 0x00000002
#define MOVEFILE_WRITE_THROUGH 0x00000008

/* How open is told what CreateFile wants. */
WININET_INLINE int wininet_open_flags(DWORD access, DWORD disposition)
{
    const DWORD reads = GENERIC_READ | GENERIC_ALL | FILE_READ_DATA;
    const DWORD writes = GENERIC_WRITE | GENERIC_ALL | FILE_WRITE_DATA | FILE_APPEND_DATA;
    int flags = O_CLOEXEC;
    if (access & writes) {
        flags |= access & reads ? O_RDWR : O_WRONLY;
        flags |= (access & writes) == FILE_APPEND_DATA ? O_APPEND : 0;
    } else {
        flags |= O_RDONLY;
    }
    return disposition == CREATE_ALWAYS || disposition == TRUNCATE_EXISTING ? flags | O_TRUNC : flags;
}

/* Opens a file, and says whether it was there already where that matters. */
WININET_INLINE int wininet_open(const char *path, DWORD access, DWORD disposition, DWORD attributes,
    BOOL *existed)
{
    const int flags = wininet_open_flags(access, disposition);
    const mode_t mode = attributes & FILE_ATTRIBUTE_READONLY ? 0444 : 0666;
    const BOOL creates = disposition != OPEN_EXISTING && disposition != TRUNCATE_EXISTING;
    int descriptor = -1;
    *existed = FALSE;
    if (creates) {
        descriptor = open(path, flags | O_CREAT | O_EXCL, mode);
        *existed = descriptor < 0 && errno == EEXIST && disposition != CREATE_NEW;
    }
    if (!creates || *existed) {
        descriptor = open(path, creates ? flags | O_CREAT : flags, mode);
    }
    return descriptor;
}

WININET_INLINE HANDLE CreateFileA(LPCSTR lpFileName, DWORD dwDesiredAccess, DWORD dwShareMode,
    LPSECURITY_ATTRIBUTES lpSecurityAttributes, DWORD dwCreationDisposition,
    DWORD dwFlagsAndAttributes, HANDLE hTemplateFile)
{
    char *path = wininet_path(lpFileName);
    struct wininet_object *file = wininet_new_object(WININET_FILE);
    struct stat status;
    BOOL existed = FALSE;
    (void)dwShareMode;
    (void)lpSecurityAttributes;
    (void)hTemplateFile;
    if (path == NULL || file == NULL || *path == '\0' || dwCreationDisposition < CREATE_NEW ||
        dwCreationDisposition > TRUNCATE_EXISTING) {
        SetLastError(path == NULL || *path == '\0' ? ERROR_PATH_NOT_FOUND : ERROR_INVALID_PARAMETER);
    } else {
        file->descriptor = wininet_open(path, dwDesiredAccess, dwCreationDisposition,
            dwFlagsAndAttributes, &existed);
        if (file->descriptor < 0) {
            wininet_fail_path(path);
        } else if (fstat(file->descriptor, &status) == 0 && S_ISDIR(status.st_mode) &&
                   !(dwFlagsAndAttributes & FILE_FLAG_BACKUP_SEMANTICS)) {
            SetLastError(ERROR_ACCESS_DENIED);
        } else {
            file->name = path;
            file->delete_on_close = (dwFlagsAndAttributes & FILE_FLAG_DELETE_ON_CLOSE) != 0;
            SetLastError(existed ? ERROR_ALREADY_EXISTS : ERROR_SUCCESS);
            return wininet_publish(file);
        }
    }
    free(path);
    if (file != NULL) {
        wininet_free_object(file);
    }
    return INVALID_HANDLE_VALUE;
}

WININET_INLINE HANDLE CreateFileW(LPCWSTR lpFileName, DWORD dwDesiredAccess, DWORD dwShareMode,
    LPSECURITY_ATTRIBUTES lpSecurityAttributes, DWORD dwCreationDisposition,
    DWORD dwFlagsAndAttributes, HANDLE hTemplateFile)
{
    char *name = wininet_narrow(lpFileName);
    HANDLE file = CreateFileA(name, dwDesiredAccess, dwShareMode, lpSecurityAttributes,
        dwCreationDisposition, dwFlagsAndAttributes, hTemplateFile);
    free(name);
    return file;
}

/*
 * Reads from where the file is, or from where lpOverlapped says. A read is over when this returns;
 * an event or a completion routine is told all the same.
 */
WININET_INLINE BOOL ReadFile(HANDLE hFile, LPVOID lpBuffer, DWORD nNumberOfBytesToRead,
    LPDWORD lpNumberOfBytesRead, LPOVERLAPPED lpOverlapped)
{
    struct wininet_object *file = wininet_hold(hFile, WININET_FILE);
    ssize_t count = -1;
    if (file == NULL) {
        return FALSE;
    }
    do {
        count = lpOverlapped == NULL
                    ? read(file->descriptor, lpBuffer, nNumberOfBytesToRead)
                    : pread(file->descriptor, lpBuffer, nNumberOfBytesToRead,
                          wininet_offset(lpOverlapped));
    } while (count < 0 && errno == EINTR);
    return wininet_end_io(file, count, count == 0 && nNumberOfBytesToRead > 0, lpNumberOfBytesRead,
        lpOverlapped);
}

/** Writes all of it, unless that fails. */
WININET_INLINE BOOL WriteFile(HANDLE hFile, LPCVOID lpBuffer, DWORD nNumberOfBytesToWrite,
    LPDWORD lpNumberOfBytesWritten, LPOVERLAPPED lpOverlapped)
{
    struct wininet_object *file = wininet_hold(hFile, WININET_FILE);
    const char *bytes = (const char *)lpBuffer;
    DWORD written = 0;
    ssize_t count = 0;
    if (file == NULL) {
        return FALSE;
    }
    while (written < nNumberOfBytesToWrite) {
        count = lpOverlapped == NULL
                    ? write(file->descriptor, bytes + written, nNumberOfBytesToWrite - written)
                    : pwrite(file->descriptor, bytes + written, nNumberOfBytesToWrite - written,
                          wininet_offset(lpOverlapped) + (off_t)written);
        if (count < 0 && errno != EINTR) {
            break;
        }
        written += count < 0 ? 0 : (DWORD)count;
    }
    return wininet_end_io(file, count < 0 && written < nNumberOfBytesToWrite ? -1 : (ssize_t)written,
        FALSE, lpNumberOfBytesWritten, lpOverlapped);
}

/* Moves the pointer of a file, and gives its place, or -1 and the last error. */
WININET_INLINE off_t wininet_seek(HANDLE handle, LONGLONG distance, DWORD method)
{
    struct wininet_object *file = wininet_hold(handle, WININET_FILE);
    off_t place = -1;
    if (file == NULL) {
        return -1;
    }
    if (method > FILE_END) {
        SetLastError(ERROR_INVALID_PARAMETER);
    } else {
        place = lseek(file->descriptor, (off_t)distance,
            method == FILE_BEGIN     ? SEEK_SET
            : method == FILE_CURRENT ? SEEK_CUR
                                     : SEEK_END);
        if (place < 0 && errno == EINVAL) {
            SetLastError(ERROR_NEGATIVE_SEEK);
        } else if (place < 0) {
            wininet_fail_errno();
        }
    }
    wininet_release(file);
    return place;
}

WININET_INLINE BOOL SetFilePointerEx(HANDLE hFile, LARGE_INTEGER liDistanceToMove,
    PLARGE_INTEGER lpNewFilePointer, DWORD dwMoveMethod)
{
    const off_t place = wininet_seek(hFile, liDistanceToMove.QuadPart, dwMoveMethod);
    if (place >= 0 && lpNewFilePointer != NULL) {
        lpNewFilePointer->QuadPart = (LONGLONG)place;
    }
    return place >= 0;
}

WININET_INLINE DWORD SetFilePointer(HANDLE hFile, LONG lDistanceToMove, PLONG lpDistanceToMoveHigh,
    DWORD dwMoveMethod)
{
    const LONGLONG distance = lpDistanceToMoveHigh == NULL
                                  ? lDistanceToMove
                                  : (LONGLONG)((ULONGLONG)(DWORD)*lpDistanceToMoveHigh << 32 |
                                               (DWORD)lDistanceToMove);
    const off_t place = wininet_seek(hFile, distance, dwMoveMethod);
    if (place < 0) {
        return INVALID_SET_FILE_POINTER;
    }
    if (lpDistanceToMoveHigh != NULL) {
        *lpDistanceToMoveHigh = (LONG)((ULONGLONG)place >> 32);
    }
    SetLastError(NO_ERROR);
    return (DWORD)place;
}

WININET_INLINE BOOL GetFileSizeEx(HANDLE hFile, PLARGE_INTEGER lpFileSize)
{
    struct wininet_object *file = wininet_hold(hFile, WININET_FILE);
    struct stat status;
    BOOL done;
    if (file == NULL) {
        return FALSE;
    }
    done = fstat(file->descriptor, &status) == 0;
    if (done) {
        lpFileSize->QuadPart = (LONGLONG)status.st_size;
    } else {
        wininet_fail_errno();
    }
    wininet_release(file);
    return done;
}

WININET_INLINE DWORD GetFileSize(HANDLE hFile, LPDWORD lpFileSizeHigh)
{
    LARGE_INTEGER size;
    if (!GetFileSizeEx(hFile, &size)) {
        return INVALID_FILE_SIZE;
    }
    if (lpFileSizeHigh != NULL) {
        *lpFileSizeHigh = (DWORD)size.u.HighPart;
    }
    SetLastError(NO_ERROR);
    return size.u.LowPart;
}

/** Ends the file where its pointer is. */
WININET_INLINE BOOL SetEndOfFile(HANDLE hFile)
{
    struct wininet_object *file = wininet_hold(hFile, WININET_FILE);
    BOOL done;
    if (file == NULL) {
        return FALSE;
    }
    done = ftruncate(file->descriptor, lseek(file->descriptor, 0, SEEK_CUR)) == 0 ||
           wininet_fail_errno();
    wininet_release(file);
    return done;
}

WININET_INLINE BOOL FlushFileBuffers(HANDLE hFile)
{
    struct wininet_object *file = wininet_hold(hFile, WININET_FILE);
    BOOL done;
    if (file == NULL) {
        return FALSE;
    }
    done = fsync(file->descriptor) == 0 || errno == EINVAL || wininet_fail_errno();
    wininet_release(file);
    return done;
}

WININET_INLINE BOOL DeleteFileA(LPCSTR lpFileName)
{
    return wininet_with_path(unlink, lpFileName);
}

WININET_INLINE int wininet_make_directory(const char *path)
{
    return mkdir(path, 0777);
}

WININET_INLINE BOOL CreateDirectoryA(LPCSTR lpPathName, LPSECURITY_ATTRIBUTES lpSecurityAttributes)
{
    (void)lpSecurityAttributes;
    if (wininet_with_path(wininet_make_directory, lpPathName)) {
        return TRUE;
    }
    if (GetLastError() == ERROR_FILE_EXISTS) {
        SetLastError(ERROR_ALREADY_EXISTS);
    }
    return FALSE;
}

WININET_INLINE BOOL RemoveDirectoryA(LPCSTR lpPathName)
{
    return wininet_with_path(rmdir, lpPathName);
}

WININET_INLINE DWORD wininet_attributes(const struct stat *status)
{
    const DWORD attributes = (S_ISDIR(status->st_mode) ? FILE_ATTRIBUTE_DIRECTORY : 0) |
                             (status->st_mode & 0222 ? 0 : FILE_ATTRIBUTE_READONLY);
    return attributes == 0 ? FILE_ATTRIBUTE_NORMAL : attributes;
}

WININET_INLINE DWORD GetFileAttributesA(LPCSTR lpFileName)
{
    char *path = wininet_path(lpFileName);
    struct stat status;
    DWORD attributes = INVALID_FILE_ATTRIBUTES;
    if (path == NULL || stat(path, &status) != 0) {
        wininet_fail_path(path);
    } else {
        attributes = wininet_attributes(&status);
    }
    free(path);
    return attributes;
}

WININET_INLINE BOOL MoveFileExA(LPCSTR lpExistingFileName, LPCSTR lpNewFileName, DWORD dwFlags)
{
    char *from = wininet_path(lpExistingFileName), *to = wininet_path(lpNewFileName);
    struct stat status;
    BOOL done = FALSE;
    if (from == NULL || to == NULL) {
        SetLastError(ERROR_PATH_NOT_FOUND);
    } else if (!(dwFlags & MOVEFILE_REPLACE_EXISTING) && lstat(to, &status) == 0) {
        SetLastError(ERROR_ALREADY_EXISTS);
    } else {
        done = rename(from, to) == 0 || wininet_fail_path(access(from, F_OK) == 0 ? to : from);
    }
    free(from);
    free(to);
    return done;
}

WININET_INLINE BOOL MoveFileA(LPCSTR lpExistingFileName, LPCSTR lpNewFileName)
{
    return MoveFileExA(lpExistingFileName, lpNewFileName, 0);
}

WININET_INLINE BOOL DeleteFileW(LPCWSTR lpFileName)
{
    char *name = wininet_narrow(lpFileName);
    const BOOL done = DeleteFileA(name);
    free(name);
    return done;
}

WININET_INLINE BOOL CreateDirectoryW(LPCWSTR lpPathName, LPSECURITY_ATTRIBUTES lpSecurityAttributes)
{
    char *name = wininet_narrow(lpPathName);
    const BOOL done = CreateDirectoryA(name, lpSecurityAttributes);
    free(name);
    return done;
}

WININET_INLINE BOOL RemoveDirectoryW(LPCWSTR lpPathName)
{
    char *name = wininet_narrow(lpPathName);
    const BOOL done = RemoveDirectoryA(name);
    free(name);
    return done;
}

WININET_INLINE DWORD GetFileAttributesW(LPCWSTR lpFileName)
{
    char *name = wininet_narrow(lpFileName);
    const DWORD attributes = GetFileAttributesA(name);
    free(name);
    return attributes;
}

WININET_INLINE BOOL MoveFileExW(LPCWSTR lpExistingFileName, LPCWSTR lpNewFileName, DWORD dwFlags)
{
    char *from = wininet_narrow(lpExistingFileName), *to = wininet_narrow(lpNewFileName);
    const BOOL done = MoveFileExA(from, to, dwFlags);
    free(from);
    free(to);
    return done;
}

WININET_INLINE BOOL MoveFileW(LPCWSTR lpExistingFileName, LPCWSTR lpNewFileName)
{
    return MoveFileExW(lpExistingFileName, lpNewFileName, 0);
}

#ifdef UNICODE
#define CreateFile CreateFileW
#define DeleteFile DeleteFileW
#define CreateDirectory CreateDirectoryW
#define RemoveDirectory RemoveDirectoryW
#define GetFileAttributes GetFileAttributesW
#define MoveFileEx MoveFileExW
#define MoveFile MoveFileW
#else
#define CreateFile CreateFileA
#define DeleteFile DeleteFileA
#define CreateDirectory CreateDirectoryA
#define RemoveDirectory RemoveDirectoryA
#define GetFileAttributes GetFileAttributesA
#define MoveFileEx MoveFileExA
#define MoveFile MoveFileA
#endif

#include "kit/fileinfo.h"
#include "kit/findfile.h"

#endif /* _APISETFILE_ */
