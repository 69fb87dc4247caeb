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
    pub fn during(call: impl FnOnce()) {
        let mut call = Some(call);
        let mut call = || call.take().map_or((), |call| call());
        let counted = COUNT.try_with(|count| {
            let number = count.load(Ordering::Relaxed);
            // Nobody else writes it.
            let _visit = (number % 2 == 0).then(|| {
                count.store(number + 1, Ordering::Release);
                Visit(count)
            });
            call();
        });
        if counted.is_err() {
            call(); // the thread is ending
        }
    }
}

/// Leaves the callback, also when it panics.
struct Visit<'a>(&'a AtomicU64);

impl Drop for Visit<'_> {
    fn drop(&mut self) {
        let Visit(count) = self;
        count.store(count.load(Ordering::Relaxed) + 1, Ordering::Release);
    }
}
