/*
 * downloader.c: a thread that downloads to a temporary file, and a critical section around what it
 * tells the main thread.
 */
#include <windows.h>
#include <wininet.h>
#include <stdio.h>
#include <string.h>

typedef struct tagDOWNLOAD {
    CRITICAL_SECTION cs;
    CHAR szUrl[512];
    CHAR szFile[MAX_PATH];
    DWORD dwDone;
    DWORD dwSize;
    BOOL bFinished;
    HANDLE hProgress;
} DOWNLOAD, *LPDOWNLOAD;

static DWORD WINAPI DownloadThread(LPVOID lpParameter)
{
    LPDOWNLOAD pDownload = (LPDOWNLOAD)lpParameter;
    HINTERNET hSession, hUrl;
    HANDLE hFile;
    BYTE buffer[8192];
    DWORD dwRead, dwWritten, dwSize = 0, cbSize = sizeof(dwSize);
    DWORD dwResult = 1;

    hSession = InternetOpenA("Downloader", INTERNET_OPEN_TYPE_PRECONFIG, NULL, NULL, 0);
    hUrl = InternetOpenUrlA(hSession, pDownload->szUrl, NULL, 0,
        INTERNET_FLAG_RELOAD | INTERNET_FLAG_NO_UI, 0);
    if (hUrl == NULL) {
        InternetCloseHandle(hSession);
        return GetLastError();
    }
    if (HttpQueryInfoA(hUrl, HTTP_QUERY_CONTENT_LENGTH | HTTP_QUERY_FLAG_NUMBER, &dwSize, &cbSize, NULL)) {
        EnterCriticalSection(&pDownload->cs);
        pDownload->dwSize = dwSize;
        LeaveCriticalSection(&pDownload->cs);
    }
    hFile = CreateFileA(pDownload->szFile, GENERIC_WRITE, 0, NULL, CREATE_ALWAYS,
        FILE_ATTRIBUTE_NORMAL, NULL);
    if (hFile != INVALID_HANDLE_VALUE) {
        while (InternetReadFile(hUrl, buffer, sizeof(buffer), &dwRead)) {
            if (dwRead == 0) {
                dwResult = 0;
                break;
            }
            if (!WriteFile(hFile, buffer, dwRead, &dwWritten, NULL) || dwWritten != dwRead) {
                break;
            }
            EnterCriticalSection(&pDownload->cs);
            pDownload->dwDone += dwRead;
            LeaveCriticalSection(&pDownload->cs);
            SetEvent(pDownload->hProgress);
        }
        CloseHandle(hFile);
    }
    InternetCloseHandle(hUrl);
    InternetCloseHandle(hSession);
    EnterCriticalSection(&pDownload->cs);
    pDownload->bFinished = TRUE;
    LeaveCriticalSection(&pDownload->cs);
    SetEvent(pDownload->hProgress);
    return dwResult;
}

static DWORD FileSize(LPCSTR lpszFile)
{
    HANDLE hFile = CreateFileA(lpszFile, GENERIC_READ, FILE_SHARE_READ, NULL, OPEN_EXISTING, 0, NULL);
    DWORD dwHigh = 1, dwLow;
    if (hFile == INVALID_HANDLE_VALUE) {
        return INVALID_FILE_SIZE;
    }
    dwLow = GetFileSize(hFile, &dwHigh);
    CloseHandle(hFile);
    return dwHigh == 0 ? dwLow : INVALID_FILE_SIZE;
}

int main(int argc, char **argv)
{
    DOWNLOAD download;
    CHAR szDirectory[MAX_PATH];
    HANDLE hThread, ahWait[2];
    DWORD dwThreadId, dwExit = 99, dwStart = GetTickCount(), dwDone = 0, dwWait;
    BOOL bFinished = FALSE;

    if (argc < 2) {
        return 2;
    }
    ZeroMemory(&download, sizeof(download));
    InitializeCriticalSection(&download.cs);
    download.hProgress = CreateEvent(NULL, FALSE, FALSE, NULL);
    wsprintfA(download.szUrl, "%s/large", argv[1]);
    GetTempPathA(MAX_PATH, szDirectory);
    if (GetTempFileNameA(szDirectory, "DWN", 0, download.szFile) == 0) {
        printf("GetTempFileName: %lu\n", GetLastError());
        return 1;
    }
    hThread = CreateThread(NULL, 0, DownloadThread, &download, 0, &dwThreadId);
    if (hThread == NULL) {
        return 1;
    }
    ahWait[0] = download.hProgress;
    ahWait[1] = hThread;
    while (!bFinished) {
        dwWait = WaitForMultipleObjects(2, ahWait, FALSE, 30000);
        if (dwWait != WAIT_OBJECT_0 && dwWait != WAIT_OBJECT_0 + 1) {
            printf("waited in vain: %lu\n", dwWait);
            return 1;
        }
        EnterCriticalSection(&download.cs);
        dwDone = download.dwDone;
        bFinished = download.bFinished || dwWait == WAIT_OBJECT_0 + 1;
        LeaveCriticalSection(&download.cs);
    }
    WaitForSingleObject(hThread, INFINITE);
    GetExitCodeThread(hThread, &dwExit);
    CloseHandle(hThread);
    printf("thread %lu: exit code %lu, %lu of %lu bytes in %lu ms\n", dwThreadId, dwExit,
        dwDone, download.dwSize, GetTickCount() - dwStart);
    if (dwExit != 0 || download.dwSize != 262144 || FileSize(download.szFile) != 262144) {
        return 1;
    }
    if (!DeleteFileA(download.szFile) || FileSize(download.szFile) != INVALID_FILE_SIZE) {
        return 1;
    }
    if (GetLastError() != ERROR_FILE_NOT_FOUND) {
        return 1;
    }
    CloseHandle(download.hProgress);
    DeleteCriticalSection(&download.cs);
    return 0;
}
