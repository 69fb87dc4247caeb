//! The types that wininet.h gives names to.

use super::types::{INT, LPVOID, WORD};

/// A session, a connection or a request. It is a number, no address: a value is never used twice,
/// and one that is closed or made up is refused with ERROR_INVALID_HANDLE.
pub type HINTERNET = LPVOID;
pub type LPHINTERNET = *mut HINTERNET;

/// A TCP port.
pub type INTERNET_PORT = WORD;
pub type LPINTERNET_PORT = *mut INTERNET_PORT;

/// The scheme of a URL: one of the INTERNET_SCHEME_ values.
pub type INTERNET_SCHEME = INT;
pub type LPINTERNET_SCHEME = *mut INTERNET_SCHEME;
