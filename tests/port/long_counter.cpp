// long_counter.cpp: writes long for LONG and unsigned long for DWORD, as they are one on Windows.
#include <windows.h>
#include <wininet.h>
#include <stdio.h>
#include <vector>

class Counted
{
public:
    Counted() : m_lRefs(1) {}
    unsigned long AddRef() { return InterlockedIncrement(&m_lRefs); }
    unsigned long Release()
    {
        long refs = InterlockedDecrement(&m_lRefs);
        if (refs == 0)
            delete this;
        return refs;
    }

private:
    ~Counted() {}
    volatile long m_lRefs;
};

static long g_lTotal = 0;

static unsigned long WINAPI Fetch(void *pv)
{
    const char *url = static_cast<const char *>(pv);
    HINTERNET session = InternetOpenA("long", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, 0);
    HINTERNET file = InternetOpenUrlA(session, url, NULL, 0, INTERNET_FLAG_RELOAD, 0);
    std::vector<char> buffer(10000);
    unsigned long read = 0, status = 0, size = sizeof(status), index = 0;
    HttpQueryInfoA(file, HTTP_QUERY_STATUS_CODE | HTTP_QUERY_FLAG_NUMBER, &status, &size, &index);
    while (InternetReadFile(file, buffer.data(), (unsigned long)buffer.size(), &read) && read > 0)
        InterlockedExchangeAdd(&g_lTotal, (long)read);
    long high = 0;
    unsigned long place = InternetSetFilePointer(file, 0, &high, FILE_CURRENT, 0);
    InternetCloseHandle(file);
    InternetCloseHandle(session);
    printf("status %lu, place %lu, high %ld\n", status, place, high);
    return status;
}

int main(int argc, char *argv[])
{
    if (argc < 2)
        return 2;
    char url[300];
    sprintf(url, "%s/large", argv[1]);
    unsigned long id = 0, code = 0;
    HANDLE threads[3];
    for (int i = 0; i < 3; i++)
        threads[i] = CreateThread(NULL, 0, Fetch, url, 0, &id);
    unsigned long wait = WaitForMultipleObjects(3, threads, TRUE, INFINITE);
    for (int i = 0; i < 3; i++)
    {
        GetExitCodeThread(threads[i], &code);
        if (code != 200)
            return 1;
        CloseHandle(threads[i]);
    }
    Counted *counted = new Counted;
    if (counted->AddRef() != 2 || counted->Release() != 1 || counted->Release() != 0)
        return 1;
    printf("%ld bytes, long has %u\n", g_lTotal, (unsigned)sizeof(long));
    return wait == WAIT_OBJECT_0 && g_lTotal == 3 * 262144 && sizeof(long) == 4 ? 0 : 1;
}
