/* strings.c: text between char and WCHAR, the functions with sizes, and the old names. */
#include "check.h"

#include <strsafe.h>
#include <tchar.h>

static void to_wide(void)
{
    WCHAR wide[16];
    CHECK(MultiByteToWideChar(CP_UTF8, 0, "a\xC3\xBC\xE2\x82\xAC\xF0\x9F\x98\x80", -1, NULL, 0) == 5);
    CHECK(MultiByteToWideChar(CP_ACP, 0, "a\xC3\xBC\xE2\x82\xAC\xF0\x9F\x98\x80", -1, wide, 16) == 5);
    CHECK(wcscmp(wide, L"a\u00FC\u20AC\U0001F600") == 0);
    CHECK(MultiByteToWideChar(CP_UTF8, 0, "abc", 2, wide, 2) == 2 && wide[1] == L'b');
    CHECK_FAILS(MultiByteToWideChar(CP_UTF8, 0, "abc", -1, wide, 3), ERROR_INSUFFICIENT_BUFFER);
    CHECK_FAILS(MultiByteToWideChar(CP_UTF8, 0, "abc", 0, wide, 3), ERROR_INVALID_PARAMETER);
    CHECK_FAILS(MultiByteToWideChar(CP_UTF8, 0, NULL, 1, wide, 3), ERROR_INVALID_PARAMETER);
    CHECK_FAILS(MultiByteToWideChar(1234, 0, "a", 1, wide, 3), ERROR_INVALID_PARAMETER);
    CHECK_FAILS(MultiByteToWideChar(CP_UTF8, MB_PRECOMPOSED, "a", 1, wide, 3), ERROR_INVALID_FLAGS);
    CHECK(MultiByteToWideChar(CP_ACP, MB_PRECOMPOSED, "a", 1, wide, 3) == 1);
    CHECK_FAILS(MultiByteToWideChar(CP_UTF8, MB_ERR_INVALID_CHARS, "a\xFF", -1, wide, 16),
        ERROR_NO_UNICODE_TRANSLATION);
    /* Too long forms, surrogates, what is cut off: each part that is no character is one U+FFFD. */
    CHECK(MultiByteToWideChar(CP_UTF8, 0, "\xC0\x80|\xED\xA0\x80|\xF0\x9F\x98|\xE2\x82", -1, wide, 16) == 11);
    CHECK(wcscmp(wide, L"\uFFFD\uFFFD|\uFFFD\uFFFD\uFFFD|\uFFFD|\uFFFD") == 0);
}

static void to_narrow(void)
{
    char narrow[16];
    BOOL used = TRUE;
    WCHAR bad[2];
    bad[0] = (WCHAR)0xD800;
    bad[1] = L'\0';
    CHECK(WideCharToMultiByte(CP_UTF8, 0, L"a\u00FC\u20AC\U0001F600", -1, NULL, 0, NULL, NULL) == 11);
    CHECK(WideCharToMultiByte(CP_UTF8, 0, L"a\u00FC\u20AC\U0001F600", -1, narrow, 16, NULL, NULL) == 11);
    CHECK(strcmp(narrow, "a\xC3\xBC\xE2\x82\xAC\xF0\x9F\x98\x80") == 0);
    CHECK(WideCharToMultiByte(CP_ACP, 0, L"ab", 1, narrow, 1, "?", &used) == 1 && !used);
    CHECK(WideCharToMultiByte(CP_ACP, 0, bad, -1, narrow, 16, NULL, &used) == 4 && used);
    CHECK_FAILS(WideCharToMultiByte(CP_UTF8, 0, L"\u20AC", -1, narrow, 3, NULL, NULL), ERROR_INSUFFICIENT_BUFFER);
    CHECK_FAILS(WideCharToMultiByte(CP_UTF8, 0, L"a", -1, narrow, 3, "?", NULL), ERROR_INVALID_PARAMETER);
    CHECK_FAILS(WideCharToMultiByte(CP_UTF8, WC_ERR_INVALID_CHARS, bad, -1, narrow, 16, NULL, NULL),
        ERROR_NO_UNICODE_TRANSLATION);
    CHECK_FAILS(WideCharToMultiByte(CP_UTF8, 0, L"a", 0, narrow, 3, NULL, NULL), ERROR_INVALID_PARAMETER);
}

