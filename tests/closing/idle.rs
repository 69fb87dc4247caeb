//! Closing a handle that nothing is pending on: HANDLE_CLOSING on the caller,
//! before InternetCloseHandle returns; the connection is kept if what is left
//! of the body is at hand, and closed, with CLOSING and CLOSED, if not.

use crate::support::every::assert_invalid;
use crate::support::reply::{head, ok};
use crate::support::*;
use wininet::abi::*;

/// Closes, and asserts that exactly `told` came, here and before the return.
#[track_caller]
fn close_tells(recorder: &Recorder, request: Handle, told: &[&str]) {
    let events = events_of_close(recorder, request);
    let names: Vec<String> = events.iter().map(Event::name).collect();
    assert_eq!(names, told);
    let me = std::thread::current().id();
    assert!(events.iter().all(|it| it.thread == me));
}

/// The same after an asynchronous operation. Its last callback has returned, but
/// the thread that made it may not have noticed yet; then it is that thread that
/// tells, since callbacks of a handle never overlap.
#[track_caller]
fn close_tells_somewhere(is_async: bool, recorder: &Recorder, request: Handle, told: &[&str]) {
    if !is_async {
        return close_tells(recorder, request, told);
    }
    events_of_close(recorder, request);
    recorder.wait_idle();
    recorder.assert_names(told);
}

#[track_caller]
fn events_of_close(recorder: &Recorder, request: Handle) -> Vec<Event> {
    recorder.wait_idle();
    recorder.take_names();
    let before = recorder.events().len();
    let value = request.value();
    recorder.on(INTERNET_STATUS_HANDLE_CLOSING, |event| {
        assert_eq!(event.info, Info::Handle(event.handle));
        assert_invalid(event.handle);
    });
    request.close().expect("closes");
    assert_invalid(value);
    let at_return = recorder.events();
    assert_eq!(recorder.wait_closing(), value);
    recorder.assert_sound();
    let events = recorder.events().split_off(before);
    assert!(events.iter().all(|it| it.handle == value));
    at_return[before..].to_vec()
}

fn both(test: impl Fn(bool)) {
    test(false);
    test(true);
}

#[test]
fn a_request_that_was_never_sent() {
    both(|is_async| {
        let client = Client::to_port(is_async, 1);
        let request = client.get("/");
        close_tells(client.recorder, request, &["HANDLE_CLOSING"]);
    });
}

/// Nothing is left to read: the connection serves the next request.
#[test]
fn a_body_that_was_read() {
    both(|is_async| {
        let server = Server::respond(|_| ok("body"));
        let client = Client::new(is_async, &server);
        for _ in 0..2 {
            let request = client.get("/");
            client.send(&request).expect("an answer");
            let read = start_read(&request, 100)
                .expect("a body")
                .finish(client.recorder);
            assert_eq!(read.as_deref(), Ok(&b"body"[..]));
            close_tells_somewhere(is_async, client.recorder, request, &["HANDLE_CLOSING"]);
        }
        assert_eq!(server.connections(), 1);
    });
}

/// The rest of the body is at hand: it is read away and the connection serves
/// the next request, which does not see it.
#[test]
fn a_body_that_came_and_was_not_read() {
    both(|is_async| {
        let server = Server::respond(|request| ok(request.target()));
        let client = Client::new(is_async, &server);
        for path in ["/first", "/second"] {
            let request = client.get(path);
            client.send(&request).expect("an answer");
            let piece = start_read(&request, 2).expect("a piece").done();
            assert_eq!(piece, path.as_bytes()[..2]);
            close_tells_somewhere(is_async, client.recorder, request, &["HANDLE_CLOSING"]);
        }
        assert_eq!(server.connections(), 1);
    });
}

/// The rest of the body is not there: to wait for it would block, so the
/// connection goes, and the server sees that.
#[test]
fn a_body_that_is_still_to_come() {
    let heads = [
        head("200 OK", &[("Content-Length", "10")]),
        head("200 OK", &[("Transfer-Encoding", "chunked")]),
        head("200 OK", &[]),
    ];
    both(|is_async| {
        for head in &heads {
            let server = Server::script(Script::answer(head.clone()));
            let client = Client::new(is_async, &server);
            let request = client.get("/");
            client.send(&request).expect("an answer");
            let told = ["CLOSING", "CLOSED", "HANDLE_CLOSING"];
            close_tells_somewhere(is_async, client.recorder, request, &told);
            server.wait_ended(1);
        }
    });
}

/// A failed operation is over: what follows is the handle's end alone.
#[test]
fn after_a_failure() {
    both(|is_async| {
        let refused = ports::RefusedPort::new();
        let client = Client::to_port(is_async, refused.port());
        let request = client.get("/");
        let failed = client.send(&request);
        assert_eq!(failed, Err(ERROR_INTERNET_CANNOT_CONNECT));
        close_tells_somewhere(is_async, client.recorder, request, &["HANDLE_CLOSING"]);
    });
}

/// Session and connection handles tell on the caller as well, if they have a
/// context; without one nothing is told.
#[test]
fn parents_that_are_idle() {
    both(|is_async| {
        let recorder = Recorder::new();
        let session = session(is_async);
        listen(&session);
        let with = connect_to(&session, "127.0.0.1", 80, recorder.context()).expect("one");
        close_tells(recorder, with, &["HANDLE_CLOSING"]);
        let without = connect_to(&session, "127.0.0.1", 80, 0).expect("one");
        recorder.take_names();
        without.close().expect("closes");
        recorder.assert_names(&[]);
        set_option_word(&session, INTERNET_OPTION_CONTEXT_VALUE, recorder.context()).expect("set");
        close_tells(recorder, session, &["HANDLE_CLOSING"]);
    });
}

/// The callback was removed before the close: nobody is told, not even of
/// HANDLE_CLOSING, and the context may be dead.
#[test]
fn without_a_callback_nobody_is_told() {
    both(|is_async| {
        let server = Server::respond(|_| ok("body"));
        let client = Client::new(is_async, &server);
        let request = client.get("/");
        client.send(&request).expect("an answer");
        client.recorder.wait_idle();
        client.recorder.take_names();
        // SAFETY: NULL removes it.
        unsafe { wininet::ffi::InternetSetStatusCallbackA(request.raw(), None) };
        set_option_word(&request, INTERNET_OPTION_CONTEXT_VALUE, 0xDEAD).expect("set");
        request.close().expect("closes");
        client.recorder.assert_names(&[]);
    });
}
