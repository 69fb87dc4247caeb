//! Eight threads create, use and close handles at random: nothing crashes,
//! nobody meets another's handle, every handle's last word comes once and last,
//! and when all is closed no memory, descriptor or thread is left over.
//!
//! One test in a process of its own, since it counts what the process holds.

#![allow(unsafe_code)]

mod support;

use std::alloc::{GlobalAlloc, Layout, System};
use std::ffi::c_void;
use std::sync::atomic::{AtomicIsize, AtomicU32, AtomicUsize, Ordering};
use std::sync::{Condvar, Mutex};
use std::time::{Duration, Instant};

use support::random::Random;
use support::*;
use wininet::abi::*;
use wininet::ffi::*;

const THREADS: usize = 8;
const STEPS: usize = 1500;

/// Counts the bytes that are allocated and not freed.
struct Counting;

static ALLOCATED: AtomicIsize = AtomicIsize::new(0);

// SAFETY: the system's allocator does the work.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        ALLOCATED.fetch_add(layout.size() as isize, Ordering::Relaxed);
        // SAFETY: the caller's promise.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        ALLOCATED.fetch_sub(layout.size() as isize, Ordering::Relaxed);
        // SAFETY: the caller's promise.
        unsafe { System.dealloc(block, layout) }
    }
}

#[global_allocator]
static COUNTING: Counting = Counting;

/// What the callback knows of one context. A context is the number of its entry,
/// counted from 1.
struct Seen {
    /// The handle that HANDLE_CREATED told of.
    handle: AtomicUsize,
    created: AtomicU32,
    closed: AtomicU32,
    pending: AtomicIsize,
}

const CONTEXTS: usize = 1 << 17;
static SEEN: [Seen; CONTEXTS] = [const {
    Seen {
        handle: AtomicUsize::new(0),
        created: AtomicU32::new(0),
        closed: AtomicU32::new(0),
        pending: AtomicIsize::new(0),
    }
}; CONTEXTS];
static NEXT: AtomicUsize = AtomicUsize::new(1);
static FAULTS: Mutex<Vec<String>> = Mutex::new(Vec::new());

fn fault(text: String) {
    FAULTS.lock().unwrap().push(text);
}

fn seen(context: usize) -> &'static Seen {
    &SEEN[context - 1]
}

unsafe extern "C-unwind" fn callback(
    handle: HINTERNET,
    context: usize,
    status: u32,
    information: *mut c_void,
    _length: u32,
) {
    let entry = seen(context);
    if entry.closed.load(Ordering::SeqCst) > 0 {
        fault(format!("{context}: {status} after HANDLE_CLOSING"));
    }
    if status == INTERNET_STATUS_HANDLE_CREATED {
        // SAFETY: it points to the new handle.
        let child = unsafe { information.cast::<usize>().read() };
        entry.handle.store(child, Ordering::SeqCst);
        if entry.created.fetch_add(1, Ordering::SeqCst) > 0 {
            fault(format!("{context}: created twice"));
        }
        return;
    }
    let known = entry.handle.load(Ordering::SeqCst);
    if known != handle as usize {
        fault(format!("{context}: {status} of {handle:?}, not {known:#x}"));
    }
    if status == INTERNET_STATUS_REQUEST_COMPLETE {
        entry.pending.fetch_sub(1, Ordering::SeqCst);
    }
    if status == INTERNET_STATUS_HANDLE_CLOSING {
        entry.closed.fetch_add(1, Ordering::SeqCst);
    }
}

#[derive(Clone, Copy)]
struct Known {
    value: usize,
    context: usize,
    kind: u32,
}

/// The handles that all threads know of, dead ones among them.
#[derive(Default)]
struct Pool(Mutex<Vec<Known>>);

impl Pool {
    fn add(&self, value: usize, context: usize, kind: u32) {
        let known = Known {
            value,
            context,
            kind,
        };
        self.0.lock().unwrap().push(known);
    }

    fn any(&self, random: &mut Random, kind: Option<u32>) -> Option<Known> {
        let all = self.0.lock().unwrap();
        // The young ones are mostly alive.
        let from = all.len().saturating_sub(60);
        let some = all[from..].iter();
        let fit: Vec<&Known> = some
            .filter(|it| kind.is_none_or(|kind| kind == it.kind))
            .collect();
        (!fit.is_empty()).then(|| *fit[random.below(fit.len())])
    }
}

const SESSION: u32 = INTERNET_HANDLE_TYPE_INTERNET;
const CONNECTION: u32 = INTERNET_HANDLE_TYPE_CONNECT_HTTP;
const REQUEST: u32 = INTERNET_HANDLE_TYPE_HTTP_REQUEST;

struct Storm {
    pool: Pool,
    server: Server,
}

impl Storm {
    fn step(&self, random: &mut Random) {
        match random.below(20) {
            0 => self.open_session(random),
            1..=3 => self.connect(random),
            4..=7 => self.open_request(random),
            8 => self.open_url(random),
            9..=11 => self.ask(random),
            12..=15 => self.use_request(random),
            16 => self.close(random, None),
            _ => self.close(random, Some(REQUEST)),
        }
    }

