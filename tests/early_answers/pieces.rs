//! The same of bodies in pieces: InternetWriteFile goes on to succeed, so that a program comes to
//! HttpEndRequest, which has the answer.

use std::ptr::null_mut;

use super::*;
use wininet::ffi::*;

const PIECE: usize = 1 << 20;
const PIECES: usize = 20;

/// HttpSendRequestEx; a total of 0 means chunks.
fn begin(story: &Story, request: &Handle, total: usize) {
    // SAFETY: a struct of numbers and pointers, all of which may be zero.
    let mut buffers: INTERNET_BUFFERSA = unsafe { std::mem::zeroed() };
    buffers.dwStructSize = size_of::<INTERNET_BUFFERSA>() as u32;
    buffers.dwBufferTotal = total as u32;
    // SAFETY: the struct outlives the call.
    let begun = unsafe { HttpSendRequestExA(request.raw(), &mut buffers, null_mut(), 0, 0) };
    finish(check(begun), story.client.recorder).expect("the head");
}

fn write(request: &Handle) -> Result<u32> {
    let (data, mut count) = (large().as_ptr().cast(), 77);
    // SAFETY: both outlive the call.
    let written = unsafe { InternetWriteFile(request.raw(), data, PIECE as u32, &mut count) };
    check(written).map(|()| count)
}

fn end(story: &Story, request: &Handle) -> Result<()> {
    // SAFETY: no pointer is given.
    let ended = unsafe { HttpEndRequestA(request.raw(), null_mut(), 0, 0) };
    finish(check(ended), story.client.recorder)
}

/// With a length and in chunks.
fn each_framing(
    serve: impl Fn(&mut Connection) -> io::Result<()> + Send + Sync + Copy + 'static,
    test: impl Fn(&Story, &Handle),
) {
    for total in [PIECES * PIECE, 0] {
        each(serve, |story, flags| {
            let request = story.client.request("POST", "/", flags);
            begin(&story, &request, total);
            test(&story, &request);
        });
    }
}

/// What went out, by REQUEST_SENT of pieces, and the events that say so.
fn sent(story: &Story) -> Vec<u32> {
    let events = story.client.recorder.events();
    let sent = events
        .iter()
        .filter(|it| it.status == INTERNET_STATUS_REQUEST_SENT);
    let numbers = sent.map(|it| match it.info {
        Info::Number(number) => number,
        _ => panic!("{it}"),
    });
    numbers.skip(1).collect()
}

/// A piece that is not wanted any more is SENDING_REQUEST and no REQUEST_SENT.
#[test]
fn pieces_that_nobody_wants_are_passed_over() {
    fn silent(connection: &mut Connection) -> io::Result<()> {
        connection.read_head()?;
        connection.send(reply("413 Too Large", &[], "no"))?;
        read_no_more(connection)
    }
    fn gone(connection: &mut Connection) -> io::Result<()> {
        connection.read_head()?;
        connection.send(reply("413 Too Large", &[], "no"))?;
        connection.close();
        Ok(())
    }
    for serve in [silent, gone] {
        each_framing(serve, |story, request| {
            for _ in 0..PIECES {
                assert_eq!(write(request), Ok(PIECE as u32));
            }
            end(story, request).expect("the answer");
            assert_eq!(status_code(request), 413);
            let sent = sent(story);
            assert!(sent.len() < PIECES, "{}", sent.len());
            assert!(sent.iter().all(|count| *count as usize == PIECE));
            let sending = story.client.recorder.count(INTERNET_STATUS_SENDING_REQUEST);
            assert_eq!(sending, 1 + PIECES);
            assert_eq!(story.read_all(request), Ok(b"no".to_vec()));
        });
    }
}

/// The program need not write everything: who knows that the answer is there may ask for it.
#[test]
fn the_answer_may_be_asked_for_before_the_last_piece() {
    let serve = |connection: &mut Connection| {
        connection.read_head()?;
        connection.send(reply(
            "401 Unauthorized",
            &[("WWW-Authenticate", "Basic realm=x")],
            "",
        ))?;
        read_no_more(connection)
    };
    each_framing(serve, |story, request| {
        for _ in 0..PIECES - 5 {
            assert_eq!(write(request), Ok(PIECE as u32));
        }
        end(story, request).expect("the answer");
        assert_eq!(status_code(request), 401);
    });
}

/// A success takes all of them.
#[test]
fn pieces_behind_an_early_success() {
    let serve = |connection: &mut Connection| {
        connection.read_head()?;
        connection.send(head("200 OK", &[("Content-Length", "7")]))?;
        connection.read_exactly(PIECES * PIECE)?;
        connection.send("welcome")?;
        read_no_more(connection)
    };
    each_framing(serve, |story, request| {
        for _ in 0..PIECES {
            assert_eq!(write(request), Ok(PIECE as u32));
        }
        assert_eq!(sent(story).len(), PIECES);
        end(story, request).expect("the answer");
        assert_eq!(story.read_all(request), Ok(b"welcome".to_vec()));
    });
}

/// Without an answer a piece fails, as ever.
#[test]
fn who_hangs_up_on_the_pieces() {
    let serve = |connection: &mut Connection| {
        connection.read_head()?;
        connection.reset()
    };
    each_framing(serve, |_, request| {
        let failed = (0..PIECES).find_map(|_| write(request).err());
        let expected = [
            ERROR_INTERNET_CONNECTION_RESET,
            ERROR_INTERNET_CONNECTION_ABORTED,
            ERROR_HTTP_INVALID_SERVER_RESPONSE,
        ];
        assert!(
            failed.is_some_and(|it| expected.contains(&it)),
            "{failed:?}"
        );
    });
}

/// The handle is closed while a piece waits for room.
#[test]
fn closing_frees_a_piece_that_waits() {
    let serve = |connection: &mut Connection| {
        connection.read_head()?;
        read_no_more(connection)
    };
    each_framing(serve, |story, request| {
        let (value, started) = (request.value(), Latch::new());
        let begun = started.clone();
        story
            .client
            .recorder
            .on(INTERNET_STATUS_SENDING_REQUEST, move |_| begun.release());
        std::thread::scope(|scope| {
            scope.spawn(move || {
                started.wait();
                support::close_value(value).expect("an open handle");
            });
            let failed = (0..PIECES).find_map(|_| write(request).err());
            let expected = [ERROR_INTERNET_OPERATION_CANCELLED, ERROR_INVALID_HANDLE];
            assert!(
                failed.is_some_and(|it| expected.contains(&it)),
                "{failed:?}"
            );
        });
    });
}
