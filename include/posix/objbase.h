/*
 * objbase.h: COM on Linux. The library has the few functions of ole32 that clients of WMI need.
 * src/ffi/wbem documents each of them.
 */
#ifndef _OBJBASE_H_
#define _OBJBASE_H_

#include "objidl.h"

typedef enum tagCOINIT {
    COINIT_MULTITHREADED = 0,
    COINIT_APARTMENTTHREADED = 2,
    COINIT_DISABLE_OLE1DDE = 4,
    COINIT_SPEED_OVER_MEMORY = 8
} COINIT;

typedef enum tagCLSCTX {
    CLSCTX_INPROC_SERVER = 0x1,
    CLSCTX_INPROC_HANDLER = 0x2,
    CLSCTX_LOCAL_SERVER = 0x4,
    CLSCTX_REMOTE_SERVER = 0x10
} CLSCTX;
#define CLSCTX_INPROC (CLSCTX_INPROC_SERVER | CLSCTX_INPROC_HANDLER)
#define CLSCTX_SERVER (CLSCTX_INPROC_SERVER | CLSCTX_LOCAL_SERVER | CLSCTX_REMOTE_SERVER)
#define CLSCTX_ALL (CLSCTX_INPROC | CLSCTX_LOCAL_SERVER | CLSCTX_REMOTE_SERVER)

/* How calls are authenticated. The values are taken, and there is nobody to authenticate to. */
#define RPC_C_AUTHN_LEVEL_DEFAULT 0
#define RPC_C_AUTHN_LEVEL_NONE 1
#define RPC_C_AUTHN_LEVEL_CONNECT 2
#define RPC_C_AUTHN_LEVEL_CALL 3
#define RPC_C_AUTHN_LEVEL_PKT 4
#define RPC_C_AUTHN_LEVEL_PKT_INTEGRITY 5
#define RPC_C_AUTHN_LEVEL_PKT_PRIVACY 6
#define RPC_C_IMP_LEVEL_DEFAULT 0
#define RPC_C_IMP_LEVEL_ANONYMOUS 1
#define RPC_C_IMP_LEVEL_IDENTIFY 2
#define RPC_C_IMP_LEVEL_IMPERSONATE 3
#define RPC_C_IMP_LEVEL_DELEGATE 4
#define RPC_C_AUTHN_NONE 0
#define RPC_C_AUTHN_WINNT 10
#define RPC_C_AUTHN_DEFAULT 0xFFFFFFFF
#define RPC_C_AUTHZ_NONE 0
#define RPC_C_AUTHZ_NAME 1
#define RPC_C_AUTHZ_DCE 2
#define RPC_C_AUTHZ_DEFAULT 0xFFFFFFFF
#define COLE_DEFAULT_PRINCIPAL ((OLECHAR *)(INT_PTR)-1)
#define COLE_DEFAULT_AUTHINFO ((void *)(INT_PTR)-1)
typedef enum tagEOLE_AUTHENTICATION_CAPABILITIES {
    EOAC_NONE = 0,
    EOAC_STATIC_CLOAKING = 0x20,
    EOAC_DYNAMIC_CLOAKING = 0x40,
    EOAC_DEFAULT = 0x800
} EOLE_AUTHENTICATION_CAPABILITIES;

typedef void *CO_MTA_USAGE_COOKIE;
typedef void *PSECURITY_DESCRIPTOR;
typedef void *RPC_AUTH_IDENTITY_HANDLE;
typedef struct tagSOLE_AUTHENTICATION_SERVICE SOLE_AUTHENTICATION_SERVICE;

#ifdef __cplusplus
extern "C" {
#endif

HRESULT STDAPICALLTYPE CoInitialize(void *pvReserved);
HRESULT STDAPICALLTYPE CoInitializeEx(void *pvReserved, DWORD dwCoInit);
void STDAPICALLTYPE CoUninitialize(void);
HRESULT STDAPICALLTYPE CoIncrementMTAUsage(CO_MTA_USAGE_COOKIE *pCookie);
HRESULT STDAPICALLTYPE CoDecrementMTAUsage(CO_MTA_USAGE_COOKIE Cookie);
HRESULT STDAPICALLTYPE CoInitializeSecurity(PSECURITY_DESCRIPTOR pSecDesc, LONG cAuthSvc,
    SOLE_AUTHENTICATION_SERVICE *asAuthSvc, void *pReserved1, DWORD dwAuthnLevel,
    DWORD dwImpLevel, void *pAuthList, DWORD dwCapabilities, void *pReserved3);
HRESULT STDAPICALLTYPE CoCreateInstance(
    REFCLSID rclsid, IUnknown *pUnkOuter, DWORD dwClsContext, REFIID riid, void **ppv);
HRESULT STDAPICALLTYPE CoGetClassObject(
    REFCLSID rclsid, DWORD dwClsContext, void *pvReserved, REFIID riid, void **ppv);
HRESULT STDAPICALLTYPE CoSetProxyBlanket(IUnknown *pProxy, DWORD dwAuthnSvc, DWORD dwAuthzSvc,
    OLECHAR *pServerPrincName, DWORD dwAuthnLevel, DWORD dwImpLevel,
    RPC_AUTH_IDENTITY_HANDLE pAuthInfo, DWORD dwCapabilities);
HRESULT STDAPICALLTYPE CoQueryProxyBlanket(IUnknown *pProxy, DWORD *pwAuthnSvc, DWORD *pAuthzSvc,
    LPOLESTR *pServerPrincName, DWORD *pAuthnLevel, DWORD *pImpLevel,
    RPC_AUTH_IDENTITY_HANDLE *pAuthInfo, DWORD *pCapabilites);
void *STDAPICALLTYPE CoTaskMemAlloc(SIZE_T cb);
void *STDAPICALLTYPE CoTaskMemRealloc(void *pv, SIZE_T cb);
void STDAPICALLTYPE CoTaskMemFree(void *pv);
int STDAPICALLTYPE StringFromGUID2(REFGUID rguid, LPOLESTR lpsz, int cchMax);
HRESULT STDAPICALLTYPE CLSIDFromString(LPCOLESTR lpsz, CLSID *pclsid);
HRESULT STDAPICALLTYPE DllGetClassObject(REFCLSID rclsid, REFIID riid, void **ppv);
HRESULT STDAPICALLTYPE DllCanUnloadNow(void);

#ifdef __cplusplus
}
#endif

#endif /* _OBJBASE_H_ */
