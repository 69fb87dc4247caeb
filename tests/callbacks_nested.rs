//! A callback may call the library on its own handle, from inside any status:
//! no lock is held meanwhile (section 2 of the contract).
//! Closing from inside is the subject of tests/closing.

mod support;

use std::sync::{Arc, Mutex};

use support::reply::{head, ok};
use support::*;
use wininet::abi::*;

/// The statuses of one request on a new connection that is not kept.
const STATUSES: [u32; 11] = [
    INTERNET_STATUS_HANDLE_CREATED,
    INTERNET_STATUS_CONNECTING_TO_SERVER,
    INTERNET_STATUS_CONNECTED_TO_SERVER,
    INTERNET_STATUS_SENDING_REQUEST,
    INTERNET_STATUS_REQUEST_SENT,
    INTERNET_STATUS_RECEIVING_RESPONSE,
    INTERNET_STATUS_RESPONSE_RECEIVED,
    INTERNET_STATUS_REQUEST_COMPLETE,
    INTERNET_STATUS_CLOSING_CONNECTION,
    INTERNET_STATUS_CONNECTION_CLOSED,
    INTERNET_STATUS_HANDLE_CLOSING,
];

/// Runs `call` on the request in each of its callbacks.
fn in_every_status(
    story: &Story,
    call: impl Fn(u32, &Handle) + Send + Sync + 'static,
) -> Arc<Mutex<Vec<u32>>> {
    let (call, seen) = (Arc::new(call), Arc::new(Mutex::new(Vec::new())));
    for status in STATUSES {
        let (call, seen) = (call.clone(), seen.clone());
        story.client.recorder.on(status, move |event| {
            // CREATED comes in the name of the parent.
            let handle = match event.info {
                Info::Handle(handle) => handle,
                _ => event.handle,
            };
            let request = Handle::adopt(handle);
            call(event.status, &request);
            request.leak();
            seen.lock().unwrap().push(event.status);
        });
    }
    seen
}

const NOT_KEPT: &[(&str, &str)] = &[("Connection", "close"), ("Content-Length", "4")];

/// One request from its handle's first word to its last, its body in the hands
/// of the callbacks if they want it; returns when the last of them has.
fn play(story: &Story, list: &str) {
    let request = story.get("/");
    story.send(&request).expect("sent");
    let rest = story.read_all(&request).expect("the body");
    assert!(b"body".ends_with(&rest));
    story
        .client
        .recorder
        .wait_for(INTERNET_STATUS_CONNECTION_CLOSED);
    story.client.recorder.wait_idle();
    story.close(request, list);
    story.client.recorder.wait_idle();
}

fn server() -> Server {
    let answer = [&head("200 OK", NOT_KEPT)[..], b"body"].concat();
    Server::respond(move |_| answer.clone())
}

const WHOLE: &str = "CREATED CONNECTING CONNECTED SENDING SENT RECEIVING RECEIVED COMPLETE CLOSING CLOSED HANDLE_CLOSING";

/// Headers may be added at any time; the request that is on its way stays as it
/// is, and the last word comes when the handle is none any more.
#[test]
fn headers_may_be_added_in_every_status() {
    for asynchronous in BOTH {
        let story = Story::new(server(), asynchronous);
        let seen = in_every_status(&story, |status, request| {
            let added = add_headers(request, "X-Nested: 1\r\n", HTTP_ADDREQ_FLAG_ADD);
            match status {
                INTERNET_STATUS_HANDLE_CLOSING => assert_eq!(added, Err(ERROR_INVALID_HANDLE)),
                _ => assert_eq!(added, Ok(())),
            }
        });
        play(&story, WHOLE);
        assert_eq!(
            seen.lock().unwrap().len(),
            if asynchronous { 11 } else { 10 }
        );
        // What was added in CREATED went out.
        let header = story.server.recorded()[0].header("X-Nested");
        assert_eq!(header.as_deref(), Some("1"));
    }
}

/// An interim answer and the answer come at once: the call that tells of the first knows nothing of the second.
#[test]
fn the_answer_is_not_there_before_it_is_told_of() {
    let answer = [head("103 Early Hints", &[]), ok("body")].concat();
    let story = Story::new(Server::script(Script::answer(answer)), false);
    let seen = Arc::new(Mutex::new(None));
    let told = seen.clone();
    let interim = INTERNET_STATUS_INTERMEDIATE_RESPONSE;
    story.client.recorder.on(interim, move |event| {
        let request = Handle::adopt(event.handle);
        *told.lock().unwrap() = Some(query_number(&request, HTTP_QUERY_STATUS_CODE));
        request.leak();
    });
    let request = story.get("/");
    story.send(&request).expect("sent");
    let code = *seen.lock().unwrap();
    assert_eq!(code, Some(Err(ERROR_INTERNET_INCORRECT_HANDLE_STATE)));
    assert_eq!(status_code(&request), 200);
}

