//! One request from its handle's creation to HANDLE_CLOSING, and what is counted of it.

use std::cell::UnsafeCell;
use std::collections::HashMap;
use std::ffi::c_void;
use std::ptr::null;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use wininet::abi::*;
use wininet::ffi::*;

use crate::flight::Flight;
use crate::plan::{Outcome, Plan};
use crate::support::*;

const ROOM: usize = 32 * 1024;
static BODY: [u8; 10_000] = [b'b'; 10_000];

/// What is read into. The library writes there until the completion or the close.
struct Buffer {
    count: UnsafeCell<u32>,
    data: UnsafeCell<[u8; ROOM]>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Next {
    Send,
    Read,
}

struct State {
    next: Next,
    /// Asynchronous calls that said ERROR_IO_PENDING or are under way, and completions.
    begun: u32,
    ended: u32,
    calls: u32,
    is_closed: bool,
    length: usize,
    result: Option<Result<usize>>,
}

pub struct Operation {
    number: usize,
    plan: Plan,
    flight: &'static Flight,
    request: AtomicUsize,
    /// The handles that are its own beside the request.
    tree: Vec<usize>,
    state: Mutex<State>,
    buffer: Box<Buffer>,
}

// SAFETY: the cells of the buffer are the library's during a read and afterwards those of the one
// who has its completion.
unsafe impl Sync for Operation {}
// SAFETY: as above.
unsafe impl Send for Operation {}

/// A context is a number in here, so that a callback too late finds nothing, and not freed memory.
static OPEN: Mutex<Option<HashMap<usize, Arc<Operation>>>> = Mutex::new(None);
static NUMBER: AtomicUsize = AtomicUsize::new(1);

fn open<T>(change: impl FnOnce(&mut HashMap<usize, Arc<Operation>>) -> T) -> T {
    change(OPEN.lock().unwrap().get_or_insert_default())
}

/// Starts one; a synchronous one is over when this returns.
pub fn start(flight: &'static Flight, plan: Plan, connection: &Handle, tree: Vec<usize>) {
    let operation = Arc::new(Operation {
        number: NUMBER.fetch_add(1, Ordering::Relaxed),
        plan,
        flight,
        request: AtomicUsize::new(0),
        tree,
        state: Mutex::new(State {
            next: Next::Send,
            begun: 0,
            ended: 0,
            calls: 1, // this function
            is_closed: false,
            length: 0,
            result: None,
        }),
        buffer: Box::new(Buffer {
            count: UnsafeCell::new(0),
            data: UnsafeCell::new([0; ROOM]),
        }),
    });
    let number = operation.number;
    open(|them| them.insert(number, operation.clone()));
    let flags = if plan.secure { INTERNET_FLAG_SECURE } else { 0 };
    let verb = if plan.posts { "POST" } else { "GET" };
    let request = request(connection, verb, plan.path, flags, number).expect("a handle");
    if let Some(timeout) = plan.timeout {
        set_option_u32(&request, INTERNET_OPTION_RECEIVE_TIMEOUT, timeout).expect("set");
    }
    let value = request.leak();
    operation.request.store(value, Ordering::SeqCst);
    if let Some(after) = plan.closed_after {
        flight.close_later(operation.root(), after);
    }
    operation.resume();
}

impl Operation {
    fn root(&self) -> usize {
        let request = self.request.load(Ordering::SeqCst);
        self.tree.first().copied().unwrap_or(request)
    }

    /// Goes on behind a completion.
    pub fn resume(self: &Arc<Self>) {
        self.go_on();
        self.left();
    }

    /// Calls until something is pending or all is done.
    fn go_on(self: &Arc<Self>) {
        loop {
            let next = {
                let mut state = self.state.lock().unwrap();
                state.calls += 1;
                state.begun += 1;
                state.next
            };
            let called = match next {
                Next::Send => self.send(),
                Next::Read => self.read(),
            };
            let is_pending = called == Err(ERROR_IO_PENDING);
            if is_pending && !self.plan.is_async {
                fault(format!("{}: pending although synchronous", self.plan.path));
            }
            let goes_on = !is_pending && {
                self.state.lock().unwrap().begun -= 1;
                self.take(called)
            };
            self.left();
            if !goes_on {
                return;
            }
        }
    }

    fn send(&self) -> Result<()> {
        let length = if self.plan.posts { BODY.len() } else { 0 };
        let request = self.request.load(Ordering::SeqCst) as HINTERNET;
        let data = BODY.as_ptr().cast_mut().cast();
        // SAFETY: static bytes.
        check(unsafe { HttpSendRequestA(request, null(), 0, data, length as u32) })
    }

    fn read(&self) -> Result<()> {
        let request = self.request.load(Ordering::SeqCst) as HINTERNET;
        let size = self.plan.reads.min(ROOM) as u32;
        let (data, count) = (self.buffer.data.get().cast(), self.buffer.count.get());
        // SAFETY: the buffer lives as long as the operation, and that until HANDLE_CLOSING.
        check(unsafe { InternetReadFile(request, data, size, count) })
    }

