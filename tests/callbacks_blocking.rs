//! A callback that blocks delays no other request, and costs one thread: the
//! library has 4 at most, and one more for each callback that is blocked
//! (section 2 of the contract).
//!
//! A binary of its own, since the threads are the process's; its tests take
//! turns for the same reason.

mod support;

use std::sync::{Arc, Mutex, MutexGuard};

use support::reply::{head, ok};
use support::threads::library_threads;
use support::*;
use wininet::abi::*;

fn alone() -> MutexGuard<'static, ()> {
    static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
    ONE_AT_A_TIME.lock().unwrap_or_else(|it| it.into_inner())
}

#[track_caller]
fn assert_threads(blocked: usize) {
    let threads = library_threads();
    assert!(
        threads.len() <= 4 + blocked,
        "{blocked} are blocked: {threads:?}"
    );
}

/// Waits until threads that have nothing to do any more have ended.
#[track_caller]
fn await_threads() {
    let deadline = std::time::Instant::now() + PATIENCE;
    while library_threads().len() > 4 {
        assert!(
            std::time::Instant::now() < deadline,
            "{:?}",
            library_threads()
        );
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
}

/// A request of its own client, whose callback of that status runs `block`.
struct Blocked {
    client: Client,
    request: Handle,
    entered: Latch,
    left: Latch,
}

impl Blocked {
    fn start(server: &Server, status: u32, block: impl Fn() + Send + 'static) -> Self {
        let client = Client::asynchronous(server);
        let request = client.get("/blocked");
        let (entered, left) = (Latch::new(), Latch::new());
        let (enters, leaves) = (entered.clone(), left.clone());
        client.recorder.on(status, move |_| {
            enters.release();
            block();
            leaves.release();
        });
        assert_eq!(send(&request), Err(ERROR_IO_PENDING));
        Self {
            client,
            request,
            entered,
            left,
        }
    }

    /// Waits until its callback has come back, and ends the request.
    #[track_caller]
    fn finish(self) {
        self.left.wait();
        self.request.close().expect("closed");
        self.client.recorder.wait_closing();
        self.client.recorder.assert_sound();
    }
}

/// So many requests, one after the other and then all at once.
#[track_caller]
fn others_go_on(server: &Server, count: usize) {
    let client = Client::asynchronous(server);
    for _ in 0..count {
        let request = client.get("/other");
        assert_eq!(client.send(&request), Ok(()));
        assert_eq!(
            read_all_async(&request, client.recorder),
            Ok(b"body".to_vec())
        );
    }
    let all: Vec<Handle> = (0..count).map(|_| client.get("/other")).collect();
    for request in &all {
        assert_eq!(send(request), Err(ERROR_IO_PENDING));
    }
    for _ in &all {
        assert_eq!(client.recorder.wait_complete(), (1, 0));
    }
    for request in &all {
        let read = start_read(request, 4).expect("at once").done();
        assert_eq!(read, b"body");
    }
}

#[test]
fn an_idle_library_has_few_threads() {
    let _guard = alone();
    let server = Server::respond(|_| ok("body"));
    others_go_on(&server, 50);
    assert_threads(0);
    assert!(
        !library_threads().is_empty(),
        "there are some: this test can see them"
    );
}

/// In whichever status it blocks.
#[test]
fn a_blocked_callback_delays_no_other_request() {
    let _guard = alone();
    let answer = [&head(
        "200 OK",
        &[("Connection", "close"), ("Content-Length", "0")],
    )[..]]
    .concat();
    let closing = Server::respond(move |_| answer.clone());
    let server = Server::respond(|_| ok("body"));
    for status in [
        INTERNET_STATUS_CONNECTING_TO_SERVER,
        INTERNET_STATUS_CONNECTED_TO_SERVER,
        INTERNET_STATUS_SENDING_REQUEST,
        INTERNET_STATUS_REQUEST_SENT,
        INTERNET_STATUS_RECEIVING_RESPONSE,
        INTERNET_STATUS_RESPONSE_RECEIVED,
        INTERNET_STATUS_CLOSING_CONNECTION,
        INTERNET_STATUS_CONNECTION_CLOSED,
        INTERNET_STATUS_REQUEST_COMPLETE,
    ] {
        let leave = Latch::new();
        let leaves = leave.clone();
        let blocked = Blocked::start(&closing, status, move || leaves.wait());
        blocked.entered.wait();
        others_go_on(&server, 5);
        assert_threads(1);
        leave.release();
        blocked.finish();
    }
}

/// Three at once, each blocked in another way: until it is released, in a
/// synchronous request of its own, and until another request completes.
#[test]
fn three_blocked_callbacks_delay_no_other_request() {
    let _guard = alone();
    let server = Server::respond(|_| ok("body"));
    let status = INTERNET_STATUS_REQUEST_COMPLETE;

    let leave = Latch::new();
    let leaves = leave.clone();
    let asleep = Blocked::start(&server, status, move || leaves.wait());

    let answer = Latch::new();
    let script = Script::new().read_request().pause(&answer).send(ok("slow"));
    let slow = Arc::new(Server::repeat(script));
    let slow_server = slow.clone();
    let calling = Blocked::start(&server, status, move || {
        let client = Client::sync(&slow_server);
        let request = client.get("/synchronous");
        assert_eq!(client.send(&request), Ok(()));
        assert_eq!(read_all(&request), Ok(b"slow".to_vec()));
    });

    let awaited = Client::asynchronous(&slow);
    let pending = awaited.get("/awaited");
    assert_eq!(send(&pending), Err(ERROR_IO_PENDING));
    let recorder = awaited.recorder;
    let waiting = Blocked::start(&server, status, move || {
        assert_eq!(recorder.wait_complete(), (1, 0));
    });

    for blocked in [&asleep, &calling, &waiting] {
        blocked.entered.wait();
    }
    slow.wait_requests(2);
    others_go_on(&server, 20);
    assert_threads(3);
    for blocked in [&asleep, &calling, &waiting] {
        assert!(!blocked.left.is_released());
    }
    // The one that nobody releases yet does not hold up the other two.
    answer.release();
    calling.finish();
    waiting.finish();
    assert_threads(1);
    leave.release();
    asleep.finish();
    assert_eq!(
        read_all_async(&pending, awaited.recorder),
        Ok(b"slow".to_vec())
    );
    await_threads();
}

/// Many at once, each one a thread and no more, and all gone afterwards.
#[test]
fn each_blocked_callback_costs_one_thread() {
    const MANY: usize = 25;
    let _guard = alone();
    let server = Server::respond(|_| ok("body"));
    let leave = Latch::new();
    let mut all = Vec::new();
    for count in 1..=MANY {
        let leaves = leave.clone();
        let status = INTERNET_STATUS_RESPONSE_RECEIVED;
        let blocked = Blocked::start(&server, status, move || leaves.wait());
        blocked.entered.wait();
        assert_threads(count);
        all.push(blocked);
    }
    others_go_on(&server, 10);
    assert_threads(MANY);
    leave.release();
    for blocked in all {
        blocked.finish();
    }
    await_threads();
    others_go_on(&server, 10);
    assert_threads(0);
}

/// Each waits for the completion of the next: the last one releases them all.
#[test]
fn callbacks_may_wait_for_each_other_in_a_row() {
    let _guard = alone();
    let server = Server::respond(|_| ok("body"));
    let status = INTERNET_STATUS_REQUEST_COMPLETE;
    let latches: Vec<Latch> = (0..11).map(|_| Latch::new()).collect();
    let row: Vec<Blocked> = latches
        .windows(2)
        .map(|pair| {
            let (mine, next) = (pair[0].clone(), pair[1].clone());
            Blocked::start(&server, status, move || {
                next.wait();
                mine.release();
            })
        })
        .collect();
    for blocked in &row {
        blocked.entered.wait();
    }
    assert_threads(row.len());
    latches[10].release();
    latches[0].wait();
    row.into_iter().for_each(Blocked::finish);
}

/// A callback of a handle that is blocked on one thread: closing that handle
/// returns at once, and its last word comes when the callback is back.
#[test]
fn a_handle_may_be_closed_while_its_callback_is_blocked() {
    let _guard = alone();
    let server = Server::respond(|_| ok("body"));
    let leave = Latch::new();
    let leaves = leave.clone();
    let status = INTERNET_STATUS_REQUEST_COMPLETE;
    let blocked = Blocked::start(&server, status, move || leaves.wait());
    blocked.entered.wait();
    let recorder = blocked.client.recorder;
    blocked.request.close().expect("closed");
    others_go_on(&server, 5);
    assert_eq!(recorder.count(INTERNET_STATUS_HANDLE_CLOSING), 0);
    leave.release();
    recorder.wait_closing();
    assert!(blocked.left.is_released());
    recorder.assert_sound();
}

/// Timers are somebody else's work then, too.
#[test]
fn timeouts_strike_while_a_callback_is_blocked() {
    let _guard = alone();
    let server = Server::respond(|_| ok("body"));
    let mute = Server::script(Script::new().read_request());
    let leave = Latch::new();
    let leaves = leave.clone();
    let status = INTERNET_STATUS_REQUEST_COMPLETE;
    let blocked = Blocked::start(&server, status, move || leaves.wait());
    blocked.entered.wait();
    let client = Client::asynchronous(&mute);
    let request = client.get("/never");
    set_option_u32(&request, INTERNET_OPTION_RECEIVE_TIMEOUT, 100).expect("set");
    assert_eq!(client.send(&request), Err(ERROR_INTERNET_TIMEOUT));
    leave.release();
    blocked.finish();
}

/// Callbacks that take just long enough for another thread to take over, again
/// and again: nothing is lost or told twice, and the threads stay few.
#[test]
fn slow_callbacks_lose_nothing() {
    let _guard = alone();
    let server = Server::respond(|_| ok("body"));
    let clients: Vec<Client> = (0..4).map(|_| Client::asynchronous(&server)).collect();
    for client in &clients {
        for status in [
            INTERNET_STATUS_SENDING_REQUEST,
            INTERNET_STATUS_REQUEST_COMPLETE,
        ] {
            // The sleep is the subject: longer than the leader is waited for.
            let nap = std::time::Duration::from_millis(3);
            client.recorder.on(status, move |_| std::thread::sleep(nap));
        }
    }
    for round in 0..20 {
        let requests: Vec<Handle> = clients.iter().map(|it| it.get("/slow")).collect();
        for request in &requests {
            assert_eq!(send(request), Err(ERROR_IO_PENDING));
        }
        for (client, request) in clients.iter().zip(requests) {
            assert_eq!(client.recorder.wait_complete(), (1, 0));
            let read = start_read(&request, 4).expect("at once").done();
            assert_eq!(read, b"body");
            request.close().expect("closed");
            client.recorder.wait_closing();
            let names = client.recorder.take_names().join(" ");
            assert!(names.starts_with("CREATED "), "{names}");
            let list = "SENDING SENT RECEIVING RECEIVED COMPLETE HANDLE_CLOSING";
            assert!(names.ends_with(list), "{names}, round {round}");
        }
        assert_threads(clients.len());
    }
    await_threads();
}
