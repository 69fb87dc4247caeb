//! InternetCombineUrl: the examples of RFC 3986, flags, files, other schemes and
//! what is refused; every case in both flavours.

#![allow(unsafe_code)]

mod support;

use std::ptr::null_mut;

use support::last_error;
use support::urls::combine;
use wininet::abi::*;
use wininet::ffi::*;

#[track_caller]
fn leads_to(base: &str, relative: &str, expected: &str) {
    let combined = combine(base, relative, 0);
    assert_eq!(
        combined.as_deref(),
        Ok(expected),
        "{relative:?} at {base:?}"
    );
}

/// Punycode is for the wire: INTERNET_OPTION_IDN has no say here.
#[test]
fn international_hosts() {
    leads_to(
        "http://münchen.example/a/b",
        "c",
        "http://münchen.example/a/c",
    );
    leads_to("http://a/b", "//例え.テスト/c", "http://例え.テスト/c");
}

/// RFC 3986, section 5.4.1, and those of 5.4.2 that agree with Microsoft's page.
#[test]
fn examples_of_the_rfc() {
    let examples = [
        ("g:h", "g:h"),
        ("g", "http://a/b/c/g"),
        ("./g", "http://a/b/c/g"),
        ("g/", "http://a/b/c/g/"),
        ("/g", "http://a/g"),
        ("//g", "http://g/"),
        ("?y", "http://a/b/c/d;p?y"),
        ("g?y", "http://a/b/c/g?y"),
        ("#s", "http://a/b/c/d;p?q#s"),
        ("g#s", "http://a/b/c/g#s"),
        ("g?y#s", "http://a/b/c/g?y#s"),
        (";x", "http://a/b/c/;x"),
        ("g;x", "http://a/b/c/g;x"),
        ("g;x?y#s", "http://a/b/c/g;x?y#s"),
        ("", "http://a/b/c/d;p?q"),
        (".", "http://a/b/c/"),
        ("./", "http://a/b/c/"),
        ("..", "http://a/b/"),
        ("../", "http://a/b/"),
        ("../g", "http://a/b/g"),
        ("../..", "http://a/"),
        ("../../", "http://a/"),
        ("../../g", "http://a/g"),
        ("../../../g", "http://a/g"),
        ("../../../../g", "http://a/g"),
        ("g.", "http://a/b/c/g."),
        (".g", "http://a/b/c/.g"),
        ("g..", "http://a/b/c/g.."),
        ("..g", "http://a/b/c/..g"),
        ("./../g", "http://a/b/g"),
        ("./g/.", "http://a/b/c/g/"),
        ("g/./h", "http://a/b/c/g/h"),
        ("g/../h", "http://a/b/c/h"),
        ("g;x=1/./y", "http://a/b/c/g;x=1/y"),
        ("g;x=1/../y", "http://a/b/c/y"),
        ("g?y/./x", "http://a/b/c/g?y/./x"),
        ("g?y/../x", "http://a/b/c/g?y/../x"),
        ("g#s/./x", "http://a/b/c/g#s/./x"),
        ("g#s/../x", "http://a/b/c/g#s/../x"),
        ("http:g", "http://a/b/c/g"),
        ("http:javascript:g", "http:javascript:g"),
    ];
    for (relative, expected) in examples {
        leads_to("http://a/b/c/d;p?q", relative, expected);
    }
}

/// Microsoft's own: the last segment is the document, unless a slash follows.
#[test]
fn examples_of_microsoft() {
    leads_to("http://xyz/test/abc", "bar", "http://xyz/test/bar");
    leads_to("http://xyz/test/abc/", "bar", "http://xyz/test/abc/bar");
    leads_to(
        "http://xyz/hello/cruel/",
        "../world",
        "http://xyz/hello/world",
    );
}

