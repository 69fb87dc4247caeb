//! What one request tells from its first byte to its last: GET, POST, HEAD and
//! 204, with HttpSendRequest and with InternetOpenUrl, by both drivers
//! (sections 1 and 3 of the contract).

mod support;

use support::reply::{head, ok, reply};
use support::*;
use wininet::abi::*;

/// The information of the `n`th event of that status, which must be a number.
fn number(story: &Story, status: u32, n: usize) -> u32 {
    let events = story.client.recorder.events();
    let mut same = events.iter().filter(|event| event.status == status);
    match same.nth(n).map(|event| &event.info) {
        Some(Info::Number(number)) => *number,
        other => panic!("{other:?} is no number"),
    }
}

fn sent(story: &Story, n: usize) -> u32 {
    number(story, INTERNET_STATUS_REQUEST_SENT, n)
}

fn received(story: &Story, n: usize) -> u32 {
    number(story, INTERNET_STATUS_RESPONSE_RECEIVED, n)
}

/// A body that comes along with its head is read without a notification, and
/// the connection that is kept is not spoken of at the end.
#[test]
fn get_tells_the_list_and_its_reads_tell_nothing() {
    for asynchronous in BOTH {
        let answer = ok("hello");
        let story = Story::new(Server::script(Script::answer(answer.clone())), asynchronous);
        let request = story.get("/plain");
        set_last_error(1);
        let started = send(&request);
        match asynchronous {
            true => assert_eq!(started, Err(ERROR_IO_PENDING)),
            false => assert_eq!((started, last_error()), (Ok(()), 0)),
        }
        if asynchronous {
            assert_eq!(story.client.recorder.wait_complete(), (1, 0));
        }
        let events = story.told(FIRST);
        for event in &events[1..] {
            assert_eq!(event.handle, request.value(), "{event}");
        }
        assert_eq!(status_code(&request), 200);
        assert_eq!(story.read(&request, 3), Ok(b"hel".to_vec()));
        assert_eq!(story.read(&request, 100), Ok(b"lo".to_vec()));
        assert_eq!(story.read(&request, 100), Ok(vec![]));
        assert_eq!(last_error(), 0);
        story.told("");
        assert_eq!(sent(&story, 0) as usize, story.server.requests()[0].len());
        assert_eq!(received(&story, 0) as usize, answer.len());
        story.close(request, "HANDLE_CLOSING");
        assert_eq!(story.server.connections(), 1);
    }
}

/// The addresses of a numeric host name, with their lengths.
#[test]
fn connecting_and_connected_carry_the_address() {
    for asynchronous in BOTH {
        let story = Story::new(Server::script(Script::answer(ok(""))), asynchronous);
        let request = story.get("/");
        story.send(&request).expect("sent");
        let events = story.told(FIRST);
        for event in &events[1..3] {
            assert_eq!(event.info, Info::Text("127.0.0.1".to_owned()), "{event}");
            assert_eq!(event.length as usize, "127.0.0.1".len() + 1, "{event}");
        }
        for event in [&events[3], &events[5]] {
            assert_eq!((&event.info, event.length), (&Info::None, 0), "{event}");
        }
        story.close(request, "HANDLE_CLOSING");
    }
}

/// CREATED comes in the name of the parent, with the child's context and a
/// handle that works, before the call that makes it returns.
#[test]
fn created_is_told_in_the_name_of_the_parent() {
    for asynchronous in BOTH {
        let server = Server::script(Script::answer(ok("")));
        let session = session(asynchronous);
        listen(&session);
        let (of_connection, of_request) = (Recorder::new(), Recorder::new());
        let connection = connect(&session, &server, of_connection.context());
        let created = &of_connection.events()[0];
        assert_eq!(created.name(), "CREATED");
        assert_eq!(created.handle, session.value());
        assert_eq!(created.info, Info::Handle(connection.value()));
        assert_eq!(created.thread, std::thread::current().id());

        of_request.on(INTERNET_STATUS_HANDLE_CREATED, |event| {
            let Info::Handle(handle) = event.info else {
                panic!("{event}")
            };
            let handle = Handle::adopt(handle);
            let kind = option_u32(&handle, INTERNET_OPTION_HANDLE_TYPE);
            assert_eq!(kind, Ok(INTERNET_HANDLE_TYPE_HTTP_REQUEST));
            handle.leak();
        });
        let context = of_request.context();
        let request = request(&connection, "GET", "/", 0, context).expect("a request handle");
        of_request.assert_names(&["CREATED"]);
        let created = &of_request.events()[0];
        assert_eq!(created.handle, connection.value());
        assert_eq!(created.info, Info::Handle(request.value()));
        assert_eq!(created.thread, std::thread::current().id());

        finish(send(&request), of_request).expect("sent");
        request.close().expect("closed");
        connection.close().expect("closed");
        of_request.wait_closing();
        of_connection.wait_closing();
        of_connection.assert_names(&["CREATED", "HANDLE_CLOSING"]);
    }
}

