//! What goes out: the request line and its fields.

use std::borrow::Cow;

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

/// A method. The usual ones are no memory of anybody's.
pub type Method = Cow<'static, [u8]>;

/// The method of that name; `None` for what is no RFC 9110 token.
pub fn method(name: &[u8]) -> Option<Method> {
    const USUAL: [&[u8]; 6] = [b"GET", b"POST", b"HEAD", b"PUT", b"DELETE", b"OPTIONS"];
    match USUAL.into_iter().find(|it| *it == name) {
        Some(usual) => Some(usual.into()),
        None => super::is_token(name).then(|| name.to_vec().into()),
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

/// A request head as it is written: the request line, the automatic fields in the order in which they are
/// given, the program's, the empty line.
pub struct HeadWriter<'a> {
    out: &'a mut Vec<u8>,
    fields: &'a Fields,
}

impl<'a> HeadWriter<'a> {
    /// Writes the request line behind what is in `out`. `method` is one of [`method`], `target` without controls
    /// and spaces.
    pub fn begin(
        out: &'a mut Vec<u8>,
        (method, target, version): (&[u8], &[u8], Version),
        fields: &'a Fields,
    ) -> Self {
        out.reserve(method.len() + target.len() + fields.rendered_len() + USUAL_REST);
        for part in [method, b" ", target, b" ", version.as_str().as_bytes()] {
            out.extend_from_slice(part);
        }
        out.extend_from_slice(CRLF);
        Self { out, fields }
    }

    /// A field that the program may have set itself: then it is left to that. A CR, LF or NUL in a value goes
    /// out as a space: it can come from a user agent or a host name, and must not begin a line of its own.
    #[inline]
    pub fn automatic(&mut self, name: &str, value: &[&[u8]]) {
        if self.fields.contains(name) {
            return;
        }
        self.out.extend_from_slice(name.as_bytes());
        self.out.extend_from_slice(b": ");
        for part in value.iter().filter(|it| !it.is_empty()) {
            push_value(self.out, part);
        }
        self.out.extend_from_slice(CRLF);
    }

    /// Writes the program's fields and the end.
    pub fn end(self) {
        self.fields.render_into(self.out);
        self.out.extend_from_slice(CRLF);
    }
}

const CRLF: &[u8] = b"\r\n";
/// Room for the rest of the request line and the automatic fields that most requests have.
const USUAL_REST: usize = 128;

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
