//! WININET_TRACE, as far as the boundary knows of it: when it begins, and each call.

use std::any::type_name;

use super::platform::{is_privileged, thread_number};
use crate::abi::{DWORD, ERROR_SUCCESS};
use crate::trace::{self, Call, Process};
use crate::wininet::{private_file, texts, Error};

/// Has the trace record the call that begins, if there is a trace. `F` is a closure in the function.
#[inline]
pub fn begin<F>() -> Option<Box<Call>> {
    match trace::is_on() {
        true => Some(begin_call(function::<F>)),
        false => None,
    }
}

#[cold]
fn begin_call(name: fn() -> &'static str) -> Box<Call> {
    start();
    Box::new(Call::begin(name()))
}

/// The call returns this.
#[cold]
pub fn end(call: Call, result: std::result::Result<usize, &Error>) {
    match result {
        Ok(number) => call.end(number, ERROR_SUCCESS),
        Err(Error(code)) => call.end(0, *code),
    }
}

/// Has the trace record a call of a function that does nothing but fail.
#[inline]
pub fn refused<F>(error: DWORD) {
    if let Some(call) = begin::<F>() {
        end(*call, Err(&Error(error)));
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
