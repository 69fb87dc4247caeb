//! Who is under way, and the threads that go on with some and close others.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::sync::{Arc, Condvar, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use crate::operation::Operation;
use crate::support::latch::wait_until;
use crate::support::{close_value, Result};

/// What has become of the requests of one round.
#[derive(Clone, Copy, Debug, Default)]
pub struct Score {
    pub succeeded: usize,
    pub failed: usize,
    pub cancelled: usize,
    /// The most that were under way at once.
    pub most: usize,
}

#[derive(Default)]
struct State {
    under_way: usize,
    score: Score,
    handed_over: Vec<Arc<Operation>>,
    closes: BinaryHeap<Reverse<(Instant, usize)>>,
    ends: bool,
}

#[derive(Default)]
pub struct Flight {
    state: Mutex<State>,
    changed: Condvar,
}

impl Flight {
    pub const fn new() -> Self {
        Self {
            state: Mutex::new(State {
                under_way: 0,
                score: Score {
                    succeeded: 0,
                    failed: 0,
                    cancelled: 0,
                    most: 0,
                },
                handed_over: Vec::new(),
                closes: BinaryHeap::new(),
                ends: false,
            }),
            changed: Condvar::new(),
        }
    }

    fn change<T>(&self, change: impl FnOnce(&mut State) -> T) -> T {
        let changed = change(&mut self.state.lock().unwrap());
        self.changed.notify_all();
        changed
    }

    /// Waits for room below `most`, and takes it. `false`: it is too late.
    pub fn take_off(&self, most: usize, until: Instant) -> bool {
        let left = until.saturating_duration_since(Instant::now());
        let has_room = wait_until(&self.changed, &self.state, left, |it| it.under_way < most);
        let goes = has_room && Instant::now() < until;
        if goes {
            let mut state = self.state.lock().unwrap();
            state.under_way += 1;
            state.score.most = state.score.most.max(state.under_way);
        }
        goes
    }

    /// One has come to its end.
    pub fn landed(&self, is_cancelled: bool, result: Option<Result<usize>>) {
        self.change(|state| {
            state.under_way -= 1;
            match result {
                Some(Ok(_)) => state.score.succeeded += 1,
                _ if is_cancelled => state.score.cancelled += 1,
                _ => state.score.failed += 1,
            }
        });
    }

    /// Waits until nobody is under way.
    pub fn wait_empty(&self, patience: Duration) -> bool {
        wait_until(&self.changed, &self.state, patience, |it| it.under_way == 0)
    }

    /// Another thread goes on with it.
    pub fn hand_over(&self, operation: Arc<Operation>) {
        self.change(|state| state.handed_over.push(operation));
    }

    /// Another thread closes the handle then.
    pub fn close_later(&self, handle: usize, after: Duration) {
        self.change(|state| state.closes.push(Reverse((Instant::now() + after, handle))));
    }

    /// The threads that do both.
    pub fn start_helpers(&'static self, count: usize) -> Vec<JoinHandle<()>> {
        let mut helpers: Vec<_> = (0..count)
            .map(|_| std::thread::spawn(|| self.go_on_with_others()))
            .collect();
        helpers.push(std::thread::spawn(|| self.close_others()));
        helpers
    }

    /// Ends the threads; what the round has brought.
    pub fn end(&self, helpers: Vec<JoinHandle<()>>) -> Score {
        self.change(|state| state.ends = true);
        for helper in helpers {
            helper.join().expect("no panic");
        }
        let state = std::mem::take(&mut *self.state.lock().unwrap());
        state.score
    }

    fn go_on_with_others(&self) {
        let mut state = self.state.lock().unwrap();
        while !state.ends {
            match state.handed_over.pop() {
                Some(operation) => {
                    drop(state);
                    operation.resume();
                    drop(operation);
                    state = self.state.lock().unwrap();
                }
                None => state = self.changed.wait(state).unwrap(),
            }
        }
    }

    fn close_others(&self) {
        let mut state = self.state.lock().unwrap();
        while !state.ends {
            let now = Instant::now();
            let next = state.closes.peek().map(|Reverse((at, _))| *at);
            match next {
                Some(at) if at <= now => {
                    let Some(Reverse((_, handle))) = state.closes.pop() else {
                        continue;
                    };
                    drop(state);
                    // It may be gone already.
                    let _ = close_value(handle);
                    state = self.state.lock().unwrap();
                }
                next => {
                    let rest = next.map_or(Duration::from_secs(1), |at| at - now);
                    state = self.changed.wait_timeout(state, rest).unwrap().0;
                }
            }
        }
    }
}
