/* upload_thread.c: _beginthreadex, a heap, and an upload in pieces whose progress a mutex guards. */
#include <windows.h>
#include <process.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wininet.h>

#define PIECE 1024
#define PIECES 40

typedef struct UPLOAD {
    const char *pszUrl;
    HANDLE hHeap;
    HANDLE hMutex;
    HANDLE hGo;
    DWORD cbSent;
} UPLOAD;

static unsigned __stdcall UploadThread(void *pv)
{
    UPLOAD *pUpload = (UPLOAD *)pv;
    char *pBody = (char *)HeapAlloc(pUpload->hHeap, HEAP_ZERO_MEMORY, PIECE);
    char szHost[100] = {0}, szAnswer[PIECE];
    URL_COMPONENTSA uc;
    INTERNET_BUFFERSA ib;
    HINTERNET hSession, hConnect, hRequest;
    DWORD cb, cbAnswer = 0, i;

    WaitForSingleObject(pUpload->hGo, INFINITE);
    memset(&uc, 0, sizeof(uc));
    memset(&ib, 0, sizeof(ib));
    uc.dwStructSize = sizeof(uc);
    uc.lpszHostName = szHost;
    uc.dwHostNameLength = sizeof(szHost);
    InternetCrackUrlA(pUpload->pszUrl, 0, 0, &uc);
    hSession = InternetOpenA("upload", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, 0);
    hConnect = InternetConnectA(hSession, szHost, uc.nPort, NULL, NULL, INTERNET_SERVICE_HTTP, 0, 0);
    hRequest = HttpOpenRequestA(hConnect, "PUT", "/echo", NULL, NULL, NULL, 0, 0);
    ib.dwStructSize = sizeof(ib);
    ib.dwBufferTotal = PIECE * PIECES;
    if (!HttpSendRequestExA(hRequest, &ib, NULL, 0, 0)) {
        return GetLastError();
    }
    for (i = 0; i < PIECES; i++) {
        memset(pBody, 'A' + (int)(i % 26), PIECE);
        if (!InternetWriteFile(hRequest, pBody, PIECE, &cb)) {
            return GetLastError();
        }
        WaitForSingleObject(pUpload->hMutex, INFINITE);
        pUpload->cbSent += cb;
        ReleaseMutex(pUpload->hMutex);
    }
    if (!HttpEndRequestA(hRequest, NULL, 0, 0)) {
        return GetLastError();
    }
    while (InternetReadFile(hRequest, szAnswer, sizeof(szAnswer), &cb) && cb > 0) {
        for (i = 0; i < cb; i++, cbAnswer++) {
            if (szAnswer[i] != (char)('A' + cbAnswer / PIECE % 26)) {
                return ERROR_INVALID_DATA;
            }
        }
    }
    InternetCloseHandle(hRequest);
    InternetCloseHandle(hConnect);
    InternetCloseHandle(hSession);
    HeapFree(pUpload->hHeap, 0, pBody);
    _endthreadex(cbAnswer == PIECE * PIECES ? ERROR_SUCCESS : ERROR_HANDLE_EOF);
    return 0;
}

int main(int argc, char **argv)
{
    UPLOAD Upload;
    HANDLE hThread;
    unsigned uThread = 0;
    DWORD dwExit = STILL_ACTIVE, dwSeen = 0;

    if (argc < 2) {
        return 2;
    }
    memset(&Upload, 0, sizeof(Upload));
    Upload.pszUrl = argv[1];
    Upload.hHeap = HeapCreate(0, 0, 0);
    Upload.hMutex = CreateMutex(NULL, TRUE, NULL);
    Upload.hGo = CreateEvent(NULL, FALSE, FALSE, "upload_thread.go");
    hThread = (HANDLE)_beginthreadex(NULL, 0, UploadThread, &Upload, CREATE_SUSPENDED, &uThread);
    if (hThread == NULL || uThread == 0 || uThread == GetCurrentThreadId()) {
        return 1;
    }
    GetExitCodeThread(hThread, &dwExit);
    if (dwExit != STILL_ACTIVE || WaitForSingleObject(hThread, 20) != WAIT_TIMEOUT) {
        return 1;
    }
    ResumeThread(hThread);
    SetEvent(Upload.hGo);
    ReleaseMutex(Upload.hMutex);
    while (WaitForSingleObject(hThread, 10) == WAIT_TIMEOUT) {
        if (WaitForSingleObject(Upload.hMutex, 10000) == WAIT_OBJECT_0) {
            dwSeen = Upload.cbSent;
            ReleaseMutex(Upload.hMutex);
        }
    }
    GetExitCodeThread(hThread, &dwExit);
    printf("thread %#x ended with %lu, %lu bytes sent, %lu seen on the way\n", uThread, dwExit, Upload.cbSent, dwSeen);
    CloseHandle(hThread);
    CloseHandle(Upload.hGo);
    CloseHandle(Upload.hMutex);
    HeapDestroy(Upload.hHeap);
    return dwExit == ERROR_SUCCESS && Upload.cbSent == PIECE * PIECES ? 0 : 1;
}
