/*
 * download.c: fetches files, several at once, and goes on where an earlier run was cut off.
 *
 * All requests are asynchronous. The status callback notes down what it is told (watch.h) and wakes
 * main, which does everything else: it sends, reads, writes to files and draws. So nothing here needs a
 * lock but the notes.
 */
#define _POSIX_C_SOURCE 200809L
#define _FILE_OFFSET_BITS 64

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <windows.h>
#include <wininet.h>

#include "errors.h"
#include "part.h"
#include "progress.h"
#include "request.h"
#include "watch.h"

static const char help[] =
    "usage: download [options] URL...\n"
    "\n"
    "  -o FILE  write to FILE (one URL only)\n"
    "  -d DIR   write into the directory DIR\n"
    "  -c       continue: go on with what an earlier run has left, skip files that are there\n"
    "  -j N     so many at once, 1 to 64; 4 if not given\n"
    "  -q       say nothing but errors\n"
    "  -h, --help\n"
    "\n"
    "A file is written as FILE.part and gets its name when it is complete. What is there when a\n"
    "transfer fails or is interrupted is kept for -c, with FILE.part.tag.\n"
    "\n"
    "exit status: 0 all is well, 1 a transfer failed, 2 wrong usage, 130 interrupted (Ctrl-C)\n";

enum step {
    WAITING, /* for its turn */
    SENDING, /* the request, until the head of the answer is there */
    READING, /* the body */
    CLOSING, /* until the handle is gone */
    OVER
};

/* One file. */
struct transfer {
    const char *url;
    struct part part;
    enum step step;
    struct request request;
    struct watch watch;
    struct meter meter;
    uint64_t start, total;
    DWORD available;
    int again, failed;
};

struct options {
    const char *file, *directory;
    int resumes, jobs, quiet, draws;
};

static struct options options = { .directory = "", .jobs = 4 };

/* How many lines of progress are on the terminal, the cursor being on the last. */
static int drawn;

/* Takes the lines of progress away, so that something lasting can be said. */
static void clear(void)
{
    if (drawn > 1)
        fprintf(stderr, "\033[%dA", drawn - 1);
    if (drawn > 0)
        fprintf(stderr, "\r\033[J");
    drawn = 0;
}

/* The first failure of a transfer is the one that is told. */
static void fail(struct transfer *transfer, const char *what, const char *why)
{
    if (transfer->failed)
        return;
    clear();
    fprintf(stderr, "download: %s: %s%s%s\n", transfer->url, what, *why != '\0' ? ": " : "", why);
    transfer->failed = 1;
}

static void fail_with(struct transfer *transfer, DWORD error)
{
    char what[128];
    snprintf(what, sizeof what, "error %" PRIu32 ", %s", error, error_name(error));
    fail(transfer, what, error_text(error));
}

static int fail_of_file(struct transfer *transfer, int error)
{
    if (error != 0)
        fail(transfer, transfer->part.path, strerror(error));
    return error == 0;
}

/* Closes the request; HANDLE_CLOSING will tell when nothing more can come. */
static void finish(struct transfer *transfer)
{
    int is_open = transfer->request.handle != NULL;
    fail_of_file(transfer, part_close(&transfer->part));
    request_close(&transfer->request);
    transfer->step = is_open ? CLOSING : OVER;
}

/* An asynchronous call that gave FALSE goes on, or has failed. */
static int is_pending(struct transfer *transfer)
{
    DWORD error = GetLastError();
    if (error == ERROR_IO_PENDING)
        return 1;
    fail_with(transfer, error);
    finish(transfer);
    return 0;
}

