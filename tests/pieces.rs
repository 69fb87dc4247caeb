//! Sending in pieces: HttpSendRequestEx, InternetWriteFile, HttpEndRequest
//! (section 3 of the contract, "POST in pieces").
#![allow(unsafe_code)]

mod support;

use std::ptr::{null, null_mut};

use support::pieces::send_in_pieces;
use support::reply::{ok, reply, Request};
use support::*;
use wininet::abi::*;
use wininet::ffi::*;

/// The events of a head sent in an own connection.
const HEAD: &str = "CREATED CONNECTING CONNECTED SENDING SENT COMPLETE";

fn start(story: &Story, request: &Handle, total: u32, flags: u32, first: &[u8]) -> Result<()> {
    // SAFETY: a struct of numbers and pointers, all of which may be zero.
    let mut buffers: INTERNET_BUFFERSA = unsafe { std::mem::zeroed() };
    buffers.dwStructSize = size_of::<INTERNET_BUFFERSA>() as u32;
    buffers.lpvBuffer = first.as_ptr().cast_mut().cast();
    buffers.dwBufferLength = first.len() as u32;
    buffers.dwBufferTotal = total;
    // SAFETY: the struct and the piece outlive the call.
    let started = unsafe { HttpSendRequestExA(request.raw(), &mut buffers, null_mut(), flags, 0) };
    finish(check(started), story.client.recorder)
}

fn write(request: &Handle, piece: &[u8]) -> Result<u32> {
    let mut count = 77;
    // SAFETY: both outlive the call.
    let written = unsafe {
        InternetWriteFile(
            request.raw(),
            piece.as_ptr().cast(),
            piece.len() as u32,
            &mut count,
        )
    };
    check(written).map(|()| count)
}

fn begin_to_end(request: &Handle) -> Result<()> {
    // SAFETY: no pointer is given.
    check(unsafe { HttpEndRequestA(request.raw(), null_mut(), 0, 0) })
}

fn end(story: &Story, request: &Handle) -> Result<()> {
    finish(begin_to_end(request), story.client.recorder)
}

/// The value of the n-th REQUEST_SENT.
fn sent(story: &Story, n: usize) -> Info {
    let events = story.client.recorder.events();
    let mut all = events
        .iter()
        .filter(|it| it.status == INTERNET_STATUS_REQUEST_SENT);
    all.nth(n).expect("so many").info.clone()
}

#[test]
fn a_body_with_a_length_goes_out_piece_by_piece() {
    for asynchronous in BOTH {
        let story = Story::new(Server::respond(|_| ok("got it")), asynchronous);
        let request = story.client.request("POST", "/form", 0);
        start(&story, &request, 10, 0, b"").expect("the head");
        story.told(HEAD);
        assert_eq!(write(&request, b"0123456"), Ok(7));
        story.told("SENDING SENT");
        assert_eq!(sent(&story, 1), Info::Number(7));
        assert_eq!(write(&request, b"789"), Ok(3));
        story.told("SENDING SENT");
        end(&story, &request).expect("the answer");
        story.told("RECEIVING RECEIVED COMPLETE");
        assert_eq!(status_code(&request), 200);
        assert_eq!(story.read_all(&request), Ok(b"got it".to_vec()));
        let recorded = &story.server.recorded()[0];
        assert_eq!(recorded.header("Content-Length").as_deref(), Some("10"));
        assert_eq!(recorded.body, b"0123456789");
        story.close(request, "HANDLE_CLOSING");
    }
}

/// A write is told on the thread that writes. In an asynchronous session the
/// poller tells it if it has not quite left the callback before: so one of many
/// is enough there.
#[test]
fn writes_are_told_on_the_caller() {
    const MANY: u32 = 200;
    for asynchronous in BOTH {
        let story = Story::new(Server::respond(|_| ok("")), asynchronous);
        let request = story.client.request("POST", "/", 0);
        start(&story, &request, MANY, 0, b"").expect("the head");
        story.told(HEAD);
        let me = std::thread::current().id();
        let mut here = 0;
        for _ in 0..MANY {
            write(&request, b"x").expect("written");
            let events = story.told("SENDING SENT");
            here += u32::from(events.iter().all(|it| it.thread == me));
        }
        assert!(
            here == MANY || (asynchronous && here > 0),
            "{here} of {MANY}"
        );
        end(&story, &request).expect("the answer");
    }
}

