/*
 * crtfile.h: files by the names that Microsoft's C library gives their functions. Of the kit's own: on
 * Windows these are in stdio.h, wchar.h and sys/stat.h. A backslash in a name is taken for a slash.
 */
#ifndef _WININET_CRTFILE_H
#define _WININET_CRTFILE_H

#include "crtstring.h"
#include "paths.h"

#include <stdio.h>
#include <sys/stat.h>
#include <utime.h>

#define _SH_DENYRW 0x10
#define _SH_DENYWR 0x20
#define _SH_DENYRD 0x30
#define _SH_DENYNO 0x40
#define L_tmpnam_s 260
#define TMP_MAX_S 2147483647

#define _fileno fileno
#define _fdopen fdopen
#define _popen popen
#define _pclose pclose
#define _getw getw
#define _putw putw
#define _fputchar putchar
#define _fgetchar getchar
#define _fseeki64 fseeko
#define _ftelli64 ftello
#define _wunlink _wremove
#define _utimbuf utimbuf
#define __utimbuf64 utimbuf
#define _utime64 _utime
#define _wutime64 _wutime

/* The structs and the functions that fill them have one name. */
#define _stat stat
#define _stat64 stat
#define __stat64 stat
#define _stati64 stat
#define _stat64i32 stat
#define _fstat fstat
#define _fstat64 fstat
#define _fstati64 fstat
#define _fstat64i32 fstat
#define _wstat64 _wstat
#define _wstati64 _wstat
#define _wstat64i32 _wstat
#ifndef _S_IFMT
#define _S_IFMT S_IFMT
#define _S_IFDIR S_IFDIR
#define _S_IFCHR S_IFCHR
#define _S_IFREG S_IFREG
#define _S_IFIFO S_IFIFO
#endif
#define _S_IREAD 0400
#define _S_IWRITE 0200
#define _S_IEXEC 0100

/* The modes of Windows, without its t, its b and what follows a comma. */
WININET_INLINE void wininet_mode(const char *mode, char own[8])
{
    size_t i = 0;
    for (; i < 7 && *mode != '\0' && *mode != ','; mode++) {
        if (*mode != 't' && *mode != ' ') {
            own[i++] = *mode;
        }
    }
    own[i] = '\0';
}

/* Opens a file, anew for a stream if there is one. A NULL is EINVAL. */
WININET_INLINE FILE *wininet_fopen(const char *name, const char *mode, FILE *stream)
{
    char *path = mode == NULL ? NULL : wininet_path(name), own[8];
    FILE *file = NULL;
    if (path == NULL) {
        errno = EINVAL;
    } else {
        wininet_mode(mode, own);
        file = stream == NULL ? fopen(path, own) : freopen(path, own, stream);
    }
    free(path);
    return file;
}

WININET_INLINE FILE *wininet_wfopen(const WCHAR *name, const WCHAR *mode, FILE *stream)
{
    char *narrow_name = wininet_narrow(name), *narrow_mode = wininet_narrow(mode);
    FILE *file = wininet_fopen(narrow_name, narrow_mode, stream);
    const int number = errno;
    free(narrow_name);
    free(narrow_mode);
    errno = number;
    return file;
}

WININET_INLINE errno_t wininet_opened(FILE **to, FILE *file)
{
    *to = file;
    return file == NULL ? errno : 0;
}

WININET_INLINE FILE *_wfopen(const WCHAR *name, const WCHAR *mode)
{
    return wininet_wfopen(name, mode, NULL);
}

WININET_INLINE errno_t fopen_s(FILE **file, const char *name, const char *mode)
{
    return file == NULL ? EINVAL : wininet_opened(file, wininet_fopen(name, mode, NULL));
}

WININET_INLINE errno_t _wfopen_s(FILE **file, const WCHAR *name, const WCHAR *mode)
{
    return file == NULL ? EINVAL : wininet_opened(file, wininet_wfopen(name, mode, NULL));
}

WININET_INLINE FILE *_wfreopen(const WCHAR *name, const WCHAR *mode, FILE *stream)
{
    return wininet_wfopen(name, mode, stream);
}

WININET_INLINE errno_t freopen_s(FILE **file, const char *name, const char *mode, FILE *stream)
{
    return file == NULL || stream == NULL ? EINVAL
                                          : wininet_opened(file, wininet_fopen(name, mode, stream));
}

WININET_INLINE errno_t _wfreopen_s(FILE **file, const WCHAR *name, const WCHAR *mode, FILE *stream)
{
    return file == NULL || stream == NULL ? EINVAL
                                          : wininet_opened(file, wininet_wfopen(name, mode, stream));
}

/* Who else may open the file is not known here. */
WININET_INLINE FILE *_fsopen(const char *name, const char *mode, int share)
{
    (void)share;
    return wininet_fopen(name, mode, NULL);
}

WININET_INLINE FILE *_wfsopen(const WCHAR *name, const WCHAR *mode, int share)
{
    (void)share;
    return wininet_wfopen(name, mode, NULL);
}

