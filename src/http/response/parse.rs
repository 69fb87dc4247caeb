//! Reading a head line by line, forgiving what real servers send beyond the standard. Of an answer that has just
//! come only what decides how to go on is read; the rest is when somebody asks for it.

use std::sync::Arc;

use memchr::memchr;

use super::{Early, EarlyValues, FieldSpan, ResponseHead, Span, MAX_FIELDS, MAX_HEAD};
use crate::http::{is_token, same_name, trim_ows, Violation, PREFIX};

/// What [`parse_at_front`] found.
pub(in crate::http) enum Front {
    /// A final head of so many bytes.
    Head(Arc<ResponseHead>, usize),
    /// A 1xx head (101 is final) of so many bytes.
    Informational(u16, usize),
    /// A head that is not complete, or not clean.
    Unclear,
}

/// A complete head at the front of `bytes`. What is not complete is left to [`LineScan`].
pub(in crate::http) fn parse_at_front(bytes: &[u8]) -> Result<Front, Violation> {
    let is_head = bytes
        .get(..PREFIX.len())
        .is_some_and(|it| same_name(it, PREFIX));
    if !is_head {
        return Ok(Front::Unclear);
    }
    let Some(length) = memchr(b'\n', bytes) else {
        return Ok(Front::Unclear);
    };
    let status_line = &bytes[..length];
    let mut early = EarlyValues::new();
    let mut is_foldless = true;
    let mut start = length + 1;
    for count in 1.. {
        let Some(&first) = bytes.get(start) else {
            return Ok(Front::Unclear);
        };
        if first <= b' ' {
            match &bytes[start..] {
                [b'\n', ..] => {
                    start += 1;
                    break;
                }
                [b'\r', b'\n', ..] => {
                    start += 2;
                    break;
                }
                line => is_foldless &= !is_folded(line),
            }
        }
        let length = memchr(b'\n', &bytes[start..]).filter(|_| count < MAX_FIELDS);
        let Some(length) = length else {
            return Ok(Front::Unclear);
        };
        // Mostly the first letter says that a line need not be looked at.
        if matches!(first | 0x20, b'c' | b's' | b't') {
            let line = without_line_end(&bytes[start..start + length]);
            if let Some((name, value)) = early_field(line) {
                early.push((name, Span::within(bytes, value)));
            }
        }
        start += length + 1;
    }
    // The checks in the order in which they are made of a head that comes in pieces.
    let head = &bytes[..start];
    let status = StatusLine::of(without_line_end(status_line))?;
    if head.len() > MAX_HEAD {
        return Err(Violation::HeadTooLarge);
    }
    if is_informational(status.code) {
        return Ok(Front::Informational(status.code, head.len()));
    }
    let head = match is_foldless {
        true => ResponseHead::unread(with_crlf(head), status, early),
        false => parse_lines(head)?,
    };
    Ok(Front::Head(Arc::new(head), start))
}

impl Early {
    /// Those with that first letter, which rules most lines out, and their names.
    fn beginning_with(letter: u8) -> &'static [(&'static [u8], Early)] {
        match letter {
            b'C' | b'c' => &[
                (b"Content-Length", Early::ContentLength),
                (b"Connection", Early::Connection),
            ],
            b'S' | b's' => &[(b"Set-Cookie", Early::SetCookie)],
            b'T' | b't' => &[(b"Transfer-Encoding", Early::TransferEncoding)],
            _ => &[],
        }
    }

    /// Which of them has that name.
    pub(super) fn of(name: &[u8]) -> Option<Early> {
        let mut candidates = Self::beginning_with(*name.first()?).iter();
        let found = candidates.find(|it| same_name(it.0, name))?;
        Some(found.1)
    }
}

/// The field in a line, if it is one of those that are read at once.
fn early_field(line: &[u8]) -> Option<(Early, &[u8])> {
    for (name, early) in Early::beginning_with(*line.first()?) {
        let ends_there = matches!(line.get(name.len()), Some(b':' | b' ' | b'\t'));
        if ends_there && same_name(&line[..name.len()], name) {
            let value = trim_ows(&line[name.len()..]).strip_prefix(b":")?;
            return Some((*early, trim_value(value)));
        }
    }
    None
}

