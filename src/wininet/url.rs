//! URLs as WinINet slices them. Not WHATWG's rules: nothing is rewritten that was not asked for.

use std::ops::Range;

use super::connection::Target;
use super::credentials::url_login;
use super::error::{Error, Result};
use super::request::RequestLine;
use crate::abi::*;
use crate::http::auth::Login;
use crate::http::{Fields, Version};

/// A code unit of a string: a byte, or the platform's wchar_t.
pub trait Unit: Copy + PartialEq {
    /// Its number.
    fn code(self) -> u32;

    /// The unit with the number of this byte.
    fn of(byte: u8) -> Self;
}

impl Unit for u8 {
    fn code(self) -> u32 {
        self.into()
    }

    fn of(byte: u8) -> Self {
        byte
    }
}

impl Unit for i32 {
    fn code(self) -> u32 {
        self as u32
    }

    fn of(byte: u8) -> Self {
        byte.into()
    }
}

impl Unit for u16 {
    fn code(self) -> u32 {
        self.into()
    }

    fn of(byte: u8) -> Self {
        byte.into()
    }
}

/// Where the parts of a URL lie in it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Parts {
    /// The scheme without its colon.
    pub scheme: Range<usize>,
    /// What the scheme is: an INTERNET_SCHEME_ value.
    pub kind: i32,
    /// The host, an IPv6 address with its brackets.
    pub host: Range<usize>,
    /// The port, the scheme's default when the URL names none.
    pub port: u16,
    /// The user name.
    pub user: Range<usize>,
    /// The password.
    pub password: Range<usize>,
    /// The path, and the query if nobody asks for it by itself.
    pub path: Range<usize>,
    /// The query and the fragment, with their marks.
    pub extra: Range<usize>,
}

const INVALID_URL: Error = Error(ERROR_INTERNET_INVALID_URL);

/// Finds the parts of a URL.
pub fn crack<U: Unit>(url: &[U]) -> Result<Parts> {
    let colon = find(url, 0..url.len(), b":").ok_or(Error(ERROR_INTERNET_UNRECOGNIZED_SCHEME))?;
    let mut parts = Parts {
        scheme: 0..colon,
        kind: scheme_kind(&url[..colon])?,
        ..Parts::default()
    };
    let slashes = url[colon + 1..].iter().take(2);
    let is_hierarchical = slashes.filter(|unit| unit.code() == '/' as u32).count() == 2;
    let mut rest = colon + 1;
    if is_hierarchical {
        let authority = rest + 2;
        rest = find(url, authority..url.len(), b"/?#").unwrap_or(url.len());
        crack_authority(url, authority..rest, &mut parts)?;
    } else if takes_a_host(parts.kind) {
        return Err(INVALID_URL);
    }
    let extra = find(url, rest..url.len(), b"?#").unwrap_or(url.len());
    parts.path = rest..extra;
    parts.extra = extra..url.len();
    Ok(parts)
}

fn crack_authority<U: Unit>(url: &[U], whole: Range<usize>, parts: &mut Parts) -> Result<()> {
    let mut server = whole.clone();
    if let Some(at) = rfind(url, whole.clone(), b'@') {
        let colon = find(url, whole.start..at, b":").unwrap_or(at);
        parts.user = whole.start..colon;
        parts.password = (colon + 1).min(at)..at;
        server = at + 1..whole.end;
    }
    let after_address = match url.get(server.start).map(|unit| unit.code()) {
        Some(code) if code == '[' as u32 => find(url, server.clone(), b"]").ok_or(INVALID_URL)? + 1,
        _ => server.start,
    };
    let colon = find(url, after_address..server.end, b":");
    parts.host = server.start..colon.unwrap_or(server.end);
    parts.port = match colon {
        Some(colon) if colon + 1 < server.end => port(&url[colon + 1..server.end])?,
        _ => default_port(parts.kind),
    };
    if parts.host.is_empty() && takes_a_host(parts.kind) {
        return Err(INVALID_URL);
    }
    Ok(())
}

/// Where an http or https URL leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The server.
    pub server: Target,
    /// Whether it is https.
    pub secure: bool,
    /// Path and query as they go out.
    pub target: Vec<u8>,
}

impl Place {
    /// The parts of such a URL.
    pub fn of(url: &[u8]) -> Result<Self> {
        Self::at(url, &crack(url)?)
    }

