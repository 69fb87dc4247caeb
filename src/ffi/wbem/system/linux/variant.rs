//! VARIANTs: emptying, copying and freeing them.

use std::ptr;

use super::bstr::{self, SysFreeString};
use super::safearray::{SafeArrayCopy, SafeArrayDestroy};
use crate::abi::wbem::*;
use crate::ffi::wbem::object::Com;
use crate::ffi::wbem::variant::{size_of_type, write, EMPTY};

/// Makes an element its own: what it points to is copied, or counted.
///
/// # Safety
/// Both places have a value of that type; that of `to` is overwritten.
pub unsafe fn copy_element(vt: VARTYPE, from: *const u8, to: *mut u8) -> HRESULT {
    // SAFETY: the caller's promise, and each type's own rule.
    unsafe {
        match vt {
            VT_BSTR => {
                let string = from.cast::<BSTR>().read_unaligned();
                let copy = bstr::copy(string);
                if copy.is_null() && !string.is_null() {
                    return E_OUTOFMEMORY;
                }
                to.cast::<BSTR>().write_unaligned(copy);
            }
            VT_UNKNOWN | VT_DISPATCH => {
                let object = from.cast::<*mut IUnknown>().read_unaligned();
                to.cast::<*mut IUnknown>().write_unaligned(object);
                std::mem::forget(Com::borrowed(object));
            }
            VT_VARIANT => {
                to.cast::<VARIANT>().write_unaligned(EMPTY);
                return VariantCopy(to.cast(), from.cast());
            }
            _ => ptr::copy_nonoverlapping(from, to, size_of_type(vt).unwrap_or(0)),
        }
    }
    S_OK
}

/// Frees what an element owns.
///
/// # Safety
/// The place has a value of that type, which nobody uses after this.
pub unsafe fn clear_element(vt: VARTYPE, place: *mut u8) {
    // SAFETY: the caller's promise.
    unsafe {
        match vt {
            VT_BSTR => SysFreeString(place.cast::<BSTR>().read_unaligned()),
            VT_UNKNOWN | VT_DISPATCH => {
                drop(Com::owned(place.cast::<*mut IUnknown>().read_unaligned()));
            }
            VT_VARIANT => {
                VariantClear(place.cast());
            }
            _ => {}
        }
    }
}

/// Makes a VARIANT empty without looking at what it was.
/// <https://learn.microsoft.com/windows/win32/api/oleauto/nf-oleauto-variantinit>
///
/// # Safety
/// Each pointer is NULL where that is allowed, or points to what its type says.
#[no_mangle]
pub unsafe extern "C" fn VariantInit(pvarg: *mut VARIANT) {
    // SAFETY: the program's promise: room for one.
    unsafe { write(pvarg, || EMPTY) };
}

/// Frees what a VARIANT owns and makes it empty.
///
/// Returns S_OK, E_INVALIDARG for NULL, DISP_E_BADVARTYPE for a type that there is not, and
/// DISP_E_ARRAYISLOCKED.
///
/// # Safety
/// Each pointer is NULL where that is allowed, or points to what its type says.
#[no_mangle]
pub unsafe extern "C" fn VariantClear(pvarg: *mut VARIANT) -> HRESULT {
    if pvarg.is_null() {
        return E_INVALIDARG;
    }
    // SAFETY: the program's promise: a VARIANT that was made empty once.
    unsafe {
        let old = pvarg.read_unaligned();
        let result = match old.vt {
            VT_EMPTY | VT_NULL => S_OK,
            vt if vt & VT_BYREF != 0 => S_OK,
            vt if vt & VT_ARRAY != 0 => SafeArrayDestroy(old.value.parray),
            VT_VARIANT => DISP_E_BADVARTYPE,
            vt if size_of_type(vt).is_none() => DISP_E_BADVARTYPE,
            vt => {
                clear_element(vt, (&raw const old.value).cast_mut().cast());
                S_OK
            }
        };
        if result >= 0 {
            pvarg.write_unaligned(EMPTY);
        }
        result
    }
}

/// Frees what the destination has and makes it a copy of the source: strings and arrays are copied,
/// interfaces are counted. What is referred to (VT_BYREF) is shared.
///
/// # Safety
/// Each pointer is NULL where that is allowed, or points to what its type says.
#[no_mangle]
pub unsafe extern "C" fn VariantCopy(pvargDest: *mut VARIANT, pvargSrc: *const VARIANT) -> HRESULT {
    if pvargDest.is_null() || pvargSrc.is_null() {
        return E_INVALIDARG;
    }
    if ptr::eq(pvargDest, pvargSrc) {
        return S_OK;
    }
    // SAFETY: the program's promise: two VARIANTs.
    unsafe {
        let cleared = VariantClear(pvargDest);
        if cleared < 0 {
            return cleared;
        }
        let from = pvargSrc.read_unaligned();
        let mut copy = from;
        let result = match from.vt {
            VT_EMPTY | VT_NULL => S_OK,
            vt if vt & VT_BYREF != 0 => S_OK,
            vt if vt & VT_ARRAY != 0 => {
                SafeArrayCopy(from.value.parray, &raw mut copy.value.parray)
            }
            VT_VARIANT => DISP_E_BADVARTYPE,
            vt if size_of_type(vt).is_none() => DISP_E_BADVARTYPE,
            vt => copy_element(
                vt,
                (&raw const from.value).cast(),
                (&raw mut copy.value).cast(),
            ),
        };
        if result >= 0 {
            pvargDest.write_unaligned(copy);
        }
        result
    }
}
