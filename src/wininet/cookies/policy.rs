//! Which cookies are taken (RFC 6265, section 5.3; prefixes and secure cookies as its successor has
//! them).

use super::cookie::{Cookie, Scope};
use crate::abi::{
    INTERNET_COOKIE_HOST_ONLY, INTERNET_COOKIE_HTTPONLY, INTERNET_COOKIE_IS_SECURE,
    INTERNET_COOKIE_SAME_SITE_LAX, INTERNET_COOKIE_SAME_SITE_STRICT,
};
use crate::http::cookie::{default_path, domain_matches, is_address, SameSite, SetCookie};
use crate::wininet::url::on_the_wire;

/// Who sets a cookie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// An answer.
    Answer,
    /// The program; whether it may set HttpOnly cookies.
    Program {
        /// It said so with a flag.
        http_only: bool,
    },
}

/// The cookie is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Refused;

/// The domain that its owner registered, or the host where there is none such: names without a dot,
/// public suffixes, addresses.
pub fn site(host: &str) -> &str {
    match is_address(host) {
        true => host,
        false => psl::domain_str(host).unwrap_or(host),
    }
}

/// The cookie, if the one who sets it may set it there.
pub fn admit(
    set: &SetCookie<'_>,
    scope: &Scope<'_>,
    source: Source,
    at: i64,
) -> Result<Cookie, Refused> {
    let may_be_secure = scope.secure || source != Source::Answer;
    let may_be_http_only = source != Source::Program { http_only: false };
    let (domain, host_only) = domain(set.domain, scope.host)?;
    if (set.secure && !may_be_secure) || (set.http_only && !may_be_http_only) {
        return Err(Refused);
    }
    if !keeps_promise(set, host_only) {
        return Err(Refused);
    }
    let flags = [
        (set.secure, INTERNET_COOKIE_IS_SECURE),
        (set.http_only, INTERNET_COOKIE_HTTPONLY),
        (host_only, INTERNET_COOKIE_HOST_ONLY),
        (
            set.same_site == SameSite::Strict,
            INTERNET_COOKIE_SAME_SITE_STRICT,
        ),
        (
            set.same_site == SameSite::Lax,
            INTERNET_COOKIE_SAME_SITE_LAX,
        ),
    ];
    let path = set.path.unwrap_or_else(|| default_path(scope.path));
    Ok(Cookie {
        name: set.name.to_vec(),
        value: set.value.to_vec(),
        domain,
        path: path.to_vec(),
        flags: flags
            .iter()
            .filter(|(is_set, _)| *is_set)
            .fold(0, |all, (_, flag)| all | flag),
        expires: set.expires,
        created: at,
        used: at / 1_000_000,
    })
}

/// A domain as hosts are written here.
pub fn canonical(domain: &[u8]) -> Result<String, Refused> {
    let domain = std::str::from_utf8(domain).map_err(|_| Refused)?;
    Ok(on_the_wire(&domain.to_ascii_lowercase()).into_owned())
}

/// Whether a cookie of that host may be for that domain. Windows has a function for it.
#[cfg_attr(not(windows), allow(dead_code))]
pub fn is_legal_domain(said: &[u8], host: &[u8]) -> bool {
    let said = said.strip_prefix(b".").unwrap_or(said);
    canonical(host).is_ok_and(|host| !said.is_empty() && domain(said, &host).is_ok())
}

/// The domain that the cookie is for, and whether it is for that host alone.
fn domain(said: &[u8], host: &str) -> Result<(String, bool), Refused> {
    let said = canonical(said)?;
    if said.is_empty() || said == host && (is_address(host) || is_public_suffix(host)) {
        return Ok((host.to_owned(), true));
    }
    match domain_matches(host, &said) && !is_public_suffix(&said) {
        true => Ok((said, false)),
        false => Err(Refused),
    }
}

/// Whether anyone can register names below this one. A name that no list knows is one if it has no
/// dot.
fn is_public_suffix(domain: &str) -> bool {
    psl::domain_str(domain).is_none()
}

/// What the name promises of the cookie must be so.
fn keeps_promise(set: &SetCookie<'_>, host_only: bool) -> bool {
    // A server that looks at the text alone cannot tell a value without a name from a name.
    let text = if set.name.is_empty() {
        set.value
    } else {
        set.name
    };
    let begins = |prefix: &str| {
        let begin = text.get(..prefix.len());
        begin.is_some_and(|begin| begin.eq_ignore_ascii_case(prefix.as_bytes()))
    };
    let of_host = begins("__Host-");
    if !of_host && !begins("__Secure-") {
        return true;
    }
    let is_bound = host_only && set.domain.is_empty() && set.path == Some(b"/");
    !set.name.is_empty() && set.secure && (!of_host || is_bound)
}
