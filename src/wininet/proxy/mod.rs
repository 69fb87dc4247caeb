//! Proxies: the settings of a session or of the process, and what they mean for a URL.

mod bypass;
mod environment;
mod list;
mod ways;

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, LazyLock};

use parking_lot::Mutex;

use super::error::Result;
use crate::abi::{
    INTERNET_SCHEME_FTP, INTERNET_SCHEME_GOPHER, INTERNET_SCHEME_HTTPS, INTERNET_SCHEME_SOCKS,
    PROXY_TYPE_DIRECT, PROXY_TYPE_PROXY,
};

pub use bypass::Bypass;
pub use list::{List, Proxy};

/// Whether and where there are proxies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// PROXY_TYPE_ values. PROXY_TYPE_PROXY decides; the automatic ones are kept for the program.
    pub flags: u32,
    /// Where a configuration script is: kept for the program, and not run.
    pub script: Box<[u8]>,
    /// AUTO_PROXY_FLAG_ values, kept for the program.
    pub discovery: u32,
    proxies: Box<[u8]>,
    list: List,
    bypass: Box<[u8]>,
    rules: Bypass,
    is_from_environment: bool,
}

/// Nothing goes through a proxy.
impl Default for Settings {
    fn default() -> Self {
        Self {
            flags: PROXY_TYPE_DIRECT,
            script: Box::default(),
            discovery: 0,
            proxies: Box::default(),
            list: List::default(),
            bypass: Box::default(),
            rules: Bypass::default(),
            is_from_environment: false,
        }
    }
}

impl Settings {
    /// Those of everybody who wants no proxy.
    pub fn none() -> Arc<Self> {
        static NONE: LazyLock<Arc<Settings>> = LazyLock::new(Arc::default);
        NONE.clone()
    }

    /// Proxies, and the hosts that are reached without them, as a program writes them.
    pub fn named(proxies: &[u8], bypass: &[u8]) -> Result<Self> {
        let mut settings = Self {
            flags: PROXY_TYPE_DIRECT | PROXY_TYPE_PROXY,
            ..Self::default()
        };
        settings.set_proxies(proxies)?;
        settings.set_bypass(bypass);
        Ok(settings)
    }

    /// Changes the proxies, or nothing if they make no sense.
    pub fn set_proxies(&mut self, proxies: &[u8]) -> Result<()> {
        self.list = List::parse(proxies)?;
        self.proxies = proxies.into();
        Ok(())
    }

    /// Changes the hosts that are reached without a proxy.
    pub fn set_bypass(&mut self, bypass: &[u8]) {
        self.rules = Bypass::parse(bypass);
        self.bypass = bypass.into();
    }

    /// The environment has no say in them any more.
    pub fn set_by_program(&mut self) {
        self.is_from_environment = false;
    }

    /// The proxies as they were written.
    pub fn proxies(&self) -> &[u8] {
        &self.proxies
    }

    /// The hosts that are reached without one as they were written.
    pub fn bypass(&self) -> &[u8] {
        &self.bypass
    }

    /// Whether there is a proxy for anything.
    pub fn has_proxies(&self) -> bool {
        self.flags & PROXY_TYPE_PROXY != 0 && !self.proxies.is_empty()
    }

    /// The proxies for a server, in the order in which to try them; none: it is reached directly.
    pub fn choose(&self, secure: bool, host: &str, port: u16) -> &[Proxy] {
        if !self.has_proxies() {
            return &[];
        }
        let scheme = if secure { "https" } else { "http" };
        match self.rules.covers(scheme, host, Some(port)) {
            true => &[],
            false => self.list.of(scheme),
        }
    }
}

/// Whether the settings of the process name a host among those that are reached without a proxy.
pub fn is_bypassed(scheme: i32, host: &str) -> bool {
    let scheme = match scheme {
        INTERNET_SCHEME_HTTPS => "https",
        INTERNET_SCHEME_FTP => "ftp",
        INTERNET_SCHEME_GOPHER => "gopher",
        INTERNET_SCHEME_SOCKS => "socks",
        _ => "http",
    };
    process().rules.covers(scheme, host, None)
}

static PROCESS: Mutex<Option<Arc<Settings>>> = Mutex::new(None);
/// What most processes have, known without a lock.
static PROCESS_HAS_NONE: AtomicBool = AtomicBool::new(false);

/// The settings of the process: the environment's, unless the program has set others.
pub fn process() -> Arc<Settings> {
    let mut process = PROCESS.lock();
    let settings = process.get_or_insert_with(|| Arc::new(environment::read()));
    PROCESS_HAS_NONE.store(!settings.has_proxies(), Ordering::Relaxed);
    settings.clone()
}

/// Whether the process has any proxies.
pub fn process_has_any() -> bool {
    !PROCESS_HAS_NONE.load(Ordering::Relaxed) && process().has_proxies()
}

/// Changes the settings of the process; `None`: to those of the environment as it is now.
pub fn set_process(settings: Option<Arc<Settings>>) {
    change_process(&mut PROCESS.lock(), settings);
}

/// Reads the environment again, if it is what holds.
pub fn refresh() {
    let mut process = PROCESS.lock();
    if process.as_ref().is_some_and(|it| it.is_from_environment) {
        change_process(&mut process, None);
    }
}

fn change_process(process: &mut Option<Arc<Settings>>, settings: Option<Arc<Settings>>) {
    *process = settings;
    PROCESS_HAS_NONE.store(false, Ordering::Relaxed);
}
