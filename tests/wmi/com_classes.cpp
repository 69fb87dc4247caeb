/* com_classes.cpp: _bstr_t, _variant_t, _com_ptr_t and _com_error, with what WMI gives. */
#include "sink.h"

#include <string.h>

_COM_SMARTPTR_TYPEDEF(IWbemLocator, IID_IWbemLocator);
_COM_SMARTPTR_TYPEDEF(IWbemServices, IID_IWbemServices);
_COM_SMARTPTR_TYPEDEF(IEnumWbemClassObject, IID_IEnumWbemClassObject);
_COM_SMARTPTR_TYPEDEF(IWbemClassObject, IID_IWbemClassObject);

static void strings()
{
    _bstr_t one("one"), two(L"two");
    _bstr_t both = one + L" and " + two;
    printf("%s, %u characters, %ls\n", static_cast<const char *>(both), both.length(), static_cast<wchar_t *>(both));
    printf("copies are equal %d, less %d\n", _bstr_t(both) == both, one < two);
    _variant_t number(42L), text("17"), yes(true);
    printf("42: type %d, as text %s\n", V_VT(&number), static_cast<const char *>(_bstr_t(number)));
    printf("17: type %d, as a number %d\n", V_VT(&text), static_cast<int>(static_cast<long>(text)));
    printf("true: type %d, %d\n", V_VT(&yes), V_BOOL(&yes));
    bstr_t moved(std::move(both));
    printf("moved: %u, was %u\n", moved.length(), both.length());
    try {
        _variant_t word("word");
        printf("never: %d\n", static_cast<int>(static_cast<long>(word)));
    } catch (const _com_error &error) {
        printf("thrown: 0x%x\n", static_cast<unsigned>(error.Error()));
    }
    try {
        IUnknown *never = number;
        printf("never: %p\n", static_cast<void *>(never));
    } catch (const _com_error &error) {
        printf("no object: 0x%x\n", static_cast<unsigned>(error.Error()));
    }
}

/* As sinks of events have it for TargetInstance. */
static void embedded()
{
    Sink *sink = new Sink;
    IUnknown *held = nullptr;
    {
        _variant_t object(sink), none(static_cast<IUnknown *>(nullptr));
        held = object;
        IUnknown *nothing = none;
        printf("the object of a variant %d, of none %d\n", held == sink, nothing == nullptr);
    }
    held->Release();
    sink->Release();
    printf("alive %d\n", Sink::alive);
}

static void pointers()
{
    IWbemLocatorPtr locator;
    HRESULT made = locator.CreateInstance(CLSID_WbemLocator);
    IWbemServicesPtr services;
    locator->ConnectServer(bstr_t("root\\cimv2"), nullptr, nullptr, nullptr, 0, nullptr, nullptr, &services);
    IEnumWbemClassObjectPtr all;
    services->ExecQuery(bstr_t("WQL"), bstr_t("SELECT * FROM Win32_Processor"),
                        WBEM_FLAG_FORWARD_ONLY | WBEM_FLAG_RETURN_IMMEDIATELY, nullptr, &all);
    IWbemClassObjectPtr first;
    ULONG count = 0;
    HRESULT found = all->Next(WBEM_INFINITE, 1, &first, &count);
    _variant_t cores;
    first->Get(L"NumberOfCores", 0, &cores, nullptr, nullptr);
    printf("made 0x%x, found 0x%x, cores %d\n", static_cast<unsigned>(made), static_cast<unsigned>(found),
           static_cast<long>(cores) > 0);
    IUnknownPtr unknown(first);
    IWbemClassObjectPtr again(unknown);
    printf("the same object %d\n", again == first);

    HRESULT failed = services->GetObject(bstr_t("No_Class"), 0, nullptr, &first, nullptr);
    IErrorInfo *info = nullptr;
    GetErrorInfo(0, &info);
    printf("failed 0x%x, no object %d, ", static_cast<unsigned>(failed), first == nullptr);
    printf("error info %d\n", info != nullptr);
    IWbemClassObject *status = nullptr;
    if (info != nullptr && SUCCEEDED(info->QueryInterface(IID_IWbemClassObject, reinterpret_cast<void **>(&status)))) {
        _variant_t operation;
        status->Get(L"Operation", 0, &operation, nullptr, nullptr);
        printf("of %s\n", static_cast<const char *>(_bstr_t(operation)));
        status->Release();
    }
    _com_error error(failed, info);
    printf("%s\n", error.ErrorMessage());
}

int main()
{
    CoInitializeEx(nullptr, COINIT_APARTMENTTHREADED);
    strings();
    embedded();
    pointers();
    CoUninitialize();
    return 0;
}
