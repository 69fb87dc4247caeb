//! Closing a handle inside its own callbacks, and closing it while one runs.

use std::sync::{Arc, Mutex};

use crate::resolver::quick_name;
use crate::support::every::assert_invalid;
use crate::support::reply::head;
use crate::support::*;
use wininet::abi::*;

/// Every status of one send: a look-up, a new connection, an interim answer, an
/// answer without a body on a connection that is not kept.
const TOLD: [(&str, u32); 11] = [
    ("RESOLVING", INTERNET_STATUS_RESOLVING_NAME),
    ("RESOLVED", INTERNET_STATUS_NAME_RESOLVED),
    ("CONNECTING", INTERNET_STATUS_CONNECTING_TO_SERVER),
    ("CONNECTED", INTERNET_STATUS_CONNECTED_TO_SERVER),
    ("SENDING", INTERNET_STATUS_SENDING_REQUEST),
    ("SENT", INTERNET_STATUS_REQUEST_SENT),
    ("RECEIVING", INTERNET_STATUS_RECEIVING_RESPONSE),
    ("INTERMEDIATE", INTERNET_STATUS_INTERMEDIATE_RESPONSE),
    ("RECEIVED", INTERNET_STATUS_RESPONSE_RECEIVED),
    ("CLOSING", INTERNET_STATUS_CLOSING_CONNECTION),
    ("CLOSED", INTERNET_STATUS_CONNECTION_CLOSED),
];

fn server() -> Server {
    Server::serve(|connection| {
        connection.read_request()?;
        connection.send("HTTP/1.1 103 Early Hints\r\n\r\n")?;
        connection.send(head("204 No Content", &[("Connection", "close")]))?;
        connection.close();
        Ok(())
    })
}

/// Closes the handle in its first callback of that status; true if HANDLE_CLOSING
/// came before the close returned.
fn close_in(recorder: &'static Recorder, status: u32) -> Arc<Mutex<Option<bool>>> {
    let nested = Arc::new(Mutex::new(None));
    let told = nested.clone();
    recorder.on(status, move |event| {
        let mut told = told.lock().unwrap();
        if told.is_none() {
            close_value(event.handle).expect("closes");
            assert_invalid(event.handle);
            *told = Some(recorder.count(INTERNET_STATUS_HANDLE_CLOSING) == 1);
        }
    });
    nested
}

/// What holds whatever the status: the events up to it, then nothing but what
/// ends the operation, HANDLE_CLOSING once and last.
#[track_caller]
fn assert_ended(recorder: &Recorder, upto: &str, completions: usize) {
    recorder.wait_closing();
    recorder.wait_idle();
    recorder.assert_sound();
    let names = recorder.names();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let at = names.iter().position(|&it| it == upto).expect(upto);
    let before: Vec<&str> = TOLD.iter().map(|(name, _)| *name).collect();
    let place = before.iter().position(|&it| it == upto).expect(upto);
    assert_eq!(names[0], "CREATED");
    assert_eq!(names[1..=at], before[..=place]);
    let count = |name| names.iter().filter(|&&it| it == name).count();
    assert_eq!(count("COMPLETE"), completions, "{names:?}");
    assert_eq!(count("HANDLE_CLOSING"), 1, "{names:?}");
    assert_eq!(names.last(), Some(&"HANDLE_CLOSING"), "{names:?}");
    assert!(count("CLOSING") <= 1, "{names:?}");
    assert_eq!(count("CLOSING"), count("CLOSED"), "{names:?}");
}

#[test]
fn in_every_status_of_an_asynchronous_send() {
    let server = server();
    for (name, status) in TOLD {
        let session = session(true);
        listen(&session);
        let connection = connect_to(&session, &quick_name(), server.port(), 0).expect("one");
        let recorder = Recorder::new();
        let request = request(&connection, "GET", "/", 0, recorder.context()).expect("one");
        let nested = close_in(recorder, status);
        assert_eq!(send(&request), Err(ERROR_IO_PENDING));
        let complete = (0, ERROR_INTERNET_OPERATION_CANCELLED);
        assert_eq!(recorder.wait_complete(), complete, "closed in {name}");
        assert_ended(recorder, name, 1);
        // The operation is not over: its completion comes between.
        assert_eq!(*nested.lock().unwrap(), Some(false));
    }
}

#[test]
fn in_every_status_of_a_synchronous_send() {
    let server = server();
    for (name, status) in TOLD {
        let session = session(false);
        listen(&session);
        let connection = connect_to(&session, &quick_name(), server.port(), 0).expect("one");
        let recorder = Recorder::new();
        let request = request(&connection, "GET", "/", 0, recorder.context()).expect("one");
        close_in(recorder, status);
        let sent = send(&request);
        assert_eq!(sent, Err(ERROR_INTERNET_OPERATION_CANCELLED), "{name}");
        assert_ended(recorder, name, 0);
    }
}

