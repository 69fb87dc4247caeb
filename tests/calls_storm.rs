//! Random sequences of calls from several threads, and from callbacks, against a server that does
//! all that servers do: every pending operation completes exactly once, HANDLE_CLOSING is the last
//! word, and nothing hangs.
//!
//! WININET_TEST_SEED repeats a run as far as threads allow, WININET_FUZZ_SECONDS makes it longer. If a
//! call or an operation does not come to its end, the process says what each thread was at and aborts.

#![allow(unsafe_code)]

#[path = "calls_storm/book.rs"]
mod book;
#[path = "calls_storm/servers.rs"]
mod servers;
mod support;
#[path = "calls_storm/watchdog.rs"]
mod watchdog;

use std::cell::Cell;
use std::ptr::null_mut;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use book::{Book, Mischief};
use support::pieces::begin_pieces;
use support::random::{seed, Random};
use support::seeking::seek;
use support::*;
use watchdog::Watchdog;
use wininet::abi::*;
use wininet::ffi::*;

const THREADS: usize = 4;
const STEPS: usize = 250;

/// A request that somebody may use: its number may be closed by now.
#[derive(Clone, Copy)]
struct Known {
    value: usize,
    book: &'static Book,
}

struct Storm<'a> {
    server: &'a Server,
    sessions: [Handle; 2],
    /// Of the asynchronous session and of the other.
    connections: [Handle; 2],
    known: Mutex<Vec<Known>>,
    books: Mutex<Vec<&'static Book>>,
    watchdog: &'a Watchdog,
}

impl<'a> Storm<'a> {
    fn new(server: &'a Server, watchdog: &'a Watchdog) -> Self {
        let sessions = [true, false].map(session);
        for session in &sessions {
            book::listen(session);
            // What is silent ends by itself too.
            for option in [
                INTERNET_OPTION_RECEIVE_TIMEOUT,
                INTERNET_OPTION_SEND_TIMEOUT,
            ] {
                set_option_u32(session, option, 150).expect("a timeout");
            }
        }
        let connections = sessions.each_ref().map(|it| connect(it, server, 0));
        Self {
            server,
            sessions,
            connections,
            known: Mutex::default(),
            books: Mutex::default(),
            watchdog,
        }
    }

    fn run(self, seed: u64) {
        let storm = &self;
        std::thread::scope(|scope| {
            for thread in 0..THREADS {
                scope.spawn(move || {
                    let mut random = Random::new(seed ^ ((thread as u64 + 1) << 40));
                    for _ in 0..STEPS {
                        storm.step(&mut random, thread);
                    }
                    storm.watchdog.note(thread, "at its end".to_owned());
                });
            }
        });
        // Half of them one by one, the others with their sessions.
        for known in self.known.lock().unwrap().iter().step_by(2) {
            let _ = close_value(known.value);
        }
        drop(self.sessions);
        for book in self.books.into_inner().unwrap() {
            book.assert_balanced();
        }
    }

    fn step(&self, random: &mut Random, thread: usize) {
        let known = self.any(random);
        let Some(known) = known.filter(|_| random.below(8) > 0) else {
            self.watchdog.note(thread, "opening".to_owned());
            return self.open(random);
        };
        let call = random.below(CALLS.len());
        let (name, call) = CALLS[call];
        self.watchdog
            .note(thread, format!("{name} of {:#x}", known.value));
        let request = Handle::adopt(known.value);
        // Before the call: its completion may be faster than its return.
        known.book.begin();
        if call(&request, random) != Err(ERROR_IO_PENDING) {
            known.book.take_back();
        }
        request.leak();
    }

    fn any(&self, random: &mut Random) -> Option<Known> {
        let all = self.known.lock().unwrap();
        // The young ones are mostly alive.
        let from = all.len().saturating_sub(8);
        let some = &all[from..];
        (!some.is_empty()).then(|| some[random.below(some.len())])
    }

    fn open(&self, random: &mut Random) {
        let book = Book::new(Mischief::any(random));
        self.books.lock().unwrap().push(book);
        let path = servers::PATHS[random.below(servers::PATHS.len())];
        let which = usize::from(random.below(4) == 0);
        if random.below(6) == 0 {
            return self.open_url(which, path, book);
        }
        let verb = ["GET", "POST", "HEAD", "PUT"][random.below(4)];
        let flags = [0, INTERNET_FLAG_RELOAD, INTERNET_FLAG_NO_AUTO_REDIRECT][random.below(3)];
        let made = request(&self.connections[which], verb, path, flags, book.context());
        let value = made.expect("a request handle").leak();
        self.add(value, book);
    }

