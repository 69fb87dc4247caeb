/* filesystem.c: what a file is, its times, copies, searches, full names, variables in strings. */
#include "check.h"

static void make(const char *name, const char *text)
{
    FILE *file = fopen(name, "w");
    CHECK(file != NULL && fputs(text, file) >= 0 && fclose(file) == 0);
}

static void times_and_attributes(void)
{
    const SYSTEMTIME stamp = {2001, 9, 0, 9, 1, 46, 40, 500};
    WIN32_FILE_ATTRIBUTE_DATA about;
    FILETIME time = {0, 0}, read = {0, 0}, local;
    HANDLE file;
    make("times", "12345");
    file = CreateFileA("times", GENERIC_READ | GENERIC_WRITE, 0, NULL, OPEN_EXISTING, 0, NULL);
    CHECK(SystemTimeToFileTime(&stamp, &time) && SetFileTime(file, NULL, NULL, &time));
    CHECK(GetFileTime(file, NULL, NULL, &read) && CompareFileTime(&time, &read) == 0 && CloseHandle(file));
    CHECK_FAILS(SetFileTime(file, NULL, NULL, &time), ERROR_INVALID_HANDLE);
    CHECK(GetFileAttributesExA("times", GetFileExInfoStandard, &about) && about.nFileSizeLow == 5);
    CHECK(CompareFileTime(&about.ftLastWriteTime, &time) == 0 && about.dwFileAttributes == FILE_ATTRIBUTE_NORMAL);
    CHECK(FileTimeToLocalFileTime(&time, &local) && LocalFileTimeToFileTime(&local, &read));
    CHECK(CompareFileTime(&time, &read) == 0);
    CHECK(SetFileAttributesW(L".\\times", FILE_ATTRIBUTE_READONLY) && GetFileAttributesA("times") == FILE_ATTRIBUTE_READONLY);
    CHECK(SetFileAttributesA("times", FILE_ATTRIBUTE_NORMAL) && GetFileAttributesA("times") == FILE_ATTRIBUTE_NORMAL);
    CHECK_FAILS(SetFileAttributesA("none", 0), ERROR_FILE_NOT_FOUND);
    CHECK_FAILS(GetFileAttributesExW(L"none/none", GetFileExInfoStandard, &about), ERROR_PATH_NOT_FOUND);
    CHECK_FAILS(GetFileAttributesExA("times", GetFileExMaxInfoLevel, &about), ERROR_INVALID_PARAMETER);
}

static void copies(void)
{
    WIN32_FILE_ATTRIBUTE_DATA one, other;
    CHECK(CopyFileA("times", "copy", TRUE) && GetFileAttributesExA("copy", GetFileExInfoStandard, &other));
    CHECK(GetFileAttributesExA("times", GetFileExInfoStandard, &one) && other.nFileSizeLow == 5);
    CHECK(CompareFileTime(&one.ftLastWriteTime, &other.ftLastWriteTime) == 0);
    CHECK_FAILS(CopyFileW(L"times", L"copy", TRUE), ERROR_FILE_EXISTS);
    CHECK_FAILS(CopyFileA("times", "times", FALSE), ERROR_SHARING_VIOLATION);
    CHECK_FAILS(CopyFileA("none", "copy", FALSE), ERROR_FILE_NOT_FOUND);
    make("times", "longer text");
    CHECK(CopyFileW(L"times", L"copy", FALSE) && GetFileAttributesExA("copy", GetFileExInfoStandard, &other));
    CHECK(other.nFileSizeLow == 11 && DeleteFileA("times") && DeleteFileA("copy"));
    CHECK_FAILS(CopyFileA(".", "copy", FALSE), ERROR_ACCESS_DENIED);
}

static int found(const char *pattern)
{
    WIN32_FIND_DATAA data;
    HANDLE search = FindFirstFileA(pattern, &data);
    int count = 0;
    if (search == INVALID_HANDLE_VALUE) {
        return 0;
    }
    do {
        count++;
    } while (FindNextFileA(search, &data));
    CHECK(GetLastError() == ERROR_NO_MORE_FILES && FindClose(search));
    CHECK_FAILS(FindClose(search), ERROR_INVALID_HANDLE);
    return count;
}

