/* wmi_values.c: WMI of wininet.dll by its class object, without the registry. What it hands out is freed by oleaut32. */
#define COBJMACROS
#define _WIN32_DCOM
#include <windows.h>
#include <wininet.h>
#include <stdio.h>
#include <wbemidl.h>

typedef HRESULT(STDAPICALLTYPE *Getter)(REFCLSID, REFIID, void **);

static BSTR text(const wchar_t *from)
{
    return SysAllocString(from);
}

static IWbemServices *opened(IWbemLocator *locator, const wchar_t *name)
{
    IWbemServices *services = NULL;
    BSTR path = text(name);
    HRESULT said = IWbemLocator_ConnectServer(locator, path, NULL, NULL, NULL, 0, NULL, NULL, &services);
    printf("%ls 0x%lx\n", name, (unsigned long)said);
    SysFreeString(path);
    return services;
}

/* The first object that a query gives. */
static IWbemClassObject *first(IWbemServices *services, const wchar_t *query)
{
    IEnumWbemClassObject *all = NULL;
    IWbemClassObject *object = NULL;
    ULONG count = 0;
    BSTR language = text(L"WQL"), what = text(query);
    HRESULT said = IWbemServices_ExecQuery(services, language, what,
        WBEM_FLAG_FORWARD_ONLY | WBEM_FLAG_RETURN_IMMEDIATELY, NULL, &all);
    if (SUCCEEDED(said)) {
        said = IEnumWbemClassObject_Next(all, (LONG)WBEM_INFINITE, 1, &object, &count);
        IEnumWbemClassObject_Release(all);
    }
    if (FAILED(said))
        printf("%ls: 0x%lx\n", query, (unsigned long)said);
    SysFreeString(language);
    SysFreeString(what);
    return object;
}

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

/* The length of a string; -1 for NULL. */
static int length(IWbemClassObject *object, const wchar_t *name)
{
    VARIANT value;
    int found = -1;
    VariantInit(&value);
    if (SUCCEEDED(IWbemClassObject_Get(object, name, 0, &value, NULL, NULL)) && V_VT(&value) == VT_BSTR)
        found = (int)SysStringLen(V_BSTR(&value));
    VariantClear(&value);
    return found;
}

static void processes(IWbemServices *services)
{
    wchar_t query[100];
    SAFEARRAY *names = NULL;
    VARTYPE type = 0;
    LONG last = 0;
    swprintf(query, 100, L"SELECT * FROM CIM_Process WHERE Handle = '%lu'", GetCurrentProcessId());
    IWbemClassObject *self = first(services, query);
    printf("this process %d, threads %d, named %d, a path %d, begun %d, command line %d\n",
           number(self, L"ProcessId") == (LONG)GetCurrentProcessId(), number(self, L"ThreadCount") > 0,
           length(self, L"Name") > 0, length(self, L"ExecutablePath") > length(self, L"Name"),
           length(self, L"CreationDate"), length(self, L"CommandLine"));
    IWbemClassObject_GetNames(self, NULL, WBEM_FLAG_NONSYSTEM_ONLY, NULL, &names);
    SafeArrayGetVartype(names, &type);
    SafeArrayGetUBound(names, 1, &last);
    printf("names: type %d, many %d", type, last > 30);
    printf(", freed 0x%lx\n", (unsigned long)SafeArrayDestroy(names));
    IWbemClassObject_Release(self);
    if ((self = first(services, L"SELECT * FROM Win32_OperatingSystem")) != NULL)
        IWbemClassObject_Release(self);
}

static void clock_of(IWbemServices *services)
{
    SYSTEMTIME before, after;
    IWbemClassObject *now;
    /* Within one minute. */
    do {
        GetLocalTime(&before);
        now = first(services, L"SELECT * FROM Win32_LocalTime");
        GetLocalTime(&after);
        if (before.wMinute != after.wMinute)
            IWbemClassObject_Release(now);
    } while (before.wMinute != after.wMinute);
    printf("the time is the system's %d\n", number(now, L"Year") == before.wYear && number(now, L"Day") == before.wDay
           && number(now, L"Hour") == before.wHour && number(now, L"Minute") == before.wMinute);
    IWbemClassObject_Release(now);
}

