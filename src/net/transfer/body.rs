//! The body of the answer: what has come, what is read next, and what becomes of the connection.

use std::cell::Cell;

use super::connect::bound;
use super::deadline::Deadline;
use super::{is_wait, lost, pool, Stage, Transfer};
use crate::http::Violation;
use crate::net::{Driver, Failure};

/// One system call takes this much: small reads are served from a large one.
const SCRATCH: usize = 64 * 1024;
/// A caller's buffer of this size is read into directly.
const DIRECT: usize = 16 * 1024;
/// At most this much of an unwanted body is read away to keep its connection.
pub(super) const DRAIN: usize = 256 * 1024;

/// What a read from the wire came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fetched {
    /// So many bytes of the body are in the caller's buffer; there may be more in ours.
    Bytes(usize),
    /// Nothing has come; the reactor will run the task again.
    Blocked,
}

/// Bytes of the body that have come and that nobody has asked for yet.
#[derive(Debug, Default)]
pub struct Buffered {
    bytes: Vec<u8>,
    /// So many at the front are taken.
    taken: usize,
}

impl Buffered {
    pub(super) fn len(&self) -> usize {
        self.bytes.len() - self.taken
    }

    pub(super) fn take(&mut self, target: &mut [u8]) -> usize {
        let count = self.len().min(target.len());
        target[..count].copy_from_slice(&self.bytes()[..count]);
        self.skip(count);
        count
    }

    /// What is not taken.
    pub(super) fn bytes(&self) -> &[u8] {
        &self.bytes[self.taken..]
    }

    /// Passes over so many of them.
    pub(super) fn skip(&mut self, count: usize) {
        self.taken += count;
        if self.len() == 0 {
            // Its room is given back: an idle request keeps no buffer.
            *self = Self::default();
        }
    }

    fn push(&mut self, bytes: &[u8]) {
        match self.bytes.is_empty() {
            true => self.bytes = bytes.to_vec(),
            false => self.bytes.extend_from_slice(bytes),
        }
    }

    pub(super) fn add(&mut self, bytes: Vec<u8>) {
        if self.bytes.is_empty() {
            self.bytes = bytes;
        } else {
            self.bytes.extend_from_slice(&bytes);
        }
    }
}

/// Bytes of the answer that an operation took from the wire.
#[derive(Debug, Default)]
pub(super) struct WireCount {
    taken: u64,
    /// Counted already, and still in the socket.
    foretold: u64,
}

impl WireCount {
    pub(super) fn add(&mut self, count: usize) {
        let foretold = self.foretold.min(count as u64);
        self.foretold -= foretold;
        self.taken += count as u64 - foretold;
    }

    /// So many bytes wait in the socket.
    fn foretell(&mut self, come: u64) {
        self.taken += come.saturating_sub(self.foretold);
        self.foretold = self.foretold.max(come);
    }

    pub(super) fn take(&mut self) -> u64 {
        std::mem::take(&mut self.taken)
    }
}

impl Transfer {
    /// How many bytes of the body have come and wait to be taken.
    pub fn buffered(&self) -> usize {
        match &self.coded {
            None => self.buffered.len(),
            Some(coded) => coded.ready(),
        }
    }

    /// Takes of them what fits.
    pub fn take_buffered(&mut self, target: &mut [u8]) -> usize {
        let count = match self.coded {
            None => self.buffered.take(target),
            Some(_) => self.take_decoded(target),
        };
        self.taken += count as u64;
        count
    }

    /// Whether all of the body has been taken.
    pub fn is_at_end(&self) -> bool {
        matches!(self.stage, Stage::Open)
            && self.exchange.head().is_some()
            && self.exchange.body().is_done()
            && self.buffered.len() == 0
            && self.coded.is_none()
            && self.failure.is_none()
    }

    /// The wait for more of the body begins: what came before, or did not, is no part of it.
    pub fn await_body(&mut self) {
        self.deadline = Deadline::after(self.request.timeouts.data_receive);
    }

    /// Whether bytes have come that are best left where they are until they are read into so much room. They count as
    /// taken from the wire.
    pub fn waits_for(&mut self, room: usize) -> bool {
        let is_plain = self.coded.is_none() && self.exchange.body().plain() >= DIRECT as u64;
        if room < DIRECT || self.buffered() > 0 || !is_plain || self.failure.is_some() {
            return false;
        }
        let come = self.connection.as_ref().map_or(0, |it| it.come());
        self.wire.foretell(come);
        come > 0
    }

