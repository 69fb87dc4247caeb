// slim_queue.cpp: a pool of downloaders over a queue, with slim locks, condition variables and annotations.
#include <windows.h>
#include <wininet.h>
#include <strsafe.h>
#include <stdio.h>
#include <queue>
#include <string>
#include <vector>

class CQueue {
public:
    CQueue() : m_fClosed(FALSE)
    {
        InitializeSRWLock(&m_lock);
        InitializeConditionVariable(&m_cvNotEmpty);
    }

    void Push(_In_ const std::string &url)
    {
        AcquireSRWLockExclusive(&m_lock);
        m_urls.push(url);
        ReleaseSRWLockExclusive(&m_lock);
        WakeConditionVariable(&m_cvNotEmpty);
    }

    void Close()
    {
        AcquireSRWLockExclusive(&m_lock);
        m_fClosed = TRUE;
        ReleaseSRWLockExclusive(&m_lock);
        WakeAllConditionVariable(&m_cvNotEmpty);
    }

    _Success_(return != FALSE) BOOL Pop(_Out_ std::string *pUrl)
    {
        BOOL fFound = FALSE;
        AcquireSRWLockExclusive(&m_lock);
        while (m_urls.empty() && !m_fClosed) {
            SleepConditionVariableSRW(&m_cvNotEmpty, &m_lock, INFINITE, 0);
        }
        if (!m_urls.empty()) {
            *pUrl = m_urls.front();
            m_urls.pop();
            fFound = TRUE;
        }
        ReleaseSRWLockExclusive(&m_lock);
        return fFound;
    }

private:
    _Guarded_by_(m_lock) std::queue<std::string> m_urls;
    SRWLOCK m_lock;
    CONDITION_VARIABLE m_cvNotEmpty;
    BOOL m_fClosed;
};

static CQueue g_queue;
static INIT_ONCE g_once = INIT_ONCE_STATIC_INIT;
static volatile LONG64 g_cbTotal;
static volatile LONG g_cOpened, g_rgBits[1];

static BOOL CALLBACK OpenSession(_Inout_ PINIT_ONCE, _Inout_opt_ PVOID pvParameter, _Outptr_opt_result_maybenull_ PVOID *ppvContext)
{
    InterlockedIncrementAcquire(&g_cOpened);
    *ppvContext = InternetOpenA((LPCSTR)pvParameter, INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, 0);
    return *ppvContext != NULL;
}

_Check_return_ _Ret_maybenull_ static HINTERNET Session()
{
    static char szAgent[] = "slim";
    PVOID pvSession = NULL;
    return InitOnceExecuteOnce(&g_once, OpenSession, szAgent, &pvSession) ? (HINTERNET)pvSession : NULL;
}

static BOOL Get(_In_z_ LPCSTR pszUrl, _Out_writes_bytes_to_(cbBuffer, *pcbRead) LPVOID pvBuffer, _In_ DWORD cbBuffer,
    _Out_ LPDWORD pcbRead, _Out_writes_opt_(cchLength) LPSTR pszLength, _In_ size_t cchLength)
{
    HINTERNET hUrl = InternetOpenUrlA(Session(), pszUrl, NULL, 0, INTERNET_FLAG_RELOAD, 0);
    LPSTR pszEnd = NULL;
    size_t cchLeft = 0;
    DWORD cb = 0;
    *pcbRead = 0;
    while (hUrl != NULL && InternetReadFile(hUrl, pvBuffer, cbBuffer, &cb) && cb > 0) {
        *pcbRead += cb;
    }
    if (hUrl == NULL || !InternetCloseHandle(hUrl)) {
        return FALSE;
    }
    return SUCCEEDED(StringCbPrintfExA(pszLength, cchLength, &pszEnd, &cchLeft, STRSAFE_NULL_ON_FAILURE, "%lu", *pcbRead)) &&
           cchLeft == cchLength - (size_t)(pszEnd - pszLength);
}

static DWORD WINAPI Downloads(_In_ LPVOID pvIndex)
{
    std::string url;
    std::vector<BYTE> buffer(8192);
    while (g_queue.Pop(&url)) {
        char szLength[16];
        DWORD cb = 0;
        if (!Get(url.c_str(), buffer.data(), (DWORD)buffer.size(), &cb, szLength, sizeof(szLength))) {
            return GetLastError();
        }
        InterlockedExchangeAdd64(&g_cbTotal, cb);
    }
    InterlockedBitTestAndSet(g_rgBits, (LONG)(LONG_PTR)pvIndex);
    return ERROR_SUCCESS;
}

int main(int argc, char **argv)
{
    HANDLE rghThreads[4], hSelf = NULL;
    if (argc != 2 || !DuplicateHandle(GetCurrentProcess(), GetCurrentThread(), GetCurrentProcess(), &hSelf, 0, FALSE,
                         DUPLICATE_SAME_ACCESS) ||
        WaitForSingleObject(hSelf, 0) != WAIT_TIMEOUT || !CloseHandle(hSelf)) {
        return 2;
    }
    for (LONG_PTR i = 0; i < 4; i++) {
        rghThreads[i] = CreateThread(NULL, 0, Downloads, (LPVOID)i, 0, NULL);
    }
    for (int i = 0; i < 12; i++) {
        g_queue.Push(std::string(argv[1]) + (i % 2 ? "/hello" : "/large"));
    }
    g_queue.Close();
    if (WaitForMultipleObjects(4, rghThreads, TRUE, 60000) != WAIT_OBJECT_0) {
        return 1;
    }
    for (int i = 0; i < 4; i++) {
        CloseHandle(rghThreads[i]);
    }
    printf("%I64d bytes, %ld session, threads %lx\n", (LONGLONG)g_cbTotal, g_cOpened, g_rgBits[0]);
    return InternetCloseHandle(Session()) ? 0 : 1;
}