static void errors(IWbemServices *services)
{
    IWbemClassObject *none = NULL, *status = NULL;
    IErrorInfo *info = NULL;
    VARIANT operation;
    BSTR path = text(L"No_Class"), class_path = text(L"Win32_Process"), method = text(L"Create");
    HRESULT said = IWbemServices_GetObject(services, path, 0, NULL, &none, NULL);
    printf("no class 0x%lx, error info 0x%lx", (unsigned long)said, (unsigned long)GetErrorInfo(0, &info));
    VariantInit(&operation);
    if (info != NULL && SUCCEEDED(IErrorInfo_QueryInterface(info, &IID_IWbemClassObject, (void **)&status))) {
        IWbemClassObject_Get(status, L"Operation", 0, &operation, NULL, NULL);
        printf(" of %ls", V_BSTR(&operation));
        VariantClear(&operation);
        IWbemClassObject_Release(status);
    }
    if (info != NULL)
        IErrorInfo_Release(info);
    said = IWbemServices_ExecMethod(services, class_path, method, 0, NULL, NULL, NULL, NULL);
    printf(", method 0x%lx\n", (unsigned long)said);
    SysFreeString(path);
    SysFreeString(class_path);
    SysFreeString(method);
}

/* The request that an event is about. */
static void next(IEnumWbemClassObject *events, HINTERNET request)
{
    IWbemClassObject *event = NULL, *target = NULL;
    VARIANT value, handle;
    ULONG count = 0;
    HRESULT said = IEnumWbemClassObject_Next(events, 20000, 1, &event, &count);
    if (said != WBEM_S_NO_ERROR) {
        printf("no event: 0x%lx\n", (unsigned long)said);
        return;
    }
    VariantInit(&value);
    VariantInit(&handle);
    IWbemClassObject_Get(event, L"__CLASS", 0, &value, NULL, NULL);
    printf("%ls of ", V_BSTR(&value));
    VariantClear(&value);
    IWbemClassObject_Get(event, L"TargetInstance", 0, &value, NULL, NULL);
    IUnknown_QueryInterface(V_UNKNOWN(&value), &IID_IWbemClassObject, (void **)&target);
    IWbemClassObject_Get(target, L"Handle", 0, &handle, NULL, NULL);
    printf("the request %d\n", (DWORD_PTR)_wcstoui64(V_BSTR(&handle), NULL, 10) == (DWORD_PTR)request);
    VariantClear(&handle);
    VariantClear(&value);
    IWbemClassObject_Release(target);
    IWbemClassObject_Release(event);
}

static void requests(IWbemServices *services)
{
    IEnumWbemClassObject *events = NULL;
    BSTR language = text(L"WQL");
    BSTR query = text(L"SELECT * FROM __InstanceOperationEvent WHERE TargetInstance ISA 'WinINet_Request' "
                      L"AND __CLASS <> '__InstanceModificationEvent'");
    HRESULT said = IWbemServices_ExecNotificationQuery(services, language, query,
        WBEM_FLAG_FORWARD_ONLY | WBEM_FLAG_RETURN_IMMEDIATELY, NULL, &events);
    printf("requests are watched 0x%lx\n", (unsigned long)said);
    HINTERNET session = InternetOpenA("test", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, 0);
    HINTERNET connection = InternetConnectA(session, "127.0.0.1", 80, NULL, NULL, INTERNET_SERVICE_HTTP, 0, 0);
    HINTERNET request = HttpOpenRequestA(connection, "GET", "/", NULL, NULL, NULL, 0, 0);
    next(events, request);
    InternetCloseHandle(request);
    next(events, request);
    InternetCloseHandle(connection);
    InternetCloseHandle(session);
    IEnumWbemClassObject_Release(events);
    SysFreeString(language);
    SysFreeString(query);
}

int main(void)
{
    IClassFactory *factory = (IClassFactory *)1;
    IWbemLocator *locator = NULL;
    CoInitializeEx(NULL, COINIT_MULTITHREADED);
    Getter get = (Getter)(INT_PTR)GetProcAddress(GetModuleHandleA("wininet.dll"), "DllGetClassObject");
    HRESULT said = get(&IID_IUnknown, &IID_IClassFactory, (void **)&factory);
    printf("no such class 0x%lx, nothing given %d\n", (unsigned long)said, factory == NULL);
    said = get(&CLSID_WbemLocator, &IID_IClassFactory, (void **)&factory);
    printf("a class object 0x%lx", (unsigned long)said);
    said = IClassFactory_CreateInstance(factory, NULL, &IID_IWbemLocator, (void **)&locator);
    printf(", a locator 0x%lx\n", (unsigned long)said);
    IClassFactory_Release(factory);
    opened(locator, L"ROOT\\NO");
    IWbemServices *system = opened(locator, L"ROOT\\CIMV2"), *own = opened(locator, L"\\\\.\\root\\wininet");
    IWbemLocator_Release(locator);
    processes(system);
    clock_of(system);
    errors(system);
    requests(own);
    IWbemServices_Release(system);
    IWbemServices_Release(own);
    CoUninitialize();
    return 0;
}
