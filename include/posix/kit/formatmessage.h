/*
 * formatmessage.h: error codes as messages, and messages with inserts. Of the kit's own: on Windows
 * it is in winbase.h, which includes this.
 */
#ifndef _WININET_FORMATMESSAGE_H
#define _WININET_FORMATMESSAGE_H

#include "../libloaderapi.h"
#include "../winnt.h"
#include "formats.h"
#include "localalloc.h"
#include "systemtexts.h"

#define FORMAT_MESSAGE_ALLOCATE_BUFFER 0x00000100
#define FORMAT_MESSAGE_IGNORE_INSERTS 0x00000200
#define FORMAT_MESSAGE_FROM_STRING 0x00000400
#define FORMAT_MESSAGE_FROM_HMODULE 0x00000800
#define FORMAT_MESSAGE_FROM_SYSTEM 0x00001000
#define FORMAT_MESSAGE_ARGUMENT_ARRAY 0x00002000
#define FORMAT_MESSAGE_MAX_WIDTH_MASK 0x000000FF

/* The library's own: its codes in words. */
EXTERN_C LPCSTR WINAPI WininetErrorText(DWORD dwError);

/* A message on its way. */
struct wininet_message {
    struct wininet_text text;
    DWORD flags;
    BOOL of_wide;
    /* Where the line began and where it may be broken. */
    size_t line, blank;
    /* What is inserted. */
    DWORD_PTR inserts[99];
};

/*
 * Whether a module is the one that has WinINet's texts: wininet.dll, or the program itself where the
 * library is linked into it. NULL stands for the program.
 */
WININET_INLINE BOOL wininet_has_texts(HMODULE module)
{
    void *wininet = dlopen("libwininet.so.0", RTLD_NOW | RTLD_NOLOAD), *program = dlopen(NULL, RTLD_NOW);
    const BOOL has_texts = wininet == NULL ? module == NULL || module == program : module == wininet;
    if (wininet != NULL) {
        dlclose(wininet);
    }
    dlclose(program);
    return has_texts;
}

/*
 * Finds a message in words, with the end of a line behind it as in the tables of Windows; to be freed.
 * NULL and the last error, if no place that is looked at has it.
 */
WININET_INLINE char *wininet_find_message(DWORD flags, const void *module, DWORD code)
{
    const char *found = NULL;
    char *message;
    DWORD error = ERROR_INVALID_PARAMETER;
    if (flags & FORMAT_MESSAGE_FROM_HMODULE) {
        const BOOL has_texts = wininet_has_texts((HMODULE)(uintptr_t)module);
        /* The library knows some codes of the system as well, which are not in its module. */
        found = has_texts && code / 1000 == 12 ? WininetErrorText(code) : NULL;
        error = has_texts ? ERROR_MR_MID_NOT_FOUND : ERROR_RESOURCE_TYPE_NOT_FOUND;
    }
    if (found == NULL && flags & FORMAT_MESSAGE_FROM_SYSTEM) {
        found = wininet_system_text(code);
        error = ERROR_MR_MID_NOT_FOUND;
    }
    message = found == NULL ? NULL : (char *)malloc(strlen(found) + 3);
    if (message == NULL) {
        SetLastError(found == NULL ? error : ERROR_NOT_ENOUGH_MEMORY);
        return NULL;
    }
    strcpy(message, found);
    return strcat(message, "\r\n");
}

/* The number of the insert that stands behind a percent sign, or 0. */
WININET_INLINE int wininet_insert_number(const char *at, int *digits)
{
    int number = 0;
    *digits = 0;
    while (*digits < 2 && at[*digits] >= '0' && at[*digits] <= '9') {
        number = number * 10 + (at[*digits] - '0');
        ++*digits;
    }
    return *at == '0' ? 0 : number;
}

