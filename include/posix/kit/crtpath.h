/*
 * crtpath.h: names of files taken apart and put together, as Microsoft's C library does it. Of the
 * kit's own: on Windows it is in stdlib.h and wchar.h. Slashes and backslashes both end a directory; one
 * that is added is a slash.
 */
#ifndef _WININET_CRTPATH_H
#define _WININET_CRTPATH_H

#include "crtsecure.h"

#include <unistd.h>

#ifndef _MAX_DRIVE
#define _MAX_DRIVE 3
#define _MAX_DIR 256
#endif

/*
 * For char and for WCHAR. The four parts of a name are its drive with the colon, the directory with the
 * last slash, the name, and the extension with its point; together they are the whole of it.
 */
#define WININET_PATHS(split_s, split, make_s, make, give, add, n_copy_s, character) \
    /* Hands out a part, for which the program may have no room or no use. */ \
    WININET_INLINE errno_t give(character *to, size_t size, const character *from, const character *end) \
    { \
        if (to == NULL) { \
            return size == 0 ? 0 : EINVAL; \
        } \
        return n_copy_s(to, size, from, (size_t)(end - from)); \
    } \
    WININET_INLINE errno_t split_s(const character *path, character *drive, size_t drive_size, \
        character *directory, size_t directory_size, character *name, size_t name_size, \
        character *extension, size_t extension_size) \
    { \
        const character *start = path, *file, *point, *end; \
        errno_t error = EINVAL; \
        if (path != NULL) { \
            start = path[0] != 0 && path[1] == ':' ? path + 2 : path; \
            for (file = end = start; *end != 0; end++) { \
                file = *end == '/' || *end == '\\' ? end + 1 : file; \
            } \
            for (point = end; point > file && *point != '.'; point--) { \
            } \
            point = *point == '.' ? point : end; \
            error = give(drive, drive_size, path, start); \
            error = error != 0 ? error : give(directory, directory_size, start, file); \
            error = error != 0 ? error : give(name, name_size, file, point); \
            error = error != 0 ? error : give(extension, extension_size, point, end); \
        } \
        if (error != 0) { \
            give(drive, drive == NULL ? 0 : drive_size, start, start); \
            give(directory, directory == NULL ? 0 : directory_size, start, start); \
            give(name, name == NULL ? 0 : name_size, start, start); \
            give(extension, extension == NULL ? 0 : extension_size, start, start); \
        } \
        return error; \
    } \
    WININET_INLINE void split(const character *path, character *drive, character *directory, \
        character *name, character *extension) \
    { \
        split_s(path, drive, drive == NULL ? 0 : _MAX_DRIVE, directory, directory == NULL ? 0 : _MAX_DIR, \
            name, name == NULL ? 0 : _MAX_FNAME, extension, extension == NULL ? 0 : _MAX_EXT); \
    } \
    WININET_INLINE void add(character *path, size_t size, size_t *length, character what) \
    { \
        if (*length < size) { \
            path[*length] = what; \
        } \
        ++*length; \
    } \
    WININET_INLINE errno_t make_s(character *path, size_t size, const character *drive, \
        const character *directory, const character *name, const character *extension) \
    { \
        size_t length = 0; \
        character last = '/'; \
        if (path == NULL || size == 0) { \
            return EINVAL; \
        } \
        if (drive != NULL && *drive != 0) { \
            add(path, size, &length, *drive); \
            add(path, size, &length, ':'); \
        } \
        for (; directory != NULL && *directory != 0; directory++) { \
            last = *directory; \
            add(path, size, &length, last); \
        } \
        if (last != '/' && last != '\\') { \
            add(path, size, &length, '/'); \
        } \
        for (; name != NULL && *name != 0; name++) { \
            add(path, size, &length, *name); \
        } \
        if (extension != NULL && *extension != 0 && *extension != '.') { \
            add(path, size, &length, '.'); \
        } \
        for (; extension != NULL && *extension != 0; extension++) { \
            add(path, size, &length, *extension); \
        } \
        path[length < size ? length : 0] = 0; \
        return length < size ? 0 : ERANGE; \
    } \
    WININET_INLINE void make(character *path, const character *drive, const character *directory, \
        const character *name, const character *extension) \
    { \
        make_s(path, _MAX_PATH, drive, directory, name, extension); \
    }

