//! One request after another on the same connection: the answer to a challenge goes to whoever made
//! it, and nobody else gets the connection in between.

use super::body::{with_scratch, Buffered, DRAIN};
use super::deadline::Deadline;
use super::{is_wait, Stage, Step, Transfer, Way};
use crate::http::Exchange;
use crate::net::{Driver, Event, Failure};

/// squid reads so much of a body in any case.
const READ_IN_ANY_CASE: u64 = 32 * 1024;

impl Transfer {
    /// Whether a proxy that asks for credentials may have left a part of the body unread: squid never
    /// reads the rest, and answers nothing more, though it says that it keeps the connection.
    pub(super) fn may_be_unread(&self) -> bool {
        let asks = self.exchange.head().is_some_and(|it| it.status() == 407);
        asks && self.body_sent > READ_IN_ANY_CASE
    }

    /// Takes over the connection of a transfer whose answer nobody reads, if it can carry another
    /// request once the rest of that answer is read away. What is left with `former` is closed.
    pub fn succeed(&mut self, former: &mut Transfer) {
        let is_fit = (matches!(former.stage, Stage::Open) || former.is_refused)
            && former.failure.is_none()
            && !former.connection_is_spoiled
            && former.keeps_connection()
            && former.request.origin == self.request.origin;
        if !is_fit || former.connection.is_none() {
            return;
        }
        self.connection = former.connection.take();
        self.permit = former.permit.take();
        std::mem::swap(&mut self.exchange, &mut former.exchange);
        self.is_held = true;
        self.deadline = Deadline::after(self.request.timeouts.receive);
        self.take_way(Way::ReadAway(DRAIN));
    }

    /// Whether the answer is a challenge, whose connection waits for what becomes of it.
    pub fn is_held(&self) -> bool {
        self.is_held
    }

    /// The owner wants nothing more of the connection than the rest of the body.
    pub fn let_go(&mut self, driver: &Driver<'_>) {
        self.is_held = false;
        if matches!(self.stage, Stage::Open) || self.is_refused {
            self.settle(driver);
        }
    }

    /// Reads the rest of the former answer, `left` bytes at most. All of it has the time that one byte
    /// has elsewhere: another connection is cheaper than a server that dribbles.
    #[cold]
    pub(super) fn read_away(
        &mut self,
        driver: &Driver<'_>,
        mut left: usize,
    ) -> Result<Option<Step>, Failure> {
        // It begins before the first wait: a server that dribbles need let nobody wait for long.
        self.deadline.at();
        while !self.exchange.body().is_done() {
            let read = with_scratch(|scratch| {
                let connection = self.connection.as_mut()?;
                let read = connection.read(scratch);
                if let Ok(count) = read {
                    self.take_payload(driver, &scratch[..count], &mut []);
                    self.buffered = Buffered::default();
                }
                Some(read)
            });
            match read {
                Some(Ok(count)) if self.goes_on_reading(count, left) => left -= count,
                Some(Err(error)) if is_wait(&error) && !driver.blocks() && !self.is_late() => {
                    self.take_way(Way::ReadAway(left));
                    return Ok(Some(Step::Blocked));
                }
                // Who cancels closes it, and says so.
                _ if driver.is_cancelled() => return Err(Failure::Cancelled),
                _ => return Ok(self.give_up_connection()),
            }
        }
        let is_spoiled = self.connection_is_spoiled;
        let connection = self.connection.take().filter(|_| !is_spoiled);
        let Some(mut connection) = connection.filter(|it| it.socket().is_quiet()) else {
            return Ok(self.give_up_connection());
        };
        connection.reused = true;
        self.forget_former();
        self.use_pooled(driver, connection)
    }

    fn goes_on_reading(&self, count: usize, left: usize) -> bool {
        count > 0 && count <= left && self.failure.is_none() && !self.is_late()
    }

    /// The connection cannot be used again after all; another one is made.
    fn give_up_connection(&mut self) -> Option<Step> {
        self.forget_former();
        self.connection = None;
        self.take_way(Way::Begin);
        self.untold.extend([Event::Closing, Event::Closed]);
        None
    }

    fn forget_former(&mut self) {
        self.exchange = Exchange::new(&self.request.method);
        self.failure = None;
        self.connection_is_spoiled = false;
        self.is_held = false;
        self.deadline = Deadline::Never;
    }
}
