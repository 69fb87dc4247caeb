/*
 * progress.h: lines on a terminal that tell how far transfers are: a bar, the speed, the time left.
 */
#ifndef PROGRESS_H
#define PROGRESS_H

#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

#define PROGRESS_UNKNOWN UINT64_MAX
/* How often a terminal is drawn on, in milliseconds. */
#define PROGRESS_PACE 200
#define PROGRESS_TEXT 32
#define PROGRESS_BAR 20

/* How fast something goes: bytes a second, smoothed over the last few seconds. */
struct meter {
    double since, last;
    uint64_t first, counted;
    double speed;
};

static inline double progress_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static inline void meter_start(struct meter *meter, uint64_t count)
{
    meter->since = meter->last = progress_now();
    meter->first = meter->counted = count;
    meter->speed = 0;
}

/* Takes a new count in. The first second is an average, later ones count for a third each. */
static inline void meter_take(struct meter *meter, uint64_t count)
{
    double now = progress_now(), passed = now - meter->last, all = now - meter->since;
    if (passed < PROGRESS_PACE / 2e3)
        return;
    double speed = (double)(count - meter->counted) / passed, weight = passed / (passed + 2);
    meter->speed = all < 1 ? (double)(count - meter->first) / all : meter->speed + weight * (speed - meter->speed);
    meter->last = now;
    meter->counted = count;
}

/* "1.5 MiB" */
static inline const char *progress_size(char text[PROGRESS_TEXT], double bytes)
{
    static const char *const units[] = { "B", "KiB", "MiB", "GiB", "TiB" };
    int unit = 0;
    while (bytes >= 1023.95 && unit < 4) {
        bytes /= 1024;
        unit++;
    }
    snprintf(text, PROGRESS_TEXT, unit == 0 ? "%.0f %s" : "%.1f %s", bytes, units[unit]);
    return text;
}

/* "0:07", "1:02:03"; "-:--" for what lasts for days or for ever. */
static inline const char *progress_time(char text[PROGRESS_TEXT], double seconds)
{
    if (!(seconds >= 0 && seconds < 100 * 3600.0)) {
        snprintf(text, PROGRESS_TEXT, "-:--");
        return text;
    }
    int whole = (int)(seconds + 0.5), hours = whole / 3600;
    if (hours > 0)
        snprintf(text, PROGRESS_TEXT, "%d:%02d:%02d", hours, whole / 60 % 60, whole % 60);
    else
        snprintf(text, PROGRESS_TEXT, "%d:%02d", whole / 60, whole % 60);
    return text;
}

/* The columns and rows of the terminal. */
static inline struct winsize progress_terminal(void)
{
    struct winsize size;
    if (ioctl(STDERR_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0)
        size = (struct winsize){ .ws_col = 80, .ws_row = 24 };
    return size;
}

/*
 * Draws one line, no wider than the terminal: what fits of the file's name, how much is done of how much, and
 * where that is known a bar and the time left. While there is a phase to name, it says that instead.
 */
static inline void progress_draw(const char *name, const char *phase, uint64_t done, uint64_t total,
                                 const struct meter *meter)
{
    char sizes[2 * PROGRESS_TEXT], size[PROGRESS_TEXT], speed[PROGRESS_TEXT], left[PROGRESS_TEXT];
    char rest[8 * PROGRESS_TEXT], bar[PROGRESS_BAR + 1] = "";
    const char *slash = strrchr(name, '/'), *shown = slash == NULL ? name : slash + 1;
    int columns = progress_terminal().ws_col - 1, room;
    size_t length;

    progress_size(sizes, (double)done);
    progress_size(speed, meter->speed);
    if (phase != NULL) {
        snprintf(rest, sizeof rest, "%s", phase);
    } else if (total == PROGRESS_UNKNOWN || total == 0) {
        snprintf(rest, sizeof rest, "%s  %s/s", sizes, speed);
    } else {
        double part = done < total ? (double)done / (double)total : 1;
        memset(bar, '.', PROGRESS_BAR);
        memset(bar, '#', (size_t)(part * PROGRESS_BAR));
        strcat(strcat(sizes, " of "), progress_size(size, (double)total));
        snprintf(rest, sizeof rest, "[%s] %3d%%  %s  %s/s  %s", bar, (int)(part * 100), sizes, speed,
                 progress_time(left, (double)(total - done) / meter->speed));
    }
    length = strlen(rest);
    if ((int)length > columns)
        rest[length = (size_t)columns] = '\0';
    /* No character of several bytes is cut in two. */
    room = columns - (int)length - 2;
    room = room < 0 ? 0 : room < (int)strlen(shown) ? room : (int)strlen(shown);
    while (room > 0 && (shown[room] & 0xc0) == 0x80)
        room--;
    fprintf(stderr, "\r\033[K%.*s%s%s", room, shown, room > 0 ? "  " : "", rest);
}

#endif