/* Sends the request, for the rest of the file if there is a part of it. */
static void start(struct transfer *transfer, HINTERNET session)
{
    char tag[PART_TAG] = "", headers[PART_TAG + 64] = "";
    DWORD error;

    transfer->again = 0;
    transfer->watch = (struct watch){ .phase = "waiting" };
    meter_start(&transfer->meter, 0);
    if (options.resumes && access(transfer->part.path, F_OK) != 0 && access(transfer->part.name, F_OK) == 0) {
        if (!options.quiet)
            fprintf(stderr, "%s: is there already\n", transfer->part.name);
        transfer->step = OVER;
        return;
    }
    if (options.resumes)
        part_resume(&transfer->part, tag);
    transfer->start = transfer->part.done;
    if (transfer->start > 0)
        snprintf(headers, sizeof headers, "Range: bytes=%" PRIu64 "-\r\nIf-Range: %s\r\n", transfer->start, tag);
    error = request_open(&transfer->request, session, "GET", transfer->url, (DWORD_PTR)&transfer->watch);
    if (error != 0) {
        fail_with(transfer, error);
        finish(transfer);
        return;
    }
    transfer->step = SENDING;
    if (!HttpSendRequest(transfer->request.handle, headers, (DWORD)strlen(headers), NULL, 0))
        is_pending(transfer);
}

/* What to call this version of the file later: only a strong ETag names its very bytes. */
static void read_tag(HINTERNET handle, char tag[PART_TAG])
{
    request_text(handle, HTTP_QUERY_ETAG, tag, PART_TAG);
    if (tag[0] == '\0' || strncmp(tag, "W/", 2) == 0)
        request_text(handle, HTTP_QUERY_LAST_MODIFIED, tag, PART_TAG);
}

/* The whole file comes. */
static int begin_whole(struct transfer *transfer)
{
    char length[32], tag[PART_TAG];
    request_text(transfer->request.handle, HTTP_QUERY_CONTENT_LENGTH, length, sizeof length);
    read_tag(transfer->request.handle, tag);
    if (length[0] != '\0')
        transfer->total = strtoull(length, NULL, 10);
    transfer->start = 0;
    return fail_of_file(transfer, part_begin(&transfer->part, tag));
}

/* The rest comes, if the server means the range that was asked for. */
static int begin_rest(struct transfer *transfer)
{
    char range[128];
    uint64_t first = 0, last = 0, total = PROGRESS_UNKNOWN;
    request_text(transfer->request.handle, HTTP_QUERY_CONTENT_RANGE, range, sizeof range);
    int fields = sscanf(range, "bytes %" SCNu64 "-%" SCNu64 "/%" SCNu64, &first, &last, &total);
    if (transfer->start == 0 || fields < 2 || first != transfer->start) {
        fail(transfer, "the server sends another range than it was asked for", range);
        return 0;
    }
    transfer->total = total;
    return fail_of_file(transfer, part_continue(&transfer->part));
}

/* There is nothing behind what there is: the file is complete, or another one. */
static void end_or_begin_again(struct transfer *transfer)
{
    char range[128];
    uint64_t total;
    request_text(transfer->request.handle, HTTP_QUERY_CONTENT_RANGE, range, sizeof range);
    if (sscanf(range, "bytes */%" SCNu64, &total) == 1 && total == transfer->start) {
        transfer->total = total;
        fail_of_file(transfer, part_finish(&transfer->part));
    } else {
        part_drop(&transfer->part);
        transfer->again = 1;
    }
}

/* The body is complete. */
static void end(struct transfer *transfer)
{
    if (transfer->total != PROGRESS_UNKNOWN && transfer->part.done != transfer->total)
        fail(transfer, "the server has sent less or more than it said", "");
    else
        fail_of_file(transfer, part_finish(&transfer->part));
    finish(transfer);
}

/*
 * Reads what is there. Never more than that, so nothing is lost if the connection breaks, and no buffer is
 * in use while a request waits.
 */
static void read_on(struct transfer *transfer)
{
    static char data[65536];
    DWORD count;
    while (InternetQueryDataAvailable(transfer->request.handle, &transfer->available, 0, 0)) {
        count = transfer->available < sizeof data ? transfer->available : sizeof data;
        if (!InternetReadFile(transfer->request.handle, data, count, &count)) {
            fail_with(transfer, GetLastError());
            finish(transfer);
            return;
        }
        if (count == 0) {
            end(transfer);
            return;
        }
        if (!fail_of_file(transfer, part_write(&transfer->part, data, count))) {
            finish(transfer);
            return;
        }
    }
    is_pending(transfer);
}

