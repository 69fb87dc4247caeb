//! A tunnel through an HTTP proxy: CONNECT, between the connection and TLS.

use std::time::Duration;

use super::connect::bound;
use super::deadline::Deadline;
use super::{Exchange, Failure, Step, Transfer, Way};
use crate::net::Driver;

impl Transfer {
    /// Whether the answer comes from a proxy that did not make a tunnel, and not from the server.
    pub fn is_refused(&self) -> bool {
        self.is_refused
    }

    /// CONNECT is sent and answered as a request is.
    #[cold]
    pub(super) fn ask_for_tunnel(&mut self, driver: &Driver<'_>) -> Option<Step> {
        self.is_tunnelling = true;
        self.exchange = Exchange::new(b"CONNECT");
        self.begin_to_send(driver)
    }

    /// The head of the answer is there. Unless it makes a tunnel, it is the request's answer.
    #[cold]
    pub(super) fn take_tunnel(
        &mut self,
        driver: &Driver<'_>,
        rest: &[u8],
    ) -> Result<Option<Step>, Failure> {
        let head = self.exchange.head().filter(|head| !head.is_http09());
        let status = head.ok_or(Failure::InvalidResponse)?.status();
        let connection = self.connection.as_mut();
        let connection = connection.ok_or(Failure::ConnectionAborted)?;
        self.is_tunnelling = false;
        if (200..300).contains(&status) {
            // What is in the tunnel before we have spoken is not the server's.
            if !rest.is_empty() {
                return Err(Failure::InvalidResponse);
            }
            connection.is_through = true;
            self.exchange = Exchange::new(&self.request.method);
            self.take_way(Way::Handshake);
            return Ok(self.received(driver));
        }
        bound(connection, driver, self.request.timeouts)?;
        self.is_refused = true;
        let opened = self.open(driver, rest);
        if self.pieces.is_some() {
            self.pass_over_pieces();
        }
        opened
    }

    /// A phase begins that may take so long; a tunnel is a part of connecting, which has one bound.
    pub(super) fn allow(&mut self, timeout: Option<Duration>) {
        if !self.is_tunnelling {
            self.deadline = Deadline::after(timeout);
        }
    }

    /// A proxy that sends a byte now and then gets no more time by that.
    pub(super) fn keep_to_time(&mut self, driver: &Driver<'_>) -> Result<(), Failure> {
        if !self.is_tunnelling {
            return Ok(());
        }
        self.bound_by_time_left(driver)
    }

    /// Bounds what is done next by what is left of the time to connect.
    pub(super) fn bound_by_time_left(&mut self, driver: &Driver<'_>) -> Result<(), Failure> {
        if self.is_late() {
            return Err(Failure::TimedOut);
        }
        let (left, timeouts) = (self.time_left(), self.request.timeouts);
        match &mut self.connection {
            Some(connection) => bound(connection, driver, timeouts.with_each(left)),
            None => Err(Failure::ConnectionAborted),
        }
    }
}
