//! A body that the program writes in pieces: InternetWriteFile.

use std::io::{self, IoSlice};

use super::deadline::Deadline;
use super::{is_timeout, is_wait, lost, Framing, Stage, Transfer};
use crate::net::{Driver, Failure};

impl Transfer {
    /// Whether the program is to write the rest of the body.
    pub fn takes_pieces(&self) -> bool {
        matches!(self.stage, Stage::Pieces)
    }

    #[cold]
    pub(super) fn await_pieces(&mut self) {
        // How long the program takes for it is its own affair.
        self.deadline = Deadline::Never;
        self.stage = Stage::Pieces;
    }

    /// The answer is there before the first piece. The program writes them all the same, until it asks for it.
    pub fn pass_over_pieces(&mut self) {
        if !self.passes_over_pieces {
            self.passes_over_pieces = true;
            self.await_pieces();
        }
    }

    /// Writes a piece on the caller's thread, whichever driver the transfer has otherwise. A write
    /// that fails ends the pieces, but not the transfer: there may be an answer. `false`: there is one
    /// already, and the piece is not wanted.
    pub fn write(&mut self, driver: &Driver<'_>, piece: &[u8]) -> Result<bool, Failure> {
        if self.passes_over_pieces || self.has_stopped() {
            return Ok(false);
        }
        if let Some(failure) = self.cut {
            return Err(failure); // what follows would be taken for the rest of that piece
        }
        let written = match self.pieces {
            Some(Framing::Chunked) if piece.is_empty() => Ok(true),
            Some(Framing::Chunked) => {
                let size = format!("{:x}\r\n", piece.len());
                self.write_all(driver, &[size.as_bytes(), piece, b"\r\n"])
            }
            _ => self.write_all(driver, &[piece]),
        };
        self.cut = written.err();
        written
    }

    /// The last piece was written: the answer is next. `is_whole`: the body is as long as its head says.
    pub fn end_pieces(&mut self, driver: &Driver<'_>, is_whole: bool) {
        if self.passes_over_pieces {
            self.pieces = None;
            self.stage = Stage::Open;
            return;
        }
        let end: &[&[u8]] = match self.pieces {
            Some(Framing::Chunked) if self.cut.is_none() && !self.has_stopped() => &[b"0\r\n\r\n"],
            // Nothing to write, but from here on the thread may block on the socket.
            _ => &[],
        };
        // If the server has hung up, its answer says why.
        let ended = self.write_all(driver, end);
        // A server that awaits more of the body would take the next request for it.
        self.connection_is_spoiled |= !is_whole || self.cut.is_some() || ended.is_err();
        self.pieces = None;
        self.stage = Stage::Sent;
    }

    /// Writes everything. `false`: an answer came first.
    fn write_all(&mut self, driver: &Driver<'_>, parts: &[&[u8]]) -> Result<bool, Failure> {
        let connection = self.connection.as_ref();
        let connection = connection.ok_or(Failure::ConnectionAborted)?;
        if let Driver::Blocking { cancel, .. } = driver {
            cancel.watch_socket(connection.socket())?;
        }
        self.deadline = Deadline::after(self.request.timeouts.data_send);
        let written = self.write_on(driver, parts);
        self.deadline = Deadline::Never;
        self.body_sent += parts.iter().map(|it| it.len() as u64).sum::<u64>();
        written.map(|()| !self.has_stopped())
    }

    fn write_on(&mut self, driver: &Driver<'_>, parts: &[&[u8]]) -> Result<(), Failure> {
        let mut count = 0;
        while !self.has_stopped() {
            let left = rest(parts, count);
            let connection = self.connection.as_mut();
            let connection = connection.ok_or(Failure::ConnectionAborted)?;
            let written = match left.is_empty() {
                true => connection.flush().map(|()| 0),
                false => connection.write(&left),
            };
            self.note_progress();
            match written {
                Ok(_) if left.is_empty() => break,
                Ok(taken) if taken > 0 => count += taken,
                Err(error) if !is_wait(&error) => self.write_failed(driver, &error)?,
                _ if self.is_late() => drop(self.sent_too_long::<()>()?),
                _ => self.wait_and_listen(driver)?,
            }
        }
        Ok(())
    }

    /// Who hung up may have said why: then that is the answer.
    fn write_failed(&mut self, driver: &Driver<'_>, error: &io::Error) -> Result<(), Failure> {
        // What it comes upon besides is told by the error.
        let _ = self.listen(driver);
        if self.early.is_none() {
            return Err(match is_timeout(error) {
                true => Failure::TimedOut,
                false => lost(error),
            });
        }
        self.stop_sending();
        Ok(())
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
