//! InternetQueryOption and InternetSetOption: every option of this API, with
//! right and wrong sizes, on right and wrong handles. What the process has by
//! default is in options_defaults.rs.

#![allow(unsafe_code)]

mod support;

use std::ptr::null_mut;

use support::every::wide;
use support::*;
use wininet::abi::*;
use wininet::ffi::*;

const TIMEOUTS: [u32; 5] = [
    INTERNET_OPTION_CONNECT_TIMEOUT,
    INTERNET_OPTION_SEND_TIMEOUT,
    INTERNET_OPTION_RECEIVE_TIMEOUT,
    INTERNET_OPTION_DATA_SEND_TIMEOUT,
    INTERNET_OPTION_DATA_RECEIVE_TIMEOUT,
];

struct Family {
    session: Handle,
    connection: Handle,
    request: Handle,
}

impl Family {
    fn new() -> Self {
        let session = session(false);
        let connection = connect_to(&session, "host.test", 8080, 0).expect("a connection");
        let request = request(&connection, "GET", "/path?query", 0, 0).expect("a request");
        Self {
            session,
            connection,
            request,
        }
    }

    fn all(&self) -> [&Handle; 3] {
        [&self.session, &self.connection, &self.request]
    }
}

/// InternetQueryOptionA with a buffer of `room` bytes, NULL if there is none:
/// the result and the size it left.
fn query_sized(handle: HINTERNET, option: u32, room: Option<u32>) -> (Result<()>, u32) {
    let mut bytes = vec![0xCC_u8; 256];
    let at = room.map_or(null_mut(), |_| bytes.as_mut_ptr().cast());
    let mut size = room.unwrap_or(0);
    // SAFETY: at least as large as it says, or NULL.
    let result = check(unsafe { InternetQueryOptionA(handle, option, at, &mut size) });
    let touched = bytes.iter().rposition(|&byte| byte != 0xCC);
    let touched = touched.map_or(0, |at| at as u32 + 1);
    assert!(touched <= room.unwrap_or(0), "written behind the end");
    (result, size)
}

fn set_sized(handle: HINTERNET, option: u32, size: u32) -> Result<()> {
    let mut bytes = [0_u8; 64];
    // SAFETY: at least as large as it says.
    check(unsafe { InternetSetOptionA(handle, option, bytes.as_mut_ptr().cast(), size) })
}

/// Options with a value of a fixed size: the handle that has them and the size.
fn fixed(family: &Family) -> Vec<(u32, HINTERNET, u32)> {
    let request = family.request.raw();
    let word = size_of::<usize>() as u32;
    let mut all: Vec<_> = TIMEOUTS.map(|option| (option, request, 4)).to_vec();
    all.extend([
        (INTERNET_OPTION_HANDLE_TYPE, request, 4),
        (INTERNET_OPTION_REQUEST_FLAGS, request, 4),
        (INTERNET_OPTION_SECURITY_FLAGS, request, 4),
        (INTERNET_OPTION_CONTEXT_VALUE, request, word),
        (INTERNET_OPTION_PARENT_HANDLE, request, word),
        (INTERNET_OPTION_MAX_CONNS_PER_SERVER, null_mut(), 4),
        (INTERNET_OPTION_MAX_CONNS_PER_1_0_SERVER, null_mut(), 4),
    ]);
    all
}

/// Too short, or NULL: 122 and the size needed. More room than needed is no
/// fault, and the size becomes the value's.
#[test]
fn sizes_of_fixed_values_asked_for() {
    let family = Family::new();
    for (option, handle, size) in fixed(&family) {
        let short = Err(ERROR_INSUFFICIENT_BUFFER);
        assert_eq!(query_sized(handle, option, None), (short, size), "{option}");
        for room in [0, 1, size - 1] {
            let asked = query_sized(handle, option, Some(room));
            assert_eq!(asked, (short, size), "{option} in {room} bytes");
        }
        for room in [size, size + 1, 100] {
            let asked = query_sized(handle, option, Some(room));
            assert_eq!(asked, (Ok(()), size), "{option} in {room} bytes");
            assert_eq!(last_error(), 0);
        }
    }
}

#[test]
fn wrong_sizes_of_values_that_are_set() {
    let family = Family::new();
    for (option, handle, size) in fixed(&family) {
        for wrong in [0, 1, size - 1, size + 1, 2 * size, 64] {
            let set = set_sized(handle, option, wrong);
            let refused = Err(ERROR_INTERNET_BAD_OPTION_LENGTH);
            assert_eq!(set, refused, "{option} in {wrong} bytes");
        }
    }
}

