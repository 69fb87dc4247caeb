//! InternetQueryDataAvailable: what it promises, when it waits, and what the
//! end looks like (section 4 of the contract).

mod support;

use std::ptr::null_mut;

use support::reply::{chunk, head, ok, LAST_CHUNK};
use support::*;
use wininet::abi::*;
use wininet::ffi::*;

fn head_of(length: usize) -> Vec<u8> {
    head("200 OK", &[("Content-Length", &length.to_string())])
}

#[allow(unsafe_code)]
fn ask(request: &Handle, number: *mut u32) -> Result<()> {
    // SAFETY: NULL, or a variable that lives until the completion.
    check(unsafe { InternetQueryDataAvailable(request.raw(), number, 0, 0) })
}

/// What has come is told at once, with no notification; it does not grow while
/// some of it is left, though more has come meanwhile.
#[test]
fn what_is_buffered_is_available_and_does_not_grow() {
    for asynchronous in BOTH {
        let (more, sent) = (Latch::new(), Latch::new());
        let script = Script::answer([&head_of(10)[..], b"01234"].concat())
            .pause(&more)
            .send("56789")
            .signal(&sent);
        let story = Story::new(Server::script(script), asynchronous);
        let request = story.get("/");
        story.send(&request).expect("sent");
        story.told(FIRST);
        assert_eq!(available(&request), Ok(5));
        assert_eq!(story.read(&request, 2), Ok(b"01".to_vec()));
        more.release();
        sent.wait();
        for _ in 0..3 {
            assert_eq!(available(&request), Ok(3));
        }
        assert_eq!(story.read(&request, 3), Ok(b"234".to_vec()));
        story.told("");
        assert_eq!(story.available(&request), Ok(5));
        story.told("RECEIVING RECEIVED COMPLETE");
        assert_eq!(story.read(&request, 100), Ok(b"56789".to_vec()));
        // The end: TRUE and 0, as often as one asks.
        for _ in 0..2 {
            assert_eq!(available(&request), Ok(0));
            assert_eq!(last_error(), 0);
        }
        story.close(request, "HANDLE_CLOSING");
    }
}

/// Asynchronously with nothing buffered: 0 and 997; the variable is written
/// before the completion, whose dwError is the same number.
#[allow(unsafe_code)]
#[test]
fn nothing_buffered_is_pending_until_something_comes() {
    for _ in 0..20 {
        let latch = Latch::new();
        let script = Script::answer(head_of(10)).pause(&latch).send("01234");
        let story = Story::new(Server::script(script), true);
        let request = story.get("/");
        story.send(&request).expect("sent");
        story.told(FIRST);
        let number = Box::into_raw(Box::new(0xDEAD_BEEF_u32));
        let address = number as usize;
        let seen = Latch::new();
        let seen_in_callback = seen.clone();
        story
            .client
            .recorder
            .on(INTERNET_STATUS_REQUEST_COMPLETE, move |_| {
                // SAFETY: leaked.
                assert_eq!(unsafe { (address as *const u32).read_volatile() }, 5);
                seen_in_callback.release();
            });
        assert_eq!(ask(&request, number), Err(ERROR_IO_PENDING));
        // SAFETY: leaked.
        assert_eq!(unsafe { number.read_volatile() }, 0);
        story.told("RECEIVING");
        latch.release();
        assert_eq!(story.client.recorder.wait_complete(), (1, 5));
        seen.wait();
        let events = story.told("RECEIVED COMPLETE");
        assert_eq!(events[0].info, Info::Number(5));
        assert_eq!(story.read(&request, 5), Ok(b"01234".to_vec()));
        story.told("");
    }
}

/// Synchronously it blocks, and tells on the caller.
#[test]
fn a_synchronous_query_waits_for_something() {
    let latch = Latch::new();
    let script = Script::answer(head_of(10)).pause(&latch).send("01234");
    let story = Story::new(Server::script(script), false);
    let request = story.get("/");
    story.send(&request).expect("sent");
    story.told(FIRST);
    // Nothing can be sent before the query says that it waits.
    let opens = latch.clone();
    let recorder = story.client.recorder;
    recorder.on(INTERNET_STATUS_RECEIVING_RESPONSE, move |_| opens.release());
    assert_eq!(available(&request), Ok(5));
    let events = story.told("RECEIVING RECEIVED");
    let me = std::thread::current().id();
    assert!(events.iter().all(|event| event.thread == me));
    assert_eq!(story.read(&request, 5), Ok(b"01234".to_vec()));
    story.told("");
    story.close(request, "CLOSING CLOSED HANDLE_CLOSING");
}

/// It promises what has come, not what a length or a chunk size says.
#[test]
fn it_never_promises_more_than_has_come() {
    let chunked = head("200 OK", &[("Transfer-Encoding", "chunked")]);
    let answers = [
        [&head_of(1000)[..], b"01234"].concat(),
        [&chunked[..], b"3e8\r\n01234"].concat(),
        [&chunked[..], &chunk("01"), &chunk("234")].concat(),
        [&head("200 OK", &[])[..], b"01234"].concat(),
    ];
    for asynchronous in BOTH {
        for answer in &answers {
            let story = Story::new(Server::script(Script::answer(answer.clone())), asynchronous);
            let request = story.get("/");
            story.send(&request).expect("sent");
            assert_eq!(available(&request), Ok(5));
            assert_eq!(story.read(&request, 5), Ok(b"01234".to_vec()));
            story.told(FIRST);
        }
    }
}

