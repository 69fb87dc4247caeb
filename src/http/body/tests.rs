use super::super::response::parse_lines;
use super::chunked::{MAX_CHUNK_LINE, MAX_TRAILERS};
use super::*;

fn framed(kind: RequestKind, status: &str, fields: &str) -> Result<Framing, Violation> {
    let head = format!("HTTP/{status}\r\n{fields}\r\n");
    framing(&parse_lines(head.as_bytes()).unwrap(), kind)
}

fn ok(fields: &str) -> Result<Framing, Violation> {
    framed(RequestKind::Other, "1.1 200 OK", fields)
}

#[test]
fn framing_by_length() {
    assert_eq!(ok("Content-Length: 5\r\n"), Ok(Framing::Length(5)));
    assert_eq!(ok("content-length:\t0\r\n"), Ok(Framing::Length(0)));
    assert_eq!(ok("Content-Length: 007\r\n"), Ok(Framing::Length(7)));
    assert_eq!(ok("Content-Length: 5 , 5\r\n"), Ok(Framing::Length(5)));
    assert_eq!(
        ok("Content-Length: 5\r\nContent-Length: 5\r\n"),
        Ok(Framing::Length(5))
    );
    assert_eq!(
        ok("Content-Length: 18446744073709551615\r\n"),
        Ok(Framing::Length(u64::MAX))
    );
    for bad in [
        "",
        "-1",
        "+1",
        "0x5",
        "5 5",
        "five",
        "5,6",
        "5,",
        ",",
        "5;",
        "1e3",
        "18446744073709551616",
        "99999999999999999999999",
    ] {
        let fields = format!("Content-Length: {bad}\r\n");
        assert_eq!(ok(&fields), Err(Violation::ContentLength), "{bad:?}");
    }
    assert_eq!(
        ok("Content-Length: 5\r\nA: b\r\ncontent-length: 6\r\n"),
        Err(Violation::ContentLength)
    );
}

#[test]
fn framing_by_transfer_encoding() {
    for chunked in [
        "chunked",
        "CHUNKED",
        "gzip, chunked",
        "gzip\r\nTransfer-Encoding: chunked",
    ] {
        let fields = format!("Transfer-Encoding: {chunked}\r\n");
        assert_eq!(ok(&fields), Ok(Framing::Chunked), "{chunked}");
        assert_eq!(
            framed(RequestKind::Other, "1.0 200 OK", &fields),
            Ok(Framing::Chunked)
        );
    }
    for close in ["gzip", "chunked, gzip", "chunkedd", "identity", ""] {
        let fields = format!("Transfer-Encoding: {close}\r\n");
        assert_eq!(ok(&fields), Ok(Framing::UntilClose), "{close}");
    }
    for both in ["chunked", "gzip"] {
        let fields = format!("Content-Length: 5\r\nTransfer-Encoding: {both}\r\n");
        assert_eq!(ok(&fields), Err(Violation::Field));
    }
    assert_eq!(
        ok("Transfer-Encoding: identity\r\nContent-Length: 5\r\n"),
        Ok(Framing::Length(5))
    );
    assert_eq!(ok(""), Ok(Framing::UntilClose));
}

#[test]
fn framing_without_a_body() {
    for status in [
        "1.1 100 x",
        "1.1 101 x",
        "1.1 199 x",
        "1.1 204 x",
        "1.1 304 x",
    ] {
        for fields in [
            "Content-Length: 5\r\n",
            "Transfer-Encoding: chunked\r\n",
            "",
        ] {
            assert_eq!(
                framed(RequestKind::Other, status, fields),
                Ok(Framing::Empty)
            );
        }
    }
    let length = "Content-Length: 5\r\n";
    assert_eq!(
        framed(RequestKind::Head, "1.1 200 OK", length),
        Ok(Framing::Empty)
    );
    assert_eq!(
        framed(RequestKind::Connect, "1.1 200 OK", length),
        Ok(Framing::Empty)
    );
    assert_eq!(
        framed(RequestKind::Connect, "1.1 407 No", length),
        Ok(Framing::Length(5))
    );
}

