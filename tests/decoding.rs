//! INTERNET_OPTION_HTTP_DECODING: what is decoded, how much of it can be read
//! when, what becomes of the headers, and that everything else stays as it is.

mod support;

use support::coding::{every, gzip};
use support::reply::{chunk, head, ok, reply, LAST_CHUNK};
use support::*;
use wininet::abi::*;

const DECODING: u32 = INTERNET_OPTION_HTTP_DECODING;
const ENCODED_LENGTH: u32 = INTERNET_OPTION_COMPRESSED_CONTENT_LENGTH;
const MISSING: Result<String> = Err(ERROR_HTTP_HEADER_NOT_FOUND);

/// Text that compresses well, and is more than one read from the wire.
fn text(size: usize) -> Vec<u8> {
    let lines = (0..).flat_map(|line: u32| format!("this is line {line}\n").into_bytes());
    lines.take(size).collect()
}

/// A story whose requests are decoded.
fn decoding(server: Server, asynchronous: bool) -> Story {
    let story = Story::new(server, asynchronous);
    set_option_u32(&story.client.connection, DECODING, 1).expect("set");
    story
}

/// The ways in which the end of a body is marked.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Framing {
    Length,
    Chunked,
    Close,
}

fn answer(framing: Framing, coding: &str, coded: &[u8]) -> Vec<u8> {
    let named = ("Content-Encoding", coding);
    match framing {
        Framing::Length => reply("200 OK", &[named], coded),
        Framing::Close => [&head("200 OK", &[named]), coded].concat(),
        Framing::Chunked => {
            let mut answer = head("200 OK", &[("Transfer-Encoding", "chunked"), named]);
            for piece in coded.chunks(1000) {
                answer.extend(chunk(piece));
            }
            [&answer, LAST_CHUNK].concat()
        }
    }
}

/// Each coding in each framing: the content comes out, what was said of the
/// coded bytes is gone, and the connection serves the next request.
#[test]
fn each_coding_in_each_framing() {
    let content = text(300_000);
    for (coding, coded) in every(&content) {
        for framing in [Framing::Length, Framing::Chunked, Framing::Close] {
            for asynchronous in BOTH {
                let how = format!("{coding}, {framing:?}, asynchronous: {asynchronous}");
                let mut script = Script::answer(answer(framing, coding, &coded));
                script = match framing {
                    Framing::Close => script.close(),
                    _ => script.then_answer(ok("next")),
                };
                let story = decoding(Server::script(script), asynchronous);
                let request = story.get("/");
                story.send(&request).expect("sent");
                assert!(story.read_all(&request) == Ok(content.clone()), "{how}");
                assert_eq!(query(&request, HTTP_QUERY_CONTENT_LENGTH), MISSING, "{how}");
                assert_eq!(query(&request, HTTP_QUERY_CONTENT_ENCODING), MISSING);
                let raw = query(&request, HTTP_QUERY_RAW_HEADERS_CRLF).expect("a head");
                assert!(!raw.contains("Content-"), "{raw}");
                let length = if framing == Framing::Length {
                    coded.len()
                } else {
                    0
                };
                assert_eq!(option_word(&request, ENCODED_LENGTH), Ok(length), "{how}");
                if framing != Framing::Close {
                    let next = story.get("/next");
                    story.send(&next).expect("sent again");
                    assert_eq!(story.read_all(&next), Ok(b"next".to_vec()));
                }
                story.client.recorder.assert_sound();
            }
        }
    }
}

/// Without the option nothing is decoded, and no header is touched.
#[test]
fn without_the_option_all_stays_as_it_is() {
    let coded = gzip(b"content");
    let length = coded.len().to_string();
    let bytes = coded.clone();
    let server = move || {
        let bytes = bytes.clone();
        Server::respond(move |_| answer(Framing::Length, "gzip", &bytes))
    };
    for asynchronous in BOTH {
        for switched in [false, true] {
            let story = Story::new(server(), asynchronous);
            let request = story.get("/");
            if switched {
                set_option_u32(&request, DECODING, 1).expect("set");
                set_option_u32(&request, DECODING, 0).expect("set");
            }
            story.send(&request).expect("sent");
            assert_eq!(story.read_all(&request), Ok(coded.clone()));
            let encoding = query(&request, HTTP_QUERY_CONTENT_ENCODING);
            assert_eq!(encoding.as_deref(), Ok("gzip"));
            let said = query(&request, HTTP_QUERY_CONTENT_LENGTH);
            assert_eq!(said, Ok(length.clone()));
            assert_eq!(option_word(&request, ENCODED_LENGTH), Ok(0));
        }
    }
}

