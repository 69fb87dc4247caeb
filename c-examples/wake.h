/*
 * wake.h: how main sleeps until there is something to do: news of a callback, or a signal.
 *
 * A signal handler may do next to nothing, and a callback should not do much. Both write a byte into a
 * pipe; main reads it and does the rest.
 */
#ifndef WAKE_H
#define WAKE_H

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <unistd.h>

static int wake_pipe[2];
/* The signal that asked the program to end, or 0. */
static volatile sig_atomic_t wake_signal;

/* A pipe that is full wakes as well as one byte more would. */
static inline void wake(void)
{
    int former = errno;
    ssize_t written = write(wake_pipe[1], "", 1);
    (void)written;
    errno = former;
}

static void wake_on_signal(int number)
{
    wake_signal = number;
    wake();
}

/* Opens the pipe, and from then on Ctrl-C only sets wake_signal; a second one kills. */
static inline int wake_open(void)
{
    struct sigaction action = { .sa_handler = wake_on_signal, .sa_flags = (int)(SA_RESTART | SA_RESETHAND) };
    if (pipe(wake_pipe) != 0)
        return -1;
    for (int i = 0; i < 2; i++)
        if (fcntl(wake_pipe[i], F_SETFL, O_NONBLOCK) != 0 || fcntl(wake_pipe[i], F_SETFD, FD_CLOEXEC) != 0)
            return -1;
    sigemptyset(&action.sa_mask);
    return sigaction(SIGINT, &action, NULL) != 0 || sigaction(SIGTERM, &action, NULL) != 0 ? -1 : 0;
}

/* Sleeps until somebody wakes, at most so many milliseconds; -1 is for ever. */
static inline void wake_wait(int milliseconds)
{
    struct pollfd pollfd = { .fd = wake_pipe[0], .events = POLLIN };
    char bytes[64];
    poll(&pollfd, 1, milliseconds);
    while (read(wake_pipe[0], bytes, sizeof bytes) > 0)
        continue;
}

#endif
