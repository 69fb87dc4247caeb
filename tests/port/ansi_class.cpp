// ansi_class.cpp: a class whose requests have `this` as their context. ANSI strings.
#include <string>
#include <Windows.h>
#include <WinInet.h>
#include <cstdio>
#include <vector>
#pragma comment(lib, "wininet.lib")

class CHttpClient
{
public:
    CHttpClient() : m_hSession(NULL), m_hConnect(NULL), m_hRequest(NULL), m_dwError(0), m_nStatuses(0)
    {
        m_hEvent = ::CreateEvent(NULL, FALSE, FALSE, NULL);
        ::InitializeCriticalSection(&m_cs);
    }

    virtual ~CHttpClient()
    {
        Close();
        ::DeleteCriticalSection(&m_cs);
        ::CloseHandle(m_hEvent);
    }

    bool Open(const std::string &url)
    {
        char szHost[INTERNET_MAX_HOST_NAME_LENGTH + 1] = {0};
        URL_COMPONENTS uc;
        ::ZeroMemory(&uc, sizeof(uc));
        uc.dwStructSize = sizeof(uc);
        uc.lpszHostName = szHost;
        uc.dwHostNameLength = ARRAYSIZE(szHost);
        if (!::InternetCrackUrl(url.c_str(), static_cast<DWORD>(url.length()), 0, &uc))
            return false;
        m_hSession = ::InternetOpen("CHttpClient", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, INTERNET_FLAG_ASYNC);
        if (!m_hSession)
            return false;
        ::InternetSetStatusCallback(m_hSession, &CHttpClient::StaticCallback);
        m_hConnect = ::InternetConnect(m_hSession, szHost, uc.nPort, NULL, NULL, INTERNET_SERVICE_HTTP,
                                       0, reinterpret_cast<DWORD_PTR>(this));
        return m_hConnect != NULL;
    }

    bool Get(LPCSTR lpszPath, std::string &strBody)
    {
        LPCTSTR ppszAccept[] = {TEXT("text/*"), NULL};
        m_hRequest = ::HttpOpenRequest(m_hConnect, "GET", lpszPath, NULL, NULL, ppszAccept,
                                       INTERNET_FLAG_RELOAD | INTERNET_FLAG_NO_CACHE_WRITE,
                                       reinterpret_cast<DWORD_PTR>(this));
        if (!m_hRequest)
            return false;
        if (!::HttpSendRequest(m_hRequest, NULL, 0, NULL, 0) && !Wait())
            return false;
        std::vector<BYTE> buffer(1024);
        DWORD dwRead = 0;
        do
        {
            if (!::InternetReadFile(m_hRequest, &buffer[0], static_cast<DWORD>(buffer.size()), &dwRead) && !Wait())
                return false;
            strBody.append(reinterpret_cast<char *>(&buffer[0]), dwRead);
        } while (dwRead > 0);
        ::InternetCloseHandle(m_hRequest);
        ::WaitForSingleObject(m_hEvent, INFINITE);
        m_hRequest = NULL;
        return true;
    }

    void Close()
    {
        if (m_hConnect)
        {
            ::InternetSetStatusCallback(m_hConnect, NULL);
            ::InternetCloseHandle(m_hConnect);
            m_hConnect = NULL;
        }
        if (m_hSession)
        {
            ::InternetSetStatusCallback(m_hSession, NULL);
            ::InternetCloseHandle(m_hSession);
            m_hSession = NULL;
        }
    }

    int Statuses()
    {
        ::EnterCriticalSection(&m_cs);
        int n = m_nStatuses;
        ::LeaveCriticalSection(&m_cs);
        return n;
    }

protected:
    static void CALLBACK StaticCallback(HINTERNET hInternet, DWORD_PTR dwContext, DWORD dwStatus,
                                        LPVOID lpInfo, DWORD dwLength)
    {
        CHttpClient *pThis = reinterpret_cast<CHttpClient *>(dwContext);
        if (pThis)
            pThis->OnStatus(hInternet, dwStatus, lpInfo, dwLength);
    }

    virtual void OnStatus(HINTERNET hInternet, DWORD dwStatus, LPVOID lpInfo, DWORD /*dwLength*/)
    {
        ::EnterCriticalSection(&m_cs);
        ++m_nStatuses;
        ::LeaveCriticalSection(&m_cs);
        if (dwStatus == INTERNET_STATUS_REQUEST_COMPLETE)
        {
            m_dwError = static_cast<INTERNET_ASYNC_RESULT *>(lpInfo)->dwError;
            ::SetEvent(m_hEvent);
        }
        else if (dwStatus == INTERNET_STATUS_HANDLE_CLOSING && hInternet == m_hRequest)
        {
            ::SetEvent(m_hEvent);
        }
    }

    bool Wait()
    {
        if (::GetLastError() != ERROR_IO_PENDING)
            return false;
        return ::WaitForSingleObject(m_hEvent, 30 * 1000) == WAIT_OBJECT_0 && m_dwError == ERROR_SUCCESS;
    }

private:
    HINTERNET m_hSession;
    HINTERNET m_hConnect;
    HINTERNET m_hRequest;
    HANDLE m_hEvent;
    CRITICAL_SECTION m_cs;
    volatile DWORD m_dwError;
    int m_nStatuses;
};

int main(int argc, char *argv[])
{
    if (argc < 2)
        return 2;
    CHttpClient client;
    std::string strHello, strLarge;
    if (!client.Open(argv[1]) || !client.Get("/hello", strHello) || !client.Get("/large", strLarge))
    {
        std::printf("failed: %lu\n", ::GetLastError());
        return 1;
    }
    printf("%s%Iu bytes, %d statuses\n", strHello.c_str(), strLarge.size(), client.Statuses());
    return strHello == "Hello from the server.\n" && strLarge.size() == 262144 ? 0 : 1;
}
