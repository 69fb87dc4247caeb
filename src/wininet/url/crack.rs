//! Where the parts of a URL lie in it. Nothing is rewritten.

use std::ops::Range;

use super::super::error::{Error, Result};
use super::scheme::{default_port, is_text, scheme_kind, takes_a_host};
use super::Unit;
use crate::abi::*;

/// Where the parts of a URL lie in it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Parts {
    /// The scheme without its colon.
    pub scheme: Range<usize>,
    /// What the scheme is: an INTERNET_SCHEME_ value.
    pub kind: i32,
    /// The host, an IPv6 address with its brackets.
    pub host: Range<usize>,
    /// The port, the scheme's default when the URL names none.
    pub port: u16,
    /// The user name.
    pub user: Range<usize>,
    /// The password.
    pub password: Range<usize>,
    /// The path, and the query if nobody asks for it by itself.
    pub path: Range<usize>,
    /// The query and the fragment, with their marks.
    pub extra: Range<usize>,
    /// The path is one of Windows: it has a drive letter, or its host shares it.
    pub is_windows_path: bool,
}

const INVALID_URL: Error = Error(ERROR_INTERNET_INVALID_URL);

/// Finds the parts of a URL.
pub fn crack<U: Unit>(url: &[U]) -> Result<Parts> {
    let colon = find(url, 0..url.len(), b":").ok_or(Error(ERROR_INTERNET_UNRECOGNIZED_SCHEME))?;
    let mut parts = Parts {
        scheme: 0..colon,
        kind: scheme_kind(&url[..colon])?,
        ..Parts::default()
    };
    let rest = match parts.kind {
        INTERNET_SCHEME_FILE => crack_file(url, colon + 1, &mut parts)?,
        _ => crack_server(url, colon + 1, &mut parts)?,
    };
    let extra = find(url, rest..url.len(), b"?#").unwrap_or(url.len());
    parts.path = rest..extra;
    parts.extra = extra..url.len();
    Ok(parts)
}

/// Gives where the path begins.
fn crack_server<U: Unit>(url: &[U], rest: usize, parts: &mut Parts) -> Result<usize> {
    if is_text(parts.kind) || !begins_with(&url[rest..], b"//") {
        return match takes_a_host(parts.kind) {
            true => Err(INVALID_URL),
            false => Ok(rest),
        };
    }
    let end = find(url, rest + 2..url.len(), b"/?#").unwrap_or(url.len());
    crack_authority(url, rest + 2..end, parts)?;
    Ok(end)
}

/// The path of a file begins at its drive letter, wherever the slashes are.
fn crack_file<U: Unit>(url: &[U], rest: usize, parts: &mut Parts) -> Result<usize> {
    let mut path = rest;
    if begins_with(&url[rest..], b"//") && !has_drive(&url[rest + 2..]) {
        path = find(url, rest + 2..url.len(), b"/\\?#").unwrap_or(url.len());
        crack_authority(url, rest + 2..path, parts)?;
    }
    let slashes = url[path..]
        .iter()
        .take_while(|unit| is_one_of(*unit, b"/\\"))
        .count();
    if has_drive(&url[path + slashes..]) {
        parts.is_windows_path = true;
        return Ok(path + slashes);
    }
    let host = url[parts.host.clone()].iter().map(|unit| unit.code());
    let is_local = parts.host.is_empty() || host.eq("localhost".bytes().map(u32::from));
    parts.is_windows_path = !is_local || slashes > 1;
    Ok(path)
}

fn crack_authority<U: Unit>(url: &[U], whole: Range<usize>, parts: &mut Parts) -> Result<()> {
    let mut server = whole.clone();
    if let Some(at) = rfind(url, whole.clone(), b'@') {
        let colon = find(url, whole.start..at, b":").unwrap_or(at);
        parts.user = whole.start..colon;
        parts.password = (colon + 1).min(at)..at;
        server = at + 1..whole.end;
    }
    let after_address = match url.get(server.start).map(|unit| unit.code()) {
        Some(code) if code == '[' as u32 => find(url, server.clone(), b"]").ok_or(INVALID_URL)? + 1,
        _ => server.start,
    };
    let colon = find(url, after_address..server.end, b":");
    parts.host = server.start..colon.unwrap_or(server.end);
    parts.port = match colon {
        Some(colon) if colon + 1 < server.end => port(&url[colon + 1..server.end])?,
        _ => default_port(parts.kind),
    };
    if parts.host.is_empty() && takes_a_host(parts.kind) {
        return Err(INVALID_URL);
    }
    Ok(())
}

fn port<U: Unit>(digits: &[U]) -> Result<u16> {
    let mut port = 0_u16;
    for digit in digits {
        let digit = char::from_u32(digit.code()).and_then(|char| char.to_digit(10));
        let digit = digit.ok_or(INVALID_URL)? as u16;
        let more = port
            .checked_mul(10)
            .and_then(|port| port.checked_add(digit));
        port = more.ok_or(INVALID_URL)?;
    }
    Ok(port)
}

/// A letter and a colon, or the bar that stands for one, and then nothing or a slash.
pub fn has_drive<U: Unit>(path: &[U]) -> bool {
    let is_letter =
        |unit: &U| char::from_u32(unit.code()).is_some_and(|it| it.is_ascii_alphabetic());
    match path {
        [letter, colon, rest @ ..] if is_letter(letter) && is_one_of(colon, b":|") => {
            rest.first().is_none_or(|unit| is_one_of(unit, b"/\\?#"))
        }
        _ => false,
    }
}

fn begins_with<U: Unit>(text: &[U], what: &[u8]) -> bool {
    let text = text.iter().take(what.len()).map(|unit| unit.code());
    text.eq(what.iter().map(|&byte| u32::from(byte)))
}

fn is_one_of<U: Unit>(unit: &U, wanted: &[u8]) -> bool {
    wanted.iter().any(|&it| unit.code() == it.into())
}

/// The first of `wanted` within `range`.
pub fn find<U: Unit>(url: &[U], mut range: Range<usize>, wanted: &[u8]) -> Option<usize> {
    range.find(|&index| is_one_of(&url[index], wanted))
}

fn rfind<U: Unit>(url: &[U], range: Range<usize>, wanted: u8) -> Option<usize> {
    range.rev().find(|&index| is_one_of(&url[index], &[wanted]))
}
