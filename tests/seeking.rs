//! InternetSetFilePointer: where it goes, what the next read does for that,
//! what is told of it, and what is refused.

#![allow(unsafe_code)]

mod support;

use std::ptr::null_mut;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::Arc;

use support::coding::gzip;
use support::random::{seed, Random};
use support::reply::{chunked, head, reply};
use support::seeking::{numbered, part_of, seek, seek_low};
use support::*;
use wininet::abi::*;
use wininet::ffi::{HttpEndRequestA, HttpSendRequestExA};

const TAG: &str = "\"one\"";
const LARGE: usize = 3 << 20;

/// A server that gives parts of so many bytes, and a request that has its answer.
fn answered(size: usize, asynchronous: bool) -> (Story, Handle, Arc<Vec<u8>>) {
    let content = Arc::new(numbered(size));
    let served = content.clone();
    let server = Server::respond(move |request| part_of(&served, TAG, request));
    let story = Story::new(server, asynchronous);
    let request = story.get("/");
    story.send(&request).expect("sent");
    story.told(FIRST);
    (story, request, content)
}

/// What is read from there.
#[track_caller]
fn assert_reads(story: &Story, request: &Handle, content: &[u8], at: usize, size: usize) {
    let end = content.len().min(at + size);
    let came = story.read(request, size).expect("no failure");
    assert!(came == content[at.min(end)..end], "{size} bytes at {at}");
}

/// From the beginning, from where it is, from the end; with 32 bits and with 64.
#[test]
fn places() {
    for asynchronous in BOTH {
        let (story, request, content) = answered(1000, asynchronous);
        assert_eq!(seek(&request, 0, FILE_CURRENT), Ok(0));
        assert_reads(&story, &request, &content, 0, 10);
        assert_eq!(seek_low(&request, 0, FILE_CURRENT), Ok(10));
        assert_eq!(seek_low(&request, 20, FILE_CURRENT), Ok(30));
        assert_eq!(seek_low(&request, -5, FILE_CURRENT), Ok(25));
        assert_eq!(seek(&request, -5, FILE_CURRENT), Ok(20));
        assert_eq!(seek(&request, -20, FILE_CURRENT), Ok(0));
        assert_eq!(seek(&request, 500, FILE_BEGIN), Ok(500));
        assert_eq!(seek_low(&request, -100, FILE_END), Ok(900));
        assert_eq!(seek(&request, 0, FILE_END), Ok(1000));
        assert_eq!(seek(&request, 1 << 40, FILE_END), Ok((1 << 40) + 1000));
        let negative = Err(ERROR_NEGATIVE_SEEK);
        assert_eq!(seek(&request, -(1 << 41), FILE_CURRENT), negative);
        assert_eq!(seek(&request, -1001, FILE_END), negative);
        // From the beginning a distance has no sign.
        assert_eq!(seek(&request, -1, FILE_BEGIN), Ok(u64::MAX));
        assert_eq!(seek_low(&request, -1, FILE_BEGIN), Ok(u32::MAX));
        let invalid = Err(ERROR_INVALID_PARAMETER);
        assert_eq!(seek(&request, i64::MAX, FILE_CURRENT).map(drop), Ok(()));
        assert_eq!(seek(&request, i64::MAX, FILE_CURRENT), invalid);
        assert_eq!(
            seek_low(&request, 0, FILE_CURRENT).map(drop),
            invalid.map(drop)
        );
        assert_eq!(seek(&request, 0, 3), invalid);
        // A move that failed has moved nothing.
        assert_eq!(seek_low(&request, 990, FILE_BEGIN), Ok(990));
        assert_reads(&story, &request, &content, 990, 100);
    }
}

/// Ahead in what has come: nothing is sent and nothing told.
#[test]
fn ahead_in_what_has_come() {
    for asynchronous in BOTH {
        let (story, request, content) = answered(1000, asynchronous);
        assert_eq!(seek(&request, 300, FILE_BEGIN), Ok(300));
        assert_reads(&story, &request, &content, 300, 10);
        assert_eq!(seek(&request, 90, FILE_CURRENT), Ok(400));
        assert_eq!(story.available(&request), Ok(600));
        assert_reads(&story, &request, &content, 400, 600);
        story.told("");
        assert_eq!(story.server.recorded().len(), 1);
        story.close(request, "HANDLE_CLOSING");
    }
}

