//! InternetCrackUrl.

use std::ops::Range;

use super::guard::guard;
use super::inward::{length, length_within, units, write_string, CodeUnit, INVALID_PARAMETER};
use crate::abi::*;
use crate::wininet::url::{crack, unescape, Parts};
use crate::wininet::{Error, Result};

/// Takes a URL apart.
///
/// Parameters:
/// - lpszUrl: the URL.
/// - dwUrlLength: its length in characters, or 0 if it ends with a NUL.
/// - dwFlags: 0, or ICU_DECODE, ICU_ESCAPE: either decodes percent-encoded characters in copies.
/// - lpUrlComponents: dwStructSize must be right; nScheme and nPort are set, the port to the
///   scheme's default if the URL has none. Lengths are in characters. For each part: a NULL pointer
///   with a length of 0 is not wanted; a NULL pointer with another length becomes a pointer into
///   lpszUrl, with the part's length; a pointer to a buffer gets a copy with a NUL, and the length
///   becomes the copy's without it. The path has the query and fragment too if lpszExtraInfo is not
///   wanted.
///
/// Returns TRUE, or FALSE. Last errors: ERROR_INVALID_PARAMETER for NULL, "", an unknown flag or a
/// wrong dwStructSize, ERROR_INTERNET_UNRECOGNIZED_SCHEME, ERROR_INTERNET_INVALID_URL,
/// ERROR_INSUFFICIENT_BUFFER with the lengths needed, NULs counted.
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
    let parts = crack(&text)?;
    let source = Source {
        url,
        text: &text,
        decodes: flags != 0,
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
            if room != 0 {
                *count = part.len() as DWORD;
                *pointer = self.url.wrapping_add(part.start).cast_mut().cast();
            }
            return true;
        }
        let copy = match self.decodes {
            true => unescape(&self.text[part]),
            false => self.text[part].to_vec(),
        };
        if copy.len() >= room {
            *count = copy.len() as DWORD + 1;
            return false;
        }
        // SAFETY: there is room for one more than the copy has.
        unsafe { write_string(pointer.cast::<U>(), &copy) };
        *count = copy.len() as DWORD;
        true
    }
}
