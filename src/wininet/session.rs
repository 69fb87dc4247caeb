//! A session: what InternetOpen makes.

use super::common::Common;
use super::handle::HandleId;
use super::options::{self, Options};

/// The root of a tree of handles.
#[derive(Debug)]
pub struct Session {
    /// What every handle has.
    pub common: Common,
    /// Everything below it works asynchronously.
    pub is_async: bool,
}

impl Session {
    /// A session with this value. An empty agent sends no User-Agent.
    pub fn new(id: HandleId, agent: Option<Vec<u8>>, is_async: bool) -> Self {
        let mut options = options::defaults();
        if let Some(agent) = agent {
            Options::change(&mut options, |options| options.user_agent = agent.into());
        }
        Self {
            common: Common::root(id, options),
            is_async,
        }
    }
}
