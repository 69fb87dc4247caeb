//! Credentials for proxies: 407 to requests that they forward and to CONNECT
//! (sections 3 and 5 of the contract).
#![allow(unsafe_code)]

mod support;

use std::ptr::null_mut;

use support::login::*;
use support::proxy::{answer_until_closed, client_through, established};
use support::reply::{ok, reply, Request};
use support::*;
use wininet::abi::*;
use wininet::ffi::*;

const HOST: (&str, u16) = ("host.test", 8080);
const LOCALHOST: (&str, u16) = ("localhost", 4443);
const SECURE: u32 = INTERNET_FLAG_SECURE;
/// What is told of one request and its answer.
const ROUND: &str = "SENDING SENT RECEIVING RECEIVED";

fn refusal(challenge: &str) -> Vec<u8> {
    let headers = [("Proxy-Authenticate", challenge)];
    reply("407 Proxy Authentication Required", &headers, "who?")
}

/// A story through a proxy that never ends, as [`support::login::story`] has it.
fn story_through(server: Server, target: (&str, u16), asynchronous: bool) -> &'static Story {
    let proxies = format!("127.0.0.1:{}", server.port());
    let client = client_through(asynchronous, &proxies, target);
    kept(Story::with(server, client, asynchronous))
}

fn said(request: &Request) -> Option<String> {
    request.header("Proxy-Authorization")
}

/// A proxy that forwards what says `value`.
fn forwards(challenge: &'static str) -> Server {
    Server::respond(move |request| match said(request).is_some() {
        true => ok("by proxy"),
        false => refusal(challenge),
    })
}

/// A proxy that makes tunnels for who says anything, to a server that answers by `answer`.
fn tunnels(
    challenge: &'static str,
    answer: impl Fn(&Request) -> Vec<u8> + Send + Sync + 'static,
) -> Server {
    certs::authority_file();
    let config = certs::good();
    Server::serve(move |connection| {
        while said(&connection.read_head()?).is_none() {
            connection.send(refusal(challenge))?;
        }
        connection.send(established())?;
        connection.accept_tls(&config)?;
        answer_until_closed(connection, &answer)
    })
}

fn log_in_to_proxy(handle: &Handle) {
    set_option_text(handle, INTERNET_OPTION_PROXY_USERNAME, "user").expect("set");
    set_option_text(handle, INTERNET_OPTION_PROXY_PASSWORD, "pass").expect("set");
}

#[test]
fn a_forwarded_request_is_sent_again() {
    for asynchronous in BOTH {
        let story = story_through(forwards("Basic realm=p"), HOST, asynchronous);
        let request = story.get("/path");
        log_in_to_proxy(&request);
        story.send(&request).expect("an answer");
        story.told(TWO_ROUNDS);
        assert_eq!(story.read_all(&request), Ok(b"by proxy".to_vec()));
        let sent = story.server.recorded();
        assert_eq!(said(&sent[0]), None);
        assert_eq!(said(&sent[1]).as_deref(), Some(BASIC));
        assert_eq!(sent[1].header("Authorization"), None);
        assert_eq!(sent[1].line(), "GET http://host.test:8080/path HTTP/1.1");
        assert_eq!(story.server.connections(), 1);

        // Known now, for every host behind it.
        let other = client_through(
            asynchronous,
            &format!("127.0.0.1:{}", story.server.port()),
            ("other.test", 80),
        );
        other.send(&other.get("/")).expect("an answer");
        let sent = story.server.recorded();
        assert_eq!(sent.len(), 3);
        assert_eq!(said(&sent[2]).as_deref(), Some(BASIC));
    }
}

/// CONNECT is sent again on the connection that refused it; nothing of it goes through the tunnel.
#[test]
fn a_tunnel_is_asked_for_again() {
    for asynchronous in BOTH {
        let server = tunnels("Basic realm=p", |_| ok("secret"));
        let story = story_through(server, LOCALHOST, asynchronous);
        let request = story.client.request("GET", "/path", SECURE);
        log_in_to_proxy(&request);
        story.send(&request).expect("an answer");
        story.told(&format!(
            "CREATED CONNECTING CONNECTED {ROUND} {ROUND} {ROUND} COMPLETE"
        ));
        assert_eq!(story.read_all(&request), Ok(b"secret".to_vec()));
        let sent = story.server.recorded();
        let lines: Vec<String> = sent.iter().map(Request::line).collect();
        let connect = "CONNECT localhost:4443 HTTP/1.1";
        assert_eq!(lines, [connect, connect, "GET /path HTTP/1.1"]);
        let logins: Vec<_> = sent.iter().map(said).collect();
        assert_eq!(logins, [None, Some(BASIC.into()), None]);
        assert_eq!(story.server.connections(), 1);
    }
}

