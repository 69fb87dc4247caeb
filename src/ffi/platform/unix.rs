//! What Windows has and Linux has not: the last error of each thread, memory that a program frees with
//! LocalFree, and wide strings of 32 bit.

use std::cell::Cell;
use std::ffi::c_void;

use crate::abi::{DWORD, PCCERT_CHAIN_CONTEXT, WCHAR};

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

/// Memory that a program frees with LocalFree or GlobalFree, which are free() of the C library; NULL
/// if there is none.
pub fn allocate(size: usize) -> *mut c_void {
    // SAFETY: malloc takes any size.
    unsafe { libc::malloc(size) }
}

/// There is no CryptoAPI whose chain it could be.
pub fn certificate_chain(_certificates: &[Box<[u8]>]) -> Option<PCCERT_CHAIN_CONTEXT> {
    Some(std::ptr::null())
}

/// The library has threads, so it stays in memory: it is linked so (build.rs).
pub fn stay_loaded() {}

/// The text of UTF-32; `None` if it is not valid.
pub fn decode_wide(units: &[WCHAR]) -> Option<String> {
    let chars = units.iter().map(|&unit| char::from_u32(unit as u32));
    chars.collect()
}

/// The text in UTF-32.
pub fn encode_wide(text: impl Iterator<Item = char>) -> Vec<WCHAR> {
    text.map(|char| char as WCHAR).collect()
}

/// The system's number of the calling thread.
pub fn thread_number() -> u64 {
    // SAFETY: it always succeeds and touches nothing.
    u64::try_from(unsafe { libc::gettid() }).unwrap_or_default()
}

/// Whether the process may do more than whoever has started it, who has set its environment.
pub fn is_privileged() -> bool {
    // SAFETY: it reads what the system has given to the process, and takes any key.
    unsafe { libc::getauxval(libc::AT_SECURE) != 0 }
}

/// Has `note` called in each child that fork makes.
pub fn when_forked(note: extern "C" fn()) {
    // SAFETY: a function that lives as long as the process: the library is not unloaded.
    // If it cannot be registered, such a child has been warned by the documentation, and that is all.
    let _ = unsafe { libc::pthread_atfork(None, None, Some(note)) };
}
