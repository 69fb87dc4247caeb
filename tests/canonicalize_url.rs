//! InternetCanonicalizeUrl: every flag, what is encoded, meta sequences, files,
//! what is taken as it comes and what is refused; every case in both flavours,
//! with every size that is just wrong or just right.

#![allow(unsafe_code)]

mod support;

use std::ptr::{null, null_mut};

use support::every::wide;
use support::urls::canonicalize;
use support::{check, last_error};
use wininet::abi::*;
use wininet::ffi::*;

/// Canonicalizing is that, and a second time changes nothing.
#[track_caller]
fn becomes(url: &str, flags: u32, expected: &str) {
    assert_eq!(canonicalize(url, flags).as_deref(), Ok(expected), "{url:?}");
    let again = canonicalize(expected, flags & !ICU_DECODE);
    assert_eq!(again.as_deref(), Ok(expected), "{url:?}, again");
}

/// Punycode is for the wire: INTERNET_OPTION_IDN has no say here.
#[test]
fn international_hosts() {
    becomes("http://münchen.example/", 0, "http://münchen.example/");
}

#[test]
fn without_flags() {
    becomes("http://host/path", 0, "http://host/path");
    becomes("http://host", 0, "http://host/");
    becomes("http://host?q", 0, "http://host/?q");
    becomes("http://host#f", 0, "http://host/#f");
    becomes(
        "HTTP://User:Pass@Host.Test:81/Path",
        0,
        "http://User:Pass@host.test:81/Path",
    );
    becomes("http://host/a b/c", 0, "http://host/a%20b/c");
    becomes("http://host/a%20b%zz%", 0, "http://host/a%20b%zz%");
    becomes("http://host/~me/", 0, "http://host/~me/");
    becomes("ftp://host", 0, "ftp://host/");
    becomes("http://[::1]:8080", 0, "http://[::1]:8080/");
}

#[test]
fn what_is_unsafe() {
    let safe = "abcXYZ019-_.!~*(),;:@&=+$/";
    becomes(&format!("http://h/{safe}"), 0, &format!("http://h/{safe}"));
    for byte in 1..=0x7f_u8 {
        // A "." by itself is a segment of its own kind, white space at the end goes.
        let url = format!("http://h/x{}x", char::from(byte));
        let canonical = canonicalize(&url, 0).expect("a URL");
        let expected = match byte {
            b'\\' => "http://h/x/x".to_owned(),
            b if b <= b' ' || b == 0x7f || b"\"'<>[]^`{|}".contains(&b) => {
                format!("http://h/x%{byte:02X}x")
            }
            _ => url,
        };
        assert_eq!(canonical, expected);
    }
    becomes("http://h/ä\u{1F980}", 0, "http://h/%C3%A4%F0%9F%A6%80");
}

/// As if ICU_BROWSER_MODE were always set.
#[test]
fn what_follows_a_mark_stays() {
    for flags in [0, ICU_BROWSER_MODE, ICU_DECODE, ICU_ENCODE_PERCENT] {
        let url = "http://h/p?a b\\<%41>ä/../x#c d%42/./";
        becomes(url, flags, url);
        becomes("http://h/p#a b?c <%41>", flags, "http://h/p#a b?c <%41>");
    }
}

#[test]
fn white_space_around_it() {
    becomes(" \t http://h/p \r\n", 0, "http://h/p");
    becomes("http://h/p#f  ", 0, "http://h/p#f");
    becomes("  http://h/p?q  ", 0, "http://h/p?q  ");
}

#[test]
fn flags_that_encode_less_or_more() {
    becomes("http://h/a b<ä>%41", ICU_NO_ENCODE, "http://h/a b<ä>%41");
    becomes(
        "http://h/a b<ä>%41",
        ICU_ENCODE_SPACES_ONLY,
        "http://h/a%20b<ä>%41",
    );
    let percent = canonicalize("http://h/a b%41?%42", ICU_ENCODE_PERCENT);
    assert_eq!(percent.as_deref(), Ok("http://h/a%20b%2541?%42"));
    let twice = canonicalize("http://h/a%2541", ICU_ENCODE_PERCENT);
    assert_eq!(twice.as_deref(), Ok("http://h/a%252541"));
    let spaces = ICU_ENCODE_PERCENT | ICU_ENCODE_SPACES_ONLY;
    assert_eq!(
        canonicalize("http://h/ <%", spaces).as_deref(),
        Ok("http://h/%20<%25")
    );
    let neither = ICU_ENCODE_PERCENT | ICU_NO_ENCODE;
    assert_eq!(
        canonicalize("http://h/ <%", neither).as_deref(),
        Ok("http://h/ <%")
    );
    for flags in [ICU_ESCAPE, ICU_USERNAME, ICU_BROWSER_MODE] {
        becomes("http://h/a b", flags, "http://h/a%20b");
    }
}

/// Decoded, then encoded again where that is needed.
#[test]
fn decoding() {
    becomes("http://h/%41%20%7e%3C", ICU_DECODE, "http://h/A%20~%3C");
    becomes(
        "http://h/%41%20%7e%3C",
        ICU_DECODE | ICU_NO_ENCODE,
        "http://h/A ~<",
    );
    becomes("http://h/a/%2E%2E/b", ICU_DECODE, "http://h/b");
    becomes("http://h/%C3%A4", ICU_DECODE | ICU_NO_ENCODE, "http://h/ä");
    // These would end the path, or the string.
    becomes(
        "http://h/%3f%23%00",
        ICU_DECODE | ICU_NO_ENCODE,
        "http://h/%3f%23%00",
    );
    becomes("http://h/%zz%4%", ICU_DECODE, "http://h/%zz%4%");
    becomes("%68ttp://h/", ICU_DECODE, "http://h/");
}

