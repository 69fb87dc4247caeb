//! Heads that no server should send: refused with
//! ERROR_HTTP_INVALID_SERVER_RESPONSE, the connection closed, the handle fit for
//! another try; synchronously and asynchronously.

#![allow(unsafe_code)]

mod support;

use support::*;
use wininet::abi::*;

/// The first connection gets the answer, later ones a good one. The bytes are
/// sent by one write, or cut in pieces.
fn server(answer: &[u8], in_pieces: bool) -> Server {
    let script = Script::new().read_request();
    let script = match in_pieces {
        false => script.send(answer),
        true => script.send_slowly(answer, answer.len() / 20 + 1),
    };
    let good = Script::answer(reply::ok("good"));
    Server::scripts([script.half_close(), good])
}

/// The answer is refused: the connection is closed, told by CLOSING and CLOSED,
/// and the same handle may be sent again.
#[track_caller]
fn assert_refused(answer: &[u8], told: &str) {
    for is_async in [false, true] {
        for in_pieces in [false, true] {
            let told = format!("{told}, async {is_async}, in pieces {in_pieces}");
            let server = server(answer, in_pieces);
            let client = Client::new(is_async, &server);
            let request = client.get("/");
            let sent = client.send(&request);
            let refused = Err(ERROR_HTTP_INVALID_SERVER_RESPONSE);
            assert_eq!(sent, refused, "{told}");
            client.recorder.wait_idle();
            client.recorder.assert_sound();
            let names = client.recorder.take_names();
            let end: &[&str] = match is_async {
                true => &["CLOSING", "CLOSED", "COMPLETE"],
                false => &["CLOSING", "CLOSED"],
            };
            assert!(names.ends_with(&end.iter().map(|&it| it.into()).collect::<Vec<_>>()));
            assert!(!names.contains(&"RECEIVED".to_owned()), "{told}");
            // There is no answer to be asked about or read.
            assert!(
                query_number(&request, HTTP_QUERY_STATUS_CODE).is_err(),
                "{told}"
            );
            assert!(start_read(&request, 10).is_err(), "{told}");
            client.send(&request).expect("a good answer");
            let body = start_read(&request, 10)
                .expect("a body")
                .finish(client.recorder);
            assert_eq!(body.as_deref(), Ok(&b"good"[..]), "{told}");
            assert_eq!(server.connections(), 2);
        }
    }
}

/// The answer is taken, with that body.
#[track_caller]
fn assert_taken(answer: &[u8], body: &[u8]) {
    for is_async in [false, true] {
        for in_pieces in [false, true] {
            let server = server(answer, in_pieces);
            let client = Client::new(is_async, &server);
            let request = client.get("/");
            client.send(&request).expect("an answer");
            let came = start_read(&request, 100)
                .expect("a body")
                .finish(client.recorder);
            assert_eq!(came.as_deref(), Ok(body));
        }
    }
}

#[test]
fn malformed_status_lines() {
    let lines = [
        "HTTP/",
        "HTTP/1",
        "HTTP/1.1",
        "HTTP/1.1 ",
        "HTTP/1.1 OK",
        "HTTP/1.1 20",
        "HTTP/1.1 20 OK",
        "HTTP/1.1 2000 OK",
        "HTTP/1.1 20O OK",
        "HTTP/1.1 -20 OK",
        "HTTP/1.1 099 OK",
        "HTTP/1.1 000 OK",
        "HTTP/1.1200 OK",
        "HTTP/x.y 200 OK",
        "HTTP/1.1.1 200 OK",
        "HTTP/.1 200 OK",
        "HTTP/-1.1 200 OK",
        "HTTP/99999.1 200 OK",
        "HTTP/ 200 OK",
        "HTTP/1.1\t\t",
        "HTTP/1.1 2\x0000 OK",
    ];
    for line in lines {
        let answer = format!("{line}\r\nContent-Length: 0\r\n\r\n");
        assert_refused(answer.as_bytes(), &format!("{line:?}"));
    }
}

#[test]
fn content_lengths_that_are_none() {
    let values = [
        "-1",
        "+5",
        "5x",
        "0x5",
        "five",
        "",
        "5 5",
        "5.0",
        "18446744073709551616",
        "99999999999999999999999999999999",
        "5, 6",
        "5,",
        ", 5",
    ];
    for value in values {
        let answer = format!("HTTP/1.1 200 OK\r\nContent-Length: {value}\r\n\r\nabcde");
        assert_refused(answer.as_bytes(), &format!("Content-Length: {value:?}"));
    }
    let several: [&[&str]; 3] = [&["5", "6"], &["5", "5", "4"], &["5", "-5"]];
    for values in several {
        let lines = values.iter().map(|it| format!("Content-Length: {it}\r\n"));
        let lines: String = lines.collect();
        let answer = format!("HTTP/1.1 200 OK\r\n{lines}\r\nabcde");
        assert_refused(answer.as_bytes(), &format!("{values:?}"));
    }
}

