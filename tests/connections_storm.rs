//! Many threads, both kinds of requests, two servers that answer, hang and break off,
//! callbacks that sleep, close and make requests of their own, a limit of connections
//! that changes all the time: everything ends, and nothing is left over.
//!
//! A binary of its own, for its descriptors and the limit, which is the process's.

mod support;

use std::mem::ManuallyDrop;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use support::random::{seed, Random};
use support::reply::{head, ok, reply};
use support::*;
use wininet::abi::*;

const THREADS: usize = 12;
const STEPS: usize = 40;
const LIMITS: usize = 6;

const PATHS: [&str; 9] = [
    "/ok",
    "/ok",
    "/big",
    "/redirect",
    "/close",
    "/hang",
    "/hang-in-body",
    "/reset",
    "/cut",
];

const STATUSES: [u32; 8] = [
    INTERNET_STATUS_CONNECTING_TO_SERVER,
    INTERNET_STATUS_SENDING_REQUEST,
    INTERNET_STATUS_RECEIVING_RESPONSE,
    INTERNET_STATUS_RESPONSE_RECEIVED,
    INTERNET_STATUS_REDIRECT,
    INTERNET_STATUS_CLOSING_CONNECTION,
    INTERNET_STATUS_REQUEST_COMPLETE,
    INTERNET_STATUS_HANDLE_CLOSING,
];

fn server() -> Server {
    let announced = || head("200 OK", &[("Content-Length", "100000")]);
    Server::serve(move |connection| loop {
        let Ok(request) = connection.read_request() else {
            return Ok(());
        };
        match request.target().as_str() {
            "/big" => connection.send(ok(vec![b'x'; 300_000]))?,
            "/redirect" => connection.send(reply("302 Found", &[("Location", "/ok")], "there"))?,
            "/close" => {
                connection.send(reply("200 OK", &[("Connection", "close")], "bye"))?;
                return Ok(());
            }
            "/hang" => return connection.hold(),
            "/hang-in-body" => {
                connection.send(announced())?;
                return connection.hold();
            }
            "/reset" => return connection.reset(),
            "/cut" => {
                connection.send(announced())?;
                return connection.reset();
            }
            _ => connection.send(ok("fine"))?,
        }
    })
}

fn read(request: &Handle, client: &Client, is_async: bool) -> Result<Vec<u8>> {
    match is_async {
        true => read_all_async(request, client.recorder),
        false => read_all(request),
    }
}

/// A whole request that must succeed.
fn fetch(port: u16, is_async: bool) {
    let client = Client::to_port(is_async, port);
    let request = client.get("/ok");
    assert_eq!(client.send(&request), Ok(()));
    assert_eq!(read(&request, &client, is_async), Ok(b"fine".to_vec()));
}

/// What a callback does the first time.
fn act(action: usize, value: usize, port: u16) {
    match action {
        0 => thread::sleep(Duration::from_millis(60)), // longer than two looks
        1 => fetch(port, false),
        2 => fetch(port, true),
        3 => {
            let _ = close_value(value);
        }
        4 => {
            let handle = ManuallyDrop::new(Handle::adopt(value));
            let _ = query(&handle, HTTP_QUERY_RAW_HEADERS_CRLF);
        }
        _ => {}
    }
}

/// One request; what hangs is closed from another thread, and others now and then.
fn step(random: &mut Random, ports: [u16; 2]) {
    let is_async = random.below(2) == 0;
    let port = ports[random.below(2)];
    let client = Client::to_port(is_async, port);
    let path = PATHS[random.below(PATHS.len())];
    let request = client.get(path);
    let (value, action) = (request.value(), random.below(7));
    let is_first = AtomicBool::new(true);
    let status = STATUSES[random.below(STATUSES.len())];
    client.recorder.on(status, move |_| {
        if is_first.swap(false, Ordering::Relaxed) {
            act(action, value, port);
        }
    });
    let hangs = path.starts_with("/hang");
    let is_closed = hangs || random.below(4) == 0;
    let closer = is_closed.then(|| {
        let pause = Duration::from_millis(random.below(40) as u64);
        thread::spawn(move || {
            thread::sleep(pause);
            let _ = close_value(value);
        })
    });
    let sent = client.send(&request);
    let result = sent.and_then(|()| read(&request, &client, is_async));
    if matches!(path, "/ok" | "/big" | "/redirect" | "/close") && !is_closed && action != 3 {
        assert!(result.is_ok(), "{path} {result:?}");
    }
    drop(request);
    client.recorder.wait_closing();
    client.recorder.wait_idle();
    client.recorder.assert_sound();
    assert_eq!(client.recorder.overlaps(), [""; 0]);
    if let Some(closer) = closer {
        closer.join().expect("no panic");
    }
}

fn descriptors() -> usize {
    std::fs::read_dir("/proc/self/fd").expect("them").count()
}

#[allow(unsafe_code)]
fn drop_idle_connections() {
    let (none, option) = (std::ptr::null_mut(), INTERNET_OPTION_SETTINGS_CHANGED);
    // SAFETY: nothing is passed.
    let set = unsafe { wininet::ffi::InternetSetOptionA(none, option, none, 0) };
    check(set).expect("an option of the process");
}

/// No more than the limit, and no fewer: a right that was lost would be missed here.
fn assert_limit(server: &Server, limit: usize) {
    allow_connections(limit as u32);
    drop_idle_connections(); // a lower limit leaves those there are
    let client = Client::asynchronous(server);
    let sent: Vec<Handle> = (0..=limit)
        .map(|_| {
            let request = client.get("/hang");
            assert_eq!(send(&request), Err(ERROR_IO_PENDING));
            request
        })
        .collect();
    for _ in 0..limit {
        client.recorder.wait_for(INTERNET_STATUS_REQUEST_SENT);
    }
    thread::sleep(Duration::from_millis(100)); // for one too many
    let count = client.recorder.count(INTERNET_STATUS_SENDING_REQUEST);
    assert_eq!(count, limit);
    drop(sent);
    for _ in 0..=limit {
        client.recorder.wait_closing();
    }
}

#[test]
fn everything_ends_and_nothing_is_left_over() {
    let seed = seed();
    let servers = [server(), server()];
    let ports = [servers[0].port(), servers[1].port()];
    fetch(ports[0], true); // the reactor has descriptors of its own
    drop_idle_connections();
    servers[0].wait_ended(1);
    let before = descriptors();
    thread::scope(|scope| {
        for number in 0..THREADS {
            scope.spawn(move || {
                let mut random = Random::new(seed.wrapping_add(number as u64));
                for _ in 0..STEPS {
                    if random.below(4) == 0 {
                        allow_connections(1 + random.below(LIMITS) as u32);
                    }
                    step(&mut random, ports);
                }
            });
        }
    });
    for server in &servers {
        assert_limit(server, 1);
        assert_limit(server, 3);
    }
    drop_idle_connections();
    // The servers' ends go when they have noticed.
    let begin = Instant::now();
    while descriptors() > before {
        let still = begin.elapsed() < PATIENCE;
        assert!(still, "{before} -> {} descriptors", descriptors());
        thread::sleep(Duration::from_millis(5));
    }
}