    fn open_session(&self, random: &mut Random) {
        let session = session(random.below(3) > 0);
        let context = NEXT.fetch_add(1, Ordering::SeqCst);
        seen(context)
            .handle
            .store(session.value(), Ordering::SeqCst);
        seen(context).created.store(1, Ordering::SeqCst);
        // SAFETY: the callback is given contexts of this test.
        unsafe { InternetSetStatusCallbackA(session.raw(), Some(callback)) };
        set_option_word(&session, INTERNET_OPTION_CONTEXT_VALUE, context).expect("mine alone");
        self.pool.add(session.leak(), context, SESSION);
    }

    fn connect(&self, random: &mut Random) {
        let Some(parent) = self.pool.any(random, Some(SESSION)) else {
            return self.open_session(random);
        };
        let context = NEXT.fetch_add(1, Ordering::SeqCst);
        let session = Handle::adopt(parent.value);
        let made = connect_to(&session, "127.0.0.1", self.server.port(), context);
        session.leak();
        self.made(made, context, CONNECTION);
    }

    fn open_request(&self, random: &mut Random) {
        let Some(parent) = self.pool.any(random, Some(CONNECTION)) else {
            return;
        };
        let context = NEXT.fetch_add(1, Ordering::SeqCst);
        let connection = Handle::adopt(parent.value);
        let made = request(&connection, "GET", "/", 0, context);
        connection.leak();
        self.made(made, context, REQUEST);
    }

    fn made(&self, made: Result<Handle>, context: usize, kind: u32) {
        match made {
            Ok(handle) => {
                let told = seen(context).handle.load(Ordering::SeqCst);
                if told != handle.value() {
                    fault(format!("{context}: {handle:?} was told as {told:#x}"));
                }
                self.pool.add(handle.leak(), context, kind);
            }
            Err(ERROR_INVALID_HANDLE) => {}
            Err(error) => fault(format!("creating failed with {error}")),
        }
    }

    fn open_url(&self, random: &mut Random) {
        let Some(parent) = self.pool.any(random, Some(SESSION)) else {
            return;
        };
        let context = NEXT.fetch_add(1, Ordering::SeqCst);
        let session = Handle::adopt(parent.value);
        let opened = open_url(&session, &self.server.url("/"), 0, context);
        session.leak();
        match opened {
            Ok(request) => self.pool.add(request.leak(), context, REQUEST),
            Err(ERROR_IO_PENDING) => {
                seen(context).pending.fetch_add(1, Ordering::SeqCst);
                let value = seen(context).handle.load(Ordering::SeqCst);
                if value != 0 {
                    self.pool.add(value, context, REQUEST);
                }
            }
            Err(ERROR_INVALID_HANDLE | ERROR_INTERNET_OPERATION_CANCELLED) => {}
            Err(error) => fault(format!("InternetOpenUrl failed with {error}")),
        }
    }

    /// A handle is what it was, or it is invalid.
    fn ask(&self, random: &mut Random) {
        let Some(known) = self.pool.any(random, None) else {
            return;
        };
        let handle = Handle::adopt(known.value);
        let context = option_word(&handle, INTERNET_OPTION_CONTEXT_VALUE);
        let kind = option_u32(&handle, INTERNET_OPTION_HANDLE_TYPE);
        handle.leak();
        if context != Ok(known.context) && context != Err(ERROR_INVALID_HANDLE) {
            fault(format!("{:#x}: context {context:?}", known.value));
        }
        if kind != Ok(known.kind) && kind != Err(ERROR_INVALID_HANDLE) {
            fault(format!("{:#x}: kind {kind:?}", known.value));
        }
    }

    fn use_request(&self, random: &mut Random) {
        let Some(known) = self.pool.any(random, Some(REQUEST)) else {
            return;
        };
        let request = Handle::adopt(known.value);
        let pending = &seen(known.context).pending;
        // Before the call: its completion may be faster than its return.
        pending.fetch_add(1, Ordering::SeqCst);
        let used = match random.below(4) {
            0 | 1 => send(&request),
            2 => add_headers(&request, "X-Storm: 1", HTTP_ADDREQ_FLAG_ADD),
            _ => at_hand(&request),
        };
        if used != Err(ERROR_IO_PENDING) {
            pending.fetch_sub(1, Ordering::SeqCst);
        }
        request.leak();
    }

    fn close(&self, random: &mut Random, kind: Option<u32>) {
        if let Some(known) = self.pool.any(random, kind) {
            let closed = close_value(known.value);
            if !matches!(closed, Ok(()) | Err(ERROR_INVALID_HANDLE)) {
                fault(format!("closing failed with {closed:?}"));
            }
            if close_value(known.value) != Err(ERROR_INVALID_HANDLE) {
                fault(format!("{:#x} was closed twice", known.value));
            }
        }
    }

    fn run(&self, seed: u64) {
        std::thread::scope(|scope| {
            for thread in 0..THREADS as u64 {
                scope.spawn(move || {
                    let mut random = Random::new(seed ^ (thread << 32));
                    (0..STEPS).for_each(|_| self.step(&mut random));
                });
            }
        });
        for known in std::mem::take(&mut *self.pool.0.lock().unwrap()) {
            let _ = close_value(known.value);
        }
    }
}

