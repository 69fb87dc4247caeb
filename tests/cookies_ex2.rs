//! InternetGetCookieEx2, InternetSetCookieEx2, InternetFreeCookies: cookies in parts.

#![allow(unsafe_code)]

mod support;

use std::ptr::{null, null_mut};

use support::cookies::{data_directory, get_cookie, set_cookie};
use support::every::wide;
use support::*;
use wininet::abi::*;
use wininet::ffi::*;

/// A cookie taken apart: name, value, domain, path, flags, and the expiry date.
type Taken = (String, String, String, String, u32, Option<u64>);

/// InternetGetCookieEx2, copied and freed.
fn get(url: &str, name: Option<&str>, flags: u32) -> Result<Vec<Taken>> {
    let (url, name) = (wide(url), name.map(wide));
    let name = name.as_ref().map_or(null(), |it| it.as_ptr());
    let (mut cookies, mut count) = (1 as PINTERNET_COOKIE2, 55);
    // SAFETY: strings with their NULs, or NULL; writable variables.
    let code = unsafe { InternetGetCookieEx2(url.as_ptr(), name, flags, &mut cookies, &mut count) };
    assert_eq!(code, last_error());
    if code != ERROR_SUCCESS {
        assert_eq!((cookies.is_null(), count), (true, 0));
        return Err(code);
    }
    // SAFETY: so many cookies are there, whose strings end with a NUL.
    let taken = unsafe {
        let all = std::slice::from_raw_parts(cookies, count as usize);
        all.iter().map(|it| take(it)).collect()
    };
    // SAFETY: nobody looks into them any more.
    unsafe {
        InternetFreeCookies(cookies, count);
        // A second time does nothing.
        InternetFreeCookies(cookies, count);
    }
    Ok(taken)
}

/// # Safety
/// The strings end with a NUL.
unsafe fn take(cookie: &INTERNET_COOKIE2) -> Taken {
    let text = |text: LPWSTR| {
        // SAFETY: no unit behind the NUL is read.
        let units = (0..)
            .map(|at| unsafe { *text.add(at) })
            .take_while(|&unit| unit != 0);
        units
            .filter_map(|unit| char::from_u32(unit as u32))
            .collect()
    };
    let FILETIME {
        dwLowDateTime: low,
        dwHighDateTime: high,
    } = cookie.ftExpires;
    let expires = u64::from(high) << 32 | u64::from(low);
    (
        text(cookie.pwszName),
        text(cookie.pwszValue),
        text(cookie.pwszDomain),
        text(cookie.pwszPath),
        cookie.dwFlags,
        (cookie.fExpiresSet != FALSE).then_some(expires),
    )
}

/// InternetSetCookieEx2: the result and the state.
fn set(
    url: &str,
    parts: [Option<&str>; 4],
    expires: Option<u64>,
    cookie_flags: u32,
    flags: u32,
) -> (u32, u32) {
    let mut parts = parts.map(|it| it.map(wide));
    let pointer =
        |text: &mut Option<Vec<WCHAR>>| text.as_mut().map_or(null_mut(), |it| it.as_mut_ptr());
    let [name, value, domain, path] = &mut parts;
    let time = expires.unwrap_or(0);
    let cookie = INTERNET_COOKIE2 {
        pwszName: pointer(name),
        pwszValue: pointer(value),
        pwszDomain: pointer(domain),
        pwszPath: pointer(path),
        dwFlags: cookie_flags,
        ftExpires: FILETIME {
            dwLowDateTime: time as u32,
            dwHighDateTime: (time >> 32) as u32,
        },
        fExpiresSet: expires.is_some().into(),
    };
    let (url, mut state) = (wide(url), 55);
    // SAFETY: strings with their NULs, or NULL; a writable variable.
    let code = unsafe { InternetSetCookieEx2(url.as_ptr(), &cookie, null(), flags, &mut state) };
    assert_eq!(code, last_error());
    (code, state)
}

/// 2040-01-01 00:00:00 as a FILETIME.
const IN_2040: u64 = 138_534_624_000_000_000;

#[test]
fn parts_are_kept() {
    data_directory("cookies_ex2");
    let url = "https://www.parts.test/dir/x";
    let accepted = (ERROR_SUCCESS, COOKIE_STATE_ACCEPT);
    let parts = [
        Some("a"),
        Some("\u{20ac}"),
        Some(".parts.test"),
        Some("/dir"),
    ];
    let flags = INTERNET_COOKIE_IS_SECURE | INTERNET_COOKIE_SAME_SITE_STRICT;
    assert_eq!(set(url, parts, Some(IN_2040), flags, 0), accepted);
    assert_eq!(
        set(url, [Some("b"), None, None, None], None, 0, 0),
        accepted
    );
    set_cookie(
        url,
        None,
        "c=3; path=/; expires=Sun, 01-Jan-2040 00:00:00 GMT; samesite=lax",
    )
    .expect("set");
    let applied = INTERNET_COOKIE_HOST_ONLY_APPLIED;
    let of_host = applied | INTERNET_COOKIE_HOST_ONLY;
    let own = |text: &str| text.to_owned();
    let expected: [Taken; 3] = [
        (
            own("a"),
            own("\u{20ac}"),
            own("parts.test"),
            own("/dir"),
            flags | applied,
            Some(IN_2040),
        ),
        (
            own("b"),
            own(""),
            own("www.parts.test"),
            own("/dir"),
            of_host | INTERNET_COOKIE_IS_SESSION,
            None,
        ),
        (
            own("c"),
            own("3"),
            own("www.parts.test"),
            own("/"),
            of_host | INTERNET_COOKIE_SAME_SITE_LAX,
            Some(IN_2040),
        ),
    ];
    let got = get(url, None, 0).expect("cookies");
    assert_eq!(
        got.iter().map(|it| it.0.as_str()).collect::<String>(),
        "abc"
    );
    for (got, expected) in got.iter().zip(&expected) {
        let (mut got, mut wanted) = (got.clone(), expected.clone());
        // The date of a session cookie means nothing.
        (got.5, wanted.5) = (got.5.filter(|_| wanted.5.is_some()), wanted.5);
        assert_eq!(got, wanted);
    }
    assert_eq!(get(url, Some("b"), 0).map(|it| it.len()), Ok(1));
    assert_eq!(
        get("http://www.parts.test/", None, 0).map(|it| it.len()),
        Ok(1)
    );
    // What was got can be set again as it is.
    for (name, value, domain, path, flags, expires) in &got {
        let parts = [name, value, domain, path].map(|it| Some(it.as_str()));
        assert_eq!(set(url, parts, *expires, *flags, 0), accepted, "{name}");
    }
    assert_eq!(get(url, None, 0), Ok(got));
}

