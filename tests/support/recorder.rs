//! Records status notifications, and waits for them.
//!
//! A recorder's address is the context of the handles it listens to. It is
//! never freed, so a library that calls back too late is found by a failing
//! assertion and not by a crash.

use std::any::Any;
use std::collections::HashMap;
use std::ffi::c_void;
use std::fmt;
use std::panic::{catch_unwind, AssertUnwindSafe};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Condvar, Mutex, MutexGuard};
use std::thread::ThreadId;
use std::time::{Duration, Instant};

use wininet::abi::{
    INTERNET_STATUS_HANDLE_CLOSING, INTERNET_STATUS_HANDLE_CREATED,
    INTERNET_STATUS_REQUEST_COMPLETE,
};

use super::info::{decode, name, Flavour, Info};
use super::kept::kept;
use super::latch::PATIENCE;

/// One notification.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Its place among all notifications of the process, over all recorders.
    pub order: u64,
    pub handle: usize,
    pub status: u32,
    pub info: Info,
    pub length: u32,
    pub thread: ThreadId,
    /// How many callbacks of this recorder it came inside of, on its thread.
    pub depth: usize,
    pub flavour: Flavour,
}

impl Event {
    pub fn name(&self) -> String {
        name(self.status)
    }
}

impl fmt::Display for Event {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.name())?;
        match &self.info {
            Info::None => Ok(()),
            Info::Text(text) => write!(f, " {text}"),
            Info::Number(number) => write!(f, " {number}"),
            Info::Handle(handle) => write!(f, " {handle:#x}"),
            Info::AsyncResult { result, error } => write!(f, " {{{result:#x}, {error}}}"),
            Info::Odd(why) => write!(f, " ?? {why}"),
        }
    }
}

type Hook = Box<dyn FnMut(&Event) + Send>;

#[derive(Default)]
struct State {
    events: Vec<Event>,
    /// How many events the last `take_names` has handed out.
    taken: usize,
    /// How many events of a status were waited for already.
    waited: HashMap<u32, usize>,
    hooks: HashMap<u32, Vec<Hook>>,
    /// The callbacks that run now: thread and handle.
    running: Vec<(ThreadId, usize)>,
    faults: Vec<String>,
    overlaps: Vec<String>,
}

/// Where notifications are kept. Made by [`Recorder::new`].
#[derive(Default)]
pub struct Recorder {
    state: Mutex<State>,
    changed: Condvar,
}

