//! How the end of a body is told, by its framing: chunked, close-delimited,
//! Connection: close, without a head at all, and what comes before the head
//! (section 3 of the contract).

mod support;

use support::reply::{chunk, chunked, head, ok, LAST_CHUNK};
use support::*;
use wininet::abi::*;

const CHUNKED: &[(&str, &str)] = &[("Transfer-Encoding", "chunked")];
const CLOSE: &[(&str, &str)] = &[("Connection", "close")];

/// The number that the `n`th RECEIVED carries.
fn received(story: &Story, n: usize) -> usize {
    let events = story.client.recorder.events();
    let status = INTERNET_STATUS_RESPONSE_RECEIVED;
    let mut same = events.iter().filter(|event| event.status == status);
    match same.nth(n).map(|event| &event.info) {
        Some(Info::Number(number)) => *number as usize,
        other => panic!("{other:?} is no number"),
    }
}

/// A second request, which tells by its list that the connection was kept.
#[track_caller]
fn ask_again(story: &Story, list: &str) {
    let next = story.get("/next");
    story.send(&next).expect("sent again");
    story.told(list);
    assert_eq!(story.read_all(&next), Ok(b"next".to_vec()));
}

#[test]
fn a_chunked_body_that_is_there_is_read_in_silence() {
    for asynchronous in BOTH {
        let answer = chunked(&["hello", " ", "world"]);
        let script = Script::answer(answer.clone()).then_answer(ok("next"));
        let story = Story::new(Server::script(script), asynchronous);
        let request = story.get("/");
        story.send(&request).expect("sent");
        story.told(FIRST);
        assert_eq!(received(&story, 0), answer.len());
        assert_eq!(story.read_all(&request), Ok(b"hello world".to_vec()));
        story.told("");
        ask_again(&story, REUSED);
    }
}

/// RECEIVED counts what came on the wire: the framing of the chunks as well.
#[test]
fn a_chunked_body_in_pieces_counts_its_framing() {
    for asynchronous in BOTH {
        let latches = [Latch::new(), Latch::new()];
        let tail = [&chunk(" world")[..], LAST_CHUNK].concat();
        let script = Script::answer(head("200 OK", CHUNKED))
            .pause(&latches[0])
            .send(chunk("hello"))
            .pause(&latches[1])
            .send(tail.clone())
            .then_answer(ok("next"));
        let story = Story::new(Server::script(script), asynchronous);
        let request = story.get("/");
        story.send(&request).expect("sent");
        story.told(FIRST);
        let read = story.read_held(&request, 5, &latches[0]);
        assert_eq!(read.as_deref(), Ok(&b"hello"[..]));
        story.told("RECEIVING RECEIVED COMPLETE");
        assert_eq!(received(&story, 1), chunk("hello").len());
        let read = story.read_held(&request, 100, &latches[1]);
        assert_eq!(read.as_deref(), Ok(&b" world"[..]));
        story.told("RECEIVING RECEIVED COMPLETE");
        assert_eq!(received(&story, 2), tail.len());
        assert_eq!(story.read(&request, 100), Ok(vec![]));
        story.close(request, "HANDLE_CLOSING");
        ask_again(&story, REUSED);
    }
}

/// The last chunk comes by itself, with trailers: the read that waits for it
/// gets nothing but the end.
#[test]
fn trailers_are_read_away_and_keep_the_connection() {
    for asynchronous in BOTH {
        let end = Latch::new();
        let trailers = "0\r\nX-Digest: 12\r\nX-More: 34\r\n\r\n";
        let script = Script::answer([head("200 OK", CHUNKED), chunk("hello")].concat())
            .pause(&end)
            .send(trailers)
            .then_answer(ok("next"));
        let story = Story::new(Server::script(script), asynchronous);
        let request = story.get("/");
        story.send(&request).expect("sent");
        story.told(FIRST);
        assert_eq!(story.read(&request, 5), Ok(b"hello".to_vec()));
        story.told("");
        assert_eq!(story.read_held(&request, 5, &end), Ok(vec![]));
        story.told("RECEIVING RECEIVED COMPLETE");
        assert_eq!(received(&story, 1), trailers.len());
        let digest = query(&request, HTTP_QUERY_RAW_HEADERS_CRLF).expect("the headers");
        assert!(!digest.contains("X-Digest"), "a trailer is no header");
        story.close(request, "HANDLE_CLOSING");
        ask_again(&story, REUSED);
    }
}

