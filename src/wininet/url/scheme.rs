//! The schemes that WinINet knows.

use super::super::error::{Error, Result};
use super::Unit;
use crate::abi::*;

const KNOWN: [(&str, i32); 11] = [
    ("http", INTERNET_SCHEME_HTTP),
    ("https", INTERNET_SCHEME_HTTPS),
    ("ftp", INTERNET_SCHEME_FTP),
    ("gopher", INTERNET_SCHEME_GOPHER),
    ("file", INTERNET_SCHEME_FILE),
    ("news", INTERNET_SCHEME_NEWS),
    ("mailto", INTERNET_SCHEME_MAILTO),
    ("socks", INTERNET_SCHEME_SOCKS),
    ("javascript", INTERNET_SCHEME_JAVASCRIPT),
    ("vbscript", INTERNET_SCHEME_VBSCRIPT),
    ("res", INTERNET_SCHEME_RES),
];

/// The INTERNET_SCHEME_ value of a name.
pub fn scheme_kind<U: Unit>(scheme: &[U]) -> Result<i32> {
    let lower = |unit: &U| match unit.code() {
        code @ 0x41..=0x5a => code + 0x20,
        code => code,
    };
    let is = |name: &str| scheme.iter().map(lower).eq(name.bytes().map(u32::from));
    let found = KNOWN.iter().find(|(name, _)| is(name));
    found
        .map(|(_, kind)| *kind)
        .ok_or(Error(ERROR_INTERNET_UNRECOGNIZED_SCHEME))
}

/// The name of an INTERNET_SCHEME_ value.
pub fn scheme_name(kind: i32) -> Result<&'static str> {
    let kind = match kind {
        INTERNET_SCHEME_DEFAULT => INTERNET_SCHEME_HTTP,
        kind => kind,
    };
    let found = KNOWN.iter().find(|(_, known)| *known == kind);
    found
        .map(|(name, _)| *name)
        .ok_or(Error(ERROR_INTERNET_UNRECOGNIZED_SCHEME))
}

/// The URL must have a host.
pub fn takes_a_host(kind: i32) -> bool {
    matches!(
        kind,
        INTERNET_SCHEME_HTTP | INTERNET_SCHEME_HTTPS | INTERNET_SCHEME_FTP | INTERNET_SCHEME_GOPHER
    )
}

/// What follows the scheme is a text, whatever slashes are in it.
pub fn is_text(kind: i32) -> bool {
    matches!(
        kind,
        INTERNET_SCHEME_MAILTO | INTERNET_SCHEME_JAVASCRIPT | INTERNET_SCHEME_VBSCRIPT
    )
}

/// What follows the scheme has slashes that mean something.
pub fn is_hierarchical(kind: i32) -> bool {
    takes_a_host(kind) || kind == INTERNET_SCHEME_FILE
}

/// The port when the URL names none.
pub fn default_port(kind: i32) -> u16 {
    match kind {
        INTERNET_SCHEME_HTTP => INTERNET_DEFAULT_HTTP_PORT,
        INTERNET_SCHEME_HTTPS => INTERNET_DEFAULT_HTTPS_PORT,
        INTERNET_SCHEME_FTP => INTERNET_DEFAULT_FTP_PORT,
        INTERNET_SCHEME_GOPHER => INTERNET_DEFAULT_GOPHER_PORT,
        INTERNET_SCHEME_SOCKS => INTERNET_DEFAULT_SOCKS_PORT,
        _ => INTERNET_INVALID_PORT_NUMBER,
    }
}
