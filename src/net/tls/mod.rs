//! TLS by rustls: the system's roots, and Windows' way of looking at a certificate.

mod configs;
mod identity;
mod problems;
mod security;
mod seen;
mod trust;
mod verifier;

use std::io;
use std::sync::Arc;

use rustls::pki_types::ServerName;
use rustls::{CertificateError, ClientConnection, Error, OtherError};

use super::{Failure, Origin};

pub use identity::{was_asked, Identity, Introduction};
pub use problems::{Leniency, Problems};
pub use security::{Channel, Security};
pub use seen::{remember, seen};
use verifier::Refusal;

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
    let config = configs::of((origin.leniency, origin.introduction.clone()))?;
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
