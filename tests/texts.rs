//! The error codes in words: every code of the headers that is WinINet's has a name
//! and a sentence, and so have those of the system that the library gives.

#![allow(unsafe_code)]

mod support;

use std::collections::BTreeSet;
use std::ffi::CStr;

use support::{last_error, set_last_error};
use wininet::abi::*;
use wininet::ffi::*;

fn string(text: LPCSTR) -> Option<&'static str> {
    // SAFETY: NULL, or a string that is there for good.
    let text = (!text.is_null()).then(|| unsafe { CStr::from_ptr(text) });
    text.map(|text| text.to_str().expect("ASCII"))
}

fn entry(code: u32) -> Option<(&'static str, &'static str)> {
    string(WininetErrorName(code)).zip(string(WininetErrorText(code)))
}

/// The ERROR_ constants of a source file of ours.
fn constants(source: &str) -> Vec<(&str, u32)> {
    let lines = source.lines().filter_map(|line| {
        let (name, value) = line.strip_prefix("pub const ")?.split_once(": DWORD = ")?;
        let value = value.trim_end_matches(';').parse().ok()?;
        name.starts_with("ERROR_").then_some((name, value))
    });
    lines.collect()
}

#[test]
fn every_code_of_wininet() {
    let codes = constants(include_str!("../src/abi/errors.rs"));
    assert!(codes.len() > 110);
    for (name, code) in codes {
        let (said, text) = entry(code).unwrap_or_else(|| panic!("{name} has no text"));
        // One code has two names.
        let name = if name == "ERROR_INTERNET_OFFLINE" {
            "ERROR_INTERNET_DISCONNECTED"
        } else {
            name
        };
        assert_eq!(said, name);
        assert!(
            text.is_ascii() && text.ends_with('.') && text.len() > 10,
            "{name}: {text:?}"
        );
    }
}

#[test]
fn codes_of_the_system() {
    for code in [
        ERROR_SUCCESS,
        ERROR_INVALID_HANDLE,
        ERROR_NOT_ENOUGH_MEMORY,
        ERROR_INVALID_PARAMETER,
        ERROR_CALL_NOT_IMPLEMENTED,
        ERROR_INSUFFICIENT_BUFFER,
        ERROR_BAD_PATHNAME,
        ERROR_NO_MORE_ITEMS,
        ERROR_IO_PENDING,
        ERROR_NOT_CONNECTED,
    ] {
        assert!(entry(code).is_some(), "{code}");
    }
    let system = constants(include_str!("../src/abi/winerror.rs"));
    for (name, code) in system {
        assert!(entry(code).is_none_or(|(said, _)| said == name), "{name}");
    }
}

/// No sentence is said twice, so that users can tell errors apart.
#[test]
fn sentences_are_different() {
    let mut seen = BTreeSet::new();
    for (_, text) in (0..20_000).filter_map(entry) {
        assert!(seen.insert(text), "{text}");
    }
}

#[test]
fn other_codes_have_none() {
    for code in [12000, 12035, 12100, 12193, 12999, 0x8000_0000, u32::MAX] {
        assert_eq!(entry(code), None, "{code}");
    }
}

/// It can be asked for before the code itself.
#[test]
fn the_last_error_stays() {
    set_last_error(0xBAD);
    entry(ERROR_INTERNET_TIMEOUT);
    entry(u32::MAX);
    assert_eq!(last_error(), 0xBAD);
}
