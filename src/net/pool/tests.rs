//! The queue by itself: who leaves it, and who is served; and how long a connection is kept.

use std::net::{Ipv4Addr, TcpListener};
use std::sync::atomic::{AtomicIsize, Ordering};
use std::sync::Arc;
use std::time::Instant;

use parking_lot::MutexGuard;

use super::*;
use crate::net::reactor::{self, Registration, Task};
use crate::net::socket::await_connects;
use crate::net::waiter::Waiter;

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
    let connection = Connection::start(origin.clone(), peer, &mut None, &[]).unwrap();
    blocked.0.store(1, Ordering::Relaxed);
    keep(connection, permit);
    let (connection, _permit) = waiting.claim().expect("it is served");
    assert!(connection.is_some());
}

/// An idle connection as it would be after so long.
struct Rest {
    origin: Arc<Origin>,
    /// Its place with the reactor, if that keeps it.
    slot: Option<usize>,
    _listener: TcpListener,
    /// A sweep takes those of other tests too.
    _alone: MutexGuard<'static, ()>,
}

static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

fn idle_for(time: Duration, is_watched: bool) -> Rest {
    let alone = ONE_AT_A_TIME.lock();
    let (origin, slot, _listener) = keep_one(time, is_watched);
    Rest {
        origin,
        slot,
        _listener,
        _alone: alone,
    }
}

fn keep_one(time: Duration, is_watched: bool) -> (Arc<Origin>, Option<usize>, TcpListener) {
    let (origin, listener) = server();
    let (_, holder) = task(0);
    let permit = hold(&origin, &holder);
    let peer = listener.local_addr().unwrap();
    let mut registration = is_watched.then(|| Registration::reserve().unwrap());
    let slot = registration.as_ref().map(Registration::slot);
    let connection = Connection::start(origin.clone(), peer, &mut registration, &[]).unwrap();
    let socket = connection.socket().clone();
    let soon = Instant::now() + LOOK;
    await_connects(&[socket], Some(soon)).unwrap();
    keep(connection, permit);
    let mut pool = POOL.lock();
    let place = pool.place(&origin);
    pool.shelf(place).0.idle[0].age(time);
    drop(pool);
    (origin, slot, listener)
}

fn idle(origin: &Arc<Origin>) -> usize {
    let mut pool = POOL.lock();
    let place = pool.place(origin);
    pool.shelf(place).0.idle.len()
}

const JUST_BEFORE: Duration = Duration::from_secs(55);

/// A request finds one that has been idle for less than a minute, and opens another after that.
#[test]
fn a_connection_that_was_idle_for_too_long_is_not_used() {
    for is_watched in [false, true] {
        for (time, is_used) in [(JUST_BEFORE, true), (KEEP_IDLE, false)] {
            let rest = idle_for(time, is_watched);
            let (_, task) = task(0);
            let taken = take(&rest.origin, &Driver::of_reactor(&task), true);
            assert_eq!(matches!(taken, Taken::Idle(..)), is_used);
            assert_eq!(idle(&rest.origin), 0, "it is closed, or in use");
        }
    }
}

/// When its timer rings, the reactor closes it, or is told how long it has left.
#[test]
fn the_reactor_closes_what_is_idle_for_too_long() {
    for (time, is_kept) in [(JUST_BEFORE, true), (KEEP_IDLE, false)] {
        let rest = idle_for(time, true);
        let left = examine(&rest.origin, rest.slot.unwrap());
        assert_eq!(left.is_some(), is_kept);
        assert!(left.is_none_or(|it| it <= KEEP_IDLE - JUST_BEFORE));
        assert_eq!(idle(&rest.origin), usize::from(is_kept));
    }
}

/// Those of blocking calls are closed by whoever keeps another one later, of any server.
#[test]
fn a_sweep_closes_what_nobody_watches() {
    let _alone = ONE_AT_A_TIME.lock();
    let (young, _, _young) = keep_one(JUST_BEFORE, false);
    let (old, _, _old) = keep_one(KEEP_IDLE, false);
    let mut pool = POOL.lock();
    pool.swept = None;
    let now = clock::tick();
    assert!(
        pool.sweep(now).is_empty(),
        "the time between two sweeps begins"
    );
    let closed = pool.sweep(now + SWEEP);
    drop(pool);
    assert!(closed.iter().any(|it| it.origin == old));
    assert!(closed.iter().all(|it| it.origin != young));
    assert_eq!((idle(&young), idle(&old)), (1, 0));
}

/// A program that asks a thousand servers once has not a thousand of them remembered.
#[test]
fn servers_of_whom_there_is_nothing_are_forgotten() {
    let (_, holder) = task(0);
    for port in 1..=1000 {
        let origin = Arc::new(Origin::plain("192.0.2.1".into(), port));
        drop(hold(&origin, &holder));
    }
    assert!(POOL.lock().shelves.len() < 500);
}

/// Served and given back between its leaving and the look at its shelf, which nobody needs any more.
#[test]
fn a_ticket_may_outlive_its_shelf() {
    let (_, task) = task(0);
    let turn = Arc::new(Turn::new(task.clone(), Waiter::Task(task)));
    drop(Ticket {
        shelf: usize::MAX,
        turn,
    });
}
