//! What is left to do when the process ends.

use std::panic::catch_unwind;
use std::sync::Once;

use crate::wininet::cookies::save_at_exit;

/// Has the cookies written at exit that are not written yet.
pub fn arrange() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        // SAFETY: `leave` is a function that lives as long as the process: the library is not unloaded.
        // If it cannot be registered, the thread that writes cookies has less time, and that is all.
        let _ = unsafe { libc::atexit(leave) };
    });
}

extern "C" fn leave() {
    // There is nobody left who could be told.
    let _ = catch_unwind(save_at_exit);
}
