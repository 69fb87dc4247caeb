//! URLs as WinINet slices and joins them. Not WHATWG's rules: nothing is rewritten that was not asked
//! for.

mod canonicalize;
mod crack;
mod create;
mod escape;
mod host;
mod scheme;
mod split;

use std::sync::Arc;

use parking_lot::Mutex;
use smallvec::SmallVec;

pub use canonicalize::{canonicalize, combine};
pub use crack::{crack, Parts};
pub use create::{create, Given};
pub use escape::unescape;
pub use host::on_the_wire;

use super::connection::Target;
use super::credentials::url_login;
use super::error::{Error, Result};
use super::request::RequestLine;
use crate::abi::*;
use crate::http::auth::Login;
use crate::http::{Fields, Method, Version};
use escape::escape_if;
use split::{remove_dot_segments, resolve, scheme_of};

/// A code unit of a string: a byte, or the platform's wchar_t.
pub trait Unit: Copy + PartialEq {
    /// Its number.
    fn code(self) -> u32;
}

impl Unit for u8 {
    fn code(self) -> u32 {
        self.into()
    }
}

impl Unit for i32 {
    fn code(self) -> u32 {
        self as u32
    }
}

impl Unit for u16 {
    fn code(self) -> u32 {
        self.into()
    }
}

/// Path and query as they go out; mostly they are short, and take no memory of their own then.
pub type Object = SmallVec<[u8; 64]>;

/// Where an http or https URL leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The server.
    pub server: Arc<Target>,
    /// Whether it is https.
    pub secure: bool,
    /// Path and query as they go out.
    pub target: Object,
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
        let fragment = crack::find(url, parts.extra.clone(), b"#").unwrap_or(parts.extra.end);
        Ok(Self {
            server: target(&url[parts.host.clone()], parts.port)?,
            secure,
            target: request_target(&url[parts.path.start..fragment]),
        })
    }
}

/// What InternetOpenUrl asks for.
pub fn request_of(url: &[u8], flags: u32) -> Result<(Arc<Target>, Login, RequestLine)> {
    let parts = crack(url)?;
    let place = Place::at(url, &parts)?;
    let login = url_login(url, &parts)?;
    let line = RequestLine {
        method: Method::Borrowed(b"GET"),
        target: place.target,
        version: Version::Http11,
        secure: place.secure || flags & INTERNET_FLAG_SECURE != 0,
        flags,
        fields: Fields::default(),
    };
    Ok((place.server, login, line))
}

/// Where `reference`, found in an answer from `base`, leads to; `None` for what is not http. `base` is
/// a URL of ours, so it has a host and a path.
pub fn place(base: &[u8], reference: &[u8]) -> Result<Option<Place>> {
    let url = resolve(base, reference);
    match scheme_of(&url).map(scheme::scheme_kind) {
        Some(Ok(INTERNET_SCHEME_HTTP | INTERNET_SCHEME_HTTPS)) => Place::of(&url).map(Some),
        _ => Ok(None),
    }
}

/// A server's name, as InternetConnect is given it, and its port; mostly it is the one that was named last.
pub fn target(host: &[u8], port: u16) -> Result<Arc<Target>> {
    static LAST: Mutex<Option<Arc<Target>>> = Mutex::new(None);
    let mut last = LAST.lock();
    let same = |last: &&Arc<Target>| last.port == port && last.host.as_bytes() == host;
    if let Some(same) = last.as_ref().filter(same) {
        return Ok(same.clone());
    }
    let Some(name) = plain_name(host) else {
        drop(last);
        return unusual_target(host, port).map(Arc::new);
    };
    let target = Arc::new(Target {
        host: name.into(),
        given: None,
        port,
    });
    Ok(last.insert(target).clone())
}

/// A name of which nothing is to be looked at.
fn plain_name(name: &[u8]) -> Option<&str> {
    let is_plain = |byte: &u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'.' | b'-');
    let is_name = !name.is_empty() && name.iter().all(is_plain);
    std::str::from_utf8(name).ok().filter(|_| is_name)
}

fn unusual_target(host: &[u8], port: u16) -> Result<Target> {
    let host = std::str::from_utf8(host).map_err(|_| Error(ERROR_INTERNET_INVALID_URL))?;
    let inner = host.strip_prefix('[').and_then(|it| it.strip_suffix(']'));
    let host = inner.unwrap_or(host).to_ascii_lowercase();
    let is_odd = |char: char| {
        let divides = matches!(
            char,
            ' ' | '/' | '\\' | '?' | '#' | '@' | '[' | ']' | '<' | '>' | '"'
        );
        divides || char.is_control()
    };
    let is_broken = || host.contains(':') && host.parse::<std::net::Ipv6Addr>().is_err();
    if host.is_empty() || host.chars().any(is_odd) || is_broken() {
        return Err(Error(ERROR_INTERNET_INVALID_URL));
    }
    let wire = on_the_wire(&host);
    let is_given = *wire == *host;
    Ok(Target {
        host: wire.as_ref().into(),
        given: (!is_given).then(|| host.as_str().into()),
        port,
    })
}

/// Path and query as they go out: a leading slash, no dot segments, nothing that could end the
/// request line.
pub fn request_target(object: &[u8]) -> Object {
    let is_unsafe = |byte| byte <= b' ' || byte >= 0x7f || matches!(byte, b'"' | b'<' | b'>');
    // Mostly there is nothing to be done: a dot segment has a slash before its dot.
    let mut former = 0;
    let is_fine = |&byte: &u8| {
        let follows_slash = std::mem::replace(&mut former, byte) == b'/';
        !is_unsafe(byte) && (byte != b'.' || !follows_slash)
    };
    if object.starts_with(b"/") && object.iter().all(is_fine) {
        return Object::from_slice(object);
    }
    let query = object.iter().position(|&byte| byte == b'?');
    let (path, query) = object.split_at(query.unwrap_or(object.len()));
    let mut target = remove_dot_segments(path);
    target.extend_from_slice(query);
    Object::from_vec(escape_if(&target, is_unsafe))
}
