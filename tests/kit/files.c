/* files.c: files, directories, modules, memory and the environment. */
#include "check.h"

#include <tchar.h>

static void contents(const char *path)
{
    char bytes[16] = "";
    LONG high = 0;
    DWORD count = 99;
    LARGE_INTEGER place, size = {{0, 0}};
    HANDLE file = CreateFileA(path, GENERIC_READ | GENERIC_WRITE, 0, NULL, CREATE_NEW, FILE_ATTRIBUTE_NORMAL, NULL);
    CHECK(file != INVALID_HANDLE_VALUE && GetLastError() == ERROR_SUCCESS);
    CHECK(WriteFile(file, "0123456789", 10, &count, NULL) && count == 10);
    CHECK(ReadFile(file, bytes, 5, &count, NULL) && count == 0);
    CHECK(SetFilePointer(file, -4, NULL, FILE_END) == 6);
    CHECK(ReadFile(file, bytes, 16, &count, NULL) && count == 4 && memcmp(bytes, "6789", 4) == 0);
    CHECK(SetFilePointer(file, 2, &high, FILE_BEGIN) == 2 && high == 0);
    SetLastError(0);
    CHECK(SetFilePointer(file, -3, NULL, FILE_CURRENT) == INVALID_SET_FILE_POINTER);
    CHECK(GetLastError() == ERROR_NEGATIVE_SEEK);
    place.QuadPart = (LONGLONG)5 << 30;
    CHECK(SetFilePointerEx(file, place, &place, FILE_BEGIN) && place.QuadPart == (LONGLONG)5 << 30);
    CHECK(SetEndOfFile(file) && GetFileSize(file, &count) == 1 << 30 && count == 1);
    CHECK(GetFileSizeEx(file, &size) && size.QuadPart == (LONGLONG)5 << 30);
    CHECK(FlushFileBuffers(file) && CloseHandle(file));
    CHECK_FAILS(ReadFile(file, bytes, 1, &count, NULL), ERROR_INVALID_HANDLE);
    file = CreateFileA(path, GENERIC_READ, 0, NULL, OPEN_EXISTING, 0, NULL);
    CHECK_FAILS(WriteFile(file, "x", 1, &count, NULL), ERROR_ACCESS_DENIED);
    CHECK(count == 0 && CloseHandle(file));
}

static HANDLE opened(const char *path, DWORD disposition)
{
    SetLastError(0xDEAD);
    return CreateFileA(path, GENERIC_WRITE, 0, NULL, disposition, 0, NULL);
}

static void dispositions(const char *path)
{
    HANDLE file = opened(path, OPEN_ALWAYS);
    CHECK(GetLastError() == ERROR_ALREADY_EXISTS && CloseHandle(file));
    file = opened(path, CREATE_ALWAYS);
    CHECK(GetLastError() == ERROR_ALREADY_EXISTS && GetFileSize(file, NULL) == 0 && CloseHandle(file));
    CHECK(opened(path, CREATE_NEW) == INVALID_HANDLE_VALUE && GetLastError() == ERROR_FILE_EXISTS);
    CHECK(DeleteFileA(path));
    CHECK_FAILS(DeleteFileA(path), ERROR_FILE_NOT_FOUND);
    CHECK(opened(path, OPEN_EXISTING) == INVALID_HANDLE_VALUE && GetLastError() == ERROR_FILE_NOT_FOUND);
    CHECK(opened("no\\such\\file", OPEN_EXISTING) == INVALID_HANDLE_VALUE && GetLastError() == ERROR_PATH_NOT_FOUND);
    CHECK_FAILS(DeleteFileA("no/such/file"), ERROR_PATH_NOT_FOUND);
    CHECK(opened(path, TRUNCATE_EXISTING) == INVALID_HANDLE_VALUE && GetLastError() == ERROR_FILE_NOT_FOUND);
    CHECK(opened(path, 9) == INVALID_HANDLE_VALUE && GetLastError() == ERROR_INVALID_PARAMETER);
    CHECK(opened(NULL, CREATE_NEW) == INVALID_HANDLE_VALUE && GetLastError() == ERROR_PATH_NOT_FOUND);
    CHECK(opened(".", OPEN_EXISTING) == INVALID_HANDLE_VALUE && GetLastError() == ERROR_ACCESS_DENIED);
    file = opened(path, OPEN_ALWAYS);
    CHECK(GetLastError() == ERROR_SUCCESS && CloseHandle(file));
    file = CreateFileA(path, GENERIC_READ, 0, NULL, OPEN_EXISTING, FILE_FLAG_DELETE_ON_CLOSE, NULL);
    CHECK(CloseHandle(file) && GetFileAttributesA(path) == INVALID_FILE_ATTRIBUTES);
}

