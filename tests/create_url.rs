//! InternetCreateUrl: the parts, what is put between them, what is left out and
//! what is refused; every case in both flavours, with strings that end with a NUL
//! and ones that have a length.

#![allow(unsafe_code)]

mod support;

use std::ptr::null_mut;

use support::every::wide;
use support::urls::{create, Made};
use support::{check, last_error};
use wininet::abi::*;
use wininet::ffi::*;

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

fn http(host: &str, path: &str) -> Made {
    Made {
        kind: INTERNET_SCHEME_HTTP,
        host: some(host),
        path: some(path),
        ..Made::default()
    }
}

#[track_caller]
fn makes(made: &Made, expected: &str) {
    assert_eq!(create(made, 0).as_deref(), Ok(expected), "{made:?}");
}

#[test]
fn every_part() {
    let made = Made {
        scheme: some("http"),
        kind: INTERNET_SCHEME_FTP,
        host: some("host"),
        port: 8080,
        user: some("user"),
        password: some("pass"),
        path: some("/path"),
        extra: some("?query#fragment"),
    };
    let url = "http://user:pass@host:8080/path?query#fragment";
    makes(&made, url);
    assert_eq!(create(&made, ICU_USERNAME).as_deref(), Ok(url));
    let user = Made {
        password: None,
        ..made
    };
    makes(&user, "http://user@host:8080/path?query#fragment");
    makes(&http("h", ""), "http://h");
    makes(&http("h", "path"), "http://h/path");
    makes(&http("h\u{e4}", "/\u{1F980}"), "http://h\u{e4}/\u{1F980}");
}

/// The name wins; nScheme counts without one.
#[test]
fn schemes() {
    let names = [
        (INTERNET_SCHEME_DEFAULT, "http://h/p"),
        (INTERNET_SCHEME_HTTP, "http://h/p"),
        (INTERNET_SCHEME_HTTPS, "https://h/p"),
        (INTERNET_SCHEME_FTP, "ftp://h/p"),
        (INTERNET_SCHEME_GOPHER, "gopher://h/p"),
        (INTERNET_SCHEME_FILE, "file://h/p"),
        (INTERNET_SCHEME_SOCKS, "socks://h/p"),
    ];
    for (kind, url) in names {
        makes(
            &Made {
                kind,
                ..http("h", "/p")
            },
            url,
        );
    }
    let alone = [
        (INTERNET_SCHEME_MAILTO, "a@b", "mailto:a@b"),
        (INTERNET_SCHEME_NEWS, "x.y", "news:x.y"),
        (INTERNET_SCHEME_JAVASCRIPT, "f()", "javascript:f()"),
        (INTERNET_SCHEME_VBSCRIPT, "f()", "vbscript:f()"),
        (INTERNET_SCHEME_RES, "x.dll/1", "res:x.dll/1"),
    ];
    for (kind, path, url) in alone {
        makes(
            &Made {
                kind,
                host: None,
                ..http("", path)
            },
            url,
        );
    }
    // One of a program's own, with every number beside it.
    for kind in [INTERNET_SCHEME_UNKNOWN, INTERNET_SCHEME_HTTP, 99] {
        let made = Made {
            scheme: some("own"),
            kind,
            port: 80,
            ..http("h", "/p")
        };
        makes(&made, "own://h:80/p");
    }
    for kind in [
        INTERNET_SCHEME_UNKNOWN,
        INTERNET_SCHEME_PARTIAL,
        12,
        i32::MAX,
        i32::MIN,
    ] {
        let made = Made {
            kind,
            ..http("h", "/p")
        };
        assert_eq!(
            create(&made, 0),
            Err(ERROR_INTERNET_UNRECOGNIZED_SCHEME),
            "{kind}"
        );
    }
}

