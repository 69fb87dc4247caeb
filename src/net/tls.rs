//! TLS by rustls: the system's roots, and Windows' way of looking at a certificate.

use std::collections::HashMap;
use std::ops::{BitOr, BitOrAssign};
use std::sync::{Arc, OnceLock};

use parking_lot::Mutex;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::client::{verify_server_cert_signed_by_trust_anchor, verify_server_name};
use rustls::crypto::{
    ring, verify_tls12_signature, verify_tls13_signature, WebPkiSupportedAlgorithms,
};
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::server::ParsedCertificate;
use rustls::{
    CertificateError, ClientConfig, ClientConnection, DigitallySignedStruct, Error, OtherError,
    RootCertStore, SignatureScheme,
};

use super::{Failure, Origin};

/// What is wrong with a certificate: a set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Problems(u8);

/// The problems that a request puts up with.
pub type Leniency = Problems;

impl Problems {
    /// Nothing.
    pub const NONE: Self = Self(0);
    /// It is expired or not valid yet.
    pub const DATE: Self = Self(1);
    /// No trusted authority signed it.
    pub const AUTHORITY: Self = Self(2);
    /// It is for another name.
    pub const NAME: Self = Self(4);
    /// It is revoked.
    pub const REVOKED: Self = Self(8);
    /// It is not for servers.
    pub const USAGE: Self = Self(16);
    /// It is broken: nothing excuses that.
    pub const INVALID: Self = Self(32);

    /// Whether all of `other` are among these.
    pub fn contains(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// These without `other`.
    pub fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }
}

impl BitOr for Problems {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl BitOrAssign for Problems {
    fn bitor_assign(&mut self, other: Self) {
        *self = *self | other;
    }
}

impl std::fmt::Display for Problems {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "certificate problems {:#x}", self.0)
    }
}

impl std::error::Error for Problems {}

/// A TLS session to begin with `origin`.
pub fn session(origin: &Origin) -> Result<Box<ClientConnection>, Failure> {
    // A name that no certificate can hold is a name that no certificate matches.
    let name = ServerName::try_from(origin.host.clone())
        .map_err(|_| Failure::Certificate(Problems::NAME))?;
    ClientConnection::new(config(origin.leniency)?, name)
        .map(Box::new)
        .map_err(failure)
}

/// What an error of rustls means to the request.
pub fn failure(error: Error) -> Failure {
    match error {
        Error::InvalidCertificate(CertificateError::Other(OtherError(inner))) => {
            match inner.downcast_ref::<Problems>() {
                Some(problems) => Failure::Certificate(*problems),
                None => Failure::Certificate(Problems::INVALID),
            }
        }
        Error::InvalidCertificate(_) => Failure::Certificate(Problems::INVALID),
        _ => Failure::SecureChannel,
    }
}

/// One configuration, and with it one store of sessions to resume, for each leniency.
fn config(leniency: Leniency) -> Result<Arc<ClientConfig>, Failure> {
    static CONFIGS: Mutex<Option<HashMap<Leniency, Arc<ClientConfig>>>> = Mutex::new(None);
    let mut configs = CONFIGS.lock();
    let configs = configs.get_or_insert_default();
    if let Some(config) = configs.get(&leniency) {
        return Ok(config.clone());
    }
    let provider = ring::default_provider();
    let verifier = Verifier {
        roots: roots(),
        algorithms: provider.signature_verification_algorithms,
        leniency,
    };
    let mut config = ClientConfig::builder_with_provider(Arc::new(provider))
        .with_safe_default_protocol_versions()
        .map_err(failure)?
        .dangerous()
        .with_custom_certificate_verifier(Arc::new(verifier))
        .with_no_client_auth();
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    let config = Arc::new(config);
    configs.insert(leniency, config.clone());
    Ok(config)
}

/// The system's trusted authorities; SSL_CERT_FILE and SSL_CERT_DIR name others.
fn roots() -> Arc<RootCertStore> {
    static ROOTS: OnceLock<Arc<RootCertStore>> = OnceLock::new();
    ROOTS
        .get_or_init(|| {
            let mut store = RootCertStore::empty();
            store.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
            Arc::new(store)
        })
        .clone()
}

/// Finds everything that is wrong with a certificate, each by itself, as Windows reports it.
#[derive(Debug)]
struct Verifier {
    roots: Arc<RootCertStore>,
    algorithms: WebPkiSupportedAlgorithms,
    leniency: Leniency,
}

impl Verifier {
    fn problems(
        &self,
        certificate: &ParsedCertificate<'_>,
        intermediates: &[CertificateDer<'_>],
        name: &ServerName<'_>,
        now: UnixTime,
    ) -> Problems {
        let mut problems = self.chain_problems(certificate, intermediates, now);
        match verify_server_name(certificate, name) {
            Ok(()) => {}
            Err(Error::InvalidCertificate(
                CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. },
            )) => problems |= Problems::NAME,
            Err(_) => problems |= Problems::INVALID,
        }
        problems
    }

    /// A wrong date hides what else is wrong, so the chain is looked at again with a date that fits.
    fn chain_problems(
        &self,
        certificate: &ParsedCertificate<'_>,
        intermediates: &[CertificateDer<'_>],
        now: UnixTime,
    ) -> Problems {
        // One step for each certificate of a chain whose dates do not overlap, and an end to it.
        const LOOKS: usize = 8;
        let mut problems = Problems::NONE;
        let mut date = now;
        for _ in 0..LOOKS {
            let verdict = verify_server_cert_signed_by_trust_anchor(
                certificate,
                &self.roots,
                intermediates,
                date,
                self.algorithms.all,
            );
            let error = match verdict {
                Ok(()) => return problems,
                Err(Error::InvalidCertificate(error)) => error,
                Err(_) => return problems | Problems::INVALID,
            };
            match error {
                CertificateError::ExpiredContext { not_after, .. } => date = not_after,
                CertificateError::NotValidYetContext { not_before, .. } => date = not_before,
                other => return problems | problem(&other),
            }
            problems |= Problems::DATE;
        }
        problems
    }
}

fn problem(error: &CertificateError) -> Problems {
    match error {
        CertificateError::Expired | CertificateError::NotValidYet => Problems::DATE,
        CertificateError::Revoked => Problems::REVOKED,
        CertificateError::InvalidPurpose | CertificateError::InvalidPurposeContext { .. } => {
            Problems::USAGE
        }
        // "Other" holds webpki's finding that an authority's own certificate is used for a server.
        CertificateError::UnknownIssuer | CertificateError::Other(_) => Problems::AUTHORITY,
        _ => Problems::INVALID,
    }
}

impl ServerCertVerifier for Verifier {
    fn verify_server_cert(
        &self,
        end_entity: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        server_name: &ServerName<'_>,
        _ocsp_response: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        let certificate = ParsedCertificate::try_from(end_entity)?;
        let found = self.problems(&certificate, intermediates, server_name, now);
        let problems = found.without(self.leniency);
        if problems == Problems::NONE {
            return Ok(ServerCertVerified::assertion());
        }
        let reason = OtherError(Arc::new(problems));
        Err(Error::InvalidCertificate(CertificateError::Other(reason)))
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        dss: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        verify_tls12_signature(message, cert, dss, &self.algorithms)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        dss: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        verify_tls13_signature(message, cert, dss, &self.algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.algorithms.supported_schemes()
    }
}
