/*
 * oleauto.h: strings, VARIANTs, arrays and error objects of COM. src/ffi/wbem documents each
 * function.
 */
#ifndef _OLEAUTO_H_
#define _OLEAUTO_H_

#include "objidl.h"

/** For VariantChangeType: true and false become words. */
#define VARIANT_ALPHABOOL 0x02

#ifdef __cplusplus
extern "C" {
#endif

BSTR STDAPICALLTYPE SysAllocString(const OLECHAR *psz);
BSTR STDAPICALLTYPE SysAllocStringLen(const OLECHAR *strIn, UINT ui);
BSTR STDAPICALLTYPE SysAllocStringByteLen(LPCSTR psz, UINT len);
INT STDAPICALLTYPE SysReAllocString(BSTR *pbstr, const OLECHAR *psz);
INT STDAPICALLTYPE SysReAllocStringLen(BSTR *pbstr, const OLECHAR *psz, UINT len);
void STDAPICALLTYPE SysFreeString(BSTR bstrString);
UINT STDAPICALLTYPE SysStringLen(BSTR pbstr);
UINT STDAPICALLTYPE SysStringByteLen(BSTR bstr);

void STDAPICALLTYPE VariantInit(VARIANTARG *pvarg);
HRESULT STDAPICALLTYPE VariantClear(VARIANTARG *pvarg);
HRESULT STDAPICALLTYPE VariantCopy(VARIANTARG *pvargDest, const VARIANTARG *pvargSrc);
HRESULT STDAPICALLTYPE VariantChangeType(
    VARIANTARG *pvargDest, const VARIANTARG *pvarSrc, USHORT wFlags, VARTYPE vt);

SAFEARRAY *STDAPICALLTYPE SafeArrayCreate(VARTYPE vt, UINT cDims, SAFEARRAYBOUND *rgsabound);
SAFEARRAY *STDAPICALLTYPE SafeArrayCreateVector(VARTYPE vt, LONG lLbound, ULONG cElements);
HRESULT STDAPICALLTYPE SafeArrayDestroy(SAFEARRAY *psa);
HRESULT STDAPICALLTYPE SafeArrayCopy(SAFEARRAY *psa, SAFEARRAY **ppsaOut);
UINT STDAPICALLTYPE SafeArrayGetDim(SAFEARRAY *psa);
UINT STDAPICALLTYPE SafeArrayGetElemsize(SAFEARRAY *psa);
HRESULT STDAPICALLTYPE SafeArrayGetLBound(SAFEARRAY *psa, UINT nDim, LONG *plLbound);
HRESULT STDAPICALLTYPE SafeArrayGetUBound(SAFEARRAY *psa, UINT nDim, LONG *plUbound);
HRESULT STDAPICALLTYPE SafeArrayGetVartype(SAFEARRAY *psa, VARTYPE *pvt);
HRESULT STDAPICALLTYPE SafeArrayGetElement(SAFEARRAY *psa, LONG *rgIndices, void *pv);
HRESULT STDAPICALLTYPE SafeArrayPutElement(SAFEARRAY *psa, LONG *rgIndices, void *pv);
HRESULT STDAPICALLTYPE SafeArrayAccessData(SAFEARRAY *psa, void **ppvData);
HRESULT STDAPICALLTYPE SafeArrayUnaccessData(SAFEARRAY *psa);

HRESULT STDAPICALLTYPE SetErrorInfo(ULONG dwReserved, IErrorInfo *perrinfo);
HRESULT STDAPICALLTYPE GetErrorInfo(ULONG dwReserved, IErrorInfo **pperrinfo);
HRESULT STDAPICALLTYPE CreateErrorInfo(ICreateErrorInfo **pperrinfo);

#ifdef __cplusplus
}
#endif

#endif /* _OLEAUTO_H_ */
