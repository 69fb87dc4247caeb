/* odd_sinks.c: sinks that keep no good order: counts that are garbage, no QueryInterface, results that are neither
 * success nor failure as documented, and seconds in a callback. */
#define COBJMACROS
#include <Wbemidl.h>

#include <stdatomic.h>
#include <stdio.h>
#include <unistd.h>

typedef struct {
    IWbemObjectSink base;
    atomic_int added, released, asked, objects, lasts;
    HRESULT answer;
    HRESULT last;
    unsigned seconds;
} Odd;

static HRESULT STDMETHODCALLTYPE query_interface(IWbemObjectSink *it, REFIID iid, void **result)
{
    (void)iid;
    *result = NULL;
    ((Odd *)it)->asked++;
    return E_NOINTERFACE;
}

/* As if it had none. */
static ULONG STDMETHODCALLTYPE add_ref(IWbemObjectSink *it)
{
    ((Odd *)it)->added++;
    return 0;
}

static ULONG STDMETHODCALLTYPE release(IWbemObjectSink *it)
{
    ((Odd *)it)->released++;
    return 0xDEADBEEF;
}

static HRESULT STDMETHODCALLTYPE indicate(IWbemObjectSink *it, LONG count, IWbemClassObject **objects)
{
    Odd *odd = (Odd *)it;
    for (LONG at = 0; at < count; ++at)
        odd->objects += objects[at] != NULL;
    sleep(odd->seconds);
    return odd->answer;
}

static HRESULT STDMETHODCALLTYPE set_status(IWbemObjectSink *it, LONG flags, HRESULT result, BSTR text,
                                            IWbemClassObject *object)
{
    Odd *odd = (Odd *)it;
    (void)text, (void)object;
    odd->last = result;
    odd->lasts += flags == WBEM_STATUS_COMPLETE;
    return E_FAIL;
}

static CONST_VTBL IWbemObjectSinkVtbl table = {query_interface, add_ref, release, indicate, set_status};

/* Waits until as many references are given back as were taken, and says what came. */
static void report(const char *name, Odd *odd)
{
    while (odd->lasts == 0 || odd->released != odd->added)
        usleep(1000);
    printf("%s: objects %d, last words %d, 0x%x, asked %d, references left %d\n", name, odd->objects > 0, odd->lasts,
           (unsigned)odd->last, odd->asked, odd->added - odd->released);
}

int main(void)
{
    static const struct {
        const char *name;
        HRESULT answer;
        unsigned seconds;
    } kinds[] = {
        {"a success that nobody knows", 0x7FFFFFFF, 0},
        {"a failure that nobody knows", (HRESULT)0xFFFFFFFF, 0},
        {"three seconds", S_OK, 3},
    };
    IWbemLocator *locator = NULL;
    IWbemServices *services = NULL;
    CoInitializeEx(NULL, COINIT_MULTITHREADED);
    CoCreateInstance(&CLSID_WbemLocator, NULL, CLSCTX_INPROC_SERVER, &IID_IWbemLocator, (void **)&locator);
    IWbemLocator_ConnectServer(locator, (BSTR)L"root\\cimv2", NULL, NULL, NULL, 0, NULL, NULL, &services);
    IWbemLocator_Release(locator);
    for (size_t at = 0; at < sizeof kinds / sizeof *kinds; ++at) {
        Odd odd = {.base = {&table}, .answer = kinds[at].answer, .seconds = kinds[at].seconds};
        IWbemServices_ExecQueryAsync(services, (BSTR)L"WQL", (BSTR)L"SELECT * FROM Win32_UTCTime", 0, NULL, &odd.base);
        report(kinds[at].name, &odd);
    }

    /* A cancel gives up on a sink that does not return, and says so by returning; the rest comes later. */
    Odd stuck = {.base = {&table}, .seconds = 3};
    IWbemServices_ExecQueryAsync(services, (BSTR)L"WQL", (BSTR)L"SELECT * FROM Win32_UTCTime", 0, NULL, &stuck.base);
    while (stuck.objects == 0)
        usleep(1000);
    HRESULT cancelled = IWbemServices_CancelAsyncCall(services, &stuck.base);
    printf("cancelled 0x%x, last words %d\n", (unsigned)cancelled, stuck.lasts);
    report("stuck", &stuck);
    IWbemServices_Release(services);
    CoUninitialize();
    return 0;
}
