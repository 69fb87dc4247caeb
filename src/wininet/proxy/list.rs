//! A list of proxies as WinINet has it: "http=a:80 https=b;socks=c:1080" or "a:80".

use crate::abi::{
    ERROR_INVALID_PARAMETER, INTERNET_DEFAULT_HTTPS_PORT, INTERNET_DEFAULT_HTTP_PORT,
    INTERNET_DEFAULT_SOCKS_PORT,
};
use crate::http::fields::is_field_value;
use crate::net::{Socks, SocksVersion};
use crate::wininet::error::{Error, Result};
use crate::wininet::url;

#[cfg(test)]
mod tests;

/// The proxies of each scheme.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct List {
    http: Vec<Proxy>,
    https: Vec<Proxy>,
    socks: Vec<Proxy>,
    /// Those that stand by themselves.
    any: Vec<Proxy>,
}

/// One proxy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proxy {
    /// How it is spoken to.
    pub kind: Kind,
    /// Host name or literal address, lower case, without brackets.
    pub host: String,
    /// TCP port.
    pub port: u16,
    /// The user that the list names; empty: none.
    pub user: Vec<u8>,
    /// Its password.
    pub password: Vec<u8>,
}

/// The protocol of a proxy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// HTTP.
    Http,
    /// SOCKS.
    Socks(Socks),
}

const INVALID: Error = Error(ERROR_INVALID_PARAMETER);

impl List {
    /// Reads a list; spaces and semicolons separate its entries. One that makes no sense refuses
    /// them all: a request must not take another way than the one that was meant.
    pub fn parse(text: &[u8]) -> Result<Self> {
        let text = std::str::from_utf8(text).map_err(|_| INVALID)?;
        if text.contains(|char: char| char.is_control() && char != '\t') {
            return Err(INVALID);
        }
        let mut list = Self::default();
        for entry in text.split([' ', ';', '\t']).filter(|it| !it.is_empty()) {
            list.add(entry)?;
        }
        Ok(list)
    }

    fn add(&mut self, entry: &str) -> Result<()> {
        let (scheme, proxy) = match entry.split_once('=') {
            Some((scheme, proxy)) if scheme.bytes().all(|it| it.is_ascii_alphanumeric()) => {
                (Some(scheme.to_ascii_lowercase()), proxy)
            }
            _ => (None, entry),
        };
        let (proxies, default) = match scheme.as_deref() {
            Some("http") => (&mut self.http, "http"),
            Some("https") => (&mut self.https, "http"),
            Some("socks") => (&mut self.socks, "socks"),
            None => (&mut self.any, "http"),
            // What other schemes have is none of HTTP's business.
            Some(_) => return Ok(()),
        };
        proxies.push(Proxy::parse(proxy, default)?);
        Ok(())
    }

    /// The proxies of http or https: its own, else those for any, else those of SOCKS.
    pub fn of(&self, scheme: &str) -> &[Proxy] {
        let own = match scheme {
            "https" => &self.https,
            _ => &self.http,
        };
        let mut lists = [own, &self.any, &self.socks].into_iter();
        lists.find(|it| !it.is_empty()).map_or(&[], |it| it)
    }
}

impl Proxy {
    /// One of the form `[scheme://][user[:password]@]host[:port][/]`.
    fn parse(text: &str, default: &str) -> Result<Self> {
        let (scheme, rest) = match text.split_once("://") {
            Some((scheme, rest)) => (scheme.to_ascii_lowercase(), rest),
            None => (default.to_owned(), text),
        };
        let (login, address) = match rest.rsplit_once('@') {
            Some((login, address)) => (login, address),
            None => ("", rest),
        };
        let (user, password) = login.split_once(':').unwrap_or((login, ""));
        let [user, password] =
            [user, password].map(|it| url::unescape(it.as_bytes(), b"").into_owned());
        if !is_field_value(&user) || !is_field_value(&password) {
            return Err(INVALID);
        }
        let socks = |version| -> Result<_> {
            let socks = Socks::new(version, &user, &password).ok_or(INVALID)?;
            Ok((Kind::Socks(socks), INTERNET_DEFAULT_SOCKS_PORT))
        };
        let (kind, default_port) = match scheme.as_str() {
            "http" => (Kind::Http, INTERNET_DEFAULT_HTTP_PORT),
            "https" => (Kind::Http, INTERNET_DEFAULT_HTTPS_PORT),
            "socks" | "socks4" => socks(SocksVersion::V4)?,
            "socks4a" => socks(SocksVersion::V4a)?,
            "socks5" | "socks5h" => socks(SocksVersion::V5)?,
            _ => return Err(INVALID),
        };
        let (host, port) = host_and_port(address.strip_suffix('/').unwrap_or(address))?;
        let target = url::target(host.as_bytes(), port.unwrap_or(default_port));
        let target = target.map_err(|_| INVALID)?;
        Ok(Self {
            kind,
            host: target.host.to_string(),
            port: target.port,
            user,
            password,
        })
    }

    /// Whether it is spoken to in HTTP.
    pub fn is_http(&self) -> bool {
        self.kind == Kind::Http
    }
}

fn host_and_port(address: &str) -> Result<(&str, Option<u16>)> {
    if address.parse::<std::net::Ipv6Addr>().is_ok() {
        return Ok((address, None));
    }
    let after_brackets = address.rfind(']').map_or(0, |at| at + 1);
    let Some(colon) = address[after_brackets..].find(':') else {
        return Ok((address, None));
    };
    let (host, port) = address.split_at(after_brackets + colon);
    let digits = &port[1..];
    let is_number = !digits.is_empty() && digits.bytes().all(|it| it.is_ascii_digit());
    let port = digits.parse().ok().filter(|&port| is_number && port != 0);
    Ok((host, Some(port.ok_or(INVALID)?)))
}
