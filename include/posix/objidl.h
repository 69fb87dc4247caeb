/* objidl.h: the interfaces of COM. Written by build.rs from src/abi/wbem/objidl.rs. */
#ifndef __objidl_h__
#define __objidl_h__

#include "unknwn.h"
#include "wtypes.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct IClassFactory IClassFactory;
typedef struct IClientSecurity IClientSecurity;
typedef struct IErrorInfo IErrorInfo;
typedef struct ICreateErrorInfo ICreateErrorInfo;

/** Makes objects of one class. */
/* 00000001-0000-0000-c000-000000000046 */
extern const IID IID_IClassFactory;
#if defined(__cplusplus) && !defined(CINTERFACE)
extern "C++" {
struct IClassFactory : public IUnknown {
    virtual HRESULT STDMETHODCALLTYPE CreateInstance(IUnknown *pUnkOuter, REFIID riid,
        void **ppvObject) = 0;
    virtual HRESULT STDMETHODCALLTYPE LockServer(BOOL fLock) = 0;
};
COM_UUID(IClassFactory, IID_IClassFactory)
}
#else
typedef struct IClassFactoryVtbl {
    HRESULT(STDMETHODCALLTYPE *QueryInterface)(IClassFactory *This, REFIID riid, void **ppvObject);
    ULONG(STDMETHODCALLTYPE *AddRef)(IClassFactory *This);
    ULONG(STDMETHODCALLTYPE *Release)(IClassFactory *This);
    HRESULT(STDMETHODCALLTYPE *CreateInstance)(IClassFactory *This, IUnknown *pUnkOuter, REFIID riid,
        void **ppvObject);
    HRESULT(STDMETHODCALLTYPE *LockServer)(IClassFactory *This, BOOL fLock);
} IClassFactoryVtbl;

struct IClassFactory {
    CONST_VTBL IClassFactoryVtbl *lpVtbl;
};

#ifdef COBJMACROS
#define IClassFactory_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define IClassFactory_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define IClassFactory_Release(This) ((This)->lpVtbl->Release(This))
#define IClassFactory_CreateInstance(This, pUnkOuter, riid, ppvObject) \
    ((This)->lpVtbl->CreateInstance(This, pUnkOuter, riid, ppvObject))
#define IClassFactory_LockServer(This, fLock) \
    ((This)->lpVtbl->LockServer(This, fLock))
#endif
#endif

/** How calls through a proxy are authenticated. Here there is no proxy, and it is kept alone. */
/* 0000013d-0000-0000-c000-000000000046 */
extern const IID IID_IClientSecurity;
#if defined(__cplusplus) && !defined(CINTERFACE)
extern "C++" {
struct IClientSecurity : public IUnknown {
    virtual HRESULT STDMETHODCALLTYPE QueryBlanket(IUnknown *pProxy, DWORD *pAuthnSvc,
        DWORD *pAuthzSvc, OLECHAR **pServerPrincName, DWORD *pAuthnLevel, DWORD *pImpLevel,
        void **pAuthInfo, DWORD *pCapabilites) = 0;
    virtual HRESULT STDMETHODCALLTYPE SetBlanket(IUnknown *pProxy, DWORD dwAuthnSvc,
        DWORD dwAuthzSvc, OLECHAR *pServerPrincName, DWORD dwAuthnLevel, DWORD dwImpLevel,
        LPVOID pAuthInfo, DWORD dwCapabilities) = 0;
    virtual HRESULT STDMETHODCALLTYPE CopyProxy(IUnknown *pProxy, IUnknown **ppCopy) = 0;
};
COM_UUID(IClientSecurity, IID_IClientSecurity)
}
#else
typedef struct IClientSecurityVtbl {
    HRESULT(STDMETHODCALLTYPE *QueryInterface)(IClientSecurity *This, REFIID riid, void **ppvObject);
    ULONG(STDMETHODCALLTYPE *AddRef)(IClientSecurity *This);
    ULONG(STDMETHODCALLTYPE *Release)(IClientSecurity *This);
    HRESULT(STDMETHODCALLTYPE *QueryBlanket)(IClientSecurity *This, IUnknown *pProxy,
        DWORD *pAuthnSvc, DWORD *pAuthzSvc, OLECHAR **pServerPrincName, DWORD *pAuthnLevel,
        DWORD *pImpLevel, void **pAuthInfo, DWORD *pCapabilites);
    HRESULT(STDMETHODCALLTYPE *SetBlanket)(IClientSecurity *This, IUnknown *pProxy, DWORD dwAuthnSvc,
        DWORD dwAuthzSvc, OLECHAR *pServerPrincName, DWORD dwAuthnLevel, DWORD dwImpLevel,
        LPVOID pAuthInfo, DWORD dwCapabilities);
    HRESULT(STDMETHODCALLTYPE *CopyProxy)(IClientSecurity *This, IUnknown *pProxy,
        IUnknown **ppCopy);
} IClientSecurityVtbl;

