//! What goes out: HttpAddRequestHeaders with each modifier, the headers that the
//! library adds by itself, and the request target.

#![allow(unsafe_code)]

mod support;

use std::ptr::{null, null_mut};

use support::every::wide;
use support::*;
use wininet::abi::*;
use wininet::ffi::*;

const ADD: u32 = HTTP_ADDREQ_FLAG_ADD;
const IF_NEW: u32 = HTTP_ADDREQ_FLAG_ADD_IF_NEW;
const REPLACE: u32 = HTTP_ADDREQ_FLAG_REPLACE;
const COMMA: u32 = HTTP_ADDREQ_FLAG_COALESCE;
const SEMICOLON: u32 = HTTP_ADDREQ_FLAG_COALESCE_WITH_SEMICOLON;

/// Applies the steps and sends: the headers as they went out, but for Host and
/// User-Agent.
fn sent_after(steps: &[(&str, u32, Result<()>)]) -> Vec<String> {
    let server = Server::respond(|_| reply::ok(""));
    let client = Client::sync(&server);
    let request = client.get("/");
    for (lines, modifiers, expected) in steps {
        let added = add_headers(&request, lines, *modifiers);
        assert_eq!(added, *expected, "{lines:?}, {modifiers:#x}");
    }
    client.send(&request).expect("an answer");
    let mut lines = Vec::new();
    for (name, value) in server.recorded()[0].headers() {
        if !["Host", "User-Agent"].contains(&name.as_str()) {
            lines.push(format!("{name}: {value}"));
        }
    }
    lines
}

#[test]
fn adding() {
    let sent = sent_after(&[
        ("X-A: 1", ADD, Ok(())),
        ("x-a: 2", ADD, Ok(())),
        ("X-B:3", 0, Ok(())),
        ("X-Empty:", ADD, Ok(())),
        ("X-Spaces: \t a b \t ", ADD, Ok(())),
    ]);
    // Order and case are the program's; white space around a value is not.
    assert_eq!(
        sent,
        ["X-A: 1", "x-a: 2", "X-B: 3", "X-Empty: ", "X-Spaces: a b"]
    );
}

/// CRLF, LF alone, blank lines, and lines that are no headers.
#[test]
fn lists_of_lines() {
    let sent = sent_after(&[
        ("X-A: 1\r\nX-B: 2\r\n", ADD, Ok(())),
        ("X-C: 3\nX-D: 4\n\n", ADD, Ok(())),
        (
            "\r\n\r\nno colon\r\n: no name\r\nX-E: 5:6\r\n\r\nX-F: 7",
            ADD,
            Ok(()),
        ),
        ("no colon at all", ADD, Ok(())),
        ("\r\n", ADD, Ok(())),
    ]);
    assert_eq!(
        sent,
        ["X-A: 1", "X-B: 2", "X-C: 3", "X-D: 4", "X-E: 5:6", "X-F: 7"]
    );
}

#[test]
fn adding_only_what_is_new() {
    let exists = Err(ERROR_HTTP_HEADER_ALREADY_EXISTS);
    let sent = sent_after(&[
        ("X-A: 1", IF_NEW, Ok(())),
        ("X-A: 2", IF_NEW, exists),
        ("x-a: 3", ADD | IF_NEW, exists),
        // All lines or none.
        ("X-B: 1\r\nX-A: 4", IF_NEW, exists),
        ("X-C: 1", ADD | IF_NEW, Ok(())),
    ]);
    assert_eq!(sent, ["X-A: 1", "X-C: 1"]);
}

/// The first of that name goes, the new one comes last; an empty value removes.
#[test]
fn replacing() {
    let missing = Err(ERROR_HTTP_HEADER_NOT_FOUND);
    let sent = sent_after(&[
        ("X-A: 1", REPLACE, missing),
        ("X-A: 1\r\nX-A: 2\r\nX-B: 1", ADD, Ok(())),
        ("x-a: 3", REPLACE, Ok(())),
    ]);
    assert_eq!(sent, ["X-A: 2", "X-B: 1", "x-a: 3"]);
    let sent = sent_after(&[
        ("X-A: 1\r\nX-A: 2\r\nX-B: 1", ADD, Ok(())),
        ("X-A:", REPLACE, Ok(())),
        ("X-B: ", REPLACE | ADD, Ok(())),
    ]);
    assert_eq!(sent, ["X-A: 2"]);
    let sent = sent_after(&[
        ("X-A: 1", REPLACE | ADD, Ok(())),
        ("X-A: 2", REPLACE | ADD, Ok(())),
        ("X-B:", REPLACE, missing),
        ("X-B:", REPLACE | ADD, Ok(())),
    ]);
    assert_eq!(sent, ["X-A: 2"]);
}

