//! Who steps a transfer: the caller's thread, or the reactor.

use std::sync::Arc;

use super::cancel::Cancel;
use super::reactor::Task;
use super::waiter::Waiter;

/// The two ways to drive a transfer.
pub enum Driver<'a> {
    /// On the caller's thread; a step blocks until it is through or `cancel` is raised.
    Blocking {
        /// Frees the thread when the request is closed meanwhile.
        cancel: &'a Cancel,
        /// Who owns the transfer.
        task: Arc<dyn Task>,
    },
    /// No step blocks; the reactor runs `task` again when there is something to do.
    Reactor {
        /// Who owns the transfer.
        task: &'a Arc<dyn Task>,
    },
}

impl Driver<'_> {
    /// Whether the caller's thread was freed because the request is closed.
    pub(super) fn is_cancelled(&self) -> bool {
        matches!(self, Driver::Blocking { cancel, .. } if cancel.is_raised())
    }

    /// Who is to be woken when the transfer can go on.
    pub(super) fn waiter(&self) -> Waiter {
        match self {
            Driver::Blocking { .. } => Waiter::Thread(std::thread::current()),
            Driver::Reactor { task } => Waiter::Task(Arc::clone(task)),
        }
    }

    /// Who owns the transfer.
    pub(super) fn task(&self) -> Arc<dyn Task> {
        match self {
            Driver::Blocking { task, .. } => Arc::clone(task),
            Driver::Reactor { task } => Arc::clone(task),
        }
    }

    /// Whether calls on a socket may block.
    pub(super) fn blocks(&self) -> bool {
        matches!(self, Driver::Blocking { .. })
    }
}
