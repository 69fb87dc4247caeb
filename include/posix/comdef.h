/* comdef.h: _com_error, _com_ptr_t and the classes of comutil.h, for C++. */
#ifndef _INC_COMDEF
#define _INC_COMDEF

#include "comutil.h"
#include "objbase.h"
#include "windows.h"

#ifdef __cplusplus

#include <stdio.h>

/** An HRESULT that is thrown. */
class _com_error {
public:
    explicit _com_error(HRESULT code, IErrorInfo *info = nullptr, bool adds = false)
        : code(code), info(info)
    {
        if (adds && info != nullptr)
            info->AddRef();
        snprintf(text, sizeof text, "HRESULT 0x%08x", static_cast<unsigned>(code));
        mbstowcs(wide, text, sizeof text);
    }
    _com_error(const _com_error &other) : _com_error(other.code, other.info, true) {}
    _com_error &operator=(const _com_error &other)
    {
        if (other.info != nullptr)
            other.info->AddRef();
        if (info != nullptr)
            info->Release();
        code = other.code;
        info = other.info;
        snprintf(text, sizeof text, "%s", other.text);
        mbstowcs(wide, text, sizeof text);
        return *this;
    }
    virtual ~_com_error()
    {
        if (info != nullptr)
            info->Release();
    }

    HRESULT Error() const { return code; }
    /** A reference of the caller's own, or NULL. */
    IErrorInfo *ErrorInfo() const
    {
        if (info != nullptr)
            info->AddRef();
        return info;
    }
    const TCHAR *ErrorMessage() const
    {
#ifdef UNICODE
        return wide;
#else
        return text;
#endif
    }
    _bstr_t Description() const { return read(&IErrorInfo::GetDescription); }
    _bstr_t Source() const { return read(&IErrorInfo::GetSource); }

private:
    HRESULT code;
    IErrorInfo *info;
    char text[32];
    wchar_t wide[32];

    _bstr_t read(HRESULT (IErrorInfo::*get)(BSTR *)) const
    {
        BSTR found = nullptr;
        if (info != nullptr && SUCCEEDED((info->*get)(&found)))
            return _bstr_t(found, false);
        return _bstr_t();
    }
};

#ifndef _COM_ISSUE_ERROR_DEFINED
#define _COM_ISSUE_ERROR_DEFINED
inline void _com_raise_error(HRESULT hr, IErrorInfo *info = nullptr)
{
    throw _com_error(hr, info, false);
}

inline void _com_issue_error(HRESULT hr)
{
    _com_raise_error(hr);
}
#endif

/** A pointer to an interface, which counts its references. */
template <typename T> class _com_ptr_t {
public:
    typedef T Interface;

    _com_ptr_t() : held(nullptr) {}
    _com_ptr_t(T *from) : held(from) { add(); }
    _com_ptr_t(T *from, bool adds) : held(from)
    {
        if (adds)
            add();
    }
    _com_ptr_t(const _com_ptr_t &from) : held(from.held) { add(); }
    /** The same object by another interface; NULL where it has none. */
    template <typename Q> _com_ptr_t(const _com_ptr_t<Q> &from) : held(nullptr)
    {
        from.QueryInterface(__uuidof(T), &held);
    }
    ~_com_ptr_t() { Release(); }
    _com_ptr_t &operator=(const _com_ptr_t &from) { return *this = from.held; }
    _com_ptr_t &operator=(T *from)
    {
        if (from != nullptr)
            from->AddRef();
        Release();
        held = from;
        return *this;
    }

    operator T *() const { return held; }
    T &operator*() const { return *held; }
    T *operator->() const { return held; }
    /** For a function that writes an interface: what was there is released. */
    T **operator&()
    {
        Release();
        return &held;
    }
    bool operator!() const { return held == nullptr; }
    T *GetInterfacePtr() const { return held; }
    T *&GetInterfacePtr() { return held; }
    void Attach(T *from)
    {
        Release();
        held = from;
    }
    T *Detach()
    {
        T *was = held;
        held = nullptr;
        return was;
    }
    void Release()
    {
        T *was = Detach();
        if (was != nullptr)
            was->Release();
    }
    HRESULT CreateInstance(REFCLSID clsid, IUnknown *outer = nullptr, DWORD context = CLSCTX_ALL)
    {
        Release();
        return CoCreateInstance(clsid, outer, context, __uuidof(T), reinterpret_cast<void **>(&held));
    }
    template <typename Q> HRESULT QueryInterface(REFIID iid, Q **found) const
    {
        return held == nullptr ? E_POINTER
                               : held->QueryInterface(iid, reinterpret_cast<void **>(found));
    }

private:
    T *held;

    void add()
    {
        if (held != nullptr)
            held->AddRef();
    }
};

#define _COM_SMARTPTR_TYPEDEF(Interface, iid) typedef _com_ptr_t<Interface> Interface##Ptr
_COM_SMARTPTR_TYPEDEF(IUnknown, IID_IUnknown);
_COM_SMARTPTR_TYPEDEF(IErrorInfo, IID_IErrorInfo);

#endif /* __cplusplus */
#endif /* _INC_COMDEF */