/// The read that meets the end of the connection tells of it between RECEIVING
/// and RECEIVED; the next one gives 0 bytes and tells nothing.
#[test]
fn a_close_delimited_body_ends_with_its_connection() {
    for asynchronous in BOTH {
        let latches = [Latch::new(), Latch::new()];
        let script = Script::answer([&head("200 OK", &[])[..], b"01234"].concat())
            .pause(&latches[0])
            .send("56789")
            .pause(&latches[1])
            .close();
        let story = Story::new(Server::script(script), asynchronous);
        let request = story.get("/");
        story.send(&request).expect("sent");
        story.told(FIRST);
        assert_eq!(story.read(&request, 5), Ok(b"01234".to_vec()));
        story.told("");
        let read = story.read_held(&request, 5, &latches[0]);
        assert_eq!(read.as_deref(), Ok(&b"56789"[..]));
        story.told("RECEIVING RECEIVED COMPLETE");
        assert_eq!(received(&story, 1), 5);
        assert_eq!(story.read_held(&request, 5, &latches[1]), Ok(vec![]));
        story.told("RECEIVING CLOSING CLOSED RECEIVED COMPLETE");
        assert_eq!(received(&story, 2), 0);
        assert_eq!(story.read(&request, 5), Ok(vec![]));
        story.close(request, "HANDLE_CLOSING");
    }
}

/// The same where one read takes the last bytes and meets the end.
#[test]
fn a_read_may_take_the_last_bytes_and_meet_the_end() {
    for asynchronous in BOTH {
        let latch = Latch::new();
        let script = Script::answer([&head("200 OK", CLOSE)[..], b"01234"].concat())
            .pause(&latch)
            .send("56789")
            .close();
        let story = Story::new(Server::script(script), asynchronous);
        let request = story.get("/");
        story.send(&request).expect("sent");
        story.told(FIRST);
        let read = story.read_held(&request, 100, &latch);
        assert_eq!(read.as_deref(), Ok(&b"0123456789"[..]));
        story.told("RECEIVING CLOSING CLOSED RECEIVED COMPLETE");
        assert_eq!(received(&story, 1), 5);
        assert_eq!(story.read(&request, 100), Ok(vec![]));
        story.close(request, "HANDLE_CLOSING");
    }
}

/// Connection: close with a length: the end is known without the server's
/// close, and the client closes first.
#[test]
fn a_connection_that_is_not_kept_closes_at_the_last_byte() {
    for asynchronous in BOTH {
        let latch = Latch::new();
        let headers = [("Connection", "close"), ("Content-Length", "10")];
        let script = Script::answer([&head("200 OK", &headers)[..], b"01234"].concat())
            .pause(&latch)
            .send("56789");
        let story = Story::new(Server::script(script), asynchronous);
        let request = story.get("/");
        story.send(&request).expect("sent");
        story.told(FIRST);
        assert_eq!(story.read(&request, 5), Ok(b"01234".to_vec()));
        story.told("");
        let read = story.read_held(&request, 5, &latch);
        assert_eq!(read.as_deref(), Ok(&b"56789"[..]));
        story.told("RECEIVING CLOSING CLOSED RECEIVED COMPLETE");
        story.server.wait_ended(1);
        assert_eq!(story.read(&request, 5), Ok(vec![]));
        story.close(request, "HANDLE_CLOSING");
    }
}

