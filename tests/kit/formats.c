/* formats.c: printf, scanf and FormatMessage as Windows has them. */
#include "check.h"

#include <inttypes.h>
#include <wchar.h>

static char line[200];
static WCHAR wide[200];

static int narrow_is(const char *expected)
{
    if (strcmp(line, expected) != 0) {
        fprintf(stderr, "got \"%s\", not \"%s\"\n", line, expected);
        return 0;
    }
    return 1;
}

static int wide_is(const WCHAR *expected)
{
    if (wcscmp(wide, expected) != 0) {
        fprintf(stderr, "got \"%ws\", not \"%ws\"\n", wide, expected);
        return 0;
    }
    return 1;
}

static void numbers(void)
{
    const DWORD most = 0xFFFFFFFF;
    const LONG minus = -5;
    const HRESULT failed = E_FAIL;
    int width = 6, precision = 3;
    /* More of them than registers hold: what lies above 32 bits on the stack is nobody's. */
    sprintf(line, "%lu %ld %lx %lu %ld %lu %ld %lu", most, minus, failed, most, minus, most, minus, most);
    CHECK(narrow_is("4294967295 -5 80004005 4294967295 -5 4294967295 -5 4294967295"));
    sprintf(line, "%I64d %I64u %I32d %Iu %lld %llx", (LONGLONG)-1, (ULONGLONG)1 << 40, -2, sizeof(line),
        (LONGLONG)1 << 40, (ULONGLONG)255);
    CHECK(narrow_is("-1 1099511627776 -2 200 1099511627776 ff"));
    sprintf(line, "%zu %td %jd %" PRIu64 " %" PRIx64, sizeof(line), (ptrdiff_t)-1, (intmax_t)-2, (uint64_t)1 << 33,
        (uint64_t)0xABC);
    CHECK(narrow_is("200 -1 -2 8589934592 abc"));
    sprintf(line, "[%5d|%-5d|%05d|%+d|%#x|%#o|%.3u|%*d|%-*.*d]", 1, 2, 3, 4, 255, 8, 5U, width, 6, width, precision, 7);
    CHECK(narrow_is("[    1|2    |00003|+4|0xff|010|005|     6|007   ]"));
    sprintf(line, "%hd %hhu %hx", 70000, 300, 0x12345);
    CHECK(narrow_is("4464 44 2345"));
    sprintf(line, "%.2f %8.3e %g %Lf", 3.14159, 12345.678, 0.5, (long double)1.5);
    CHECK(narrow_is("3.14 1.235e+04 0.5 1.500000"));
    sprintf(line, "%p %%", (void *)(uintptr_t)0xBEEF);
    CHECK(narrow_is(sizeof(void *) == 8 ? "000000000000BEEF %" : "0000BEEF %"));
}

static void text_in_narrow(void)
{
    sprintf(line, "%s|%S|%ls|%hs|%ws|%c|%C|%s", "a", L"b\u20AC", L"c", "d", L"e", 'f', L'g', (char *)NULL);
    CHECK(narrow_is("a|b\xE2\x82\xAC|c|d|e|f|g|(null)"));
    sprintf(line, "[%5s|%-5s|%.2s|%5.1S]", "ab", "cd", "efg", L"hij");
    CHECK(narrow_is("[   ab|cd   |ef|    h]"));
    sprintf(line, "%s", "\xFF\xFE no UTF-8");
    CHECK(narrow_is("\xFF\xFE no UTF-8"));
}

static void text_in_wide(void)
{
    swprintf(wide, 200, L"%s|%S|%ls|%hs|%c|%C|%lu|%I64d", L"a\u20AC", "b", L"c", "d", L'\u00FC', 'f', (DWORD)1,
        (LONGLONG)2);
    CHECK(wide_is(L"a\u20AC|b|c|d|\u00FC|f|1|2"));
    swprintf(wide, 200, L"[%4s|%-4s|%.2s|%3S]", L"\u20AC", L"\u00FC", L"\u00FC\u00FC\u00FC", "\xC3\xBC");
    CHECK(wide_is(L"[   \u20AC|\u00FC   |\u00FC\u00FC|  \u00FC]"));
    CHECK(swprintf(wide, 4, L"%d", 1234) < 0);
    wsprintfW(wide, L"%s %hs %d", L"x", "y", 3);
    CHECK(wide_is(L"x y 3"));
}