/// A handle starts with what its parent has, and the same handle may be sent
/// again otherwise.
#[test]
fn the_option_is_inherited_and_holds_for_the_next_send() {
    let coded = gzip(b"content");
    let bytes = coded.clone();
    let server = Server::respond(move |_| answer(Framing::Length, "gzip", &bytes));
    let session = session(false);
    set_option_u32(&session, DECODING, 7).expect("set");
    assert_eq!(option_u32(&session, DECODING), Ok(1), "a BOOL");
    let connection = connect(&session, &server, 0);
    assert_eq!(option_u32(&connection, DECODING), Ok(1));
    let request = request(&connection, "GET", "/", 0, 0).expect("a request");
    assert_eq!(option_u32(&request, DECODING), Ok(1));
    for (on, expected) in [
        (1, b"content".to_vec()),
        (0, coded),
        (1, b"content".to_vec()),
    ] {
        set_option_u32(&request, DECODING, on).expect("set");
        send(&request).expect("sent");
        assert_eq!(read_all(&request), Ok(expected));
    }
    assert_eq!(option_u32(&connection, DECODING), Ok(1));
}

/// The library says nothing of codings by itself. What the program's
/// Accept-Encoding does not accept is handed on as it came.
#[test]
fn the_programs_accept_encoding_decides() {
    for asynchronous in BOTH {
        for (accepts, is_decoded) in [
            ("", true),
            ("Accept-Encoding: gzip, deflate", true),
            ("Accept-Encoding: *", true),
            ("Accept-Encoding: br", false),
            ("Accept-Encoding: identity", false),
            ("Accept-Encoding: gzip;q=0, *", false),
        ] {
            let coded = gzip(b"content");
            let server = Server::respond(move |_| answer(Framing::Length, "gzip", &coded));
            let story = decoding(server, asynchronous);
            let request = story.get("/");
            if !accepts.is_empty() {
                add_headers(&request, accepts, HTTP_ADDREQ_FLAG_ADD).expect("added");
            }
            story.send(&request).expect("sent");
            let came = story.read_all(&request).expect("read");
            assert_eq!(came == b"content", is_decoded, "{accepts:?}");
            let still = query(&request, HTTP_QUERY_CONTENT_ENCODING).is_ok();
            assert_eq!(still, !is_decoded, "{accepts:?}");
            let sent = story.server.recorded()[0].header("Accept-Encoding");
            assert_eq!(sent.is_some(), !accepts.is_empty());
        }
    }
}

/// What is no coded body, or must not be decoded, is handed on.
#[test]
fn what_is_not_decoded() {
    let content = b"as it came";
    let range = ("Content-Range", "bytes 0-9/100");
    let cases: [(&str, Vec<(&str, &str)>); 5] = [
        ("200 OK", vec![("Content-Encoding", "unknown")]),
        ("200 OK", vec![("Content-Encoding", "gzip, unknown")]),
        ("200 OK", vec![("Content-Encoding", "identity")]),
        (
            "206 Partial Content",
            vec![("Content-Encoding", "gzip"), range],
        ),
        (
            "200 OK",
            vec![
                ("Content-Encoding", "gzip"),
                ("Cache-Control", "no-transform"),
            ],
        ),
    ];
    for asynchronous in BOTH {
        for (status, headers) in &cases {
            let bytes = reply(status, headers, content);
            let story = decoding(Server::respond(move |_| bytes.clone()), asynchronous);
            let request = story.get("/");
            story.send(&request).expect("sent");
            assert_eq!(
                story.read_all(&request),
                Ok(content.to_vec()),
                "{headers:?}"
            );
            let length = query_number(&request, HTTP_QUERY_CONTENT_LENGTH);
            assert_eq!(length, Ok(content.len() as u32), "{headers:?}");
            let encoding = query(&request, HTTP_QUERY_CONTENT_ENCODING);
            assert_eq!(encoding.as_deref(), Ok(headers[0].1));
        }
    }
}

/// Answers without a body are no coded ones, and their headers stay. A chunked
/// one turns out to be empty only when its head was told.
#[test]
fn bodiless_answers() {
    let coded = ("Content-Encoding", "gzip");
    let length = ("Content-Length", "50");
    let chunked = ("Transfer-Encoding", "chunked");
    let cases = [
        ("HEAD", head("200 OK", &[coded, length]), true),
        ("GET", head("304 Not Modified", &[coded, length]), true),
        ("GET", head("204 No Content", &[coded]), true),
        ("GET", reply("200 OK", &[coded], ""), true),
        (
            "GET",
            [&head("200 OK", &[coded, chunked]), LAST_CHUNK].concat(),
            false,
        ),
    ];
    for asynchronous in BOTH {
        for (verb, bytes, stays) in cases.clone() {
            let shown = String::from_utf8_lossy(&bytes).into_owned();
            let script = Script::answer(bytes).then_answer(ok("next"));
            let story = decoding(Server::script(script), asynchronous);
            let request = story.client.request(verb, "/", 0);
            story.send(&request).expect("sent");
            story.told(FIRST);
            assert_eq!(story.read_all(&request), Ok(vec![]), "{shown}");
            let encoding = query(&request, HTTP_QUERY_CONTENT_ENCODING);
            assert_eq!(encoding.is_ok(), stays, "{shown}");
            let next = story.get("/next");
            story.send(&next).expect("sent again");
            assert_eq!(story.read_all(&next), Ok(b"next".to_vec()));
        }
    }
}

