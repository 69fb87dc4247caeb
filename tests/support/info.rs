//! What a notification carries, decoded by the contract's table (section 1).

use std::ffi::c_void;

/// The narrow or the wide form of a callback.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flavour {
    A,
    W,
}

/// The decoded information of one notification.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Info {
    None,
    Text(String),
    Number(u32),
    Handle(usize),
    AsyncResult {
        result: usize,
        error: u32,
    },
    /// Not what the contract says; the text tells why. Equal to nothing that a
    /// test expects.
    Odd(String),
}

/// The short name of a status, as the tests' lists write it.
pub fn name(status: u32) -> String {
    let name = match status {
        10 => "RESOLVING",
        11 => "RESOLVED",
        20 => "CONNECTING",
        21 => "CONNECTED",
        30 => "SENDING",
        31 => "SENT",
        40 => "RECEIVING",
        41 => "RECEIVED",
        50 => "CLOSING",
        51 => "CLOSED",
        60 => "CREATED",
        70 => "HANDLE_CLOSING",
        80 => "DETECTING_PROXY",
        100 => "COMPLETE",
        110 => "REDIRECT",
        120 => "INTERMEDIATE",
        200 => "STATE_CHANGE",
        320 => "COOKIE_SENT",
        321 => "COOKIE_RECEIVED",
        other => return format!("STATUS_{other}"),
    };
    name.to_owned()
}

/// Every information pointer is backed by that many readable bytes.
pub const BACKING: usize = 16;

/// Reads what `info` points to.
///
/// # Safety
///
/// `info` is NULL or what a callback of that flavour was just given: readable
/// for `length` bytes, and for [`BACKING`] bytes at least.
pub unsafe fn decode(flavour: Flavour, status: u32, info: *const c_void, length: u32) -> Info {
    if info.is_null() {
        return match length {
            0 => Info::None,
            n => Info::Odd(format!("NULL with the length {n}")),
        };
    }
    let size = BACKING.max(length as usize);
    // SAFETY: readable for that many bytes, by this function's contract.
    let bytes = unsafe { std::slice::from_raw_parts(info.cast::<u8>(), size) };
    let length = length as usize;
    match (status, flavour) {
        (10 | 110, Flavour::W) => wide(&bytes[..length]),
        (10 | 11 | 20 | 21 | 110, _) => narrow(&bytes[..length]),
        (31 | 41 | 200 | 320 | 321, _) => sized(length, 4, || Info::Number(u32_at(bytes, 0))),
        (60 | 70, _) => sized(length, size_of::<usize>(), || handle(info, bytes)),
        (100, _) => sized(length, 2 * size_of::<usize>(), || Info::AsyncResult {
            result: usize_at(bytes, 0),
            error: u32_at(bytes, size_of::<usize>()),
        }),
        _ => Info::Odd(format!("{length} bytes where none belong")),
    }
}

fn sized(length: usize, expected: usize, info: impl FnOnce() -> Info) -> Info {
    match length == expected {
        true => info(),
        false => Info::Odd(format!("the length {length} and not {expected}")),
    }
}

/// The variable that holds the handle is the first field of an
/// INTERNET_ASYNC_RESULT whose other bytes are zero.
fn handle(info: *const c_void, bytes: &[u8]) -> Info {
    if !info.cast::<usize>().is_aligned() {
        return Info::Odd("a misaligned pointer to a handle".to_owned());
    }
    match bytes[size_of::<usize>()..BACKING].iter().all(|&b| b == 0) {
        true => Info::Handle(usize_at(bytes, 0)),
        false => Info::Odd("no zeros after the handle".to_owned()),
    }
}

fn narrow(bytes: &[u8]) -> Info {
    match bytes.split_last() {
        Some((0, text)) if !text.contains(&0) => {
            Info::Text(String::from_utf8_lossy(text).into_owned())
        }
        _ => Info::Odd(format!("no string with its NUL: {bytes:?}")),
    }
}

fn wide(bytes: &[u8]) -> Info {
    let units: Vec<u32> = bytes
        .chunks(size_of::<libc::wchar_t>())
        .map(|unit| unit.iter().rev().fold(0, |all, &b| all << 8 | u32::from(b)))
        .collect();
    match units.split_last() {
        Some((0, text)) if !text.contains(&0) => {
            let read = |&unit| char::from_u32(unit).unwrap_or(char::REPLACEMENT_CHARACTER);
            Info::Text(text.iter().map(read).collect())
        }
        _ => Info::Odd(format!("no wide string with its NUL: {bytes:?}")),
    }
}

fn u32_at(bytes: &[u8], at: usize) -> u32 {
    u32::from_ne_bytes(bytes[at..at + 4].try_into().expect("four bytes"))
}

fn usize_at(bytes: &[u8], at: usize) -> usize {
    let bytes = &bytes[at..at + size_of::<usize>()];
    usize::from_ne_bytes(bytes.try_into().expect("a word"))
}