struct completed {
    HANDLE event;
    DWORD error, count;
    OVERLAPPED overlapped;
};

static void CALLBACK on_completion(DWORD error, DWORD count, LPOVERLAPPED overlapped)
{
    struct completed *completed = CONTAINING_RECORD(overlapped, struct completed, overlapped);
    completed->error = error;
    completed->count = count;
    SetEvent(completed->event);
}

static void overlapped_files(const char *path)
{
    struct completed completed;
    char bytes[8];
    DWORD count = 0;
    HANDLE file = CreateFileA(path, GENERIC_READ | GENERIC_WRITE, 0, NULL, CREATE_ALWAYS, FILE_FLAG_OVERLAPPED, NULL);
    memset(&completed, 0, sizeof(completed));
    completed.event = CreateEvent(NULL, FALSE, FALSE, NULL);
    completed.error = 99;
    CHECK(BindIoCompletionCallback(file, on_completion, 0));
    completed.overlapped.Offset = 3;
    CHECK(WriteFile(file, "abc", 3, NULL, &completed.overlapped));
    CHECK(WaitForSingleObject(completed.event, INFINITE) == WAIT_OBJECT_0);
    CHECK(completed.error == 0 && completed.count == 3);
    completed.overlapped.Offset = 4;
    CHECK(ReadFile(file, bytes, 8, NULL, &completed.overlapped));
    CHECK(GetOverlappedResult(file, &completed.overlapped, &count, TRUE) && count == 2 && bytes[0] == 'b');
    CHECK(WaitForSingleObject(completed.event, INFINITE) == WAIT_OBJECT_0);
    completed.overlapped.Offset = 6;
    CHECK_FAILS(ReadFile(file, bytes, 8, NULL, &completed.overlapped), ERROR_HANDLE_EOF);
    CHECK(CloseHandle(file) && CloseHandle(completed.event) && DeleteFileA(path));
}

static void directories(const char *path)
{
    char inside[600], moved[600];
    WCHAR wide[MAX_PATH];
    CHECK(CreateDirectoryA(path, NULL) && GetFileAttributesA(path) == FILE_ATTRIBUTE_DIRECTORY);
    CHECK_FAILS(CreateDirectoryA(path, NULL), ERROR_ALREADY_EXISTS);
    /* A backslash is a slash. */
    sprintf(inside, "%s\\inside", path);
    sprintf(moved, "%s/moved", path);
    CHECK(CloseHandle(opened(inside, CREATE_NEW)));
    CHECK_FAILS(RemoveDirectoryA(path), ERROR_DIR_NOT_EMPTY);
    CHECK(MoveFileA(inside, moved) && CloseHandle(opened(inside, CREATE_NEW)));
    CHECK_FAILS(MoveFileA(inside, moved), ERROR_ALREADY_EXISTS);
    CHECK(MoveFileExA(inside, moved, MOVEFILE_REPLACE_EXISTING));
    MultiByteToWideChar(CP_ACP, 0, moved, -1, wide, MAX_PATH);
    CHECK(GetFileAttributesW(wide) == FILE_ATTRIBUTE_NORMAL && DeleteFileW(wide) && RemoveDirectoryA(path));
}

static void modules(void)
{
    char path[400];
    HMODULE module = LoadLibraryW(L"WinInet.dll"), itself = GetModuleHandleA(NULL);
    CHECK(module != NULL && module == GetModuleHandleA("wininet") && itself != NULL && itself != module);
    CHECK(GetProcAddress(module, "InternetOpenW") != NULL);
    CHECK_FAILS(GetProcAddress(module, "InternetOpenX") != NULL, ERROR_PROC_NOT_FOUND);
    CHECK_FAILS(GetProcAddress(module, (LPCSTR)(ULONG_PTR)5) != NULL, ERROR_PROC_NOT_FOUND);
    CHECK(GetModuleFileNameA(module, path, sizeof(path)) == strlen(path) && strstr(path, "libwininet") != NULL);
    CHECK(GetModuleFileNameA(NULL, path, sizeof(path)) == strlen(path) && path[0] == '/');
    CHECK(GetModuleFileNameA(NULL, path, 3) == 3 && strlen(path) == 2 && GetLastError() == ERROR_INSUFFICIENT_BUFFER);
    CHECK(FreeLibrary(module));
    CHECK_FAILS(FreeLibrary(NULL), ERROR_INVALID_HANDLE);
    CHECK_FAILS(LoadLibraryA("kernel32.dll"), ERROR_MOD_NOT_FOUND);
    CHECK_FAILS(GetModuleHandleA("kernel32.dll"), ERROR_MOD_NOT_FOUND);
}

