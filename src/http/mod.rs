//! The client side of HTTP/1.1 as pure bytes: no socket, no clock, no thread.
//!
//! [`request::HeadWriter`] writes what goes out; an [`Exchange`] takes what
//! comes back, hands over the [`ResponseHead`] and leaves a [`body::Body`] that strips
//! the framing. Whoever owns the connection moves the bytes.

pub mod auth;
pub mod body;
pub mod cookie;
pub mod decoding;
pub mod exchange;
pub mod fields;
pub mod range;
pub mod request;
pub mod response;

pub use exchange::{Exchange, HeadEvent};
pub use fields::{Fields, InvalidField};
pub use request::{Method, Version};
pub use response::ResponseHead;

#[cfg(test)]
mod tests;

/// The ways in which a server's answer can be invalid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Violation {
    /// The connection ended before any byte of an answer.
    #[error("the server closed the connection without an answer")]
    NoAnswer,
    /// The connection ended inside the head or before the end of the body.
    #[error("the answer ended early")]
    Truncated,
    /// The head, or the empty lines before it, exceed [`response::MAX_HEAD`].
    #[error("the response head is too large")]
    HeadTooLarge,
    /// The head has [`response::MAX_FIELDS`] field lines or more.
    #[error("the response head has too many fields")]
    TooManyFields,
    /// More than [`exchange::MAX_INFORMATIONAL`] 1xx heads came before the answer.
    #[error("too many informational responses")]
    TooManyInformational,
    /// "HTTP/" is not followed by a version and a status code.
    #[error("invalid status line")]
    StatusLine,
    /// The fields contradict each other about where the body ends:
    /// Transfer-Encoding together with Content-Length.
    #[error("contradicting framing fields")]
    Field,
    /// Content-Length is not one number that fits 64 bits.
    #[error("invalid Content-Length")]
    ContentLength,
    /// The chunked coding is broken, or its lines or trailers are too long.
    #[error("invalid chunked coding")]
    Chunk,
}

/// What every answer with a head begins with, in any case.
const PREFIX: &[u8] = b"HTTP/";

/// Whether `byte` may stand in an RFC 9110 token (methods, field names).
fn is_token_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte)
}

/// Whether `bytes` is an RFC 9110 token.
fn is_token(bytes: &[u8]) -> bool {
    !bytes.is_empty() && bytes.iter().all(|&byte| is_token_byte(byte))
}

/// Whether two names are the same in any case. Mostly they are written alike, which is cheaper to see.
fn same_name(one: &[u8], other: &[u8]) -> bool {
    one == other || one.eq_ignore_ascii_case(other)
}

/// `bytes` without leading and trailing spaces and tabs.
fn trim_ows(mut bytes: &[u8]) -> &[u8] {
    while let [b' ' | b'\t', rest @ ..] = bytes {
        bytes = rest;
    }
    while let [rest @ .., b' ' | b'\t'] = bytes {
        bytes = rest;
    }
    bytes
}

/// The elements of a comma-separated list, trimmed, the empty ones left out.
fn list(value: &[u8]) -> impl Iterator<Item = &[u8]> {
    value
        .split(|&byte| byte == b',')
        .map(trim_ows)
        .filter(|element| !element.is_empty())
}
