//! InternetCrackUrl: pointers into the URL, copies with their sizes, what is
//! left out, what is refused; every case in both flavours.

#![allow(unsafe_code)]

#[path = "crack_url/files.rs"]
mod files;
#[path = "crack_url/odd.rs"]
mod odd;
mod support;

use std::ffi::CString;
use std::ptr::null_mut;

use support::every::wide;
use support::{check, Result};
use wininet::abi::*;
use wininet::ffi::*;

/// The six parts in the order of the struct.
type Parts = [Option<String>; 6];

#[derive(Debug, PartialEq, Eq)]
struct Cracked {
    parts: Parts,
    kind: i32,
    port: u16,
}

fn empty_a() -> URL_COMPONENTSA {
    // SAFETY: zeros are a value of the struct.
    let mut parts: URL_COMPONENTSA = unsafe { std::mem::zeroed() };
    parts.dwStructSize = size_of::<URL_COMPONENTSA>() as u32;
    parts
}

fn empty_w() -> URL_COMPONENTSW {
    // SAFETY: zeros are a value of the struct.
    let mut parts: URL_COMPONENTSW = unsafe { std::mem::zeroed() };
    parts.dwStructSize = size_of::<URL_COMPONENTSW>() as u32;
    parts
}

/// The places of a struct of either flavour, in its order.
macro_rules! places {
    ($parts:expr) => {
        [
            (&raw mut $parts.lpszScheme, &raw mut $parts.dwSchemeLength),
            (
                &raw mut $parts.lpszHostName,
                &raw mut $parts.dwHostNameLength,
            ),
            (
                &raw mut $parts.lpszUserName,
                &raw mut $parts.dwUserNameLength,
            ),
            (
                &raw mut $parts.lpszPassword,
                &raw mut $parts.dwPasswordLength,
            ),
            (&raw mut $parts.lpszUrlPath, &raw mut $parts.dwUrlPathLength),
            (
                &raw mut $parts.lpszExtraInfo,
                &raw mut $parts.dwExtraInfoLength,
            ),
        ]
    };
}

/// Pointers into the URL: those parts whose bit is set in `wanted`.
fn pointed_a(url: &str, wanted: u8) -> Result<Cracked> {
    let url = CString::new(url).expect("no NUL");
    let mut parts = empty_a();
    let places = places!(parts);
    let range = url.as_bytes().as_ptr_range();
    // SAFETY: fields of the struct, and a string with its NUL.
    unsafe {
        for (bit, (_, length)) in places.into_iter().enumerate() {
            *length = u32::from(wanted >> bit & 1);
        }
        check(InternetCrackUrlA(url.as_ptr(), 0, 0, &mut parts))?;
    }
    let read = |(pointer, length): (*mut LPSTR, *mut u32)| {
        // SAFETY: fields of the struct; what they point to lies in the URL.
        unsafe {
            let (pointer, length) = ((*pointer).cast::<u8>().cast_const(), *length as usize);
            if pointer.is_null() {
                assert_eq!(length, 0);
                return None;
            }
            assert!(pointer >= range.start && pointer.add(length) <= range.end);
            // As a string without a length it would be another one.
            assert!(length > 0 || *pointer == 0);
            let bytes = std::slice::from_raw_parts(pointer, length);
            Some(String::from_utf8(bytes.to_vec()).expect("UTF-8"))
        }
    };
    Ok(Cracked {
        parts: places.map(read),
        kind: parts.nScheme,
        port: parts.nPort,
    })
}

fn pointed_w(url: &str, wanted: u8) -> Result<Cracked> {
    let url = wide(url);
    let mut parts = empty_w();
    let places = places!(parts);
    let range = url.as_ptr_range();
    // SAFETY: fields of the struct, and a string with its NUL.
    unsafe {
        for (bit, (_, length)) in places.into_iter().enumerate() {
            *length = u32::from(wanted >> bit & 1);
        }
        check(InternetCrackUrlW(url.as_ptr(), 0, 0, &mut parts))?;
    }
    let read = |(pointer, length): (*mut LPWSTR, *mut u32)| {
        // SAFETY: fields of the struct; what they point to lies in the URL.
        unsafe {
            let (pointer, length) = ((*pointer).cast_const(), *length as usize);
            if pointer.is_null() {
                assert_eq!(length, 0);
                return None;
            }
            assert!(pointer >= range.start && pointer.add(length) <= range.end);
            assert!(length > 0 || *pointer == 0);
            let units = std::slice::from_raw_parts(pointer, length);
            let chars = units
                .iter()
                .map(|&unit| char::from_u32(unit as u32).expect("a char"));
            Some(chars.collect())
        }
    };
    Ok(Cracked {
        parts: places.map(read),
        kind: parts.nScheme,
        port: parts.nPort,
    })
}

