//! The guard that methods run in.

use std::panic::{catch_unwind, AssertUnwindSafe};

use crate::abi::wbem::{HRESULT, S_OK, WBEM_E_CRITICAL_ERROR};

/// What a method says: an HRESULT, of success or failure.
pub type Said<T = ()> = Result<T, HRESULT>;

/// A result that is S_OK when there is nothing else to say.
pub trait Success {
    fn code(self) -> HRESULT;
}

impl Success for () {
    fn code(self) -> HRESULT {
        S_OK
    }
}

impl Success for HRESULT {
    fn code(self) -> HRESULT {
        self
    }
}

/// Makes an error or a panic of `call` an HRESULT.
pub fn guard<T: Success>(call: impl FnOnce() -> Said<T>) -> HRESULT {
    // Whatever a panic leaves half done is behind locks that do not poison and stays consistent.
    match catch_unwind(AssertUnwindSafe(call)) {
        Ok(Ok(success)) => success.code(),
        Ok(Err(failure)) => failure,
        Err(_) => WBEM_E_CRITICAL_ERROR,
    }
}