/// Nothing else is pending: HANDLE_CLOSING is nested, before the close returns,
/// so that a program may wait for it there and then.
#[test]
fn in_the_completion_of_a_send() {
    let server = Server::respond(|_| reply::ok("body"));
    let client = Client::asynchronous(&server);
    let request = client.get("/");
    let nested = close_in(client.recorder, INTERNET_STATUS_REQUEST_COMPLETE);
    assert_eq!(send(&request), Err(ERROR_IO_PENDING));
    assert_eq!(client.recorder.wait_complete(), (1, 0));
    client.recorder.wait_idle();
    assert_eq!(*nested.lock().unwrap(), Some(true));
    let events = client.recorder.events();
    let (complete, closing) = (&events[events.len() - 2], &events[events.len() - 1]);
    assert_eq!((complete.depth, closing.depth), (0, 1));
    assert_eq!(complete.thread, closing.thread);
    let last = [complete.name(), closing.name()];
    assert_eq!(last, ["COMPLETE", "HANDLE_CLOSING"]);
}

/// The same after a failure and after a read.
#[test]
fn in_the_completion_of_a_failure_and_of_a_read() {
    let refused = ports::RefusedPort::new();
    let client = Client::to_port(true, refused.port());
    let nested = close_in(client.recorder, INTERNET_STATUS_REQUEST_COMPLETE);
    let request = client.get("/");
    assert_eq!(client.send(&request), Err(ERROR_INTERNET_CANNOT_CONNECT));
    client.recorder.wait_idle();
    assert_eq!(*nested.lock().unwrap(), Some(true));
    client.recorder.assert_sound();

    let go = Latch::new();
    let head = head("200 OK", &[("Content-Length", "3")]);
    let server = Server::script(Script::answer(head).pause(&go).send("abc"));
    let client = Client::asynchronous(&server);
    let request = client.get("/");
    client.send(&request).expect("a head");
    let nested = close_in(client.recorder, INTERNET_STATUS_REQUEST_COMPLETE);
    let read = start_read(&request, 3).expect("997").pending();
    go.release();
    assert_eq!(read.finish(client.recorder).as_deref(), Ok(&b"abc"[..]));
    client.recorder.wait_idle();
    assert_eq!(*nested.lock().unwrap(), Some(true));
    client.recorder.assert_sound();
}

/// A second read waits when the first one's completion closes the handle: it is
/// completed as well, and HANDLE_CLOSING comes after that.
#[test]
fn in_a_completion_while_another_read_waits() {
    let go = Latch::new();
    let head = head("200 OK", &[("Content-Length", "100")]);
    let server = Server::script(Script::answer(head).pause(&go).send("abc"));
    let client = Client::asynchronous(&server);
    let request = client.get("/");
    client.send(&request).expect("a head");
    let nested = close_in(client.recorder, INTERNET_STATUS_REQUEST_COMPLETE);
    let first = start_read(&request, 3).expect("997").pending();
    let second = start_read(&request, 3).expect("997").pending();
    go.release();
    assert_eq!(first.finish(client.recorder).as_deref(), Ok(&b"abc"[..]));
    let cancelled = Err(ERROR_INTERNET_OPERATION_CANCELLED);
    assert_eq!(second.finish(client.recorder), cancelled);
    client.recorder.wait_closing();
    client.recorder.wait_idle();
    client.recorder.assert_sound();
    assert_eq!(*nested.lock().unwrap(), Some(false));
}

/// In RECEIVING and RECEIVED of a read: whatever the read returns, a pending one
/// is completed and no other.
#[test]
fn in_the_statuses_of_a_read() {
    let statuses = [
        ("RECEIVING", INTERNET_STATUS_RECEIVING_RESPONSE),
        ("RECEIVED", INTERNET_STATUS_RESPONSE_RECEIVED),
    ];
    for is_async in [true, false] {
        for (name, status) in statuses {
            let go = Latch::new();
            let head = head("200 OK", &[("Content-Length", "3")]);
            let server = Server::script(Script::answer(head).pause(&go).send("abc"));
            let client = Client::new(is_async, &server);
            let request = client.get("/");
            client.send(&request).expect("a head");
            client.recorder.wait_idle();
            let before = client.recorder.count(INTERNET_STATUS_REQUEST_COMPLETE);
            close_in(client.recorder, status);
            go.release();
            let started = start_read(&request, 3);
            let is_pending = matches!(started, Ok(Read::Pending(_)));
            let read = started.and_then(|read| read.finish(client.recorder));
            if is_pending || !is_async {
                let cancelled = Err(ERROR_INTERNET_OPERATION_CANCELLED);
                assert_eq!(read, cancelled, "{name}, async {is_async}");
            } else if let Err(error) = read {
                assert_eq!(error, ERROR_INTERNET_OPERATION_CANCELLED, "{name}");
            }
            client.recorder.wait_closing();
            client.recorder.wait_idle();
            client.recorder.assert_sound();
            let completions = client.recorder.count(INTERNET_STATUS_REQUEST_COMPLETE) - before;
            assert_eq!(completions, usize::from(is_pending), "{name}");
            assert_eq!(client.recorder.count(INTERNET_STATUS_HANDLE_CLOSING), 1);
        }
    }
}