#[test]
fn unknown_options() {
    let family = Family::new();
    let handles = family.all().map(Handle::raw);
    for option in [0, 14, 17, 19, 25, 150, 999, 0x8000_0000, u32::MAX] {
        for handle in [handles[0], handles[1], handles[2], null_mut()] {
            let unknown = Err(ERROR_INTERNET_INVALID_OPTION);
            assert_eq!(query_sized(handle, option, Some(64)).0, unknown, "{option}");
            assert_eq!(set_sized(handle, option, 4), unknown, "{option}");
        }
    }
}

#[test]
fn options_that_cannot_be_set() {
    let family = Family::new();
    let word = size_of::<usize>() as u32;
    for (option, size) in [
        (INTERNET_OPTION_CALLBACK, word),
        (INTERNET_OPTION_HANDLE_TYPE, 4),
        (INTERNET_OPTION_PARENT_HANDLE, word),
        (INTERNET_OPTION_REQUEST_FLAGS, 4),
        (INTERNET_OPTION_URL, 4),
    ] {
        for handle in family.all() {
            let refused = Err(ERROR_INTERNET_OPTION_NOT_SETTABLE);
            assert_eq!(set_sized(handle.raw(), option, size), refused, "{option}");
        }
    }
    // The callback is InternetSetStatusCallback's alone, to ask for as well.
    for handle in family.all() {
        let asked = query_sized(handle.raw(), INTERNET_OPTION_CALLBACK, Some(64));
        assert!(asked.0.is_err());
    }
}

#[test]
fn options_of_another_kind_of_handle() {
    let family = Family::new();
    let (session, connection) = (family.session.raw(), family.connection.raw());
    let wrong = Err(ERROR_INTERNET_INCORRECT_HANDLE_TYPE);
    for option in [
        INTERNET_OPTION_URL,
        INTERNET_OPTION_REQUEST_FLAGS,
        INTERNET_OPTION_SECURITY_FLAGS,
    ] {
        for handle in [session, connection, null_mut()] {
            assert_eq!(query_sized(handle, option, Some(64)).0, wrong, "{option}");
        }
    }
    for handle in [session, connection, null_mut()] {
        assert_eq!(set_sized(handle, INTERNET_OPTION_SECURITY_FLAGS, 4), wrong);
    }
    // What only a handle has.
    for option in [
        INTERNET_OPTION_CONTEXT_VALUE,
        INTERNET_OPTION_HANDLE_TYPE,
        INTERNET_OPTION_PARENT_HANDLE,
    ] {
        assert_eq!(
            query_sized(null_mut(), option, Some(64)).0,
            wrong,
            "{option}"
        );
    }
    let word = size_of::<usize>() as u32;
    let set = set_sized(null_mut(), INTERNET_OPTION_CONTEXT_VALUE, word);
    assert_eq!(set, wrong);
    // What only the process has.
    for handle in family.all() {
        for option in [
            INTERNET_OPTION_MAX_CONNS_PER_SERVER,
            INTERNET_OPTION_MAX_CONNS_PER_1_0_SERVER,
        ] {
            let refused = Err(ERROR_INTERNET_INVALID_OPERATION);
            assert_eq!(set_option_u32(handle, option, 5), refused);
        }
    }
}

/// Every handle has a context, and every value but 0 is as good as another.
#[test]
fn context_values() {
    let family = Family::new();
    for handle in family.all() {
        for value in [1, usize::MAX, 0x0123_4567_89AB_CDEF, 0] {
            set_option_word(handle, INTERNET_OPTION_CONTEXT_VALUE, value).expect("set");
            let found = option_word(handle, INTERNET_OPTION_CONTEXT_VALUE);
            assert_eq!(found, Ok(value));
        }
    }
}

