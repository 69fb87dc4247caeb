//! The ways of a request to its server: the connections that may carry it, and what asks for a
//! tunnel.

use super::list::Kind;
use super::Proxy;
use crate::abi::{INTERNET_FLAG_IDN_DIRECT, INTERNET_FLAG_IDN_PROXY};
use crate::http::request::HeadWriter;
use crate::http::{Fields, Version};
use crate::net::{self, Failure, Hop, Introduction, Leniency, Origin, Route};
use crate::wininet::credentials::Whom;
use crate::wininet::options::Options;
use crate::wininet::request::State;

impl State {
    /// Chooses the proxies for where the request goes now: the one to be tried first, and the detours.
    pub fn choose_ways(&mut self, options: &Options) {
        let settings = options.proxy.as_deref();
        let port = self.server.port_for(self.secure);
        let proxies = settings.map_or(&[][..], |it| {
            it.choose(self.secure, &self.server.host, port)
        });
        self.detours = proxies.to_vec();
        if proxies.len() > 1 {
            let detours = &mut self.detours;
            detours.sort_by_key(|it| net::is_avoided(&it.host, it.port));
        }
        self.go_by_next();
        self.is_idn = options.idn & idn_flag(self.proxy.as_deref()) != 0;
    }

    /// Nobody took a connection: goes by the next proxy, if there is one.
    pub fn takes_detour(&mut self, failure: Failure) -> bool {
        let nobody_answers = matches!(
            failure,
            Failure::NameNotResolved | Failure::CannotConnect | Failure::TimedOut
        );
        let is_held = || {
            self.transfer
                .as_ref()
                .is_some_and(|it| it.holds_connection())
        };
        if !nobody_answers || self.detours.is_empty() || is_held() {
            return false;
        }
        if let Some(former) = &self.proxy {
            net::avoid(&former.host, former.port);
        }
        self.go_by_next();
        true
    }

    /// What was said to one proxy is not for another.
    fn go_by_next(&mut self) {
        let has_one = !self.detours.is_empty();
        let proxy = has_one.then(|| Box::new(self.detours.remove(0)));
        if self.proxy != proxy {
            self.talks.leave_proxy();
        }
        self.proxy = proxy;
    }

    /// Whom to connect to.
    pub fn way(&self) -> Origin {
        let origin = self.origin();
        let way = match &self.proxy {
            Some(proxy) => way(origin, proxy),
            None => origin,
        };
        Origin {
            owners: self.talks.owners(),
            ..way
        }
    }

    /// Whether the proxy is sent the request itself, and not asked for a tunnel.
    pub fn is_forwarded(&self) -> bool {
        !self.secure && self.proxy.as_ref().is_some_and(|it| it.is_http())
    }

    /// Where a tunnel is to lead.
    pub fn tunnel_target(&self) -> String {
        format!("{}:{}", self.host(), self.server.port_for(true))
    }

    /// What asks the proxy for a tunnel, where there is to be one.
    pub fn connect_head(&self, options: &Options) -> Vec<u8> {
        let mut head = Vec::new();
        if !self.secure || !self.proxy.as_ref().is_some_and(|it| it.is_http()) {
            return head;
        }
        let target = self.tunnel_target();
        let agent = self.fields.get("User-Agent").unwrap_or(&options.user_agent);
        let login = self.fields.get("Proxy-Authorization");
        let login = login.or_else(|| self.talks.authorization(Whom::Proxy));
        let (method, target) = (b"CONNECT", target.as_bytes());
        let fields = Fields::new();
        let mut writer = HeadWriter::begin(&mut head, (method, target, Version::Http11), &fields);
        if !agent.is_empty() {
            writer.automatic("User-Agent", &[agent]);
        }
        writer.automatic("Host", &[target]);
        writer.automatic("Proxy-Connection", &[b"Keep-Alive"]);
        if let Some(login) = login {
            writer.automatic("Proxy-Authorization", &[login]);
        }
        writer.end();
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

fn way(origin: Origin, proxy: &Proxy) -> Origin {
    let hop = Hop {
        host: proxy.host.clone(),
        port: proxy.port,
    };
    match &proxy.kind {
        Kind::Socks(socks) => Origin {
            route: Route::Socks(hop, socks.clone()),
            ..origin
        },
        Kind::Http if origin.secure => Origin {
            route: Route::Tunnel(hop),
            ..origin
        },
        Kind::Http => Origin {
            secure: false,
            host: hop.host.into(),
            port: hop.port,
            leniency: Leniency::NONE,
            introduction: Introduction::default(),
            route: Route::Forward,
            owners: Vec::new(),
        },
    }
}
