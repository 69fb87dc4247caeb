//! Whose requests a cookie is for: RFC 6265, sections 5.1.3 and 5.1.4.

use std::net::{Ipv4Addr, Ipv6Addr};

/// Whether a host name is an address, which has no parent domain.
pub fn is_address(host: &str) -> bool {
    host.parse::<Ipv4Addr>().is_ok() || host.parse::<Ipv6Addr>().is_ok()
}

/// Whether `host` is `domain` or below it. Both are in lower case.
pub fn domain_matches(host: &str, domain: &str) -> bool {
    match host.strip_suffix(domain) {
        Some("") => true,
        Some(above) => above.ends_with('.') && !domain.is_empty() && !is_address(host),
        None => false,
    }
}

/// The path of a cookie that names none: the directory of the URL that it came from.
pub fn default_path(path: &[u8]) -> &[u8] {
    let last = path.iter().rposition(|&byte| byte == b'/');
    match last {
        Some(at) if at > 0 && path[0] == b'/' => &path[..at],
        _ => b"/",
    }
}

/// Whether a request for `path` is for `wanted` or something below it.
pub fn path_matches(path: &[u8], wanted: &[u8]) -> bool {
    match path.strip_prefix(wanted) {
        Some([]) | Some([b'/', ..]) => true,
        Some(_) => wanted.ends_with(b"/"),
        None => false,
    }
}
