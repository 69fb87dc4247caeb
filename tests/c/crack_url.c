/* crack_url.c: the parts of a URL, as pointers into it and as copies. */
#include <string.h>
#include <wchar.h>

#include "record.h"

static const char url[] = "http://user:secret@host.example:8080/path/page?q=1#end";

static void in_place(void)
{
    URL_COMPONENTSA c = { .dwStructSize = sizeof c };
    c.dwSchemeLength = c.dwHostNameLength = c.dwUserNameLength = c.dwPasswordLength = 1;
    c.dwUrlPathLength = c.dwExtraInfoLength = 1;
    printf("in place %d\n", InternetCrackUrlA(url, 0, 0, &c));
    printf("scheme %d %.*s, port %u\n", (int)c.nScheme, (int)c.dwSchemeLength, c.lpszScheme,
           (unsigned)c.nPort);
    printf("host %.*s at %d\n", (int)c.dwHostNameLength, c.lpszHostName,
           (int)(c.lpszHostName - url));
    printf("user %.*s at %d, password %.*s at %d\n", (int)c.dwUserNameLength, c.lpszUserName,
           (int)(c.lpszUserName - url), (int)c.dwPasswordLength, c.lpszPassword,
           (int)(c.lpszPassword - url));
    printf("path %.*s at %d\n", (int)c.dwUrlPathLength, c.lpszUrlPath, (int)(c.lpszUrlPath - url));
    printf("extra %.*s at %d\n", (int)c.dwExtraInfoLength, c.lpszExtraInfo,
           (int)(c.lpszExtraInfo - url));
}

static void copied(void)
{
    URL_COMPONENTSA c = { .dwStructSize = sizeof c };
    char host[32], path[64];
    memset(host, 'x', sizeof host);
    c.lpszHostName = host;
    c.dwHostNameLength = sizeof host;
    c.lpszUrlPath = path;
    c.dwUrlPathLength = sizeof path;
    printf("copied %d\n", InternetCrackUrlA(url, 0, 0, &c));
    printf("host %s %u, the rest untouched %d\n", host, (unsigned)c.dwHostNameLength,
           host[strlen(host) + 1] == 'x');
    /* Nobody asked for the extra part, so it stays with the path. */
    printf("path %s %u\n", path, (unsigned)c.dwUrlPathLength);
    printf("user not asked for %d\n", c.lpszUserName == NULL);
}

static void too_small(void)
{
    URL_COMPONENTSA c = { .dwStructSize = sizeof c };
    char host[5];
    c.lpszHostName = host;
    c.dwHostNameLength = sizeof host;
    BOOL cracked = InternetCrackUrlA(url, 0, 0, &c);
    printf("too small %d, error %u, needed %u\n", cracked, (unsigned)GetLastError(),
           (unsigned)c.dwHostNameLength);
}

static void wide(void)
{
    static const wchar_t text[] = L"https://host.example/p\u00e4th";
    URL_COMPONENTSW c = { .dwStructSize = sizeof c };
    c.dwHostNameLength = c.dwUrlPathLength = 1;
    printf("wide %d\n", InternetCrackUrlW(text, 0, 0, &c));
    printf("scheme %d, port %u, host at %d %u, path at %d %u\n", (int)c.nScheme,
           (unsigned)c.nPort, (int)(c.lpszHostName - text), (unsigned)c.dwHostNameLength,
           (int)(c.lpszUrlPath - text), (unsigned)c.dwUrlPathLength);
}

static void refused(const char *what, const char *text, DWORD struct_size)
{
    URL_COMPONENTSA c = { .dwStructSize = struct_size };
    c.dwHostNameLength = 1;
    BOOL cracked = InternetCrackUrlA(text, 0, 0, &c);
    printf("%s %d, error %u\n", what, cracked, (unsigned)GetLastError());
}

int main(void)
{
    in_place();
    copied();
    too_small();
    wide();
    refused("no scheme", "host.example/path", sizeof(URL_COMPONENTSA));
    refused("NULL", NULL, sizeof(URL_COMPONENTSA));
    refused("wrong size", url, 4);
    return 0;
}
