//! Cancels an operation that a thread may be blocked in.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::Arc;
use std::thread::{self, Thread, ThreadId};

use parking_lot::Mutex;

use super::socket::Socket;
use super::Failure;

/// The cancel switch of one request. Once raised it stays raised.
#[derive(Debug, Default)]
pub struct Cancel {
    raised: AtomicBool,
    /// Who makes blocking calls, and how many: a callback may make one inside another.
    calls: Mutex<Option<(ThreadId, usize)>>,
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
    /// Connects on these.
    Connects(Arc<[Arc<Socket>]>),
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
            BlockedIn::Connects(sockets) => sockets.iter().for_each(|it| it.shut_down()),
        }
    }

    /// A blocking call begins. `false`: another thread is in one, which must not be mixed with it.
    #[must_use]
    pub fn begin_call(&self) -> bool {
        let me = thread::current().id();
        let mut calls = self.calls.lock();
        let (caller, depth) = calls.get_or_insert((me, 0));
        let is_mine = *caller == me;
        *depth += usize::from(is_mine);
        is_mine
    }

    /// It ends. The outermost one leaves nothing to be freed.
    pub fn end_call(&self) {
        let mut calls = self.calls.lock();
        *calls = calls.map(|(caller, depth)| (caller, depth - 1));
        if calls.is_some_and(|(_, depth)| depth == 0) {
            // Before another thread can begin: what it blocks in is not ours to forget.
            self.unwatch();
            *calls = None;
        }
    }

    /// The calling thread is about to park.
    pub(super) fn watch_parked(&self) -> Result<(), Failure> {
        self.watch(BlockedIn::Park(thread::current()))
    }

    /// The calling thread is about to make blocking calls on `socket`.
    pub(super) fn watch_socket(&self, socket: &Arc<Socket>) -> Result<(), Failure> {
        self.watch(BlockedIn::Socket(socket.clone()))
    }

    /// The calling thread is about to wait for these connects, which are given back.
    pub(super) fn watch_connects(
        &self,
        sockets: Arc<[Arc<Socket>]>,
    ) -> Result<Arc<[Arc<Socket>]>, Failure> {
        self.watch(BlockedIn::Connects(sockets.clone()))?;
        Ok(sockets)
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
