//! Whatever text a program hands over, the head of its request has the lines that were meant and no more.

use std::ptr::{null, null_mut};

use wininet::abi::*;
use wininet::ffi::*;

use super::{c_string, parts};
use crate::support::Handle;

/// Those that the library writes itself, or for a parameter.
const AUTOMATIC: [&[u8]; 10] = [
    b"user-agent",
    b"host",
    b"connection",
    b"cache-control",
    b"pragma",
    b"cookie",
    b"authorization",
    b"content-length",
    b"referer",
    b"accept",
];

/// Flags of HttpAddRequestHeaders in hexadecimal, user agent, host, verb, object, version, referrer, type, headers.
pub fn run(data: &[u8]) {
    let [flags, agent, host, verb, object, version, referrer, kind, headers] = parts(data);
    let flags = std::str::from_utf8(flags).ok();
    let flags = flags.and_then(|it| u32::from_str_radix(it, 16).ok());
    let texts = [agent, host, verb, object, version, referrer, kind].map(c_string);
    if let Some((handles, request)) = open(&texts) {
        // Without a NUL behind them, which no length promises.
        let exact = headers.to_vec();
        let (text, length) = (exact.as_ptr().cast(), exact.len() as u32);
        let flags = flags.unwrap_or(HTTP_ADDREQ_FLAG_ADD);
        if length > 0 {
            // SAFETY: as many readable bytes as the length says.
            unsafe { HttpAddRequestHeadersA(request.raw(), text, length, flags) };
        }
        judge(&head(&request), headers);
        drop(handles);
    }
}

/// Session, connection and request, if all texts are accepted.
fn open(texts: &[std::ffi::CString; 7]) -> Option<([Handle; 2], Handle)> {
    let [agent, host, verb, object, version, referrer, kind] =
        texts.each_ref().map(|it| it.as_ptr());
    let direct = INTERNET_OPEN_TYPE_DIRECT;
    let handle = |raw: HINTERNET| (!raw.is_null()).then(|| Handle::adopt(raw as usize));
    let mut kinds = [kind, null()];
    // SAFETY: C strings, NULL where that is allowed, and an array that ends with NULL.
    unsafe {
        let session = handle(InternetOpenA(agent, direct, null(), null(), 0))?;
        let (user, http) = (c"user".as_ptr(), INTERNET_SERVICE_HTTP);
        let connection = InternetConnectA(session.raw(), host, 80, user, null(), http, 0, 0);
        let connection = handle(connection)?;
        let kinds = kinds.as_mut_ptr();
        let request = HttpOpenRequestA(
            connection.raw(),
            verb,
            object,
            version,
            referrer,
            kinds,
            0,
            0,
        );
        Some(([session, connection], handle(request)?))
    }
}

/// The head as it would be sent now.
fn head(request: &Handle) -> Vec<u8> {
    let level = HTTP_QUERY_RAW_HEADERS_CRLF | HTTP_QUERY_FLAG_REQUEST_HEADERS;
    let mut size = 0;
    // SAFETY: a NULL buffer asks for the size.
    unsafe { HttpQueryInfoA(request.raw(), level, null_mut(), &mut size, null_mut()) };
    let mut head = vec![0; size as usize];
    let buffer = head.as_mut_ptr().cast();
    // SAFETY: a buffer of the size that is passed.
    let done = unsafe { HttpQueryInfoA(request.raw(), level, buffer, &mut size, null_mut()) };
    assert_ne!(done, FALSE, "no head");
    head.truncate(size as usize);
    head
}

/// One request, whose lines are automatic or stand in the text that was added.
fn judge(head: &[u8], added: &[u8]) {
    let shown = head.escape_ascii();
    let lines = lines(head).unwrap_or_else(|| panic!("no clean lines: {shown}"));
    let words: Vec<&[u8]> = lines[0].split(|&byte| byte == b' ').collect();
    let [method, target, version] = words[..] else {
        panic!("{} words: {shown}", words.len());
    };
    assert!(!method.is_empty() && !target.is_empty(), "{shown}");
    assert!(!lines[0].iter().any(u8::is_ascii_control), "{shown}");
    assert!(matches!(version, b"HTTP/1.0" | b"HTTP/1.1"), "{shown}");
    let names: Vec<_> = lines[1..].iter().map(|line| name(line)).collect();
    let meant: Vec<_> = added.split(|&byte| byte == b'\n').map(name).collect();
    for name in &names {
        let name = name
            .as_ref()
            .unwrap_or_else(|| panic!("a line without a name: {shown}"));
        let count =
            |names: &[Option<Vec<u8>>]| names.iter().flatten().filter(|it| *it == name).count();
        let most = count(&meant) + usize::from(AUTOMATIC.contains(&&**name));
        assert!(count(&names) <= most, "{}: {shown}", name.escape_ascii());
    }
}

/// The lines of a head, if each ends with CRLF, the last one is empty and no other, and nothing else is a line end.
fn lines(head: &[u8]) -> Option<Vec<&[u8]>> {
    let mut rest = head.strip_suffix(b"\r\n")?;
    let mut lines = Vec::new();
    while let Some(end) = rest.iter().position(|&byte| byte == b'\n') {
        let line = rest[..end].strip_suffix(b"\r")?;
        lines.push(line);
        rest = &rest[end + 1..];
    }
    let is_clean = |line: &&[u8]| !line.is_empty() && !line.iter().any(|it| b"\r\0".contains(it));
    (rest.is_empty() && !lines.is_empty() && lines.iter().all(is_clean)).then_some(lines)
}

/// What stands before the colon, in lower case.
fn name(line: &[u8]) -> Option<Vec<u8>> {
    let end = line.iter().position(|&byte| byte == b':')?;
    Some(line[..end].to_ascii_lowercase())
}
