//! What C sees: numbers, structs, callback types. No behaviour.
//!
//! cbindgen makes include/wininet.h of these files and of `ffi`, and include/posix/winerror.h of
//! winerror.rs; the doc comments become the comments of the headers. types.rs stands for what
//! `windows.h` gives to a C program and is in neither.

// The names are Microsoft's, and a plain number needs no sentence of its own.
#![allow(missing_docs, non_camel_case_types, non_snake_case)]
#![allow(clippy::upper_case_acronyms)]

mod cookies;
mod errors;
mod flags;
mod handles;
mod machine;
mod option_values;
mod options;
mod query;
mod security;
mod status;
mod structs;
mod types;
mod url;
mod winerror;

pub use cookies::*;
pub use errors::*;
pub use flags::*;
pub use handles::*;
pub use machine::*;
pub use option_values::*;
pub use options::*;
pub use query::*;
pub use security::*;
pub use status::*;
pub use structs::*;
pub use types::*;
pub use url::*;
pub use winerror::*;
