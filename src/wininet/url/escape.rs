//! Percent-encoding.

use std::borrow::Cow;

/// Which characters of a path are encoded. Controls and what is not ASCII are, unless nothing is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unsafe {
    /// None.
    Nothing,
    /// Spaces.
    Spaces,
    /// What Microsoft's UrlCanonicalize lists, and the grave accent, which RFC 1738 has too.
    All,
}

impl Unsafe {
    fn has(self, byte: u8) -> bool {
        match self {
            Self::Nothing => false,
            Self::Spaces => byte == b' ',
            Self::All => byte <= b' ' || byte >= 0x7f || b"\"'<>[\\]^`{|}".contains(&byte),
        }
    }
}

/// Encodes what is unsafe, and percent signs too if that is wanted.
pub fn escape(text: &[u8], what: Unsafe, percent_too: bool) -> Vec<u8> {
    let is_unsafe = |byte: u8| what.has(byte) || (percent_too && byte == b'%');
    escape_if(text, is_unsafe)
}

/// Encodes the bytes of which that holds.
pub fn escape_if(text: &[u8], is_unsafe: impl Fn(u8) -> bool) -> Vec<u8> {
    let mut escaped = Vec::with_capacity(text.len());
    for &byte in text {
        match is_unsafe(byte) {
            true => escaped.extend_from_slice(format!("%{byte:02X}").as_bytes()),
            false => escaped.push(byte),
        }
    }
    escaped
}

/// Takes back percent-encoding, but for the characters in `kept`.
pub fn unescape<'a>(text: &'a [u8], kept: &[u8]) -> Cow<'a, [u8]> {
    if !text.contains(&b'%') {
        return Cow::Borrowed(text);
    }
    let digit = |byte: Option<&u8>| char::from(*byte?).to_digit(16);
    let mut decoded = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some((&first, after)) = rest.split_first() {
        let pair = digit(after.first()).zip(digit(after.get(1)));
        let byte = pair.map(|(high, low)| (high * 16 + low) as u8);
        match byte.filter(|byte| first == b'%' && !kept.contains(byte)) {
            Some(byte) => {
                decoded.push(byte);
                rest = &after[2..];
            }
            None => {
                decoded.push(first);
                rest = after;
            }
        }
    }
    Cow::Owned(decoded)
}