/* The head of the answer is there. */
static void begin(struct transfer *transfer)
{
    char text[128];
    DWORD code = request_status(transfer->request.handle);
    int begun = 0;

    transfer->total = PROGRESS_UNKNOWN;
    switch (code) {
    case 200:
    case 203:
        begun = begin_whole(transfer);
        break;
    case 206:
        begun = begin_rest(transfer);
        break;
    case 416:
        if (transfer->start > 0) {
            end_or_begin_again(transfer);
            break;
        }
        /* fallthrough */
    default:
        request_text(transfer->request.handle, HTTP_QUERY_STATUS_TEXT, text, sizeof text);
        char status[16];
        snprintf(status, sizeof status, "%" PRIu32, code);
        fail(transfer, status, text);
    }
    if (!begun) {
        finish(transfer);
        return;
    }
    transfer->step = READING;
    meter_start(&transfer->meter, 0);
    read_on(transfer);
}

/* The last word about a file that has come. */
static void report(const struct transfer *transfer)
{
    char size[PROGRESS_TEXT], speed[PROGRESS_TEXT], time[PROGRESS_TEXT];
    double seconds = progress_now() - transfer->meter.since;
    uint64_t came = transfer->part.done - transfer->start;
    if (options.quiet)
        return;
    clear();
    fprintf(stderr, "%s: %s", transfer->part.name, progress_size(size, (double)transfer->part.done));
    if (transfer->start > 0)
        fprintf(stderr, ", %s of it now", progress_size(size, (double)came));
    fprintf(stderr, " in %s, %s/s\n", progress_time(time, seconds),
            progress_size(speed, seconds > 0 ? (double)came / seconds : 0));
}

/* Does what can be done for a transfer without waiting. */
static void advance(struct transfer *transfer, HINTERNET session)
{
    DWORD error;
    if (transfer->step == CLOSING) {
        if (!watch_look(&transfer->watch).closed)
            return;
        transfer->step = OVER;
        if (transfer->again && !wake_signal)
            start(transfer, session);
        else if (!transfer->failed && !wake_signal)
            report(transfer);
        return;
    }
    if ((transfer->step != SENDING && transfer->step != READING) || !watch_completed(&transfer->watch, &error))
        return;
    if (error != 0) {
        fail_with(transfer, error);
        finish(transfer);
    } else if (transfer->step == SENDING) {
        begin(transfer);
    } else {
        read_on(transfer);
    }
}

static void draw(struct transfer *transfers, int count)
{
    int rows = progress_terminal().ws_row;
    clear();
    for (int i = 0; i < count; i++) {
        struct transfer *transfer = &transfers[i];
        if ((transfer->step != SENDING && transfer->step != READING) || drawn >= rows - 1)
            continue;
        struct watch watch = watch_look(&transfer->watch);
        int is_reading = transfer->step == READING;
        if (is_reading)
            meter_take(&transfer->meter, watch.received);
        if (drawn > 0)
            fprintf(stderr, "\n");
        progress_draw(transfer->part.name, is_reading ? NULL : watch.phase, transfer->part.done, transfer->total,
                      &transfer->meter);
        drawn++;
    }
}

/* Runs everything; afterwards no handle is left but the session. */
static void run(struct transfer *transfers, int count, HINTERNET session)
{
    double last = 0;
    for (;;) {
        int active = 0, left = 0;
        for (int i = 0; i < count; i++) {
            struct transfer *transfer = &transfers[i];
            if (wake_signal && (transfer->step == SENDING || transfer->step == READING))
                finish(transfer);
            advance(transfer, session);
            if (transfer->step == WAITING && !wake_signal && active < options.jobs)
                start(transfer, session);
            active += transfer->step != WAITING && transfer->step != OVER;
            left += transfer->step == WAITING;
        }
        if (active == 0 && (left == 0 || wake_signal))
            return;
        if (options.draws && progress_now() - last >= PROGRESS_PACE / 1e3) {
            draw(transfers, count);
            last = progress_now();
        }
        if (active > 0)
            wake_wait(options.draws ? PROGRESS_PACE : -1);
    }
}