    /// Reads from the wire once. What does not fit `target` is buffered.
    pub fn fetch(&mut self, driver: &Driver<'_>, target: &mut [u8]) -> Result<Fetched, Failure> {
        if driver.gives_way() {
            return Ok(Fetched::Blocked);
        }
        let result = self.try_fetch(driver, target);
        match result {
            Ok(Fetched::Bytes(count)) => self.taken += count as u64,
            Ok(Fetched::Blocked) => {}
            Err(failure) => self.failure = Some(failure),
        }
        result
    }

    fn try_fetch(&mut self, driver: &Driver<'_>, target: &mut [u8]) -> Result<Fetched, Failure> {
        if let Some(failure) = self.failure {
            return Err(failure);
        }
        let Some(connection) = &mut self.connection else {
            return Err(Failure::ConnectionAborted);
        };
        if let Driver::Blocking { cancel, .. } = driver {
            cancel.watch_socket(connection.socket())?;
            bound(connection, driver, self.request.timeouts.of_body())?;
        }
        if self.coded.is_some() {
            return self.fetch_coded(driver, target);
        }
        let plain = self.exchange.body().plain();
        let room = plain.min(target.len() as u64) as usize;
        let is_direct = room >= DIRECT || (room > 0 && room as u64 == plain);
        let result = if is_direct {
            connection.read(&mut target[..room])
        } else {
            return with_scratch(|scratch| self.fetch_by(scratch, driver, target));
        };
        match result {
            Ok(0) => self.end_of_stream(),
            Ok(count) => {
                self.wire.add(count);
                self.exchange.body_mut().took(count as u64);
                self.await_body();
                self.settle(driver);
                Ok(Fetched::Bytes(count))
            }
            Err(error) => self.not_read(driver, &error),
        }
    }

    /// Reads into a large buffer of the thread's first.
    pub(super) fn fetch_by(
        &mut self,
        scratch: &mut [u8],
        driver: &Driver<'_>,
        target: &mut [u8],
    ) -> Result<Fetched, Failure> {
        let Some(connection) = &mut self.connection else {
            return Err(Failure::ConnectionAborted);
        };
        match connection.read(scratch) {
            Ok(0) => self.end_of_stream(),
            Ok(count) => {
                self.wire.add(count);
                self.await_body();
                Ok(Fetched::Bytes(self.take_payload(
                    driver,
                    &scratch[..count],
                    target,
                )))
            }
            Err(error) => self.not_read(driver, &error),
        }
    }

    /// Strips the framing: payload goes to `target` and what does not fit is buffered. Broken framing
    /// fails the next read, so that what came before it is not lost.
    pub(super) fn take_payload(
        &mut self,
        driver: &Driver<'_>,
        input: &[u8],
        target: &mut [u8],
    ) -> usize {
        let mut produced = 0;
        match self.strip_framing(input, target, &mut produced) {
            Ok(rest) => {
                // Who sends more than the answer cannot be trusted with another request.
                self.connection_is_spoiled |= !rest.is_empty();
                self.settle(driver);
            }
            Err(violation) => self.failure = Some(violation.into()),
        }
        produced
    }