/// A child starts with what its parent has at that moment, and goes its own way.
#[test]
fn children_take_a_snapshot() {
    let options: Vec<u32> = TIMEOUTS.to_vec();
    let session = session(false);
    let value = |handle: &Handle| -> Vec<u32> {
        let ask = |&option| option_u32(handle, option).expect("a timeout");
        options.iter().map(ask).collect()
    };
    let set = |handle: &Handle, first: u32| {
        for (number, &option) in (first..).zip(&options) {
            set_option_u32(handle, option, number).expect("set");
        }
        let agent = format!("agent {first}");
        set_option_text(handle, INTERNET_OPTION_USER_AGENT, &agent).expect("set");
    };
    let agent = |handle: &Handle| option_text(handle, INTERNET_OPTION_USER_AGENT);
    set(&session, 100);
    let connection = connect_to(&session, "host.test", 80, 0).expect("a connection");
    set(&session, 200);
    assert_eq!(value(&connection), [100, 101, 102, 103, 104]);
    assert_eq!(agent(&connection).as_deref(), Ok("agent 100"));
    let request = request(&connection, "GET", "/", 0, 0).expect("a request");
    set(&connection, 300);
    assert_eq!(value(&request), [100, 101, 102, 103, 104]);
    set(&request, 400);
    assert_eq!(value(&request), [400, 401, 402, 403, 404]);
    assert_eq!(value(&connection), [300, 301, 302, 303, 304]);
    assert_eq!(value(&session), [200, 201, 202, 203, 204]);
    assert_eq!(agent(&request).as_deref(), Ok("agent 400"));
    assert_eq!(agent(&connection).as_deref(), Ok("agent 300"));
    assert_eq!(agent(&session).as_deref(), Ok("agent 200"));
}

/// A timeout that a session has works for the requests below it.
#[test]
fn an_inherited_timeout_is_in_force() {
    for is_async in [false, true] {
        let never = Latch::new();
        let server = Server::script(Script::new().read_request().pause(&never));
        let session = session(is_async);
        listen(&session);
        set_option_u32(&session, INTERNET_OPTION_RECEIVE_TIMEOUT, 100).expect("set");
        let recorder = Recorder::new();
        let connection = connect(&session, &server, 0);
        let request = request(&connection, "GET", "/", 0, recorder.context()).expect("one");
        let sent = finish(send(&request), recorder);
        assert_eq!(sent, Err(ERROR_INTERNET_TIMEOUT));
    }
}

/// The user agent: what InternetOpen was given, what the option changes, and
/// what goes out; both flavours of each function.
#[test]
fn user_agents() {
    let server = Server::respond(|_| reply::ok(""));
    let client = Client::sync(&server);
    let sent = |request: &Handle| {
        client.send(request).expect("an answer");
        server
            .recorded()
            .pop()
            .expect("a request")
            .header("user-agent")
    };
    let option = INTERNET_OPTION_USER_AGENT;
    let request = client.get("/");
    assert_eq!(sent(&request).as_deref(), Some("libwininet tests"));
    set_option_text(&request, option, "other/1.0 (närrisch)").expect("set");
    assert_eq!(sent(&request).as_deref(), Some("other/1.0 (närrisch)"));
    // Length: in characters, without the NUL; what is behind it is not looked at.
    let mut text = wide("wide/2.0 (ä)and more");
    let at = text.as_mut_ptr().cast();
    // SAFETY: at least as long as it says.
    check(unsafe { InternetSetOptionW(request.raw(), option, at, 12) }).expect("set");
    assert_eq!(sent(&request).as_deref(), Some("wide/2.0 (ä)"));
    set_option_text(&request, option, "").expect("set");
    assert_eq!(sent(&request), None);
    for bad in ["a\rb", "a\nb", "a\r\nX-Evil: 1"] {
        let set = set_option_text(&request, option, bad);
        assert_eq!(set, Err(ERROR_INVALID_PARAMETER));
    }
    assert_eq!(sent(&request), None);
}

/// Strings: A counts bytes, W bytes of wchar_t; the NUL counts when there is no
/// room, and does not when there is.
#[test]
fn sizes_of_strings() {
    let family = Family::new();
    let request = family.request.raw();
    let url = "http://host.test:8080/path?query";
    let option = INTERNET_OPTION_URL;
    let length = url.len() as u32;
    let short = Err(ERROR_INSUFFICIENT_BUFFER);
    assert_eq!(query_sized(request, option, None), (short, length + 1));
    assert_eq!(
        query_sized(request, option, Some(length)),
        (short, length + 1)
    );
    assert_eq!(
        query_sized(request, option, Some(length + 1)),
        (Ok(()), length)
    );
    assert_eq!(option_text(&family.request, option).as_deref(), Ok(url));
    let unit = size_of::<WCHAR>() as u32;
    let mut text = vec![WCHAR::MAX; url.len() + 2];
    let at: LPVOID = text.as_mut_ptr().cast();
    let ask = |room: u32, at: LPVOID| {
        let mut size = room;
        // SAFETY: as many bytes as it says, or NULL.
        let asked = check(unsafe { InternetQueryOptionW(request, option, at, &mut size) });
        (asked, size)
    };
    assert_eq!(ask(0, null_mut()), (short, (length + 1) * unit));
    assert_eq!(ask(length * unit, at), (short, (length + 1) * unit));
    assert_eq!(ask((length + 1) * unit, at), (Ok(()), length * unit));
    assert_eq!(text[..url.len() + 1], wide(url)[..]);
    assert_eq!(text[url.len() + 1], WCHAR::MAX, "nothing behind it");
}

