/* kept_cookie.c: sets a cookie with a date to the value that it is given, or tells of it and where it is. */
#include <stdio.h>
#include <windows.h>
#include <wininet.h>

#define URL "http://kept.example/"

int main(int argc, char **argv)
{
    char data[256] = "", path[MAX_PATH] = "";
    DWORD size = sizeof data;
    if (argc > 1) {
        snprintf(data, sizeof data, "%s; expires=Fri, 01-Jan-2100 00:00:00 GMT", argv[1]);
        printf("set %d\n", InternetSetCookieA(URL, "kept", data));
        return 0;
    }
    InternetGetCookieA(URL, NULL, data, &size);
    ExpandEnvironmentStringsA("%LOCALAPPDATA%\\libwininet\\cookies", path, sizeof path);
    printf("%s\nthere %d\n", data, GetFileAttributesA(path) != INVALID_FILE_ATTRIBUTES);
    return 0;
}
