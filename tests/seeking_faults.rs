//! InternetSetFilePointer where the way is not plain: credentials, proxies,
//! redirects, failures, and handles that are closed on the way.

mod support;

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use support::login::{log_in, unauthorized, BASIC};
use support::reply::{reply, Request};
use support::seeking::{numbered, part_of, seek};
use support::*;
use wininet::abi::*;

const TAG: &str = "\"one\"";

/// A read of nothing asks for nothing.
#[test]
fn a_read_of_nothing() {
    for asynchronous in BOTH {
        let content = numbered(1000);
        let served = content.clone();
        let story = Story::new(
            Server::respond(move |request| part_of(&served, TAG, request)),
            asynchronous,
        );
        let request = story.get("/");
        story.send(&request).expect("sent");
        assert_eq!(story.read_all(&request), Ok(content.clone()));
        assert_eq!(seek(&request, 500, FILE_BEGIN), Ok(500));
        assert_eq!(start_read(&request, 0).expect("TRUE").done(), []);
        let nothing = start_read_ex(&request, 0, IRF_NO_WAIT, 0);
        assert_eq!(nothing.expect("TRUE").done(), []);
        assert_eq!(story.server.requests().len(), 1);
        assert_eq!(story.read(&request, 10), Ok(content[500..510].to_vec()));
    }
}

/// Behind the end there is nothing, also after a failure on the way.
#[test]
fn behind_the_end_after_a_failure() {
    for asynchronous in BOTH {
        let content = numbered(1000);
        let first = AtomicUsize::new(0);
        let story = Story::new(
            Server::respond(
                move |request| match first.fetch_add(1, Ordering::Relaxed) == 1 {
                    true => reply("500 Oops", &[], "no"),
                    false => part_of(&content, TAG, request),
                },
            ),
            asynchronous,
        );
        let request = story.get("/");
        story.send(&request).expect("sent");
        assert_eq!(story.read_all(&request).map(|it| it.len()), Ok(1000));
        seek(&request, 500, FILE_BEGIN).expect("moved");
        let failed = Err(ERROR_HTTP_INVALID_SERVER_RESPONSE);
        assert_eq!(story.read(&request, 10), failed);
        assert_eq!(seek(&request, 0, FILE_END), Ok(1000));
        assert_eq!(story.read(&request, 10), Ok(vec![]));
        assert_eq!(seek(&request, -10, FILE_CURRENT), Ok(990));
        assert_eq!(story.read(&request, 100).map(|it| it.len()), Ok(10));
    }
}

/// Credentials that were accepted go along.
#[test]
fn with_credentials() {
    for asynchronous in BOTH {
        let content = numbered(1000);
        let served = content.clone();
        let server = Server::respond(move |request: &Request| {
            match request.header("Authorization").as_deref() == Some(BASIC) {
                true => part_of(&served, TAG, request),
                false => unauthorized(&["Basic realm=\"here\""]),
            }
        });
        let story = support::login::story(server, asynchronous);
        let request = story.get("/");
        log_in(&request, "user", "pass").expect("set");
        story.send(&request).expect("sent");
        assert_eq!(status_code(&request), 200);
        assert_eq!(story.read_all(&request), Ok(content.clone()));
        seek(&request, 500, FILE_BEGIN).expect("moved");
        assert_eq!(story.read(&request, 10), Ok(content[500..510].to_vec()));
    }
}

/// A nonce that is good once: the server asks again before it gives the part.
#[test]
fn with_a_nonce_that_is_spent() {
    for asynchronous in BOTH {
        let content = numbered(1000);
        let served = content.clone();
        let count = AtomicUsize::new(0);
        let server = Server::respond(move |request: &Request| {
            let number = count.fetch_add(1, Ordering::Relaxed);
            let fresh = format!("nonce=\"{}\"", number.saturating_sub(1));
            let said = request.header("Authorization");
            let is_fresh = number > 0 && said.as_ref().is_some_and(|it| it.contains(&fresh));
            match is_fresh {
                true => part_of(&served, TAG, request),
                false => unauthorized(&[&format!(
                    "Digest realm=\"here\", qop=\"auth\", stale=true, nonce=\"{number}\""
                )]),
            }
        });
        let story = support::login::story(server, asynchronous);
        let request = story.get("/");
        log_in(&request, "user", "pass").expect("set");
        story.send(&request).expect("sent");
        assert_eq!(status_code(&request), 200);
        assert_eq!(story.read_all(&request), Ok(content.clone()));
        for at in [500, 0, 900] {
            seek(&request, at, FILE_BEGIN).expect("moved");
            let at = at as usize;
            assert_eq!(story.read(&request, 10), Ok(content[at..at + 10].to_vec()));
        }
        assert_eq!(status_code(&request), 200);
    }
}

