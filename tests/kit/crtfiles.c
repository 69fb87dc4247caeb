/* crtfiles.c: files, directories and their names, as Microsoft's C library has them. */
#include "check.h"

#include <direct.h>
#include <io.h>

static void names(void)
{
    char drive[_MAX_DRIVE], directory[_MAX_DIR], name[_MAX_FNAME], extension[_MAX_EXT], path[64], small[2] = "x";
    WCHAR wide_name[_MAX_FNAME], wide_path[64];
    char *whole;
    _splitpath("C:\\dir\\sub/file.tar.gz", drive, directory, name, extension);
    CHECK(strcmp(drive, "C:") == 0 && strcmp(directory, "\\dir\\sub/") == 0);
    CHECK(strcmp(name, "file.tar") == 0 && strcmp(extension, ".gz") == 0);
    _splitpath("/only/", NULL, directory, name, extension);
    CHECK(strcmp(directory, "/only/") == 0 && name[0] == '\0' && extension[0] == '\0');
    CHECK(_splitpath_s("a.b", drive, 3, directory, 4, small, 1, extension, 4) == ERANGE && extension[0] == '\0');
    CHECK(_splitpath_s("a.b", NULL, 0, NULL, 0, small, 2, NULL, 0) == 0 && small[0] == 'a');
    CHECK(_splitpath_s("a.b", NULL, 2, NULL, 0, small, 2, NULL, 0) == EINVAL);
    CHECK(_splitpath_s(NULL, drive, 3, NULL, 0, NULL, 0, NULL, 0) == EINVAL && drive[0] == '\0');
    _wsplitpath(L"x/\u00FC.txt", NULL, NULL, wide_name, NULL);
    CHECK(wcscmp(wide_name, L"\u00FC") == 0);
    _makepath(path, "c", "dir", "file", "txt");
    CHECK(strcmp(path, "c:dir/file.txt") == 0);
    CHECK(_makepath_s(path, 64, NULL, "dir\\", "file", ".txt") == 0 && strcmp(path, "dir\\file.txt") == 0);
    CHECK(_makepath_s(path, 4, NULL, NULL, "file", NULL) == ERANGE && path[0] == '\0');
    CHECK(_wmakepath_s(wide_path, 64, NULL, L"", L"f", L"") == 0 && wcscmp(wide_path, L"f") == 0);
    CHECK(strcmp(_fullpath(path, "/a\\.//b/../../c/", 64), "/c") == 0 && strcmp(_fullpath(path, "/..", 64), "/") == 0);
    CHECK(_fullpath(path, "/long", 5) == NULL && errno == ERANGE);
    whole = _fullpath(NULL, "name", 0);
    CHECK(whole != NULL && whole[0] == '/' && strcmp(whole + strlen(whole) - 5, "/name") == 0);
    free(whole);
    CHECK(_wfullpath(wide_path, L"/x/../\u00FC", 64) != NULL && wcscmp(wide_path, L"/\u00FC") == 0);
}

