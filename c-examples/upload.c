/*
 * upload.c: sends a file, or what comes on stdin, piece by piece, and prints the server's answer.
 *
 * InternetWriteFile blocks its thread, as reading a pipe does. So a thread of its own does the work, and
 * main draws and waits for Ctrl-C: then it closes the request, which cancels whatever is pending.
 */
#define _POSIX_C_SOURCE 200809L
#define _FILE_OFFSET_BITS 64

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include <windows.h>
#include <wininet.h>

#include "errors.h"
#include "progress.h"
#include "request.h"
#include "watch.h"

static const char help[] =
    "usage: upload [options] FILE URL\n"
    "\n"
    "Sends FILE, or stdin if it is -, and prints what the server answers.\n"
    "\n"
    "  -X METHOD  POST if not given, or PUT, or what the server wants\n"
    "  -H HEADER  \"Name: value\"; may be given several times\n"
    "  -q         say nothing but errors\n"
    "  -h, --help\n"
    "\n"
    "A file is sent with its length, anything else in chunks. Its type is application/octet-stream unless\n"
    "-H says otherwise.\n"
    "\n"
    "exit status: 0 all is well, 1 the transfer failed or the server answered with an error, 2 wrong usage,\n"
    "130 interrupted (Ctrl-C)\n";

/* One transfer. What two threads share, the stage, is under watch_lock as the watch is. */
struct upload {
    const char *method, *name, *url;
    int quiet, draws;
    /* What is sent, and how much of it there is. */
    int input;
    off_t begin;
    uint64_t total;
    struct request request;
    struct watch watch;
    struct meter meter;
    enum { HEAD, BODY, ANSWER, OVER } stage;
    /* What REQUEST_SENT had told before the body, and how much of the body was written. */
    uint64_t head, written;
    /* A pipe whose other end is closed when the thread is to stop reading. */
    int stop[2];
    int failed;
};

static void fail(struct upload *upload, const char *what, const char *why)
{
    if (!upload->failed && !wake_signal)
        fprintf(stderr, "%supload: %s: %s\n", upload->draws ? "\r\033[K" : "", what, why);
    upload->failed = 1;
}

static void fail_with(struct upload *upload, DWORD error)
{
    char what[128];
    snprintf(what, sizeof what, "%s: error %" PRIu32 ", %s", upload->url, error, error_name(error));
    fail(upload, what, error_text(error));
}

/* Waits for the end of a call that gave `ok`; tells how it went. */
static DWORD outcome(struct upload *upload, BOOL ok)
{
    DWORD error = ok ? 0 : GetLastError();
    if (error != ERROR_IO_PENDING)
        return error;
    watch_wait(&upload->watch.completed, &upload->watch.closed);
    return watch_completed(&upload->watch, &error) ? error : ERROR_INTERNET_OPERATION_CANCELLED;
}

/* Reads a piece of the input, unless main says stop: that is the end too. */
static ssize_t read_piece(struct upload *upload, char *data, size_t size)
{
    struct pollfd ready[2] = {
        { .fd = upload->input, .events = POLLIN },
        { .fd = upload->stop[0], .events = POLLIN },
    };
    ssize_t count;
    while (poll(ready, 2, -1) < 0 && errno == EINTR)
        continue;
    if (ready[1].revents != 0)
        return 0;
    while ((count = read(upload->input, data, size)) < 0 && errno == EINTR)
        continue;
    return count;
}

/* Writes the body. A write that fails is no last word: the server may have answered early. */
static DWORD write_body(struct upload *upload)
{
    static char data[65536];
    uint64_t left = upload->total;
    while (left > 0) {
        ssize_t count = read_piece(upload, data, left < sizeof data ? (size_t)left : sizeof data);
        DWORD written;
        if (count < 0)
            fail(upload, upload->name, strerror(errno));
        else if (count == 0 && upload->total != PROGRESS_UNKNOWN)
            fail(upload, upload->name, "has become shorter");
        if (count <= 0)
            return 0;
        if (!InternetWriteFile(upload->request.handle, data, (DWORD)count, &written))
            return GetLastError();
        upload->written += written;
        if (upload->total != PROGRESS_UNKNOWN)
            left -= written;
    }
    return 0;
}

