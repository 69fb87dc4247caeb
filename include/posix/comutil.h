/* comutil.h: _bstr_t and _variant_t, which own a BSTR and a VARIANT. */
#ifndef _INC_COMUTIL
#define _INC_COMUTIL

#include "oleauto.h"

#ifdef __cplusplus

#include <stdlib.h>
#include <string>
#include <utility>

/* What a program may define to be told of errors; else they are thrown as a _com_error. */
void _com_issue_error(HRESULT hr);

namespace _com_util {
inline void CheckError(HRESULT hr)
{
    if (FAILED(hr))
        _com_issue_error(hr);
}

/** A new BSTR of a char string of the locale's, which the caller frees; NULL for NULL. */
inline BSTR ConvertStringToBSTR(const char *text)
{
    if (text == nullptr)
        return nullptr;
    size_t length = mbstowcs(nullptr, text, 0);
    if (length == static_cast<size_t>(-1)) {
        /* Not of the locale: bytes become characters one by one. */
        std::wstring wide;
        for (const char *it = text; *it != 0; ++it)
            wide += static_cast<wchar_t>(static_cast<unsigned char>(*it));
        return SysAllocStringLen(wide.data(), static_cast<UINT>(wide.size()));
    }
    std::wstring wide(length + 1, L'\0');
    mbstowcs(&wide[0], text, length + 1);
    return SysAllocStringLen(wide.data(), static_cast<UINT>(length));
}

/** A new char string, which the caller frees with delete[]; NULL for NULL. */
inline char *ConvertBSTRToString(BSTR text)
{
    if (text == nullptr)
        return nullptr;
    size_t length = wcstombs(nullptr, text, 0);
    if (length == static_cast<size_t>(-1)) {
        /* What the locale has no character for is a question mark. */
        UINT count = SysStringLen(text);
        char *plain = new char[count + 1];
        for (UINT at = 0; at < count; ++at)
            plain[at] = text[at] < 0x80 ? static_cast<char>(text[at]) : '?';
        plain[count] = 0;
        return plain;
    }
    char *narrow = new char[length + 1];
    wcstombs(narrow, text, length + 1);
    return narrow;
}
} // namespace _com_util

/** A string of COM. Copies are copies. */
class _bstr_t {
public:
    _bstr_t() : text(nullptr), narrow(nullptr) {}
    _bstr_t(const char *from) : text(_com_util::ConvertStringToBSTR(from)), narrow(nullptr)
    {
        check(from != nullptr);
    }
    _bstr_t(const wchar_t *from) : text(SysAllocString(from)), narrow(nullptr)
    {
        check(from != nullptr);
    }
    _bstr_t(BSTR from, bool copies) : text(copies ? copy(from) : from), narrow(nullptr)
    {
        check(from != nullptr);
    }
    _bstr_t(const _bstr_t &from) : text(copy(from.text)), narrow(nullptr)
    {
        check(from.text != nullptr);
    }
    _bstr_t(_bstr_t &&from) noexcept : text(from.text), narrow(nullptr) { from.text = nullptr; }
    explicit _bstr_t(const VARIANT &from) : text(nullptr), narrow(nullptr) { assign(from); }
    ~_bstr_t() { drop(); }

    _bstr_t &operator=(_bstr_t from) noexcept
    {
        std::swap(text, from.text);
        std::swap(narrow, from.narrow);
        return *this;
    }
    _bstr_t &operator=(const char *from) { return *this = _bstr_t(from); }
    _bstr_t &operator=(const wchar_t *from) { return *this = _bstr_t(from); }

    operator const wchar_t *() const { return text; }
    operator wchar_t *() const { return text; }
    operator const char *() const { return to_narrow(); }
    operator char *() const { return to_narrow(); }
    bool operator!() const { return text == nullptr; }

