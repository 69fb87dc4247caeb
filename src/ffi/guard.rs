//! The guard that every exported function runs in.

use std::panic::{catch_unwind, AssertUnwindSafe};

use super::last_error::SetLastError;
use crate::abi::{BOOL, DWORD, ERROR_SUCCESS, FALSE, HINTERNET, TRUE};
use crate::wininet::{Error, HandleId, Result};

/// What a function of the API returns.
pub trait Returned {
    /// What C gets.
    type C;
    /// What C gets on failure.
    fn failure(code: u32) -> Self::C;

    /// What C gets on success.
    fn success(self) -> Self::C;
}

impl Returned for () {
    type C = BOOL;

    fn failure(_: u32) -> BOOL {
        FALSE
    }

    fn success(self) -> BOOL {
        TRUE
    }
}

impl Returned for HandleId {
    type C = HINTERNET;

    fn failure(_: u32) -> HINTERNET {
        std::ptr::null_mut()
    }

    fn success(self) -> HINTERNET {
        self.value() as HINTERNET
    }
}

/// Success of a function that returns its error.
pub struct Verdict;

impl Returned for Verdict {
    type C = DWORD;

    fn failure(code: u32) -> DWORD {
        code
    }

    fn success(self) -> DWORD {
        ERROR_SUCCESS
    }
}

/// Makes an error or a panic of `call` the last error and the failure value of its return type.
pub fn guard<T: Returned>(call: impl FnOnce() -> Result<T>) -> T::C {
    // Whatever a panic leaves half done is behind locks that do not poison and stays consistent.
    match catch_unwind(AssertUnwindSafe(call)).unwrap_or(Err(Error::INTERNAL)) {
        Ok(value) => {
            SetLastError(0);
            value.success()
        }
        Err(Error(code)) => {
            SetLastError(code);
            T::failure(code)
        }
    }
}