/// Back: the part that begins there is asked for, if the body is the same, and
/// what the program knows of request and answer stays.
#[test]
fn back() {
    for asynchronous in BOTH {
        let (story, request, content) = answered(1000, asynchronous);
        assert_reads(&story, &request, &content, 0, 500);
        story.told("");
        assert_eq!(seek(&request, 100, FILE_BEGIN), Ok(100));
        story.told("");
        assert_reads(&story, &request, &content, 100, 50);
        story.told("RECEIVING SENDING SENT RECEIVING RECEIVED RECEIVED COMPLETE");
        let sent = story.server.recorded();
        assert_eq!(sent[1].header("Range").as_deref(), Some("bytes=100-"));
        assert_eq!(sent[1].header("If-Range").as_deref(), Some(TAG));
        assert_eq!(status_code(&request), 200);
        assert_eq!(query_number(&request, HTTP_QUERY_CONTENT_LENGTH), Ok(1000));
        let mine = HTTP_QUERY_FLAG_REQUEST_HEADERS;
        let range = query(&request, HTTP_QUERY_RANGE | mine);
        assert_eq!(range, Err(ERROR_HTTP_HEADER_NOT_FOUND));
        assert_reads(&story, &request, &content, 150, 5000);
        story.told("");
        // To the beginning: all of it, also after the end.
        assert_eq!(seek(&request, 0, FILE_BEGIN), Ok(0));
        assert_reads(&story, &request, &content, 0, 5000);
        story.told("RECEIVING SENDING SENT RECEIVING RECEIVED RECEIVED COMPLETE");
        assert_eq!(story.server.recorded()[2].header("Range"), None);
        assert_eq!(story.server.connections(), 1);
        story.close(request, "HANDLE_CLOSING");
    }
}

/// Far ahead the part is asked for; a near place is gone to by reading on. The
/// connection with the unwanted rest is closed, and that is told.
#[test]
fn far_and_near_ahead() {
    for asynchronous in BOTH {
        let content = Arc::new(numbered(LARGE));
        let (served, held) = (content.clone(), Latch::new());
        let rest = held.clone();
        let server = Server::serve(move |connection| {
            let request = connection.read_request()?;
            let answer = part_of(&served, TAG, &request);
            // The rest of the first answer never comes.
            let end = if connection.index == 0 {
                1000
            } else {
                answer.len()
            };
            connection.send(&answer[..end])?;
            connection.pause(&rest);
            Ok(())
        });
        let story = Story::new(server, asynchronous);
        let request = story.get("/");
        story.send(&request).expect("sent");
        story.told(FIRST);
        assert_eq!(seek(&request, -1000, FILE_END), Ok(LARGE as u64 - 1000));
        assert_reads(&story, &request, &content, LARGE - 1000, 1000);
        story.told(
            "RECEIVING CLOSING CLOSED CONNECTING CONNECTED SENDING SENT RECEIVING RECEIVED \
             RECEIVED COMPLETE",
        );
        held.release();
        let (story, request, content) = answered(LARGE, asynchronous);
        assert_reads(&story, &request, &content, 0, 1000);
        assert_eq!(seek(&request, 200_000, FILE_CURRENT), Ok(201_000));
        assert_reads(&story, &request, &content, 201_000, 1000);
        assert_eq!(story.server.recorded().len(), 1, "nearer than a request");
    }
}

/// What says nothing of parts is read on in, or read anew.
#[test]
fn servers_without_parts() {
    for asynchronous in BOTH {
        for says_no in [false, true] {
            let content = Arc::new(numbered(600_000));
            let served = content.clone();
            let headers: &[(&str, &str)] = if says_no {
                &[("Accept-Ranges", "none")]
            } else {
                &[]
            };
            let server = Server::respond(move |_| reply("200 OK", headers, &*served));
            let story = Story::new(server, asynchronous);
            let request = story.get("/");
            story.send(&request).expect("sent");
            for (at, requests) in [(500_000, 1), (10, 2), (599_995, 2), (300_000, 3)] {
                assert_eq!(seek(&request, at as i64, FILE_BEGIN), Ok(at as u64));
                assert_reads(&story, &request, &content, at, 10);
                let sent = story.server.recorded();
                assert_eq!(sent.len(), requests, "{at}");
                let asks = requests > 1 && !says_no;
                assert_eq!(sent[requests - 1].header("Range").is_some(), asks);
            }
            story.client.recorder.assert_sound();
        }
    }
}

