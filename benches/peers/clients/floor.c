/* The least that a client can do: epoll, one send and one receive for a request, the head searched for nothing but
   its length. No handles, no callbacks, no timeouts, no errors but the end of the program. */
#define _GNU_SOURCE
#include "measure.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <pthread.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

struct connection {
    int fd;
    long have, need;
};

static struct work work;
static struct sockaddr_in address;
static char request[256];
static int request_length;
static int poller;
/* How a socket is read that may have nothing: without waiting, or with. */
static int waiting = MSG_DONTWAIT;
static char buffer[256 * 1024 + 1];

static void ask(struct connection *it)
{
    if (it->fd < 0) {
        struct epoll_event event = {.events = EPOLLIN | EPOLLET, .data.ptr = it};
        it->fd = socket(AF_INET, SOCK_STREAM, 0);
        if (it->fd < 0 || connect(it->fd, (void *)&address, sizeof address))
            fail("connect");
        if (waiting)
            epoll_ctl(poller, EPOLL_CTL_ADD, it->fd, &event);
    }
    it->have = it->need = 0;
    if (send(it->fd, request, request_length, MSG_NOSIGNAL) != request_length)
        fail("send");
}

/* Takes what has come. Tells whether that was the end of an answer. */
static int take(struct connection *it)
{
    for (;;) {
        long length = recv(it->fd, buffer, sizeof buffer - 1, waiting);
        if (length <= 0)
            return 0;
        if (!it->need) {
            buffer[length] = 0;
            char *end = strstr(buffer, "\r\n\r\n"), *field = strcasestr(buffer, "content-length:");
            it->need = end + 4 - buffer + atol(field + 15);
        }
        it->have += length;
        if (it->have == it->need) {
            if (is_kind(&work, "new")) {
                close(it->fd);
                it->fd = -1;
            }
            return 1;
        }
    }
}

static void get(void)
{
    struct connection *all = calloc(work.in_flight, sizeof *all);
    struct epoll_event events[256];
    int started = work.in_flight, done = 0;
    for (int i = 0; i < work.in_flight; i++) {
        all[i].fd = -1;
        ask(&all[i]);
    }
    while (done < work.total) {
        int count = epoll_wait(poller, events, 256, -1);
        for (int i = 0; i < count; i++)
            if (take(events[i].data.ptr)) {
                done++;
                if (started < work.total) {
                    started++;
                    ask(events[i].data.ptr);
                }
            }
    }
}

/* No poller: the thread waits in the socket. */
static void block(void)
{
    struct connection one = {.fd = -1};
    waiting = 0;
    for (int i = 0; i < work.total; i++) {
        ask(&one);
        take(&one);
    }
}

/* Another thread submits and waits: what handing a request to a thread of ours and back costs. */
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static int wanted, answered;

static void *answer(void *unused)
{
    struct connection one = {.fd = -1};
    struct epoll_event event;
    for (int i = 1; i <= work.total; i++) {
        pthread_mutex_lock(&lock);
        while (wanted < i)
            pthread_cond_wait(&changed, &lock);
        pthread_mutex_unlock(&lock);
        ask(&one);
        do
            epoll_wait(poller, &event, 1, -1);
        while (!take(&one));
        pthread_mutex_lock(&lock);
        answered = i;
        pthread_mutex_unlock(&lock);
        pthread_cond_broadcast(&changed);
    }
    return unused;
}

static void submit(void)
{
    pthread_t thread;
    pthread_create(&thread, NULL, answer, NULL);
    pthread_mutex_lock(&lock);
    while (wanted < work.total) {
        wanted++;
        pthread_cond_broadcast(&changed);
        while (answered < wanted)
            pthread_cond_wait(&changed, &lock);
    }
    pthread_mutex_unlock(&lock);
    pthread_join(thread, NULL);
}

/* As session, connection and request: three pieces of memory. */
static void handles(void)
{
    for (int i = 0; i < work.total; i++) {
        void *volatile three[3] = {malloc(64), malloc(128), malloc(512)};
        for (int k = 0; k < 3; k++)
            free(three[k]);
    }
}

int main(int count, char **args)
{
    work = work_of(count, args);
    address.sin_family = AF_INET;
    address.sin_port = htons(work.port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    request_length = snprintf(request, sizeof request,
                              "GET %s HTTP/1.1\r\nUser-Agent: bench\r\nHost: 127.0.0.1:%d\r\nConnection: Keep-Alive\r\n\r\n",
                              work.path, work.port);
    poller = epoll_create1(0);
    struct measure since = begin();
    if (is_kind(&work, "submit"))
        submit();
    else if (is_kind(&work, "handles"))
        handles();
    else if (is_kind(&work, "block"))
        block();
    else
        get();
    report(&since, work.total);
    return 0;
}
