//! The server's end of one connection: what scripts and handlers can do with
//! it.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use rustls::ServerConfig;

use super::latch::Latch;
use super::reply::Request;
use super::server::Shared;
use super::stream::Stream;

/// One accepted connection. What it reads as requests it also puts on the
/// server's record.
pub struct Connection {
    /// Counted from 0 in the order of acceptance.
    pub index: usize,
    stream: Stream,
    unread: Vec<u8>,
    shared: Arc<Shared>,
    last: Option<usize>,
}

impl Connection {
    pub(super) fn new(index: usize, stream: Stream, shared: Arc<Shared>) -> Self {
        Self {
            index,
            stream,
            unread: Vec::new(),
            shared,
            last: None,
        }
    }

    /// Reads one request head up to its empty line and records it.
    pub fn read_head(&mut self) -> io::Result<Request> {
        let end = loop {
            if let Some(at) = find(&self.unread, b"\r\n\r\n") {
                break at + 4;
            }
            self.fill()?;
        };
        let request = Request {
            connection: self.index,
            head: self.unread.drain(..end).collect(),
            body: Vec::new(),
        };
        self.last = Some(self.shared.record(request.clone()));
        Ok(request)
    }

    /// Reads `count` bytes more; they count as body of the last request.
    pub fn read_exactly(&mut self, count: usize) -> io::Result<Vec<u8>> {
        while self.unread.len() < count {
            self.fill()?;
        }
        let bytes: Vec<u8> = self.unread.drain(..count).collect();
        if let Some(at) = self.last {
            self.shared.append_body(at, &bytes);
        }
        Ok(bytes)
    }

    /// Reads the body that the last head's Content-Length announces.
    pub fn read_body(&mut self) -> io::Result<Vec<u8>> {
        let length = self.last.and_then(|at| {
            let request = self.shared.request(at);
            request.header("content-length")?.parse().ok()
        });
        self.read_exactly(length.unwrap_or(0))
    }

    /// Head and body of one request.
    pub fn read_request(&mut self) -> io::Result<Request> {
        let mut request = self.read_head()?;
        request.body = self.read_body()?;
        Ok(request)
    }

    pub fn send(&mut self, bytes: impl AsRef<[u8]>) -> io::Result<()> {
        self.stream.write_all(bytes.as_ref())
    }

    /// Sends bytes as they are, past TLS.
    pub fn send_raw(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.stream.write_raw(bytes)
    }

    /// Ends TLS by an alert, encrypted as everything behind the handshake.
    pub fn alert(&mut self) -> io::Result<()> {
        self.stream.alert()
    }

    /// What would go out for these bytes, to be sent by [`Connection::send_raw`].
    pub fn seal(&mut self, bytes: impl AsRef<[u8]>) -> io::Result<Vec<u8>> {
        self.stream.seal(bytes.as_ref())
    }

    /// The system takes hardly anything for us that we have not read.
    pub fn take_little(&self) -> io::Result<()> {
        self.stream.take_little()
    }

    /// Lets time pass; a server that goes away wakes it.
    pub fn wait(&self, time: Duration) {
        self.shared.sleep(time);
    }

    /// Sends in pieces, a segment each, `pace` apart. The pace is the subject
    /// of a slow answer; nothing may depend on how the client sees it cut.
    pub fn send_slowly(&mut self, bytes: &[u8], chunk: usize, pace: Duration) -> io::Result<()> {
        for piece in bytes.chunks(chunk.max(1)) {
            self.send(piece)?;
            self.shared.sleep(pace);
        }
        Ok(())
    }

    /// Waits until the test releases the latch, or the server is dropped.
    pub fn pause(&mut self, latch: &Latch) {
        self.shared.adopt(latch);
        latch.wait();
    }

    pub fn accept_tls(&mut self, config: &Arc<ServerConfig>) -> io::Result<()> {
        self.stream.accept_tls(config.clone())
    }

    /// The certificate that the client has shown.
    pub fn peer_certificate(&self) -> Option<Vec<u8>> {
        self.stream.peer_certificate()
    }

    /// Whether the handshake took up an earlier session.
    pub fn is_resumed(&self) -> bool {
        self.stream.is_resumed()
    }

    /// Ends our direction, the client may go on sending.
    pub fn half_close(&mut self) -> io::Result<()> {
        self.stream.half_close()
    }

    /// Closes; under TLS with a close_notify.
    pub fn close(&mut self) {
        self.unread.clear();
        self.stream.close();
    }

    /// Closes the socket; under TLS without a close_notify.
    pub fn truncate(&mut self) {
        self.unread.clear();
        self.stream.truncate();
    }

    /// Closes with a RST.
    pub fn reset(&mut self) -> io::Result<()> {
        self.unread.clear();
        self.stream.reset()
    }

    /// Waits until the client closes. Bytes it sends instead are put among
    /// the server's notes and end the connection, so that a request too many
    /// fails at once and doesn't hang.
    pub fn hold(&mut self) -> io::Result<()> {
        if self.unread.is_empty() {
            match self.fill() {
                Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(()),
                other => other?,
            }
        }
        let text = String::from_utf8_lossy(&self.unread).into_owned();
        Err(io::Error::other(format!(
            "bytes after the script: {text:?}"
        )))
    }

    fn fill(&mut self) -> io::Result<()> {
        let mut buffer = [0; 16 * 1024];
        match self.stream.read(&mut buffer)? {
            0 => Err(io::ErrorKind::UnexpectedEof.into()),
            n => {
                self.unread.extend(&buffer[..n]);
                Ok(())
            }
        }
    }
}

fn find(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    haystack.windows(needle.len()).position(|w| w == needle)
}
