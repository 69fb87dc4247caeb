//! What each server has last shown of itself, for those who ask by URL.

use std::collections::HashMap;
use std::sync::Arc;

use parking_lot::Mutex;

use super::problems::Leniency;
use super::security::Security;
use crate::net::Origin;

/// A program that goes to ever new servers must not fill the memory: with more of them all are forgotten.
const MOST: usize = 1024;

/// What a handshake has come to.
#[derive(Debug, Clone)]
pub struct Seen {
    /// The certificates, and how the connection is encrypted.
    pub security: Arc<Security>,
    /// What was put up with.
    pub leniency: Leniency,
}

/// Servers by name and port.
type Servers = HashMap<(Arc<str>, u16), Seen>;

static SERVERS: Mutex<Option<Servers>> = Mutex::new(None);

/// Remembers a handshake that is through.
pub fn remember(origin: &Origin, security: &Arc<Security>) {
    let seen = Seen {
        security: security.clone(),
        leniency: origin.leniency,
    };
    let mut servers = SERVERS.lock();
    let servers = servers.get_or_insert_default();
    if servers.len() >= MOST {
        servers.clear();
    }
    servers.insert((origin.host.clone(), origin.port), seen);
}

/// The last handshake with a server.
pub fn seen(host: &Arc<str>, port: u16) -> Option<Seen> {
    let servers = SERVERS.lock();
    servers.as_ref()?.get(&(host.clone(), port)).cloned()
}
