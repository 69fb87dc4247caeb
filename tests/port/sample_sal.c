/*++

Module Name:
    sample_sal.c

Abstract:
    In the style of Microsoft's samples of the Windows 7 SDK: old annotations, wmain, overlapped files
    with completion routines. Posts a file asynchronously, or gets one, and writes the answer to a file.

--*/
#ifndef UNICODE
#define UNICODE
#endif

#include    <windows.h>
#include    <stdio.h>
#include    <stdlib.h>
#include    <strsafe.h>
#include    <wininet.h>
#include    <Winternl.h>

#define BUFFER_LEN 4096
#define ERR_MSG_LEN 512

#define STATE_GET 1
#define STATE_POST 2
#define STATE_ANSWER 3
#define STATE_CLOSED 4

typedef struct _APP_CONTEXT
{
    HINTERNET hRequest;
    HANDLE hEvent;
    HANDLE hFile;
    DWORD dwState;
    DWORD dwError;
    DWORD dwDownloaded;
    DWORD dwOffset;
    LONG lPendingWrites;
    BOOL bReceiveDone;
    CRITICAL_SECTION crSection;
    char buffer[BUFFER_LEN];
} APP_CONTEXT, *PAPP_CONTEXT;

typedef struct _IO_BUF
{
    OVERLAPPED lpo;
    APP_CONTEXT *aContext;
    char buffer[BUFFER_LEN];
} IO_BUF;

VOID CALLBACK CallBack(HINTERNET,
                       __in DWORD_PTR,
                       DWORD,
                       __in_bcount(dwStatusInformationLength) LPVOID,
                       DWORD dwStatusInformationLength);
VOID CALLBACK WriteFileCallBack(DWORD, DWORD, __in LPOVERLAPPED);
VOID DoRead(__inout PAPP_CONTEXT);
VOID LogError(DWORD, __in LPCWSTR, BOOL);

VOID
LogError(DWORD err,
         __in LPCWSTR str,
         BOOL bInet)
{
    LPTSTR msgBuffer = (LPTSTR)malloc(ERR_MSG_LEN * sizeof(TCHAR));

    ZeroMemory(msgBuffer, ERR_MSG_LEN * sizeof(TCHAR));
    if (FormatMessage(bInet ? FORMAT_MESSAGE_FROM_HMODULE : FORMAT_MESSAGE_FROM_SYSTEM,
                      bInet ? GetModuleHandle(L"wininet.dll") : NULL,
                      err,
                      MAKELANGID(LANG_NEUTRAL, SUBLANG_DEFAULT),
                      msgBuffer,
                      ERR_MSG_LEN,
                      NULL))
    {
        fprintf(stderr, "%ws: %ws\n", str, msgBuffer);
    }
    else
    {
        fprintf(stderr, "Error %d while formatting message for %d in %ws\n", (int)GetLastError(), (int)err, str);
    }
    free(msgBuffer);
}

static VOID
Finish(__inout PAPP_CONTEXT aContext,
       DWORD dwError)
{
    aContext->dwError = dwError;
    SetEvent(aContext->hEvent);
}

static VOID
DoWrite(__inout PAPP_CONTEXT aContext)
{
    IO_BUF *io = (IO_BUF *)calloc(1, sizeof(IO_BUF));

    InterlockedIncrement(&aContext->lPendingWrites);
    io->aContext = aContext;
    io->lpo.Offset = aContext->dwOffset;
    CopyMemory(io->buffer, aContext->buffer, aContext->dwDownloaded);
    aContext->dwOffset += aContext->dwDownloaded;
    if (!WriteFile(aContext->hFile, io->buffer, aContext->dwDownloaded, NULL, &io->lpo) &&
        GetLastError() != ERROR_IO_PENDING)
    {
        LogError(GetLastError(), L"WriteFile", FALSE);
        exit(1);
    }
}

static VOID
ReceiveDone(__inout PAPP_CONTEXT aContext)
{
    BOOL bQuit;

    EnterCriticalSection(&aContext->crSection);
    aContext->bReceiveDone = TRUE;
    bQuit = aContext->lPendingWrites == 0;
    LeaveCriticalSection(&aContext->crSection);
    if (bQuit)
    {
        Finish(aContext, ERROR_SUCCESS);
    }
}

