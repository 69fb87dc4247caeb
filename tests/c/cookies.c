/* cookies.c: the cookie functions of both flavours, and what a request does with cookies. */
#include <string.h>

#include "record.h"

static unsigned sent, received;

static void CALLBACK count(HINTERNET handle, DWORD_PTR context, DWORD status, LPVOID info, DWORD length)
{
    (void)handle;
    (void)context;
    if (status == INTERNET_STATUS_COOKIE_SENT && length == sizeof(DWORD))
        sent += *(DWORD *)info;
    if (status == INTERNET_STATUS_COOKIE_RECEIVED && length == sizeof(DWORD))
        received += *(DWORD *)info;
}

int main(int argc, char **argv)
{
    char url[64], text[64] = "";
    WCHAR wide_url[64] = {0}, wide[64] = {0};
    DWORD size = 0;
    BOOL ok;

    snprintf(url, sizeof url, "http://127.0.0.1:%s/", argc > 1 ? argv[1] : "0");
    for (size_t i = 0; url[i]; i++)
        wide_url[i] = (unsigned char)url[i];
    ok = InternetSetCookieA(url, "own", "1") &&
         InternetSetCookieA(url, NULL, "lasting; path=/; max-age=60");
    printf("set %d, error %u\n", ok, (unsigned)GetLastError());

    InternetGetCookieA(url, NULL, NULL, &size);
    printf("size in bytes %u, error %u\n", (unsigned)size, (unsigned)GetLastError());
    size = 3;
    ok = InternetGetCookieA(url, NULL, text, &size);
    printf("too small %d, error %u, needed %u\n", ok, (unsigned)GetLastError(), (unsigned)size);
    ok = InternetGetCookieA(url, NULL, text, &size);
    printf("got %d: %s, %u characters\n", ok, text, (unsigned)size);
    ok = InternetGetCookieW(wide_url, NULL, NULL, &size);
    printf("wide %d: size in bytes right %d", ok, size == 15 * sizeof(WCHAR));
    size = sizeof wide / sizeof *wide;
    InternetGetCookieW(wide_url, NULL, wide, &size);
    printf(", %u characters\n", (unsigned)size);

    ok = InternetSetCookieA(url, NULL, "a=b; domain=example.com");
    printf("refused %d, error %u", ok, (unsigned)GetLastError());
    printf("; state %u\n", (unsigned)InternetSetCookieExA(url, NULL, "a=b; domain=example.com", 0, 0));
    ok = InternetGetCookieA("http://example.com/", NULL, NULL, &size);
    printf("none %d, error %u\n", ok, (unsigned)GetLastError());

    HINTERNET session = InternetOpenA("c test", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, 0);
    InternetSetStatusCallbackA(session, count);
    InternetCloseHandle(InternetOpenUrlA(session, url, NULL, 0, 0, 1));
    InternetCloseHandle(session);
    printf("COOKIE_SENT %u, COOKIE_RECEIVED %u\n", sent, received);
    return 0;
}