static void safe_strings(void)
{
    char text[8];
    WCHAR wide[8];
    size_t length = 99;
    CHECK(StringCchCopyA(text, 8, "1234567") == S_OK && StringCchLengthA(text, 8, &length) == S_OK && length == 7);
    CHECK(StringCchCopyA(text, 8, "12345678") == STRSAFE_E_INSUFFICIENT_BUFFER && strcmp(text, "1234567") == 0);
    CHECK(StringCchCopyA(text, 0, "1") == STRSAFE_E_INVALID_PARAMETER);
    CHECK(StringCchCopyNA(text, 8, "abcdef", 3) == S_OK && strcmp(text, "abc") == 0);
    CHECK(StringCchCatA(text, 8, "defg") == S_OK && strcmp(text, "abcdefg") == 0);
    CHECK(StringCchCatA(text, 8, "h") == STRSAFE_E_INSUFFICIENT_BUFFER);
    CHECK(StringCchCatNA(text, 8, "h", 0) == S_OK);
    CHECK(StringCchLengthA(text, 7, &length) == STRSAFE_E_INVALID_PARAMETER && length == 0);
    CHECK(StringCbPrintfW(wide, sizeof(wide), L"%s-%S", L"ab", "cd") == S_OK && wcscmp(wide, L"ab-cd") == 0);
    CHECK(StringCchPrintfW(wide, 8, L"%d", 123456789) == STRSAFE_E_INSUFFICIENT_BUFFER);
    CHECK(wcscmp(wide, L"1234567") == 0);
    CHECK(StringCbCopyW(wide, sizeof(wide), L"x") == S_OK && StringCbCatW(wide, sizeof(wide), L"y") == S_OK);
    CHECK(StringCbLengthW(wide, sizeof(wide), &length) == S_OK && length == 2 * sizeof(WCHAR));
}

static void safe_strings_with_ends(void)
{
    char text[8] = "", *end = NULL;
    WCHAR wide[8], *wide_end = NULL;
    size_t left = 0;
    CHECK(StringCchCopyExA(text, 8, "abc", &end, &left, 0) == S_OK && end == text + 3 && left == 5);
    CHECK(StringCchCatExA(text, 8, "de", &end, &left, STRSAFE_FILL_BYTE('x')) == S_OK);
    CHECK(memcmp(text, "abcde\0xx", 8) == 0 && end == text + 5 && left == 3);
    CHECK(StringCchCatExA(text, 8, "fghi", &end, &left, STRSAFE_NO_TRUNCATION) == STRSAFE_E_INSUFFICIENT_BUFFER);
    CHECK(strcmp(text, "abcde") == 0 && end == text + 5 && left == 3);
    CHECK(StringCchCatNExA(text, 8, "fghi", 2, NULL, &left, 0) == S_OK && strcmp(text, "abcdefg") == 0 && left == 1);
    CHECK(StringCchCopyExA(text, 4, "abcd", &end, &left, 0) == STRSAFE_E_INSUFFICIENT_BUFFER);
    CHECK(strcmp(text, "abc") == 0 && end == text + 3 && left == 1);
    CHECK(StringCchCopyExA(text, 4, "abcd", &end, &left, STRSAFE_FAILURE_BYTE('-')) == STRSAFE_E_INSUFFICIENT_BUFFER);
    CHECK(memcmp(text, "---", 4) == 0);
    CHECK(StringCchPrintfExA(text, 4, &end, &left, STRSAFE_NULL_ON_FAILURE, "%d", 12345) == STRSAFE_E_INSUFFICIENT_BUFFER);
    CHECK(*text == '\0' && end == text && left == 4);
    CHECK(StringCchPrintfExW(wide, 8, &wide_end, &left, 0, L"%s-%d", L"ab", 3) == S_OK && wide_end == wide + 4 && left == 4);
    CHECK(StringCchCopyExA(NULL, 0, NULL, NULL, &left, STRSAFE_IGNORE_NULLS) == S_OK && left == 0);
    CHECK(StringCchCopyExA(NULL, 0, "a", NULL, NULL, STRSAFE_IGNORE_NULLS) == STRSAFE_E_INSUFFICIENT_BUFFER);
    CHECK(StringCchCopyExA(text, 8, NULL, NULL, NULL, STRSAFE_IGNORE_NULLS) == S_OK && *text == '\0');
    CHECK(StringCchCopyExA(text, 0, "a", NULL, NULL, 0) == STRSAFE_E_INVALID_PARAMETER);
    CHECK(StringCchCopyExA(text, 8, "a", NULL, NULL, 0x2000) == STRSAFE_E_INVALID_PARAMETER);
    /* In bytes. */
    CHECK(StringCbCopyExW(wide, sizeof(wide) + 1, L"ab", &wide_end, &left, 0) == S_OK && wide_end == wide + 2);
    CHECK(left == 6 * sizeof(WCHAR) + 1);
    CHECK(StringCbCatNExW(wide, sizeof(wide), L"cdef", sizeof(WCHAR), NULL, &left, 0) == S_OK && wcscmp(wide, L"abc") == 0);
    CHECK(left == 5 * sizeof(WCHAR) && StringCbCatNW(wide, sizeof(wide), L"de", sizeof(WCHAR)) == S_OK);
    CHECK(StringCbCatExW(wide, sizeof(wide), L"efghi", NULL, &left, 0) == STRSAFE_E_INSUFFICIENT_BUFFER && left == sizeof(WCHAR));
    CHECK(StringCbCopyNExW(wide, sizeof(wide), L"xyz", sizeof(WCHAR), NULL, NULL, 0) == S_OK && wcscmp(wide, L"x") == 0);
    CHECK(StringCbPrintfExA(text, 8, NULL, &left, 0, "%d", 12) == S_OK && left == 6 && strcmp(text, "12") == 0);
}

