/* signals.c: a signal every 100 microseconds, whose handler does not have calls restarted. */
#include <signal.h>
#include <sys/time.h>

#include "fetch.h"

static volatile sig_atomic_t signals;

static void on_alarm(int number)
{
    (void)number;
    signals++;
}

static int storm(int is_async)
{
    static char body[300000];
    int faults = 0;
    for (int i = 0; i < 20; i++) {
        unsigned length = 0;
        DWORD error = fetch(is_async, "localhost", i % 2 ? "POST" : "GET", i % 5 ? "/large" : "/slow",
                            body, i % 2 ? sizeof body : 0, 0, &length);
        if (error != 0 || length != (i % 5 ? 200000u : 30u)) {
            printf("request %d, asynchronous %d: error %u, %u bytes\n", i, is_async,
                   (unsigned)error, length);
            faults++;
        }
    }
    return faults;
}

int main(int argc, char **argv)
{
    struct sigaction action;
    struct itimerval often = {{0, 100}, {0, 100}}, never = {{0, 0}, {0, 0}};
    sigset_t alarms;
    fetch_port = (INTERNET_PORT)atoi(argc > 1 ? argv[1] : "0");
    memset(&action, 0, sizeof action);
    action.sa_handler = on_alarm; /* without SA_RESTART */
    sigaction(SIGALRM, &action, NULL);

    /* The library's threads exist before this one is left alone. */
    printf("before: %u\n", (unsigned)get(1, "/large"));
    setitimer(ITIMER_REAL, &often, NULL);
    printf("synchronous: %d faults\n", storm(0));
    for (int i = 0; i < 20; i++) {
        BOOL set = InternetSetCookieA("http://cookie.test/", NULL,
                                      "a=1; path=/; expires=Sun, 01-Jan-2040 00:00:00 GMT");
        if (!set)
            printf("cookie: %u\n", (unsigned)GetLastError());
    }
    sigemptyset(&alarms);
    sigaddset(&alarms, SIGALRM);
    pthread_sigmask(SIG_BLOCK, &alarms, NULL);
    printf("asynchronous: %d faults\n", storm(1));
    setitimer(ITIMER_REAL, &never, NULL);
    printf("signals came %d\n", signals > 100);
    return 0;
}