/// Another body than the one that the program reads is never mixed into it, and
/// the next read tries again.
#[test]
fn a_body_that_has_changed() {
    for asynchronous in BOTH {
        let content = Arc::new(numbered(1000));
        let is_new = Arc::new(AtomicBool::new(false));
        let (served, switch) = (content.clone(), is_new.clone());
        let server = Server::respond(move |request| match switch.load(Ordering::SeqCst) {
            false => part_of(&served, TAG, request),
            true => part_of(b"another one", "\"two\"", request),
        });
        let story = Story::new(server, asynchronous);
        let request = story.get("/");
        story.send(&request).expect("sent");
        story.told(FIRST);
        assert_reads(&story, &request, &content, 0, 500);
        is_new.store(true, Ordering::SeqCst);
        assert_eq!(seek(&request, 100, FILE_BEGIN), Ok(100));
        for _ in 0..2 {
            let other = Err(ERROR_HTTP_INVALID_SERVER_RESPONSE);
            let told = "RECEIVING SENDING SENT RECEIVING RECEIVED COMPLETE";
            assert_eq!(story.read(&request, 10), other);
            story.told(told);
            assert_eq!(
                story.available(&request),
                Err(ERROR_HTTP_INVALID_SERVER_RESPONSE)
            );
            story.told(told);
            assert_eq!(seek(&request, 0, FILE_CURRENT), Ok(100));
        }
        is_new.store(false, Ordering::SeqCst);
        assert_reads(&story, &request, &content, 100, 50);
        story.client.recorder.assert_sound();
    }
}

/// A server that is gone: the failure is that of a send, and the place stays.
#[test]
fn a_server_that_is_gone() {
    for asynchronous in BOTH {
        let script = Script::answer(part_of(&numbered(100), TAG, &Default::default())).close();
        let hangs_up = Script::new().read_request().close();
        let scripts = [script, hangs_up.clone(), hangs_up];
        let story = Story::new(Server::scripts(scripts), asynchronous);
        let request = story.get("/");
        story.send(&request).expect("sent");
        assert_eq!(story.read_all(&request).map(|it| it.len()), Ok(100));
        assert_eq!(seek(&request, 10, FILE_BEGIN), Ok(10));
        for _ in 0..2 {
            let gone = story.read(&request, 10).expect_err("no server");
            assert_eq!(gone, ERROR_HTTP_INVALID_SERVER_RESPONSE);
            assert_eq!(seek(&request, 0, FILE_CURRENT), Ok(10));
        }
    }
}

/// Behind the end nothing is read and nothing asked for, and there is a way back.
#[test]
fn behind_the_end() {
    for asynchronous in BOTH {
        for (size, place) in [
            (1000, 1000),
            (1000, 5000),
            (LARGE, LARGE),
            (LARGE, LARGE + 1),
        ] {
            let (story, request, content) = answered(size, asynchronous);
            assert_eq!(seek(&request, place as i64, FILE_BEGIN), Ok(place as u64));
            assert_eq!(story.read(&request, 10), Ok(vec![]));
            assert_eq!(story.available(&request), Ok(0));
            assert_eq!(seek(&request, 0, FILE_CURRENT), Ok(place as u64));
            assert_eq!(story.server.recorded().len(), 1);
            assert_eq!(seek(&request, -20, FILE_END), Ok(size as u64 - 20));
            assert_reads(&story, &request, &content, size - 20, 100);
            story.client.recorder.assert_sound();
        }
    }
}

