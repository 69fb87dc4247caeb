//! The jar, its rules and its file by themselves.

mod jar;
mod store;

use super::cookie::{Cookie, Scope};
use super::policy::{admit, Refused, Source};
use crate::http::cookie::SetCookie;

/// Seconds since 1970.
const NOW: i64 = 1_700_000_000;

/// A URL's parts: "https://host/path" or "http://...".
fn scope(url: &str) -> Scope<'_> {
    let (scheme, rest) = url.split_once("://").expect("a URL");
    let path = rest.find('/').expect("a path");
    Scope::new(&rest[..path], &rest.as_bytes()[path..], scheme == "https")
}

/// What an answer from the URL sets with this field, as the `at`th cookie.
fn cookie(url: &str, field: &str, at: i64) -> Result<Cookie, Refused> {
    let set = SetCookie::parse(field.as_bytes(), NOW).expect(field);
    admit(&set, &scope(url), Source::Answer, NOW * 1_000_000 + at)
}
