//! WININET_TRACE, as far as the boundary knows of it: when it begins, and each call.

use std::any::type_name;

use super::platform::{is_privileged, thread_number, SetLastError};
use crate::abi::{DWORD, ERROR_SUCCESS};
use crate::trace::{self, Call, Process};
use crate::wininet::{private_file, texts, Error, Result};

/// Carries `call` out by `how`, and has the trace record it, if there is one.
#[cold]
pub fn traced<T, F: FnOnce() -> Result<T>>(
    call: F,
    how: fn(F) -> Result<T>,
    number: fn(&T) -> usize,
) -> Result<T> {
    start();
    let record = Call::begin(function::<F>());
    let result = how(call);
    let (returned, error) = match &result {
        Ok(success) => (number(success), ERROR_SUCCESS),
        Err(Error(code)) => (0, *code),
    };
    record.end(returned, error);
    // Writing the record may have changed it.
    SetLastError(error);
    result
}

/// Has the trace record a call of a function that does nothing but fail. `F` is a closure in it.
#[inline]
pub fn refused<F>(error: DWORD) {
    if trace::is_on() {
        start();
        Call::begin(function::<F>()).end(0, error);
    }
}

fn start() {
    // Who sets the environment of a privileged process could have it write over any file.
    let path = || std::env::var_os("WININET_TRACE").filter(|_| !is_privileged());
    let process = Process {
        thread: thread_number,
        private: private_file,
        error_name: |code| texts::entry(code).and_then(|entry| entry.name.to_str().ok()),
    };
    trace::start(path, process);
}

/// The name of the export that has the closure F in it: what stands before `::{{closure}}` in the name
/// of its type.
fn function<F>() -> &'static str {
    type_name::<F>().rsplit("::").nth(1).unwrap_or_default()
}
