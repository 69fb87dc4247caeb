//! What the library needs to live as long as the process, and what is left to do when that ends or is
//! made twice.

use std::panic::catch_unwind;
use std::sync::Once;

use super::fork;
use super::platform::stay_loaded;
use crate::trace;
use crate::wininet::cookies::save_at_exit;

/// To be called before anything that may start a thread. The library is not unloaded from then on, the
/// cookies that are not written yet are written at exit, as is the end of the trace, and children of fork find the library shut.
pub fn arrange() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        stay_loaded();
        fork::arrange();
        // SAFETY: `leave` is a function that lives as long as the process, or as the library is
        // loaded. If it cannot be registered, the thread that writes cookies has less time, and that is all.
        let _ = unsafe { libc::atexit(leave) };
    });
}

extern "C" fn leave() {
    // What the parent has to write is the parent's to write.
    if !fork::is_child() {
        // There is nobody left who could be told.
        let _ = catch_unwind(save_at_exit);
        let _ = catch_unwind(trace::finish);
    }
}