/* Prints the answer. */
static DWORD read_answer(struct upload *upload)
{
    static char data[65536];
    DWORD count, error = 0, code = request_status(upload->request.handle);
    char text[128], status[16];

    for (;;) {
        BOOL ok = InternetReadFile(upload->request.handle, data, sizeof data, &count);
        error = outcome(upload, ok);
        if (error != 0 || count == 0)
            break;
        fwrite(data, 1, count, stdout);
    }
    if (fflush(stdout) != 0)
        fail(upload, "stdout", strerror(errno));
    if (error == 0 && code / 100 != 2) {
        request_text(upload->request.handle, HTTP_QUERY_STATUS_TEXT, text, sizeof text);
        snprintf(status, sizeof status, "%" PRIu32, code);
        fail(upload, status, text);
    }
    return error;
}

static void enter(struct upload *upload, int stage)
{
    pthread_mutex_lock(&watch_lock);
    if (stage == BODY)
        upload->head = upload->watch.sent;
    upload->stage = stage;
    wake();
    pthread_mutex_unlock(&watch_lock);
}

static DWORD send_all(struct upload *upload)
{
    DWORD flags = upload->total == PROGRESS_UNKNOWN ? HSR_CHUNKED : 0;
    DWORD error = outcome(upload, HttpSendRequestEx(upload->request.handle, NULL, NULL, flags, 0));
    if (error != 0)
        return error;
    enter(upload, BODY);
    DWORD broken = write_body(upload);
    enter(upload, ANSWER);
    if (upload->failed || wake_signal)
        return 0;
    error = outcome(upload, HttpEndRequest(upload->request.handle, NULL, 0, 0));
    if (error == 0)
        error = read_answer(upload);
    /* That the writing broke off is the cause, if no answer tells another. */
    return error != 0 && broken != 0 ? broken : error;
}

/* Goes back to where the body begins; a pipe has no way back. */
static int rewind_input(struct upload *upload)
{
    upload->written = 0;
    return upload->total != PROGRESS_UNKNOWN && lseek(upload->input, upload->begin, SEEK_SET) >= 0;
}

/* The thread that works. A server that asks who we are wants all of it once more. */
static void *work(void *argument)
{
    struct upload *upload = argument;
    DWORD error = send_all(upload);
    while (error == ERROR_INTERNET_FORCE_RETRY && !wake_signal && rewind_input(upload))
        error = send_all(upload);
    if (error != 0)
        fail_with(upload, error);
    enter(upload, OVER);
    return NULL;
}

/* Draws how far it is; tells whether the work is over. */
static int look(struct upload *upload)
{
    pthread_mutex_lock(&watch_lock);
    uint64_t sent = upload->watch.sent - upload->head;
    const char *phase = upload->stage == BODY ? NULL : upload->watch.phase;
    int is_over = upload->stage == OVER;
    pthread_mutex_unlock(&watch_lock);
    if (upload->draws && !is_over) {
        if (phase == NULL)
            meter_take(&upload->meter, sent);
        progress_draw(upload->name, phase, sent, upload->total, &upload->meter);
    }
    return is_over;
}

/* Runs the work in a thread until it is over or interrupted. */
static void run(struct upload *upload)
{
    pthread_t worker;
    int error = pipe(upload->stop) != 0 ? errno : pthread_create(&worker, NULL, work, upload);
    if (error != 0) {
        fail(upload, "cannot start a thread", strerror(error));
        return;
    }
    while (!look(upload) && !wake_signal)
        wake_wait(upload->draws ? PROGRESS_PACE : -1);
    if (upload->draws)
        fprintf(stderr, "\r\033[K");
    /* Where the thread waits, for input or for the server, it stops. */
    close(upload->stop[1]);
    if (wake_signal)
        InternetCloseHandle(upload->request.handle);
    pthread_join(worker, NULL);
    close(upload->stop[0]);
}

static void report(const struct upload *upload)
{
    char size[PROGRESS_TEXT], speed[PROGRESS_TEXT], time[PROGRESS_TEXT];
    double seconds = progress_now() - upload->meter.since, sent = (double)upload->written;
    fprintf(stderr, "%s: %s in %s, %s/s\n", upload->name, progress_size(size, sent), progress_time(time, seconds),
            progress_size(speed, seconds > 0 ? sent / seconds : 0));
}

static int usage(const char *what)
{
    fprintf(stderr, "upload: %s\n%s", what, help);
    return 2;
}

/*
 * Adds the headers of the command line, and a type if they have none. The length is a header too:
 * dwBufferTotal has 32 bits.
 */