    /// Gives what is behind the end of the body.
    fn strip_framing<'a>(
        &mut self,
        mut input: &'a [u8],
        target: &mut [u8],
        produced: &mut usize,
    ) -> Result<&'a [u8], Violation> {
        while !target.is_empty() {
            let body = self.exchange.body_mut();
            let decoded = body.decode(input, &mut target[*produced..])?;
            *produced += decoded.produced;
            input = &input[decoded.consumed..];
            if decoded.consumed == 0 && decoded.produced == 0 || input.is_empty() {
                break;
            }
        }
        while !input.is_empty() && !self.exchange.body().is_done() {
            let plain = self.exchange.body().plain().min(input.len() as u64) as usize;
            let consumed = if plain > 0 {
                self.buffered.push(&input[..plain]);
                self.exchange.body_mut().took(plain as u64);
                plain
            } else {
                self.exchange.body_mut().decode(input, &mut [])?.consumed
            };
            input = &input[consumed..];
        }
        Ok(input)
    }

    fn end_of_stream(&mut self) -> Result<Fetched, Failure> {
        self.exchange.body_mut().end_of_stream()?;
        Ok(Fetched::Bytes(0))
    }

    fn not_read(
        &mut self,
        driver: &Driver<'_>,
        error: &std::io::Error,
    ) -> Result<Fetched, Failure> {
        if !is_wait(error) {
            return Err(lost(error));
        }
        // A part of a TLS record is no silence either.
        if self.connection.as_mut().is_some_and(|it| it.take_heard()) {
            self.await_body();
        }
        if driver.blocks() || self.is_late() {
            return Err(Failure::TimedOut);
        }
        Ok(Fetched::Blocked)
    }

    /// The body is through: a connection that may be used again goes to the pool.
    pub(super) fn settle(&mut self, driver: &Driver<'_>) {
        if !self.exchange.body().is_done() {
            return;
        }
        self.deadline = Deadline::Never;
        if self.keeps_connection() && !self.connection_is_spoiled && !self.is_held {
            if let Some((connection, permit)) = self.connection.take().zip(self.permit.take()) {
                if let Driver::Blocking { cancel, .. } = driver {
                    // From here on it belongs to whoever is next.
                    cancel.unwatch();
                }
                pool::keep(connection, permit);
            }
        }
    }

    /// Whether both sides want another request on the connection. Where CONNECT was refused, ours has not gone out.
    pub(super) fn keeps_connection(&self) -> bool {
        self.exchange.keeps_connection() && (!self.request.is_last || self.is_refused)
    }

    /// Whether it has come to nothing.
    pub fn has_failed(&self) -> bool {
        self.failure.is_some()
    }

    /// Whether a read would find something new, so that waiting for the reactor could be in vain.
    pub fn has_news(&self) -> bool {
        let connection = self.connection.as_ref();
        self.failure.is_some() || connection.is_none_or(|it| it.is_encrypted() || it.is_readable())
    }

    /// Whether there is a connection that was not given to the pool; the one who is told closes it
    /// with [`Transfer::hang_up`].
    pub fn holds_connection(&self) -> bool {
        self.connection.is_some()
    }

    /// Whether the last byte of the body has come, and may wait to be taken.
    pub fn has_all(&self) -> bool {
        let has_head = matches!(self.stage, Stage::Open) && self.exchange.head().is_some();
        has_head && self.exchange.body().is_done() && self.failure.is_none()
    }

    /// Closes a connection that is not kept once all of the body has been taken; whether it did.
    pub fn hang_up_at_end(&mut self) -> bool {
        let ends = self.is_at_end() && self.holds_connection();
        if ends {
            self.hang_up();
        }
        ends
    }

    /// Closes the connection.
    pub fn hang_up(&mut self) {
        self.end();
    }

    /// Reads an unwanted rest of the body away, as far as that does not block, so that the
    /// connection can be used again.
    pub fn drain(&mut self, driver: &Driver<'_>) {
        if driver.blocks() {
            let quiet = self
                .connection
                .as_ref()
                .map(|it| it.socket().set_blocking(false));
            if !matches!(quiet, Some(Ok(()))) {
                return;
            }
        }
        if let Some(connection) = &self.connection {
            connection.look_again();
        }
        self.buffered = Buffered::default();
        self.coded = None;
        let is_open = matches!(self.stage, Stage::Open);
        let mut left = DRAIN;
        while is_open && left > 0 && self.wants_draining() {
            match self.discard(driver) {
                Some(count) => left = left.saturating_sub(count),
                None => return,
            }
        }
    }

    fn wants_draining(&self) -> bool {
        self.connection.is_some() && self.failure.is_none() && !self.exchange.body().is_done()
    }

    fn discard(&mut self, driver: &Driver<'_>) -> Option<usize> {
        with_scratch(|scratch| {
            let count = self.connection.as_mut()?.read(scratch).ok()?;
            if count == 0 {
                return None;
            }
            self.take_payload(driver, &scratch[..count], &mut []);
            self.buffered = Buffered::default();
            Some(count)
        })
    }
}

/// Lends the thread's buffer.
pub fn with_scratch<T>(use_it: impl FnOnce(&mut [u8]) -> T) -> T {
    thread_local!(static OURS: Cell<Vec<u8>> = const { Cell::new(Vec::new()) });
    // A thread that is ending has none any more, and may still read.
    let mut ours = OURS.try_with(Cell::take).unwrap_or_default();
    if ours.is_empty() {
        ours = vec![0; SCRATCH]; // pages that the system has zeroed
    }
    let used = use_it(&mut ours);
    let _ = OURS.try_with(|it| it.set(ours));
    used
}
