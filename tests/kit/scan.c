/* scan.c: scanf and its relatives, of strings and of streams, and those that know the sizes. */
#include "check.h"

#include <tchar.h>

static void without_sizes(void)
{
    char word[16], more[8], *end = NULL;
    WCHAR wide[16];
    DWORD number = 0;
    LONGLONG large = 0;
    SHORT small = 0;
    float single = 0;
    double twice = 0;
    int count = -7, later = -7;
    CHECK(sscanf("12 word 9000000000 3 1.5 2.5", "%lu %s %I64d %hd %f %lf", &number, word, &large, &small,
              &single, &twice) == 6);
    CHECK(number == 12 && strcmp(word, "word") == 0 && large == 9000000000LL && small == 3 && single == 1.5f &&
          twice == 2.5);
    CHECK(sscanf("ab]c-100%", "%[]ab]c%n-%d%%", word, &count, &later) == 2 && strcmp(word, "ab]") == 0);
    CHECK(count == 4 && later == 100);
    CHECK(sscanf("5 x", "%d %d%n", &later, &later, &count) == 1 && later == 5 && count == 4);
    CHECK(sscanf("1 2 3", "%*d %3d%c%d", &later, more, &count) == 3 && later == 2 && more[0] == ' ' && count == 3);
    CHECK(sscanf("wide", "%ls", wide) == 1 && wcscmp(wide, L"wide") == 0);
    CHECK(sscanf("wide", "%S", wide) == 1 && wcscmp(wide, L"wide") == 0);
    CHECK(sscanf("0x1F", "%p", (void **)&end) == 1 && end == (char *)0x1F);
    CHECK(sscanf("", "%d", &later) == EOF && sscanf("x", "%d", &later) == 0);
    CHECK(swscanf(L"abc def 7", L"%s %S %lu", wide, word, &number) == 3 && wcscmp(wide, L"abc") == 0);
    CHECK(strcmp(word, "def") == 0 && number == 7);
}

static void with_sizes(void)
{
    char word[4] = "...", other[8] = "..", letters[3], letter = '?';
    WCHAR wide[4] = L"...";
    int number = 5, after = 6;
    const unsigned size = sizeof(word);
    CHECK(sscanf_s("abc 12", "%s %d", word, size, &number) == 2 && strcmp(word, "abc") == 0 && number == 12);
    /* What does not fit is not stored, and nothing behind it. */
    CHECK(sscanf_s("7 abcd 12", "%d %s %d", &number, word, size, &after) == 1);
    CHECK(number == 7 && word[0] == '\0' && after == 6);
    CHECK(sscanf_s("abcd 12", "%3s%d", word, size, &after) == 1 && strcmp(word, "abc") == 0);
    CHECK(sscanf_s("ab=cd", "%[a-z]=%7[^=]", word, size, other, (unsigned)sizeof(other)) == 2);
    CHECK(strcmp(word, "ab") == 0 && strcmp(other, "cd") == 0);
    CHECK(sscanf_s("abcde=", "%[a-z]=", word, size) == 0 && word[0] == '\0');
    CHECK(sscanf_s("xyz", "%c%2c", &letter, 1u, letters, 2u) == 2 && letter == 'x' && letters[1] == 'z');
    CHECK(sscanf_s("xyz", "%3c", letters, 2u) == 0 && letters[0] == '\0');
    CHECK(sscanf_s("x", "%*c%s", word, size) == EOF);
    CHECK(sscanf_s("x", "%s", word, 0u) == 0);
    CHECK(swscanf_s(L"abc 9 de", L"%s %d %S", wide, 4u, &number, word, size) == 3);
    CHECK(wcscmp(wide, L"abc") == 0 && number == 9 && strcmp(word, "de") == 0);
    CHECK(swscanf_s(L"abcd", L"%s", wide, 4u) == 0 && wide[0] == L'\0');
    CHECK(sscanf_s("abc", "%ls", wide, 4u) == 1 && wcscmp(wide, L"abc") == 0);
}

static void of_streams(void)
{
    FILE *file = NULL;
    char name[8], rest[8];
    WCHAR wide[8];
    int number = 0;
    CHECK(tmpfile_s(&file) == 0 && file != NULL);
    fprintf(file, "name 12\nwide 34 toolongforit 5\nline");
    rewind(file);
    CHECK(fscanf_s(file, "%s %d", name, (unsigned)sizeof(name), &number) == 2 && number == 12);
    CHECK(fwscanf_s(file, L"%s %d", wide, 8u, &number) == 2 && number == 34 && wcscmp(wide, L"wide") == 0);
    CHECK(fscanf_s(file, "%s", rest, (unsigned)sizeof(rest)) == 0 && rest[0] == '\0');
    CHECK(fscanf(file, "%d", &number) == 1 && number == 5);
    CHECK(fwscanf(file, L"%s", wide) == 1 && wcscmp(wide, L"line") == 0);
    CHECK(fscanf(file, "%d", &number) == EOF);
    fclose(file);
    CHECK(scanf_s("%d", &number) == EOF && wscanf_s(L"%d", &number) == EOF);
}

#define EIGHT &number, &number, &number, &number, &number, &number, &number, &number

/* More than a call passes on are refused, not read wrong. */
static void too_many(void)
{
    char format[3 * 33 + 1] = "";
    int number = -1, i;
    for (i = 0; i < 33; i++) {
        strcat(format, "%d ");
    }
    errno = 0;
    CHECK(sscanf("1 2 3", format, EIGHT, EIGHT, EIGHT, EIGHT, &number) == EOF && errno == EINVAL && number == -1);
    CHECK(sscanf("1 2 3", format + 3, EIGHT, EIGHT, EIGHT, EIGHT) == 3 && number == 3);
}

int main(void)
{
    without_sizes();
    with_sizes();
    of_streams();
    too_many();
    return check_failures > 0;
}