/// 303 made a GET of it: that is what is asked again.
#[test]
fn behind_a_redirect() {
    for asynchronous in BOTH {
        let content = numbered(1000);
        let served = content.clone();
        let server = Server::respond(move |request: &Request| match request.target().as_str() {
            "/from" => reply("303 See Other", &[("Location", "/to")], "elsewhere"),
            _ => part_of(&served, TAG, request),
        });
        let story = Story::new(server, asynchronous);
        let request = story.client.request("POST", "/from", 0);
        let sent = send_with(&request, "", b"body");
        finish(sent, story.client.recorder).expect("sent");
        assert_eq!(story.read_all(&request), Ok(content.clone()));
        seek(&request, 500, FILE_BEGIN).expect("moved");
        assert_eq!(story.read(&request, 10), Ok(content[500..510].to_vec()));
        let last = story.server.recorded().pop().expect("requests");
        assert_eq!((last.method(), last.target()), ("GET".into(), "/to".into()));
        assert_eq!(last.header("Content-Length"), None);
    }
}

/// A redirect in the answer to the repeated request leads nowhere.
#[test]
fn a_redirect_on_the_way() {
    for asynchronous in BOTH {
        let first = AtomicUsize::new(0);
        let server = Server::respond(move |request| match first.fetch_add(1, Ordering::Relaxed) {
            0 => part_of(&numbered(1000), TAG, request),
            _ => reply("302 Found", &[("Location", "/elsewhere")], ""),
        });
        let story = Story::new(server, asynchronous);
        let request = story.get("/");
        story.send(&request).expect("sent");
        assert_eq!(story.read_all(&request).map(|it| it.len()), Ok(1000));
        seek(&request, 500, FILE_BEGIN).expect("moved");
        let failed = Err(ERROR_HTTP_INVALID_SERVER_RESPONSE);
        assert_eq!(story.read(&request, 10), failed);
        assert_eq!(story.available(&request).err(), failed.err());
        let looped = Err(ERROR_HTTP_REDIRECT_FAILED);
        assert_eq!(story.send(&request), looped, "sent again it is followed");
    }
}

/// A synchronous read is freed while it waits for the part.
#[test]
fn closing_a_synchronous_read_on_the_way() {
    let held = Latch::new();
    let script = Script::answer(part_of(&numbered(100), TAG, &Default::default()))
        .read_request()
        .pause(&held);
    let story = Story::new(Server::script(script), false);
    let request = story.get("/");
    story.send(&request).expect("sent");
    assert_eq!(story.read_all(&request).map(|it| it.len()), Ok(100));
    seek(&request, 10, FILE_BEGIN).expect("moved");
    thread::scope(|scope| {
        let reading = scope.spawn(|| start_read(&request, 10).map(Read::done));
        story.server.wait_requests(2);
        assert_eq!(close_value(request.value()), Ok(()));
        let cancelled = Err(ERROR_INTERNET_OPERATION_CANCELLED);
        assert_eq!(reading.join().expect("no panic"), cancelled);
    });
    story.client.recorder.wait_closing();
    request.leak();
    held.release();
}

/// No move while a read is pending; what the callbacks move is moved.
#[test]
fn moving_while_a_read_is_pending() {
    let held = Latch::new();
    let bytes = part_of(&numbered(1000), TAG, &Default::default());
    let (now, later) = bytes.split_at(bytes.len() - 500);
    let script = Script::answer(now).pause(&held).send(later);
    let story = Story::new(Server::script(script), true);
    let request = story.get("/");
    story.send(&request).expect("sent");
    let pending = start_read(&request, 1000).expect("begun").pending();
    let state = Err(ERROR_INTERNET_INCORRECT_HANDLE_STATE);
    assert_eq!(seek(&request, 0, FILE_BEGIN), state);
    held.release();
    assert_eq!(pending.finish(story.client.recorder), Ok(numbered(1000)));
}
