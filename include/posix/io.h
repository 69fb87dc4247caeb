/*
 * io.h: files by their descriptors. They are binary here, so there is no mode to set: what asks for one
 * is heard and forgotten.
 */
#ifndef _INC_IO
#define _INC_IO

#include "kit/crtfile.h"

#include <fcntl.h>
#include <stdarg.h>

#define _O_RDONLY 0x0000
#define _O_WRONLY 0x0001
#define _O_RDWR 0x0002
#define _O_APPEND 0x0008
#define _O_CREAT 0x0100
#define _O_TRUNC 0x0200
#define _O_EXCL 0x0400
#define _O_TEXT 0x4000
#define _O_BINARY 0x8000
#define _O_WTEXT 0x10000
#define _O_U16TEXT 0x20000
#define _O_U8TEXT 0x40000
#define _O_NOINHERIT 0x0080
#define _O_TEMPORARY 0x0040
#define _O_SEQUENTIAL 0x0020
#define _O_RANDOM 0x0010
#define _O_SHORT_LIVED 0x1000
/* For open itself, whose other flags are Linux's. */
#ifndef O_BINARY
#define O_BINARY 0
#define O_TEXT 0
#endif

#define _isatty isatty
#define _close close
#define _dup dup
#define _dup2 dup2
#define _commit fsync
#define _umask umask
#define _lseeki64 lseek
#define _telli64(descriptor) lseek(descriptor, 0, SEEK_CUR)

WININET_INLINE int _setmode(int descriptor, int mode)
{
    (void)mode;
    return descriptor < 0 ? -1 : _O_BINARY;
}

WININET_INLINE int wininet_open_file(const char *path, int flags, int permissions)
{
    const int access = flags & (_O_WRONLY | _O_RDWR);
    const int own = (access == _O_RDWR ? O_RDWR : access == _O_WRONLY ? O_WRONLY : O_RDONLY) |
                    (flags & _O_APPEND ? O_APPEND : 0) | (flags & _O_CREAT ? O_CREAT : 0) |
                    (flags & _O_TRUNC ? O_TRUNC : 0) | (flags & _O_EXCL ? O_EXCL : 0) |
                    (flags & _O_NOINHERIT ? O_CLOEXEC : 0);
    const int descriptor = open(path, own, permissions & _S_IWRITE ? 0666 : 0444);
    if (descriptor >= 0 && flags & _O_TEMPORARY) {
        unlink(path);
    }
    return descriptor;
}

/* Any of the functions below that take a name, with that name for Linux. */
WININET_INLINE int wininet_with_name(int (*function)(const char *, int), const char *name, int number)
{
    char *path = wininet_path(name);
    const int result = path == NULL ? (errno = EINVAL, -1) : function(path, number);
    free(path);
    return result;
}

WININET_INLINE int wininet_open_name(const char *name, int flags, int permissions)
{
    char *path = wininet_path(name);
    const int result = path == NULL ? (errno = EINVAL, -1) : wininet_open_file(path, flags, permissions);
    free(path);
    return result;
}

WININET_INLINE int wininet_open_wide_name(const WCHAR *name, int flags, int permissions)
{
    char *narrow = wininet_narrow(name);
    const int result = wininet_open_name(narrow, flags, permissions);
    free(narrow);
    return result;
}

/* The permissions are there if a file may be made. */
#define WININET_OPEN(name, character, opens) \
    WININET_INLINE int name(const character *path, int flags, ...) \
    { \
        int permissions = 0; \
        if (flags & _O_CREAT) { \
            va_list list; \
            va_start(list, flags); \
            permissions = va_arg(list, int); \
            va_end(list); \
        } \
        return opens(path, flags, permissions); \
    }

WININET_OPEN(_open, char, wininet_open_name)
WININET_OPEN(_wopen, WCHAR, wininet_open_wide_name)
#undef WININET_OPEN

/* Who else may open the file is not known here. */
WININET_INLINE errno_t _sopen_s(int *descriptor, const char *name, int flags, int share, int permissions)
{
    (void)share;
    if (descriptor == NULL) {
        return EINVAL;
    }
    *descriptor = wininet_open_name(name, flags, permissions);
    return *descriptor < 0 ? errno : 0;
}

