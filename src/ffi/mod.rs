//! The boundary. Inward: arguments, last error, panics. Outward: calls to the program's callbacks.
//!
//! Conventions that hold for every exported function:
//!
//! - A function that fails returns FALSE or NULL and leaves the reason to GetLastError; one that
//!   succeeds leaves 0 there. ERROR_IO_PENDING (997) is no failure: the call goes on and ends with
//!   INTERNET_STATUS_REQUEST_COMPLETE.
//! - A handle is a number. NULL, stale, made-up and closed ones get ERROR_INVALID_HANDLE (6), those
//!   of the wrong kind ERROR_INTERNET_INCORRECT_HANDLE_TYPE (12018).
//! - A strings are bytes, UTF-8 where it matters, and bytes that are not UTF-8 pass through. W strings
//!   are of the platform's wchar_t; one that is not valid Unicode gets ERROR_INVALID_PARAMETER (87).
//! - Pointers need not be aligned. A buffer must have the length that the program says.
//! - No panic crosses the boundary: it becomes ERROR_INTERNET_INTERNAL_ERROR (12004). An exception
//!   thrown by a callback ends the process.
//! - Every function may be called from every thread, callbacks included. No lock is held while a
//!   callback runs.

mod allocated;
mod buffer;
pub mod bypass;
pub mod canonical_url;
mod certificate;
pub mod cookies;
pub mod cookies_ex2;
pub mod dialog;
mod exit;
mod fork;
mod guard;
mod inward;
pub mod machine;
pub mod not_yet;
pub mod option;
mod outward;
pub mod platform;
mod proxy;
pub mod query_info;
pub mod reading;
pub mod refused;
pub mod request;
pub mod security;
pub mod seeking;
pub mod session;
pub mod texts;
pub mod times;
mod tracing;
#[cfg(windows)]
mod undeclared;
pub mod url;
#[cfg(any(target_os = "linux", windows))]
pub mod wbem;
pub mod writing;

pub use bypass::*;
pub use canonical_url::*;
pub use cookies::*;
pub use cookies_ex2::*;
pub use dialog::*;
pub use machine::*;
pub use not_yet::*;
pub use option::*;
pub use platform::{GetLastError, SetLastError};
pub use query_info::*;
pub use reading::*;
pub use refused::*;
pub use request::*;
pub use security::*;
pub use seeking::*;
pub use session::*;
pub use texts::*;
pub use times::*;
pub use url::*;
#[cfg(any(target_os = "linux", windows))]
pub use wbem::*;
pub use writing::*;
