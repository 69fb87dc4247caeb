//! A session: what InternetOpen makes.

use std::sync::Arc;

use super::common::Common;
use super::handle::HandleId;
use super::options;
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
pub struct Opening<'a> {
    /// What User-Agent says; empty: it is not sent; `None`: what the process has.
    pub agent: Option<&'a [u8]>,
    /// The proxies; `None`: those of the process.
    pub proxy: Option<Arc<proxy::Settings>>,
    /// Everything below the session works asynchronously.
    pub is_async: bool,
}

impl Session {
    /// A session with this value.
    pub fn new(id: HandleId, opening: Opening<'_>) -> Self {
        let options = options::of_session(opening.agent, opening.proxy);
        Self {
            common: Common::root(id, options),
            is_async: opening.is_async,
        }
    }
}