    fn open_url(&self, which: usize, path: &str, book: &'static Book) {
        book.begin();
        let (session, url) = (&self.sessions[which], self.server.url(path));
        match open_url(session, &url, 0, book.context()) {
            Ok(request) => {
                book.take_back();
                self.add(request.leak(), book);
            }
            Err(ERROR_IO_PENDING) => self.add(book.handle(), book),
            Err(_) => book.take_back(),
        }
    }

    fn add(&self, value: usize, book: &'static Book) {
        self.known.lock().unwrap().push(Known { value, book });
    }
}

type Call = fn(&Handle, &mut Random) -> Result<()>;

/// What a program may do with a request, in any order.
const CALLS: [(&str, Call); 16] = [
    ("HttpSendRequest", |it, _| send(it)),
    ("HttpSendRequest", |it, _| send(it)),
    ("HttpSendRequest with a body", |it, random| {
        send_with(it, "X-Storm: 1", &BODY[..random.below(BODY.len())])
    }),
    ("HttpSendRequestEx", |it, random| {
        begin_pieces(it, [0, 5, 100_000][random.below(3)])
    }),
    ("InternetWriteFile", |it, random| {
        write(it, 1 + random.below(BODY.len()))
    }),
    ("InternetWriteFile", |it, _| write(it, 5)),
    ("HttpEndRequest", |it, _| {
        // SAFETY: no pointer is given.
        check(unsafe { HttpEndRequestA(it.raw(), null_mut(), 0, 0) })
    }),
    ("InternetReadFile", |it, random| {
        read(start_read(it, random.below(20_000)))
    }),
    ("InternetReadFile", |it, _| read(start_read(it, 100_000))),
    ("InternetReadFileEx", |it, random| {
        let flags = [0, IRF_ASYNC, IRF_NO_WAIT, IRF_SYNC][random.below(4)];
        read(start_read_ex(it, random.below(20_000), flags, 0))
    }),
    ("InternetQueryDataAvailable", |it, _| {
        available(it).map(drop)
    }),
    ("InternetSetFilePointer", |it, random| {
        seek(it, random.below(3000) as i64 - 500, random.below(3) as u32).map(drop)
    }),
    ("HttpQueryInfo", |it, random| {
        query(
            it,
            random.below(80) as u32 | HTTP_QUERY_FLAG_REQUEST_HEADERS,
        )
        .map(drop)
    }),
    ("HttpAddRequestHeaders", |it, _| {
        add_headers(it, "X-More: 1\r\nX-Yet-More: 2", HTTP_ADDREQ_FLAG_ADD)
    }),
    ("InternetSetStatusCallback", |it, _| {
        book::listen(it);
        Ok(())
    }),
    ("InternetCloseHandle", |it, _| close_value(it.value())),
];

static BODY: [u8; 60_000] = [b'b'; 60_000];

fn read(started: Result<Read>) -> Result<()> {
    match started? {
        Read::Done(_) => Ok(()),
        // Its memory is left to the library for good.
        Read::Pending(_) => Err(ERROR_IO_PENDING),
    }
}

/// The count is left to the library if it is pending.
fn write(request: &Handle, size: usize) -> Result<()> {
    let count = kept(Cell::new(0)).as_ptr();
    let data = BODY.as_ptr().cast();
    // SAFETY: bytes and a number that stay for good.
    check(unsafe { InternetWriteFile(request.raw(), data, size as u32, count) })
}

fn seconds() -> u64 {
    let given = std::env::var("WININET_FUZZ_SECONDS").ok();
    given.and_then(|it| it.parse().ok()).unwrap_or(3)
}

#[test]
fn calls_in_any_order() {
    let seed = seed();
    // The queue for a connection has no timeout: whoever begins bodies and does not go on would hold all places.
    allow_connections(10_000);
    let end = Instant::now() + Duration::from_secs(seconds());
    let watchdog = Watchdog::new(seed, THREADS);
    let mut round = 0;
    while round == 0 || Instant::now() < end {
        let server = servers::moody(seed.wrapping_add(round));
        watchdog.round(round);
        Storm::new(&server, &watchdog).run(seed.wrapping_add(round << 8));
        round += 1;
    }
    watchdog.stop();
    println!("{round} rounds");
}
