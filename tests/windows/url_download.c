/* url_download.c: another DLL of the system's that imports wininet.dll: urlmon, which downloads with it. */
#include <stdio.h>
#include <windows.h>
#include <urlmon.h>
#include <wininet.h>

static void print_file(const char *path)
{
    char text[256];
    FILE *file = fopen(path, "rb");
    size_t length = file == NULL ? 0 : fread(text, 1, sizeof text - 1, file);
    text[length] = 0;
    printf("%s\n", file == NULL ? "no file" : text);
    if (file != NULL)
        fclose(file);
    remove(path);
}

int main(int argc, char **argv)
{
    char url[128], folder[MAX_PATH], file[MAX_PATH];
    WCHAR wide_url[128], wide_file[MAX_PATH];
    const char *port = argc > 1 ? argv[1] : "0";
    DWORD error;

    GetTempPathA(sizeof folder, folder);
    GetTempFileNameA(folder, "dow", 0, file);
    MultiByteToWideChar(CP_ACP, 0, file, -1, wide_file, MAX_PATH);

    snprintf(url, sizeof url, "http://127.0.0.1:%s/file", port);
    printf("A: %lx\n", (unsigned long)URLDownloadToFileA(NULL, url, file, 0, NULL));
    print_file(file);

    snprintf(url, sizeof url, "http://127.0.0.1:%s/redirected", port);
    MultiByteToWideChar(CP_ACP, 0, url, -1, wide_url, 128);
    printf("W: %lx\n", (unsigned long)URLDownloadToFileW(NULL, wide_url, wide_file, 0, NULL));
    print_file(file);

    snprintf(url, sizeof url, "http://127.0.0.1:%s/missing", port);
    printf("missing: %d\n", FAILED(URLDownloadToFileA(NULL, url, file, 0, NULL)));
    print_file(file);

    /* The program's own import is there so that the loader's log speaks of it in any case. */
    InternetCloseHandle(NULL);
    error = GetLastError();
    printf("error %lu\n", error);
    return 0;
}
