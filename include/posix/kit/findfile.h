/*
 * findfile.h: the files of a directory, by a name with stars and question marks. Large and small letters
 * differ, as Linux has it. Of the kit's own: fileapi.h includes it.
 */
/* All of it comes first, and with it this. */
#include "../fileapi.h"

#ifndef _WININET_FINDFILE_H
#define _WININET_FINDFILE_H

#include "fileinfo.h"

/* Whether a name is what is looked for: a star stands for anything, a question mark for a character. */
WININET_INLINE BOOL wininet_matches(const char *pattern, const char *name)
{
    const char *star = NULL, *behind = NULL;
    while (*name != '\0') {
        if (*pattern == '*') {
            star = ++pattern;
            behind = name;
        } else if (*pattern == *name || *pattern == '?') {
            pattern++;
            name++;
        } else if (star != NULL) {
            pattern = star;
            name = ++behind;
        } else {
            return FALSE;
        }
        /* A character of UTF-8 is over where the next begins. */
        while (pattern[-1] == '?' && ((unsigned char)*name & 0xC0) == 0x80) {
            name++;
        }
    }
    while (*pattern == '*') {
        pattern++;
    }
    return *pattern == '\0';
}

/* The next file of a search, or ERROR_NO_MORE_FILES. A name that does not fit is passed over. */
WININET_INLINE BOOL wininet_find_next(struct wininet_object *search, LPWIN32_FIND_DATAA found)
{
    DIR *directory = (DIR *)search->parameter;
    struct dirent *entry;
    WIN32_FILE_ATTRIBUTE_DATA about;
    struct stat status;
    while ((entry = readdir(directory)) != NULL) {
        if (strlen(entry->d_name) < MAX_PATH && wininet_matches(search->name, entry->d_name) &&
            (fstatat(dirfd(directory), entry->d_name, &status, 0) == 0 ||
                fstatat(dirfd(directory), entry->d_name, &status, AT_SYMLINK_NOFOLLOW) == 0)) {
            memset(found, 0, sizeof(*found));
            wininet_describe(&status, &about);
            memcpy(found, &about, sizeof(about));
            strcpy(found->cFileName, entry->d_name);
            return TRUE;
        }
    }
    return wininet_fail(ERROR_NO_MORE_FILES);
}

/** Begins a search: FindNextFile goes on, FindClose ends it. */
WININET_INLINE HANDLE FindFirstFileA(LPCSTR lpFileName, LPWIN32_FIND_DATAA lpFindFileData)
{
    char *path = wininet_path(lpFileName), *last = path == NULL ? NULL : strrchr(path, '/');
    const char *directory = last == NULL ? "." : last == path ? "/" : path;
    struct wininet_object *search = wininet_new_object(WININET_SEARCH);
    if (path == NULL || *path == '\0' || search == NULL) {
        SetLastError(search == NULL ? ERROR_NOT_ENOUGH_MEMORY : ERROR_PATH_NOT_FOUND);
    } else {
        const char *name = last == NULL ? path : last + 1;
        /* It means all, with a point or without. */
        search->name = strdup(strcmp(name, "*.*") == 0 ? "*" : name);
        if (last != NULL) {
            *last = '\0';
        }
        search->parameter = opendir(directory);
        if (search->name != NULL && search->parameter == NULL) {
            SetLastError(ERROR_PATH_NOT_FOUND);
        } else if (search->name != NULL && wininet_find_next(search, lpFindFileData)) {
            free(path);
            return wininet_publish(search);
        } else {
            SetLastError(ERROR_FILE_NOT_FOUND);
        }
    }
    free(path);
    if (search != NULL) {
        wininet_free_object(search);
    }
    return INVALID_HANDLE_VALUE;
}

WININET_INLINE BOOL FindNextFileA(HANDLE hFindFile, LPWIN32_FIND_DATAA lpFindFileData)
{
    struct wininet_object *search = wininet_hold(hFindFile, WININET_SEARCH);
    const BOOL found = search != NULL && wininet_find_next(search, lpFindFileData);
    if (search != NULL) {
        wininet_release(search);
    }
    return found;
}

WININET_INLINE BOOL FindClose(HANDLE hFindFile)
{
    struct wininet_object *search = wininet_hold(hFindFile, WININET_SEARCH);
    if (search != NULL) {
        wininet_release(search);
    }
    return search != NULL && CloseHandle(hFindFile);
}

WININET_INLINE void wininet_widen_found(const WIN32_FIND_DATAA *narrow, LPWIN32_FIND_DATAW wide)
{
    memset(wide, 0, sizeof(*wide));
    memcpy(wide, narrow, sizeof(WIN32_FILE_ATTRIBUTE_DATA));
    MultiByteToWideChar(CP_UTF8, 0, narrow->cFileName, -1, wide->cFileName, MAX_PATH);
}

WININET_INLINE HANDLE FindFirstFileW(LPCWSTR lpFileName, LPWIN32_FIND_DATAW lpFindFileData)
{
    char *name = wininet_narrow(lpFileName);
    WIN32_FIND_DATAA found;
    const HANDLE search = FindFirstFileA(name, &found);
    free(name);
    if (search != INVALID_HANDLE_VALUE) {
        wininet_widen_found(&found, lpFindFileData);
    }
    return search;
}

WININET_INLINE BOOL FindNextFileW(HANDLE hFindFile, LPWIN32_FIND_DATAW lpFindFileData)
{
    WIN32_FIND_DATAA found;
    const BOOL done = FindNextFileA(hFindFile, &found);
    if (done) {
        wininet_widen_found(&found, lpFindFileData);
    }
    return done;
}

#ifdef UNICODE
#define FindFirstFile FindFirstFileW
#define FindNextFile FindNextFileW
#else
#define FindFirstFile FindFirstFileA
#define FindNextFile FindNextFileA
#endif

#endif /* _WININET_FINDFILE_H */
