/*
 * costs.c: what requests cost: the system calls on the network, the threads that make them, memory.
 *
 * The calls are counted by functions of their names here, which the library's come to first.
 * Arguments: a port, and how many requests. Prints numbers, one to a line.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <malloc.h>
#include <poll.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <windows.h>
#include <wininet.h>

enum kind { SEND, RECV, WAIT, RING, OTHER, KINDS };

static atomic_long calls[KINDS];
static _Thread_local long sent_here;

static long counted(enum kind kind, long result)
{
    atomic_fetch_add(&calls[kind], 1);
    return result;
}

ssize_t send(int socket, const void *data, size_t size, int flags)
{
    sent_here++;
    return counted(SEND, syscall(SYS_sendto, socket, data, size, flags, NULL, 0));
}

ssize_t sendmsg(int socket, const struct msghdr *message, int flags)
{
    sent_here++;
    return counted(SEND, syscall(SYS_sendmsg, socket, message, flags));
}

ssize_t recv(int socket, void *data, size_t size, int flags)
{
    return counted(RECV, syscall(SYS_recvfrom, socket, data, size, flags, NULL, NULL));
}

ssize_t write(int file, const void *data, size_t size)
{
    return counted(file > 2 ? RING : OTHER, syscall(SYS_write, file, data, size));
}

ssize_t read(int file, void *data, size_t size)
{
    return counted(OTHER, syscall(SYS_read, file, data, size));
}

int epoll_wait(int poller, struct epoll_event *events, int most, int timeout)
{
    return (int)counted(WAIT, syscall(SYS_epoll_wait, poller, events, most, timeout));
}

int epoll_ctl(int poller, int what, int file, struct epoll_event *event)
{
    return (int)counted(OTHER, syscall(SYS_epoll_ctl, poller, what, file, event));
}

int poll(struct pollfd *files, nfds_t count, int timeout)
{
    return (int)counted(OTHER, syscall(SYS_poll, files, count, timeout));
}

int setsockopt(int socket, int level, int name, const void *value, socklen_t size)
{
    return (int)counted(OTHER, syscall(SYS_setsockopt, socket, level, name, value, size));
}

int ioctl(int file, unsigned long request, ...)
{
    va_list arguments;
    va_start(arguments, request);
    void *argument = va_arg(arguments, void *);
    va_end(arguments);
    return (int)counted(OTHER, syscall(SYS_ioctl, file, request, argument));
}

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static int completed, received, left_to_send, sent_elsewhere;
static HINTERNET connection;
static const char *path = "/";

static void fail(const char *what)
{
    printf("%s: error %u\n", what, (unsigned)GetLastError());
    exit(1);
}

static HINTERNET start(void)
{
    HINTERNET request = HttpOpenRequestA(connection, "GET", path, NULL, NULL, NULL,
                                         INTERNET_FLAG_KEEP_CONNECTION | INTERNET_FLAG_NO_COOKIES, 1);
    long before = sent_here;
    if (HttpSendRequestA(request, NULL, 0, NULL, 0) || GetLastError() != ERROR_IO_PENDING)
        fail("HttpSendRequest");
    sent_elsewhere += sent_here != before + 1;
    return request;
}

static void read_all(HINTERNET request)
{
    char body[4096];
    DWORD count = 0;
    do {
        if (!InternetReadFile(request, body, sizeof body, &count))
            fail("InternetReadFile");
    } while (count > 0);
}

static void signal_change(int *what)
{
    pthread_mutex_lock(&lock);
    ++*what;
    pthread_cond_signal(&changed);
    pthread_mutex_unlock(&lock);
}

static void await(int *what, int count)
{
    pthread_mutex_lock(&lock);
    while (*what < count)
        pthread_cond_wait(&changed, &lock);
    pthread_mutex_unlock(&lock);
}

static void CALLBACK on_status(HINTERNET request, DWORD_PTR context, DWORD status, LPVOID info,
                               DWORD length)
{
    (void)context, (void)length;
    if (status == INTERNET_STATUS_RECEIVING_RESPONSE)
        signal_change(&received);
    if (status != INTERNET_STATUS_REQUEST_COMPLETE)
        return;
    if (!((INTERNET_ASYNC_RESULT *)info)->dwResult)
        fail("the request");
    read_all(request);
    InternetCloseHandle(request);
    if (left_to_send-- > 0)
        start();
    signal_change(&completed);
}

static void begin_count(void)
{
    for (int kind = 0; kind < KINDS; kind++)
        atomic_store(&calls[kind], 0);
    completed = received = sent_elsewhere = 0;
}

static void print_count(const char *what)
{
    printf("%s: send %ld recv %ld wait %ld ring %ld other %ld elsewhere %d\n", what,
           atomic_load(&calls[SEND]), atomic_load(&calls[RECV]), atomic_load(&calls[WAIT]),
           atomic_load(&calls[RING]), atomic_load(&calls[OTHER]), sent_elsewhere);
}

/* The first request opens the connection, which those that are counted find. */
static void warm_up(void)
{
    start();
    await(&completed, 1);
}

static void sequential(int count)
{
    begin_count();
    left_to_send = count - 1;
    start();
    await(&completed, count);
    print_count("from the callback");
}

static void submitted(int count)
{
    begin_count();
    left_to_send = 0;
    for (int done = 0; done < count; done++) {
        start();
        await(&completed, done + 1);
    }
    print_count("from another thread");
}

/* The bytes of the heap that so many requests take while the server lets them wait. */
static void in_flight(int count)
{
    struct rlimit limit;
    getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
    DWORD most = (DWORD)count;
    InternetSetOptionA(NULL, INTERNET_OPTION_MAX_CONNS_PER_SERVER, &most, sizeof most);
    begin_count();
    path = "/hold";
    size_t before = mallinfo2().uordblks;
    for (int sent = 0; sent < count; sent++)
        start();
    await(&received, count);
    printf("in flight: bytes %zu\n", (mallinfo2().uordblks - before) / (size_t)count);
    await(&completed, count);
}

int main(int argc, char **argv)
{
    if (argc < 3)
        return 2;
    int port = atoi(argv[1]), count = atoi(argv[2]);
    HINTERNET session = InternetOpenA("costs", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL,
                                      INTERNET_FLAG_ASYNC);
    InternetSetStatusCallback(session, on_status);
    connection = InternetConnectA(session, "127.0.0.1", (INTERNET_PORT)port, NULL, NULL,
                                  INTERNET_SERVICE_HTTP, 0, 0);
    warm_up();
    sequential(count);
    submitted(count);
    in_flight(count);
    InternetCloseHandle(session);
    return 0;
}
