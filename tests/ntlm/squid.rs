//! squid, for which Samba's ntlm_auth takes part in the handshake: it knows one user and looks at the password.

use crate::support::proxy::client_through;
use crate::support::real::find;
use crate::support::reply::{ok, Request};
use crate::support::*;
use wininet::abi::*;

use super::ROUND;

/// Who was let in is told to the server, where squid sees the request.
const CONFIGURATION: &str = "\
auth_param @scheme program /usr/bin/ntlm_auth --configfile=/dev/null \
 --helper-protocol=@protocol --domain=DOM --username=user --password=pass
auth_param @scheme children 1 startup=1
auth_param @scheme keep_alive on
acl known proxy_auth REQUIRED
http_access allow known
http_access deny all
request_header_add X-User \"%un\"
";

/// A story through a squid of its own, which asks in that way.
fn story_through_squid(
    (scheme, protocol): (&str, &str),
    password: &str,
    server: Server,
    asynchronous: bool,
) -> Option<(Real, Story)> {
    find("ntlm_auth")?;
    let lines = CONFIGURATION.replace("@scheme", scheme);
    let squid = Real::squid(&lines.replace("@protocol", protocol))?;
    let proxies = format!("http://DOM%5Cuser:{password}@127.0.0.1:{}", squid.port(0));
    let client = client_through(asynchronous, &proxies, ("localhost", server.port()));
    Some((squid, Story::with(server, client, asynchronous)))
}

/// Both schemes, in both drivers.
fn each(password: &str, server: impl Fn() -> Server, test: impl Fn(&Story)) {
    for scheme in [("ntlm", "squid-2.5-ntlmssp"), ("negotiate", "gss-spnego")] {
        for asynchronous in BOTH {
            let story = story_through_squid(scheme, password, server(), asynchronous);
            let Some((_squid, story)) = story else { return };
            test(&story);
        }
    }
}

fn echo(request: &Request) -> Vec<u8> {
    ok(request.target())
}

/// Asked once, a connection of the user's own, two messages on it, and no more as long as it lasts.
#[test]
fn forwarded_requests() {
    each(
        "pass",
        || Server::respond(echo),
        |story| {
            let told = format!(
            "CREATED CONNECTING CONNECTED {ROUND} CONNECTING CONNECTED {ROUND} {ROUND} COMPLETE"
        );
            let first = story.get("/first");
            assert_eq!(story.fetch(&first, &told), (200, b"/first".to_vec()));
            for path in ["/second", "/third"] {
                let came = story.fetch_once(story.get(path), REUSED);
                assert_eq!(came, (200, path.as_bytes().to_vec()));
            }
            for request in story.server.recorded() {
                assert_eq!(request.header("Proxy-Authorization"), None);
                let user = request.header("X-User").expect("a user");
                assert!(user.eq_ignore_ascii_case("dom\\user"), "{user}");
            }
        },
    );
}

/// squid never reads the rest of a long body that it did not want. None is in the way of the handshake.
#[test]
fn a_body_that_is_not_wanted_at_first() {
    let body: &'static [u8] = kept(vec![b'x'; 5_000_000]);
    let server = || Server::respond(|request: &Request| ok(request.body.len().to_string()));
    each("pass", server, |story| {
        for length in [10, 300_000, 5_000_000] {
            let request = story.client.request("POST", "/", 0);
            let sent = send_with(&request, "", &body[..length]);
            finish(sent, story.client.recorder).expect("sent");
            assert_eq!(status_code(&request), 200);
            let came = story.read_all(&request);
            assert_eq!(came, Ok(length.to_string().into()));
        }
        assert_eq!(story.server.recorded().len(), 3);
    });
}

#[test]
fn tunnels() {
    each(
        "pass",
        || Server::respond_tls(certs::good(), echo),
        |story| {
            let fetch = |path: &str, line: &str| {
                let request = story.client.request("GET", path, INTERNET_FLAG_SECURE);
                add_headers(&request, line, HTTP_ADDREQ_FLAG_ADD).expect("added");
                story.send(&request).expect("sent");
                assert_eq!(status_code(&request), 200);
                assert_eq!(story.read_all(&request), Ok(path.as_bytes().to_vec()));
            };
            fetch("/first", "");
            fetch("/second", "");
            assert_eq!(story.server.connections(), 1);
            // What the program wants of its connection to the server is no affair of the proxy's.
            fetch("/third", "Connection: close");
            fetch("/fourth", "Connection: close");
            assert_eq!(story.server.connections(), 2);
        },
    );
}

/// Nobody is let in with it, and the server hears of nothing.
#[test]
fn the_wrong_password() {
    each(
        "wrong",
        || Server::respond(echo),
        |story| {
            for flags in [0, INTERNET_FLAG_SECURE] {
                let request = story.client.request("GET", "/", flags);
                story.send(&request).expect("an answer");
                assert_eq!(status_code(&request), 407);
            }
            assert!(story.server.recorded().is_empty());
        },
    );
}