/// Reads a whole head, from the status line to the empty line, with all its fields.
pub(in crate::http) fn parse_lines(head: &[u8]) -> Result<ResponseHead, Violation> {
    let status = StatusLine::read(head)?;
    let mut text = with_crlf(head);
    let raw_len = text.len();
    let fields = read_fields(head, &mut text);
    Ok(ResponseHead::read(raw_len, text, status, fields))
}

/// The fields of a head. What is no field is skipped: repeated status lines, lines without a colon. A field
/// over several lines is put together behind the head in `text`.
pub(super) fn read_fields(head: &[u8], text: &mut Vec<u8>) -> Box<[FieldSpan]> {
    let raw_len = text.len();
    let mut fields: Vec<FieldSpan> = Vec::with_capacity(16);
    let mut foldable = false;
    for (index, whole) in head.split_inclusive(|&byte| byte == b'\n').enumerate() {
        let line = without_line_end(whole);
        if index == 0 {
            // The status line.
        } else if line.is_empty() {
            break;
        } else if is_folded(line) {
            if let (true, Some(field)) = (foldable, fields.last_mut()) {
                unfold(text, raw_len, field, line);
            }
        } else if let Some((name, value)) = field(line) {
            fields.push(FieldSpan {
                name: Span::within(head, name),
                value: Span::within(head, value),
            });
            foldable = true;
        } else {
            foldable = false;
        }
    }
    fields.into_boxed_slice()
}

/// Lengthens a field by a line that continues it, in a copy behind the head,
/// since the spans must be of one piece.
fn unfold(text: &mut Vec<u8>, raw_len: usize, field: &mut FieldSpan, line: &[u8]) {
    let (start, end) = (field.value.start as usize, field.value.end as usize);
    let start = if start < raw_len {
        let copy = text.len();
        text.extend_from_within(start..end);
        copy
    } else {
        start
    };
    let more = trim_value(line);
    if !more.is_empty() {
        if text.len() > start {
            text.push(b' ');
        }
        text.extend_from_slice(more);
    }
    field.value = Span::new(start, text.len());
}

/// What a status line says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::http) struct StatusLine {
    /// 100 to 999.
    pub(super) code: u16,
    pub(super) version: (u8, u8),
    /// Where the reason begins and ends.
    pub(super) reason: Span,
}

impl StatusLine {
    /// Reads the first line of a head: "HTTP/" in any case, a version, three
    /// digits, and a reason or none.
    pub(in crate::http) fn read(head: &[u8]) -> Result<StatusLine, Violation> {
        let end = memchr(b'\n', head).unwrap_or(head.len());
        Self::of(without_line_end(&head[..end]))
    }

    /// The same of the line alone.
    fn of(line: &[u8]) -> Result<StatusLine, Violation> {
        let parts = usual_parts(line).or_else(|| parts(line));
        let (version, code, rest) = parts.ok_or(Violation::StatusLine)?;
        let reason = trim_value(rest);
        Ok(StatusLine {
            code,
            version,
            reason: Span::within(line, reason),
        })
    }
}

/// Version, code, and what follows them.
type Parts<'a> = ((u8, u8), u16, &'a [u8]);

/// Those of the line as nearly every server writes it.
fn usual_parts(line: &[u8]) -> Option<Parts<'_>> {
    let (code, rest) = line.strip_prefix(b"HTTP/1.1 ")?.split_first_chunk()?;
    match rest {
        [] | [b' ', ..] => Some(((1, 1), number_of(code)?, rest)),
        _ => None,
    }
}

/// Those of any.
fn parts(line: &[u8]) -> Option<Parts<'_>> {
    let (prefix, rest) = line.split_at_checked(PREFIX.len())?;
    if !same_name(prefix, PREFIX) {
        return None;
    }
    let (major, rest) = number(rest)?;
    let (minor, rest) = match rest.strip_prefix(b".") {
        Some(rest) => number(rest)?,
        None => (0, rest),
    };
    let code = trim_ows(rest);
    let is_apart = code.len() < rest.len();
    let (code, rest) = code.split_first_chunk()?;
    match rest {
        [] | [b' ' | b'\t' | b'\r', ..] if is_apart => {
            Some(((major, minor), number_of(code)?, rest))
        }
        _ => None,
    }
}

