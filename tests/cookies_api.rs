//! InternetGetCookie, InternetSetCookie, their Ex forms and Ex2: sizes, errors, what is kept. Every test has
//! a host of its own, for the jar is one.

#![allow(unsafe_code)]

mod support;

use std::ptr::{null, null_mut};

use support::cookies::{data_directory, get_cookie, get_cookie_ex, set_cookie, set_cookie_ex};
use support::every::wide;
use support::*;
use wininet::abi::*;
use wininet::ffi::*;

/// The name of the program's data directory.
const HERE: &str = "cookies_api";

const NONE: Result<String> = Err(ERROR_NO_MORE_ITEMS);
const DECLINED: Result<()> = Err(ERROR_HTTP_COOKIE_DECLINED);
const INVALID: Result<()> = Err(ERROR_INVALID_PARAMETER);

#[test]
fn what_is_set_is_got() {
    data_directory(HERE);
    let url = "http://set.test/a/b?c";
    set_cookie(url, None, "TestData = Test").expect("set");
    assert_eq!(last_error(), 0);
    set_cookie(url, Some("second"), "2; path=/").expect("set");
    set_cookie(url, Some(""), "third=3; path=/").expect("set");
    set_cookie(url, None, "nameless; path=/").expect("set");
    let all = get_cookie("http://set.test/a/");
    assert_eq!(
        all.as_deref(),
        Ok("TestData=Test; second=2; third=3; nameless")
    );
    assert_eq!(
        get_cookie("http://set.test/").as_deref(),
        Ok("second=2; third=3; nameless")
    );
    assert_eq!(
        get_cookie("https://set.test:8080/x").as_deref(),
        Ok("second=2; third=3; nameless")
    );
    assert_eq!(get_cookie("http://sub.set.test/"), NONE);
    set_cookie(
        url,
        Some("second"),
        "; path=/; expires=Sat,01-Jan-2000 00:00:00 GMT",
    )
    .expect("removed");
    set_cookie(url, None, "third=new; path=/").expect("set");
    assert_eq!(
        get_cookie("http://set.test/").as_deref(),
        Ok("third=new; nameless")
    );
}

/// A buffer of exactly the text and its NUL is enough, one less is not.
#[test]
fn sizes_in_characters_and_bytes() {
    data_directory(HERE);
    let (url, text) = ("http://sizes.test/", "a=caf\u{e9}");
    set_cookie(url, None, text).expect("set");
    let (narrow, wide_url) = (std::ffi::CString::new(url).unwrap(), wide(url));
    let (bytes, chars) = (text.len() as u32, text.chars().count() as u32);
    let unit = size_of::<WCHAR>() as u32;
    let mut buffer_a = vec![0x55_u8; 64];
    let mut buffer_w: Vec<WCHAR> = vec![0x55; 64];
    let ask_a = |buffer: *mut u8, mut size: u32| {
        // SAFETY: C strings, and a buffer of at least the size given.
        let got =
            check(unsafe { InternetGetCookieA(narrow.as_ptr(), null(), buffer.cast(), &mut size) });
        (got, size)
    };
    let ask_w = |buffer: *mut WCHAR, mut size: u32| {
        // SAFETY: as above.
        let got =
            check(unsafe { InternetGetCookieW(wide_url.as_ptr(), null(), buffer, &mut size) });
        (got, size)
    };
    let short = Err(ERROR_INSUFFICIENT_BUFFER);
    for size in [0, 1, 1000] {
        assert_eq!(ask_a(null_mut(), size), (Ok(()), bytes + 1));
        assert_eq!(ask_w(null_mut(), size), (Ok(()), (chars + 1) * unit));
    }
    for size in [0, 1, bytes] {
        assert_eq!(ask_a(buffer_a.as_mut_ptr(), size), (short, bytes + 1));
    }
    for size in [0, 1, chars] {
        assert_eq!(
            ask_w(buffer_w.as_mut_ptr(), size),
            (short, (chars + 1) * unit)
        );
    }
    assert!(buffer_a.iter().all(|&it| it == 0x55) && buffer_w.iter().all(|&it| it == 0x55));
    assert_eq!(ask_a(buffer_a.as_mut_ptr(), bytes + 1), (Ok(()), bytes + 1));
    assert_eq!(ask_w(buffer_w.as_mut_ptr(), chars + 1), (Ok(()), chars + 1));
    assert_eq!(
        buffer_a[..=bytes as usize],
        [text.as_bytes(), &[0]].concat()
    );
    assert_eq!(buffer_w[..=chars as usize], wide(text));
    assert!(buffer_a[bytes as usize + 1..].iter().all(|&it| it == 0x55));
    assert!(buffer_w[chars as usize + 1..].iter().all(|&it| it == 0x55));
}

