//! Proxies that refuse, break off, send what they should not, or take too long; and which proxy is
//! tried then.

#![allow(unsafe_code)]

mod support;

use std::ptr::null_mut;
use std::time::{Duration, Instant};

use support::cookies::get_cookie;
use support::ports::{RefusedPort, SilentPort};
use support::proxy::{client_through, established, story_through, tunnels};
use support::reply::{head, ok, reply};
use support::*;
use wininet::abi::*;
use wininet::ffi::*;

const SECURE: u32 = INTERNET_FLAG_SECURE;
const LOCALHOST: (&str, u16) = ("localhost", 4443);
/// Up to the answer to CONNECT.
const TO_ANSWER: &str = "CREATED CONNECTING CONNECTED SENDING SENT RECEIVING ";

/// What becomes of a request through a proxy that plays a script for each connection.
fn outcome(script: Script, asynchronous: bool) -> (Result<()>, Story, Handle) {
    certs::authority_file();
    let story = story_through(Server::repeat(script), "", LOCALHOST, asynchronous);
    let request = story.client.request("GET", "/", SECURE);
    let outcome = story.send(&request);
    (outcome, story, request)
}

#[test]
fn what_is_in_a_tunnel_before_we_spoke_is_refused() {
    for asynchronous in BOTH {
        let early = [&established()[..], b"early"].concat();
        let (outcome, story, request) = outcome(Script::answer(early), asynchronous);
        assert_eq!(outcome, Err(ERROR_HTTP_INVALID_SERVER_RESPONSE));
        story.told(&format!("{TO_ANSWER} CLOSING CLOSED COMPLETE"));
        story.close(request, "HANDLE_CLOSING");
    }
}

/// Who answers CONNECT does not speak for the server: neither its head nor its cookies become the server's.
#[test]
fn an_answer_that_makes_no_tunnel_is_nobodys() {
    let interim = head("103 Early Hints", &[]);
    let made = head("200 OK", &[("Set-Cookie", "stolen=1; Path=/; Secure")]);
    let answers = [
        [&made[..], b"early"].concat(),
        [&interim[..], &made, b"early"].concat(),
        b"SSH-2.0-x\r\n".to_vec(),
    ];
    for answer in answers {
        for asynchronous in BOTH {
            let script = Script::answer(&answer[..]).close();
            let (outcome, _story, request) = outcome(script, asynchronous);
            assert_eq!(outcome, Err(ERROR_HTTP_INVALID_SERVER_RESPONSE));
            assert!(query_number(&request, HTTP_QUERY_STATUS_CODE).is_err());
            // The jar may have cookies of other tests.
            let cookies = get_cookie("https://localhost:4443/").unwrap_or_default();
            assert!(!cookies.contains("stolen"), "{cookies}");
        }
    }
}

/// RFC 9110, section 9.3.6: such a length means nothing.
#[test]
fn a_length_of_a_tunnel_is_ignored() {
    for asynchronous in BOTH {
        let answer = head(
            "200 OK",
            &[("Content-Length", "5"), ("Transfer-Encoding", "x")],
        );
        let script = Script::answer(answer).tls(&certs::good());
        let (outcome, ..) = outcome(script.then_answer(ok("through")), asynchronous);
        assert_eq!(outcome, Ok(()));
    }
}

#[test]
fn interim_answers_come_first() {
    for asynchronous in BOTH {
        let interim = [
            &head("100 Continue", &[])[..],
            &head("103 Early Hints", &[]),
        ]
        .concat();
        let script = Script::answer([interim, established()].concat()).tls(&certs::good());
        let (outcome, story, request) = outcome(script.then_answer(ok("through")), asynchronous);
        assert_eq!(outcome, Ok(()));
        story.told(&format!(
            "{TO_ANSWER} INTERMEDIATE RECEIVED SENDING SENT RECEIVING RECEIVED COMPLETE"
        ));
        assert_eq!(story.read_all(&request), Ok(b"through".to_vec()));
    }
}

#[test]
fn a_proxy_that_does_not_answer_in_http() {
    let table: [(Script, u32); 6] = [
        (
            Script::new().read_head().close(),
            ERROR_HTTP_INVALID_SERVER_RESPONSE,
        ),
        (
            Script::answer("SSH-2.0-x\r\n").close(),
            ERROR_HTTP_INVALID_SERVER_RESPONSE,
        ),
        (
            Script::answer("<html>no").close(),
            ERROR_HTTP_INVALID_SERVER_RESPONSE,
        ),
        (
            Script::answer("HTTP/1.1 2").close(),
            ERROR_INTERNET_CONNECTION_ABORTED,
        ),
        (
            Script::new().read_head().reset(),
            ERROR_INTERNET_CONNECTION_RESET,
        ),
        // No TLS in the tunnel.
        (
            Script::answer(established())
                .read_exactly(1)
                .send("HTTP/1.1 200 OK\r\n\r\n")
                .close(),
            ERROR_INTERNET_SECURITY_CHANNEL_ERROR,
        ),
    ];
    for (script, error) in table {
        for asynchronous in BOTH {
            let (outcome, story, request) = outcome(script.clone(), asynchronous);
            assert_eq!(outcome, Err(error));
            let names = story.client.recorder.names().join(" ");
            assert!(names.contains("CLOSING CLOSED"), "{names}");
            drop(request);
            story.client.recorder.wait_closing();
        }
    }
}

