/* long_sinks.cpp: a sink as Microsoft's two asynchronous samples have it: declared with LONG, defined with long, in a
 * header and a source; and a program that calls with what they call with. */
#define WMI_LLP64
/* The samples are written so. */
#pragma GCC diagnostic ignored "-Wdelete-non-virtual-dtor"
#pragma GCC diagnostic ignored "-Wconversion-null"

#define _WIN32_DCOM
#include <iostream>
using namespace std;
#include <comdef.h>
#include <Wbemidl.h>

class QuerySink : public IWbemObjectSink
{
    LONG m_lRef;
    bool bDone;
    CRITICAL_SECTION threadLock;

public:
    QuerySink() { m_lRef = 0; bDone = false;
        InitializeCriticalSection(&threadLock); }
    ~QuerySink() { bDone = true;
        DeleteCriticalSection(&threadLock); }

    virtual ULONG STDMETHODCALLTYPE AddRef();
    virtual ULONG STDMETHODCALLTYPE Release();
    virtual HRESULT STDMETHODCALLTYPE QueryInterface(REFIID riid, void **ppv);
    virtual HRESULT STDMETHODCALLTYPE Indicate(LONG lObjectCount, IWbemClassObject __RPC_FAR *__RPC_FAR *apObjArray);
    virtual HRESULT STDMETHODCALLTYPE SetStatus(LONG lFlags, HRESULT hResult, BSTR strParam,
                                                IWbemClassObject __RPC_FAR *pObjParam);

    bool IsDone();
};

ULONG QuerySink::AddRef()
{
    return InterlockedIncrement(&m_lRef);
}

ULONG QuerySink::Release()
{
    LONG lRef = InterlockedDecrement(&m_lRef);
    if (lRef == 0)
        delete this;
    return lRef;
}

HRESULT QuerySink::QueryInterface(REFIID riid, void **ppv)
{
    if (riid == IID_IUnknown || riid == IID_IWbemObjectSink) {
        *ppv = (IWbemObjectSink *)this;
        AddRef();
        return WBEM_S_NO_ERROR;
    }
    return E_NOINTERFACE;
}

HRESULT QuerySink::Indicate(long lObjectCount, IWbemClassObject **apObjArray)
{
    HRESULT hres = S_OK;
    for (int i = 0; i < lObjectCount; i++) {
        VARIANT varName;
        hres = apObjArray[i]->Get(_bstr_t(L"Name"), 0, &varName, 0, 0);
        if (FAILED(hres)) {
            cout << "Failed to get the data from the query" << " Error code = 0x" << hex << hres << endl;
            return WBEM_E_FAILED;
        }
        if (V_VT(&varName) == VT_BSTR && SysStringLen(V_BSTR(&varName)) > 0)
            cout << "Name: there" << endl;
        VariantClear(&varName);
    }
    return WBEM_S_NO_ERROR;
}

HRESULT QuerySink::SetStatus(LONG lFlags, HRESULT hResult, BSTR, IWbemClassObject *)
{
    if (lFlags == WBEM_STATUS_COMPLETE) {
        cout << "Call complete. 0x" << hex << (unsigned)hResult << endl;
        EnterCriticalSection(&threadLock);
        bDone = true;
        LeaveCriticalSection(&threadLock);
    } else if (lFlags == WBEM_STATUS_PROGRESS) {
        cout << "Call in progress." << endl;
    }
    return WBEM_S_NO_ERROR;
}

bool QuerySink::IsDone()
{
    EnterCriticalSection(&threadLock);
    bool done = bDone;
    LeaveCriticalSection(&threadLock);
    return done;
}

int main(int, char **)
{
    HRESULT hres = CoInitializeEx(0, COINIT_MULTITHREADED);
    if (FAILED(hres))
        return 1;
    hres = CoInitializeSecurity(NULL, -1, NULL, NULL, RPC_C_AUTHN_LEVEL_DEFAULT, RPC_C_IMP_LEVEL_IMPERSONATE, NULL,
                                EOAC_NONE, NULL);
    if (FAILED(hres))
        return 1;
    IWbemLocator *pLoc = NULL;
    hres = CoCreateInstance(CLSID_WbemLocator, 0, CLSCTX_INPROC_SERVER, IID_IWbemLocator, (LPVOID *)&pLoc);
    if (FAILED(hres))
        return 1;
    IWbemServices *pSvc = NULL;
    hres = pLoc->ConnectServer(_bstr_t(L"ROOT\\CIMV2"), NULL, NULL, 0, NULL, 0, 0, &pSvc);
    if (FAILED(hres))
        return 1;
    cout << "Connected to ROOT\\CIMV2 WMI namespace" << endl;
    hres = CoSetProxyBlanket(pSvc, RPC_C_AUTHN_WINNT, RPC_C_AUTHZ_NONE, NULL, RPC_C_AUTHN_LEVEL_CALL,
                             RPC_C_IMP_LEVEL_IMPERSONATE, NULL, EOAC_NONE);
    if (FAILED(hres))
        return 1;
    QuerySink *pResponseSink = new QuerySink();
    pResponseSink->AddRef();
    hres = pSvc->ExecQueryAsync(bstr_t("WQL"), bstr_t("SELECT * FROM Win32_OperatingSystem"), WBEM_FLAG_BIDIRECTIONAL,
                                NULL, pResponseSink);
    if (FAILED(hres)) {
        cout << "Query for operating system name failed." << " Error code = 0x" << hex << hres << endl;
        pResponseSink->Release();
        return 1;
    }
    while (!pResponseSink->IsDone())
        Sleep(10);
    pSvc->CancelAsyncCall(pResponseSink);
    pResponseSink->Release();
    pSvc->Release();
    pLoc->Release();
    CoUninitialize();
    return 0;
}