#[test]
fn the_wide_form_sets_too() {
    data_directory(HERE);
    let (url, name, data) = (
        wide("http://wide.test/"),
        wide("n"),
        wide("\u{20ac}; path=/"),
    );
    // SAFETY: strings with their NULs.
    let set = unsafe { InternetSetCookieW(url.as_ptr(), name.as_ptr(), data.as_ptr()) };
    assert_eq!(check(set), Ok(()));
    assert_eq!(get_cookie("http://wide.test/").as_deref(), Ok("n=\u{20ac}"));
    let bad: [WCHAR; 2] = [0x7fff_ffff, 0];
    // SAFETY: as above.
    let set = unsafe { InternetSetCookieW(url.as_ptr(), name.as_ptr(), bad.as_ptr()) };
    assert_eq!(check(set), INVALID);
    // SAFETY: as above.
    let state = unsafe { InternetSetCookieExW(url.as_ptr(), name.as_ptr(), data.as_ptr(), 0, 0) };
    assert_eq!((state, last_error()), (COOKIE_STATE_ACCEPT, 0));
    let mut size = 0;
    // SAFETY: as above; NULL asks for the size.
    let asked = unsafe {
        InternetGetCookieExW(
            url.as_ptr(),
            name.as_ptr(),
            null_mut(),
            &mut size,
            0,
            null_mut(),
        )
    };
    assert_eq!(
        (check(asked), size),
        (Ok(()), 4 * size_of::<WCHAR>() as u32)
    );
}

#[test]
fn null_pointers_and_odd_urls() {
    data_directory(HERE);
    let url = c"http://null.test/".as_ptr();
    let mut size = 0;
    // SAFETY: NULL, or C strings.
    unsafe {
        assert_eq!(
            check(InternetGetCookieA(null(), null(), null_mut(), &mut size)),
            INVALID
        );
        assert_eq!(
            check(InternetGetCookieA(url, null(), null_mut(), null_mut())),
            INVALID
        );
        assert_eq!(
            check(InternetGetCookieW(null(), null(), null_mut(), &mut size)),
            INVALID
        );
        assert_eq!(
            check(InternetSetCookieA(null(), null(), c"a=b".as_ptr())),
            INVALID
        );
        assert_eq!(check(InternetSetCookieA(url, null(), null())), INVALID);
        assert_eq!(
            InternetSetCookieExA(null(), null(), c"a=b".as_ptr(), 0, 0),
            0
        );
        assert_eq!(
            InternetSetCookieExW(wide("http://null.test/").as_ptr(), null(), null(), 0, 0),
            0
        );
        assert_eq!(last_error(), ERROR_INVALID_PARAMETER);
    }
    let table = [
        ("", ERROR_INTERNET_UNRECOGNIZED_SCHEME),
        ("null.test", ERROR_INTERNET_UNRECOGNIZED_SCHEME),
        ("nonsense://null.test/", ERROR_INTERNET_UNRECOGNIZED_SCHEME),
        ("ftp://null.test/", ERROR_INTERNET_UNRECOGNIZED_SCHEME),
        ("http:null.test/", ERROR_INTERNET_INVALID_URL),
        ("http:///", ERROR_INTERNET_INVALID_URL),
        ("http://a b/", ERROR_INTERNET_INVALID_URL),
        ("http://null.test:99999/", ERROR_INTERNET_INVALID_URL),
    ];
    for (url, error) in table {
        assert_eq!(get_cookie(url), Err(error), "{url}");
        assert_eq!(set_cookie(url, None, "a=b"), Err(error), "{url}");
    }
    assert_eq!(get_cookie("http://null.test"), NONE);
}

