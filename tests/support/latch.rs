//! A gate that opens once: how tests and servers wait for each other instead
//! of sleeping.

use std::sync::{Arc, Condvar, Mutex};
use std::time::{Duration, Instant};

/// How long any test waits for something that must happen. Generous, since
/// only a failing test waits that long.
pub const PATIENCE: Duration = Duration::from_secs(120);

/// Closed at first; [`Latch::release`] opens it for good. Clones are the same
/// latch.
#[derive(Clone, Default)]
pub struct Latch(Arc<(Mutex<bool>, Condvar)>);

impl Latch {
    pub fn new() -> Self {
        Self::default()
    }

    /// Opens the latch and wakes everyone who waits for it.
    pub fn release(&self) {
        *self.0 .0.lock().unwrap() = true;
        self.0 .1.notify_all();
    }

    pub fn is_released(&self) -> bool {
        *self.0 .0.lock().unwrap()
    }

    /// Waits until it is open; panics when that takes longer than [`PATIENCE`].
    #[track_caller]
    pub fn wait(&self) {
        assert!(self.wait_for(PATIENCE), "nobody released the latch");
    }

    /// Waits at most `time`; true if it is open.
    pub fn wait_for(&self, time: Duration) -> bool {
        wait_until(&self.0 .1, &self.0 .0, time, |open| *open)
    }
}

/// Waits until `done` holds of the state behind `lock`, at most `time`.
pub fn wait_until<T>(
    changed: &Condvar,
    lock: &Mutex<T>,
    time: Duration,
    mut done: impl FnMut(&T) -> bool,
) -> bool {
    let deadline = Instant::now() + time;
    let mut state = lock.lock().unwrap();
    loop {
        if done(&state) {
            return true;
        }
        let Some(left) = deadline.checked_duration_since(Instant::now()) else {
            return false;
        };
        state = changed.wait_timeout(state, left).unwrap().0;
    }
}
