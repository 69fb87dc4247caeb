//! The way to a connection: the pool, or a name, an address, a socket, TLS.

use std::sync::Arc;
use std::time::{Duration, Instant};

use super::deadline::Deadline;
use super::race::Race;
use super::socks::Talk;
use super::{is_wait, lost, pool, Stage, Step, Transfer, Way};
use crate::net::connection::{Connection, Handed};
use crate::net::pool::{Taken, Ticket};
use crate::net::reactor::Registration;
use crate::net::resolve::{self, Addresses, Lookup};
use crate::net::{is_offline, Driver, Event, Failure, Route, Timeouts};

/// No time at all means no bound to the system, or is refused as an argument.
const SHORTEST_WAIT: Duration = Duration::from_millis(1);

impl Transfer {
    /// The stages on the way to a connection that takes the request.
    pub(super) fn connect(
        &mut self,
        driver: &Driver<'_>,
        body: &[u8],
    ) -> Result<Option<Step>, Failure> {
        match std::mem::take(&mut self.way) {
            Way::Begin => self.begin(driver),
            Way::ReadAway(left) => self.read_away(driver, left),
            Way::AwaitTurn(ticket) => self.await_turn(driver, ticket),
            Way::LookUp => self.look_up(driver),
            Way::AwaitName(lookup) => self.await_name(driver, lookup),
            Way::Race(race) => self.race(driver, body, race),
            Way::AskForTunnel => Ok(self.ask_for_tunnel(driver)),
            Way::Socks(talk) => self.talk(driver, talk),
            Way::Handshake => self.shake_hands(driver),
        }
    }

