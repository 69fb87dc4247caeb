//! HttpQueryInfo: sizes in both flavours, the index, custom names, numbers,
//! dates, raw headers, the request's own headers, and what it refuses.

#![allow(unsafe_code)]

mod support;

use std::ffi::CString;
use std::ptr::null_mut;

use support::every::wide;
use support::*;
use wininet::abi::*;
use wininet::ffi::*;

const HEAD: &str = "HTTP/1.1 203 Some Reason\r\n\
    Date: Sun, 06 Nov 1994 08:49:37 GMT\r\n\
    Content-Type: text/plain; charset=utf-8\r\n\
    X-Several: one\r\n\
    X-Other:   spaces   \r\n\
    x-several: two\r\n\
    X-Several: three\r\n\
    X-Empty:\r\n\
    X-Number: 4294967295\r\n\
    X-Large: 4294967296\r\n\
    X-Negative: -5\r\n\
    X-Wide: na\u{ef}ve \u{1F980}\r\n\
    Last-Modified: Sunday, 06-Nov-94 08:49:37 GMT\r\n\
    Expires: Sun Nov  6 08:49:37 1994\r\n\
    Retry-After: soon\r\n\
    Content-Length: 4\r\n\r\n";

struct Scene {
    server: Server,
    _client: Client,
    request: Handle,
}

fn answered() -> Scene {
    let server = Server::respond(|_| format!("{HEAD}body").into_bytes());
    let client = Client::sync(&server);
    let request = client.request("PUT", "/path", 0);
    add_headers(&request, "X-Mine: 1\r\nX-Mine: 2", HTTP_ADDREQ_FLAG_ADD).expect("added");
    client.send(&request).expect("an answer");
    Scene {
        server,
        _client: client,
        request,
    }
}

/// HttpQueryInfoA with a buffer of `room` bytes that holds `given` at first: the
/// result, what the buffer holds, and the size it left.
fn query_a(request: &Handle, level: u32, given: &[u8], room: usize) -> (Result<()>, Vec<u8>, u32) {
    let mut bytes = vec![0xCC; room.max(given.len()) + 16];
    bytes[..given.len()].copy_from_slice(given);
    let mut size = room as u32;
    let at = bytes.as_mut_ptr().cast();
    // SAFETY: at least as large as it says.
    let asked = check(unsafe { HttpQueryInfoA(request.raw(), level, at, &mut size, null_mut()) });
    assert!(bytes[room.max(given.len())..].iter().all(|&it| it == 0xCC));
    (asked, bytes, size)
}

/// The value of a custom header, A flavour.
fn custom(request: &Handle, name: &str) -> Result<String> {
    let name = CString::new(name).expect("no NUL");
    let (asked, bytes, size) = query_a(request, HTTP_QUERY_CUSTOM, name.as_bytes_with_nul(), 200);
    asked.map(|()| String::from_utf8_lossy(&bytes[..size as usize]).into_owned())
}

#[test]
fn parts_of_the_status_line() {
    let Scene { request, .. } = &answered();
    let text = |level| query(request, level);
    assert_eq!(text(HTTP_QUERY_STATUS_CODE).as_deref(), Ok("203"));
    assert_eq!(text(HTTP_QUERY_STATUS_TEXT).as_deref(), Ok("Some Reason"));
    assert_eq!(text(HTTP_QUERY_VERSION).as_deref(), Ok("HTTP/1.1"));
    assert_eq!(query_number(request, HTTP_QUERY_STATUS_CODE), Ok(203));
    assert_eq!(
        text(HTTP_QUERY_CONTENT_TYPE).as_deref(),
        Ok("text/plain; charset=utf-8")
    );
    assert_eq!(query_number(request, HTTP_QUERY_CONTENT_LENGTH), Ok(4));
}

/// A: characters. The NUL counts when there is no room and not when there is.
#[test]
fn sizes_in_characters() {
    let Scene { request, .. } = &answered();
    let level = HTTP_QUERY_CONTENT_TYPE;
    let value = b"text/plain; charset=utf-8\0";
    let length = value.len() as u32 - 1;
    let short = Err(ERROR_INSUFFICIENT_BUFFER);
    for room in [0, 1, length as usize] {
        let (asked, bytes, size) = query_a(request, level, b"", room);
        assert_eq!((asked, size), (short, length + 1), "{room}");
        assert!(bytes.iter().all(|&it| it == 0xCC), "nothing is written");
    }
    for room in [value.len(), value.len() + 1, 200] {
        let (asked, bytes, size) = query_a(request, level, b"", room);
        assert_eq!((asked, size), (Ok(()), length), "{room}");
        assert_eq!(&bytes[..value.len()], value);
        assert_eq!(last_error(), 0);
    }
    let mut size = 0;
    // SAFETY: NULL asks for the size.
    let asked = unsafe { HttpQueryInfoA(request.raw(), level, null_mut(), &mut size, null_mut()) };
    assert_eq!((check(asked), size), (short, length + 1));
    // SAFETY: as above, whatever the size says.
    let asked = unsafe { HttpQueryInfoA(request.raw(), level, null_mut(), &mut size, null_mut()) };
    assert_eq!((check(asked), size), (short, length + 1));
}

