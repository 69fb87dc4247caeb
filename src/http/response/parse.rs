//! Reading a head: httparse for the clean ones, and a line reader that forgives
//! for what real servers send beyond the standard.

use std::mem::MaybeUninit;
use std::sync::Arc;

use super::{FieldSpan, ResponseHead, Span, MAX_FIELDS, MAX_HEAD};
use crate::http::{is_token, trim_ows, Violation};

/// Clean heads with more fields than this go the slower way.
const CLEAN_FIELDS: usize = 64;

/// What [`parse_at_front`] found.
pub(in crate::http) enum Front {
    /// A final head of so many bytes.
    Head(Arc<ResponseHead>, usize),
    /// A 1xx head (101 is final) of so many bytes.
    Informational(u16, usize),
    /// A head that is not complete, or not clean.
    Unclear,
}

/// The quick way: a complete and clean head at the front of `bytes`.
pub(in crate::http) fn parse_at_front(bytes: &[u8]) -> Result<Front, Violation> {
    let mut headers = [const { MaybeUninit::<httparse::Header>::uninit() }; CLEAN_FIELDS];
    let mut response = httparse::Response::new(&mut []);
    let outcome = httparse::ParserConfig::default().parse_response_with_uninit_headers(
        &mut response,
        bytes,
        &mut headers,
    );
    let Ok(httparse::Status::Complete(len)) = outcome else {
        return Ok(Front::Unclear);
    };
    let span = |part: &[u8]| {
        // An empty part need not lie in `bytes`.
        if part.is_empty() {
            return Span::new(0, 0);
        }
        let start = part.as_ptr() as usize - bytes.as_ptr() as usize;
        Span::new(start, start + part.len())
    };
    // The checks in the order in which the line reader meets them.
    let status = match (response.version, response.code, response.reason) {
        (Some(minor), Some(code @ 100..), Some(reason)) if !reason.is_empty() => StatusLine {
            code,
            version: (1, minor),
            reason: span(trim_value(reason.as_bytes())),
        },
        // httparse leaves out reasons that are not ASCII.
        _ => StatusLine::read(bytes)?,
    };
    if len > MAX_HEAD {
        return Err(Violation::HeadTooLarge);
    }
    if is_informational(status.code) {
        return Ok(Front::Informational(status.code, len));
    }
    let fields = response.headers.iter().map(|header| FieldSpan {
        name: span(header.name.as_bytes()),
        value: span(header.value),
    });
    let fields = fields.collect();
    let text = with_crlf(&bytes[..len]);
    let head = ResponseHead::build(text.len(), text, status, fields);
    Ok(Front::Head(Arc::new(head), len))
}

/// Reads a whole head, from the status line to the empty line, line by line.
/// What is no field is skipped: repeated status lines, lines without a colon.
pub(in crate::http) fn parse_lines(head: &[u8]) -> Result<ResponseHead, Violation> {
    let status = StatusLine::read(head)?;
    let mut text = with_crlf(head);
    let raw_len = text.len();
    let mut fields: Vec<FieldSpan> = Vec::with_capacity(16);
    let mut foldable = false;
    let mut start = 0;
    for (index, whole) in head.split_inclusive(|&byte| byte == b'\n').enumerate() {
        let line = without_line_end(whole);
        if index == 0 {
            // The status line.
        } else if line.is_empty() {
            break;
        } else if is_folded(line) {
            if let (true, Some(field)) = (foldable, fields.last_mut()) {
                unfold(&mut text, raw_len, field, line);
            }
        } else if let Some((name, value)) = field(line) {
            let value_start = start + (value.as_ptr() as usize - line.as_ptr() as usize);
            fields.push(FieldSpan {
                name: Span::new(start, start + name.len()),
                value: Span::new(value_start, value_start + value.len()),
            });
            foldable = true;
        } else {
            foldable = false;
        }
        start += whole.len();
    }
    Ok(ResponseHead::build(
        raw_len,
        text,
        status,
        fields.into_boxed_slice(),
    ))
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

impl ResponseHead {
    /// Only for parts that belong together: `text` is a head of `raw_len` bytes
    /// and what was unfolded.
    fn build(
        raw_len: usize,
        text: Vec<u8>,
        status: StatusLine,
        fields: Box<[FieldSpan]>,
    ) -> ResponseHead {
        ResponseHead {
            text: text.into_boxed_slice(),
            raw_len: raw_len as u32,
            status: status.code,
            version: status.version,
            reason: status.reason,
            fields,
            http09: false,
            is_decoded: false,
            encoded_length: None,
        }
    }
}

/// What a status line says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::http) struct StatusLine {
    /// 100 to 999.
    pub(in crate::http) code: u16,
    version: (u8, u8),
    /// Where the reason begins and ends.
    reason: Span,
}

impl StatusLine {
    /// Reads the first line of a head: "HTTP/" in any case, a version, three
    /// digits, and a reason or none.
    pub(in crate::http) fn read(head: &[u8]) -> Result<StatusLine, Violation> {
        let line = head.split(|&byte| byte == b'\n').next().unwrap_or_default();
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        let parts = || {
            let (prefix, rest) = line.split_at_checked(5)?;
            if !prefix.eq_ignore_ascii_case(b"HTTP/") {
                return None;
            }
            let (major, rest) = number(rest)?;
            let (minor, rest) = match rest.strip_prefix(b".") {
                Some(rest) => number(rest)?,
                None => (0, rest),
            };
            let code = trim_ows(rest);
            let (code, rest) = code
                .split_at_checked(3)
                .filter(|_| code.len() < rest.len())?;
            let ends = matches!(rest, [] | [b' ' | b'\t' | b'\r', ..]);
            if !ends || !code.iter().all(u8::is_ascii_digit) || code[0] == b'0' {
                return None;
            }
            let code = code
                .iter()
                .fold(0, |sum, digit| sum * 10 + u16::from(digit - b'0'));
            Some(((major, minor), code, rest))
        };
        let (version, code, rest) = parts().ok_or(Violation::StatusLine)?;
        let reason = trim_value(rest);
        let start = reason.as_ptr() as usize - head.as_ptr() as usize;
        Ok(StatusLine {
            code,
            version,
            reason: Span::new(start, start + reason.len()),
        })
    }
}

/// A decimal number of one to three digits, up to 255, and what follows it.
fn number(bytes: &[u8]) -> Option<(u8, &[u8])> {
    let len = bytes
        .iter()
        .take_while(|byte| byte.is_ascii_digit())
        .count();
    let (digits, rest) = bytes.split_at(len);
    let digits = std::str::from_utf8(digits).ok()?;
    Some((digits.parse().ok()?, rest))
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
