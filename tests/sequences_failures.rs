//! What failing requests tell, and with which error: refused, unknown, cut
//! short, reset, timed out (section 3 of the contract, "Failures").

mod support;

use support::ports::{RefusedPort, SilentPort};
use support::reply::{chunk, head, ok};
use support::*;
use wininet::abi::*;

const TIMED_OUT: Result<()> = Err(ERROR_INTERNET_TIMEOUT);
/// For a timeout that nothing but the phase in question should meet.
const SOON: u32 = 150;
/// For one that a phase before it could meet on a busy machine.
const LATER: u32 = 1000;

/// A story without a server of its own: the client's connection handle leads
/// elsewhere.
fn elsewhere(host: &str, port: u16, asynchronous: bool) -> (Story, Handle) {
    let story = Story::new(Server::scripts([]), asynchronous);
    let connection = connect_to(&story.client.session, host, port, 0).expect("a connection handle");
    let context = story.client.recorder.context();
    let request = request(&connection, "GET", "/", 0, context).expect("a request handle");
    // Its children outlive it only for as long as it is open.
    connection.leak();
    (story, request)
}

/// A body cut short is told by one of these.
#[track_caller]
fn assert_cut_short<T: std::fmt::Debug>(result: Result<T>) {
    let error = result.expect_err("a body cut short is no success");
    let expected = [
        ERROR_INTERNET_CONNECTION_ABORTED,
        ERROR_INTERNET_CONNECTION_RESET,
    ];
    assert!(expected.contains(&error), "{error}");
}

#[test]
fn a_refused_port_tells_connecting_and_nothing_more() {
    for asynchronous in BOTH {
        let port = RefusedPort::new();
        let (story, request) = elsewhere("127.0.0.1", port.port(), asynchronous);
        assert_eq!(story.send(&request), Err(ERROR_INTERNET_CANNOT_CONNECT));
        story.told("CREATED CONNECTING COMPLETE");
        // The handle is as good as new.
        assert_eq!(story.send(&request), Err(ERROR_INTERNET_CANNOT_CONNECT));
        story.told("CONNECTING COMPLETE");
        story.close(request, "HANDLE_CLOSING");
    }
}

/// An asynchronous failure is told by REQUEST_COMPLETE {0, error} alone: the
/// call itself says 997.
#[test]
fn an_asynchronous_failure_is_told_by_the_completion() {
    let port = RefusedPort::new();
    let (story, request) = elsewhere("127.0.0.1", port.port(), true);
    assert_eq!(send(&request), Err(ERROR_IO_PENDING));
    let complete = story.client.recorder.wait_complete();
    assert_eq!(complete, (0, ERROR_INTERNET_CANNOT_CONNECT));
    story.told("CREATED CONNECTING COMPLETE");
    story.close(request, "HANDLE_CLOSING");
}

#[test]
fn an_unknown_host_is_looked_up_and_not_resolved() {
    for asynchronous in BOTH {
        let name = format!("no-such-host-{asynchronous}.invalid");
        let (story, request) = elsewhere(&name, 80, asynchronous);
        assert_eq!(story.send(&request), Err(ERROR_INTERNET_NAME_NOT_RESOLVED));
        let events = story.told("CREATED RESOLVING COMPLETE");
        assert_eq!(events[1].info, Info::Text(name.clone()));
        assert_eq!(events[1].length as usize, name.len() + 1);
        story.close(request, "HANDLE_CLOSING");
    }
}

/// A failed InternetOpenUrl: 0 and the error, and the library closes the
/// handle that it announced.
#[test]
fn a_failed_open_url_closes_its_handle() {
    let port = RefusedPort::new();
    for asynchronous in BOTH {
        let story = Story::new(Server::scripts([]), asynchronous);
        let recorder = story.client.recorder;
        let url = format!("http://127.0.0.1:{}/", port.port());
        let opened = open_url(&story.client.session, &url, 0, recorder.context());
        match asynchronous {
            false => assert_eq!(opened.err(), Some(ERROR_INTERNET_CANNOT_CONNECT)),
            true => {
                assert_eq!(opened.err(), Some(ERROR_IO_PENDING));
                let complete = recorder.wait_complete();
                assert_eq!(complete, (0, ERROR_INTERNET_CANNOT_CONNECT));
            }
        }
        story.closed("CREATED CONNECTING COMPLETE HANDLE_CLOSING");
        let handle = recorder.wait_created();
        assert_eq!(close_value(handle), Err(ERROR_INVALID_HANDLE));
    }
}

#[test]
fn a_server_that_closes_without_a_byte_is_no_server() {
    for asynchronous in BOTH {
        let script = Script::new().read_request().close();
        let story = Story::new(Server::script(script), asynchronous);
        let request = story.get("/");
        let sent = story.send(&request);
        assert_eq!(sent, Err(ERROR_HTTP_INVALID_SERVER_RESPONSE));
        story.told("CREATED CONNECTING CONNECTED SENDING SENT RECEIVING CLOSING CLOSED COMPLETE");
        story.close(request, "HANDLE_CLOSING");
    }
}

