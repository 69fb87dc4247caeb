//! InternetGetCookie, InternetSetCookie and their like.

use super::cookie::{Cookie, Query, Scope};
use super::policy::{canonical, Source};
use super::{disk, now, put, JAR};
use crate::abi::{
    ERROR_INVALID_PARAMETER, ERROR_NO_MORE_ITEMS, INTERNET_COOKIE_HOST_ONLY,
    INTERNET_COOKIE_HTTPONLY, INTERNET_COOKIE_IS_RESTRICTED, INTERNET_COOKIE_IS_SECURE,
    INTERNET_COOKIE_IS_SESSION, INTERNET_COOKIE_SAME_SITE_LAX, INTERNET_COOKIE_SAME_SITE_STRICT,
};
use crate::http::cookie::{is_control, SameSite, SetCookie};
use crate::wininet::error::{Error, Result};
use crate::wininet::url::Place;

/// What became of a cookie that was set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It is in the jar.
    Accepted,
    /// It is there until the session ends.
    Downgraded,
    /// It must not be set there.
    Rejected,
}

/// A cookie in parts, as InternetSetCookieEx2 is given it.
#[derive(Debug, Clone, Default)]
pub struct Parts {
    /// The name.
    pub name: Vec<u8>,
    /// The value.
    pub value: Vec<u8>,
    /// The domain; empty: the host alone.
    pub domain: Vec<u8>,
    /// The path; empty: the URL's directory.
    pub path: Vec<u8>,
    /// Seconds since 1970.
    pub expires: Option<i64>,
    /// INTERNET_COOKIE_ values.
    pub flags: u32,
}

const INVALID: Error = Error(ERROR_INVALID_PARAMETER);

/// The cookies for a URL that are asked for.
pub fn get(url: &[u8], query: &Query<'_>) -> Result<Vec<Cookie>> {
    let place = Place::of(url)?;
    disk::look_now();
    let mut jar = JAR.lock();
    let found = jar.matching(&scope(&place), query, now());
    match found.is_empty() {
        true => Err(Error(ERROR_NO_MORE_ITEMS)),
        false => Ok(found.into_iter().cloned().collect()),
    }
}

/// The cookies as a Cookie field has them.
pub fn join(cookies: &[Cookie]) -> Vec<u8> {
    let mut text = Vec::new();
    cookies.iter().for_each(|cookie| cookie.write_to(&mut text));
    text
}

/// Sets a cookie by the text of a Set-Cookie field, or of what follows "name=" in one.
pub fn set(url: &[u8], name: Option<&[u8]>, data: &[u8], http_only: bool) -> Result<Verdict> {
    let place = Place::of(url)?;
    let text = match name {
        Some(name) if name.iter().any(|byte| b"=;".contains(byte)) => return Err(INVALID),
        Some(name) if !name.is_empty() => [name, b"=", data].concat(),
        _ => data.to_vec(),
    };
    let set = SetCookie::parse(&text, now()).map_err(|_| INVALID)?;
    Ok(set_here(&set, 0, &place, http_only))
}

/// Sets a cookie by its parts.
pub fn set_parts(url: &[u8], parts: &Parts, http_only: bool) -> Result<Verdict> {
    let place = Place::of(url)?;
    let is_odd = |byte: &u8| *byte == b';' || is_control(*byte);
    let texts = [&parts.name, &parts.value, &parts.domain, &parts.path];
    let is_relative = !parts.path.is_empty() && !parts.path.starts_with(b"/");
    if texts.into_iter().flatten().any(is_odd) || parts.name.contains(&b'=') || is_relative {
        return Err(INVALID);
    }
    let mut set = parts.as_field();
    set.check().map_err(|_| INVALID)?;
    if parts.flags & INTERNET_COOKIE_HOST_ONLY != 0 {
        let is_host = canonical(set.domain).is_ok_and(|it| *it == *place.server.host);
        if !set.domain.is_empty() && !is_host {
            return Ok(Verdict::Rejected);
        }
        set.domain = b"";
    }
    let kept = parts.flags & INTERNET_COOKIE_IS_RESTRICTED;
    Ok(set_here(&set, kept, &place, http_only))
}

impl Parts {
    /// The same as a Set-Cookie field would say it.
    fn as_field(&self) -> SetCookie<'_> {
        let is = |flag| self.flags & flag != 0;
        SetCookie {
            name: &self.name,
            value: &self.value,
            expires: self.expires.filter(|_| !is(INTERNET_COOKIE_IS_SESSION)),
            domain: self.domain.strip_prefix(b".").unwrap_or(&self.domain),
            path: Some(self.path.as_slice()).filter(|path| !path.is_empty()),
            secure: is(INTERNET_COOKIE_IS_SECURE),
            http_only: is(INTERNET_COOKIE_HTTPONLY),
            same_site: if is(INTERNET_COOKIE_SAME_SITE_STRICT) {
                SameSite::Strict
            } else if is(INTERNET_COOKIE_SAME_SITE_LAX) {
                SameSite::Lax
            } else {
                SameSite::Unsaid
            },
        }
    }
}

fn set_here(set: &SetCookie<'_>, flags: u32, place: &Place, http_only: bool) -> Verdict {
    disk::look_now();
    let verdict = put(set, flags, &scope(place), Source::Program { http_only });
    disk::save();
    verdict
}

fn scope(place: &Place) -> Scope<'_> {
    Scope::new(&place.server.host, &place.target, place.secure)
}
