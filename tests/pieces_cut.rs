//! Bodies in pieces that do not go out whole: what is left of them never becomes
//! a part of something else.
#![allow(unsafe_code)]

mod support;

use std::ptr::null_mut;
use std::time::{Duration, Instant};

use support::reply::{head, ok};
use support::*;
use wininet::abi::*;
use wininet::ffi::*;

const TIMEOUT: u32 = 400;
/// What the machine may take on top.
const LEEWAY: Duration = Duration::from_millis(300);

/// HttpSendRequestEx; a total of 0 means chunks.
fn begin(story: &Story, request: &Handle, total: u32) {
    // SAFETY: a struct of numbers and pointers, all of which may be zero.
    let mut buffers: INTERNET_BUFFERSA = unsafe { std::mem::zeroed() };
    buffers.dwStructSize = size_of::<INTERNET_BUFFERSA>() as u32;
    buffers.dwBufferTotal = total;
    // SAFETY: the struct outlives the call.
    let begun = unsafe { HttpSendRequestExA(request.raw(), &mut buffers, null_mut(), 0, 0) };
    finish(check(begun), story.client.recorder).expect("the head");
}

fn write(request: &Handle, piece: &[u8]) -> Result<u32> {
    let (data, size, mut count) = (piece.as_ptr().cast(), piece.len() as u32, 77);
    // SAFETY: both outlive the call.
    let written = unsafe { InternetWriteFile(request.raw(), data, size, &mut count) };
    check(written).map(|()| count)
}

fn end(story: &Story, request: &Handle) -> Result<()> {
    // SAFETY: no pointer is given.
    let ended = unsafe { HttpEndRequestA(request.raw(), null_mut(), 0, 0) };
    finish(check(ended), story.client.recorder)
}

/// The server answers before the body is there. Its connection awaits the rest of
/// that body, so no other request may go out on it.
#[test]
fn a_body_that_ends_early_ends_its_connection() {
    for asynchronous in BOTH {
        let server = Server::serve(|connection| {
            if connection.read_head()?.method() == "POST" {
                connection.send(ok("early"))?;
                connection.read_exactly(10)?;
            }
            connection.send(ok("next"))
        });
        let story = Story::new(server, asynchronous);
        let request = story.client.request("POST", "/", 0);
        begin(&story, &request, 10);
        assert_eq!(write(&request, b"01234"), Ok(5));
        end(&story, &request).expect("the answer");
        assert_eq!(story.read_all(&request), Ok(b"early".to_vec()));
        let next = story.get("/next");
        story.send(&next).expect("an answer");
        assert_eq!(story.read_all(&next), Ok(b"next".to_vec()));
        story.server.wait_ended(1);
        assert_eq!(story.server.recorded()[0].body, b"", "no request in it");
        assert_eq!(story.server.connections(), 2);
    }
}

/// A piece that went out in part is not followed by another.
#[test]
fn a_piece_that_is_cut_is_the_last() {
    for asynchronous in BOTH {
        for total in [100 << 20, 0] {
            let latch = Latch::new();
            let held = latch.clone();
            let server = Server::serve(move |connection| {
                connection.read_head()?;
                connection.pause(&held);
                connection.send(ok("early"))?;
                connection.pause(&Latch::new());
                Ok(())
            });
            let story = Story::new(server, asynchronous);
            let request = story.client.request("POST", "/", 0);
            set_option_u32(&request, INTERNET_OPTION_SEND_TIMEOUT, TIMEOUT).expect("set");
            begin(&story, &request, total);
            let large = vec![b'x'; 32 << 20];
            assert_eq!(write(&request, &large), Err(ERROR_INTERNET_TIMEOUT));
            let begun = Instant::now();
            assert_eq!(write(&request, b"more"), Err(ERROR_INTERNET_TIMEOUT));
            assert!(begun.elapsed() < LEEWAY, "nothing was tried");
            latch.release();
            end(&story, &request).expect("the answer that came");
            assert_eq!(story.read_all(&request), Ok(b"early".to_vec()));
            let next = story.get("/next");
            story.client.send(&next).ok();
            assert_eq!(story.server.connections(), 2);
        }
    }
}

/// The bound is for silence: a server that has not read for so long is given up
/// then, however much it has taken before.
#[test]
fn a_server_that_does_not_read() {
    for asynchronous in BOTH {
        for in_pieces in [false, true] {
            let server = Server::serve(|connection| {
                connection.read_head()?;
                connection.pause(&Latch::new());
                connection.send(head("200 OK", &[]))
            });
            let story = Story::new(server, asynchronous);
            let request = story.client.request("POST", "/", 0);
            set_option_u32(&request, INTERNET_OPTION_SEND_TIMEOUT, TIMEOUT).expect("set");
            let large: &'static [u8] = kept(vec![b'x'; 32 << 20]);
            let begun = Instant::now();
            let result = match in_pieces {
                true => {
                    begin(&story, &request, 100 << 20);
                    write(&request, large).map(drop)
                }
                false => finish(send_with(&request, "", large), story.client.recorder),
            };
            let took = begun.elapsed();
            assert_eq!(result, Err(ERROR_INTERNET_TIMEOUT));
            let bound = Duration::from_millis(TIMEOUT.into());
            assert!(took >= bound && took < bound * 2 + LEEWAY, "{took:?}");
        }
    }
}
