//! The options that a handle hands down to its children.

use std::sync::{Arc, OnceLock};
use std::time::Duration;

use parking_lot::Mutex;

use super::proxy;
use crate::abi::{INTERNET_FLAG_IDN_DIRECT, INTERNET_FLAG_IDN_PROXY};
use crate::http::auth::Login;
use crate::net::Timeouts;

/// A snapshot of options. A child starts with its parent's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// The proxies; `None`: for a session those that the process has when a connection handle is
    /// made, below that none.
    pub proxy: Option<Arc<proxy::Settings>>,
    /// What User-Agent says; empty: there is none.
    pub user_agent: Box<[u8]>,
    /// INTERNET_OPTION_USERNAME and INTERNET_OPTION_PASSWORD.
    pub server_login: Login,
    /// INTERNET_OPTION_PROXY_USERNAME and INTERNET_OPTION_PROXY_PASSWORD.
    pub proxy_login: Login,
    /// INTERNET_OPTION_CONNECT_TIMEOUT in milliseconds.
    pub connect_timeout: u32,
    /// INTERNET_OPTION_SEND_TIMEOUT.
    pub send_timeout: u32,
    /// INTERNET_OPTION_RECEIVE_TIMEOUT.
    pub receive_timeout: u32,
    /// INTERNET_OPTION_HTTP_DECODING: bodies are decoded.
    pub decodes: bool,
    /// INTERNET_OPTION_DATA_SEND_TIMEOUT; until it is set the other counts for the body too.
    pub data_send_timeout: Option<u32>,
    /// INTERNET_OPTION_DATA_RECEIVE_TIMEOUT, in the same way.
    pub data_receive_timeout: Option<u32>,
    /// INTERNET_OPTION_CONNECT_RETRIES: how many addresses are tried.
    pub connect_retries: u32,
    /// INTERNET_OPTION_IDN: INTERNET_FLAG_IDN_ values.
    pub idn: u32,
    /// INTERNET_OPTION_ERROR_MASK: INTERNET_ERROR_MASK_ values.
    pub error_mask: u32,
    /// Options by their numbers that are kept and given back, and that nothing depends on.
    idle: Vec<(u32, u32)>,
    /// INTERNET_OPTION_MAX_CONNS_PER_SERVER, of the process alone.
    pub max_conns_per_server: u32,
    /// INTERNET_OPTION_MAX_CONNS_PER_1_0_SERVER, of the process alone.
    pub max_conns_per_1_0_server: u32,
    /// INTERNET_OPTION_MAX_CONNS_PER_PROXY, of the process alone.
    pub max_conns_per_proxy: u32,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            proxy: None,
            user_agent: Box::default(),
            server_login: Login::default(),
            proxy_login: Login::default(),
            connect_timeout: 60_000,
            send_timeout: 30_000,
            receive_timeout: 30_000,
            decodes: false,
            data_send_timeout: None,
            data_receive_timeout: None,
            connect_retries: 5,
            idn: INTERNET_FLAG_IDN_DIRECT | INTERNET_FLAG_IDN_PROXY,
            error_mask: 0,
            idle: Vec::new(),
            max_conns_per_server: 6,
            max_conns_per_1_0_server: 6,
            max_conns_per_proxy: 32,
        }
    }
}

impl Options {
    /// Changes a handle's own copy.
    pub fn change(options: &mut Arc<Self>, change: impl FnOnce(&mut Self)) {
        change(Arc::make_mut(options));
    }

    /// The value of an option that nothing depends on, if it was set.
    pub fn idle(&self, option: u32) -> Option<u32> {
        let found = self.idle.iter().find(|(number, _)| *number == option);
        found.map(|(_, value)| *value)
    }

    /// Keeps the value of an option that nothing depends on.
    pub fn set_idle(&mut self, option: u32, value: u32) {
        self.idle.retain(|(number, _)| *number != option);
        self.idle.push((option, value));
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

/// What new sessions start with.
#[derive(Default)]
struct Defaults {
    of_the_process: Arc<Options>,
    /// The same with the agent and the proxies of the last session that was opened; mostly the next
    /// one has those too.
    of_the_last: Arc<Options>,
}

fn process_wide() -> &'static Mutex<Defaults> {
    static DEFAULTS: OnceLock<Mutex<Defaults>> = OnceLock::new();
    DEFAULTS.get_or_init(Mutex::default)
}

/// The options of the process.
pub fn defaults() -> Arc<Options> {
    process_wide().lock().of_the_process.clone()
}

/// What a new session starts with: those of the process, but for what it has of its own.
pub fn of_session(agent: Option<&[u8]>, proxy: Option<Arc<proxy::Settings>>) -> Arc<Options> {
    let defaults = &mut *process_wide().lock();
    let of_the_process = &defaults.of_the_process;
    let agent = agent.unwrap_or(&of_the_process.user_agent);
    let proxy = proxy.or_else(|| of_the_process.proxy.clone());
    let last = &defaults.of_the_last;
    if *last.user_agent != *agent || last.proxy != proxy {
        defaults.of_the_last = Arc::new(Options {
            user_agent: agent.into(),
            proxy,
            ..Options::clone(of_the_process)
        });
    }
    defaults.of_the_last.clone()
}

/// Changes what new sessions start with: options set on a NULL handle.
pub fn change_defaults(change: impl FnOnce(&mut Options)) {
    let mut defaults = process_wide().lock();
    Options::change(&mut defaults.of_the_process, change);
    defaults.of_the_last = defaults.of_the_process.clone();
}
