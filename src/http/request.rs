//! What goes out: the request line and its fields.

use super::fields::{is_field_value, Fields};

#[cfg(test)]
mod tests;

/// The version a request announces.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Version {
    /// HTTP/1.0
    Http10,
    /// HTTP/1.1
    #[default]
    Http11,
}

impl Version {
    /// As it stands in the request line.
    pub fn as_str(self) -> &'static str {
        match self {
            Version::Http10 => "HTTP/1.0",
            Version::Http11 => "HTTP/1.1",
        }
    }
}

/// What of a request's method matters to the reading of its answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum RequestKind {
    /// HEAD: the answer has a head only.
    Head,
    /// CONNECT: after a 2xx head the connection is a tunnel.
    Connect,
    /// Any other method.
    #[default]
    Other,
}

impl RequestKind {
    /// The kind of a method. Methods are case-sensitive.
    pub fn of(method: &[u8]) -> RequestKind {
        match method {
            b"HEAD" => RequestKind::Head,
            b"CONNECT" => RequestKind::Connect,
            _ => RequestKind::Other,
        }
    }
}

/// Appends a request head to `out`: the request line, the `automatic` fields in
/// their order, the program's `fields`, the empty line.
///
/// `method` must have passed [`is_method`], `target` be without controls and
/// spaces, and the automatic names be tokens. A CR, LF or NUL in an automatic value goes out
/// as a space: it can come from a user agent or a host name, and must not begin
/// a line of its own.
pub fn render_head(
    out: &mut Vec<u8>,
    method: &[u8],
    target: &[u8],
    version: Version,
    automatic: &[(&str, &[u8])],
    fields: &Fields,
) {
    let version = version.as_str().as_bytes();
    let automatic_len: usize = automatic
        .iter()
        .map(|(name, value)| name.len() + value.len() + 4)
        .sum();
    // Two spaces and two line ends beside the parts.
    out.reserve(
        method.len() + target.len() + version.len() + automatic_len + fields.rendered_len() + 6,
    );
    for part in [method, b" ", target, b" ", version, b"\r\n"] {
        out.extend_from_slice(part);
    }
    for (name, value) in automatic {
        out.extend_from_slice(name.as_bytes());
        out.extend_from_slice(b": ");
        push_value(out, value);
        out.extend_from_slice(b"\r\n");
    }
    fields.render_into(out);
    out.extend_from_slice(b"\r\n");
}

fn push_value(out: &mut Vec<u8>, value: &[u8]) {
    if is_field_value(value) {
        out.extend_from_slice(value);
    } else {
        out.extend(value.iter().map(|&byte| match byte {
            b'\r' | b'\n' | 0 => b' ',
            other => other,
        }));
    }
}

/// Whether `bytes` can be a method: an RFC 9110 token.
pub fn is_method(bytes: &[u8]) -> bool {
    super::is_token(bytes)
}
