/*
 * paths.h: names of files, of temporary ones among them, and what the functions of POSIX say about
 * them as codes of Windows. Of the kit's own.
 */
#ifndef _WININET_PATHS_H
#define _WININET_PATHS_H

#include "../errhandlingapi.h"
#include "../stringapiset.h"
#include "../winerror.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* errno as a code of Windows. */
WININET_INLINE DWORD wininet_error_of(int number)
{
    switch (number) {
    case 0:
        return ERROR_SUCCESS;
    case ENOENT:
        return ERROR_FILE_NOT_FOUND;
    case ENOTDIR:
        return ERROR_PATH_NOT_FOUND;
    case EMFILE:
    case ENFILE:
        return ERROR_TOO_MANY_OPEN_FILES;
    case EACCES:
    case EPERM:
    case EISDIR:
    case EROFS:
        return ERROR_ACCESS_DENIED;
    case EBADF:
        return ERROR_ACCESS_DENIED;
    case ENOMEM:
        return ERROR_NOT_ENOUGH_MEMORY;
    case EXDEV:
        return ERROR_NOT_SAME_DEVICE;
    case ENOSPC:
    case EDQUOT:
        return ERROR_DISK_FULL;
    case EEXIST:
        return ERROR_FILE_EXISTS;
    case EINVAL:
        return ERROR_INVALID_PARAMETER;
    case EPIPE:
        return ERROR_BROKEN_PIPE;
    case ENOTEMPTY:
        return ERROR_DIR_NOT_EMPTY;
    case ENAMETOOLONG:
        return ERROR_FILENAME_EXCED_RANGE;
    case EBUSY:
    case ETXTBSY:
        return ERROR_SHARING_VIOLATION;
    default:
        return ERROR_GEN_FAILURE;
    }
}

/* Makes errno the last error, and gives FALSE. */
WININET_INLINE BOOL wininet_fail_errno(void)
{
    SetLastError(wininet_error_of(errno));
    return FALSE;
}

/* The same for a name: what is missing may be the file, or a directory on the way to it. */
WININET_INLINE BOOL wininet_fail_path(const char *path)
{
    const char *slash = path == NULL ? NULL : strrchr(path, '/');
    const int number = path == NULL ? ENOENT : errno;
    if (number == ENOENT && slash != NULL && slash != path) {
        char *directory = strndup(path, (size_t)(slash - path));
        if (directory != NULL && access(directory, F_OK) != 0) {
            free(directory);
            return wininet_fail(ERROR_PATH_NOT_FOUND);
        }
        free(directory);
    }
    return wininet_fail(wininet_error_of(number));
}

/* A name with slashes, to be freed; NULL of NULL. */
WININET_INLINE char *wininet_path(const char *name)
{
    char *path = name == NULL ? NULL : strdup(name), *at;
    for (at = path; at != NULL && *at != '\0'; at++) {
        *at = *at == '\\' ? '/' : *at;
    }
    return path;
}

/* Calls a function of POSIX with a name. */
WININET_INLINE BOOL wininet_with_path(int (*function)(const char *), const char *name)
{
    char *path = wininet_path(name);
    const BOOL done = path != NULL && function(path) == 0;
    if (!done) {
        wininet_fail_path(path);
    }
    free(path);
    return done;
}

/* Hands a text out: its length if it fits, else the size that it needs, with the NUL. */
WININET_INLINE DWORD wininet_give(const char *text, DWORD size, LPSTR buffer)
{
    const size_t length = strlen(text);
    if (length >= size) {
        SetLastError(ERROR_INSUFFICIENT_BUFFER);
        return (DWORD)length + 1;
    }
    memcpy(buffer, text, length + 1);
    return (DWORD)length;
}

WININET_INLINE DWORD wininet_give_wide(const char *text, DWORD size, LPWSTR buffer)
{
    WCHAR *wide = wininet_widen(text);
    size_t length;
    if (wide == NULL) {
        SetLastError(ERROR_NOT_ENOUGH_MEMORY);
        return 0;
    }
    length = wcslen(wide);
    if (length < size) {
        memcpy(buffer, wide, (length + 1) * sizeof(WCHAR));
    } else {
        SetLastError(ERROR_INSUFFICIENT_BUFFER);
        length++;
    }
    free(wide);
    return (DWORD)length;
}

/* The directory of temporary files, with a slash behind it. */
WININET_INLINE void wininet_temporary(char *path, size_t size)
{
    const char *set = getenv("TMPDIR");
    size_t length;
    if (set == NULL || *set == '\0' || strlen(set) + 2 > size) {
        set = "/tmp";
    }
    length = strlen(set);
    memcpy(path, set, length + 1);
    if (path[length - 1] != '/') {
        memcpy(path + length, "/", 2);
    }
}

/** The directory of temporary files, of TMPDIR or /tmp, with a slash behind it. */
WININET_INLINE DWORD GetTempPathA(DWORD nBufferLength, LPSTR lpBuffer)
{
    char path[4096];
    wininet_temporary(path, sizeof(path));
    return wininet_give(path, nBufferLength, lpBuffer);
}

