//! Who asks for credentials, and whose they are.

use super::super::options::Options;

use super::super::request::State;
use super::Whom;
use crate::http::auth::Login;

/// A server or a proxy, as it is told from others.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Party {
    /// Which of the two.
    pub whom: Whom,
    /// Whether the connection is encrypted.
    pub secure: bool,
    /// Host name or address.
    pub host: String,
    /// TCP port.
    pub port: u16,
}

impl State {
    /// Who would ask for credentials; there may be no proxy that could.
    pub fn party(&self, whom: Whom) -> Option<Party> {
        let (secure, host, port) = match whom {
            Whom::Server => {
                let port = self.server.port_for(self.secure);
                (self.secure, &*self.server.host, port)
            }
            Whom::Proxy => {
                let proxy = self.proxy.as_ref().filter(|it| it.is_http())?;
                (false, proxy.host.as_str(), proxy.port)
            }
        };
        Some(Party {
            whom,
            secure,
            host: host.to_owned(),
            port,
        })
    }

    /// Who asks for credentials. A proxy that makes no tunnel does not ask for the server, and what
    /// comes out of a tunnel or without a proxy is not the proxy's.
    pub fn asks(&self) -> Option<Whom> {
        match (self.response.as_ref()?.status(), self.is_refused()) {
            (401, false) => Some(Whom::Server),
            (407, true) => Some(Whom::Proxy),
            (407, false) if self.is_forwarded() => Some(Whom::Proxy),
            _ => None,
        }
    }

    /// Whether the answer comes from a proxy that made no tunnel.
    pub fn is_refused(&self) -> bool {
        self.transfer.as_ref().is_some_and(|it| it.is_refused())
    }

    /// Whether the proxy makes a tunnel and sees nothing of the request.
    pub fn is_tunnelled(&self) -> bool {
        self.secure && self.proxy.as_ref().is_some_and(|it| it.is_http())
    }

    /// A body in pieces is gone, unless none of it was written.
    pub fn can_send_again(&self) -> bool {
        let transfer = self.transfer.as_ref();
        let is_unwritten = || transfer.is_some_and(|it| it.takes_pieces()) || self.withholds_body();
        self.pieces.is_none() || is_unwritten()
    }

    /// Whether the body waits until a handshake is through. Its first message is sure to be refused, and a
    /// server that refuses need not read a body, which would cost the connection.
    pub fn withholds_body(&self) -> bool {
        self.talks.are_opening() && (self.body_length > 0 || self.pieces.is_some())
    }

    /// Whether the answer is the last word: it leads nowhere else, and nobody was shown credentials that it speaks of.
    pub fn ends_here(&self) -> bool {
        let head = self.response.as_ref();
        head.is_some_and(|it| matches!(it.status(), 200..=299)) && !self.talks.have_sent()
    }

    /// Whether the server has answered, and demands nothing.
    pub fn is_let_in(&self) -> bool {
        let head = self.response.as_ref();
        head.is_some_and(|it| !it.is_challenge() && !self.is_refused())
    }

    /// How much of the body follows the head that was made last.
    pub fn outgoing(&self) -> usize {
        match self.withholds_body() {
            true => 0,
            false => self.body_length,
        }
    }
}

/// The login that the program gave. One that is for a server goes to no other. A proxy without one is
/// given the server's, as Microsoft has it, but not where a tunnel keeps that from it.
pub fn own_login(state: &State, whom: Whom, options: &Options) -> Option<Login> {
    let of_server = || {
        let login = Some(&options.server_login).filter(|_| state.is_at_home());
        login.filter(|it| !it.is_empty()).cloned()
    };
    match whom {
        Whom::Server => of_server(),
        Whom::Proxy if !options.proxy_login.is_empty() => Some(options.proxy_login.clone()),
        Whom::Proxy => {
            let named = state.proxy.as_ref().map(|it| Login {
                user: it.user.as_slice().into(),
                password: it.password.as_slice().into(),
            });
            let named = named.filter(|it| !it.is_empty());
            named.or_else(|| of_server().filter(|_| state.is_forwarded()))
        }
    }
}