#[test]
fn the_beginning_goes_along_with_the_head() {
    for asynchronous in BOTH {
        let story = Story::new(Server::respond(|_| ok("")), asynchronous);
        let request = story.client.request("PUT", "/", 0);
        start(&story, &request, 8, 0, b"first").expect("the head");
        write(&request, b"end").expect("the rest");
        end(&story, &request).expect("the answer");
        assert_eq!(story.server.recorded()[0].body, b"firstend");
    }
}

/// A server that takes the wire bytes behind the head until `end` comes.
fn chunks_until(end: &'static [u8]) -> Server {
    Server::serve(move |connection| {
        connection.read_head()?;
        let mut wire = Vec::new();
        while !wire.ends_with(end) {
            wire.extend(connection.read_exactly(1)?);
        }
        connection.send(ok(wire))
    })
}

#[test]
fn pieces_without_a_length_are_chunks() {
    let wire = b"3\r\nabc\r\nc\r\nand the rest\r\n0\r\n\r\n";
    for asynchronous in BOTH {
        // The others say nothing that the session does not.
        let others = HSR_ASYNC | HSR_SYNC | HSR_INITIATE | HSR_USE_CONTEXT | HSR_DOWNLOAD;
        for flags in [0, HSR_CHUNKED, others] {
            let story = Story::new(chunks_until(b"0\r\n\r\n"), asynchronous);
            let request = story.client.request("POST", "/", 0);
            start(&story, &request, 0, flags, b"abc").expect("the head");
            assert_eq!(write(&request, b"and the rest"), Ok(12));
            assert_eq!(
                write(&request, b""),
                Ok(0),
                "no chunk ends the body but the last"
            );
            end(&story, &request).expect("the answer");
            assert_eq!(story.read_all(&request), Ok(wire.to_vec()));
            let head = &story.server.recorded()[0];
            assert_eq!(head.header("Transfer-Encoding").as_deref(), Some("chunked"));
            assert_eq!(head.header("Content-Length"), None);
        }
    }
}

/// A program that frames by itself is not framed again.
#[test]
fn a_framing_of_the_programs_own_stays() {
    let story = Story::new(chunks_until(b"0\r\n\r\n"), false);
    let request = story.client.request("POST", "/", 0);
    add_headers(&request, "Transfer-Encoding: chunked", HTTP_ADDREQ_FLAG_ADD).unwrap();
    start(&story, &request, 0, 0, b"").expect("the head");
    write(&request, b"2\r\nhi\r\n0\r\n\r\n").expect("written");
    end(&story, &request).expect("the answer");
    assert_eq!(
        story.read_all(&request),
        Ok(b"2\r\nhi\r\n0\r\n\r\n".to_vec())
    );
}

#[test]
fn a_content_length_of_the_programs_own_wins() {
    let story = Story::new(Server::respond(|_| ok("")), false);
    let request = story.client.request("POST", "/", 0);
    add_headers(&request, "Content-Length: 4", HTTP_ADDREQ_FLAG_ADD).unwrap();
    // SAFETY: no pointer is given.
    check(unsafe { HttpSendRequestExW(request.raw(), null_mut(), null_mut(), 0, 0) }).unwrap();
    write(&request, b"four").expect("written");
    end(&story, &request).expect("the answer");
    let recorded = &story.server.recorded()[0];
    assert_eq!(recorded.body, b"four");
    assert_eq!(recorded.header("Transfer-Encoding"), None);
}

