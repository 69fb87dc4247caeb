//! A request that does not go out at once: the wait for room in the socket, and the answer that may
//! come meanwhile. A server that wants nothing of a large body says so and reads no more.

use std::time::{Duration, Instant};

use super::body::with_scratch;
use super::deadline::Deadline;
use super::{is_wait, Stage, Step, Transfer};
use crate::net::{Driver, Failure};

/// The system is silent about little room, until it is a third of all. What the other end has taken
/// last is found by trying, or its silence would seem to begin late.
const LOOK: Duration = Duration::from_millis(10);

/// When to try again, whatever the system says.
pub(super) fn look(deadline: Option<Instant>) -> Option<Instant> {
    deadline.map(|deadline| deadline.min(Instant::now() + LOOK))
}

impl Transfer {
    /// The socket takes no more of the request just now. `None`: the stage goes on.
    #[cold]
    pub(super) fn await_room(
        &mut self,
        driver: &Driver<'_>,
        sent: u64,
    ) -> Result<Option<Step>, Failure> {
        self.stage = Stage::Send(sent);
        self.note_progress();
        if self.is_late() {
            return self.sent_too_long();
        }
        if driver.blocks() {
            self.wait_and_listen(driver)?;
            return Ok(None);
        }
        if self.is_listening() && self.connection.as_ref().is_some_and(|it| it.is_readable()) {
            self.listen(driver)?;
        }
        let goes_on = !matches!(self.stage, Stage::Send(_)) || !self.untold.is_empty();
        Ok((!goes_on).then_some(Step::Blocked))
    }

    /// Bytes that went out give the others their time anew.
    pub(super) fn note_progress(&mut self) {
        let timeout = match self.stage {
            Stage::Pieces => self.request.timeouts.data_send,
            _ => self.request.timeouts.send,
        };
        let connection = self.connection.as_mut();
        if connection.is_some_and(|it| it.take_moved()) && !self.is_tunnelling {
            self.deadline = Deadline::after(timeout);
        }
    }

    /// Waits on the caller's thread for room, or for something of an answer, and takes that in.
    pub(super) fn wait_and_listen(&mut self, driver: &Driver<'_>) -> Result<(), Failure> {
        let listens = self.is_listening();
        let connection = self.connection.as_ref();
        let connection = connection.ok_or(Failure::ConnectionAborted)?;
        let readable = connection
            .socket()
            .await_room(look(self.deadline.at()), listens)
            .map_err(|_| Failure::OutOfResources)?;
        match readable {
            true => self.listen(driver),
            false => Ok(()),
        }
    }

    /// Whether an answer would be heard before its time. What a proxy says to CONNECT comes soon enough.
    fn is_listening(&self) -> bool {
        self.early.is_none() && !self.is_tunnelling
    }

    /// Takes in what has come. The stage is another one afterwards if the request is through.
    pub(super) fn listen(&mut self, driver: &Driver<'_>) -> Result<(), Failure> {
        with_scratch(|scratch| {
            while self.is_listening() {
                let Some(connection) = &mut self.connection else {
                    return Err(Failure::ConnectionAborted);
                };
                match connection.read_at_once(scratch) {
                    Ok(count) if count > 0 => drop(self.take_head(driver, &scratch[..count])?),
                    Err(error) if is_wait(&error) => break,
                    ended => return self.end_without_head(ended).map(drop),
                }
            }
            Ok(())
        })
    }

    /// The head of the answer has come before its time, and `rest` behind it. Who answers with success
    /// may still want the body (RFC 9110, section 7.5); anybody else does not.
    #[cold]
    pub(super) fn keep_early(&mut self, rest: &[u8]) {
        self.early = Some(rest.to_vec());
        if self.exchange.head().is_some_and(|it| it.status() >= 300) {
            self.stop_sending();
        }
    }

    /// The answer counts, and no more of the request goes out.
    pub(super) fn stop_sending(&mut self) {
        self.connection_is_spoiled = true;
        if let Stage::Send(_) = self.stage {
            self.stage = Stage::Sent;
        }
    }

    /// Whether the answer has come and no more of the request is to go out.
    pub(super) fn has_stopped(&self) -> bool {
        self.early.is_some() && self.connection_is_spoiled
    }

    /// Nobody has taken a byte for too long. An answer that has come counts for all that.
    pub(super) fn sent_too_long<T>(&mut self) -> Result<Option<T>, Failure> {
        if self.early.is_none() {
            return Err(Failure::TimedOut);
        }
        self.stop_sending();
        Ok(None)
    }
}
