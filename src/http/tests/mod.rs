//! Whole answers: the same however they are cut, and nothing breaks the reader.

use std::sync::Arc;

use super::body::Body;
use super::*;

mod cuts;
mod mutations;

/// An answer, read to its end.
#[derive(Debug, Default, PartialEq, Eq)]
struct Outcome {
    informational: Vec<u16>,
    head: Option<Arc<ResponseHead>>,
    body: Vec<u8>,
    /// Wire bytes that belong to the answer; not told for a violation, since how
    /// far that reaches is left open.
    consumed: Option<usize>,
    keeps_connection: bool,
    violation: Option<Violation>,
}

/// How a reader takes the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    /// Into a buffer of that size.
    Copy(usize),
    /// Plain bytes straight from the wire, the rest through the decoder.
    Straight,
}

/// Reads an answer that arrives in `pieces`, after which the server closes.
fn read(method: &[u8], pieces: &[&[u8]], way: Way) -> Outcome {
    let mut outcome = Outcome::default();
    let mut exchange = Exchange::new(method);
    match drive(&mut exchange, pieces, way, &mut outcome) {
        Ok(consumed) => {
            outcome.consumed = Some(consumed);
            assert!(exchange.body().is_done());
        }
        Err(violation) => outcome.violation = Some(violation),
    }
    outcome.head = exchange.head().cloned();
    outcome.keeps_connection = exchange.keeps_connection();
    outcome
}

fn drive(
    exchange: &mut Exchange,
    pieces: &[&[u8]],
    way: Way,
    outcome: &mut Outcome,
) -> Result<usize, Violation> {
    let mut consumed = 0;
    for piece in pieces {
        let mut rest = *piece;
        while exchange.head().is_none() && !rest.is_empty() {
            let (n, event) = exchange.receive(rest)?;
            assert!(n <= rest.len());
            assert!(n > 0 || event.is_some(), "no progress");
            rest = &rest[n..];
            consumed += n;
            match event {
                Some(HeadEvent::Informational(code)) => outcome.informational.push(code),
                Some(HeadEvent::Head) => outcome.body.extend(exchange.take_early_body()),
                None => assert!(rest.is_empty()),
            }
        }
        if exchange.head().is_some() {
            consumed += take(exchange.body_mut(), rest, way, &mut outcome.body)?;
        }
    }
    if exchange.head().is_none() {
        exchange.end_of_stream_in_head()?;
    }
    exchange.body_mut().end_of_stream()?;
    Ok(consumed)
}

/// Gives `wire` to the body; tells how much of it belonged to it.
fn take(body: &mut Body, wire: &[u8], way: Way, out: &mut Vec<u8>) -> Result<usize, Violation> {
    let mut at = 0;
    while at < wire.len() && !body.is_done() {
        let rest = &wire[at..];
        let plain = usize::try_from(body.plain()).map_or(rest.len(), |n| n.min(rest.len()));
        if way == Way::Straight && plain > 0 {
            out.extend_from_slice(&rest[..plain]);
            body.took(plain as u64);
            at += plain;
            continue;
        }
        let mut buf = match way {
            Way::Copy(size) => vec![0xaa; size],
            Way::Straight => Vec::new(),
        };
        let done = body.decode(rest, &mut buf)?;
        assert!(done.consumed <= rest.len() && done.produced <= buf.len());
        assert!(done.produced <= done.consumed);
        assert!(done.consumed > 0, "no progress");
        out.extend_from_slice(&buf[..done.produced]);
        at += done.consumed;
    }
    Ok(at)
}

/// Method and answer; each answer is followed by what is not part of it.
const SAMPLES: &[(&[u8], &[u8])] = &[
    (b"GET", b"HTTP/1.1 200 OK\r\nContent-Length: 11\r\nServer: x\r\n\r\nhello worldHTTP/1.1 "),
    (b"GET", b"HTTP/1.1 200 OK\r\nContent-Length: 11\r\n\r\nhello wor"),
    (b"GET", b"HTTP/1.0 200 OK\r\nContent-Type: text/plain\r\n\r\nuntil the close"),
    (b"GET", b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n1;ext=\"a;b\"\r\n \r\n0005 \r\nworld\r\n0\r\nTrailer: x\r\n\r\nHTTP/1.1 "),
    (b"GET", b"HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n5\nhello\n0\n\nnext"),
    (b"GET", b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n"),
    (b"GET", b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\nzz\r\n"),
    (b"GET", b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhelloo\r\n0\r\n\r\n"),
    (b"GET", b"HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\nConnection: close\r\n\r\n1\r\nx\r\n0\r\n\r\n"),
    (b"HEAD", b"HTTP/1.1 200 OK\r\nContent-Length: 11\r\n\r\nHTTP/1.1 200 OK\r\n"),
    (b"GET", b"HTTP/1.1 304 Not Modified\r\nContent-Length: 11\r\n\r\nHTTP/1.1 "),
    (b"POST", b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Hints\r\nodd\r\n: x\r\nLink: <a>\r\n\r\nHTTP/1.1 204 No Content\r\n\r\nHTTP"),
    (b"GET", b"\r\n\r\nHTTP/1.1 200\r\nContent-Length: 2\r\n\r\nok"),
    (b"GET", b"http/1.1  200  fine \r\nContent-Length : 2\r\nA: one\r\n\ttwo\r\n three\r\n\r\nok"),
    (b"GET", b"HTTP/1.1 200 OK\r\nHTTP/1.1 200 OK\r\nNul: a\0b\r\nContent-Length: 2\r\n\r\nok"),
    (b"GET", b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\r\nB: a\rb\r\n\r\nok"),
    (b"GET", b"hello, this is HTTP/0.9"),
    (b"GET", b"HTTQ/1.1 200 OK\r\n\r\n"),
    (b"GET", b"\r\n\nplain text"),
    (b"GET", b"\r\n\rplain text"),
    (b"GET", b"HTT"),
    (b"GET", b""),
    (b"GET", b"\r\n"),
    (b"GET", b"HTTP/1.1 200 OK\r\nA: b\r\n"),
    (b"GET", b"HTTP/1.1 abc\r\nA: b\r\n\r\n"),
    (b"GET", b"HTTP/1.1 100 Continue\r\n\r\nrubbish"),
    (b"GET", b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\nok"),
    (b"GET", b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\nok"),
    (b"GET", b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\nother protocol"),
    (b"CONNECT", b"HTTP/1.1 200 Connection established\r\nContent-Length: 9\r\n\r\ntunnelled"),
];
