//! Cancels an operation that a thread may be blocked in.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::Arc;
use std::thread::Thread;

use parking_lot::Mutex;

use super::socket::Socket;
use super::Failure;

/// The cancel switch of one request. Once raised it stays raised.
#[derive(Debug, Default)]
pub struct Cancel {
    raised: AtomicBool,
    /// Blocking calls under way; a callback may make one inside another.
    calls: AtomicUsize,
    blocked_in: Mutex<BlockedIn>,
}

/// What the blocking driver may be waiting for just now.
#[derive(Debug, Default)]
enum BlockedIn {
    #[default]
    Nothing,
    /// A look-up, or a turn in the queue: the thread is parked.
    Park(Thread),
    /// A call on this socket.
    Socket(Arc<Socket>),
}

impl Cancel {
    /// Whether the switch was raised.
    pub fn is_raised(&self) -> bool {
        self.raised.load(Ordering::Acquire)
    }

    /// Raises the switch and frees the thread that is blocked.
    pub fn raise(&self) {
        self.raised.store(true, Ordering::Release);
        match &*self.blocked_in.lock() {
            BlockedIn::Nothing => {}
            BlockedIn::Park(thread) => thread.unpark(),
            BlockedIn::Socket(socket) => socket.shut_down(),
        }
    }

    /// A blocking call begins.
    pub fn begin_call(&self) {
        self.calls.fetch_add(1, Ordering::Relaxed);
    }

    /// It ends. The outermost one leaves nothing to be freed.
    pub fn end_call(&self) {
        if self.calls.fetch_sub(1, Ordering::Relaxed) == 1 {
            self.unwatch();
        }
    }

    /// The calling thread is about to park.
    pub(super) fn watch_parked(&self) -> Result<(), Failure> {
        self.watch(BlockedIn::Park(std::thread::current()))
    }

    /// The calling thread is about to make blocking calls on `socket`.
    pub(super) fn watch_socket(&self, socket: &Arc<Socket>) -> Result<(), Failure> {
        self.watch(BlockedIn::Socket(socket.clone()))
    }

    /// The calling thread blocks no more.
    pub(super) fn unwatch(&self) {
        *self.blocked_in.lock() = BlockedIn::Nothing;
    }

    fn watch(&self, what: BlockedIn) -> Result<(), Failure> {
        let mut blocked_in = self.blocked_in.lock();
        if self.is_raised() {
            return Err(Failure::Cancelled);
        }
        *blocked_in = what;
        Ok(())
    }
}