/// A proxy is no server: its answer leads nowhere.
#[test]
fn a_redirect_instead_of_a_tunnel_is_not_followed() {
    for asynchronous in BOTH {
        let evil = Server::respond(|_| ok("evil"));
        let answer = reply("302 Found", &[("Location", &evil.url("/"))], "moved");
        let (outcome, story, request) = outcome(Script::answer(answer), asynchronous);
        assert_eq!(outcome, Ok(()));
        assert_eq!(status_code(&request), 302);
        assert_eq!(story.read_all(&request), Ok(b"moved".to_vec()));
        assert_eq!(evil.connections(), 0);
    }
}

#[test]
fn a_refusal_that_ends_the_connection() {
    for asynchronous in BOTH {
        let answer = reply("403 Forbidden", &[("Connection", "close")], "no");
        let (outcome, story, request) = outcome(Script::answer(answer).close(), asynchronous);
        assert_eq!(outcome, Ok(()));
        story.told(&format!("{TO_ANSWER} RECEIVED COMPLETE"));
        assert_eq!(status_code(&request), 403);
        assert_eq!(story.read_all(&request), Ok(b"no".to_vec()));
        let again = story.client.request("GET", "/", SECURE);
        story.send(&again).expect("another connection");
        assert_eq!(story.server.connections(), 2);
    }
}

/// The program goes on as if there was a server: what it writes is nobody's.
#[test]
fn a_refusal_of_a_request_in_pieces() {
    for asynchronous in BOTH {
        let answer = reply("407 Proxy Authentication Required", &[], "who?");
        let server = Server::repeat(Script::answer(answer));
        let story = story_through(server, "", LOCALHOST, asynchronous);
        let request = story.client.request("POST", "/", SECURE);
        let recorder = story.client.recorder;
        let raw = request.raw();
        let mut count = 0;
        // SAFETY: no pointer but to ten bytes and a DWORD.
        unsafe {
            let started = check(HttpSendRequestExA(raw, null_mut(), null_mut(), 0, 0));
            finish(started, recorder).expect("CONNECT was answered");
            let piece = b"0123456789".as_ptr().cast();
            check(InternetWriteFile(raw, piece, 10, &mut count)).expect("written");
            let ended = check(HttpEndRequestA(raw, null_mut(), 0, 0));
            finish(ended, recorder).expect("the answer was there");
        }
        assert_eq!(count, 10);
        assert_eq!(status_code(&request), 407);
        assert_eq!(story.read_all(&request), Ok(b"who?".to_vec()));
        assert_eq!(story.server.requests().len(), 1);
    }
}

/// The time to connect covers the tunnel, and a byte now and then does not lengthen it.
#[test]
fn a_slow_proxy_times_out() {
    let slow = || {
        let long = head("200 OK", &[("X-Long", &"x".repeat(100_000))]);
        Script::new().read_head().send_slowly(long, 1)
    };
    for script in [Script::new().read_head(), slow()] {
        for asynchronous in BOTH {
            let story = story_through(Server::repeat(script.clone()), "", LOCALHOST, asynchronous);
            let request = story.client.request("GET", "/", SECURE);
            set_option_u32(&request, INTERNET_OPTION_CONNECT_TIMEOUT, 300).expect("set");
            let begun = Instant::now();
            assert_eq!(story.send(&request), Err(ERROR_INTERNET_TIMEOUT));
            let took = begun.elapsed();
            assert!(took >= Duration::from_millis(290), "{took:?}");
            assert!(took < Duration::from_secs(5), "{took:?}");
            story.told(&format!("{TO_ANSWER} CLOSING CLOSED COMPLETE"));
        }
    }
}

#[test]
fn closing_while_the_tunnel_is_asked_for() {
    for asynchronous in BOTH {
        let server = Server::repeat(Script::new().read_head());
        let story = story_through(server, "", LOCALHOST, asynchronous);
        let (asked, told) = (Latch::new(), INTERNET_STATUS_RECEIVING_RESPONSE);
        let tell = asked.clone();
        story.client.recorder.on(told, move |_| tell.release());
        let request = story.client.request("GET", "/", SECURE);
        let value = request.value();
        let closer = std::thread::spawn(move || {
            asked.wait();
            close_value(value)
        });
        let cancelled = Err(ERROR_INTERNET_OPERATION_CANCELLED);
        assert_eq!(story.send(&request), cancelled);
        assert_eq!(closer.join().expect("no panic"), Ok(()));
        story.client.recorder.wait_closing();
        story.told(&format!(
            "{TO_ANSWER} CLOSING CLOSED COMPLETE HANDLE_CLOSING"
        ));
    }
}

