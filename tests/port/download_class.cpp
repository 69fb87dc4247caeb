// download_class.cpp: a download behind an interface, which says in its user agent what machine it runs on.
#include <windows.h>
#include <wininet.h>
#include <tchar.h>
#include <strsafe.h>
#include <string>
#include <vector>
#include <cstdio>

#ifdef _UNICODE
typedef std::wstring tstring;
#else
typedef std::string tstring;
#endif

C_ASSERT(sizeof(DWORD) == 4);

class __declspec(novtable) IDownload
{
public:
    virtual HRESULT STDMETHODCALLTYPE Start(LPCTSTR pszUrl) = 0;
    virtual ~IDownload() {}
};

static tstring UserAgent()
{
    SYSTEM_INFO si;
    MEMORYSTATUSEX ms = MEMORYSTATUSEX();
    TCHAR szAgent[128], szName[] = TEXT("DownLoader");

    ::GetSystemInfo(&si);
    ms.dwLength = sizeof(ms);
    if (!::GlobalMemoryStatusEx(&ms)) {
        return tstring();
    }
    ::StringCchPrintf(szAgent, _countof(szAgent), TEXT("%s/1.0 (%lu processors, %I64u MB)"), ::CharLower(szName),
        si.dwNumberOfProcessors, ms.ullTotalPhys >> 20);
    return szAgent;
}

class CDownload : public IDownload
{
    enum { BUFFER = 8 * 1024 };
    HANDLE m_hThread, m_hCancel;
    CRITICAL_SECTION m_cs;
    TCHAR m_szUrl[INTERNET_MAX_URL_LENGTH];
    tstring m_type;
    ULONGLONG m_cb;

public:
    CDownload() : m_hThread(NULL), m_hCancel(::CreateEvent(NULL, TRUE, FALSE, NULL)), m_cb(0)
    {
        ::InitializeCriticalSection(&m_cs);
    }
    ~CDownload()
    {
        ::SetEvent(m_hCancel);
        Wait();
        ::CloseHandle(m_hThread);
        ::CloseHandle(m_hCancel);
        ::DeleteCriticalSection(&m_cs);
    }
    STDMETHODIMP Start(LPCTSTR pszUrl)
    {
        HRESULT hr = ::StringCchCopy(m_szUrl, _countof(m_szUrl), pszUrl);
        if (FAILED(hr)) {
            return hr;
        }
        m_hThread = ::CreateThread(NULL, 0, &CDownload::ThreadProc, this, 0, NULL);
        return m_hThread ? S_OK : HRESULT_FROM_WIN32(::GetLastError());
    }
    DWORD Wait()
    {
        DWORD dwExit = ERROR_INVALID_HANDLE;
        ::WaitForSingleObject(m_hThread, INFINITE);
        ::GetExitCodeThread(m_hThread, &dwExit);
        return dwExit;
    }
    ULONGLONG Bytes()
    {
        ::EnterCriticalSection(&m_cs);
        const ULONGLONG cb = m_cb;
        ::LeaveCriticalSection(&m_cs);
        return cb;
    }
    const tstring &Type() const { return m_type; }

private:
    static DWORD WINAPI ThreadProc(LPVOID pv) { return static_cast<CDownload *>(pv)->Run(); }

    DWORD Run()
    {
        DWORD dwError = NO_ERROR, cb;
        TCHAR szType[64];
        HINTERNET hOpen = ::InternetOpen(UserAgent().c_str(), INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, 0);
        HINTERNET hUrl = ::InternetOpenUrl(hOpen, m_szUrl, TEXT("X-Part: 1\r\n"), DWORD(-1), INTERNET_FLAG_RELOAD, 0);

        if (hUrl == NULL) {
            dwError = ::GetLastError();
        } else {
            std::vector<char> buffer(BUFFER);
            while (::WaitForSingleObject(m_hCancel, 0) == WAIT_TIMEOUT &&
                   ::InternetReadFile(hUrl, &buffer[0], BUFFER, &cb) && cb > 0) {
                ::EnterCriticalSection(&m_cs);
                m_cb += cb;
                ::LeaveCriticalSection(&m_cs);
            }
            cb = sizeof(szType);
            if (::HttpQueryInfo(hUrl, HTTP_QUERY_CONTENT_TYPE, szType, &cb, NULL)) {
                m_type.assign(szType, cb / sizeof(TCHAR));
            } else {
                dwError = ::GetLastError();
            }
            ::InternetCloseHandle(hUrl);
        }
        ::InternetCloseHandle(hOpen);
        return dwError;
    }
};

int _tmain(int argc, TCHAR *argv[])
{
    CDownload download;
    tstring url(argc > 1 ? argv[1] : TEXT(""));

    ::SetErrorMode(SEM_FAILCRITICALERRORS);
    if (argc < 2 || _tcsstr(::GetCommandLine(), argv[1]) == NULL) {
        return 2;
    }
    url += TEXT("/large");
    if (FAILED(download.Start(url.c_str())) || download.Wait() != NO_ERROR) {
        return 1;
    }
    const LCID lcid = LOCALE_USER_DEFAULT;
    const BOOL fText = ::CompareString(lcid, NORM_IGNORECASE, download.Type().c_str(), 5, TEXT("TEXT/"), -1) == CSTR_EQUAL;
    _tprintf(TEXT("%I64u bytes of %s\n"), download.Bytes(), fText ? TEXT("text") : TEXT("something"));
    return PtrToUlong(UlongToPtr(7)) == 7 && download.Bytes() == 262144 ? 0 : 3;
}
