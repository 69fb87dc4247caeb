//! Bodies that are cut short, whose framing breaks, or that are longer than they
//! say. What came before the fault can be read, then reading fails; never does a
//! part pass for the whole.

#![allow(unsafe_code)]

mod support;

use std::time::{Duration, Instant};

use support::reply::{chunk, chunked, head, ok, LAST_CHUNK};
use support::*;
use wininet::abi::*;

/// What a fault may be called.
const FAULTS: [u32; 3] = [
    ERROR_HTTP_INVALID_SERVER_RESPONSE,
    ERROR_INTERNET_CONNECTION_ABORTED,
    ERROR_INTERNET_CONNECTION_RESET,
];

/// Reads `size` bytes at a time to the end.
fn read_by(client: &Client, request: &Handle, size: usize) -> Result<Vec<u8>> {
    let mut all = Vec::new();
    loop {
        let piece = start_read(request, size)?.finish(client.recorder)?;
        if piece.is_empty() {
            return Ok(all);
        }
        all.extend(piece);
    }
}

/// By InternetReadFileEx and IRF_NO_WAIT, as the data comes.
fn read_at_hand(client: &Client, request: &Handle) -> Result<Vec<u8>> {
    let mut all = Vec::new();
    loop {
        match start_read_ex(request, 1000, IRF_NO_WAIT, 0)? {
            Read::Done(piece) if piece.is_empty() => return Ok(all),
            Read::Done(piece) => all.extend(piece),
            // It only says to ask again.
            Read::Pending(pending) => drop(pending.finish(client.recorder)?),
        }
    }
}

/// By InternetQueryDataAvailable, and then exactly so many.
fn read_as_available(client: &Client, request: &Handle) -> Result<Vec<u8>> {
    let mut all = Vec::new();
    loop {
        let count = match available(request) {
            Err(ERROR_IO_PENDING) => match client.recorder.wait_complete() {
                (0, error) => return Err(error),
                (_, count) => count,
            },
            other => other?,
        };
        if count == 0 {
            return Ok(all);
        }
        let piece = start_read(request, count as usize)?.finish(client.recorder)?;
        assert_eq!(piece.len(), count as usize, "what was promised is there");
        all.extend(piece);
    }
}

#[derive(Clone, Copy, Debug)]
enum How {
    By(usize),
    AtHand,
    AsAvailable,
}

const HOWS: [How; 5] = [
    How::By(1),
    How::By(7),
    How::By(70_000),
    How::AtHand,
    How::AsAvailable,
];

fn fetch(client: &Client, how: How) -> Result<Vec<u8>> {
    let request = client.get("/");
    client.send(&request)?;
    let read = match how {
        How::By(size) => read_by(client, &request, size),
        How::AtHand => read_at_hand(client, &request),
        How::AsAvailable => read_as_available(client, &request),
    };
    if let Err(error) = read {
        // Trying again does not turn it into an end.
        let again = start_read(&request, 10).and_then(|it| it.finish(client.recorder));
        assert_eq!(again, Err(error));
    }
    client.recorder.wait_idle();
    client.recorder.assert_sound();
    read
}

/// Sends the first bytes of the answer, and then the connection ends.
fn cut(answer: &[u8], at: usize, by_reset: bool) -> Server {
    let part = answer[..at].to_vec();
    Server::serve(move |connection| {
        connection.read_request()?;
        connection.send(&part)?;
        match by_reset {
            true => connection.reset(),
            false => {
                connection.close();
                Ok(())
            }
        }
    })
}

#[track_caller]
fn every_cut_is_an_error(answer: &[u8], body: &[u8]) {
    for is_async in [false, true] {
        for by_reset in [false, true] {
            for at in 0..answer.len() {
                let server = cut(answer, at, by_reset);
                let how = HOWS[at % HOWS.len()];
                let fetched = fetch(&Client::new(is_async, &server), how);
                let told = format!("cut at {at}, {how:?}, async {is_async}, RST {by_reset}");
                let error = fetched.expect_err(&told);
                assert!(FAULTS.contains(&error), "{error}: {told}");
            }
        }
        for how in HOWS {
            let server = cut(answer, answer.len(), false);
            let fetched = fetch(&Client::new(is_async, &server), how);
            assert_eq!(fetched.as_deref(), Ok(body), "{how:?}, async {is_async}");
        }
    }
}

#[test]
fn a_body_with_a_length_cut_anywhere() {
    every_cut_is_an_error(&ok("0123456789"), b"0123456789");
}

#[test]
fn a_chunked_body_cut_anywhere() {
    every_cut_is_an_error(&chunked(&["abc", "defg", "h"]), b"abcdefgh");
}

#[test]
fn a_chunked_body_with_trailers_cut_anywhere() {
    let head = head("200 OK", &[("Transfer-Encoding", "chunked")]);
    let rest = b"3;name=\"value\"\r\nabc\r\n00\r\nX-Trailer: 1\r\n\r\n";
    every_cut_is_an_error(&[&head[..], rest].concat(), b"abc");
}

