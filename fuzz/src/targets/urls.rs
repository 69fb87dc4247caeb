//! The functions of URLs against each other, through both forms and buffers that just fit.

use std::ptr::null_mut;

use wininet::abi::*;
use wininet::ffi::*;

use super::{c_string, parts};
use crate::support::round_trips::{through_copies, through_pointers};
use crate::support::urls::{canonicalize, combine};

/// Flags in hexadecimal, a URL, and one that is relative to it.
pub fn run(data: &[u8]) {
    let [flags, url, relative] = parts(data);
    bytes(url);
    let text = |it| c_string(it).to_string_lossy().into_owned();
    let (url, relative) = (text(url), text(relative));
    let flags = u32::from_str_radix(&text(flags), 16).unwrap_or(0);
    again(&url);
    canonical(&url, &relative);
    let _ = canonicalize(&url, flags);
    let _ = combine(&url, &relative, flags);
}

/// What was put together again is taken apart into the same parts.
fn again(url: &str) {
    let made = through_pointers(url);
    assert_eq!(through_copies(url), made, "copies of {url:?}");
    if let Ok(made) = made {
        let again = through_pointers(&made);
        assert_eq!(again.as_deref(), Ok(&*made), "{url:?} again");
    }
}

/// What is canonical stays so, and what is combined is canonical.
fn canonical(url: &str, relative: &str) {
    let both = [canonicalize(url, 0), combine(url, relative, 0)];
    for one in both.into_iter().flatten() {
        let again = canonicalize(&one, 0);
        assert_eq!(again.as_deref(), Ok(&*one), "{url:?} and {relative:?}");
    }
}

/// Any bytes, with a length and no NUL behind them, to buffers that may be too small.
fn bytes(url: &[u8]) {
    if url.is_empty() {
        return;
    }
    let exact = url.to_vec();
    for flags in [0, ICU_DECODE, ICU_ESCAPE] {
        let (mut host, mut path) = (vec![0_u8; exact.len() + 1], vec![0_u8; exact.len() + 1]);
        // SAFETY: zeros are a value of the struct.
        let mut parts: URL_COMPONENTSA = unsafe { std::mem::zeroed() };
        parts.dwStructSize = size_of::<URL_COMPONENTSA>() as u32;
        parts.lpszHostName = host.as_mut_ptr().cast();
        parts.dwHostNameLength = host.len() as u32;
        parts.lpszUrlPath = path.as_mut_ptr().cast();
        parts.dwUrlPathLength = path.len() as u32;
        let (text, length) = (exact.as_ptr().cast(), exact.len() as u32);
        // SAFETY: as many readable bytes as the length says, and a struct with buffers of its sizes.
        unsafe { InternetCrackUrlA(text, length, flags, &mut parts) };
    }
    let ended = c_string(url);
    let mut size = 0;
    // SAFETY: a string with its NUL; a NULL buffer asks for the size.
    unsafe { InternetCanonicalizeUrlA(ended.as_ptr(), null_mut(), &mut size, 0) };
}
