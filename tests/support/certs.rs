//! Certificates for TLS servers: good, expired, for another name, and from
//! an authority that nobody knows.
//!
//! The library trusts our authority through SSL_CERT_FILE, as the system's
//! roots. That variable is set before `main`, while the process has one
//! thread, and names a file that the first use of this module writes. So a
//! test that wants a trusted server makes it before the library's first TLS
//! connection, as any test does that connects to a server of its own.

use std::ffi::CStr;
use std::path::Path;
use std::sync::{Arc, OnceLock};

use rcgen::{
    date_time_ymd, BasicConstraints, CertificateParams, CertifiedIssuer, DnType,
    ExtendedKeyUsagePurpose, IsCa, KeyPair, KeyUsagePurpose,
};
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::ServerConfig;

/// For 127.0.0.1 and localhost, from the authority that is trusted.
pub fn good() -> Arc<ServerConfig> {
    static MADE: OnceLock<Arc<ServerConfig>> = OnceLock::new();
    MADE.get_or_init(|| issue(leaf(&["127.0.0.1", "localhost"]), authority()))
        .clone()
}

/// The same in PEM, certificate and key, for servers that are programs.
pub fn good_pem() -> (String, String) {
    let key = KeyPair::generate().expect("a key");
    let leaf = leaf(&["127.0.0.1", "localhost"]);
    let certificate = leaf.signed_by(&key, authority()).expect("a certificate");
    (certificate.pem(), key.serialize_pem())
}

/// Right but for its date, which is past.
pub fn expired() -> Arc<ServerConfig> {
    let mut params = leaf(&["127.0.0.1", "localhost"]);
    params.not_before = date_time_ymd(2001, 1, 1);
    params.not_after = date_time_ymd(2002, 1, 1);
    issue(params, authority())
}

/// Right but for the name.
pub fn wrong_name() -> Arc<ServerConfig> {
    issue(leaf(&["wrong.example"]), authority())
}

/// Expired and for another name.
pub fn expired_wrong_name() -> Arc<ServerConfig> {
    let mut params = leaf(&["wrong.example"]);
    params.not_before = date_time_ymd(2001, 1, 1);
    params.not_after = date_time_ymd(2002, 1, 1);
    issue(params, authority())
}

/// Right but for its purpose: it is for clients.
pub fn client_only() -> Arc<ServerConfig> {
    let mut params = leaf(&["127.0.0.1", "localhost"]);
    params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ClientAuth];
    issue(params, authority())
}

/// Expired, for another name, and from an authority that nobody knows.
pub fn all_wrong() -> Arc<ServerConfig> {
    let mut params = leaf(&["wrong.example"]);
    params.not_before = date_time_ymd(2001, 1, 1);
    params.not_after = date_time_ymd(2002, 1, 1);
    issue(params, &new_authority("another stranger's authority"))
}

/// Right but for its issuer, an authority that nobody knows.
pub fn unknown_ca() -> Arc<ServerConfig> {
    let stranger = new_authority("a stranger's authority");
    issue(leaf(&["127.0.0.1", "localhost"]), &stranger)
}

/// Signed by itself.
pub fn self_signed() -> Arc<ServerConfig> {
    authority();
    let key = KeyPair::generate().expect("a key");
    let certificate = leaf(&["127.0.0.1", "localhost"]).self_signed(&key);
    config(vec![certificate.expect("a certificate").into()], &key)
}

/// The trusted authority in PEM, for a child process's SSL_CERT_FILE.
pub fn authority_pem() -> String {
    authority().pem()
}

/// The file that SSL_CERT_FILE names in this process, written.
pub fn authority_file() -> &'static Path {
    authority();
    Path::new(CA_FILE_NAME)
}

type Authority = CertifiedIssuer<'static, KeyPair>;

fn authority() -> &'static Authority {
    static MADE: OnceLock<Authority> = OnceLock::new();
    MADE.get_or_init(|| {
        let authority = new_authority("libwininet's tests");
        std::fs::write(CA_FILE_NAME, authority.pem()).expect("the authority's file");
        authority
    })
}

fn new_authority(name: &str) -> Authority {
    let mut params = CertificateParams::default();
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    params.distinguished_name.push(DnType::CommonName, name);
    let key = KeyPair::generate().expect("a key");
    CertifiedIssuer::self_signed(params, key).expect("an authority")
}

fn leaf(names: &[&str]) -> CertificateParams {
    let names: Vec<String> = names.iter().map(|&name| name.to_owned()).collect();
    let mut params = CertificateParams::new(names).expect("names");
    params.distinguished_name.push(DnType::CommonName, "server");
    params
}

fn issue(params: CertificateParams, authority: &Authority) -> Arc<ServerConfig> {
    let key = KeyPair::generate().expect("a key");
    let certificate = params.signed_by(&key, authority).expect("a certificate");
    config(vec![certificate.into()], &key)
}

fn config(chain: Vec<CertificateDer<'static>>, key: &KeyPair) -> Arc<ServerConfig> {
    let key = PrivateKeyDer::try_from(key.serialize_der()).expect("a key");
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .expect("versions")
        .with_no_client_auth()
        .with_single_cert(chain, key);
    Arc::new(config.expect("a configuration"))
}

// A file for each test binary, since each has an authority of its own.
macro_rules! ca_file {
    () => {
        concat!(
            env!("CARGO_TARGET_TMPDIR"),
            "/ca-",
            env!("CARGO_CRATE_NAME"),
            ".pem"
        )
    };
}
const CA_FILE_NAME: &str = ca_file!();
const CA_FILE_C_NAME: &str = concat!(ca_file!(), "\0");

extern "C" fn trust_our_authority() {
    let name = CStr::from_bytes_with_nul(CA_FILE_C_NAME.as_bytes());
    let Ok(name) = name else { return };
    // SAFETY: both are C strings, and before main there is no other thread
    // that could read the environment meanwhile.
    unsafe {
        libc::setenv(c"SSL_CERT_FILE".as_ptr(), name.as_ptr(), 1);
        libc::unsetenv(c"SSL_CERT_DIR".as_ptr());
    }
}

// SAFETY: a function pointer of the C calling convention is what the loader
// expects in this section.
#[used]
#[link_section = ".init_array"]
static BEFORE_MAIN: extern "C" fn() = trust_our_authority;