static void descriptors(void)
{
    char text[8] = "";
    int file = _open("kit.tmp", _O_CREAT | _O_EXCL | _O_RDWR | _O_BINARY, _S_IREAD | _S_IWRITE), other = -1;
    struct _stat64 about;
    CHECK(file >= 0 && _write(file, "abcdef", 6) == 6 && _lseek(file, 2, SEEK_SET) == 2);
    CHECK(_read(file, text, 3) == 3 && strcmp(text, "cde") == 0 && _telli64(file) == 5 && !_eof(file));
    CHECK(_lseeki64(file, 0, SEEK_END) == 6 && _eof(file) == 1 && _filelength(file) == 6);
    CHECK(_chsize_s(file, 4) == 0 && _fstat64(file, &about) == 0 && about.st_size == 4 && _commit(file) == 0);
    CHECK(_close(file) == 0);
    CHECK(_open(".\\kit.tmp", _O_CREAT | _O_EXCL | _O_RDWR, _S_IWRITE) == -1 && errno == EEXIST);
    CHECK(_access("kit.tmp", 6) == 0 && _waccess(L"none", 0) == -1 && _access_s("none", 0) == ENOENT);
    CHECK(_stat64("kit.tmp", &about) == 0 && (about.st_mode & _S_IFMT) == _S_IFREG);
    CHECK(_wstat64(L".\\kit.tmp", &about) == 0 && about.st_size == 4);
    CHECK(_chmod("kit.tmp", _S_IREAD) == 0 && _stat64("kit.tmp", &about) == 0 && (about.st_mode & 0222) == 0);
    CHECK(_wchmod(L"kit.tmp", _S_IREAD | _S_IWRITE) == 0);
    CHECK(_sopen_s(&other, "kit.tmp", _O_RDONLY, _SH_DENYNO, 0) == 0 && _close(other) == 0);
    CHECK(_sopen_s(&other, "none", _O_RDONLY, _SH_DENYNO, 0) == ENOENT && other == -1);
    CHECK((other = _sopen("kit.tmp", _O_RDONLY, _SH_DENYWR)) >= 0 && _close(other) == 0);
    CHECK((other = _wopen(L"kit.tmp", _O_RDONLY)) >= 0 && _close(other) == 0);
    CHECK(_wrename(L"kit.tmp", L"kit2.tmp") == 0 && _unlink(".\\kit2.tmp") == 0 && _wunlink(L"kit2.tmp") == -1);
}

static void streams(void)
{
    FILE *file = NULL, *other = NULL;
    char name[L_tmpnam_s], small[2];
    CHECK(fopen_s(&file, "none", "rt") == ENOENT && file == NULL && fopen_s(&file, NULL, "r") == EINVAL);
    CHECK(_wfopen_s(&file, L".\\kit.tmp", L"w+b") == 0 && file != NULL && fwrite("12345", 1, 5, file) == 5);
    CHECK(_fseeki64(file, 1, SEEK_SET) == 0 && _ftelli64(file) == 1 && fgetc(file) == '2');
    CHECK(freopen_s(&other, "kit.tmp", "r", file) == 0 && fgetc(other) == '1');
    CHECK(fclose(other) == 0 && (file = _fsopen("kit.tmp", "a", _SH_DENYNO)) != NULL && fclose(file) == 0);
    CHECK((file = _wfsopen(L"kit.tmp", L"rt, ccs=UTF-8", _SH_DENYNO)) != NULL && fclose(file) == 0);
    CHECK(_wremove(L"kit.tmp") == 0 && tmpnam_s(name, sizeof(name)) == 0 && access(name, F_OK) != 0);
    CHECK(tmpnam_s(small, sizeof(small)) == ERANGE && small[0] == '\0' && tmpfile_s(NULL) == EINVAL);
    CHECK((file = _wpopen(L"echo hello", L"r")) != NULL && fgetc(file) == 'h' && _pclose(file) == 0);
}

static void directories(void)
{
    char here[1024], back[1024], *given;
    WCHAR wide[1024], *wide_given;
    CHECK(_getcwd(here, sizeof(here)) == here && _mkdir("kit dir") == 0 && _mkdir("kit dir") == -1 && errno == EEXIST);
    CHECK(_wmkdir(L"kit dir\\\u00FC") == 0 && _wchdir(L"kit dir\\\u00FC") == 0 && _wgetcwd(wide, 1024) == wide);
    CHECK(wcscmp(wide + wcslen(wide) - 2, L"/\u00FC") == 0 && _chdir("..\\..") == 0);
    given = _getcwd(NULL, 0);
    wide_given = _wgetcwd(NULL, 4000);
    CHECK(given != NULL && strcmp(given, here) == 0 && wide_given != NULL);
    free(given);
    free(wide_given);
    CHECK(_getcwd(back, 1) == NULL && errno == ERANGE && _wgetcwd(wide, 1) == NULL);
    CHECK(_wrmdir(L"kit dir/\u00FC") == 0 && _rmdir("kit dir") == 0 && _rmdir("kit dir") == -1);
}

int main(void)
{
    names();
    descriptors();
    streams();
    directories();
    return check_failures > 0;
}
