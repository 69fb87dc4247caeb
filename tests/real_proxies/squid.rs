//! squid, which asks for credentials: Basic and Digest, for requests that it forwards and for
//! tunnels.

use super::{address, fetches, SECURE};
use crate::support::login::TWO_ROUNDS;
use crate::support::proxy::client_through;
use crate::support::reply::{ok, Request};
use crate::support::*;
use wininet::abi::*;

const BASIC: &str = "\
auth_param basic program /usr/lib/squid/basic_ncsa_auth @dir/users
auth_param basic children 1 startup=1
auth_param basic realm the realm
";
const DIGEST: &str = "\
auth_param digest program /usr/lib/squid/digest_file_auth -c @dir/digests
auth_param digest children 1 startup=1
auth_param digest realm the realm
";
const SCHEMES: [&str; 2] = [BASIC, DIGEST];

/// Nobody comes in who is not known.
const KNOWN: &str = "\
acl known proxy_auth REQUIRED
http_access allow known
http_access deny all
";

/// What is told of one request and its answer.
const ROUND: &str = "SENDING SENT RECEIVING RECEIVED";
/// What is told when a handle that there is already is sent once more.
const AGAIN: &str = "SENDING SENT RECEIVING RECEIVED COMPLETE";

/// Stories through a proxy with that configuration, to a server of http and one of https, in both
/// drivers; each has a proxy of its own, of which nothing is remembered.
fn each(lines: &str, user: &str, test: impl Fn(&Story, &Story)) {
    for asynchronous in BOTH {
        let Some(proxy) = Real::squid(lines) else {
            return;
        };
        let proxies = format!("{user}{}", address(&proxy));
        let story = |server: Server| {
            let client = client_through(asynchronous, &proxies, ("localhost", server.port()));
            Story::with(server, client, asynchronous)
        };
        let plain = Server::respond(echo);
        let secure = Server::respond_tls(certs::good(), echo);
        test(&story(plain), &story(secure));
    }
}

/// Each way of asking, for who is in the list of proxies as `user`.
fn each_scheme(user: &str, test: impl Fn(&Story, &Story)) {
    for scheme in SCHEMES {
        each(&format!("{scheme}{KNOWN}"), user, &test);
    }
}

fn log_in(handle: &Handle, password: &str) {
    set_option_text(handle, INTERNET_OPTION_PROXY_USERNAME, "joe").expect("set");
    set_option_text(handle, INTERNET_OPTION_PROXY_PASSWORD, password).expect("set");
}

/// Much of what is large, and otherwise what was asked for.
fn echo(request: &Request) -> Vec<u8> {
    match request.target() {
        path if path == "/large" => ok(vec![b'x'; 1_000_000]),
        path => ok(path),
    }
}

fn echoed(path: &str) -> (u32, Vec<u8>) {
    (200, path.into())
}

#[test]
fn http_and_https_without_credentials() {
    let Some(proxy) = Real::squid("http_access allow all") else {
        return;
    };
    for asynchronous in BOTH {
        fetches(&address(&proxy), asynchronous);
    }
}

/// Once asked, the login goes along with each request on the connection that is kept; squid keeps
/// it for itself.
#[test]
fn forwarded_requests() {
    each_scheme("", |plain, _| {
        let first = plain.get("/first?q=%20");
        log_in(&first, "secret");
        assert_eq!(plain.fetch(&first, TWO_ROUNDS), echoed("/first?q=%20"));
        for path in ["/second", "/third?q=1&r='", "/fourth,=;"] {
            assert_eq!(plain.fetch_once(plain.get(path), REUSED), echoed(path));
        }
        for request in plain.server.recorded() {
            assert_eq!(request.header("Proxy-Authorization"), None);
            assert_eq!(request.header("Authorization"), None);
        }
        plain.client.recorder.assert_sound();
    });
}

/// The tunnel is asked for twice, and then serves all; a second tunnel is asked for once.
#[test]
fn tunnels() {
    each_scheme("", |plain, secure| {
        let get = |path| secure.client.request("GET", path, SECURE);
        let first = get("/first");
        log_in(&first, "secret");
        let told = format!("CREATED CONNECTING CONNECTED {ROUND} {ROUND} {ROUND} COMPLETE");
        assert_eq!(secure.fetch(&first, &told), echoed("/first"));
        assert_eq!(secure.fetch_once(get("/second"), REUSED), echoed("/second"));
        // While there is more of the answer to come, the connection is not free.
        let large = get("/large");
        secure.send(&large).expect("an answer");
        secure.told(REUSED);
        let told = format!("CREATED CONNECTING CONNECTED {ROUND} {ROUND} COMPLETE");
        assert_eq!(secure.fetch_once(get("/other"), &told), echoed("/other"));
        assert_eq!(secure.read_all(&large).map(|it| it.len()), Ok(1_000_000));
        for request in secure.server.recorded() {
            assert_eq!(request.header("Proxy-Authorization"), None);
        }
        // The same proxy, the same login: for http too.
        let told = "CREATED CONNECTING CONNECTED SENDING SENT RECEIVING RECEIVED COMPLETE";
        assert_eq!(plain.fetch_once(plain.get("/"), told), echoed("/"));
    });
}