#[test]
fn ports() {
    let defaults = [
        (INTERNET_SCHEME_HTTP, "http", 80),
        (INTERNET_SCHEME_HTTPS, "https", 443),
        (INTERNET_SCHEME_FTP, "ftp", 21),
        (INTERNET_SCHEME_GOPHER, "gopher", 70),
        (INTERNET_SCHEME_SOCKS, "socks", 1080),
    ];
    for (kind, name, default) in defaults {
        for port in [0, 1, 21, 70, 80, 443, 1080, 65535] {
            let expected = match port == 0 || port == default {
                true => format!("{name}://h/"),
                false => format!("{name}://h:{port}/"),
            };
            makes(
                &Made {
                    kind,
                    port,
                    ..http("h", "/")
                },
                &expected,
            );
            let scheme = some(&name.to_ascii_uppercase());
            let expected = expected.replacen(name, &name.to_ascii_uppercase(), 1);
            makes(
                &Made {
                    scheme,
                    port,
                    ..http("h", "/")
                },
                &expected,
            );
        }
    }
    makes(
        &Made {
            port: 81,
            ..http("::1", "/")
        },
        "http://[::1]:81/",
    );
    makes(
        &Made {
            port: 81,
            ..http("[::1]", "/")
        },
        "http://[::1]:81/",
    );
}

#[test]
fn files() {
    let file = |path: &str| Made {
        kind: INTERNET_SCHEME_FILE,
        path: some(path),
        ..Made::default()
    };
    makes(&file(r"C:\dir\a b.txt"), "file:///C:/dir/a b.txt");
    makes(&file("C:/dir"), "file:///C:/dir");
    makes(&file("/home/me"), "file:///home/me");
    makes(&file(r"\\server\share"), "file:////server/share");
    makes(
        &Made {
            host: some("server"),
            ..file(r"\share\x")
        },
        "file://server/share/x",
    );
    let escaped = create(&file(r"C:\a b"), ICU_ESCAPE);
    assert_eq!(escaped.as_deref(), Ok("file:///C:/a%20b"));
}

/// Path and extra info alone, and no percent signs.
#[test]
fn escaping() {
    let made = Made {
        user: some("a b"),
        extra: some("?x y<%20#z\u{e4}"),
        ..http("h h", "/a b%20\"\u{e4}")
    };
    let expected = "http://a b@h h/a%20b%20%22%C3%A4?x%20y%3C%20#z%C3%A4";
    assert_eq!(create(&made, ICU_ESCAPE).as_deref(), Ok(expected));
    makes(&made, "http://a b@h h/a b%20\"\u{e4}?x y<%20#z\u{e4}");
}

/// Parts that are empty strings are no parts.
#[test]
fn empty_parts() {
    let empty = Made {
        scheme: some(""),
        user: some(""),
        password: some(""),
        extra: some(""),
        ..http("h", "")
    };
    makes(&empty, "http://h");
    makes(
        &Made {
            kind: INTERNET_SCHEME_HTTP,
            ..Made::default()
        },
        "http://",
    );
}

/// InternetCrackUrl takes such a URL apart, and gives NULL for the user.
#[test]
fn a_password_without_a_user() {
    for user in [None, some("")] {
        let bare = Made {
            user,
            password: some("p"),
            ..http("h", "/")
        };
        makes(&bare, "http://:p@h/");
    }
}

