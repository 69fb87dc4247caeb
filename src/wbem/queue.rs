//! The objects of a semisynchronous call: they wait until somebody asks.

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::{Duration, Instant};

use parking_lot::{Condvar, Mutex};

use super::call::Ending;
use super::operation::{Rejected, Sink};
use super::{Call, Error, Namespace, Object, Operation, Result};

/// What there is, for one or several readers.
struct Store {
    state: Mutex<State>,
    more: Condvar,
    /// What was read is not kept.
    is_forward_only: bool,
}

#[derive(Default)]
struct State {
    objects: VecDeque<Object>,
    /// How many were read and thrown away.
    gone: usize,
    weight: usize,
    end: Option<(Result<Ending>, Option<Object>)>,
}

/// A reader's place in what a call gives.
pub struct Queue {
    store: Arc<Store>,
    place: Mutex<usize>,
    /// `None` for what has run already.
    _call: Option<Arc<Running>>,
}

/// The call ends with the last of its readers.
struct Running(Arc<Operation>);

impl Drop for Running {
    fn drop(&mut self) {
        self.0.cancel();
    }
}

/// What a reader got.
pub enum Taken {
    All(Vec<Object>),
    /// Fewer than were asked for, and no more will come.
    Last(Vec<Object>),
    /// Fewer than were asked for in the time there was.
    Late(Vec<Object>),
    Failed(Error, Option<Object>),
}

struct Filler(Arc<Store>);

impl Sink for Filler {
    fn indicate(&self, objects: Vec<Object>) -> std::result::Result<(), Rejected> {
        let mut state = self.0.state.lock();
        state.weight += objects.iter().map(Object::weight).sum::<usize>();
        state.objects.extend(objects);
        self.0.more.notify_all();
        Ok(())
    }

    fn progress(&self, _done: u64, _total: u64, _text: &str) -> std::result::Result<(), Rejected> {
        Ok(())
    }

    fn complete(&self, result: &Result<Ending>, error: Option<Object>) {
        self.0.state.lock().end = Some((result.clone(), error));
        self.0.more.notify_all();
    }

    fn backlog(&self) -> usize {
        self.0.state.lock().weight
    }
}

impl Queue {
    /// Runs a call on a thread of the library.
    pub fn start(namespace: &Arc<Namespace>, call: Call, is_forward_only: bool) -> Self {
        Self::fed_by(is_forward_only, |sink| {
            Operation::start(namespace, call, sink, 0, false)
        })
    }

    /// What an operation gives that is begun with the queue's sink.
    pub fn fed_by(
        is_forward_only: bool,
        begin: impl FnOnce(Arc<dyn Sink>) -> Arc<Operation>,
    ) -> Self {
        let store = Store {
            state: Mutex::default(),
            more: Condvar::new(),
            is_forward_only,
        };
        let store = Arc::new(store);
        let operation = begin(Arc::new(Filler(store.clone())));
        Self {
            store,
            place: Mutex::new(0),
            _call: Some(Arc::new(Running(operation))),
        }
    }

    /// What has come already.
    pub fn full(objects: Vec<Object>, ending: Ending, is_forward_only: bool) -> Self {
        let state = State {
            objects: objects.into(),
            end: Some((Ok(ending), None)),
            ..State::default()
        };
        let store = Store {
            state: Mutex::new(state),
            more: Condvar::new(),
            is_forward_only,
        };
        Self {
            store: Arc::new(store),
            place: Mutex::new(0),
            _call: None,
        }
    }

    /// Another reader at the same place.
    pub fn another(&self) -> Result<Self> {
        if self.store.is_forward_only {
            return Err(Error::INVALID_OPERATION);
        }
        let place = Mutex::new(*self.place.lock());
        Ok(Self {
            store: self.store.clone(),
            place,
            _call: self._call.clone(),
        })
    }

    /// Goes back to the first.
    pub fn reset(&self) -> Result<()> {
        if self.store.is_forward_only {
            return Err(Error::INVALID_OPERATION);
        }
        *self.place.lock() = 0;
        Ok(())
    }

    /// Whether everything was read.
    pub fn is_exhausted(&self) -> bool {
        let state = self.store.state.lock();
        matches!(state.end, Some((Ok(_), _)))
            && *self.place.lock() >= state.gone + state.objects.len()
    }

    /// Waits for so many objects; for ever without a time.
    pub fn take(&self, count: usize, time: Option<Duration>) -> Taken {
        self.take_unless(count, time, &|| false)
    }

    /// The same until somebody has enough, which is asked now and then.
    pub fn take_unless(
        &self,
        count: usize,
        time: Option<Duration>,
        is_enough: &dyn Fn() -> bool,
    ) -> Taken {
        const NOW_AND_THEN: Duration = Duration::from_millis(50);
        let deadline = time.and_then(|time| Instant::now().checked_add(time));
        let mut state = self.store.state.lock();
        loop {
            let place = *self.place.lock();
            let there = (state.gone + state.objects.len()).saturating_sub(place);
            let is_late = deadline.is_some_and(|it| Instant::now() >= it) || is_enough();
            if there < count && state.end.is_none() && !is_late {
                let look = Instant::now() + NOW_AND_THEN;
                self.store
                    .more
                    .wait_until(&mut state, deadline.map_or(look, |it| it.min(look)));
                continue;
            }
            let objects = self.read(&mut state, count.min(there));
            return match &state.end {
                _ if objects.len() == count => Taken::All(objects),
                // What came before a failure is read first.
                Some((Err(error), status)) if objects.is_empty() => {
                    Taken::Failed(*error, status.clone())
                }
                Some(_) => Taken::Last(objects),
                None => Taken::Late(objects),
            };
        }
    }

    fn read(&self, state: &mut State, count: usize) -> Vec<Object> {
        let mut place = self.place.lock();
        let from = *place - state.gone;
        *place += count;
        if self.store.is_forward_only {
            state.gone += count;
            let objects: Vec<Object> = state.objects.drain(..count).collect();
            let weight = objects.iter().map(Object::weight).sum();
            state.weight = state.weight.saturating_sub(weight);
            return objects;
        }
        state.objects.range(from..from + count).cloned().collect()
    }

    /// How the call ended, when it has within the time.
    pub fn end(&self, time: Option<Duration>) -> Option<Result<Ending>> {
        let deadline = time.and_then(|time| Instant::now().checked_add(time));
        let mut state = self.store.state.lock();
        while state.end.is_none() {
            match deadline {
                Some(deadline) if self.store.more.wait_until(&mut state, deadline).timed_out() => {
                    break
                }
                Some(_) => {}
                None => self.store.more.wait(&mut state),
            }
        }
        state.end.as_ref().map(|(result, _)| result.clone())
    }
}