/// A long body cut short near its end, which large reads go directly for.
#[test]
fn a_long_body_cut_short() {
    let size = 300_000;
    let answer = ok(vec![b'x'; size]);
    for is_async in [false, true] {
        for missing in [1, 5_000, 150_000] {
            for how in HOWS
                .into_iter()
                .filter(|how| !matches!(how, How::By(1 | 7)))
            {
                let server = cut(&answer, answer.len() - missing, false);
                let fetched = fetch(&Client::new(is_async, &server), how);
                let told = format!("{missing} missing, {how:?}, async {is_async}");
                assert!(FAULTS.contains(&fetched.expect_err(&told)), "{told}");
            }
        }
    }
}

/// What came before the fault is there for whoever asks for no more than that:
/// first three bytes, then the fault, and again the fault.
#[track_caller]
fn good_bytes_then_a_fault(bad: &[u8]) {
    let head = head("200 OK", &[("Transfer-Encoding", "chunked")]);
    let good = chunk("abc");
    for is_async in [false, true] {
        let at_once = Script::answer([&head[..], &good, bad].concat()).half_close();
        let go = Latch::new();
        let later = Script::answer([&head[..], &good].concat());
        let later = later.pause(&go).send(bad).half_close();
        let bytewise = Script::answer(head.clone());
        let bytewise = bytewise.send_slowly([&good, bad].concat(), 1).half_close();
        let scripts = match bad.len() {
            0..=40 => vec![at_once, later, bytewise],
            _ => vec![at_once, later],
        };
        for script in scripts {
            let server = Server::script(script);
            let client = Client::new(is_async, &server);
            let request = client.get("/");
            client.send(&request).expect("a head");
            let told = format!("{:?}", String::from_utf8_lossy(&bad[..bad.len().min(40)]));
            let read = |size| start_read(&request, size)?.finish(client.recorder);
            assert_eq!(read(3).as_deref(), Ok(&b"abc"[..]), "{told}");
            go.release();
            let fault = Err(ERROR_HTTP_INVALID_SERVER_RESPONSE);
            assert_eq!(read(3), fault, "{told}, async {is_async}");
            assert_eq!(read(3), fault, "{told}, async {is_async}");
            assert_eq!(available_or_error(&client, &request), fault.map(|_| 0));
            server.wait_ended(1);
        }
        // A read that wants more than came is no success either.
        let server = Server::script(Script::answer([&head[..], &good, bad].concat()).half_close());
        let fetched = fetch(&Client::new(is_async, &server), How::By(100));
        assert_eq!(fetched, Err(ERROR_HTTP_INVALID_SERVER_RESPONSE));
    }
}

fn available_or_error(client: &Client, request: &Handle) -> Result<u32> {
    match available(request) {
        Err(ERROR_IO_PENDING) => match client.recorder.wait_complete() {
            (0, error) => Err(error),
            (_, count) => Ok(count),
        },
        other => other,
    }
}

#[test]
fn chunk_sizes_that_are_none() {
    let sizes: [&[u8]; 12] = [
        b"xyz\r\nabc\r\n",
        b"-3\r\nabc\r\n",
        b"+3\r\nabc\r\n",
        b"0x3\r\nabc\r\n",
        b" 3\r\nabc\r\n",
        b"\r\nabc\r\n",
        b";name\r\nabc\r\n",
        b"3 3\r\nabc\r\n",
        b"3\rabc\r\n",
        b"10000000000000000\r\nabc\r\n",
        b"ffffffffffffffffffffffff\r\nabc\r\n",
        b"3.\r\nabc\r\n",
    ];
    sizes.into_iter().for_each(good_bytes_then_a_fault);
}

/// A chunk whose data does not end where its size says.
#[test]
fn chunks_of_another_size_than_they_say() {
    let head = head("200 OK", &[("Transfer-Encoding", "chunked")]);
    for is_async in [false, true] {
        for bad in [&b"2\r\nabc\r\n0\r\n\r\n"[..], b"5\r\nabc\r\n0\r\n\r\n"] {
            let script = Script::answer([&head[..], bad].concat()).half_close();
            let server = Server::script(script);
            let fetched = fetch(&Client::new(is_async, &server), How::By(100));
            assert_eq!(fetched, Err(ERROR_HTTP_INVALID_SERVER_RESPONSE));
        }
    }
}

/// Lines of the framing that never end.
#[test]
fn framing_without_end() {
    let extension = format!("3;{}\r\nabc\r\n", "x".repeat(64 * 1024));
    good_bytes_then_a_fault(extension.as_bytes());
    let zeros = format!("{}3\r\nabc\r\n", "0".repeat(64 * 1024));
    good_bytes_then_a_fault(zeros.as_bytes());
    let trailers = format!("0\r\n{}\r\n", "X-Trailer: x\r\n".repeat(10_000));
    good_bytes_then_a_fault(trailers.as_bytes());
    let trailer = format!("0\r\nX-Trailer: {}\r\n\r\n", "x".repeat(128 * 1024));
    good_bytes_then_a_fault(trailer.as_bytes());
}

