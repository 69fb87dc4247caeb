//! What the fields of an answer say of where its body ends, what becomes of the connection, and cookies: it is noted
//! while a head is passed, for all that every answer is asked.

use super::parse::trim_value;
use crate::http::body::decimal;
use crate::http::{list, same_name, trim_ows, Violation};

/// What is said so far.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::http) struct Signs {
    length: Length,
    /// The last transfer coding.
    pub coding: Option<Coding>,
    /// "close" is among the connection's options.
    pub closes: bool,
    /// "keep-alive" is.
    pub keeps_alive: bool,
    /// There are cookies.
    pub sets_cookies: bool,
}

/// What Content-Length says.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Length {
    #[default]
    Untold,
    Told(u64),
    Invalid,
}

/// A transfer coding, other than "identity": that is what older servers write for none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::http) enum Coding {
    Chunked,
    Other,
}

/// The fields that say it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::http) enum Sign {
    ContentLength,
    Connection,
    SetCookie,
    TransferEncoding,
}

const CONTENT_LENGTH: &[u8; 14] = b"Content-Length";
const CONNECTION: &[u8; 10] = b"Connection";
const SET_COOKIE: &[u8; 10] = b"Set-Cookie";
const TRANSFER_ENCODING: &[u8; 17] = b"Transfer-Encoding";

impl Sign {
    /// The field of that name, if it is one of them.
    pub fn of(name: &[u8]) -> Option<Sign> {
        let names: [(&[u8], Sign); 4] = [
            (CONTENT_LENGTH, Sign::ContentLength),
            (CONNECTION, Sign::Connection),
            (SET_COOKIE, Sign::SetCookie),
            (TRANSFER_ENCODING, Sign::TransferEncoding),
        ];
        let found = names.into_iter().find(|it| same_name(it.0, name))?;
        Some(found.1)
    }
}

impl Signs {
    /// Whether Content-Length is there, valid or not.
    pub fn tells_length(&self) -> bool {
        self.length != Length::Untold
    }

    /// The value of Content-Length. Repetitions, in one field or several, must agree.
    pub fn content_length(&self) -> Result<Option<u64>, Violation> {
        match self.length {
            Length::Untold => Ok(None),
            Length::Told(length) => Ok(Some(length)),
            Length::Invalid => Err(Violation::ContentLength),
        }
    }

    /// Notes what a line says, if it is one of those fields.
    pub fn note_line(&mut self, line: &[u8]) {
        if let Some(rest) = behind(CONTENT_LENGTH, line) {
            match usual_length(rest) {
                Some(length) if self.length == Length::Untold => self.length = Length::Told(length),
                _ => self.note_unusual(Sign::ContentLength, rest),
            }
        } else if let Some(rest) = behind(CONNECTION, line) {
            match rest == b": keep-alive\r" {
                true => self.keeps_alive = true,
                false => self.note_unusual(Sign::Connection, rest),
            }
        } else if let Some(rest) = behind(SET_COOKIE, line) {
            self.note_unusual(Sign::SetCookie, rest);
        } else if let Some(rest) = behind(TRANSFER_ENCODING, line) {
            self.note_unusual(Sign::TransferEncoding, rest);
        }
    }

    /// Notes what stands behind the name, and perhaps white space, which is forgiven.
    #[cold]
    fn note_unusual(&mut self, field: Sign, rest: &[u8]) {
        if let Some(value) = trim_ows(rest).strip_prefix(b":") {
            self.note(field, trim_value(value));
        }
    }

    /// Notes what a field says.
    pub fn note(&mut self, field: Sign, value: &[u8]) {
        match field {
            Sign::ContentLength => self.note_length(value),
            Sign::Connection => self.note_options(value),
            Sign::SetCookie => self.sets_cookies = true,
            Sign::TransferEncoding => self.note_codings(value),
        }
    }

    /// Another number, or list of numbers, must agree.
    fn note_length(&mut self, value: &[u8]) {
        let numbers = value.split(|&byte| byte == b',').map(trim_ows).map(decimal);
        self.length = numbers.fold(self.length, |length, number| match (length, number) {
            (Length::Untold, Some(number)) => Length::Told(number),
            (Length::Told(other), Some(number)) if other == number => length,
            _ => Length::Invalid,
        });
    }

    fn note_options(&mut self, value: &[u8]) {
        for option in list(value) {
            self.closes |= option.eq_ignore_ascii_case(b"close");
            self.keeps_alive |= option.eq_ignore_ascii_case(b"keep-alive");
        }
    }

    fn note_codings(&mut self, value: &[u8]) {
        for coding in list(value) {
            if coding.eq_ignore_ascii_case(b"chunked") {
                self.coding = Some(Coding::Chunked);
            } else if !coding.eq_ignore_ascii_case(b"identity") {
                self.coding = Some(Coding::Other);
            }
        }
    }
}

/// What follows that name at the front of a line, if it may be a field of that name.
#[inline]
fn behind<'a, const N: usize>(name: &[u8; N], line: &'a [u8]) -> Option<&'a [u8]> {
    let (start, rest) = line.split_first_chunk()?;
    let ends_there = matches!(rest, [b':' | b' ' | b'\t', ..]);
    (ends_there && (start == name || is_alike(start, name))).then_some(rest)
}

#[cold]
#[inline(never)]
fn is_alike(one: &[u8], other: &[u8]) -> bool {
    one.eq_ignore_ascii_case(other)
}

/// Content-Length as nearly every server writes it.
#[inline]
fn usual_length(rest: &[u8]) -> Option<u64> {
    match rest {
        [b':', b' ', digits @ .., b'\r'] => decimal(digits),
        _ => None,
    }
}
