/* semisynchronous.c: WMI in C, by enumerators; and objects that are used after CoUninitialize. */
#define COBJMACROS
#include <Wbemidl.h>

#include <stdio.h>
#include <unistd.h>
#include <wchar.h>

static LONG number(IWbemClassObject *object, const wchar_t *name)
{
    VARIANT value;
    LONG found = -1;
    VariantInit(&value);
    if (SUCCEEDED(IWbemClassObject_Get(object, name, 0, &value, NULL, NULL)) && V_VT(&value) == VT_I4)
        found = V_I4(&value);
    VariantClear(&value);
    return found;
}

/* Fake BSTRs: wide strings without a length. */
static int count(IWbemServices *services, wchar_t *query)
{
    IEnumWbemClassObject *all = NULL;
    IWbemClassObject *objects[7];
    ULONG returned = 0;
    int sum = 0;
    HRESULT begun = IWbemServices_ExecQuery(services, (BSTR)L"WQL", query,
        WBEM_FLAG_RETURN_IMMEDIATELY | WBEM_FLAG_FORWARD_ONLY, NULL, &all);
    if (FAILED(begun))
        return -1;
    do {
        begun = IEnumWbemClassObject_Next(all, (LONG)WBEM_INFINITE, 7, objects, &returned);
        for (ULONG at = 0; SUCCEEDED(begun) && at < returned; ++at)
            IWbemClassObject_Release(objects[at]);
        sum += SUCCEEDED(begun) ? (int)returned : 0;
    } while (begun == WBEM_S_NO_ERROR);
    IEnumWbemClassObject_Release(all);
    if (FAILED(begun))
        printf("Next: 0x%x\n", (unsigned)begun);
    return sum;
}

int main(void)
{
    static const wchar_t *const classes[] = {
        L"Win32_ComputerSystem", L"Win32_OperatingSystem", L"Win32_Process", L"Win32_Processor",
        L"Win32_LogicalDisk", L"Win32_Volume", L"Win32_NetworkAdapter", L"Win32_NetworkAdapterConfiguration",
        L"Win32_UserAccount", L"Win32_Environment", L"Win32_TimeZone", L"Win32_LocalTime", L"Win32_UTCTime",
    };
    IWbemLocator *locator = NULL;
    IWbemServices *services = NULL;
    CoInitializeEx(NULL, COINIT_MULTITHREADED);
    CoCreateInstance(&CLSID_WbemLocator, NULL, CLSCTX_INPROC_SERVER, &IID_IWbemLocator, (void **)&locator);
    HRESULT connected = IWbemLocator_ConnectServer(locator, (BSTR)L"root/cimv2", NULL, NULL, NULL, 0, NULL,
                                                   NULL, &services);
    printf("connected 0x%x\n", (unsigned)connected);
    for (size_t at = 0; at < sizeof classes / sizeof *classes; ++at) {
        wchar_t query[100];
        swprintf(query, 100, L"SELECT * FROM %ls", classes[at]);
        if (count(services, query) < 1)
            printf("no %ls\n", classes[at]);
    }
    printf("no such class: %d\n", count(services, (wchar_t *)L"SELECT * FROM Win32_Dummy"));
    printf("no such property: %d\n", count(services, (wchar_t *)L"SELECT X FROM Win32_Process"));

    wchar_t path[64];
    IWbemClassObject *self = NULL;
    swprintf(path, 64, L"Win32_Process.Handle=\"%d\"", (int)getpid());
    HRESULT found = IWbemServices_GetObject(services, path, 0, NULL, &self, NULL);
    printf("this process 0x%x, its number %d\n", (unsigned)found, number(self, L"ProcessId") == getpid());

    IWbemCallResult *result = NULL;
    LONG status = -1;
    IWbemClassObject *again = NULL;
    IWbemServices_GetObject(services, path, WBEM_FLAG_RETURN_IMMEDIATELY, NULL, NULL, &result);
    found = IWbemCallResult_GetResultObject(result, (LONG)WBEM_INFINITE, &again);
    IWbemCallResult_GetCallStatus(result, (LONG)WBEM_INFINITE, &status);
    printf("semisynchronously 0x%x, status %d, the same %d\n", (unsigned)found, (int)status,
           number(again, L"ProcessId") == getpid());

    CoUninitialize();
    IWbemCallResult_Release(result);
    IWbemLocator_Release(locator);
    printf("after CoUninitialize: %d\n", count(services, (wchar_t *)L"SELECT * FROM Win32_TimeZone"));
    IWbemServices_Release(services);
    printf("an object outlives its connection: %d, may be unloaded %d\n", number(self, L"ProcessId") == getpid(),
           DllCanUnloadNow() == S_OK);
    IWbemClassObject_Release(self);
    IWbemClassObject_Release(again);
    printf("may be unloaded %d\n", DllCanUnloadNow() == S_OK);
    return 0;
}
