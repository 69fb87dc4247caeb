//! TLS by rustls: the system's roots, and Windows' way of looking at a certificate.

mod identity;
mod problems;
mod security;
mod seen;
mod trust;
mod verifier;

use std::collections::HashMap;
use std::io;
use std::sync::Arc;

use parking_lot::Mutex;
use rustls::crypto::ring;
use rustls::pki_types::ServerName;
use rustls::{CertificateError, ClientConfig, ClientConnection, Error, OtherError};

use super::{Failure, Origin};

pub use identity::{was_asked, Identity, Introduction};
pub use problems::{Leniency, Problems};
pub use security::{Channel, Security};
pub use seen::{remember, seen};
use verifier::{Refusal, Verifier};

/// What a TLS session depends on.
type Settings = (Leniency, Introduction);

/// Each has a store of sessions to resume. With more of them all are made anew, which costs no more
/// than whole handshakes: a program that shows ever new certificates must not fill the memory.
const MOST_CONFIGS: usize = 64;

/// A TLS session, and what it has come to.
pub struct Session {
    /// The session itself.
    pub connection: ClientConnection,
    /// Once the handshake is over, one way or the other.
    pub security: Option<Arc<Security>>,
    /// The server has asked who we are, and that is undecided.
    pub was_asked: bool,
    /// What has ended it; told when everything before was read.
    pub failure: Option<Error>,
}

/// A TLS session to begin with `origin`.
pub fn session(origin: &Origin) -> Result<Box<Session>, Failure> {
    // A name that no certificate can hold is a name that no certificate matches.
    let name = ServerName::try_from(origin.host.to_string())
        .map_err(|_| Failure::Certificate(Problems::NAME))?;
    let config = config((origin.leniency, origin.introduction.clone()))?;
    let connection = ClientConnection::new(config, name).map_err(|error| failure(&error))?;
    Ok(Box::new(Session {
        connection,
        security: None,
        was_asked: false,
        failure: None,
    }))
}

/// What an error of rustls means to the request.
pub fn failure(error: &Error) -> Failure {
    match error {
        Error::InvalidCertificate(_) => match refusal(error) {
            Some(refusal) => Failure::Certificate(refusal.problems),
            None => Failure::Certificate(Problems::INVALID),
        },
        Error::Other(OtherError(inner)) if inner.is::<CertificateWanted>() => {
            Failure::ClientCertificateNeeded
        }
        _ => Failure::SecureChannel,
    }
}

/// The certificate that was refused, if that is what the error is about.
pub fn refused(error: &io::Error) -> Option<Security> {
    refusal(inner(error)?).map(Security::from)
}

/// The error of rustls in an error of a connection.
pub fn inner(error: &io::Error) -> Option<&Error> {
    error.get_ref()?.downcast_ref()
}

fn refusal(error: &Error) -> Option<&Refusal> {
    match error {
        Error::InvalidCertificate(CertificateError::Other(OtherError(inner))) => {
            inner.downcast_ref()
        }
        _ => None,
    }
}

/// The server wants a certificate, and the program has not decided which.
#[derive(Debug, thiserror::Error)]
#[error("the server asks for a certificate of the client")]
struct CertificateWanted;

/// The error of a handshake that goes on when the program has decided.
pub fn certificate_wanted() -> io::Error {
    io::Error::other(Error::Other(OtherError(Arc::new(CertificateWanted))))
}

/// One configuration, and with it one store of sessions to resume, for each settings.
fn config(settings: Settings) -> Result<Arc<ClientConfig>, Failure> {
    static CONFIGS: Mutex<Option<HashMap<Settings, Arc<ClientConfig>>>> = Mutex::new(None);
    let mut configs = CONFIGS.lock();
    let configs = configs.get_or_insert_default();
    if let Some(config) = configs.get(&settings) {
        return Ok(config.clone());
    }
    let (leniency, introduction) = settings.clone();
    let provider = Arc::new(ring::default_provider());
    let verifier = Verifier::new(&provider, leniency);
    let mut config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|error| failure(&error))?
        .dangerous()
        .with_custom_certificate_verifier(Arc::new(verifier))
        .with_client_cert_resolver(identity::resolver(introduction));
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    let config = Arc::new(config);
    if configs.len() >= MOST_CONFIGS {
        configs.clear();
    }
    configs.insert(settings, config.clone());
    Ok(config)
}
