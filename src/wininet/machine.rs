//! Whether this machine is connected, and the offline mode that a program can choose.

use super::error::{Error, Result};
use super::options;
use super::proxy;
use super::url;
use crate::abi::*;
use crate::net::{self, LinkKind};

/// How this machine is connected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Connectivity {
    /// There is a link, and it may be used.
    pub is_online: bool,
    /// INTERNET_CONNECTION_ values.
    pub flags: u32,
    /// What the link is called; empty without one.
    pub name: String,
}

/// Asks the system.
pub fn connectivity() -> Connectivity {
    let link = net::uplink();
    let kind = match link.as_ref().map(|link| link.kind) {
        Some(LinkKind::Network) => INTERNET_CONNECTION_LAN,
        Some(LinkKind::Modem) => INTERNET_CONNECTION_MODEM,
        None => 0,
    };
    let is_offline = net::is_offline();
    let more = [
        (is_offline, INTERNET_CONNECTION_OFFLINE),
        (proxy::process_has_any(), INTERNET_CONNECTION_PROXY),
    ];
    let more = more.iter().filter(|(is_set, _)| *is_set);
    Connectivity {
        is_online: link.is_some() && !is_offline,
        flags: more.fold(kind, |all, (_, flag)| all | flag),
        name: link.map_or_else(String::new, |link| link.name),
    }
}

/// Succeeds if this machine is connected.
pub fn attempt_connect() -> Result<()> {
    match connectivity().is_online {
        true => Ok(()),
        false => Err(Error(ERROR_INTERNET_DISCONNECTED)),
    }
}

/// Succeeds if this machine is connected, or with `force` if the host of the URL takes a connection.
pub fn check_connection(url: Option<&[u8]>, force: bool) -> Result<()> {
    const NOT_CONNECTED: Error = Error(ERROR_NOT_CONNECTED);
    let Some(url) = url.filter(|_| force) else {
        return attempt_connect().map_err(|_| NOT_CONNECTED);
    };
    let parts = url::crack(url)?;
    let server = url::target(&url[parts.host], parts.port)?;
    if server.port == INTERNET_INVALID_PORT_NUMBER {
        return Err(Error(ERROR_INTERNET_UNRECOGNIZED_SCHEME));
    }
    if net::is_offline() {
        return Err(NOT_CONNECTED);
    }
    let timeout = options::defaults().timeouts().connect;
    let reached = net::reach(&server.host, server.port, timeout);
    reached.map_err(|_| NOT_CONNECTED)
}

/// Leaves the offline mode if that is allowed without a question: there is nobody to be asked.
pub fn go_online(no_prompt: bool) -> Result<()> {
    if net::is_offline() && !no_prompt {
        return Err(Error(ERROR_INTERNET_NEED_UI));
    }
    net::set_offline(false);
    attempt_connect()
}

/// What INTERNET_OPTION_CONNECTED_STATE says: INTERNET_STATE_ values.
pub fn state() -> u32 {
    match (net::is_offline(), net::uplink()) {
        (true, _) => INTERNET_STATE_DISCONNECTED_BY_USER,
        (false, Some(_)) => INTERNET_STATE_CONNECTED,
        (false, None) => INTERNET_STATE_DISCONNECTED,
    }
}

/// Chooses the offline mode, or leaves it. INTERNET_STATE_DISCONNECTED by itself is the machine's own
/// affair and changes nothing.
pub fn set_state(state: u32, flags: u32) -> Result<()> {
    let is_forced = match flags {
        0 => false,
        ISO_FORCE_DISCONNECTED => true,
        _ => return Err(Error(ERROR_INVALID_PARAMETER)),
    };
    match state {
        INTERNET_STATE_CONNECTED => net::set_offline(false),
        INTERNET_STATE_DISCONNECTED_BY_USER => net::set_offline(true),
        INTERNET_STATE_DISCONNECTED if is_forced => net::set_offline(true),
        INTERNET_STATE_DISCONNECTED => {}
        _ => return Err(Error(ERROR_INVALID_PARAMETER)),
    }
    Ok(())
}
