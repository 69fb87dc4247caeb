//! The guard that every exported function runs in.

use std::panic::{catch_unwind, AssertUnwindSafe};

use super::platform::SetLastError;
use super::{fork, outward, tracing};
use crate::abi::{BOOL, DWORD, ERROR_SUCCESS, FALSE, HINTERNET, INTERNET_STATUS_CALLBACK, TRUE};
use crate::wininet::{Error, HandleId, Listener, Result};

/// What a function of the API returns.
pub trait Returned {
    /// What C gets.
    type C;

    /// What C gets on failure.
    fn failure() -> Self::C;

    /// What C gets on success.
    fn success(self) -> Self::C;

    /// The same as a number, for the trace.
    fn number(&self) -> usize;
}

impl Returned for () {
    type C = BOOL;

    fn failure() -> BOOL {
        FALSE
    }

    fn success(self) -> BOOL {
        TRUE
    }

    fn number(&self) -> usize {
        TRUE as usize
    }
}

impl Returned for HandleId {
    type C = HINTERNET;

    fn failure() -> HINTERNET {
        std::ptr::null_mut()
    }

    fn success(self) -> HINTERNET {
        self.value() as HINTERNET
    }

    fn number(&self) -> usize {
        self.value()
    }
}

/// An answer: FALSE may be no failure, and leaves 0 then.
impl Returned for bool {
    type C = BOOL;

    fn failure() -> BOOL {
        FALSE
    }

    fn success(self) -> BOOL {
        BOOL::from(self)
    }

    fn number(&self) -> usize {
        usize::from(*self)
    }
}

/// What InternetSetCookieEx returns: a COOKIE_STATE_ value.
impl Returned for DWORD {
    type C = DWORD;

    fn failure() -> DWORD {
        FALSE as DWORD
    }

    fn success(self) -> DWORD {
        self
    }

    fn number(&self) -> usize {
        *self as usize
    }
}

/// What InternetSetStatusCallback returns: the former callback.
pub struct Former(pub Option<Listener>);

impl Returned for Former {
    type C = INTERNET_STATUS_CALLBACK;

    fn failure() -> INTERNET_STATUS_CALLBACK {
        outward::invalid_callback()
    }

    fn success(self) -> INTERNET_STATUS_CALLBACK {
        outward::callback(self.0)
    }

    fn number(&self) -> usize {
        self.0.map_or(0, |listener| listener.address)
    }
}

/// Makes an error or a panic of `call` the last error and the failure value of its return type.
pub fn guard<T: Returned, F: FnOnce() -> Result<T>>(call: F) -> T::C {
    caught(call, T::number).map_or_else(|_| T::failure(), T::success)
}

/// The same for a function that returns the error itself.
pub fn guard_code<F: FnOnce() -> Result<()>>(call: F) -> DWORD {
    caught(call, |()| ERROR_SUCCESS as usize).map_or_else(|Error(code)| code, |()| ERROR_SUCCESS)
}

fn caught<T, F: FnOnce() -> Result<T>>(call: F, number: fn(&T) -> usize) -> Result<T> {
    let record = tracing::begin::<F>();
    let result = match fork::is_child() {
        true => Err(Error::SHUT_DOWN),
        // Whatever a panic leaves half done is behind locks that do not poison and stays consistent.
        false => catch_unwind(AssertUnwindSafe(call)).unwrap_or(Err(Error::INTERNAL)),
    };
    if let Some(record) = record {
        tracing::end(*record, result.as_ref().map(number));
    }
    SetLastError(result.as_ref().err().map_or(0, |Error(code)| *code));
    result
}
