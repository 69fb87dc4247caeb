//! The race for a connection: the addresses of a host, one after the other, a little apart (RFC 8305).

use std::io::{self, IoSlice};
use std::time::{Duration, Instant};

use smallvec::SmallVec;

use super::{is_timeout, Step, Transfer, Way};
use crate::net::connection::{Connection, Handed};
use crate::net::reactor::Registration;
use crate::net::resolve::{self, Addresses};
use crate::net::socket::{await_connects, is_exhaustion};
use crate::net::{pool, Driver, Event, Failure};

#[cfg(test)]
mod tests;

/// The next address is tried when those before have not answered for so long (RFC 8305, section 8).
const ATTEMPT_DELAY: Duration = Duration::from_millis(250);

/// Connections that are being made to the addresses of one host.
pub struct Race {
    addresses: Addresses,
    /// So many of them are tried at the most.
    most: usize,
    /// So many have been.
    tried: usize,
    /// The next attempt was told and is to begin.
    is_told: bool,
    attempts: SmallVec<[Handed; 1]>,
    /// The next attempt begins at this time; `None`: at once.
    next_at: Option<Instant>,
    /// What became of the last attempt that failed.
    error: Option<io::Error>,
}

impl Race {
    /// One that has not begun.
    pub fn new(addresses: Addresses, most: usize) -> Self {
        Self {
            most: most.clamp(1, addresses.len()),
            addresses,
            tried: 0,
            is_told: false,
            attempts: SmallVec::new(),
            next_at: None,
            error: None,
        }
    }

    /// The place with the reactor whose alarm is for all.
    pub fn registration(&mut self) -> Option<&mut Registration> {
        self.attempts.first_mut()?.registration()
    }

    /// When something is to be done although nothing happens.
    pub fn alarm(&self, deadline: Option<Instant>) -> Option<Instant> {
        let next = self.next_at.filter(|_| self.tried < self.most);
        next.into_iter().chain(deadline).min()
    }

    /// The first that is through. Those that have failed are forgotten, and the next may begin.
    fn winner(&mut self) -> Option<Handed> {
        let mut index = 0;
        while index < self.attempts.len() {
            match self.attempts[index].is_connected() {
                Ok(true) => return Some(self.attempts.swap_remove(index)),
                Ok(false) => index += 1,
                Err(error) => {
                    self.attempts.remove(index);
                    self.error = Some(error);
                    self.next_at = None;
                }
            }
        }
        None
    }

    /// Whether the next address is to be told.
    fn goes_on(&self) -> bool {
        let is_due = || self.next_at.is_none_or(|at| at <= Instant::now());
        self.tried < self.most && (self.attempts.is_empty() || is_due())
    }
}

impl Transfer {
    pub(super) fn race(
        &mut self,
        driver: &Driver<'_>,
        body: &[u8],
        mut race: Box<Race>,
    ) -> Result<Option<Step>, Failure> {
        if race.is_told && !self.begin_attempt(driver, body, &mut race)? {
            self.take_way(Way::Race(race));
            return Ok(None);
        }
        if let Some(connection) = race.winner() {
            if let Driver::Blocking { cancel, .. } = driver {
                cancel.watch_socket(connection.socket())?;
                let blocks = connection.socket().set_blocking(true);
                blocks.map_err(|_| Failure::CannotConnect)?;
            }
            return Ok(self.connected(driver, connection));
        }
        if self.is_late() {
            resolve::forget(self.request.origin.first_hop().0);
            return Err(Failure::TimedOut);
        }
        if race.goes_on() {
            let address = race.addresses[race.tried].ip();
            race.is_told = true;
            self.take_way(Way::Race(race));
            return Ok(driver.tell(Event::Connecting(address)));
        }
        if race.attempts.is_empty() {
            // They may have moved: the next request asks again.
            resolve::forget(self.request.origin.first_hop().0);
            let is_late = race.error.as_ref().is_some_and(is_timeout);
            return Err(match is_late {
                true => Failure::TimedOut,
                false => Failure::CannotConnect,
            });
        }
        let alarm = race.alarm(self.deadline.at());
        if let Driver::Blocking { cancel, .. } = driver {
            let sockets = race.attempts.iter().map(|it| it.socket().clone()).collect();
            let sockets = cancel.watch_connects(sockets)?;
            await_connects(&sockets, alarm).map_err(|_| Failure::OutOfResources)?;
        }
        self.take_way(Way::Race(race));
        Ok((!driver.blocks()).then_some(Step::Blocked))
    }

    /// Whether the request may go out with the connect. On the caller's thread the program first hears that it is
    /// connected, and of two attempts only one may carry it.
    fn may_send_along(&self, driver: &Driver<'_>, race: &Race) -> bool {
        let origin = &self.request.origin;
        !driver.blocks() && !origin.secure && origin.is_next() && race.attempts.is_empty()
    }

    /// Begins with the address that was told. `false`: the same again.
    fn begin_attempt(
        &mut self,
        driver: &Driver<'_>,
        body: &[u8],
        race: &mut Race,
    ) -> Result<bool, Failure> {
        let origin = self.request.origin.clone();
        let mut peer = race.addresses[race.tried];
        peer.set_port(origin.first_hop().1);
        if self.registration.is_none() {
            self.reserve_place(driver)?;
        }
        let parts = [IoSlice::new(&self.request.head), IoSlice::new(body)];
        let first = match body {
            _ if !self.may_send_along(driver, race) => &[],
            [] => &parts[..1],
            _ => &parts[..],
        };
        match Connection::start(origin, peer, &mut self.registration, first) {
            Ok(connection) => race.attempts.push(connection),
            Err((_, 1..)) => return Err(Failure::OutOfResources),
            // Idle connections hold descriptors that are wanted now.
            Err((error, _)) if is_exhaustion(&error) && pool::drop_idle_connections() => {
                return Ok(false);
            }
            // But for those that are under way.
            Err((error, _)) if is_exhaustion(&error) && race.attempts.is_empty() => {
                return Err(Failure::OutOfResources);
            }
            Err((error, _)) => race.error = Some(error),
        }
        race.is_told = false;
        race.tried += 1;
        let others_follow = race.tried < race.most;
        race.next_at = others_follow.then(|| Instant::now() + ATTEMPT_DELAY);
        Ok(true)
    }
}
