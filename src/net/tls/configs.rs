//! The configurations of TLS, one for each settings.

#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::sync::Arc;

use parking_lot::Mutex;
use rustls::crypto::ring;
use rustls::ClientConfig;

use super::verifier::Verifier;
use super::{failure, identity, Introduction, Leniency};
use crate::net::Failure;

/// What a TLS session depends on.
type Settings = (Leniency, Introduction);

/// Each has a store of sessions to resume. With more of them all are made anew, which costs no more
/// than whole handshakes: a program that shows ever new certificates must not fill the memory.
const MOST: usize = 64;

/// The process' configuration for these settings.
pub fn of(settings: Settings) -> Result<Arc<ClientConfig>, Failure> {
    static CONFIGS: Mutex<Option<Configs>> = Mutex::new(None);
    CONFIGS.lock().get_or_insert_default().of(settings)
}

/// One configuration, and with it one store of sessions to resume, for each settings.
#[derive(Default)]
struct Configs(HashMap<Settings, Arc<ClientConfig>>);

impl Configs {
    fn of(&mut self, settings: Settings) -> Result<Arc<ClientConfig>, Failure> {
        if let Some(config) = self.0.get(&settings) {
            return Ok(config.clone());
        }
        let config = Arc::new(make(settings.clone())?);
        if self.0.len() >= MOST {
            self.0.clear();
        }
        self.0.insert(settings, config.clone());
        Ok(config)
    }
}

fn make((leniency, introduction): Settings) -> Result<ClientConfig, Failure> {
    let provider = Arc::new(ring::default_provider());
    let verifier = Verifier::new(&provider, leniency);
    let mut config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|error| failure(&error))?
        .dangerous()
        .with_custom_certificate_verifier(Arc::new(verifier))
        .with_client_cert_resolver(identity::resolver(introduction));
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(config)
}
