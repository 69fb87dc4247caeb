/* arguments.c: every method with NULL, with nonsense, and with flags that nobody knows. Each refuses, and
 * leaves what it cannot give NULL. */
#define COBJMACROS
#include <Wbemidl.h>

#include <stdio.h>
#include <string.h>
#include <wchar.h>

static int refused, accepted;

/* A call that must fail. */
#define NO(call) \
    do { \
        if (FAILED(call)) \
            ++refused; \
        else \
            printf("accepted: %s\n", #call); \
    } while (0)

/* A call that must succeed. */
#define YES(call) \
    do { \
        HRESULT said = (call); \
        if (SUCCEEDED(said)) \
            ++accepted; \
        else \
            printf("0x%x: %s\n", (unsigned)said, #call); \
    } while (0)

#define NONE ((LONG)0x40000000)
#define TEXT_(text) ((BSTR)L##text)

static wchar_t long_text[0x5000];

static void services(IWbemServices *it, IWbemObjectSink *sink)
{
    void *none = (void *)1;
    IWbemServices *inner = none;
    IWbemClassObject *object = none;
    IEnumWbemClassObject *all = none;

    NO(IWbemServices_OpenNamespace(it, NULL, 0, NULL, &inner, NULL));
    NO(IWbemServices_OpenNamespace(it, TEXT_("no"), 0, NULL, &inner, NULL));
    NO(IWbemServices_OpenNamespace(it, TEXT_("\\\\elsewhere\\root"), 0, NULL, &inner, NULL));
    NO(IWbemServices_OpenNamespace(it, TEXT_("root"), 0, NULL, NULL, NULL));
    NO(IWbemServices_OpenNamespace(it, TEXT_("root"), NONE, NULL, &inner, NULL));
    NO(IWbemServices_CancelAsyncCall(it, NULL));
    NO(IWbemServices_CancelAsyncCall(it, (IWbemObjectSink *)it));
    NO(IWbemServices_QueryObjectSink(it, 0, NULL));
    NO(IWbemServices_GetObject(it, NULL, 0, NULL, &object, NULL));
    NO(IWbemServices_GetObject(it, TEXT_("\\\\\\:::=,\"\""), 0, NULL, &object, NULL));
    NO(IWbemServices_GetObject(it, TEXT_("Win32_Process=@"), 0, NULL, &object, NULL));
    NO(IWbemServices_GetObject(it, TEXT_("Win32_Process.Name=\"x\""), 0, NULL, &object, NULL));
    NO(IWbemServices_GetObject(it, TEXT_("Win32_Process.Handle=\"-1\""), 0, NULL, &object, NULL));
    NO(IWbemServices_GetObject(it, long_text, 0, NULL, &object, NULL));
    NO(IWbemServices_GetObject(it, TEXT_("Win32_Process"), NONE, NULL, &object, NULL));
    NO(IWbemServices_PutClass(it, NULL, 0, NULL, NULL));
    NO(IWbemServices_DeleteClass(it, TEXT_("Win32_Process"), 0, NULL, NULL));
    NO(IWbemServices_CreateClassEnum(it, TEXT_("No_Class"), 0, NULL, &all));
    NO(IWbemServices_CreateClassEnum(it, NULL, 0, NULL, NULL));
    NO(IWbemServices_PutInstance(it, NULL, 0, NULL, NULL));
    NO(IWbemServices_DeleteInstance(it, NULL, 0, NULL, NULL));
    NO(IWbemServices_DeleteInstance(it, TEXT_("Win32_TimeZone=@"), 0, NULL, NULL));
    NO(IWbemServices_CreateInstanceEnum(it, NULL, 0, NULL, &all));
    NO(IWbemServices_CreateInstanceEnum(it, TEXT_("No_Class"), 0, NULL, &all));
    NO(IWbemServices_ExecQuery(it, NULL, TEXT_("SELECT * FROM Win32_Process"), 0, NULL, &all));
    NO(IWbemServices_ExecQuery(it, TEXT_("WQL"), NULL, 0, NULL, &all));
    NO(IWbemServices_ExecQuery(it, TEXT_("WQL"), long_text, 0, NULL, &all));
    NO(IWbemServices_ExecQuery(it, TEXT_("WQL"), TEXT_("SELECT * FROM Win32_Process"), 0, NULL, NULL));
    NO(IWbemServices_ExecNotificationQuery(it, TEXT_("WQL"), NULL, 0x30, NULL, &all));
    NO(IWbemServices_ExecNotificationQuery(it, TEXT_("WQL"), long_text, 0x30, NULL, &all));
    NO(IWbemServices_ExecMethod(it, NULL, NULL, 0, NULL, NULL, NULL, NULL));
    NO(IWbemServices_ExecMethod(it, TEXT_("Win32_Process"), TEXT_("No"), 0, NULL, NULL, NULL, NULL));
    NO(IWbemServices_ExecMethod(it, TEXT_("Win32_Process"), TEXT_("Terminate"), 0, NULL, NULL, NULL, NULL));
    printf("nothing given: %d\n", inner == NULL && object == NULL && all == NULL);

    NO(IWbemServices_GetObjectAsync(it, TEXT_("Win32_Process"), 0, NULL, NULL));
    NO(IWbemServices_GetObjectAsync(it, NULL, 0, NULL, sink));
    NO(IWbemServices_PutClassAsync(it, NULL, 0, NULL, sink));
    NO(IWbemServices_DeleteClassAsync(it, NULL, 0, NULL, sink));
    NO(IWbemServices_CreateClassEnumAsync(it, NULL, 0, NULL, NULL));
    NO(IWbemServices_CreateClassEnumAsync(it, NULL, NONE, NULL, sink));
    NO(IWbemServices_PutInstanceAsync(it, NULL, 0, NULL, sink));
    NO(IWbemServices_DeleteInstanceAsync(it, NULL, 0, NULL, sink));
    NO(IWbemServices_CreateInstanceEnumAsync(it, NULL, 0, NULL, sink));
    NO(IWbemServices_ExecQueryAsync(it, TEXT_("WQL"), TEXT_("SELECT * FROM Win32_Process"), 0, NULL, NULL));
    NO(IWbemServices_ExecQueryAsync(it, NULL, NULL, 0, NULL, sink));
    NO(IWbemServices_ExecNotificationQueryAsync(it, TEXT_("WQL"), TEXT_("x"), 0, NULL, NULL));
    NO(IWbemServices_ExecNotificationQueryAsync(it, NULL, NULL, 0, NULL, sink));
    NO(IWbemServices_ExecMethodAsync(it, NULL, NULL, 0, NULL, NULL, sink));
}

static void class_object(IWbemClassObject *it)
{
    IWbemQualifierSet *set = NULL;
    IWbemClassObject *in = NULL, *instance = NULL;
    SAFEARRAY *names = NULL;
    VARIANT value;
    BSTR text = NULL;
    VariantInit(&value);

    NO(IWbemClassObject_GetQualifierSet(it, NULL));
    NO(IWbemClassObject_Get(it, NULL, 0, &value, NULL, NULL));
    NO(IWbemClassObject_Get(it, L"No", 0, &value, NULL, NULL));
    NO(IWbemClassObject_Get(it, L"Name", 1, &value, NULL, NULL));
    YES(IWbemClassObject_Get(it, L"name", 0, NULL, NULL, NULL));
    NO(IWbemClassObject_Put(it, NULL, 0, &value, 0));
    NO(IWbemClassObject_Put(it, L"No", 0, NULL, 0));
    NO(IWbemClassObject_Delete(it, NULL));
    NO(IWbemClassObject_GetNames(it, NULL, 0, NULL, NULL));
    NO(IWbemClassObject_GetNames(it, NULL, 0x7777, NULL, &names));
    NO(IWbemClassObject_Next(it, 0, &text, NULL, NULL, NULL));
    YES(IWbemClassObject_EndEnumeration(it));
    NO(IWbemClassObject_GetPropertyQualifierSet(it, NULL, &set));
    NO(IWbemClassObject_GetPropertyQualifierSet(it, L"__PATH", &set));
    NO(IWbemClassObject_Clone(it, NULL));
    NO(IWbemClassObject_GetObjectText(it, 0, NULL));
    NO(IWbemClassObject_SpawnDerivedClass(it, 0, &instance));
    NO(IWbemClassObject_SpawnInstance(it, 0, NULL));
    NO(IWbemClassObject_CompareTo(it, 0, NULL));
    NO(IWbemClassObject_GetPropertyOrigin(it, L"No", &text));
    NO(IWbemClassObject_InheritsFrom(it, NULL));
    NO(IWbemClassObject_GetMethod(it, NULL, 0, &in, NULL));
    NO(IWbemClassObject_GetMethod(it, L"No", 0, &in, NULL));
    NO(IWbemClassObject_PutMethod(it, L"No", 0, NULL, NULL));
    NO(IWbemClassObject_DeleteMethod(it, NULL));
    NO(IWbemClassObject_NextMethod(it, 0, &text, NULL, NULL));
    NO(IWbemClassObject_GetMethodQualifierSet(it, NULL, &set));
    NO(IWbemClassObject_GetMethodOrigin(it, L"Create", NULL));
    printf("nothing given: %d\n", !set && !in && !instance && !names && !text);

    /* Values that are none. */
    YES(IWbemClassObject_SpawnInstance(it, 0, &instance));
    memset(&value, 0xFF, sizeof value);
    NO(IWbemClassObject_Put(instance, L"ProcessId", 0, &value, 0));
    VariantInit(&value);
    V_VT(&value) = VT_BSTR;
    V_BSTR(&value) = TEXT_("no number");
    NO(IWbemClassObject_Put(instance, L"ProcessId", 0, &value, 0));
    V_VT(&value) = VT_ARRAY | VT_BSTR;
    V_ARRAY(&value) = NULL;
    NO(IWbemClassObject_Put(instance, L"ProcessId", 0, &value, 0));
    V_VT(&value) = VT_UNKNOWN;
    V_UNKNOWN(&value) = NULL;
    NO(IWbemClassObject_Put(instance, L"ProcessId", 0, &value, 0));
    V_VT(&value) = VT_BYREF | VT_I4;
    NO(IWbemClassObject_Put(instance, L"ProcessId", 0, &value, 0));
    NO(IWbemClassObject_Put(instance, L"__PATH", 0, NULL, 0));
    NO(IWbemClassObject_SpawnInstance(instance, 0, &in));
    NO(IWbemClassObject_GetMethod(instance, L"Create", 0, NULL, NULL));
    IWbemClassObject_Release(instance);

    YES(IWbemClassObject_GetQualifierSet(it, &set));
    NO(IWbemQualifierSet_Get(set, NULL, 0, NULL, NULL));
    NO(IWbemQualifierSet_Get(set, L"No", 0, &value, NULL));
    NO(IWbemQualifierSet_Put(set, L"No", NULL, 0));
    NO(IWbemQualifierSet_Delete(set, L"dynamic"));
    NO(IWbemQualifierSet_GetNames(set, 0, NULL));
    NO(IWbemQualifierSet_Next(set, 0, NULL, NULL, NULL));
    IWbemQualifierSet_Release(set);
}

static void enumerator(IWbemServices *services, IWbemObjectSink *sink)
{
    IEnumWbemClassObject *it = NULL, *copy = (IEnumWbemClassObject *)1;
    IWbemClassObject *objects[2];
    ULONG count = 7;
    YES(IWbemServices_CreateInstanceEnum(services, TEXT_("Win32_Process"), 0x30, NULL, &it));
    NO(IEnumWbemClassObject_Next(it, 0, 1, NULL, &count));
    NO(IEnumWbemClassObject_Next(it, 0, 1, objects, NULL));
    NO(IEnumWbemClassObject_Next(it, 0, 0, objects, &count));
    NO(IEnumWbemClassObject_Next(it, -2, 1, objects, &count));
    NO(IEnumWbemClassObject_NextAsync(it, 1, NULL));
    NO(IEnumWbemClassObject_NextAsync(it, 0, sink));
    NO(IEnumWbemClassObject_Clone(it, NULL));
    NO(IEnumWbemClassObject_Clone(it, &copy));
    NO(IEnumWbemClassObject_Reset(it));
    NO(IEnumWbemClassObject_Skip(it, -2, 1));
    YES(IEnumWbemClassObject_Skip(it, (LONG)WBEM_INFINITE, 0xFFFFFFFF));
    IEnumWbemClassObject_Release(it);
}

static void others(IWbemServices *services)
{
    IWbemContext *context = NULL;
    IWbemStatusCodeText *texts = NULL;
    IUnsecuredApartment *apartment = NULL;
    IWbemLocator *locator = NULL;
    IClientSecurity *security = NULL;
    IUnknown *stub = (IUnknown *)1;
    IWbemServices *found = (IWbemServices *)1;
    VARIANT value;
    BSTR text = NULL;
    VariantInit(&value);
    YES(CoCreateInstance(&CLSID_WbemContext, NULL, CLSCTX_ALL, &IID_IWbemContext, (void **)&context));
    YES(CoCreateInstance(&CLSID_WbemStatusCodeText, NULL, CLSCTX_ALL, &IID_IWbemStatusCodeText, (void **)&texts));
    YES(CoCreateInstance(&CLSID_UnsecuredApartment, NULL, CLSCTX_LOCAL_SERVER, &IID_IUnsecuredApartment,
                         (void **)&apartment));
    YES(CoCreateInstance(&CLSID_WbemLocator, NULL, CLSCTX_ALL, &IID_IWbemLocator, (void **)&locator));
    NO(CoCreateInstance(NULL, NULL, CLSCTX_ALL, &IID_IWbemContext, (void **)&text));
    NO(CoCreateInstance(&IID_IUnknown, NULL, CLSCTX_ALL, &IID_IUnknown, (void **)&text));
    NO(CoCreateInstance(&CLSID_WbemContext, NULL, 0, &IID_IWbemContext, (void **)&text));
    NO(CoCreateInstance(&CLSID_WbemContext, NULL, CLSCTX_ALL, &IID_IWbemServices, (void **)&text));
    NO(CoCreateInstance(&CLSID_WbemContext, NULL, CLSCTX_ALL, NULL, NULL));
    NO(CoCreateInstance(&CLSID_WbemContext, (IUnknown *)context, CLSCTX_ALL, &IID_IUnknown, (void **)&text));

    NO(IWbemContext_SetValue(context, NULL, 0, &value));
    NO(IWbemContext_GetValue(context, L"no", 0, &value));
    NO(IWbemContext_DeleteValue(context, L"no", 0));
    NO(IWbemContext_GetNames(context, 0, NULL));
    NO(IWbemContext_Clone(context, NULL));
    NO(IWbemContext_Next(context, 0, &text, &value));
    NO(IWbemStatusCodeText_GetErrorCodeText(texts, 0, 0, 0, NULL));
    NO(IUnsecuredApartment_CreateObjectStub(apartment, NULL, &stub));
    NO(IUnsecuredApartment_CreateObjectStub(apartment, (IUnknown *)context, &stub));
    NO(IUnsecuredApartment_CreateObjectStub(apartment, NULL, NULL));
    NO(IWbemLocator_ConnectServer(locator, NULL, NULL, NULL, NULL, 0, NULL, NULL, &found));
    NO(IWbemLocator_ConnectServer(locator, TEXT_("root\\no"), NULL, NULL, NULL, 0, NULL, NULL, &found));
    NO(IWbemLocator_ConnectServer(locator, TEXT_("\\\\elsewhere\\root"), NULL, NULL, NULL, 0, NULL, NULL, &found));
    NO(IWbemLocator_ConnectServer(locator, TEXT_("root"), TEXT_("user"), NULL, NULL, 0, NULL, NULL, &found));
    NO(IWbemLocator_ConnectServer(locator, TEXT_("root"), NULL, NULL, NULL, 0, NULL, NULL, NULL));
    NO(IWbemLocator_ConnectServer(locator, TEXT_("root"), NULL, NULL, NULL, -1, NULL, NULL, &found));
    NO(IWbemLocator_QueryInterface(locator, &IID_IWbemServices, (void **)&stub));
    NO(IWbemLocator_QueryInterface(locator, NULL, NULL));
    NO(CoSetProxyBlanket(NULL, 0, 0, NULL, 0, 0, NULL, 0));
    NO(CoSetProxyBlanket((IUnknown *)locator, 0, 0, NULL, 0, 0, NULL, 0));
    YES(CoQueryProxyBlanket((IUnknown *)services, NULL, NULL, NULL, NULL, NULL, NULL, NULL));
    YES(IWbemServices_QueryInterface(services, &IID_IClientSecurity, (void **)&security));
    NO(IClientSecurity_CopyProxy(security, NULL, NULL));
    NO(IClientSecurity_SetBlanket(security, NULL, 0, 0, NULL, 0, 0, NULL, 0));
    printf("nothing given: %d\n", !stub && !found && !text);
    IClientSecurity_Release(security);
    IWbemLocator_Release(locator);
    IUnsecuredApartment_Release(apartment);
    IWbemStatusCodeText_Release(texts);
    IWbemContext_Release(context);
}

/* A sink that must never be touched. */
int main(void)
{
    IWbemObjectSink untouched = {NULL};
    IWbemLocator *locator = NULL;
    IWbemServices *it = NULL;
    IWbemClassObject *class_of_processes = NULL;
    wmemset(long_text, L'(', sizeof long_text / sizeof *long_text - 1);
    NO(CoCreateInstance(&CLSID_WbemLocator, NULL, CLSCTX_ALL, &IID_IWbemLocator, (void **)&locator));
    CoInitializeEx(NULL, COINIT_MULTITHREADED);
    NO(CoInitializeEx(NULL, COINIT_APARTMENTTHREADED));
    NO(CoInitializeEx(&untouched, COINIT_MULTITHREADED));
    YES(CoCreateInstance(&CLSID_WbemLocator, NULL, CLSCTX_ALL, &IID_IWbemLocator, (void **)&locator));
    YES(IWbemLocator_ConnectServer(locator, TEXT_("root\\cimv2"), NULL, NULL, NULL, 0, NULL, NULL, &it));
    IWbemLocator_Release(locator);
    services(it, &untouched);
    YES(IWbemServices_GetObject(it, TEXT_("Win32_Process"), 0, NULL, &class_of_processes, NULL));
    class_object(class_of_processes);
    enumerator(it, &untouched);
    others(it);
    IWbemClassObject_Release(class_of_processes);
    IWbemServices_Release(it);
    CoUninitialize();
    printf("refused %d, accepted %d, may be unloaded %d\n", refused, accepted, DllCanUnloadNow() == S_OK);
    return 0;
}
