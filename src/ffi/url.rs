//! InternetCrackUrl and InternetCreateUrl.

use std::ops::Range;

use super::canonical_url::give_url;
use super::guard::guard;
use super::inward::{
    length, length_within, read, units, write_string, CodeUnit, INVALID_PARAMETER,
};
use crate::abi::*;
use crate::wininet::url::{crack, create, unescape, Given, Parts};
use crate::wininet::{Error, Result};

/// Takes a URL apart.
///
/// Parameters:
/// - lpszUrl: the URL.
/// - dwUrlLength: its length in characters, or 0 if it ends with a NUL. A NUL before ends it too.
/// - dwFlags: 0, or ICU_DECODE, ICU_ESCAPE: either decodes percent-encoded characters in copies.
/// - lpUrlComponents: dwStructSize must be right; nScheme and nPort are set, the port to the
///   scheme's default if the URL has none. Lengths are in characters. For each part: a NULL pointer
///   with a length of 0 is not wanted; a NULL pointer with another length becomes a pointer into
///   lpszUrl, with the part's length, or stays NULL with 0 for a part that the URL does not have (a
///   part that is missing at the end of the URL points there); a pointer to a buffer gets a copy
///   with a NUL, and the length becomes the copy's without it. The path has the query and fragment
///   too if lpszExtraInfo is not wanted. That of a file with a drive letter begins there, and its
///   copy has backslashes, as the copy of a path that a server shares has.
///
/// Returns TRUE, or FALSE. Last errors: ERROR_INVALID_PARAMETER for NULL, "", an unknown flag, a
/// wrong dwStructSize, or a flag without a buffer for each part that is wanted,
/// ERROR_INTERNET_UNRECOGNIZED_SCHEME, ERROR_INTERNET_INVALID_URL, ERROR_INSUFFICIENT_BUFFER with
/// the lengths needed, NULs counted.
/// Statuses: none. Threads: any.
/// Source: wininet.h, InternetCrackUrlA.
///
/// # Safety
/// Pointers are NULL or point to what they say.
#[no_mangle]
pub unsafe extern "C" fn InternetCrackUrlA(
    lpszUrl: LPCSTR,
    dwUrlLength: DWORD,
    dwFlags: DWORD,
    lpUrlComponents: LPURL_COMPONENTSA,
) -> BOOL {
    let url = lpszUrl.cast::<u8>();
    // SAFETY: the same promise.
    guard(|| unsafe { crack_into(url, dwUrlLength, dwFlags, lpUrlComponents.cast()) })
}

/// The W form of InternetCrackUrlA. Source: wininet.h, InternetCrackUrlW.
///
/// # Safety
/// As InternetCrackUrlA.
#[no_mangle]
pub unsafe extern "C" fn InternetCrackUrlW(
    lpszUrl: LPCWSTR,
    dwUrlLength: DWORD,
    dwFlags: DWORD,
    lpUrlComponents: LPURL_COMPONENTSW,
) -> BOOL {
    // SAFETY: the same promise; the two structs differ in the types of their strings alone.
    guard(|| unsafe { crack_into(lpszUrl, dwUrlLength, dwFlags, lpUrlComponents.cast()) })
}

unsafe fn crack_into<U: CodeUnit>(
    url: *const U,
    count: DWORD,
    flags: DWORD,
    target: LPURL_COMPONENTSA,
) -> Result<()> {
    if url.is_null() || target.is_null() || flags & !(ICU_DECODE | ICU_ESCAPE) != 0 {
        return Err(INVALID_PARAMETER);
    }
    // SAFETY: neither is NULL, the rest is the caller's promise; neither need be aligned.
    let (text, mut components) = unsafe {
        let count = match count {
            0 => length(url),
            // A URL has no NUL, so one ends it whatever the length says.
            count => length_within(url, count as usize),
        };
        (units(url, count), target.read_unaligned())
    };
    if components.dwStructSize as usize != size_of::<URL_COMPONENTSA>() || text.is_empty() {
        return Err(INVALID_PARAMETER);
    }
    if flags != 0 && wants_pointers(&components) {
        return Err(INVALID_PARAMETER);
    }
    let parts = crack(&text)?;
    let source = Source {
        url,
        text: &text,
        decodes: flags != 0,
        has_backslashes: parts.is_windows_path,
    };
    components.nScheme = parts.kind;
    components.nPort = parts.port;
    // SAFETY: the caller's promise for every pointer and length of the struct.
    let fits = unsafe { source.hand_out(&parts, &mut components) };
    // SAFETY: as above, not NULL and writable.
    unsafe { target.write_unaligned(components) };
    match fits {
        true => Ok(()),
        false => Err(Error(ERROR_INSUFFICIENT_BUFFER)),
    }
}