#[test]
fn a_head_cut_short_fails_the_request() {
    let cut = [
        "H",
        "HTTP",
        "HTTP/1.1",
        "HTTP/1.1 200 OK\r\nContent-Le",
        "HTTP/1.1 200 OK\r\nA: b\r\n",
    ];
    let interim = "HTTP/1.1 103 Early Hints\r\n\r\n";
    for asynchronous in BOTH {
        for part in cut {
            for before in ["", interim] {
                let script = Script::new().read_request().send([before, part].concat());
                let story = Story::new(Server::script(script.close()), asynchronous);
                let request = story.get("/");
                assert_cut_short(story.send(&request));
                let interim = if before.is_empty() {
                    ""
                } else {
                    "INTERMEDIATE"
                };
                story.told(&format!(
                    "CREATED CONNECTING CONNECTED SENDING SENT RECEIVING {interim} CLOSING CLOSED COMPLETE"
                ));
                story.close(request, "HANDLE_CLOSING");
            }
        }
    }
}

#[test]
fn a_reset_before_the_head_fails_the_request() {
    for asynchronous in BOTH {
        let script = Script::new().read_request().reset();
        let story = Story::new(Server::script(script), asynchronous);
        let request = story.get("/");
        assert_eq!(story.send(&request), Err(ERROR_INTERNET_CONNECTION_RESET));
        story.told("CREATED CONNECTING CONNECTED SENDING SENT RECEIVING CLOSING CLOSED COMPLETE");
        story.close(request, "HANDLE_CLOSING");
    }
}

/// Whatever the framing, a body that ends before its end is an error, also for
/// a read that what came would have filled in part.
#[test]
fn a_body_cut_short_is_never_a_short_success() {
    let five = head("200 OK", &[("Content-Length", "10")]);
    let chunks = head("200 OK", &[("Transfer-Encoding", "chunked")]);
    let chunk = chunk("01234");
    let answers = [
        [&five[..], b"01234"].concat(),
        // In the payload, behind it, behind its line end, in the last size.
        [&chunks[..], b"a\r\n01234"].concat(),
        [&chunks[..], &chunk[..chunk.len() - 2]].concat(),
        [&chunks[..], &chunk[..]].concat(),
        [&chunks[..], &chunk[..], b"0\r\n"].concat(),
        [&chunks[..], &chunk[..], b"0\r\nTrailer: 1\r\n"].concat(),
    ];
    for asynchronous in BOTH {
        for answer in &answers {
            for resets in [false, true] {
                let end = Latch::new();
                let script = Script::answer(answer.clone()).pause(&end);
                let script = if resets {
                    script.reset()
                } else {
                    script.close()
                };
                let story = Story::new(Server::script(script), asynchronous);
                let request = story.get("/");
                story.send(&request).expect("the head");
                story.told(FIRST);
                assert_eq!(story.read(&request, 3), Ok(b"012".to_vec()));
                story.told("");
                end.release();
                story.server.wait_ended(1);
                // Two bytes are there, and ten are asked for.
                assert_cut_short(story.read(&request, 10));
                story.told("RECEIVING CLOSING CLOSED COMPLETE");
                assert_cut_short(story.read(&request, 10));
                story.close(request, "RECEIVING COMPLETE HANDLE_CLOSING");
            }
        }
    }
}

/// What came before the cut can be read by whoever asks for no more.
#[test]
fn what_came_before_the_cut_is_readable() {
    for asynchronous in BOTH {
        let head = head("200 OK", &[("Content-Length", "10")]);
        let script = Script::answer([&head[..], b"01234"].concat()).close();
        let story = Story::new(Server::script(script), asynchronous);
        let request = story.get("/");
        story.send(&request).expect("the head");
        assert_eq!(story.read(&request, 5), Ok(b"01234".to_vec()));
        assert_cut_short(story.read(&request, 5));
        assert_cut_short(story.available(&request));
    }
}

/// InternetQueryDataAvailable does not take a cut for the end either.
#[test]
fn a_cut_is_no_end_for_query_data_available() {
    for asynchronous in BOTH {
        let head = head("200 OK", &[("Content-Length", "10")]);
        let story = Story::new(Server::script(Script::answer(head).close()), asynchronous);
        let request = story.get("/");
        story.send(&request).expect("the head");
        story.told(FIRST);
        assert_cut_short(story.available(&request));
        story.told("RECEIVING CLOSING CLOSED COMPLETE");
        story.close(request, "HANDLE_CLOSING");
    }
}