    fn at(url: &[u8], parts: &Parts) -> Result<Self> {
        let secure = match parts.kind {
            INTERNET_SCHEME_HTTP => false,
            INTERNET_SCHEME_HTTPS => true,
            _ => return Err(Error(ERROR_INTERNET_UNRECOGNIZED_SCHEME)),
        };
        let fragment = find(url, parts.extra.clone(), b"#").unwrap_or(parts.extra.end);
        Ok(Self {
            server: target(&url[parts.host.clone()], parts.port)?,
            secure,
            target: request_target(&url[parts.path.start..fragment]),
        })
    }
}

/// What InternetOpenUrl asks for.
pub fn request_of(url: &[u8], flags: u32) -> Result<(Target, Login, RequestLine)> {
    let parts = crack(url)?;
    let place = Place::at(url, &parts)?;
    let login = url_login(url, &parts)?;
    let line = RequestLine {
        method: b"GET".as_slice().into(),
        target: place.target,
        version: Version::Http11,
        secure: place.secure || flags & INTERNET_FLAG_SECURE != 0,
        flags,
        fields: Fields::default(),
    };
    Ok((place.server, login, line))
}

/// Where `reference`, found in an answer from `base`, leads to (RFC 3986, section 5.2); `None` for
/// what is not http. `base` is a URL of ours, so it has a host and a path.
pub fn place(base: &[u8], reference: &[u8]) -> Result<Option<Place>> {
    let parts = crack(base)?;
    if let Some(scheme) = scheme_of(reference) {
        return match scheme_kind(scheme) {
            Ok(INTERNET_SCHEME_HTTP | INTERNET_SCHEME_HTTPS) => Place::of(reference).map(Some),
            _ => Ok(None),
        };
    }
    let path = &base[parts.path.clone()];
    let directory = path.iter().rposition(|&byte| byte == b'/');
    let kept = match reference {
        [b'/', b'/', ..] => parts.scheme.end + 1,
        [b'/', ..] => parts.path.start,
        [b'?' | b'#', ..] | [] => parts.path.end,
        _ => parts.path.start + directory.map_or(0, |slash| slash + 1),
    };
    Place::of(&[&base[..kept], reference].concat()).map(Some)
}

/// The scheme of a URL that has one.
fn scheme_of(url: &[u8]) -> Option<&[u8]> {
    let end = url.iter().position(|byte| b":/?#".contains(byte))?;
    let is_scheme = url[end] == b':' && url[0].is_ascii_alphabetic();
    is_scheme.then(|| &url[..end])
}

/// A server's name, as InternetConnect is given it, and its port.
pub fn target(host: &[u8], port: u16) -> Result<Target> {
    let host = std::str::from_utf8(host).map_err(|_| Error(ERROR_INTERNET_INVALID_URL))?;
    let inner = host.strip_prefix('[').and_then(|it| it.strip_suffix(']'));
    let host = inner.unwrap_or(host).to_ascii_lowercase();
    let is_odd = |char: char| char.is_control() || " /\\?#@[]<>\"".contains(char);
    let is_address = host.parse::<std::net::Ipv6Addr>().is_ok();
    if host.is_empty() || host.contains(is_odd) || (host.contains(':') && !is_address) {
        return Err(Error(ERROR_INTERNET_INVALID_URL));
    }
    Ok(Target { host, port })
}

/// Path and query as they go out: a leading slash, no dot segments, nothing that could end the
/// request line.
pub fn request_target(object: &[u8]) -> Vec<u8> {
    let query = object.iter().position(|&byte| byte == b'?');
    let (path, query) = object.split_at(query.unwrap_or(object.len()));
    let mut target = remove_dot_segments(path);
    target.extend_from_slice(query);
    let mut escaped = Vec::with_capacity(target.len());
    for byte in target {
        if byte <= b' ' || byte >= 0x7f || matches!(byte, b'"' | b'<' | b'>') {
            escaped.extend_from_slice(format!("%{byte:02X}").as_bytes());
        } else {
            escaped.push(byte);
        }
    }
    escaped
}

