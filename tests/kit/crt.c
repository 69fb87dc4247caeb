/* crt.c: Microsoft's C library: strings and memory with sizes, numbers, times, variables, sorting. */
#include "check.h"

static void strings_in_place(void)
{
    char text[8] = "aBcD";
    WCHAR wide[8] = L"aBcD";
    char open_end[3];
    CHECK(strcmp(_strrev(text), "DcBa") == 0 && wcscmp(_wcsrev(wide), L"DcBa") == 0);
    CHECK(_strlwr_s(text, 8) == 0 && strcmp(text, "dcba") == 0 && _wcsupr_s(wide, 8) == 0);
    CHECK(wcscmp(wide, L"DCBA") == 0);
    CHECK(strcmp(_strnset(text, 'x', 2), "xxba") == 0 && wcscmp(_wcsset(wide, L'-'), L"----") == 0);
    CHECK(_strset_s(text, 8, 'y') == 0 && strcmp(text, "yyyy") == 0);
    CHECK(_strnset_s(text, 8, 'z', 99) == 0 && strcmp(text, "zzzz") == 0);
    memcpy(open_end, "abc", 3);
    CHECK(_strupr_s(open_end, 3) == EINVAL && open_end[0] == '\0');
    CHECK(_strlwr_s(NULL, 3) == EINVAL && *_strrev(open_end) == '\0');
    CHECK(strnlen_s(NULL, 5) == 0 && strnlen_s("abcdef", 3) == 3 && wcsnlen_s(L"ab", 5) == 2);
    CHECK(_stricoll("ABC", "abc") == 0 && _strncoll("abx", "aby", 2) == 0 && _wcsnicoll(L"ABx", L"aby", 2) == 0);
}

static void memory_with_sizes(void)
{
    char to[4] = "xyz";
    WCHAR wide[2] = {L'a', L'b'};
    void *block;
    CHECK(memmove_s(to + 1, 3, to, 2) == 0 && memcmp(to, "xxy", 3) == 0);
    CHECK(memmove_s(to, 1, "ab", 2) == ERANGE && to[0] == 'x' && memmove_s(NULL, 4, to, 1) == EINVAL);
    CHECK(memcpy_s(to, 4, "abcde", 5) == ERANGE && to[0] == '\0' && memcpy_s(to, 4, NULL, 1) == EINVAL);
    CHECK(wmemcpy_s(wide, 2, L"cd", 2) == 0 && wide[1] == L'd' && wmemmove_s(wide, 2, wide + 1, 1) == 0);
    CHECK(wide[0] == L'd' && _memicmp("aBc", "AbC", 3) == 0 && _memicmp("a", "b", 1) < 0);
    block = _aligned_malloc(100, 64);
    CHECK(block != NULL && (uintptr_t)block % 64 == 0);
    memset(block, 'q', 100);
    block = _aligned_realloc(block, 5000, 128);
    CHECK(block != NULL && (uintptr_t)block % 128 == 0 && ((char *)block)[99] == 'q');
    _aligned_free(block);
    block = malloc(20);
    CHECK(_msize(block) >= 20);
    free(block);
}

static void numbers(void)
{
    char text[12];
    WCHAR wide[24];
    CHECK(_itoa_s(-42, text, 12, 10) == 0 && strcmp(text, "-42") == 0);
    CHECK(_itoa_s(-1, text, 12, 16) == 0 && strcmp(text, "ffffffff") == 0);
    CHECK(_itoa_s(1234, text, 4, 10) == ERANGE && text[0] == '\0' && _itoa_s(1, text, 12, 1) == EINVAL);
    CHECK(_itoa_s(1, NULL, 12, 10) == EINVAL && _ltoa_s(-7, text, 12, 10) == 0 && strcmp(text, "-7") == 0);
    CHECK(_ultoa_s(4000000000u, text, 12, 10) == 0 && strcmp(text, "4000000000") == 0);
    CHECK(_i64tow_s(-9000000000LL, wide, 24, 10) == 0 && wcscmp(wide, L"-9000000000") == 0);
    CHECK(_ui64tow_s(18446744073709551615ULL, wide, 24, 10) == 0 && wcscmp(wide, L"18446744073709551615") == 0);
    CHECK(_strtoi64("-9000000000", NULL, 10) == -9000000000LL && _strtoui64("ff", NULL, 16) == 255);
    CHECK(_rotl(0x80000001u, 1) == 3 && _byteswap_ulong(0x01020304) == 0x04030201);
}

static void messages(void)
{
    char text[64], small[4];
    WCHAR wide[64];
    CHECK(strerror_s(text, sizeof(text), ENOENT) == 0 && strcmp(text, strerror(ENOENT)) == 0);
    CHECK(strerror_s(small, sizeof(small), ENOENT) == 0 && strlen(small) == 3);
    CHECK(_wcserror_s(wide, 64, ENOENT) == 0 && wcscmp(wide, _wcserror(ENOENT)) == 0);
    CHECK(strerror_s(NULL, 5, 1) == EINVAL);
}

