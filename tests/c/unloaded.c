/* unloaded.c: dlclose while requests are under way. For dlopen alone. */
#include "fetch.h"

int main(int argc, char **argv)
{
    struct record *record = record_new();
    fetch_port = (INTERNET_PORT)atoi(argc > 1 ? argv[1] : "0");
    HINTERNET connection = InternetConnect(fetch_session(1), "127.0.0.1", fetch_port, NULL, NULL,
                                           INTERNET_SERVICE_HTTP, 0, 0);
    HINTERNET request = HttpOpenRequest(connection, "GET", "/slow", NULL, NULL, NULL, 0,
                                        (DWORD_PTR)record);
    HttpSendRequest(request, NULL, 0, NULL, 0);
    record_wait_status(record, INTERNET_STATUS_REQUEST_SENT);
    printf("unloaded %d\n", dlclose(api_library));
    record_wait(&record->completions, 1);
    printf("completed with %d\n", (int)record->result.dwResult);

    api_library = dlopen("libwininet.so.0", RTLD_NOW | RTLD_LOCAL);
    printf("loaded again: the same %d\n",
           dlsym(api_library, "InternetOpenA") == *(void **)&api_InternetOpenA);
    InternetCloseHandle(request);
    record_wait(&record->closings, 1);
    printf("a request: %u\n", (unsigned)get(1, "/"));
    free(record);
    return 0;
}
