//! The race by both drivers: which addresses are tried, when, and who wins.

use std::io::{Read, Write};
use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::mpsc::{channel, Sender};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use parking_lot::Mutex;

use crate::net::reactor::{self, Task};
use crate::net::{resolve, Cancel, Driver, Event, Failure, Origin, Timeouts};
use crate::net::{Request, Step, Transfer};

const PATIENCE: Duration = Duration::from_secs(60);
/// Loopback addresses, each with its part on the same port.
const ANSWERS: IpAddr = IpAddr::V4(Ipv4Addr::new(127, 0, 0, 1));
const REFUSES: IpAddr = IpAddr::V4(Ipv4Addr::new(127, 0, 0, 2));
const IS_SILENT: IpAddr = IpAddr::V4(Ipv4Addr::new(127, 0, 0, 3));
const IS_SILENT_TOO: IpAddr = IpAddr::V4(Ipv4Addr::new(127, 0, 0, 4));

/// A host: one address answers, one refuses, two say nothing.
struct Host {
    port: u16,
    _answers: TcpListener,
    _silent: Vec<socket2::Socket>,
    _fillers: Vec<TcpStream>,
}

impl Host {
    fn new() -> Self {
        let answers = TcpListener::bind((ANSWERS, 0)).unwrap();
        let port = answers.local_addr().unwrap().port();
        let listener = answers.try_clone().unwrap();
        thread::spawn(move || {
            while let Ok((mut stream, _)) = listener.accept() {
                let _ = stream.read(&mut [0; 1024]);
                let _ = stream.write_all(
                    b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n",
                );
            }
        });
        let mut silent = Vec::new();
        let mut fillers = Vec::new();
        for ip in [IS_SILENT, IS_SILENT_TOO] {
            let address = SocketAddr::new(ip, port);
            let kind = socket2::Type::STREAM;
            let listener = socket2::Socket::new(socket2::Domain::IPV4, kind, None).unwrap();
            listener.bind(&address.into()).unwrap();
            listener.listen(0).unwrap();
            silent.push(listener);
            // Its queue is full when a connect stays pending.
            let fill = || TcpStream::connect_timeout(&address, Duration::from_millis(200));
            fillers.extend(std::iter::from_fn(|| fill().ok()));
        }
        Self {
            port,
            _answers: answers,
            _silent: silent,
            _fillers: fillers,
        }
    }

    /// A transfer to a name with these addresses.
    fn transfer(&self, addresses: &[IpAddr], attempts: u32, timeout: Duration) -> Transfer {
        let name = format!("{}-{}.test", self.port, addresses.len());
        resolve::learn(&name, addresses);
        let timeout = Some(timeout);
        Transfer::new(Arc::new(Request {
            origin: Arc::new(Origin::plain(name.into(), self.port)),
            connect: Vec::new(),
            timeouts: Timeouts {
                connect: timeout,
                send: timeout,
                receive: timeout,
                data_send: timeout,
                data_receive: timeout,
            },
            attempts,
            head: b"GET / HTTP/1.1\r\nHost: host\r\n\r\n".as_slice().into(),
            method: b"GET".as_slice().into(),
            decodes: None,
            is_idempotent: true,
            is_last: false,
            pieces: None,
            ignores_offline: false,
        }))
    }
}

/// What was told up to the head or a failure.
type Told = (Vec<Event>, Option<Failure>);

struct Reacted {
    transfer: Mutex<(Transfer, Vec<Event>)>,
    end: Mutex<Sender<Told>>,
}

impl Task for Reacted {
    fn run(self: Arc<Self>) -> bool {
        let driver = Driver::of_reactor(&self);
        let mut state = self.transfer.lock();
        let (transfer, events) = &mut *state;
        let failure = loop {
            match transfer.step(&driver, &[]) {
                Ok(Step::Event(event)) => events.push(event),
                Ok(Step::Blocked) => {
                    transfer.set_alarm();
                    return false;
                }
                Ok(Step::Done) => break None,
                Err(failure) => break Some(failure),
            }
        };
        let _ = self.end.lock().send((std::mem::take(events), failure));
        false
    }

    fn speak(self: Arc<Self>) {}
}

struct Nobody;

impl Task for Nobody {
    fn run(self: Arc<Self>) -> bool {
        false
    }

    fn speak(self: Arc<Self>) {}
}