/// With the flag an empty value is a value.
#[test]
fn replacing_by_an_empty_value() {
    let empty = HTTP_ADDREQ_FLAG_ALLOW_EMPTY_VALUES;
    let sent = sent_after(&[
        ("X-A: 1\r\nX-B: 1", ADD, Ok(())),
        ("X-A:", REPLACE | empty, Ok(())),
        ("X-B:", REPLACE, Ok(())),
        ("X-C:", REPLACE | ADD | empty, Ok(())),
        ("X-D:", ADD | empty, Ok(())),
    ]);
    assert_eq!(sent, ["X-A: ", "X-C: ", "X-D: "]);
}

#[test]
fn coalescing() {
    let sent = sent_after(&[
        ("X-A: 1", COMMA, Ok(())),
        ("x-a: 2", COMMA, Ok(())),
        ("X-B: 1", ADD, Ok(())),
        ("X-A: 3", ADD | SEMICOLON, Ok(())),
        ("X-B: 2", SEMICOLON, Ok(())),
        ("X-C:", ADD, Ok(())),
        ("X-C: 1", ADD | COMMA, Ok(())),
    ]);
    assert_eq!(sent, ["X-A: 1, 2; 3", "X-B: 1; 2", "X-C: 1"]);
}

/// A: 0 is no length; W: 0 means that a NUL ends the string; (DWORD)-1 does for
/// both, and a length is not exceeded.
#[test]
fn lengths_of_header_strings() {
    let server = Server::respond(|_| reply::ok(""));
    let client = Client::sync(&server);
    let request = client.get("/");
    let r = request.raw();
    let lines = c"X-A: 123".as_ptr();
    let (wide_b, wide_c) = (wide("X-B: 123"), wide("X-C: 123"));
    // SAFETY: strings that end with a NUL and are as long as is said.
    unsafe {
        let added = check(HttpAddRequestHeadersA(r, lines, 0, ADD));
        assert_eq!(added, Err(ERROR_INVALID_PARAMETER));
        check(HttpAddRequestHeadersA(r, lines, 6, ADD)).expect("added");
        check(HttpAddRequestHeadersW(r, wide_b.as_ptr(), 0, ADD)).expect("added");
        check(HttpAddRequestHeadersW(r, wide_c.as_ptr(), u32::MAX, ADD)).expect("added");
        let sent = check(HttpSendRequestA(r, c"X-D: 1".as_ptr(), 0, null_mut(), 0));
        sent.expect("an answer");
        let wide_e = wide("X-E: 123");
        let sent = check(HttpSendRequestW(r, wide_e.as_ptr(), 6, null_mut(), 0));
        sent.expect("an answer");
    }
    let sent = |at: usize| server.recorded()[at].headers().split_off(2);
    let lines = |at| -> Vec<String> {
        let headers = sent(at).into_iter();
        headers
            .map(|(name, value)| format!("{name}: {value}"))
            .collect()
    };
    assert_eq!(lines(0), ["X-A: 1", "X-B: 123", "X-C: 123", "X-D: 1"]);
    // What was sent along stays with the request.
    assert_eq!(
        lines(1),
        ["X-A: 1", "X-B: 123", "X-C: 123", "X-D: 1", "X-E: 1"]
    );
}

/// Headers given to HttpSendRequest take the place of those of their name.
#[test]
fn headers_sent_along_replace() {
    let server = Server::respond(|_| reply::ok(""));
    let client = Client::sync(&server);
    let request = client.get("/");
    add_headers(&request, "X-A: 1\r\nX-B: 1", ADD).expect("added");
    send_with(&request, "X-B: 2\r\nX-C: 2", b"").expect("an answer");
    let sent = server.recorded()[0].clone();
    let values = ["x-a", "x-b", "x-c"].map(|name| sent.header(name));
    assert_eq!(values, ["1", "2", "2"].map(|it| Some(it.to_owned())));
    assert_eq!(sent.headers().len(), 5);
}

/// One request: its raw lines.
fn raw(verb: &str, flags: u32, headers: &str, body: &'static [u8]) -> Vec<String> {
    let server = Server::respond(|_| reply::ok(""));
    let client = Client::sync(&server);
    let request = client.request(verb, "/", flags);
    send_with(&request, headers, body).expect("an answer");
    let port = server.port().to_string();
    let text = server.recorded()[0].head_text().replace(&port, "PORT");
    let lines = text.split("\r\n").filter(|line| !line.is_empty());
    lines.map(str::to_owned).collect()
}