/// Copies into buffers of `room` characters each, 0 for none; the flags are ICU_.
fn copied_a(url: &str, room: [usize; 6], flags: u32) -> (Result<()>, [Vec<u8>; 6], [u32; 6]) {
    let url = CString::new(url).expect("no NUL");
    let mut buffers = room.map(|room| vec![0xCC_u8; room + 4]);
    let mut parts = empty_a();
    let places = places!(parts);
    for (at, (pointer, length)) in places.into_iter().enumerate() {
        if room[at] > 0 {
            // SAFETY: fields of the struct.
            unsafe {
                *pointer = buffers[at].as_mut_ptr().cast();
                *length = room[at] as u32;
            }
        }
    }
    // SAFETY: a string with its NUL; each buffer is as large as is said.
    let result = check(unsafe { InternetCrackUrlA(url.as_ptr(), 0, flags, &mut parts) });
    for (buffer, room) in buffers.iter().zip(room) {
        assert!(
            buffer[room..].iter().all(|&it| it == 0xCC),
            "written behind the end"
        );
    }
    // SAFETY: fields of the struct.
    let lengths = places.map(|(_, length)| unsafe { *length });
    (result, buffers, lengths)
}

/// A part that is missing is NULL, unless it is missing at the end.
fn filled(cracked: Cracked) -> Cracked {
    let parts = cracked.parts.map(|part| Some(part.unwrap_or_default()));
    Cracked { parts, ..cracked }
}

#[track_caller]
fn cracks(url: &str, kind: i32, port: u16, parts: [&str; 6]) {
    let expected = Ok(Cracked {
        parts: parts.map(|part| Some(part.to_owned())),
        kind,
        port,
    });
    assert_eq!(pointed_a(url, 0x3F).map(filled), expected, "A: {url}");
    assert_eq!(pointed_w(url, 0x3F).map(filled), expected, "W: {url}");
}

const HTTP: i32 = INTERNET_SCHEME_HTTP;
const HTTPS: i32 = INTERNET_SCHEME_HTTPS;

#[test]
fn every_part() {
    let url = "http://user:pass@host.test:8080/path/file?query#fragment";
    let parts = [
        "http",
        "host.test",
        "user",
        "pass",
        "/path/file",
        "?query#fragment",
    ];
    cracks(url, HTTP, 8080, parts);
    cracks("https://h", HTTPS, 443, ["https", "h", "", "", "", ""]);
    cracks("http://h/", HTTP, 80, ["http", "h", "", "", "/", ""]);
    cracks(
        "HTTP://Host/Path",
        HTTP,
        80,
        ["HTTP", "Host", "", "", "/Path", ""],
    );
    cracks("http://h?q", HTTP, 80, ["http", "h", "", "", "", "?q"]);
    cracks("http://h#f", HTTP, 80, ["http", "h", "", "", "", "#f"]);
    cracks(
        "http://h/p#f?q",
        HTTP,
        80,
        ["http", "h", "", "", "/p", "#f?q"],
    );
    cracks("http://h:/p", HTTP, 80, ["http", "h", "", "", "/p", ""]);
    cracks(
        "http://h:65535/",
        HTTP,
        65535,
        ["http", "h", "", "", "/", ""],
    );
    cracks(
        "http://user@h/",
        HTTP,
        80,
        ["http", "h", "user", "", "/", ""],
    );
    cracks(
        "http://user:@h/",
        HTTP,
        80,
        ["http", "h", "user", "", "/", ""],
    );
    cracks(
        "http://:pass@h/",
        HTTP,
        80,
        ["http", "h", "", "pass", "/", ""],
    );
    cracks(
        "http://a:b:c@d@h/",
        HTTP,
        80,
        ["http", "h", "a", "b:c@d", "/", ""],
    );
    cracks(
        "http://h/a@b:c",
        HTTP,
        80,
        ["http", "h", "", "", "/a@b:c", ""],
    );
    cracks(
        "http://h/p?a/b",
        HTTP,
        80,
        ["http", "h", "", "", "/p", "?a/b"],
    );
    cracks(
        "http://[::1]:81/p",
        HTTP,
        81,
        ["http", "[::1]", "", "", "/p", ""],
    );
    cracks(
        "http://u@[fe80::1]/",
        HTTP,
        80,
        ["http", "[fe80::1]", "u", "", "/", ""],
    );
    cracks(
        "http://h/ä/\u{1F980}?ü",
        HTTP,
        80,
        ["http", "h", "", "", "/ä/\u{1F980}", "?ü"],
    );
}