VOID
DoRead(__inout PAPP_CONTEXT aContext)
{
    DWORD dwError;

    while (InternetReadFile(aContext->hRequest, aContext->buffer, BUFFER_LEN, &aContext->dwDownloaded))
    {
        if (aContext->dwDownloaded == 0)
        {
            ReceiveDone(aContext);
            return;
        }
        DoWrite(aContext);
    }
    if ((dwError = GetLastError()) != ERROR_IO_PENDING)
    {
        LogError(dwError, L"InternetReadFile", TRUE);
        Finish(aContext, dwError);
    }
}

VOID CALLBACK
WriteFileCallBack(DWORD dwErrorCode,
                  DWORD dwNumberOfBytesTransfered,
                  __in LPOVERLAPPED lpOverlapped)
{
    IO_BUF *io = CONTAINING_RECORD(lpOverlapped, IO_BUF, lpo);
    PAPP_CONTEXT aContext = io->aContext;
    BOOL bQuit;

    UNREFERENCED_PARAMETER(dwNumberOfBytesTransfered);
    free(io);
    EnterCriticalSection(&aContext->crSection);
    bQuit = InterlockedDecrement(&aContext->lPendingWrites) == 0 && aContext->bReceiveDone;
    LeaveCriticalSection(&aContext->crSection);
    if (bQuit || dwErrorCode != ERROR_SUCCESS)
    {
        Finish(aContext, dwErrorCode);
    }
}

static VOID
OnComplete(__inout PAPP_CONTEXT aContext,
           __in LPINTERNET_ASYNC_RESULT result)
{
    static char body[] = "posted in the style of a sample";
    DWORD dwWritten;

    if (result->dwError != ERROR_SUCCESS)
    {
        LogError(result->dwError, L"Request_Complete", TRUE);
        Finish(aContext, result->dwError);
        return;
    }
    switch (aContext->dwState)
    {
        case STATE_POST:
            aContext->dwState = STATE_ANSWER;
            if (InternetWriteFile(aContext->hRequest, body, sizeof(body) - 1, &dwWritten) ||
                GetLastError() == ERROR_IO_PENDING)
            {
                if (HttpEndRequest(aContext->hRequest, NULL, 0, 0))
                {
                    DoRead(aContext);
                }
                else if (GetLastError() != ERROR_IO_PENDING)
                {
                    Finish(aContext, GetLastError());
                }
            }
            break;
        case STATE_ANSWER:
        case STATE_GET:
            aContext->dwState = STATE_CLOSED;
            DoRead(aContext);
            break;
        default:
            /* A read that was pending: what has come is in the buffer. */
            if (aContext->dwDownloaded == 0)
            {
                ReceiveDone(aContext);
                break;
            }
            DoWrite(aContext);
            DoRead(aContext);
            break;
    }
}

VOID CALLBACK
CallBack(HINTERNET hInternet,
         __in DWORD_PTR dwContext,
         DWORD dwInternetStatus,
         __in_bcount(dwStatusInformationLength) LPVOID lpvStatusInformation,
         DWORD dwStatusInformationLength)
{
    PAPP_CONTEXT aContext = (PAPP_CONTEXT)dwContext;

    UNREFERENCED_PARAMETER(dwStatusInformationLength);
    fprintf(stderr, "Callback Received for Handle %p \t%d\n", hInternet, (int)dwInternetStatus);
    if (aContext == NULL)
    {
        return;
    }
    if (dwInternetStatus == INTERNET_STATUS_REQUEST_COMPLETE)
    {
        OnComplete(aContext, (LPINTERNET_ASYNC_RESULT)lpvStatusInformation);
    }
    else if (dwInternetStatus == INTERNET_STATUS_HANDLE_CLOSING)
    {
        SetEvent(aContext->hEvent);
    }
}