/// The answer may be asked for in every status; it is there from RECEIVED on,
/// and not there before the request is sent.
#[test]
fn the_answer_may_be_asked_for_in_every_status() {
    for asynchronous in BOTH {
        let story = Story::new(server(), asynchronous);
        let seen = in_every_status(&story, move |status, request| {
            let code = query_number(request, HTTP_QUERY_STATUS_CODE);
            let url = option_text(request, INTERNET_OPTION_URL);
            match status {
                INTERNET_STATUS_HANDLE_CLOSING => {
                    assert_eq!(code, Err(ERROR_INVALID_HANDLE));
                    return;
                }
                INTERNET_STATUS_HANDLE_CREATED => {
                    assert_eq!(code, Err(ERROR_INTERNET_INCORRECT_HANDLE_STATE));
                }
                INTERNET_STATUS_RESPONSE_RECEIVED
                | INTERNET_STATUS_REQUEST_COMPLETE
                | INTERNET_STATUS_CLOSING_CONNECTION
                | INTERNET_STATUS_CONNECTION_CLOSED => assert_eq!(code, Ok(200)),
                // The poller may be further than what it tells.
                _ if asynchronous => assert!(
                    matches!(code, Ok(200) | Err(ERROR_INTERNET_INCORRECT_HANDLE_STATE)),
                    "{code:?}"
                ),
                _ => assert_eq!(code, Err(ERROR_INTERNET_INCORRECT_HANDLE_STATE)),
            }
            assert!(url.expect("a URL").starts_with("http://127.0.0.1:"));
        });
        play(&story, WHOLE);
        assert_eq!(
            seen.lock().unwrap().len(),
            if asynchronous { 11 } else { 10 }
        );
    }
}

/// Reading in a callback gives the body once its head is there; together with
/// what is read outside, every byte comes once and in order.
#[test]
fn the_body_may_be_read_in_every_status() {
    for asynchronous in BOTH {
        let answer = [&head("200 OK", NOT_KEPT)[..], b"body"].concat();
        let story = Story::new(Server::script(Script::answer(answer)), asynchronous);
        let body = Arc::new(Mutex::new(Vec::new()));
        let taken = body.clone();
        in_every_status(&story, move |status, request| {
            // The whole answer came at once, so nothing is ever pending.
            match start_read(request, 1).map(Read::done) {
                Ok(byte) => taken.lock().unwrap().extend(byte),
                Err(ERROR_INVALID_HANDLE) => assert_eq!(status, INTERNET_STATUS_HANDLE_CLOSING),
                Err(error) => {
                    assert_eq!(error, ERROR_INTERNET_INCORRECT_HANDLE_STATE);
                    assert_ne!(status, INTERNET_STATUS_RESPONSE_RECEIVED);
                    assert_ne!(status, INTERNET_STATUS_REQUEST_COMPLETE);
                }
            }
        });
        let request = story.get("/");
        story.send(&request).expect("sent");
        story.client.recorder.wait_idle();
        let rest = story.read_all(&request).expect("the body");
        story
            .client
            .recorder
            .wait_for(INTERNET_STATUS_CONNECTION_CLOSED);
        story.client.recorder.wait_idle();
        request.close().expect("closed");
        story.client.recorder.wait_closing();
        let mut all = body.lock().unwrap().clone();
        assert!(!all.is_empty(), "RECEIVED at least reads a byte");
        all.extend(rest);
        assert_eq!(all, b"body");
        story.client.recorder.assert_sound();
    }
}

/// A read in REQUEST_COMPLETE that must wait is completed by the next
/// REQUEST_COMPLETE, and so on: the loop of programs that live in callbacks.
#[test]
fn a_program_may_live_in_its_completions() {
    let body = "0123456789abcdefghijklmnopqrstuvwxyz";
    let script = Script::new().read_request().send_slowly(ok(body), 5);
    let story = Story::new(Server::script(script), true);
    let request = story.get("/");
    let handle = request.value();
    let (all, pending, done) = (Arc::default(), Mutex::new(None), Latch::new());
    let (collected, ends): (Arc<Mutex<Vec<u8>>>, Latch) = (all, done.clone());
    let all = collected.clone();
    story
        .client
        .recorder
        .on(INTERNET_STATUS_REQUEST_COMPLETE, move |_| {
            let request = Handle::adopt(handle);
            if let Some(read) = pending.lock().unwrap().take() {
                collected.lock().unwrap().extend(PendingRead::take(read));
            }
            loop {
                match start_read(&request, 7).expect("no failure") {
                    Read::Done(bytes) if bytes.is_empty() => break ends.release(),
                    Read::Done(bytes) => collected.lock().unwrap().extend(bytes),
                    Read::Pending(read) => break *pending.lock().unwrap() = Some(read),
                }
            }
            request.leak();
        });
    assert_eq!(send(&request), Err(ERROR_IO_PENDING));
    done.wait();
    assert_eq!(*all.lock().unwrap(), body.as_bytes());
    request.close().expect("closed");
    story.client.recorder.wait_closing();
    story.client.recorder.assert_sound();
    assert!(story.client.recorder.overlaps().is_empty());
}

