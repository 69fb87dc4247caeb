/* Ours, as a program for Windows would use it: a handle for each request, a status callback that hears of everything,
   the body read to its end. */
#include "measure.h"

#include <pthread.h>
#include <windows.h>
#include <wininet.h>

struct request {
    HINTERNET handle;
    INTERNET_BUFFERSA buffers;
};

static struct work work;
static HINTERNET connection;
static int started, done;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;

/* What is read is thrown away, so all read to the same place. */
static char buffer[256 * 1024];

static void windows_fail(const char *what)
{
    fprintf(stderr, "%s: %u\n", what, GetLastError());
    exit(1);
}

static HINTERNET open_request(DWORD_PTR context)
{
    DWORD flags = INTERNET_FLAG_KEEP_CONNECTION | INTERNET_FLAG_NO_AUTH | (work.is_tls ? INTERNET_FLAG_SECURE : 0);
    HINTERNET handle = HttpOpenRequestA(connection, "GET", work.path, NULL, NULL, NULL, flags, context);
    if (!handle)
        windows_fail("HttpOpenRequest");
    return handle;
}

static void start(struct request *it)
{
    it->handle = open_request((DWORD_PTR)it);
    if (!HttpSendRequestA(it->handle, NULL, 0, NULL, 0) && GetLastError() != ERROR_IO_PENDING)
        windows_fail("HttpSendRequest");
}

/* Reads until nothing is at hand. Tells whether the body has ended. */
static int read_on(struct request *it)
{
    do {
        memset(&it->buffers, 0, sizeof it->buffers);
        it->buffers.dwStructSize = sizeof it->buffers;
        it->buffers.lpvBuffer = buffer;
        it->buffers.dwBufferLength = sizeof buffer;
        if (!InternetReadFileExA(it->handle, &it->buffers, IRF_NO_WAIT, (DWORD_PTR)it)) {
            if (GetLastError() != ERROR_IO_PENDING)
                windows_fail("InternetReadFileEx");
            return 0;
        }
    } while (it->buffers.dwBufferLength);
    return 1;
}

static void CALLBACK on_status(HINTERNET handle, DWORD_PTR context, DWORD status, LPVOID information, DWORD length)
{
    (void)handle, (void)length;
    if (status != INTERNET_STATUS_REQUEST_COMPLETE)
        return;
    struct request *it = (struct request *)context;
    INTERNET_ASYNC_RESULT *result = information;
    if (!result->dwResult) {
        fprintf(stderr, "failed: %u\n", result->dwError);
        exit(1);
    }
    if (!read_on(it))
        return;
    InternetCloseHandle(it->handle);
    if (__atomic_add_fetch(&started, 1, __ATOMIC_RELAXED) <= work.total)
        start(it);
    if (__atomic_add_fetch(&done, 1, __ATOMIC_ACQ_REL) == work.total) {
        pthread_mutex_lock(&lock);
        pthread_cond_signal(&changed);
        pthread_mutex_unlock(&lock);
    }
}

static void get(void)
{
    struct request *all = calloc(work.in_flight, sizeof *all);
    started = work.in_flight;
    for (int i = 0; i < work.in_flight; i++)
        start(&all[i]);
    pthread_mutex_lock(&lock);
    while (__atomic_load_n(&done, __ATOMIC_ACQUIRE) < work.total)
        pthread_cond_wait(&changed, &lock);
    pthread_mutex_unlock(&lock);
}

/* What is not to make a request dearer: idle connections and open handles. */
enum { IDLE = 200, HANDLES = 10000 };

static void gather(void)
{
    struct work each = work;
    work.in_flight = work.total = IDLE;
    get();
    work = each;
    done = 0;
    for (int i = 0; i < HANDLES; i++)
        open_request(0);
}

/* The thread that asks waits for each completion, and reads itself. */
static int completed;

static void CALLBACK on_completion(HINTERNET handle, DWORD_PTR context, DWORD status, LPVOID information, DWORD length)
{
    (void)handle, (void)context, (void)information, (void)length;
    if (status != INTERNET_STATUS_REQUEST_COMPLETE)
        return;
    pthread_mutex_lock(&lock);
    completed = 1;
    pthread_cond_signal(&changed);
    pthread_mutex_unlock(&lock);
}

static void await_completion(void)
{
    pthread_mutex_lock(&lock);
    while (!completed)
        pthread_cond_wait(&changed, &lock);
    completed = 0;
    pthread_mutex_unlock(&lock);
}

static void submit(void)
{
    struct request it;
    for (int i = 0; i < work.total; i++) {
        start(&it);
        await_completion();
        while (!read_on(&it))
            await_completion();
        InternetCloseHandle(it.handle);
    }
}

static void synchronous(void)
{
    for (int i = 0; i < work.total; i++) {
        DWORD read;
        HINTERNET handle = open_request(1);
        if (!HttpSendRequestA(handle, NULL, 0, NULL, 0))
            windows_fail("HttpSendRequest");
        do
            if (!InternetReadFile(handle, buffer, sizeof buffer, &read))
                windows_fail("InternetReadFile");
        while (read);
        InternetCloseHandle(handle);
    }
}

static void CALLBACK hear(HINTERNET handle, DWORD_PTR context, DWORD status, LPVOID information, DWORD length)
{
    (void)handle, (void)context, (void)status, (void)information, (void)length;
}

static void handles(void)
{
    for (int i = 0; i < work.total; i++) {
        HINTERNET session = InternetOpenA("bench", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, INTERNET_FLAG_ASYNC);
        connection = InternetConnectA(session, "127.0.0.1", 80, NULL, NULL, INTERNET_SERVICE_HTTP, 0, 0);
        open_request(0);
        InternetCloseHandle(session);
    }
}

int main(int count, char **args)
{
    work = work_of(count, args);
    int is_synchronous = is_kind(&work, "sync") || is_kind(&work, "block");
    HINTERNET session = InternetOpenA("bench", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, is_synchronous ? 0 : INTERNET_FLAG_ASYNC);
    InternetSetStatusCallbackA(session, is_synchronous ? hear : is_kind(&work, "submit") ? on_completion : on_status);
    DWORD limit = is_kind(&work, "crowd") ? IDLE : work.in_flight;
    InternetSetOptionA(NULL, INTERNET_OPTION_MAX_CONNS_PER_SERVER, &limit, sizeof limit);
    connection = InternetConnectA(session, "127.0.0.1", work.port, NULL, NULL, INTERNET_SERVICE_HTTP, 0, 0);
    if (is_kind(&work, "crowd"))
        gather();
    struct measure since = begin();
    if (is_synchronous)
        synchronous();
    else if (is_kind(&work, "submit"))
        submit();
    else if (is_kind(&work, "handles"))
        handles();
    else
        get();
    report(&since, work.total);
    return 0;
}
