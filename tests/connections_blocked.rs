//! Connections whose holders are blocked in callbacks do not count: whatever a
//! callback waits for, a request to the same server too, goes on.

mod support;

use std::thread;
use std::time::Duration;

use support::reply::{head, ok};
use support::*;
use wininet::abi::*;

const LIMIT: usize = 6;

/// Answers whatever comes, but the body of /held only when the latch opens.
fn holding(latch: &Latch) -> Server {
    let held = latch.clone();
    Server::serve(move |connection| loop {
        let Ok(request) = connection.read_request() else {
            return Ok(());
        };
        if request.target() == "/held" {
            connection.send(head("200 OK", &[("Content-Length", "4")]))?;
            connection.pause(&held);
            connection.send("held")?;
        } else {
            connection.send(ok(request.target()))?;
        }
    })
}

/// A request of its own recorder.
fn open(client: &Client, path: &str) -> (&'static Recorder, Handle) {
    let recorder = Recorder::new();
    let request = request(&client.connection, "GET", path, 0, recorder.context());
    (recorder, request.expect("a handle"))
}

/// As many requests as there may be, each blocked in its REQUEST_COMPLETE.
fn occupy(
    client: &Client,
    block: impl Fn() + Clone + Send + 'static,
) -> Vec<(&'static Recorder, Handle)> {
    let entered: Vec<Latch> = (0..LIMIT).map(|_| Latch::new()).collect();
    let occupied = entered.iter().map(|entered| {
        let (recorder, request) = open(client, "/held");
        let (enters, block) = (entered.clone(), block.clone());
        recorder.on(INTERNET_STATUS_REQUEST_COMPLETE, move |_| {
            enters.release();
            block();
        });
        assert_eq!(send(&request), Err(ERROR_IO_PENDING));
        (recorder, request)
    });
    let occupied = occupied.collect();
    entered.iter().for_each(Latch::wait);
    occupied
}

