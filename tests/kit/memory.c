/* memory.c: heaps that are locked and looked at, what LocalAlloc gives, and modules by name and by address. */
#include "check.h"

#include <wininet.h>

static volatile LONG allocated;

static DWORD WINAPI allocates(LPVOID heap)
{
    void *block = HeapAlloc(heap, 0, 10);
    InterlockedExchange(&allocated, 1);
    CHECK(block != NULL && HeapFree(heap, 0, block));
    return 0;
}

static void heaps(void)
{
    HANDLE heap = HeapCreate(0, 0, 0), thread;
    char *block = (char *)HeapAlloc(heap, HEAP_ZERO_MEMORY, 100), *other;
    CHECK(heap != NULL && HeapSize(heap, 0, block) == 100 && HeapValidate(heap, 0, block) && HeapValidate(heap, 0, NULL));
    CHECK(!HeapValidate(heap, 0, block + 1) && !HeapValidate(GetProcessHeap(), 0, block));
    CHECK_FAILS(HeapUnlock(heap), ERROR_NOT_LOCKED);
    /* Who has the lock allocates; another waits. */
    CHECK(HeapLock(heap) && HeapLock(heap));
    thread = CreateThread(NULL, 0, allocates, heap, 0, NULL);
    other = (char *)HeapAlloc(heap, 0, 5);
    CHECK(other != NULL && HeapFree(heap, 0, other) && HeapUnlock(heap) && allocated == 0 && HeapUnlock(heap));
    CHECK(WaitForSingleObject(thread, INFINITE) == WAIT_OBJECT_0 && allocated == 1 && CloseHandle(thread));
    CHECK(HeapSetInformation(NULL, HeapEnableTerminationOnCorruption, NULL, 0));
    CHECK_FAILS(HeapSetInformation(heap, HeapCompatibilityInformation, NULL, 0), ERROR_CALL_NOT_IMPLEMENTED);
    SetLastError(0xDEAD);
    CHECK(HeapCompact(heap, 0) == 0 && GetLastError() == NO_ERROR && HeapDestroy(heap));
}

static void local_and_global(void)
{
    HLOCAL local = LocalAlloc(LHND, 10);
    HGLOBAL global = GlobalAlloc(GPTR, 10);
    CHECK(LocalFlags(local) == 0 && LocalHandle(LocalLock(local)) == local && GlobalFlags(global) == 0);
    CHECK(GlobalHandle(global) == global && LocalReAlloc(local, 0, LMEM_MODIFY | LMEM_MOVEABLE) == local);
    CHECK((local = LocalReAlloc(local, 5000, LMEM_MOVEABLE | LMEM_ZEROINIT)) != NULL && ((char *)local)[4999] == 0);
    CHECK_FAILS(LocalFlags(NULL) != LMEM_INVALID_HANDLE, ERROR_INVALID_HANDLE);
    CHECK_FAILS(GlobalHandle(NULL), ERROR_INVALID_HANDLE);
    CHECK(LocalFree(local) == NULL && GlobalFree(global) == NULL);
}

static void modules(void)
{
    HMODULE module = NULL, wininet = GetModuleHandleA("wininet.dll");
    FARPROC open;
    CHECK(wininet != NULL && GetModuleHandleExA(0, "WinINet", &module) && module == wininet && FreeLibrary(module));
    CHECK(GetModuleHandleExW(GET_MODULE_HANDLE_EX_FLAG_UNCHANGED_REFCOUNT, L"wininet.dll", &module) && module == wininet);
    open = GetProcAddress(wininet, "InternetOpenA");
    CHECK(GetModuleHandleExA(GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS | GET_MODULE_HANDLE_EX_FLAG_UNCHANGED_REFCOUNT,
        (LPCSTR)(uintptr_t)open, &module));
    CHECK(module == wininet);
    CHECK(GetModuleHandleExW(6, (LPCWSTR)(uintptr_t)&check_failures, &module) && module == GetModuleHandleA(NULL));
    CHECK(GetModuleHandleExA(GET_MODULE_HANDLE_EX_FLAG_PIN, NULL, &module) && module == GetModuleHandleA(NULL));
    CHECK_FAILS(GetModuleHandleExA(0, "none.dll", &module), ERROR_MOD_NOT_FOUND);
    CHECK(module == NULL);
    CHECK_FAILS(GetModuleHandleExA(8, NULL, &module), ERROR_INVALID_PARAMETER);
    CHECK_FAILS(GetModuleHandleExA(3, NULL, &module), ERROR_INVALID_PARAMETER);
    CHECK_FAILS(GetModuleHandleExA(0, NULL, NULL), ERROR_INVALID_PARAMETER);
}

static DWORD message(DWORD flags, HMODULE module, DWORD code)
{
    char text[256];
    SetLastError(0);
    return FormatMessageA(flags | FORMAT_MESSAGE_IGNORE_INSERTS, module, code, 0, text, sizeof(text), NULL);
}

/* WinINet's module has WinINet's texts, another has none, and the program is another. */
static void messages_of_modules(void)
{
    const HMODULE wininet = GetModuleHandleA("wininet.dll"), library = LoadLibraryA("libc.so.6");
    const DWORD both = FORMAT_MESSAGE_FROM_HMODULE | FORMAT_MESSAGE_FROM_SYSTEM;
    WCHAR wide[256];
    CHECK(message(FORMAT_MESSAGE_FROM_HMODULE, wininet, 12007) > 0 && message(both, wininet, 12007) > 0);
    CHECK(message(both, wininet, ERROR_ACCESS_DENIED) > 0 && message(both, NULL, ERROR_ACCESS_DENIED) > 0);
    CHECK(message(FORMAT_MESSAGE_FROM_HMODULE, wininet, 5) == 0 && GetLastError() == ERROR_MR_MID_NOT_FOUND);
    CHECK(message(FORMAT_MESSAGE_FROM_HMODULE, NULL, 12007) == 0 && GetLastError() == ERROR_RESOURCE_TYPE_NOT_FOUND);
    CHECK(message(FORMAT_MESSAGE_FROM_HMODULE, GetModuleHandleA(NULL), 12007) == 0 && GetLastError() == ERROR_RESOURCE_TYPE_NOT_FOUND);
    CHECK(message(FORMAT_MESSAGE_FROM_HMODULE, library, 12007) == 0 && GetLastError() == ERROR_RESOURCE_TYPE_NOT_FOUND);
    CHECK(message(both, library, 12007) == 0 && GetLastError() == ERROR_MR_MID_NOT_FOUND);
    CHECK(message(FORMAT_MESSAGE_FROM_SYSTEM, NULL, 12007) == 0 && GetLastError() == ERROR_MR_MID_NOT_FOUND);
    CHECK(message(FORMAT_MESSAGE_FROM_SYSTEM, NULL, ERROR_ELEVATION_REQUIRED) > 0);
    CHECK(message(0, NULL, 5) == 0 && GetLastError() == ERROR_INVALID_PARAMETER);
    CHECK(FormatMessageW(FORMAT_MESSAGE_FROM_HMODULE, wininet, 12029, 0, wide, 256, NULL) > 0);
    CHECK(FreeLibrary(library));
}

int main(void)
{
    CHECK(InternetAttemptConnect(0) == ERROR_SUCCESS);
    heaps();
    local_and_global();
    modules();
    messages_of_modules();
    return check_failures > 0;
}
