//! What goes wrong while a challenge is answered: bodies that do not end, handles that are closed,
//! callbacks that interfere.

mod support;

use std::sync::Arc;

use support::login::*;
use support::reply::{ok, Request};
use support::*;
use wininet::abi::*;

/// A challenge whose body never comes.
const ENDLESS: &str =
    "HTTP/1.1 401 No\r\nWWW-Authenticate: Basic realm=x\r\nContent-Length: 9\r\n\r\n";
const TO_CHALLENGE: &str = "CREATED CONNECTING CONNECTED SENDING SENT RECEIVING RECEIVED";

/// The receive timeout bounds it; another connection carries the answer.
#[test]
fn a_body_that_does_not_come_is_given_up() {
    for asynchronous in BOTH {
        let server = Server::scripts([
            Script::new().read_request().send(ENDLESS),
            Script::answer(ok("come in")),
        ]);
        let story = story(server, asynchronous);
        let request = request_as_user(story, "GET", "/", 0);
        set_option_u32(&request, INTERNET_OPTION_RECEIVE_TIMEOUT, 50).expect("set");
        story.send(&request).expect("sent");
        story.told(&format!(
            "{TO_CHALLENGE} CLOSING CLOSED CONNECTING CONNECTED SENDING SENT RECEIVING RECEIVED COMPLETE"
        ));
        assert_eq!(story.read_all(&request), Ok(b"come in".to_vec()));
    }
}

/// Closing ends the wait for it like any other.
#[test]
fn closing_ends_the_wait_for_the_body() {
    for asynchronous in BOTH {
        let server = Server::script(Script::new().read_request().send(ENDLESS));
        let story = story(server, asynchronous);
        let request = request_as_user(story, "GET", "/", 0);
        let recorder = story.client.recorder;
        let value = request.leak();
        let received = Latch::new();
        let told = received.clone();
        recorder.on(INTERNET_STATUS_RESPONSE_RECEIVED, move |_| told.release());
        let closer = std::thread::spawn(move || {
            received.wait();
            close_value(value).expect("closed");
        });
        let request = Handle::adopt(value);
        let cancelled = Err(ERROR_INTERNET_OPERATION_CANCELLED);
        assert_eq!(story.send(&request), cancelled);
        closer.join().unwrap();
        assert_eq!(recorder.wait_closing(), value);
        story.told(&format!(
            "{TO_CHALLENGE} CLOSING CLOSED COMPLETE HANDLE_CLOSING"
        ));
    }
}

/// A callback of the first round gives the login that the second one has, and may look at the answer.
#[test]
fn a_callback_may_give_the_login() {
    let story = story(guarded("Basic realm=x", BASIC), false);
    let request = Arc::new(story.get("/"));
    let inner = request.clone();
    let recorder = story.client.recorder;
    recorder.on(INTERNET_STATUS_RESPONSE_RECEIVED, move |_| {
        if status_code(&inner) == 401 {
            log_in(&inner, "user", "pass").expect("set");
        }
    });
    story.send(&request).expect("sent");
    assert_eq!(status_code(&request), 200);
    story.told(TWO_ROUNDS);
}

/// Many at once on one server, each with its own connection and nonce, none in another's way.
#[test]
fn many_handshakes_at_once() {
    for asynchronous in BOTH {
        let server =
            Server::respond(
                |request: &Request| match request.header("Authorization").as_deref() {
                    Some(BASIC) => ok(request.target()),
                    _ => unauthorized(&["Basic realm=x"]),
                },
            );
        let server = kept(server);
        std::thread::scope(|scope| {
            for thread in 0..12 {
                scope.spawn(move || {
                    let client = Client::new(asynchronous, server);
                    for round in 0..4 {
                        let path = format!("/{thread}/{round}");
                        let request = client.get(&path);
                        log_in(&request, "user", "pass").expect("set");
                        client.send(&request).expect("sent");
                        assert_eq!(status_code(&request), 200);
                    }
                });
            }
        });
        assert!(server.connections() <= 12);
    }
}
