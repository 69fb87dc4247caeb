/*
 * kept_cookie.c: tells of the cookie for a URL and of the file that cookies are kept in. With another
 * argument it gets one first, from the server, or for any other word than "fetch" by that name.
 */
#include <stdio.h>
#include <string.h>
#include <windows.h>
#include <wininet.h>

static void fetch(const char *url)
{
    HINTERNET session = InternetOpenA("kept", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, 0);
    printf("fetched %d\n", InternetOpenUrlA(session, url, NULL, 0, INTERNET_FLAG_RELOAD, 0) != NULL);
    /* The session is left open: the process ends with whatever the library has under way. */
}

static void set(const char *url, const char *value)
{
    char data[128];
    snprintf(data, sizeof data, "%s; expires=Fri, 01-Jan-2100 00:00:00 GMT", value);
    printf("set %d\n", InternetSetCookieA(url, "kept", data));
}

int main(int argc, char **argv)
{
    char data[256] = "", path[MAX_PATH] = "";
    DWORD size = sizeof data;
    if (argc > 2 && strcmp(argv[2], "fetch") == 0) {
        fetch(argv[1]);
    } else if (argc > 2) {
        set(argv[1], argv[2]);
    } else {
        InternetGetCookieA(argv[1], NULL, data, &size);
        ExpandEnvironmentStringsA("%LOCALAPPDATA%\\libwininet\\cookies", path, sizeof path);
        printf("%s\nthere %d\n", data, GetFileAttributesA(path) != INVALID_FILE_ATTRIBUTES);
    }
    return 0;
}
