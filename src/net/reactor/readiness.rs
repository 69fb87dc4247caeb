//! What the poller saw of one socket and nobody has used yet.

use std::sync::atomic::{AtomicU8, Ordering};

use mio::event::Event;

const READABLE: u8 = 1;
const WRITABLE: u8 = 2;
/// The peer has ended its side, or there is an error. Never taken back.
const ENDED: u8 = 4;

/// The poller reports an edge once, so it is kept here until somebody acts on it. Sequentially consistent
/// with what tells the poller whether a task waits: one of the two sees the other.
#[derive(Debug, Default)]
pub struct Readiness(AtomicU8);

impl Readiness {
    /// Adds what the poller saw.
    pub fn add(&self, event: &Event) {
        let mut bits = 0;
        if event.is_readable() {
            bits |= READABLE;
        }
        if event.is_writable() {
            bits |= WRITABLE;
        }
        if event.is_read_closed() || event.is_error() {
            bits |= READABLE | ENDED;
        }
        self.0.fetch_or(bits, Ordering::SeqCst);
    }

    /// There is another socket now.
    pub fn forget(&self) {
        self.0.store(0, Ordering::Release);
    }

    /// Whether there may be something to read; the one who asks goes and reads it.
    pub fn take_readable(&self) -> bool {
        self.0.fetch_and(!READABLE, Ordering::SeqCst) & (READABLE | ENDED) != 0
    }

    /// There may be more.
    pub fn set_readable(&self) {
        self.0.fetch_or(READABLE, Ordering::AcqRel);
    }

    /// Whether there may be something to read.
    pub fn is_readable(&self) -> bool {
        self.0.load(Ordering::SeqCst) & (READABLE | ENDED) != 0
    }

    /// Whether nothing has come that an idle connection should not get.
    pub fn is_quiet(&self) -> bool {
        !self.is_readable()
    }

    /// An exchange is through and everything of it was read. `false`: the peer has ended the
    /// connection as well.
    pub fn settle(&self) -> bool {
        self.0.fetch_and(!READABLE, Ordering::AcqRel) & ENDED == 0
    }

    /// How a connect goes: through, to be asked of the socket, or nothing new.
    pub fn for_connect(&self) -> Option<bool> {
        match self.0.load(Ordering::SeqCst) {
            bits if bits & ENDED != 0 => Some(false),
            bits if bits & WRITABLE != 0 => Some(true),
            _ => None,
        }
    }
}
