//! A child of fork has none of the library's threads, locks that somebody held who is not there, and shares
//! each connection with its parent. So the library is shut there: nothing hangs, and no byte of the
//! parent's connections is touched.

use std::sync::atomic::{AtomicBool, Ordering};

static IS_CHILD: AtomicBool = AtomicBool::new(false);

/// Whether the library was used before a fork that made this process.
pub fn is_child() -> bool {
    IS_CHILD.load(Ordering::Relaxed)
}

/// Has children of fork know that they are.
#[cfg(unix)]
pub fn arrange() {
    // SAFETY: a function that lives as long as the process: the library is not unloaded. It touches
    // an atomic alone, which is allowed in a child of a process with threads.
    // If it cannot be registered, such a child has been warned by the documentation, and that is all.
    let _ = unsafe { libc::pthread_atfork(None, None, Some(note)) };
}

/// There is no fork.
#[cfg(not(unix))]
pub fn arrange() {}

#[cfg(unix)]
extern "C" fn note() {
    IS_CHILD.store(true, Ordering::Relaxed);
}
