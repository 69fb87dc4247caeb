/* tchars.c: the names of tchar.h, as functions of char and, when it is built with _UNICODE, of WCHAR. */
#include "check.h"

#include <tchar.h>

static void strings(void)
{
    TCHAR text[16] = _T("Word"), *rest = NULL, *copy, nothing[1] = {0};
    CHECK(_tcscpy_s(text, 16, _T("One two")) == 0 && _tcscat_s(text, 16, _T("!")) == 0 && _tcslen(text) == 8);
    CHECK(_tcsncpy_s(text, 16, _T("Onely"), 3) == 0 && _tcsncat_s(text, 16, _T(" two"), _TRUNCATE) == 0);
    CHECK(_tcscmp(text, _T("One two")) == 0 && _tcsicmp(text, _T("ONE TWO")) == 0 && _tcsnccmp(text, _T("Once"), 2) == 0);
    CHECK(_tcsnicmp(text, _T("oNx"), 2) == 0 && _tcsncicmp(text, _T("oNx"), 3) != 0 && _tcsicoll(text, _T("one TWO")) == 0);
    CHECK(_tcscoll(text, text) == 0 && _tcsncoll(text, _T("On"), 2) == 0 && _tcsnicoll(text, _T("ON"), 2) == 0);
    CHECK(_tcscmp(_tcstok_s(text, _T(" "), &rest), _T("One")) == 0 && _tcscmp(_tcstok_s(NULL, _T(" "), &rest), _T("two")) == 0);
    CHECK(_tcscmp(_tcsrev(text), _T("enO")) == 0 && _tcslwr_s(text, 16) == 0 && _tcsupr_s(text, 16) == 0);
    CHECK(_tcscmp(text, _T("ENO")) == 0 && _tcscmp(_tcsnset(text, _T('x'), 2), _T("xxO")) == 0);
    CHECK(_tcscmp(_tcsset(text, _T('y')), _T("yyy")) == 0 && _tcsset_s(text, 16, _T('z')) == 0);
    CHECK(_tcsspnp(_T("aab"), _T("a"))[0] == _T('b') && _tcsspnp(_T("aa"), _T("a")) == NULL);
    CHECK(_tclen(text) == 1 && _tcsinc(text) == text + 1 && _tcsdec(text, text + 2) == text + 1 && _tcsdec(text, text) == NULL);
    CHECK(_tcsninc(text, 2) == text + 2 && _tcsnextc(_T("\xE9")) == 0xE9 && _tccmp(_T("b"), _T("a")) == 1);
    _tccpy(nothing, _T("n"));
    CHECK(nothing[0] == _T('n') && _tcsnccnt(_T("abc"), 2) == 2);
    copy = _tcsdup(_T("copy"));
    CHECK(_tcscmp(copy, _T("copy")) == 0);
    free(copy);
}

static void numbers(void)
{
    TCHAR text[24], *end = NULL;
    CHECK(_itot_s(-5, text, 24, 10) == 0 && _ttoi(text) == -5 && _tstoi(text) == -5);
    CHECK(_tcscmp(_ltot(-6, text, 10), _T("-6")) == 0 && _tcscmp(_ultot(6, text, 2), _T("110")) == 0);
    CHECK(_tcscmp(_i64tot(-9000000000LL, text, 10), _T("-9000000000")) == 0 && _ttoi64(text) == -9000000000LL);
    CHECK(_ui64tot_s(77, text, 24, 16) == 0 && _tcscmp(text, _T("4d")) == 0);
    /* A long has 32 bits. */
    CHECK(_tcstol(_T("12x"), &end, 10) == 12 && *end == _T('x') && _tcstoul(_T("-1"), NULL, 10) == 0xFFFFFFFF);
    errno = 0;
    CHECK(_tcstol(_T("9000000000"), NULL, 10) == 0x7FFFFFFF && errno == ERANGE);
    CHECK(_tcstoul(_T("9000000000"), NULL, 10) == 0xFFFFFFFF && _tcstoi64(_T("9000000000"), NULL, 10) == 9000000000LL);
    CHECK(_tcstoui64(_T("ff"), NULL, 16) == 255 && _tcstod(_T("1.5"), NULL) == 1.5 && _tcstof(_T("2.5"), NULL) == 2.5f);
    CHECK(_ttof(_T("0.5")) == 0.5);
}