WININET_INLINE DWORD GetTempPathW(DWORD nBufferLength, LPWSTR lpBuffer)
{
    char path[4096];
    wininet_temporary(path, sizeof(path));
    return wininet_give_wide(path, nBufferLength, lpBuffer);
}

/* Makes the name of a temporary file, and the file as well if the number is to be found. */
WININET_INLINE UINT wininet_temporary_name(const char *directory, const char *prefix, UINT unique,
    char name[MAX_PATH])
{
    char *path = wininet_path(directory);
    const BOOL creates = unique == 0;
    const char *slash = path != NULL && *path != '\0' && path[strlen(path) - 1] == '/' ? "" : "/";
    UINT tries = 0;
    int file = -1;
    if (path == NULL || strlen(path) > MAX_PATH - 14) {
        SetLastError(path == NULL ? ERROR_DIRECTORY : ERROR_BUFFER_OVERFLOW);
        free(path);
        return 0;
    }
    if (creates) {
        unique = (UINT)getpid();
    }
    do {
        unique = (unique + (tries > 0)) & 0xFFFF;
        unique += unique == 0;
        snprintf(name, MAX_PATH, "%s%s%.3s%x.tmp", path, slash, prefix == NULL ? "" : prefix, unique);
        errno = EEXIST;
    } while (creates && (file = open(name, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600)) < 0 &&
             errno == EEXIST && ++tries < 0xFFFF);
    free(path);
    if (creates && file < 0) {
        SetLastError(errno == ENOENT ? ERROR_DIRECTORY : wininet_error_of(errno));
        return 0;
    }
    if (file >= 0) {
        close(file);
    }
    return unique;
}

/** Makes the name of a temporary file, shorter than MAX_PATH; with uUnique 0 also the file. */
WININET_INLINE UINT GetTempFileNameA(LPCSTR lpPathName, LPCSTR lpPrefixString, UINT uUnique,
    LPSTR lpTempFileName)
{
    return wininet_temporary_name(lpPathName, lpPrefixString, uUnique, lpTempFileName);
}

WININET_INLINE UINT GetTempFileNameW(LPCWSTR lpPathName, LPCWSTR lpPrefixString, UINT uUnique,
    LPWSTR lpTempFileName)
{
    char *path = wininet_narrow(lpPathName), *prefix = wininet_narrow(lpPrefixString);
    char name[MAX_PATH];
    const UINT unique = wininet_temporary_name(path, prefix, uUnique, name);
    if (unique != 0) {
        wininet_give_wide(name, MAX_PATH, lpTempFileName);
    }
    free(path);
    free(prefix);
    return unique;
}

WININET_INLINE DWORD GetCurrentDirectoryA(DWORD nBufferLength, LPSTR lpBuffer)
{
    char path[4096];
    if (getcwd(path, sizeof(path)) == NULL) {
        return (DWORD)wininet_fail_errno();
    }
    return wininet_give(path, nBufferLength, lpBuffer);
}

WININET_INLINE DWORD GetCurrentDirectoryW(DWORD nBufferLength, LPWSTR lpBuffer)
{
    char path[4096];
    if (getcwd(path, sizeof(path)) == NULL) {
        return (DWORD)wininet_fail_errno();
    }
    return wininet_give_wide(path, nBufferLength, lpBuffer);
}

/** A variable of the environment: its length, or the size that it needs, or 0 if it is not set. */
WININET_INLINE DWORD GetEnvironmentVariableA(LPCSTR lpName, LPSTR lpBuffer, DWORD nSize)
{
    const char *value = lpName == NULL ? NULL : getenv(lpName);
    if (value == NULL) {
        return (DWORD)wininet_fail(ERROR_ENVVAR_NOT_FOUND);
    }
    SetLastError(ERROR_SUCCESS);
    return wininet_give(value, nSize, lpBuffer);
}

WININET_INLINE DWORD GetEnvironmentVariableW(LPCWSTR lpName, LPWSTR lpBuffer, DWORD nSize)
{
    char *name = wininet_narrow(lpName);
    const char *value = name == NULL ? NULL : getenv(name);
    free(name);
    if (value == NULL) {
        return (DWORD)wininet_fail(ERROR_ENVVAR_NOT_FOUND);
    }
    SetLastError(ERROR_SUCCESS);
    return wininet_give_wide(value, nSize, lpBuffer);
}

#ifdef UNICODE
#define GetTempPath GetTempPathW
#define GetTempFileName GetTempFileNameW
#define GetCurrentDirectory GetCurrentDirectoryW
#define GetEnvironmentVariable GetEnvironmentVariableW
#else
#define GetTempPath GetTempPathA
#define GetTempFileName GetTempFileNameA
#define GetCurrentDirectory GetCurrentDirectoryA
#define GetEnvironmentVariable GetEnvironmentVariableA
#endif

#endif /* _WININET_PATHS_H */