fn react(transfer: Transfer) -> Told {
    reactor::start().unwrap();
    let (end, ended) = channel();
    reactor::wake(Arc::new(Reacted {
        transfer: Mutex::new((transfer, Vec::new())),
        end: Mutex::new(end),
    }));
    ended.recv_timeout(PATIENCE).expect("an end")
}

fn block(transfer: &mut Transfer, cancel: &Cancel, told: impl Fn(&Event)) -> Told {
    let task = Arc::new(Nobody);
    let driver = Driver::Blocking {
        cancel,
        owner: &task,
    };
    let mut events = Vec::new();
    loop {
        match transfer.step(&driver, &[]) {
            Ok(Step::Event(event)) => {
                told(&event);
                events.push(event);
            }
            Ok(Step::Blocked) => unreachable!("the blocking driver blocks"),
            Ok(Step::Done) => return (events, None),
            Err(failure) => return (events, Some(failure)),
        }
    }
}

/// By both drivers: the addresses that were told, and the one that won or the failure.
fn race(addresses: &[IpAddr], attempts: u32, timeout: Duration, tried: usize) -> [Told; 2] {
    let host = Host::new();
    let mut transfer = host.transfer(addresses, attempts, timeout);
    let both = [
        block(&mut transfer, &Cancel::default(), |_| ()),
        react(host.transfer(addresses, attempts, timeout)),
    ];
    for (events, _) in &both {
        let told: Vec<Event> = addresses[..tried]
            .iter()
            .map(|it| Event::Connecting(*it))
            .collect();
        assert_eq!(&events[..tried], told);
    }
    both
}

#[track_caller]
fn assert_won(both: [Told; 2], tried: usize) {
    for (events, failure) in both {
        assert_eq!(failure, None);
        assert_eq!(events[tried], Event::Connected(ANSWERS));
    }
}

#[track_caller]
fn assert_lost(both: [Told; 2], tried: usize, expected: Failure) {
    for (events, failure) in both {
        assert_eq!(failure, Some(expected));
        assert_eq!(events.len(), tried);
    }
}

#[test]
fn a_silent_address_does_not_hold_up_the_next() {
    assert_won(race(&[IS_SILENT, ANSWERS], 5, PATIENCE, 2), 2);
}

#[test]
fn two_silent_addresses_do_not_either() {
    let addresses = [IS_SILENT, REFUSES, IS_SILENT_TOO, ANSWERS];
    assert_won(race(&addresses, 5, PATIENCE, 4), 4);
}

#[test]
fn a_refusal_makes_the_next_begin() {
    assert_won(race(&[REFUSES, ANSWERS, IS_SILENT], 5, PATIENCE, 2), 2);
}

#[test]
fn the_first_that_answers_is_the_only_one() {
    assert_won(race(&[ANSWERS, IS_SILENT], 5, PATIENCE, 1), 1);
}

#[test]
fn a_race_that_nobody_wins_fails() {
    let both = race(&[REFUSES, REFUSES], 5, PATIENCE, 2);
    assert_lost(both, 2, Failure::CannotConnect);
}

#[test]
fn the_timeout_is_for_all_addresses_together() {
    let soon = Duration::from_millis(600);
    let both = race(&[IS_SILENT, IS_SILENT_TOO], 5, soon, 2);
    assert_lost(both, 2, Failure::TimedOut);
}

#[test]
fn no_more_addresses_are_tried_than_allowed() {
    let both = race(&[REFUSES, ANSWERS], 1, PATIENCE, 1);
    assert_lost(both, 1, Failure::CannotConnect);
}

/// The thread that waits for several connects is freed.
#[test]
fn a_race_can_be_cancelled() {
    let host = Host::new();
    let mut transfer = host.transfer(&[IS_SILENT, IS_SILENT_TOO], 5, PATIENCE);
    let cancel = Cancel::default();
    let (second, begun) = channel();
    let (_, failure) = thread::scope(|scope| {
        let cancel = &cancel;
        scope.spawn(move || {
            begun.recv_timeout(PATIENCE).expect("a second attempt");
            cancel.raise();
        });
        block(&mut transfer, cancel, |event| {
            if *event == Event::Connecting(IS_SILENT_TOO) {
                second.send(()).unwrap();
            }
        })
    });
    assert_eq!(failure, Some(Failure::Cancelled));
}
