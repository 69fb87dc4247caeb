//! Every HTTP_QUERY_ attribute of the header, for the answer and for the
//! request, in both flavours: which header it stands for, and which stand for none.

#![allow(unsafe_code)]

mod support;

use std::collections::BTreeSet;
use std::ptr::null_mut;

use support::*;
use wininet::abi::*;
use wininet::ffi::*;

/// The attributes whose header is not called like them.
const OTHER_NAMES: [(&str, &str); 4] = [
    ("DO_NOT_TRACK", "DNT"),
    ("PASSPORT_CONFIG", "PassportConfig"),
    ("PASSPORT_URLS", "PassportURLs"),
    ("TOKEN_BINDING", "Sec-Token-Binding"),
];

/// Parts of the status line, the whole head, and what no Windows has.
const NO_HEADERS: [&str; 10] = [
    "ECHO_HEADERS",
    "ECHO_HEADERS_CRLF",
    "ECHO_REPLY",
    "ECHO_REQUEST",
    "RAW_HEADERS",
    "RAW_HEADERS_CRLF",
    "REQUEST_METHOD",
    "STATUS_CODE",
    "STATUS_TEXT",
    "VERSION",
];

/// What must say something sound for the answer to be one.
const SOUND: [(&str, &str); 2] = [("CONTENT-LENGTH", "4"), ("TRANSFER-ENCODING", "identity")];

/// The attributes of include/wininet.h: number, and name behind "HTTP_QUERY_".
fn attributes() -> Vec<(u32, String)> {
    let header = include_str!("../include/wininet.h");
    let defined = header.lines().filter_map(|line| {
        let (name, value) = line.strip_prefix("#define HTTP_QUERY_")?.split_once(' ')?;
        Some((value.trim().parse::<u32>().ok()?, name.to_owned()))
    });
    let is_attribute = |(number, name): &(u32, String)| *number <= HTTP_QUERY_MAX && name != "MAX";
    let found: Vec<_> = defined.filter(is_attribute).collect();
    assert!(found.len() > HTTP_QUERY_MAX as usize);
    found
}

/// The header that an attribute stands for, in capitals but where it is called otherwise.
fn header_of(attribute: &str) -> String {
    let other = OTHER_NAMES.iter().find(|(name, _)| *name == attribute);
    match other {
        Some((_, header)) => (*header).to_owned(),
        None => attribute.replace('_', "-").replace("REFERRED", "REFERER"),
    }
}

/// Attribute, header, and a value that no other one has.
fn headers() -> Vec<(u32, String, String)> {
    let named = attributes().into_iter();
    let named = named.filter(|(_, name)| !NO_HEADERS.contains(&name.as_str()));
    named
        .map(|(number, name)| {
            let header = header_of(&name);
            let sound = SOUND.iter().find(|(name, _)| *name == header);
            let value = sound.map_or(format!("value {number}"), |(_, it)| (*it).to_owned());
            (number, header, value)
        })
        .collect()
}

/// Each header once, in lines.
fn lines() -> String {
    let line = |(_, header, value)| format!("{header}: {value}\r\n");
    // One number has two names.
    let once: BTreeSet<String> = headers().into_iter().map(line).collect();
    once.into_iter().collect()
}

/// HttpQueryInfoW, text.
fn query_w(request: &Handle, level: u32) -> Result<String> {
    let mut units = vec![0 as WCHAR; 4096];
    let mut size = size_of_val(units.as_slice()) as u32;
    let at = units.as_mut_ptr().cast();
    // SAFETY: as large as it says.
    check(unsafe { HttpQueryInfoW(request.raw(), level, at, &mut size, null_mut()) })?;
    let count = size as usize / size_of::<WCHAR>();
    assert_eq!(units[count], 0, "a NUL behind it that is not counted");
    let chars = units[..count].iter().map(|&unit| unit as u8 as char);
    Ok(chars.collect())
}

#[test]
fn every_header_of_the_answer() {
    for asynchronous in BOTH {
        let answer = format!("HTTP/1.1 200 OK\r\n{}\r\nbody", lines());
        let server = Server::script(Script::answer(answer));
        let story = Story::new(server, asynchronous);
        let request = story.client.request("GET", "/", INTERNET_FLAG_NO_COOKIES);
        story.send(&request).expect("sent");
        for (number, header, value) in headers() {
            assert_eq!(query(&request, number), Ok(value.clone()), "{header}");
            assert_eq!(query_w(&request, number), Ok(value), "{header}");
        }
    }
}

/// Before it is sent, as it would be.
#[test]
fn every_header_of_the_request() {
    for asynchronous in BOTH {
        let client = Client::to_port(asynchronous, 1);
        let request = client.request("GET", "/", INTERNET_FLAG_NO_COOKIES);
        add_headers(&request, &lines(), HTTP_ADDREQ_FLAG_ADD).expect("added");
        for (number, header, value) in headers() {
            let level = number | HTTP_QUERY_FLAG_REQUEST_HEADERS;
            assert_eq!(query(&request, level), Ok(value.clone()), "{header}");
            assert_eq!(query_w(&request, level), Ok(value), "{header}");
        }
    }
}

