//! InternetGetCookie, InternetSetCookie and their Ex forms.

use super::guard::guard;
use super::inward::{read, string, write, write_string, CodeUnit, INVALID_PARAMETER};
use crate::abi::*;
use crate::wininet::cookies::{self, Query, Verdict};
use crate::wininet::{Error, Result};

/// Gives the cookies that a request to a URL would have, as a Cookie header has them. Those that a
/// server has marked HttpOnly are left out. No session is needed.
///
/// Parameters:
/// - lpszUrl: an http or https URL.
/// - lpszCookieName: not used, as on Windows.
/// - lpszCookieData: takes the text with a NUL; NULL asks for its size.
/// - lpdwSize: in: the size of the buffer in characters; out: that of the text in characters, NUL
///   counted; for NULL and for a buffer that is too small the size needed, in bytes.
///
/// Returns TRUE, for NULL too, or FALSE. Last errors: ERROR_NO_MORE_ITEMS if there are no cookies,
/// ERROR_INSUFFICIENT_BUFFER, ERROR_INVALID_PARAMETER for a NULL URL or size,
/// ERROR_INTERNET_UNRECOGNIZED_SCHEME, ERROR_INTERNET_INVALID_URL. Statuses: none. Threads: any; the
/// first call reads a file.
/// Source: wininet.h, InternetGetCookieA.
///
/// # Safety
/// Pointers are NULL or point to what they say.
#[no_mangle]
pub unsafe extern "C" fn InternetGetCookieA(
    lpszUrl: LPCSTR,
    lpszCookieName: LPCSTR,
    lpszCookieData: LPSTR,
    lpdwSize: LPDWORD,
) -> BOOL {
    let _ = lpszCookieName;
    let target = (lpszCookieData.cast::<u8>(), lpdwSize);
    // SAFETY: the same promise.
    guard(|| unsafe { get(lpszUrl.cast(), std::ptr::null(), target, 0) })
}

/// The W form of InternetGetCookieA. Source: wininet.h, InternetGetCookieW.
///
/// # Safety
/// As InternetGetCookieA.
#[no_mangle]
pub unsafe extern "C" fn InternetGetCookieW(
    lpszUrl: LPCWSTR,
    lpszCookieName: LPCWSTR,
    lpszCookieData: LPWSTR,
    lpdwSize: LPDWORD,
) -> BOOL {
    let _ = lpszCookieName;
    // SAFETY: the same promise.
    guard(|| unsafe { get(lpszUrl, std::ptr::null(), (lpszCookieData, lpdwSize), 0) })
}

/// Gives the cookies that a request to a URL would have, or one of them.
///
/// Parameters:
/// - lpszUrl: an http or https URL.
/// - lpszCookieName: the name of the cookie; NULL or "": all.
/// - lpszCookieData: takes "name=value" with a NUL, several joined by "; "; NULL asks for the size.
/// - lpdwSize: as for InternetGetCookieA.
/// - dwFlags: INTERNET_COOKIE_HTTPONLY or INTERNET_COOKIE_NON_SCRIPT: HttpOnly cookies too.
///   INTERNET_COOKIE_THIRD_PARTY: none that are for the first party alone.
///   INTERNET_COOKIE_SAME_SITE_LEVEL_CROSS_SITE: none with SameSite=Strict or Lax. Others mean
///   nothing here: there are no zones and no policies.
/// - lpReserved: not used.
///
/// Returns and last errors: as InternetGetCookieA. Statuses: none. Threads: any; the first call
/// reads a file.
/// Source: wininet.h, InternetGetCookieExA.
///
/// # Safety
/// As InternetGetCookieA.
#[no_mangle]
pub unsafe extern "C" fn InternetGetCookieExA(
    lpszUrl: LPCSTR,
    lpszCookieName: LPCSTR,
    lpszCookieData: LPSTR,
    lpdwSize: LPDWORD,
    dwFlags: DWORD,
    lpReserved: LPVOID,
) -> BOOL {
    let _ = lpReserved;
    let target = (lpszCookieData.cast::<u8>(), lpdwSize);
    // SAFETY: the same promise.
    guard(|| unsafe { get(lpszUrl.cast(), lpszCookieName.cast(), target, dwFlags) })
}

