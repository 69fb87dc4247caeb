/* wtypes.h: BSTR, VARIANT and SAFEARRAY. oaidl.h is another name for it here. */
#ifndef __wtypes_h__
#define __wtypes_h__

#include "unknwn.h"
#include "windef.h"

typedef WCHAR OLECHAR;
typedef OLECHAR *LPOLESTR;
typedef const OLECHAR *LPCOLESTR;
#define OLESTR(text) L##text
/** A string with its length in bytes in the four bytes before it, and a NUL behind it. */
typedef OLECHAR *BSTR;
typedef BSTR *LPBSTR;

typedef unsigned short VARTYPE;
typedef short VARIANT_BOOL;
typedef VARIANT_BOOL _VARIANT_BOOL;
#define VARIANT_TRUE ((VARIANT_BOOL)-1)
#define VARIANT_FALSE ((VARIANT_BOOL)0)
typedef double DATE;

enum VARENUM {
    VT_EMPTY = 0,
    VT_NULL = 1,
    VT_I2 = 2,
    VT_I4 = 3,
    VT_R4 = 4,
    VT_R8 = 5,
    VT_CY = 6,
    VT_DATE = 7,
    VT_BSTR = 8,
    VT_DISPATCH = 9,
    VT_ERROR = 10,
    VT_BOOL = 11,
    VT_VARIANT = 12,
    VT_UNKNOWN = 13,
    VT_I1 = 16,
    VT_UI1 = 17,
    VT_UI2 = 18,
    VT_UI4 = 19,
    VT_I8 = 20,
    VT_UI8 = 21,
    VT_INT = 22,
    VT_UINT = 23,
    VT_ARRAY = 0x2000,
    VT_BYREF = 0x4000,
    VT_TYPEMASK = 0xfff
};

typedef struct tagSAFEARRAYBOUND {
    ULONG cElements;
    LONG lLbound;
} SAFEARRAYBOUND, *LPSAFEARRAYBOUND;

/** An array that knows its dimensions; the last one's bound comes first. */
typedef struct tagSAFEARRAY {
    USHORT cDims;
    USHORT fFeatures;
    ULONG cbElements;
    ULONG cLocks;
    PVOID pvData;
    SAFEARRAYBOUND rgsabound[1];
} SAFEARRAY, *LPSAFEARRAY;

#define FADF_HAVEVARTYPE 0x80
#define FADF_BSTR 0x100
#define FADF_UNKNOWN 0x200
#define FADF_VARIANT 0x800

/* What VT_DISPATCH has is read as an IUnknown here. */
typedef struct IDispatch IDispatch;
#if defined(__cplusplus) && !defined(CINTERFACE)
struct IDispatch : public IUnknown {
};
#else
struct IDispatch {
    CONST_VTBL IUnknownVtbl *lpVtbl;
};
#endif

typedef union tagCY {
    LONGLONG int64;
} CY;

#ifdef __GNUC__
#define __VARIANT_UNION __extension__ union
#define __VARIANT_STRUCT __extension__ struct
#else
#define __VARIANT_UNION union
#define __VARIANT_STRUCT struct
#endif

/** A value of one of several types; vt names which. 24 bytes where pointers have 8. */
typedef struct tagVARIANT VARIANT, *LPVARIANT, VARIANTARG, *LPVARIANTARG;
struct tagVARIANT {
    VARTYPE vt;
    WORD wReserved1;
    WORD wReserved2;
    WORD wReserved3;
    __VARIANT_UNION {
        LONGLONG llVal;
        LONG lVal;
        BYTE bVal;
        SHORT iVal;
        FLOAT fltVal;
        DOUBLE dblVal;
        VARIANT_BOOL boolVal;
        SCODE scode;
        CY cyVal;
        DATE date;
        BSTR bstrVal;
        IUnknown *punkVal;
        IDispatch *pdispVal;
        SAFEARRAY *parray;
        BYTE *pbVal;
        SHORT *piVal;
        LONG *plVal;
        LONGLONG *pllVal;
        FLOAT *pfltVal;
        DOUBLE *pdblVal;
        VARIANT_BOOL *pboolVal;
        BSTR *pbstrVal;
        IUnknown **ppunkVal;
        SAFEARRAY **pparray;
        VARIANT *pvarVal;
        PVOID byref;
        CHAR cVal;
        USHORT uiVal;
        ULONG ulVal;
        ULONGLONG ullVal;
        INT intVal;
        UINT uintVal;
        __VARIANT_STRUCT {
            PVOID pvRecord;
            void *pRecInfo;
        };
    };
};

#define V_VT(x) ((x)->vt)
#define V_UNION(x, member) ((x)->member)
#define V_ISARRAY(x) (V_VT(x) & VT_ARRAY)
#define V_ISBYREF(x) (V_VT(x) & VT_BYREF)
#define V_UI1(x) V_UNION(x, bVal)
#define V_I2(x) V_UNION(x, iVal)
#define V_UI2(x) V_UNION(x, uiVal)
#define V_I4(x) V_UNION(x, lVal)
#define V_UI4(x) V_UNION(x, ulVal)
#define V_I8(x) V_UNION(x, llVal)
#define V_UI8(x) V_UNION(x, ullVal)
#define V_R4(x) V_UNION(x, fltVal)
#define V_R8(x) V_UNION(x, dblVal)
#define V_BOOL(x) V_UNION(x, boolVal)
#define V_BSTR(x) V_UNION(x, bstrVal)
#define V_UNKNOWN(x) V_UNION(x, punkVal)
#define V_DISPATCH(x) V_UNION(x, pdispVal)
#define V_ARRAY(x) V_UNION(x, parray)
#define V_ERROR(x) V_UNION(x, scode)
#define V_BYREF(x) V_UNION(x, byref)

#endif /* __wtypes_h__ */