/// A URL whose parts are wanted.
struct Source<'a, U> {
    url: *const U,
    text: &'a [U],
    decodes: bool,
    has_backslashes: bool,
}

/// Nothing can be decoded in the URL itself.
fn wants_pointers(to: &URL_COMPONENTSA) -> bool {
    let parts = [
        (to.lpszScheme, to.dwSchemeLength),
        (to.lpszHostName, to.dwHostNameLength),
        (to.lpszUserName, to.dwUserNameLength),
        (to.lpszPassword, to.dwPasswordLength),
        (to.lpszUrlPath, to.dwUrlPathLength),
        (to.lpszExtraInfo, to.dwExtraInfoLength),
    ];
    let wants = |(pointer, length): (LPSTR, DWORD)| pointer.is_null() && length != 0;
    parts.into_iter().any(wants)
}

impl<U: CodeUnit> Source<'_, U> {
    /// # Safety
    /// The pointers and lengths of `to` are as InternetCrackUrl wants them.
    unsafe fn hand_out(&self, parts: &Parts, to: &mut URL_COMPONENTSA) -> bool {
        let wants_extra = !to.lpszExtraInfo.is_null() || to.dwExtraInfoLength != 0;
        let path = match wants_extra {
            true => parts.path.clone(),
            false => parts.path.start..parts.extra.end,
        };
        let wanted = [
            (&parts.scheme, &mut to.lpszScheme, &mut to.dwSchemeLength),
            (&parts.host, &mut to.lpszHostName, &mut to.dwHostNameLength),
            (&parts.user, &mut to.lpszUserName, &mut to.dwUserNameLength),
            (
                &parts.password,
                &mut to.lpszPassword,
                &mut to.dwPasswordLength,
            ),
            (&path, &mut to.lpszUrlPath, &mut to.dwUrlPathLength),
            (
                &parts.extra,
                &mut to.lpszExtraInfo,
                &mut to.dwExtraInfoLength,
            ),
        ];
        let mut fits = true;
        for (part, pointer, count) in wanted {
            // SAFETY: the caller's promise; a pointer of the W struct is one to its units.
            fits &= unsafe { self.give(part.clone(), pointer, count) };
        }
        fits
    }

    /// # Safety
    /// `pointer` is NULL or has room for `count` units.
    unsafe fn give(&self, part: Range<usize>, pointer: &mut LPSTR, count: &mut DWORD) -> bool {
        let room = *count as usize;
        if pointer.is_null() {
            // A pointer that is not NULL with a length of 0 would be a whole string to
            // InternetCreateUrl.
            let is_missing = part.is_empty() && part.start < self.text.len();
            if room != 0 {
                *count = part.len() as DWORD;
            }
            if room != 0 && !is_missing {
                *pointer = self.url.wrapping_add(part.start).cast_mut().cast();
            }
            return true;
        }
        let copy = self.copy(part);
        if copy.len() >= room {
            *count = copy.len() as DWORD + 1;
            return false;
        }
        // SAFETY: there is room for one more than the copy has.
        unsafe { write_string(pointer.cast::<U>(), &copy) };
        *count = copy.len() as DWORD;
        true
    }

    fn copy(&self, part: Range<usize>) -> Vec<U> {
        let mut copy = self.text[part].to_vec();
        if self.has_backslashes {
            let path = copy
                .iter_mut()
                .take_while(|it| !matches!(it.code(), 0x23 | 0x3f));
            let slashes = path.filter(|unit| unit.code() == '/' as u32);
            slashes.for_each(|unit| *unit = U::BACKSLASH);
        }
        if !self.decodes {
            return copy;
        }
        // What is no text stays as it is. What is encoded is UTF-8.
        let text = U::decode(copy.clone());
        text.map_or(copy, |text| U::encode(&unescape(&text, b"")))
    }
}

