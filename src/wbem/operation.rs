//! An operation: a call with a sink, its notices in order, and its last word.

use std::cell::RefCell;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::Arc;
use std::time::{Duration, Instant};

use parking_lot::{Condvar, Mutex};

use super::call::Ending;
use super::events::Waiting;
use super::{cancel, threads, Call, Error, Feed, Flow, Namespace, Object, Result};
use crate::notify::{Completes, Completion, Gate};

/// The sink said no.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rejected;

/// Who is told.
pub trait Sink: Send + Sync {
    fn indicate(&self, objects: Vec<Object>) -> std::result::Result<(), Rejected>;
    fn progress(&self, done: u64, total: u64, text: &str) -> std::result::Result<(), Rejected>;
    /// The last that a sink is told; it is dropped right after.
    fn complete(&self, result: &Result<Ending>, error: Option<Object>);

    /// How much waits in the sink itself, in bytes.
    fn backlog(&self) -> usize {
        0
    }
}

/// What a sink is told, in the order of the gate.
pub enum Delivery {
    Objects(Vec<Object>),
    /// One that came by itself, and what it takes while it waits.
    Event(Object, Waiting),
    Progress {
        done: u64,
        total: u64,
        text: String,
    },
    Last(Result<Ending>),
}

/// One call with a sink.
pub struct Operation {
    gate: Gate<Delivery>,
    /// Taken with the last word.
    sink: Mutex<Option<Arc<dyn Sink>>>,
    /// What the program calls the sink: the address that it cancels by.
    key: usize,
    sends_progress: bool,
    is_cancelled: AtomicBool,
    /// Somebody is on the way to drain the gate.
    is_drained: AtomicBool,
    is_over: Mutex<bool>,
    over: Condvar,
    /// What an __ExtendedStatus says.
    method: &'static str,
    parameter: String,
    namespace: Arc<Namespace>,
}

thread_local! {
    /// The operations whose sinks this thread is in.
    static INSIDE: RefCell<Vec<usize>> = const { RefCell::new(Vec::new()) };
}

/// `None`: the thread is ending and has no list any more.
fn with_inside<T>(use_it: impl FnOnce(&mut Vec<usize>) -> T) -> Option<T> {
    let used = INSIDE.try_with(|inside| use_it(&mut inside.borrow_mut()));
    used.ok()
}

/// Objects are told of in groups of this, as long as they come quickly.
const GROUP: usize = 64;
const QUICKLY: Duration = Duration::from_millis(5);