/// Decodes in one piece: payload, what was consumed, how it ended.
fn decoded(framing: Framing, wire: &[u8]) -> (Vec<u8>, usize, Result<bool, Violation>) {
    let mut body = Body::new(framing);
    let mut out = vec![0; wire.len()];
    let mut done = Decoded::default();
    loop {
        match body.decode(&wire[done.consumed..], &mut out[done.produced..]) {
            Ok(step) if step == Decoded::default() => break,
            Ok(step) => {
                done.consumed += step.consumed;
                done.produced += step.produced;
            }
            Err(violation) => {
                out.truncate(done.produced);
                return (out, done.consumed, Err(violation));
            }
        }
    }
    out.truncate(done.produced);
    (out, done.consumed, Ok(body.is_done()))
}

#[track_caller]
fn expect_chunked(wire: &[u8], payload: &[u8]) {
    let mut followed = wire.to_vec();
    followed.extend_from_slice(b"HTTP/1.1 ");
    let expected = (payload.to_vec(), wire.len(), Ok(true));
    assert_eq!(decoded(Framing::Chunked, wire), expected);
    assert_eq!(decoded(Framing::Chunked, &followed), expected);
}

#[test]
fn chunks() {
    expect_chunked(b"0\r\n\r\n", b"");
    expect_chunked(b"5\r\nhello\r\n0\r\n\r\n", b"hello");
    expect_chunked(b"5\nhello\n0\n\n", b"hello");
    expect_chunked(
        b"005 \t\r\nhello\r\n6;a=b;c=\"d\"\r\n world\r\n000\r\n\r\n",
        b"hello world",
    );
    expect_chunked(
        b"a ; x\r\n0123456789\r\n0;last\r\nTrailer: 1\r\nOther: 2\r\n\r\n",
        b"0123456789",
    );
    expect_chunked(b"A\n0123456789\n0\nT: 1\n\n", b"0123456789");
}

#[test]
fn broken_chunks() {
    for wire in [
        &b"x\r\n"[..],
        b"\r\n",
        b"\n",
        b"-5\r\n",
        b"0x5\r\n",
        b" 5\r\n",
        b";a\r\n",
        b"5 5\r\n",
        b"5\rx",
        b"11111111111111111\r\n",
        b"0\r\n\rx",
    ] {
        let (payload, _, end) = decoded(Framing::Chunked, wire);
        assert_eq!(
            (payload.len(), end),
            (0, Err(Violation::Chunk)),
            "{}",
            wire.escape_ascii()
        );
    }
    // Payload before the fault is still delivered.
    for wire in [
        &b"5\r\nhelloworld"[..],
        b"5\r\nhello\rx",
        b"5\r\nhello\r\nz",
    ] {
        let (payload, consumed, end) = decoded(Framing::Chunked, wire);
        assert_eq!((&payload[..], end), (&b"hello"[..], Err(Violation::Chunk)));
        assert!(
            consumed < wire.len(),
            "the driver must have a reason to call again"
        );
    }
    // The largest size there is.
    let mut body = Body::new(Framing::Chunked);
    let size = b"ffffffffffffffff\r\n";
    assert_eq!(body.decode(size, &mut []).unwrap().consumed, size.len());
    assert_eq!(body.plain(), u64::MAX);
}

#[test]
fn framing_is_bounded() {
    let line = |len: usize| [b"5;".to_vec(), vec![b'x'; len - 3], b"\n".to_vec()].concat();
    let max = MAX_CHUNK_LINE as usize;
    let fits = [line(max), b"hello\r\n0\r\n\r\n".to_vec()].concat();
    assert_eq!(decoded(Framing::Chunked, &fits).2, Ok(true));
    assert_eq!(
        decoded(Framing::Chunked, &line(max + 1)).2,
        Err(Violation::Chunk)
    );
    let zeros = vec![b'0'; max + 1];
    assert_eq!(decoded(Framing::Chunked, &zeros).2, Err(Violation::Chunk));

    let trailers = |len: usize| [b"0\r\n".to_vec(), b"A: b\r\n".repeat(len / 6)].concat();
    let max = MAX_TRAILERS as usize;
    let fits = [trailers(max - 10), b"\r\n".to_vec()].concat();
    assert_eq!(decoded(Framing::Chunked, &fits).2, Ok(true));
    assert_eq!(
        decoded(Framing::Chunked, &trailers(max + 6)).2,
        Err(Violation::Chunk)
    );
}

