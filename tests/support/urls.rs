//! The functions that give a URL, in both flavours: what they give, or the last
//! error and the size they want. Every size is tried on the way.

use std::ffi::CString;
use std::ptr::null_mut;

use wininet::abi::*;
use wininet::ffi::*;

use super::api::{check, last_error, set_last_error, Result};
use super::every::wide;

/// The characters of a wide string.
pub fn narrow(units: &[WCHAR]) -> String {
    let chars = units
        .iter()
        .map(|&unit| char::from_u32(unit as u32).expect("a char"));
    chars.collect()
}

/// A call of the A form: buffer, and the variable for its size.
pub type NarrowCall<'a> = &'a dyn Fn(LPSTR, LPDWORD) -> BOOL;
/// A call of the W form.
pub type WideCall<'a> = &'a dyn Fn(LPWSTR, LPDWORD) -> BOOL;

/// What both forms give: the same, with sizes as documented.
#[track_caller]
pub fn both(narrow_call: NarrowCall<'_>, wide_call: WideCall<'_>) -> Result<String> {
    let a = sized(narrow_call, 0xCC_u8 as CHAR).map(|units| {
        let bytes: Vec<u8> = units.iter().map(|&unit| unit as u8).collect();
        // What is not UTF-8 is Latin-1 to the W form.
        let chunks = bytes.utf8_chunks().map(|chunk| {
            let others = chunk.invalid().iter().map(|&byte| char::from(byte));
            chunk.valid().chars().chain(others).collect::<String>()
        });
        chunks.collect()
    });
    let w = sized(wide_call, 0xCC).map(|units| narrow(&units));
    assert_eq!(a, w, "A and W");
    a
}

/// Asks for the size, tries a buffer that is one short, and one that fits.
#[track_caller]
fn sized<U: Copy + PartialEq + std::fmt::Debug>(
    call: &dyn Fn(*mut U, LPDWORD) -> BOOL,
    filler: U,
) -> Result<Vec<U>> {
    let mut size = 0;
    set_last_error(0xBAD);
    assert_eq!(call(null_mut(), &mut size), FALSE);
    if last_error() != ERROR_INSUFFICIENT_BUFFER {
        return Err(last_error());
    }
    assert_eq!(size as usize % size_of::<U>(), 0, "a size in bytes");
    let needed = size as usize / size_of::<U>();
    let mut buffer = vec![filler; needed + 1];
    let mut short = needed as u32 - 1;
    assert_eq!(call(buffer.as_mut_ptr(), &mut short), FALSE, "one short");
    assert_eq!(last_error(), ERROR_INSUFFICIENT_BUFFER);
    assert_eq!(short, size, "the same size again");
    assert!(buffer.iter().all(|&unit| unit == filler), "touched");
    let mut length = needed as u32;
    check(call(buffer.as_mut_ptr(), &mut length)).expect("just enough");
    assert_eq!(length as usize, needed - 1, "the length without its NUL");
    assert_eq!(buffer.pop(), Some(filler), "written behind the end");
    buffer.pop();
    Ok(buffer)
}

/// InternetCanonicalizeUrl.
#[track_caller]
pub fn canonicalize(url: &str, flags: u32) -> Result<String> {
    let (a, w) = (CString::new(url).expect("no NUL"), wide(url));
    // SAFETY: strings with their NULs, buffers as large as is said.
    both(
        &|buffer, size| unsafe { InternetCanonicalizeUrlA(a.as_ptr(), buffer, size, flags) },
        &|buffer, size| unsafe { InternetCanonicalizeUrlW(w.as_ptr(), buffer, size, flags) },
    )
}

/// InternetCombineUrl.
#[track_caller]
pub fn combine(base: &str, relative: &str, flags: u32) -> Result<String> {
    let c = |text: &str| CString::new(text).expect("no NUL");
    let (a, w) = ((c(base), c(relative)), (wide(base), wide(relative)));
    // SAFETY: as above.
    both(
        &|buffer, size| unsafe {
            InternetCombineUrlA(a.0.as_ptr(), a.1.as_ptr(), buffer, size, flags)
        },
        &|buffer, size| unsafe {
            InternetCombineUrlW(w.0.as_ptr(), w.1.as_ptr(), buffer, size, flags)
        },
    )
}

/// The parts for InternetCreateUrl; `None` is a NULL pointer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Made {
    pub scheme: Option<String>,
    pub kind: i32,
    pub host: Option<String>,
    pub port: u16,
    pub user: Option<String>,
    pub password: Option<String>,
    pub path: Option<String>,
    pub extra: Option<String>,
}

/// Fills a struct of either flavour; each part with its length if `counts`.
macro_rules! components {
    ($struct:ident, $made:expr, $units:ident, $counts:expr) => {{
        // SAFETY: zeros are a value of the struct.
        let mut parts: $struct = unsafe { std::mem::zeroed() };
        parts.dwStructSize = size_of::<$struct>() as u32;
        parts.nScheme = $made.kind;
        parts.nPort = $made.port;
        let places = [
            (&mut parts.lpszScheme, &mut parts.dwSchemeLength),
            (&mut parts.lpszHostName, &mut parts.dwHostNameLength),
            (&mut parts.lpszUserName, &mut parts.dwUserNameLength),
            (&mut parts.lpszPassword, &mut parts.dwPasswordLength),
            (&mut parts.lpszUrlPath, &mut parts.dwUrlPathLength),
            (&mut parts.lpszExtraInfo, &mut parts.dwExtraInfoLength),
        ];
        for ((pointer, length), units) in places.into_iter().zip(&$units) {
            if let Some(units) = units {
                *pointer = units.as_ptr().cast_mut().cast();
                *length = if $counts { units.len() as u32 - 1 } else { 0 };
            }
        }
        parts
    }};
}

/// InternetCreateUrl with strings that end with a NUL, and with ones that have a length.
#[track_caller]
pub fn create(made: &Made, flags: u32) -> Result<String> {
    let ended = create_in_form(made, flags, false);
    assert_eq!(create_in_form(made, flags, true), ended, "with lengths");
    ended
}

#[track_caller]
fn create_in_form(made: &Made, flags: u32, counts: bool) -> Result<String> {
    let texts = [
        &made.scheme,
        &made.host,
        &made.user,
        &made.password,
        &made.path,
        &made.extra,
    ];
    let a = texts.map(|text| text.as_ref().map(|it| [it.as_bytes(), b"\0"].concat()));
    let w = texts.map(|text| text.as_ref().map(|it| wide(it)));
    let mut narrow_parts = components!(URL_COMPONENTSA, made, a, counts);
    let mut wide_parts = components!(URL_COMPONENTSW, made, w, counts);
    let (narrow_parts, wide_parts) = (&raw mut narrow_parts, &raw mut wide_parts);
    // SAFETY: strings with their NULs, buffers as large as is said.
    both(
        &|buffer, size| unsafe { InternetCreateUrlA(narrow_parts, flags, buffer, size) },
        &|buffer, size| unsafe { InternetCreateUrlW(wide_parts, flags, buffer, size) },
    )
}
