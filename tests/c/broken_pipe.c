/* broken_pipe.c: writes to peers that are gone, in a program that a SIGPIPE would end. */
#include <signal.h>

#include "fetch.h"

static char body[4 << 20];

int main(int argc, char **argv)
{
    static const char *const paths[] = {"/close", "/reset", "/close-late", "/reset-late"};
    DWORD flags = argc > 2 ? INTERNET_FLAG_SECURE : 0;
    fetch_port = (INTERNET_PORT)atoi(argc > 1 ? argv[1] : "0");
    signal(SIGPIPE, SIG_DFL);
    for (int is_async = 0; is_async < 2; is_async++) {
        for (unsigned i = 0; i < sizeof paths / sizeof *paths; i++) {
            for (int again = 0; again < 5; again++) {
                unsigned length = 0;
                /* So that there is a connection to be used again. */
                DWORD before = fetch(is_async, "127.0.0.1", "GET", "/", NULL, 0, flags, &length);
                DWORD error = fetch(is_async, "127.0.0.1", "POST", paths[i], body, sizeof body,
                                    flags, &length);
                /* Who hangs up without a byte has given no answer. */
                if (before != 0 || (error != ERROR_INTERNET_CONNECTION_RESET
                                    && error != ERROR_INTERNET_CONNECTION_ABORTED
                                    && error != ERROR_HTTP_INVALID_SERVER_RESPONSE))
                    printf("%s: errors %u and %u\n", paths[i], (unsigned)before, (unsigned)error);
            }
        }
    }
    printf("alive\n");
    return 0;
}