#[test]
fn other_schemes() {
    let ftp = INTERNET_SCHEME_FTP;
    cracks("ftp://h/p", ftp, 21, ["ftp", "h", "", "", "/p", ""]);
    let gopher = INTERNET_SCHEME_GOPHER;
    cracks("gopher://h/", gopher, 70, ["gopher", "h", "", "", "/", ""]);
    let mailto = INTERNET_SCHEME_MAILTO;
    cracks("mailto:a@b", mailto, 0, ["mailto", "", "", "", "a@b", ""]);
}

/// What the URL does not have is NULL, so that InternetCreateUrl leaves it out; at
/// the end of the URL it is the string that is there.
#[test]
fn parts_that_are_missing() {
    let missing = |url, wanted| pointed_a(url, wanted).expect("a URL").parts;
    let [scheme, host, user, password, path, extra] = missing("http://h?q", 0x3F);
    assert_eq!(
        (scheme.as_deref(), host.as_deref()),
        (Some("http"), Some("h"))
    );
    assert_eq!((user, password, path), (None, None, None));
    assert_eq!(extra.as_deref(), Some("?q"));
    let [.., path, extra] = missing("http://h", 0x3F);
    assert_eq!((path.as_deref(), extra.as_deref()), (Some(""), Some("")));
    assert_eq!(missing("mailto:a@b", 0x3F)[1], None);
}

/// A NULL pointer with a length of 0: not wanted, and left alone. The path takes
/// the rest of the URL if nobody wants that by itself.
#[test]
fn parts_that_are_not_wanted() {
    let url = "http://user:pass@host/path?query";
    let all = ["http", "host", "user", "pass", "/path", "?query"];
    for wanted in 0..64_u8 {
        let mut expected: Parts = Default::default();
        for (bit, part) in all.into_iter().enumerate() {
            let takes_all = bit == 4 && wanted & 32 == 0;
            let part = if takes_all { "/path?query" } else { part };
            expected[bit] = (wanted >> bit & 1 == 1).then(|| part.to_owned());
        }
        for cracked in [pointed_a(url, wanted), pointed_w(url, wanted)] {
            let Cracked { parts, kind, port } = cracked.expect("a URL");
            assert_eq!(parts, expected, "{wanted:#x}");
            assert_eq!((kind, port), (HTTP, 80));
        }
    }
}

/// A buffer gets a copy with its NUL, and the length becomes that without it.
#[test]
fn copies() {
    let url = "https://user:pass@host/path?query";
    let (result, buffers, lengths) = copied_a(url, [64; 6], 0);
    assert_eq!(result, Ok(()));
    assert_eq!(lengths, [5, 4, 4, 4, 5, 6]);
    let parts = [
        "https\0", "host\0", "user\0", "pass\0", "/path\0", "?query\0",
    ];
    for (buffer, part) in buffers.iter().zip(parts) {
        assert!(buffer.starts_with(part.as_bytes()), "{part:?}");
    }
    // Just enough.
    let (result, _, lengths) = copied_a(url, [6, 5, 5, 5, 6, 7], 0);
    assert_eq!((result, lengths), (Ok(()), [5, 4, 4, 4, 5, 6]));
    let (result, buffers, lengths) = copied_a("http://h", [64, 64, 64, 64, 64, 64], 0);
    assert_eq!((result, lengths), (Ok(()), [4, 1, 0, 0, 0, 0]));
    assert!(
        buffers[2..].iter().all(|it| it[0] == 0),
        "empty parts are strings"
    );
}

/// One that does not fit: 122, and its length becomes the one needed, the NUL
/// counted.
#[test]
fn copies_that_do_not_fit() {
    let url = "https://user:pass@host/path?query";
    let fits = [6, 5, 5, 5, 6, 7];
    for at in 0..6 {
        let mut room = fits;
        room[at] -= 1;
        let (result, _, lengths) = copied_a(url, room, 0);
        assert_eq!(result, Err(ERROR_INSUFFICIENT_BUFFER), "part {at}");
        assert_eq!(lengths[at], fits[at] as u32, "part {at}");
    }
}

/// ICU_DECODE and ICU_ESCAPE take percent-encoding back, in copies.
#[test]
fn decoding() {
    let url = "http://u%40x:p%3A@h/a%20b%2Fc%zz%4?q%26";
    for flags in [ICU_DECODE, ICU_ESCAPE] {
        let (result, buffers, lengths) = copied_a(url, [64; 6], flags);
        assert_eq!(result, Ok(()));
        let parts = ["http", "h", "u@x", "p:", "/a b/c%zz%4", "?q&"];
        for ((buffer, length), part) in buffers.iter().zip(lengths).zip(parts) {
            assert_eq!(&buffer[..length as usize], part.as_bytes());
        }
    }
    let (_, buffers, lengths) = copied_a(url, [64; 6], 0);
    assert_eq!(&buffers[2][..lengths[2] as usize], b"u%40x");
}