/// More than the head says would be the beginning of a request that nobody made.
#[test]
fn nothing_goes_out_behind_the_length() {
    for asynchronous in BOTH {
        let story = Story::new(Server::respond(|_| ok("")), asynchronous);
        let request = story.client.request("POST", "/", 0);
        start(&story, &request, 4, 0, b"").expect("the head");
        assert_eq!(write(&request, b"GET / "), Err(ERROR_INVALID_PARAMETER));
        assert_eq!(write(&request, b"four"), Ok(4));
        assert_eq!(write(&request, b"!"), Err(ERROR_INVALID_PARAMETER));
        end(&story, &request).expect("the answer");
        assert_eq!(story.server.recorded().len(), 1);
        assert_eq!(story.server.notes(), Vec::<String>::new());
    }
}

#[test]
fn each_call_has_its_turn() {
    for asynchronous in BOTH {
        let story = Story::new(Server::respond(|_| ok("body")), asynchronous);
        let request = story.client.request("POST", "/", 0);
        const STATE: u32 = ERROR_INTERNET_INCORRECT_HANDLE_STATE;
        assert_eq!(write(&request, b"x"), Err(STATE));
        assert_eq!(begin_to_end(&request), Err(STATE));
        start(&story, &request, 1, 0, b"").expect("the head");
        assert_eq!(query(&request, HTTP_QUERY_STATUS_CODE), Err(STATE));
        let flags = option_u32(&request, INTERNET_OPTION_REQUEST_FLAGS).unwrap();
        assert_ne!(flags & INTERNET_REQFLAG_NO_HEADERS, 0);
        assert_eq!(available(&request), Err(STATE));
        write(&request, b"x").expect("written");
        end(&story, &request).expect("the answer");
        let flags = option_u32(&request, INTERNET_OPTION_REQUEST_FLAGS).unwrap();
        assert_eq!(flags & INTERNET_REQFLAG_NO_HEADERS, 0);
        assert_eq!(write(&request, b"x"), Err(STATE));
        assert_eq!(begin_to_end(&request), Err(STATE));
        assert_eq!(story.read_all(&request), Ok(b"body".to_vec()));
    }
}

#[test]
fn arguments_that_make_no_sense_are_refused() {
    let story = Story::new(Server::respond(|_| ok("")), false);
    let request = story.client.request("POST", "/", 0);
    // SAFETY: structs and variables outlive the calls.
    unsafe {
        let mut buffers: INTERNET_BUFFERSA = std::mem::zeroed();
        let refused = |result: BOOL| assert_eq!(check(result), Err(ERROR_INVALID_PARAMETER));
        refused(HttpSendRequestExA(
            request.raw(),
            &mut buffers,
            null_mut(),
            0,
            0,
        ));
        buffers.dwStructSize = size_of::<INTERNET_BUFFERSA>() as u32;
        refused(HttpSendRequestExA(
            request.raw(),
            null_mut(),
            &mut buffers,
            0,
            0,
        ));
        refused(HttpSendRequestExA(
            request.raw(),
            &mut buffers,
            null_mut(),
            0x4000,
            0,
        ));
        start(&story, &request, 1, 0, b"").expect("the head");
        refused(HttpEndRequestA(request.raw(), &mut buffers, 0, 0));
        refused(InternetWriteFile(
            request.raw(),
            [1].as_ptr().cast(),
            1,
            null_mut(),
        ));
        let mut count = 5;
        refused(InternetWriteFile(request.raw(), null(), 1, &mut count));
        assert_eq!(count, 0);
    }
}

/// HttpEndRequest after a head that could not be sent.
#[test]
fn the_end_of_what_did_not_begin_is_cancelled() {
    for asynchronous in BOTH {
        let refused = ports::RefusedPort::new();
        let client = Client::to_port(asynchronous, refused.port());
        let request = client.request("POST", "/", 0);
        // SAFETY: no pointer is given.
        let started = unsafe { HttpSendRequestExA(request.raw(), null_mut(), null_mut(), 0, 0) };
        let started = finish(check(started), client.recorder);
        assert_eq!(started, Err(ERROR_INTERNET_CANNOT_CONNECT));
        let ended = finish(begin_to_end(&request), client.recorder);
        assert_eq!(ended, Err(ERROR_INTERNET_OPERATION_CANCELLED));
    }
}

