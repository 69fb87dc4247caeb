//! Watching the process's requests: what each has come to, and somebody who is told with every notice.

use std::sync::atomic::{AtomicBool, AtomicU32, AtomicU64, Ordering};
use std::sync::{Arc, OnceLock};
#[cfg(target_os = "linux")]
use std::time::Duration;
use std::time::SystemTime;

use super::handle::{self, HandleId};
use super::request::Request;
use super::status::Status;

/// What a handle has come to, as its notices tell it.
#[derive(Debug, Default)]
pub struct Trace {
    status: AtomicU32,
    sent: AtomicU64,
    received: AtomicU64,
}

/// What a watcher sees of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sight {
    /// The handle.
    pub id: HandleId,
    /// The URL that it asks for.
    pub url: Vec<u8>,
    /// The method that it was opened with.
    pub method: Vec<u8>,
    /// When it was opened.
    pub begun: SystemTime,
    /// The last status, INTERNET_STATUS_; 0 before the first.
    pub status: u32,
    /// Bytes sent and received.
    pub sent: u64,
    /// Bytes taken from the wire.
    pub received: u64,
}

/// The time when a request is opened: on Linux to a tick of the kernel, which costs a quarter of the exact one.
pub(super) fn now() -> SystemTime {
    #[cfg(target_os = "linux")]
    {
        let now = nix::time::ClockId::CLOCK_REALTIME_COARSE.now();
        SystemTime::UNIX_EPOCH + now.map_or(Duration::ZERO, Duration::from)
    }
    #[cfg(not(target_os = "linux"))]
    SystemTime::now()
}

/// Who is told, before the program is and on the same thread. No lock is held.
pub type Watcher = fn(id: HandleId, status: &Status);

static WATCHER: OnceLock<Watcher> = OnceLock::new();
static IS_WATCHED: AtomicBool = AtomicBool::new(false);

/// From now on the watcher is told, until [`rest`]. There is one in a process.
pub fn watch(watcher: Watcher) {
    WATCHER.get_or_init(|| watcher);
    IS_WATCHED.store(true, Ordering::Release);
}

/// Nobody wants to know.
pub fn rest() {
    IS_WATCHED.store(false, Ordering::Release);
}

impl Trace {
    /// Notes a notice, and tells the watcher.
    pub(super) fn note(&self, id: HandleId, status: &Status) {
        match status {
            Status::RequestSent(count) => self.sent.fetch_add(*count, Ordering::Relaxed),
            Status::ResponseReceived(count) => self.received.fetch_add(*count, Ordering::Relaxed),
            _ => 0,
        };
        self.status.store(status.number(), Ordering::Relaxed);
        if IS_WATCHED.load(Ordering::Acquire) {
            if let Some(watcher) = WATCHER.get() {
                watcher(id, status);
            }
        }
    }
}

impl Sight {
    fn of(request: &Request) -> Self {
        let trace = &request.common.trace;
        Self {
            id: request.common.id,
            url: request.url(),
            method: request.method.to_vec(),
            begun: request.begun,
            status: trace.status.load(Ordering::Relaxed),
            sent: trace.sent.load(Ordering::Relaxed),
            received: trace.received.load(Ordering::Relaxed),
        }
    }

    /// The request with this value, as it is now.
    pub fn at(id: HandleId) -> Option<Self> {
        handle::request(id).ok().map(|it| Self::of(&it))
    }

    /// All requests that there are.
    pub fn all() -> Vec<Self> {
        let requests: Vec<Arc<Request>> = handle::requests();
        requests.iter().map(|it| Self::of(it)).collect()
    }

    /// What it has come to with one more notice, of a handle that may be closed already.
    pub fn after(&self, status: &Status) -> Self {
        let mut next = self.clone();
        next.status = status.number();
        match status {
            Status::RequestSent(count) => next.sent += count,
            Status::ResponseReceived(count) => next.received += count,
            Status::Redirect(url) => next.url.clone_from(url),
            _ => {}
        }
        next
    }
}