/// Nothing goes to the socket, so nothing is received: CLOSING and CLOSED
/// alone, when the last byte is taken.
#[test]
fn a_connection_that_is_not_kept_closes_with_what_was_there() {
    for asynchronous in BOTH {
        let headers = [("Connection", "close"), ("Content-Length", "10")];
        let answer = [&head("200 OK", &headers)[..], b"0123456789"].concat();
        let story = Story::new(Server::script(Script::answer(answer)), asynchronous);
        let request = story.get("/");
        story.send(&request).expect("sent");
        story.told(FIRST);
        assert_eq!(story.read(&request, 5), Ok(b"01234".to_vec()));
        story.told("");
        assert_eq!(story.read(&request, 5), Ok(b"56789".to_vec()));
        story.told("CLOSING CLOSED");
        story.server.wait_ended(1);
        assert_eq!(story.read(&request, 5), Ok(vec![]));
        story.close(request, "HANDLE_CLOSING");
    }
}

/// HTTP/1.0 keeps a connection only where it says so, and never for a body
/// that is chunked; HTTP/1.1 unless it says otherwise.
#[test]
fn the_version_decides_what_is_kept() {
    const LENGTH: &str = "Content-Length: 4\r\n\r\nbody";
    const CHUNKS: &str = "Transfer-Encoding: chunked\r\n\r\n4\r\nbody\r\n0\r\n\r\n";
    let cases = [
        ("HTTP/1.0", "", LENGTH, false),
        ("HTTP/1.0", "Connection: Keep-Alive\r\n", LENGTH, true),
        ("HTTP/1.0", "Connection: Keep-Alive\r\n", CHUNKS, false),
        ("HTTP/1.1", "", LENGTH, true),
        ("HTTP/1.1", "", CHUNKS, true),
        ("HTTP/1.1", "Connection: CLOSE\r\n", CHUNKS, false),
        ("HTTP/1.1", "Connection: upgrade, close\r\n", LENGTH, false),
    ];
    for asynchronous in BOTH {
        for (version, connection, body, kept) in cases {
            let answer = format!("{version} 200 OK\r\n{connection}{body}");
            let server = Server::respond(move |_| answer.clone().into_bytes());
            let story = Story::new(server, asynchronous);
            for list in [FIRST, if kept { REUSED } else { FIRST }] {
                let request = story.get("/");
                story.send(&request).expect("sent");
                story.told(list);
                assert_eq!(story.read(&request, 4), Ok(b"body".to_vec()));
                assert_eq!(story.read(&request, 4), Ok(vec![]));
                request.close().expect("closed");
                story.told(match kept {
                    true => "HANDLE_CLOSING",
                    false => "CLOSING CLOSED HANDLE_CLOSING",
                });
            }
            let connections = if kept { 1 } else { 2 };
            assert_eq!(
                story.server.connections(),
                connections,
                "{version} {connection}"
            );
        }
    }
}

/// A program that says "Connection: close" has the connection end, whatever the server says (RFC 9112, 9.6).
#[test]
fn a_request_that_is_to_be_the_last() {
    for asynchronous in BOTH {
        for (field, kept) in [
            ("Connection: upgrade, Close", false),
            ("Connection: x\r\nConnection: close", false),
            ("Connection: keep-alive", true),
            ("", true),
        ] {
            let story = Story::new(Server::respond(|_| ok("body")), asynchronous);
            for list in [FIRST, if kept { REUSED } else { FIRST }] {
                let request = story.get("/");
                add_headers(&request, field, HTTP_ADDREQ_FLAG_ADD).expect("added");
                story.send(&request).expect("sent");
                story.told(list);
                assert_eq!(story.read_all(&request), Ok(b"body".to_vec()));
                story.close(
                    request,
                    match kept {
                        true => "HANDLE_CLOSING",
                        false => "CLOSING CLOSED HANDLE_CLOSING",
                    },
                );
            }
            let connections = story.server.connections();
            assert_eq!(connections, if kept { 1 } else { 2 }, "{field}");
        }
    }
}

