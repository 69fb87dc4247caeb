//! nginx and Apache ask for credentials: Basic and Digest, right ones and wrong
//! ones, from everywhere that a program may have put them.

use crate::support::login::{connect_as, log_in, TWO_ROUNDS};
use crate::support::*;
use wininet::abi::*;

const JOE: (&str, &str) = ("joe", "secret");
/// What is told when a handle that there is already is sent once more.
const AGAIN: &str = "SENDING SENT RECEIVING RECEIVED COMPLETE";

#[derive(Clone, Copy, Debug, PartialEq)]
enum Scheme {
    Basic,
    Digest,
}

const SCHEMES: [Scheme; 2] = [Scheme::Basic, Scheme::Digest];

/// A server that lets joe in, with one file, `/file`.
fn start(scheme: Scheme) -> Option<Real> {
    let server = match scheme {
        Scheme::Basic => Real::nginx(
            1,
            "server { listen 127.0.0.1:@0; location / {
                auth_basic 'the realm'; auth_basic_user_file @dir/users; } }",
        ),
        Scheme::Digest => Real::apache(
            "<Location />
            AuthType Digest
            AuthName \"the realm\"
            AuthUserFile @dir/digests
            Require valid-user
            </Location>",
        ),
    }?;
    server.serve_file("file", b"inside");
    Some(server)
}

/// A story of a client of joe's, or of who says so.
fn story_of(server: Real, login: Option<(&str, &str)>, asynchronous: bool) -> Story<Real> {
    let mut client = Client::to_port(asynchronous, server.port(0));
    if let Some((user, password)) = login {
        let connection = connect_as(&client.session, server.port(0), user, password);
        client.connection = connection.expect("a connection handle");
    }
    Story::with(server, client, asynchronous)
}

/// Each scheme and both drivers, each with a server of its own, of which nothing is remembered.
fn each(login: Option<(&str, &str)>, test: impl Fn(Scheme, Story<Real>)) {
    for scheme in SCHEMES {
        for asynchronous in BOTH {
            let Some(server) = start(scheme) else { return };
            test(scheme, story_of(server, login, asynchronous));
        }
    }
}

fn inside() -> (u32, Vec<u8>) {
    (200, b"inside".to_vec())
}

/// Without credentials a 401 is an answer like others; a header of the program's
/// own opens the door, and so do options, with the same handle.
#[test]
fn a_password_is_asked_for() {
    each(None, |scheme, story| {
        let request = story.get("/file");
        let (status, body) = story.fetch(&request, FIRST);
        assert_eq!(status, 401);
        let body = String::from_utf8_lossy(&body);
        assert!(body.contains("401 "), "{body}");
        let asked = query(&request, HTTP_QUERY_WWW_AUTHENTICATE).expect("a challenge");
        let expected = format!("{scheme:?} realm=\"the realm\"");
        assert!(asked.starts_with(&expected), "{asked}");
        if scheme == Scheme::Basic {
            let other = story.get("/file");
            let line = "Authorization: Basic am9lOnNlY3JldA==";
            add_headers(&other, line, HTTP_ADDREQ_FLAG_ADD).expect("a header");
            assert_eq!(story.fetch_once(other, REUSED), inside());
        }
        log_in(&request, "joe", "secret").expect("set");
        assert_eq!(story.fetch(&request, AGAIN), inside());
    });
}

/// Two rounds for the first, and then the login is known, whatever is asked for.
#[test]
fn internet_connect_names_joe() {
    each(Some(JOE), |scheme, story| {
        assert_eq!(story.fetch_once(story.get("/file"), TWO_ROUNDS), inside());
        for path in ["/file", "/file?q=%20&r=\"", "/missing"] {
            let (status, _) = story.fetch_once(story.get(path), REUSED);
            let expected = if path == "/missing" { 404 } else { 200 };
            assert_eq!(status, expected, "{scheme:?} {path}");
        }
    });
}

#[test]
fn a_url_names_joe() {
    each(None, |_, story| {
        let url = format!("http://joe:secret@127.0.0.1:{}/file", story.server.port(0));
        let request = story.open(&url).expect("an answer");
        assert_eq!(status_code(&request), 200);
        assert_eq!(story.read_all(&request), Ok(b"inside".to_vec()));
    });
}

/// The answer is the last 401; the right password helps the same handle.
#[test]
fn the_wrong_password() {
    each(Some(("joe", "wrong")), |_, story| {
        let request = story.get("/file");
        assert_eq!(story.fetch(&request, TWO_ROUNDS).0, 401);
        log_in(&request, "joe", "secret").expect("set");
        let (status, body) = story.fetch(&request, AGAIN);
        assert_eq!((status, body), inside());
    });
    each(Some(("jim", "secret")), |_, story| {
        assert_eq!(story.fetch_once(story.get("/file"), TWO_ROUNDS).0, 401);
    });
}

/// A body is sent again with the credentials.
#[test]
fn a_body_goes_twice() {
    let body: &'static [u8] = kept(super::content(300_000));
    each(Some(JOE), |scheme, story| {
        let request = story.client.request("POST", "/file", 0);
        let sent = send_with(&request, "", body);
        finish(sent, story.client.recorder).expect("an answer");
        // nginx has nothing to post to, Apache gives the file; neither asks again.
        let expected = match scheme {
            Scheme::Basic => 405,
            Scheme::Digest => 200,
        };
        assert_eq!(status_code(&request), expected);
    });
}
