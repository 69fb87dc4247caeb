/*
 * request_watch.cpp: one sink watches every HTTP request of the program, in ROOT\WININET.
 *
 *     request_watch URL ...
 */
#include "event_sink.h"

#include <wininet.h>

#include <stdio.h>
#include <string>

/** Prints what becomes of requests. */
class Watch final : public EventSink {
    void tell(IWbemClassObject *request) override
    {
        printf("%s: status %s, %s bytes sent, %s received\n", text(request, L"URL").c_str(),
               text(request, L"State").c_str(), text(request, L"BytesSent").c_str(),
               text(request, L"BytesReceived").c_str());
    }
};

/** Reads a URL to its end; gives the bytes of the body, or -1. */
static long fetch(HINTERNET session, const char *url)
{
    HINTERNET request = InternetOpenUrlA(session, url, nullptr, 0, INTERNET_FLAG_RELOAD, 0);
    if (request == nullptr) {
        fprintf(stderr, "%s: error %u\n", url, GetLastError());
        return -1;
    }
    char buffer[16384];
    DWORD count = 0;
    long sum = 0;
    while (InternetReadFile(request, buffer, sizeof buffer, &count) && count > 0)
        sum += count;
    InternetCloseHandle(request);
    return sum;
}

int main(int argc, char **argv)
{
    IWbemLocator *locator = nullptr;
    IWbemServices *services = nullptr;
    CoInitializeEx(nullptr, COINIT_MULTITHREADED);
    if (FAILED(CoCreateInstance(CLSID_WbemLocator, nullptr, CLSCTX_INPROC_SERVER, IID_IWbemLocator,
                                reinterpret_cast<void **>(&locator))))
        return 1;
    HRESULT found = locator->ConnectServer(_bstr_t("ROOT\\WININET"), nullptr, nullptr, nullptr, 0, nullptr, nullptr,
                                           &services);
    locator->Release();
    if (FAILED(found))
        return 1;
    Watch *sink = new Watch;
    services->ExecNotificationQueryAsync(
        _bstr_t("WQL"),
        _bstr_t("SELECT * FROM __InstanceOperationEvent WHERE TargetInstance ISA 'WinINet_Request'"), 0, nullptr,
        sink);
    HINTERNET session = InternetOpenA("request_watch", INTERNET_OPEN_TYPE_PRECONFIG, nullptr, nullptr, 0);
    int failures = 0;
    for (int at = 1; at < argc; ++at)
        failures += fetch(session, argv[at]) < 0;
    InternetCloseHandle(session);
    /* Events come on a thread of the library; what is on its way gets a moment. */
    Sleep(200);
    services->CancelAsyncCall(sink);
    sink->Release();
    services->Release();
    CoUninitialize();
    return failures;
}
