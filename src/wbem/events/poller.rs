//! Looks at a class again and again, for all who want to know what has changed.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, LazyLock};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use parking_lot::Mutex;

use super::intrinsic::Watched;
use super::{of_instance, Subscriber};
use crate::wbem::provider::{Changes, Provider, Scan};
use crate::wbem::{clock, Class, Namespace, Object};

/// Above this many bytes that wait for a sink, its class is looked at less often.
const MANY: usize = 10_000_000;
/// By so much.
const REST: Duration = Duration::from_secs(2);

type Pollers = HashMap<(usize, usize), Arc<Poller>>;
static POLLERS: LazyLock<Mutex<Pollers>> = LazyLock::new(Mutex::default);

pub struct Poller {
    namespace: Arc<Namespace>,
    class: Arc<Class>,
    provider: Arc<dyn Provider>,
    /// Numbers the looks as they begin.
    looks: AtomicU64,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    members: Vec<Member>,
    /// What was there, by path.
    known: HashMap<String, Object>,
    /// The look that `known` is from.
    look: u64,
    /// The one appointment that counts.
    appointment: u64,
}

struct Member {
    subscriber: Arc<Subscriber>,
    interval: Duration,
}

/// When the clock shows another second.
fn next_second() -> Instant {
    const CERTAINLY: Duration = Duration::from_millis(2);
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    let passed = Duration::from_nanos(since.unwrap_or_default().subsec_nanos().into());
    Instant::now() + Duration::from_secs(1).saturating_sub(passed) + CERTAINLY
}

/// What is there now.
struct Look {
    number: u64,
    objects: Vec<Object>,
    /// Whether all properties were read, or just what tells one instance from another.
    is_full: bool,
}

impl Poller {
    /// Adds a subscriber: what happens after this returns is told to it.
    pub fn join(namespace: &Arc<Namespace>, watched: Watched, subscriber: &Arc<Subscriber>) {
        let key = (
            Arc::as_ptr(namespace) as usize,
            Arc::as_ptr(&watched.class) as usize,
        );
        let mut pollers = POLLERS.lock();
        let poller = pollers.entry(key).or_insert_with(|| {
            Arc::new(Self {
                namespace: namespace.clone(),
                class: watched.class,
                provider: watched.provider,
                looks: AtomicU64::new(1),
                state: Mutex::default(),
            })
        });
        let poller = poller.clone();
        drop(pollers);
        let look = poller.look(true);
        let mut state = poller.state.lock();
        // The first look of all finds nothing new.
        if let Some(look) = look {
            poller.compare(&mut state, look);
        }
        state.members.retain(|it| !it.subscriber.is_over());
        state.members.push(Member {
            subscriber: subscriber.clone(),
            interval: watched.interval,
        });
        poller.appoint(&mut state, Instant::now());
    }

    /// Makes the next appointment, in place of the one there was.
    fn appoint(self: &Arc<Self>, state: &mut State, from: Instant) {
        state.appointment += 1;
        let number = state.appointment;
        let Some(mut interval) = state.members.iter().map(|it| it.interval).min() else {
            return;
        };
        if state
            .members
            .iter()
            .any(|it| it.subscriber.backlog() > MANY)
        {
            interval += REST;
        }
        let time = match self.provider.changes() {
            Changes::EverySecond => Some(next_second()),
            _ => from.checked_add(interval),
        };
        // A time that never comes is none.
        if let Some(time) = time {
            let this = self.clone();
            clock::at(time, move || this.keep(number, time));
        }
    }

