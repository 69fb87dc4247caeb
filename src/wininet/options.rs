//! The options that a handle hands down to its children.

use std::sync::{Arc, OnceLock};
use std::time::Duration;

use parking_lot::Mutex;

use crate::abi::{INTERNET_FLAG_IDN_DIRECT, INTERNET_FLAG_IDN_PROXY};
use crate::net::Timeouts;

/// A snapshot of options. A child starts with its parent's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// What User-Agent says; empty: there is none.
    pub user_agent: Box<[u8]>,
    /// INTERNET_OPTION_CONNECT_TIMEOUT in milliseconds.
    pub connect_timeout: u32,
    /// INTERNET_OPTION_SEND_TIMEOUT.
    pub send_timeout: u32,
    /// INTERNET_OPTION_RECEIVE_TIMEOUT.
    pub receive_timeout: u32,
    /// INTERNET_OPTION_DATA_SEND_TIMEOUT; until it is set the other counts for the body too.
    pub data_send_timeout: Option<u32>,
    /// INTERNET_OPTION_DATA_RECEIVE_TIMEOUT, in the same way.
    pub data_receive_timeout: Option<u32>,
    /// INTERNET_OPTION_CONNECT_RETRIES: how many addresses are tried.
    pub connect_retries: u32,
    /// INTERNET_OPTION_FROM_CACHE_TIMEOUT; there is no cache.
    pub from_cache_timeout: u32,
    /// INTERNET_OPTION_IDN: INTERNET_FLAG_IDN_ values.
    pub idn: u32,
    /// INTERNET_OPTION_MAX_CONNS_PER_SERVER, of the process alone.
    pub max_conns_per_server: u32,
    /// INTERNET_OPTION_MAX_CONNS_PER_1_0_SERVER, of the process alone.
    pub max_conns_per_1_0_server: u32,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            user_agent: Box::default(),
            connect_timeout: 60_000,
            send_timeout: 30_000,
            receive_timeout: 30_000,
            data_send_timeout: None,
            data_receive_timeout: None,
            connect_retries: 5,
            from_cache_timeout: 0,
            idn: INTERNET_FLAG_IDN_DIRECT | INTERNET_FLAG_IDN_PROXY,
            max_conns_per_server: 6,
            max_conns_per_1_0_server: 6,
        }
    }
}

impl Options {
    /// Changes a handle's own copy.
    pub fn change(options: &mut Arc<Self>, change: impl FnOnce(&mut Self)) {
        change(Arc::make_mut(options));
    }

    /// The bounds of the phases of a request.
    pub fn timeouts(&self) -> Timeouts {
        Timeouts {
            connect: duration(self.connect_timeout),
            send: duration(self.send_timeout),
            receive: duration(self.receive_timeout),
            data_send: duration(self.data_send_timeout.unwrap_or(self.send_timeout)),
            data_receive: duration(self.data_receive_timeout.unwrap_or(self.receive_timeout)),
        }
    }
}

/// 0 and INFINITE both mean for ever: programs write either.
fn duration(milliseconds: u32) -> Option<Duration> {
    let is_bound = milliseconds != 0 && milliseconds != u32::MAX;
    is_bound.then(|| Duration::from_millis(milliseconds.into()))
}

fn process_wide() -> &'static Mutex<Arc<Options>> {
    static DEFAULTS: OnceLock<Mutex<Arc<Options>>> = OnceLock::new();
    DEFAULTS.get_or_init(Mutex::default)
}

/// What a new session starts with.
pub fn defaults() -> Arc<Options> {
    process_wide().lock().clone()
}

/// Changes what new sessions start with: options set on a NULL handle.
pub fn change_defaults(change: impl FnOnce(&mut Options)) {
    Options::change(&mut process_wide().lock(), change);
}
