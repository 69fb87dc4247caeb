//! Who waits for something that another thread brings about.

use std::sync::Arc;
use std::thread::Thread;

use super::reactor::{self, Task};

/// Somebody who waits.
#[derive(Clone)]
pub enum Waiter {
    /// A parked thread.
    Thread(Thread),
    /// A task of the reactor.
    Task(Arc<dyn Task>),
}

impl Waiter {
    /// It has come.
    pub fn wake(self) {
        match self {
            Waiter::Thread(thread) => thread.unpark(),
            Waiter::Task(task) => reactor::wake(task),
        }
    }
}
