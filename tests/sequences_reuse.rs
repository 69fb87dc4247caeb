//! Which requests share a connection, and what that tells: kept connections,
//! the same handle sent again, pooled connections found dead (section 3 of the
//! contract, "Reuse").

mod support;

use support::reply::{chunk, head, ok, LAST_CHUNK};
use support::*;
use wininet::abi::*;

/// The events of a handle that is sent again on the connection it had.
const AGAIN: &str = "SENDING SENT RECEIVING RECEIVED COMPLETE";
/// And on a new one.
const ANEW: &str = "CONNECTING CONNECTED SENDING SENT RECEIVING RECEIVED COMPLETE";

/// A story whose first request is over, its connection kept.
fn begun(server: Server, asynchronous: bool) -> Story {
    let story = Story::new(server, asynchronous);
    let request = story.get("/first");
    story.send(&request).expect("sent");
    story.read_all(&request).expect("the body");
    story.told(FIRST);
    story.close(request, "HANDLE_CLOSING");
    story
}

#[test]
fn the_next_request_tells_only_of_sending_and_receiving() {
    for asynchronous in BOTH {
        let story = begun(Server::respond(|_| ok("body")), asynchronous);
        let recorder = story.client.recorder;
        for n in 0..5 {
            let request = story.get("/next");
            story.send(&request).expect("sent");
            story.told(REUSED);
            assert_eq!(story.read_all(&request), Ok(b"body".to_vec()));
            request.close().expect("closed");
            story.told("HANDLE_CLOSING");
            assert_eq!(recorder.count(INTERNET_STATUS_HANDLE_CLOSING), n + 2);
        }
        assert_eq!(story.server.connections(), 1);
    }
}

/// POSTs share it too: what is kept is the connection and not a kind of request.
#[test]
fn a_post_uses_the_connection_of_a_get() {
    for asynchronous in BOTH {
        let story = begun(Server::respond(|_| ok("body")), asynchronous);
        let request = story.client.request("POST", "/form", 0);
        let started = send_with(&request, "", b"field=1");
        finish(started, story.client.recorder).expect("sent");
        story.told(REUSED);
        assert_eq!(story.server.connections(), 1);
        assert_eq!(story.server.recorded()[1].body, b"field=1");
        story.close(request, "HANDLE_CLOSING");
    }
}

/// The pool is the process's: other sessions, and other drivers, use it.
#[test]
fn another_session_of_either_kind_uses_the_connection() {
    for asynchronous in BOTH {
        let story = begun(Server::respond(|_| ok("body")), asynchronous);
        for other in [asynchronous, !asynchronous, asynchronous] {
            let client = Client::new(other, &story.server);
            let request = client.get("/other");
            client.send(&request).expect("sent");
            let list = REUSED.split(' ').filter(|&it| other || it != "COMPLETE");
            let list: Vec<&str> = list.collect();
            client.recorder.assert_names(&list);
            let body = match other {
                true => read_all_async(&request, client.recorder),
                false => read_all(&request),
            };
            assert_eq!(body, Ok(b"body".to_vec()));
        }
        assert_eq!(story.server.connections(), 1);
    }
}

/// Two at once need two connections; both are kept, and the third request
/// takes one of them.
#[test]
fn a_connection_in_use_is_not_shared() {
    for asynchronous in BOTH {
        let headers = [("Content-Length", "4")];
        let rest = Latch::new();
        let held = rest.clone();
        let server = Server::serve(move |connection| loop {
            if connection.read_request().is_err() {
                return Ok(());
            }
            connection.send(head("200 OK", &headers))?;
            connection.pause(&held);
            connection.send("body")?;
        });
        let story = Story::new(server, asynchronous);
        let requests = [story.get("/0"), story.get("/1")];
        story.told("CREATED CREATED");
        for request in &requests {
            story.send(request).expect("sent");
            story.told(ANEW);
        }
        rest.release();
        for request in &requests {
            assert_eq!(story.read_all(request), Ok(b"body".to_vec()));
        }
        let third = story.get("/2");
        story.send(&third).expect("sent");
        assert_eq!(story.read_all(&third), Ok(b"body".to_vec()));
        assert_eq!(story.server.connections(), 2);
    }
}

/// The same handle again, its body read to the end.
#[test]
fn a_handle_sent_again_uses_its_connection() {
    for asynchronous in BOTH {
        let story = Story::new(Server::respond(|_| ok("body")), asynchronous);
        let request = story.get("/again");
        story.send(&request).expect("sent");
        story.told(FIRST);
        for _ in 0..3 {
            assert_eq!(story.read_all(&request), Ok(b"body".to_vec()));
            story.send(&request).expect("sent again");
            story.told(AGAIN);
            assert_eq!(status_code(&request), 200);
        }
        story.read_all(&request).expect("the body");
        story.close(request, "HANDLE_CLOSING");
        assert_eq!(story.server.connections(), 1);
    }
}

