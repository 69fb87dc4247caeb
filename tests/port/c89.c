/* c89.c: an old program: declarations first, lstr functions, wsprintf, GlobalAlloc, no prototypes lost. */
#include <windows.h>
#include <stdio.h>
#include <wininet.h>

#define BUFSIZE 1000

static LPSTR FetchPage(HINTERNET hSession, LPSTR lpszUrl, DWORD FAR *lpdwSize)
{
    HINTERNET hUrl;
    HGLOBAL hMem;
    LPSTR lpText;
    DWORD dwRead;
    DWORD dwSize;

    *lpdwSize = 0;
    hUrl = InternetOpenUrl(hSession, lpszUrl, NULL, 0, INTERNET_FLAG_RELOAD | INTERNET_FLAG_DONT_CACHE, 0);
    if (hUrl == NULL)
        return NULL;
    dwSize = 0;
    hMem = GlobalAlloc(GHND, BUFSIZE + 1);
    while (hMem != NULL) {
        lpText = (LPSTR)GlobalLock(hMem);
        if (!InternetReadFile(hUrl, lpText + dwSize, BUFSIZE, &dwRead) || dwRead == 0) {
            lpText[dwSize] = '\0';
            GlobalUnlock(hMem);
            break;
        }
        dwSize += dwRead;
        GlobalUnlock(hMem);
        hMem = GlobalReAlloc(hMem, dwSize + BUFSIZE + 1, GMEM_MOVEABLE | GMEM_ZEROINIT);
    }
    InternetCloseHandle(hUrl);
    *lpdwSize = dwSize;
    return (LPSTR)hMem;
}

int main(argc, argv)
int argc;
char **argv;
{
    HINTERNET hSession;
    CHAR szUrl[300];
    CHAR szLine[100];
    LPSTR lpPage;
    DWORD dwSize;
    WORD wResult;
    SYSTEMTIME st;
    LONG lLines;
    int i;

    if (argc < 2)
        return 2;
    GetLocalTime(&st);
    lstrcpy(szUrl, argv[1]);
    lstrcat(szUrl, "/hello");
    hSession = InternetOpen("c89", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, 0);
    lpPage = FetchPage(hSession, szUrl, &dwSize);
    if (lpPage == NULL) {
        wsprintf(szLine, "error %lu", GetLastError());
        puts(szLine);
        return 1;
    }
    lLines = 0L;
    for (i = 0; i < (int)dwSize; i++)
        if (lpPage[i] == '\n')
            lLines++;
    wsprintf(szLine, "%02d:%02d %s has %ld line, %lu bytes, %lX", st.wHour, st.wMinute,
             (LPSTR)szUrl + lstrlen(argv[1]), lLines, dwSize, 0xABCL);
    puts(szLine);
    wResult = (WORD)(lstrcmpi(lpPage, "HELLO FROM THE SERVER.\n") == 0 && lLines == 1L ? 0 : 1);
    if (lstrcmp(szLine + 6, "/hello has 1 line, 23 bytes, ABC") != 0)
        wResult = 3;
    GlobalFree((HGLOBAL)lpPage);
    InternetCloseHandle(hSession);
    return (int)LOBYTE(wResult);
}
