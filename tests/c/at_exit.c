/* at_exit.c: requests from handlers of atexit and from destructors of threads, when what belongs to the thread is gone. */
#include <unistd.h>

#include "fetch.h"

static pthread_key_t key;

static void report(const char *where)
{
    DWORD synchronous = get(0, "/"), asynchronous = get(1, "/");
    printf("%s: %u %u\n", where, (unsigned)synchronous, (unsigned)asynchronous);
    fflush(stdout);
}

static void at_exit(void)
{
    report("at exit");
}

static void at_end_of_thread(void *unused)
{
    (void)unused;
    report("at the end of a thread");
}

static void *live(void *unused)
{
    pthread_setspecific(key, "something");
    report("in a thread");
    return unused;
}

int main(int argc, char **argv)
{
    pthread_t thread;
    fetch_port = (INTERNET_PORT)atoi(argc > 1 ? argv[1] : "0");
    atexit(at_exit);
    pthread_key_create(&key, at_end_of_thread);
    pthread_create(&thread, NULL, live, NULL);
    pthread_join(thread, NULL);
    report("in main");
    return 0;
}
