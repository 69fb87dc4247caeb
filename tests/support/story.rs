//! One story, told by both drivers: what a synchronous handle does on the
//! caller's thread an asynchronous one does behind its back, in the same words.

use std::cell::Cell;

use wininet::abi::ERROR_IO_PENDING;

use super::api::{open_url, Client, Handle, Result};
use super::latch::Latch;
use super::reading::{available, start_read};
use super::recorder::Event;
use super::server::Server;

/// A client, a server of its own, and how much of the story was told.
pub struct Story {
    pub server: Server,
    pub client: Client,
    pub asynchronous: bool,
    told: Cell<usize>,
}

/// The two drivers: whether a session is asynchronous.
pub const BOTH: [bool; 2] = [false, true];

impl Story {
    pub fn new(server: Server, asynchronous: bool) -> Self {
        Self {
            client: Client::new(asynchronous, &server),
            server,
            asynchronous,
            told: Cell::new(0),
        }
    }

    /// With a client that was made for it.
    pub fn with(server: Server, client: Client, asynchronous: bool) -> Self {
        Self {
            server,
            client,
            asynchronous,
            told: Cell::new(0),
        }
    }

    pub fn get(&self, path: &str) -> Handle {
        self.client.get(path)
    }

    /// Sends and waits for the end of that.
    #[track_caller]
    pub fn send(&self, request: &Handle) -> Result<()> {
        self.client.send(request)
    }

    /// Opens the URL and waits for the end of that.
    #[track_caller]
    pub fn open_url(&self, path: &str) -> Result<Handle> {
        let (session, recorder) = (&self.client.session, self.client.recorder);
        let opened = open_url(session, &self.server.url(path), 0, recorder.context());
        assert_eq!(
            self.asynchronous,
            matches!(opened, Err(ERROR_IO_PENDING)),
            "ERROR_IO_PENDING belongs to asynchronous sessions"
        );
        if !self.asynchronous {
            return opened;
        }
        match recorder.wait_complete() {
            (0, error) => Err(error),
            (handle, 0) => Ok(Handle::adopt(handle)),
            other => panic!("REQUEST_COMPLETE {other:?}"),
        }
    }

    /// One InternetReadFile, waited for.
    #[track_caller]
    pub fn read(&self, request: &Handle, size: usize) -> Result<Vec<u8>> {
        start_read(request, size)?.finish(self.client.recorder)
    }

    /// One InternetReadFile of what the server sends only when `latch` opens:
    /// an asynchronous read is pending until then.
    #[track_caller]
    pub fn read_held(&self, request: &Handle, size: usize, latch: &Latch) -> Result<Vec<u8>> {
        if !self.asynchronous {
            latch.release();
            return Ok(start_read(request, size)?.done());
        }
        let pending = start_read(request, size)?.pending();
        latch.release();
        pending.finish(self.client.recorder)
    }

    /// One InternetQueryDataAvailable, waited for.
    #[track_caller]
    pub fn available(&self, request: &Handle) -> Result<u32> {
        match available(request) {
            Err(ERROR_IO_PENDING) => match self.client.recorder.wait_complete() {
                (0, error) => Err(error),
                (_, available) => Ok(available),
            },
            other => other,
        }
    }

    /// Everything up to the end of the body.
    #[track_caller]
    pub fn read_all(&self, request: &Handle) -> Result<Vec<u8>> {
        let mut all = Vec::new();
        loop {
            match self.read(request, 16 * 1024)? {
                piece if piece.is_empty() => return Ok(all),
                piece => all.extend(piece),
            }
        }
    }

    /// Asserts that these are the next events, by name; COMPLETE stands for
    /// itself only where the story is asynchronous.
    #[track_caller]
    pub fn told(&self, expected: &str) -> Vec<Event> {
        let expected: Vec<&str> = expected
            .split_whitespace()
            .filter(|&name| self.asynchronous || name != "COMPLETE")
            .collect();
        let recorder = self.client.recorder;
        recorder.wait_count(self.told.get() + expected.len());
        let events = recorder.events().split_off(self.told.get());
        let came: Vec<String> = events.iter().map(Event::name).collect();
        assert!(
            came == expected,
            "\n{}\nexpected: {}\n    came: {}\nin full:\n  {}",
            match self.asynchronous {
                true => "asynchronously",
                false => "synchronously",
            },
            expected.join(" "),
            came.join(" "),
            recorder.list().join("\n  ")
        );
        self.told.set(self.told.get() + expected.len());
        events
    }

    /// Closes the request and asserts that only these events were left, the
    /// last of them HANDLE_CLOSING.
    #[track_caller]
    pub fn close(&self, request: Handle, expected: &str) {
        request.close().expect("an open handle");
        self.closed(expected);
    }

    /// The same for a handle that the library closes itself.
    #[track_caller]
    pub fn closed(&self, expected: &str) {
        self.client.recorder.wait_closing();
        assert!(expected.ends_with("HANDLE_CLOSING"));
        self.told(expected);
        self.client.recorder.assert_sound();
    }
}

/// The events of a request on a new connection, up to the head of the answer.
pub const FIRST: &str = "CREATED CONNECTING CONNECTED SENDING SENT RECEIVING RECEIVED COMPLETE";

/// The events of a request on a connection that there was already.
pub const REUSED: &str = "CREATED SENDING SENT RECEIVING RECEIVED COMPLETE";
