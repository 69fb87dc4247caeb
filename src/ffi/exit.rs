//! What the library needs to live as long as the process, and what is left to do when that ends.

use std::panic::catch_unwind;
use std::sync::Once;

use super::platform::stay_loaded;
use crate::wininet::cookies::save_at_exit;

/// To be called before anything that may start a thread. The library is not unloaded from then on, and
/// the cookies that are not written yet are written at exit.
pub fn arrange() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        stay_loaded();
        // SAFETY: `leave` is a function that lives as long as the process, or as the library is
        // loaded. If it cannot be registered, the thread that writes cookies has less time, and that is all.
        let _ = unsafe { libc::atexit(leave) };
    });
}

extern "C" fn leave() {
    // There is nobody left who could be told.
    let _ = catch_unwind(save_at_exit);
}