/// A body that nobody read but that has come is dropped, and the connection is
/// used again.
#[test]
fn an_unread_body_that_has_come_is_no_hindrance() {
    for asynchronous in BOTH {
        let chunked = [
            &head("200 OK", &[("Transfer-Encoding", "chunked")])[..],
            &chunk("unread"),
            LAST_CHUNK,
        ];
        let script = Script::answer(ok("unread"))
            .then_answer(chunked.concat())
            .then_answer(ok("read"));
        let story = Story::new(Server::script(script), asynchronous);
        let request = story.get("/again");
        for list in [FIRST, AGAIN, AGAIN] {
            story.send(&request).expect("sent");
            story.told(list);
        }
        assert_eq!(story.read_all(&request), Ok(b"read".to_vec()));
        story.close(request, "HANDLE_CLOSING");
    }
}

/// The rest of the body has reached the socket, and nobody has asked for it:
/// reading it away does not block, so the connection is used again.
#[test]
fn an_unread_body_on_the_socket_is_read_away() {
    for asynchronous in BOTH {
        let (rest, sent) = (Latch::new(), Latch::new());
        let body = vec![b'r'; 20_000];
        let head = head("200 OK", &[("Content-Length", "20000")]);
        let script = Script::answer(head)
            .pause(&rest)
            .send(body)
            .signal(&sent)
            .then_answer(ok("read"));
        let story = Story::new(Server::script(script), asynchronous);
        let request = story.get("/again");
        story.send(&request).expect("sent");
        story.told(FIRST);
        rest.release();
        sent.wait();
        story.send(&request).expect("sent again");
        story.told(AGAIN);
        assert_eq!(story.read_all(&request), Ok(b"read".to_vec()));
        story.close(request, "HANDLE_CLOSING");
    }
}

/// The same at a close: the connection is kept for the next handle.
#[test]
fn an_unread_body_on_the_socket_is_read_away_at_the_close() {
    for asynchronous in BOTH {
        let (rest, sent) = (Latch::new(), Latch::new());
        let head = head("200 OK", &[("Content-Length", "20000")]);
        let script = Script::answer(head)
            .pause(&rest)
            .send(vec![b'r'; 20_000])
            .signal(&sent)
            .then_answer(ok("read"));
        let story = Story::new(Server::script(script), asynchronous);
        let request = story.get("/first");
        story.send(&request).expect("sent");
        story.told(FIRST);
        rest.release();
        sent.wait();
        story.close(request, "HANDLE_CLOSING");
        let next = story.get("/next");
        story.send(&next).expect("sent");
        story.told(REUSED);
        assert_eq!(story.read_all(&next), Ok(b"read".to_vec()));
    }
}

/// A body whose rest has not come cannot be read away without blocking.
#[test]
fn an_unread_body_that_is_awaited_costs_the_connection() {
    for asynchronous in BOTH {
        let head = head("200 OK", &[("Content-Length", "10")]);
        let unfinished = Script::answer([&head[..], b"0123"].concat());
        let scripts = [unfinished, Script::answer(ok("read"))];
        let story = Story::new(Server::scripts(scripts), asynchronous);
        let request = story.get("/again");
        story.send(&request).expect("sent");
        story.told(FIRST);
        story.send(&request).expect("sent again");
        story.told(&format!("CLOSING CLOSED {ANEW}"));
        story.server.wait_ended(1);
        assert_eq!(story.read_all(&request), Ok(b"read".to_vec()));
        story.close(request, "HANDLE_CLOSING");
    }
}

/// A body of another answer never appears in this one.
#[test]
fn what_was_left_of_an_answer_is_not_read_as_the_next() {
    for asynchronous in BOTH {
        let script = Script::answer(ok("first, unread")).then_answer(ok("second"));
        let story = Story::new(Server::script(script), asynchronous);
        let request = story.get("/again");
        story.send(&request).expect("sent");
        assert_eq!(story.read(&request, 5), Ok(b"first".to_vec()));
        story.send(&request).expect("sent again");
        assert_eq!(story.read_all(&request), Ok(b"second".to_vec()));
    }
}

/// Bytes behind an answer mean that the server cannot be trusted with another
/// request on that connection; nothing of them is read.
#[test]
fn a_server_that_sends_too_much_loses_its_connection() {
    for asynchronous in BOTH {
        let babbling = [&ok("body")[..], b"HTTP/1.1 200 OK\r\n\r\nsmuggled"].concat();
        let scripts = [Script::answer(babbling), Script::answer(ok("next"))];
        let story = Story::new(Server::scripts(scripts), asynchronous);
        let request = story.get("/");
        story.send(&request).expect("sent");
        story.told(FIRST);
        assert_eq!(story.read_all(&request), Ok(b"body".to_vec()));
        story.close(request, "CLOSING CLOSED HANDLE_CLOSING");
        let next = story.get("/");
        story.send(&next).expect("sent");
        story.told(FIRST);
        assert_eq!(story.read_all(&next), Ok(b"next".to_vec()));
    }
}

