/*
 * wide_pairs.c: the W forms with characters that are one wchar_t on Linux and two on Windows, with
 * sizes that count in them, and with halves of such a pair.
 */
#include <string.h>
#include <wchar.h>

#include "record.h"

#define FACE L"\U0001F600"

static void crack(void)
{
    static const wchar_t url[] = L"http://host/" FACE L"/b?" FACE L"#c";
    URL_COMPONENTSW parts;
    memset(&parts, 0, sizeof parts);
    parts.dwStructSize = sizeof parts;
    parts.dwUrlPathLength = parts.dwExtraInfoLength = 1;
    BOOL cracked = InternetCrackUrlW(url, 0, 0, &parts);
    printf("cracked %d: path right %d, extra right %d\n", cracked,
           parts.dwUrlPathLength == wcslen(L"/" FACE L"/b"),
           parts.lpszExtraInfo == url + wcslen(L"http://host/" FACE L"/b"));
}

static void ask_option(HINTERNET session)
{
    static const wchar_t name[] = L"agent " FACE;
    wchar_t found[32];
    DWORD size = 0;
    BOOL asked = InternetQueryOptionW(session, INTERNET_OPTION_USER_AGENT, NULL, &size);
    printf("agent %d, error %u, size in bytes right %d\n", asked, (unsigned)GetLastError(),
           size == sizeof name);
    size = sizeof found;
    asked = InternetQueryOptionW(session, INTERNET_OPTION_USER_AGENT, found, &size);
    printf("agent %d, the same %d\n", asked, wcscmp(found, name) == 0);
}

static void cookie(void)
{
    static const wchar_t data[] = L"a=" FACE;
    wchar_t found[32];
    DWORD size = sizeof found;
    BOOL set = InternetSetCookieW(L"http://pairs.example/", NULL, data);
    BOOL got = InternetGetCookieW(L"http://pairs.example/", NULL, found, &size);
    printf("cookie set %d, got %d, the same %d\n", set, got, wcscmp(found, data) == 0);
}

static void ask_server(HINTERNET session, INTERNET_PORT port)
{
    wchar_t text[64];
    DWORD size = sizeof text;
    HINTERNET connection = InternetConnectW(session, L"127.0.0.1", port, NULL, NULL,
                                            INTERNET_SERVICE_HTTP, 0, 0);
    HINTERNET request = HttpOpenRequestW(connection, L"GET", L"/" FACE, NULL, NULL, NULL, 0, 0);
    BOOL added = HttpAddRequestHeadersW(request, L"X-Face: " FACE L"!", (DWORD)-1,
                                        HTTP_ADDREQ_FLAG_ADD);
    BOOL sent = HttpSendRequestW(request, NULL, 0, NULL, 0);
    printf("added %d, sent %d\n", added, sent);
    BOOL asked = HttpQueryInfoW(request, HTTP_QUERY_STATUS_TEXT, text, &size, NULL);
    printf("status text %d, %u characters: the same %d\n", asked,
           (unsigned)(size / sizeof(wchar_t) - wcslen(FACE)), wcscmp(text, L"OK " FACE) == 0);
}

/* A string with one half of a pair in it is none. */
static void half(HINTERNET session)
{
    wchar_t canonical[64];
    DWORD size = 64;
    BOOL made = InternetCanonicalizeUrlW(L"http://h/\xD83D", canonical, &size, 0);
    printf("half: canonical %d, error %u\n", made, (unsigned)GetLastError());
    HINTERNET connection = InternetConnectW(session, L"\xD83D", 80, NULL, NULL,
                                            INTERNET_SERVICE_HTTP, 0, 0);
    printf("half: connected %d, error %u\n", connection != NULL, (unsigned)GetLastError());
}

int main(int argc, char **argv)
{
    HINTERNET session = InternetOpenW(L"agent " FACE, INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, 0);
    crack();
    ask_option(session);
    cookie();
    ask_server(session, (INTERNET_PORT)atoi(argc > 1 ? argv[1] : "0"));
    half(session);
    InternetCloseHandle(session);
    return 0;
}
