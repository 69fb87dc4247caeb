//! The last error of each thread.

use std::cell::Cell;

use crate::abi::DWORD;

thread_local!(static LAST_ERROR: Cell<DWORD> = const { Cell::new(0) });

/// Gives the calling thread's last error code.
///
/// Every function of this library sets it: 0 on success, the reason on failure. Nothing else does:
/// a failed call of the C library is in errno. Threads: any.
/// Source: errhandlingapi.h, GetLastError.
#[no_mangle]
pub extern "C" fn GetLastError() -> DWORD {
    LAST_ERROR.get()
}

/// Sets the calling thread's last error code.
///
/// Parameters:
/// - dwErrCode: any value.
///
/// Threads: any.
/// Source: errhandlingapi.h, SetLastError.
#[no_mangle]
pub extern "C" fn SetLastError(dwErrCode: DWORD) {
    LAST_ERROR.set(dwErrCode);
}
