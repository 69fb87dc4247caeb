//! The hosts that are reached without a proxy: `<local>;*.example.com;192.168.*;https://*.x:443`.

use std::net::IpAddr;

use crate::wininet::url::on_the_wire;

#[cfg(test)]
mod tests;

/// A bypass list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bypass {
    rules: Vec<Rule>,
    /// `<local>`: names without a period.
    local: bool,
    /// This machine by its usual names; `<-loopback>` takes it out.
    loopback: bool,
}

/// The default: this machine alone.
impl Default for Bypass {
    fn default() -> Self {
        Self {
            rules: Vec::new(),
            local: false,
            loopback: true,
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Rule {
    scheme: Option<Box<str>>,
    hosts: Hosts,
    port: Option<u16>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Hosts {
    /// A name or an address with wildcards.
    Pattern(Box<str>),
    /// The addresses that begin with so many bits of this one.
    Network(IpAddr, u32),
}

impl Bypass {
    /// Reads a list; semicolons and spaces separate its entries.
    pub fn parse(text: &[u8]) -> Self {
        let text = String::from_utf8_lossy(text).to_lowercase();
        let mut bypass = Self::default();
        for entry in text.split([';', ' ', '\t', '\r', '\n']) {
            match entry {
                "" => {}
                "<local>" => bypass.local = true,
                "<-loopback>" => bypass.loopback = false,
                entry => bypass.rules.push(Rule::parse(entry)),
            }
        }
        bypass
    }

    /// Whether a host is reached without a proxy. Without a port, a rule for one does not cover it.
    pub fn covers(&self, scheme: &str, host: &str, port: Option<u16>) -> bool {
        let host = host.to_ascii_lowercase();
        let host = host
            .strip_prefix('[')
            .and_then(|it| it.strip_suffix(']'))
            .unwrap_or(&host);
        if is_loopback(host) && self.loopback {
            return true;
        }
        if self.local && !host.contains(['.', ':']) {
            // With "<-loopback>" this machine is local no more.
            return !is_loopback(host) || self.rules.iter().any(|it| it.covers(scheme, host, port));
        }
        self.rules.iter().any(|it| it.covers(scheme, host, port))
    }
}

fn is_loopback(host: &str) -> bool {
    matches!(host, "localhost" | "loopback" | "127.0.0.1" | "::1")
}

impl Rule {
    fn parse(text: &str) -> Self {
        let (scheme, rest) = match text.split_once("://") {
            Some((scheme, rest)) => (Some(scheme), rest),
            None => (None, text),
        };
        if let Some(network) = network(rest) {
            return Self {
                scheme: scheme.map(Into::into),
                hosts: network,
                port: None,
            };
        }
        let rest = rest.strip_suffix('/').unwrap_or(rest);
        let (host, port) = host_and_port(rest);
        let inner = host.strip_prefix('[').and_then(|it| it.strip_suffix(']'));
        let host = on_the_wire(inner.unwrap_or(host));
        let pattern = match host.starts_with('.') {
            true => format!("*{host}").into(),
            false => host.as_ref().into(),
        };
        Self {
            scheme: scheme.map(Into::into),
            hosts: Hosts::Pattern(pattern),
            port,
        }
    }

    fn covers(&self, scheme: &str, host: &str, port: Option<u16>) -> bool {
        if self.scheme.as_deref().is_some_and(|it| it != scheme) {
            return false;
        }
        if self.port.is_some() && self.port != port {
            return false;
        }
        match &self.hosts {
            Hosts::Pattern(pattern) => matches(pattern.as_bytes(), host.as_bytes()),
            Hosts::Network(network, bits) => host
                .parse()
                .is_ok_and(|address| is_within(address, *network, *bits)),
        }
    }
}

/// An address with colons of its own has a port only behind brackets.
fn host_and_port(text: &str) -> (&str, Option<u16>) {
    let Some((host, port)) = text.rsplit_once(':') else {
        return (text, None);
    };
    let is_whole = !host.contains(':') || host.ends_with(']');
    match port.parse() {
        Ok(port) if is_whole => (host, Some(port)),
        _ if is_whole && port == "*" => (host, None),
        _ => (text, None),
    }
}

/// "10.0.0.0/8".
fn network(text: &str) -> Option<Hosts> {
    let (address, bits) = text.split_once('/')?;
    let inner = address
        .strip_prefix('[')
        .and_then(|it| it.strip_suffix(']'));
    let address: IpAddr = inner.unwrap_or(address).parse().ok()?;
    let bits: u32 = bits.parse().ok()?;
    let most = if address.is_ipv4() { 32 } else { 128 };
    (bits <= most).then_some(Hosts::Network(address, bits))
}

fn is_within(address: IpAddr, network: IpAddr, bits: u32) -> bool {
    match (address, network) {
        (IpAddr::V4(address), IpAddr::V4(network)) => {
            let differ = address.to_bits() ^ network.to_bits();
            differ.checked_shr(32 - bits).unwrap_or(0) == 0
        }
        (IpAddr::V6(address), IpAddr::V6(network)) => {
            let differ = address.to_bits() ^ network.to_bits();
            differ.checked_shr(128 - bits).unwrap_or(0) == 0
        }
        _ => false,
    }
}

/// Whether the whole of `text` fits the pattern, in which "*" stands for anything.
fn matches(pattern: &[u8], text: &[u8]) -> bool {
    let (mut at, mut from) = (0, 0);
    // Where the last "*" is, and how much of the text it has taken.
    let mut star: Option<(usize, usize)> = None;
    while from < text.len() {
        match pattern.get(at) {
            Some(b'*') => {
                star = Some((at, from));
                at += 1;
            }
            Some(&byte) if byte == text[from] => {
                at += 1;
                from += 1;
            }
            _ => {
                let Some((position, taken)) = star else {
                    return false;
                };
                star = Some((position, taken + 1));
                at = position + 1;
                from = taken + 1;
            }
        }
    }
    pattern[at..].iter().all(|&byte| byte == b'*')
}
