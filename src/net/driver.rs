//! Who steps a transfer: the caller's thread, or the reactor.

use std::cell::Cell;
use std::sync::Arc;

use super::cancel::Cancel;
use super::reactor::{self, Task};
use super::waiter::Waiter;
use super::{Event, Step};

/// One run may read, write or decode so often. Then the other tasks have
/// their turn, and whoever wants the request's lock: a stream may bring nothing for ever.
const SHARE: u32 = 16;

/// Who owns a transfer: the task that goes on with it.
pub trait Owner {
    /// The owner, for whoever is to hold it.
    fn task(&self) -> Arc<dyn Task>;
}

impl<T: Task + 'static> Owner for Arc<T> {
    fn task(&self) -> Arc<dyn Task> {
        self.clone()
    }
}

#[cfg(test)]
impl Owner for Arc<dyn Task> {
    fn task(&self) -> Arc<dyn Task> {
        self.clone()
    }
}

/// The two ways to drive a transfer.
pub enum Driver<'a> {
    /// On the caller's thread; a step blocks until it is through or `cancel` is raised.
    Blocking {
        /// Frees the thread when the request is closed meanwhile.
        cancel: &'a Cancel,
        /// Who owns the transfer.
        owner: &'a dyn Owner,
    },
    /// No step blocks; the reactor runs the owner again when there is something to do.
    Reactor {
        /// Who owns the transfer.
        owner: &'a dyn Owner,
        /// What is left of its share.
        left: Cell<u32>,
        /// Takes the events as they happen; without it each of them ends a step.
        told: Option<&'a dyn Fn(Event)>,
    },
}

impl<'a> Driver<'a> {
    /// The driver for one run of a task.
    pub fn of_reactor(owner: &'a dyn Owner) -> Self {
        Driver::Reactor {
            owner,
            left: Cell::new(SHARE),
            told: None,
        }
    }

    /// The same, with somebody who takes the events as they happen: no step ends with one.
    pub fn telling(owner: &'a dyn Owner, told: &'a dyn Fn(Event)) -> Self {
        Driver::Reactor {
            owner,
            left: Cell::new(SHARE),
            told: Some(told),
        }
    }
}

impl Driver<'_> {
    /// Whether the run has had its share before the step that is next. Then the transfer waits: the
    /// task runs again soon.
    pub(super) fn gives_way(&self) -> bool {
        let Driver::Reactor { owner, left, .. } = self else {
            return false;
        };
        let rest = left.get().checked_sub(1);
        match rest {
            Some(rest) => left.set(rest),
            None => reactor::give_way(owner.task()),
        }
        rest.is_none()
    }

    /// Tells of an event here and now, or has the step end with it.
    pub(super) fn tell(&self, event: Event) -> Option<Step> {
        match self {
            Driver::Reactor {
                told: Some(told), ..
            } => {
                told(event);
                None
            }
            _ => Some(Step::Event(event)),
        }
    }

    /// Whether the caller's thread was freed because the request is closed.
    pub(super) fn is_cancelled(&self) -> bool {
        matches!(self, Driver::Blocking { cancel, .. } if cancel.is_raised())
    }

    /// Who is to be woken when the transfer can go on.
    pub(super) fn waiter(&self) -> Waiter {
        match self {
            Driver::Blocking { .. } => Waiter::Thread(std::thread::current()),
            Driver::Reactor { owner, .. } => Waiter::Task(owner.task()),
        }
    }

    /// Who owns the transfer.
    pub(super) fn task(&self) -> Arc<dyn Task> {
        match self {
            Driver::Blocking { owner, .. } | Driver::Reactor { owner, .. } => owner.task(),
        }
    }

    /// Whether calls on a socket may block.
    pub(super) fn blocks(&self) -> bool {
        matches!(self, Driver::Blocking { .. })
    }
}