/// In HANDLE_CREATED the new handle works at once, closing included: the end is
/// nested, and what the creating call returns is invalid.
#[test]
fn in_the_creation_of_the_handle() {
    for is_async in [true, false] {
        let session = session(is_async);
        listen(&session);
        let parent = connect_to(&session, "127.0.0.1", 80, 0).expect("a connection");
        let recorder = Recorder::new();
        recorder.on(INTERNET_STATUS_HANDLE_CREATED, |event| {
            let Info::Handle(child) = event.info else {
                panic!("{event}")
            };
            close_value(child).expect("closes");
            assert_invalid(child);
        });
        let context = recorder.context();
        let made = connect_to(&session, "127.0.0.1", 80, context);
        recorder.assert_names(&["CREATED", "HANDLE_CLOSING"]);
        assert_invalid(made.map_or(0, Handle::leak));
        let made = request(&parent, "GET", "/", 0, context);
        recorder.assert_names(&["CREATED", "HANDLE_CLOSING"]);
        assert_invalid(made.map_or(0, Handle::leak));
        let depths: Vec<usize> = recorder.events().iter().map(|it| it.depth).collect();
        assert_eq!(depths, [0, 1, 0, 1]);
    }
}

/// The same for InternetOpenUrl: asynchronously the operation has begun and is
/// cancelled; synchronously the call fails.
#[test]
fn in_the_creation_of_an_opened_url() {
    let server = Server::respond(|_| reply::ok("body"));
    for is_async in [true, false] {
        let session = session(is_async);
        listen(&session);
        let recorder = Recorder::new();
        recorder.on(INTERNET_STATUS_HANDLE_CREATED, |event| {
            let Info::Handle(child) = event.info else {
                panic!("{event}")
            };
            close_value(child).expect("closes");
            assert_invalid(child);
        });
        let opened = open_url(&session, &server.url("/"), 0, recorder.context());
        let cancelled = ERROR_INTERNET_OPERATION_CANCELLED;
        if is_async {
            assert_eq!(opened.map(drop), Err(ERROR_IO_PENDING));
            assert_eq!(recorder.wait_complete(), (0, cancelled));
        } else {
            assert_eq!(opened.map(drop), Err(cancelled));
        }
        recorder.wait_closing();
        recorder.wait_idle();
        recorder.assert_sound();
        let completions = recorder.count(INTERNET_STATUS_REQUEST_COMPLETE);
        assert_eq!(completions, usize::from(is_async));
        assert_eq!(recorder.count(INTERNET_STATUS_HANDLE_CLOSING), 1);
    }
}

/// InternetCloseHandle returns while a callback of the handle runs, even one
/// that waits for what the closer holds; the callbacks that follow come when it
/// has returned, none of them at the same time.
#[test]
fn while_a_callback_waits_for_the_closer() {
    let server = Server::repeat(Script::answer(reply::ok("body")));
    for is_async in [true, false] {
        for (name, status) in TOLD.into_iter().filter(|(name, _)| is_told_here(name)) {
            let client = Client::new(is_async, &server);
            let (entered, go) = (Latch::new(), Latch::new());
            let (at, wait) = (entered.clone(), go.clone());
            client.recorder.on(status, move |_| {
                at.release();
                wait.wait();
            });
            let value = client.get("/").leak();
            let sender = std::thread::spawn(move || {
                let request = Handle::adopt(value);
                let sent = send(&request);
                request.leak();
                sent
            });
            entered.wait();
            close_value(value).expect("closes");
            assert!(!go.is_released());
            assert_invalid(value);
            let so_far = client.recorder.count(INTERNET_STATUS_HANDLE_CLOSING);
            assert_eq!(so_far, 0, "{name}: the callback still runs");
            go.release();
            let sent = sender.join().expect("no panic");
            let cancelled = ERROR_INTERNET_OPERATION_CANCELLED;
            if is_async {
                assert_eq!(sent, Err(ERROR_IO_PENDING));
                assert_eq!(client.recorder.wait_complete(), (0, cancelled), "{name}");
            } else {
                assert_eq!(sent, Err(cancelled), "{name}");
            }
            client.recorder.wait_closing();
            client.recorder.wait_idle();
            client.recorder.assert_sound();
            assert_eq!(client.recorder.overlaps(), [""; 0]);
        }
    }
}

fn is_told_here(name: &str) -> bool {
    ["CONNECTING", "CONNECTED", "SENDING", "SENT", "RECEIVING"].contains(&name)
}
