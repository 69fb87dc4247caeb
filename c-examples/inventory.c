/*
 * inventory.c: what the machine is made of, by semisynchronous queries in C.
 *
 *     inventory [class ...]       every property of every instance of classes; without one a summary
 */
#define COBJMACROS
#include <Wbemidl.h>

#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>

/* What a value says, in a buffer of the caller's. */
static const wchar_t *text_of(const VARIANT *value, wchar_t *buffer, size_t size)
{
    VARIANT text;
    VariantInit(&text);
    if (V_VT(value) == VT_NULL || FAILED(VariantChangeType(&text, value, VARIANT_ALPHABOOL, VT_BSTR)))
        swprintf(buffer, size, L"%ls", V_ISARRAY(value) ? L"(array)" : L"-");
    else
        swprintf(buffer, size, L"%.*ls", (int)size - 1, V_BSTR(&text));
    VariantClear(&text);
    return buffer;
}

static void print_all(IWbemClassObject *object)
{
    wchar_t buffer[200];
    VARIANT value;
    BSTR name;
    IWbemClassObject_BeginEnumeration(object, WBEM_FLAG_NONSYSTEM_ONLY);
    while (IWbemClassObject_Next(object, 0, &name, &value, NULL, NULL) == WBEM_S_NO_ERROR) {
        if (V_VT(&value) != VT_NULL)
            printf("  %-32ls %ls\n", name, text_of(&value, buffer, sizeof buffer / sizeof *buffer));
        SysFreeString(name);
        VariantClear(&value);
    }
    printf("\n");
}

static void print_some(IWbemClassObject *object, const wchar_t *const *names)
{
    wchar_t buffer[80];
    for (; *names != NULL; ++names) {
        VARIANT value;
        if (FAILED(IWbemClassObject_Get(object, *names, 0, &value, NULL, NULL)))
            continue;
        printf("  %ls", text_of(&value, buffer, sizeof buffer / sizeof *buffer));
        VariantClear(&value);
    }
    printf("\n");
}

/* Runs a query; without names each object is printed whole. */
static int show(IWbemServices *services, const wchar_t *class_name, const wchar_t *const *names)
{
    wchar_t query[300];
    IEnumWbemClassObject *all = NULL;
    IWbemClassObject *object = NULL;
    ULONG count = 0;
    swprintf(query, 300, L"SELECT * FROM %.200ls", class_name);
    BSTR language = SysAllocString(L"WQL"), text = SysAllocString(query);
    HRESULT found = IWbemServices_ExecQuery(services, language, text,
        WBEM_FLAG_FORWARD_ONLY | WBEM_FLAG_RETURN_IMMEDIATELY, NULL, &all);
    SysFreeString(language);
    SysFreeString(text);
    printf("%ls\n", class_name);
    while (SUCCEEDED(found)) {
        found = IEnumWbemClassObject_Next(all, (LONG)WBEM_INFINITE, 1, &object, &count);
        if (FAILED(found) || count == 0)
            break;
        if (names == NULL)
            print_all(object);
        else
            print_some(object, names);
        IWbemClassObject_Release(object);
    }
    if (all != NULL)
        IEnumWbemClassObject_Release(all);
    if (FAILED(found))
        fprintf(stderr, "%ls: 0x%08x\n", class_name, (unsigned)found);
    return FAILED(found);
}

static int summary(IWbemServices *services)
{
    static const struct {
        const wchar_t *class_name, *names[8];
    } parts[] = {
        {L"Win32_ComputerSystem", {L"Name", L"Manufacturer", L"Model", L"TotalPhysicalMemory"}},
        {L"Win32_OperatingSystem", {L"Caption", L"Version", L"OSArchitecture", L"LastBootUpTime"}},
        {L"Win32_Processor", {L"Name", L"NumberOfCores", L"NumberOfLogicalProcessors"}},
        {L"Win32_BIOS", {L"Manufacturer", L"Name", L"ReleaseDate"}},
        {L"Win32_LogicalDisk", {L"DeviceID", L"FileSystem", L"Size", L"FreeSpace"}},
        {L"Win32_NetworkAdapter", {L"NetConnectionID", L"MACAddress", L"Speed"}},
        {L"Win32_TimeZone", {L"Caption", L"Bias"}},
    };
    int failures = 0;
    for (size_t at = 0; at < sizeof parts / sizeof *parts; ++at)
        failures += show(services, parts[at].class_name, parts[at].names);
    return failures;
}

int main(int argc, char **argv)
{
    IWbemLocator *locator = NULL;
    IWbemServices *services = NULL;
    BSTR name = SysAllocString(L"ROOT\\CIMV2");
    int failures = 0;
    CoInitializeEx(NULL, COINIT_MULTITHREADED);
    HRESULT found = CoCreateInstance(&CLSID_WbemLocator, NULL, CLSCTX_INPROC_SERVER, &IID_IWbemLocator,
                                     (void **)&locator);
    if (SUCCEEDED(found)) {
        found = IWbemLocator_ConnectServer(locator, name, NULL, NULL, NULL, 0, NULL, NULL, &services);
        IWbemLocator_Release(locator);
    }
    SysFreeString(name);
    if (FAILED(found)) {
        fprintf(stderr, "no WMI: 0x%08x\n", (unsigned)found);
        return EXIT_FAILURE;
    }
    for (int at = 1; at < argc; ++at) {
        wchar_t class_name[200];
        swprintf(class_name, 200, L"%.190s", argv[at]);
        failures += show(services, class_name, NULL);
    }
    if (argc == 1)
        failures = summary(services);
    IWbemServices_Release(services);
    CoUninitialize();
    return failures == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
