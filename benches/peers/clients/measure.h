/* What all contenders share: their arguments, and what each says of itself at the end.
   A contender is called as NAME KIND SCHEME PORT PATH IN_FLIGHT TOTAL, and does TOTAL requests to
   SCHEME://127.0.0.1:PORT/PATH, IN_FLIGHT of them at a time. */
#ifndef MEASURE_H
#define MEASURE_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

struct work {
    const char *kind, *path;
    int is_tls, port, in_flight, total;
};

static inline void fail(const char *what)
{
    perror(what);
    exit(1);
}

static inline struct work work_of(int count, char **args)
{
    if (count != 7) {
        fprintf(stderr, "%s KIND SCHEME PORT PATH IN_FLIGHT TOTAL\n", args[0]);
        exit(2);
    }
    struct work work = {args[1], args[4], !strcmp(args[2], "https"), atoi(args[3]), atoi(args[5]), atoi(args[6])};
    return work;
}

static inline int is_kind(const struct work *work, const char *kind)
{
    return !strcmp(work->kind, kind);
}

struct measure {
    struct timespec wall;
    struct rusage cpu;
};

static inline struct measure begin(void)
{
    struct measure now;
    clock_gettime(CLOCK_MONOTONIC, &now.wall);
    getrusage(RUSAGE_SELF, &now.cpu);
    return now;
}

static inline double cpu_us(const struct rusage *use)
{
    return use->ru_utime.tv_sec * 1e6 + use->ru_utime.tv_usec + use->ru_stime.tv_sec * 1e6 + use->ru_stime.tv_usec;
}

static inline double wall_us(const struct measure *since)
{
    struct measure now = begin();
    return (now.wall.tv_sec - since->wall.tv_sec) * 1e6 + (now.wall.tv_nsec - since->wall.tv_nsec) / 1e3;
}

/* A number that the system keeps of the process. The peak memory that getrusage tells is the parent's too. */
static inline int of_status(const char *format)
{
    char line[256];
    int number = 0;
    FILE *status = fopen("/proc/self/status", "r");
    while (status && fgets(line, sizeof line, status))
        sscanf(line, format, &number);
    if (status)
        fclose(status);
    return number;
}

/* Microseconds of processor and of clock for each of `done`, peak memory in KiB, and threads. */
static inline void report(const struct measure *since, int done)
{
    struct measure now = begin();
    printf("%.4f %.4f %d %d\n", (cpu_us(&now.cpu) - cpu_us(&since->cpu)) / done, wall_us(since) / done,
           of_status("VmHWM: %d"), of_status("Threads: %d"));
}

#endif
