//! What a server does on one connection, said in advance.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use rustls::ServerConfig;

use super::connection::Connection;
use super::latch::Latch;

/// One thing the server does. [`Script`] has a method for each.
#[derive(Clone)]
pub enum Step {
    ReadHead,
    ReadBody,
    ReadExactly(usize),
    Send(Vec<u8>),
    SendSlowly {
        bytes: Vec<u8>,
        chunk: usize,
        pace: Duration,
    },
    Pause(Latch),
    Signal(Latch),
    TlsAccept(Arc<ServerConfig>),
    HalfClose,
    Truncate,
    Reset,
    Close,
}

/// Steps in order. After the last one the connection stays open until the
/// client closes it, unless the script closed it itself.
#[derive(Clone, Default)]
pub struct Script(Vec<Step>);

impl Script {
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads one request (head and body) and sends the answer: the usual.
    pub fn answer(bytes: impl Into<Vec<u8>>) -> Self {
        Self::new().then_answer(bytes)
    }

    /// The same again on the same connection.
    pub fn then_answer(self, bytes: impl Into<Vec<u8>>) -> Self {
        self.read_request().send(bytes)
    }

    /// Reads a request head up to its empty line.
    pub fn read_head(self) -> Self {
        self.step(Step::ReadHead)
    }

    /// Reads the body that the last head announced by Content-Length.
    pub fn read_body(self) -> Self {
        self.step(Step::ReadBody)
    }

    pub fn read_request(self) -> Self {
        self.read_head().read_body()
    }

    pub fn read_exactly(self, count: usize) -> Self {
        self.step(Step::ReadExactly(count))
    }

    pub fn send(self, bytes: impl Into<Vec<u8>>) -> Self {
        self.step(Step::Send(bytes.into()))
    }

    /// Sends `chunk` bytes at a time, a millisecond apart.
    pub fn send_slowly(self, bytes: impl Into<Vec<u8>>, chunk: usize) -> Self {
        self.step(Step::SendSlowly {
            bytes: bytes.into(),
            chunk,
            pace: Duration::from_millis(1),
        })
    }

    /// Goes on when the test releases the latch.
    pub fn pause(self, latch: &Latch) -> Self {
        self.step(Step::Pause(latch.clone()))
    }

    /// Tells the test that the script has come this far.
    pub fn signal(self, latch: &Latch) -> Self {
        self.step(Step::Signal(latch.clone()))
    }

    pub fn tls(self, config: &Arc<ServerConfig>) -> Self {
        self.step(Step::TlsAccept(config.clone()))
    }

    pub fn half_close(self) -> Self {
        self.step(Step::HalfClose)
    }

    /// Closes; under TLS without the close_notify that a whole body ends with.
    pub fn truncate(self) -> Self {
        self.step(Step::Truncate)
    }

    pub fn reset(self) -> Self {
        self.step(Step::Reset)
    }

    pub fn close(self) -> Self {
        self.step(Step::Close)
    }

    pub fn step(mut self, step: Step) -> Self {
        self.0.push(step);
        self
    }

    pub(super) fn play(&self, connection: &mut Connection) -> io::Result<()> {
        for step in &self.0 {
            match step {
                Step::ReadHead => drop(connection.read_head()?),
                Step::ReadBody => drop(connection.read_body()?),
                Step::ReadExactly(count) => drop(connection.read_exactly(*count)?),
                Step::Send(bytes) => connection.send(bytes)?,
                Step::SendSlowly { bytes, chunk, pace } => {
                    connection.send_slowly(bytes, *chunk, *pace)?;
                }
                Step::Pause(latch) => connection.pause(latch),
                Step::Signal(latch) => latch.release(),
                Step::TlsAccept(config) => connection.accept_tls(config)?,
                Step::HalfClose => connection.half_close()?,
                Step::Truncate => connection.truncate(),
                Step::Reset => connection.reset()?,
                Step::Close => connection.close(),
            }
        }
        // After a close of ours this has nothing to wait for.
        connection.hold()
    }
}