    pub(super) fn begin(&mut self, driver: &Driver<'_>) -> Result<Option<Step>, Failure> {
        if is_offline() && !self.request.ignores_offline {
            return Err(Failure::Offline);
        }
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
                self.take_way(Way::AwaitTurn(ticket));
                Ok(None)
            }
        }
    }

    /// In the queue there is no timeout: how long others take is no fault of this request. But those
    /// whose callbacks are blocked do not hold it up.
    #[cold]
    pub(super) fn await_turn(
        &mut self,
        driver: &Driver<'_>,
        ticket: Ticket,
    ) -> Result<Option<Step>, Failure> {
        let is_first = ticket.look();
        if let Some((connection, permit)) = ticket.claim() {
            self.permit = Some(permit);
            let careful = !self.request.is_idempotent;
            return match connection.and_then(|it| pool::revive(it, driver, careful)) {
                Some(connection) => self.use_pooled(driver, connection),
                None => self.find_address(driver),
            };
        }
        self.take_way(Way::AwaitTurn(ticket));
        let look = is_first.then_some(pool::LOOK);
        if let Driver::Blocking { cancel, .. } = driver {
            cancel.watch_parked()?;
            match look {
                Some(look) => std::thread::park_timeout(look),
                None => std::thread::park(),
            }
            return Ok(None);
        }
        self.deadline = Deadline::after(look);
        if is_first && self.registration.is_none() {
            self.reserve_place(driver)?; // for its alarm
        }
        Ok(Some(Step::Blocked))
    }

    fn find_address(&mut self, driver: &Driver<'_>) -> Result<Option<Step>, Failure> {
        self.deadline = Deadline::after(self.request.timeouts.connect);
        self.reserve_place(driver)?;
        match resolve::known(self.request.origin.first_hop().0) {
            Some(addresses) => {
                self.begin_race(addresses);
                Ok(None)
            }
            None => {
                self.take_way(Way::LookUp);
                let (host, _) = self.request.origin.first_hop();
                Ok(driver.tell(Event::Resolving(host.to_owned())))
            }
        }
    }

    /// A place with the reactor before there is a connection.
    pub(super) fn reserve_place(&mut self, driver: &Driver<'_>) -> Result<(), Failure> {
        if let Driver::Reactor { owner, .. } = driver {
            let registration = Registration::reserve().map_err(|_| Failure::OutOfResources)?;
            registration.attach(owner.task());
            self.registration = Some(registration);
        }
        Ok(())
    }

    pub(super) fn use_pooled(
        &mut self,
        driver: &Driver<'_>,
        mut connection: Handed,
    ) -> Result<Option<Step>, Failure> {
        if let Driver::Blocking { cancel, .. } = driver {
            cancel.watch_socket(connection.socket())?;
            bound(&mut connection, driver, self.request.timeouts)?;
        }
        if !connection.is_through {
            self.deadline = Deadline::after(self.request.timeouts.connect);
            self.take_way(first_way(&connection));
        } else {
            self.stage = Stage::BeginToSend;
        }
        self.security = connection.security().cloned();
        self.connection = Some(connection);
        self.registration = None;
        Ok(None)
    }

    #[cold]
    pub(super) fn look_up(&mut self, driver: &Driver<'_>) -> Result<Option<Step>, Failure> {
        if let Driver::Blocking { cancel, .. } = driver {
            cancel.watch_parked()?;
        }
        let lookup = resolve::look_up(self.request.origin.first_hop().0, driver.waiter())
            .map_err(|_| Failure::OutOfResources)?;
        self.take_way(Way::AwaitName(lookup));
        Ok(None)
    }

    #[cold]
    pub(super) fn await_name(
        &mut self,
        driver: &Driver<'_>,
        lookup: Arc<Lookup>,
    ) -> Result<Option<Step>, Failure> {
        if let Some(outcome) = lookup.outcome() {
            let addresses = outcome.map_err(|()| Failure::NameNotResolved)?;
            let first = addresses[0].ip();
            self.begin_race(addresses);
            return Ok(driver.tell(Event::Resolved(first)));
        }
        let Driver::Blocking { cancel, .. } = driver else {
            self.take_way(Way::AwaitName(lookup));
            return self.wait(driver);
        };
        if cancel.is_raised() {
            return Err(Failure::Cancelled);
        }
        match self.deadline.at() {
            None => std::thread::park(),
            Some(deadline) => {
                let now = Instant::now();
                if deadline <= now {
                    return Err(Failure::TimedOut);
                }
                std::thread::park_timeout(deadline - now);
            }
        }
        self.take_way(Way::AwaitName(lookup));
        Ok(None)
    }

    /// One timeout for the look-up, all addresses, the proxy and the TLS handshake.
    pub(super) fn time_left(&mut self) -> Option<Duration> {
        let deadline = self.deadline.at()?;
        let left = deadline.saturating_duration_since(Instant::now());
        Some(left.max(SHORTEST_WAIT))
    }

    fn begin_race(&mut self, addresses: Addresses) {
        let race = Race::new(addresses, self.request.attempts as usize);
        self.take_way(Way::Race(Box::new(race)));
    }

    pub(super) fn connected(&mut self, driver: &Driver<'_>, connection: Handed) -> Option<Step> {
        let peer = connection.peer.ip();
        self.take_way(first_way(&connection));
        self.connection = Some(connection);
        self.registration = None;
        driver.tell(Event::Connected(peer))
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
            bound(connection, driver, self.request.timeouts.with_each(left))?;
        }
        let shaken = connection.shake_hands(self.deadline.at());
        self.security = connection.security().cloned();
        match shaken {
            Ok(()) => {
                bound(connection, driver, self.request.timeouts)?;
                self.stage = Stage::BeginToSend;
                Ok(None)
            }
            Err(error) if is_wait(&error) => {
                self.take_way(Way::Handshake);
                self.wait(driver)
            }
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

/// What comes first on a connection that stands.
fn first_way(connection: &Connection) -> Way {
    match &connection.origin.route {
        Route::Tunnel(_) => Way::AskForTunnel,
        Route::Socks(..) => Way::Socks(Talk::Begin),
        Route::Direct | Route::Forward => Way::Handshake,
    }
}

/// Bounds the calls of the blocking driver; the reactor has its alarms.
pub(super) fn bound(
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