static void sizes(void)
{
    char much[1501], kept[1024];
    memset(line, 'x', sizeof(line));
    CHECK(_snprintf(line, 4, "%d", 1234) == 4 && line[4] == 'x');
    CHECK(_snprintf(line, 4, "%d", 12345) == -1 && memcmp(line, "1234x", 5) == 0);
    CHECK(_snprintf(line, 5, "%d", 1234) == 4 && line[4] == '\0');
    CHECK(snprintf(line, 4, "%d", 12345) == 5 && narrow_is("123"));
    CHECK(_snprintf(NULL, 0, "%d", 12345) == 5 && _scprintf("%d", 12345) == 5 && _scwprintf(L"%d", 123) == 3);
    CHECK(sprintf_s(line, 5, "%d", 1234) == 4 && sprintf_s(line, 4, "%d", 1234) == -1 && *line == '\0');
    CHECK(_snprintf_s(line, 4, _TRUNCATE, "%d", 12345) == -1 && narrow_is("123"));
    CHECK(_snprintf_s(line, 9, 2, "%d", 12345) == -1 && narrow_is("12"));
    CHECK(_snwprintf(wide, 3, L"%s", L"abc") == 3 && swprintf_s(wide, 4, L"%s", L"abc") == 3);
    CHECK(_snprintf_s(&line[0], 0, 0, "%d", 12345) == -1);
    /* No more than a buffer of 1024 characters holds. */
    memset(much, 'y', sizeof(much));
    CHECK(wsprintfA(kept, "%.1500s", much) == 1023 && strlen(kept) == 1023);
}

static void scanning(void)
{
    LONG number = 0;
    DWORD guard[3] = {1, 2, 3};
    LONGLONG large = 0;
    uint64_t exact = 0;
    intmax_t most = 0;
    uintptr_t place = 0;
    char word[10];
    WCHAR letters[10];
    short small = 0;
    CHECK(sscanf("7 -8 9000000000 word 5", "%lu %ld %I64d %9s %hd", &guard[1], &number, &large, word, &small) == 5);
    CHECK(guard[0] == 1 && guard[1] == 7 && guard[2] == 3 && number == -8 && large == 9000000000LL && small == 5);
    CHECK(strcmp(word, "word") == 0);
    /* Each macro says how large its type is. */
    CHECK(sscanf("8589934592 -8589934593 77 78", "%" SCNu64 " %" SCNdMAX " %" SCNuPTR " %" SCNu32, &exact, &most, &place, &guard[1]) == 4);
    CHECK(exact == 8589934592ULL && most == -8589934593LL && place == 77 && guard[1] == 78 && guard[2] == 3);
    sprintf(line, "%" PRIdMAX " %" PRIuPTR " %" PRIu32 " %" PRIdFAST16, most, place, guard[1], (int_fast16_t)-9);
    CHECK(narrow_is("-8589934593 77 78 -9"));
    CHECK(swscanf(L"abc 12 def", L"%9s %lu %9S", letters, &guard[1], word) == 3);
    CHECK(wcscmp(letters, L"abc") == 0 && guard[1] == 12 && guard[2] == 3 && strcmp(word, "def") == 0);
}

