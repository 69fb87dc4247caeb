/* event_sample.cpp: events of processes, in the order of calls of Microsoft's asynchronous sample. It knows nothing
 * of wininet.dll: COM finds the locator by the name of its class. */
#define _WIN32_DCOM
#include <comdef.h>
#include <stdio.h>
#include <wbemidl.h>

class EventSink final : public IWbemObjectSink {
public:
    HANDLE indicated = CreateEvent(nullptr, FALSE, FALSE, nullptr);
    HANDLE completed = CreateEvent(nullptr, FALSE, FALSE, nullptr);
    /** Whom to wait for; it is looked at when this is free. */
    SRWLOCK naming = SRWLOCK_INIT;
    DWORD awaited = 0;
    HRESULT result = S_OK;

    ULONG STDMETHODCALLTYPE AddRef() override { return InterlockedIncrement(&references); }
    ULONG STDMETHODCALLTYPE Release() override
    {
        LONG left = InterlockedDecrement(&references);
        if (left == 0)
            delete this;
        return left;
    }
    HRESULT STDMETHODCALLTYPE QueryInterface(REFIID riid, void **ppv) override
    {
        if (riid != IID_IUnknown && riid != IID_IWbemObjectSink)
            return E_NOINTERFACE;
        *ppv = static_cast<IWbemObjectSink *>(this);
        AddRef();
        return WBEM_S_NO_ERROR;
    }
    HRESULT STDMETHODCALLTYPE Indicate(LONG count, IWbemClassObject **objects) override
    {
        for (LONG at = 0; at < count; ++at) {
            if (is_awaited(objects[at]))
                SetEvent(indicated);
        }
        return WBEM_S_NO_ERROR;
    }
    HRESULT STDMETHODCALLTYPE SetStatus(LONG flags, HRESULT code, BSTR, IWbemClassObject *) override
    {
        if (flags == WBEM_STATUS_COMPLETE) {
            result = code;
            SetEvent(completed);
        }
        return WBEM_S_NO_ERROR;
    }
    LONG count() { return InterlockedCompareExchange(&references, 0, 0); }

private:
    LONG references = 0;

    ~EventSink() { printf("the sink is gone\n"); }

    /** Whether an event is of the process that was started. Strings are freed by oleaut32, which made them. */
    bool is_awaited(IWbemClassObject *event)
    {
        _variant_t target, id, name;
        IWbemClassObject *process = nullptr;
        HRESULT got = event->Get(L"TargetInstance", 0, &target, nullptr, nullptr);
        if (FAILED(got) || V_VT(&target) != VT_UNKNOWN)
            return false;
        V_UNKNOWN(&target)->QueryInterface(IID_IWbemClassObject, reinterpret_cast<void **>(&process));
        process->Get(L"ProcessId", 0, &id, nullptr, nullptr);
        process->Get(L"Name", 0, &name, nullptr, nullptr);
        process->Release();
        AcquireSRWLockExclusive(&naming);
        bool is_it = static_cast<DWORD>(V_I4(&id)) == awaited;
        ReleaseSRWLockExclusive(&naming);
        if (!is_it)
            return false;
        printf("Event occurred: %ls\n", V_BSTR(&name));
        return true;
    }
};

/** Starts this program again, which waits for its input to end. */
static PROCESS_INFORMATION start()
{
    wchar_t line[MAX_PATH + 10];
    wchar_t path[MAX_PATH];
    GetModuleFileNameW(nullptr, path, MAX_PATH);
    swprintf(line, MAX_PATH + 10, L"\"%ls\" child", path);
    STARTUPINFOW info = {};
    info.cb = sizeof info;
    PROCESS_INFORMATION made = {};
    CreateProcessW(nullptr, line, nullptr, nullptr, FALSE, 0, nullptr, nullptr, &info, &made);
    return made;
}

static int failed(const char *what, HRESULT code)
{
    printf("%s: 0x%lx\n", what, static_cast<unsigned long>(code));
    return 1;
}

int main(int count, char **)
{
    if (count > 1) {
        Sleep(INFINITE);
        return 0;
    }
    HRESULT said = CoInitializeEx(nullptr, COINIT_MULTITHREADED);
    if (FAILED(said))
        return failed("CoInitializeEx", said);
    said = CoInitializeSecurity(nullptr, -1, nullptr, nullptr, RPC_C_AUTHN_LEVEL_DEFAULT,
                                RPC_C_IMP_LEVEL_IMPERSONATE, nullptr, EOAC_NONE, nullptr);
    if (FAILED(said))
        return failed("CoInitializeSecurity", said);
    IWbemLocator *locator = nullptr;
    said = CoCreateInstance(CLSID_WbemLocator, nullptr, CLSCTX_INPROC_SERVER, IID_IWbemLocator,
                            reinterpret_cast<void **>(&locator));
    if (FAILED(said))
        return failed("CLSID_WbemLocator", said);
    IWbemServices *services = nullptr;
    said = locator->ConnectServer(_bstr_t(L"ROOT\\CIMV2"), nullptr, nullptr, nullptr, 0, nullptr, nullptr, &services);
    if (FAILED(said))
        return failed("ConnectServer", said);
    printf("Connected to ROOT\\CIMV2\n");
    said = CoSetProxyBlanket(services, RPC_C_AUTHN_WINNT, RPC_C_AUTHZ_NONE, nullptr, RPC_C_AUTHN_LEVEL_CALL,
                             RPC_C_IMP_LEVEL_IMPERSONATE, nullptr, EOAC_NONE);
    if (FAILED(said))
        return failed("CoSetProxyBlanket", said);
    IUnsecuredApartment *apartment = nullptr;
    said = CoCreateInstance(CLSID_UnsecuredApartment, nullptr, CLSCTX_LOCAL_SERVER, IID_IUnsecuredApartment,
                            reinterpret_cast<void **>(&apartment));
    if (FAILED(said))
        return failed("CLSID_UnsecuredApartment", said);
    EventSink *sink = new EventSink;
    sink->AddRef();
    IUnknown *stub = nullptr;
    IWbemObjectSink *stub_sink = nullptr;
    apartment->CreateObjectStub(sink, &stub);
    stub->QueryInterface(IID_IWbemObjectSink, reinterpret_cast<void **>(&stub_sink));
    said = services->ExecNotificationQueryAsync(
        _bstr_t(L"WQL"),
        _bstr_t(L"SELECT * FROM __InstanceCreationEvent WITHIN 1 WHERE TargetInstance ISA 'Win32_Process'"),
        WBEM_FLAG_SEND_STATUS, nullptr, stub_sink);
    if (FAILED(said))
        return failed("ExecNotificationQueryAsync", said);

    AcquireSRWLockExclusive(&sink->naming);
    PROCESS_INFORMATION child = start();
    sink->awaited = child.dwProcessId;
    ReleaseSRWLockExclusive(&sink->naming);
    bool is_told = WaitForSingleObject(sink->indicated, 30000) == WAIT_OBJECT_0;
    TerminateProcess(child.hProcess, 0);
    printf("told %d\n", is_told);

    said = services->CancelAsyncCall(stub_sink);
    bool is_complete = WaitForSingleObject(sink->completed, 30000) == WAIT_OBJECT_0;
    printf("cancelled 0x%lx, complete %d 0x%lx\n", static_cast<unsigned long>(said), is_complete,
           static_cast<unsigned long>(sink->result));
    services->Release();
    locator->Release();
    apartment->Release();
    stub->Release();
    stub_sink->Release();
    printf("references %ld\n", sink->count());
    sink->Release();
    CoUninitialize();
    return 0;
}
