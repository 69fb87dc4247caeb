/* save_file.c: files: downloads into one, posts it back in pieces, and compares. Unicode. */
#ifndef UNICODE
#define UNICODE
#define _UNICODE
#endif
#include <windows.h>
#include <wininet.h>
#include <tchar.h>
#include <stdio.h>

static BOOL Save(HINTERNET hConnect, LPCTSTR lpszPath, HANDLE hFile)
{
    HINTERNET hRequest = HttpOpenRequest(hConnect, NULL, lpszPath, NULL, NULL, NULL, INTERNET_FLAG_RELOAD, 0);
    BYTE abPiece[3000];
    DWORD cb, cbWritten;
    BOOL bDone = FALSE;

    if (hRequest == NULL || !HttpSendRequest(hRequest, NULL, 0, NULL, 0)) {
        return FALSE;
    }
    while (InternetReadFile(hRequest, abPiece, sizeof(abPiece), &cb)) {
        if (cb == 0) {
            bDone = TRUE;
            break;
        }
        if (!WriteFile(hFile, abPiece, cb, &cbWritten, NULL) || cb != cbWritten) {
            break;
        }
    }
    InternetCloseHandle(hRequest);
    return bDone;
}

/* Sends the file and compares the answer with it. */
static BOOL PostBack(HINTERNET hConnect, HANDLE hFile)
{
    HINTERNET hRequest = HttpOpenRequest(hConnect, _T("POST"), _T("/echo"), NULL, NULL, NULL, 0, 0);
    INTERNET_BUFFERS ib;
    LARGE_INTEGER liSize;
    BYTE abFile[4096], abAnswer[4096];
    DWORD cbFile, cb, cbGot, cbCompared = 0;

    if (!GetFileSizeEx(hFile, &liSize) || liSize.HighPart != 0) {
        return FALSE;
    }
    ZeroMemory(&ib, sizeof(ib));
    ib.dwStructSize = sizeof(ib);
    ib.dwBufferTotal = liSize.LowPart;
    if (!HttpSendRequestEx(hRequest, &ib, NULL, 0, 0) ||
        SetFilePointer(hFile, 0, NULL, FILE_BEGIN) == INVALID_SET_FILE_POINTER) {
        return FALSE;
    }
    while (ReadFile(hFile, abFile, sizeof(abFile), &cbFile, NULL) && cbFile > 0) {
        if (!InternetWriteFile(hRequest, abFile, cbFile, &cb) || cb != cbFile) {
            return FALSE;
        }
    }
    if (!HttpEndRequest(hRequest, NULL, 0, 0)) {
        return FALSE;
    }
    SetFilePointer(hFile, 0, NULL, FILE_BEGIN);
    while (InternetReadFile(hRequest, abAnswer, sizeof(abAnswer), &cb) && cb > 0) {
        for (cbGot = 0; cbGot < cb; cbGot += cbFile) {
            if (!ReadFile(hFile, abFile, cb - cbGot, &cbFile, NULL) || cbFile == 0 ||
                memcmp(abFile, abAnswer + cbGot, cbFile) != 0) {
                return FALSE;
            }
        }
        cbCompared += cb;
    }
    InternetCloseHandle(hRequest);
    _tprintf(_T("%lu of %I64d bytes compared\n"), cbCompared, liSize.QuadPart);
    return cbCompared == liSize.LowPart;
}

int _tmain(int argc, TCHAR **argv)
{
    TCHAR szTemp[MAX_PATH], szFile[MAX_PATH], szMoved[MAX_PATH + 10], szHost[256];
    URL_COMPONENTS uc;
    HINTERNET hSession, hConnect;
    HANDLE hFile;
    int nResult = 1;

    if (argc != 2) {
        return 2;
    }
    memset(&uc, 0, sizeof(uc));
    uc.dwStructSize = sizeof(uc);
    uc.lpszHostName = szHost;
    uc.dwHostNameLength = _countof(szHost);
    if (!InternetCrackUrl(argv[1], 0, 0, &uc)) {
        return 1;
    }
    if (!GetTempPath(MAX_PATH, szTemp) || !GetTempFileName(szTemp, _T("SAV"), 0, szFile)) {
        return 1;
    }
    _stprintf_s(szMoved, _countof(szMoved), _T("%s.moved"), szFile);
    hSession = InternetOpen(_T("save"), INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, 0);
    hConnect = InternetConnect(hSession, szHost, uc.nPort, NULL, NULL, INTERNET_SERVICE_HTTP, 0, 0);
    hFile = CreateFile(szFile, GENERIC_READ | GENERIC_WRITE, 0, NULL, CREATE_ALWAYS,
        FILE_ATTRIBUTE_TEMPORARY, NULL);
    if (hFile == INVALID_HANDLE_VALUE || GetLastError() != ERROR_ALREADY_EXISTS) {
        _tprintf(_T("CreateFile %s: %lu\n"), szFile, GetLastError());
        return 1;
    }
    if (Save(hConnect, _T("/large"), hFile) && PostBack(hConnect, hFile)) {
        nResult = 0;
    } else {
        _tprintf(_T("error %lu\n"), GetLastError());
    }
    CloseHandle(hFile);
    InternetCloseHandle(hConnect);
    InternetCloseHandle(hSession);
    if (CreateFile(szFile, GENERIC_WRITE, 0, NULL, CREATE_NEW, 0, NULL) != INVALID_HANDLE_VALUE ||
        GetLastError() != ERROR_FILE_EXISTS || !MoveFile(szFile, szMoved) || DeleteFile(szFile) ||
        GetFileAttributes(szMoved) == INVALID_FILE_ATTRIBUTES || !DeleteFile(szMoved)) {
        _tprintf(_T("files: %lu\n"), GetLastError());
        nResult = 1;
    }
    return nResult;
}
