//! Whether a server takes a connection.

use std::net::{SocketAddr, TcpStream};
use std::time::{Duration, Instant};

use super::resolve::{self, Addresses};
use super::waiter::Waiter;
use super::Failure;

/// Opens a connection to one of the host's addresses and closes it again. Blocks for at most that
/// long, for ever without.
pub fn reach(host: &str, port: u16, timeout: Option<Duration>) -> Result<(), Failure> {
    let deadline = timeout.and_then(|timeout| Instant::now().checked_add(timeout));
    let addresses = match resolve::known(host) {
        Some(addresses) => addresses,
        None => look_up(host, deadline)?,
    };
    let mut failure = Failure::CannotConnect;
    for address in addresses.iter() {
        let address = SocketAddr::new(address.ip(), port);
        let connected = match left(deadline)? {
            Some(left) => TcpStream::connect_timeout(&address, left),
            None => TcpStream::connect(address),
        };
        match connected {
            Ok(_) => return Ok(()),
            Err(error) if error.kind() == std::io::ErrorKind::TimedOut => {
                failure = Failure::TimedOut;
            }
            Err(_) => {}
        }
    }
    Err(failure)
}

fn look_up(host: &str, deadline: Option<Instant>) -> Result<Addresses, Failure> {
    let waiter = Waiter::Thread(std::thread::current());
    let lookup = resolve::look_up(host, waiter).map_err(|_| Failure::OutOfResources)?;
    loop {
        if let Some(outcome) = lookup.outcome() {
            return outcome.map_err(|()| Failure::NameNotResolved);
        }
        match left(deadline)? {
            Some(left) => std::thread::park_timeout(left),
            None => std::thread::park(),
        }
    }
}

/// The time that is left; `None` for all the time there is.
fn left(deadline: Option<Instant>) -> Result<Option<Duration>, Failure> {
    let Some(deadline) = deadline else {
        return Ok(None);
    };
    match deadline.saturating_duration_since(Instant::now()) {
        Duration::ZERO => Err(Failure::TimedOut),
        left => Ok(Some(left)),
    }
}