/// W: bytes of wchar_t.
#[test]
fn sizes_in_bytes() {
    let Scene { request, .. } = &answered();
    let unit = size_of::<WCHAR>() as u32;
    let expected = wide("Some Reason");
    let needed = expected.len() as u32 * unit;
    let mut text = vec![WCHAR::MAX; 32];
    let at: LPVOID = text.as_mut_ptr().cast();
    let ask = |room: u32, at: LPVOID| {
        let (r, mut size) = (request.raw(), room);
        // SAFETY: at least as large as it says, or NULL.
        let asked = unsafe { HttpQueryInfoW(r, HTTP_QUERY_STATUS_TEXT, at, &mut size, null_mut()) };
        (check(asked), size)
    };
    let short = Err(ERROR_INSUFFICIENT_BUFFER);
    assert_eq!(ask(0, null_mut()), (short, needed));
    assert_eq!(ask(needed - 1, at), (short, needed));
    assert_eq!(ask(needed, at), (Ok(()), needed - unit));
    assert_eq!(text[..expected.len()], expected[..]);
    assert_eq!(text[expected.len()], WCHAR::MAX);
}

/// What a server sends in UTF-8 comes out whole in both flavours.
#[test]
fn values_beyond_ascii() {
    let Scene { request, .. } = &answered();
    let value = "na\u{ef}ve \u{1F980}";
    assert_eq!(custom(request, "X-Wide").as_deref(), Ok(value));
    let mut text = wide("X-Wide");
    text.resize(64, 0);
    let mut size = 64 * size_of::<WCHAR>() as u32;
    let at = text.as_mut_ptr().cast();
    // SAFETY: as large as it says.
    let asked =
        unsafe { HttpQueryInfoW(request.raw(), HTTP_QUERY_CUSTOM, at, &mut size, null_mut()) };
    check(asked).expect("a value");
    let expected = wide(value);
    assert_eq!(text[..expected.len()], expected[..]);
}

/// The index names one of several and moves on; at the end it is 12150. NULL is
/// the first.
#[test]
fn the_index() {
    let Scene { request, .. } = &answered();
    let mut index = 0;
    for value in ["one", "two", "three"] {
        let mut bytes = *b"X-Several\0......";
        let mut size = bytes.len() as u32;
        let at = bytes.as_mut_ptr().cast();
        let level = HTTP_QUERY_CUSTOM;
        // SAFETY: as large as it says.
        let asked = unsafe { HttpQueryInfoA(request.raw(), level, at, &mut size, &mut index) };
        check(asked).expect("a value");
        assert_eq!(&bytes[..size as usize], value.as_bytes());
    }
    assert_eq!(index, 3);
    for start in [3, 4, u32::MAX] {
        let mut index = start;
        let mut bytes = *b"X-Several\0";
        let mut size = bytes.len() as u32;
        let at = bytes.as_mut_ptr().cast();
        let level = HTTP_QUERY_CUSTOM;
        // SAFETY: as above.
        let asked = unsafe { HttpQueryInfoA(request.raw(), level, at, &mut size, &mut index) };
        assert_eq!(check(asked), Err(ERROR_HTTP_HEADER_NOT_FOUND));
        assert_eq!(index, start);
    }
    assert_eq!(custom(request, "x-sEVERAL").as_deref(), Ok("one"));
}

/// The index of what there is once does not move, and a raised one finds nothing.
#[test]
fn the_index_of_single_things() {
    let Scene { request, .. } = &answered();
    for level in [
        HTTP_QUERY_RAW_HEADERS,
        HTTP_QUERY_RAW_HEADERS_CRLF,
        HTTP_QUERY_STATUS_TEXT,
        HTTP_QUERY_VERSION,
    ] {
        let (mut bytes, mut size, mut index) = ([0_u8; 2048], 2048, 0);
        let at: LPVOID = bytes.as_mut_ptr().cast();
        // SAFETY: as large as it says.
        let asked = unsafe { HttpQueryInfoA(request.raw(), level, at, &mut size, &mut index) };
        assert_eq!((check(asked), index), (Ok(()), 0), "{level}");
        (size, index) = (2048, 1);
        // SAFETY: as above.
        let asked = unsafe { HttpQueryInfoA(request.raw(), level, at, &mut size, &mut index) };
        assert_eq!(check(asked), Err(ERROR_HTTP_HEADER_NOT_FOUND), "{level}");
    }
}

