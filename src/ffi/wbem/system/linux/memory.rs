//! COM's allocator, which is the C library's.

use std::ffi::c_void;

/// Allocates memory. Free it with CoTaskMemFree. Returns NULL when there is none.
///
/// # Safety
/// Each pointer is NULL where that is allowed, or points to what its type says.
#[no_mangle]
pub unsafe extern "C" fn CoTaskMemAlloc(cb: usize) -> *mut c_void {
    // SAFETY: malloc takes any size.
    unsafe { libc::malloc(cb) }
}

/// Changes the size of what CoTaskMemAlloc gave; NULL for pv allocates, 0 for cb frees.
///
/// # Safety
/// Each pointer is NULL where that is allowed, or points to what its type says.
#[no_mangle]
pub unsafe extern "C" fn CoTaskMemRealloc(pv: *mut c_void, cb: usize) -> *mut c_void {
    if cb == 0 && !pv.is_null() {
        // SAFETY: the program's promise: it came from this allocator.
        unsafe { libc::free(pv) };
        return std::ptr::null_mut();
    }
    // SAFETY: as before.
    unsafe { libc::realloc(pv, cb) }
}

/// Frees what CoTaskMemAlloc gave; NULL is passed over.
///
/// # Safety
/// Each pointer is NULL where that is allowed, or points to what its type says.
#[no_mangle]
pub unsafe extern "C" fn CoTaskMemFree(pv: *mut c_void) {
    // SAFETY: the program's promise: it came from this allocator.
    unsafe { libc::free(pv) };
}
