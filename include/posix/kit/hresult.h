/*
 * hresult.h: the codes and macros of HRESULT, which winerror.h has on Windows. windows.h includes
 * both.
 */
#ifndef _HRESULT_DEFINED
#define _HRESULT_DEFINED

#include "../windef.h"

#define SEVERITY_SUCCESS 0
#define SEVERITY_ERROR 1
#define FACILITY_NULL 0
#define FACILITY_RPC 1
#define FACILITY_DISPATCH 2
#define FACILITY_STORAGE 3
#define FACILITY_ITF 4
#define FACILITY_WIN32 7
#define FACILITY_WINDOWS 8
#define FACILITY_INTERNET 12

#define SUCCEEDED(result) (((HRESULT)(result)) >= 0)
#define FAILED(result) (((HRESULT)(result)) < 0)
#define IS_ERROR(status) (((ULONG)(status)) >> 31 == SEVERITY_ERROR)
#define HRESULT_CODE(result) ((result) & 0xFFFF)
#define HRESULT_FACILITY(result) (((result) >> 16) & 0x1FFF)
#define HRESULT_SEVERITY(result) (((result) >> 31) & 1)
#define SCODE_CODE(code) HRESULT_CODE(code)
#define MAKE_HRESULT(severity, facility, code) \
    ((HRESULT)(((uint32_t)(severity) << 31) | ((uint32_t)(facility) << 16) | ((uint32_t)(code))))
#define HRESULT_FROM_WIN32(code) \
    ((HRESULT)(code) <= 0 ? (HRESULT)(code) \
                          : MAKE_HRESULT(SEVERITY_ERROR, FACILITY_WIN32, (code) & 0xFFFF))
#define __HRESULT_FROM_WIN32(code) HRESULT_FROM_WIN32(code)

#define NOERROR 0

#include "hresults.h"
#include "wsaerrors.h"

#endif /* _HRESULT_DEFINED */