#[test]
fn meta_sequences() {
    becomes("http://h/a/./b/../c", 0, "http://h/a/c");
    becomes("http://h/a/b/..", 0, "http://h/a/");
    becomes("http://h/a/b/.", 0, "http://h/a/b/");
    becomes("http://h/a/../../../b", 0, "http://h/b");
    becomes("http://h/a/.../b..", 0, "http://h/a/.../b..");
    becomes("http://h/a//b/../c", 0, "http://h/a//c");
    // Documented: such a path stays as it is.
    becomes("http://h/../a/b/../c", 0, "http://h/../a/b/../c");
    becomes("http://h/./a", 0, "http://h/./a");
    becomes("http://h/a/./b/../c", ICU_NO_META, "http://h/a/./b/../c");
    becomes("http://h/a b/..", ICU_NO_META, "http://h/a%20b/..");
}

#[test]
fn backslashes() {
    becomes(r"http:\\h\a\b", 0, "http://h/a/b");
    becomes(r"http:\\h\a\..\b?\c", 0, r"http://h/b?\c");
    becomes(r"http://h\a", ICU_NO_ENCODE, "http://h/a");
}

#[test]
fn files() {
    for url in [
        r"C:\dir\a b%#?.txt",
        "C:/dir/a b%#?.txt",
        "file:///C:/dir/a%20b%25%23%3F.txt",
        "file:///C|/dir/a%20b%25%23%3F.txt",
        "file://C:/dir/a%20b%25%23%3F.txt",
        r"file://C:\dir\a b%25%23%3F.txt",
        "file:C:/dir/a%20b%25%23%3F.txt",
        "file:/C:/dir/a%20b%25%23%3F.txt",
        "FILE:///C:/dir/x/../a b%25%23%3F.txt",
    ] {
        becomes(url, 0, "file:///C:/dir/a%20b%25%23%3F.txt");
    }
    for url in [
        r"\\Server\share\a b",
        "file://server/share/a%20b",
        "file:////server/share/a b",
        "file://///server/share/a b",
    ] {
        becomes(url, 0, "file://server/share/a%20b");
    }
    becomes("file:///home/me/a b", 0, "file:///home/me/a%20b");
    becomes("file:/home/me", 0, "file:///home/me");
    becomes("file://localhost/home/me", 0, "file://localhost/home/me");
    becomes("C:", 0, "file:///C:");
    // A letter that is no drive.
    becomes("c:path", 0, "c:path");
}

#[test]
fn other_schemes() {
    becomes("foo://Host/a b/../c", 0, "foo://host/c");
    becomes("foo://host", 0, "foo://host");
    becomes(r"foo://host/a\b", 0, "foo://host/a%5Cb");
    becomes("mailto:A <a@b>", 0, "mailto:A%20%3Ca@b%3E");
    becomes("mailto:a b/../c", 0, "mailto:a%20b/../c");
    becomes("mailto:A <a@b>", ICU_ENCODE_SPACES_ONLY, "mailto:A <a@b>");
    becomes("javascript:x(\"y\")", ICU_NO_ENCODE, "javascript:x(\"y\")");
    becomes("no scheme/../x", 0, "no%20scheme/../x");
}

#[test]
fn what_is_refused() {
    for url in ["", "  ", "\t"] {
        assert_eq!(canonicalize(url, 0), Err(ERROR_INTERNET_INVALID_URL));
    }
    for flag in [1, 0x0004_0000, 0x0100_0000] {
        assert_eq!(
            canonicalize("http://h/", flag),
            Err(ERROR_INVALID_PARAMETER)
        );
    }
    let mut size = 0;
    let url = c"http://h/".as_ptr();
    let odd = [0x68, 0xD800, 0];
    // SAFETY: NULL where that is tried, else strings with their NULs.
    unsafe {
        let cases = [
            InternetCanonicalizeUrlA(null(), null_mut(), &mut size, 0),
            InternetCanonicalizeUrlA(url, null_mut(), null_mut(), 0),
            InternetCanonicalizeUrlW(null(), null_mut(), &mut size, 0),
            InternetCanonicalizeUrlW(odd.as_ptr(), null_mut(), &mut size, 0),
        ];
        assert_eq!(cases, [FALSE; 4]);
        assert_eq!(last_error(), ERROR_INVALID_PARAMETER);
    }
}

/// 6,000 characters and more in each part, and the buffer that the URL is in.
#[test]
fn long_urls_in_place() {
    let long = "l ".repeat(6_000);
    let url = format!("http://{}/{long}x?{long}", "h".repeat(6_000));
    let expected = format!(
        "http://{}/{}x?{long}",
        "h".repeat(6_000),
        long.replace(' ', "%20")
    );
    assert_eq!(canonicalize(&url, 0).as_deref(), Ok(&*expected));

    let mut buffer = wide("http://h/a b");
    buffer.resize(64, -1);
    let mut size = 64;
    let place = buffer.as_mut_ptr();
    // SAFETY: a string with its NUL, and a buffer as large as is said.
    check(unsafe { InternetCanonicalizeUrlW(place, place, &mut size, 0) }).expect("a URL");
    assert!(buffer.starts_with(&wide("http://h/a%20b")));
}

/// Bytes that are not UTF-8 are encoded one by one.
#[test]
fn bytes_that_are_no_text() {
    let url = c"http://h/\xE4";
    let mut buffer = [0_u8; 32];
    let mut size = 32;
    // SAFETY: a string with its NUL, and a buffer as large as is said.
    let made =
        unsafe { InternetCanonicalizeUrlA(url.as_ptr(), buffer.as_mut_ptr().cast(), &mut size, 0) };
    check(made).expect("a URL");
    assert!(buffer.starts_with(b"http://h/%E4\0"));
}
