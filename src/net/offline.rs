//! The offline mode: no transfer that begins now uses the network.

use std::sync::atomic::{AtomicBool, Ordering};

static OFFLINE: AtomicBool = AtomicBool::new(false);

/// Whether it is on.
pub fn is_offline() -> bool {
    OFFLINE.load(Ordering::Relaxed)
}

/// Turns it on or off for the process. What is under way goes on.
pub fn set_offline(offline: bool) {
    OFFLINE.store(offline, Ordering::Relaxed);
}
