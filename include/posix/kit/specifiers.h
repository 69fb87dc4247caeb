/*
 * specifiers.h: calling conventions, __declspec and the other words of Microsoft's compiler that
 * stand in declarations. There is one calling convention on Linux, so most of them are empty.
 */
#ifndef _WININET_SPECIFIERS_H
#define _WININET_SPECIFIERS_H

#ifdef __cplusplus
#define EXTERN_C extern "C"
#define EXTERN_C_START extern "C" {
#define EXTERN_C_END }
#else
#define EXTERN_C extern
#define EXTERN_C_START
#define EXTERN_C_END
#endif

#define WINAPI
#define WINAPIV
#define APIENTRY
#define CALLBACK
#define NTAPI
#define PASCAL
#define FAR
#define NEAR
#define APIPRIVATE
#define STDAPICALLTYPE
#define STDAPIVCALLTYPE
#define STDMETHODCALLTYPE
#define STDMETHODVCALLTYPE
#define STDAPI EXTERN_C HRESULT STDAPICALLTYPE
#define STDAPI_(type) EXTERN_C type STDAPICALLTYPE
#define STDMETHODIMP HRESULT STDMETHODCALLTYPE
#define STDMETHODIMP_(type) type STDMETHODCALLTYPE

#define IN
#define OUT
#define OPTIONAL

#ifndef __cdecl
#define __cdecl
#endif
#ifndef __stdcall
#define __stdcall
#endif
#ifndef __fastcall
#define __fastcall
#endif
#ifndef __thiscall
#define __thiscall
#endif
#ifndef __vectorcall
#define __vectorcall
#endif
#define _cdecl
#define _stdcall
#define __pascal
#define __unaligned
#define __ptr32
#define __ptr64
#define __w64
#define UNALIGNED
#define __noop(...) ((void)0)
#define __assume(condition) ((void)((condition) ? 0 : (__builtin_unreachable(), 0)))

#define __forceinline __inline__ __attribute__((__always_inline__))
#define FORCEINLINE static __forceinline
#define _inline __inline__

#ifndef __int64
#define __int64 long long
#define __int32 int
#define __int16 short
#define __int8 char
#endif

#ifndef __declspec
#define __declspec(attribute) WININET_DECLSPEC_##attribute
#endif
#define WININET_DECLSPEC_dllexport __attribute__((__visibility__("default")))
#define WININET_DECLSPEC_dllimport
#define WININET_DECLSPEC_noinline __attribute__((__noinline__))
#define WININET_DECLSPEC_noreturn __attribute__((__noreturn__))
#define WININET_DECLSPEC_deprecated __attribute__((__deprecated__))
#define WININET_DECLSPEC_selectany __attribute__((__weak__))
#define WININET_DECLSPEC_thread __thread
#define WININET_DECLSPEC_nothrow
#define WININET_DECLSPEC_novtable
#define WININET_DECLSPEC_restrict
#define WININET_DECLSPEC_noalias
#define WININET_DECLSPEC_align(bytes) __attribute__((__aligned__(bytes)))
#define WININET_DECLSPEC_uuid(text)
#define DECLSPEC_IMPORT
#define DECLSPEC_NORETURN __attribute__((__noreturn__))
#define DECLSPEC_NOINLINE __attribute__((__noinline__))
#define DECLSPEC_ALIGN(bytes) __attribute__((__aligned__(bytes)))
#define DECLSPEC_SELECTANY __attribute__((__weak__))
#define DECLSPEC_NOVTABLE
#define DECLSPEC_UUID(text)

/* How the functions of these headers are defined: small ones in each unit that uses them. */
#ifdef __cplusplus
#define WININET_INLINE inline
#else
#define WININET_INLINE static __inline__ __attribute__((__unused__))
#endif

/*
 * A variable that the process has once, though every unit that includes its header defines it. It
 * stands between EXTERN_C_START and EXTERN_C_END.
 */
#define WININET_SHARED __attribute__((__weak__))

#endif /* _WININET_SPECIFIERS_H */