impl Operation {
    /// An operation that is known to [`cancel()`] and has not begun.
    pub fn new(
        namespace: &Arc<Namespace>,
        sink: Arc<dyn Sink>,
        key: usize,
        sends_progress: bool,
        (method, parameter): (&'static str, &str),
    ) -> Arc<Self> {
        let operation = Arc::new(Self {
            gate: Gate::default(),
            sink: Mutex::new(Some(sink)),
            key,
            sends_progress,
            is_cancelled: AtomicBool::new(false),
            is_drained: AtomicBool::new(false),
            is_over: Mutex::new(false),
            over: Condvar::new(),
            method,
            parameter: parameter.to_owned(),
            namespace: namespace.clone(),
        });
        cancel::enlist(key, &operation);
        operation
    }

    /// Runs a call with a sink, on a thread of the library.
    pub fn start(
        namespace: &Arc<Namespace>,
        call: Call,
        sink: Arc<dyn Sink>,
        key: usize,
        progress: bool,
    ) -> Arc<Self> {
        let operation = Self::new(
            namespace,
            sink,
            key,
            progress,
            (call.method, &call.parameter),
        );
        let completion = Completion::new(operation.clone());
        let running = operation.clone();
        threads::run(move || {
            let mut group = Group {
                operation: &running,
                objects: Vec::new(),
                since: None,
            };
            let result = (call.work)(&mut group);
            let _ = group.flush();
            completion.report(result);
        });
        operation
    }

    pub fn is_cancelled(&self) -> bool {
        self.is_cancelled.load(Ordering::Acquire)
    }

    /// Tells the sink on this thread. Only one thread does this for an operation.
    fn say(self: &Arc<Self>, delivery: Delivery) -> Flow {
        // The operation is inside while its sink is: a cancel from there leaves the last word to us.
        if self.gate.enter().is_err() {
            return Flow::Break(());
        }
        let _nobody_else_speaks = self.gate.say(delivery, |it| self.speak(it));
        let _ = self.gate.leave(|it| self.speak(it));
        if self.is_cancelled() {
            Flow::Break(())
        } else {
            Flow::Continue(())
        }
    }

    /// Leaves something for the sink, which a thread of the library tells it in order.
    pub fn post(self: &Arc<Self>, delivery: Delivery) {
        self.gate.post(delivery);
        if !self.is_drained.swap(true, Ordering::AcqRel) {
            let errand = Errand(self.clone());
            threads::run(move || errand.0.drain());
        }
    }

    fn drain(self: &Arc<Self>) {
        loop {
            self.is_drained.store(false, Ordering::Release);
            let entered = self.gate.enter().is_ok();
            self.gate.drain(|it| self.speak(it));
            if entered {
                let _ = self.gate.leave(|it| self.speak(it));
            }
            if !self.gate.is_pending() || self.is_drained.swap(true, Ordering::AcqRel) {
                return;
            }
        }
    }

    /// How much waits in the sink itself.
    pub fn backlog(&self) -> usize {
        self.sink.lock().as_ref().map_or(0, |sink| sink.backlog())
    }

    /// Tells the sink. The gate sees to it that one thread at a time is here.
    fn speak(self: &Arc<Self>, delivery: Delivery) {
        let _inside = Inside::enter(self.mark());
        let result = match delivery {
            Delivery::Last(result) => return self.last_word(&result),
            _ if self.is_cancelled() => return,
            Delivery::Objects(objects) => self.with_sink(|sink| sink.indicate(objects)),
            Delivery::Event(event, _waits_until_here) => {
                self.with_sink(|sink| sink.indicate(vec![event]))
            }
            Delivery::Progress { done, total, text } => {
                self.with_sink(|sink| sink.progress(done, total, &text))
            }
        };
        if result == Some(Err(Rejected)) {
            self.cancel();
        }
    }

    fn with_sink<T>(&self, tell: impl FnOnce(&dyn Sink) -> T) -> Option<T> {
        // No lock is held while the program is called.
        let sink = self.sink.lock().clone();
        sink.map(|sink| tell(&*sink))
    }

    fn last_word(&self, result: &Result<Ending>) {
        let sink = self.sink.lock().take();
        if let Some(sink) = sink {
            sink.complete(result, self.extended_status(result));
        }
        cancel::strike(self.key, self);
        *self.is_over.lock() = true;
        self.over.notify_all();
    }

    fn extended_status(&self, result: &Result<Ending>) -> Option<Object> {
        let Err(Error(code)) = *result else {
            return None;
        };
        let is_cancelled = *result == Err(Error::CALL_CANCELLED);
        (!is_cancelled)
            .then(|| {
                self.namespace
                    .extended_status(self.method, &self.parameter, code)
            })
            .flatten()
    }

    /// Ends the operation. Nothing begins after this; the last word is said now, or by who is in the sink.
    pub fn cancel(self: &Arc<Self>) {
        self.end(Err(Error::CALL_CANCELLED));
        // What still waits is not told any more, so that no thread has to be there for it.
        if self.gate.is_pending() {
            self.drain();
        }
    }

    fn end(self: &Arc<Self>, result: Result<Ending>) {
        if result == Err(Error::CALL_CANCELLED) {
            self.is_cancelled.store(true, Ordering::Release);
        }
        let _has_ended_before = self.gate.close(Delivery::Last(result), |it| self.speak(it));
    }

    /// Whether this thread is in the sink of the operation, and must say the last word when it is back.
    pub fn is_here(&self) -> bool {
        with_inside(|inside| inside.contains(&self.mark())).unwrap_or(false)
    }

    /// Waits until the last word is said.
    pub fn wait(&self, deadline: Instant) {
        let mut is_over = self.is_over.lock();
        while !*is_over {
            if self.over.wait_until(&mut is_over, deadline).timed_out() {
                return;
            }
        }
    }

    fn mark(&self) -> usize {
        std::ptr::from_ref(self) as usize
    }
}

impl Completes for Operation {
    type Outcome = Result<Ending>;