static int add_headers(struct upload *upload, char **headers)
{
    static const char type[] = "Content-Type: application/octet-stream";
    HINTERNET request = upload->request.handle;
    char length[64];
    for (; *headers != NULL; headers++) {
        if (strncasecmp(*headers, "Content-Length:", 15) == 0 ||
            strncasecmp(*headers, "Transfer-Encoding:", 18) == 0)
            return usage("-H cannot say how the body is framed");
        if (strchr(*headers, ':') == NULL ||
            !HttpAddRequestHeaders(request, *headers, (DWORD)-1, HTTP_ADDREQ_FLAG_ADD))
            return usage("-H wants \"Name: value\"");
    }
    HttpAddRequestHeaders(request, type, (DWORD)-1, HTTP_ADDREQ_FLAG_ADD_IF_NEW);
    if (upload->total != PROGRESS_UNKNOWN) {
        snprintf(length, sizeof length, "Content-Length: %" PRIu64, upload->total);
        HttpAddRequestHeaders(request, length, (DWORD)-1, HTTP_ADDREQ_FLAG_ADD);
    }
    return 0;
}

/* From the session to the last word of the request. */
static int send_file(struct upload *upload, char **headers)
{
    HINTERNET session = InternetOpen("libwininet-upload", INTERNET_OPEN_TYPE_PRECONFIG, NULL, NULL,
                                     INTERNET_FLAG_ASYNC);
    int status = 0;
    InternetSetStatusCallback(session, watch_status);
    DWORD error = request_open(&upload->request, session, upload->method, upload->url, (DWORD_PTR)&upload->watch);
    if (error != 0) {
        fail_with(upload, error);
    } else {
        status = add_headers(upload, headers);
        meter_start(&upload->meter, 0);
        if (status == 0)
            run(upload);
        request_close(&upload->request);
        watch_wait(&upload->watch.closed, &upload->watch.closed);
    }
    InternetCloseHandle(session);
    return status;
}

/* Opens the input; a regular file has a length, counted from where it stands. */
static void open_input(struct upload *upload)
{
    struct stat there;
    int is_stdin = strcmp(upload->name, "-") == 0;
    upload->total = PROGRESS_UNKNOWN;
    upload->input = is_stdin ? STDIN_FILENO : open(upload->name, O_RDONLY | O_CLOEXEC);
    if (upload->input < 0 || fstat(upload->input, &there) != 0) {
        fail(upload, upload->name, strerror(errno));
    } else if (S_ISDIR(there.st_mode)) {
        fail(upload, upload->name, strerror(EISDIR));
    } else if (S_ISREG(there.st_mode)) {
        off_t at = upload->begin = lseek(upload->input, 0, SEEK_CUR);
        upload->total = there.st_size > at ? (uint64_t)(there.st_size - at) : 0;
    }
    if (is_stdin)
        upload->name = "stdin";
}

/* The options; headers go to `headers`, which has room for all of them and a NULL. */
static int parse(struct upload *upload, char **headers, int argc, char **argv)
{
    int option;
    while ((option = getopt(argc, argv, "X:H:qh")) != -1) {
        switch (option) {
        case 'X': upload->method = optarg; break;
        case 'H': *headers++ = optarg; break;
        case 'q': upload->quiet = 1; break;
        case 'h': fputs(help, stdout); exit(0);
        default: fputs(help, stderr); return 2;
        }
    }
    if (argc - optind != 2)
        return usage("a file and a URL are wanted");
    upload->name = argv[optind];
    upload->url = argv[optind + 1];
    upload->draws = !upload->quiet && isatty(STDERR_FILENO);
    return 0;
}

static int upload_file(struct upload *upload, char **headers)
{
    if (wake_open() != 0)
        fail(upload, "pipe", strerror(errno));
    else
        open_input(upload);
    int status = upload->failed ? 0 : send_file(upload, headers);
    if (upload->input > STDIN_FILENO)
        close(upload->input);
    if (wake_signal) {
        fprintf(stderr, "upload: interrupted\n");
        return 128 + wake_signal;
    }
    if (status == 0 && !upload->failed && !upload->quiet)
        report(upload);
    return status != 0 ? status : upload->failed;
}

int main(int argc, char **argv)
{
    static struct upload upload = { .method = "POST", .watch = { .phase = "waiting" } };
    if (argc == 2 && strcmp(argv[1], "--help") == 0) {
        fputs(help, stdout);
        return 0;
    }
    char **headers = calloc((size_t)argc + 1, sizeof *headers);
    if (headers == NULL)
        abort();
    int status = parse(&upload, headers, argc, argv);
    if (status == 0)
        status = upload_file(&upload, headers);
    free(headers);
    return status;
}