#[test]
fn a_refusal_may_close_the_connection() {
    certs::authority_file();
    for asynchronous in BOTH {
        let config = certs::good();
        let server = Server::serve(move |connection| {
            if said(&connection.read_head()?).is_none() {
                let headers = [
                    ("Proxy-Authenticate", "Basic realm=p"),
                    ("Connection", "close"),
                ];
                connection.send(reply("407 No", &headers, "who?"))?;
                connection.close();
                return Ok(());
            }
            connection.send(established())?;
            connection.accept_tls(&config)?;
            answer_until_closed(connection, &|_: &Request| ok("secret"))
        });
        let story = story_through(server, LOCALHOST, asynchronous);
        let request = story.client.request("GET", "/", SECURE);
        log_in_to_proxy(&request);
        story.send(&request).expect("an answer");
        story.told(&format!(
            "CREATED CONNECTING CONNECTED {ROUND} CLOSING CLOSED CONNECTING CONNECTED {ROUND} \
             {ROUND} COMPLETE"
        ));
        assert_eq!(status_code(&request), 200);
    }
}

/// The digest is over what the proxy is asked for.
#[test]
fn digest_names_what_the_proxy_sees() {
    let challenge = "Digest realm=p, nonce=n, qop=\"auth-int\"";
    for asynchronous in BOTH {
        let story = story_through(forwards(challenge), HOST, asynchronous);
        let request = story.client.request("POST", "/path?q", 0);
        log_in_to_proxy(&request);
        let started = send_with(&request, "X: y\r\n", b"body");
        finish(started, story.client.recorder).expect("an answer");
        let value = said(&story.server.recorded()[1]).expect("a login");
        let uri = "uri=\"http://host.test:8080/path?q\"";
        assert!(value.contains(uri), "{value}");

        let story = story_through(tunnels(challenge, |_| ok("")), LOCALHOST, asynchronous);
        let request = story.client.request("POST", "/path", SECURE);
        log_in_to_proxy(&request);
        let started = send_with(&request, "X: y\r\n", b"body");
        finish(started, story.client.recorder).expect("an answer");
        assert_eq!(status_code(&request), 200);
        let value = said(&story.server.recorded()[1]).expect("a login");
        assert!(value.contains("uri=\"localhost:4443\""), "{value}");
    }
}

/// One after the other, in one send.
#[test]
fn proxy_and_server_may_both_ask() {
    for asynchronous in BOTH {
        let server = Server::respond(|request: &Request| {
            match (said(request).is_some(), request.header("Authorization")) {
                (false, _) => refusal("Basic realm=p"),
                (true, None) => unauthorized(&["Basic realm=s"]),
                (true, Some(_)) => ok("come in"),
            }
        });
        // The server's login is remembered by its name.
        let host = if asynchronous {
            "both.test"
        } else {
            "two.test"
        };
        let story = story_through(server, (host, 80), asynchronous);
        let request = story.get("/");
        log_in_to_proxy(&request);
        log_in(&request, "us", "er").expect("set");
        story.send(&request).expect("an answer");
        story.told(&format!(
            "CREATED CONNECTING CONNECTED {ROUND} {ROUND} {ROUND} COMPLETE"
        ));
        assert_eq!(status_code(&request), 200);
        let last = &story.server.recorded()[2];
        assert_eq!(said(last).as_deref(), Some(BASIC));
        let login = last.header("Authorization");
        assert_eq!(login.as_deref(), Some("Basic dXM6ZXI="));
    }
}

