/*
 * process_watch.cpp: one line for each process that starts, until Ctrl-C or for a number of seconds.
 *
 *     process_watch [seconds [name]]
 *
 * The source compiles on Windows as well.
 */
#include "event_sink.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string>

#ifdef _WIN32
#pragma comment(lib, "wbemuuid.lib")
#endif

static volatile sig_atomic_t is_over;

static void stop(int)
{
    is_over = 1;
}

/** Prints the processes of the events that it is told of. */
class Watch final : public EventSink {
public:
    HRESULT STDMETHODCALLTYPE SetStatus(LONG flags, HRESULT result, BSTR, IWbemClassObject *) override
    {
        if (flags == WBEM_STATUS_COMPLETE && result != WBEM_E_CALL_CANCELLED)
            fprintf(stderr, "the watch ended with 0x%08x\n", static_cast<unsigned>(result));
        return WBEM_S_NO_ERROR;
    }

protected:
    void tell(IWbemClassObject *process) override
    {
        printf("%8s  %-16s  %s\n", text(process, L"ProcessId").c_str(), text(process, L"Name").c_str(),
               text(process, L"CommandLine").c_str());
        fflush(stdout);
    }
};

static int watch(IWbemServices *services, int seconds, const std::string &name)
{
    std::string query = "SELECT * FROM __InstanceCreationEvent WITHIN 0.2 WHERE TargetInstance ISA 'Win32_Process'";
    if (!name.empty())
        query += " AND TargetInstance.Name = '" + name + "'";
    Watch *sink = new Watch;
    HRESULT begun = services->ExecNotificationQueryAsync(_bstr_t("WQL"), _bstr_t(query.c_str()), 0, nullptr, sink);
    if (SUCCEEDED(begun)) {
        for (int left = seconds * 10; !is_over && (seconds == 0 || left > 0); --left)
            Sleep(100);
        services->CancelAsyncCall(sink);
    } else {
        fprintf(stderr, "no events: 0x%08x\n", static_cast<unsigned>(begun));
    }
    sink->Release();
    return SUCCEEDED(begun) ? 0 : 1;
}

int main(int argc, char **argv)
{
    IWbemLocator *locator = nullptr;
    IWbemServices *services = nullptr;
    int result = 1;
    signal(SIGINT, stop);
    CoInitializeEx(nullptr, COINIT_MULTITHREADED);
    HRESULT found = CoCreateInstance(CLSID_WbemLocator, nullptr, CLSCTX_INPROC_SERVER, IID_IWbemLocator,
                                     reinterpret_cast<void **>(&locator));
    if (SUCCEEDED(found)) {
        found = locator->ConnectServer(_bstr_t("ROOT\\CIMV2"), nullptr, nullptr, nullptr, 0, nullptr, nullptr,
                                       &services);
        locator->Release();
    }
    if (SUCCEEDED(found)) {
        result = watch(services, argc > 1 ? atoi(argv[1]) : 0, argc > 2 ? argv[2] : "");
        services->Release();
    } else {
        fprintf(stderr, "no WMI: 0x%08x\n", static_cast<unsigned>(found));
    }
    CoUninitialize();
    return result;
}