static void system_messages(void)
{
    LPWSTR allocated = NULL;
    LPSTR narrow = NULL;
    DWORD length = FormatMessageA(FORMAT_MESSAGE_FROM_SYSTEM, NULL, ERROR_ACCESS_DENIED, 0, line, 200, NULL);
    CHECK(length == 19 && narrow_is("Access is denied.\r\n"));
    length = FormatMessageW(FORMAT_MESSAGE_FROM_SYSTEM | FORMAT_MESSAGE_ALLOCATE_BUFFER, NULL,
        (DWORD)HRESULT_FROM_WIN32(ERROR_FILE_NOT_FOUND), 0, (LPWSTR)(void *)&allocated, 0, NULL);
    CHECK(length > 0 && wcscmp(allocated, L"The system cannot find the file specified.\r\n") == 0);
    CHECK(LocalFree(allocated) == NULL);
    CHECK_FAILS(FormatMessageA(FORMAT_MESSAGE_FROM_SYSTEM, NULL, 12002, 0, line, 200, NULL), ERROR_MR_MID_NOT_FOUND);
    CHECK_FAILS(FormatMessageA(0, NULL, 5, 0, line, 200, NULL), ERROR_INVALID_PARAMETER);
    CHECK_FAILS(FormatMessageA(FORMAT_MESSAGE_FROM_SYSTEM, NULL, 5, 0, NULL, 0, NULL), ERROR_INVALID_PARAMETER);
    CHECK_FAILS(FormatMessageA(FORMAT_MESSAGE_FROM_SYSTEM, NULL, 5, 0, line, 19, NULL), ERROR_INSUFFICIENT_BUFFER);
    CHECK(FormatMessageA(FORMAT_MESSAGE_FROM_SYSTEM, NULL, 5, 0, line, 20, NULL) == 19);
    length = FormatMessageA(FORMAT_MESSAGE_FROM_HMODULE | FORMAT_MESSAGE_ALLOCATE_BUFFER,
        GetModuleHandleA("wininet.dll"), 12002, 0, (LPSTR)(void *)&narrow, 64, NULL);
    CHECK(length > 0 && strcmp(narrow, "The request timed out.\r\n") == 0);
    LocalFree(narrow);
}

static DWORD insert(const char *format, ...)
{
    va_list list;
    DWORD length;
    va_start(list, format);
    length = FormatMessageA(FORMAT_MESSAGE_FROM_STRING, format, 0, 0, line, 200, &list);
    va_end(list);
    return length;
}

static void inserts(void)
{
    const char *words[] = {"one", "two"};
    CHECK(insert("%2 %1%!%. %3!lu! %4!#x!%n", "first", "second", (DWORD)3, 255) > 0);
    CHECK(narrow_is("second first!. 3 0xff\r\n"));
    CHECK(insert("[%1!*.*s!] %4!S!", 5, 2, "abc", L"w") > 0 && narrow_is("[   ab] w"));
    CHECK(insert("a\nb%0c") == 4 && narrow_is("a\r\nb"));
    CHECK(insert("100%% %b|%t|%r|") > 0 && narrow_is("100%  |\t|\r|"));
    CHECK(FormatMessageA(FORMAT_MESSAGE_FROM_STRING | FORMAT_MESSAGE_IGNORE_INSERTS, "%1 %2!d!", 0, 0, line, 200, NULL));
    CHECK(narrow_is("%1 %2!d!"));
    CHECK(FormatMessageA(FORMAT_MESSAGE_FROM_STRING | FORMAT_MESSAGE_ARGUMENT_ARRAY, "%2,%1", 0, 0, line, 200,
        (va_list *)(void *)words));
    CHECK(narrow_is("two,one"));
    CHECK(FormatMessageA(FORMAT_MESSAGE_FROM_STRING | 10, "aaa bbb ccc\r\nddd%nee", 0, 0, line, 200, NULL));
    CHECK(narrow_is("aaa bbb\r\nccc ddd\r\nee"));
    CHECK(FormatMessageA(FORMAT_MESSAGE_FROM_STRING | FORMAT_MESSAGE_MAX_WIDTH_MASK, "aaa\r\nbbb", 0, 0, line, 200, NULL));
    CHECK(narrow_is("aaa bbb"));
    CHECK(FormatMessageW(FORMAT_MESSAGE_FROM_STRING | FORMAT_MESSAGE_IGNORE_INSERTS, L"\u20AC %1", 0, 0, wide, 200, NULL) == 4);
    CHECK(wide_is(L"\u20AC %1"));
}

int main(void)
{
    numbers();
    text_in_narrow();
    text_in_wide();
    sizes();
    scanning();
    system_messages();
    inserts();
    /* One stream for both, whoever comes first. */
    CHECK(wprintf(L"%s \u20AC %d\n", L"wide", 1) == 11 && printf("narrow %lu\n", (DWORD)2) == 9);
    CHECK(fputws(L"wide again\n", stdout) >= 0);
    return check_failures != 0;
}