/// None of them is found where it is not, in any form.
#[test]
fn headers_that_are_not_there() {
    let server = Server::respond(|_| b"HTTP/1.1 204 X\r\n\r\n".to_vec());
    let client = Client::sync(&server);
    let request = client.get("/");
    client.send(&request).expect("an answer");
    let forms = [
        0,
        HTTP_QUERY_FLAG_NUMBER,
        HTTP_QUERY_FLAG_NUMBER64,
        HTTP_QUERY_FLAG_SYSTEMTIME,
        HTTP_QUERY_FLAG_COALESCE,
        HTTP_QUERY_FLAG_COALESCE_WITH_COMMA,
    ];
    for (number, header, _) in headers() {
        for form in forms {
            let missing = Err(ERROR_HTTP_HEADER_NOT_FOUND);
            assert_eq!(query(&request, number | form), missing, "{header}");
            let is_sent = matches!(header.as_str(), "HOST" | "USER-AGENT");
            let level = number | form | HTTP_QUERY_FLAG_REQUEST_HEADERS;
            if !is_sent {
                assert_eq!(query(&request, level), missing, "{header}");
            }
        }
    }
}

/// What is no header: of the answer, and of the request.
#[test]
fn what_is_no_header() {
    let answer = "HTTP/1.1 203 Some Reason\r\nContent-Length: 0\r\n\r\n";
    let server = Server::respond(move |_| answer.into());
    let client = Client::sync(&server);
    let request = client.request("PUT", "/", 0);
    client.send(&request).expect("an answer");
    let sent = server.recorded()[0].head_text();
    let with_nuls = |head: &str| head.trim_end().replace("\r\n", "\0") + "\0";
    let missing = || Err(ERROR_HTTP_HEADER_NOT_FOUND);
    let text = |text: &str| Ok(text.to_owned());
    let mut seen = 0;
    for (number, name) in attributes() {
        let (of_answer, of_request) = match name.as_str() {
            "VERSION" => (text("HTTP/1.1"), text("HTTP/1.1")),
            "STATUS_CODE" => (text("203"), missing()),
            "STATUS_TEXT" => (text("Some Reason"), missing()),
            "RAW_HEADERS" => (text(&with_nuls(answer)), text(&with_nuls(&sent))),
            "RAW_HEADERS_CRLF" => (text(answer), text(&sent)),
            "REQUEST_METHOD" => (text("PUT"), text("PUT")),
            name if name.starts_with("ECHO_") => (missing(), missing()),
            _ => continue,
        };
        seen += 1;
        assert_eq!(query(&request, number), of_answer, "{name}");
        assert_eq!(query_w(&request, number), of_answer, "{name}");
        let level = number | HTTP_QUERY_FLAG_REQUEST_HEADERS;
        assert_eq!(query(&request, level), of_request, "{name}");
        assert_eq!(query_w(&request, level), of_request, "{name}");
    }
    assert_eq!(seen, NO_HEADERS.len());
}

/// Several of one name in the request: by index, and in one.
#[test]
fn several_headers_of_the_request() {
    let client = Client::to_port(false, 1);
    let request = client.get("/");
    let lines = "Warning: 1\r\nVia: a\r\nwarning: 22\r\nWARNING: 4294967296";
    add_headers(&request, lines, HTTP_ADDREQ_FLAG_ADD).expect("added");
    let mine = HTTP_QUERY_WARNING | HTTP_QUERY_FLAG_REQUEST_HEADERS;
    for flag in [
        HTTP_QUERY_FLAG_COALESCE,
        HTTP_QUERY_FLAG_COALESCE_WITH_COMMA,
    ] {
        let all = query(&request, mine | flag);
        assert_eq!(all.as_deref(), Ok("1, 22, 4294967296"));
    }
    let number = |index: &mut u32, form: u32| {
        let (mut value, mut size) = (0_u64, 8);
        let at = (&raw mut value).cast();
        // SAFETY: eight writable bytes.
        let asked =
            check(unsafe { HttpQueryInfoA(request.raw(), mine | form, at, &mut size, index) });
        asked.map(|()| (value, size))
    };
    let mut index = 0;
    let (dword, qword) = (HTTP_QUERY_FLAG_NUMBER, HTTP_QUERY_FLAG_NUMBER64);
    assert_eq!(number(&mut index, dword), Ok((1, 4)));
    assert_eq!(number(&mut index, qword), Ok((22, 8)));
    assert_eq!(index, 2);
    assert_eq!(number(&mut index, dword), Err(ERROR_HTTP_INVALID_HEADER));
    assert_eq!(index, 2, "a value that does not fit moves nothing");
    assert_eq!(number(&mut index, qword), Ok((1 << 32, 8)));
    assert_eq!(number(&mut index, qword), Err(ERROR_HTTP_HEADER_NOT_FOUND));
}
