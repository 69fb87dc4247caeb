//! The queue by itself: who leaves it, and who is served.

use std::net::{Ipv4Addr, TcpListener};
use std::sync::atomic::{AtomicIsize, Ordering};
use std::sync::Arc;

use super::*;
use crate::net::reactor::{self, Task};

/// In a callback until it was asked that often.
struct Blocked(AtomicIsize);

impl Task for Blocked {
    fn run(self: Arc<Self>) -> bool {
        false
    }

    fn speak(self: Arc<Self>) {}

    fn callback(&self) -> Option<u64> {
        (self.0.fetch_sub(1, Ordering::Relaxed) > 0).then_some(1)
    }
}

fn task(answers: isize) -> (Arc<Blocked>, Arc<dyn Task>) {
    let task = Arc::new(Blocked(AtomicIsize::new(answers)));
    (task.clone(), task)
}

/// A server of its own, which takes connections and leaves it at that.
fn server() -> (Arc<Origin>, TcpListener) {
    reactor::start().unwrap();
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let port = listener.local_addr().unwrap().port();
    let origin = Origin::plain("127.0.0.1".into(), port);
    (Arc::new(origin), listener)
}

fn hold(origin: &Arc<Origin>, task: &Arc<dyn Task>) -> Permit {
    match take(origin, &Driver::of_reactor(task), false) {
        Taken::New(permit) => permit,
        _ => panic!("there is no room"),
    }
}

fn queue(origin: &Arc<Origin>, task: &Arc<dyn Task>) -> Ticket {
    match take(origin, &Driver::of_reactor(task), false) {
        Taken::Queued(ticket) => ticket,
        _ => panic!("there is room"),
    }
}

/// Nothing of them is left behind those who stay.
#[test]
fn who_leaves_the_queue_is_forgotten_at_once() {
    let (origin, _listener) = server();
    let (_, holder) = task(0);
    let held: Vec<Permit> = (0..CONNECTIONS_PER_SERVER)
        .map(|_| hold(&origin, &holder))
        .collect();
    let first = queue(&origin, &holder);
    let (leaving, leaver) = task(0);
    let ticket = queue(&origin, &leaver);
    let last = queue(&origin, &holder);
    drop((ticket, leaver));
    assert_eq!(Arc::strong_count(&leaving), 1, "nobody else knows it");
    drop(held);
    assert!(first.claim().is_some() && last.claim().is_some());
}

/// A callback comes back just when a connection does: it goes to the one who waits all the same, and
/// not to where it would be in the way of him.
#[test]
fn a_connection_is_never_idle_while_somebody_waits() {
    let (origin, listener) = server();
    let (_, other) = task(0);
    let (blocked, blocks) = task(isize::MAX);
    let mut held = vec![hold(&origin, &blocks)];
    held.extend((1..CONNECTIONS_PER_SERVER).map(|_| hold(&origin, &other)));
    let lent = queue(&origin, &other);
    let (_, permit) = loop {
        lent.look();
        if let Some(served) = lent.claim() {
            break served;
        }
        std::thread::sleep(LOOK);
    };
    let waiting = queue(&origin, &other);
    let peer = listener.local_addr().unwrap();
    let connection = Connection::start(origin.clone(), peer, &mut None).unwrap();
    blocked.0.store(1, Ordering::Relaxed);
    keep(connection, permit);
    let (connection, _permit) = waiting.claim().expect("it is served");
    assert!(connection.is_some());
}
