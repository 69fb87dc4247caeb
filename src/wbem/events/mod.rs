//! Subscriptions to events: who waits for what, and what becomes of an event for each of them.

mod intrinsic;
mod poller;

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::Arc;
use std::time::SystemTime;

use parking_lot::Mutex;

use self::intrinsic::Watched;
use self::poller::Poller;
use super::operation::{Delivery, Sink};
use super::plan::holds;
use super::wql::{Condition, Query};
use super::{datetime, Class, Error, Namespace, Object, Operation, Result, Value};

/// Above this a slow sink's events are dropped, until it has caught up.
const MOST: usize = 20_000_000;

/// A subscription that is sound and has not begun.
pub struct Subscription {
    namespace: Arc<Namespace>,
    class: Arc<Class>,
    query: Query,
    text: String,
    /// The classes of which instances come and go, for events of instances.
    watched: Vec<Watched>,
}

/// A subscription with its sink.
pub struct Subscriber {
    operation: Arc<Operation>,
    class: Arc<Class>,
    condition: Option<Condition>,
    shown: Option<Arc<[usize]>>,
    /// The bytes of events that wait for the sink.
    waiting: AtomicUsize,
}

/// Who waits for events that come by themselves.
#[derive(Default)]
pub struct Audience(Mutex<Vec<Arc<Subscriber>>>);

impl Subscription {
    pub fn new(namespace: &Arc<Namespace>, query: Query, text: &str) -> Result<Self> {
        let class = namespace
            .class(&query.class)
            .ok_or(Error::INVALID_CLASS)?
            .clone();
        if !class.is_a("__Event") {
            return Err(Error::NOT_EVENT_CLASS);
        }
        if query.is_grouped {
            return Err(Error::NOT_SUPPORTED);
        }
        let watched = if class.is_a("__InstanceOperationEvent") {
            intrinsic::watched(namespace, &query)?
        } else {
            namespace.begin_sources(&class)?;
            Vec::new()
        };
        Ok(Self {
            namespace: namespace.clone(),
            class,
            query,
            text: text.to_owned(),
            watched,
        })
    }

    /// Begins, with a sink. What happens after this returns is told; it lasts until it is cancelled.
    pub fn begin(self, sink: Arc<dyn Sink>, key: usize) -> Arc<Operation> {
        let says = ("ExecNotificationQuery", self.text.as_str());
        let operation = Operation::new(&self.namespace, sink, key, false, says);
        let subscriber = Arc::new(Subscriber {
            operation: operation.clone(),
            shown: self.shown(),
            class: self.class,
            condition: self.query.condition,
            waiting: AtomicUsize::new(0),
        });
        for watched in self.watched {
            Poller::join(&self.namespace, watched, &subscriber);
        }
        self.namespace.audience.join(subscriber);
        operation
    }

    /// The places of what was selected. Names that the class has not are no error here.
    fn shown(&self) -> Option<Arc<[usize]>> {
        let names = self.query.select.as_ref()?.iter();
        Some(
            names
                .filter_map(|path| self.class.place(&path[0]))
                .collect(),
        )
    }
}

impl Subscriber {
    /// Whether events of that class may be what the query asks for.
    fn wants(&self, class: &str) -> bool {
        ["__InstanceOperationEvent", class]
            .iter()
            .any(|it| self.class.name.eq_ignore_ascii_case(it))
    }

    fn is_over(&self) -> bool {
        self.operation.is_cancelled()
    }

    /// How much waits for the sink, here and in itself.
    fn backlog(&self) -> usize {
        self.waiting.load(Ordering::Acquire) + self.operation.backlog()
    }

    /// Leaves an event for the sink, if it is what the query asks for.
    fn tell(self: &Arc<Self>, event: &Object) {
        let is_wanted = event.class.is_a(&self.class.name)
            && self
                .condition
                .as_ref()
                .is_none_or(|it| holds(it, event) == Some(true));
        if !is_wanted || self.is_over() {
            return;
        }
        let weight = event.weight();
        if self.backlog() + weight > MOST {
            return;
        }
        self.waiting.fetch_add(weight, Ordering::AcqRel);
        let event = match &self.shown {
            Some(shown) => event.clone().showing(shown.clone()),
            None => event.clone(),
        };
        self.operation.post(Delivery::Event(
            event,
            Waiting {
                subscriber: self.clone(),
                weight,
            },
        ));
    }
}

/// An event's share of what waits.
pub struct Waiting {
    subscriber: Arc<Subscriber>,
    weight: usize,
}

impl Drop for Waiting {
    fn drop(&mut self) {
        self.subscriber
            .waiting
            .fetch_sub(self.weight, Ordering::AcqRel);
    }
}

impl Audience {
    fn join(&self, subscriber: Arc<Subscriber>) {
        let mut all = self.0.lock();
        all.retain(|it| !it.is_over());
        all.push(subscriber);
    }

    /// Those who still listen.
    fn listeners(&self) -> Vec<Arc<Subscriber>> {
        let mut all = self.0.lock();
        all.retain(|it| !it.is_over());
        all.clone()
    }

    /// Whether anybody waits for events that an event of that class would be one of.
    pub fn wants(&self, class: &Class) -> bool {
        self.listeners().iter().any(|it| class.is_a(&it.class.name))
    }

    /// Tells an event to all who asked for it.
    pub fn tell(&self, event: &Object) {
        for listener in self.listeners() {
            listener.tell(event);
        }
    }
}

/// An event that has just come about.
pub fn event(namespace: &Namespace, class: &str) -> Option<Object> {
    let mut event = namespace.homeless(class)?;
    let now = datetime::file_time(SystemTime::now());
    event.set("TIME_CREATED", now.into()).ok()?;
    Some(event)
}

/// An event of an instance that has come, gone or changed.
pub fn of_instance(
    namespace: &Namespace,
    class: &str,
    target: Object,
    previous: Option<Object>,
) -> Option<Object> {
    let mut event = event(namespace, class)?;
    let set = event.set("TargetInstance", Value::Object(target.into()));
    set.ok()?;
    if let Some(previous) = previous {
        let set = event.set("PreviousInstance", Value::Object(previous.into()));
        set.ok()?;
    }
    Some(event)
}
