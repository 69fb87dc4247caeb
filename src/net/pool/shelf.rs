//! What there is of one origin: idle connections, those in use, and the queue.

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::{Duration, Instant};

use slab::Slab;

use super::queue::Turn;
use crate::net::connection::Handed;
use crate::net::reactor::Task;
use crate::net::Origin;

/// A callback that two looks so far apart find unchanged is blocked.
pub const LOOK: Duration = Duration::from_millis(25);

/// What there is of one origin. While somebody waits nothing is idle.
pub struct Shelf {
    /// Whose it is.
    pub origin: Arc<Origin>,
    /// The one used last is the last.
    pub idle: Vec<Handed>,
    /// Whoever has a connection or makes one.
    holders: Slab<Holder>,
    waiting: VecDeque<Arc<Turn>>,
    looked: Option<Instant>,
}

struct Holder {
    task: Arc<dyn Task>,
    /// The callback that the last look found it in.
    callback: Option<u64>,
    /// The look before had found it there too.
    is_blocked: bool,
}

impl Shelf {
    /// An empty one.
    pub fn of(origin: Arc<Origin>) -> Self {
        Self {
            origin,
            idle: Vec::new(),
            holders: Slab::new(),
            waiting: VecDeque::new(),
            looked: None,
        }
    }

    /// Whether another connection may be held. One whose holder is blocked in a callback does not
    /// count: the callback may wait for the very request that wants to know.
    pub fn has_room(&self, limit: usize) -> bool {
        let open = self.idle.len() + self.holders.len();
        open < limit || open - self.blocked() < limit
    }

    fn blocked(&self) -> usize {
        let holders = self.holders.iter();
        holders.filter(|(_, holder)| holder.is_blocked()).count()
    }

    /// Counts a holder.
    pub fn hold(&mut self, task: Arc<dyn Task>) -> usize {
        self.holders.insert(Holder {
            task,
            callback: None,
            is_blocked: false,
        })
    }

    /// Counts it no more. What comes back is to be dropped with the pool unlocked: it may be the last
    /// to hold a request.
    #[must_use]
    pub fn release(&mut self, key: usize) -> Arc<dyn Task> {
        self.holders.remove(key).task
    }

    /// Whether there is nothing of it.
    pub fn is_bare(&self) -> bool {
        self.idle.is_empty() && self.holders.is_empty() && self.waiting.is_empty()
    }

    /// Looks which holders are in the same callback as the last time, unless that was just now.
    pub fn look(&mut self) {
        let now = Instant::now();
        if self.looked.is_some_and(|at| now < at + LOOK) {
            return;
        }
        self.looked = Some(now);
        for (_, holder) in &mut self.holders {
            let callback = holder.task.callback();
            holder.is_blocked = callback.is_some() && callback == holder.callback;
            holder.callback = callback;
        }
    }

    /// Goes to the end of the queue.
    pub fn queue(&mut self, turn: Arc<Turn>) {
        self.waiting.push_back(turn);
    }

    /// The first in the queue.
    pub fn first(&self) -> Option<&Arc<Turn>> {
        self.waiting.front()
    }

    /// The first in the queue leaves it.
    pub fn next_turn(&mut self) -> Option<Arc<Turn>> {
        self.waiting.pop_front()
    }

    /// Leaves the queue wherever it stands; whether it was the first.
    pub fn leave(&mut self, turn: &Arc<Turn>) -> bool {
        let place = self.waiting.iter().position(|it| Arc::ptr_eq(it, turn));
        place.is_some_and(|place| {
            self.waiting.remove(place);
            place == 0
        })
    }
}

impl Holder {
    fn is_blocked(&self) -> bool {
        self.is_blocked && self.task.callback() == self.callback
    }
}