static void environment(void)
{
    char text[8] = "x", *copy = NULL, assignment[] = "KIT_TEST=one";
    WCHAR wide[8], *wide_copy = NULL;
    const WCHAR *first, *second;
    size_t size = 99;
    CHECK(_putenv(assignment) == 0);
    assignment[9] = 'X';
    CHECK(getenv_s(&size, text, sizeof(text), "KIT_TEST") == 0 && size == 4 && strcmp(text, "one") == 0);
    CHECK(getenv_s(&size, NULL, 0, "KIT_TEST") == 0 && size == 4);
    CHECK(getenv_s(&size, text, 3, "KIT_TEST") == ERANGE && size == 4 && text[0] == '\0');
    CHECK(getenv_s(&size, text, sizeof(text), "KIT_NONE") == 0 && size == 0);
    CHECK(getenv_s(NULL, text, sizeof(text), "KIT_TEST") == EINVAL);
    CHECK(_dupenv_s(&copy, &size, "KIT_TEST") == 0 && size == 4 && strcmp(copy, "one") == 0);
    free(copy);
    CHECK(_dupenv_s(&copy, &size, "KIT_NONE") == 0 && size == 0 && copy == NULL);
    CHECK(_wputenv_s(L"KIT_TEST", L"\u00FC") == 0 && strcmp(getenv("KIT_TEST"), "\xC3\xBC") == 0);
    first = _wgetenv(L"KIT_TEST");
    second = _wgetenv(L"KIT_TEST");
    CHECK(first != NULL && first == second && wcscmp(first, L"\u00FC") == 0 && _wgetenv(L"KIT_NONE") == NULL);
    CHECK(_wgetenv_s(&size, wide, 8, L"KIT_TEST") == 0 && size == 2 && wcscmp(wide, L"\u00FC") == 0);
    CHECK(_wdupenv_s(&wide_copy, NULL, L"KIT_TEST") == 0 && wcscmp(wide_copy, L"\u00FC") == 0);
    free(wide_copy);
    CHECK(_putenv_s("KIT_TEST", "") == 0 && getenv("KIT_TEST") == NULL && _putenv("no sign") == -1);
    CHECK(_wsystem(L"exit 3") != 0 && _wsystem(NULL) != 0);
}

static void times(void)
{
    const time_t when = 946782245;
    char text[32];
    WCHAR wide[32];
    struct tm parts;
    struct __timeb64 now;
    __time64_t begin = _time64(NULL);
    CHECK(_gmtime64_s(&parts, &when) == 0 && parts.tm_year == 100 && parts.tm_mday == 2);
    CHECK(asctime_s(text, sizeof(text), &parts) == 0 && strcmp(text, "Sun Jan 02 03:04:05 2000\n") == 0);
    CHECK(asctime_s(text, 25, &parts) == EINVAL && text[0] == '\0' && asctime_s(text, 32, NULL) == EINVAL);
    CHECK(wcscmp(_wasctime(&parts), L"Sun Jan 02 03:04:05 2000\n") == 0 && _mkgmtime64(&parts) == when);
    CHECK(localtime_s(&parts, NULL) == EINVAL && parts.tm_year == -1);
    CHECK(ctime_s(text, sizeof(text), &when) == 0 && strlen(text) == 25 && _wctime_s(wide, 32, &when) == 0);
    CHECK(wcslen(wide) == 25 && _wctime(&when) != NULL && wcscmp(_wctime(&when), wide) == 0);
    CHECK(_strtime_s(text, 9) == 0 && text[2] == ':' && text[8] == '\0' && _strdate_s(text, 8) == ERANGE);
    CHECK(_wstrdate_s(wide, 9) == 0 && wide[5] == L'/' && _wstrtime_s(wide, 8) == ERANGE && wide[0] == L'\0');
    CHECK(_ftime64_s(&now) == 0 && now.time >= begin && now.time <= begin + 5 && now.millitm < 1000);
    CHECK(_difftime64(now.time, begin) < 6);
}

static int by_number(void *context, const void *one, const void *other)
{
    ++*(int *)context;
    return *(const int *)one - *(const int *)other;
}

static void sorting(void)
{
    int numbers[] = {5, 3, 9, 1, 7, 7, 0, 2}, i, calls = 0, key = 9;
    unsigned random = 0, other = 0;
    qsort_s(numbers, 8, sizeof(int), by_number, &calls);
    for (i = 1; i < 8; i++) {
        CHECK(numbers[i - 1] <= numbers[i]);
    }
    CHECK(calls > 0 && bsearch_s(&key, numbers, 8, sizeof(int), by_number, &calls) == numbers + 7);
    key = 4;
    CHECK(bsearch_s(&key, numbers, 8, sizeof(int), by_number, &calls) == NULL);
    CHECK(rand_s(&random) == 0 && rand_s(&other) == 0 && rand_s(NULL) == EINVAL);
    qsort_s(numbers, 0, sizeof(int), by_number, &calls);
}

int main(void)
{
    strings_in_place();
    memory_with_sizes();
    numbers();
    messages();
    environment();
    times();
    sorting();
    return check_failures > 0;
}
