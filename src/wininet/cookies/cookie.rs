//! A cookie as the jar keeps it, and who asks for one.

use crate::abi::{
    INTERNET_COOKIE_HOST_ONLY, INTERNET_COOKIE_HTTPONLY, INTERNET_COOKIE_IS_RESTRICTED,
    INTERNET_COOKIE_IS_SECURE, INTERNET_COOKIE_SAME_SITE_LAX, INTERNET_COOKIE_SAME_SITE_STRICT,
};
use crate::http::cookie::{domain_matches, path_matches};

/// A cookie.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cookie {
    /// The name; may be empty.
    pub name: Vec<u8>,
    /// The value.
    pub value: Vec<u8>,
    /// The host, or the domain that it is for with all below.
    pub domain: String,
    /// The path that it is for with all below.
    pub path: Vec<u8>,
    /// INTERNET_COOKIE_ values: _IS_SECURE, _HTTPONLY, _HOST_ONLY, _IS_RESTRICTED, _SAME_SITE_.
    pub flags: u32,
    /// Seconds since 1970; `None`: it goes with the session and is never written down.
    pub expires: Option<i64>,
    /// When there first was one of that name, in microseconds since 1970.
    pub created: i64,
    /// When it was last sent or set, in seconds since 1970.
    pub used: i64,
}

/// What makes two cookies the same.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Key {
    name: Vec<u8>,
    domain: String,
    path: Vec<u8>,
    host_only: bool,
}

/// The parts of a URL that cookies go by.
#[derive(Debug, Clone, Copy)]
pub struct Scope<'a> {
    /// The host in lower case and in Punycode.
    pub host: &'a str,
    /// The path without the query.
    pub path: &'a [u8],
    /// Whether it is https.
    pub secure: bool,
}

impl<'a> Scope<'a> {
    /// Of a request target only the path counts.
    pub fn new(host: &'a str, target: &'a [u8], secure: bool) -> Self {
        let path = target.split(|&byte| byte == b'?').next();
        Self {
            host,
            path: path.unwrap_or_default(),
            secure,
        }
    }
}

/// Which cookies are asked for.
#[derive(Debug, Clone, Copy, Default)]
pub struct Query<'a> {
    /// Those of this name alone.
    pub name: Option<&'a [u8]>,
    /// HttpOnly ones too.
    pub http_only: bool,
    /// Not those for the first party alone.
    pub third_party: bool,
    /// Not those with SameSite.
    pub cross_site: bool,
}

impl Cookie {
    /// What it is known by.
    pub fn key(&self) -> Key {
        Key {
            name: self.name.clone(),
            domain: self.domain.clone(),
            path: self.path.clone(),
            host_only: self.is(INTERNET_COOKIE_HOST_ONLY),
        }
    }

    /// Whether one of the flags is set.
    pub fn is(&self, flags: u32) -> bool {
        self.flags & flags != 0
    }

    /// Whether it takes the place of `other`.
    pub fn is_same(&self, other: &Self) -> bool {
        let host_only = INTERNET_COOKIE_HOST_ONLY;
        (&self.name, &self.domain, &self.path) == (&other.name, &other.domain, &other.path)
            && self.is(host_only) == other.is(host_only)
    }

    /// Whether its time is over.
    pub fn is_expired(&self, now: i64) -> bool {
        self.expires.is_some_and(|at| at <= now)
    }

    /// Whether it goes to that place.
    pub fn is_for(&self, scope: &Scope<'_>) -> bool {
        let in_domain = match self.is(INTERNET_COOKIE_HOST_ONLY) {
            true => self.domain == scope.host,
            false => domain_matches(scope.host, &self.domain),
        };
        in_domain
            && path_matches(scope.path, &self.path)
            && (scope.secure || !self.is(INTERNET_COOKIE_IS_SECURE))
    }

    /// Whether it is among those that are asked for.
    pub fn is_wanted(&self, query: &Query<'_>) -> bool {
        let same_site = INTERNET_COOKIE_SAME_SITE_LAX | INTERNET_COOKIE_SAME_SITE_STRICT;
        query.name.is_none_or(|name| self.name == name)
            && (query.http_only || !self.is(INTERNET_COOKIE_HTTPONLY))
            && !(query.third_party && self.is(INTERNET_COOKIE_IS_RESTRICTED))
            && !(query.cross_site && self.is(same_site))
    }

    /// Appends it as it stands in a Cookie field.
    pub fn write_to(&self, field: &mut Vec<u8>) {
        if !field.is_empty() {
            field.extend_from_slice(b"; ");
        }
        if !self.name.is_empty() {
            field.extend_from_slice(&self.name);
            field.push(b'=');
        }
        field.extend_from_slice(&self.value);
    }
}
