/* undeclared.c: calls functions by the names that it is given, with bad arguments; prints the last errors. */
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <windows.h>
#include <wininet.h>

/* More than any of them takes: the caller clears the stack. */
typedef uintptr_t (*function)(uintptr_t, uintptr_t, uintptr_t, uintptr_t, uintptr_t, uintptr_t, uintptr_t,
                              uintptr_t, uintptr_t, uintptr_t, uintptr_t, uintptr_t);

static DWORD error_of(function function, uintptr_t a, uintptr_t b)
{
    SetLastError(0);
    function(a, b, b, b, b, b, b, b, b, b, b, b);
    return GetLastError();
}

/* NULL and a number that is no handle, then handles that are, each with pointers and with numbers. */
static void try_all(const char *name, function function)
{
    static char room[4096];
    HINTERNET session = InternetOpenA("c test", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, 0);
    HINTERNET connection = InternetConnectA(session, "127.0.0.1", 1, NULL, NULL, INTERNET_SERVICE_HTTP, 0, 0);
    HINTERNET request = HttpOpenRequestA(connection, NULL, "/", NULL, NULL, NULL, 0, 0);
    HINTERNET closed = HttpOpenRequestA(connection, NULL, "/", NULL, NULL, NULL, 0, 0);
    uintptr_t first[] = {0,
                         UINTPTR_MAX - 1,
                         (uintptr_t)session,
                         (uintptr_t)connection,
                         (uintptr_t)request,
                         (uintptr_t)closed,
                         (uintptr_t)room};
    uintptr_t others[] = {0, 1, UINTPTR_MAX - 1, (uintptr_t)room};
    InternetCloseHandle(closed);
    printf("%s:", name);
    for (size_t i = 0; i < sizeof first / sizeof *first; i++) {
        DWORD error = error_of(function, first[i], others[0]);
        for (size_t j = 1; j < sizeof others / sizeof *others; j++)
            if (error_of(function, first[i], others[j]) != error)
                error = 0;
        printf(" %lu", error);
    }
    /* Nothing was closed. */
    printf(" %d", InternetCloseHandle(request));
    printf("%d", InternetCloseHandle(connection));
    printf("%d\n", InternetCloseHandle(session));
}

int main(int argc, char **argv)
{
    HMODULE module = LoadLibraryA("wininet.dll");
    /* The program imports the library too, so that it is loaded at once. */
    InternetCloseHandle(NULL);
    for (int i = 1; i < argc; i++) {
        FARPROC found = GetProcAddress(module, argv[i]);
        function function;
        if (found == NULL) {
            printf("no %s\n", argv[i]);
            return 1;
        }
        memcpy(&function, &found, sizeof function);
        try_all(argv[i], function);
    }
    return 0;
}
