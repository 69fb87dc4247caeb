//! InternetCreateUrl: a URL of its parts. They are put together, not judged.

use super::super::error::{Error, Result};
use super::escape::{escape, Unsafe};
use super::scheme::{default_port, is_hierarchical, is_text, scheme_kind, scheme_name};
use crate::abi::*;

/// The parts that a program has; `None` for those that it leaves out.
#[derive(Debug, Clone, Default)]
pub struct Given {
    /// The name of the scheme. It wins over `kind`.
    pub scheme: Option<Vec<u8>>,
    /// The scheme as a number.
    pub kind: i32,
    /// The host.
    pub host: Option<Vec<u8>>,
    /// The port; 0 for the scheme's default.
    pub port: u16,
    /// The user name.
    pub user: Option<Vec<u8>>,
    /// The password.
    pub password: Option<Vec<u8>>,
    /// The path.
    pub path: Option<Vec<u8>>,
    /// Query and fragment with their marks.
    pub extra: Option<Vec<u8>>,
}

/// Puts the parts together. Those that are empty are left out as well.
pub fn create(given: &Given, flags: u32) -> Result<Vec<u8>> {
    if flags & !(ICU_ESCAPE | ICU_USERNAME) != 0 {
        return Err(Error(ERROR_INVALID_PARAMETER));
    }
    let host = given.host.as_deref().unwrap_or_default();
    let (scheme, kind) = match given.scheme.as_deref().filter(|it| !it.is_empty()) {
        Some(scheme) => (scheme, scheme_kind(scheme).ok()),
        None => {
            let name = scheme_name(given.kind)?.as_bytes();
            (name, Some(scheme_kind(name)?))
        }
    };
    let mut url = [scheme, b":"].concat();
    let path = path(given, kind, !host.is_empty());
    let has_server = !host.is_empty() || kind.is_none_or(is_hierarchical);
    // Without a server the path must not look as if it began with one.
    let is_like_server = path.starts_with(b"//") && !kind.is_some_and(is_text);
    if has_server || is_like_server {
        url.extend_from_slice(b"//");
        url.extend(login(given));
        url.extend(server(host, given.port, kind));
    }
    url.extend(escaped(path, flags));
    url.extend(escaped(given.extra.clone().unwrap_or_default(), flags));
    Ok(url)
}

/// A user may be empty where there is a password: InternetCrackUrl has no pointer for it then.
fn login(given: &Given) -> Vec<u8> {
    let user = given.user.as_deref().unwrap_or_default();
    match (user, given.password.as_deref().unwrap_or_default()) {
        (b"", b"") => Vec::new(),
        (user, b"") => [user, b"@"].concat(),
        (user, password) => [user, b":", password, b"@"].concat(),
    }
}

fn server(host: &[u8], port: u16, kind: Option<i32>) -> Vec<u8> {
    // An IPv6 address would be cut at its colons.
    let mut server = match host.contains(&b':') && !host.starts_with(b"[") {
        true => [b"[", host, b"]"].concat(),
        false => host.to_vec(),
    };
    let is_default = kind.is_some_and(|kind| port == default_port(kind));
    if port != INTERNET_INVALID_PORT_NUMBER && !is_default && !host.is_empty() {
        server.extend_from_slice(format!(":{port}").as_bytes());
    }
    server
}

/// A slash parts the path from what comes before it; in the URL of a file backslashes do too.
fn path(given: &Given, kind: Option<i32>, has_host: bool) -> Vec<u8> {
    let mut path = given.path.clone().unwrap_or_default();
    let is_file = kind == Some(INTERNET_SCHEME_FILE);
    if is_file {
        let backslashes = path.iter_mut().filter(|byte| **byte == b'\\');
        backslashes.for_each(|byte| *byte = b'/');
    }
    if (is_file || has_host) && !path.is_empty() && !path.starts_with(b"/") {
        path.insert(0, b'/');
    }
    path
}

fn escaped(text: Vec<u8>, flags: u32) -> Vec<u8> {
    match flags & ICU_ESCAPE {
        0 => text,
        _ => escape(&text, Unsafe::All, false),
    }
}
