/*
 * Calls every function of the header with bad arguments: the table below the driver is made from the
 * header by tests/bad_input/program.rs. A line is begun before each call and ended after it, so that
 * the last one says where the program ended.
 */
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "wininet.h"

#define MOST 12
#define ROOM 65536

struct function {
    const char *name;
    const char *kinds;
    uintptr_t (*call)(const uintptr_t *);
};

enum { NO_HANDLE, SESSION, CONNECTION, REQUEST, CLOSED, MADE_UP, MINUS_ONE, A_POINTER, HANDLES };

static const char *const handle_names[] = {"NULL",    "session",  "connection", "request",
                                           "closed", "made-up", "minus-one",  "a-pointer"};

static const FILETIME some_time = {1, 1};
static char rooms[MOST][ROOM + 8];

/* Handles of the call's own: it may close them. */
struct scene {
    HINTERNET session;
    uintptr_t handles[HANDLES];
};

static void set(struct scene *scene)
{
    HINTERNET connection, request, closed;
    scene->session = InternetOpenA("bad input", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, 0);
    /* Nobody listens on this port. */
    connection = InternetConnectA(scene->session, "127.0.0.1", 1, NULL, NULL, INTERNET_SERVICE_HTTP, 0, 0);
    request = HttpOpenRequestA(connection, NULL, "/", NULL, NULL, NULL, 0, 0);
    closed = HttpOpenRequestA(connection, NULL, "/", NULL, NULL, NULL, 0, 0);
    InternetCloseHandle(closed);
    scene->handles[NO_HANDLE] = 0;
    scene->handles[SESSION] = (uintptr_t)scene->session;
    scene->handles[CONNECTION] = (uintptr_t)connection;
    scene->handles[REQUEST] = (uintptr_t)request;
    scene->handles[CLOSED] = (uintptr_t)closed;
    scene->handles[MADE_UP] = (uintptr_t)request + 0x100000;
    scene->handles[MINUS_ONE] = UINTPTR_MAX;
    scene->handles[A_POINTER] = (uintptr_t)rooms;
}

static void try_one(const struct function *function, const char *how, int handle, const uintptr_t *arguments)
{
    struct scene scene;
    uintptr_t filled[MOST] = {0}, result;
    set(&scene);
    for (size_t i = 0; function->kinds[i]; i++)
        filled[i] = function->kinds[i] == 'h' ? scene.handles[handle] : arguments[i];
    printf("%s %s %s", function->name, how, handle_names[handle]);
    fflush(stdout);
    SetLastError(0xBAD);
    result = function->call(filled);
    printf(" %llu %lu\n", (unsigned long long)result, (unsigned long)GetLastError());
    InternetCloseHandle(scene.session);
}

/* With every handle there is, if it takes one. */
static void try_handles(const struct function *function, const char *how, const uintptr_t *arguments)
{
    int count = strchr(function->kinds, 'h') == NULL ? 1 : HANDLES;
    for (int handle = 0; handle < count; handle++)
        try_one(function, how, handle, arguments);
}

static int is_pointer(char kind)
{
    return kind == 's' || kind == 'd' || kind == 'p';
}

/* Pointers to a room of their own, but for one of them; numbers alike. */
static void fill(const struct function *function, uintptr_t *arguments, int without, size_t off, uintptr_t number)
{
    memset(rooms, 0, sizeof rooms);
    for (int i = 0; function->kinds[i]; i++) {
        char kind = function->kinds[i];
        arguments[i] = kind == 'n' ? number : 0;
        if (is_pointer(kind) && i != without)
            arguments[i] = (uintptr_t)(rooms[i] + off);
        /* A string of one letter, narrow and wide. */
        if (kind == 's')
            rooms[i][off] = 'a';
    }
}

static void try_function(const struct function *function)
{
    static const uintptr_t numbers[] = {0, 1, UINTPTR_MAX};
    static const char *const no_pointers[] = {"no-pointer,0", "no-pointer,1", "no-pointer,huge"};
    uintptr_t arguments[MOST];
    char how[32];

    for (int n = 0; n < 3; n++) {
        for (int i = 0; i < MOST; i++)
            arguments[i] = i < (int)strlen(function->kinds) && function->kinds[i] == 'n' ? numbers[n] : 0;
        try_handles(function, no_pointers[n], arguments);
    }
    /* A length that is kept behind a pointer is huge, and there is no buffer. */
    for (int i = 0; function->kinds[i]; i++) {
        fill(function, arguments, -1, 0, 0);
        for (int other = 0; function->kinds[other]; other++)
            if (is_pointer(function->kinds[other]) && other != i)
                arguments[other] = 0;
        if (function->kinds[i] == 'd') {
            memset(rooms[i], 0xFF, 4);
            snprintf(how, sizeof how, "huge-behind,%d", i);
            try_handles(function, how, arguments);
        }
    }
    /* One NULL among sound pointers. */
    for (int i = 0; function->kinds[i]; i++) {
        if (!is_pointer(function->kinds[i]))
            continue;
        for (int n = 0; n < 2; n++) {
            fill(function, arguments, i, 0, numbers[n]);
            snprintf(how, sizeof how, "NULL-at,%d,%d", i, n);
            try_handles(function, how, arguments);
        }
    }
    for (int n = 0; n < 2; n++) {
        fill(function, arguments, -1, 0, numbers[n]);
        try_handles(function, n == 0 ? "sound,0" : "sound,1", arguments);
        fill(function, arguments, -1, 1, numbers[n]);
        try_handles(function, n == 0 ? "misaligned,0" : "misaligned,1", arguments);
    }
}

static int try_all(const struct function *table, size_t count)
{
    for (size_t i = 0; i < count; i++)
        try_function(&table[i]);
    return 0;
}