/// The URL is the scheme, the host, the port where it is not the usual one, and
/// the path as it goes out.
#[test]
fn urls() {
    let session = session(false);
    let secure = INTERNET_FLAG_SECURE;
    for (host, port, path, flags, url) in [
        ("Host.Test", 80, "/", 0, "http://host.test/"),
        ("host.test", 0, "", 0, "http://host.test/"),
        ("host.test", 443, "a/../b", secure, "https://host.test/b"),
        (
            "host.test",
            0,
            "x?y=/../z",
            secure,
            "https://host.test/x?y=/../z",
        ),
        ("host.test", 443, "/", 0, "http://host.test:443/"),
        ("host.test", 80, "/", secure, "https://host.test:80/"),
        ("::1", 81, "/a b", 0, "http://[::1]:81/a%20b"),
        ("[::1]", 80, "/", 0, "http://[::1]/"),
    ] {
        let connection = connect_to(&session, host, port, 0).expect("a connection");
        let request = request(&connection, "GET", path, flags, 0).expect("a request");
        let found = option_text(&request, INTERNET_OPTION_URL);
        assert_eq!(found.as_deref(), Ok(url));
    }
}

/// REQUEST_FLAGS: no head before there is one, and none of HTTP/0.9.
#[test]
fn request_flags() {
    for is_async in [false, true] {
        let old = Script::answer("no head at all").close();
        let server = Server::scripts([Script::answer(reply::ok("")), old]);
        let client = Client::new(is_async, &server);
        let request = client.get("/");
        let flags = || option_u32(&request, INTERNET_OPTION_REQUEST_FLAGS);
        assert_eq!(flags(), Ok(INTERNET_REQFLAG_NO_HEADERS));
        client.send(&request).expect("an answer");
        assert_eq!(flags(), Ok(0));
        let set = check(
            // SAFETY: this option has no value; a pooled connection would be used.
            unsafe {
                let option = INTERNET_OPTION_SETTINGS_CHANGED;
                InternetSetOptionA(null_mut(), option, null_mut(), 0)
            },
        );
        set.expect("set");
        client.send(&request).expect("an answer");
        assert_eq!(flags(), Ok(INTERNET_REQFLAG_NO_HEADERS));
    }
}

/// SECURITY_FLAGS: what excuses a certificate can be set; whether it is https
/// cannot.
#[test]
fn security_flags() {
    let client = Client::to_port(false, 1);
    let all = SECURITY_FLAG_IGNORE_REVOCATION
        | SECURITY_FLAG_IGNORE_UNKNOWN_CA
        | SECURITY_FLAG_IGNORE_WRONG_USAGE
        | SECURITY_FLAG_IGNORE_CERT_CN_INVALID
        | SECURITY_FLAG_IGNORE_CERT_DATE_INVALID;
    let option = INTERNET_OPTION_SECURITY_FLAGS;
    for (open, secure) in [(0, 0), (INTERNET_FLAG_SECURE, SECURITY_FLAG_SECURE)] {
        let request = client.request("GET", "/", open);
        assert_eq!(option_u32(&request, option), Ok(secure));
        for flags in [
            all,
            0,
            SECURITY_FLAG_IGNORE_UNKNOWN_CA,
            SECURITY_FLAG_SECURE,
            !0,
        ] {
            set_option_u32(&request, option, flags).expect("set");
            let found = option_u32(&request, option);
            assert_eq!(found, Ok(flags & all | secure), "{flags:#x}");
        }
        let name = INTERNET_FLAG_IGNORE_CERT_CN_INVALID;
        let request = client.request("GET", "/", open | name);
        let found = option_u32(&request, option);
        assert_eq!(found, Ok(secure | SECURITY_FLAG_IGNORE_CERT_CN_INVALID));
    }
}
