//! Cookies: whatever a host says, no other host is told of it, nor http of what is for https.

use std::ffi::CString;
use std::ptr::{null, null_mut};
use std::sync::Once;

use wininet::abi::*;
use wininet::ffi::*;

use super::{c_string, parts};
use crate::http::cookie::{parse_date, SetCookie};

/// Who sets, and who is to hear nothing of it.
const HOSTS: [(&str, &[&str]); 6] = [
    (
        "www.shop.example.co.uk",
        &[
            "co.uk",
            "uk",
            "other.co.uk",
            "notexample.co.uk",
            "example.co.uk.evil.test",
            "example.com",
        ],
    ),
    (
        "example.com",
        &[
            "com",
            "evil.com",
            "notexample.com",
            "example.com.evil.test",
            "example.org",
        ],
    ),
    (
        "192.0.2.7",
        &["0.2.7", "192.0.2.8", "1.192.0.2.7", "2.7", "7"],
    ),
    ("single", &["other", "single.test", "sub.single"]),
    ("me.github.io", &["github.io", "you.github.io", "io"]),
    (
        "xn--bcher-kva.example.net",
        &["bucher.example.org", "net", "example.net.org"],
    ),
];

/// A number for the host, and what follows Set-Cookie.
pub fn run(data: &[u8]) {
    let [host, text] = parts(data);
    let (host, others) = HOSTS[usize::from(host.first().copied().unwrap_or(0)) % HOSTS.len()];
    let _ = parse_date(text);
    memory_alone();
    let text = c_string(text);
    let is_taken = set(&format!("https://{host}/a/b"), &text);
    for other in others {
        let told = cookies(&format!("https://{other}/a/b"));
        assert_eq!(told, None, "{text:?} of {host} to {other}");
    }
    let parsed = SetCookie::parse(text.as_bytes(), 0);
    assert!(!is_taken || parsed.is_ok(), "{text:?}");
    if parsed.is_ok_and(|it| it.secure) {
        let told = cookies(&format!("http://{host}/a/b"));
        assert_eq!(told, None, "{text:?} in the clear");
    }
    let told = cookies(&format!("https://{host}/a/b"));
    let is_bad = |byte: &u8| byte.is_ascii_control() && *byte != b'\t';
    assert!(is_taken || told.is_none(), "{text:?} was refused");
    assert!(!told.is_some_and(|it| it.iter().any(is_bad)), "{text:?}");
    // SAFETY: this option has no value.
    unsafe {
        InternetSetOptionA(
            null_mut(),
            INTERNET_OPTION_END_BROWSER_SESSION,
            null_mut(),
            0,
        )
    };
    let left = cookies(&format!("https://{host}/a/b"));
    assert_eq!(left, None, "{text:?} is left over");
}

/// Cookies stay in the memory of this process, and none is there from before.
fn memory_alone() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let nowhere = std::env::temp_dir().join(format!("no-cookies-{}", std::process::id()));
        std::env::set_var("XDG_DATA_HOME", nowhere);
        let mut behaviour = INTERNET_SUPPRESS_COOKIE_PERSIST;
        let (data, option) = (&raw mut behaviour, INTERNET_OPTION_SUPPRESS_BEHAVIOR);
        // SAFETY: four readable bytes.
        let set = unsafe { InternetSetOptionA(null_mut(), option, data.cast(), 4) };
        assert_ne!(set, FALSE, "cookies without a disk");
    });
}

/// Whether a cookie was taken.
fn set(url: &str, text: &CString) -> bool {
    let (url, flags) = (c_string(url.as_bytes()), INTERNET_COOKIE_HTTPONLY);
    // SAFETY: C strings; the name is in the text.
    let state = unsafe { InternetSetCookieExA(url.as_ptr(), null(), text.as_ptr(), flags, 0) };
    state == COOKIE_STATE_ACCEPT || state == COOKIE_STATE_DOWNGRADE
}

/// All cookies that a request would have, in a buffer that just fits.
fn cookies(url: &str) -> Option<Vec<u8>> {
    let url = c_string(url.as_bytes());
    let get = |buffer: LPSTR, size: &mut u32| {
        let (name, flags) = (null(), INTERNET_COOKIE_HTTPONLY);
        // SAFETY: a C string; a buffer of the size given, or NULL, which asks for the size.
        unsafe { InternetGetCookieExA(url.as_ptr(), name, buffer, size, flags, null_mut()) }
    };
    let mut size = 0;
    if get(null_mut(), &mut size) == FALSE {
        return None;
    }
    let mut text = vec![0_u8; size as usize];
    let done = get(text.as_mut_ptr().cast(), &mut size);
    assert_ne!((done, text.pop()), (FALSE, Some(0)), "just enough");
    Some(text)
}
