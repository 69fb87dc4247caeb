//! The queue for a connection: who waits, and what it is given.

use std::mem;
use std::sync::Arc;

use parking_lot::Mutex;

use super::{give_back, Permit};
use crate::net::connection::Handed;
use crate::net::reactor::Task;
use crate::net::waiter::Waiter;

/// A request in the queue.
pub struct Turn {
    /// Whose it is.
    pub task: Arc<dyn Task>,
    state: Mutex<State>,
}

enum State {
    Waiting(Waiter),
    Served(Option<Handed>, Permit),
    Gone,
}

impl Turn {
    /// One who waits.
    pub fn new(task: Arc<dyn Task>, waiter: Waiter) -> Self {
        let state = Mutex::new(State::Waiting(waiter));
        Self { task, state }
    }

    /// Hands it over. Who has left meanwhile gets nothing: it goes back to the pool.
    pub fn serve(&self, connection: Option<Handed>, permit: Permit) {
        let mut state = self.state.lock();
        let waiter = match mem::replace(&mut *state, State::Gone) {
            State::Waiting(waiter) => waiter,
            other => {
                *state = other;
                drop(state);
                return give_back(connection, permit);
            }
        };
        *state = State::Served(connection, permit);
        drop(state);
        waiter.wake();
    }

    /// It is the first now.
    pub fn nudge(&self) {
        let waiter = match &*self.state.lock() {
            State::Waiting(waiter) => waiter.clone(),
            _ => return,
        };
        waiter.wake();
    }

    /// What it was given, if it was.
    pub fn claim(&self) -> Option<(Option<Handed>, Permit)> {
        let mut state = self.state.lock();
        match mem::replace(&mut *state, State::Gone) {
            State::Served(connection, permit) => Some((connection, permit)),
            other => {
                *state = other;
                None
            }
        }
    }

    /// Waits no more; what came too late goes back. Gives whether it had waited until now.
    pub fn leave(&self) -> bool {
        let state = mem::replace(&mut *self.state.lock(), State::Gone);
        match state {
            State::Waiting(_) => return true,
            State::Served(connection, permit) => give_back(connection, permit),
            State::Gone => {}
        }
        false
    }
}