/// What comes at last where a pooled connection was dead. A request that
/// noticed it only when it used the connection has told of that too, but of no
/// CLOSING or CLOSED.
#[track_caller]
fn assert_silent_reconnect(story: &Story) {
    let recorder = story.client.recorder;
    let names = recorder.take_names();
    let anew: Vec<&str> = ANEW.split(' ').collect();
    let anew = match story.asynchronous {
        true => &anew[..],
        false => &anew[..6],
    };
    let used = ["CREATED", "SENDING", "SENT", "RECEIVING"];
    let before = names.len().saturating_sub(anew.len());
    assert!(
        names.ends_with(&anew.iter().map(|&it| it.to_owned()).collect::<Vec<_>>())
            && before > 0
            && names[..before] == used[..before.min(4)],
        "{names:?}, asynchronous: {}",
        story.asynchronous
    );
}

#[test]
fn a_get_reconnects_in_silence_when_its_pooled_connection_is_dead() {
    for asynchronous in BOTH {
        let scripts = [
            Script::answer(ok("first")).close(),
            Script::answer(ok("second")),
        ];
        let story = begun(Server::scripts(scripts), asynchronous);
        story.client.recorder.take_names();
        story.server.wait_ended(1);
        let request = story.get("/second");
        story.send(&request).expect("sent");
        assert_eq!(story.read_all(&request), Ok(b"second".to_vec()));
        assert_silent_reconnect(&story);
        assert_eq!(story.server.connections(), 2);
    }
}

/// A reset is noticed like an orderly end.
#[test]
fn a_get_reconnects_in_silence_after_a_reset() {
    for asynchronous in BOTH {
        let reset = Latch::new();
        let scripts = [
            Script::answer(ok("first")).pause(&reset).reset(),
            Script::answer(ok("second")),
        ];
        let story = begun(Server::scripts(scripts), asynchronous);
        story.client.recorder.take_names();
        reset.release();
        story.server.wait_ended(1);
        let request = story.get("/second");
        story.send(&request).expect("sent");
        assert_eq!(story.read_all(&request), Ok(b"second".to_vec()));
        assert_silent_reconnect(&story);
    }
}

/// A server that takes the request and hangs up without a byte: a GET may be
/// sent again on a new connection.
#[test]
fn a_get_is_sent_again_when_a_pooled_connection_ends_under_it() {
    for asynchronous in BOTH {
        let scripts = [
            Script::answer(ok("first")).read_head().close(),
            Script::answer(ok("second")),
        ];
        let story = begun(Server::scripts(scripts), asynchronous);
        let request = story.get("/second");
        story.send(&request).expect("sent");
        story.told(&format!("CREATED SENDING SENT RECEIVING {ANEW}"));
        assert_eq!(story.server.recorded().len(), 3);
        assert_eq!(story.read_all(&request), Ok(b"second".to_vec()));
        story.close(request, "HANDLE_CLOSING");
    }
}

/// A dead connection is known before a POST goes out, so that it need not be
/// sent twice: the list begins with the new connection.
#[test]
fn a_post_never_goes_out_on_a_connection_that_is_dead() {
    for asynchronous in BOTH {
        for _ in 0..10 {
            let scripts = [
                Script::answer(ok("first")).close(),
                Script::answer(ok("second")),
            ];
            let story = begun(Server::scripts(scripts), asynchronous);
            story.server.wait_ended(1);
            let request = story.client.request("POST", "/form", 0);
            let started = send_with(&request, "", b"field=1");
            finish(started, story.client.recorder).expect("sent");
            story.told(&format!("CREATED {ANEW}"));
            assert_eq!(story.server.recorded()[1].body, b"field=1");
            story.close(request, "HANDLE_CLOSING");
        }
    }
}

/// A POST that was on its way when the connection ended may have been carried
/// out: it is not sent again, it fails.
#[test]
fn a_post_is_not_sent_twice() {
    for asynchronous in BOTH {
        let script = Script::answer(ok("first")).read_request().close();
        let story = begun(Server::script(script), asynchronous);
        let request = story.client.request("POST", "/form", 0);
        let started = send_with(&request, "", b"field=1");
        let sent = finish(started, story.client.recorder);
        assert_eq!(sent, Err(ERROR_HTTP_INVALID_SERVER_RESPONSE));
        story.told("CREATED SENDING SENT RECEIVING CLOSING CLOSED COMPLETE");
        assert_eq!(
            (story.server.connections(), story.server.recorded().len()),
            (1, 2)
        );
        story.close(request, "HANDLE_CLOSING");
    }
}