/// RECEIVED counts what came on the wire; the number of bytes that can be read
/// is that of decoded ones.
#[test]
fn counts_of_the_wire_and_of_the_content() {
    for asynchronous in BOTH {
        let content = text(20_000);
        let coded = gzip(&content);
        let (first, second) = coded.split_at(coded.len() - 10);
        let more = Latch::new();
        let whole = answer(Framing::Length, "gzip", &coded);
        let sent = whole.len() - second.len();
        let script = Script::new()
            .read_request()
            .send(&whole[..whole.len() - coded.len()])
            .send(first)
            .pause(&more)
            .send(second);
        let story = decoding(Server::script(script), asynchronous);
        let request = story.get("/");
        story.send(&request).expect("sent");
        let mut came = vec![0; 0];
        while came.len() < 10_000 {
            let available = story.available(&request).expect("some") as usize;
            assert!(available > 0);
            let piece = start_read(&request, available).expect("at once").done();
            assert_eq!(piece.len(), available, "what was promised");
            came.extend(piece);
        }
        let rest = story.read_held(&request, 100_000, &more).expect("the rest");
        assert!([came, rest].concat() == content);
        let received = INTERNET_STATUS_RESPONSE_RECEIVED;
        let events = story.client.recorder.events();
        let counts = events.iter().filter(|event| event.status == received);
        let total: usize = counts
            .map(|event| match event.info {
                Info::Number(count) => count as usize,
                ref other => panic!("{other:?}"),
            })
            .sum();
        assert_eq!(total, sent + second.len(), "the bytes of the wire");
    }
}

/// The end of a connection that is not kept is told when the last decoded byte
/// was taken, as it is for other bodies.
#[test]
fn the_end_of_the_connection() {
    for asynchronous in BOTH {
        let coded = gzip(b"hello world");
        let headers = [("Content-Encoding", "gzip"), ("Connection", "close")];
        let script = Script::answer(reply("200 OK", &headers, coded)).close();
        let story = decoding(Server::script(script), asynchronous);
        let request = story.get("/");
        story.send(&request).expect("sent");
        story.told(FIRST);
        assert_eq!(story.read(&request, 5), Ok(b"hello".to_vec()));
        story.told("");
        assert_eq!(story.read(&request, 100), Ok(b" world".to_vec()));
        story.told("CLOSING CLOSED");
        assert_eq!(story.read(&request, 100), Ok(vec![]));
        story.close(request, "HANDLE_CLOSING");
    }
}

/// Every way to read, with buffers of every size.
#[test]
fn every_way_to_read() {
    let content = text(200_000);
    let coded = gzip(&content);
    for asynchronous in BOTH {
        for (size, flags) in [
            (1000, 0),
            (100_000, 0),
            (1000, IRF_NO_WAIT),
            (1 << 20, IRF_NO_WAIT),
        ] {
            let whole = answer(Framing::Chunked, "gzip", &coded);
            let script = Script::new().read_request().send_slowly(whole, 500);
            let story = decoding(Server::script(script), asynchronous);
            let request = story.get("/");
            story.send(&request).expect("sent");
            let mut came = Vec::new();
            loop {
                match start_read_ex(&request, size, flags, 0).expect("no failure") {
                    Read::Done(piece) if piece.is_empty() => break,
                    Read::Done(piece) => came.extend(piece),
                    Read::Pending(read) if flags == IRF_NO_WAIT => {
                        assert_eq!(story.client.recorder.wait_complete(), (1, 0));
                        drop(read.take());
                    }
                    Read::Pending(read) => {
                        came.extend(read.finish(story.client.recorder).expect("no failure"));
                    }
                }
            }
            assert!(came == content, "{size}, {flags:#x}");
        }
    }
}

/// A redirect's own body, coded or not, is nobody's business.
#[test]
fn redirects_with_coded_bodies() {
    for asynchronous in BOTH {
        let coded = gzip(b"content");
        let server = Server::respond(move |request| {
            let to = [("Location", "/to"), ("Content-Encoding", "gzip")];
            match request.target().as_str() {
                "/from" => reply("302 Found", &to, b"this is not gzip"),
                _ => answer(Framing::Length, "gzip", &coded),
            }
        });
        let story = decoding(server, asynchronous);
        let request = story.get("/from");
        story.send(&request).expect("sent");
        assert_eq!(story.read_all(&request), Ok(b"content".to_vec()));
        assert_eq!(story.server.connections(), 1, "the connection is kept");
    }
}