/// A body that comes later: RECEIVED counts the head alone, and the read that
/// waits for the rest counts the rest.
#[test]
fn a_read_from_the_socket_tells_receiving_and_received() {
    for asynchronous in BOTH {
        let (first, second) = (Latch::new(), Latch::new());
        let head = head("200 OK", &[("Content-Length", "10")]);
        let script = Script::answer(head.clone())
            .pause(&first)
            .send("01234")
            .pause(&second)
            .send("56789");
        let story = Story::new(Server::script(script), asynchronous);
        let request = story.get("/later");
        story.send(&request).expect("sent");
        story.told(FIRST);
        assert_eq!(received(&story, 0) as usize, head.len());
        let read = story.read_held(&request, 5, &first);
        assert_eq!(read.as_deref(), Ok(&b"01234"[..]));
        story.told("RECEIVING RECEIVED COMPLETE");
        assert_eq!(received(&story, 1), 5);
        let read = story.read_held(&request, 100, &second);
        assert_eq!(read.as_deref(), Ok(&b"56789"[..]));
        story.told("RECEIVING RECEIVED COMPLETE");
        assert_eq!(received(&story, 2), 5);
        assert_eq!(story.read(&request, 100), Ok(vec![]));
        story.close(request, "HANDLE_CLOSING");
    }
}

/// POST tells the same, and SENT counts the body.
#[test]
fn post_counts_its_body_among_the_bytes_sent() {
    static FORM: [u8; 3000] = [b'x'; 3000];
    for asynchronous in BOTH {
        let story = Story::new(Server::script(Script::answer(ok("thanks"))), asynchronous);
        let request = story.client.request("POST", "/form", 0);
        let started = send_with(&request, "X-Form: 1\r\n", &FORM);
        finish(started, story.client.recorder).expect("sent");
        story.told(FIRST);
        let recorded = &story.server.recorded()[0];
        assert_eq!(recorded.body, FORM);
        assert_eq!(recorded.header("Content-Length").as_deref(), Some("3000"));
        assert_eq!(recorded.header("X-Form").as_deref(), Some("1"));
        assert_eq!(sent(&story, 0) as usize, recorded.raw().len());
        assert_eq!(story.read_all(&request), Ok(b"thanks".to_vec()));
        story.close(request, "HANDLE_CLOSING");
    }
}

/// A large upload is one SENDING and one SENT, however many writes it takes.
#[test]
fn a_large_post_is_sent_once() {
    static UPLOAD: [u8; 8 << 20] = [b'u'; 8 << 20];
    for asynchronous in BOTH {
        let story = Story::new(Server::script(Script::answer(ok(""))), asynchronous);
        let request = story.client.request("POST", "/upload", 0);
        let started = send_with(&request, "", &UPLOAD);
        finish(started, story.client.recorder).expect("sent");
        story.told(FIRST);
        let recorded = &story.server.recorded()[0];
        assert!(recorded.body == UPLOAD, "the body as it was sent");
        assert_eq!(sent(&story, 0) as usize, recorded.raw().len());
        story.close(request, "HANDLE_CLOSING");
    }
}