static void memory(void)
{
    HANDLE heap = HeapCreate(0, 0, 0);
    char *block = (char *)HeapAlloc(heap, HEAP_ZERO_MEMORY, 10);
    HGLOBAL global = GlobalAlloc(GHND, 5);
    int i;
    CHECK(block[9] == 0 && HeapSize(heap, 0, block) == 10);
    memset(block, 'x', 10);
    block = (char *)HeapReAlloc(heap, HEAP_ZERO_MEMORY, block, 100);
    CHECK(block[9] == 'x' && block[10] == 0 && block[99] == 0 && HeapSize(heap, 0, block) == 100);
    CHECK(HeapAlloc(heap, 0, (SIZE_T)-1) == NULL && HeapAlloc(heap, 0, 7) != NULL);
    CHECK(HeapFree(heap, 0, block) && HeapDestroy(heap));
    CHECK(HeapFree(GetProcessHeap(), 0, HeapAlloc(GetProcessHeap(), 0, 3)));
    CHECK(GlobalLock(global) == global && ((char *)global)[4] == 0 && GlobalSize(global) >= 5);
    GlobalUnlock(global);
    /* It grows into bytes that are zero. */
    memset(global, 'x', 5);
    global = GlobalReAlloc(global, 60, GHND);
    for (i = 5; i < 60; i++) {
        CHECK(((char *)global)[i] == 0);
    }
    CHECK(GlobalFree(GlobalReAlloc(global, 500, GMEM_MOVEABLE)) == NULL);
    CHECK(LocalFree(LocalAlloc(LPTR, 0)) == NULL);
}

int main(void)
{
    char directory[MAX_PATH], path[MAX_PATH], small[2], long_name[MAX_PATH - 12] = "";
    WCHAR wide[MAX_PATH];
    FILE *file;
    DWORD length = GetTempPathA(MAX_PATH, directory);
    CHECK(length == strlen(directory) && directory[length - 1] == '/');
    CHECK(GetTempPathA(2, small) == length + 1);
    CHECK(GetTempFileNameA(directory, "kit", 0, path) != 0 && DeleteFileA(path));
    contents(path);
    dispositions(path);
    overlapped_files(path);
    directories(path);
    modules();
    memory();
    CHECK(GetTempFileNameW(L".", L"kit", 77, wide) == 77 && wcscmp(wide, L"./kit4d.tmp") == 0);
    CHECK_FAILS(GetTempFileNameA("/no/such/directory", "kit", 0, path), ERROR_DIRECTORY);
    memset(long_name, 'd', sizeof(long_name) - 1);
    CHECK_FAILS(GetTempFileNameA(long_name, "kit", 0, path), ERROR_BUFFER_OVERFLOW);
    CHECK(GetCurrentDirectoryA(MAX_PATH, path) == strlen(path));
    CHECK_FAILS(GetEnvironmentVariableA("NO_SUCH_VARIABLE", path, 10), ERROR_ENVVAR_NOT_FOUND);
    CHECK(GetEnvironmentVariableW(L"PATH", wide, 1) > 1);
    CHECK(GetTempFileNameW(L".", L"kit", 0, wide) != 0 && (file = _wfopen(wide, L"wt, ccs=UTF-8")) != NULL);
    if (file != NULL) {
        fprintf(file, "%lu", (DWORD)1);
        fclose(file);
    }
    CHECK(_wremove(wide) == 0);
    CHECK(GetStdHandle(STD_ERROR_HANDLE) == GetStdHandle(STD_ERROR_HANDLE));
    CHECK(WriteConsoleW(GetStdHandle(STD_OUTPUT_HANDLE), L"\u20AC\n", 2, &length, NULL) && length == 2);
    CHECK(GetStdHandle(5) == INVALID_HANDLE_VALUE);
    return check_failures != 0;
}
