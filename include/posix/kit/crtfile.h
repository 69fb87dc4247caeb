/*
 * crtfile.h: files with wide names. Of the kit's own: on Windows these are in wchar.h and stdio.h.
 */
#ifndef _WININET_CRTFILE_H
#define _WININET_CRTFILE_H

#include "paths.h"

#include <stdio.h>

/* The modes of Windows, without its t, its b and what follows a comma. */
WININET_INLINE void wininet_mode(const WCHAR *mode, char narrow[8])
{
    size_t i = 0;
    for (; i < 7 && *mode != L'\0' && *mode != L','; mode++) {
        if (*mode != L't' && *mode != L' ') {
            narrow[i++] = (char)*mode;
        }
    }
    narrow[i] = '\0';
}

WININET_INLINE FILE *_wfopen(const WCHAR *name, const WCHAR *mode)
{
    char *narrow = wininet_narrow(name);
    char *path = wininet_path(narrow), own[8];
    FILE *file;
    wininet_mode(mode, own);
    errno = EINVAL;
    file = path == NULL ? NULL : fopen(path, own);
    free(path);
    free(narrow);
    return file;
}

WININET_INLINE int _wfopen_s(FILE **file, const WCHAR *name, const WCHAR *mode)
{
    *file = _wfopen(name, mode);
    return *file == NULL ? errno : 0;
}

WININET_INLINE int _wremove(const WCHAR *name)
{
    char *narrow = wininet_narrow(name), *path = wininet_path(narrow);
    const int result = path == NULL ? -1 : remove(path);
    free(path);
    free(narrow);
    return result;
}

#define _wunlink _wremove

#endif /* _WININET_CRTFILE_H */