#[test]
fn framing_is_consumed_without_room() {
    let mut body = Body::new(Framing::Chunked);
    let mut out = [0; 5];
    assert_eq!(
        body.decode(b"5\r\nhello\r\n0\r\n\r\nnext", &mut out),
        Ok(Decoded {
            consumed: 15,
            produced: 5
        })
    );
    assert!(body.is_done());

    let mut body = Body::new(Framing::Chunked);
    body.decode(b"5\r\nhello", &mut out).unwrap();
    assert!(!body.is_done());
    let rest = Decoded {
        consumed: 7,
        produced: 0,
    };
    assert_eq!(body.decode(b"\r\n0\r\n\r\n", &mut []), Ok(rest));
    assert!(body.is_done());
    assert_eq!(body.decode(b"more", &mut out), Ok(Decoded::default()));
}

#[test]
fn plain_bytes_go_past_the_decoder() {
    let mut body = Body::new(Framing::Length(10));
    assert_eq!(body.plain(), 10);
    body.took(4);
    assert_eq!(body.plain(), 6);
    let mut out = [0; 8];
    let all = Decoded {
        consumed: 6,
        produced: 6,
    };
    assert_eq!(body.decode(b"abcdefgh", &mut out), Ok(all));
    assert!(body.is_done());
    assert_eq!(body.plain(), 0);

    let mut body = Body::new(Framing::Chunked);
    assert_eq!(body.plain(), 0);
    body.decode(b"10\r\n", &mut out).unwrap();
    assert_eq!(body.plain(), 16);
    body.took(15);
    assert_eq!(body.plain(), 1);
    body.took(1);
    assert_eq!(body.plain(), 0);
    body.decode(b"\r\n0\r\n\r\n", &mut []).unwrap();
    assert!(body.is_done());

    let mut body = Body::new(Framing::UntilClose);
    body.took(1 << 40);
    assert_eq!(body.plain(), u64::MAX);
}

#[test]
fn more_than_32_bits() {
    let length = (1u64 << 32) + 5;
    let mut body = Body::new(Framing::Length(length));
    body.took(1 << 32);
    let mut out = [0; 6];
    let all = Decoded {
        consumed: 5,
        produced: 5,
    };
    assert_eq!(body.decode(b"hello!", &mut out), Ok(all));
    assert_eq!(&out[..5], b"hello");
    assert!(body.is_done());
}

#[test]
fn the_close_ends_or_cuts_short() {
    assert_eq!(Body::new(Framing::Empty).end_of_stream(), Ok(()));
    assert_eq!(Body::new(Framing::Length(0)).end_of_stream(), Ok(()));

    let mut body = Body::new(Framing::UntilClose);
    assert!(!body.is_done());
    assert_eq!(body.end_of_stream(), Ok(()));
    assert!(body.is_done());

    for wire in [
        "",
        "5",
        "5\r\n",
        "5\r\nhell",
        "5\r\nhello\r\n",
        "0\r\n",
        "0\r\n\r",
        "0\r\nA: b\r\n",
    ] {
        let mut body = Body::new(Framing::Chunked);
        body.decode(wire.as_bytes(), &mut [0; 8]).unwrap();
        assert_eq!(body.end_of_stream(), Err(Violation::Truncated), "{wire:?}");
        assert!(!body.is_done());
        assert_eq!(body.decode(b"x", &mut [0; 8]), Err(Violation::Truncated));
    }
    let mut body = Body::new(Framing::Length(5));
    body.took(4);
    assert_eq!(body.end_of_stream(), Err(Violation::Truncated));
}
