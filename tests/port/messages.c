/* messages.c: what goes wrong, in words: FormatMessage in its forms. */
#include <windows.h>
#include <wininet.h>
#include <stdio.h>
#include <string.h>

/* The text of an error code, without the end of its line. */
static DWORD ErrorText(DWORD dwError, LPSTR lpszText, DWORD cchText)
{
    HMODULE hModule = NULL;
    DWORD dwFlags = FORMAT_MESSAGE_FROM_SYSTEM | FORMAT_MESSAGE_IGNORE_INSERTS;
    DWORD cch;

    if (dwError >= INTERNET_ERROR_BASE && dwError <= INTERNET_ERROR_LAST) {
        hModule = GetModuleHandleA("wininet.dll");
        dwFlags |= FORMAT_MESSAGE_FROM_HMODULE;
    }
    cch = FormatMessageA(dwFlags, hModule, dwError, MAKELANGID(LANG_NEUTRAL, SUBLANG_DEFAULT), lpszText,
        cchText, NULL);
    while (cch > 0 && (lpszText[cch - 1] == '\n' || lpszText[cch - 1] == '\r')) {
        lpszText[--cch] = '\0';
    }
    return cch;
}

/* Opens what cannot be opened, and says why. */
static BOOL Fails(HINTERNET hSession, LPCSTR lpszUrl, DWORD dwExpected)
{
    HINTERNET hUrl = InternetOpenUrlA(hSession, lpszUrl, NULL, 0, INTERNET_FLAG_RELOAD, 0);
    DWORD dwError = GetLastError();
    CHAR szText[512] = "";
    DWORD cch = ErrorText(dwError, szText, sizeof(szText));

    printf("%s: %lu, %s\n", lpszUrl, dwError, szText);
    return hUrl == NULL && dwError == dwExpected && cch > 5 && strlen(szText) == cch;
}

static DWORD Insert(LPSTR *ppszText, LPCSTR lpszFormat, ...)
{
    va_list args;
    DWORD cch;
    va_start(args, lpszFormat);
    cch = FormatMessageA(FORMAT_MESSAGE_FROM_STRING | FORMAT_MESSAGE_ALLOCATE_BUFFER, lpszFormat, 0, 0,
        (LPSTR)ppszText, 0, &args);
    va_end(args);
    return cch;
}

int main(int argc, char **argv)
{
    HINTERNET hSession;
    LPSTR lpszText = NULL;
    CHAR szText[128];
    DWORD_PTR aInserts[3];
    int result = 0;

    if (argc < 2) {
        return 2;
    }
    hSession = InternetOpenA("messages", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, 0);
    if (!Fails(hSession, "http://127.0.0.1:9/", ERROR_INTERNET_CANNOT_CONNECT) ||
        !Fails(hSession, "nonsense://127.0.0.1/", ERROR_INTERNET_UNRECOGNIZED_SCHEME)) {
        result = 1;
    }
    InternetCloseHandle(hSession);

    if (Insert(&lpszText, "%1 answered %2!u! at %3%%: 0x%4!08lX!.%0 Not this.", argv[1], 200, "100", 0xBEEF) == 0 ||
        strncmp(lpszText, argv[1], strlen(argv[1])) != 0 ||
        strcmp(lpszText + strlen(argv[1]), " answered 200 at 100%: 0x0000BEEF.") != 0) {
        printf("Insert: %s\n", lpszText != NULL ? lpszText : "(null)");
        result = 1;
    }
    LocalFree(lpszText);

    aInserts[0] = 5;
    aInserts[1] = (DWORD_PTR) "padded";
    aInserts[2] = (DWORD_PTR)-3;
    if (FormatMessageA(FORMAT_MESSAGE_FROM_STRING | FORMAT_MESSAGE_ARGUMENT_ARRAY, "[%2!10s!] %1!d! %3!d!%n",
            0, 0, szText, sizeof(szText), (va_list *)aInserts) == 0 ||
        strcmp(szText, "[    padded] 5 -3\r\n") != 0) {
        printf("ARGUMENT_ARRAY: %s\n", szText);
        result = 1;
    }
    if (FormatMessageA(FORMAT_MESSAGE_FROM_SYSTEM, NULL, ERROR_ACCESS_DENIED, 0, szText, 5, NULL) != 0 ||
        GetLastError() != ERROR_INSUFFICIENT_BUFFER) {
        result = 1;
    }
    if (FormatMessageA(FORMAT_MESSAGE_FROM_SYSTEM | FORMAT_MESSAGE_MAX_WIDTH_MASK, NULL, ERROR_FILE_NOT_FOUND, 0,
            szText, sizeof(szText), NULL) == 0 || strchr(szText, '\n') != NULL) {
        result = 1;
    }
    printf("%s\n", szText);
    return result;
}
