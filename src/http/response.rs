//! The head of an answer: kept as it came, looked into by offsets.

mod line_ends;
mod parse;
mod signs;

use std::sync::{Arc, OnceLock};

use smallvec::SmallVec;

use super::{same_name, Violation};

use parse::StatusLine;
pub(super) use parse::{is_informational, parse_at_front, parse_lines, Front, LineScan};
use signs::Sign;
pub(super) use signs::{Coding, Signs};

#[cfg(test)]
mod tests;

/// The largest head that is accepted, in bytes.
pub const MAX_HEAD: usize = 256 * 1024;

/// A head with this many field lines is refused.
pub const MAX_FIELDS: usize = 1000;

/// The head of a response. Its bytes are those the server sent; fields
/// are offsets into them.
#[derive(Debug, Clone, Default)]
pub struct ResponseHead {
    /// The head, and behind it the values that were folded over several lines,
    /// now in one piece.
    text: Text,
    raw_len: u32,
    status: u16,
    version: (u8, u8),
    signs: Signs,
    /// All fields; read when somebody asks.
    fields: OnceLock<Box<[FieldSpan]>>,
    http09: bool,
    is_decoded: bool,
    encoded_length: Option<u64>,
}

/// Most heads are no longer than it has room for without memory of its own.
type Text = SmallVec<[u8; 512]>;

/// A part of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// The offsets are those of a head, which is far smaller than 4 GiB. All
    /// empty spans are the same, wherever they were found.
    fn new(start: usize, end: usize) -> Span {
        if start == end {
            return Span { start: 0, end: 0 };
        }
        Span {
            start: start as u32,
            end: end as u32,
        }
    }

    /// Where `part` lies in `text`.
    fn within(text: &[u8], part: &[u8]) -> Span {
        let start = part.as_ptr() as usize - text.as_ptr() as usize;
        Span::new(start, start + part.len())
    }

    fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    fn of(self, text: &[u8]) -> &[u8] {
        &text[self.start as usize..self.end as usize]
    }
}

/// One field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct FieldSpan {
    name: Span,
    value: Span,
}

impl FieldSpan {
    /// Most names are told apart by their lengths.
    fn has_name(&self, name: &str, text: &[u8]) -> bool {
        self.name.len() == name.len() && same_name(self.name.of(text), name.as_bytes())
    }
}

impl ResponseHead {
    /// The head that stands for an answer without one (HTTP/0.9).
    pub fn http09() -> ResponseHead {
        let raw = b"HTTP/1.0 200 OK\r\n\r\n";
        ResponseHead {
            text: Text::from_slice(raw),
            raw_len: raw.len() as u32,
            status: 200,
            version: (1, 0),
            http09: true,
            ..ResponseHead::default()
        }
    }

    /// A head of which no field is read but for its signs, and none goes over several lines. It is made where it
    /// stays.
    #[inline]
    fn unread(head: &[u8], status: StatusLine, signs: Signs) -> Arc<ResponseHead> {
        let mut made = Arc::<ResponseHead>::default();
        if let Some(made) = Arc::get_mut(&mut made) {
            parse::set_with_crlf(head, &mut made.text);
            made.raw_len = made.text.len() as u32;
            made.status = status.code;
            made.version = status.version;
            made.signs = signs;
        }
        made
    }

    /// A head with all its fields: `raw_len` bytes of `text`, and what was put together behind it.
    fn read(
        raw_len: usize,
        text: Text,
        status: StatusLine,
        fields: Box<[FieldSpan]>,
    ) -> ResponseHead {
        let mut signs = Signs::default();
        for field in &fields {
            if let Some(sign) = Sign::of(field.name.of(&text)) {
                signs.note(sign, field.value.of(&text));
            }
        }
        ResponseHead {
            raw_len: raw_len as u32,
            text,
            status: status.code,
            version: status.version,
            signs,
            fields: fields.into(),
            ..ResponseHead::default()
        }
    }

    /// The head as it is when the body is decoded: without what it says of the coded body, which is
    /// `encoded_length` bytes long.
    pub fn decoded(&self, encoded_length: Option<u64>) -> Result<ResponseHead, Violation> {
        let text = parse::without(self.raw(), &["Content-Encoding", "Content-Length"]);
        Ok(ResponseHead {
            is_decoded: true,
            encoded_length,
            ..parse::parse_lines(&text)?
        })
    }

    /// Whether the body is decoded.
    pub fn is_decoded(&self) -> bool {
        self.is_decoded
    }

    /// What Content-Length said of a body that is decoded.
    pub fn encoded_length(&self) -> Option<u64> {
        self.encoded_length
    }

    /// Whether the server sent no head at all.
    pub fn is_http09(&self) -> bool {
        self.http09
    }

    /// The status code, 100 to 999.
    pub fn status(&self) -> u16 {
        self.status
    }

    /// Whether the server (401) or a proxy (407) asks for credentials.
    pub fn is_challenge(&self) -> bool {
        matches!(self.status, 401 | 407)
    }

    /// The version, major and minor.
    pub fn version(&self) -> (u8, u8) {
        self.version
    }

    /// The reason phrase; may be empty.
    pub fn reason(&self) -> &[u8] {
        parse::reason(self.raw())
    }

    /// The head as the server sent it, from the status line to the empty line.
    /// The empty line is always CRLF, even when the server sent a bare LF.
    pub fn raw(&self) -> &[u8] {
        &self.text[..self.raw_len as usize]
    }

    /// The lines of [`raw`](Self::raw), status line first, without line ends and
    /// without the empty line.
    pub fn lines(&self) -> impl Iterator<Item = &[u8]> {
        parse::lines(self.raw()).take_while(|line| !line.is_empty())
    }

    /// Name and value of every field, in order. Lines that are no fields are
    /// left out; a folded value is one line.
    pub fn fields(&self) -> impl Iterator<Item = (&[u8], &[u8])> {
        let text = &self.text;
        let fields = self.all_fields().iter();
        fields.map(|field| (field.name.of(text), field.value.of(text)))
    }

    /// The value of the first field of that name, whatever its case.
    pub fn get<'a>(&'a self, name: &'a str) -> Option<&'a [u8]> {
        self.values(name).next()
    }

    /// The values of all fields of that name, in order.
    pub fn values<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a [u8]> {
        let fields = self.all_fields().iter();
        let found = fields.filter(|it| it.has_name(name, &self.text));
        found.map(|it| it.value.of(&self.text))
    }

    /// Whether there is a Set-Cookie. To know it the fields need not be read.
    pub fn sets_cookies(&self) -> bool {
        self.signs.sets_cookies
    }

    /// What the fields say that decide how to go on.
    pub(super) fn signs(&self) -> &Signs {
        &self.signs
    }

    fn all_fields(&self) -> &[FieldSpan] {
        // Nothing is put together: a head with such fields has all of them from the start.
        let read = || parse::read_fields(self.raw(), &mut Text::new());
        self.fields.get_or_init(read)
    }

    /// Whether `token` stands in the comma-separated list that the fields of
    /// that name make together, whatever its case.
    pub fn has_token(&self, name: &str, token: &str) -> bool {
        self.values(name).any(|value| in_list(value, token))
    }
}

fn in_list(value: &[u8], token: &str) -> bool {
    super::list(value).any(|element| element.eq_ignore_ascii_case(token.as_bytes()))
}