#[test]
fn what_is_no_cookie() {
    data_directory(HERE);
    let url = "http://odd.test/";
    for data in [
        "",
        " ; path=/",
        "=",
        "a=b\r\nX-Bad: 1",
        "a=b\nc",
        "a=\x01",
        "a=b; path=/\x7f",
    ] {
        assert_eq!(set_cookie(url, None, data), INVALID, "{data:?}");
    }
    for name in ["a=b", "a;b", "a\r\n", "\x02"] {
        assert_eq!(set_cookie(url, Some(name), "v"), INVALID, "{name:?}");
    }
    let long = "x".repeat(4096);
    assert_eq!(set_cookie(url, Some("n"), &long), INVALID);
    assert_eq!(get_cookie(url), NONE);
    assert_eq!(set_cookie(url, Some("n"), &long[1..]), Ok(()));
    assert_eq!(get_cookie(url).expect("a cookie").len(), 4097);
}

#[test]
fn what_must_not_be_set_there() {
    data_directory(HERE);
    let url = "http://www.declined.co.uk/";
    for data in [
        "a=b; domain=other.co.uk",
        "a=b; domain=co.uk",
        "a=b; domain=uk",
        "a=b; domain=x.www.declined.co.uk",
        "a=b; httponly",
        "__Secure-a=b",
        "__Host-a=b; secure; path=/; domain=declined.co.uk",
    ] {
        assert_eq!(set_cookie(url, None, data), DECLINED, "{data}");
        let (state, error) = (set_cookie_ex(url, data, 0), last_error());
        assert_eq!((state, error), (COOKIE_STATE_REJECT, 0), "{data}");
    }
    assert_eq!(
        set_cookie("http://127.0.0.7/", None, "a=b; domain=0.0.7"),
        DECLINED
    );
    assert_eq!(get_cookie(url), NONE);
    // The program may say of a cookie that it is for https alone, wherever it says so.
    set_cookie(url, None, "safe=1; secure; domain=declined.co.uk").expect("set");
    assert_eq!(get_cookie(url), NONE);
    assert_eq!(
        get_cookie("https://declined.co.uk/").as_deref(),
        Ok("safe=1")
    );
}

#[test]
fn flags_and_names() {
    data_directory(HERE);
    let url = "http://flags.test/";
    let http_only = INTERNET_COOKIE_HTTPONLY;
    assert_eq!(
        set_cookie_ex(url, "h=1; httponly", http_only),
        COOKIE_STATE_ACCEPT
    );
    assert_eq!(
        set_cookie_ex(url, "s=1; samesite=strict", 0),
        COOKIE_STATE_ACCEPT
    );
    assert_eq!(
        set_cookie_ex(url, "l=1; samesite=lax", 0),
        COOKIE_STATE_ACCEPT
    );
    assert_eq!(
        set_cookie_ex(url, "n=1; samesite=none", 0),
        COOKIE_STATE_ACCEPT
    );
    let got = |name, flags| get_cookie_ex(url, name, flags);
    assert_eq!(got(None, 0).as_deref(), Ok("s=1; l=1; n=1"));
    assert_eq!(got(Some(""), 0).as_deref(), Ok("s=1; l=1; n=1"));
    assert_eq!(got(None, http_only).as_deref(), Ok("h=1; s=1; l=1; n=1"));
    assert_eq!(got(Some("h"), 0), NONE);
    assert_eq!(
        got(Some("h"), INTERNET_COOKIE_NON_SCRIPT).as_deref(),
        Ok("h=1")
    );
    assert_eq!(got(Some("L"), 0), NONE);
    assert_eq!(got(Some("l"), 0).as_deref(), Ok("l=1"));
    let cross_site = INTERNET_COOKIE_SAME_SITE_LEVEL_CROSS_SITE;
    assert_eq!(got(None, cross_site).as_deref(), Ok("n=1"));
    // The name means nothing to InternetGetCookie.
    assert_eq!(get_cookie(url).as_deref(), Ok("s=1; l=1; n=1"));
    // Without the flag an HttpOnly cookie is neither replaced nor removed.
    for data in ["h=2", "h=; max-age=0"] {
        assert_eq!(set_cookie_ex(url, data, 0), COOKIE_STATE_REJECT);
        assert_eq!(set_cookie(url, None, data), DECLINED);
    }
    assert_eq!(
        set_cookie_ex(url, "h=; max-age=0", http_only),
        COOKIE_STATE_ACCEPT
    );
    assert_eq!(got(Some("h"), http_only), NONE);
}