/* Lines of stdin: one that fits, one that is cut off between two characters, and the last. */
static void lines_of_input(void)
{
    FILE *file = fopen("lines", "w");
    char text[8];
    WCHAR wide[4], *end = NULL;
    size_t left = 0;
    CHECK(file != NULL && fputs("short\n\xE2\x82\xAC\xE2\x82\xAC\xE2\x82\xAC\xE2\x82\xAC\nend", file) >= 0);
    fclose(file);
    CHECK(freopen("lines", "r", stdin) != NULL && remove("lines") == 0);
    CHECK(StringCchGetsA(text, 8) == S_OK && strcmp(text, "short") == 0);
    CHECK(StringCchGetsW(wide, 4) == S_OK && wcscmp(wide, L"\u20AC\u20AC\u20AC") == 0);
    CHECK(StringCbGetsExW(wide, sizeof(wide) + 1, &end, &left, 0) == S_OK && wcscmp(wide, L"\u20AC") == 0);
    CHECK(end == wide + 1 && left == 3 * sizeof(WCHAR) + 1);
    CHECK(StringCchGetsExA(text, 8, NULL, &left, STRSAFE_FILL_BEHIND_NULL) == S_OK && strcmp(text, "end") == 0);
    CHECK(left == 5 && text[7] == '\0' && StringCchGetsA(text, 1) == STRSAFE_E_INSUFFICIENT_BUFFER);
    CHECK(StringCchGetsA(text, 8) == STRSAFE_E_END_OF_FILE && StringCchGetsW(wide, 0) == STRSAFE_E_INSUFFICIENT_BUFFER);
    CHECK(StringCbGetsA(text, (size_t)STRSAFE_MAX_CCH + 1) == STRSAFE_E_INVALID_PARAMETER);
}

static void library_names(void)
{
    char text[8] = "", number[40], line[] = "a,b;c", *rest = NULL;
    WCHAR wide[40];
    CHECK(strcpy_s(text, 8, "1234567") == 0 && strcat_s(text, 8, "8") == ERANGE && *text == '\0');
    CHECK(strncpy_s(text, 4, "abcdef", _TRUNCATE) == STRUNCATE && strcmp(text, "abc") == 0);
    CHECK(strncpy_s(text, 4, "abcdef", 2) == 0 && strcmp(text, "ab") == 0);
    CHECK(strncat_s(text, 8, "cdef", 2) == 0 && strcmp(text, "abcd") == 0);
    CHECK(strcpy_s(text, 4, "abcd") == ERANGE && *text == '\0');
    CHECK(strcpy_s(text, 4, NULL) == EINVAL);
    CHECK(wcscpy_s(wide, 40, L"Wide") == 0 && wcscat_s(wide, 40, L"r") == 0 && wcscmp(_wcsupr(wide), L"WIDER") == 0);
    CHECK(_stricmp("ABC", "abc") == 0 && _strnicmp("ABx", "aby", 2) == 0 && _wcsicmp(L"ABC", L"abc") == 0);
    CHECK(strcmp(strtok_s(line, ",;", &rest), "a") == 0 && strcmp(strtok_s(NULL, ",;", &rest), "b") == 0);
    CHECK(strcmp(_itoa(-12, number, 10), "-12") == 0 && strcmp(_itoa(-1, number, 16), "ffffffff") == 0);
    CHECK(strcmp(_ultoa(4000000000U, number, 10), "4000000000") == 0);
    CHECK(strcmp(_i64toa(-9000000000000000000LL, number, 10), "-9000000000000000000") == 0);
    CHECK(wcscmp(_itow(255, wide, 2), L"11111111") == 0);
    CHECK(_wtoi(L"42") == 42 && _wtol(L"-7") == -7 && _wtoi64(L"9000000000") == 9000000000LL);
    CHECK(memcpy_s(text, 8, "abc", 4) == 0 && memcpy_s(text, 2, "abc", 3) == ERANGE && text[0] == '\0');
    CHECK(lstrlenA(NULL) == 0 && lstrlenW(L"abc") == 3 && lstrcmpiA("A", "a") == 0 && lstrcmpW(L"a", L"b") < 0);
    CHECK(strcmp(lstrcpynA(text, "abcdef", 4), "abc") == 0 && wcscmp(lstrcpynW(wide, L"abc", 9), L"abc") == 0);
    CHECK(_tcslen(_T("abc")) == 3 && _ttoi(_T("5")) == 5 && _tcschr(_T("abc"), _T('b')) != NULL);
    CHECK(_countof(number) == 40 && ARRAYSIZE(wide) == 40);
}

int main(void)
{
    to_wide();
    to_narrow();
    safe_strings();
    safe_strings_with_ends();
    lines_of_input();
    library_names();
    return check_failures != 0;
}