/// The number of a status: 100 to 999.
fn number_of(code: &[u8; 3]) -> Option<u16> {
    let is_number = code.iter().all(u8::is_ascii_digit) && code[0] != b'0';
    let sum = |sum, digit: &u8| sum * 10 + u16::from(digit - b'0');
    is_number.then(|| code.iter().fold(0, sum))
}

/// A decimal number up to 255, and what follows it.
fn number(bytes: &[u8]) -> Option<(u8, &[u8])> {
    let mut rest = bytes;
    let mut number = 0u8;
    while let [digit @ b'0'..=b'9', after @ ..] = rest {
        number = number.checked_mul(10)?.checked_add(digit - b'0')?;
        rest = after;
    }
    (rest.len() < bytes.len()).then_some((number, rest))
}

/// Watches the lines of a head that comes in pieces, for its end and its limits.
#[derive(Debug, Default)]
pub(in crate::http) struct LineScan {
    lines: usize,
    line_start: usize,
}

impl LineScan {
    /// Adds the bytes of `head` that are new: up to a line end, or all there is.
    /// Tells whether the head ends with them.
    pub(in crate::http) fn take(&mut self, head: &[u8]) -> Result<bool, Violation> {
        if head.len() > MAX_HEAD {
            return Err(Violation::HeadTooLarge);
        }
        if head.last() != Some(&b'\n') {
            return Ok(false);
        }
        let line = without_line_end(&head[self.line_start..]);
        self.line_start = head.len();
        if self.lines == 0 {
            StatusLine::read(head)?;
        } else if line.is_empty() {
            return Ok(true);
        } else if is_folded(line) {
            return Ok(false);
        }
        // The status line is one of the lines.
        self.lines += 1;
        if self.lines > MAX_FIELDS {
            return Err(Violation::TooManyFields);
        }
        Ok(false)
    }
}

/// 1xx but for 101, which is the last head on its connection.
pub(in crate::http) fn is_informational(code: u16) -> bool {
    (100..200).contains(&code) && code != 101
}

/// The lines of `bytes` without their ends.
pub(super) fn lines(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    bytes
        .split_inclusive(|&byte| byte == b'\n')
        .map(without_line_end)
}

/// A head without the fields of these names and the lines that continue them.
pub(super) fn without(head: &[u8], names: &[&str]) -> Vec<u8> {
    let mut stays = true;
    let lines = head.split_inclusive(|&byte| byte == b'\n');
    let kept = lines.filter(|whole| {
        let line = without_line_end(whole);
        if !is_folded(line) {
            let name = field(line).map_or(&b""[..], |(name, _)| name);
            let is_it = |it: &&str| name.eq_ignore_ascii_case(it.as_bytes());
            stays = !names.iter().any(is_it);
        }
        stays
    });
    kept.flatten().copied().collect()
}

/// Name and value of a line that is a field. White space before the colon is
/// forgiven.
fn field(line: &[u8]) -> Option<(&[u8], &[u8])> {
    let colon = line.iter().position(|&byte| byte == b':')?;
    let mut name = &line[..colon];
    while let [rest @ .., b' ' | b'\t'] = name {
        name = rest;
    }
    is_token(name).then(|| (name, trim_value(&line[colon + 1..])))
}

/// Whether a line continues the one before it.
fn is_folded(line: &[u8]) -> bool {
    matches!(line, [b' ' | b'\t', ..])
}

fn without_line_end(line: &[u8]) -> &[u8] {
    let line = line.strip_suffix(b"\n").unwrap_or(line);
    line.strip_suffix(b"\r").unwrap_or(line)
}

/// `bytes` without white space around it; a line may end in more than one CR.
fn trim_value(bytes: &[u8]) -> &[u8] {
    let mut bytes = trim_ows(bytes);
    while let [rest @ .., b'\r' | b' ' | b'\t'] = bytes {
        bytes = rest;
    }
    bytes
}

/// The head with an empty line that is CRLF.
fn with_crlf(head: &[u8]) -> Vec<u8> {
    let body = without_line_end(head);
    let mut text = Vec::with_capacity(body.len() + 2);
    text.extend_from_slice(body);
    text.extend_from_slice(b"\r\n");
    text
}
