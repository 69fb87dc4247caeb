/* updater.c: an updater: settings from a file, a download beside the old version, a backup, its date. */
#include <windows.h>
#include <wininet.h>
#include <tchar.h>
#include <crtdbg.h>
#include <direct.h>
#include <io.h>
#include <share.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/types.h>
#include <sys/stat.h>
#pragma comment(lib, "wininet.lib")

typedef struct _SETTINGS {
    TCHAR szName[32];
    TCHAR szPath[64];
    unsigned nRetries;
} SETTINGS, *PSETTINGS;

static void ReportError(LPCTSTR pszWhat, DWORD dwError)
{
    LPTSTR pszText = NULL;
    HMODULE hModule = NULL;
    DWORD dwFlags = FORMAT_MESSAGE_ALLOCATE_BUFFER | FORMAT_MESSAGE_FROM_SYSTEM | FORMAT_MESSAGE_IGNORE_INSERTS;

    if (dwError >= INTERNET_ERROR_BASE && dwError <= INTERNET_ERROR_LAST &&
        GetModuleHandleEx(GET_MODULE_HANDLE_EX_FLAG_UNCHANGED_REFCOUNT, _T("wininet.dll"), &hModule)) {
        dwFlags |= FORMAT_MESSAGE_FROM_HMODULE;
    }
    if (FormatMessage(dwFlags, hModule, dwError, 0, (LPTSTR)(void *)&pszText, 0, NULL) == 0) {
        _ftprintf_s(stderr, _T("%s: error %lu\n"), pszWhat, dwError);
        return;
    }
    _ftprintf_s(stderr, _T("%s: %s"), pszWhat, pszText);
    LocalFree(pszText);
}

static BOOL WriteSettings(LPCTSTR pszFile)
{
    FILE *fp = NULL;

    if (_tfopen_s(&fp, pszFile, _T("wt")) != 0) {
        _tperror(pszFile);
        return FALSE;
    }
    _ftprintf(fp, _T("product large.bin\n"));
    _ftprintf(fp, _T("path=/large retries=%u\n"), 3u);
    return fclose(fp) == 0;
}

static BOOL ReadSettings(LPCTSTR pszFile, PSETTINGS pSettings)
{
    FILE *fp = NULL;
    TCHAR szLine[128], *pszToken, *pszRest = NULL;
    BOOL bDone = FALSE;

    if (_tfopen_s(&fp, pszFile, _T("rt")) != 0) {
        return FALSE;
    }
    if (_fgetts(szLine, _countof(szLine), fp) != NULL &&
        _stscanf_s(szLine, _T("product %[^\n]"), pSettings->szName, (unsigned)_countof(pSettings->szName)) == 1 &&
        _fgetts(szLine, _countof(szLine), fp) != NULL) {
        for (pszToken = _tcstok_s(szLine, _T(" \n"), &pszRest); pszToken != NULL;
             pszToken = _tcstok_s(NULL, _T(" \n"), &pszRest)) {
            if (_tcsnccmp(pszToken, _T("path="), 5) == 0) {
                _tcscpy_s(pSettings->szPath, _countof(pSettings->szPath), pszToken + 5);
            } else if (_stscanf_s(pszToken, _T("retries=%u"), &pSettings->nRetries) == 1) {
                bDone = TRUE;
            }
        }
    }
    fclose(fp);
    return bDone;
}

static DWORD Download(LPCTSTR pszBase, const SETTINGS *pSettings, LPCTSTR pszTarget)
{
    TCHAR szUrl[INTERNET_MAX_URL_LENGTH];
    HINTERNET hSession, hUrl;
    BYTE *pbBuffer = (BYTE *)HeapAlloc(GetProcessHeap(), 0, 8192);
    DWORD cb = 0, cbWritten, dwError = ERROR_SUCCESS;
    HANDLE hFile;

    _stprintf_s(szUrl, _countof(szUrl), _T("%s%s"), pszBase, pSettings->szPath);
    hSession = InternetOpen(_T("updater/1.0"), INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, 0);
    hUrl = InternetOpenUrl(hSession, szUrl, NULL, 0, INTERNET_FLAG_RELOAD | INTERNET_FLAG_NO_UI, 0);
    hFile = CreateFile(pszTarget, GENERIC_WRITE, FILE_SHARE_READ, NULL, CREATE_ALWAYS, FILE_ATTRIBUTE_NORMAL, NULL);
    if (hUrl == NULL || hFile == INVALID_HANDLE_VALUE || !HeapValidate(GetProcessHeap(), 0, pbBuffer)) {
        dwError = GetLastError();
    }
    while (dwError == ERROR_SUCCESS) {
        if (!InternetReadFile(hUrl, pbBuffer, 8192, &cb) ||
            (cb > 0 && !WriteFile(hFile, pbBuffer, cb, &cbWritten, NULL))) {
            dwError = GetLastError();
        } else if (cb == 0) {
            break;
        }
    }
    if (hFile != INVALID_HANDLE_VALUE) {
        SYSTEMTIME st = {2020, 2, 6, 29, 12, 0, 0, 0};
        FILETIME ft;
        if (!SystemTimeToFileTime(&st, &ft) || !SetFileTime(hFile, NULL, NULL, &ft)) {
            dwError = GetLastError();
        }
        CloseHandle(hFile);
    }
    HeapFree(GetProcessHeap(), 0, pbBuffer);
    InternetCloseHandle(hUrl);
    InternetCloseHandle(hSession);
    return dwError;
}

