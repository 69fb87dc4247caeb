//! Traffic of every kind for a long time: 500 requests under way, both ways, plain and under TLS, answers that
//! break off, reset, stop, redirect; handles closed by other threads and inside callbacks, sessions with
//! everything below them. Every operation completes exactly once, every handle's last word comes once, and
//! behind each round nothing is left over: no thread, no descriptor, no byte.
//!
//! SOAK_SECONDS says how long: 60 by default. `make soak` takes half an hour. A process of its own, for what
//! it counts.

#![cfg(target_os = "linux")]
#![allow(unsafe_code)]

mod support;

#[path = "soak/flight.rs"]
mod flight;
#[path = "soak/left.rs"]
mod left;
#[path = "soak/operation.rs"]
mod operation;
#[path = "soak/plan.rs"]
mod plan;
#[path = "soak/server.rs"]
mod server;

use std::thread;
use std::time::{Duration, Instant};

use flight::{Flight, Score};
use left::Held;
use plan::Plan;
use server::Servers;
use support::random::{seed, Random};
use support::*;
use wininet::abi::*;
use wininet::ffi::*;

const UNDER_WAY: usize = 500;
const SYNCHRONOUS: usize = 20;
const ROUNDS: u32 = 6;
/// What tables and caches may still grow by until they have their size. The wheel of timers alone keeps
/// 256 KiB.
const SLACK: isize = 400 * 1024;
/// The same for what the system's allocator keeps, in KiB.
const RESIDENT_SLACK: usize = 8 * 1024;

/// Nobody waits for so long but on a machine that does not come to it. What is to time out has a time of its own.
const LONG: Duration = Duration::from_secs(600);
const TIMEOUTS: [u32; 3] = [
    INTERNET_OPTION_CONNECT_TIMEOUT,
    INTERNET_OPTION_SEND_TIMEOUT,
    INTERNET_OPTION_RECEIVE_TIMEOUT,
];

static FLIGHT: Flight = Flight::new();

/// A session, and a connection handle for each server.
struct Tree {
    session: Handle,
    connections: [Handle; 2],
}

impl Tree {
    fn new(is_async: bool, servers: &Servers) -> Self {
        let session = session(is_async);
        for option in TIMEOUTS {
            set_option_u32(&session, option, 1000 * LONG.as_secs() as u32).expect("set");
        }
        // SAFETY: the callback is given numbers of operations as contexts, or 0.
        unsafe { InternetSetStatusCallbackA(session.raw(), Some(operation::callback)) };
        let connect = |port| connect_to(&session, "127.0.0.1", port, 0).expect("a handle");
        let connections = [connect(servers.plain), connect(servers.tls)];
        Self {
            session,
            connections,
        }
    }
}

fn start(random: &mut Random, servers: &Servers, shared: &Tree, is_async: bool) {
    let plan = Plan::draw(random, is_async);
    if !plan.has_session {
        let connection = &shared.connections[usize::from(plan.secure)];
        return operation::start(&FLIGHT, plan, connection, Vec::new());
    }
    let own = Tree::new(is_async, servers);
    let root = own.session.leak();
    let [plain, tls] = own.connections;
    let connection = if plan.secure { &tls } else { &plain };
    operation::start(&FLIGHT, plan, connection, vec![root]);
    // The operation closes the session, and these with it.
    for handle in [plain, tls] {
        handle.leak();
    }
}

/// Traffic until then.
fn round(servers: &Servers, seed: u64, until: Instant) -> Score {
    let helpers = FLIGHT.start_helpers(3);
    let trees = [false, true].map(|is_async| Tree::new(is_async, servers));
    thread::scope(|scope| {
        for number in 0..SYNCHRONOUS + 2 {
            let trees = &trees;
            scope.spawn(move || {
                let is_async = number >= SYNCHRONOUS;
                let mut random = Random::new(seed.wrapping_add(number as u64));
                let shared = &trees[usize::from(is_async)];
                while FLIGHT.take_off(UNDER_WAY, until) {
                    start(&mut random, servers, shared, is_async);
                }
            });
        }
    });
    let is_empty = FLIGHT.wait_empty(2 * LONG);
    assert!(is_empty, "hanging: {:#?}", operation::still_open());
    drop(trees);
    FLIGHT.end(helpers)
}

fn drop_idle_connections() {
    let (none, option) = (std::ptr::null_mut(), INTERNET_OPTION_SETTINGS_CHANGED);
    // SAFETY: nothing is passed.
    check(unsafe { InternetSetOptionA(none, option, none, 0) }).expect("an option of the process");
}

/// What is held when everything is over.
fn rest(first: &Held) -> Held {
    drop_idle_connections();
    let is_enough = |now: &Held| {
        now.descriptors <= first.descriptors
            && now.threads - now.library_threads <= first.threads - first.library_threads
            && now.library_threads <= 4
    };
    let held = Held::settled(is_enough, LONG);
    assert!(is_enough(&held), "left over: {held}; at first: {first}");
    held
}

#[test]
fn everything_ends_and_nothing_is_left_over() {
    server::serve_if_asked();
    let seconds = std::env::var("SOAK_SECONDS").ok();
    let seconds: u32 = seconds.map_or(60, |it| it.parse().expect("SOAK_SECONDS is a number"));
    let seed = seed();
    let servers = Servers::start("everything_ends_and_nothing_is_left_over");
    allow_connections(UNDER_WAY as u32);
    let length = Duration::from_secs(seconds.into()) / ROUNDS;
    let mut first: Option<Held> = None;
    // The library's own descriptors are there from the first request on.
    round(&servers, seed, Instant::now() + Duration::from_secs(1));
    let before = {
        drop_idle_connections();
        Held::settled(|it| it.library_threads <= 4, LONG)
    };
    for number in 0..ROUNDS {
        let seed = seed.wrapping_add(u64::from(number) << 32);
        let score = round(&servers, seed, Instant::now() + length);
        let held = rest(&before);
        println!("round {}: {score:?}; left: {held}", number + 1);
        assert_eq!(operation::faults(), [""; 0]);
        assert!(score.most > UNDER_WAY * 9 / 10, "too few at once");
        let first = *first.get_or_insert(held);
        assert!(held.bytes <= first.bytes + SLACK, "{first} -> {held}");
        assert!(
            held.resident <= first.resident + RESIDENT_SLACK,
            "{first} -> {held}"
        );
    }
}
