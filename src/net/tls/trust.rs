//! Whom the process trusts: read once, from the system or from the files that the environment names.

use std::sync::{Arc, OnceLock};

use rustls::pki_types::pem::PemObject;
use rustls::pki_types::CertificateRevocationListDer;
use rustls::RootCertStore;

/// The variable that names a PEM file of revocation lists.
const LISTS: &str = "SSL_CRL_FILE";

/// The system's trusted authorities; SSL_CERT_FILE and SSL_CERT_DIR name others.
pub fn roots() -> Arc<RootCertStore> {
    static ROOTS: OnceLock<Arc<RootCertStore>> = OnceLock::new();
    ROOTS
        .get_or_init(|| {
            let mut store = RootCertStore::empty();
            store.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
            Arc::new(store)
        })
        .clone()
}

/// The revocation lists of the file that SSL_CRL_FILE names, none if it cannot be read; `None`
/// without such a variable.
pub fn revocation_lists() -> Option<Vec<CertificateRevocationListDer<'static>>> {
    let file = std::env::var_os(LISTS).filter(|it| !it.is_empty())?;
    let lists = CertificateRevocationListDer::pem_file_iter(file);
    let lists: Result<Vec<_>, _> = lists.and_then(Iterator::collect);
    Some(lists.unwrap_or_default())
}