static void formats(void)
{
    TCHAR text[32], word[8];
    int number = 0;
    CHECK(_stprintf_s(text, 32, _T("%s-%d"), _T("word"), 7) == 6 && _sctprintf(_T("%d"), 123) == 3);
    CHECK(_stscanf_s(text, _T("%[^-]-%d"), word, 8u, &number) == 2 && number == 7 && _tcscmp(word, _T("word")) == 0);
    CHECK(_stscanf(_T("8"), _T("%d"), &number) == 1 && number == 8);
    CHECK(_sntprintf_s(text, 4, _TRUNCATE, _T("%s"), _T("longer")) == -1 && _tcscmp(text, _T("lon")) == 0);
    CHECK(_tscanf_s(_T("%d"), &number) == EOF);
}

static void characters(void)
{
    CHECK(_istcntrl(_T('\n')) && _istgraph(_T('!')) && !_istgraph(_T(' ')) && _istalpha(_T('a')) && _istascii(_T('a')));
    CHECK(_istdigit(_T('1')) && _istxdigit(_T('f')) && _istalnum(_T('z')) && _istspace(_T(' ')) && _istpunct(_T('.')));
    CHECK(_istupper(_T('A')) && _istlower(_T('a')) && _istprint(_T(' ')) && _istblank(_T('\t')));
    CHECK(_totlower(_T('A')) == _T('a') && _totupper(_T('a')) == _T('A') && !_istleadbyte(_T('a')) && _istlegal(_T('a')));
}

static void files(void)
{
    FILE *file = NULL;
    TCHAR path[64], extension[_MAX_EXT], here[1024], name[_MAX_FNAME];
    struct _stat64 about;
    CHECK(_tfopen_s(&file, _T("tchar.tmp"), _T("w+")) == 0 && _fputts(_T("line\n"), file) >= 0);
    rewind(file);
    CHECK(_gettc(file) == (_TINT)_T('l') && _ungettc(_T('l'), file) == (_TINT)_T('l'));
    CHECK(_fgetts(path, 64, file) != NULL && _tcscmp(path, _T("line\n")) == 0 && _fgettc(file) == (_TINT)_TEOF);
    CHECK(fclose(file) == 0 && (file = _tfopen(_T("tchar.tmp"), _T("rb"))) != NULL && fclose(file) == 0);
    CHECK(_taccess(_T("tchar.tmp"), 4) == 0 && _tstat64(_T("tchar.tmp"), &about) == 0 && about.st_size == 5);
    CHECK(_tmkdir(_T("tchar")) == 0 && _tchdir(_T("tchar")) == 0 && _tgetcwd(here, 1024) != NULL && _tchdir(_T("..")) == 0);
    /* A file that is there is not replaced. */
    CHECK(_trename(_T("tchar"), _T("tchar.tmp")) == -1 && errno == EEXIST && _trmdir(_T("tchar")) == 0);
    CHECK(_trename(_T("tchar.tmp"), _T("tchar2.tmp")) == 0 && _tremove(_T("tchar2.tmp")) == 0);
    _tsplitpath(_T("/dir/name.ext"), NULL, NULL, name, extension);
    CHECK(_tcscmp(name, _T("name")) == 0 && _tcscmp(extension, _T(".ext")) == 0);
    _tmakepath(path, NULL, _T("dir"), name, extension);
    CHECK(_tcscmp(path, _T("dir/name.ext")) == 0 && _tfullpath(here, _T("/a/../b"), 1024) != NULL);
    CHECK(_tcscmp(here, _T("/b")) == 0);
}

static void rest(void)
{
    TCHAR text[32];
    const time_t when = 0;
    struct tm parts;
    CHECK(_tputenv(_T("TCHAR_TEST=1")) == 0 && _tcscmp(_tgetenv(_T("TCHAR_TEST")), _T("1")) == 0);
    CHECK(_tsystem(NULL) != 0 && gmtime_s(&parts, &when) == 0 && _tcslen(_tasctime(&parts)) > 20 && _tctime(&when) != NULL);
    CHECK(_tcsftime(text, 32, _T("%Y"), &parts) == 4 && _tcscmp(text, _T("1970")) == 0 && _tstrdate(text) == text);
    CHECK(_tcslen(_tcserror(ENOENT)) > 0 && _tsetlocale(LC_ALL, NULL) != NULL);
    errno = 0;
    _tperror(_T("no error"));
}

int main(void)
{
    strings();
    numbers();
    formats();
    characters();
    files();
    rest();
    return check_failures > 0;
}
