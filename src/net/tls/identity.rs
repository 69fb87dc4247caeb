//! Client certificates: who we are, if a server asks.

use std::cell::Cell;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use rustls::client::ResolvesClientCert;
use rustls::crypto::ring;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::sign::CertifiedKey;
use rustls::SignatureScheme;

/// What a server is told that asks for a certificate of the client.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub enum Introduction {
    /// Nothing: the handshake fails, and the program decides.
    #[default]
    Undecided,
    /// That there is none. The server may put up with it.
    Anonymous,
    /// This one.
    Identity(Identity),
}

/// A chain of certificates and the key of the first.
#[derive(Debug, Clone)]
pub struct Identity(Arc<CertifiedKey>);

impl Identity {
    /// Of PEM text: the certificates, the client's own first, and a private key that is not
    /// encrypted. `None`: something is missing or broken, or they do not belong together.
    pub fn from_pem(text: &[u8]) -> Option<Self> {
        let chain: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(text).collect();
        let chain = chain.ok().filter(|it| !it.is_empty())?;
        let key = PrivateKeyDer::from_pem_slice(text).ok()?;
        let certified = CertifiedKey::from_der(chain, key, &ring::default_provider()).ok()?;
        Some(Self(Arc::new(certified)))
    }
}

// The chain says it all: a certificate has one key.
impl PartialEq for Identity {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || self.0.cert == other.0.cert
    }
}

impl Eq for Identity {}

impl Hash for Identity {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.cert.hash(state);
    }
}

thread_local!(static WAS_ASKED: Cell<bool> = const { Cell::new(false) });

/// Whether a server has asked an undecided client on this thread since the last call of this.
/// rustls asks in the middle of its work, on the thread that feeds it, and takes no error for an
/// answer; the resolver cannot be the connection's own, because sessions are resumed only with the
/// resolver that they began with.
pub fn was_asked() -> bool {
    WAS_ASKED.take()
}

#[derive(Debug)]
struct Resolver(Introduction);

/// What rustls asks for a certificate.
pub fn resolver(introduction: Introduction) -> Arc<dyn ResolvesClientCert> {
    Arc::new(Resolver(introduction))
}

impl ResolvesClientCert for Resolver {
    fn resolve(&self, _: &[&[u8]], _: &[SignatureScheme]) -> Option<Arc<CertifiedKey>> {
        match &self.0 {
            Introduction::Undecided => {
                WAS_ASKED.set(true);
                None
            }
            Introduction::Anonymous => None,
            Introduction::Identity(identity) => Some(identity.0.clone()),
        }
    }

    fn has_certs(&self) -> bool {
        self.0 != Introduction::Anonymous
    }
}