WININET_INLINE FILE *_wfdopen(int descriptor, const WCHAR *mode)
{
    char *narrow = wininet_narrow(mode), own[8];
    FILE *file = NULL;
    errno = EINVAL;
    if (narrow != NULL) {
        wininet_mode(narrow, own);
        file = fdopen(descriptor, own);
    }
    free(narrow);
    return file;
}

WININET_INLINE FILE *_wpopen(const WCHAR *command, const WCHAR *mode)
{
    char *narrow = wininet_narrow(command), *narrow_mode = wininet_narrow(mode);
    FILE *pipe = NULL;
    errno = EINVAL;
    if (narrow != NULL && narrow_mode != NULL) {
        pipe = popen(narrow, narrow_mode);
    }
    free(narrow);
    free(narrow_mode);
    return pipe;
}

/* Calls a function of POSIX with a wide name, and a number that some have use for. */
WININET_INLINE int wininet_with_wide_name(int (*function)(const char *, int), const WCHAR *name, int number)
{
    char *narrow = wininet_narrow(name), *path = wininet_path(narrow);
    int result = -1;
    errno = EINVAL;
    if (path != NULL) {
        result = function(path, number);
    }
    free(path);
    free(narrow);
    return result;
}

WININET_INLINE int _unlink(const char *name)
{
    char *path = wininet_path(name);
    const int result = path == NULL ? (errno = EINVAL, -1) : unlink(path);
    free(path);
    return result;
}

WININET_INLINE int wininet_remove(const char *path, int unused)
{
    (void)unused;
    return remove(path);
}

WININET_INLINE int _wremove(const WCHAR *name)
{
    return wininet_with_wide_name(wininet_remove, name, 0);
}

/** Unlike POSIX, it does not replace a file that is there. */
WININET_INLINE int wininet_rename(const char *from, const char *to)
{
    char *old_path = wininet_path(from), *new_path = wininet_path(to);
    int result = -1;
    if (old_path == NULL || new_path == NULL) {
        errno = EINVAL;
    } else if (access(new_path, F_OK) == 0) {
        errno = EEXIST;
    } else {
        result = rename(old_path, new_path);
    }
    free(old_path);
    free(new_path);
    return result;
}

WININET_INLINE int _wrename(const WCHAR *from, const WCHAR *to)
{
    char *old_name = wininet_narrow(from), *new_name = wininet_narrow(to);
    const int result = wininet_rename(old_name, new_name);
    free(old_name);
    free(new_name);
    return result;
}

WININET_INLINE int _wstat(const WCHAR *name, struct stat *to)
{
    char *narrow = wininet_narrow(name), *path = wininet_path(narrow);
    const int result = path == NULL ? (errno = EINVAL, -1) : stat(path, to);
    free(path);
    free(narrow);
    return result;
}

/* When a file was used and changed; NULL stands for now. */
WININET_INLINE int _utime(const char *name, const struct utimbuf *times)
{
    char *path = wininet_path(name);
    const int result = path == NULL ? (errno = EINVAL, -1) : utime(path, times);
    free(path);
    return result;
}

WININET_INLINE int _wutime(const WCHAR *name, const struct utimbuf *times)
{
    char *narrow = wininet_narrow(name);
    const int result = _utime(narrow, times);
    free(narrow);
    return result;
}

WININET_INLINE errno_t tmpfile_s(FILE **file)
{
    return file == NULL ? EINVAL : wininet_opened(file, tmpfile());
}

/** The name of a file that is not there. Better, tmpfile_s makes one. */
WININET_INLINE errno_t tmpnam_s(char *buffer, size_t size)
{
    static unsigned last;
    char path[4096], name[sizeof(path) + 40];
    if (buffer == NULL || size == 0) {
        return EINVAL;
    }
    wininet_temporary(path, sizeof(path));
    do {
        snprintf(name, sizeof(name), "%ss%x.%x", path, (unsigned)getpid(),
            __atomic_add_fetch(&last, 1, __ATOMIC_RELAXED));
    } while (access(name, F_OK) == 0);
    return strcpy_s(buffer, size, name);
}

WININET_INLINE errno_t _wtmpnam_s(WCHAR *buffer, size_t size)
{
    char narrow[5000];
    const errno_t error = tmpnam_s(narrow, sizeof(narrow));
    WCHAR *wide = error == 0 ? wininet_widen(narrow) : NULL;
    const errno_t given = error != 0 ? error : wide == NULL ? ENOMEM : wcscpy_s(buffer, size, wide);
    free(wide);
    return given;
}

#ifdef __cplusplus
extern "C++" {
/* As on Windows, the size of an array need not be said. */
template <size_t size>
inline errno_t tmpnam_s(char (&buffer)[size])
{
    return tmpnam_s(static_cast<char *>(buffer), size);
}
}
#endif

#endif /* _WININET_CRTFILE_H */
