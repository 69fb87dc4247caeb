/* get.c: prints what is at a URL. */
#include <stdio.h>
#include <windows.h>
#include <wininet.h>

int main(int argc, char **argv)
{
    char data[4096];
    DWORD count;
    BOOL ok = FALSE;
    HINTERNET session = InternetOpen("get", INTERNET_OPEN_TYPE_PRECONFIG, NULL, NULL, 0);
    HINTERNET page = InternetOpenUrl(session, argc > 1 ? argv[1] : "", NULL, 0, 0, 0);

    while (page && (ok = InternetReadFile(page, data, sizeof data, &count)) && count > 0)
        fwrite(data, 1, count, stdout);
    if (!ok)
        fprintf(stderr, "get: error %u\n", (unsigned)GetLastError());
    InternetCloseHandle(session);
    return ok ? 0 : 1;
}