/// A size that is too small leaves the index where it is.
#[test]
fn the_index_stays_when_there_is_no_room() {
    let Scene { request, .. } = &answered();
    let (mut size, mut index) = (0, 0);
    let level = HTTP_QUERY_CONTENT_TYPE;
    // SAFETY: NULL asks for the size.
    let asked = unsafe { HttpQueryInfoA(request.raw(), level, null_mut(), &mut size, &mut index) };
    assert_eq!((check(asked), index), (Err(ERROR_INSUFFICIENT_BUFFER), 0));
}

#[test]
fn custom_headers() {
    let Scene { request, .. } = &answered();
    assert_eq!(custom(request, "X-Other").as_deref(), Ok("spaces"));
    assert_eq!(custom(request, "X-Empty").as_deref(), Ok(""));
    assert_eq!(
        custom(request, "Content-Type").as_deref(),
        Ok("text/plain; charset=utf-8")
    );
    let missing = Err(ERROR_HTTP_HEADER_NOT_FOUND);
    for name in [
        "X-Missing",
        "",
        "X-Other:",
        "X Other",
        "HTTP/1.1 203 Some Reason",
    ] {
        assert_eq!(custom(request, name), missing, "{name:?}");
    }
    assert_eq!(query(request, HTTP_QUERY_SERVER), missing);
}

/// Numbers: up to 2^32-1 in a DWORD, larger ones in 64 bits.
#[test]
fn numbers() {
    let Scene { request, .. } = &answered();
    let number = |name: &str, form: u32, room: usize| {
        let mut given = name.as_bytes().to_vec();
        given.push(0);
        let level = HTTP_QUERY_CUSTOM | form;
        let (asked, bytes, size) = query_a(request, level, &given, room);
        let value = u64::from_ne_bytes(bytes[..8].try_into().expect("eight bytes"));
        asked.map(|()| (value, size))
    };
    let (dword, qword) = (HTTP_QUERY_FLAG_NUMBER, HTTP_QUERY_FLAG_NUMBER64);
    let low = |result: Result<(u64, u32)>| result.map(|(value, size)| (value as u32, size));
    assert_eq!(low(number("X-Number", dword, 4)), Ok((u32::MAX, 4)));
    assert_eq!(low(number("X-Number", dword, 100)), Ok((u32::MAX, 4)));
    assert_eq!(number("X-Number", qword, 8), Ok((u64::from(u32::MAX), 8)));
    assert_eq!(number("X-Large", qword, 8), Ok((1 << 32, 8)));
    let invalid = Err(ERROR_HTTP_INVALID_HEADER);
    for name in ["X-Large", "X-Negative", "X-Other", "X-Empty"] {
        assert_eq!(number(name, dword, 4), invalid, "{name}");
    }
    assert_eq!(number("X-Negative", qword, 8), invalid);
    let short = Err(ERROR_INSUFFICIENT_BUFFER);
    assert_eq!(number("X-Number", dword, 3), short);
    assert_eq!(number("X-Number", qword, 4), short);
    let level = HTTP_QUERY_STATUS_CODE | dword;
    let (asked, _, size) = query_a(request, level, b"", 0);
    assert_eq!((asked, size), (short.map(drop), 4));
}

/// The three forms of a date that HTTP has.
#[test]
fn dates() {
    let Scene { request, .. } = &answered();
    let expected = SYSTEMTIME {
        wYear: 1994,
        wMonth: 11,
        wDayOfWeek: 0,
        wDay: 6,
        wHour: 8,
        wMinute: 49,
        wSecond: 37,
        wMilliseconds: 0,
    };
    let ask = |level, room| {
        let mut time = SYSTEMTIME::default();
        let (r, mut size) = (request.raw(), room);
        let level = level | HTTP_QUERY_FLAG_SYSTEMTIME;
        let at = (&raw mut time).cast();
        // SAFETY: at least as large as it says.
        let asked = check(unsafe { HttpQueryInfoA(r, level, at, &mut size, null_mut()) });
        (asked.map(|()| time), size)
    };
    for level in [
        HTTP_QUERY_DATE,
        HTTP_QUERY_LAST_MODIFIED,
        HTTP_QUERY_EXPIRES,
    ] {
        assert_eq!(ask(level, 16), (Ok(expected), 16), "{level}");
    }
    assert_eq!(
        ask(HTTP_QUERY_DATE, 15),
        (Err(ERROR_INSUFFICIENT_BUFFER), 16)
    );
    let invalid = Err(ERROR_HTTP_INVALID_HEADER);
    assert_eq!(ask(HTTP_QUERY_RETRY_AFTER, 16).0, invalid);
    assert_eq!(
        ask(HTTP_QUERY_SERVER, 16).0,
        Err(ERROR_HTTP_HEADER_NOT_FOUND)
    );
}

