//! A NUL in the middle of what has a length, and hosts beyond ASCII.

use super::*;

/// The NUL ends the URL, whatever its length says; what is behind it is not looked at.
#[test]
fn embedded_nuls() {
    for (url, host, path) in [
        ("http://host/pa\0th?query", "host", "/pa"),
        ("http://host/\0http://other/", "host", "/"),
        ("http://ho\0st:99999/", "ho", ""),
    ] {
        let units = wide(url);
        let length = url.len() as u32;
        let mut parts = empty_a();
        (parts.dwHostNameLength, parts.dwUrlPathLength) = (1, 1);
        parts.dwExtraInfoLength = 1;
        // SAFETY: so many readable bytes.
        let cracked = unsafe { InternetCrackUrlA(url.as_ptr().cast(), length, 0, &mut parts) };
        check(cracked).expect("a URL");
        let lengths = [parts.dwHostNameLength, parts.dwUrlPathLength];
        assert_eq!(lengths, [host.len() as u32, path.len() as u32], "{url:?}");
        assert_eq!(parts.dwExtraInfoLength, 0);
        let mut parts = empty_w();
        (parts.dwHostNameLength, parts.dwUrlPathLength) = (1, 1);
        // SAFETY: so many readable units.
        let cracked = unsafe { InternetCrackUrlW(units.as_ptr(), length, 0, &mut parts) };
        check(cracked).expect("a URL");
        let lengths = [parts.dwHostNameLength, parts.dwUrlPathLength];
        assert_eq!(lengths, [host.len() as u32, path.len() as u32], "{url:?}");
    }
    // Nothing is left before it.
    let mut parts = empty_a();
    // SAFETY: so many readable bytes.
    let cracked = unsafe { InternetCrackUrlA(b"\0http://h/".as_ptr().cast(), 10, 0, &mut parts) };
    assert!(check(cracked).is_err());
}

/// They are sliced as they stand: Punycode is for the wire, and INTERNET_OPTION_IDN says so there.
#[test]
fn international_hosts() {
    for host in ["münchen.example", "例え.テスト", "xn--mnchen-3ya.example"] {
        let url = format!("https://{host}:8443/ä?ö");
        cracks(&url, HTTPS, 8443, ["https", host, "", "", "/ä", "?ö"]);
    }
}