#[test]
fn the_result_is_canonical() {
    leads_to("HTTP://Host", "a b", "http://host/a%20b");
    leads_to("http://h/d/", r"e\f?\g", r"http://h/d/e/f?\g");
    leads_to("http://h/d/", r"\e", "http://h/e");
    leads_to(" http://h/d/ ", "\te\n", "http://h/d/e");
    leads_to("http://h/", "ä", "http://h/%C3%A4");
    leads_to("http://h/x", "https://Other", "https://other/");
    // Such a path is said to stay.
    leads_to("http://h/x", "/../y", "http://h/../y");
}

#[test]
fn flags() {
    let base = "http://h/d/x";
    let cases = [
        (ICU_NO_ENCODE, "a b", "http://h/d/a b"),
        (ICU_ENCODE_SPACES_ONLY, "a b<", "http://h/d/a%20b<"),
        (ICU_ENCODE_PERCENT, "a%20", "http://h/d/a%2520"),
        (ICU_DECODE, "%2e%2e/%41", "http://h/A"),
        (
            ICU_DECODE | ICU_NO_ENCODE,
            "a%20b?%20",
            "http://h/d/a b?%20",
        ),
        (ICU_NO_META, "../a", "http://h/d/../a"),
        (ICU_BROWSER_MODE, "a b?c d", "http://h/d/a%20b?c d"),
    ];
    for (flags, relative, expected) in cases {
        assert_eq!(combine(base, relative, flags).as_deref(), Ok(expected));
    }
    assert_eq!(combine(base, "a", 1), Err(ERROR_INVALID_PARAMETER));
}

#[test]
fn files() {
    leads_to("file:///C:/dir/a.txt", "b.txt", "file:///C:/dir/b.txt");
    leads_to(
        r"C:\dir\a.txt",
        r"sub\b c.txt",
        "file:///C:/dir/sub/b%20c.txt",
    );
    leads_to(r"\\server\share\a", "b", "file://server/share/b");
    leads_to("file:///home/me/a", "../you/b", "file:///home/you/b");
    leads_to("http://h/", r"C:\a b", "file:///C:/a%20b");
    leads_to("http://h/", r"\\server\share", "file://server/share");
    leads_to("file:///C:/dir/a", "http://h/x", "http://h/x");
}

#[test]
fn other_schemes() {
    leads_to("foo://h/a/b", "../c", "foo://h/c");
    leads_to("mailto:a@b", "http://h/", "http://h/");
    leads_to("mailto:a@b", "mailto:c@d", "mailto:c@d");
    leads_to("javascript:a/b", "javascript:x/y", "javascript:x/y");
    leads_to("http://h/", "mailto:c@d", "mailto:c@d");
    leads_to("nothing", "http://h/", "http://h/");
}

#[test]
fn what_is_refused() {
    for base in [
        "",
        "nothing",
        "path/file",
        "/path",
        "mailto:a@b",
        "javascript:x",
    ] {
        for relative in ["", "a", "?q", "#f", "/a"] {
            let combined = combine(base, relative, 0);
            assert_eq!(
                combined,
                Err(ERROR_BAD_PATHNAME),
                "{relative:?} at {base:?}"
            );
        }
    }
    let url = c"http://h/".as_ptr();
    let mut size = 0;
    let null = std::ptr::null();
    // SAFETY: NULL where that is tried, else strings with their NULs.
    unsafe {
        for (base, relative) in [(null, url), (url, null), (null, null)] {
            let combined = InternetCombineUrlA(base, relative, null_mut(), &mut size, 0);
            assert_eq!((combined, last_error()), (FALSE, ERROR_INVALID_PARAMETER));
        }
        let combined = InternetCombineUrlA(url, url, null_mut(), null_mut(), 0);
        assert_eq!((combined, last_error()), (FALSE, ERROR_INVALID_PARAMETER));
    }
}

#[test]
fn long_urls() {
    let long = "l".repeat(6_000);
    let base = format!("http://{long}/{long}/{long}?{long}");
    let relative = format!("{long}/{long}?{long}#{long}");
    let expected = format!("http://{long}/{long}/{long}/{long}?{long}#{long}");
    leads_to(&base, &relative, &expected);
}
