//! BSTRs.

use std::ptr;

use crate::abi::wbem::*;
use crate::ffi::inward::length;

/// The length stands before the string, and the string begins where eight divides its address.
const HEADER: usize = 8;
const LENGTH: usize = size_of::<u32>();
const UNIT: usize = size_of::<OLECHAR>();

/// A new string of so many bytes, all zero where `from` is NULL; NULL when there is no memory.
///
/// # Safety
/// `from` is NULL or has so many readable bytes.
unsafe fn new(from: *const u8, bytes: usize) -> BSTR {
    let Ok(length) = u32::try_from(bytes) else {
        return ptr::null_mut();
    };
    // SAFETY: the room asked for is that of the header, the bytes, and a NUL; it is written within.
    unsafe {
        let room = libc::calloc(1, HEADER + bytes + UNIT).cast::<u8>();
        if room.is_null() {
            return ptr::null_mut();
        }
        room.add(HEADER - LENGTH).cast::<u32>().write(length);
        if !from.is_null() {
            ptr::copy_nonoverlapping(from, room.add(HEADER), bytes);
        }
        room.add(HEADER).cast()
    }
}

/// How many bytes a string has.
///
/// # Safety
/// `string` is NULL or a BSTR.
pub unsafe fn byte_length(string: BSTR) -> usize {
    if string.is_null() {
        return 0;
    }
    // SAFETY: the length stands before every BSTR.
    unsafe { ptr::read_unaligned(string.cast::<u8>().sub(LENGTH).cast::<u32>()) as usize }
}

/// A copy of a string; NULL for NULL.
///
/// # Safety
/// `string` is NULL or a BSTR.
pub unsafe fn copy(string: BSTR) -> BSTR {
    if string.is_null() {
        return ptr::null_mut();
    }
    // SAFETY: a BSTR has so many bytes.
    unsafe { new(string.cast(), byte_length(string)) }
}

/// Makes a BSTR of a string that ends with a NUL. Free it with SysFreeString.
///
/// Returns NULL for NULL, and when there is no memory.
/// <https://learn.microsoft.com/windows/win32/api/oleauto/nf-oleauto-sysallocstring>
///
/// # Safety
/// Each pointer is NULL where that is allowed, or points to what its type says.
#[no_mangle]
pub unsafe extern "C" fn SysAllocString(psz: *const OLECHAR) -> BSTR {
    if psz.is_null() {
        return ptr::null_mut();
    }
    // SAFETY: the program's promise: a NUL ends it.
    unsafe { new(psz.cast(), length(psz) * UNIT) }
}

/// Makes a BSTR of `ui` characters, NULs among them; of zeros where strIn is NULL.
///
/// # Safety
/// Each pointer is NULL where that is allowed, or points to what its type says.
#[no_mangle]
pub unsafe extern "C" fn SysAllocStringLen(strIn: *const OLECHAR, ui: u32) -> BSTR {
    // SAFETY: the program's promise: so many characters are readable.
    unsafe { new(strIn.cast(), ui as usize * UNIT) }
}

/// Makes a BSTR of `len` bytes; of zeros where psz is NULL.
///
/// # Safety
/// Each pointer is NULL where that is allowed, or points to what its type says.
#[no_mangle]
pub unsafe extern "C" fn SysAllocStringByteLen(psz: *const u8, len: u32) -> BSTR {
    // SAFETY: the program's promise: so many bytes are readable.
    unsafe { new(psz, len as usize) }
}

/// Puts a copy of psz in place of the string in *pbstr. Returns TRUE, or FALSE without memory.
///
/// # Safety
/// Each pointer is NULL where that is allowed, or points to what its type says.
#[no_mangle]
pub unsafe extern "C" fn SysReAllocString(pbstr: *mut BSTR, psz: *const OLECHAR) -> i32 {
    // SAFETY: the program's promise.
    unsafe { replace(pbstr, SysAllocString(psz), psz.is_null()) }
}

/// Puts a copy of `len` characters of psz in place of the string in *pbstr. Returns TRUE, or FALSE
/// without memory.
///
/// # Safety
/// Each pointer is NULL where that is allowed, or points to what its type says.
#[no_mangle]
pub unsafe extern "C" fn SysReAllocStringLen(
    pbstr: *mut BSTR,
    psz: *const OLECHAR,
    len: u32,
) -> i32 {
    // SAFETY: the program's promise.
    unsafe { replace(pbstr, SysAllocStringLen(psz, len), false) }
}

/// # Safety
/// `place` is NULL or has a BSTR or NULL, and `string` is nobody else's.
unsafe fn replace(place: *mut BSTR, string: BSTR, may_be_null: bool) -> i32 {
    if place.is_null() || (string.is_null() && !may_be_null) {
        // SAFETY: the new string is not handed out.
        unsafe { SysFreeString(string) };
        return FALSE;
    }
    // SAFETY: the caller's promise.
    unsafe { SysFreeString(place.replace(string)) };
    TRUE
}

/// Frees a BSTR; NULL is passed over.
///
/// # Safety
/// Each pointer is NULL where that is allowed, or points to what its type says.
#[no_mangle]
pub unsafe extern "C" fn SysFreeString(bstrString: BSTR) {
    if !bstrString.is_null() {
        // SAFETY: the program's promise: it is one of the strings made here, which begin HEADER bytes
        // behind what calloc gave.
        unsafe { libc::free(bstrString.cast::<u8>().sub(HEADER).cast()) };
    }
}

/// How many characters a BSTR has, without the NUL; 0 for NULL.
///
/// # Safety
/// Each pointer is NULL where that is allowed, or points to what its type says.
#[no_mangle]
pub unsafe extern "C" fn SysStringLen(pbstr: BSTR) -> u32 {
    // SAFETY: the program's promise.
    unsafe { (byte_length(pbstr) / UNIT) as u32 }
}

/// How many bytes a BSTR has, without the NUL; 0 for NULL.
///
/// # Safety
/// Each pointer is NULL where that is allowed, or points to what its type says.
#[no_mangle]
pub unsafe extern "C" fn SysStringByteLen(bstr: BSTR) -> u32 {
    // SAFETY: the program's promise.
    unsafe { byte_length(bstr) as u32 }
}