WININET_PATHS(_splitpath_s, _splitpath, _makepath_s, _makepath, wininet_give_part, wininet_add_part,
    strncpy_s, char)
WININET_PATHS(_wsplitpath_s, _wsplitpath, _wmakepath_s, _wmakepath, wininet_give_wide_part,
    wininet_add_wide_part, wcsncpy_s, WCHAR)
#undef WININET_PATHS

/* Takes "." and ".." and slashes that say nothing out of a path that begins with a slash. */
WININET_INLINE void wininet_clean_path(char *path)
{
    char *to = path;
    const char *at = path;
    while (*at != '\0') {
        const char *start;
        size_t length;
        while (*at == '/') {
            at++;
        }
        start = at;
        length = strcspn(at, "/");
        at += length;
        if (length == 2 && start[0] == '.' && start[1] == '.') {
            while (to > path && *--to != '/') {
            }
        } else if (length > 0 && !(length == 1 && *start == '.')) {
            *to++ = '/';
            memmove(to, start, length);
            to += length;
        }
    }
    if (to == path) {
        *to++ = '/';
    }
    *to = '\0';
}

/** The path from the root, of a file that need not be there; in memory for free if there is no buffer. */
WININET_INLINE char *_fullpath(char *buffer, const char *path, size_t size)
{
    char *whole = NULL, *at;
    size_t length;
    if (path != NULL && (*path == '/' || *path == '\\')) {
        whole = strdup(path);
    } else if ((whole = (char *)malloc(_MAX_PATH * 16 + (path == NULL ? 0 : strlen(path)) + 2)) != NULL) {
        if (getcwd(whole, _MAX_PATH * 16) == NULL) {
            free(whole);
            return NULL;
        }
        strcat(whole, "/");
        strcat(whole, path == NULL ? "" : path);
    }
    if (whole == NULL) {
        return NULL;
    }
    for (at = whole; *at != '\0'; at++) {
        *at = *at == '\\' ? '/' : *at;
    }
    wininet_clean_path(whole);
    if (buffer == NULL) {
        return whole;
    }
    length = strlen(whole);
    if (length < size) {
        memcpy(buffer, whole, length + 1);
    } else {
        errno = ERANGE;
    }
    free(whole);
    return length < size ? buffer : NULL;
}

WININET_INLINE WCHAR *_wfullpath(WCHAR *buffer, const WCHAR *path, size_t size)
{
    char *narrow = wininet_narrow(path), *whole = _fullpath(NULL, narrow, 0);
    WCHAR *wide = wininet_widen(whole);
    free(narrow);
    free(whole);
    if (buffer == NULL || wide == NULL) {
        return wide;
    }
    if (wcslen(wide) < size) {
        wcscpy(buffer, wide);
    } else {
        errno = ERANGE;
        buffer = NULL;
    }
    free(wide);
    return buffer;
}

#ifdef __cplusplus
extern "C++" {
/* As on Windows, the sizes of arrays need not be said. */
template <size_t drives, size_t directories, size_t names, size_t extensions>
inline errno_t _splitpath_s(const char *path, char (&drive)[drives], char (&directory)[directories],
    char (&name)[names], char (&extension)[extensions])
{
    return _splitpath_s(path, static_cast<char *>(drive), drives, directory, directories, name, names,
        extension, extensions);
}

template <size_t drives, size_t directories, size_t names, size_t extensions>
inline errno_t _wsplitpath_s(const WCHAR *path, WCHAR (&drive)[drives], WCHAR (&directory)[directories],
    WCHAR (&name)[names], WCHAR (&extension)[extensions])
{
    return _wsplitpath_s(path, static_cast<WCHAR *>(drive), drives, directory, directories, name, names,
        extension, extensions);
}

template <size_t size>
inline errno_t _makepath_s(char (&path)[size], const char *drive, const char *directory, const char *name,
    const char *extension)
{
    return _makepath_s(static_cast<char *>(path), size, drive, directory, name, extension);
}

template <size_t size>
inline errno_t _wmakepath_s(WCHAR (&path)[size], const WCHAR *drive, const WCHAR *directory,
    const WCHAR *name, const WCHAR *extension)
{
    return _wmakepath_s(static_cast<WCHAR *>(path), size, drive, directory, name, extension);
}
}
#endif

#endif /* _WININET_CRTPATH_H */