/// IRF_NO_WAIT writes within the call only.
fn at_hand(request: &Handle) -> Result<()> {
    let mut bytes = [0_u8; 16];
    let mut buffers = INTERNET_BUFFERSA {
        dwStructSize: size_of::<INTERNET_BUFFERSA>() as u32,
        Next: std::ptr::null_mut(),
        lpcszHeader: std::ptr::null(),
        dwHeadersLength: 0,
        dwHeadersTotal: 0,
        lpvBuffer: bytes.as_mut_ptr().cast(),
        dwBufferLength: 16,
        dwBufferTotal: 0,
        dwOffsetLow: 0,
        dwOffsetHigh: 0,
    };
    // SAFETY: a struct and a buffer of the sizes that it says.
    check(unsafe { InternetReadFileExA(request.raw(), &mut buffers, IRF_NO_WAIT, 0) })
}

/// Waits until `done` holds. What is left to end here ends on other threads, by
/// events that this test cannot see.
fn eventually(what: &str, done: impl Fn() -> bool) {
    let deadline = Instant::now() + PATIENCE;
    while !done() {
        assert!(Instant::now() < deadline, "waited in vain: {what}");
        std::thread::sleep(Duration::from_millis(5));
    }
}

fn all_contexts() -> impl Iterator<Item = (usize, &'static Seen)> {
    (1..NEXT.load(Ordering::SeqCst)).map(|context| (context, seen(context)))
}

fn descriptors() -> usize {
    let dir = std::fs::read_dir("/proc/self/fd").expect("procfs");
    dir.count()
}

fn threads() -> usize {
    let dir = std::fs::read_dir("/proc/self/task").expect("procfs");
    dir.count()
}

/// As many as may be connected to one server at a time.
const CONNECTIONS: usize = 6;

/// Answers at once, but for "/together", which waits until so many have asked.
fn server() -> Server {
    let asked: (Mutex<usize>, Condvar) = Default::default();
    Server::respond(move |request| {
        if request.target() == "/together" {
            *asked.0.lock().unwrap() += 1;
            asked.1.notify_all();
            latch::wait_until(&asked.1, &asked.0, PATIENCE, |&it| it >= CONNECTIONS);
        }
        reply::ok("some body")
    })
}

/// No handle took its place among the connections to the server with it.
fn all_places_are_free(server: &Server) {
    let client = Client::asynchronous(server);
    let requests: Vec<Handle> = (0..CONNECTIONS).map(|_| client.get("/together")).collect();
    for request in &requests {
        assert_eq!(send(request), Err(ERROR_IO_PENDING));
    }
    for _ in &requests {
        assert_eq!(client.recorder.wait_complete(), (1, 0));
    }
}

/// A whole storm, from opening the server to its end.
fn storm(seed: u64) -> isize {
    let server = server();
    let storm = Storm {
        pool: Pool::default(),
        server,
    };
    storm.run(seed);
    eventually("every handle's end", || {
        all_contexts()
            .all(|(_, it)| it.created.load(Ordering::SeqCst) == it.closed.load(Ordering::SeqCst))
    });
    eventually("every completion", || {
        all_contexts().all(|(_, it)| it.pending.load(Ordering::SeqCst) == 0)
    });
    let faults = std::mem::take(&mut *FAULTS.lock().unwrap());
    assert!(faults.is_empty(), "seed {seed}: {faults:#?}");
    all_places_are_free(&storm.server);
    // Idle connections are the pool's, not a leak.
    // SAFETY: this option has no value.
    check(unsafe {
        let option = INTERNET_OPTION_SETTINGS_CHANGED;
        InternetSetOptionA(std::ptr::null_mut(), option, std::ptr::null_mut(), 0)
    })
    .expect("set");
    drop(storm);
    ALLOCATED.load(Ordering::Relaxed)
}

#[test]
fn eight_threads_at_random() {
    let seed = random::seed();
    let descriptors_before = descriptors();
    // The first two make what stays: the reactor, tables at their largest.
    storm(seed);
    let threads_before = threads();
    let before = storm(seed.wrapping_add(1));
    let contexts = NEXT.load(Ordering::SeqCst);
    let mut after = before;
    for round in 2..5 {
        after = storm(seed.wrapping_add(round));
    }
    let handles = NEXT.load(Ordering::SeqCst) - contexts;
    assert!(handles > 3000, "{handles} handles are no storm");
    // Tables and queues keep some room; a handle that leaked has more than that.
    let per_handle = (after - before) as f64 / handles as f64;
    println!("{per_handle:.2} bytes a handle, {handles} handles");
    assert!(
        per_handle < 16.0,
        "{per_handle} bytes a handle, seed {seed}"
    );
    // The reactor's poller and eventfd stay.
    eventually("closed descriptors", || {
        descriptors() <= descriptors_before + 6
    });
    eventually("ended threads", || threads() <= threads_before + 2);
}