static int usage(const char *what, const char *which)
{
    fprintf(stderr, "download: %s%s\n%s", what, which, help);
    return 2;
}

/* Gives each URL its file. Two that would be written to the same one are a mistake. */
static int name_files(struct transfer *transfers, int count, char **urls)
{
    for (int i = 0; i < count; i++) {
        char *suggested = part_suggest(urls[i]);
        transfers[i].url = urls[i];
        part_init(&transfers[i].part, options.directory, options.file != NULL ? options.file : suggested);
        free(suggested);
    }
    for (int i = 0; i < count; i++)
        for (int j = 0; j < i; j++)
            if (strcmp(transfers[i].part.name, transfers[j].part.name) == 0)
                return usage("two URLs have the same file name: ", transfers[i].part.name);
    return 0;
}

static int parse(int argc, char **argv)
{
    int option;
    char *end;
    while ((option = getopt(argc, argv, "o:d:cj:qh")) != -1) {
        switch (option) {
        case 'o': options.file = optarg; break;
        case 'd': options.directory = optarg; break;
        case 'c': options.resumes = 1; break;
        case 'q': options.quiet = 1; break;
        case 'j':
            options.jobs = (int)strtol(optarg, &end, 10);
            if (*end != '\0' || options.jobs < 1 || options.jobs > 64)
                return usage("-j wants a number from 1 to 64", "");
            break;
        case 'h': fputs(help, stdout); exit(0);
        default: fputs(help, stderr); return 2;
        }
    }
    if (optind == argc)
        return usage("no URL", "");
    if (options.file != NULL && (argc - optind > 1 || *options.directory != '\0'))
        return usage("-o is for one URL, and not for -d", "");
    options.draws = !options.quiet && isatty(STDERR_FILENO);
    return 0;
}

/* Runs the transfers in a session of their own; tells whether it could be made. */
static int download(struct transfer *transfers, int count)
{
    /* A server gets six connections unless the program wants more. */
    DWORD connections = (DWORD)options.jobs;
    if (connections > 6)
        InternetSetOption(NULL, INTERNET_OPTION_MAX_CONNS_PER_SERVER, &connections, sizeof connections);
    HINTERNET session = InternetOpen("libwininet-download", INTERNET_OPEN_TYPE_PRECONFIG, NULL, NULL,
                                     INTERNET_FLAG_ASYNC);
    if (session == NULL) {
        fprintf(stderr, "download: InternetOpen: %s\n", error_name(GetLastError()));
        return 0;
    }
    InternetSetStatusCallback(session, watch_status);
    run(transfers, count, session);
    clear();
    InternetCloseHandle(session);
    return 1;
}

int main(int argc, char **argv)
{
    if (argc == 2 && strcmp(argv[1], "--help") == 0) {
        fputs(help, stdout);
        return 0;
    }
    int status = parse(argc, argv), count = argc - optind;
    if (status != 0)
        return status;
    struct transfer *transfers = calloc((size_t)count, sizeof *transfers);
    if (transfers == NULL)
        abort();
    status = name_files(transfers, count, argv + optind);
    if (status == 0 && wake_open() != 0) {
        perror("download");
        status = 1;
    } else if (status == 0) {
        status = !download(transfers, count);
        for (int i = 0; i < count; i++)
            status |= transfers[i].failed;
        if (wake_signal) {
            fprintf(stderr, "download: interrupted\n");
            status = 128 + wake_signal;
        }
    }
    for (int i = 0; i < count; i++)
        part_free(&transfers[i].part);
    free(transfers);
    return status;
}
