//! Which callback a thread is in.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::Arc;

thread_local! {
    /// Counts this thread's callbacks, in and out, those within others not: odd while it is in one.
    static COUNT: Arc<AtomicU64> = Arc::default();
}

/// A callback that a thread was in when it was asked: what the thread began there may wait for it.
#[derive(Debug, Clone)]
pub struct Callback {
    count: Arc<AtomicU64>,
    number: u64,
}

impl Callback {
    /// The one that the calling thread is in, if it is in one.
    pub fn current() -> Option<Self> {
        // A thread that is ending has no count any more.
        let inside = COUNT.try_with(|count| {
            let number = count.load(Ordering::Relaxed);
            let is_inside = number % 2 == 1;
            is_inside.then(|| Self {
                count: count.clone(),
                number,
            })
        });
        inside.ok().flatten()
    }

    /// Its number on its thread, as long as the thread is in it.
    pub fn number(&self) -> Option<u64> {
        (self.count.load(Ordering::Acquire) == self.number).then_some(self.number)
    }

    /// Calls the program on this thread.
    pub fn during<T>(call: impl FnOnce() -> T) -> T {
        let is_outermost = COUNT.try_with(|count| {
            let number = count.load(Ordering::Relaxed);
            let is_outermost = number % 2 == 0;
            if is_outermost {
                // Nobody else writes it.
                count.store(number + 1, Ordering::Release);
            }
            is_outermost
        });
        let _visit = is_outermost.is_ok_and(|it| it).then(|| Visit);
        call()
    }
}

/// Leaves the callback, also when it panics.
struct Visit;

impl Drop for Visit {
    fn drop(&mut self) {
        // It was there when the callback began.
        let _ = COUNT.try_with(|count| {
            count.store(count.load(Ordering::Relaxed) + 1, Ordering::Release);
        });
    }
}
