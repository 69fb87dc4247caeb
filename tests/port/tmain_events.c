/*
 * tmain_events.c: a Unicode console program. An asynchronous GET whose callback sets events, which
 * _tmain waits for.
 */
#include <windows.h>
#include <wininet.h>
#include <tchar.h>
#include <stdio.h>

typedef struct _REQUEST_CONTEXT {
    HINTERNET hResource;
    HANDLE hHandleCreated;
    HANDLE hComplete;
    HANDLE hClosed;
    DWORD dwError;
} REQUEST_CONTEXT, *LPREQUEST_CONTEXT;

static VOID CALLBACK StatusCallback(HINTERNET hInternet, DWORD_PTR dwContext, DWORD dwStatus,
    LPVOID lpvInformation, DWORD dwLength)
{
    LPREQUEST_CONTEXT pContext = (LPREQUEST_CONTEXT)dwContext;
    LPINTERNET_ASYNC_RESULT pResult = (LPINTERNET_ASYNC_RESULT)lpvInformation;

    UNREFERENCED_PARAMETER(hInternet);
    UNREFERENCED_PARAMETER(dwLength);
    if (pContext == NULL) {
        return;
    }
    switch (dwStatus) {
    case INTERNET_STATUS_HANDLE_CREATED:
        pContext->hResource = (HINTERNET)pResult->dwResult;
        SetEvent(pContext->hHandleCreated);
        break;
    case INTERNET_STATUS_REQUEST_COMPLETE:
        pContext->dwError = pResult->dwError;
        SetEvent(pContext->hComplete);
        break;
    case INTERNET_STATUS_HANDLE_CLOSING:
        SetEvent(pContext->hClosed);
        break;
    }
}

static void ReportError(LPCTSTR lpszWhat, DWORD dwError)
{
    LPTSTR lpszMessage = NULL;
    DWORD dwFlags = FORMAT_MESSAGE_ALLOCATE_BUFFER | FORMAT_MESSAGE_FROM_SYSTEM |
                    FORMAT_MESSAGE_FROM_HMODULE | FORMAT_MESSAGE_IGNORE_INSERTS;

    FormatMessage(dwFlags, GetModuleHandle(_T("wininet.dll")), dwError,
        MAKELANGID(LANG_NEUTRAL, SUBLANG_DEFAULT), (LPTSTR)&lpszMessage, 0, NULL);
    _ftprintf(stderr, _T("%s failed with %lu: %s\n"), lpszWhat, dwError,
        lpszMessage != NULL ? lpszMessage : _T("(no text)"));
    LocalFree(lpszMessage);
}

/* Waits for an operation that has returned FALSE. */
static BOOL Finish(LPREQUEST_CONTEXT pContext, LPCTSTR lpszWhat)
{
    DWORD dwError = GetLastError();

    if (dwError == ERROR_IO_PENDING) {
        if (WaitForSingleObject(pContext->hComplete, 30000) != WAIT_OBJECT_0) {
            _ftprintf(stderr, _T("%s takes too long\n"), lpszWhat);
            return FALSE;
        }
        dwError = pContext->dwError;
    }
    if (dwError != ERROR_SUCCESS) {
        ReportError(lpszWhat, dwError);
        return FALSE;
    }
    return TRUE;
}

static DWORD ReadAll(LPREQUEST_CONTEXT pContext, DWORD *pdwSum)
{
    static BYTE abBuffer[5000];
    INTERNET_BUFFERS ib;
    DWORD dwTotal = 0, i;

    for (;;) {
        ZeroMemory(&ib, sizeof(ib));
        ib.dwStructSize = sizeof(ib);
        ib.lpvBuffer = abBuffer;
        ib.dwBufferLength = sizeof(abBuffer);
        if (!InternetReadFileEx(pContext->hResource, &ib, 0, (DWORD_PTR)pContext) &&
            !Finish(pContext, _T("InternetReadFileEx"))) {
            return 0;
        }
        if (ib.dwBufferLength == 0) {
            return dwTotal;
        }
        for (i = 0; i < ib.dwBufferLength; i++) {
            *pdwSum += abBuffer[i];
        }
        dwTotal += ib.dwBufferLength;
    }
}

int _tmain(int argc, _TCHAR *argv[])
{
    REQUEST_CONTEXT Context = {NULL, NULL, NULL, NULL, 0};
    HINTERNET hSession;
    TCHAR szUrl[256];
    DWORD dwTotal, dwSum = 0, dwExpected = 0, i;

    if (argc < 2) {
        _tprintf(_T("usage: %s URL\n"), argv[0]);
        return 2;
    }
    _sntprintf(szUrl, sizeof(szUrl) / sizeof(szUrl[0]) - 1, _T("%s/large"), argv[1]);
    szUrl[sizeof(szUrl) / sizeof(szUrl[0]) - 1] = _T('\0');

    Context.hHandleCreated = CreateEvent(NULL, TRUE, FALSE, NULL);
    Context.hComplete = CreateEvent(NULL, FALSE, FALSE, NULL);
    Context.hClosed = CreateEvent(NULL, TRUE, FALSE, NULL);

    hSession = InternetOpen(_T("Events/1.0"), INTERNET_OPEN_TYPE_DIRECT, NULL, NULL,
        INTERNET_FLAG_ASYNC);
    if (hSession == NULL) {
        ReportError(_T("InternetOpen"), GetLastError());
        return 1;
    }
    if (InternetSetStatusCallback(hSession, StatusCallback) == INTERNET_INVALID_STATUS_CALLBACK) {
        return 1;
    }
    if (InternetOpenUrl(hSession, szUrl, NULL, 0, INTERNET_FLAG_RELOAD, (DWORD_PTR)&Context) == NULL &&
        !Finish(&Context, _T("InternetOpenUrl"))) {
        return 1;
    }
    if (WaitForSingleObject(Context.hHandleCreated, 0) != WAIT_OBJECT_0) {
        return 1;
    }
    dwTotal = ReadAll(&Context, &dwSum);
    for (i = 0; i < dwTotal; i++) {
        dwExpected += 'a' + i % 26;
    }
    _tprintf(_T("%lu bytes of %s, sum %lu, expected %lu\n"), dwTotal, szUrl, dwSum, dwExpected);

    /* The context lives until the last word about its handle. */
    InternetCloseHandle(Context.hResource);
    if (WaitForSingleObject(Context.hClosed, 30000) != WAIT_OBJECT_0) {
        return 1;
    }
    InternetCloseHandle(hSession);
    CloseHandle(Context.hHandleCreated);
    CloseHandle(Context.hComplete);
    CloseHandle(Context.hClosed);
    return dwTotal == 262144 && dwSum == dwExpected ? 0 : 1;
}
