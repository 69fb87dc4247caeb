/* trace_fork.c: processes that could get at each other's traces. Prints who has fetched something. */
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "fetch.h"

static int wait_for(pid_t id)
{
    int status = 0;
    waitpid(id, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/* The child uses the library first, then the parent does, and a child that is shut out. */
static int apart(void)
{
    pid_t id = fork();
    if (id == 0)
        exit((int)get(0, "/child"));
    if (wait_for(id) != 0)
        return 1;
    printf("%d %d\n", (int)id, (int)getpid());
    fflush(stdout);
    if (get(0, "/parent") != 0 || get(1, "/parent") != 0)
        return 2;
    id = fork();
    if (id == 0)
        exit(get(0, "/shut") == ERROR_INTERNET_SHUTDOWN ? 0 : 1);
    return wait_for(id);
}

/* The child comes while the parent has the file. */
static int together(void)
{
    int ready[2];
    char byte = 0;
    if (pipe(ready) != 0)
        return 1;
    pid_t id = fork();
    if (id == 0) {
        if (read(ready[0], &byte, 1) != 1)
            exit(1);
        exit((int)get(0, "/child"));
    }
    if (get(0, "/parent") != 0 || write(ready[1], &byte, 1) != 1)
        return 2;
    return wait_for(id);
}

/* The library is used when it has said its last word, and what belongs to the thread is gone. */
static void late(void)
{
    if (!InternetCloseHandle(fetch_session(0)) || InternetCloseHandle(NULL))
        _exit(3);
}

/* What needs no thread does not shut the library in children. */
static int light(void)
{
    char name[64];
    DWORD length = sizeof name;
    if (!InternetCanonicalizeUrl("http://parent/", name, &length, 0))
        return 1;
    pid_t id = fork();
    length = sizeof name;
    if (id == 0)
        exit(InternetCanonicalizeUrl("http://child/", name, &length, 0) ? 0 : 1);
    return wait_for(id);
}

int main(int argc, char **argv)
{
    const char *what = argc > 2 ? argv[2] : "";
    fetch_port = (INTERNET_PORT)atoi(argc > 1 ? argv[1] : "0");
    if (strcmp(what, "together") == 0)
        return together();
    if (strcmp(what, "killed") == 0)
        return get(0, "/") == 0 ? raise(SIGKILL) : 1;
    if (strcmp(what, "late") == 0)
        return atexit(late) == 0 ? (int)get(0, "/") : 1;
    if (strcmp(what, "light") == 0)
        return light();
    return apart();
}
