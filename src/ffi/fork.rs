//! A child of fork has none of the library's threads, locks that somebody held who is not there, and shares
//! each connection with its parent. So the library is shut there: nothing hangs, and no byte of the
//! parent's connections is touched.

use std::sync::atomic::{AtomicBool, Ordering};

use super::platform::when_forked;

static IS_CHILD: AtomicBool = AtomicBool::new(false);

/// Whether the library was used before a fork that made this process.
pub fn is_child() -> bool {
    IS_CHILD.load(Ordering::Relaxed)
}

/// Has children of fork know that they are.
pub fn arrange() {
    when_forked(note);
}

/// Touches an atomic alone, which is allowed in a child of a process with threads.
extern "C" fn note() {
    IS_CHILD.store(true, Ordering::Relaxed);
}
