/* limits.c: what is left of the library when the system gives nothing more, and that it recovers. */
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

#include "fetch.h"

static int taken[256], count;

static void limit(int what, rlim_t most)
{
    struct rlimit limit;
    getrlimit(what, &limit);
    limit.rlim_cur = most;
    if (setrlimit(what, &limit) != 0)
        perror("setrlimit");
}

/* All descriptors but so many. */
static void take_descriptors(int but)
{
    while (count < 256 && (taken[count] = open("/dev/null", O_RDONLY | O_CLOEXEC)) >= 0)
        count++;
    while (but-- > 0)
        close(taken[--count]);
}

static void give_descriptors(void)
{
    while (count > 0)
        close(taken[--count]);
}

static DWORD get_by_name(int is_async)
{
    unsigned length = 0;
    return fetch(is_async, "localhost", "GET", "/", NULL, 0, 0, &length);
}

static void cookie(const char *name)
{
    char data[100], found[200];
    DWORD size = sizeof found;
    snprintf(data, sizeof data, "%s=1; path=/; expires=Sun, 01-Jan-2040 00:00:00 GMT", name);
    printf("cookie %s: set %d", name, InternetSetCookieA("http://cookie.test/", NULL, data));
    printf(", there %d\n", InternetGetCookieA("http://cookie.test/", NULL, found, &size)
           && strstr(found, name) != NULL);
}

static void descriptors(void)
{
    limit(RLIMIT_NOFILE, 64);
    take_descriptors(0);
    printf("none: %u %u, by name %u %u\n", (unsigned)get(0, "/"), (unsigned)get(1, "/"),
           (unsigned)get_by_name(0), (unsigned)get_by_name(1));
    cookie("in-memory");
    give_descriptors();
    printf("some: %u %u, by name %u %u\n", (unsigned)get(0, "/"), (unsigned)get(1, "/"),
           (unsigned)get_by_name(0), (unsigned)get_by_name(1));
    cookie("on-disk");

    /* Idle connections give theirs to those who want another server. */
    get(0, "/");
    get(1, "/");
    take_descriptors(0);
    printf("kept: %u %u\n", (unsigned)get(0, "/"), (unsigned)get(1, "/"));
    fetch_port = 1; /* nobody there: refused, and not without a descriptor */
    printf("another: %u\n", (unsigned)get(0, "/"));
    give_descriptors();
}

static void each_number_of_descriptors(void)
{
    int strange = 0;
    limit(RLIMIT_NOFILE, 64);
    for (int but = 0; but < 16; but++) {
        for (int is_async = 0; is_async < 2; is_async++) {
            InternetSetOption(NULL, INTERNET_OPTION_SETTINGS_CHANGED, NULL, 0);
            take_descriptors(but);
            DWORD error = is_async ? get_by_name(1) : get(0, "/");
            give_descriptors();
            if (error != 0 && error != ERROR_NOT_ENOUGH_MEMORY
                && error != ERROR_INTERNET_NAME_NOT_RESOLVED) {
                printf("%d descriptors, asynchronous %d: %u\n", but, is_async, (unsigned)error);
                strange++;
            }
            strange += get(is_async, "/") != 0;
        }
    }
    printf("strange: %d\n", strange);
}

static rlim_t size_now(void)
{
    unsigned long pages = 0;
    FILE *file = fopen("/proc/self/statm", "r");
    if (file == NULL || fscanf(file, "%lu", &pages) != 1)
        abort();
    fclose(file);
    return (rlim_t)pages * (rlim_t)sysconf(_SC_PAGESIZE);
}

/* No room for a thread's stack, though for small things: threads are refused. */
static void threads(void)
{
    void *reserve = malloc(1 << 20);
    printf("first: %u\n", (unsigned)get(0, "/"));
    limit(RLIMIT_AS, size_now() + (1 << 20));
    free(reserve);
    printf("no thread: %u %u, by name %u\n", (unsigned)get(0, "/"), (unsigned)get(1, "/"),
           (unsigned)get_by_name(0));
    limit(RLIMIT_AS, RLIM_INFINITY);
    printf("threads: %u %u, by name %u\n", (unsigned)get(0, "/"), (unsigned)get(1, "/"),
           (unsigned)get_by_name(0));
}

/* So little memory is left: what fails says so, or the process ends by abort(). */
static void memory(long left)
{
    limit(RLIMIT_AS, size_now() + (rlim_t)left);
    for (int i = 0; i < 4; i++) {
        DWORD error = i % 2 ? get(1, "/large") : get(0, "/large");
        if (error != 0 && error != ERROR_NOT_ENOUGH_MEMORY)
            printf("error %u\n", (unsigned)error);
    }
    limit(RLIMIT_AS, RLIM_INFINITY);
    printf("afterwards: %u %u\n", (unsigned)get(0, "/large"), (unsigned)get(1, "/large"));
}

int main(int argc, char **argv)
{
    const char *what = argc > 2 ? argv[2] : "";
    fetch_port = (INTERNET_PORT)atoi(argc > 1 ? argv[1] : "0");
    setvbuf(stdout, NULL, _IONBF, 0);
    if (strcmp(what, "descriptors") == 0)
        descriptors();
    if (strcmp(what, "each") == 0)
        each_number_of_descriptors();
    if (strcmp(what, "threads") == 0)
        threads();
    if (strcmp(what, "memory") == 0)
        memory(atol(argv[3]));
    return 0;
}
