//! The way to a connection: the pool, or a name, an address, a socket, TLS.

use std::io;
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::{after, event, is_timeout, is_wait, lost, pool, Stage, Step, Transfer};
use crate::net::connection::Connection;
use crate::net::pool::{Taken, Ticket};
use crate::net::reactor::Registration;
use crate::net::resolve::{self, Addresses, Lookup};
use crate::net::{Driver, Event, Failure, Timeouts};

/// No time at all means no bound to the system, or is refused as an argument.
const SHORTEST_WAIT: Duration = Duration::from_millis(1);

impl Transfer {
    pub(super) fn begin(&mut self, driver: &Driver<'_>) -> Result<Option<Step>, Failure> {
        if self.permit.is_some() {
            return self.find_address(driver);
        }
        let careful = !self.request.is_idempotent;
        match pool::take(&self.request.origin, driver, careful) {
            Taken::Idle(connection, permit) => {
                self.permit = Some(permit);
                self.use_pooled(driver, connection)
            }
            Taken::New(permit) => {
                self.permit = Some(permit);
                self.find_address(driver)
            }
            Taken::Queued(ticket) => {
                self.stage = Stage::AwaitTurn(ticket);
                Ok(None)
            }
        }
    }

    /// In the queue there is no timeout: how long others take is no fault of this request.
    pub(super) fn await_turn(
        &mut self,
        driver: &Driver<'_>,
        ticket: Ticket,
    ) -> Result<Option<Step>, Failure> {
        if let Some((connection, permit)) = ticket.claim() {
            self.permit = Some(permit);
            let careful = !self.request.is_idempotent;
            return match connection.and_then(|it| pool::revive(it, driver, careful)) {
                Some(connection) => self.use_pooled(driver, connection),
                None => self.find_address(driver),
            };
        }
        self.stage = Stage::AwaitTurn(ticket);
        match driver {
            Driver::Reactor { .. } => Ok(Some(Step::Blocked)),
            Driver::Blocking { cancel } => {
                cancel.watch_parked()?;
                std::thread::park();
                Ok(None)
            }
        }
    }

    fn find_address(&mut self, driver: &Driver<'_>) -> Result<Option<Step>, Failure> {
        self.deadline = after(self.request.timeouts.connect);
        if let Driver::Reactor { task } = driver {
            let registration = Registration::reserve().map_err(|_| Failure::OutOfResources)?;
            registration.attach(task);
            self.registration = Some(registration);
        }
        match resolve::known(&self.request.origin.host) {
            Some(addresses) => {
                self.stage = Stage::NextAddress(addresses, 0);
                Ok(None)
            }
            None => {
                self.stage = Stage::LookUp;
                Ok(event(Event::Resolving(self.request.origin.host.clone())))
            }
        }
    }

    fn use_pooled(
        &mut self,
        driver: &Driver<'_>,
        mut connection: Connection,
    ) -> Result<Option<Step>, Failure> {
        if let Driver::Blocking { cancel } = driver {
            cancel.watch_socket(connection.socket())?;
            bound(&mut connection, driver, self.request.timeouts)?;
        }
        self.security.clone_from(&connection.security);
        self.connection = Some(connection);
        self.stage = Stage::BeginToSend;
        Ok(None)
    }

    pub(super) fn look_up(&mut self, driver: &Driver<'_>) -> Result<Option<Step>, Failure> {
        if let Driver::Blocking { cancel } = driver {
            cancel.watch_parked()?;
        }
        let lookup = resolve::look_up(&self.request.origin.host, driver.waiter())
            .map_err(|_| Failure::OutOfResources)?;
        self.stage = Stage::AwaitName(lookup);
        Ok(None)
    }

    pub(super) fn await_name(
        &mut self,
        driver: &Driver<'_>,
        lookup: Arc<Lookup>,
    ) -> Result<Option<Step>, Failure> {
        if let Some(outcome) = lookup.outcome() {
            let addresses = outcome.map_err(|()| Failure::NameNotResolved)?;
            let first = addresses[0].ip();
            self.stage = Stage::NextAddress(addresses, 0);
            return Ok(event(Event::Resolved(first)));
        }
        let Driver::Blocking { cancel } = driver else {
            return self.wait(driver, Stage::AwaitName(lookup));
        };
        if cancel.is_raised() {
            return Err(Failure::Cancelled);
        }
        match self.deadline {
            None => std::thread::park(),
            Some(deadline) => {
                let now = Instant::now();
                if deadline <= now {
                    return Err(Failure::TimedOut);
                }
                std::thread::park_timeout(deadline - now);
            }
        }
        self.stage = Stage::AwaitName(lookup);
        Ok(None)
    }

    pub(super) fn next_address(&mut self, addresses: Addresses, index: usize) -> Option<Step> {
        let peer = addresses[index].ip();
        self.stage = Stage::Dial(addresses, index);
        event(Event::Connecting(peer))
    }

