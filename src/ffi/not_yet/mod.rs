//! Functions that are declared and not carried out. Each fails at once with
//! ERROR_CALL_NOT_IMPLEMENTED and touches nothing: no pointer is followed and no handle looked at.

// The names of the parameters are those of the header.
#![allow(unused_variables)]

pub mod authentication;
pub mod auto_proxy;
pub mod cache;
pub mod cache_groups;
pub mod dial;
pub mod ftp;
pub mod gopher;
pub mod privacy;

pub use authentication::*;
pub use auto_proxy::*;
pub use cache::*;
pub use cache_groups::*;
pub use dial::*;
pub use ftp::*;
pub use gopher::*;
pub use privacy::*;

use std::ffi::c_void;
use std::ptr::null_mut;

use super::platform::SetLastError;
use super::tracing;
use crate::abi::ERROR_CALL_NOT_IMPLEMENTED;

/// A handle or a pointer that there is none of.
const NOTHING: *mut c_void = null_mut();

/// Leaves the reason, and gives what the function returns when it fails.
fn refuse<T, F: FnOnce() -> T>(failure: F) -> T {
    tracing::refused::<F>(ERROR_CALL_NOT_IMPLEMENTED);
    SetLastError(ERROR_CALL_NOT_IMPLEMENTED);
    failure()
}