#[test]
fn what_is_refused() {
    data_directory("cookies_ex2");
    let url = "http://refused.co.uk/";
    let invalid = (ERROR_INVALID_PARAMETER, COOKIE_STATE_UNKNOWN);
    let rejected = (ERROR_SUCCESS, COOKIE_STATE_REJECT);
    let a = Some("a");
    for parts in [
        [None, None, None, None],
        [Some(""), Some(""), None, None],
        [Some("a=b"), a, None, None],
        [a, Some("b; c"), None, None],
        [a, Some("b\r\nX: y"), None, None],
        [Some("a\n"), a, None, None],
        [a, a, Some("refused.co.uk;"), None],
        [a, a, None, Some("/\n")],
        [a, a, None, Some("relative")],
    ] {
        assert_eq!(set(url, parts, None, 0, 0), invalid, "{parts:?}");
    }
    for domain in ["co.uk", "other.co.uk", "www.refused.co.uk"] {
        assert_eq!(
            set(url, [a, a, Some(domain), None], None, 0, 0),
            rejected,
            "{domain}"
        );
    }
    let host_only = INTERNET_COOKIE_HOST_ONLY;
    let parts = [a, a, Some("refused.co.uk"), None];
    assert_eq!(
        set("http://www.refused.co.uk/", parts, None, host_only, 0),
        rejected
    );
    let http_only = INTERNET_COOKIE_HTTPONLY;
    assert_eq!(set(url, [a, a, None, None], None, http_only, 0), rejected);
    assert_eq!(get(url, None, http_only), Err(ERROR_NO_MORE_ITEMS));
    let non_script = INTERNET_COOKIE_NON_SCRIPT;
    let accepted = (ERROR_SUCCESS, COOKIE_STATE_ACCEPT);
    assert_eq!(
        set(url, [a, a, None, None], None, http_only, non_script),
        accepted
    );
    assert_eq!(get(url, None, 0), Err(ERROR_NO_MORE_ITEMS));
    assert_eq!(get(url, None, http_only).map(|it| it.len()), Ok(1));
    let restricted = INTERNET_COOKIE_IS_RESTRICTED;
    assert_eq!(
        set(url, [Some("r"), a, None, None], None, restricted, 0),
        accepted
    );
    assert_eq!(
        get(url, None, INTERNET_COOKIE_THIRD_PARTY),
        Err(ERROR_NO_MORE_ITEMS)
    );
    assert_eq!(get_cookie(url).as_deref(), Ok("r=a"));
}

#[test]
fn null_pointers() {
    data_directory("cookies_ex2");
    let url = wide("http://nulls.test/");
    let (mut cookies, mut count, mut state) = (null_mut(), 0, 0);
    let invalid = ERROR_INVALID_PARAMETER;
    // SAFETY: NULL, strings with their NULs, writable variables.
    unsafe {
        assert_eq!(
            InternetGetCookieEx2(null(), null(), 0, &mut cookies, &mut count),
            invalid
        );
        assert_eq!(
            InternetGetCookieEx2(url.as_ptr(), null(), 0, null_mut(), &mut count),
            invalid
        );
        assert_eq!(
            InternetGetCookieEx2(url.as_ptr(), null(), 0, &mut cookies, null_mut()),
            invalid
        );
        assert_eq!(
            InternetSetCookieEx2(url.as_ptr(), null(), null(), 0, &mut state),
            invalid
        );
        InternetFreeCookies(null_mut(), 0);
        InternetFreeCookies(0x1234 as PINTERNET_COOKIE2, 5);
    }
    assert_eq!(last_error(), 0);
    let cookie = |state: LPDWORD| {
        let mut name = wide("a");
        let cookie = INTERNET_COOKIE2 {
            pwszName: name.as_mut_ptr(),
            pwszValue: null_mut(),
            pwszDomain: null_mut(),
            pwszPath: null_mut(),
            dwFlags: 0,
            ftExpires: FILETIME::default(),
            fExpiresSet: FALSE,
        };
        // SAFETY: as above.
        unsafe { InternetSetCookieEx2(url.as_ptr(), &cookie, null(), 0, state) }
    };
    assert_eq!(cookie(null_mut()), invalid);
    assert_eq!(cookie(&mut state), ERROR_SUCCESS);
    assert_eq!(
        get("nonsense:", None, 0),
        Err(ERROR_INTERNET_UNRECOGNIZED_SCHEME)
    );
}