/// The head as the server sent it; and with NULs instead of line breaks.
#[test]
fn raw_headers() {
    let Scene { request, .. } = &answered();
    assert_eq!(
        query(request, HTTP_QUERY_RAW_HEADERS_CRLF).as_deref(),
        Ok(HEAD)
    );
    let lines = HEAD.trim_end().replace("\r\n", "\0") + "\0";
    assert_eq!(
        query(request, HTTP_QUERY_RAW_HEADERS).as_deref(),
        Ok(&*lines)
    );
    let (asked, bytes, size) = query_a(request, HTTP_QUERY_RAW_HEADERS, b"", 2048);
    asked.expect("raw headers");
    // The string ends with an empty line of its own.
    assert_eq!(&bytes[size as usize - 1..=size as usize], b"\0\0");
}

/// What was sent, the library's own headers among them.
#[test]
fn the_requests_own_headers() {
    let Scene {
        request, server, ..
    } = &answered();
    let mine = HTTP_QUERY_FLAG_REQUEST_HEADERS;
    let sent = server.recorded()[0].head_text();
    let raw = query(request, HTTP_QUERY_RAW_HEADERS_CRLF | mine);
    assert_eq!(raw.as_deref(), Ok(sent.as_str()));
    assert_eq!(
        query(request, HTTP_QUERY_REQUEST_METHOD).as_deref(),
        Ok("PUT")
    );
    let method = query(request, HTTP_QUERY_REQUEST_METHOD | mine);
    assert_eq!(method.as_deref(), Ok("PUT"));
    assert_eq!(
        query(request, HTTP_QUERY_VERSION | mine).as_deref(),
        Ok("HTTP/1.1")
    );
    let agent = query(request, HTTP_QUERY_USER_AGENT | mine);
    assert_eq!(agent.as_deref(), Ok("libwininet tests"));
    let length = query_number(request, HTTP_QUERY_CONTENT_LENGTH | mine);
    assert_eq!(length, Ok(0));
    let (asked, bytes, size) = query_a(request, HTTP_QUERY_CUSTOM | mine, b"x-mine\0", 100);
    assert_eq!((asked, &bytes[..size as usize]), (Ok(()), &b"1"[..]));
    let missing = Err(ERROR_HTTP_HEADER_NOT_FOUND);
    assert_eq!(query(request, HTTP_QUERY_COOKIE | mine), missing);
    assert_eq!(query(request, HTTP_QUERY_STATUS_CODE | mine), missing);
}

/// Before there is an answer only the request can be asked about.
#[test]
fn before_there_is_an_answer() {
    for is_async in [false, true] {
        let client = Client::to_port(is_async, 1);
        let request = client.get("/");
        let state = Err(ERROR_INTERNET_INCORRECT_HANDLE_STATE);
        assert_eq!(query(&request, HTTP_QUERY_STATUS_CODE), state);
        assert_eq!(query(&request, HTTP_QUERY_RAW_HEADERS_CRLF), state);
        let mine = HTTP_QUERY_FLAG_REQUEST_HEADERS;
        let host = query(&request, HTTP_QUERY_HOST | mine);
        assert_eq!(host.as_deref(), Ok("127.0.0.1:1"));
    }
}

/// Attributes that nobody knows, forms that exclude each other.
#[test]
fn nonsense_levels() {
    let Scene { request, .. } = &answered();
    for level in [HTTP_QUERY_MAX + 1, 500, 0xFFFE] {
        let asked = query(request, level);
        assert_eq!(asked, Err(ERROR_HTTP_INVALID_QUERY_REQUEST), "{level}");
    }
    let both = HTTP_QUERY_FLAG_NUMBER | HTTP_QUERY_FLAG_SYSTEMTIME;
    let (asked, ..) = query_a(request, HTTP_QUERY_DATE | both, b"", 64);
    assert_eq!(asked, Err(ERROR_INVALID_PARAMETER));
}

/// All of a name in one.
#[test]
fn coalesced_values() {
    let Scene { request, .. } = &answered();
    for flag in [
        HTTP_QUERY_FLAG_COALESCE,
        HTTP_QUERY_FLAG_COALESCE_WITH_COMMA,
    ] {
        let level = HTTP_QUERY_CUSTOM | flag;
        let (asked, bytes, size) = query_a(request, level, b"X-Several\0", 100);
        let value = &bytes[..size as usize];
        assert_eq!((asked, value), (Ok(()), &b"one, two, three"[..]));
    }
}
