/* event_sink.cpp: events of processes through a stub, as Microsoft's sample for them is shaped. */
#include "sink.h"

static IWbemClassObject *target(IWbemClassObject *event)
{
    VARIANT value;
    IWbemClassObject *object = nullptr;
    if (SUCCEEDED(event->Get(L"TargetInstance", 0, &value, nullptr, nullptr)))
        V_UNKNOWN(&value)->QueryInterface(IID_IWbemClassObject, reinterpret_cast<void **>(&object));
    VariantClear(&value);
    return object;
}

static LONG number(IWbemClassObject *object, const wchar_t *name)
{
    VARIANT value;
    LONG found = -1;
    if (SUCCEEDED(object->Get(name, 0, &value, nullptr, nullptr)) && V_VT(&value) == VT_I4)
        found = V_I4(&value);
    VariantClear(&value);
    return found;
}

static LONG call(IWbemServices *services, const _bstr_t &path, const wchar_t *method, IWbemClassObject *in,
                 const wchar_t *result)
{
    IWbemClassObject *out = nullptr;
    HRESULT called = services->ExecMethod(path, _bstr_t(method), 0, nullptr, in, &out, nullptr);
    if (FAILED(called))
        return called;
    LONG found = number(out, result);
    out->Release();
    return found;
}

/** Starts a program by Win32_Process.Create, and gives its number. */
static LONG create(IWbemServices *services, const wchar_t *line)
{
    IWbemClassObject *process = nullptr, *signature = nullptr, *in = nullptr;
    services->GetObject(_bstr_t("Win32_Process"), 0, nullptr, &process, nullptr);
    process->GetMethod(L"Create", 0, &signature, nullptr);
    signature->SpawnInstance(0, &in);
    _variant_t text(line);
    in->Put(L"CommandLine", 0, &text, 0);
    LONG pid = call(services, "Win32_Process", L"Create", in, L"ProcessId");
    in->Release();
    signature->Release();
    process->Release();
    return pid;
}

int main()
{
    CoInitializeEx(nullptr, COINIT_MULTITHREADED);
    IWbemServices *services = connect(L"\\\\.\\root\\cimv2");
    IUnsecuredApartment *apartment = nullptr;
    CoCreateInstance(CLSID_UnsecuredApartment, nullptr, CLSCTX_LOCAL_SERVER, IID_IUnsecuredApartment,
                     reinterpret_cast<void **>(&apartment));
    Sink *sink = new Sink;
    IUnknown *stub = nullptr;
    IWbemObjectSink *stub_sink = nullptr;
    apartment->CreateObjectStub(sink, &stub);
    stub->QueryInterface(IID_IWbemObjectSink, reinterpret_cast<void **>(&stub_sink));
    std::vector<LONG> seen;
    sink->each = [&](IWbemClassObject *event) {
        IWbemClassObject *process = target(event);
        seen.push_back(number(process, L"ProcessId"));
        process->Release();
        return WBEM_S_NO_ERROR;
    };
    HRESULT begun = services->ExecNotificationQueryAsync(_bstr_t("WQL"),
        _bstr_t("SELECT * FROM __InstanceOperationEvent WITHIN 0.05 "
                "WHERE TargetInstance ISA 'Win32_Process' AND TargetInstance.CommandLine = 'sleep 61.25' "
                "AND __CLASS <> '__InstanceModificationEvent'"),
        WBEM_FLAG_SEND_STATUS, nullptr, stub_sink);
    printf("begun 0x%x\n", static_cast<unsigned>(begun));

    LONG pid = create(services, L"sleep 61.25");
    sink->wait(1);
    printf("the program that was created: %d\n", seen[0] == pid);
    _bstr_t path = "Win32_Process.Handle=\"" + _bstr_t(std::to_string(pid).c_str()) + "\"";
    printf("terminated: %d\n", static_cast<int>(call(services, path, L"Terminate", nullptr, L"ReturnValue")));
    sink->wait(2);
    printf("and is gone: %d\n", seen[1] == pid);

    printf("cancel by the sink itself 0x%x, ", static_cast<unsigned>(services->CancelAsyncCall(sink)));
    printf("by the stub 0x%x\n", static_cast<unsigned>(services->CancelAsyncCall(stub_sink)));
    printf("complete 0x%x\n", static_cast<unsigned>(sink->last()));
    services->Release();
    apartment->Release();
    stub->Release();
    sink->Release();
    printf("alive %d, ", Sink::alive);
    stub_sink->Release();
    printf("then %d\n", Sink::alive);
    CoUninitialize();
    return 0;
}
