/*
 * crowd.c: many downloads at once. Asynchronous ones read on in the callback, as programs do that have
 * no thread for each; four threads have synchronous ones meanwhile.
 */
#include "record.h"

#define DOWNLOADS 60
#define THREADS 4
#define EACH 15

struct download {
    HINTERNET request;
    char buffer[3000];
    DWORD length;
    DWORD total;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static int ended, right, closed;
static char url[64];
static DWORD size;

/* Reads until the end, or until a read is under way. */
static void read_on(struct download *download)
{
    for (;;) {
        BOOL read = InternetReadFile(download->request, download->buffer, sizeof download->buffer,
                                     &download->length);
        if (!read && GetLastError() == ERROR_IO_PENDING)
            return;
        if (!read || download->length == 0)
            break;
        download->total += download->length;
    }
    pthread_mutex_lock(&lock);
    ended++;
    right += download->total == size;
    pthread_mutex_unlock(&lock);
    InternetCloseHandle(download->request);
}

static void CALLBACK on_status(HINTERNET handle, DWORD_PTR context, DWORD status, LPVOID info,
                               DWORD length)
{
    struct download *download = (struct download *)context;
    (void)handle;
    (void)length;
    switch (status) {
    case INTERNET_STATUS_HANDLE_CREATED:
        download->request = *(HINTERNET *)info;
        break;
    case INTERNET_STATUS_REQUEST_COMPLETE:
        /* Of the request first, and then of its reads. */
        download->total += download->length;
        download->length = 0;
        read_on(download);
        break;
    case INTERNET_STATUS_HANDLE_CLOSING:
        free(download);
        pthread_mutex_lock(&lock);
        closed++;
        pthread_cond_broadcast(&changed);
        pthread_mutex_unlock(&lock);
        break;
    default:
        break;
    }
}

static void *synchronous(void *session)
{
    static int sums[THREADS];
    static int next;
    pthread_mutex_lock(&lock);
    int *sum = &sums[next++];
    pthread_mutex_unlock(&lock);
    for (int i = 0; i < EACH; i++) {
        char buffer[10000];
        DWORD length = 0, total = 0;
        HINTERNET request = InternetOpenUrl((HINTERNET)session, url, NULL, 0,
                                            INTERNET_FLAG_RELOAD, 0);
        while (InternetReadFile(request, buffer, sizeof buffer, &length) && length > 0)
            total += length;
        *sum += total == size;
        InternetCloseHandle(request);
    }
    return sum;
}

int main(int argc, char **argv)
{
    pthread_t threads[THREADS];
    int whole = 0;
    /* More than six to a server at a time. */
    DWORD connections = 16;

    size = 100000;
    snprintf(url, sizeof url, "http://localhost:%s/large", argc > 1 ? argv[1] : "0");
    HINTERNET waiting = InternetOpen("c test", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, 0);
    HINTERNET session = InternetOpen("c test", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL,
                                     INTERNET_FLAG_ASYNC);
    InternetSetOption(NULL, INTERNET_OPTION_MAX_CONNS_PER_SERVER, &connections, sizeof connections);
    InternetSetStatusCallback(session, on_status);
    for (int i = 0; i < DOWNLOADS; i++) {
        struct download *download = (struct download *)calloc(1, sizeof *download);
        InternetOpenUrl(session, url, NULL, 0, INTERNET_FLAG_RELOAD, (DWORD_PTR)download);
    }
    for (int i = 0; i < THREADS; i++)
        pthread_create(&threads[i], NULL, synchronous, waiting);
    for (int i = 0; i < THREADS; i++) {
        void *sum;
        pthread_join(threads[i], &sum);
        whole += *(int *)sum;
    }
    pthread_mutex_lock(&lock);
    while (closed < DOWNLOADS)
        pthread_cond_wait(&changed, &lock);
    pthread_mutex_unlock(&lock);
    printf("synchronous %d\nasynchronous %d of %d\n", whole, right, ended);
    InternetCloseHandle(session);
    InternetCloseHandle(waiting);
    return 0;
}
