//! BSTRs of texts, and texts of string arguments.

use std::ptr;

use super::system::SysAllocStringByteLen;
use crate::abi::wbem::*;
use crate::ffi::inward::CodeUnit;

/// A new string of a text.
pub fn from_text(text: &str) -> BSTR {
    let units = <OLECHAR as CodeUnit>::encode(text.as_bytes());
    let bytes = size_of_val(units.as_slice());
    // A text that is longer than a string can be is none.
    let Ok(bytes) = u32::try_from(bytes) else {
        return ptr::null_mut();
    };
    // SAFETY: so many bytes are readable.
    unsafe { SysAllocStringByteLen(units.as_ptr().cast(), bytes) }
}

/// The text of a string argument, which is read up to its NUL: programs give plain wide strings too.
/// `None` for what is not Unicode.
///
/// # Safety
/// `string` is NULL, which is empty, or ends with a NUL.
pub unsafe fn text(string: *const OLECHAR) -> Option<String> {
    // SAFETY: the caller's promise.
    let bytes = unsafe { crate::ffi::inward::string(string) }.ok()?;
    String::from_utf8(bytes.unwrap_or_default()).ok()
}