/* Takes as many arguments from the program as the message speaks of. */
WININET_INLINE void wininet_take_inserts(struct wininet_message *message, const char *at,
    va_list *arguments)
{
    int i, digits, highest = 0;
    for (; *at != '\0'; at++) {
        if (at[0] == '%' && at[1] != '\0') {
            const int number = wininet_insert_number(++at, &digits);
            const char *stars = number > 0 && at[digits] == '!' ? at + digits + 1 : "!";
            int last = number;
            for (; *stars != '\0' && *stars != '!'; stars++) {
                last += *stars == '*';
            }
            highest = last > highest && last <= 99 ? last : highest;
        }
    }
    for (i = 0; i < highest && arguments != NULL; i++) {
        message->inserts[i] = message->flags & FORMAT_MESSAGE_ARGUMENT_ARRAY
                                  ? ((const DWORD_PTR *)(const void *)arguments)[i]
                                  : va_arg(*arguments, DWORD_PTR);
    }
}

WININET_INLINE void wininet_put_insert(struct wininet_text *text, BOOL of_wide, const char *format, ...)
{
    va_list list;
    va_start(list, format);
    wininet_format(text, of_wide, format, list);
    va_end(list);
}

/* Puts the insert whose number at points to, with its format if there is one. What follows it. */
WININET_INLINE const char *wininet_expand_insert(struct wininet_message *message, const char *at, int number,
    int digits)
{
    const DWORD_PTR *insert = message->inserts + number - 1;
    const char *end = at[digits] == '!' ? strchr(at + digits + 1, '!') : NULL;
    char format[64] = "%s";
    if (end != NULL && (size_t)(end - at - digits) < sizeof(format) - 2) {
        memcpy(format + 1, at + digits + 1, (size_t)(end - at - digits - 1));
        format[end - at - digits] = '\0';
    }
    /* Of these three the format takes what it has use for; more than 97 are not inserted. */
    if (number <= 97) {
        wininet_put_insert(&message->text, message->of_wide, format, insert[0], insert[1], insert[2]);
    }
    return end != NULL ? end + 1 : at + digits;
}

/* Ends a line where the message says so, whatever its width. */
WININET_INLINE void wininet_break_line(struct wininet_message *message)
{
    wininet_append(&message->text, "\r\n", 2);
    message->line = message->blank = message->text.length;
}

/* Breaks a line that has become too long, at its last blank. */
WININET_INLINE void wininet_wrap(struct wininet_message *message, size_t width)
{
    struct wininet_text *text = &message->text;
    if (width == 0 || width == FORMAT_MESSAGE_MAX_WIDTH_MASK ||
        text->length - message->line <= width || message->blank == message->line) {
        return;
    }
    if (wininet_reserve(text, 1)) {
        memmove(text->at + message->blank + 2, text->at + message->blank + 1,
            text->length - message->blank);
        memcpy(text->at + message->blank, "\r\n", 2);
        text->length++;
        message->line = message->blank = message->blank + 2;
    }
}

/* Puts what stands behind a percent sign. NULL if the message ends there. */
WININET_INLINE const char *wininet_put_escape(struct wininet_message *message, const char *at)
{
    int digits;
    const int number = wininet_insert_number(at, &digits);
    if (*at == '0' || *at == '\0') {
        return NULL;
    }
    if (number > 0) {
        if (message->flags & FORMAT_MESSAGE_IGNORE_INSERTS) {
            wininet_append(&message->text, "%", 1);
            return at;
        }
        return wininet_expand_insert(message, at, number, digits);
    }
    if (*at == 'n') {
        wininet_break_line(message);
    } else if (*at == 'r') {
        wininet_append(&message->text, "\r", 1);
    } else if (*at == 't') {
        wininet_append(&message->text, "\t", 1);
    } else {
        wininet_append(&message->text, *at == 'b' ? " " : at, 1);
    }
    return at + 1;
}

/* Makes the message of its definition. */
WININET_INLINE BOOL wininet_put_message(struct wininet_message *message, const char *at)
{
    const size_t width = message->flags & FORMAT_MESSAGE_MAX_WIDTH_MASK;
    wininet_append(&message->text, "", 0);
    while (at != NULL && *at != '\0') {
        if (*at == '%') {
            at = wininet_put_escape(message, at + 1);
        } else if (*at == '\r' || *at == '\n') {
            at += at[0] == '\r' && at[1] == '\n' ? 2 : 1;
            if (width == 0) {
                wininet_break_line(message);
            } else {
                message->blank = message->text.length;
                wininet_append(&message->text, " ", 1);
            }
        } else {
            if (*at == ' ') {
                message->blank = message->text.length;
            }
            wininet_append(&message->text, at++, 1);
        }
        wininet_wrap(message, width);
    }
    return !message->text.failed;
}

