/*
 * Calls every function of the header with bad arguments: the table below the driver is made from the
 * header by tests/bad_input/program.rs. A line is begun before each call and ended after it, so that
 * the last one says where the program ended.
 *
 * Arguments: the URL of a server that answers; for a part of the calls every which one, from which on; the
 * flags of the sessions.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "wininet.h"

#define MOST 12
#define ROOM 65536

struct function {
    const char *name;
    const char *kinds;
    uintptr_t (*call)(const uintptr_t *);
};

/* There are no others: handles of FTP, Gopher and the cache are not made. */
enum {
    NO_HANDLE,
    SESSION,
    CONNECTION,
    REQUEST,
    LOCK,
    CLOSED,
    CHILD_OF_CLOSED,
    MADE_UP,
    MINUS_ONE,
    A_POINTER,
    HANDLES
};

static const char *const handle_names[] = {"NULL",   "session", "connection", "request", "lock",
                                           "closed", "orphan",  "made-up",    "minus-one", "a-pointer"};

static const FILETIME some_time = {1, 1};
/* From the heap, each alone, so that valgrind sees who leaves them. */
static char *rooms[MOST];

/* Every which call is made; the others are counted. */
static unsigned long every = 1, calls;
static DWORD flags;

/* A request that has its answer, which locks want. */
static HINTERNET answered;

/* Handles of the call's own: it may close them. */
struct scene {
    HINTERNET session;
    HANDLE lock;
    uintptr_t handles[HANDLES];
};

static void set(struct scene *scene)
{
    HINTERNET connection, request, closed, parent, orphan;
    scene->session = InternetOpenA("bad input", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, flags);
    /* Nobody listens on this port. */
    connection = InternetConnectA(scene->session, "127.0.0.1", 1, NULL, NULL, INTERNET_SERVICE_HTTP, 0, 0);
    request = HttpOpenRequestA(connection, NULL, "/", NULL, NULL, NULL, 0, 0);
    closed = HttpOpenRequestA(connection, NULL, "/", NULL, NULL, NULL, 0, 0);
    InternetCloseHandle(closed);
    parent = InternetConnectA(scene->session, "127.0.0.1", 1, NULL, NULL, INTERNET_SERVICE_HTTP, 0, 0);
    orphan = HttpOpenRequestA(parent, NULL, "/", NULL, NULL, NULL, 0, 0);
    InternetCloseHandle(parent);
    if (!InternetLockRequestFile(answered, &scene->lock))
        exit(2);
    scene->handles[NO_HANDLE] = 0;
    scene->handles[SESSION] = (uintptr_t)scene->session;
    scene->handles[CONNECTION] = (uintptr_t)connection;
    scene->handles[REQUEST] = (uintptr_t)request;
    scene->handles[LOCK] = (uintptr_t)scene->lock;
    scene->handles[CHILD_OF_CLOSED] = (uintptr_t)orphan;
    scene->handles[CLOSED] = (uintptr_t)closed;
    scene->handles[MADE_UP] = (uintptr_t)request + 0x100000;
    scene->handles[MINUS_ONE] = UINTPTR_MAX;
    scene->handles[A_POINTER] = (uintptr_t)rooms[0];
}

static void try_one(const struct function *function, const char *how, int handle, const uintptr_t *arguments)
{
    struct scene scene;
    uintptr_t filled[MOST] = {0}, result;
    if (calls++ % every != 0)
        return;
    set(&scene);
    for (size_t i = 0; function->kinds[i]; i++)
        filled[i] = function->kinds[i] == 'h' ? scene.handles[handle] : arguments[i];
    printf("%s %s %s", function->name, how, handle_names[handle]);
    fflush(stdout);
    SetLastError(0xBAD);
    result = function->call(filled);
    printf(" %llu %lu\n", (unsigned long long)result, (unsigned long)GetLastError());
    InternetCloseHandle(scene.session);
    InternetUnlockRequestFile(scene.lock);
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
    for (int i = 0; function->kinds[i]; i++) {
        char kind = function->kinds[i];
        memset(rooms[i], 0, ROOM);
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
    /* And the length that belongs to it, which comes next, is huge. */
    for (int i = 0; function->kinds[i]; i++) {
        int length = i + 1;
        if (!is_pointer(function->kinds[i]))
            continue;
        while (is_pointer(function->kinds[length]) && function->kinds[length] != 'd')
            length++;
        for (int n = 0; n < 3; n++) {
            static const uint32_t huge[] = {0xFFFFFFFF, 0x7FFFFFFF, 0x80000000};
            fill(function, arguments, i, 0, 0);
            if (function->kinds[length] == 'n')
                arguments[length] = huge[n];
            else if (function->kinds[length] == 'd')
                memcpy(rooms[length], &huge[n], sizeof huge[n]);
            else
                continue;
            snprintf(how, sizeof how, "NULL-at,%d,huge,%d", i, n);
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

static int try_all(const struct function *table, size_t count, int argc, char **argv)
{
    HINTERNET session = InternetOpenA("bad input", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, 0);
    if (argc > 2)
        every = strtoul(argv[2], NULL, 10);
    if (argc > 3)
        calls = strtoul(argv[3], NULL, 10);
    if (argc > 4)
        flags = strtoul(argv[4], NULL, 10);
    answered = argc > 1 ? InternetOpenUrlA(session, argv[1], NULL, 0, 0, 0) : NULL;
    for (int i = 0; i < MOST; i++)
        rooms[i] = malloc(ROOM + 1);
    for (size_t i = 0; i < count; i++)
        try_function(&table[i]);
    for (int i = 0; i < MOST; i++)
        free(rooms[i]);
    InternetCloseHandle(session);
    return 0;
}