    pub(super) fn dial(
        &mut self,
        driver: &Driver<'_>,
        addresses: Addresses,
        index: usize,
    ) -> Result<Option<Step>, Failure> {
        let origin = self.request.origin.clone();
        let mut peer = addresses[index];
        peer.set_port(origin.port);
        match driver {
            Driver::Blocking { cancel } => {
                let left = self.time_left();
                let opened =
                    Connection::open(origin, peer, left, |socket| cancel.watch_socket(socket))?;
                if cancel.is_raised() {
                    return Err(Failure::Cancelled);
                }
                match opened {
                    Ok(connection) => Ok(self.connected(connection)),
                    Err(error) => self.refused(error, addresses, index),
                }
            }
            Driver::Reactor { .. } => {
                match Connection::start(origin, peer, &mut self.registration) {
                    Ok((connection, true)) => Ok(self.connected(connection)),
                    Ok((connection, false)) => {
                        self.connecting = Some(connection);
                        self.stage = Stage::AwaitConnect(addresses, index);
                        Ok(None)
                    }
                    Err(error) => self.refused(error, addresses, index),
                }
            }
        }
    }

    pub(super) fn await_connect(
        &mut self,
        driver: &Driver<'_>,
        addresses: Addresses,
        index: usize,
    ) -> Result<Option<Step>, Failure> {
        let Some(mut connection) = self.connecting.take() else {
            return Err(Failure::CannotConnect);
        };
        match connection.is_connected() {
            Ok(true) => Ok(self.connected(connection)),
            Ok(false) => {
                self.connecting = Some(connection);
                self.wait(driver, Stage::AwaitConnect(addresses, index))
            }
            Err(error) => {
                self.registration = connection.into_registration();
                self.refused(error, addresses, index)
            }
        }
    }

    /// One timeout for the look-up, all addresses and the TLS handshake.
    fn time_left(&self) -> Option<Duration> {
        let deadline = self.deadline?;
        let left = deadline.saturating_duration_since(Instant::now());
        Some(left.max(SHORTEST_WAIT))
    }

    fn connected(&mut self, connection: Connection) -> Option<Step> {
        let peer = connection.peer.ip();
        self.connection = Some(connection);
        self.stage = Stage::Handshake;
        event(Event::Connected(peer))
    }

    /// One address does not answer: the next, or the end.
    fn refused(
        &mut self,
        error: io::Error,
        addresses: Addresses,
        index: usize,
    ) -> Result<Option<Step>, Failure> {
        if is_exhaustion(&error) {
            // Idle connections hold descriptors that are wanted now.
            if !pool::drop_idle_connections() {
                return Err(Failure::OutOfResources);
            }
            self.stage = Stage::Dial(addresses, index);
            return Ok(None);
        }
        let is_late = self.is_late();
        if index + 1 < addresses.len() && !is_late {
            self.stage = Stage::NextAddress(addresses, index + 1);
            return Ok(None);
        }
        // They may have moved: the next request asks again.
        resolve::forget(&self.request.origin.host);
        if is_late || is_timeout(&error) {
            return Err(Failure::TimedOut);
        }
        Err(Failure::CannotConnect)
    }

    pub(super) fn shake_hands(&mut self, driver: &Driver<'_>) -> Result<Option<Step>, Failure> {
        let left = self.time_left();
        let Some(connection) = &mut self.connection else {
            return Err(Failure::ConnectionAborted);
        };
        if self.request.origin.secure {
            if !connection.is_encrypted() {
                connection.start_tls()?;
            }
            let each = Timeouts {
                connect: left,
                send: left,
                receive: left,
            };
            bound(connection, driver, each)?;
        }
        let shaken = connection.shake_hands(self.deadline);
        self.security.clone_from(&connection.security);
        match shaken {
            Ok(()) => {
                bound(connection, driver, self.request.timeouts)?;
                self.stage = Stage::BeginToSend;
                Ok(None)
            }
            Err(error) if is_wait(&error) => self.wait(driver, Stage::Handshake),
            Err(error) => Err(match lost(&error) {
                failure @ (Failure::Certificate(_)
                | Failure::ClientCertificateNeeded
                | Failure::TimedOut) => failure,
                // A peer that hangs up in the handshake speaks another TLS, or none.
                _ => Failure::SecureChannel,
            }),
        }
    }
}

/// Bounds the calls of the blocking driver; the reactor has its alarms.
fn bound(
    connection: &mut Connection,
    driver: &Driver<'_>,
    timeouts: Timeouts,
) -> Result<(), Failure> {
    if !driver.blocks() {
        return Ok(());
    }
    let bounded = connection.bound(timeouts);
    bounded.map_err(|_| Failure::ConnectionAborted)
}

/// No descriptor, port or memory is left: another address would not help.
fn is_exhaustion(error: &io::Error) -> bool {
    if error.kind() == io::ErrorKind::OutOfMemory {
        return true;
    }
    #[cfg(unix)]
    {
        let exhausted = [libc::EMFILE, libc::ENFILE, libc::ENOBUFS, libc::ENOMEM];
        error
            .raw_os_error()
            .is_some_and(|it| exhausted.contains(&it))
    }
    #[cfg(not(unix))]
    false
}
