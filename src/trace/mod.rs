//! WININET_TRACE: every call, every status and every request of the process, written to a file as it
//! happens, for people to look at.
//!
//! The boundary tells of calls ([`Call`]) and the meaning of statuses and requests ([`status`],
//! [`began`] to [`failed`]). Off, each of these places costs the look at one static. On, each is one
//! line or entry, written before the place goes on; that is the one lock here, and it holds no other.

mod call;
mod chrome;
mod exchange;
mod har;
mod json;
mod mask;
mod names;
mod output;
mod recorder;
mod text;
mod timings;

use std::ffi::OsString;
use std::fs::OpenOptions;
use std::io;
use std::net::IpAddr;
use std::sync::atomic::{AtomicU32, AtomicU8, Ordering};

use parking_lot::Mutex;

pub use call::{note, note_handle, Call};
pub use exchange::{Answer, Question};
use recorder::Recorder;

/// What the trace has to know of the process, which the boundary knows.
#[derive(Debug, Clone, Copy)]
pub struct Process {
    /// The system's number of the calling thread.
    pub thread: fn() -> u64,
    /// Has a file be made that is the user's alone.
    pub private: fn(&mut OpenOptions) -> &mut OpenOptions,
    /// The name of an error code.
    pub error_name: fn(code: u32) -> Option<&'static str>,
}

/// A status as it is told, whether or not somebody listens.
#[derive(Debug, Clone, Copy)]
pub struct Status<'a> {
    /// The handle that it is about.
    pub handle: usize,
    /// INTERNET_STATUS_.
    pub number: u32,
    /// What comes along.
    pub information: Information<'a>,
}

/// What comes along with a status.
#[derive(Debug, Clone, Copy)]
pub enum Information<'a> {
    /// Nothing.
    None,
    /// A name or a URL.
    Text(&'a [u8]),
    /// An address.
    Address(IpAddr),
    /// So many bytes or cookies.
    Count(u64),
    /// The members of INTERNET_ASYNC_RESULT.
    Result(usize, u32),
}

const UNASKED: u8 = 0;
const OFF: u8 = 1;
const ON: u8 = 2;

/// Whether there is a trace. Nobody has asked the environment until [`start`].
static MODE: AtomicU8 = AtomicU8::new(UNASKED);

/// The process that has begun the trace.
static PROCESS: AtomicU32 = AtomicU32::new(0);

static RECORDER: Mutex<Option<Recorder>> = Mutex::new(None);

/// Whether there may be something to record.
#[inline]
pub fn is_on() -> bool {
    MODE.load(Ordering::Relaxed) != OFF
}

/// Begins the trace, if the environment has a path for one. A file that cannot be written is told of on
/// stderr, and the program goes on without a trace. The first call decides.
#[cold]
pub fn start(path: impl FnOnce() -> Option<OsString>, process: Process) {
    if MODE.load(Ordering::Relaxed) != UNASKED {
        return;
    }
    let mut recorder = RECORDER.lock();
    if MODE.load(Ordering::Relaxed) != UNASKED {
        return;
    }
    if let Some(path) = path().filter(|path| !path.is_empty()) {
        match Recorder::new(&path, process) {
            Ok(opened) => *recorder = Some(opened),
            Err(error) => output::complain(&path.to_string_lossy(), &error),
        }
    }
    PROCESS.store(std::process::id(), Ordering::Relaxed);
    let mode = if recorder.is_some() { ON } else { OFF };
    MODE.store(mode, Ordering::Relaxed);
}

/// Records something. After a failure to write there is nothing more to record.
#[cold]
fn record(with: impl FnOnce(&mut Recorder) -> io::Result<()>) {
    // A child of fork has its parent's file, which is not its own, and perhaps a lock that nobody opens.
    if PROCESS.load(Ordering::Relaxed) != std::process::id() {
        MODE.store(OFF, Ordering::Relaxed);
        return;
    }
    let mut place = RECORDER.lock();
    let Some(recorder) = place.as_mut() else {
        return;
    };
    if let Err(error) = with(recorder) {
        output::complain(recorder.path(), &error);
        MODE.store(OFF, Ordering::Relaxed);
        *place = None;
    }
}

/// A status is told.
pub fn status(status: &Status<'_>) {
    record(|recorder| recorder.status(status));
}

/// A request sets out: with each redirect and each answer to a challenge anew.
pub fn began(handle: usize, question: Question) {
    record(|recorder| recorder.began(handle, question));
}

/// Something happened to a request on the wire, before it is told.
pub fn happened(status: &Status<'_>) {
    record(|recorder| {
        recorder.happened(status);
        Ok(())
    });
}

/// The request goes over a connection with this port of ours.
pub fn connected(handle: usize, port: u16) {
    record(|recorder| {
        recorder.connected(handle, port);
        Ok(())
    });
}

/// The head of the answer is there.
pub fn answered(handle: usize, answer: Answer) {
    record(|recorder| recorder.answered(handle, answer));
}

/// The program has so many bytes of the body now. `has_come`: the last one is here; `is_through`: and
/// taken.
pub fn read(handle: usize, taken: u64, has_come: bool, is_through: bool) {
    record(|recorder| recorder.read(handle, taken, has_come, is_through));
}

/// The request has failed.
pub fn failed(handle: usize, error: u32) {
    record(|recorder| recorder.failed(handle, error));
}

/// The process ends: what is under way is written as far as it came.
pub fn finish() {
    if MODE.load(Ordering::Relaxed) == ON {
        record(Recorder::finish);
    }
}