/// A kept tunnel that is found dead is made anew in silence, whatever has ended it.
#[test]
fn a_dead_tunnel_is_made_again() {
    certs::authority_file();
    for asynchronous in BOTH {
        let once = Script::answer(established()).tls(&certs::good());
        let once = once.then_answer(ok("1"));
        let server = Server::scripts([once.clone().close(), once]);
        let story = story_through(server, "", LOCALHOST, asynchronous);
        let first = story.client.request("GET", "/1", SECURE);
        story.send(&first).expect("an answer");
        story.read_all(&first).expect("a body");
        story.server.wait_ended(1);
        let second = story.client.request("GET", "/2", SECURE);
        story.send(&second).expect("an answer");
        let methods: Vec<_> = story
            .server
            .recorded()
            .iter()
            .map(|it| it.method())
            .collect();
        assert_eq!(methods, ["CONNECT", "GET", "CONNECT", "GET"]);
    }
}

#[test]
fn the_certificate_is_the_servers() {
    for asynchronous in BOTH {
        let script = Script::answer(established()).tls(&certs::wrong_name());
        let (outcome, story, _request) = outcome(script, asynchronous);
        assert_eq!(outcome, Err(ERROR_INTERNET_SEC_CERT_CN_INVALID));
        story.told(&format!("{TO_ANSWER} RECEIVED CLOSING CLOSED COMPLETE"));
    }
}

/// Nobody takes the connection: one failure like a server's.
#[test]
fn a_proxy_that_is_not_there() {
    for asynchronous in BOTH {
        let refused = RefusedPort::new();
        let proxies = format!("127.0.0.1:{}", refused.port());
        for flags in [0, SECURE] {
            let client = client_through(asynchronous, &proxies, LOCALHOST);
            let request = client.request("GET", "/", flags);
            assert_eq!(client.send(&request), Err(ERROR_INTERNET_CANNOT_CONNECT));
        }
    }
}

#[test]
fn the_next_proxy_is_tried() {
    certs::authority_file();
    for asynchronous in BOTH {
        for flags in [0, SECURE] {
            let refused = RefusedPort::new();
            let server = match flags {
                0 => Server::respond(|_| ok("second")),
                _ => tunnels(&certs::good(), |_| ok("second")),
            };
            let ports = (refused.port(), server.port());
            let proxies = format!("127.0.0.1:{} 127.0.0.1:{}", ports.0, ports.1);
            let client = client_through(asynchronous, &proxies, LOCALHOST);
            let story = Story::with(server, client, asynchronous);
            let request = story.client.request("GET", "/", flags);
            story.send(&request).expect("the second proxy");
            let tunnel = if flags == 0 {
                ""
            } else {
                "SENDING SENT RECEIVING RECEIVED"
            };
            story.told(&format!(
                "CREATED CONNECTING CONNECTING CONNECTED {tunnel} SENDING SENT RECEIVING RECEIVED \
                 COMPLETE"
            ));
            assert_eq!(story.read_all(&request), Ok(b"second".to_vec()));

            // For a while the first is not tried again, so long as there is another.
            let again = story.client.request("GET", "/", flags);
            story.send(&again).expect("the second proxy");
            story.told(REUSED);
        }
    }
}

/// Each proxy has its time to connect.
#[test]
fn the_next_proxy_is_tried_after_a_timeout() {
    let silent = SilentPort::new();
    for asynchronous in BOTH {
        let server = Server::respond(|_| ok("second"));
        let proxies = format!("127.0.0.1:{};127.0.0.1:{}", silent.port(), server.port());
        let client = client_through(asynchronous, &proxies, LOCALHOST);
        let request = client.get("/");
        set_option_u32(&request, INTERNET_OPTION_CONNECT_TIMEOUT, 200).expect("set");
        client.send(&request).expect("the second proxy");
        assert_eq!(status_code(&request), 200);
    }
}

/// A proxy that took the connection is not replaced: the server may have got the request.
#[test]
fn a_proxy_that_fails_later_is_the_last() {
    for asynchronous in BOTH {
        let first = Server::repeat(Script::new().read_head().close());
        let second = Server::respond(|_| ok("second"));
        let proxies = format!("127.0.0.1:{} 127.0.0.1:{}", first.port(), second.port());
        let client = client_through(asynchronous, &proxies, LOCALHOST);
        let request = client.get("/");
        assert_eq!(
            client.send(&request),
            Err(ERROR_HTTP_INVALID_SERVER_RESPONSE)
        );
        assert_eq!(second.connections(), 0);
    }
}
