//! Answers about whose end a server, a proxy and a client could disagree (RFC 9112, section 11): none is read in a
//! way that makes a part of it another request's answer, nor another header's value.

mod support;

use support::reply::{chunked, head, ok};
use support::*;
use wininet::abi::*;

/// What is made of an answer.
enum Outcome {
    /// ERROR_HTTP_INVALID_SERVER_RESPONSE.
    Refused,
    /// That body, which lasts until the connection ends.
    UntilClose(&'static str),
    /// That body, and the connection is not used again although it stands.
    Closed(&'static str),
    /// That body, and the next request goes the same way.
    Kept(&'static str),
}

use Outcome::{Closed, Kept, Refused, UntilClose};

/// A second answer follows whatever was made of the first: it comes from the same connection or from a new one, and
/// is never what an answer had in its wake.
fn judge(verb: &str, answer: &str, outcome: &Outcome) {
    for asynchronous in BOTH {
        let told = format!("{verb}: {answer:?}, {asynchronous}");
        let first = match outcome {
            UntilClose(_) => Script::answer(answer).half_close(),
            _ => Script::answer(answer).then_answer(ok("kept")),
        };
        let server = Server::scripts([first, Script::answer(ok("new"))]);
        let story = Story::new(server, asynchronous);
        let request = story.client.request(verb, "/", 0);
        let sent = story.send(&request);
        let next = match outcome {
            Refused => {
                assert_eq!(sent, Err(ERROR_HTTP_INVALID_SERVER_RESPONSE), "{told}");
                "new"
            }
            UntilClose(body) | Closed(body) | Kept(body) => {
                sent.expect(&told);
                let came = story.read_all(&request);
                assert_eq!(came.as_deref(), Ok(body.as_bytes()), "{told}");
                if matches!(outcome, Kept(_)) {
                    "kept"
                } else {
                    "new"
                }
            }
        };
        drop(request);
        let request = story.get("/");
        story.send(&request).expect(&told);
        let came = story.read_all(&request);
        assert_eq!(came.as_deref(), Ok(next.as_bytes()), "{told}");
    }
}

fn judge_all(cases: &[(&str, Outcome)]) {
    for (answer, outcome) in cases {
        judge("GET", &format!("HTTP/1.1 200 OK\r\n{answer}"), outcome);
    }
}

/// Both at once are refused, however Transfer-Encoding is written.
#[test]
fn a_length_and_a_coding() {
    judge_all(&[
        (
            "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            Refused,
        ),
        (
            "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n",
            Refused,
        ),
        (
            "Content-Length: 3\r\nTransfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
            Refused,
        ),
        (
            "Content-Length: 3\r\nTransfer-Encoding\t:\tchunked\r\n\r\n0\r\n\r\n",
            Refused,
        ),
        (
            "Content-Length: 3\r\ntRANSFER-eNCODING:chunked\r\n\r\n0\r\n\r\n",
            Refused,
        ),
        (
            "Content-Length: 3\r\nTransfer-Encoding:\r\n chunked\r\n\r\n0\r\n\r\n",
            Refused,
        ),
        (
            "Content-Length: 3\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
            Refused,
        ),
        (
            "Content-Length: 3\r\nTransfer-Encoding: \x0bchunked\r\n\r\n0\r\n\r\n",
            Refused,
        ),
        (
            "Content-Length: 3\r\nTransfer-Encoding: identity, chunked\r\n\r\n0\r\n\r\n",
            Refused,
        ),
    ]);
}

/// A coding that is not chunked, or not at the end, lasts until the close.
#[test]
fn other_codings() {
    judge_all(&[
        (
            "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
            UntilClose("0\r\n\r\n"),
        ),
        (
            "Transfer-Encoding: chunked, x\r\n\r\n0\r\n\r\n",
            UntilClose("0\r\n\r\n"),
        ),
        (
            "Transfer-Encoding: chunked\rx\r\n\r\n0\r\n\r\n",
            UntilClose("0\r\n\r\n"),
        ),
        (
            "Transfer-Encoding: chunked\0\r\n\r\n0\r\n\r\n",
            UntilClose("0\r\n\r\n"),
        ),
        (
            "Transfer-Encoding: \"chunked\"\r\n\r\n0\r\n\r\n",
            UntilClose("0\r\n\r\n"),
        ),
        (
            "Transfer-Encoding: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            Kept(""),
        ),
        ("Transfer-Encoding: Chunked\r\n\r\n0\r\n\r\n", Kept("")),
    ]);
}

/// One number, or the same one again.
#[test]
fn lengths() {
    judge_all(&[
        (
            "Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
            Refused,
        ),
        ("Content-Length: 3, 4\r\n\r\nabcd", Refused),
        ("Content-Length: 3\r\n 4\r\n\r\nabcd", Refused),
        ("Content-Length: 3\0\r\n\r\nabc", Refused),
        ("Content-Length: 3\r4\r\n\r\nabc", Refused),
        ("Content-Length: +3\r\n\r\nabc", Refused),
        ("Content-Length: 0x3\r\n\r\nabc", Refused),
        (
            "Content-Length: 3\r\nContent-Length: 3\r\n\r\nabc",
            Kept("abc"),
        ),
        ("Content-Length : 3\r\n\r\nabc", Kept("abc")),
    ]);
}

/// What looks like a header to somebody else and is none: a folded line is a part of the one before it, a bare CR ends no
/// line, a name has no other characters in it.
#[test]
fn lines_that_are_no_headers() {
    judge_all(&[
        (
            "X: y\r\n Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
            Kept("abcd"),
        ),
        (
            " Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
            Kept("abcd"),
        ),
        (
            "X: y\rContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
            Kept("abcd"),
        ),
        ("X: y\0\r\nContent-Length: 4\r\n\r\nabcd", Kept("abcd")),
        (
            "Content-Length\0: 3\r\nContent-Length: 4\r\n\r\nabcd",
            Kept("abcd"),
        ),
        (
            "Content-Length\x0b: 3\r\nContent-Length: 4\r\n\r\nabcd",
            Kept("abcd"),
        ),
        (
            "\"Content-Length\": 3\r\nContent-Length: 4\r\n\r\nabcd",
            Kept("abcd"),
        ),
        ("Content-Length: 4\n\nabcd", Kept("abcd")),
    ]);
}

/// Answers that have no body have none, whatever they say; what follows is nobody's answer.
#[test]
fn answers_without_a_body() {
    for status in ["204 No Content", "304 Not Modified"] {
        for framing in [
            "Content-Length: 4\r\n",
            "Transfer-Encoding: chunked\r\n",
            "",
        ] {
            let bare = format!("HTTP/1.1 {status}\r\n{framing}\r\n");
            judge("GET", &bare, &Kept(""));
            judge("GET", &(bare + "evil"), &Closed(""));
        }
    }
    for framing in [
        "Content-Length: 4\r\n",
        "Transfer-Encoding: chunked\r\n",
        "",
    ] {
        let bare = format!("HTTP/1.1 200 OK\r\n{framing}\r\n");
        judge("HEAD", &bare, &Kept(""));
        judge("HEAD", &(bare + "HTTP/1.1 200 OK\r\n\r\nevil"), &Closed(""));
    }
    // Nobody has asked for another protocol, and nothing more is said in this one.
    judge(
        "GET",
        "HTTP/1.1 101 Switching\r\nContent-Length: 4\r\n\r\nevil",
        &Closed(""),
    );
}

/// HTTP/1.0 knows no chunks: who passed the answer on may have read it otherwise.
#[test]
fn chunks_of_http_1_0() {
    let line = "HTTP/1.0 200 OK\r\nConnection: keep-alive\r\n";
    let chunks = "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n";
    judge("GET", &format!("{line}{chunks}"), &Closed("abc"));
    let plain = format!("{line}Content-Length: 3\r\n\r\nabc");
    judge("GET", &plain, &Kept("abc"));
}

/// A whole answer in the wake of another, by every way to end one.
#[test]
fn an_answer_behind_an_answer() {
    let evil = String::from_utf8(ok("evil")).unwrap();
    for answer in [ok("abc"), chunked(&["abc"])] {
        let answer = String::from_utf8(answer).unwrap();
        judge("GET", &(answer + &evil), &Closed("abc"));
    }
    let early = "HTTP/1.1 103 Early Hints\r\nContent-Length: 9\r\n\r\n";
    let abc = String::from_utf8(ok("abc")).unwrap();
    judge("GET", &format!("{early}{abc}"), &Kept("abc"));
    judge("GET", &format!("{early}{abc}{evil}"), &Closed("abc"));
}

/// What stands behind the body frames nothing, is no header of the answer, and sets no cookie.
#[test]
fn trailers_say_nothing() {
    for asynchronous in BOTH {
        let begin = head("200 OK", &[("Transfer-Encoding", "chunked")]);
        let trailers =
            "Content-Length: 9\r\nSet-Cookie: evil=1\r\nX-Evil: 1\r\nConnection: close\r\n";
        let answer = [
            &begin[..],
            b"3\r\nabc\r\n0\r\n",
            trailers.as_bytes(),
            b"\r\n",
        ]
        .concat();
        let script = Script::answer(answer).then_answer(ok("kept"));
        let story = Story::new(Server::script(script), asynchronous);
        let request = story.get("/");
        story.send(&request).expect("an answer");
        assert_eq!(story.read_all(&request), Ok(b"abc".to_vec()));
        let raw = query(&request, HTTP_QUERY_RAW_HEADERS_CRLF).expect("a head");
        assert!(!raw.contains("vil") && !raw.contains("Length"), "{raw:?}");
        drop(request);
        let request = story.get("/");
        story.send(&request).expect("an answer");
        assert_eq!(story.read_all(&request), Ok(b"kept".to_vec()));
        assert_eq!(story.server.recorded()[1].header("Cookie"), None);
    }
}

/// A NUL or a bare CR in an answer is no end of a text or a line to the program either.
#[test]
fn control_characters_reach_no_program() {
    for asynchronous in BOTH {
        let answer =
            "HTTP/1.1 200 O\0K\r\nX-Odd: a\0X-Evil: 1\rX-Worse: 2\r\nContent-Length: 0\r\n\r\n";
        let story = Story::new(Server::script(Script::answer(answer)), asynchronous);
        let request = story.get("/");
        story.send(&request).expect("an answer");
        let text = query(&request, HTTP_QUERY_STATUS_TEXT);
        assert_eq!(text.as_deref(), Ok("O K"));
        let raw = query(&request, HTTP_QUERY_RAW_HEADERS_CRLF).expect("a head");
        let lines: Vec<&str> = raw.split("\r\n").collect();
        let expected = [
            "HTTP/1.1 200 O K",
            "X-Odd: a X-Evil: 1 X-Worse: 2",
            "Content-Length: 0",
            "",
            "",
        ];
        assert_eq!(lines, expected);
        let raw = query(&request, HTTP_QUERY_RAW_HEADERS).expect("a head");
        let lines: Vec<&str> = raw.trim_end_matches('\0').split('\0').collect();
        assert_eq!(lines, expected[..3]);
    }
}
