//! Sentences of the pages that no other test is about.

use std::ptr::null_mut;

use wininet::abi::*;
use wininet::ffi::InternetReadFile;

use crate::support::reply::ok;
use crate::support::{check, close_value, option_text, option_u32, option_word, query};
use crate::support::{Handle, Server, Story, BOTH};

/// The count of InternetReadFile is 0 even when the handle is none.
#[test]
fn a_refused_read_counts_nothing() {
    let (mut byte, mut count) = (0_u8, 55);
    let buffer = (&raw mut byte).cast();
    // SAFETY: one writable byte, and the count.
    let read = unsafe { InternetReadFile(null_mut(), buffer, 1, &mut count) };
    assert_eq!(check(read), Err(ERROR_INVALID_HANDLE));
    assert_eq!(count, 0);
}

/// HttpQueryInfo knows no attributes beyond the last one of the header, and finds no headers for those
/// that stand for none.
#[test]
fn unknown_attributes_are_refused() {
    let story = Story::new(Server::respond(|_| ok("body")), false);
    let request = story.get("/");
    story.send(&request).expect("sent");
    for attribute in [
        HTTP_QUERY_MAX + 1,
        1000,
        HTTP_QUERY_CUSTOM - 1,
        HTTP_QUERY_CUSTOM + 1,
    ] {
        let asked = query(&request, attribute);
        assert_eq!(asked, Err(ERROR_HTTP_INVALID_QUERY_REQUEST), "{attribute}");
    }
    let asked = query(&request, HTTP_QUERY_ECHO_HEADERS);
    assert_eq!(asked, Err(ERROR_HTTP_HEADER_NOT_FOUND));
}

/// INTERNET_OPTION_REQUEST_FLAGS: no headers until there are some, and never INTERNET_REQFLAG_ASYNC.
#[test]
fn request_flags() {
    for asynchronous in BOTH {
        let story = Story::new(Server::respond(|_| ok("body")), asynchronous);
        let request = story.get("/");
        let flags = || option_u32(&request, INTERNET_OPTION_REQUEST_FLAGS);
        assert_eq!(flags(), Ok(INTERNET_REQFLAG_NO_HEADERS));
        story.send(&request).expect("sent");
        assert_eq!(flags(), Ok(0));
    }
}

/// The parent of a request of InternetOpenUrl is a connection handle of the library's, which is closed
/// with it. A fragment is not part of the URL that is asked for.
#[test]
fn a_request_to_a_url_has_a_parent() {
    for asynchronous in BOTH {
        let server = Server::respond(|_| ok("body"));
        let authority = format!("127.0.0.1:{}", server.port());
        let story = Story::new(server, asynchronous);
        let request = story.open_url("/a?b#c").expect("opened");
        let url = option_text(&request, INTERNET_OPTION_URL);
        assert_eq!(url, Ok(format!("http://{authority}/a?b")));
        let parent = option_word(&request, INTERNET_OPTION_PARENT_HANDLE).expect("a parent");
        let connection = Handle::adopt(parent);
        let kind = option_u32(&connection, INTERNET_OPTION_HANDLE_TYPE);
        assert_eq!(kind, Ok(INTERNET_HANDLE_TYPE_CONNECT_HTTP));
        assert_eq!(request.close(), Ok(()));
        assert_eq!(close_value(connection.leak()), Err(ERROR_INVALID_HANDLE));
    }
}
