//! SOCKS proxies: each version, http and https through them, what is told, and refusals.

mod support;

use std::io;
use std::time::{Duration, Instant};

use support::proxy::{answer_until_closed, client_through, story_through};
use support::reply::ok;
use support::*;
use wininet::abi::*;

const HOST: (&str, u16) = ("host.test", 0x1234);
const V5_GRANTED: &[u8] = b"\x05\0\0\x01\0\0\0\0\0\0";
const V4_GRANTED: &[u8] = b"\0\x5a\0\0\0\0\0\0";

/// What the proxy is to hear and then says, in turns; then it is the server itself.
type Talk = &'static [(&'static [u8], &'static [u8])];

fn proxy(talk: Talk, secure: bool) -> Server {
    Server::serve(move |connection| {
        for (expected, answer) in talk {
            let heard = connection.read_exactly(expected.len())?;
            if heard != *expected {
                return Err(io::Error::other(format!("heard {heard:?}")));
            }
            connection.send(answer)?;
        }
        if secure {
            connection.accept_tls(&certs::good())?;
        }
        answer_until_closed(connection, &|_| ok("by SOCKS"))
    })
}

const V5_NAME: Talk = &[
    (b"\x05\x01\0", b"\x05\0"),
    (b"\x05\x01\0\x03\x09host.test\x12\x34", V5_GRANTED),
];

#[test]
fn each_version_leads_to_the_server() {
    let table: [(&str, &str, Talk); 6] = [
        ("socks=socks5://", "host.test", V5_NAME),
        ("socks5h://", "host.test", V5_NAME),
        (
            "socks5://me:p%40ss@",
            "host.test",
            &[
                (b"\x05\x02\0\x02", b"\x05\x02"),
                (b"\x01\x02me\x04p@ss", b"\x01\0"),
                (b"\x05\x01\0\x03\x09host.test\x12\x34", V5_GRANTED),
            ],
        ),
        (
            "socks=socks5://",
            "10.1.2.3",
            &[
                (b"\x05\x01\0", b"\x05\0"),
                (b"\x05\x01\0\x01\x0a\x01\x02\x03\x12\x34", V5_GRANTED),
            ],
        ),
        (
            "http=socks4a://me@",
            "host.test",
            &[(b"\x04\x01\x12\x34\0\0\0\x01me\0host.test\0", V4_GRANTED)],
        ),
        // As Windows has it.
        (
            "socks=",
            "10.1.2.3",
            &[(b"\x04\x01\x12\x34\x0a\x01\x02\x03\0", V4_GRANTED)],
        ),
    ];
    for (prefix, host, talk) in table {
        for asynchronous in BOTH {
            let story = story_through(proxy(talk, false), prefix, (host, 0x1234), asynchronous);
            let request = story.get("/path");
            story.send(&request).expect(prefix);
            story.told(FIRST);
            assert_eq!(
                story.read_all(&request),
                Ok(b"by SOCKS".to_vec()),
                "{prefix}"
            );
            let sent = &story.server.recorded()[0];
            assert_eq!(sent.line(), "GET /path HTTP/1.1", "the server's own form");
            assert_eq!(sent.header("Host"), Some(format!("{host}:4660")));
            assert_eq!(sent.header("Proxy-Connection"), None);
            let flags = option_u32(&request, INTERNET_OPTION_REQUEST_FLAGS);
            assert_eq!(flags, Ok(INTERNET_REQFLAG_VIA_PROXY));

            // The connection leads to the server for good.
            let again = story.get("/again");
            story.send(&again).expect("the same connection");
            story.told(REUSED);
            assert_eq!(story.server.connections(), 1);
        }
    }
}

/// SOCKS 4 is told addresses: the name is looked up here, behind the connection to the proxy.
#[test]
fn version_4_has_names_looked_up_here() {
    const LOCAL: Talk = &[(b"\x04\x01\x12\x34\x7f\0\0\x01\0", V4_GRANTED)];
    for asynchronous in BOTH {
        let first = proxy(LOCAL, false);
        let story = story_through(first, "socks=", ("localhost", 0x1234), asynchronous);
        let request = story.get("/");
        story.send(&request).expect("an answer");
        let names = story.client.recorder.names().join(" ");
        let looked_up = names.contains("CONNECTED RESOLVING RESOLVED SENDING");
        assert!(looked_up || asynchronous, "{names}"); // the second time it is known
        assert_eq!(status_code(&request), 200);
    }
}

#[test]
fn a_name_that_is_not_found() {
    for asynchronous in BOTH {
        let target = ("no-such-host.invalid", 80);
        let server = Server::repeat(Script::new());
        let story = story_through(server, "socks=", target, asynchronous);
        let request = story.get("/");
        assert_eq!(story.send(&request), Err(ERROR_INTERNET_NAME_NOT_RESOLVED));
        story.told("CREATED CONNECTING CONNECTED RESOLVING CLOSING CLOSED COMPLETE");
    }
}