#[test]
fn the_list_of_proxies_names_joe() {
    each_scheme("http://joe:secret@", |plain, secure| {
        assert_eq!(plain.fetch_once(plain.get("/"), TWO_ROUNDS), echoed("/"));
        let request = secure.client.request("GET", "/s", SECURE);
        secure.send(&request).expect("an answer");
        assert_eq!(secure.read_all(&request), Ok(b"/s".to_vec()));
    });
}

/// 407 is the answer, with squid's own words and without the server having heard of it; the handle
/// serves the right password.
#[test]
fn the_wrong_password() {
    each_scheme("", |plain, secure| {
        for (story, flags) in [(plain, 0), (secure, SECURE)] {
            let request = story.client.request("GET", "/late", flags);
            log_in(&request, "wrong");
            let (status, body) = story.fetch(&request, TWO_ROUNDS);
            assert_eq!(status, 407);
            let body = String::from_utf8_lossy(&body);
            assert!(body.contains("Cache Access Denied"), "{body}");
            let asked = query(&request, HTTP_QUERY_PROXY_AUTHENTICATE).expect("a challenge");
            assert!(asked.contains("realm=\"the realm\""), "{asked}");
            assert!(story.server.recorded().is_empty());
        }
        let request = plain.get("/right");
        log_in(&request, "secret");
        plain.send(&request).expect("an answer");
        assert_eq!(plain.read_all(&request), Ok(b"/right".to_vec()));
    });
}

/// Without credentials 407 is an answer like others; the program asks its user and sends the same
/// handle once more.
#[test]
fn a_program_that_asks_then() {
    each_scheme("", |plain, secure| {
        let request = plain.get("/then");
        assert_eq!(plain.fetch(&request, FIRST).0, 407);
        log_in(&request, "secret");
        assert_eq!(plain.fetch(&request, AGAIN), echoed("/then"));

        let request = secure.client.request("GET", "/then", SECURE);
        secure.send(&request).expect("an answer");
        assert_eq!(secure.read_all(&request), Ok(b"/then".to_vec()));
    });
}

/// squid takes a nonce three times. With the third answer it names the next one, which spares the
/// round of being told that the old one is stale.
#[test]
fn a_nonce_that_ages() {
    let lines = format!("{DIGEST}auth_param digest nonce_max_count 3\n{KNOWN}");
    each(&lines, "http://joe:secret@", |plain, _| {
        assert_eq!(plain.fetch_once(plain.get("/"), TWO_ROUNDS), echoed("/"));
        let mut named = 0;
        for _ in 0..10 {
            let request = plain.get("/more");
            assert_eq!(plain.fetch(&request, REUSED), echoed("/more"));
            let raw = query(&request, HTTP_QUERY_RAW_HEADERS_CRLF).expect("the head");
            named += raw.matches("nextnonce=").count();
            plain.close(request, "HANDLE_CLOSING");
        }
        assert!(named >= 3, "{named}");
    });
}

/// A body that squid did not want at first is sent again. It never reads the rest of a long one: that
/// goes on another connection, also when it is the program that sends it once more. The longest does not
/// even go out: squid's answer comes before it has.
#[test]
fn a_body_goes_twice() {
    let longest: &'static [u8] = kept(vec![b'x'; 20_000_000]);
    let again = format!("CLOSING CLOSED CONNECTING CONNECTED {ROUND} COMPLETE");
    let bodies = [
        (10_000, format!("{ROUND} {ROUND} COMPLETE")),
        (300_000, format!("{ROUND} {again}")),
        (20_000_000, format!("SENDING RECEIVING RECEIVED {again}")),
    ];
    for (length, told) in bodies {
        let body = &longest[..length];
        each_scheme("http://joe:secret@", |plain, secure| {
            let connected = |rounds: &str| format!("CREATED CONNECTING CONNECTED {rounds}");
            post(plain, 0, body, &connected(&told));
            let tunnel = format!("{ROUND} {ROUND} COMPLETE");
            post(secure, SECURE, body, &connected(&tunnel));
        });
        each_scheme("", |plain, _| {
            let request = plain.client.request("POST", "/form", 0);
            let sent = send_with(&request, "", body);
            finish(sent, plain.client.recorder).expect("an answer");
            assert_eq!(status_code(&request), 407);
            log_in(&request, "secret");
            let sent = send_with(&request, "", body);
            finish(sent, plain.client.recorder).expect("an answer");
            assert_eq!(status_code(&request), 200);
            assert!(plain.server.recorded()[0].body == body);
        });
    }
}

fn post(story: &Story, flags: u32, body: &'static [u8], told: &str) {
    let request = story.client.request("POST", "/form", flags);
    let sent = send_with(&request, "", body);
    finish(sent, story.client.recorder).expect("an answer");
    story.told(told);
    assert_eq!(status_code(&request), 200);
    let recorded = story.server.recorded();
    assert!(recorded.len() == 1 && recorded[0].body == body);
}
