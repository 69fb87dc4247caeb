//! The error codes in words: what the library adds to Microsoft's API.

use std::ptr::null;

use crate::abi::*;
use crate::wininet::texts::{entry, Entry};

/// Gives what an error code says, as one sentence for a user. Ours: Windows has FormatMessage for
/// this.
///
/// Parameters:
/// - dwError: a code of this library's, 12001 and up, or a code of the system that the library
///   gives, such as ERROR_INVALID_HANDLE.
///
/// Returns the sentence in ASCII, which is there for good and not to be freed; NULL for a code
/// without one. The last error stays as it is, so that it can be asked for afterwards. Statuses:
/// none. Threads: any.
/// Source: libwininet.
#[no_mangle]
pub extern "C" fn WininetErrorText(dwError: DWORD) -> LPCSTR {
    of(dwError, |entry| entry.text.as_ptr())
}

/// Gives the name of an error code as the headers have it, such as "ERROR_INTERNET_TIMEOUT". Ours.
///
/// Parameters:
/// - dwError: as WininetErrorText.
///
/// Returns the name, which is there for good and not to be freed; NULL for a code without a text.
/// The last error stays as it is. Statuses: none. Threads: any.
/// Source: libwininet.
#[no_mangle]
pub extern "C" fn WininetErrorName(dwError: DWORD) -> LPCSTR {
    of(dwError, |entry| entry.name.as_ptr())
}

fn of(code: DWORD, part: fn(&Entry) -> LPCSTR) -> LPCSTR {
    entry(code).map_or(null(), part)
}
