//! The library's threads are in the multithreaded apartment, so that a sink may use COM in its callbacks.

use std::ptr;

use super::{CoInitializeEx, CoUninitialize};
use crate::wbem::accompany_threads;

const COINIT_MULTITHREADED: u32 = 0;

/// Has each thread that calls sinks enter, and leave when it ends.
pub fn accompany() {
    accompany_threads(enter, leave);
}

fn enter() {
    // SAFETY: nothing is passed. A thread of our own has entered nothing yet, so this succeeds; without memory
    // it fails, and the thread goes without.
    let _ = unsafe { CoInitializeEx(ptr::null_mut(), COINIT_MULTITHREADED) };
}

fn leave() {
    // SAFETY: the same thread has entered.
    unsafe { CoUninitialize() };
}
