/* system.c: what the machine is, the command line, letters, the order of strings, numbers from pointers. */
#include "check.h"
#include <windowsx.h>
#include <tchar.h>

C_ASSERT(sizeof(SYSTEM_INFO) == 32 + 2 * sizeof(void *));
C_ASSERT(sizeof(MEMORYSTATUSEX) == 64);

static void machine(void)
{
    SYSTEM_INFO info;
    MEMORYSTATUSEX memory;
    MEMORYSTATUS old;
    GetSystemInfo(&info);
    CHECK(info.dwNumberOfProcessors >= 1 && (info.dwActiveProcessorMask & 1) == 1);
    CHECK(info.dwPageSize >= 4096 && info.dwAllocationGranularity % info.dwPageSize == 0);
    CHECK((ULONG_PTR)&info > (ULONG_PTR)info.lpMinimumApplicationAddress);
    CHECK((ULONG_PTR)&info < (ULONG_PTR)info.lpMaximumApplicationAddress);
    memset(&memory, 0, sizeof(memory));
    CHECK_FAILS(GlobalMemoryStatusEx(&memory), ERROR_INVALID_PARAMETER);
    CHECK_FAILS(GlobalMemoryStatusEx(NULL), ERROR_INVALID_PARAMETER);
    memory.dwLength = sizeof(memory);
    CHECK(GlobalMemoryStatusEx(&memory) && memory.dwMemoryLoad <= 100);
    CHECK(memory.ullAvailPhys > 0 && memory.ullTotalPhys >= memory.ullAvailPhys);
    CHECK(memory.ullTotalPageFile >= memory.ullTotalPhys && memory.ullAvailVirtual < memory.ullTotalVirtual);
    GlobalMemoryStatus(&old);
    CHECK(old.dwLength == sizeof(old) && old.dwTotalPhys == memory.ullTotalPhys);
}

static void process(void)
{
    const UINT before = SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOOPENFILEERRORBOX);
    CHECK(before == 0 && GetErrorMode() == 0x8001 && SetErrorMode(0) == 0x8001 && GetErrorMode() == 0);
    CHECK(strstr(GetCommandLineA(), "system") != NULL && GetCommandLineA() == GetCommandLineA());
    CHECK(wcslen(GetCommandLineW()) == strlen(GetCommandLineA()));
}

/* As Microsoft's page on the parsing of arguments says that they are read. */
static void quotes(void)
{
    static const char *const pairs[][2] = {{"plain", "plain"}, {"", "\"\""}, {"a b", "\"a b\""}, {"a\\\\b", "a\\\\b"},
        {"a\"b", "\"a\\\"b\""}, {"a\\\"b", "\"a\\\\\\\"b\""}, {"a b\\", "\"a b\\\\\""}};
    size_t i;
    for (i = 0; i < ARRAYSIZE(pairs); i++) {
        struct wininet_text line = {NULL, 0, 0, FALSE};
        wininet_append(&line, "", 0);
        wininet_quote(&line, pairs[i][0]);
        CHECK(line.at != NULL && strcmp(line.at, pairs[i][1]) == 0);
        free(line.at);
    }
}

static void letters(void)
{
    char text[] = "Setup \xC3\x84.EXE", broken[] = "A\xC3";
    WCHAR wide[] = L"Setup \u00C4.EXE";
    TCHAR both[] = TEXT("x");
    CHECK(CharLowerA(text) == text && strcmp(text, "setup \xC3\xA4.exe") == 0);
    CHECK(CharUpperBuffA(text, 5) == 5 && strcmp(text, "SETUP \xC3\xA4.exe") == 0);
    CHECK(CharLowerW(wide) == wide && wcscmp(wide, L"setup \u00E4.exe") == 0);
    CHECK(CharUpperBuffW(wide, 7) == 7 && wcscmp(wide, L"SETUP \u00C4.exe") == 0);
    CHECK(CharLowerBuffW(NULL, 7) == 0 && CharUpperBuffA(NULL, 1) == 0);
    CHECK((ULONG_PTR)CharUpperA((LPSTR)(ULONG_PTR)'q') == 'Q' && (ULONG_PTR)CharLowerW((LPWSTR)(ULONG_PTR)0xC4) == 0xE4);
    CHECK(strcmp(CharLowerA(broken), "a\xC3") == 0 && *CharUpper(both) == 'X');
    CHECK(CharNextA(text) == text + 1 && *CharNextW(wide + wcslen(wide)) == 0 && CharPrevA(text, text) == text);
    CHECK(CharPrevW(wide, wide + 2) == wide + 1 && !IsDBCSLeadByte(0x81));
}

static void order(void)
{
    const LCID locale = LOCALE_USER_DEFAULT;
    CHECK(CompareStringA(locale, NORM_IGNORECASE, "Setup.EXE", -1, "setup.exe", -1) == CSTR_EQUAL);
    CHECK(CompareStringW(locale, LINGUISTIC_IGNORECASE, L"\u00C4", -1, L"\u00E4b", 1) == CSTR_EQUAL);
    CHECK(CompareStringA(LOCALE_INVARIANT, 0, "a", 1, "b", 1) == CSTR_LESS_THAN);
    CHECK(CompareStringW(LOCALE_INVARIANT, SORT_STRINGSORT, L"ab", -1, L"a", -1) == CSTR_GREATER_THAN);
    CHECK(CompareStringA(locale, 0, "", 0, "", -1) == CSTR_EQUAL);
    CHECK_FAILS(CompareStringA(locale, 0, NULL, 0, "", 0), ERROR_INVALID_PARAMETER);
    CHECK_FAILS(CompareStringW(locale, NORM_IGNORENONSPACE, L"", 0, L"", 0), ERROR_INVALID_FLAGS);
    CHECK(CompareStringOrdinal(L"abc", -1, L"ABC", 3, TRUE) == CSTR_EQUAL);
    CHECK(CompareStringOrdinal(L"abc", -1, L"ABC", -1, FALSE) == CSTR_GREATER_THAN);
    CHECK_FAILS(CompareStringOrdinal(L"", -2, L"", 0, FALSE), ERROR_INVALID_PARAMETER);
}

static void numbers(void)
{
    const DWORD a = 5;
    const int b = 7;
    LPVOID block = GlobalAllocPtr(GHND, 16);
    CHECK(HandleToUlong(ULongToHandle(0x80000000)) == 0x80000000 && (LONG_PTR)LongToHandle(-1) == -1);
    CHECK(PtrToLong(IntToPtr(-5)) == -5 && PtrToUlong(UlongToPtr(7)) == 7);
    CHECK(MAXUINT == 0xFFFFFFFF && MAXLONGLONG == (LONGLONG)0x7FFFFFFFFFFFFFFF && MAXINT64 > 0);
    CHECK(Int32x32To64(-65536, 65536) == -(LONGLONG)0x100000000 && UInt32x32To64(MAXDWORD, 2) > MAXDWORD);
    CHECK(min(b, 8) == 7 && max(a, a) == 5 && min(sizeof(a), (size_t)9) == 4);
#ifdef __cplusplus
    CHECK(min(a, b) == 5 && max(a, sizeof(block)) == 8 && std::max<DWORD>(a, 6) == 6);
#endif
    CHECK(block != NULL && !GlobalFreePtr(block));
    __noop(block);
    __assume(a == 5);
}

int main(void)
{
    machine();
    process();
    quotes();
    letters();
    order();
    numbers();
    return check_failures != 0;
}
