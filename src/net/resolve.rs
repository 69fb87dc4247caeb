//! Name look-up: getaddrinfo on helper threads, and what it said, for a while.
//!
//! The system's resolver cannot be interrupted and has no other interface that honours nsswitch and
//! /etc/hosts, so it runs on the helper threads and whoever waits can go away.

use std::collections::{HashMap, VecDeque};
use std::net::{SocketAddr, ToSocketAddrs};
use std::sync::Arc;
use std::time::{Duration, Instant};

use parking_lot::Mutex;

use super::helpers;
use super::waiter::Waiter;

/// The addresses of one host, in the order in which to try them; their ports are 0.
pub type Addresses = Arc<[SocketAddr]>;

/// Windows keeps names for half an hour.
const KEEP: Duration = Duration::from_secs(30 * 60);
/// More names than this are not kept.
const KEEP_AT_MOST: usize = 4096;

/// A look-up under way.
pub struct Lookup {
    host: String,
    state: Mutex<State>,
}

enum State {
    Waited(Vec<Waiter>),
    Found(Addresses),
    Failed,
}

impl Lookup {
    /// The outcome, once there is one.
    pub fn outcome(&self) -> Option<Result<Addresses, ()>> {
        match &*self.state.lock() {
            State::Waited(_) => None,
            State::Found(addresses) => Some(Ok(addresses.clone())),
            State::Failed => Some(Err(())),
        }
    }

    fn end(&self, outcome: State) {
        let before = std::mem::replace(&mut *self.state.lock(), outcome);
        if let State::Waited(waiters) = before {
            for waiter in waiters {
                waiter.wake();
            }
        }
    }
}

/// The address that a literal names, or those that an earlier look-up gave.
pub fn known(host: &str) -> Option<Addresses> {
    if let Some(addresses) = literal(host) {
        return Some(addresses);
    }
    let mut desk = DESK.lock();
    let (addresses, since) = desk.kept().get(host)?;
    if since.elapsed() < KEEP {
        return Some(addresses.clone());
    }
    desk.kept().remove(host);
    None
}

/// The address that a literal names; mostly it is the one that was named last.
fn literal(host: &str) -> Option<Addresses> {
    static LAST: Mutex<Option<(Box<str>, Addresses)>> = Mutex::new(None);
    let mut last = LAST.lock();
    if let Some((_, addresses)) = last.as_ref().filter(|(it, _)| **it == *host) {
        return Some(addresses.clone());
    }
    let addresses: Addresses = Arc::new([SocketAddr::new(host.parse().ok()?, 0)]);
    *last = Some((host.into(), addresses.clone()));
    Some(addresses)
}

/// Forgets what an earlier look-up gave: its addresses do not answer.
pub fn forget(host: &str) {
    DESK.lock().kept().remove(host);
}

/// Starts a look-up, or joins one that is under way.
pub fn look_up(host: &str, waiter: Waiter) -> std::io::Result<Arc<Lookup>> {
    let mut desk = DESK.lock();
    let under_way = desk.under_way.iter().find(|lookup| lookup.host == host);
    if let Some(lookup) = under_way.cloned() {
        if let State::Waited(waiters) = &mut *lookup.state.lock() {
            waiters.push(waiter);
            return Ok(lookup.clone());
        }
    }
    let lookup = Arc::new(Lookup {
        host: host.to_owned(),
        state: Mutex::new(State::Waited(vec![waiter])),
    });
    let task = lookup.clone();
    helpers::run(move || serve(&task))?;
    desk.under_way.push(lookup.clone());
    Ok(lookup)
}

struct Desk {
    under_way: Vec<Arc<Lookup>>,
    kept: Option<HashMap<String, (Addresses, Instant)>>,
}

static DESK: Mutex<Desk> = Mutex::new(Desk {
    under_way: Vec::new(),
    kept: None,
});

impl Desk {
    fn kept(&mut self) -> &mut HashMap<String, (Addresses, Instant)> {
        self.kept.get_or_insert_default()
    }

    fn keep(&mut self, host: &str, addresses: &Addresses) {
        let kept = self.kept();
        if kept.len() >= KEEP_AT_MOST {
            kept.clear();
        }
        kept.insert(host.to_owned(), (addresses.clone(), Instant::now()));
    }
}

/// What a helper thread does with a look-up.
fn serve(lookup: &Arc<Lookup>) {
    let found = ask_the_system(&lookup.host);
    let mut desk = DESK.lock();
    desk.under_way.retain(|other| !Arc::ptr_eq(other, lookup));
    let outcome = match found {
        Some(addresses) => {
            desk.keep(&lookup.host, &addresses);
            State::Found(addresses)
        }
        None => State::Failed,
    };
    drop(desk);
    lookup.end(outcome);
}

fn ask_the_system(host: &str) -> Option<Addresses> {
    let mut found: Vec<SocketAddr> = (host, 0).to_socket_addrs().ok()?.collect();
    let mut seen = std::collections::HashSet::new();
    found.retain(|address| seen.insert(*address));
    (!found.is_empty()).then(|| interleave(found))
}

/// The two families take turns, so that one that leads nowhere costs one attempt (RFC 8305, section 4).
fn interleave(found: Vec<SocketAddr>) -> Addresses {
    let first = found[0].is_ipv4();
    let (mut ours, mut others): (VecDeque<_>, VecDeque<_>) =
        found.into_iter().partition(|it| it.is_ipv4() == first);
    let mut addresses = Vec::with_capacity(ours.len() + others.len());
    while let Some(address) = ours.pop_front() {
        addresses.push(address);
        std::mem::swap(&mut ours, &mut others);
        if ours.is_empty() {
            std::mem::swap(&mut ours, &mut others);
        }
    }
    addresses.into()
}

/// Makes a name known.
#[cfg(test)]
pub fn learn(host: &str, addresses: &[std::net::IpAddr]) {
    let addresses = addresses.iter().map(|it| SocketAddr::new(*it, 0)).collect();
    DESK.lock().keep(host, &addresses);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A server that leads from name to name cannot fill the memory.
    #[test]
    fn what_is_remembered_is_bounded() {
        let mut desk = Desk {
            under_way: Vec::new(),
            kept: None,
        };
        let addresses = Addresses::from(Vec::new());
        for number in 0..2 * KEEP_AT_MOST {
            desk.keep(&number.to_string(), &addresses);
            assert!(desk.kept().len() <= KEEP_AT_MOST);
        }
    }

    #[test]
    fn the_families_take_turns() {
        let found = ["::1", "::2", "::3", "1.1.1.1", "1.1.1.2", "::4", "::5"];
        let found = found.map(|it| SocketAddr::new(it.parse().unwrap(), 0));
        let turns: Vec<String> = interleave(found.to_vec())
            .iter()
            .map(|it| it.ip().to_string())
            .collect();
        let expected = ["::1", "1.1.1.1", "::2", "1.1.1.2", "::3", "::4", "::5"];
        assert_eq!(turns, expected);
    }
}
