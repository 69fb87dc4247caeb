//! VARIANTs of the library's own.

use std::ffi::c_void;
use std::ptr;

use crate::abi::wbem::*;

/// VT_EMPTY.
pub const EMPTY: VARIANT = VARIANT {
    vt: VT_EMPTY,
    wReserved1: 0,
    wReserved2: 0,
    wReserved3: 0,
    value: VARIANT_VALUE {
        record: [ptr::null_mut(); 2],
    },
};

/// A VARIANT with a value of the type.
pub fn of(vt: VARTYPE, value: VARIANT_VALUE) -> VARIANT {
    VARIANT { vt, value, ..EMPTY }
}

/// How many bytes a value of the type has in a VARIANT or an array; `None` for types that there are
/// no values of.
pub fn size_of_type(vt: VARTYPE) -> Option<usize> {
    Some(match vt {
        VT_I1 | VT_UI1 => 1,
        VT_I2 | VT_UI2 | VT_BOOL => 2,
        VT_I4 | VT_UI4 | VT_R4 | VT_ERROR | VT_INT | VT_UINT => 4,
        VT_I8 | VT_UI8 | VT_R8 | VT_CY | VT_DATE => 8,
        VT_BSTR | VT_UNKNOWN | VT_DISPATCH => size_of::<*const c_void>(),
        VT_VARIANT => size_of::<VARIANT>(),
        _ => return None,
    })
}

/// Writes a VARIANT for the program; NULL is passed over.
///
/// # Safety
/// `place` is NULL or has room for one.
pub unsafe fn write(place: *mut VARIANT, value: impl FnOnce() -> VARIANT) {
    if !place.is_null() {
        // SAFETY: the caller's promise.
        unsafe { place.write_unaligned(value()) };
    }
}
