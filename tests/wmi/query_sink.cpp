/* query_sink.cpp: asynchronous queries, as Microsoft's sample for them is shaped. */
#include "sink.h"

static void query(IWbemServices *services, const char *text)
{
    Sink *sink = new Sink;
    bool has_name = true;
    sink->each = [&](IWbemClassObject *object) {
        VARIANT name;
        HRESULT got = object->Get(_bstr_t(L"Name"), 0, &name, nullptr, nullptr);
        has_name = has_name && SUCCEEDED(got) && V_VT(&name) == VT_BSTR && SysStringLen(V_BSTR(&name)) > 0;
        VariantClear(&name);
        return WBEM_S_NO_ERROR;
    };
    HRESULT begun = services->ExecQueryAsync(_bstr_t("WQL"), _bstr_t(text), WBEM_FLAG_BIDIRECTIONAL, nullptr, sink);
    printf("%s: begun 0x%x, ", text, static_cast<unsigned>(begun));
    printf("complete 0x%x, ", static_cast<unsigned>(sink->last()));
    printf("%s, named %d\n", sink->count() == 0 ? "none" : sink->count() == 1 ? "one" : "many", has_name);
    sink->wait_until_released();
    sink->Release();
}

int main()
{
    printf("too early: 0x%x\n", static_cast<unsigned>(CoInitializeSecurity(nullptr, -1, nullptr, nullptr,
           RPC_C_AUTHN_LEVEL_DEFAULT, RPC_C_IMP_LEVEL_IMPERSONATE, nullptr, EOAC_NONE, nullptr)));
    CoInitializeEx(nullptr, COINIT_MULTITHREADED);
    for (int again = 0; again < 2; ++again) {
        HRESULT secured = CoInitializeSecurity(nullptr, -1, nullptr, nullptr, RPC_C_AUTHN_LEVEL_DEFAULT,
                                               RPC_C_IMP_LEVEL_IMPERSONATE, nullptr, EOAC_NONE, nullptr);
        printf("security: 0x%x\n", static_cast<unsigned>(secured));
    }
    IWbemServices *services = connect(L"ROOT\\CIMV2");
    HRESULT blanket = CoSetProxyBlanket(services, RPC_C_AUTHN_WINNT, RPC_C_AUTHZ_NONE, nullptr,
                                        RPC_C_AUTHN_LEVEL_CALL, RPC_C_IMP_LEVEL_IMPERSONATE, nullptr, EOAC_NONE);
    printf("blanket: 0x%x\n", static_cast<unsigned>(blanket));
    query(services, "SELECT * FROM Win32_OperatingSystem");
    query(services, "SELECT Name FROM CIM_Process");
    query(services, "SELECT * FROM Win32_Process WHERE ProcessId = 0");
    query(services, "SELECT * FROM Win32_Dummy");
    query(services, "invalid query");

    Sink *sink = new Sink;
    sink->each = [&](IWbemClassObject *) { return E_FAIL; };
    services->CreateInstanceEnumAsync(_bstr_t("Win32_Process"), 0, nullptr, sink);
    printf("a sink that fails: complete 0x%x, ", static_cast<unsigned>(sink->last()));
    printf("%d seen\n", sink->count());
    sink->wait_until_released();
    printf("cancelled too late: 0x%x\n", static_cast<unsigned>(services->CancelAsyncCall(sink)));
    sink->Release();

    services->Release();
    CoUninitialize();
    printf("alive %d, may be unloaded %d\n", Sink::alive, DllCanUnloadNow() == S_OK);
    return 0;
}
