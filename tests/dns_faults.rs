//! Look-ups that hang. A binary of its own, for its getaddrinfo and for the two threads that look up.

#![allow(unsafe_code)]

mod support;

#[path = "closing/resolver.rs"]
mod resolver;

use resolver::{quick_name, SlowName};
use support::reply::ok;
use support::*;
use wininet::abi::*;

/// A session of either kind, and a request to that host.
fn ask(asynchronous: bool, host: &str, port: u16, timeout: u32) -> (Client, Handle) {
    let session = session(asynchronous);
    listen(&session);
    let connection = connect_to(&session, host, port, 0).expect("a connection handle");
    let recorder = Recorder::new();
    let client = Client {
        session,
        connection,
        recorder,
    };
    let request = client.get("/");
    set_option_u32(&request, INTERNET_OPTION_CONNECT_TIMEOUT, timeout).expect("set");
    (client, request)
}

/// One test, since there are two threads to be kept busy: a look-up that hangs ends with the connect timeout;
/// two of them hold up whoever wants a third name, and nobody else; and that one too goes on when one of
/// them has ended.
#[test]
fn lookups_that_hang() {
    let server = Server::respond(|_| ok("fine"));
    let known = quick_name();
    let (client, request) = ask(false, &known, server.port(), 20_000);
    client.send(&request).expect("found at once");
    for asynchronous in BOTH {
        let slow = [SlowName::new(), SlowName::new()];
        for name in &slow {
            for patient in BOTH {
                let (client, request) = ask(patient, &name.host, server.port(), 150);
                assert_eq!(client.send(&request), Err(ERROR_INTERNET_TIMEOUT));
                client.recorder.wait_idle();
                let told = client.recorder.names().join(" ");
                let expected = ["CREATED RESOLVING", "CREATED RESOLVING COMPLETE"];
                assert_eq!(told, expected[usize::from(patient)]);
            }
            name.wait_lookup();
        }
        // Both threads hang now, although nobody waits for them.
        for host in ["127.0.0.1", &known] {
            let (client, request) = ask(asynchronous, host, server.port(), 20_000);
            assert_eq!(client.send(&request), Ok(()), "{host}");
        }
        let third = quick_name();
        let (client, request) = ask(asynchronous, &third, server.port(), 150);
        assert_eq!(client.send(&request), Err(ERROR_INTERNET_TIMEOUT));
        slow[0].release();
        let (client, request) = ask(asynchronous, &third, server.port(), 20_000);
        assert_eq!(client.send(&request), Ok(()));
    }
    assert!(support::threads::library_threads().len() <= 4);
}