/// The other ways to read go there too.
#[test]
fn every_way_to_read() {
    for asynchronous in BOTH {
        let (story, request, content) = answered(1000, asynchronous);
        assert_eq!(seek(&request, 900, FILE_BEGIN), Ok(900));
        assert_eq!(seek(&request, 100, FILE_BEGIN), Ok(100));
        let available = story.available(&request).expect("some") as usize;
        assert!(available > 0);
        let piece = start_read(&request, available).expect("at once").done();
        assert!(piece == content[100..100 + available]);
        for flags in [0, IRF_ASYNC, IRF_SYNC, IRF_NO_WAIT] {
            assert_eq!(seek(&request, 50, FILE_BEGIN), Ok(50));
            let piece = match start_read_ex(&request, 20, flags, 0).expect("no failure") {
                Read::Done(piece) => piece,
                Read::Pending(read) if flags == IRF_NO_WAIT => {
                    assert_eq!(story.client.recorder.wait_complete(), (1, 0));
                    drop(read.take());
                    start_read_ex(&request, 20, flags, 0)
                        .expect("no failure")
                        .done()
                }
                Read::Pending(read) => read.finish(story.client.recorder).expect("no failure"),
            };
            assert!(piece == content[50..50 + piece.len()], "{flags}");
            assert!(!piece.is_empty());
        }
        story.client.recorder.assert_sound();
    }
}

/// The length is not known: there is no way from the end. A decoded body has
/// other places than the server's, so it is read anew.
#[test]
fn bodies_without_a_length() {
    let content = numbered(100_000);
    let text = String::from_utf8(content.clone()).expect("digits");
    let coded = gzip(&content);
    let answers = [
        chunked(&[&text[..10], &text[10..]]),
        reply(
            "200 OK",
            &[("Content-Encoding", "gzip"), ("Accept-Ranges", "bytes")],
            coded,
        ),
    ];
    for asynchronous in BOTH {
        for answer in answers.clone() {
            let story = Story::new(Server::respond(move |_| answer.clone()), asynchronous);
            let option = INTERNET_OPTION_HTTP_DECODING;
            set_option_u32(&story.client.connection, option, 1).expect("set");
            let request = story.get("/");
            story.send(&request).expect("sent");
            let invalid = Err(ERROR_INTERNET_INVALID_OPERATION);
            assert_eq!(seek(&request, 0, FILE_END), invalid);
            for at in [50_000, 10, 99_995] {
                assert_eq!(seek(&request, at as i64, FILE_BEGIN), Ok(at as u64));
                assert_reads(&story, &request, &content, at, 10);
            }
            assert_eq!(seek(&request, 200_000, FILE_BEGIN), Ok(200_000));
            assert_eq!(story.read(&request, 10), Ok(vec![]));
            story.client.recorder.assert_sound();
        }
    }
}

/// What has no pointer to set.
#[test]
fn what_is_refused() {
    for asynchronous in BOTH {
        let server = Server::respond(|_| reply("200 OK", &[], "body"));
        let story = Story::new(server, asynchronous);
        let invalid = Err(ERROR_INTERNET_INVALID_OPERATION);
        for (verb, flags) in [("POST", 0), ("GET", INTERNET_FLAG_NO_CACHE_WRITE)] {
            let request = story.client.request(verb, "/", flags);
            let state = Err(ERROR_INTERNET_INCORRECT_HANDLE_STATE);
            assert_eq!(seek(&request, 0, FILE_BEGIN), state, "no answer yet");
            story.send(&request).expect("sent");
            assert_eq!(seek(&request, 0, FILE_BEGIN), invalid);
            assert_eq!(story.read_all(&request), Ok(b"body".to_vec()));
        }
    }
    // A body that would have to be sent again.
    let story = Story::new(Server::respond(|_| reply("200 OK", &[], "body")), false);
    let request = story.get("/");
    send_with(&request, "", b"with a body").expect("sent");
    assert_eq!(
        seek(&request, 0, FILE_BEGIN),
        Err(ERROR_INTERNET_INVALID_OPERATION)
    );
    // While a read is pending.
    let held = Latch::new();
    let length = [("Content-Length", "5")];
    let script = Script::answer(head("200 OK", &length))
        .pause(&held)
        .send("hello");
    let story = Story::new(Server::script(script), true);
    let request = story.get("/");
    story.send(&request).expect("sent");
    let pending = start_read(&request, 5).expect("begun").pending();
    let state = Err(ERROR_INTERNET_INCORRECT_HANDLE_STATE);
    assert_eq!(seek(&request, 0, FILE_BEGIN), state);
    held.release();
    let read = pending.finish(story.client.recorder);
    assert_eq!(read, Ok(b"hello".to_vec()));
}

