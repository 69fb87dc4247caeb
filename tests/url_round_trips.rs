//! URLs of many kinds, taken apart, put together and taken apart again: by
//! pointers into the URL and by copies, in both flavours. WININET_TEST_SEED
//! repeats a run.

#![allow(unsafe_code)]

mod support;

use std::ffi::CString;

use support::every::wide;
use support::random::{seed, Random};
use support::urls::{both, canonicalize, combine};
use support::{check, Result};
use wininet::abi::*;
use wininet::ffi::*;

const SCHEMES: [&str; 9] = [
    "http", "HTTPS", "ftp", "gopher", "file", "socks", "mailto", "news", "res",
];
const PIECES: [&str; 24] = [
    "a",
    "B",
    "9",
    "-",
    "_",
    "~",
    ".",
    "..",
    "%",
    "%20",
    "%zz",
    " ",
    "ä",
    "\u{1F980}",
    "/",
    "//",
    "\\",
    ";",
    "=",
    "&",
    "+",
    "'",
    "[",
    "]",
];

fn text(random: &mut Random, most: usize, without: &str) -> String {
    let count = random.below(most + 1);
    let pieces = (0..count).map(|_| PIECES[random.below(PIECES.len())]);
    pieces
        .filter(|piece| !piece.contains(|it| without.contains(it)))
        .collect()
}

/// A URL that InternetCrackUrl may take.
fn url(random: &mut Random) -> String {
    let scheme = SCHEMES[random.below(SCHEMES.len())];
    let mut url = format!("{scheme}:");
    if !matches!(scheme, "mailto" | "news" | "res") {
        url += "//";
        if random.below(3) == 0 && scheme != "file" {
            url += &format!("u{}", text(random, 3, "/\\"));
            if random.below(2) == 0 {
                url += &format!(":p{}", text(random, 3, "/\\"));
            }
            url += "@";
        }
        match random.below(4) {
            0 if scheme != "file" => url += "[::1]",
            1 if scheme == "file" => url += "",
            2 if scheme == "file" => url += "/C:",
            _ => url += &format!("h{}", text(random, 3, "/\\[]")),
        }
        if random.below(2) == 0 && scheme != "file" {
            url += &format!(":{}", random.below(65_536));
        }
        url += "/";
    }
    url += &text(random, 6, "");
    for mark in ["?", "#"] {
        if random.below(2) == 0 {
            url += &format!("{mark}{}", text(random, 4, ""));
        }
    }
    url
}

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
fn through_pointers(url: &str) -> Result<String> {
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
fn through_copies(url: &str) -> Result<String> {
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

/// Put together it is the URL again, or one that stays the same from there on.
#[test]
fn crack_create_crack() {
    let mut random = Random::new(seed());
    let mut taken = 0;
    for _ in 0..2_000 {
        let url = url(&mut random);
        let Ok(made) = through_pointers(&url) else {
            continue;
        };
        taken += 1;
        assert_eq!(
            through_copies(&url).as_deref(),
            Ok(&*made),
            "copies of {url:?}"
        );
        assert_eq!(
            through_pointers(&made).as_deref(),
            Ok(&*made),
            "{url:?} again"
        );
    }
    assert!(taken > 500, "only {taken} URLs were taken");
}

/// What is canonical already stays so, and what is combined is canonical.
#[test]
fn canonical_for_good() {
    let mut random = Random::new(seed());
    for _ in 0..2_000 {
        let url = url(&mut random);
        let canonical = canonicalize(&url, 0).expect("a URL");
        assert_eq!(
            canonicalize(&canonical, 0).as_deref(),
            Ok(&*canonical),
            "{url:?}"
        );
        let relative = text(&mut random, 5, "");
        if let Ok(combined) = combine(&url, &relative, 0) {
            let again = canonicalize(&combined, 0);
            assert_eq!(again.as_deref(), Ok(&*combined), "{relative:?} at {url:?}");
        }
    }
}

/// Any text at all: an answer or an error, and the same in both flavours.
#[test]
fn any_text() {
    let mut random = Random::new(seed());
    for _ in 0..2_000 {
        let (a, b) = (text(&mut random, 8, ""), text(&mut random, 8, ""));
        let colon = if random.below(2) == 0 { ":" } else { "://" };
        let odd = format!("{a}{colon}{b}");
        let _ = through_pointers(&odd);
        let _ = canonicalize(&odd, 0);
        let _ = canonicalize(&odd, random.number() as u32 & 0xFE00_1000);
        let _ = combine(&odd, &b, random.number() as u32 & 0xFE00_1000);
    }
}