/// The same handle sent again from its own completion, as programs do after a
/// 401: a new list each time, and no completion inside the call.
#[test]
fn a_handle_may_be_sent_again_in_its_completion() {
    const TIMES: usize = 5;
    let story = Story::new(Server::respond(|_| ok("body")), true);
    let request = story.get("/");
    let handle = request.value();
    let (mut times, done) = (0, Latch::new());
    let ends = done.clone();
    story
        .client
        .recorder
        .on(INTERNET_STATUS_REQUEST_COMPLETE, move |event| {
            assert_eq!(event.depth, 0, "inside the call that it completes");
            times += 1;
            if times == TIMES {
                return ends.release();
            }
            let request = Handle::adopt(handle);
            assert_eq!(send(&request), Err(ERROR_IO_PENDING));
            request.leak();
        });
    assert_eq!(send(&request), Err(ERROR_IO_PENDING));
    done.wait();
    story.client.recorder.wait_idle();
    let again = " SENDING SENT RECEIVING RECEIVED COMPLETE".repeat(TIMES - 1);
    story.told(&format!("{FIRST}{again}"));
    story.close(request, "HANDLE_CLOSING");
}

/// A request of another handle made and awaited inside each status. (That of an
/// asynchronous handle may also block: tests/callbacks_blocking.rs.)
#[test]
fn another_request_may_be_made_in_every_status() {
    for asynchronous in BOTH {
        for other in BOTH {
            let story = Story::new(server(), asynchronous);
            let elsewhere = Arc::new(Server::respond(|_| ok("elsewhere")));
            let server = elsewhere.clone();
            let seen = in_every_status(&story, move |_, _| {
                let client = Client::new(other, &server);
                let request = client.get("/");
                client.send(&request).expect("sent inside");
                assert_eq!(status_code(&request), 200);
            });
            play(&story, WHOLE);
            let count = if asynchronous { 11 } else { 10 };
            assert_eq!(seen.lock().unwrap().len(), count);
            assert_eq!(elsewhere.requests().len(), count);
        }
    }
}

/// HttpSendRequest on the very handle that is being sent is a mistake, which
/// may fail or win; it hangs nothing, and each 997 has its completion.
#[test]
fn a_send_inside_a_send_disturbs_nobody() {
    for asynchronous in BOTH {
        for status in &STATUSES[1..7] {
            let story = Story::new(Server::respond(|_| ok("body")), asynchronous);
            let (started, done) = (Arc::new(Mutex::new(None)), Latch::new());
            let (starts, ends) = (started.clone(), done.clone());
            story.client.recorder.on(*status, move |event| {
                let mut started = starts.lock().unwrap();
                if started.is_none() {
                    *started = Some(Ok(()));
                    drop(started);
                    let request = Handle::adopt(event.handle);
                    let result = send(&request);
                    request.leak();
                    *starts.lock().unwrap() = Some(result);
                    ends.release();
                }
            });
            let request = story.get("/");
            story.send(&request).expect("sent");
            done.wait();
            let expected = match started.lock().unwrap().expect("it was called") {
                Ok(()) => 0,
                Err(ERROR_IO_PENDING) => 2,
                Err(ERROR_INTERNET_INCORRECT_HANDLE_STATE) => usize::from(asynchronous),
                Err(error) => panic!("error {error}"),
            };
            if expected == 2 {
                assert_eq!(story.client.recorder.wait_complete(), (1, 0));
            }
            assert_eq!(status_code(&request), 200);
            assert_eq!(story.read_all(&request), Ok(b"body".to_vec()));
            request.close().expect("closed");
            story.client.recorder.wait_closing();
            let completions = story
                .client
                .recorder
                .count(INTERNET_STATUS_REQUEST_COMPLETE);
            assert_eq!(completions, expected);
            story.client.recorder.assert_sound();
        }
    }
}

/// A call made inside a callback of a synchronous request does not make that
/// request deaf: it can still be cancelled by closing its handle.
#[test]
fn a_nested_call_leaves_the_outer_one_cancellable() {
    for status in &STATUSES[1..6] {
        let story = Story::new(Server::script(Script::new().read_request()), false);
        let request = story.get("/");
        let handle = request.leak();
        let called = Latch::new();
        let calls = called.clone();
        story.client.recorder.on(*status, move |_| {
            let request = Handle::adopt(handle);
            let read = start_read(&request, 1).err();
            assert_eq!(read, Some(ERROR_INTERNET_INCORRECT_HANDLE_STATE));
            request.leak();
            calls.release();
        });
        std::thread::scope(|scope| {
            scope.spawn(|| {
                story.server.wait_requests(1);
                called.wait();
                close_value(handle).expect("closed");
            });
            let request = Handle::adopt(handle);
            assert_eq!(send(&request), Err(ERROR_INTERNET_OPERATION_CANCELLED));
            request.leak();
        });
        story.client.recorder.wait_closing();
        story.client.recorder.assert_sound();
    }
}