static void searches(void)
{
    WIN32_FIND_DATAW data;
    HANDLE search;
    CHECK(CreateDirectoryA("search", NULL));
    make("search/a.txt", "a");
    make("search/ab.txt", "ab");
    make("search/b.c", "");
    make("search/\xC3\xBC.c", "u");
    CHECK(found("search\\*.txt") == 2 && found("search/a?.txt") == 1 && found("search/?.c") == 2 && found("search/*a*t*") == 2);
    CHECK(found("search/*") == 6 && found("search/*.*") == 6 && found("search/b.c") == 1 && found("search/*.c*") == 2);
    CHECK_FAILS(found("search/*.none"), ERROR_FILE_NOT_FOUND);
    CHECK_FAILS(found("none/*"), ERROR_PATH_NOT_FOUND);
    search = FindFirstFileW(L"search\\\u00FC*", &data);
    CHECK(search != INVALID_HANDLE_VALUE && wcscmp(data.cFileName, L"\u00FC.c") == 0 && data.nFileSizeLow == 1);
    CHECK(data.dwFileAttributes == FILE_ATTRIBUTE_NORMAL && data.ftLastWriteTime.dwHighDateTime > 0);
    CHECK_FAILS(FindNextFileW(search, &data), ERROR_NO_MORE_FILES);
    CHECK(FindClose(search) && CloseHandle(CreateEventA(NULL, FALSE, FALSE, NULL)));
    CHECK_FAILS(FindNextFileW(search, &data), ERROR_INVALID_HANDLE);
    CHECK(DeleteFileA("search/a.txt") && DeleteFileA("search/ab.txt") && DeleteFileA("search/b.c") && DeleteFileA("search/\xC3\xBC.c"));
    CHECK(RemoveDirectoryA("search"));
}

static void names(void)
{
    char text[1024], here[1024], *part = NULL;
    WCHAR wide[64], *wide_part = NULL;
    ULARGE_INTEGER room, total;
    DWORD size = sizeof(text);
    CHECK(GetFullPathNameA("/a/../b\\c.txt", sizeof(text), text, &part) == 8 && strcmp(text, "/b/c.txt") == 0);
    CHECK(part == text + 3 && GetFullPathNameA("/dir/", sizeof(text), text, &part) == 4);
    CHECK(GetFullPathNameA("/a/b", 4, text, NULL) == 5 && GetFullPathNameW(L"/x/y", 64, wide, &wide_part) == 4);
    CHECK(wide_part == wide + 3);
    CHECK_FAILS(GetFullPathNameA("", sizeof(text), text, NULL), ERROR_INVALID_NAME);
    CHECK(SetEnvironmentVariableA("KIT_A", "one") && SetEnvironmentVariableW(L"KIT_B", L"\u00FC"));
    CHECK(ExpandEnvironmentStringsA("<%KIT_A%|%KIT_NONE%|100%>", text, sizeof(text)) == 22);
    CHECK(strcmp(text, "<one|%KIT_NONE%|100%>") == 0);
    CHECK(ExpandEnvironmentStringsW(L"%KIT_B%%KIT_A%", wide, 64) == 5 && wcscmp(wide, L"\u00FCone") == 0);
    CHECK(ExpandEnvironmentStringsA("%KIT_A%", text, 2) == 4);
    CHECK(SetEnvironmentVariableA("KIT_A", NULL) && GetEnvironmentVariableA("KIT_A", text, 10) == 0);
    CHECK_FAILS(SetEnvironmentVariableA(NULL, "x"), ERROR_INVALID_PARAMETER);
    CHECK(GetCurrentDirectoryA(sizeof(here), here) > 0 && SetCurrentDirectoryA("/") && SetCurrentDirectoryA(here));
    CHECK_FAILS(SetCurrentDirectoryW(L"none"), ERROR_FILE_NOT_FOUND);
    CHECK(GetComputerNameA(text, &size) && size == strlen(text) && size > 0);
    size = 0;
    CHECK_FAILS(GetComputerNameA(text, &size), ERROR_BUFFER_OVERFLOW);
    CHECK(size > 1 && GetDiskFreeSpaceExA(".", &room, &total, NULL) && total.QuadPart >= room.QuadPart);
    CHECK(GetDiskFreeSpaceExW(NULL, NULL, &total, NULL) && total.QuadPart > 0);
    CHECK(MulDiv(7, 100, 3) == 233 && MulDiv(-1, 1, 2) == -1 && MulDiv(1, 1, 0) == -1 && MulDiv(0x7FFFFFFF, 2, 1) == -1);
    CHECK(MulDiv(5, 1, 2) == 3 && MulDiv(0x40000000, 4, 8) == 0x20000000);
}

int main(void)
{
    times_and_attributes();
    copies();
    searches();
    names();
    return check_failures > 0;
}