fn read_held(occupied: &[(&'static Recorder, Handle)], latch: &Latch) {
    latch.release();
    for (recorder, request) in occupied {
        assert_eq!(recorder.wait_complete(), (1, 0));
        assert_eq!(read_all_async(request, recorder), Ok(b"held".to_vec()));
    }
}

/// Six wait for a seventh, and more are behind that one.
#[test]
fn callbacks_may_wait_for_a_request_to_the_same_server() {
    let (latch, done) = (Latch::new(), Latch::new());
    let server = holding(&latch);
    let client = Client::asynchronous(&server);
    let waits = done.clone();
    let occupied = occupy(&client, move || waits.wait());
    let others: Vec<_> = (0..20).map(|n| open(&client, &format!("/{n}"))).collect();
    for (_, request) in &others {
        assert_eq!(send(request), Err(ERROR_IO_PENDING));
    }
    for (n, (recorder, request)) in others.iter().enumerate() {
        assert_eq!(recorder.wait_complete(), (1, 0));
        let body = read_all_async(request, recorder);
        assert_eq!(body, Ok(format!("/{n}").into_bytes()));
    }
    assert!(server.connections() <= 2 * LIMIT, "the others have a limit");
    done.release();
    read_held(&occupied, &latch);
}

/// They do not sleep: each asks its own handle now and then, which tells RECEIVING
/// inside of the callback that is blocked.
#[test]
fn a_callback_that_calls_us_while_it_waits_is_blocked_too() {
    let (latch, done) = (Latch::new(), Latch::new());
    let server = holding(&latch);
    let client = Client::asynchronous(&server);
    let waiting: Vec<_> = (0..LIMIT).map(|_| open(&client, "/held")).collect();
    for (recorder, request) in &waiting {
        let (value, done) = (request.value(), done.clone());
        let mut is_first = true;
        recorder.on(INTERNET_STATUS_REQUEST_COMPLETE, move |_| {
            let asked = std::mem::ManuallyDrop::new(Handle::adopt(value));
            while is_first && !done.wait_for(Duration::from_millis(5)) {
                let _pending = available(&asked);
            }
            is_first = false;
        });
        assert_eq!(send(request), Err(ERROR_IO_PENDING));
    }
    for (recorder, _) in &waiting {
        recorder.wait_for(INTERNET_STATUS_REQUEST_COMPLETE);
    }
    let seventh = client.get("/seventh");
    let sent = client.send(&seventh);
    done.release();
    latch.release();
    assert_eq!(sent, Ok(()));
}

/// Each of the six makes a synchronous request to the same server.
#[test]
fn callbacks_may_make_synchronous_requests_to_the_same_server() {
    let latch = Latch::new();
    let server = std::sync::Arc::new(holding(&latch));
    let client = Client::asynchronous(&server);
    let same = server.clone();
    let occupied = occupy(&client, move || {
        let client = Client::sync(&same);
        let request = client.get("/synchronous");
        assert_eq!(client.send(&request), Ok(()));
        assert_eq!(read_all(&request), Ok(b"/synchronous".to_vec()));
    });
    read_held(&occupied, &latch);
}

/// The callbacks of synchronous requests, on the threads of their callers.
#[test]
fn synchronous_holders_do_not_count_either() {
    let (latch, done) = (Latch::new(), Latch::new());
    let server = holding(&latch);
    let holders: Vec<Latch> = (0..LIMIT).map(|_| Latch::new()).collect();
    thread::scope(|scope| {
        for entered in &holders {
            let (server, done) = (&server, done.clone());
            scope.spawn(move || {
                let client = Client::sync(server);
                let request = client.get("/held");
                let enters = entered.clone();
                let status = INTERNET_STATUS_RESPONSE_RECEIVED;
                client.recorder.on(status, move |_| {
                    enters.release();
                    done.wait();
                });
                assert_eq!(client.send(&request), Ok(()));
                assert_eq!(read_all(&request), Ok(b"held".to_vec()));
            });
        }
        holders.iter().for_each(Latch::wait);
        for client in [Client::sync(&server), Client::asynchronous(&server)] {
            let request = client.get("/seventh");
            assert_eq!(client.send(&request), Ok(()));
        }
        done.release();
        latch.release();
    });
}

/// When they are back there is one connection too many: nobody is lost over that.
#[test]
fn those_who_wait_afterwards_are_served() {
    let (latch, done) = (Latch::new(), Latch::new());
    let server = holding(&latch);
    let client = Client::asynchronous(&server);
    let waits = done.clone();
    let occupied = occupy(&client, move || waits.wait());
    let (recorder, request) = open(&client, "/lent");
    assert_eq!(send(&request), Err(ERROR_IO_PENDING));
    assert_eq!(recorder.wait_complete(), (1, 0));
    done.release();
    for (recorder, _) in &occupied {
        assert_eq!(recorder.wait_complete(), (1, 0));
    }
    let queued: Vec<_> = (0..10).map(|_| open(&client, "/queued")).collect();
    for (_, request) in &queued {
        assert_eq!(send(request), Err(ERROR_IO_PENDING));
    }
    assert_eq!(read_all_async(&request, recorder), Ok(b"/lent".to_vec()));
    latch.release();
    for (recorder, request) in &occupied {
        assert_eq!(read_all_async(request, recorder), Ok(b"held".to_vec()));
    }
    for (recorder, _) in &queued {
        assert_eq!(recorder.wait_complete(), (1, 0));
    }
    // A callback that has told all is not back from it at once.
    assert!(server.connections() <= 2 * LIMIT);
}

/// Callbacks of others hold all connections by requests that they have sent and not read.
#[test]
fn what_a_blocked_callback_has_sent_does_not_count() {
    for asynchronous in BOTH {
        let (latch, done) = (Latch::new(), Latch::new());
        let server = std::sync::Arc::new(holding(&latch));
        let others = Server::respond(|_| ok("other"));
        let client = Client::asynchronous(&others);
        let entered: Vec<Latch> = (0..LIMIT).map(|_| Latch::new()).collect();
        let callers: Vec<_> = entered
            .iter()
            .map(|entered| {
                let (recorder, request) = open(&client, "/");
                let (enters, waits, server) = (entered.clone(), done.clone(), server.clone());
                recorder.on(INTERNET_STATUS_REQUEST_COMPLETE, move |_| {
                    let client = Client::new(asynchronous, &server);
                    let held = client.get("/held");
                    assert_eq!(client.send(&held), Ok(()));
                    enters.release();
                    waits.wait();
                });
                assert_eq!(send(&request), Err(ERROR_IO_PENDING));
                (recorder, request)
            })
            .collect();
        entered.iter().for_each(Latch::wait);
        let seventh = Client::new(asynchronous, &server);
        let request = seventh.get("/seventh");
        assert_eq!(seventh.send(&request), Ok(()));
        done.release();
        latch.release();
        for (recorder, _) in &callers {
            assert_eq!(recorder.wait_complete(), (1, 0));
        }
    }
}