/// The W form of InternetGetCookieExA. Source: wininet.h, InternetGetCookieExW.
///
/// # Safety
/// As InternetGetCookieA.
#[no_mangle]
pub unsafe extern "C" fn InternetGetCookieExW(
    lpszUrl: LPCWSTR,
    lpszCookieName: LPCWSTR,
    lpszCookieData: LPWSTR,
    lpdwSize: LPDWORD,
    dwFlags: DWORD,
    lpReserved: LPVOID,
) -> BOOL {
    let _ = lpReserved;
    let target = (lpszCookieData, lpdwSize);
    // SAFETY: the same promise.
    guard(|| unsafe { get(lpszUrl, lpszCookieName, target, dwFlags) })
}

/// Sets a cookie, as if an answer from that URL had brought it. One that has an expiry date in the
/// future is on the disk when the function returns; one whose date is past is removed. No session is
/// needed.
///
/// Parameters:
/// - lpszUrl: an http or https URL.
/// - lpszCookieName: the name; NULL or "": lpszCookieData begins with it.
/// - lpszCookieData: the value and its attributes, as a Set-Cookie header has them: "value; path=/",
///   or "name=value; path=/".
///
/// Returns TRUE, or FALSE. Last errors: ERROR_INVALID_PARAMETER for a NULL URL or data, an empty or
/// too long (4096 bytes) cookie and for control characters, ERROR_HTTP_COOKIE_DECLINED for a cookie
/// that must not be set there (the domain of others or a public suffix; HttpOnly; a __Secure- or
/// __Host- name without what it promises), ERROR_INTERNET_UNRECOGNIZED_SCHEME,
/// ERROR_INTERNET_INVALID_URL. Statuses: none. Threads: any.
/// Source: wininet.h, InternetSetCookieA.
///
/// # Safety
/// Strings are NULL or end with a NUL.
#[no_mangle]
pub unsafe extern "C" fn InternetSetCookieA(
    lpszUrl: LPCSTR,
    lpszCookieName: LPCSTR,
    lpszCookieData: LPCSTR,
) -> BOOL {
    let (url, name, data) = (lpszUrl, lpszCookieName, lpszCookieData);
    // SAFETY: the same promise.
    guard(|| unsafe { set::<u8>(url.cast(), name.cast(), data.cast(), 0) }.and_then(or_declined))
}

/// The W form of InternetSetCookieA. Source: wininet.h, InternetSetCookieW.
///
/// # Safety
/// As InternetSetCookieA.
#[no_mangle]
pub unsafe extern "C" fn InternetSetCookieW(
    lpszUrl: LPCWSTR,
    lpszCookieName: LPCWSTR,
    lpszCookieData: LPCWSTR,
) -> BOOL {
    // SAFETY: the same promise.
    guard(|| unsafe { set(lpszUrl, lpszCookieName, lpszCookieData, 0) }.and_then(or_declined))
}

/// Sets a cookie, and says what became of it.
///
/// Parameters:
/// - lpszUrl, lpszCookieName, lpszCookieData: as for InternetSetCookieA.
/// - dwFlags: INTERNET_COOKIE_HTTPONLY or INTERNET_COOKIE_NON_SCRIPT: the cookie may be HttpOnly, and
///   may replace one that is. Others mean nothing here: there are no zones, policies and prompts.
/// - dwReserved: not used; P3P is gone.
///
/// Returns COOKIE_STATE_ACCEPT, COOKIE_STATE_DOWNGRADE (while INTERNET_SUPPRESS_COOKIE_PERSIST holds)
/// or COOKIE_STATE_REJECT for a cookie that must not be set there; or 0. Last errors: those of
/// InternetSetCookieA, but for ERROR_HTTP_COOKIE_DECLINED. Statuses: none. Threads: any.
/// Source: wininet.h, InternetSetCookieExA.
///
/// # Safety
/// As InternetSetCookieA.
#[no_mangle]
pub unsafe extern "C" fn InternetSetCookieExA(
    lpszUrl: LPCSTR,
    lpszCookieName: LPCSTR,
    lpszCookieData: LPCSTR,
    dwFlags: DWORD,
    dwReserved: DWORD_PTR,
) -> DWORD {
    let _ = dwReserved;
    let (url, name, data) = (lpszUrl, lpszCookieName, lpszCookieData);
    // SAFETY: the same promise.
    guard(|| unsafe { set::<u8>(url.cast(), name.cast(), data.cast(), dwFlags) }.map(state))
}

