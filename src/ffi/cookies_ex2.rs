//! InternetGetCookieEx2, InternetSetCookieEx2, InternetFreeCookies: cookies in parts.

use std::collections::HashMap;
use std::sync::LazyLock;

use parking_lot::Mutex;

use super::cookies::{may_be_http_only, query, state};
use super::guard::{guard, guard_code};
use super::inward::{read, string, write, CodeUnit, INVALID_PARAMETER};
use crate::abi::*;
use crate::wininet::cookies::{self, Cookie, Parts};
use crate::wininet::Result;

/// Gives the cookies that a request to a URL would have, in parts.
///
/// Parameters:
/// - pcwszUrl: an http or https URL.
/// - pcwszCookieName: the name of the cookies; NULL or "": all.
/// - dwFlags: as for InternetGetCookieExA.
/// - ppCookies: takes a pointer to the cookies, to be freed with InternetFreeCookies. No string in
///   them is NULL; the domain of a cookie of INTERNET_COOKIE_HOST_ONLY is its host.
/// - pdwCookieCount: takes their number.
///
/// Returns ERROR_SUCCESS, or ERROR_NO_MORE_ITEMS with NULL and 0 if there are none,
/// ERROR_INVALID_PARAMETER for another NULL, ERROR_INTERNET_UNRECOGNIZED_SCHEME,
/// ERROR_INTERNET_INVALID_URL. The last error is the same. Statuses: none. Threads: any; the first
/// call reads a file.
/// Source: wininet.h, InternetGetCookieEx2.
///
/// # Safety
/// Pointers are NULL or point to what they say.
#[no_mangle]
pub unsafe extern "C" fn InternetGetCookieEx2(
    pcwszUrl: LPCWSTR,
    pcwszCookieName: LPCWSTR,
    dwFlags: DWORD,
    ppCookies: *mut PINTERNET_COOKIE2,
    pdwCookieCount: LPDWORD,
) -> DWORD {
    let target = (ppCookies, pdwCookieCount);
    // SAFETY: the same promise.
    guard_code(|| unsafe { get(pcwszUrl, pcwszCookieName, dwFlags, target) })
}

/// Sets a cookie by its parts. One with an expiry date in the future is on the disk when the function
/// returns.
///
/// Parameters:
/// - pcwszUrl: an http or https URL.
/// - pCookie: the cookie. Strings may be NULL, but for name and value both. dwFlags:
///   INTERNET_COOKIE_IS_SECURE, _IS_SESSION, _IS_RESTRICTED, _HTTPONLY, _HOST_ONLY,
///   _SAME_SITE_STRICT, _SAME_SITE_LAX. Without a domain it is for the host of the URL alone.
/// - pcwszP3PPolicy: not used; P3P is gone.
/// - dwFlags: as for InternetSetCookieExA.
/// - pdwCookieState: takes what became of it: COOKIE_STATE_ACCEPT, COOKIE_STATE_DOWNGRADE or
///   COOKIE_STATE_REJECT.
///
/// Returns ERROR_SUCCESS, for a cookie that is rejected too, or ERROR_INVALID_PARAMETER for another
/// NULL, an empty or too long (4096 bytes) cookie and for characters that cannot be in one,
/// ERROR_INTERNET_UNRECOGNIZED_SCHEME, ERROR_INTERNET_INVALID_URL. The last error is the same.
/// Statuses: none. Threads: any.
/// Source: wininet.h, InternetSetCookieEx2.
///
/// # Safety
/// Pointers are NULL or point to what they say, those in the struct too.
#[no_mangle]
pub unsafe extern "C" fn InternetSetCookieEx2(
    pcwszUrl: LPCWSTR,
    pCookie: *const INTERNET_COOKIE2,
    pcwszP3PPolicy: LPCWSTR,
    dwFlags: DWORD,
    pdwCookieState: LPDWORD,
) -> DWORD {
    let _ = pcwszP3PPolicy;
    // SAFETY: the same promise.
    guard_code(|| unsafe { set(pcwszUrl, pCookie, dwFlags, pdwCookieState) })
}

/// Frees cookies of InternetGetCookieEx2. A pointer that did not come from there, or that was freed
/// already, is passed over.
///
/// Parameters:
/// - pCookies: the pointer, or NULL.
/// - dwCookieCount: not used: the library knows.
///
/// Statuses: none. Threads: any.
/// Source: wininet.h, InternetFreeCookies.
///
/// # Safety
/// Nobody looks into these cookies any more.
#[no_mangle]
pub unsafe extern "C" fn InternetFreeCookies(pCookies: PINTERNET_COOKIE2, dwCookieCount: DWORD) {
    let _ = dwCookieCount;
    guard(|| {
        let lent = LENT.lock().remove(&(pCookies as usize));
        drop(lent);
        Ok(())
    });
}

