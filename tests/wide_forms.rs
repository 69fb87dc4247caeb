//! The W forms of what sends, with letters beyond Latin: the same as the A forms, but for the strings.

#![allow(unsafe_code)]

mod support;

use std::ptr::null_mut;

use support::every::wide;
use support::reply::{ok, reply, Request};
use support::*;
use wininet::abi::*;
use wininet::ffi::*;

const WORD: &str = "\u{442}\u{430}\u{43c}\u{65e5}";
/// The same in a URL.
const ENCODED: &str = "%D1%82%D0%B0%D0%BC%E6%97%A5";

/// A server that leads from /from to a place that has such letters.
fn leading() -> Server {
    Server::respond(|request: &Request| match request.target().as_str() {
        "/from" => reply("302 Found", &[("Location", &format!("/{WORD}"))], ""),
        _ => ok("there"),
    })
}

/// HANDLE_CREATED and REDIRECT are told to a wide callback; the new URL is in wide letters, and its length in
/// bytes with the NUL.
#[test]
fn open_url() {
    for asynchronous in BOTH {
        let story = Story::new(leading(), asynchronous);
        let (session, recorder) = (&story.client.session, story.client.recorder);
        listen_w(session);
        let url = wide(&story.server.url("/from"));
        let lines = wide(&format!("X-Word: {WORD}\r\nX-Other: 1"));
        let (length, context) = (u32::MAX, recorder.context());
        // SAFETY: strings that end with a NUL.
        let opened = unsafe {
            let (url, lines) = (url.as_ptr(), lines.as_ptr());
            InternetOpenUrlW(session.raw(), url, lines, length, 0, context)
        };
        let request = match asynchronous {
            false => Handle::adopt(opened as usize),
            true => {
                assert_eq!((opened, last_error()), (null_mut(), ERROR_IO_PENDING));
                Handle::adopt(recorder.wait_complete().0)
            }
        };
        let list = "CREATED CONNECTING CONNECTED SENDING SENT RECEIVING RECEIVED \
                    REDIRECT SENDING SENT RECEIVING RECEIVED COMPLETE";
        let told = story.told(list);
        let to = story.server.url(&format!("/{ENCODED}"));
        let bytes = (to.len() + 1) * size_of::<WCHAR>();
        assert_eq!(told[7].length as usize, bytes);
        assert_eq!(told[7].info, Info::Text(to));
        assert_eq!(story.read_all(&request), Ok(b"there".to_vec()));
        for sent in story.server.recorded() {
            assert_eq!(sent.header("X-Word").as_deref(), Some(WORD));
            assert_eq!(sent.header("X-Other").as_deref(), Some("1"));
        }
    }
}

/// HttpSendRequestEx with headers of its own, whose length is in characters, and HttpEndRequest.
#[test]
fn pieces() {
    let lines = wide(&format!("X-Word: {WORD}\r\nX-Cut: 123"));
    for asynchronous in BOTH {
        for cut in [0, 2] {
            let story = Story::new(Server::respond(|_| ok("there")), asynchronous);
            let (request, recorder) = (story.client.request("POST", "/", 0), story.client.recorder);
            // SAFETY: a struct of numbers and pointers, all of which may be zero.
            let mut buffers: INTERNET_BUFFERSW = unsafe { std::mem::zeroed() };
            buffers.dwStructSize = size_of::<INTERNET_BUFFERSW>() as u32;
            buffers.lpcszHeader = lines.as_ptr();
            buffers.dwHeadersLength = lines.len() as u32 - 1 - cut;
            buffers.dwBufferTotal = 5;
            // SAFETY: the struct and what it points to outlive the calls.
            unsafe {
                let begun = HttpSendRequestExW(request.raw(), &mut buffers, null_mut(), 0, 0);
                finish(check(begun), recorder).expect("the head");
                let mut count = 0;
                let piece = c"piece".as_ptr().cast();
                check(InternetWriteFile(request.raw(), piece, 5, &mut count)).expect("written");
                let out: *mut INTERNET_BUFFERSW = &mut buffers;
                let refused = HttpEndRequestW(request.raw(), out, 0, 0);
                assert_eq!(check(refused), Err(ERROR_INVALID_PARAMETER));
                let ended = HttpEndRequestW(request.raw(), null_mut(), 0, 0);
                finish(check(ended), recorder).expect("the answer");
            }
            assert_eq!(story.read_all(&request), Ok(b"there".to_vec()));
            let sent = &story.server.recorded()[0];
            assert_eq!(sent.body, b"piece");
            assert_eq!(sent.header("X-Word").as_deref(), Some(WORD));
            let whole = if cut == 0 { "123" } else { "1" };
            assert_eq!(sent.header("X-Cut").as_deref(), Some(whole));
        }
    }
}

/// Header lines of HttpSendRequest and HttpAddRequestHeaders come back from HttpQueryInfo as they were.
#[test]
fn headers() {
    for asynchronous in BOTH {
        let server = Server::respond(|request: &Request| {
            let word = request.header("X-Word").unwrap_or_default();
            reply("200 OK", &[("X-Word", &word)], "")
        });
        let story = Story::new(server, asynchronous);
        let request = story.get("/");
        let (added, sent) = (wide("X-Added: \u{436}"), wide(&format!("X-Word: {WORD}")));
        // SAFETY: strings that end with a NUL.
        unsafe {
            let add = HTTP_ADDREQ_FLAG_ADD;
            check(HttpAddRequestHeadersW(
                request.raw(),
                added.as_ptr(),
                u32::MAX,
                add,
            ))
            .expect("added");
            let lines = sent.as_ptr();
            let started = HttpSendRequestW(request.raw(), lines, u32::MAX, null_mut(), 0);
            finish(check(started), story.client.recorder).expect("sent");
        }
        let mine = HTTP_QUERY_CUSTOM | HTTP_QUERY_FLAG_REQUEST_HEADERS;
        for (level, name, value) in [
            (HTTP_QUERY_CUSTOM, "X-Word", WORD),
            (mine, "X-Word", WORD),
            (mine, "X-Added", "\u{436}"),
        ] {
            let mut text = wide(name);
            text.resize(64, 0);
            let mut size = 64 * size_of::<WCHAR>() as u32;
            let buffer = text.as_mut_ptr().cast();
            // SAFETY: as large as it says.
            let asked =
                unsafe { HttpQueryInfoW(request.raw(), level, buffer, &mut size, null_mut()) };
            check(asked).expect("a value");
            let expected = wide(value);
            assert_eq!(text[..expected.len()], expected[..]);
            assert_eq!(size as usize, (expected.len() - 1) * size_of::<WCHAR>());
        }
    }
}
