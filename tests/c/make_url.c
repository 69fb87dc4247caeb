/* make_url.c: URLs and times that are written into buffers, with the sizes of both flavours. */
#include <string.h>
#include <wchar.h>

#include "record.h"

/* The size that is wanted comes in bytes, lengths are in characters. */
static void create(void)
{
    char host[] = "host", path[] = "p q", extra[] = "?r";
    wchar_t wide_host[] = L"host", wide_path[] = L"p q", wide_extra[] = L"?r";
    URL_COMPONENTSA a = { .dwStructSize = sizeof a, .nScheme = INTERNET_SCHEME_HTTP, .nPort = 81 };
    URL_COMPONENTSW w = { .dwStructSize = sizeof w, .nScheme = INTERNET_SCHEME_HTTP, .nPort = 81 };
    char url[64];
    wchar_t wide_url[64];
    DWORD size = 0, error;
    BOOL made;

    a.lpszHostName = host;
    a.lpszUrlPath = path;
    a.lpszExtraInfo = extra;
    InternetCreateUrlA(&a, ICU_ESCAPE, NULL, &size);
    error = GetLastError();
    printf("A: wants %u bytes, error %u", (unsigned)size, (unsigned)error);
    made = InternetCreateUrlA(&a, ICU_ESCAPE, url, &size);
    printf("; made %d, %u characters: %s\n", made, (unsigned)size, url);

    w.lpszHostName = wide_host;
    w.lpszUrlPath = wide_path;
    w.lpszExtraInfo = wide_extra;
    size = 0;
    InternetCreateUrlW(&w, ICU_ESCAPE, NULL, &size);
    error = GetLastError();
    size /= sizeof(wchar_t);
    printf("W: wants %u wide, error %u", (unsigned)size, (unsigned)error);
    made = InternetCreateUrlW(&w, ICU_ESCAPE, wide_url, &size);
    printf("; made %d, %u characters: %ls\n", made, (unsigned)size, wide_url);
}

static void canonicalize(void)
{
    char url[64];
    wchar_t wide_url[64];
    DWORD size = 0;
    BOOL made;

    InternetCanonicalizeUrlA("http://h/a b", NULL, &size, 0);
    printf("canonical A: wants %u bytes", (unsigned)size);
    made = InternetCanonicalizeUrlA("http://h/a b", url, &size, 0);
    printf(", made %d, %u characters: %s\n", made, (unsigned)size, url);
    size = 0;
    InternetCanonicalizeUrlW(L"http://h/a b", NULL, &size, 0);
    size /= sizeof(wchar_t);
    printf("canonical W: wants %u wide", (unsigned)size);
    made = InternetCanonicalizeUrlW(L"http://h/a b", wide_url, &size, 0);
    printf(", made %d, %u characters: %ls\n", made, (unsigned)size, wide_url);

    size = 0;
    InternetCombineUrlA("http://h/x", "a c", NULL, &size, 0);
    printf("combined A: wants %u bytes", (unsigned)size);
    made = InternetCombineUrlA("http://h/x", "a c", url, &size, 0);
    printf(", made %d, %u characters: %s\n", made, (unsigned)size, url);
    size = 0;
    InternetCombineUrlW(L"http://h/x", L"a c", NULL, &size, 0);
    size /= sizeof(wchar_t);
    printf("combined W: wants %u wide", (unsigned)size);
    made = InternetCombineUrlW(L"http://h/x", L"a c", wide_url, &size, 0);
    printf(", made %d, %u characters: %ls\n", made, (unsigned)size, wide_url);
}

static void times(void)
{
    SYSTEMTIME time = { 1994, 11, 0, 6, 8, 49, 37, 0 }, again, wide_again;
    char text[INTERNET_RFC1123_BUFSIZE];
    wchar_t wide_text[INTERNET_RFC1123_BUFSIZE];
    BOOL made = InternetTimeFromSystemTime(&time, INTERNET_RFC1123_FORMAT, text, sizeof text);
    BOOL read[2];

    printf("time A %d: %s\n", made, text);
    made = InternetTimeFromSystemTimeW(&time, INTERNET_RFC1123_FORMAT, wide_text, sizeof wide_text);
    read[0] = InternetTimeToSystemTime(text, &again, 0);
    read[1] = InternetTimeToSystemTimeW(wide_text, &wide_again, 0);
    printf("time W %d, with one byte less %d", made,
           InternetTimeFromSystemTimeW(&time, INTERNET_RFC1123_FORMAT, wide_text,
                                       sizeof wide_text - 1));
    printf(", error %u\n", (unsigned)GetLastError());
    if (memcmp(&again, &wide_again, sizeof again) != 0)
        printf("A and W differ\n");
    printf("read %d %d: %d-%02d-%02d %02d:%02d:%02d, day %d\n", read[0], read[1], again.wYear,
           again.wMonth, again.wDay, again.wHour, again.wMinute, again.wSecond, again.wDayOfWeek);
}

static void names(void)
{
    wchar_t link[4] = { 'x', 'x', 'x', 'x' };
    DWORD flags;

    InternetGetConnectedStateExW(&flags, link, 3, 0);
    printf("name of the link ends %d\n", wcslen(link) < 3 && link[3] == 'x');
}

int main(void)
{
    create();
    canonicalize();
    times();
    names();
    return 0;
}
