//! Sending in pieces: HttpSendRequestEx, InternetWriteFile, HttpEndRequest.

use std::borrow::Cow;
use std::sync::Arc;

use super::error::{Error, Result};
use super::operation::Work;
use super::request::{Request, State};
use super::send::Body;
use super::status::Status;
use crate::abi::ERROR_INVALID_PARAMETER;
use crate::http::Fields;
use crate::net::{Driver, Framing};
use crate::notify::Pending;

/// How long the program says the whole body is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Total {
    /// So many bytes: dwBufferTotal.
    Bytes(u64),
    /// It does not say; a Content-Length of its own may.
    Unknown,
    /// HSR_CHUNKED.
    Chunked,
}

/// A body in pieces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pieces {
    /// How it is framed.
    pub framing: Framing,
    /// What Content-Length says, if we say it.
    pub total: Option<u64>,
    /// What may still be written before the body is longer than its head says.
    left: Option<u64>,
}

impl Pieces {
    /// What the program sets in its headers wins: a length, or a framing of its own.
    pub fn new(total: Total, first: usize, fields: &Fields, method: &[u8]) -> Self {
        let total = match total {
            // Nobody expects a body of these.
            Total::Unknown if matches!(method, b"GET" | b"HEAD") => Total::Bytes(first as u64),
            total => total,
        };
        let said = fields.iter().find_map(|(name, value)| {
            let is_length = name.eq_ignore_ascii_case(b"Content-Length");
            let length = is_length.then(|| std::str::from_utf8(value).ok()?.parse().ok());
            length.flatten()
        });
        let frames_itself = fields.contains("Transfer-Encoding");
        let (framing, total, length) = match (said, total) {
            _ if frames_itself => (Framing::Plain, None, None),
            (Some(said), _) => (Framing::Plain, None, Some(said)),
            (None, Total::Bytes(total)) => (Framing::Plain, Some(total), Some(total)),
            (None, Total::Unknown | Total::Chunked) => (Framing::Chunked, None, None),
        };
        Self {
            framing,
            total,
            left: length.map(|length: u64| length.saturating_sub(first as u64)),
        }
    }

    /// The first piece as it goes out with the head.
    pub fn frame<'a>(&self, first: &'a [u8]) -> Cow<'a, [u8]> {
        match self.framing {
            Framing::Chunked if !first.is_empty() => {
                let size = format!("{:x}\r\n", first.len());
                Cow::Owned([size.as_bytes(), first, b"\r\n"].concat())
            }
            _ => Cow::Borrowed(first),
        }
    }

    fn take(&mut self, count: usize) -> Result<()> {
        if let Some(left) = &mut self.left {
            // More would be the beginning of another request.
            let after = left.checked_sub(count as u64);
            *left = after.ok_or(Error(ERROR_INVALID_PARAMETER))?;
        }
        Ok(())
    }
}

impl State {
    /// Whether the body can be sent again: what was written in pieces is gone, if it was anything.
    pub fn has_all_of_body(&self) -> bool {
        self.pieces.is_none_or(|it| it.total == Some(0))
    }
}

impl Request {
    /// Sends the head, and what there is of the body: HttpSendRequestEx.
    pub fn send_head(self: &Arc<Self>, body: Body<'_>, total: Total) -> Result<()> {
        if self.is_async {
            return self.send_async(body, Some(total), false);
        }
        self.inside(|| self.send_blocking(body, Some(total)))
    }

    /// Writes a piece of the body, on this thread also in an asynchronous session:
    /// InternetWriteFile.
    pub fn write(self: &Arc<Self>, piece: &[u8]) -> Result<()> {
        self.inside(|| self.write_blocking(piece))
    }

    fn write_blocking(self: &Arc<Self>, piece: &[u8]) -> Result<()> {
        {
            let mut state = self.state.lock();
            let takes = state.transfer.as_ref().is_some_and(|it| it.takes_pieces());
            let pieces = state.pieces.as_mut().filter(|_| takes);
            pieces.ok_or(Error::INCORRECT_STATE)?.take(piece.len())?;
        }
        self.say(Status::SendingRequest);
        let driver = self.blocking();
        if self.lend(|transfer| transfer.write(&driver, piece))?? {
            self.say(Status::RequestSent(piece.len() as u64));
        }
        Ok(())
    }

    /// The body is complete; waits for the head of the answer: HttpEndRequest.
    pub fn end(self: &Arc<Self>) -> Result<()> {
        if self.is_async {
            return self.end_async();
        }
        self.inside(|| {
            let driver = self.blocking();
            self.end_pieces(&driver)??;
            self.send_and_follow(&[])
        })
    }

    fn end_async(self: &Arc<Self>) -> Result<()> {
        let ended = self.inside(|| {
            let driver = self.blocking();
            self.end_pieces(&driver)
        })?;
        let mut state = self.state.lock();
        if state.operation.is_some() {
            return Err(Error::INCORRECT_STATE);
        }
        let body = Vec::new();
        let gives_handle = false;
        let operation = self.begin_operation(Work::Send { body, gives_handle })?;
        match ended {
            Ok(()) => {
                state.operation = Some(operation);
                self.advance(&mut state);
            }
            Err(error) => operation.fail(error),
        }
        drop(state);
        self.see_to(Pending(self.common.gate.is_pending()));
        Err(Error::IO_PENDING)
    }

    /// The outer error is the program's fault; the inner one that there is nothing to end, because
    /// sending the head has failed.
    fn end_pieces(&self, driver: &Driver<'_>) -> Result<Result<()>> {
        let is_whole = {
            let mut state = self.state.lock();
            let pieces = state.pieces.ok_or(Error::INCORRECT_STATE)?;
            state.body_length = 0; // what went with the head is gone
            pieces.left.is_none_or(|left| left == 0)
        };
        self.lend(|transfer| match transfer.takes_pieces() {
            true => {
                transfer.end_pieces(driver, is_whole);
                Ok(Ok(()))
            }
            false if transfer.head().is_none() && transfer.has_failed() => {
                Ok(Err(Error::CANCELLED))
            }
            false => Err(Error::INCORRECT_STATE),
        })?
    }
}