    fn keep(self: &Arc<Self>, appointment: u64, time: Instant) {
        let wants_changes = {
            let mut state = self.state.lock();
            if state.appointment != appointment {
                return;
            }
            state.members.retain(|it| !it.subscriber.is_over());
            if state.members.is_empty() {
                state.known.clear();
                drop(state);
                return self.retire();
            }
            state
                .members
                .iter()
                .any(|it| it.subscriber.wants("__InstanceModificationEvent"))
        };
        let look = self.look(wants_changes);
        let mut state = self.state.lock();
        if let Some(look) = look {
            self.compare(&mut state, look);
        }
        if state.appointment == appointment {
            // At a steady pace, but for looks that were missed.
            let next = time.max(
                Instant::now()
                    .checked_sub(Duration::from_millis(100))
                    .unwrap_or(time),
            );
            self.appoint(&mut state, next);
        }
    }

    /// Nobody is left.
    fn retire(self: &Arc<Self>) {
        let mut pollers = POLLERS.lock();
        if self.state.lock().members.is_empty() {
            pollers.retain(|_, it| !Arc::ptr_eq(it, self));
        }
    }

    fn look(&self, is_full: bool) -> Option<Look> {
        let number = self.looks.fetch_add(1, Ordering::AcqRel);
        let identity = self.provider.identity();
        let is_full = is_full || identity.is_empty();
        let wanted: Vec<bool> = self
            .class
            .properties
            .iter()
            .map(|it| is_full || it.is_key || identity.iter().any(|name| *name == &*it.name))
            .collect();
        let mut objects = Vec::new();
        // A look that fails sees nothing, neither what is there nor what is not.
        let scan = self.scan(&wanted);
        self.provider.instances(&scan, &mut objects).ok()?;
        Some(Look {
            number,
            objects,
            is_full,
        })
    }

    fn scan<'a>(&'a self, wanted: &'a [bool]) -> Scan<'a> {
        Scan {
            class: &self.class,
            home: &self.namespace.home,
            wanted,
        }
    }

    /// Tells what is different from the last time. The gates take it; nobody is called here.
    fn compare(&self, state: &mut State, look: Look) {
        if look.number <= state.look {
            return;
        }
        let is_first = state.look == 0 || state.members.is_empty();
        let mut known = HashMap::with_capacity(look.objects.len());
        let mut gone = std::mem::take(&mut state.known);
        for object in look.objects {
            let Some(path) = object.relative_path() else {
                continue;
            };
            match gone.remove(&path) {
                Some(old) if self.is_same_one(&old, &object) => {
                    if !look.is_full {
                        known.insert(path, old);
                        continue;
                    }
                    if old != object {
                        self.tell(state, "__InstanceModificationEvent", &object, Some(old));
                    }
                    known.insert(path, object);
                }
                old => {
                    if let Some(old) = old {
                        self.tell(state, "__InstanceDeletionEvent", &old, None);
                    }
                    let all = vec![true; self.class.properties.len()];
                    let is_settled = is_first || self.provider.identity().is_empty();
                    let whole = if look.is_full && is_settled {
                        Some(object)
                    } else {
                        self.provider.again(&self.scan(&all), &object)
                    };
                    if let Some(object) = whole {
                        if !is_first {
                            self.tell(state, "__InstanceCreationEvent", &object, None);
                        }
                        known.insert(path, object);
                    }
                }
            }
        }
        for old in gone.values() {
            self.tell(state, "__InstanceDeletionEvent", old, None);
        }
        state.known = known;
        state.look = look.number;
    }

    /// Whether an instance with the same keys is the same instance.
    fn is_same_one(&self, old: &Object, new: &Object) -> bool {
        let names = self.provider.identity().iter();
        let mut places = names.filter_map(|name| self.class.place(name));
        places.all(|place| old.value(place) == new.value(place))
    }

    fn tell(&self, state: &State, class: &str, target: &Object, previous: Option<Object>) {
        let mut listeners = state
            .members
            .iter()
            .filter(|it| it.subscriber.wants(class))
            .peekable();
        if listeners.peek().is_none() {
            return;
        }
        let event = of_instance(&self.namespace, class, target.clone(), previous);
        let Some(event) = event else {
            return;
        };
        listeners.for_each(|it| it.subscriber.tell(&event));
    }
}
