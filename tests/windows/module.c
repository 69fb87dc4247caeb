/* module.c: what wininet.dll has beside its functions: ordinals, texts, a version, and that it stays. */
#include <stdio.h>
#include <string.h>
#include <windows.h>

typedef const char *(*text_function)(DWORD);
typedef HANDLE (*open_function)(const char *, DWORD, const char *, const char *, DWORD);

static FARPROC must_find(HMODULE module, const char *name)
{
    FARPROC found = GetProcAddress(module, name);
    if (found == NULL) {
        printf("no %s\n", name);
        exit(1);
    }
    return found;
}

static void ordinals(HMODULE module)
{
    printf("102 is GetDiskInfoA %d\n",
           must_find(module, MAKEINTRESOURCE(102)) == must_find(module, "GetDiskInfoA"));
    printf("117 is IsDomainLegalCookieDomainW %d\n",
           must_find(module, MAKEINTRESOURCE(117)) == must_find(module, "IsDomainLegalCookieDomainW"));
    BOOL (*legal)(const wchar_t *, const wchar_t *);
    memcpy(&legal, &(FARPROC){must_find(module, MAKEINTRESOURCE(117))}, sizeof legal);
    printf("legal %d %d, not %d", legal(L"example.com", L"www.example.com"), legal(L".example.com", L"example.com"),
           legal(L"co.uk", L"example.co.uk"));
    printf(" %d", legal(L"example.org", L"example.com"));
    printf(", error %lu", GetLastError());
    printf(", NULL %d", legal(NULL, L"example.com"));
    printf(", error %lu", GetLastError());
    printf(", NULL %d", legal(L"example.com", NULL));
    printf(", error %lu\n", GetLastError());
    BOOL (*legal_a)(const char *, const char *);
    memcpy(&legal_a, &(FARPROC){must_find(module, "IsDomainLegalCookieDomainA")}, sizeof legal_a);
    printf("legal %d", legal_a("example.com", "www.example.com"));
    printf(", not %d", legal_a("co.uk", "example.co.uk"));
    printf(", error %lu", GetLastError());
    printf(", NULL %d %d", legal_a(NULL, "example.com"), legal_a("example.com", NULL));
    printf(", error %lu\n", GetLastError());
    BOOL (*disk)(const char *, DWORD *, DWORD64 *, DWORD64 *);
    memcpy(&disk, &(FARPROC){must_find(module, MAKEINTRESOURCE(102))}, sizeof disk);
    printf("disk %d", disk("C:\\", NULL, NULL, NULL));
    printf(", error %lu\n", GetLastError());
}

/* Each text of WininetErrorText is in the message table. */
static void texts(HMODULE module)
{
    text_function text_of;
    int right = 0, wrong = 0;
    memcpy(&text_of, &(FARPROC){must_find(module, "WininetErrorText")}, sizeof text_of);
    for (DWORD code = 12001; code < 12300; code++) {
        char found[256] = "", expected[256] = "";
        const char *text = text_of(code);
        DWORD length = FormatMessageA(FORMAT_MESSAGE_FROM_HMODULE | FORMAT_MESSAGE_IGNORE_INSERTS, module, code, 0,
                                      found, sizeof found, NULL);
        if (text != NULL)
            snprintf(expected, sizeof expected, "%s\r\n", text);
        if (strcmp(found, expected) != 0 || length != strlen(expected)) {
            printf("%lu: %s, %s\n", code, found, expected);
            wrong++;
        } else if (text != NULL) {
            right++;
        }
    }
    printf("more than a hundred texts %d, wrong %d\n", right > 100, wrong);
}

static void version(HMODULE module)
{
    char path[MAX_PATH], data[4096];
    VS_FIXEDFILEINFO *info = NULL;
    UINT size = 0;
    GetModuleFileNameA(module, path, sizeof path);
    BOOL there = GetFileVersionInfoA(path, 0, sizeof data, data) && VerQueryValueA(data, "\\", (void **)&info, &size);
    printf("version %d\n", there && size == sizeof *info);
}

/* A library that has threads stays when the program frees it; one that has none goes. */
static void stays(HMODULE module)
{
    open_function open;
    memcpy(&open, &(FARPROC){must_find(module, "InternetOpenA")}, sizeof open);
    FreeLibrary(module);
    printf("gone without a session %d\n", GetModuleHandleA("wininet.dll") == NULL);
    module = LoadLibraryA("wininet.dll");
    memcpy(&open, &(FARPROC){must_find(module, "InternetOpenA")}, sizeof open);
    printf("session %d\n", open("test", 1, NULL, NULL, 0x10000000) != NULL);
    for (int i = 0; i < 10; i++)
        FreeLibrary(module);
    printf("stays with one %d\n", GetModuleHandleA("wininet.dll") == module);
}

int main(void)
{
    HMODULE module = LoadLibraryA("wininet.dll");
    if (module == NULL) {
        printf("not loaded, error %lu\n", GetLastError());
        return 1;
    }
    ordinals(module);
    texts(module);
    version(module);
    stays(module);
    return 0;
}
