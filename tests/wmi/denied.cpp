/* denied.cpp: what a user without rights gets: an error where nothing can be told, NULL where a part cannot. Started by
 * root it becomes nobody first. */
#include "sink.h"

#include <grp.h>
#include <string>
#include <sys/prctl.h>
#include <unistd.h>

static const char TABLES[] = "/sys/firmware/dmi/tables";

/** Gives up all rights. */
static bool become_nobody()
{
    if (geteuid() != 0)
        return true;
    bool is_done = setgroups(0, nullptr) == 0 && setgid(65534) == 0 && setuid(65534) == 0;
    // So that it may still read of itself.
    prctl(PR_SET_DUMPABLE, 1, 0, 0, 0);
    return is_done && geteuid() != 0;
}

/** A sink that is not to be touched: its table has nothing in it. */
static IWbemObjectSink *untouched()
{
    static void *const table[5] = {};
    static const void *sink = table;
    return reinterpret_cast<IWbemObjectSink *>(&sink);
}

static HRESULT first(IWbemServices *services, const char *query, IWbemClassObject **object)
{
    IEnumWbemClassObject *all = nullptr;
    ULONG count = 0;
    HRESULT said = services->ExecQuery(_bstr_t("WQL"), _bstr_t(query),
                                       WBEM_FLAG_FORWARD_ONLY | WBEM_FLAG_RETURN_IMMEDIATELY, nullptr, &all);
    if (FAILED(said))
        return said;
    said = all->Next(WBEM_INFINITE, 1, object, &count);
    all->Release();
    return said;
}

static bool is_null(IWbemClassObject *object, const wchar_t *name)
{
    _variant_t value;
    return SUCCEEDED(object->Get(name, 0, &value, nullptr, nullptr)) && V_VT(&value) == VT_NULL;
}

int main()
{
    printf("nobody %d\n", become_nobody());
    CoInitializeEx(nullptr, COINIT_MULTITHREADED);
    IWbemServices *services = connect(L"ROOT\\CIMV2");

    for (const char *name : {"Win32_ProcessStartTrace", "Win32_ProcessStopTrace", "Win32_ProcessTrace"}) {
        _bstr_t query = _bstr_t("SELECT * FROM ") + name;
        HRESULT traced = services->ExecNotificationQueryAsync(_bstr_t("WQL"), query, 0, nullptr, untouched());
        printf("%s 0x%x\n", name, static_cast<unsigned>(traced));
    }

    // A machine without these tables has no such instances, which is no error.
    IWbemClassObject *memory = nullptr;
    HRESULT told = first(services, "SELECT * FROM Win32_PhysicalMemory", &memory);
    HRESULT expected = access(TABLES, F_OK) == 0 ? WBEM_E_ACCESS_DENIED : WBEM_S_FALSE;
    Sink *sink = new Sink;
    services->CreateInstanceEnumAsync(_bstr_t("Win32_PhysicalMemory"), 0, nullptr, sink);
    printf("memory as expected %d, with a sink %d\n", told == expected && memory == nullptr,
           sink->last() == (FAILED(expected) ? expected : WBEM_S_NO_ERROR));
    sink->wait_until_released();
    sink->Release();
    IWbemClassObject *part = nullptr;
    told = first(services, "SELECT * FROM CIM_ManagedSystemElement", &part);
    printf("among others 0x%x\n", static_cast<unsigned>(told));
    part->Release();

    // What root keeps to itself of its own process.
    char link[16];
    bool is_closed = readlink("/proc/1/exe", link, sizeof link) < 0;
    IWbemClassObject *process = nullptr;
    told = first(services, "SELECT * FROM Win32_Process WHERE ProcessId = 1", &process);
    printf("process 1 0x%x, named %d, its program closed %d, as by hand %d\n", static_cast<unsigned>(told),
           !is_null(process, L"Name"), is_null(process, L"ExecutablePath"),
           is_null(process, L"ExecutablePath") == is_closed && is_null(process, L"HandleCount") == is_closed
               && is_null(process, L"ReadTransferCount") == is_closed);
    process->Release();
    IWbemClassObject *out = nullptr;
    told = services->ExecMethod(_bstr_t("Win32_Process.Handle=\"1\""), _bstr_t("Terminate"), 0, nullptr, nullptr, &out,
                                nullptr);
    _variant_t result;
    if (SUCCEEDED(told)) {
        out->Get(L"ReturnValue", 0, &result, nullptr, nullptr);
        out->Release();
    }
    printf("ended 0x%x, result %d\n", static_cast<unsigned>(told), static_cast<int>(V_I4(&result)));
    services->Release();
    CoUninitialize();
    return 0;
}
