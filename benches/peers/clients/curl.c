/* libcurl: the multi interface over epoll, a debug callback that hears of everything, an easy handle for each request
   in flight, used again for the next one. */
#include "measure.h"

#include <curl/curl.h>
#include <sys/epoll.h>

static struct work work;
static CURLM *multi;
static int poller;
static long next_timeout = -1;

static size_t take(char *data, size_t size, size_t count, void *unused)
{
    (void)data, (void)unused;
    return size * count;
}

static int hear(CURL *easy, curl_infotype type, char *data, size_t size, void *unused)
{
    (void)easy, (void)type, (void)data, (void)size, (void)unused;
    return 0;
}

static int watch(CURL *easy, curl_socket_t socket, int what, void *unused, void *known)
{
    (void)easy, (void)unused;
    struct epoll_event event = {.data.fd = socket};
    event.events = (what & CURL_POLL_IN ? EPOLLIN : 0) | (what & CURL_POLL_OUT ? EPOLLOUT : 0);
    int operation = what == CURL_POLL_REMOVE ? EPOLL_CTL_DEL : known ? EPOLL_CTL_MOD : EPOLL_CTL_ADD;
    epoll_ctl(poller, operation, socket, &event);
    curl_multi_assign(multi, socket, what == CURL_POLL_REMOVE ? NULL : (void *)1);
    return 0;
}

static int set_timeout(CURLM *unused, long milliseconds, void *data)
{
    (void)unused, (void)data;
    next_timeout = milliseconds;
    return 0;
}

static CURL *open_easy(const char *url)
{
    CURL *easy = curl_easy_init();
    curl_easy_setopt(easy, CURLOPT_URL, url);
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, take);
    curl_easy_setopt(easy, CURLOPT_VERBOSE, 1L);
    curl_easy_setopt(easy, CURLOPT_DEBUGFUNCTION, hear);
    curl_easy_setopt(easy, CURLOPT_BUFFERSIZE, 256 * 1024L);
    curl_easy_setopt(easy, CURLOPT_CAINFO, getenv("SSL_CERT_FILE"));
    return easy;
}

static void get(void)
{
    char url[256];
    snprintf(url, sizeof url, "%s://127.0.0.1:%d%s", work.is_tls ? "https" : "http", work.port, work.path);
    int started = work.in_flight, done = 0, running;
    for (int i = 0; i < work.in_flight; i++)
        curl_multi_add_handle(multi, open_easy(url));
    while (done < work.total) {
        struct epoll_event events[256];
        int count = epoll_wait(poller, events, 256, (int)next_timeout);
        if (count <= 0) {
            next_timeout = -1;
            curl_multi_socket_action(multi, CURL_SOCKET_TIMEOUT, 0, &running);
        }
        for (int i = 0; i < count; i++) {
            int bits = (events[i].events & EPOLLIN ? CURL_CSELECT_IN : 0) | (events[i].events & EPOLLOUT ? CURL_CSELECT_OUT : 0)
                       | (events[i].events & (EPOLLERR | EPOLLHUP) ? CURL_CSELECT_ERR : 0);
            curl_multi_socket_action(multi, events[i].data.fd, bits, &running);
        }
        CURLMsg *message;
        int left;
        while ((message = curl_multi_info_read(multi, &left))) {
            if (message->data.result != CURLE_OK) {
                fprintf(stderr, "failed: %s\n", curl_easy_strerror(message->data.result));
                exit(1);
            }
            CURL *easy = message->easy_handle;
            curl_multi_remove_handle(multi, easy);
            done++;
            if (started < work.total) {
                started++;
                curl_multi_add_handle(multi, easy);
            }
        }
    }
}

/* As session, connection and request: a multi and an easy handle. */
static void handles(void)
{
    for (int i = 0; i < work.total; i++) {
        CURLM *three = curl_multi_init();
        curl_easy_cleanup(open_easy("http://127.0.0.1/"));
        curl_multi_cleanup(three);
    }
}

int main(int count, char **args)
{
    work = work_of(count, args);
    curl_global_init(CURL_GLOBAL_DEFAULT);
    poller = epoll_create1(0);
    multi = curl_multi_init();
    curl_multi_setopt(multi, CURLMOPT_SOCKETFUNCTION, watch);
    curl_multi_setopt(multi, CURLMOPT_TIMERFUNCTION, set_timeout);
    curl_multi_setopt(multi, CURLMOPT_MAXCONNECTS, (long)work.in_flight);
    struct measure since = begin();
    if (is_kind(&work, "handles"))
        handles();
    else
        get();
    report(&since, work.total);
    return 0;
}