/// Puts a URL together of its parts, which are not looked at any closer.
///
/// Parameters:
/// - lpUrlComponents: dwStructSize must be right. A part whose pointer is NULL is left out; one with
///   a length of 0 is a string that ends with a NUL, one with another length has so many characters,
///   or ends at a NUL before. lpszScheme wins over nScheme, of which INTERNET_SCHEME_DEFAULT is
///   http. nPort is left out if it is 0 or the scheme's default. A slash is put before the path if
///   it has none; an IPv6 address gets its brackets; in the path of a file backslashes become
///   slashes.
/// - dwFlags: 0, or ICU_ESCAPE: encodes unsafe characters of path and extra info, percent signs not
///   among them. ICU_USERNAME is ignored.
/// - lpszUrl: takes the URL with its NUL; NULL asks for the size.
/// - lpdwUrlLength: in: the size of lpszUrl in characters; out: the length of the URL in characters,
///   without the NUL; after ERROR_INSUFFICIENT_BUFFER the size needed in bytes, NUL counted.
///
/// Returns TRUE, or FALSE. Last errors: ERROR_INVALID_PARAMETER for NULL, a wrong dwStructSize, or an
/// unknown flag; ERROR_INTERNET_UNRECOGNIZED_SCHEME for an nScheme that has no name;
/// ERROR_INSUFFICIENT_BUFFER.
/// Statuses: none. Threads: any.
/// Source: wininet.h, InternetCreateUrlA.
///
/// # Safety
/// Pointers are NULL or point to what they say.
#[no_mangle]
pub unsafe extern "C" fn InternetCreateUrlA(
    lpUrlComponents: LPURL_COMPONENTSA,
    dwFlags: DWORD,
    lpszUrl: LPSTR,
    lpdwUrlLength: LPDWORD,
) -> BOOL {
    let target = (lpszUrl.cast::<u8>(), lpdwUrlLength);
    // SAFETY: the same promise.
    guard(|| unsafe { create_from(lpUrlComponents, dwFlags, target) })
}

/// The W form of InternetCreateUrlA. Source: wininet.h, InternetCreateUrlW.
///
/// # Safety
/// As InternetCreateUrlA.
#[no_mangle]
pub unsafe extern "C" fn InternetCreateUrlW(
    lpUrlComponents: LPURL_COMPONENTSW,
    dwFlags: DWORD,
    lpszUrl: LPWSTR,
    lpdwUrlLength: LPDWORD,
) -> BOOL {
    let target = (lpszUrl, lpdwUrlLength);
    // SAFETY: the same promise; the two structs differ in the types of their strings alone.
    guard(|| unsafe { create_from(lpUrlComponents.cast(), dwFlags, target) })
}

unsafe fn create_from<U: CodeUnit>(
    parts: LPURL_COMPONENTSA,
    flags: DWORD,
    target: (*mut U, LPDWORD),
) -> Result<()> {
    // SAFETY: the caller's promise, for every pointer here; those of the W struct are to its units.
    unsafe {
        read(target.1)?;
        let parts = read(parts)?;
        if parts.dwStructSize as usize != size_of::<URL_COMPONENTSA>() {
            return Err(INVALID_PARAMETER);
        }
        let given = Given {
            scheme: part::<U>(parts.lpszScheme, parts.dwSchemeLength)?,
            kind: parts.nScheme,
            host: part::<U>(parts.lpszHostName, parts.dwHostNameLength)?,
            port: parts.nPort,
            user: part::<U>(parts.lpszUserName, parts.dwUserNameLength)?,
            password: part::<U>(parts.lpszPassword, parts.dwPasswordLength)?,
            path: part::<U>(parts.lpszUrlPath, parts.dwUrlPathLength)?,
            extra: part::<U>(parts.lpszExtraInfo, parts.dwExtraInfoLength)?,
        };
        give_url(target, &create(&given, flags)?)
    }
}

/// # Safety
/// `text` is NULL or points to `count` units, or to a string that ends with a NUL.
unsafe fn part<U: CodeUnit>(text: LPSTR, count: DWORD) -> Result<Option<Vec<u8>>> {
    let text = text.cast_const().cast::<U>();
    if text.is_null() {
        return Ok(None);
    }
    let most = match count {
        0 => usize::MAX,
        count => count as usize,
    };
    // SAFETY: the caller's promise, and so many units come before the end.
    U::decode(unsafe { units(text, length_within(text, most)) }).map(Some)
}