/// Microsoft has the server's login tried where the proxy has none. A tunnel is there to keep it from
/// the proxy.
#[test]
fn the_servers_login_is_tried_but_for_tunnels() {
    for asynchronous in BOTH {
        let story = story_through(forwards("Basic realm=p"), HOST, asynchronous);
        let request = story.get("/");
        log_in(&request, "user", "pass").expect("set");
        story.send(&request).expect("an answer");
        assert_eq!(status_code(&request), 200);

        let server = tunnels("Basic realm=p", |_| ok(""));
        let story = story_through(server, LOCALHOST, asynchronous);
        let request = story.client.request("GET", "/", SECURE);
        log_in(&request, "user", "pass").expect("set");
        story.send(&request).expect("no error");
        assert_eq!(status_code(&request), 407);
        assert_eq!(story.read_all(&request), Ok(b"who?".to_vec()));
        assert_eq!(story.server.recorded().len(), 1);
    }
}

/// A proxy does not ask for the server, nor a server for the proxy.
#[test]
fn nobody_asks_for_another() {
    for asynchronous in BOTH {
        let server = Server::respond(|_| unauthorized(&["Basic realm=x"]));
        let story = story_through(server, LOCALHOST, asynchronous);
        let request = story.client.request("GET", "/", SECURE);
        log_in(&request, "user", "pass").expect("set");
        story.send(&request).expect("no error");
        assert_eq!(status_code(&request), 401);
        assert_eq!(story.server.recorded().len(), 1);

        let server = tunnels("Basic realm=p", |_| refusal("Basic realm=p"));
        let story = story_through(server, LOCALHOST, asynchronous);
        let request = story.client.request("GET", "/", SECURE);
        log_in_to_proxy(&request);
        story.send(&request).expect("no error");
        assert_eq!(status_code(&request), 407);
        let sent = story.server.recorded();
        assert_eq!(sent.len(), 3);
        assert_eq!(said(&sent[2]), None);
    }
}

/// No piece has gone out when a tunnel is refused: the program need not know of it.
#[test]
fn pieces_wait_for_the_tunnel() {
    for asynchronous in BOTH {
        let server = tunnels("Basic realm=p", |_| ok("got it"));
        let story = story_through(server, LOCALHOST, asynchronous);
        let request = story.client.request("POST", "/form", SECURE);
        log_in_to_proxy(&request);
        let (raw, recorder, mut count) = (request.raw(), story.client.recorder, 0);
        let line = c"Content-Length: 4".as_ptr();
        // SAFETY: everything outlives the calls.
        unsafe {
            check(HttpAddRequestHeadersA(
                raw,
                line,
                u32::MAX,
                HTTP_ADDREQ_FLAG_ADD,
            ))
            .unwrap();
            let started = HttpSendRequestExA(raw, null_mut(), null_mut(), 0, 0);
            finish(check(started), recorder).expect("the head");
            let written = InternetWriteFile(raw, b"body".as_ptr().cast(), 4, &mut count);
            check(written).expect("written");
            let ended = HttpEndRequestA(raw, null_mut(), 0, 0);
            finish(check(ended), recorder).expect("an answer");
        }
        assert_eq!(status_code(&request), 200);
        let last = story.server.recorded().pop().unwrap();
        assert_eq!(
            (last.line(), last.body),
            ("POST /form HTTP/1.1".into(), b"body".to_vec())
        );
    }
}

/// The list of proxies may name a user.
#[test]
fn a_list_names_a_user() {
    for asynchronous in BOTH {
        let server = forwards("Basic realm=p");
        let proxies = format!("http://user:pass@127.0.0.1:{}", server.port());
        let client = client_through(asynchronous, &proxies, HOST);
        let story = kept(Story::with(server, client, asynchronous));
        let request = story.get("/");
        story.send(&request).expect("an answer");
        assert_eq!(status_code(&request), 200);
        assert_eq!(said(&story.server.recorded()[1]).as_deref(), Some(BASIC));
    }
}

/// Servers are left without, the proxy is not.
#[test]
fn suppressing_is_for_servers() {
    for asynchronous in BOTH {
        let server = Server::respond(|request| match said(request).is_some() {
            true => unauthorized(&["Basic realm=s"]),
            false => refusal("Basic realm=p"),
        });
        let story = story_through(server, HOST, asynchronous);
        let request = story.get("/");
        log_in_to_proxy(&request);
        log_in(&request, "user", "pass").expect("set");
        set_option(request.raw(), INTERNET_OPTION_SUPPRESS_SERVER_AUTH).expect("set");
        story.send(&request).expect("no error");
        assert_eq!(status_code(&request), 401);
        assert_eq!(story.server.recorded().len(), 2);
    }
}
