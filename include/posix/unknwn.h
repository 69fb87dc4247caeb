/* unknwn.h: IUnknown, and how interfaces are declared. */
#ifndef __unknwn_h__
#define __unknwn_h__

#include "guiddef.h"
#include "kit/hresult.h"
#include "windef.h"

#ifdef CONST_VTABLE
#define CONST_VTBL const
#else
#define CONST_VTBL
#endif

#ifndef interface
#define interface struct
#endif
#define PURE = 0
/* Words of rpc.h that stand in declarations. */
#define __RPC_FAR
#define __RPC_STUB
#define __RPC_USER
#define MIDL_INTERFACE(uuid) struct
#if defined(__cplusplus) && !defined(CINTERFACE)
#define STDMETHOD(method) virtual HRESULT STDMETHODCALLTYPE method
#define STDMETHOD_(type, method) virtual type STDMETHODCALLTYPE method
#define THIS_
#define THIS void
#define DECLARE_INTERFACE(iface) struct iface
#define DECLARE_INTERFACE_(iface, base) struct iface : public base
#endif

/* __uuidof(Name), for interfaces and classes that have declared their name with COM_UUID. */
#ifdef __cplusplus
template <typename T> struct com_uuid;
template <typename T> struct com_uuid<T *> : com_uuid<T> {};
#define COM_UUID(name, uuid) \
    extern "C++" { \
    \
    template <> struct com_uuid<name> { \
        static const GUID &of() { return uuid; } \
    }; \
    }
#ifndef __uuidof
#define __uuidof(name) (::com_uuid<name>::of())
#endif
#else
#define COM_UUID(name, uuid)
#endif

#ifdef __cplusplus
extern "C" {
#endif

typedef struct IUnknown IUnknown;
typedef IUnknown *LPUNKNOWN;

extern const IID GUID_NULL;
extern const IID IID_IUnknown;

#if defined(__cplusplus) && !defined(CINTERFACE)
extern "C++" {
/* Interfaces have no virtual destructor: it would take a place in the table. */
#ifdef __GNUC__
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wnon-virtual-dtor"
#endif
struct IUnknown {
    virtual HRESULT STDMETHODCALLTYPE QueryInterface(REFIID riid, void **ppvObject) = 0;
    virtual ULONG STDMETHODCALLTYPE AddRef() = 0;
    virtual ULONG STDMETHODCALLTYPE Release() = 0;
};
#ifdef __GNUC__
#pragma GCC diagnostic pop
#endif
template <> struct com_uuid<IUnknown> {
    static const GUID &of() { return IID_IUnknown; }
};
}
#else
typedef struct IUnknownVtbl {
    HRESULT(STDMETHODCALLTYPE *QueryInterface)(IUnknown *This, REFIID riid, void **ppvObject);
    ULONG(STDMETHODCALLTYPE *AddRef)(IUnknown *This);
    ULONG(STDMETHODCALLTYPE *Release)(IUnknown *This);
} IUnknownVtbl;

struct IUnknown {
    CONST_VTBL IUnknownVtbl *lpVtbl;
};

#ifdef COBJMACROS
#define IUnknown_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define IUnknown_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define IUnknown_Release(This) ((This)->lpVtbl->Release(This))
#endif
#endif

#ifdef __cplusplus
}
#endif

#endif /* __unknwn_h__ */
