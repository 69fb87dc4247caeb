//! The guard that every exported function runs in.

use std::panic::{catch_unwind, AssertUnwindSafe};

use super::fork;
use super::platform::SetLastError;
use crate::abi::{BOOL, DWORD, ERROR_SUCCESS, FALSE, HINTERNET, TRUE};
use crate::wininet::{Error, HandleId, Result};

/// What a function of the API returns.
pub trait Returned {
    /// What C gets.
    type C;
    /// What C gets on failure.
    const FAILURE: Self::C;

    /// What C gets on success.
    fn success(self) -> Self::C;
}

impl Returned for () {
    type C = BOOL;
    const FAILURE: BOOL = FALSE;

    fn success(self) -> BOOL {
        TRUE
    }
}

impl Returned for HandleId {
    type C = HINTERNET;
    const FAILURE: HINTERNET = std::ptr::null_mut();

    fn success(self) -> HINTERNET {
        self.value() as HINTERNET
    }
}

/// An answer: FALSE may be no failure, and leaves 0 then.
impl Returned for bool {
    type C = BOOL;
    const FAILURE: BOOL = FALSE;

    fn success(self) -> BOOL {
        BOOL::from(self)
    }
}

/// What InternetSetCookieEx returns: a COOKIE_STATE_ value.
impl Returned for DWORD {
    type C = DWORD;
    const FAILURE: DWORD = FALSE as DWORD;

    fn success(self) -> DWORD {
        self
    }
}

/// Makes an error or a panic of `call` the last error and the failure value of its return type.
pub fn guard<T: Returned>(call: impl FnOnce() -> Result<T>) -> T::C {
    caught(call).map_or(T::FAILURE, T::success)
}

/// The same for a function that returns the error itself.
pub fn guard_code(call: impl FnOnce() -> Result<()>) -> DWORD {
    caught(call).map_or_else(|Error(code)| code, |()| ERROR_SUCCESS)
}

fn caught<T>(call: impl FnOnce() -> Result<T>) -> Result<T> {
    let result = match fork::is_child() {
        true => Err(Error::SHUT_DOWN),
        // Whatever a panic leaves half done is behind locks that do not poison and stays consistent.
        false => catch_unwind(AssertUnwindSafe(call)).unwrap_or(Err(Error::INTERNAL)),
    };
    SetLastError(result.as_ref().err().map_or(0, |Error(code)| *code));
    result
}