/* The whole of FormatMessage up to the buffer: the message in UTF-8, to be freed, or NULL. */
WININET_INLINE char *wininet_message_text(DWORD flags, const char *source, DWORD code,
    va_list *arguments, BOOL of_wide)
{
    struct wininet_message message;
    char *found = NULL;
    memset(&message, 0, sizeof(message));
    message.flags = flags;
    message.of_wide = of_wide;
    if (flags & FORMAT_MESSAGE_FROM_STRING) {
        if (source == NULL || flags & (FORMAT_MESSAGE_FROM_SYSTEM | FORMAT_MESSAGE_FROM_HMODULE)) {
            SetLastError(ERROR_INVALID_PARAMETER);
            return NULL;
        }
    } else {
        source = found = wininet_find_message(flags, source, code);
        if (found == NULL) {
            return NULL;
        }
    }
    if (!(flags & FORMAT_MESSAGE_IGNORE_INSERTS)) {
        wininet_take_inserts(&message, source, arguments);
    }
    if (!wininet_put_message(&message, source)) {
        free(message.text.at);
        message.text.at = NULL;
        SetLastError(ERROR_NOT_ENOUGH_MEMORY);
    }
    free(found);
    return message.text.at;
}

/* Hands the message out in units of so many bytes, and frees it. The length without the NUL. */
WININET_INLINE DWORD wininet_give_message(void *text, size_t length, size_t unit, DWORD flags,
    void *buffer, DWORD size)
{
    if (flags & FORMAT_MESSAGE_ALLOCATE_BUFFER) {
        const size_t room = length + 1 > size ? length + 1 : size;
        void *memory = LocalAlloc(LMEM_FIXED, room * unit);
        memcpy(buffer, &memory, sizeof(memory));
        buffer = memory;
    } else if (length >= size) {
        SetLastError(ERROR_INSUFFICIENT_BUFFER);
        buffer = NULL;
    }
    if (buffer != NULL) {
        memcpy(buffer, text, (length + 1) * unit);
    }
    free(text);
    return buffer == NULL ? 0 : (DWORD)length;
}

/**
 * Puts an error code into words, or inserts arguments into a message. The texts are English
 * whatever the language. Of modules, wininet.dll has texts; others have none.
 */
WININET_INLINE DWORD FormatMessageA(DWORD dwFlags, LPCVOID lpSource, DWORD dwMessageId,
    DWORD dwLanguageId, LPSTR lpBuffer, DWORD nSize, va_list *Arguments)
{
    char *text;
    (void)dwLanguageId;
    if (lpBuffer == NULL) {
        return (DWORD)wininet_fail(ERROR_INVALID_PARAMETER);
    }
    text = wininet_message_text(dwFlags, (const char *)lpSource, dwMessageId, Arguments, FALSE);
    return text == NULL ? 0 : wininet_give_message(text, strlen(text), 1, dwFlags, lpBuffer, nSize);
}

WININET_INLINE DWORD FormatMessageW(DWORD dwFlags, LPCVOID lpSource, DWORD dwMessageId,
    DWORD dwLanguageId, LPWSTR lpBuffer, DWORD nSize, va_list *Arguments)
{
    char *narrow = NULL, *text;
    WCHAR *wide;
    (void)dwLanguageId;
    if (lpBuffer == NULL) {
        return (DWORD)wininet_fail(ERROR_INVALID_PARAMETER);
    }
    if (dwFlags & FORMAT_MESSAGE_FROM_STRING) {
        narrow = wininet_narrow((const WCHAR *)lpSource);
    }
    text = wininet_message_text(dwFlags, dwFlags & FORMAT_MESSAGE_FROM_STRING ? narrow : (const char *)lpSource,
        dwMessageId, Arguments, TRUE);
    free(narrow);
    wide = wininet_widen(text);
    free(text);
    return wide == NULL ? 0
                        : wininet_give_message(wide, wcslen(wide), sizeof(WCHAR), dwFlags, lpBuffer,
                              nSize);
}

#ifdef UNICODE
#define FormatMessage FormatMessageW
#else
#define FormatMessage FormatMessageA
#endif

#endif /* _WININET_FORMATMESSAGE_H */