#[test]
fn what_is_refused() {
    for flags in [1, ICU_DECODE, ICU_NO_ENCODE, ICU_BROWSER_MODE, u32::MAX] {
        assert_eq!(
            create(&http("h", "/"), flags),
            Err(ERROR_INVALID_PARAMETER),
            "{flags:#x}"
        );
    }
    // SAFETY: zeros are a value of the struct.
    let mut parts: URL_COMPONENTSA = unsafe { std::mem::zeroed() };
    let mut size = 0;
    let refuses = |parts: LPURL_COMPONENTSA, size: LPDWORD| {
        // SAFETY: NULL or what there is.
        let made = unsafe { InternetCreateUrlA(parts, 0, null_mut(), size) };
        assert_eq!((made, last_error()), (FALSE, ERROR_INVALID_PARAMETER));
    };
    refuses(null_mut(), &mut size);
    for wrong in [0, 1, size_of::<URL_COMPONENTSA>() as u32 - 1, u32::MAX] {
        parts.dwStructSize = wrong;
        refuses(&mut parts, &mut size);
    }
    parts.dwStructSize = size_of::<URL_COMPONENTSA>() as u32;
    refuses(&mut parts, null_mut());
    let wide = [0x68, 0xDFFF, 0];
    // SAFETY: zeros are a value of the struct.
    let mut parts: URL_COMPONENTSW = unsafe { std::mem::zeroed() };
    parts.dwStructSize = size_of::<URL_COMPONENTSW>() as u32;
    parts.lpszHostName = wide.as_ptr().cast_mut();
    // SAFETY: a string with its NUL.
    let made = unsafe { InternetCreateUrlW(&mut parts, 0, null_mut(), &mut size) };
    assert_eq!(
        (made, last_error()),
        (FALSE, ERROR_INVALID_PARAMETER),
        "no Unicode"
    );
}

/// A NUL ends a part before its length does; a length ends it without one.
#[test]
fn lengths() {
    // SAFETY: zeros are a value of the struct.
    let mut parts: URL_COMPONENTSA = unsafe { std::mem::zeroed() };
    parts.dwStructSize = size_of::<URL_COMPONENTSA>() as u32;
    parts.nScheme = INTERNET_SCHEME_HTTP;
    let (host, path) = (b"host\0rest", b"/path-and-more");
    parts.lpszHostName = host.as_ptr().cast_mut().cast();
    parts.dwHostNameLength = host.len() as u32;
    parts.lpszUrlPath = path.as_ptr().cast_mut().cast();
    parts.dwUrlPathLength = 5;
    let mut buffer = [0xCC_u8; 64];
    let mut size = 64;
    // SAFETY: parts with their lengths, a buffer as large as is said.
    let made = unsafe { InternetCreateUrlA(&mut parts, 0, buffer.as_mut_ptr().cast(), &mut size) };
    check(made).expect("a URL");
    assert!(buffer.starts_with(b"http://host/path\0\xCC"));
    assert_eq!(size, 16);
}

/// As many units as the length says, or up to the NUL in the middle of them.
#[test]
fn lengths_of_wide_parts() {
    // SAFETY: zeros are a value of the struct.
    let mut parts: URL_COMPONENTSW = unsafe { std::mem::zeroed() };
    parts.dwStructSize = size_of::<URL_COMPONENTSW>() as u32;
    parts.nScheme = INTERNET_SCHEME_HTTPS;
    let (host, path) = (wide("münchen\0rest"), wide("/path-and-more"));
    parts.lpszHostName = host.as_ptr().cast_mut();
    parts.dwHostNameLength = host.len() as u32;
    parts.lpszUrlPath = path.as_ptr().cast_mut();
    parts.dwUrlPathLength = 5;
    let mut buffer = [0xCC as WCHAR; 64];
    let mut size = 64;
    // SAFETY: parts with their lengths, a buffer as large as is said.
    let made = unsafe { InternetCreateUrlW(&mut parts, 0, buffer.as_mut_ptr(), &mut size) };
    check(made).expect("a URL");
    let expected = wide("https://münchen/path");
    assert!(buffer.starts_with(&expected));
    assert_eq!(size as usize, expected.len() - 1);
}

#[test]
fn long_parts() {
    let long = "l".repeat(6_000);
    let made = Made {
        scheme: some(&long),
        port: 65535,
        user: some(&long),
        password: some(&long),
        extra: Some(format!("?{long}")),
        ..http(&long, &long)
    };
    let expected = format!("{long}://{long}:{long}@{long}:65535/{long}?{long}");
    makes(&made, &expected);
}
