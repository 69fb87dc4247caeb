/*
 * many_waits.c: several asynchronous requests at once, waited for together: any of them, then all of
 * them. A semaphore counts how many may run.
 */
#include <windows.h>
#include <wininet.h>
#include <stdio.h>

#define REQUESTS 6
#define AT_ONCE 4

typedef struct {
    DWORD dwIndex;
    HINTERNET hRequest;
    HANDLE hDone;
    HANDLE hClosed;
    DWORD dwError;
} REQUEST;

static REQUEST g_aRequests[REQUESTS];
static HANDLE g_hSlots;
static LONG volatile g_lRunning, g_lMost;

static void CALLBACK Callback(HINTERNET hInternet, DWORD_PTR dwContext, DWORD dwStatus, LPVOID lpInfo,
    DWORD dwLength)
{
    REQUEST *pRequest = (REQUEST *)dwContext;
    (void)hInternet;
    (void)dwLength;
    if (pRequest == NULL) {
        return;
    }
    if (dwStatus == INTERNET_STATUS_REQUEST_COMPLETE) {
        pRequest->dwError = ((INTERNET_ASYNC_RESULT *)lpInfo)->dwError;
        InterlockedDecrement(&g_lRunning);
        ReleaseSemaphore(g_hSlots, 1, NULL);
        SetEvent(pRequest->hDone);
    } else if (dwStatus == INTERNET_STATUS_HANDLE_CLOSING) {
        SetEvent(pRequest->hClosed);
    }
}

static BOOL Start(HINTERNET hConnect, REQUEST *pRequest)
{
    LONG lRunning, lMost;
    pRequest->hRequest = HttpOpenRequestA(hConnect, "GET", pRequest->dwIndex % 2 ? "/hello" : "/large", NULL,
        NULL, NULL, INTERNET_FLAG_RELOAD, (DWORD_PTR)pRequest);
    if (pRequest->hRequest == NULL || WaitForSingleObject(g_hSlots, 30000) != WAIT_OBJECT_0) {
        return FALSE;
    }
    lRunning = InterlockedIncrement(&g_lRunning);
    do {
        lMost = g_lMost;
    } while (lRunning > lMost && InterlockedCompareExchange(&g_lMost, lRunning, lMost) != lMost);
    if (HttpSendRequestA(pRequest->hRequest, NULL, 0, NULL, 0)) {
        InterlockedDecrement(&g_lRunning);
        ReleaseSemaphore(g_hSlots, 1, NULL);
        SetEvent(pRequest->hDone);
        return TRUE;
    }
    return GetLastError() == ERROR_IO_PENDING;
}

int main(int argc, char **argv)
{
    HANDLE ahDone[REQUESTS], ahClosed[REQUESTS];
    BOOL abSeen[REQUESTS];
    char szHost[256] = "";
    URL_COMPONENTSA uc;
    HINTERNET hSession, hConnect;
    DWORD i, dwWait;

    ZeroMemory(&uc, sizeof(uc));
    uc.dwStructSize = sizeof(uc);
    uc.lpszHostName = szHost;
    uc.dwHostNameLength = sizeof(szHost);
    if (argc < 2 || !InternetCrackUrlA(argv[1], 0, 0, &uc)) {
        return 2;
    }
    g_hSlots = CreateSemaphore(NULL, AT_ONCE, AT_ONCE, NULL);
    hSession = InternetOpenA("many", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, INTERNET_FLAG_ASYNC);
    InternetSetStatusCallbackA(hSession, Callback);
    hConnect = InternetConnectA(hSession, szHost, uc.nPort, NULL, NULL, INTERNET_SERVICE_HTTP, 0, 0);
    for (i = 0; i < REQUESTS; i++) {
        g_aRequests[i].dwIndex = i;
        ahDone[i] = g_aRequests[i].hDone = CreateEvent(NULL, TRUE, FALSE, NULL);
        ahClosed[i] = g_aRequests[i].hClosed = CreateEvent(NULL, TRUE, FALSE, NULL);
        abSeen[i] = FALSE;
        if (!Start(hConnect, &g_aRequests[i])) {
            printf("request %lu: %lu\n", i, GetLastError());
            return 1;
        }
    }
    /* One after the other, each once. */
    for (i = 0; i < REQUESTS; i++) {
        dwWait = WaitForMultipleObjects(REQUESTS, ahDone, FALSE, 30000);
        if (dwWait >= WAIT_OBJECT_0 + REQUESTS || abSeen[dwWait - WAIT_OBJECT_0]) {
            printf("waited: %lu\n", dwWait);
            return 1;
        }
        abSeen[dwWait - WAIT_OBJECT_0] = TRUE;
        ResetEvent(ahDone[dwWait - WAIT_OBJECT_0]);
    }
    if (WaitForMultipleObjects(REQUESTS, ahDone, FALSE, 0) != WAIT_TIMEOUT) {
        return 1;
    }
    for (i = 0; i < REQUESTS; i++) {
        if (g_aRequests[i].dwError != ERROR_SUCCESS) {
            return 1;
        }
        InternetCloseHandle(g_aRequests[i].hRequest);
    }
    if (WaitForMultipleObjects(REQUESTS, ahClosed, TRUE, 30000) != WAIT_OBJECT_0) {
        return 1;
    }
    printf("%d requests, at most %ld at once\n", REQUESTS, g_lMost);
    InternetCloseHandle(hConnect);
    InternetCloseHandle(hSession);
    for (i = 0; i < REQUESTS; i++) {
        CloseHandle(ahDone[i]);
        CloseHandle(ahClosed[i]);
    }
    return CloseHandle(g_hSlots) && g_lMost >= 1 && g_lMost <= AT_ONCE ? 0 : 1;
}