    fn abandoned() -> Self::Outcome {
        Err(Error::CRITICAL)
    }

    fn complete(self: &Arc<Self>, outcome: Self::Outcome) {
        self.end(outcome);
    }
}

/// A thread is on the way to drain the gate. Without one, the next notice asks again.
struct Errand(Arc<Operation>);

impl Drop for Errand {
    fn drop(&mut self) {
        self.0.is_drained.store(false, Ordering::Release);
    }
}

/// This thread is in the sink of an operation.
struct Inside;

impl Inside {
    fn enter(mark: usize) -> Self {
        with_inside(|inside| inside.push(mark));
        Self
    }
}

impl Drop for Inside {
    fn drop(&mut self) {
        with_inside(Vec::pop);
    }
}

/// Collects objects, so that a sink is called for several.
struct Group<'a> {
    operation: &'a Arc<Operation>,
    objects: Vec<Object>,
    /// When the first of them came.
    since: Option<Instant>,
}

impl Group<'_> {
    fn flush(&mut self) -> Flow {
        self.since = None;
        if self.objects.is_empty() {
            return Flow::Continue(());
        }
        self.operation
            .say(Delivery::Objects(std::mem::take(&mut self.objects)))
    }
}

impl Feed for Group<'_> {
    fn give(&mut self, object: Object) -> Flow {
        self.objects.push(object);
        let since = *self.since.get_or_insert_with(Instant::now);
        if self.objects.len() >= GROUP || since.elapsed() > QUICKLY {
            return self.flush();
        }
        if self.operation.is_cancelled() {
            Flow::Break(())
        } else {
            Flow::Continue(())
        }
    }

    fn is_over(&self) -> bool {
        self.operation.is_cancelled()
    }

    fn progress(&mut self, done: u64, total: u64, text: &str) -> Flow {
        self.flush()?;
        if !self.operation.sends_progress {
            return Flow::Continue(());
        }
        self.operation.say(Delivery::Progress {
            done,
            total,
            text: text.to_owned(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Default)]
    struct Noted(Mutex<Vec<String>>);

    impl Sink for Arc<Noted> {
        fn indicate(&self, objects: Vec<Object>) -> std::result::Result<(), Rejected> {
            self.0.lock().push(format!("{} objects", objects.len()));
            Ok(())
        }

        fn progress(&self, _: u64, _: u64, _: &str) -> std::result::Result<(), Rejected> {
            Ok(())
        }

        fn complete(&self, result: &Result<Ending>, _error: Option<Object>) {
            self.0.lock().push(format!("{result:?}"));
        }
    }

    /// Notices wait, and there is no thread that could tell them.
    #[test]
    fn a_cancel_says_the_last_word_when_no_thread_can_be_had() {
        let namespace = Namespace::open(r"root\cimv2").unwrap();
        let noted = Arc::<Noted>::default();
        let operation = Operation::new(&namespace, Arc::new(noted.clone()), 0, false, ("Test", ""));
        operation.gate.post(Delivery::Objects(Vec::new()));
        operation.is_drained.store(true, Ordering::Release);
        drop(Errand(operation.clone()));
        assert!(
            !operation.is_drained.load(Ordering::Acquire),
            "the next notice asks again"
        );
        operation.cancel();
        let expected = format!("{:?}", Result::<Ending>::Err(Error::CALL_CANCELLED));
        assert_eq!(*noted.0.lock(), [expected]);
        assert_eq!(Arc::strong_count(&noted), 1, "the sink is released");
        operation.wait(Instant::now());
    }
}