struct IClientSecurity {
    CONST_VTBL IClientSecurityVtbl *lpVtbl;
};

#ifdef COBJMACROS
#define IClientSecurity_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define IClientSecurity_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define IClientSecurity_Release(This) ((This)->lpVtbl->Release(This))
#define IClientSecurity_QueryBlanket(This, pProxy, pAuthnSvc, pAuthzSvc, pServerPrincName, pAuthnLevel, pImpLevel, pAuthInfo, pCapabilites) \
    ((This)->lpVtbl->QueryBlanket(This, pProxy, pAuthnSvc, pAuthzSvc, pServerPrincName, pAuthnLevel, pImpLevel, pAuthInfo, pCapabilites))
#define IClientSecurity_SetBlanket(This, pProxy, dwAuthnSvc, dwAuthzSvc, pServerPrincName, dwAuthnLevel, dwImpLevel, pAuthInfo, dwCapabilities) \
    ((This)->lpVtbl->SetBlanket(This, pProxy, dwAuthnSvc, dwAuthzSvc, pServerPrincName, dwAuthnLevel, dwImpLevel, pAuthInfo, dwCapabilities))
#define IClientSecurity_CopyProxy(This, pProxy, ppCopy) \
    ((This)->lpVtbl->CopyProxy(This, pProxy, ppCopy))
#endif
#endif

/** What went wrong, in words. */
/* 1cf2b120-547d-101b-8e65-08002b2bd119 */
extern const IID IID_IErrorInfo;
#if defined(__cplusplus) && !defined(CINTERFACE)
extern "C++" {
struct IErrorInfo : public IUnknown {
    virtual HRESULT STDMETHODCALLTYPE GetGUID(GUID *pGUID) = 0;
    virtual HRESULT STDMETHODCALLTYPE GetSource(BSTR *pBstrSource) = 0;
    virtual HRESULT STDMETHODCALLTYPE GetDescription(BSTR *pBstrDescription) = 0;
    virtual HRESULT STDMETHODCALLTYPE GetHelpFile(BSTR *pBstrHelpFile) = 0;
    virtual HRESULT STDMETHODCALLTYPE GetHelpContext(DWORD *pdwHelpContext) = 0;
};
COM_UUID(IErrorInfo, IID_IErrorInfo)
}
#else
typedef struct IErrorInfoVtbl {
    HRESULT(STDMETHODCALLTYPE *QueryInterface)(IErrorInfo *This, REFIID riid, void **ppvObject);
    ULONG(STDMETHODCALLTYPE *AddRef)(IErrorInfo *This);
    ULONG(STDMETHODCALLTYPE *Release)(IErrorInfo *This);
    HRESULT(STDMETHODCALLTYPE *GetGUID)(IErrorInfo *This, GUID *pGUID);
    HRESULT(STDMETHODCALLTYPE *GetSource)(IErrorInfo *This, BSTR *pBstrSource);
    HRESULT(STDMETHODCALLTYPE *GetDescription)(IErrorInfo *This, BSTR *pBstrDescription);
    HRESULT(STDMETHODCALLTYPE *GetHelpFile)(IErrorInfo *This, BSTR *pBstrHelpFile);
    HRESULT(STDMETHODCALLTYPE *GetHelpContext)(IErrorInfo *This, DWORD *pdwHelpContext);
} IErrorInfoVtbl;

struct IErrorInfo {
    CONST_VTBL IErrorInfoVtbl *lpVtbl;
};