    unsigned int length() const { return SysStringLen(text); }
    BSTR copy(bool = true) const { return copy(text); }
    const BSTR &GetBSTR() const { return text; }
    BSTR &GetBSTR() { return text; }
    /** For a function that writes a BSTR: what was there is freed. */
    BSTR *GetAddress()
    {
        drop();
        return &text;
    }
    void Attach(BSTR from)
    {
        drop();
        text = from;
    }
    BSTR Detach()
    {
        BSTR held = text;
        text = nullptr;
        drop();
        return held;
    }

    _bstr_t &operator+=(const _bstr_t &other)
    {
        std::wstring both = wide() + other.wide();
        return *this = _bstr_t(SysAllocStringLen(both.data(), static_cast<UINT>(both.size())), false);
    }
    _bstr_t operator+(const _bstr_t &other) const
    {
        _bstr_t both(*this);
        return both += other;
    }
    friend _bstr_t operator+(const char *one, const _bstr_t &other) { return _bstr_t(one) + other; }
    friend _bstr_t operator+(const wchar_t *one, const _bstr_t &other) { return _bstr_t(one) + other; }

    bool operator==(const _bstr_t &other) const { return wide() == other.wide(); }
    bool operator!=(const _bstr_t &other) const { return !(*this == other); }
    bool operator<(const _bstr_t &other) const { return wide() < other.wide(); }
    bool operator>(const _bstr_t &other) const { return other < *this; }
    bool operator<=(const _bstr_t &other) const { return !(other < *this); }
    bool operator>=(const _bstr_t &other) const { return !(*this < other); }

private:
    BSTR text;
    /* The char form, once somebody asked for it. */
    mutable char *narrow;

    static BSTR copy(BSTR from)
    {
        return from == nullptr ? nullptr : SysAllocStringLen(from, SysStringLen(from));
    }
    void check(bool expected) const
    {
        if (expected && text == nullptr)
            _com_issue_error(E_OUTOFMEMORY);
    }
    void assign(const VARIANT &from)
    {
        VARIANT changed;
        VariantInit(&changed);
        _com_util::CheckError(VariantChangeType(&changed, &from, 0, VT_BSTR));
        text = changed.bstrVal;
    }
    void drop()
    {
        SysFreeString(text);
        delete[] narrow;
        text = nullptr;
        narrow = nullptr;
    }
    char *to_narrow() const
    {
        if (narrow == nullptr)
            narrow = _com_util::ConvertBSTRToString(text);
        return narrow;
    }
    std::wstring wide() const
    {
        return text == nullptr ? std::wstring() : std::wstring(text, SysStringLen(text));
    }
};

/** A VARIANT that frees what it has. */
class _variant_t : public ::tagVARIANT {
public:
    _variant_t() { VariantInit(this); }
    _variant_t(const VARIANT &from) { copy(&from); }
    _variant_t(const VARIANT *from) { copy(from); }
    _variant_t(const _variant_t &from) : ::tagVARIANT() { copy(&from); }
    _variant_t(VARIANT &from, bool copies)
    {
        if (copies) {
            copy(&from);
        } else {
            static_cast<VARIANT &>(*this) = from;
            VariantInit(&from);
        }
    }
    _variant_t(short from)
    {
        VariantInit(this);
        vt = VT_I2;
        iVal = from;
    }
    _variant_t(int from)
    {
        VariantInit(this);
        vt = VT_I4;
        lVal = from;
    }
    _variant_t(unsigned int from)
    {
        VariantInit(this);
        vt = VT_UI4;
        ulVal = from;
    }
#ifndef long
    /* As on Windows, unless it is too long for that. */
    _variant_t(long from)
    {
        VariantInit(this);
        vt = from == static_cast<LONG>(from) ? VT_I4 : VT_I8;
        llVal = from;
    }
    _variant_t(unsigned long from)
    {
        VariantInit(this);
        vt = from == static_cast<ULONG>(from) ? VT_UI4 : VT_UI8;
        ullVal = from;
    }
#endif
    _variant_t(BYTE from)
    {
        VariantInit(this);
        vt = VT_UI1;
        bVal = from;
    }
    _variant_t(LONGLONG from)
    {
        VariantInit(this);
        vt = VT_I8;
        llVal = from;
    }
    _variant_t(ULONGLONG from)
    {
        VariantInit(this);
        vt = VT_UI8;
        ullVal = from;
    }
    _variant_t(float from)
    {
        VariantInit(this);
        vt = VT_R4;
        fltVal = from;
    }
    _variant_t(double from)
    {
        VariantInit(this);
        vt = VT_R8;
        dblVal = from;
    }
    _variant_t(bool from)
    {
        VariantInit(this);
        vt = VT_BOOL;
        boolVal = from ? VARIANT_TRUE : VARIANT_FALSE;
    }
    _variant_t(const wchar_t *from) { own(_bstr_t(from).Detach()); }
    _variant_t(const char *from) { own(_bstr_t(from).Detach()); }
    _variant_t(const _bstr_t &from) { own(from.copy()); }
    _variant_t(IUnknown *from, bool adds = true)
    {
        VariantInit(this);
        vt = VT_UNKNOWN;
        punkVal = from;
        if (adds && from != nullptr)
            from->AddRef();
    }
    ~_variant_t() { VariantClear(this); }