/* Deletes what is in a folder, and the folder. How many files there were. */
static int Clean(LPCTSTR pszFolder)
{
    TCHAR szPattern[MAX_PATH], szFile[MAX_PATH];
    WIN32_FIND_DATA fd;
    HANDLE hFind;
    int nFiles = 0;

    _tmakepath_s(szPattern, _countof(szPattern), NULL, pszFolder, _T("*"), NULL);
    hFind = FindFirstFile(szPattern, &fd);
    if (hFind == INVALID_HANDLE_VALUE) {
        return -1;
    }
    do {
        if (!(fd.dwFileAttributes & FILE_ATTRIBUTE_DIRECTORY)) {
            _tmakepath_s(szFile, _countof(szFile), NULL, pszFolder, fd.cFileName, NULL);
            nFiles += _tremove(szFile) == 0;
        }
    } while (FindNextFile(hFind, &fd));
    FindClose(hFind);
    return _trmdir(pszFolder) == 0 ? nFiles : -1;
}

int _tmain(int argc, TCHAR *argv[])
{
    TCHAR szFull[MAX_PATH], szBackup[MAX_PATH], szDir[_MAX_DIR], szName[_MAX_FNAME], szExt[_MAX_EXT], *pszPart = NULL;
    TCHAR szExpanded[64];
    SETTINGS settings;
    WIN32_FILE_ATTRIBUTE_DATA fad;
    SYSTEMTIME st;
    struct _stat64 about;
    errno_t nError;
    DWORD dwError;

    if (argc != 2) {
        return 2;
    }
    _CrtSetDbgFlag(_CRTDBG_ALLOC_MEM_DF | _CRTDBG_LEAK_CHECK_DF);
    ZeroMemory(&settings, sizeof(settings));
    _ASSERTE(settings.nRetries == 0);
    if (_tmkdir(_T("update")) != 0 || !WriteSettings(_T("update/settings.txt")) ||
        !ReadSettings(_T("update/settings.txt"), &settings)) {
        _putts(_T("no settings"));
        return 1;
    }
    if (_tputenv_s(_T("UPDATER_NAME"), settings.szName) != 0 ||
        !ExpandEnvironmentStrings(_T("update/%UPDATER_NAME%"), szExpanded, _countof(szExpanded)) ||
        !GetFullPathName(szExpanded, _countof(szFull), szFull, &pszPart) || _tcsicmp(pszPart, _T("LARGE.bin")) != 0) {
        ReportError(_T("name"), GetLastError());
        return 1;
    }
    dwError = Download(argv[1], &settings, szFull);
    if (dwError != ERROR_SUCCESS) {
        ReportError(_T("download"), dwError);
        return 1;
    }
    nError = _tsplitpath_s(szExpanded, NULL, 0, szDir, _countof(szDir), szName, _countof(szName), szExt, _countof(szExt));
    if (nError != 0 || _tmakepath_s(szBackup, _countof(szBackup), NULL, szDir, szName, _T(".old")) != 0 ||
        !CopyFile(szFull, szBackup, TRUE) || !GetFileAttributesEx(szBackup, GetFileExInfoStandard, &fad) ||
        !FileTimeToSystemTime(&fad.ftLastWriteTime, &st) || _tstat64(szExpanded, &about) != 0) {
        ReportError(_T("backup"), GetLastError());
        return 1;
    }
    if (CopyFile(szFull, szBackup, TRUE) || GetLastError() != ERROR_FILE_EXISTS) {
        return 1;
    }
    ReportError(_T("a second backup"), GetLastError());
    ReportError(_T("a host that is not there"), ERROR_INTERNET_NAME_NOT_RESOLVED);
    _tprintf_s(_T("%s%s: %lu bytes of %04u-%02u-%02u, %u retries, "), szName, szExt, fad.nFileSizeLow, (unsigned)st.wYear,
        (unsigned)st.wMonth, (unsigned)st.wDay, settings.nRetries);
    _tprintf_s(_T("%d files\n"), Clean(_T("update")));
    return (DWORD)about.st_size == fad.nFileSizeLow ? 0 : 1;
}
