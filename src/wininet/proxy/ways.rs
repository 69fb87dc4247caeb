//! The ways of a request to its server: the connections that may carry it, and what asks for a
//! tunnel.

use std::collections::VecDeque;
use std::sync::Arc;

use super::list::Kind;
use super::Proxy;
use crate::abi::{INTERNET_FLAG_IDN_DIRECT, INTERNET_FLAG_IDN_PROXY};
use crate::http::request::render_head;
use crate::http::{Fields, Version};
use crate::net::{self, Hop, Introduction, Leniency, Origin, Route};
use crate::wininet::credentials::Whom;
use crate::wininet::options::Options;
use crate::wininet::request::State;

impl State {
    /// Chooses the proxies for where the request goes now. The first way is to be tried first; the
    /// others want the same head.
    pub fn choose_ways(&mut self, options: &Options) -> (Arc<Origin>, VecDeque<Arc<Origin>>) {
        let settings = options.proxy.as_deref();
        let port = self.server.port_for(self.secure);
        let proxies = settings.map_or(&[][..], |it| {
            it.choose(self.secure, &self.server.host, port)
        });
        let is_alike = |it: &&Proxy| it.is_http() == proxies[0].is_http();
        let mut proxies: Vec<&Proxy> = proxies.iter().filter(is_alike).collect();
        if proxies.len() > 1 {
            proxies.sort_by_key(|it| net::is_avoided(&it.host, it.port));
        }
        self.proxy = proxies.first().map(|&it| it.clone());
        self.is_idn = options.idn & idn_flag(self.proxy.as_ref()) != 0;
        let origin = self.origin();
        let ways = proxies.into_iter().map(|it| Arc::new(way(&origin, it)));
        let mut ways: VecDeque<Arc<Origin>> = ways.collect();
        let first = ways.pop_front();
        (first.unwrap_or_else(|| Arc::new(origin)), ways)
    }

    /// Whether the proxy is sent the request itself, and not asked for a tunnel.
    pub fn is_forwarded(&self) -> bool {
        !self.secure && self.proxy.as_ref().is_some_and(Proxy::is_http)
    }

    /// Where a tunnel is to lead.
    pub fn tunnel_target(&self) -> String {
        format!("{}:{}", self.host(), self.server.port_for(true))
    }

    /// What asks the proxy for a tunnel, where there is to be one.
    pub fn connect_head(&self, options: &Options) -> Vec<u8> {
        let mut head = Vec::new();
        if !self.secure || !self.proxy.as_ref().is_some_and(Proxy::is_http) {
            return head;
        }
        let target = self.tunnel_target();
        let agent = self.fields.get("User-Agent").unwrap_or(&options.user_agent);
        let login = self.fields.get("Proxy-Authorization");
        let login = login.filter(|_| !self.is_abroad);
        let login = login.or_else(|| self.talks.authorization(Whom::Proxy));
        let candidates = [
            (!agent.is_empty()).then_some(("User-Agent", agent)),
            Some(("Host", target.as_bytes())),
            Some(("Proxy-Connection", &b"Keep-Alive"[..])),
            login.map(|it| ("Proxy-Authorization", it)),
        ];
        let automatic: Vec<(&str, &[u8])> = candidates.into_iter().flatten().collect();
        let (method, target) = (b"CONNECT", target.as_bytes());
        render_head(
            &mut head,
            method,
            target,
            Version::Http11,
            &automatic,
            &Fields::new(),
        );
        head
    }
}

/// What INTERNET_OPTION_IDN must have for Punycode on this way.
fn idn_flag(proxy: Option<&Proxy>) -> u32 {
    match proxy {
        Some(_) => INTERNET_FLAG_IDN_PROXY,
        None => INTERNET_FLAG_IDN_DIRECT,
    }
}

fn way(origin: &Origin, proxy: &Proxy) -> Origin {
    let hop = Hop {
        host: proxy.host.clone(),
        port: proxy.port,
    };
    match &proxy.kind {
        Kind::Socks(socks) => Origin {
            route: Route::Socks(hop, socks.clone()),
            ..origin.clone()
        },
        Kind::Http if origin.secure => Origin {
            route: Route::Tunnel(hop),
            ..origin.clone()
        },
        Kind::Http => Origin {
            secure: false,
            host: hop.host,
            port: hop.port,
            leniency: Leniency::NONE,
            introduction: Introduction::default(),
            route: Route::Forward,
            owners: Vec::new(),
        },
    }
}
