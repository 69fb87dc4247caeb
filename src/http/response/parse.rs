//! Reading a head line by line, forgiving what real servers send beyond the standard. Of an answer that has just
//! come only what decides how to go on is read; the rest is when somebody asks for it.

use std::sync::Arc;

use super::line_ends::LineEnds;
use super::signs::Signs;
use super::{FieldSpan, ResponseHead, Span, Text, MAX_FIELDS, MAX_HEAD};
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
    let Some(passed) = is_head.then(|| pass(bytes)).flatten() else {
        return Ok(Front::Unclear);
    };
    // The checks in the order in which they are made of a head that comes in pieces.
    let status = StatusLine::of(&bytes[..passed.status_end])?;
    if passed.len > MAX_HEAD {
        return Err(Violation::HeadTooLarge);
    }
    if is_informational(status.code) {
        return Ok(Front::Informational(status.code, passed.len));
    }
    let head = &bytes[..passed.len];
    let head = match passed.is_foldless {
        true => ResponseHead::unread(head, status, passed.signs),
        false => Arc::new(parse_lines(head)?),
    };
    Ok(Front::Head(head, passed.len))
}

/// What is found in passing over the lines of a complete head.
struct Passed {
    len: usize,
    status_end: usize,
    is_foldless: bool,
    signs: Signs,
}

fn pass(bytes: &[u8]) -> Option<Passed> {
    let mut ends = LineEnds::of(bytes);
    let status_end = ends.next()?;
    let mut signs = Signs::default();
    let mut is_foldless = true;
    let mut start = status_end + 1;
    for end in ends.take(MAX_FIELDS) {
        match *bytes.get(start)? {
            0..=b' ' => match &bytes[start..end] {
                [] | [b'\r'] => {
                    return Some(Passed {
                        len: end + 1,
                        status_end,
                        is_foldless,
                        signs,
                    })
                }
                line => is_foldless &= !is_folded(line),
            },
            // Mostly the first letter says that a line need not be looked at.
            b'C' | b'c' | b'S' | b's' | b'T' | b't' => signs.note_line(&bytes[start..end]),
            _ => {}
        }
        start = end + 1;
    }
    None
}

/// Reads a whole head, from the status line to the empty line, with all its fields.
pub(in crate::http) fn parse_lines(head: &[u8]) -> Result<ResponseHead, Violation> {
    let status = StatusLine::read(head)?;
    let mut text = Text::new();
    set_with_crlf(head, &mut text);
    let raw_len = text.len();
    let fields = read_fields(head, &mut text);
    Ok(ResponseHead::read(raw_len, text, status, fields))
}

/// The fields of a head. What is no field is skipped: repeated status lines, lines without a colon. A field
/// over several lines is put together behind the head in `text`.
pub(super) fn read_fields(head: &[u8], text: &mut Text) -> Box<[FieldSpan]> {
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
fn unfold(text: &mut Text, raw_len: usize, field: &mut FieldSpan, line: &[u8]) {
    let (start, end) = (field.value.start as usize, field.value.end as usize);
    let start = if start < raw_len {
        let copy = text.len();
        let value = Text::from_slice(&text[start..end]);
        text.extend_from_slice(&value);
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
}

impl StatusLine {
    /// Reads the first line of a head: "HTTP/" in any case, a version, three
    /// digits, and a reason or none.
    pub(in crate::http) fn read(head: &[u8]) -> Result<StatusLine, Violation> {
        Self::of(lines(head).next().unwrap_or_default())
    }

    /// The same of the line alone.
    #[inline]
    fn of(line: &[u8]) -> Result<StatusLine, Violation> {
        let parts = usual_parts(line).or_else(|| parts(line));
        let (version, code, _) = parts.ok_or(Violation::StatusLine)?;
        Ok(StatusLine { code, version })
    }
}

/// The reason in the first line of a head.
pub(super) fn reason(head: &[u8]) -> &[u8] {
    let parts = lines(head).next().and_then(parts);
    parts.map_or(&[], |(_, _, rest)| trim_value(rest))
}

/// Version, code, and what follows them.
type Parts<'a> = ((u8, u8), u16, &'a [u8]);

/// Those of the line as nearly every server writes it.
fn usual_parts(line: &[u8]) -> Option<Parts<'_>> {
    let (code, rest) = line.strip_prefix(b"HTTP/1.1 ")?.split_first_chunk()?;
    match rest {
        [] | [b' ' | b'\r', ..] => Some(((1, 1), number_of(code)?, rest)),
        _ => None,
    }
}

/// Those of any.
#[cold]
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
    let [hundreds, tens, ones] = code.map(|digit| u16::from(digit.wrapping_sub(b'0')));
    let is_number = (1..=9).contains(&hundreds) && tens <= 9 && ones <= 9;
    is_number.then_some(hundreds * 100 + tens * 10 + ones)
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
pub(super) fn trim_value(bytes: &[u8]) -> &[u8] {
    let mut bytes = bytes;
    while let [b' ' | b'\t', rest @ ..] = bytes {
        bytes = rest;
    }
    while let [rest @ .., b'\r' | b' ' | b'\t'] = bytes {
        bytes = rest;
    }
    bytes
}

/// Makes `text` the head with an empty line that is CRLF; it is empty before.
#[inline]
pub(super) fn set_with_crlf(head: &[u8], text: &mut Text) {
    match head.len() > text.inline_size() {
        // No more memory than it needs.
        true => *text = Text::from_vec(head.to_vec()),
        false => text.extend_from_slice(head),
    }
    if !head.ends_with(b"\r\n") {
        text.truncate(without_line_end(head).len());
        text.extend_from_slice(b"\r\n");
    }
}