/// What is encoded is UTF-8, for W too. Nothing can be decoded without a buffer.
#[test]
fn decoding_needs_buffers() {
    let url = wide("http://h/%C3%A4%F0%9F%A6%80x");
    let mut path = [0; 16];
    let mut parts = empty_w();
    parts.lpszUrlPath = path.as_mut_ptr();
    parts.dwUrlPathLength = 16;
    // SAFETY: a string with its NUL, a buffer as large as is said.
    check(unsafe { InternetCrackUrlW(url.as_ptr(), 0, ICU_DECODE, &mut parts) }).expect("a URL");
    assert_eq!(parts.dwUrlPathLength, 4);
    assert!(path.starts_with(&wide("/\u{e4}\u{1F980}x")));
    for flags in [ICU_DECODE, ICU_ESCAPE] {
        parts.dwUrlPathLength = 16;
        parts.dwHostNameLength = 1;
        // SAFETY: as above.
        let cracked = check(unsafe { InternetCrackUrlW(url.as_ptr(), 0, flags, &mut parts) });
        assert_eq!(cracked, Err(ERROR_INVALID_PARAMETER));
    }
}

/// The length ends the URL, and a NUL does if it comes before.
#[test]
fn lengths_of_the_url() {
    let url = c"http://host/path?query";
    let wide_url = wide("http://host/path?query");
    for (given, path) in [(0, 11), (16, 5), (12, 1), (11, 0), (22, 11), (1000, 11)] {
        let mut parts = empty_a();
        parts.dwUrlPathLength = 1;
        // SAFETY: a string with its NUL.
        let cracked = unsafe { InternetCrackUrlA(url.as_ptr(), given, 0, &mut parts) };
        check(cracked).expect("a URL");
        assert_eq!(parts.dwUrlPathLength, path, "{given}");
        let mut parts = empty_w();
        parts.dwUrlPathLength = 1;
        // SAFETY: as above.
        let cracked = unsafe { InternetCrackUrlW(wide_url.as_ptr(), given, 0, &mut parts) };
        check(cracked).expect("a URL");
        assert_eq!(parts.dwUrlPathLength, path, "{given}");
    }
}

#[test]
fn what_is_no_url() {
    let unknown = ERROR_INTERNET_UNRECOGNIZED_SCHEME;
    let invalid = ERROR_INTERNET_INVALID_URL;
    let cases = [
        ("nothing", unknown),
        ("host.test/path", unknown),
        ("/path", unknown),
        ("unknown://host/", unknown),
        ("://host/", unknown),
        ("http ://host/", unknown),
        ("http:/host/", invalid),
        ("http:host", invalid),
        ("http://", invalid),
        ("http:///path", invalid),
        ("http://:80/", invalid),
        ("http://user@/", invalid),
        ("http://host:65536/", invalid),
        ("http://host:99999999999/", invalid),
        ("http://host:-1/", invalid),
        ("http://host:8x/", invalid),
        ("http://host: 80/", invalid),
        ("http://[::1/", invalid),
    ];
    for (url, error) in cases {
        assert_eq!(pointed_a(url, 0x3F), Err(error), "A: {url:?}");
        assert_eq!(pointed_w(url, 0x3F), Err(error), "W: {url:?}");
    }
    for cracked in [pointed_a("", 0x3F), pointed_w("", 0x3F)] {
        assert_eq!(cracked, Err(ERROR_INVALID_PARAMETER));
    }
}

/// 64 KiB in each part, and units that are no characters: nothing of the URL is
/// looked at that is not asked for.
#[test]
fn long_and_odd_urls() {
    let long = "l".repeat(64 * 1024);
    let url = format!("http://{long}:{long}@{long}/{long}?{long}");
    let path = format!("/{long}");
    let extra = format!("?{long}");
    cracks(&url, HTTP, 80, ["http", &long, &long, &long, &path, &extra]);
    let mut odd = wide("http://host/path");
    odd.insert(13, 0xD800);
    odd.insert(14, -1);
    let mut parts = empty_w();
    parts.dwUrlPathLength = 1;
    // SAFETY: a string with its NUL.
    let cracked = unsafe { InternetCrackUrlW(odd.as_ptr(), 0, 0, &mut parts) };
    check(cracked).expect("a URL");
    assert_eq!(parts.dwUrlPathLength, 7);
    assert_eq!(parts.lpszHostName, null_mut());
}
