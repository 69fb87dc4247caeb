//! Cookies as bytes: what a Set-Cookie field says, and whose requests it is for (RFC 6265, and what
//! its successor, draft-ietf-httpbis-rfc6265bis, has settled since).

mod date;
mod matching;
#[cfg(test)]
mod tests;

pub use date::parse_date;
pub use matching::{default_path, domain_matches, is_address, path_matches};

/// Name and value together have at most so many bytes.
pub const MAX_PAIR: usize = 4096;

/// An attribute whose value is longer is passed over.
const MAX_ATTRIBUTE: usize = 1024;

/// When a cookie goes that is to go at once.
pub const LONG_AGO: i64 = i64::MIN;

/// What SameSite says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SameSite {
    /// Nothing that is known.
    #[default]
    Unsaid,
    /// None.
    None,
    /// Lax.
    Lax,
    /// Strict.
    Strict,
}

/// Why it is no cookie.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum InvalidCookie {
    /// There is a control character other than a tab, which could end a line.
    #[error("the cookie has a control character")]
    Control,
    /// There is neither a name nor a value.
    #[error("the cookie is empty")]
    Empty,
    /// Name and value have more than [`MAX_PAIR`] bytes.
    #[error("the cookie is too long")]
    TooLong,
}

/// The parts of a Set-Cookie field. Of an attribute that is repeated the last one counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct SetCookie<'a> {
    /// The name; may be empty.
    pub name: &'a [u8],
    /// The value; may be empty.
    pub value: &'a [u8],
    /// When it expires, in seconds since 1970; `None`: with the session.
    pub expires: Option<i64>,
    /// Domain without a leading dot, as it was written; empty: there is none.
    pub domain: &'a [u8],
    /// Path, if it is absolute.
    pub path: Option<&'a [u8]>,
    /// Secure.
    pub secure: bool,
    /// HttpOnly.
    pub http_only: bool,
    /// SameSite.
    pub same_site: SameSite,
}

impl<'a> SetCookie<'a> {
    /// Takes the value of a Set-Cookie field apart; `now` is what Max-Age counts from.
    pub fn parse(text: &'a [u8], now: i64) -> Result<Self, InvalidCookie> {
        if text.iter().any(|&byte| is_control(byte)) {
            return Err(InvalidCookie::Control);
        }
        let mut parts = text.split(|&byte| byte == b';');
        let (name, value) = match split_at_equals(parts.next().unwrap_or_default()) {
            (name, Some(value)) => (name, value),
            (value, None) => (&b""[..], value),
        };
        let mut cookie = Self {
            name,
            value,
            ..Self::default()
        };
        cookie.check()?;
        let mut max_age = None;
        for part in parts {
            let (name, value) = split_at_equals(part);
            let value = value.unwrap_or_default();
            if value.len() > MAX_ATTRIBUTE {
                continue;
            }
            if name.eq_ignore_ascii_case(b"Max-Age") {
                max_age = lifetime(value).or(max_age);
            } else {
                cookie.take_attribute(name, value);
            }
        }
        match max_age {
            None => {}
            Some(0) => cookie.expires = Some(LONG_AGO),
            Some(seconds) => cookie.expires = Some(now.saturating_add(seconds)),
        }
        Ok(cookie)
    }

    /// Whether name and value can be a cookie's.
    pub fn check(&self) -> Result<(), InvalidCookie> {
        let all = self.name.iter().chain(self.value);
        match self.name.len() + self.value.len() {
            0 => Err(InvalidCookie::Empty),
            length if length > MAX_PAIR => Err(InvalidCookie::TooLong),
            _ if all.copied().any(is_control) => Err(InvalidCookie::Control),
            _ => Ok(()),
        }
    }

    fn take_attribute(&mut self, name: &[u8], value: &'a [u8]) {
        let is = |known: &str| name.eq_ignore_ascii_case(known.as_bytes());
        if is("Expires") {
            self.expires = parse_date(value).or(self.expires);
        } else if is("Domain") {
            self.domain = value.strip_prefix(b".").unwrap_or(value);
        } else if is("Path") {
            self.path = Some(value).filter(|path| path.starts_with(b"/"));
        } else if is("Secure") {
            self.secure = true;
        } else if is("HttpOnly") {
            self.http_only = true;
        } else if is("SameSite") {
            self.same_site = same_site(value);
        }
    }
}

/// Whether a cookie must not have this byte anywhere.
pub fn is_control(byte: u8) -> bool {
    byte.is_ascii_control() && byte != b'\t'
}

/// What is before the first "=" and after it, trimmed.
fn split_at_equals(part: &[u8]) -> (&[u8], Option<&[u8]>) {
    match part.iter().position(|&byte| byte == b'=') {
        Some(at) => (
            super::trim_ows(&part[..at]),
            Some(super::trim_ows(&part[at + 1..])),
        ),
        None => (super::trim_ows(part), None),
    }
}

/// The seconds of a Max-Age, 0 if it is over at once; what is no number is passed over.
fn lifetime(value: &[u8]) -> Option<i64> {
    let digits = value.strip_prefix(b"-").unwrap_or(value);
    if digits.is_empty() || !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    if digits.len() < value.len() {
        return Some(0);
    }
    let digits = std::str::from_utf8(digits).ok()?;
    Some(digits.parse().unwrap_or(i64::MAX))
}

fn same_site(value: &[u8]) -> SameSite {
    let is = |known: &str| value.eq_ignore_ascii_case(known.as_bytes());
    if is("Strict") {
        SameSite::Strict
    } else if is("Lax") {
        SameSite::Lax
    } else if is("None") {
        SameSite::None
    } else {
        SameSite::Unsaid
    }
}
