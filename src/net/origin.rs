//! Where a request goes, and how long each phase may take.

use std::hash::{Hash, Hasher};
use std::sync::Arc;
use std::time::Duration;

use super::socks::Socks;
use super::tls::{Introduction, Leniency};
use crate::http::auth::Login;

/// What two requests must have in common to share a connection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// Whether the connection is encrypted.
    pub secure: bool,
    /// Host name or literal address, lower case, without brackets.
    pub host: Arc<str>,
    /// TCP port.
    pub port: u16,
    /// Which faults of a certificate are put up with.
    pub leniency: Leniency,
    /// Who the server is told that we are.
    pub introduction: Introduction,
    /// How to get there.
    pub route: Route,
    /// Whose it is, where a server or a proxy lets in connections and not requests; else nobody's.
    pub owners: Vec<Login>,
}

/// The way to an origin.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub enum Route {
    /// No proxy.
    #[default]
    Direct,
    /// The origin is an HTTP proxy, which takes requests for any server.
    Forward,
    /// A tunnel through this HTTP proxy: CONNECT.
    Tunnel(Hop),
    /// A connection that this SOCKS proxy makes.
    Socks(Hop, Socks),
}

/// A proxy on the way.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Hop {
    /// Host name or literal address, lower case, without brackets.
    pub host: String,
    /// TCP port.
    pub port: u16,
}

/// What tells nearly all origins apart; the rest is left to the comparison.
impl Hash for Origin {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.host.hash(state);
        self.port.hash(state);
    }
}

impl Origin {
    /// A server without TLS and without a proxy.
    #[cfg(test)]
    pub fn plain(host: Arc<str>, port: u16) -> Self {
        Self {
            secure: false,
            host,
            port,
            leniency: Leniency::NONE,
            introduction: Introduction::default(),
            route: Route::Direct,
            owners: Vec::new(),
        }
    }

    /// Whom the socket connects to.
    pub fn first_hop(&self) -> (&str, u16) {
        match &self.route {
            Route::Direct | Route::Forward => (&self.host, self.port),
            Route::Tunnel(hop) | Route::Socks(hop, _) => (&hop.host, hop.port),
        }
    }

    /// Whether a new connection leads to the origin itself.
    pub fn is_next(&self) -> bool {
        matches!(self.route, Route::Direct | Route::Forward)
    }
}

/// How long each phase may take at most; `None` is for ever.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Timeouts {
    /// Opening a connection, the TLS handshake included.
    pub connect: Option<Duration>,
    /// Writing without any byte being taken.
    pub send: Option<Duration>,
    /// Waiting without any byte coming.
    pub receive: Option<Duration>,
    /// Writing a piece of the body.
    pub data_send: Option<Duration>,
    /// Waiting for more of the body.
    pub data_receive: Option<Duration>,
}

impl Timeouts {
    /// These for the phases of the body.
    pub fn of_body(self) -> Self {
        Self {
            send: self.data_send,
            receive: self.data_receive,
            ..self
        }
    }

    /// This bound for whatever is read or written.
    pub fn with_each(self, bound: Option<Duration>) -> Self {
        Self {
            send: bound,
            receive: bound,
            ..self
        }
    }
}
