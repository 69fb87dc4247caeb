//! Asking for a part of a body where a server wants to know who asks, where a proxy is gone, and with
//! cookies.

mod support;

use support::login::*;
use support::proxy::client_through;
use support::reply::{reply, Request};
use support::seeking::{numbered, part_of, seek};
use support::*;
use wininet::abi::*;

const TAG: &str = "\"one\"";
const ROUND: &str = "SENDING SENT RECEIVING RECEIVED";

fn parts(request: &Request) -> Vec<u8> {
    part_of(&numbered(1000), TAG, request)
}

#[track_caller]
fn reads_from(story: &Story, request: &Handle, at: usize) {
    assert_eq!(seek(request, at as i64, FILE_BEGIN), Ok(at as u64));
    let came = story.read(request, 10);
    assert_eq!(came, Ok(numbered(1000)[at..at + 10].to_vec()));
}

/// A nonce may be too old by the time that the part is asked for: the challenge is answered as in a send.
#[test]
fn a_challenge_to_a_part_is_answered() {
    for asynchronous in BOTH {
        let server = Server::respond(|request: &Request| {
            let login = request.header("Authorization").unwrap_or_default();
            let is_part = request.header("Range").is_some();
            match (is_part, login.contains("nonce=\"two\"")) {
                (true, false) => unauthorized(&["Digest realm=x, nonce=two, stale=true"]),
                (false, _) if login.is_empty() => unauthorized(&["Digest realm=x, nonce=one"]),
                _ => parts(request),
            }
        });
        let story = story(server, asynchronous);
        let request = request_as_user(story, "GET", "/", 0);
        story.send(&request).expect("sent");
        story.told(TWO_ROUNDS);
        assert_eq!(story.read_all(&request), Ok(numbered(1000)));
        story.told("");
        reads_from(story, &request, 100);
        story.told(&format!("RECEIVING {ROUND} {ROUND} RECEIVED COMPLETE"));
        assert_eq!(status_code(&request), 200);
        assert_eq!(story.server.connections(), 1);
        let ranges: Vec<_> = story.server.recorded();
        let ranges = ranges.iter().map(|it| it.header("Range"));
        let asked = Some("bytes=100-".to_owned());
        assert_eq!(
            ranges.collect::<Vec<_>>(),
            [None, None, asked.clone(), asked]
        );
    }
}

/// What a server never lets in fails the read, and the place stays.
#[test]
fn a_refused_part_fails_the_read() {
    for asynchronous in BOTH {
        let server = Server::respond(|request: &Request| match request.header("Range") {
            Some(_) => unauthorized(&["Basic realm=x"]),
            None => parts(request),
        });
        let story = story(server, asynchronous);
        let request = request_as_user(story, "GET", "/", 0);
        story.send(&request).expect("sent");
        assert_eq!(seek(&request, 100, FILE_BEGIN), Ok(100));
        story.read_all(&request).expect("what has come");
        assert_eq!(seek(&request, 100, FILE_BEGIN), Ok(100));
        let refused = Err(ERROR_HTTP_INVALID_SERVER_RESPONSE);
        assert_eq!(story.read(&request, 10), refused);
        assert_eq!(seek(&request, 0, FILE_CURRENT), Ok(100));
        assert!(story.server.recorded().len() <= 4);
    }
}

/// The next proxy is asked for the same part.
#[test]
fn a_part_takes_a_detour() {
    for asynchronous in BOTH {
        let (first, second) = (Server::respond(parts), Server::respond(parts));
        let list = format!("127.0.0.1:{} 127.0.0.1:{}", first.port(), second.port());
        let client = client_through(asynchronous, &list, ("host.test", 80));
        let story = Story::with(second, client, asynchronous);
        let request = story.get("/");
        story.send(&request).expect("sent");
        story.read_all(&request).expect("read");
        drop(first);
        reads_from(&story, &request, 100);
        let sent = story.server.recorded();
        assert_eq!(sent[0].header("Range").as_deref(), Some("bytes=100-"));
        assert_eq!(sent.len(), 1);
    }
}

/// The cookies of the answer go along with the request for the part, which tells of them.
#[test]
fn a_part_tells_of_cookies() {
    for asynchronous in BOTH {
        let name = if asynchronous { "behind" } else { "blocking" };
        let set = format!("{name}=1; Path=/{name}");
        let server = Server::respond(move |request: &Request| match request.header("Range") {
            None => reply(
                "200 OK",
                &[
                    ("Set-Cookie", &set),
                    ("ETag", TAG),
                    ("Accept-Ranges", "bytes"),
                ],
                numbered(1000),
            ),
            Some(_) => parts(request),
        });
        let story = Story::new(server, asynchronous);
        let request = story.get(&format!("/{name}/"));
        story.send(&request).expect("sent");
        story.told(&FIRST.replace("COMPLETE", "COOKIE_RECEIVED COMPLETE"));
        story.read_all(&request).expect("read");
        reads_from(&story, &request, 100);
        story.told(&format!("RECEIVING COOKIE_SENT {ROUND} RECEIVED COMPLETE"));
        let sent = story.server.recorded();
        assert_eq!(sent[1].header("Cookie"), Some(format!("{name}=1")));
    }
}

/// What the answer to the part sets is kept, and told of if the send had nothing to tell.
#[test]
fn a_part_sets_cookies() {
    for asynchronous in BOTH {
        let name = if asynchronous { "later" } else { "late" };
        let set = format!("Set-Cookie: {name}=1; Path=/{name}\r\n");
        let server = Server::respond(move |request: &Request| {
            let mut answer = parts(request);
            if request.header("Range").is_some() {
                let first = answer.windows(2).position(|it| it == b"\r\n").unwrap() + 2;
                answer.splice(first..first, set.bytes());
            }
            answer
        });
        let story = Story::new(server, asynchronous);
        let path = format!("/{name}/");
        let request = story.get(&path);
        story.send(&request).expect("sent");
        story.told(FIRST);
        story.read_all(&request).expect("read");
        reads_from(&story, &request, 100);
        story.told(&format!(
            "RECEIVING {ROUND} COOKIE_RECEIVED RECEIVED COMPLETE"
        ));
        let next = story.get(&path);
        story.send(&next).expect("sent");
        let sent = story.server.recorded();
        assert_eq!(sent[1].header("Cookie"), None);
        assert_eq!(sent[2].header("Cookie"), Some(format!("{name}=1")));
    }
}
