/* direct.h: directories. There are no drives here. */
#ifndef _INC_DIRECT
#define _INC_DIRECT

#include "io.h"

WININET_INLINE int wininet_mkdir(const char *path, int permissions)
{
    return mkdir(path, (mode_t)permissions);
}

WININET_INLINE int wininet_rmdir(const char *path, int unused)
{
    (void)unused;
    return rmdir(path);
}

WININET_INLINE int wininet_chdir(const char *path, int unused)
{
    (void)unused;
    return chdir(path);
}

WININET_INLINE int _mkdir(const char *name)
{
    return wininet_with_name(wininet_mkdir, name, 0777);
}

WININET_INLINE int _wmkdir(const WCHAR *name)
{
    return wininet_with_wide_name(wininet_mkdir, name, 0777);
}

WININET_INLINE int _rmdir(const char *name)
{
    return wininet_with_name(wininet_rmdir, name, 0);
}

WININET_INLINE int _wrmdir(const WCHAR *name)
{
    return wininet_with_wide_name(wininet_rmdir, name, 0);
}

WININET_INLINE int _chdir(const char *name)
{
    return wininet_with_name(wininet_chdir, name, 0);
}

WININET_INLINE int _wchdir(const WCHAR *name)
{
    return wininet_with_wide_name(wininet_chdir, name, 0);
}

/** The directory that names begin at; in memory for free, of at least that size, if there is no buffer. */
WININET_INLINE char *_getcwd(char *buffer, int size)
{
    char path[4096];
    const char *there = getcwd(path, sizeof(path));
    size_t length;
    if (there == NULL || size < 0) {
        return NULL;
    }
    length = strlen(there);
    if (buffer == NULL) {
        size = length < (size_t)size ? size : (int)length + 1;
        buffer = (char *)malloc((size_t)size);
    } else if (length >= (size_t)size) {
        errno = ERANGE;
        buffer = NULL;
    }
    return buffer == NULL ? NULL : strcpy(buffer, there);
}

WININET_INLINE WCHAR *_wgetcwd(WCHAR *buffer, int size)
{
    char *narrow = _getcwd(NULL, 0);
    WCHAR *wide = wininet_widen(narrow);
    const size_t length = wide == NULL ? 0 : wcslen(wide);
    free(narrow);
    if (wide != NULL && buffer == NULL) {
        buffer = (WCHAR *)calloc(length < (size_t)size ? (size_t)size : length + 1, sizeof(WCHAR));
    } else if (wide == NULL || size < 0 || length >= (size_t)size) {
        errno = ERANGE;
        buffer = NULL;
    }
    if (buffer != NULL) {
        wcscpy(buffer, wide);
    }
    free(wide);
    return buffer;
}

#endif /* _INC_DIRECT */