/// A close-delimited body: CLOSING and CLOSED come before the completion,
/// which says that nothing is left.
#[test]
fn the_end_of_a_connection_is_told_before_the_completion() {
    for asynchronous in BOTH {
        let latch = Latch::new();
        let script = Script::answer([&head("200 OK", &[])[..], b"01234"].concat())
            .pause(&latch)
            .close();
        let story = Story::new(Server::script(script), asynchronous);
        let request = story.get("/");
        story.send(&request).expect("sent");
        story.told(FIRST);
        assert_eq!(story.read(&request, 5), Ok(b"01234".to_vec()));
        let asked = match asynchronous {
            false => {
                latch.release();
                available(&request)
            }
            true => {
                assert_eq!(available(&request), Err(ERROR_IO_PENDING));
                latch.release();
                assert_eq!(story.client.recorder.wait_complete(), (1, 0));
                Ok(0)
            }
        };
        assert_eq!(asked, Ok(0));
        story.told("RECEIVING CLOSING CLOSED RECEIVED COMPLETE");
        assert_eq!(available(&request), Ok(0));
        assert_eq!(story.read(&request, 5), Ok(vec![]));
        story.close(request, "HANDLE_CLOSING");
    }
}

/// A chunked body whose last chunk is still to come: the end completes it.
#[test]
fn the_last_chunk_completes_a_pending_query() {
    for asynchronous in BOTH {
        let latch = Latch::new();
        let head = head("200 OK", &[("Transfer-Encoding", "chunked")]);
        let script = Script::answer([&head[..], &chunk("01234")].concat())
            .pause(&latch)
            .send(LAST_CHUNK)
            .then_answer(ok("next"));
        let story = Story::new(Server::script(script), asynchronous);
        let request = story.get("/");
        story.send(&request).expect("sent");
        story.told(FIRST);
        assert_eq!(story.read(&request, 5), Ok(b"01234".to_vec()));
        if asynchronous {
            assert_eq!(available(&request), Err(ERROR_IO_PENDING));
            latch.release();
            assert_eq!(story.client.recorder.wait_complete(), (1, 0));
        } else {
            latch.release();
            assert_eq!(available(&request), Ok(0));
        }
        story.told("RECEIVING RECEIVED COMPLETE");
        story.send(&request).expect("on the kept connection");
        story.told("SENDING SENT RECEIVING RECEIVED COMPLETE");
        story.read_all(&request).expect("the body");
        story.close(request, "HANDLE_CLOSING");
    }
}

/// Answers that never have a body: 204 and 304 repeat the length that their
/// head names, HEAD gives 0, and nobody waits for anything.
#[test]
fn answers_without_a_body_say_what_their_head_says() {
    let length = ("Content-Length", "1234");
    let (with, without) = (&[length][..], &[][..]);
    let cases = [
        ("GET", "304 Not Modified", with, 1234),
        ("GET", "204 No Content", with, 1234),
        ("GET", "304 Not Modified", without, 0),
        ("GET", "204 No Content", without, 0),
        ("HEAD", "200 OK", with, 0),
    ];
    for asynchronous in BOTH {
        for (verb, status, headers, expected) in cases {
            let script = Script::answer(head(status, headers)).then_answer(ok("next"));
            let story = Story::new(Server::script(script), asynchronous);
            let request = story.client.request(verb, "/", 0);
            story.send(&request).expect("sent");
            story.told(FIRST);
            assert_eq!(available(&request), Ok(expected), "{verb} {status}");
            assert_eq!(story.read(&request, 100), Ok(vec![]));
            assert_eq!(available(&request), Ok(expected), "{verb} {status}");
            story.close(request, "HANDLE_CLOSING");
            let next = story.get("/next");
            story.send(&next).expect("on the kept connection");
            story.told(REUSED);
            story.read_all(&next).expect("the body");
        }
    }
}

/// The number need not be wanted.
#[test]
fn a_null_number_is_no_hindrance() {
    for asynchronous in BOTH {
        let latch = Latch::new();
        let script = Script::answer([&head_of(10)[..], b"01234"].concat())
            .pause(&latch)
            .send("56789");
        let story = Story::new(Server::script(script), asynchronous);
        let request = story.get("/");
        story.send(&request).expect("sent");
        story.told(FIRST);
        assert_eq!(ask(&request, null_mut()), Ok(()));
        assert_eq!(story.read(&request, 5), Ok(b"01234".to_vec()));
        if asynchronous {
            assert_eq!(ask(&request, null_mut()), Err(ERROR_IO_PENDING));
            latch.release();
            assert_eq!(story.client.recorder.wait_complete(), (1, 5));
        } else {
            latch.release();
            assert_eq!(ask(&request, null_mut()), Ok(()));
        }
        story.told("RECEIVING RECEIVED COMPLETE");
        assert_eq!(story.read(&request, 100), Ok(b"56789".to_vec()));
    }
}

/// The usual loop of asynchronous programs: ask, read what was promised, and
/// stop at 0.
#[test]
fn asking_and_reading_in_turns_gives_the_body() {
    let body = "0123456789abcdefghijklmnopqrstuvwxyz";
    for asynchronous in BOTH {
        let script = Script::new().read_request().send_slowly(ok(body), 5);
        let story = Story::new(Server::script(script), asynchronous);
        let request = story.get("/");
        story.send(&request).expect("sent");
        let mut all = Vec::new();
        loop {
            match story.available(&request).expect("no failure") as usize {
                0 => break,
                promised => {
                    let read = start_read(&request, promised).expect("at once").done();
                    assert_eq!(read.len(), promised);
                    all.extend(read);
                }
            }
        }
        assert_eq!(all, body.as_bytes());
        story.client.recorder.assert_sound();
    }
}
