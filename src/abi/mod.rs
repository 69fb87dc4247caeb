//! What C sees: numbers, structs, callback types. No behaviour.
//!
//! cbindgen makes include/wininet.h of these files and of `ffi`, and include/posix/winerror.h of
//! winerror.rs; the doc comments become the comments of the headers. types.rs stands for what
//! `windows.h` gives to a C program and is in neither.

// The names are Microsoft's, and a plain number needs no sentence of its own.
#![allow(
    missing_docs,
    non_camel_case_types,
    non_snake_case,
    non_upper_case_globals
)]
#![allow(clippy::upper_case_acronyms)]

mod authentication;
mod auto_proxy;
mod cache;
mod cookies;
mod dial;
mod errors;
mod flags;
mod ftp;
mod gopher;
mod handles;
mod machine;
mod option_values;
mod options;
mod privacy;
mod query;
mod security;
mod status;
mod structs;
mod types;
mod url;
mod winerror;

#[cfg(any(target_os = "linux", windows))]
pub mod wbem;

pub use authentication::*;
pub use auto_proxy::*;
pub use cache::*;
pub use cookies::*;
pub use dial::*;
pub use errors::*;
pub use flags::*;
pub use ftp::*;
pub use gopher::*;
pub use handles::*;
pub use machine::*;
pub use option_values::*;
pub use options::*;
pub use privacy::*;
pub use query::*;
pub use security::*;
pub use status::*;
pub use structs::*;
pub use types::*;
pub use url::*;
pub use winerror::*;