/// Nor is a connection kept on which a program says of its body that it is shorter than it is, or longer: the next
/// request would be taken for something else.
#[test]
fn a_length_that_is_not_the_bodys() {
    for asynchronous in BOTH {
        for (length, kept) in [(3, false), (4, true), (5, false)] {
            let server = Server::serve(|connection| {
                connection.read_head()?;
                connection.read_exactly(4)?;
                connection.send(ok("body"))?;
                connection.hold()
            });
            let story = Story::new(server, asynchronous);
            let request = story.client.request("POST", "/", 0);
            let own = format!("Content-Length: {length}\r\n");
            let sent = send_with(&request, &own, b"1234");
            finish(sent, story.client.recorder).expect("an answer");
            story.told(FIRST);
            assert_eq!(story.read_all(&request), Ok(b"body".to_vec()));
            story.close(
                request,
                match kept {
                    true => "HANDLE_CLOSING",
                    false => "CLOSING CLOSED HANDLE_CLOSING",
                },
            );
        }
    }
}

/// A challenge is answered on a connection of its own then.
#[test]
fn a_request_that_is_to_be_the_last_is_challenged() {
    for asynchronous in BOTH {
        let server = login::guarded("Basic realm=\"last\"", login::BASIC);
        let story = login::story(server, asynchronous);
        let request = login::request_as_user(story, "GET", "/", 0);
        add_headers(&request, "Connection: close", HTTP_ADDREQ_FLAG_ADD).expect("added");
        story.send(&request).expect("sent");
        assert_eq!(status_code(&request), 200);
        assert_eq!(story.server.connections(), 2);
    }
}

/// What cannot be read away at the close closes its connection first.
#[test]
fn a_handle_closed_before_the_end_closes_its_connection() {
    let part = b"01234".to_vec();
    let answers = [
        [head("200 OK", &[("Content-Length", "10")]), part.clone()].concat(),
        [head("200 OK", CHUNKED), chunk(&part)].concat(),
        [head("200 OK", CLOSE), part].concat(),
    ];
    for asynchronous in BOTH {
        for answer in answers.clone() {
            let story = Story::new(Server::script(Script::answer(answer)), asynchronous);
            let request = story.get("/");
            story.send(&request).expect("sent");
            story.told(FIRST);
            assert_eq!(story.read(&request, 2), Ok(b"01".to_vec()));
            story.close(request, "CLOSING CLOSED HANDLE_CLOSING");
            story.server.wait_ended(1);
        }
    }
}

/// 100 is swallowed; other 1xx heads are told, one by one, between RECEIVING
/// and RECEIVED, however they are cut, and are not the answer.
#[test]
fn interim_answers_come_between_receiving_and_received() {
    const CONTINUE: &str = "HTTP/1.1 100 Continue\r\n\r\n";
    const HINTS: &str = "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n";
    const WAIT: &str = "HTTP/1.1 102 Processing\r\n\r\n";
    let cases: [(&[&str], &str); 5] = [
        (&[CONTINUE], ""),
        (&[CONTINUE, CONTINUE], ""),
        (&[HINTS], "INTERMEDIATE"),
        (&[WAIT, CONTINUE, HINTS], "INTERMEDIATE INTERMEDIATE"),
        (
            &[WAIT, WAIT, WAIT],
            "INTERMEDIATE INTERMEDIATE INTERMEDIATE",
        ),
    ];
    for asynchronous in BOTH {
        for (heads, interim) in cases {
            for is_cut in [false, true] {
                let answer = ok("final");
                let script = Script::new().read_request();
                let script = match is_cut {
                    true => heads
                        .iter()
                        .fold(script, |it, head| it.send_slowly(*head, 7)),
                    false => script.send([heads.concat().into_bytes(), answer.clone()].concat()),
                };
                let script = if is_cut { script.send(answer) } else { script };
                let story = Story::new(Server::script(script), asynchronous);
                let request = story.get("/");
                story.send(&request).expect("sent");
                story.told(&format!(
                    "CREATED CONNECTING CONNECTED SENDING SENT RECEIVING {interim} RECEIVED COMPLETE"
                ));
                assert_eq!(status_code(&request), 200);
                assert_eq!(story.read_all(&request), Ok(b"final".to_vec()));
                story.close(request, "HANDLE_CLOSING");
            }
        }
    }
}

