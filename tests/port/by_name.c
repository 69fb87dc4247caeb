/* by_name.c: every function of WinINet by LoadLibrary and GetProcAddress. */
#include <windows.h>
#include <wininet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef HINTERNET(WINAPI *PFN_INTERNETOPENA)(LPCSTR, DWORD, LPCSTR, LPCSTR, DWORD);
typedef HINTERNET(WINAPI *PFN_INTERNETOPENURLA)(HINTERNET, LPCSTR, LPCSTR, DWORD, DWORD, DWORD_PTR);
typedef BOOL(WINAPI *PFN_INTERNETREADFILE)(HINTERNET, LPVOID, DWORD, LPDWORD);
typedef BOOL(WINAPI *PFN_INTERNETCLOSEHANDLE)(HINTERNET);
typedef BOOL(WINAPI *PFN_HTTPQUERYINFOA)(HINTERNET, DWORD, LPVOID, LPDWORD, LPDWORD);

static HMODULE g_hWinInet;

/* By way of a pointer without parameters, which every compiler lets be cast. */
static void *Find(LPCSTR lpszName)
{
    FARPROC pfn = GetProcAddress(g_hWinInet, lpszName);
    void *pv;
    if (pfn == NULL) {
        printf("no %s: %lu\n", lpszName, GetLastError());
        exit(1);
    }
    memcpy(&pv, &pfn, sizeof(pv));
    return pv;
}

#define LOAD(pfn, name) \
    do { \
        void *pv = Find(name); \
        memcpy(&pfn, &pv, sizeof(pfn)); \
    } while (0)

int main(int argc, char *argv[])
{
    PFN_INTERNETOPENA pfnInternetOpen;
    PFN_INTERNETOPENURLA pfnInternetOpenUrl;
    PFN_INTERNETREADFILE pfnInternetReadFile;
    PFN_INTERNETCLOSEHANDLE pfnInternetCloseHandle;
    PFN_HTTPQUERYINFOA pfnHttpQueryInfo;
    HINTERNET hSession, hUrl;
    char szUrl[512], szText[64], szPath[MAX_PATH];
    DWORD dwStatus = 0, cb = sizeof(dwStatus), dwRead = 0, dwTotal = 0;

    if (argc < 2) {
        return 2;
    }
    if (GetModuleHandleA("no-such-module.dll") != NULL || GetLastError() != ERROR_MOD_NOT_FOUND) {
        return 1;
    }
    g_hWinInet = LoadLibraryA("wininet.dll");
    if (g_hWinInet == NULL) {
        printf("LoadLibrary: %lu\n", GetLastError());
        return 1;
    }
    LOAD(pfnInternetOpen, "InternetOpenA");
    LOAD(pfnInternetOpenUrl, "InternetOpenUrlA");
    LOAD(pfnInternetReadFile, "InternetReadFile");
    LOAD(pfnInternetCloseHandle, "InternetCloseHandle");
    LOAD(pfnHttpQueryInfo, "HttpQueryInfoA");
    if (GetProcAddress(g_hWinInet, "InternetDoesNotExist") != NULL ||
        GetLastError() != ERROR_PROC_NOT_FOUND) {
        return 1;
    }
    if (GetModuleFileNameA(g_hWinInet, szPath, MAX_PATH) == 0 ||
        GetModuleHandleA("WININET.DLL") != g_hWinInet) {
        return 1;
    }
    hSession = pfnInternetOpen("by name", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, 0);
    sprintf(szUrl, "%s/hello", argv[1]);
    hUrl = pfnInternetOpenUrl(hSession, szUrl, NULL, 0, INTERNET_FLAG_RELOAD, 0);
    if (hUrl == NULL) {
        printf("InternetOpenUrl: %lu\n", GetLastError());
        return 1;
    }
    pfnHttpQueryInfo(hUrl, HTTP_QUERY_STATUS_CODE | HTTP_QUERY_FLAG_NUMBER, &dwStatus, &cb, NULL);
    while (dwTotal < sizeof(szText) - 1 &&
           pfnInternetReadFile(hUrl, szText + dwTotal, sizeof(szText) - 1 - dwTotal, &dwRead) &&
           dwRead > 0) {
        dwTotal += dwRead;
    }
    szText[dwTotal] = '\0';
    pfnInternetCloseHandle(hUrl);
    pfnInternetCloseHandle(hSession);
    printf("%s: %lu, %s", szPath, dwStatus, szText);
    return FreeLibrary(g_hWinInet) && dwStatus == 200 && strcmp(szText, "Hello from the server.\n") == 0
               ? 0
               : 1;
}