impl Recorder {
    // Never freed: see above.
    #[allow(clippy::new_ret_no_self)]
    pub fn new() -> &'static Self {
        kept(Self::default())
    }

    /// What to pass as `dwContext`.
    pub fn context(&'static self) -> usize {
        std::ptr::from_ref(self) as usize
    }

    /// Runs `hook` inside each callback of that status, after it was recorded
    /// and with no lock held: it may call the library and wait on this
    /// recorder. A hook that panics is a fault, which the next wait reports.
    pub fn on(&self, status: u32, hook: impl FnMut(&Event) + Send + 'static) {
        let hook = Box::new(hook);
        self.lock().hooks.entry(status).or_default().push(hook);
    }

    /// All events so far.
    pub fn events(&self) -> Vec<Event> {
        self.lock().events.clone()
    }

    /// The short names of all events so far.
    pub fn names(&self) -> Vec<String> {
        self.lock().events.iter().map(Event::name).collect()
    }

    /// The short names of the events since the last call.
    pub fn take_names(&self) -> Vec<String> {
        self.take_events().iter().map(Event::name).collect()
    }

    /// The events since the last call.
    pub fn take_events(&self) -> Vec<Event> {
        let mut state = self.lock();
        let count = state.events.len();
        let from = std::mem::replace(&mut state.taken, count);
        state.events[from..].to_vec()
    }

    /// Each event with its information, as `CONNECTING 127.0.0.1`.
    pub fn list(&self) -> Vec<String> {
        self.lock().events.iter().map(Event::to_string).collect()
    }

    /// How many events of that status have come.
    pub fn count(&self, status: u32) -> usize {
        let events = &self.lock().events;
        events.iter().filter(|e| e.status == status).count()
    }

    /// Asserts that the events since the last take are exactly these.
    #[track_caller]
    pub fn assert_names(&self, expected: &[&str]) {
        self.assert_sound();
        let came = self.take_names();
        assert!(
            came == expected,
            "\nexpected: {}\n    came: {}\nin full:{}",
            expected.join(" "),
            came.join(" "),
            self.describe()
        );
    }

    /// Asserts that no hook panicked, nothing came after a HANDLE_CLOSING of
    /// the same handle, and every information was as the contract has it.
    #[track_caller]
    pub fn assert_sound(&self) {
        let faults = self.faults();
        assert!(
            faults.is_empty(),
            "\n{}{}",
            faults.join("\n"),
            self.describe()
        );
    }

    pub fn faults(&self) -> Vec<String> {
        self.lock().faults.clone()
    }

    /// Callbacks of one handle that ran on two threads at once.
    pub fn overlaps(&self) -> Vec<String> {
        self.lock().overlaps.clone()
    }

    /// Waits for the next event of that status: the first one at the first
    /// call, the second one at the second call.
    #[track_caller]
    pub fn wait_for(&self, status: u32) -> Event {
        let at = {
            let mut state = self.lock();
            let waited = state.waited.entry(status).or_default();
            *waited += 1;
            *waited - 1
        };
        self.wait_nth(status, at)
    }

    /// Waits for REQUEST_COMPLETE: its dwResult and dwError.
    #[track_caller]
    pub fn wait_complete(&self) -> (usize, u32) {
        match self.wait_for(INTERNET_STATUS_REQUEST_COMPLETE).info {
            Info::AsyncResult { result, error } => (result, error),
            other => panic!("REQUEST_COMPLETE with {other:?}"),
        }
    }

    /// Waits for HANDLE_CREATED: the new handle.
    #[track_caller]
    pub fn wait_created(&self) -> usize {
        match self.wait_for(INTERNET_STATUS_HANDLE_CREATED).info {
            Info::Handle(handle) => handle,
            other => panic!("HANDLE_CREATED with {other:?}"),
        }
    }

    /// Waits for HANDLE_CLOSING: the handle that closed.
    #[track_caller]
    pub fn wait_closing(&self) -> usize {
        self.wait_for(INTERNET_STATUS_HANDLE_CLOSING).handle
    }

    /// Waits until `count` events in all have come.
    #[track_caller]
    pub fn wait_count(&self, count: usize) {
        self.wait_until("more events", |state| {
            (state.events.len() >= count).then_some(())
        });
    }

    /// Waits until none of this recorder's callbacks runs. An event is told
    /// when it starts; this also awaits the hooks.
    #[track_caller]
    pub fn wait_idle(&self) {
        self.wait_until("callbacks to return", |state| {
            state.running.is_empty().then_some(())
        });
    }

    #[track_caller]
    fn wait_nth(&self, status: u32, at: usize) -> Event {
        let what = format!("{} number {}", name(status), at + 1);
        self.wait_until(&what, |state| {
            let mut same = state.events.iter().filter(|e| e.status == status);
            same.nth(at).cloned()
        })
    }

    #[track_caller]
    fn wait_until<T>(&self, what: &str, mut find: impl FnMut(&State) -> Option<T>) -> T {
        let deadline = Instant::now() + PATIENCE;
        let mut state = self.lock();
        let found = loop {
            if let Some(found) = find(&state) {
                break Some(found);
            }
            let left = deadline.saturating_duration_since(Instant::now());
            if left == Duration::ZERO || !state.faults.is_empty() {
                break None;
            }
            state = self.changed.wait_timeout(state, left).unwrap().0;
        };
        drop(state);
        self.assert_sound();
        found.unwrap_or_else(|| panic!("waited in vain for {what}{}", self.describe()))
    }

    fn describe(&self) -> String {
        let list = self.list();
        match list.is_empty() {
            true => "\n  (no event)".to_owned(),
            false => list.iter().map(|line| format!("\n  {line}")).collect(),
        }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap()
    }

    fn receive(&self, mut event: Event) {
        let mut hooks = {
            let mut state = self.lock();
            state.enter(&mut event);
            state.hooks.remove(&event.status).unwrap_or_default()
        };
        self.changed.notify_all();
        let run = catch_unwind(AssertUnwindSafe(|| {
            for hook in &mut hooks {
                hook(&event);
            }
        }));
        self.lock().leave(&event, hooks, run.err());
        self.changed.notify_all();
    }
}