const AGENT: &str = "User-Agent: libwininet tests";
const HOST: &str = "Host: 127.0.0.1:PORT";

#[test]
fn automatic_headers() {
    assert_eq!(raw("GET", 0, "", b""), ["GET / HTTP/1.1", AGENT, HOST]);
    let keep = raw("GET", INTERNET_FLAG_KEEP_CONNECTION, "", b"");
    assert_eq!(
        keep,
        ["GET / HTTP/1.1", AGENT, HOST, "Connection: Keep-Alive"]
    );
    // Other verbs than GET say that they have no body.
    for verb in ["HEAD", "POST", "PUT", "DELETE", "OPTIONS", "X-ODD"] {
        let line = format!("{verb} / HTTP/1.1");
        let sent = raw(verb, 0, "", b"");
        assert_eq!(sent, [&line, AGENT, HOST, "Content-Length: 0"]);
        let sent = raw(verb, 0, "", b"12345");
        assert_eq!(sent, [&line, AGENT, HOST, "Content-Length: 5"]);
    }
    let sent = raw("GET", 0, "", b"12345");
    assert_eq!(sent, ["GET / HTTP/1.1", AGENT, HOST, "Content-Length: 5"]);
    let no_write = INTERNET_FLAG_NO_CACHE_WRITE;
    assert!(!raw("GET", no_write, "", b"").contains(&"Cache-Control: no-cache".to_owned()));
    let sent = raw("POST", no_write, "", b"");
    assert!(
        sent.contains(&"Cache-Control: no-cache".to_owned()),
        "{sent:?}"
    );
}

/// What the program has set wins over each of them.
#[test]
fn the_programs_headers_win() {
    let own = "host: other\r\nuser-agent: other\r\ncontent-length: 3\r\n\
               CONNECTION: close\r\ncache-control: other";
    let flags = INTERNET_FLAG_KEEP_CONNECTION | INTERNET_FLAG_NO_CACHE_WRITE;
    let sent = raw("POST", flags, own, b"abc");
    assert_eq!(
        sent,
        [
            "POST / HTTP/1.1",
            "host: other",
            "user-agent: other",
            "content-length: 3",
            "CONNECTION: close",
            "cache-control: other",
        ]
    );
}

/// A program that frames its body itself says how; a length beside it would be a contradiction.
#[test]
fn a_framing_of_the_programs_own() {
    let server = Server::serve(|connection| {
        connection.read_head()?;
        connection.read_exactly(14)?;
        connection.send(reply::ok(""))
    });
    let client = Client::sync(&server);
    let request = client.request("POST", "/", 0);
    let chunks = b"4\r\nbody\r\n0\r\n\r\n";
    send_with(&request, "Transfer-Encoding: chunked\r\n", chunks).expect("an answer");
    let sent = &server.recorded()[0];
    let framing = sent.header("Transfer-Encoding");
    assert_eq!(framing.as_deref(), Some("chunked"));
    assert_eq!(sent.header("Content-Length"), None);
}

/// Host has the port where it is not the scheme's own.
#[test]
fn the_host_header() {
    let session = session(false);
    let host = |host: &str, port, flags| {
        let connection = connect_to(&session, host, port, 0).expect("a connection");
        let request = request(&connection, "GET", "/", flags, 0).expect("a request");
        let level = HTTP_QUERY_HOST | HTTP_QUERY_FLAG_REQUEST_HEADERS;
        query(&request, level).expect("a host")
    };
    let secure = INTERNET_FLAG_SECURE;
    assert_eq!(host("host.test", 80, 0), "host.test");
    assert_eq!(host("host.test", 0, 0), "host.test");
    assert_eq!(host("host.test", 8080, 0), "host.test:8080");
    assert_eq!(host("host.test", 443, secure), "host.test");
    assert_eq!(host("host.test", 0, secure), "host.test");
    assert_eq!(host("host.test", 443, 0), "host.test:443");
    assert_eq!(host("host.test", 80, secure), "host.test:80");
    assert_eq!(host("::1", 8080, 0), "[::1]:8080");
    assert_eq!(host("[::1]", 80, 0), "[::1]");
}

