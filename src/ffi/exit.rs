//! What is left to do when the process ends, or is made twice.

use std::panic::catch_unwind;
use std::sync::Once;

use super::fork;
use crate::wininet::cookies::save_at_exit;

/// Has the cookies written at exit that are not written yet, and the library shut in children of fork.
pub fn arrange() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        fork::arrange();
        // SAFETY: `leave` is a function that lives as long as the process: the library is not unloaded.
        // If it cannot be registered, the thread that writes cookies has less time, and that is all.
        let _ = unsafe { libc::atexit(leave) };
    });
}

extern "C" fn leave() {
    // What the parent has to write is the parent's to write.
    if !fork::is_child() {
        // There is nobody left who could be told.
        let _ = catch_unwind(save_at_exit);
    }
}
