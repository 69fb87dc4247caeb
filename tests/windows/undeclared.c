/* undeclared.c: calls functions by the names that it is given, with bad arguments; prints the last errors. */
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <windows.h>
#include <wininet.h>

/* More than any of them takes: the caller clears the stack. */
typedef uintptr_t (*function)(uintptr_t, uintptr_t, uintptr_t, uintptr_t, uintptr_t, uintptr_t, uintptr_t,
                              uintptr_t, uintptr_t, uintptr_t, uintptr_t, uintptr_t);

static DWORD error_of(function function, uintptr_t a)
{
    SetLastError(0);
    function(a, a, a, a, a, a, a, a, a, a, a, a);
    return GetLastError();
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
        printf("%s: %lu", argv[i], error_of(function, 0));
        printf(" %lu\n", error_of(function, UINTPTR_MAX - 1));
    }
    return 0;
}
