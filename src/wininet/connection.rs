//! A connection handle: a server to talk to. It holds no socket.

use std::sync::Arc;

use parking_lot::Mutex;

use super::common::Common;
use super::handle::{Handle, HandleId};
use super::options::Options;
use super::proxy;
use super::session::Session;
use super::usual::Usual;
use crate::abi::{INTERNET_DEFAULT_HTTPS_PORT, INTERNET_DEFAULT_HTTP_PORT};
use crate::http::auth::Login;
use crate::net::Origin;

/// The server that a connection handle names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// Host name or address as it goes over the wire: lower case, in Punycode, an IPv6 address without
    /// its brackets. Whatever tells servers apart goes by this.
    pub host: Arc<str>,
    /// The name as it was given, where that is another.
    pub given: Option<Arc<str>>,
    /// The port; 0: what the scheme of the request has by default.
    pub port: u16,
}

impl Target {
    /// The port in force for a request of that kind.
    pub fn port_for(&self, secure: bool) -> u16 {
        match self.port {
            0 => default_port(secure),
            port => port,
        }
    }
}

/// The port of http or https.
pub fn default_port(secure: bool) -> u16 {
    match secure {
        true => INTERNET_DEFAULT_HTTPS_PORT,
        false => INTERNET_DEFAULT_HTTP_PORT,
    }
}

/// A server below a session.
#[derive(Debug)]
pub struct Connection {
    /// What every handle has.
    pub common: Common,
    /// The server.
    pub target: Arc<Target>,
    /// Everything below it works asynchronously.
    pub is_async: bool,
    /// InternetOpenUrl made it: it is closed with its only request and never spoken of.
    pub is_hidden: bool,
    /// What its usual requests have in common.
    pub(super) usual: Usual,
    /// Where its last other request went to; mostly the next one goes there too.
    last_origin: Mutex<Option<Arc<Origin>>>,
}

impl Connection {
    /// A connection handle with this value.
    #[inline(always)]
    pub fn new(
        id: HandleId,
        session: Arc<Session>,
        target: Arc<Target>,
        login: Login,
        context: usize,
    ) -> Self {
        let is_async = session.is_async;
        let change = |options: &mut Arc<Options>| {
            adopt_proxies(options);
            if !login.is_empty() {
                Options::change(options, |it| it.server_login = login);
            }
        };
        Self {
            common: Common::child(id, Handle::Session(session), context, change),
            target,
            is_async,
            is_hidden: false,
            usual: Usual::default(),
            last_origin: Mutex::default(),
        }
    }

    /// An origin as requests of this handle share it.
    pub(super) fn share(&self, origin: Origin) -> Arc<Origin> {
        let mut last = self.last_origin.lock();
        match &*last {
            Some(last) if **last == origin => last.clone(),
            _ => last.insert(Arc::new(origin)).clone(),
        }
    }

    /// One that the program does not know of.
    pub fn hidden(id: HandleId, session: Arc<Session>, target: Arc<Target>, login: Login) -> Self {
        Self {
            is_hidden: true,
            ..Self::new(id, session, target, login, 0)
        }
    }
}

/// A session without proxies of its own has those that the process has now, if any.
fn adopt_proxies(options: &mut Arc<Options>) {
    if options.proxy.is_none() && proxy::process_has_any() {
        Options::change(options, |options| options.proxy = Some(proxy::process()));
    }
}