/* One request from beginning to end. How many bytes have come into the file, or -1. */
static LONG
Run(__in HINTERNET hConnect,
    __in LPCWSTR verb,
    __in LPCWSTR resource,
    DWORD dwState)
{
    APP_CONTEXT context;
    WCHAR fileName[MAX_PATH];
    INTERNET_BUFFERS buffersIn;
    BOOL bSuccess;
    LONG lSize = -1;

    ZeroMemory(&context, sizeof(context));
    InitializeCriticalSection(&context.crSection);
    context.dwState = dwState;
    context.hEvent = CreateEvent(NULL, FALSE, FALSE, L"MAIN_SYNC");
    if (GetTempFileName(L".", L"TMP", 0, fileName) == 0)
    {
        LogError(GetLastError(), L"GetTempFileName", FALSE);
        return -1;
    }
    context.hFile = CreateFile(fileName, GENERIC_WRITE, 0, NULL, CREATE_ALWAYS,
                               FILE_ATTRIBUTE_NORMAL | FILE_FLAG_OVERLAPPED, NULL);
    if (!BindIoCompletionCallback(context.hFile, WriteFileCallBack, 0))
    {
        LogError(GetLastError(), L"BindIoCompletionCallback", FALSE);
        return -1;
    }
    context.hRequest = HttpOpenRequest(hConnect, verb, resource, NULL, NULL, NULL,
                                       INTERNET_FLAG_RELOAD | INTERNET_FLAG_NO_CACHE_WRITE,
                                       (DWORD_PTR)&context);
    if (dwState == STATE_GET)
    {
        bSuccess = HttpSendRequest(context.hRequest, NULL, 0, NULL, 0);
    }
    else
    {
        ZeroMemory(&buffersIn, sizeof(INTERNET_BUFFERS));
        buffersIn.dwStructSize = sizeof(INTERNET_BUFFERS);
        buffersIn.dwBufferTotal = 31;
        bSuccess = HttpSendRequestEx(context.hRequest, &buffersIn, NULL, 0, (DWORD_PTR)&context);
    }
    if (!bSuccess && GetLastError() != ERROR_IO_PENDING)
    {
        LogError(GetLastError(), L"HttpSendRequest(Ex)", TRUE);
        return -1;
    }
    switch (WaitForSingleObject(context.hEvent, 2 * 60 * 1000))
    {
        case WAIT_OBJECT_0:
            lSize = context.dwError == ERROR_SUCCESS ? (LONG)GetFileSize(context.hFile, NULL) : -1;
            break;
        case WAIT_TIMEOUT:
            fprintf(stderr, "Timeout while waiting for event\n");
            break;
    }
    InternetCloseHandle(context.hRequest);
    WaitForSingleObject(context.hEvent, INFINITE);
    CloseHandle(context.hFile);
    DeleteFile(fileName);
    CloseHandle(context.hEvent);
    DeleteCriticalSection(&context.crSection);
    return lSize;
}

int __cdecl wmain(int argc,
                  __in_ecount(argc) LPWSTR *argv)
{
    HINTERNET hSession, hConnect;
    WCHAR host[256];
    URL_COMPONENTS parts;
    LONG lGot, lPosted;

    if (argc < 2 || !wcsncmp(argv[1], L"-", 1))
    {
        printf("Usage: %ws URL\n", argv[0]);
        return 2;
    }
    ZeroMemory(&parts, sizeof(parts));
    parts.dwStructSize = sizeof(parts);
    parts.lpszHostName = host;
    parts.dwHostNameLength = ARRAYSIZE(host);
    if (!InternetCrackUrl(argv[1], 0, 0, &parts))
    {
        LogError(GetLastError(), L"InternetCrackUrl", TRUE);
        return 1;
    }
    hSession = InternetOpen(L"WinInet sample", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, INTERNET_FLAG_ASYNC);
    if (InternetSetStatusCallback(hSession, (INTERNET_STATUS_CALLBACK)CallBack) ==
        INTERNET_INVALID_STATUS_CALLBACK)
    {
        return 1;
    }
    hConnect = InternetConnect(hSession, host, parts.nPort, NULL, NULL, INTERNET_SERVICE_HTTP, 0, 0);
    lGot = Run(hConnect, L"GET", L"/large", STATE_GET);
    lPosted = Run(hConnect, L"POST", L"/echo", STATE_POST);
    InternetSetStatusCallback(hConnect, NULL);
    InternetCloseHandle(hConnect);
    InternetSetStatusCallback(hSession, NULL);
    InternetCloseHandle(hSession);
    printf("Done! %d bytes got, %d posted\n", (int)lGot, (int)lPosted);
    return lGot == 262144 && lPosted == 31 ? 0 : 1;
}