/// INTERMEDIATE_RESPONSE is told when it comes, not with the answer.
#[test]
fn an_interim_answer_is_told_while_the_answer_is_awaited() {
    let answer = Latch::new();
    let script = Script::new()
        .read_request()
        .send("HTTP/1.1 103 Early Hints\r\n\r\n")
        .pause(&answer)
        .send(ok(""));
    let story = Story::new(Server::script(script), true);
    let request = story.get("/");
    assert_eq!(send(&request), Err(ERROR_IO_PENDING));
    story.told("CREATED CONNECTING CONNECTED SENDING SENT RECEIVING INTERMEDIATE");
    answer.release();
    assert_eq!(story.client.recorder.wait_complete(), (1, 0));
    story.told("RECEIVED COMPLETE");
    story.close(request, "HANDLE_CLOSING");
}

/// An answer without a head is a body that ends with its connection, and the
/// library says for it what a head would.
#[test]
fn an_answer_without_a_head_is_told_like_one() {
    for asynchronous in BOTH {
        let latch = Latch::new();
        let script = Script::answer("<p>old")
            .pause(&latch)
            .send(" school</p>")
            .close();
        let story = Story::new(Server::script(script), asynchronous);
        let request = story.get("/");
        story.send(&request).expect("sent");
        story.told(FIRST);
        assert_eq!(received(&story, 0), 6);
        assert_eq!(status_code(&request), 200);
        assert_eq!(query(&request, HTTP_QUERY_STATUS_TEXT).as_deref(), Ok("OK"));
        assert_eq!(
            query(&request, HTTP_QUERY_VERSION).as_deref(),
            Ok("HTTP/1.0")
        );
        let raw = query(&request, HTTP_QUERY_RAW_HEADERS_CRLF).expect("headers");
        assert!(raw.starts_with("HTTP/1.0 200 OK"), "{raw:?}");
        let flags = option_u32(&request, INTERNET_OPTION_REQUEST_FLAGS).expect("flags");
        assert_ne!(flags & INTERNET_REQFLAG_NO_HEADERS, 0);
        let read = story.read_held(&request, 100, &latch);
        assert_eq!(read.as_deref(), Ok(&b"<p>old school</p>"[..]));
        story.told("RECEIVING CLOSING CLOSED RECEIVED COMPLETE");
        story.close(request, "HANDLE_CLOSING");
    }
}

/// An answer without a head may look like one at first, and may be very short;
/// only what ends where a head could go on is a head cut short.
#[test]
fn a_short_answer_without_a_head_is_a_body() {
    for asynchronous in BOTH {
        for (pieces, body) in [
            (&["H", "TT", "Q"][..], "HTTQ"),
            (&["HTT/1.1"], "HTT/1.1"),
            (&["x"], "x"),
        ] {
            let script = Script::new().read_request();
            let script = pieces.iter().fold(script, |it, piece| it.send(*piece));
            let story = Story::new(Server::script(script.close()), asynchronous);
            let request = story.get("/");
            story.send(&request).expect("sent");
            assert_eq!(status_code(&request), 200);
            assert_eq!(story.read_all(&request), Ok(body.as_bytes().to_vec()));
            request.close().expect("closed");
            let recorder = story.client.recorder;
            recorder.wait_closing();
            // Which read meets the end depends on what came along with the head.
            assert_eq!(recorder.count(INTERNET_STATUS_CLOSING_CONNECTION), 1);
            assert_eq!(recorder.count(INTERNET_STATUS_CONNECTION_CLOSED), 1);
            recorder.assert_sound();
        }
    }
}
