//! What is for one party and must not reach another: logins and cookies where proxies take each other's
//! place, and servers and proxies that are never content.
#![allow(unsafe_code)]

mod support;

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use support::cookies::get_cookie;
use support::login::*;
use support::ports::RefusedPort;
use support::proxy::client_through;
use support::reply::{ok, reply, Request};
use support::*;
use wininet::abi::*;

const HOST: (&str, u16) = ("host.test", 80);
const ROUND: &str = "SENDING SENT RECEIVING RECEIVED";

fn said(request: &Request) -> Option<String> {
    request.header("Proxy-Authorization")
}

fn logins(server: &Server) -> Vec<Option<String>> {
    server.recorded().iter().map(said).collect()
}

fn refusal(more: &[(&str, &str)]) -> Vec<u8> {
    let headers = [&[("Proxy-Authenticate", "Basic realm=p")][..], more].concat();
    reply("407 Proxy Authentication Required", &headers, "who?")
}

/// A proxy that wants to know who asks.
fn wants_login() -> Server {
    Server::respond(|request| match said(request) {
        Some(_) => ok("come in"),
        None => refusal(&[]),
    })
}

/// The login in the list is the first proxy's; the second one asks in vain.
#[test]
fn a_detour_has_no_login_of_the_first_proxy() {
    for asynchronous in BOTH {
        let (refused, second) = (RefusedPort::new(), wants_login());
        let ports = (refused.port(), second.port());
        let list = format!(
            "http://user:pass@127.0.0.1:{} 127.0.0.1:{}",
            ports.0, ports.1
        );
        let client = client_through(asynchronous, &list, HOST);
        let story = Story::with(second, client, asynchronous);
        let request = story.get("/");
        story.send(&request).expect("an answer");
        assert_eq!(status_code(&request), 407);
        story.told(&format!(
            "CREATED CONNECTING CONNECTING CONNECTED {ROUND} COMPLETE"
        ));
        assert_eq!(logins(&story.server), [None]);
    }
}

/// Nor what is known of the first one, which is sent at once.
#[test]
fn a_detour_has_no_remembered_login() {
    for asynchronous in BOTH {
        let (first, second) = (wants_login(), Server::respond(|_| ok("by the second")));
        let second = kept(second);
        let ports = (first.port(), second.port());
        let list = format!(
            "http://user:pass@127.0.0.1:{} 127.0.0.1:{}",
            ports.0, ports.1
        );
        let client = client_through(asynchronous, &list, HOST);
        client.send(&client.get("/")).expect("an answer");
        assert_eq!(logins(&first), [None, Some(BASIC.into())]);
        drop(first);
        let request = client.get("/");
        client.send(&request).expect("an answer");
        assert_eq!(status_code(&request), 200);
        assert_eq!(logins(second), [None]);
    }
}

/// A login for any proxy answers the second one too.
#[test]
fn a_detour_may_ask_for_the_login_of_the_options() {
    for asynchronous in BOTH {
        let (refused, second) = (RefusedPort::new(), wants_login());
        let second = kept(second);
        let list = format!("127.0.0.1:{} 127.0.0.1:{}", refused.port(), second.port());
        let client = client_through(asynchronous, &list, HOST);
        let request = client.get("/");
        set_option_text(&request, INTERNET_OPTION_PROXY_USERNAME, "user").expect("set");
        set_option_text(&request, INTERNET_OPTION_PROXY_PASSWORD, "pass").expect("set");
        client.send(&request).expect("an answer");
        assert_eq!(status_code(&request), 200);
        assert_eq!(logins(second), [None, Some(BASIC.into())]);
    }
}

/// Each proxy is spoken to in its own way.
#[test]
fn a_detour_may_be_of_another_kind() {
    for asynchronous in BOTH {
        let (refused, second) = (RefusedPort::new(), Server::respond(|_| ok("by the second")));
        let second = kept(second);
        let ports = (refused.port(), second.port());
        let list = format!("socks5://127.0.0.1:{} 127.0.0.1:{}", ports.0, ports.1);
        let client = client_through(asynchronous, &list, HOST);
        let request = client.get("/path");
        client.send(&request).expect("an answer");
        let lines: Vec<String> = second.recorded().iter().map(Request::line).collect();
        assert_eq!(lines, ["GET http://host.test/path HTTP/1.1"]);
    }
}