/// A chunk size that is none: what came before it counts, then it is an error.
#[test]
fn a_broken_chunk_fails_the_read_that_meets_it() {
    for asynchronous in BOTH {
        let head = head("200 OK", &[("Transfer-Encoding", "chunked")]);
        let script = Script::answer([&head[..], &chunk("01234"), b"nonsense\r\n"].concat());
        let story = Story::new(Server::script(script), asynchronous);
        let request = story.get("/");
        story.send(&request).expect("the head");
        story.told(FIRST);
        assert_eq!(story.read(&request, 5), Ok(b"01234".to_vec()));
        let read = story.read(&request, 5);
        assert_eq!(read, Err(ERROR_HTTP_INVALID_SERVER_RESPONSE));
        story.told("RECEIVING CLOSING CLOSED COMPLETE");
        story.close(request, "HANDLE_CLOSING");
    }
}

/// The handle of a failed request may be sent again.
#[test]
fn a_failed_handle_may_be_sent_again() {
    for asynchronous in BOTH {
        let scripts = [
            Script::new().read_request().close(),
            Script::answer(ok("now")),
        ];
        let story = Story::new(Server::scripts(scripts), asynchronous);
        let request = story.get("/");
        let sent = story.send(&request);
        assert_eq!(sent, Err(ERROR_HTTP_INVALID_SERVER_RESPONSE));
        story.told("CREATED CONNECTING CONNECTED SENDING SENT RECEIVING CLOSING CLOSED COMPLETE");
        story.send(&request).expect("the second time");
        story.told("CONNECTING CONNECTED SENDING SENT RECEIVING RECEIVED COMPLETE");
        assert_eq!(story.read_all(&request), Ok(b"now".to_vec()));
        story.close(request, "HANDLE_CLOSING");
    }
}

#[test]
fn a_connect_that_takes_too_long_times_out() {
    let port = SilentPort::new();
    for asynchronous in BOTH {
        let (story, request) = elsewhere("127.0.0.1", port.port(), asynchronous);
        set_option_u32(&request, INTERNET_OPTION_CONNECT_TIMEOUT, SOON).expect("set");
        assert_eq!(story.send(&request), TIMED_OUT);
        story.told("CREATED CONNECTING COMPLETE");
        story.close(request, "HANDLE_CLOSING");
    }
}

/// The server reads the head and no more: the body gets stuck on its way.
#[test]
fn a_send_that_takes_too_long_times_out() {
    static UPLOAD: [u8; 32 << 20] = [0; 32 << 20];
    for asynchronous in BOTH {
        let forever = Latch::new();
        let script = Script::new().read_head().pause(&forever);
        let story = Story::new(Server::script(script), asynchronous);
        let request = story.client.request("POST", "/", 0);
        set_option_u32(&request, INTERNET_OPTION_SEND_TIMEOUT, SOON).expect("set");
        let started = send_with(&request, "", &UPLOAD);
        assert_eq!(finish(started, story.client.recorder), TIMED_OUT);
        story.told("CREATED CONNECTING CONNECTED SENDING CLOSING CLOSED COMPLETE");
        story.close(request, "HANDLE_CLOSING");
        forever.release();
    }
}

#[test]
fn a_head_that_takes_too_long_times_out() {
    for asynchronous in BOTH {
        for part in ["", "HTTP/1.1 200 OK\r\n"] {
            let script = Script::new().read_request().send(part);
            let story = Story::new(Server::script(script), asynchronous);
            let request = story.get("/");
            set_option_u32(&request, INTERNET_OPTION_RECEIVE_TIMEOUT, SOON).expect("set");
            assert_eq!(story.send(&request), TIMED_OUT);
            story.told(
                "CREATED CONNECTING CONNECTED SENDING SENT RECEIVING CLOSING CLOSED COMPLETE",
            );
            story.server.wait_ended(1);
            story.close(request, "HANDLE_CLOSING");
        }
    }
}

#[test]
fn a_body_that_takes_too_long_times_out() {
    for asynchronous in BOTH {
        let answer = [&head("200 OK", &[("Content-Length", "10")])[..], b"01234"].concat();
        let story = Story::new(Server::script(Script::answer(answer)), asynchronous);
        let request = story.get("/");
        set_option_u32(&request, INTERNET_OPTION_RECEIVE_TIMEOUT, LATER).expect("set");
        story.send(&request).expect("the head");
        story.told(FIRST);
        let read = story.read(&request, 10);
        assert_eq!(read.map(drop), TIMED_OUT);
        story.told("RECEIVING CLOSING CLOSED COMPLETE");
        story.close(request, "HANDLE_CLOSING");
    }
}

/// A timeout bounds the silence and not the whole: a slow answer whose pieces
/// come in time is read to its end.
#[test]
fn a_slow_answer_does_not_time_out() {
    for asynchronous in BOTH {
        let script = Script::new().read_request();
        let script = script.step(support::script::Step::SendSlowly {
            bytes: ok("0123456789"),
            chunk: 1,
            pace: std::time::Duration::from_millis(40),
        });
        let story = Story::new(Server::script(script), asynchronous);
        let request = story.get("/");
        set_option_u32(&request, INTERNET_OPTION_RECEIVE_TIMEOUT, 1500).expect("set");
        story.send(&request).expect("the head");
        assert_eq!(story.read_all(&request), Ok(b"0123456789".to_vec()));
    }
}