WININET_INLINE errno_t _wsopen_s(int *descriptor, const WCHAR *name, int flags, int share, int permissions)
{
    (void)share;
    if (descriptor == NULL) {
        return EINVAL;
    }
    *descriptor = wininet_open_wide_name(name, flags, permissions);
    return *descriptor < 0 ? errno : 0;
}

#define _sopen(name, flags, ...) wininet_sopen(name, flags, __VA_ARGS__, 0, 0)
#define _wsopen(name, flags, ...) wininet_wsopen(name, flags, __VA_ARGS__, 0, 0)
#define wininet_sopen(name, flags, share, permissions, ...) wininet_open_name(name, flags, permissions)
#define wininet_wsopen(name, flags, share, permissions, ...) wininet_open_wide_name(name, flags, permissions)

WININET_INLINE int _creat(const char *name, int permissions)
{
    return wininet_open_name(name, _O_CREAT | _O_TRUNC | _O_RDWR, permissions);
}

WININET_INLINE int _wcreat(const WCHAR *name, int permissions)
{
    return wininet_open_wide_name(name, _O_CREAT | _O_TRUNC | _O_RDWR, permissions);
}

WININET_INLINE int _read(int descriptor, void *buffer, unsigned size)
{
    return size > 0x7FFFFFFF ? (errno = EINVAL, -1) : (int)read(descriptor, buffer, size);
}

WININET_INLINE int _write(int descriptor, const void *buffer, unsigned size)
{
    return size > 0x7FFFFFFF ? (errno = EINVAL, -1) : (int)write(descriptor, buffer, size);
}

/* A position beyond 2 GiB does not fit: _lseeki64 has it. */
WININET_INLINE LONG _lseek(int descriptor, LONG offset, int origin)
{
    const off_t at = lseek(descriptor, offset, origin);
    return at > 0x7FFFFFFF ? (errno = EINVAL, -1) : (LONG)at;
}

#define _tell(descriptor) _lseek(descriptor, 0, SEEK_CUR)

WININET_INLINE LONGLONG _filelengthi64(int descriptor)
{
    struct stat about;
    return fstat(descriptor, &about) != 0 ? -1 : about.st_size;
}

WININET_INLINE LONG _filelength(int descriptor)
{
    const LONGLONG length = _filelengthi64(descriptor);
    return length > 0x7FFFFFFF ? (errno = EINVAL, -1) : (LONG)length;
}

/** 1 at the end of a file, 0 before it, -1 on failure. */
WININET_INLINE int _eof(int descriptor)
{
    const LONGLONG length = _filelengthi64(descriptor);
    const off_t at = length < 0 ? -1 : lseek(descriptor, 0, SEEK_CUR);
    return at < 0 ? -1 : at >= length;
}

WININET_INLINE errno_t _chsize_s(int descriptor, LONGLONG size)
{
    return ftruncate(descriptor, size) == 0 ? 0 : errno;
}

WININET_INLINE int _chsize(int descriptor, LONG size)
{
    return _chsize_s(descriptor, size) == 0 ? 0 : -1;
}

/* 0 whether it is there, 2 to write, 4 to read, which are the numbers of access. */
WININET_INLINE int _access(const char *name, int mode)
{
    return wininet_with_name(access, name, mode & 6);
}

WININET_INLINE errno_t _access_s(const char *name, int mode)
{
    return _access(name, mode) == 0 ? 0 : errno;
}

WININET_INLINE int _waccess(const WCHAR *name, int mode)
{
    return wininet_with_wide_name(access, name, mode & 6);
}

WININET_INLINE errno_t _waccess_s(const WCHAR *name, int mode)
{
    return _waccess(name, mode) == 0 ? 0 : errno;
}

WININET_INLINE int wininet_chmod(const char *path, int permissions)
{
    return chmod(path, permissions & _S_IWRITE ? 0666 : 0444);
}

WININET_INLINE int _chmod(const char *name, int permissions)
{
    return wininet_with_name(wininet_chmod, name, permissions);
}

WININET_INLINE int _wchmod(const WCHAR *name, int permissions)
{
    return wininet_with_wide_name(wininet_chmod, name, permissions);
}

#endif /* _INC_IO */
