//! A body that the program writes in pieces: InternetWriteFile.

use std::io::{self, IoSlice};

use super::{is_timeout, lost, Framing, Stage, Transfer};
use crate::net::{Driver, Failure};

impl Transfer {
    /// Whether the program is to write the rest of the body.
    pub fn takes_pieces(&self) -> bool {
        matches!(self.stage, Stage::Pieces)
    }

    pub(super) fn await_pieces(&mut self) {
        // How long the program takes for it is its own affair.
        self.deadline = None;
        self.stage = Stage::Pieces;
    }

    /// Writes a piece on the caller's thread, whichever driver the transfer has otherwise. A write
    /// that fails ends the pieces, but not the transfer: there may be an answer.
    pub fn write(&mut self, driver: &Driver<'_>, piece: &[u8]) -> Result<(), Failure> {
        if self.is_refused {
            return Ok(()); // the answer is there already
        }
        match self.request.pieces {
            Some(Framing::Chunked) if piece.is_empty() => Ok(()),
            Some(Framing::Chunked) => {
                let size = format!("{:x}\r\n", piece.len());
                self.write_all(driver, &[size.as_bytes(), piece, b"\r\n"])
            }
            _ => self.write_all(driver, &[piece]),
        }
    }

    /// The last piece was written: the answer is next.
    pub fn end_pieces(&mut self, driver: &Driver<'_>) {
        if self.is_refused {
            self.request.pieces = None;
            self.stage = Stage::Open;
            return;
        }
        let end: &[&[u8]] = match self.request.pieces {
            Some(Framing::Chunked) => &[b"0\r\n\r\n"],
            // Nothing to write, but from here on the thread may block on the socket.
            _ => &[],
        };
        // If the server has hung up, its answer says why.
        let _ = self.write_all(driver, end);
        self.request.pieces = None;
        self.stage = Stage::Sent;
    }

    fn write_all(&mut self, driver: &Driver<'_>, parts: &[&[u8]]) -> Result<(), Failure> {
        let Some(connection) = &mut self.connection else {
            return Err(Failure::ConnectionAborted);
        };
        if let Driver::Blocking { cancel, .. } = driver {
            cancel.watch_socket(connection.socket())?;
        }
        let written = connection.write_blocking(self.request.timeouts.of_body(), parts);
        written.map_err(|error| match is_timeout(&error) {
            true => Failure::TimedOut,
            false => lost(&error),
        })
    }
}

/// What is left of `parts` behind the first `count` bytes.
fn rest<'a>(parts: &[&'a [u8]], mut count: usize) -> Vec<IoSlice<'a>> {
    let mut left = Vec::with_capacity(parts.len());
    for part in parts {
        let taken = count.min(part.len());
        count -= taken;
        if taken < part.len() {
            left.push(IoSlice::new(&part[taken..]));
        }
    }
    left
}

/// Writes everything; `write` takes what it can.
pub fn write_all(
    parts: &[&[u8]],
    mut write: impl FnMut(&[IoSlice<'_>]) -> io::Result<usize>,
) -> io::Result<()> {
    let mut count = 0;
    loop {
        let left = rest(parts, count);
        if left.is_empty() {
            return Ok(());
        }
        match write(&left)? {
            0 => return Err(io::ErrorKind::WriteZero.into()),
            taken => count += taken,
        }
    }
}
