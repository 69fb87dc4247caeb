/* cookie_parts.c: cookies in parts, and memory that is the library's until it is freed. */
#include "record.h"

static void print(const WCHAR *text)
{
    while (*text)
        putchar((int)*text++);
}

int main(int argc, char **argv)
{
    char url[64];
    WCHAR wide_url[64] = {0};
    INTERNET_COOKIE2 *cookies;
    DWORD parts;

    snprintf(url, sizeof url, "http://127.0.0.1:%s/", argc > 1 ? argv[1] : "0");
    for (size_t i = 0; url[i]; i++)
        wide_url[i] = (unsigned char)url[i];
    InternetSetCookieA(url, "own", "1");
    InternetSetCookieA(url, NULL, "lasting; path=/; max-age=60");
    if (InternetGetCookieEx2(wide_url, NULL, 0, &cookies, &parts) == ERROR_SUCCESS) {
        printf("%u parts: ", (unsigned)parts);
        print(cookies[0].pwszName);
        putchar('=');
        print(cookies[0].pwszValue);
        printf(" of ");
        print(cookies[0].pwszDomain);
        printf(", session %d\n", (cookies[0].dwFlags & INTERNET_COOKIE_IS_SESSION) != 0);
        InternetFreeCookies(cookies, parts);
        printf("freed\n");
    }
    return 0;
}