/// Repetitions that agree contradict nothing (RFC 9112, section 6.3).
#[test]
fn content_lengths_that_agree() {
    let head = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 5\r\n\r\nabcde";
    assert_taken(head.as_bytes(), b"abcde");
    let head = "HTTP/1.1 200 OK\r\nContent-Length: 5, 5\r\n\r\nabcde";
    assert_taken(head.as_bytes(), b"abcde");
}

/// Who sends both may be about to smuggle something: the answer is refused,
/// whichever comes first.
#[test]
fn a_length_together_with_chunks() {
    let (length, coding) = ("Content-Length: 5\r\n", "Transfer-Encoding: chunked\r\n");
    for [first, second] in [[length, coding], [coding, length]] {
        let answer = format!("HTTP/1.1 200 OK\r\n{first}{second}\r\n5\r\nabcde\r\n0\r\n\r\n");
        assert_refused(answer.as_bytes(), &format!("{first}{second}"));
    }
}

#[test]
fn heads_over_256_kib() {
    let start = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n";
    let shapes = [
        format!("{start}X-Long: {}\r\n\r\n", "x".repeat(256 * 1024)),
        format!("HTTP/1.1 200 {}\r\n\r\n", "x".repeat(256 * 1024)),
        format!("{start}{}: x\r\n\r\n", "x".repeat(256 * 1024)),
        format!(
            "{start}{}\r\n",
            format!("X-Many: {}\r\n", "x".repeat(300)).repeat(900)
        ),
        format!("{start}X-Folded: x\r\n{}\r\n", " more\r\n".repeat(40_000)),
        format!("{}{start}\r\n", "\r\n".repeat(140_000)),
    ];
    for shape in shapes {
        assert!(shape.len() > 256 * 1024);
        assert_refused(shape.as_bytes(), &shape[..60]);
    }
    // A little less is taken.
    let fits = format!("{start}X-Long: {}\r\n\r\n", "x".repeat(255 * 1024));
    assert_taken(fits.as_bytes(), b"");
}

#[test]
fn a_thousand_headers() {
    let head = |count: usize| {
        let lines: String = (1..count).map(|it| format!("X-{it}: {it}\r\n")).collect();
        format!("HTTP/1.1 200 OK\r\n{lines}Content-Length: 0\r\n\r\n")
    };
    assert_taken(head(999).as_bytes(), b"");
    assert_refused(head(1000).as_bytes(), "1000 headers");
    assert_refused(head(5000).as_bytes(), "5000 headers");
}

#[test]
fn interim_answers_without_end() {
    let interim = "HTTP/1.1 100 Continue\r\n\r\n";
    let good = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    assert_taken(format!("{}{good}", interim.repeat(500)).as_bytes(), b"ok");
    assert_refused(
        format!("{}{good}", interim.repeat(1100)).as_bytes(),
        "1100 times 100",
    );
    // Who speaks HTTP/1.1 first does not go on without a head.
    let answer = format!("{interim}no head at all");
    assert_refused(answer.as_bytes(), "nonsense after 100");
}

/// A head that never ends: the client gives up, hangs up, and has not kept it.
#[test]
fn heads_without_end() {
    let shapes: [&[u8]; 4] = [
        b"x",
        b"X-More: x\r\n",
        b"\r\n",
        b"HTTP/1.1 100 Continue\r\n\r\n",
    ];
    for shape in shapes {
        for is_async in [false, true] {
            let piece = shape.repeat(64 * 1024 / shape.len());
            let server = Server::serve(move |connection| {
                connection.read_request()?;
                if !piece.starts_with(b"HTTP") && piece[0] != b'\r' {
                    connection.send("HTTP/1.1 200 OK\r\nX-First: ")?;
                }
                // Until the client hangs up.
                while connection.send(&piece).is_ok() {}
                Ok(())
            });
            let client = Client::new(is_async, &server);
            let sent = client.send(&client.get("/"));
            assert_eq!(sent, Err(ERROR_HTTP_INVALID_SERVER_RESPONSE));
            server.wait_ended(1);
        }
    }
}

/// No answer at all, and one that ends inside its head.
#[test]
fn no_answer() {
    for is_async in [false, true] {
        for bytes in ["", "\r\n", "\r\n\r\n"] {
            let script = Script::new().read_request().send(bytes).close();
            let server = Server::script(script);
            let client = Client::new(is_async, &server);
            let request = client.request("POST", "/", 0);
            let sent = client.send(&request);
            assert_eq!(sent, Err(ERROR_HTTP_INVALID_SERVER_RESPONSE), "{bytes:?}");
        }
    }
}
