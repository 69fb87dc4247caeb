//! What Windows has: the last error of each thread, memory that a program frees with LocalFree, modules
//! that stay loaded, and wide strings of 16 bit.

use std::ffi::c_void;
use std::ptr::{addr_of, null_mut};

use windows_sys::Win32::Foundation;
use windows_sys::Win32::System::LibraryLoader::{
    GetModuleHandleExA, GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS, GET_MODULE_HANDLE_EX_FLAG_PIN,
};
use windows_sys::Win32::System::Memory::{LocalAlloc, LMEM_FIXED};
use windows_sys::Win32::System::Threading::GetCurrentThreadId;

use crate::abi::{DWORD, WCHAR};

/// The calling thread's last error code, which is the system's.
#[allow(non_snake_case)]
pub fn GetLastError() -> DWORD {
    // SAFETY: there is nothing to keep to.
    unsafe { Foundation::GetLastError() }
}

/// Sets the calling thread's last error code.
#[allow(non_snake_case)]
pub fn SetLastError(code: DWORD) {
    // SAFETY: any value is allowed.
    unsafe { Foundation::SetLastError(code) }
}

/// Memory that a program frees with LocalFree or GlobalFree; NULL if there is none. Fixed memory is the
/// same for both: its handle is its address.
pub fn allocate(size: usize) -> *mut c_void {
    // SAFETY: any size is allowed.
    unsafe { LocalAlloc(LMEM_FIXED, size) }
}

/// The library has threads, so FreeLibrary must not unmap it from now on.
pub fn stay_loaded() {
    static ANY: u8 = 0;
    let flags = GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS | GET_MODULE_HANDLE_EX_FLAG_PIN;
    let mut module = null_mut();
    // SAFETY: an address within this module, and room for the handle. It cannot fail for a module
    // that is loaded.
    unsafe { GetModuleHandleExA(flags, addr_of!(ANY), &mut module) };
}

/// The text of UTF-16; `None` if it is not valid.
pub fn decode_wide(units: &[WCHAR]) -> Option<String> {
    String::from_utf16(units).ok()
}

/// The text in UTF-16.
pub fn encode_wide(text: impl Iterator<Item = char>) -> Vec<WCHAR> {
    let mut pair = [0; 2];
    let mut units = Vec::new();
    text.for_each(|char| units.extend_from_slice(char.encode_utf16(&mut pair)));
    units
}

/// The system's number of the calling thread.
pub fn thread_number() -> u64 {
    // SAFETY: there is nothing to keep to.
    u64::from(unsafe { GetCurrentThreadId() })
}

/// Nothing is inherited but by intent.
pub fn is_privileged() -> bool {
    false
}

/// There is no fork.
pub fn when_forked(_note: extern "C" fn()) {}
