//! WinINet's status-callback API as a native library: see README.md for programs that use it,
//! ARCHITECTURE.md for the way of a call through these modules.

pub mod abi;
// Unsafe code has its place here; names and lists of parameters are Microsoft's.
#[allow(unsafe_code, non_snake_case, clippy::too_many_arguments)]
pub mod ffi;
// For the fuzzer, which gives bytes to it without a connection.
#[doc(hidden)]
pub mod http;
mod net;
mod notify;
mod trace;
#[cfg(any(target_os = "linux", windows))]
mod wbem;
mod wininet;

// For the fuzzer, as http is.
#[cfg(any(target_os = "linux", windows))]
#[doc(hidden)]
pub use wbem::wql;
