/* strsafe_headers.c: strsafe.h, LocalAlloc, and the headers of an answer in a loop of sizes. Both flavours. */
#include <windows.h>
#include <wininet.h>
#include <tchar.h>
#include <strsafe.h>
#include <stdio.h>

/* All headers of the answer, to be freed with LocalFree. */
static LPTSTR AllHeaders(HINTERNET hRequest)
{
    LPTSTR lpszHeaders = NULL;
    DWORD cb = 0;

    while (!HttpQueryInfo(hRequest, HTTP_QUERY_RAW_HEADERS_CRLF, lpszHeaders, &cb, NULL)) {
        if (GetLastError() != ERROR_INSUFFICIENT_BUFFER || lpszHeaders != NULL) {
            LocalFree(lpszHeaders);
            return NULL;
        }
        lpszHeaders = (LPTSTR)LocalAlloc(LPTR, cb);
    }
    return lpszHeaders;
}

int _tmain(int argc, _TCHAR *argv[])
{
    TCHAR szUrl[200], szAgent[16], szSmall[8], szLine[64];
    LPTSTR lpszHeaders;
    HINTERNET hSession, hUrl;
    size_t cch = 0;
    int result = 0;

    if (argc < 2 || FAILED(StringCchPrintf(szUrl, ARRAYSIZE(szUrl), TEXT("%s/%s"), argv[1], TEXT("hello")))) {
        return 2;
    }
    if (FAILED(StringCchCopy(szAgent, ARRAYSIZE(szAgent), TEXT("strsafe"))) ||
        FAILED(StringCbCat(szAgent, sizeof(szAgent), TEXT("/1.0"))) ||
        FAILED(StringCchLength(szAgent, ARRAYSIZE(szAgent), &cch)) || cch != 11) {
        return 3;
    }
    if (StringCchPrintf(szSmall, ARRAYSIZE(szSmall), TEXT("%d%d"), 12345, 67890) != STRSAFE_E_INSUFFICIENT_BUFFER ||
        _tcscmp(szSmall, TEXT("1234567")) != 0) {
        return 4;
    }
    hSession = InternetOpen(szAgent, INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, 0);
    hUrl = InternetOpenUrl(hSession, szUrl, TEXT("X-Asked: yes\r\n"), (DWORD)-1L, INTERNET_FLAG_RELOAD, 0);
    if (hUrl == NULL) {
        _ftprintf(stderr, TEXT("InternetOpenUrl: %lu\n"), GetLastError());
        return 5;
    }
    lpszHeaders = AllHeaders(hUrl);
    if (lpszHeaders == NULL || _tcsstr(lpszHeaders, TEXT("Content-Type: text/plain\r\n")) == NULL ||
        _tcsnicmp(lpszHeaders, TEXT("http/1.1 200"), 12) != 0) {
        result = 6;
    }
    if (lpszHeaders != NULL) {
        LPTSTR lpszContext = NULL;
        LPTSTR lpsz = _tcstok_s(lpszHeaders, TEXT("\r\n"), &lpszContext);
        int nLines = 0;
        for (; lpsz != NULL; lpsz = _tcstok_s(NULL, TEXT("\r\n"), &lpszContext)) {
            StringCchPrintf(szLine, ARRAYSIZE(szLine), TEXT("%2d: %-40.40s|"), ++nLines, lpsz);
            _putts(szLine);
        }
        if (nLines < 3) {
            result = 7;
        }
    }
    LocalFree(lpszHeaders);
    InternetCloseHandle(hUrl);
    InternetCloseHandle(hSession);
    return result;
}