    /// Takes what a call or a completion has brought. `false`: that was the last.
    fn take(&self, result: Result<()>) -> bool {
        let mut state = self.state.lock().unwrap();
        let done = match result {
            Err(error) => Some(Err(error)),
            Ok(()) if state.next == Next::Send => {
                state.next = Next::Read;
                None
            }
            Ok(()) => {
                // SAFETY: the read is complete.
                let count = unsafe { *self.buffer.count.get() } as usize;
                state.length += count;
                (count == 0).then_some(Ok(state.length))
            }
        };
        let Some(done) = done else {
            return true;
        };
        state.result = Some(done);
        drop(state);
        let _ = close_value(self.root());
        false
    }

    /// A call has returned.
    fn left(&self) {
        let mut state = self.state.lock().unwrap();
        state.calls -= 1;
        let is_over = state.calls == 0 && state.is_closed;
        drop(state);
        if is_over {
            self.end();
        }
    }

    fn is_told(self: &Arc<Self>, handle: usize, status: u32, information: *mut c_void) {
        if status == INTERNET_STATUS_REQUEST_COMPLETE {
            let mut state = self.state.lock().unwrap();
            state.ended += 1;
            state.calls += 1; // what follows of it: closing inside it says HANDLE_CLOSING at once
        }
        if self.plan.closes_in == Some(status) {
            let _ = close_value(self.root());
        }
        match status {
            INTERNET_STATUS_RECEIVING_RESPONSE if self.plan.naps => {
                std::thread::sleep(Duration::from_millis(8));
            }
            INTERNET_STATUS_REQUEST_COMPLETE => {
                // SAFETY: that is what it is.
                let result = unsafe { *information.cast::<INTERNET_ASYNC_RESULT>() };
                let result = match result.dwResult {
                    0 => Err(result.dwError),
                    _ => Ok(()),
                };
                match self.take(result) {
                    true if self.plan.hands_over => self.flight.hand_over(self.clone()),
                    true => self.resume(),
                    false => self.left(),
                }
            }
            INTERNET_STATUS_HANDLE_CLOSING => {
                if handle != self.request.load(Ordering::SeqCst) {
                    fault(format!("HANDLE_CLOSING of {handle:#x}"));
                }
                let mut state = self.state.lock().unwrap();
                state.is_closed = true;
                let is_over = state.calls == 0;
                drop(state);
                if is_over {
                    self.end();
                }
            }
            _ => {}
        }
    }

    /// Closed, and nobody is in a call: what was it?
    fn end(&self) {
        if open(|them| them.remove(&self.number)).is_none() {
            return fault(format!("{} ended twice", self.number));
        }
        let state = self.state.lock().unwrap();
        if state.begun != state.ended {
            let (begun, ended) = (state.begun, state.ended);
            fault(format!(
                "{begun} begun and {ended} completed: {:?}",
                self.plan
            ));
        }
        let is_right = match (self.plan.outcome, state.result) {
            _ if self.plan.is_cancelled() => true,
            (Outcome::Body(expected), Some(Ok(length))) => length == expected,
            (Outcome::Fails, Some(Err(error))) => matches!(
                error,
                ERROR_INTERNET_CONNECTION_ABORTED
                    | ERROR_INTERNET_CONNECTION_RESET
                    | ERROR_HTTP_INVALID_SERVER_RESPONSE
            ),
            (Outcome::TimesOut, Some(Err(error))) => error == ERROR_INTERNET_TIMEOUT,
            _ => false,
        };
        if !is_right {
            fault(format!("{:?} of {:?}", state.result, self.plan));
        }
        let result = state.result;
        drop(state);
        self.flight.landed(self.plan.is_cancelled(), result);
    }
}

/// The callback of all handles.
pub unsafe extern "C-unwind" fn callback(
    handle: *mut c_void,
    context: usize,
    status: u32,
    information: *mut c_void,
    _length: u32,
) {
    match open(|them| them.get(&context).cloned()) {
        Some(operation) => operation.is_told(handle as usize, status, information),
        None => fault(format!("status {status} after the end of {context}")),
    }
}

static FAULTS: Mutex<Vec<String>> = Mutex::new(Vec::new());

pub fn fault(text: String) {
    let mut faults = FAULTS.lock().unwrap();
    // What goes wrong goes wrong a thousand times.
    if faults.len() < 20 {
        eprintln!("{text}");
        faults.push(text);
    }
}

pub fn faults() -> Vec<String> {
    FAULTS.lock().unwrap().clone()
}

/// What is still open, for a failing test.
pub fn still_open() -> Vec<String> {
    open(|them| {
        let those = them.values();
        those
            .map(|it| {
                let state = it.state.lock().unwrap();
                format!(
                    "{:?}: {} begun, {} ended, {} calls, closed {}",
                    it.plan, state.begun, state.ended, state.calls, state.is_closed
                )
            })
            .collect()
    })
}
