/*
 * crtenvironment.h: the variables of the environment, and commands, by the names that Microsoft's C
 * library gives them. Of the kit's own: on Windows they are in stdlib.h and wchar.h.
 */
#ifndef _WININET_CRTENVIRONMENT_H
#define _WININET_CRTENVIRONMENT_H

#include "crtsecure.h"

#include <pthread.h>

/** The value of a variable: its size with the NUL, and the value if it fits. */
WININET_INLINE errno_t getenv_s(size_t *needed, char *buffer, size_t size, const char *name)
{
    const char *value = name == NULL ? NULL : getenv(name);
    if (buffer != NULL && size > 0) {
        *buffer = '\0';
    }
    if (needed == NULL || name == NULL || (buffer == NULL) != (size == 0)) {
        return EINVAL;
    }
    *needed = value == NULL ? 0 : strlen(value) + 1;
    if (*needed == 0 || size == 0) {
        return 0;
    }
    return *needed <= size ? strcpy_s(buffer, size, value) : ERANGE;
}

/** The value in memory for free; NULL if there is no such variable. */
WININET_INLINE errno_t _dupenv_s(char **buffer, size_t *size, const char *name)
{
    const char *value = name == NULL ? NULL : getenv(name);
    if (buffer == NULL || name == NULL) {
        return EINVAL;
    }
    *buffer = value == NULL ? NULL : strdup(value);
    if (size != NULL) {
        *size = *buffer == NULL ? 0 : strlen(value) + 1;
    }
    return value != NULL && *buffer == NULL ? ENOMEM : 0;
}

/** Sets a variable, or removes it where the value is empty. */
WININET_INLINE errno_t _putenv_s(const char *name, const char *value)
{
    if (name == NULL || value == NULL) {
        return EINVAL;
    }
    return (*value == '\0' ? unsetenv(name) : setenv(name, value, 1)) == 0 ? 0 : errno;
}

/** The same of "name=value". Unlike putenv, it keeps nothing of the string. */
WININET_INLINE int _putenv(const char *string)
{
    const char *equals = string == NULL ? NULL : strchr(string, '=');
    char *name = equals == NULL ? NULL : strndup(string, (size_t)(equals - string));
    const errno_t error = _putenv_s(name, name == NULL ? NULL : equals + 1);
    free(name);
    return error == 0 ? 0 : -1;
}

/* Values that _wgetenv has given. They stay, as the program may look at them until its end. */
struct wininet_wide_value {
    struct wininet_wide_value *next;
    WCHAR *text;
};

EXTERN_C_START
WININET_SHARED pthread_mutex_t wininet_wide_values_lock = PTHREAD_MUTEX_INITIALIZER;
WININET_SHARED struct wininet_wide_value *wininet_wide_values = NULL;
EXTERN_C_END

/* The text among those that stay, which it is added to; it is freed if it was there. */
WININET_INLINE WCHAR *wininet_keep_wide(WCHAR *text)
{
    struct wininet_wide_value *at;
    pthread_mutex_lock(&wininet_wide_values_lock);
    at = wininet_wide_values;
    while (at != NULL && wcscmp(at->text, text) != 0) {
        at = at->next;
    }
    if (at != NULL) {
        free(text);
    } else if ((at = (struct wininet_wide_value *)malloc(sizeof(*at))) != NULL) {
        at->text = text;
        at->next = wininet_wide_values;
        wininet_wide_values = at;
    } else {
        free(text);
    }
    pthread_mutex_unlock(&wininet_wide_values_lock);
    return at == NULL ? NULL : at->text;
}

WININET_INLINE WCHAR *_wgetenv(const WCHAR *name)
{
    char *narrow = wininet_narrow(name);
    WCHAR *value = wininet_widen(narrow == NULL ? NULL : getenv(narrow));
    free(narrow);
    return value == NULL ? NULL : wininet_keep_wide(value);
}

WININET_INLINE errno_t _wdupenv_s(WCHAR **buffer, size_t *size, const WCHAR *name)
{
    char *narrow = wininet_narrow(name);
    const char *value = narrow == NULL ? NULL : getenv(narrow);
    if (buffer == NULL || narrow == NULL) {
        free(narrow);
        return EINVAL;
    }
    *buffer = wininet_widen(value);
    if (size != NULL) {
        *size = *buffer == NULL ? 0 : wcslen(*buffer) + 1;
    }
    free(narrow);
    return value != NULL && *buffer == NULL ? ENOMEM : 0;
}

WININET_INLINE errno_t _wgetenv_s(size_t *needed, WCHAR *buffer, size_t size, const WCHAR *name)
{
    WCHAR *value = NULL;
    size_t room = 0;
    errno_t error;
    if (buffer != NULL && size > 0) {
        *buffer = L'\0';
    }
    if (needed == NULL || (buffer == NULL) != (size == 0)) {
        return EINVAL;
    }
    error = _wdupenv_s(&value, &room, name);
    *needed = room;
    if (error == 0 && room > 0 && size > 0) {
        error = room <= size ? wcscpy_s(buffer, size, value) : ERANGE;
    }
    free(value);
    return error;
}

WININET_INLINE errno_t _wputenv_s(const WCHAR *name, const WCHAR *value)
{
    char *narrow_name = wininet_narrow(name), *narrow_value = wininet_narrow(value);
    const errno_t error = _putenv_s(narrow_name, narrow_value);
    free(narrow_name);
    free(narrow_value);
    return error;
}

WININET_INLINE int _wputenv(const WCHAR *string)
{
    char *narrow = wininet_narrow(string);
    const int result = _putenv(narrow);
    free(narrow);
    return result;
}

/** A command for the shell, which is Linux's; NULL asks whether there is one. */
WININET_INLINE int _wsystem(const WCHAR *command)
{
    char *narrow = wininet_narrow(command);
    const int result = system(narrow);
    free(narrow);
    return result;
}

#ifdef __cplusplus
extern "C++" {
/* As on Windows, the size of an array need not be said. */
template <size_t size>
inline errno_t getenv_s(size_t *needed, char (&buffer)[size], const char *name)
{
    return getenv_s(needed, static_cast<char *>(buffer), size, name);
}

template <size_t size>
inline errno_t _wgetenv_s(size_t *needed, WCHAR (&buffer)[size], const WCHAR *name)
{
    return _wgetenv_s(needed, static_cast<WCHAR *>(buffer), size, name);
}
}
#endif

#endif /* _WININET_CRTENVIRONMENT_H */