/// A body goes along on the detour, which every proxy of the list is tried once for.
#[test]
fn a_detour_carries_the_body() {
    for asynchronous in BOTH {
        let last = kept(Server::respond(|_| ok("done")));
        let [first, second] = [(); 2].map(|()| RefusedPort::new());
        let none = format!("127.0.0.1:{} 127.0.0.1:{}", first.port(), second.port());
        let list = format!("{none} 127.0.0.1:{}", last.port());
        let client = client_through(asynchronous, &list, HOST);
        let request = client.request("POST", "/", 0);
        let sent = send_with(&request, "", b"the body");
        finish(sent, client.recorder).expect("an answer");
        assert_eq!(last.recorded()[0].body, b"the body");

        let client = client_through(asynchronous, &none, HOST);
        let request = client.get("/");
        assert_eq!(client.send(&request), Err(ERROR_INTERNET_CANNOT_CONNECT));
    }
}

/// A server and a proxy that take turns in asking find an end too.
#[test]
fn two_who_are_never_content() {
    for asynchronous in BOTH {
        let count = AtomicUsize::new(0);
        let server = Server::respond(move |_| {
            let turn = count.fetch_add(1, Ordering::Relaxed);
            let nonce = format!("Digest realm=x, qop=auth, nonce=\"{turn}\"");
            match turn % 2 {
                0 => unauthorized(&[&nonce]),
                _ if turn > 100 => ok("it had no end"),
                _ => reply("407 No", &[("Proxy-Authenticate", &nonce)], "who?"),
            }
        });
        let server = kept(server);
        let list = format!("127.0.0.1:{}", server.port());
        let client = client_through(asynchronous, &list, HOST);
        let request = client.get("/");
        log_in(&request, "user", "pass").expect("set");
        client.send(&request).expect("an answer");
        assert!(matches!(status_code(&request), 401 | 407));
        assert!(server.recorded().len() <= 12);
    }
}

/// A cookie that a proxy sets when it wants a login is not the server's.
#[test]
fn a_refusal_of_a_proxy_sets_no_cookie() {
    for (host, asynchronous) in [("blocking.test", false), ("behind.test", true)] {
        let proxy = Server::respond(|request| match said(request) {
            Some(_) => ok("come in"),
            None => refusal(&[("Set-Cookie", "proxys=1")]),
        });
        let list = format!("http://user:pass@127.0.0.1:{}", proxy.port());
        let client = client_through(asynchronous, &list, (host, 80));
        let story = Story::with(proxy, client, asynchronous);
        let request = story.get("/");
        story.send(&request).expect("an answer");
        assert_eq!(status_code(&request), 200);
        story.told(TWO_ROUNDS);
        assert_eq!(story.server.recorded()[1].header("Cookie"), None);
        let url = format!("http://{host}/");
        assert_eq!(get_cookie(&url), Err(ERROR_NO_MORE_ITEMS));
    }
}

/// The rest of a challenge has the time of one wait, however often a byte of it comes.
#[test]
fn the_rest_of_a_challenge_that_dribbles_is_given_up() {
    for asynchronous in BOTH {
        let body = "x".repeat(20_000);
        let challenge = format!(
            "HTTP/1.1 401 No\r\nWWW-Authenticate: Basic realm=x\r\nContent-Length: {}\r\n\r\n",
            body.len()
        );
        let server = Server::scripts([
            Script::new()
                .read_request()
                .send(challenge)
                .step(support::script::Step::SendSlowly {
                    bytes: body.into(),
                    chunk: 1,
                    pace: Duration::from_millis(10),
                }),
            Script::answer(ok("come in")),
        ]);
        let story = story(server, asynchronous);
        let request = request_as_user(story, "GET", "/", 0);
        set_option_u32(&request, INTERNET_OPTION_RECEIVE_TIMEOUT, 200).expect("set");
        story.send(&request).expect("an answer");
        story.told(&format!(
            "CREATED CONNECTING CONNECTED {ROUND} CLOSING CLOSED CONNECTING CONNECTED {ROUND} \
             COMPLETE"
        ));
        assert_eq!(status_code(&request), 200);
    }
}