#[test]
fn tls_goes_through_it() {
    certs::authority_file();
    const TALK: Talk = &[
        (b"\x05\x01\0", b"\x05\0"),
        (b"\x05\x01\0\x03\x09localhost\x12\x34", V5_GRANTED),
    ];
    for asynchronous in BOTH {
        let target = ("localhost", 0x1234);
        let story = story_through(proxy(TALK, true), "socks5://", target, asynchronous);
        let request = story.client.request("GET", "/", INTERNET_FLAG_SECURE);
        story.send(&request).expect("an answer");
        story.told(FIRST);
        assert_eq!(story.read_all(&request), Ok(b"by SOCKS".to_vec()));
    }
}

/// Users are kept apart, and so are proxied and direct connections.
#[test]
fn connections_are_shared_by_the_same_user_alone() {
    const OPEN: Talk = &[
        (b"\x05\x02\0\x02", b"\x05\0"),
        (b"\x05\x01\0\x03\x09host.test\x12\x34", V5_GRANTED),
    ];
    for asynchronous in BOTH {
        let server = proxy(OPEN, false);
        let port = server.port();
        for (user, connections) in [("a", 1), ("a", 1), ("b", 2)] {
            let proxies = format!("socks5://{user}:x@127.0.0.1:{port}");
            let client = client_through(asynchronous, &proxies, HOST);
            let request = client.get("/");
            client.send(&request).expect("an answer");
            start_read(&request, 100)
                .expect("a body")
                .finish(client.recorder)
                .expect("it");
            assert_eq!(server.connections(), connections, "{user}");
        }
    }
}

#[test]
fn refusals_and_broken_answers() {
    let table: [(&str, &[u8], u32); 9] = [
        // Not allowed; no way to the host; a login is wanted; another version.
        (
            "socks5://",
            b"\x05\0\x05\x02\0\x01\0\0\0\0\0\0",
            ERROR_INTERNET_CANNOT_CONNECT,
        ),
        (
            "socks5://",
            b"\x05\0\x05\x04\0\x01\0\0\0\0\0\0",
            ERROR_INTERNET_CANNOT_CONNECT,
        ),
        ("socks5://", b"\x05\xff", ERROR_INTERNET_LOGIN_FAILURE),
        (
            "socks5://me:no@",
            b"\x05\x02\x01\x01",
            ERROR_INTERNET_LOGIN_FAILURE,
        ),
        (
            "socks5://",
            b"HTTP/1.1 400 Bad",
            ERROR_HTTP_INVALID_SERVER_RESPONSE,
        ),
        (
            "socks4a://",
            b"\0\x5b\0\0\0\0\0\0",
            ERROR_INTERNET_CANNOT_CONNECT,
        ),
        (
            "socks4a://",
            b"\0\x5d\0\0\0\0\0\0",
            ERROR_INTERNET_LOGIN_FAILURE,
        ),
        ("socks4a://", b"", ERROR_INTERNET_CONNECTION_ABORTED),
        (
            "socks5://",
            b"\x05\0\x05\0\0\x01",
            ERROR_INTERNET_CONNECTION_ABORTED,
        ),
    ];
    for (prefix, answer, error) in table {
        for asynchronous in BOTH {
            // It has said all before it has heard anything.
            let script = Script::new().send(answer).half_close();
            let story = story_through(Server::repeat(script), prefix, HOST, asynchronous);
            let request = story.get("/");
            assert_eq!(story.send(&request), Err(error), "{prefix} {answer:?}");
            story.told("CREATED CONNECTING CONNECTED CLOSING CLOSED COMPLETE");
        }
    }
}

/// No DNS name is so long, and SOCKS has one byte for its length.
#[test]
fn a_name_that_is_too_long() {
    let long = "n".repeat(256);
    for asynchronous in BOTH {
        let server = Server::repeat(Script::new());
        let story = story_through(server, "socks5://", (&long, 80), asynchronous);
        let request = story.get("/");
        assert_eq!(story.send(&request), Err(ERROR_INTERNET_NAME_NOT_RESOLVED));
    }
}

#[test]
fn a_silent_proxy_times_out() {
    for asynchronous in BOTH {
        for script in [Script::new(), Script::new().send("\x05")] {
            let script = script.read_exactly(3);
            let story = story_through(Server::repeat(script), "socks5://", HOST, asynchronous);
            let request = story.get("/");
            set_option_u32(&request, INTERNET_OPTION_CONNECT_TIMEOUT, 200).expect("set");
            let begun = Instant::now();
            assert_eq!(story.send(&request), Err(ERROR_INTERNET_TIMEOUT));
            assert!(begun.elapsed() >= Duration::from_millis(190));
        }
    }
}

#[test]
fn closing_during_the_handshake() {
    for asynchronous in BOTH {
        let begun = Latch::new();
        let script = Script::new().read_exactly(3).signal(&begun);
        let story = story_through(Server::repeat(script), "socks5://", HOST, asynchronous);
        let request = story.get("/");
        let value = request.value();
        let closer = std::thread::spawn(move || {
            begun.wait();
            close_value(value)
        });
        assert_eq!(
            story.send(&request),
            Err(ERROR_INTERNET_OPERATION_CANCELLED)
        );
        assert_eq!(closer.join().expect("no panic"), Ok(()));
        story.client.recorder.wait_closing();
        story.told("CREATED CONNECTING CONNECTED CLOSING CLOSED COMPLETE HANDLE_CLOSING");
    }
}