/// A HEAD has a length and nothing to read.
#[test]
fn a_head() {
    for asynchronous in BOTH {
        let answer = head(
            "200 OK",
            &[("Content-Length", "1000"), ("Accept-Ranges", "bytes")],
        );
        let story = Story::new(Server::script(Script::answer(answer)), asynchronous);
        let request = story.client.request("HEAD", "/", 0);
        story.send(&request).expect("sent");
        assert_eq!(seek(&request, 0, FILE_END), Ok(1000));
        assert_eq!(seek(&request, -990, FILE_CURRENT), Ok(10));
        assert_eq!(story.read(&request, 10), Ok(vec![]));
        assert_eq!(story.server.recorded().len(), 1);
    }
}

/// HttpSendRequestEx and HttpEndRequest send a GET too.
#[test]
fn a_get_in_pieces() {
    for asynchronous in BOTH {
        let content = numbered(1000);
        let served = content.clone();
        let server = Server::respond(move |request| part_of(&served, TAG, request));
        let story = Story::new(server, asynchronous);
        let request = story.get("/");
        let recorder = story.client.recorder;
        // SAFETY: no buffers.
        let begun = unsafe { HttpSendRequestExA(request.raw(), null_mut(), null_mut(), 0, 0) };
        finish(check(begun), recorder).expect("sent");
        let state = Err(ERROR_INTERNET_INCORRECT_HANDLE_STATE);
        assert_eq!(seek(&request, 10, FILE_BEGIN), state, "no answer yet");
        // SAFETY: as above.
        let ended = unsafe { HttpEndRequestA(request.raw(), null_mut(), 0, 0) };
        finish(check(ended), recorder).expect("an answer");
        for at in [500, 10] {
            assert_eq!(seek(&request, at as i64, FILE_BEGIN), Ok(at as u64));
            assert_reads(&story, &request, &content, at, 20);
        }
        recorder.assert_sound();
    }
}

/// The same handle sent again begins at the beginning.
#[test]
fn sending_again_begins_anew() {
    for asynchronous in BOTH {
        let (story, request, content) = answered(1000, asynchronous);
        assert_reads(&story, &request, &content, 0, 100);
        assert_eq!(seek(&request, 50, FILE_BEGIN), Ok(50));
        story.send(&request).expect("sent again");
        assert_eq!(seek(&request, 0, FILE_CURRENT), Ok(0));
        assert_reads(&story, &request, &content, 0, 100);
        assert_eq!(story.server.recorded()[1].header("Range"), None);
    }
}

/// A handle that is closed while a read finds its way.
#[test]
fn closing_on_the_way() {
    let held = Latch::new();
    let script = Script::answer(part_of(&numbered(100), TAG, &Default::default()))
        .read_request()
        .pause(&held);
    let story = Story::new(Server::script(script), true);
    let request = story.get("/");
    story.send(&request).expect("sent");
    assert_eq!(story.read_all(&request).map(|it| it.len()), Ok(100));
    assert_eq!(seek(&request, 10, FILE_BEGIN), Ok(10));
    let pending = start_read(&request, 10).expect("begun").pending();
    story.server.wait_requests(2);
    request.close().expect("an open handle");
    let cancelled = Err(ERROR_INTERNET_OPERATION_CANCELLED);
    assert_eq!(pending.finish(story.client.recorder), cancelled);
    story.client.recorder.wait_closing();
    held.release();
}

/// Any walk through a body reads what is there.
#[test]
fn a_random_walk() {
    for asynchronous in BOTH {
        let (story, request, content) = answered(LARGE, asynchronous);
        let mut random = Random::new(seed());
        for _ in 0..100 {
            let at = random.below(LARGE + 1000);
            assert_eq!(seek(&request, at as i64, FILE_BEGIN), Ok(at as u64));
            let size = random.below(50_000) + 1;
            assert_reads(&story, &request, &content, at, size);
            let after = (at + size).min(content.len().max(at)) as u64;
            assert_eq!(seek(&request, 0, FILE_CURRENT), Ok(after));
        }
        story.client.recorder.assert_sound();
    }
}