/// Verb, version, referrer and accept types, of either flavour.
#[test]
fn strings_of_the_open_request() {
    let server = Server::respond(|_| reply::ok(""));
    let client = Client::sync(&server);
    let c = client.connection.raw();
    let mut types = [c"text/html".as_ptr(), c"image/*".as_ptr(), null()];
    let (verb, path, version) = (wide("PUT"), wide("/ä"), wide("HTTP/1.0"));
    let (referrer, wide_type) = (wide("http://from/ä"), wide("*/*"));
    let mut wide_types = [wide_type.as_ptr(), null()];
    // SAFETY: strings with a NUL, lists with a NULL.
    let (narrow, wide) = unsafe {
        let (get, old) = (c"GET".as_ptr(), c"HTTP/1.1".as_ptr());
        let (path_a, from) = (c"/a".as_ptr(), c"http://from/".as_ptr());
        let types = types.as_mut_ptr();
        let narrow = HttpOpenRequestA(c, get, path_a, old, from, types, 0, 0);
        let (verb, path, version) = (verb.as_ptr(), path.as_ptr(), version.as_ptr());
        let types = wide_types.as_mut_ptr();
        let wide = HttpOpenRequestW(c, verb, path, version, referrer.as_ptr(), types, 0, 0);
        (Handle::adopt(narrow as usize), Handle::adopt(wide as usize))
    };
    client.send(&narrow).expect("an answer");
    client.send(&wide).expect("an answer");
    let sent = server.recorded();
    assert_eq!(sent[0].line(), "GET /a HTTP/1.1");
    assert_eq!(sent[0].header("referer").as_deref(), Some("http://from/"));
    assert_eq!(
        sent[0].header("accept").as_deref(),
        Some("text/html, image/*")
    );
    assert_eq!(sent[1].line(), "PUT /%C3%A4 HTTP/1.0");
    assert_eq!(sent[1].header("referer").as_deref(), Some("http://from/ä"));
    assert_eq!(sent[1].header("accept").as_deref(), Some("*/*"));
}

/// Dot segments go, a slash comes, and nothing is left that could end the line.
#[test]
fn request_targets() {
    let server = Server::respond(|_| reply::ok(""));
    let client = Client::sync(&server);
    for (object, target) in [
        ("", "/"),
        ("/", "/"),
        ("a", "/a"),
        ("/a/b", "/a/b"),
        ("/a/./b", "/a/b"),
        ("/a/../b", "/b"),
        ("/a/..", "/"),
        ("/a/.", "/a/"),
        ("/../../a", "/a"),
        ("..", "/"),
        (".", "/"),
        ("/a/b/c/../../d/.", "/a/d/"),
        ("/a//b/", "/a//b/"),
        ("/...", "/..."),
        ("/.a/..b", "/.a/..b"),
        ("/a?b/../c", "/a?b/../c"),
        ("?q", "/?q"),
        ("/a b", "/a%20b"),
        ("/a\tb", "/a%09b"),
        ("/a\"<>", "/a%22%3C%3E"),
        ("/%41%2e%2E/b", "/%41%2e%2E/b"),
        ("/a?b c", "/a?b%20c"),
    ] {
        let request = client.get(object);
        client.send(&request).expect("an answer");
        let sent = server.recorded().pop().expect("a request");
        assert_eq!(sent.target(), target, "{object:?}");
    }
}

/// Whatever room there is for short ones.
#[test]
fn request_targets_of_any_length() {
    let server = Server::respond(|_| reply::ok(""));
    let client = Client::sync(&server);
    for length in [63, 64, 65, 66, 4000] {
        for object in ["/".repeat(length), format!("/{}", "a".repeat(length - 1))] {
            let request = client.get(&object);
            client.send(&request).expect("an answer");
            let sent = server.recorded().pop().expect("a request");
            assert_eq!(sent.target(), object);
        }
    }
}

/// Headers are taken over at the send; those added later count for the next.
#[test]
fn headers_of_a_request_that_is_sent_again() {
    let server = Server::respond(|_| reply::ok("body"));
    for is_async in [false, true] {
        let client = Client::new(is_async, &server);
        let request = client.get("/");
        for value in ["1", "2"] {
            let line = format!("X-Round: {value}");
            add_headers(&request, &line, ADD | REPLACE).expect("added");
            client.send(&request).expect("an answer");
            let sent = server.recorded().pop().expect("a request");
            assert_eq!(sent.header("x-round").as_deref(), Some(value));
            let again = sent
                .headers()
                .iter()
                .filter(|(name, _)| name == "X-Round")
                .count();
            assert_eq!(again, 1);
        }
    }
}