/// A server that does not want the rest says so and hangs up: its answer counts.
#[test]
fn an_early_answer_is_the_answer() {
    for asynchronous in BOTH {
        let server = Server::serve(|connection| {
            connection.read_head()?;
            connection.send(reply("413 Too Large", &[("Connection", "close")], "no"))?;
            connection.half_close()?;
            connection.hold()
        });
        let story = Story::new(server, asynchronous);
        let request = story.client.request("POST", "/", 0);
        start(&story, &request, 1 << 20, 0, b"").expect("the head");
        let _taken_or_not = write(&request, &[0; 1000]);
        end(&story, &request).expect("the answer");
        assert_eq!(status_code(&request), 413);
    }
}

/// 303 asks for the result by GET; 307 wants a body that is gone.
#[test]
fn a_redirect_of_a_body_in_pieces() {
    for asynchronous in BOTH {
        for (status, followed) in [("303 See Other", true), ("307 Temporary Redirect", false)] {
            let server =
                Server::respond(move |request: &Request| match request.target().as_str() {
                    "/from" => reply(status, &[("Location", "/to")], ""),
                    _ => ok("result"),
                });
            let story = Story::new(server, asynchronous);
            let request = story.client.request("POST", "/from", 0);
            start(&story, &request, 4, 0, b"bo").expect("the head");
            write(&request, b"dy").expect("the rest");
            end(&story, &request).expect("the answer");
            let code = status_code(&request);
            assert_eq!(code, if followed { 200 } else { 307 });
        }
    }
}

/// GET and HEAD keep their method: they are followed where there is nothing to be written again, and left to the
/// program where there was.
#[test]
fn a_redirect_of_a_method_that_stays() {
    const NONE: &[&[u8]] = &[];
    for asynchronous in BOTH {
        for (method, total, pieces, followed) in [
            ("GET", 0, NONE, true),
            ("HEAD", 0, NONE, true),
            ("GET", 4, &[b"body"], false),
        ] {
            for status in ["302 Found", "307 Temporary Redirect"] {
                let server =
                    Server::respond(move |request: &Request| match request.target().as_str() {
                        "/from" => reply(status, &[("Location", "/to")], ""),
                        _ => reply("200 OK", &[("X-There", "1")], ""),
                    });
                let story = Story::new(server, asynchronous);
                let request = story.client.request(method, "/from", 0);
                send_in_pieces(&story.client, &request, total, pieces).expect("an answer");
                assert_eq!(status_code(&request) == 200, followed, "{method} {status}");
                let there = query(&request, HTTP_QUERY_RAW_HEADERS_CRLF).expect("a head");
                assert_eq!(there.contains("X-There"), followed);
                let sent = story.server.recorded();
                assert_eq!(sent.last().map(Request::method).as_deref(), Some(method));
                assert_eq!(sent.len(), if followed { 2 } else { 1 });
            }
        }
    }
}

/// Pieces that the server takes slowly fill the socket and wait, in an asynchronous session too.
#[test]
fn a_large_body_arrives_whole() {
    for asynchronous in BOTH {
        let server = Server::serve(|connection| {
            let request = connection.read_request()?;
            let sum: u64 = request.body.iter().map(|&byte| u64::from(byte)).sum();
            connection.send(ok(format!("{} {sum}", request.body.len())))
        });
        let story = Story::new(server, asynchronous);
        let request = story.client.request("POST", "/", 0);
        let piece: Vec<u8> = (0..1 << 20).map(|n: u32| (n % 251) as u8).collect();
        start(&story, &request, 8 << 20, 0, b"").expect("the head");
        for _ in 0..8 {
            assert_eq!(write(&request, &piece), Ok(1 << 20));
        }
        end(&story, &request).expect("the answer");
        let sum: u64 = 8 * piece.iter().map(|&byte| u64::from(byte)).sum::<u64>();
        let expected = format!("{} {sum}", 8 << 20).into_bytes();
        assert_eq!(story.read_all(&request), Ok(expected));
    }
}