    _variant_t &operator=(const _variant_t &from) { return *this = static_cast<const VARIANT &>(from); }
    _variant_t &operator=(const VARIANT &from)
    {
        _com_util::CheckError(VariantCopy(this, &from));
        return *this;
    }

    operator short() const { return changed(VT_I2).iVal; }
    operator int() const { return changed(VT_I4).lVal; }
    operator unsigned int() const { return changed(VT_UI4).ulVal; }
#ifndef long
    operator long() const { return static_cast<long>(changed(VT_I8).llVal); }
    operator unsigned long() const { return static_cast<unsigned long>(changed(VT_UI8).ullVal); }
#endif
    operator BYTE() const { return changed(VT_UI1).bVal; }
    operator float() const { return changed(VT_R4).fltVal; }
    operator double() const { return changed(VT_R8).dblVal; }
    operator bool() const { return changed(VT_BOOL).boolVal != VARIANT_FALSE; }
    operator _bstr_t() const { return _bstr_t(static_cast<const VARIANT &>(*this)); }
    /** A reference of the caller's own, or NULL. */
    operator IUnknown *() const { return changed(VT_UNKNOWN).Detach().punkVal; }

    void Clear() { _com_util::CheckError(VariantClear(this)); }
    void ChangeType(VARTYPE type, const _variant_t *from = nullptr)
    {
        const VARIANT *source = from == nullptr ? this : from;
        _com_util::CheckError(VariantChangeType(this, source, 0, type));
    }
    void SetString(const char *from) { *this = _variant_t(from); }
    void Attach(VARIANT &from)
    {
        Clear();
        static_cast<VARIANT &>(*this) = from;
        VariantInit(&from);
    }
    VARIANT Detach()
    {
        VARIANT held = *this;
        VariantInit(this);
        return held;
    }
    VARIANT &GetVARIANT() { return *this; }
    VARIANT *GetAddress()
    {
        Clear();
        return this;
    }
    bool operator==(const VARIANT &other) const
    {
        if (vt != other.vt)
            return false;
        if (vt == VT_EMPTY || vt == VT_NULL)
            return true;
        return _bstr_t(static_cast<const VARIANT &>(*this)) == _bstr_t(other);
    }
    bool operator!=(const VARIANT &other) const { return !(*this == other); }

private:
    void own(BSTR text)
    {
        VariantInit(this);
        vt = VT_BSTR;
        bstrVal = text;
    }
    void copy(const VARIANT *from)
    {
        VariantInit(this);
        _com_util::CheckError(VariantCopy(this, from));
    }
    _variant_t changed(VARTYPE type) const
    {
        _variant_t other;
        other.ChangeType(type, this);
        return other;
    }
};

typedef _bstr_t bstr_t;
typedef _variant_t variant_t;

#endif /* __cplusplus */
#endif /* _INC_COMUTIL */
