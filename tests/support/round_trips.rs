//! URLs taken apart and put together, in both flavours.

use std::ffi::CString;

use wininet::abi::*;
use wininet::ffi::*;

use super::api::{check, Result};
use super::every::wide;
use super::urls::both;

/// The struct of a flavour with every part wanted as a pointer.
macro_rules! pointers {
    ($struct:ident) => {{
        // SAFETY: zeros are a value of the struct.
        let mut parts: $struct = unsafe { std::mem::zeroed() };
        parts.dwStructSize = size_of::<$struct>() as u32;
        parts.dwSchemeLength = 1;
        parts.dwHostNameLength = 1;
        parts.dwUserNameLength = 1;
        parts.dwPasswordLength = 1;
        parts.dwUrlPathLength = 1;
        parts.dwExtraInfoLength = 1;
        parts
    }};
}

/// The struct of a flavour with every part wanted in a buffer.
macro_rules! copies {
    ($struct:ident, $buffers:ident, $room:ident) => {{
        let mut parts = pointers!($struct);
        let [scheme, host, user, password, path, extra] = &mut $buffers;
        parts.lpszScheme = scheme.as_mut_ptr().cast();
        parts.lpszHostName = host.as_mut_ptr().cast();
        parts.lpszUserName = user.as_mut_ptr().cast();
        parts.lpszPassword = password.as_mut_ptr().cast();
        parts.lpszUrlPath = path.as_mut_ptr().cast();
        parts.lpszExtraInfo = extra.as_mut_ptr().cast();
        parts.dwSchemeLength = $room;
        parts.dwHostNameLength = $room;
        parts.dwUserNameLength = $room;
        parts.dwPasswordLength = $room;
        parts.dwUrlPathLength = $room;
        parts.dwExtraInfoLength = $room;
        parts
    }};
}

/// Takes a URL apart by pointers and puts them together.
#[track_caller]
pub fn through_pointers(url: &str) -> Result<String> {
    let (a, w) = (CString::new(url).expect("no NUL"), wide(url));
    let (mut narrow, mut wider) = (pointers!(URL_COMPONENTSA), pointers!(URL_COMPONENTSW));
    // SAFETY: strings with their NULs.
    unsafe {
        let first = check(InternetCrackUrlA(a.as_ptr(), 0, 0, &mut narrow));
        assert_eq!(
            check(InternetCrackUrlW(w.as_ptr(), 0, 0, &mut wider)),
            first,
            "{url}"
        );
        first?;
    }
    let (narrow, wider) = (&raw mut narrow, &raw mut wider);
    // SAFETY: what was just filled, and buffers as large as is said.
    both(
        &|buffer, size| unsafe { InternetCreateUrlA(narrow, 0, buffer, size) },
        &|buffer, size| unsafe { InternetCreateUrlW(wider, 0, buffer, size) },
    )
}

/// Takes a URL apart by copies and puts them together.
#[track_caller]
pub fn through_copies(url: &str) -> Result<String> {
    let (a, w) = (CString::new(url).expect("no NUL"), wide(url));
    let room = a.as_bytes_with_nul().len() as u32;
    let mut narrow_buffers: [Vec<u8>; 6] = std::array::from_fn(|_| vec![0; room as usize]);
    let mut wide_buffers: [Vec<WCHAR>; 6] = std::array::from_fn(|_| vec![0; room as usize]);
    let mut narrow = copies!(URL_COMPONENTSA, narrow_buffers, room);
    let mut wider = copies!(URL_COMPONENTSW, wide_buffers, room);
    // SAFETY: strings with their NULs, buffers as large as is said.
    unsafe {
        check(InternetCrackUrlA(a.as_ptr(), 0, 0, &mut narrow))?;
        check(InternetCrackUrlW(w.as_ptr(), 0, 0, &mut wider))?;
    }
    let (narrow, wider) = (&raw mut narrow, &raw mut wider);
    // SAFETY: what was just filled, and buffers as large as is said.
    both(
        &|buffer, size| unsafe { InternetCreateUrlA(narrow, 0, buffer, size) },
        &|buffer, size| unsafe { InternetCreateUrlW(wider, 0, buffer, size) },
    )
}