/// Takes back percent-encoding.
pub fn unescape<U: Unit>(text: &[U]) -> Vec<U> {
    let digit = |unit: Option<&U>| char::from_u32(unit?.code())?.to_digit(16);
    let mut decoded = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some((&first, after)) = rest.split_first() {
        let pair = digit(after.first()).zip(digit(after.get(1)));
        match pair.filter(|_| first.code() == '%' as u32) {
            Some((high, low)) => {
                decoded.push(U::of((high * 16 + low) as u8));
                rest = &after[2..];
            }
            None => {
                decoded.push(first);
                rest = after;
            }
        }
    }
    decoded
}

/// RFC 3986, section 5.2.4.
fn remove_dot_segments(path: &[u8]) -> Vec<u8> {
    let mut segments: Vec<&[u8]> = Vec::new();
    let path = path.strip_prefix(b"/").unwrap_or(path);
    let mut ends_in_directory = false;
    for segment in path.split(|&byte| byte == b'/') {
        ends_in_directory = matches!(segment, b"." | b"..");
        match segment {
            b"." => {}
            b".." => drop(segments.pop()),
            segment => segments.push(segment),
        }
    }
    let mut result = Vec::with_capacity(path.len() + 1);
    for segment in &segments {
        result.push(b'/');
        result.extend_from_slice(segment);
    }
    if ends_in_directory || result.is_empty() {
        result.push(b'/');
    }
    result
}

fn scheme_kind<U: Unit>(scheme: &[U]) -> Result<i32> {
    let known = [
        ("http", INTERNET_SCHEME_HTTP),
        ("https", INTERNET_SCHEME_HTTPS),
        ("ftp", INTERNET_SCHEME_FTP),
        ("gopher", INTERNET_SCHEME_GOPHER),
        ("file", INTERNET_SCHEME_FILE),
        ("news", INTERNET_SCHEME_NEWS),
        ("mailto", INTERNET_SCHEME_MAILTO),
        ("socks", INTERNET_SCHEME_SOCKS),
        ("javascript", INTERNET_SCHEME_JAVASCRIPT),
        ("vbscript", INTERNET_SCHEME_VBSCRIPT),
        ("res", INTERNET_SCHEME_RES),
    ];
    let lower = |unit: &U| match unit.code() {
        code @ 0x41..=0x5a => code + 0x20,
        code => code,
    };
    let is = |name: &str| scheme.iter().map(lower).eq(name.bytes().map(u32::from));
    let found = known.iter().find(|(name, _)| is(name));
    found
        .map(|(_, kind)| *kind)
        .ok_or(Error(ERROR_INTERNET_UNRECOGNIZED_SCHEME))
}

fn takes_a_host(kind: i32) -> bool {
    matches!(
        kind,
        INTERNET_SCHEME_HTTP | INTERNET_SCHEME_HTTPS | INTERNET_SCHEME_FTP | INTERNET_SCHEME_GOPHER
    )
}

fn default_port(kind: i32) -> u16 {
    match kind {
        INTERNET_SCHEME_HTTP => INTERNET_DEFAULT_HTTP_PORT,
        INTERNET_SCHEME_HTTPS => INTERNET_DEFAULT_HTTPS_PORT,
        INTERNET_SCHEME_FTP => INTERNET_DEFAULT_FTP_PORT,
        INTERNET_SCHEME_GOPHER => INTERNET_DEFAULT_GOPHER_PORT,
        INTERNET_SCHEME_SOCKS => INTERNET_DEFAULT_SOCKS_PORT,
        _ => INTERNET_INVALID_PORT_NUMBER,
    }
}

fn port<U: Unit>(digits: &[U]) -> Result<u16> {
    let mut port = 0_u16;
    for digit in digits {
        let digit = char::from_u32(digit.code()).and_then(|char| char.to_digit(10));
        let digit = digit.ok_or(INVALID_URL)? as u16;
        let more = port
            .checked_mul(10)
            .and_then(|port| port.checked_add(digit));
        port = more.ok_or(INVALID_URL)?;
    }
    Ok(port)
}

/// The first of `wanted` within `range`.
fn find<U: Unit>(url: &[U], mut range: Range<usize>, wanted: &[u8]) -> Option<usize> {
    range.find(|&index| wanted.iter().any(|&it| url[index].code() == it.into()))
}

fn rfind<U: Unit>(url: &[U], range: Range<usize>, wanted: u8) -> Option<usize> {
    range
        .rev()
        .find(|&index| url[index].code() == wanted.into())
}
