//! Whole answers: the same however they are cut, and nothing breaks the reader.

use super::*;
use whole::{read, Way};

mod cuts;
mod mutations;
mod whole;

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
