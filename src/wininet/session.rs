//! A session: what InternetOpen makes.

use std::sync::Arc;

use super::common::Common;
use super::handle::HandleId;
use super::options::{self, Options};
use super::proxy;

/// The root of a tree of handles.
#[derive(Debug)]
pub struct Session {
    /// What every handle has.
    pub common: Common,
    /// Everything below it works asynchronously.
    pub is_async: bool,
}

/// What a session is opened with.
#[derive(Debug, Default)]
pub struct Opening {
    /// What User-Agent says; empty: it is not sent; `None`: what the process has.
    pub agent: Option<Vec<u8>>,
    /// The proxies; `None`: those of the process.
    pub proxy: Option<Arc<proxy::Settings>>,
    /// Everything below the session works asynchronously.
    pub is_async: bool,
}

impl Session {
    /// A session with this value.
    pub fn new(id: HandleId, opening: Opening) -> Self {
        let Opening {
            agent,
            proxy,
            is_async,
        } = opening;
        let mut options = options::defaults();
        if let Some(agent) = agent {
            Options::change(&mut options, |options| options.user_agent = agent.into());
        }
        if proxy.is_some() {
            Options::change(&mut options, |options| options.proxy = proxy);
        }
        Self {
            common: Common::root(id, options),
            is_async,
        }
    }
}
