/* forked.c: what children of fork may do, and that nothing of it is the parent's harm. */
#include <sys/wait.h>
#include <unistd.h>

#include "fetch.h"

enum deed { LEAVE, EXIT, EXEC, USE };
static HINTERNET waiting;

/* In a child that the library was shut in: it says so, and does not hang. */
static int use(void)
{
    DWORD count = 0;
    char byte;
    int right = InternetOpen("c", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, 0) == NULL
        && GetLastError() == ERROR_INTERNET_SHUTDOWN;
    right = right && !InternetCloseHandle(waiting) && GetLastError() == ERROR_INTERNET_SHUTDOWN;
    right = right && !InternetReadFile(waiting, &byte, 1, &count)
        && GetLastError() == ERROR_INTERNET_SHUTDOWN;
    return right ? 0 : 1;
}

static int child(enum deed deed)
{
    int status = 0;
    pid_t id = fork();
    if (id == 0) {
        alarm(20); /* a child that hangs is a fault */
        if (deed == LEAVE)
            _exit(3);
        if (deed == EXIT)
            exit(4);
        if (deed == EXEC)
            execl("/bin/sh", "sh", "-c", "exit 5", (char *)NULL);
        _exit(use());
    }
    waitpid(id, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

static void CALLBACK forking(HINTERNET handle, DWORD_PTR context, DWORD status, LPVOID info,
                             DWORD length)
{
    static int once;
    if (status == INTERNET_STATUS_RECEIVING_RESPONSE && !once++) {
        int left = child(LEAVE), exited = child(EXIT), executed = child(EXEC);
        printf("in a callback: left %d, exited %d, executed %d\n", left, exited, executed);
    }
    record_status(handle, context, status, info, length);
}

int main(int argc, char **argv)
{
    struct record *record = record_new(), *other = record_new();
    fetch_port = (INTERNET_PORT)atoi(argc > 1 ? argv[1] : "0");
    setvbuf(stdout, NULL, _IONBF, 0);

    /* Before the library was used a child is a process like any other. */
    pid_t id = fork();
    if (id == 0)
        _exit(get(0, "/child") == 0 && get(1, "/child") == 0 ? 6 : 1);
    int status = 0;
    waitpid(id, &status, 0);
    printf("forked before: %d\n", WEXITSTATUS(status));

    printf("parent: %u %u\n", (unsigned)get(0, "/"), (unsigned)get(1, "/"));
    HINTERNET connection = InternetConnect(fetch_session(1), "127.0.0.1", fetch_port, NULL, NULL,
                                           INTERNET_SERVICE_HTTP, 0, 0);
    waiting = HttpOpenRequest(connection, "GET", "/never", NULL, NULL, NULL, 0, (DWORD_PTR)record);
    HttpSendRequest(waiting, NULL, 0, NULL, 0);
    record_wait_status(record, INTERNET_STATUS_RECEIVING_RESPONSE);

    int left = child(LEAVE), exited = child(EXIT), executed = child(EXEC), used = child(USE);
    printf("left %d, exited %d, executed %d, used %d\n", left, exited, executed, used);

    InternetSetStatusCallback(connection, forking);
    HINTERNET request = HttpOpenRequest(connection, "GET", "/", NULL, NULL, NULL, 0,
                                        (DWORD_PTR)other);
    unsigned length = 0;
    printf("beside it: %u\n", (unsigned)fetch_on(request, other, NULL, 0, &length));
    InternetCloseHandle(request);

    printf("parent: %u %u\n", (unsigned)get(0, "/"), (unsigned)get(1, "/"));
    printf("still waiting %d\n", record->completions == 0);
    InternetCloseHandle(waiting);
    record_wait(&record->closings, 1);
    printf("cancelled %u\n", (unsigned)record->result.dwError);
    record_wait(&other->closings, 1);
    free(record);
    free(other);
    return 0;
}