/// The W form of InternetSetCookieExA. Source: wininet.h, InternetSetCookieExW.
///
/// # Safety
/// As InternetSetCookieA.
#[no_mangle]
pub unsafe extern "C" fn InternetSetCookieExW(
    lpszUrl: LPCWSTR,
    lpszCookieName: LPCWSTR,
    lpszCookieData: LPCWSTR,
    dwFlags: DWORD,
    dwReserved: DWORD_PTR,
) -> DWORD {
    let _ = dwReserved;
    // SAFETY: the same promise.
    guard(|| unsafe { set(lpszUrl, lpszCookieName, lpszCookieData, dwFlags) }.map(state))
}

/// # Safety
/// The strings are NULL or end with a NUL; the buffer is NULL or has the size that the variable
/// holds.
unsafe fn get<U: CodeUnit>(
    url: *const U,
    name: *const U,
    (buffer, size): (*mut U, LPDWORD),
    flags: DWORD,
) -> Result<()> {
    // SAFETY: the caller's promise; there is room for the units and the NUL.
    unsafe {
        let url = string(url)?.ok_or(INVALID_PARAMETER)?;
        let name = string(name)?.filter(|name| !name.is_empty());
        let room = read(size)?;
        let found = cookies::get(&url, &query(name.as_deref(), flags))?;
        let units = U::encode(&cookies::join(&found));
        let count = units.len() + 1;
        if buffer.is_null() || (room as usize) < count {
            write(size, (count * size_of::<U>()) as DWORD)?;
            return match buffer.is_null() {
                true => Ok(()),
                false => Err(Error(ERROR_INSUFFICIENT_BUFFER)),
            };
        }
        write_string(buffer, &units);
        write(size, count as DWORD)
    }
}

/// # Safety
/// The strings are NULL or end with a NUL.
unsafe fn set<U: CodeUnit>(
    url: *const U,
    name: *const U,
    data: *const U,
    flags: DWORD,
) -> Result<Verdict> {
    // SAFETY: the caller's promise.
    let (url, name, data) = unsafe { (string(url)?, string(name)?, string(data)?) };
    let url = url.ok_or(INVALID_PARAMETER)?;
    let data = data.ok_or(INVALID_PARAMETER)?;
    cookies::set(&url, name.as_deref(), &data, may_be_http_only(flags))
}

/// The cookies that flags ask for.
pub(super) fn query(name: Option<&[u8]>, flags: DWORD) -> Query<'_> {
    Query {
        name,
        http_only: may_be_http_only(flags),
        third_party: flags & INTERNET_COOKIE_THIRD_PARTY != 0,
        cross_site: flags & INTERNET_COOKIE_SAME_SITE_LEVEL_CROSS_SITE != 0,
    }
}

/// Whether flags let the program have HttpOnly cookies.
pub(super) fn may_be_http_only(flags: DWORD) -> bool {
    flags & (INTERNET_COOKIE_HTTPONLY | INTERNET_COOKIE_NON_SCRIPT) != 0
}

/// The COOKIE_STATE_ value of a verdict.
pub(super) fn state(verdict: Verdict) -> DWORD {
    match verdict {
        Verdict::Accepted => COOKIE_STATE_ACCEPT,
        Verdict::Downgraded => COOKIE_STATE_DOWNGRADE,
        Verdict::Rejected => COOKIE_STATE_REJECT,
    }
}

fn or_declined(verdict: Verdict) -> Result<()> {
    match verdict {
        Verdict::Rejected => Err(Error(ERROR_HTTP_COOKIE_DECLINED)),
        _ => Ok(()),
    }
}
