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

const NAMES: [(&[u8], Sign); 4] = [
    (b"Content-Length", Sign::ContentLength),
    (b"Connection", Sign::Connection),
    (b"Set-Cookie", Sign::SetCookie),
    (b"Transfer-Encoding", Sign::TransferEncoding),
];

impl Sign {
    /// The field of that name, if it is one of them.
    pub fn of(name: &[u8]) -> Option<Sign> {
        let found = NAMES.iter().find(|it| same_name(it.0, name))?;
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
    #[inline]
    pub fn note_line(&mut self, line: &[u8]) {
        if line == USUAL_CONNECTION {
            self.keeps_alive = true;
        } else if let (Length::Untold, Some(length)) = (self.length, usual_length(line)) {
            self.length = Length::Told(length);
        } else if NAMES.iter().any(|(name, _)| may_begin_with(name, line)) {
            self.note_any(line);
        }
    }

    /// The same of a line in any form. White space before the colon is forgiven.
    #[inline(never)]
    fn note_any(&mut self, line: &[u8]) {
        if line == USUAL_CODING {
            self.coding = Some(Coding::Chunked);
            return;
        }
        if line == USUAL_CLOSE {
            self.closes = true;
            return;
        }
        let Some(colon) = line.iter().position(|&byte| byte == b':') else {
            return;
        };
        if let Some(sign) = Sign::of(trim_ows(&line[..colon])) {
            self.note(sign, trim_value(&line[colon + 1..]));
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

/// Connection as most servers write it.
const USUAL_CONNECTION: &[u8] = b"Connection: keep-alive\r";

/// The same of one that ends with the answer.
const USUAL_CLOSE: &[u8] = b"Connection: close\r";

/// Transfer-Encoding as most servers write it.
const USUAL_CODING: &[u8] = b"Transfer-Encoding: chunked\r";

/// Content-Length as most servers write it.
#[inline]
fn usual_length(line: &[u8]) -> Option<u64> {
    let digits = line.strip_prefix(b"Content-Length: ")?;
    decimal(digits.strip_suffix(b"\r")?)
}

/// Whether a name of that length may end there.
#[inline]
fn may_begin_with(name: &[u8], line: &[u8]) -> bool {
    matches!(line.get(name.len()), Some(b':' | b' ' | b'\t'))
}
