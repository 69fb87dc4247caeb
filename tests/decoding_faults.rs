//! Coded bodies that are cut short, broken, or followed by more than they are:
//! never a short success, and no connection is spoiled without need.

mod support;

use support::coding::{br, gzip, raw_deflate, zlib, zstd};
use support::reply::{head, ok, reply};
use support::*;
use wininet::abi::*;

const FAILED: Result<Vec<u8>> = Err(ERROR_INTERNET_DECODING_FAILED);

fn decoding(server: Server, asynchronous: bool) -> Story {
    let story = Story::new(server, asynchronous);
    set_option_u32(&story.client.session, INTERNET_OPTION_HTTP_DECODING, 1).expect("set");
    set_option_u32(&story.client.connection, INTERNET_OPTION_HTTP_DECODING, 1).expect("set");
    story
}

fn content() -> Vec<u8> {
    (0..5000_u32).flat_map(|n| (n * n).to_le_bytes()).collect()
}

fn each() -> Vec<(&'static str, Vec<u8>)> {
    let content = content();
    vec![
        ("gzip", gzip(&content)),
        ("deflate", zlib(&content)),
        ("deflate", raw_deflate(&content)),
        ("br", br(&content)),
        ("zstd", zstd(&content)),
        ("zstd, gzip", gzip(&zstd(&content))),
    ]
}

/// The framing is whole and the coding is not: what is there may be read, the
/// end is an error, every time it is asked for, and the connection is kept.
#[test]
fn a_body_that_ends_inside_its_coding() {
    for asynchronous in BOTH {
        for (coding, coded) in each() {
            for cut in [1, 9, coded.len() / 2, coded.len() - 1] {
                let part = &coded[..coded.len() - cut];
                let bytes = reply("200 OK", &[("Content-Encoding", coding)], part);
                let script = Script::answer(bytes).then_answer(ok("next"));
                let story = decoding(Server::script(script), asynchronous);
                let request = story.get("/");
                story.send(&request).expect("the head is fine");
                assert_eq!(story.read_all(&request), FAILED, "{coding} without {cut}");
                assert_eq!(story.read(&request, 10), FAILED, "again");
                assert_eq!(
                    story.available(&request),
                    Err(ERROR_INTERNET_DECODING_FAILED)
                );
                let next = story.get("/next");
                story.send(&next).expect("sent again");
                assert_eq!(story.read_all(&next), Ok(b"next".to_vec()), "{coding}");
                story.client.recorder.assert_sound();
            }
        }
    }
}

/// Until the close: the coding alone knows that there should be more.
#[test]
fn a_close_that_comes_too_early() {
    for asynchronous in BOTH {
        for (coding, coded) in each() {
            let part = &coded[..coded.len() - 5];
            let bytes = [&head("200 OK", &[("Content-Encoding", coding)]), part].concat();
            let story = decoding(Server::script(Script::answer(bytes).close()), asynchronous);
            let request = story.get("/");
            story.send(&request).expect("the head is fine");
            assert_eq!(story.read_all(&request), FAILED, "{coding}");
        }
    }
}

/// The wire's own failure is told as such.
#[test]
fn a_connection_that_breaks() {
    for asynchronous in BOTH {
        for (coding, coded) in each() {
            let bytes = reply("200 OK", &[("Content-Encoding", coding)], &coded);
            let part = bytes[..bytes.len() - 5].to_vec();
            let story = decoding(Server::script(Script::answer(part).close()), asynchronous);
            let request = story.get("/");
            story.send(&request).expect("the head is fine");
            let aborted = Err(ERROR_INTERNET_CONNECTION_ABORTED);
            assert_eq!(story.read_all(&request), aborted, "{coding}");
        }
    }
}

/// What is not in the coding at all fails at the first read; what is behind it
/// on the wire is not waited for.
#[test]
fn what_is_not_coded() {
    let page = b"<html>".repeat(100);
    for asynchronous in BOTH {
        for coding in ["gzip", "br", "zstd", "deflate"] {
            let headers = [("Content-Encoding", coding), ("Content-Length", "100000")];
            let bytes = [&head("200 OK", &headers)[..], &page].concat();
            let story = decoding(Server::script(Script::answer(bytes)), asynchronous);
            let request = story.get("/");
            story.send(&request).expect("the head is fine");
            story.told(FIRST);
            if coding == "deflate" {
                // It may be one that has begun; the rest never comes.
                story.close(request, "CLOSING CLOSED HANDLE_CLOSING");
                continue;
            }
            assert_eq!(story.read(&request, 10), FAILED, "{coding}");
            story.told("RECEIVING CLOSING CLOSED COMPLETE");
            story.close(request, "HANDLE_CLOSING");
        }
    }
}

/// A broken checksum is found at the end, when the program has much of the content.
#[test]
fn a_checksum_that_is_wrong() {
    for asynchronous in BOTH {
        let long = content().repeat(20);
        for (coding, mut coded) in [("gzip", gzip(&long)), ("deflate", zlib(&long))] {
            let at = coded.len() - if coding == "gzip" { 6 } else { 1 };
            coded[at] ^= 1;
            let bytes = reply("200 OK", &[("Content-Encoding", coding)], &coded);
            let story = decoding(Server::script(Script::answer(bytes)), asynchronous);
            let request = story.get("/");
            story.send(&request).expect("the head is fine");
            let most = story.read(&request, 1000);
            assert_eq!(most.map(|it| it.len()), Ok(1000), "{coding}");
            assert_eq!(story.read_all(&request), FAILED, "{coding}");
        }
    }
}

/// More than the coded bytes: it is passed over.
#[test]
fn what_follows_the_coded_bytes() {
    for asynchronous in BOTH {
        for (coding, coded) in each() {
            let coded = [&coded[..], b"some more"].concat();
            let bytes = reply("200 OK", &[("Content-Encoding", coding)], &coded);
            let script = Script::answer(bytes).then_answer(ok("next"));
            let story = decoding(Server::script(script), asynchronous);
            let request = story.get("/");
            story.send(&request).expect("sent");
            assert!(story.read_all(&request) == Ok(content()), "{coding}");
            let next = story.get("/next");
            story.send(&next).expect("sent again");
            assert_eq!(story.read_all(&next), Ok(b"next".to_vec()));
        }
    }
}

/// A handle that is closed while a read of a coded body is pending.
#[test]
fn closing_while_a_read_is_pending() {
    let held = Latch::new();
    let coded = gzip(&content());
    let length = coded.len().to_string();
    let headers = [("Content-Encoding", "gzip"), ("Content-Length", &length)];
    let bytes = [&head("200 OK", &headers), &coded[..100]].concat();
    let story = decoding(Server::script(Script::answer(bytes).pause(&held)), true);
    let request = story.get("/");
    story.send(&request).expect("sent");
    let pending = start_read(&request, 100_000).expect("begun").pending();
    request.close().expect("an open handle");
    let cancelled = Err(ERROR_INTERNET_OPERATION_CANCELLED);
    assert_eq!(pending.finish(story.client.recorder), cancelled);
    story.client.recorder.wait_closing();
    held.release();
}