/// More bytes than the answer has: the body is what the head said, and the
/// connection serves nobody any more.
#[test]
fn more_than_the_answer() {
    let evil = ok("evil");
    let chunked = chunked(&["abc"]);
    let empty = head("204 No Content", &[]);
    let answers: [(Vec<u8>, &[u8]); 4] = [
        ([ok("abc"), evil.clone()].concat(), b"abc"),
        ([chunked, evil.clone()].concat(), b"abc"),
        ([empty, evil.clone()].concat(), b""),
        ([ok("abc"), b"\r\n".to_vec()].concat(), b"abc"),
    ];
    for (answer, body) in answers {
        for is_async in [false, true] {
            let first = Script::answer(answer.clone());
            let second = Script::answer(ok("second"));
            let server = Server::scripts([first, second]);
            let client = Client::new(is_async, &server);
            assert_eq!(fetch(&client, How::By(100)).as_deref(), Ok(body));
            let next = fetch(&client, How::By(100));
            assert_eq!(next.as_deref(), Ok(&b"second"[..]), "async {is_async}");
            assert_eq!(server.connections(), 2);
        }
    }
}

/// Within a tick of the kernel a connection is used again without another look: src/net/pool. No tick is so long.
const AT_ONCE: Duration = Duration::from_millis(20);

/// The same when they come while the connection is idle, such as the 408 that
/// some servers send before they hang up: never the answer to the next request.
#[test]
fn bytes_that_come_to_an_idle_connection() {
    for is_async in [false, true] {
        for verb in ["GET", "POST"] {
            let (go, gone) = (Latch::new(), Latch::new());
            let late = reply::reply("408 Request Timeout", &[], "late");
            let first = Script::answer(ok("first"))
                .pause(&go)
                .send(late)
                .signal(&gone);
            let server = Server::scripts([first, Script::answer(ok("second"))]);
            let client = Client::new(is_async, &server);
            assert_eq!(fetch(&client, How::By(100)).as_deref(), Ok(&b"first"[..]));
            go.release();
            gone.wait();
            // Other answers come later than those bytes, so the poller has seen both. And the connection is
            // looked at unless it was used just now.
            let other = Server::respond(|_| ok("other"));
            let other = Client::new(is_async, &other);
            let since = Instant::now();
            loop {
                assert_eq!(fetch(&other, How::By(100)).as_deref(), Ok(&b"other"[..]));
                if since.elapsed() > AT_ONCE {
                    break;
                }
            }
            let request = client.request(verb, "/", 0);
            client.send(&request).expect("an answer");
            let told = format!("{verb}, async {is_async}");
            assert_eq!(status_code(&request), 200, "{told}");
            assert_eq!(
                read_by(&client, &request, 100).as_deref(),
                Ok(&b"second"[..]),
                "{told}"
            );
            assert_eq!(server.connections(), 2, "{told}");
        }
    }
}

/// The body goes straight into a large buffer of the caller's, and what is
/// behind it stays in the socket, or in TLS: still nobody else's answer.
#[test]
fn more_than_the_answer_behind_a_large_body() {
    let size = 40_000;
    for config in [None, Some(certs::good())] {
        for is_async in [false, true] {
            let go = Latch::new();
            let length = size.to_string();
            let head = head("200 OK", &[("Content-Length", &length)]);
            let rest = [vec![b'x'; size], ok("evil")].concat();
            let begin = || match &config {
                Some(config) => Script::new().tls(config),
                None => Script::new(),
            };
            let first = begin().then_answer(head).pause(&go).send(rest);
            let second = begin().then_answer(ok("second"));
            let server = Server::scripts([first, second]);
            let client = Client::new(is_async, &server);
            let flags = config.as_ref().map_or(0, |_| INTERNET_FLAG_SECURE);
            let request = client.request("GET", "/", flags);
            client.send(&request).expect("a head");
            go.release();
            let read = start_read(&request, size)
                .expect("a read")
                .finish(client.recorder);
            assert_eq!(read.map(|it| it.len()), Ok(size));
            let request = client.request("GET", "/", flags);
            client.send(&request).expect("an answer");
            let told = format!("async {is_async}, TLS {}", config.is_some());
            let body = read_by(&client, &request, 100);
            assert_eq!(body.as_deref(), Ok(&b"second"[..]), "{told}");
        }
    }
}

/// The last chunk came, but not the end of the answer: no end either.
#[test]
fn the_last_chunk_is_not_the_end() {
    let head = head("200 OK", &[("Transfer-Encoding", "chunked")]);
    let good = [&head[..], &chunk("abc"), LAST_CHUNK].concat();
    for is_async in [false, true] {
        let server = cut(&good, good.len() - 2, false);
        let fetched = fetch(&Client::new(is_async, &server), How::By(3));
        assert_eq!(fetched, Err(ERROR_INTERNET_CONNECTION_ABORTED));
    }
}