/// A HEAD has no body, whatever its Content-Length says, and keeps its
/// connection.
#[test]
fn head_has_no_body_and_keeps_the_connection() {
    for asynchronous in BOTH {
        let head = head("200 OK", &[("Content-Length", "1000")]);
        let script = Script::answer(head.clone()).then_answer(ok("next"));
        let story = Story::new(Server::script(script), asynchronous);
        let request = story.client.request("HEAD", "/", 0);
        story.send(&request).expect("sent");
        story.told(FIRST);
        assert_eq!(received(&story, 0) as usize, head.len());
        assert_eq!(story.read_all(&request), Ok(vec![]));
        story.told("");
        let next = story.get("/next");
        story.send(&next).expect("sent");
        assert_eq!(story.read_all(&next), Ok(b"next".to_vec()));
        story.told(REUSED);
        drop((request, next));
    }
}

#[test]
fn an_answer_204_that_is_kept_tells_nothing_more() {
    for asynchronous in BOTH {
        let script = Script::answer(head("204 No Content", &[])).then_answer(ok("next"));
        let story = Story::new(Server::script(script), asynchronous);
        let request = story.get("/");
        story.send(&request).expect("sent");
        story.told(FIRST);
        assert_eq!(status_code(&request), 204);
        assert_eq!(story.read_all(&request), Ok(vec![]));
        story.close(request, "HANDLE_CLOSING");
        let next = story.get("/next");
        story.send(&next).expect("sent");
        story.told(REUSED);
        story.read_all(&next).expect("the body");
    }
}

/// Nothing is left to be read: the connection closes with the send itself.
#[test]
fn an_answer_204_that_is_not_kept_closes_with_the_send() {
    for asynchronous in BOTH {
        let answer = head("204 No Content", &[("Connection", "close")]);
        let story = Story::new(Server::script(Script::answer(answer)), asynchronous);
        let request = story.get("/");
        story.send(&request).expect("sent");
        story.told(
            "CREATED CONNECTING CONNECTED SENDING SENT RECEIVING RECEIVED CLOSING CLOSED COMPLETE",
        );
        story.server.wait_ended(1);
        assert_eq!(story.read_all(&request), Ok(vec![]));
        story.close(request, "HANDLE_CLOSING");
    }
}

/// InternetOpenUrl: the handle is announced in the name of the session, the
/// hidden connection handle is never spoken of, and the answer is the handle.
#[test]
fn open_url_announces_the_request_and_hides_the_connection() {
    for asynchronous in BOTH {
        let story = Story::new(Server::script(Script::answer(ok("page"))), asynchronous);
        let page = story.open_url("/page").expect("the page");
        let events = story.told(FIRST);
        assert_eq!(events[0].handle, story.client.session.value());
        assert_eq!(events[0].info, Info::Handle(page.value()));
        assert!(events[1..].iter().all(|event| event.handle == page.value()));
        if let Some(complete) = events.get(8) {
            let result = Info::AsyncResult {
                result: page.value(),
                error: 0,
            };
            assert_eq!(complete.info, result);
        }
        assert_eq!(story.server.recorded()[0].line(), "GET /page HTTP/1.1");
        assert_eq!(story.read_all(&page), Ok(b"page".to_vec()));
        story.close(page, "HANDLE_CLOSING");
    }
}

/// A second page of the same server is the reuse of the same list.
#[test]
fn open_url_reuses_the_connection() {
    for asynchronous in BOTH {
        let story = Story::new(Server::respond(|_| ok("page")), asynchronous);
        for list in [FIRST, REUSED] {
            let page = story.open_url("/page").expect("the page");
            story.told(list);
            story.read_all(&page).expect("the body");
            page.close().expect("closed");
            story.told("HANDLE_CLOSING");
        }
        assert_eq!(story.server.connections(), 1);
    }
}

/// A status that means failure to people is a success of the transfer.
#[test]
fn an_answer_404_is_told_like_any_other() {
    for asynchronous in BOTH {
        let answer = reply("404 Not Found", &[], "nothing here");
        let story = Story::new(Server::script(Script::answer(answer)), asynchronous);
        let page = story.open_url("/").expect("the page");
        story.told(FIRST);
        assert_eq!(status_code(&page), 404);
        assert_eq!(story.read_all(&page), Ok(b"nothing here".to_vec()));
        story.close(page, "HANDLE_CLOSING");
    }
}
