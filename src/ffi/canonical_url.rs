//! InternetCanonicalizeUrl and InternetCombineUrl.

use super::guard::guard;
use super::inward::{read, string, write, write_string, CodeUnit, INVALID_PARAMETER};
use crate::abi::*;
use crate::wininet::url::{canonicalize, combine};
use crate::wininet::{Error, Result};

/// Gives the canonical form of a URL: no white space around it, slashes for backslashes, scheme and
/// host in lower case, "/" for an empty path, no "." and ".." segments, unsafe characters encoded.
///
/// Unsafe in the path are control characters, space, what is not ASCII (as UTF-8), and any of
/// "<>'[]{}|\^` and the double quote. What follows "?" or "#" is left as it is, as if
/// ICU_BROWSER_MODE were always set. A path that begins with "." or ".." keeps all of them. Names of
/// Windows files (C:\directory, \\server\share) become file URLs. Schemes that are not known are
/// taken as they come, also text that has none.
///
/// Parameters:
/// - lpszUrl: the URL.
/// - lpszBuffer: takes the canonical form with its NUL; NULL asks for the size. It may be lpszUrl.
/// - lpdwBufferLength: in: the size of lpszBuffer in characters; out: the length in characters,
///   without the NUL; after ERROR_INSUFFICIENT_BUFFER the size needed in bytes, NUL counted.
/// - dwFlags: 0 or ICU_ values. ICU_DECODE: decode first, but for %00, %23 and %3F. ICU_NO_ENCODE:
///   encode nothing. ICU_ENCODE_SPACES_ONLY: nothing but spaces, and nothing at all in URLs without
///   slashes behind their scheme. ICU_ENCODE_PERCENT: percent signs too. ICU_NO_META: keep "." and
///   "..". ICU_BROWSER_MODE, ICU_ESCAPE, ICU_USERNAME: nothing changes.
///
/// Returns TRUE, or FALSE. Last errors: ERROR_INVALID_PARAMETER for NULL, an unknown flag or a W
/// string that is not Unicode, ERROR_INTERNET_INVALID_URL for an empty one,
/// ERROR_INSUFFICIENT_BUFFER. Statuses: none. Threads: any.
/// Source: wininet.h, InternetCanonicalizeUrlA.
///
/// # Safety
/// Pointers are NULL or point to what they say.
#[no_mangle]
pub unsafe extern "C" fn InternetCanonicalizeUrlA(
    lpszUrl: LPCSTR,
    lpszBuffer: LPSTR,
    lpdwBufferLength: LPDWORD,
    dwFlags: DWORD,
) -> BOOL {
    let target = (lpszBuffer.cast::<u8>(), lpdwBufferLength);
    // SAFETY: the same promise.
    guard(|| unsafe { canonicalize_into(lpszUrl.cast(), target, dwFlags) })
}

/// The W form of InternetCanonicalizeUrlA. Source: wininet.h, InternetCanonicalizeUrlW.
///
/// # Safety
/// As InternetCanonicalizeUrlA.
#[no_mangle]
pub unsafe extern "C" fn InternetCanonicalizeUrlW(
    lpszUrl: LPCWSTR,
    lpszBuffer: LPWSTR,
    lpdwBufferLength: LPDWORD,
    dwFlags: DWORD,
) -> BOOL {
    let target = (lpszBuffer, lpdwBufferLength);
    // SAFETY: the same promise.
    guard(|| unsafe { canonicalize_into(lpszUrl, target, dwFlags) })
}

unsafe fn canonicalize_into<U: CodeUnit>(
    url: *const U,
    target: (*mut U, LPDWORD),
    flags: DWORD,
) -> Result<()> {
    // SAFETY: the caller's promise.
    unsafe {
        read(target.1)?;
        let url = string(url)?.ok_or(INVALID_PARAMETER)?;
        give_url(target, &canonicalize(&url, flags)?)
    }
}

/// Gives where a URL leads to that is relative to another (RFC 3986, 5.2), in canonical form as
/// InternetCanonicalizeUrlA makes it.
///
/// Parameters:
/// - lpszBaseUrl: the URL of the document.
/// - lpszRelativeUrl: what was found there; a whole URL is taken as it is.
/// - lpszBuffer: takes the URL with its NUL; NULL asks for the size. It may be one of the others.
/// - lpdwBufferLength: in: the size of lpszBuffer in characters; out: the length in characters,
///   without the NUL; after ERROR_INSUFFICIENT_BUFFER the size needed in bytes, NUL counted.
/// - dwFlags: those of InternetCanonicalizeUrlA.
///
/// Returns TRUE, or FALSE. Last errors: ERROR_INVALID_PARAMETER for NULL, an unknown flag or a W
/// string that is not Unicode, ERROR_BAD_PATHNAME for a base to which nothing is relative (it has no
/// scheme, or no slashes behind it), ERROR_INSUFFICIENT_BUFFER. Statuses: none. Threads: any.
/// Source: wininet.h, InternetCombineUrlA.
///
/// # Safety
/// Pointers are NULL or point to what they say.
#[no_mangle]
pub unsafe extern "C" fn InternetCombineUrlA(
    lpszBaseUrl: LPCSTR,
    lpszRelativeUrl: LPCSTR,
    lpszBuffer: LPSTR,
    lpdwBufferLength: LPDWORD,
    dwFlags: DWORD,
) -> BOOL {
    let urls = (lpszBaseUrl.cast::<u8>(), lpszRelativeUrl.cast::<u8>());
    let target = (lpszBuffer.cast::<u8>(), lpdwBufferLength);
    // SAFETY: the same promise.
    guard(|| unsafe { combine_into(urls, target, dwFlags) })
}

/// The W form of InternetCombineUrlA. Source: wininet.h, InternetCombineUrlW.
///
/// # Safety
/// As InternetCombineUrlA.
#[no_mangle]
pub unsafe extern "C" fn InternetCombineUrlW(
    lpszBaseUrl: LPCWSTR,
    lpszRelativeUrl: LPCWSTR,
    lpszBuffer: LPWSTR,
    lpdwBufferLength: LPDWORD,
    dwFlags: DWORD,
) -> BOOL {
    let urls = (lpszBaseUrl, lpszRelativeUrl);
    let target = (lpszBuffer, lpdwBufferLength);
    // SAFETY: the same promise.
    guard(|| unsafe { combine_into(urls, target, dwFlags) })
}

unsafe fn combine_into<U: CodeUnit>(
    (base, relative): (*const U, *const U),
    target: (*mut U, LPDWORD),
    flags: DWORD,
) -> Result<()> {
    // SAFETY: the caller's promise.
    unsafe {
        read(target.1)?;
        let base = string(base)?.ok_or(INVALID_PARAMETER)?;
        let relative = string(relative)?.ok_or(INVALID_PARAMETER)?;
        give_url(target, &combine(&base, &relative, flags)?)
    }
}

/// Puts a URL where the program wants it. Its room and length are in characters; the size that is
/// needed is told in bytes.
///
/// # Safety
/// `buffer` is NULL or has the size that the variable holds.
pub unsafe fn give_url<U: CodeUnit>((buffer, length): (*mut U, LPDWORD), url: &[u8]) -> Result<()> {
    let units = U::encode(url);
    // SAFETY: the caller's promise; there is room for the units and the NUL.
    unsafe {
        if buffer.is_null() || read(length)? as usize <= units.len() {
            write(length, ((units.len() + 1) * size_of::<U>()) as DWORD)?;
            return Err(Error(ERROR_INSUFFICIENT_BUFFER));
        }
        write_string(buffer, &units);
        write(length, units.len() as DWORD)
    }
}