#ifdef COBJMACROS
#define IErrorInfo_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define IErrorInfo_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define IErrorInfo_Release(This) ((This)->lpVtbl->Release(This))
#define IErrorInfo_GetGUID(This, pGUID) \
    ((This)->lpVtbl->GetGUID(This, pGUID))
#define IErrorInfo_GetSource(This, pBstrSource) \
    ((This)->lpVtbl->GetSource(This, pBstrSource))
#define IErrorInfo_GetDescription(This, pBstrDescription) \
    ((This)->lpVtbl->GetDescription(This, pBstrDescription))
#define IErrorInfo_GetHelpFile(This, pBstrHelpFile) \
    ((This)->lpVtbl->GetHelpFile(This, pBstrHelpFile))
#define IErrorInfo_GetHelpContext(This, pdwHelpContext) \
    ((This)->lpVtbl->GetHelpContext(This, pdwHelpContext))
#endif
#endif

/** Writes what IErrorInfo reads. */
/* 22f03340-547d-101b-8e65-08002b2bd119 */
extern const IID IID_ICreateErrorInfo;
#if defined(__cplusplus) && !defined(CINTERFACE)
extern "C++" {
struct ICreateErrorInfo : public IUnknown {
    virtual HRESULT STDMETHODCALLTYPE SetGUID(REFGUID rguid) = 0;
    virtual HRESULT STDMETHODCALLTYPE SetSource(OLECHAR *szSource) = 0;
    virtual HRESULT STDMETHODCALLTYPE SetDescription(OLECHAR *szDescription) = 0;
    virtual HRESULT STDMETHODCALLTYPE SetHelpFile(OLECHAR *szHelpFile) = 0;
    virtual HRESULT STDMETHODCALLTYPE SetHelpContext(DWORD dwHelpContext) = 0;
};
COM_UUID(ICreateErrorInfo, IID_ICreateErrorInfo)
}
#else
typedef struct ICreateErrorInfoVtbl {
    HRESULT(STDMETHODCALLTYPE *QueryInterface)(ICreateErrorInfo *This, REFIID riid, void **ppvObject);
    ULONG(STDMETHODCALLTYPE *AddRef)(ICreateErrorInfo *This);
    ULONG(STDMETHODCALLTYPE *Release)(ICreateErrorInfo *This);
    HRESULT(STDMETHODCALLTYPE *SetGUID)(ICreateErrorInfo *This, REFGUID rguid);
    HRESULT(STDMETHODCALLTYPE *SetSource)(ICreateErrorInfo *This, OLECHAR *szSource);
    HRESULT(STDMETHODCALLTYPE *SetDescription)(ICreateErrorInfo *This, OLECHAR *szDescription);
    HRESULT(STDMETHODCALLTYPE *SetHelpFile)(ICreateErrorInfo *This, OLECHAR *szHelpFile);
    HRESULT(STDMETHODCALLTYPE *SetHelpContext)(ICreateErrorInfo *This, DWORD dwHelpContext);
} ICreateErrorInfoVtbl;

struct ICreateErrorInfo {
    CONST_VTBL ICreateErrorInfoVtbl *lpVtbl;
};

#ifdef COBJMACROS
#define ICreateErrorInfo_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define ICreateErrorInfo_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define ICreateErrorInfo_Release(This) ((This)->lpVtbl->Release(This))
#define ICreateErrorInfo_SetGUID(This, rguid) \
    ((This)->lpVtbl->SetGUID(This, rguid))
#define ICreateErrorInfo_SetSource(This, szSource) \
    ((This)->lpVtbl->SetSource(This, szSource))
#define ICreateErrorInfo_SetDescription(This, szDescription) \
    ((This)->lpVtbl->SetDescription(This, szDescription))
#define ICreateErrorInfo_SetHelpFile(This, szHelpFile) \
    ((This)->lpVtbl->SetHelpFile(This, szHelpFile))
#define ICreateErrorInfo_SetHelpContext(This, dwHelpContext) \
    ((This)->lpVtbl->SetHelpContext(This, dwHelpContext))
#endif
#endif

#ifdef __cplusplus
}
#endif

#endif /* __objidl_h__ */
