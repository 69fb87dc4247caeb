//! SOCKS between the connection to the proxy and TLS or the request. It has no events of its own.

use std::io::IoSlice;
use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;
use std::time::Instant;

use super::{is_wait, lost, Step, Transfer, Way};
use crate::net::resolve::{self, Addresses, Lookup};
use crate::net::socks::{Destination, Handshake, Turn, LONGEST_ANSWER};
use crate::net::{Driver, Event, Failure, Route};

/// How far the talk with the proxy came.
pub enum Talk {
    Begin,
    /// A proxy that knows no names is told an address.
    LookUp,
    AwaitName(Arc<Lookup>),
    /// Each side has its say.
    Exchange(Box<Handshake>),
}

impl Transfer {
    #[cold]
    pub(super) fn talk(
        &mut self,
        driver: &Driver<'_>,
        talk: Talk,
    ) -> Result<Option<Step>, Failure> {
        match talk {
            Talk::Begin => self.begin_talk(driver),
            Talk::LookUp => self.look_up_target(driver),
            Talk::AwaitName(lookup) => self.await_target(driver, lookup),
            Talk::Exchange(handshake) => self.exchange_with_proxy(driver, handshake),
        }
    }

    fn begin_talk(&mut self, driver: &Driver<'_>) -> Result<Option<Step>, Failure> {
        let origin = self.request.origin.clone();
        let Route::Socks(_, socks) = &origin.route else {
            self.take_way(Way::Handshake);
            return Ok(None);
        };
        if socks.takes_names() || origin.host.parse::<IpAddr>().is_ok() {
            return self.begin_exchange(Destination::of(&origin.host)?);
        }
        match resolve::known(&origin.host) {
            Some(addresses) => {
                self.begin_exchange(Destination::Address(ipv4_of(&addresses)?.into()))
            }
            None => {
                self.take_way(Way::Socks(Talk::LookUp));
                Ok(driver.tell(Event::Resolving(origin.host.to_string())))
            }
        }
    }

    fn look_up_target(&mut self, driver: &Driver<'_>) -> Result<Option<Step>, Failure> {
        if let Driver::Blocking { cancel, .. } = driver {
            cancel.watch_parked()?;
        }
        let lookup = resolve::look_up(&self.request.origin.host, driver.waiter())
            .map_err(|_| Failure::OutOfResources)?;
        self.take_way(Way::Socks(Talk::AwaitName(lookup)));
        Ok(None)
    }

    fn await_target(
        &mut self,
        driver: &Driver<'_>,
        lookup: Arc<Lookup>,
    ) -> Result<Option<Step>, Failure> {
        if let Some(outcome) = lookup.outcome() {
            let addresses = outcome.map_err(|()| Failure::NameNotResolved)?;
            let address = ipv4_of(&addresses)?;
            self.begin_exchange(Destination::Address(address.into()))?;
            return Ok(driver.tell(Event::Resolved(address.into())));
        }
        if self.is_late() {
            return Err(Failure::TimedOut);
        }
        let Driver::Blocking { .. } = driver else {
            self.take_way(Way::Socks(Talk::AwaitName(lookup)));
            return self.wait(driver);
        };
        match self.deadline.at() {
            None => std::thread::park(),
            Some(deadline) => {
                std::thread::park_timeout(deadline.saturating_duration_since(Instant::now()));
            }
        }
        self.take_way(Way::Socks(Talk::AwaitName(lookup)));
        Ok(None)
    }

    fn begin_exchange(&mut self, to: Destination) -> Result<Option<Step>, Failure> {
        let origin = &self.request.origin;
        if let Route::Socks(_, socks) = &origin.route {
            let handshake = Box::new(Handshake::new(socks, to, origin.port)?);
            self.take_way(Way::Socks(Talk::Exchange(handshake)));
        }
        Ok(None)
    }

    /// Writes what is to be said and reads what is to be heard, no byte more: what follows it is
    /// the server's.
    fn exchange_with_proxy(
        &mut self,
        driver: &Driver<'_>,
        mut handshake: Box<Handshake>,
    ) -> Result<Option<Step>, Failure> {
        while !handshake.is_done() {
            self.bound_by_time_left(driver)?;
            let Some(connection) = &mut self.connection else {
                return Err(Failure::ConnectionAborted);
            };
            if let Driver::Blocking { cancel, .. } = driver {
                cancel.watch_socket(connection.socket())?;
            }
            let mut room = [0; LONGEST_ANSWER];
            let moved = match handshake.turn() {
                Turn::Say(bytes) => connection.write(&[IoSlice::new(bytes)]),
                Turn::Hear(most) => connection.read(&mut room[..most]),
            };
            match (moved, handshake.turn()) {
                (Ok(count), Turn::Say(_)) => handshake.said(count),
                (Ok(count), Turn::Hear(_)) => handshake.heard(&room[..count])?,
                (Err(error), _) if is_wait(&error) => {
                    self.take_way(Way::Socks(Talk::Exchange(handshake)));
                    return self.wait(driver);
                }
                (Err(error), _) => return Err(lost(&error)),
            }
        }
        if let Some(connection) = &mut self.connection {
            connection.is_through = true;
        }
        self.take_way(Way::Handshake);
        Ok(None)
    }
}

/// Such a proxy cannot be told of any other.
fn ipv4_of(addresses: &Addresses) -> Result<Ipv4Addr, Failure> {
    let mut found = addresses.iter().filter_map(|address| match address.ip() {
        IpAddr::V4(address) => Some(address),
        IpAddr::V6(address) => address.to_ipv4_mapped(),
    });
    found.next().ok_or(Failure::NameNotResolved)
}