/// What programs have and are to give back, by its address.
static LENT: LazyLock<Mutex<HashMap<usize, Lent>>> = LazyLock::new(Mutex::default);

/// Cookies that a program looks into.
struct Lent {
    cookies: Vec<INTERNET_COOKIE2>,
    /// What the cookies point to. A vector's units stay where they are when it is moved.
    strings: Vec<Vec<WCHAR>>,
}

// SAFETY: the pointers are to its own strings, which nobody changes while it is lent.
unsafe impl Send for Lent {}

impl Lent {
    fn new(cookies: &[Cookie]) -> Self {
        let mut lent = Self {
            cookies: Vec::new(),
            strings: Vec::with_capacity(cookies.len() * 4),
        };
        lent.cookies = cookies.iter().map(|cookie| lent.lend(cookie)).collect();
        lent
    }

    fn lend(&mut self, cookie: &Cookie) -> INTERNET_COOKIE2 {
        let session = match cookie.expires {
            Some(_) => 0,
            None => INTERNET_COOKIE_IS_SESSION,
        };
        INTERNET_COOKIE2 {
            pwszName: self.text(&cookie.name),
            pwszValue: self.text(&cookie.value),
            pwszDomain: self.text(cookie.domain.as_bytes()),
            pwszPath: self.text(&cookie.path),
            dwFlags: cookie.flags | session | INTERNET_COOKIE_HOST_ONLY_APPLIED,
            ftExpires: filetime(cookie.expires.unwrap_or(0)),
            fExpiresSet: cookie.expires.is_some().into(),
        }
    }

    fn text(&mut self, text: &[u8]) -> LPWSTR {
        let mut units = WCHAR::encode(text);
        units.push(WCHAR::NUL);
        let address = units.as_mut_ptr();
        self.strings.push(units);
        address
    }
}

/// # Safety
/// The strings are NULL or end with a NUL; the other pointers are NULL or writable.
unsafe fn get(
    url: LPCWSTR,
    name: LPCWSTR,
    flags: DWORD,
    (cookies, count): (*mut PINTERNET_COOKIE2, LPDWORD),
) -> Result<()> {
    // SAFETY: the caller's promise.
    unsafe {
        write(cookies, std::ptr::null_mut())?;
        write(count, 0)?;
        let url = string(url)?.ok_or(INVALID_PARAMETER)?;
        let name = string(name)?.filter(|name| !name.is_empty());
        let found = cookies::get(&url, &query(name.as_deref(), flags))?;
        let mut lent = Lent::new(&found);
        let address = lent.cookies.as_mut_ptr();
        write(count, lent.cookies.len() as DWORD)?;
        LENT.lock().insert(address as usize, lent);
        write(cookies, address)
    }
}

/// # Safety
/// The URL is NULL or ends with a NUL, as do the strings in the cookie; the other pointers are NULL
/// or point to what they say.
unsafe fn set(
    url: LPCWSTR,
    cookie: *const INTERNET_COOKIE2,
    flags: DWORD,
    verdict: LPDWORD,
) -> Result<()> {
    // SAFETY: the caller's promise.
    unsafe {
        write(verdict, COOKIE_STATE_UNKNOWN)?;
        let url = string(url)?.ok_or(INVALID_PARAMETER)?;
        let cookie = read(cookie)?;
        let text = |text: LPWSTR| string(text.cast_const()).map(Option::unwrap_or_default);
        let parts = Parts {
            name: text(cookie.pwszName)?,
            value: text(cookie.pwszValue)?,
            domain: text(cookie.pwszDomain)?,
            path: text(cookie.pwszPath)?,
            expires: (cookie.fExpiresSet != FALSE).then(|| seconds(cookie.ftExpires)),
            flags: cookie.dwFlags,
        };
        let made = cookies::set_parts(&url, &parts, may_be_http_only(flags))?;
        write(verdict, state(made))
    }
}

/// Ticks of a FILETIME in a second, and the seconds from its beginning, 1601, to 1970.
const TICKS: i64 = 10_000_000;
const TO_1970: i64 = 11_644_473_600;

fn filetime(seconds: i64) -> FILETIME {
    let ticks = seconds.saturating_add(TO_1970).max(0).saturating_mul(TICKS) as u64;
    FILETIME {
        dwLowDateTime: ticks as DWORD,
        dwHighDateTime: (ticks >> 32) as DWORD,
    }
}

fn seconds(time: FILETIME) -> i64 {
    let ticks = u64::from(time.dwHighDateTime) << 32 | u64::from(time.dwLowDateTime);
    (ticks / TICKS as u64) as i64 - TO_1970
}