impl State {
    fn enter(&mut self, event: &mut Event) {
        let here = self.running.iter().filter(|(t, _)| *t == event.thread);
        event.depth = here.count();
        let elsewhere = |&&(t, h): &&(ThreadId, usize)| t != event.thread && h == event.handle;
        if self.running.iter().find(elsewhere).is_some() {
            self.overlaps.push(event.to_string());
        }
        let is_end =
            |e: &Event| e.status == INTERNET_STATUS_HANDLE_CLOSING && e.handle == event.handle;
        if self.events.iter().any(is_end) {
            self.faults.push(format!("after HANDLE_CLOSING: {event}"));
        }
        if matches!(event.info, Info::Odd(_)) {
            self.faults.push(event.to_string());
        }
        self.running.push((event.thread, event.handle));
        self.events.push(event.clone());
    }

    fn leave(&mut self, event: &Event, hooks: Vec<Hook>, panic: Option<Box<dyn Any + Send>>) {
        let this = (event.thread, event.handle);
        if let Some(at) = self.running.iter().rposition(|&r| r == this) {
            self.running.remove(at);
        }
        // Hooks that were added meanwhile come after those that ran.
        let added = self.hooks.insert(event.status, hooks).unwrap_or_default();
        self.hooks.entry(event.status).or_default().extend(added);
        if let Some(panic) = panic {
            let text = panic.downcast_ref::<String>().cloned();
            let text = text.or_else(|| panic.downcast_ref::<&str>().map(|&s| s.to_owned()));
            let text = text.unwrap_or_default();
            self.faults.push(format!("in {event}: {text}"));
        }
    }
}

/// The callback for `InternetSetStatusCallbackA`.
pub unsafe extern "C-unwind" fn callback_a(
    handle: *mut c_void,
    context: usize,
    status: u32,
    info: *mut c_void,
    length: u32,
) {
    // SAFETY: the library calls it with what the contract says.
    unsafe { receive(Flavour::A, handle, context, status, info, length) };
}

/// The callback for `InternetSetStatusCallbackW`.
pub unsafe extern "C-unwind" fn callback_w(
    handle: *mut c_void,
    context: usize,
    status: u32,
    info: *mut c_void,
    length: u32,
) {
    // SAFETY: the library calls it with what the contract says.
    unsafe { receive(Flavour::W, handle, context, status, info, length) };
}

unsafe fn receive(
    flavour: Flavour,
    handle: *mut c_void,
    context: usize,
    status: u32,
    info: *mut c_void,
    length: u32,
) {
    static ORDER: AtomicU64 = AtomicU64::new(0);
    // SAFETY: a recorder's context is its address, and recorders live for ever.
    let recorder = unsafe { &*(context as *const Recorder) };
    recorder.receive(Event {
        order: ORDER.fetch_add(1, Ordering::Relaxed),
        handle: handle as usize,
        status,
        // SAFETY: as this function's caller has it from the library.
        info: unsafe { decode(flavour, status, info, length) },
        length,
        thread: std::thread::current().id(),
        depth: 0,
        flavour,
    });
}
