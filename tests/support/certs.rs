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
    date_time_ymd, BasicConstraints, CertificateParams, CertificateRevocationListParams,
    CertifiedIssuer, DistinguishedName, DnType, ExtendedKeyUsagePurpose, IsCa, KeyIdMethod,
    KeyPair, KeyUsagePurpose, RevokedCertParams,
};
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::server::WebPkiClientVerifier;
use rustls::sign::{CertifiedKey, SigningKey, SingleCertAndKey};
use rustls::{RootCertStore, ServerConfig, SupportedProtocolVersion};

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

/// Right but for its issuer, an authority that has the name of the trusted one and another key.
pub fn same_name() -> Arc<ServerConfig> {
    authority();
    let impostor = new_authority(AUTHORITY);
    issue(leaf(&["127.0.0.1", "localhost"]), &impostor)
}

/// Signed by itself, under the name of the trusted authority.
pub fn self_signed_same_name() -> Arc<ServerConfig> {
    authority();
    let key = KeyPair::generate().expect("a key");
    let mut params = leaf(&["127.0.0.1", "localhost"]);
    params.distinguished_name = DistinguishedName::new();
    params
        .distinguished_name
        .push(DnType::CommonName, AUTHORITY);
    let certificate = params.self_signed(&key).expect("a certificate");
    config(vec![certificate.into()], &key)
}

/// Right, with this serial number.
pub fn numbered(number: u64) -> Arc<ServerConfig> {
    let mut params = leaf(&["127.0.0.1", "localhost"]);
    params.serial_number = Some(number.into());
    issue(params, authority())
}

/// Numbered, expired and for another name.
pub fn numbered_all_wrong(number: u64) -> Arc<ServerConfig> {
    let mut params = leaf(&["wrong.example"]);
    params.serial_number = Some(number.into());
    params.not_before = date_time_ymd(2001, 1, 1);
    params.not_after = date_time_ymd(2002, 1, 1);
    issue(params, authority())
}

/// The trusted authority's list of revoked certificates, in PEM.
pub fn revocation_list(numbers: &[u64]) -> String {
    let revoked = |&number: &u64| RevokedCertParams {
        serial_number: number.into(),
        revocation_time: date_time_ymd(2020, 1, 1),
        reason_code: None,
        invalidity_date: None,
    };
    let list = CertificateRevocationListParams {
        this_update: date_time_ymd(2020, 1, 1),
        next_update: date_time_ymd(2099, 1, 1),
        crl_number: 1.into(),
        issuing_distribution_point: None,
        revoked_certs: numbers.iter().map(revoked).collect(),
        key_identifier_method: KeyIdMethod::Sha256,
    };
    let signed = list.signed_by(authority()).expect("a list");
    signed.pem().expect("PEM")
}

/// The good certificate with this subject and this validity.
pub fn described(name: DistinguishedName, years: (i32, i32)) -> Arc<ServerConfig> {
    let mut params = leaf(&["127.0.0.1"]);
    params.distinguished_name = name;
    params.not_before = date_time_ymd(years.0, 1, 1);
    params.not_after = date_time_ymd(years.1, 1, 1);
    issue(params, authority())
}

/// A certificate of a client, and its key, from the authority that is trusted.
pub struct Identity {
    pub pem: String,
    pub der: Vec<u8>,
}

/// A client of that name.
pub fn client(name: &str) -> Identity {
    let mut params = CertificateParams::default();
    params.distinguished_name.push(DnType::CommonName, name);
    params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ClientAuth];
    let key = KeyPair::generate().expect("a key");
    let certificate = params.signed_by(&key, authority()).expect("a certificate");
    Identity {
        pem: certificate.pem() + &key.serialize_pem(),
        der: certificate.der().to_vec(),
    }
}

/// Whether a server goes on without a certificate of the client.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asks {
    ForOne,
    ForOneIfThereIs,
}

/// A server that asks for a certificate of the client, and speaks one version of TLS. Its own
/// certificate is that of `server`.
pub fn asking(
    server: &ServerConfig,
    asks: Asks,
    version: &'static SupportedProtocolVersion,
) -> Arc<ServerConfig> {
    let mut roots = RootCertStore::empty();
    let added = roots.add(authority().as_ref().der().clone());
    added.expect("the authority's certificate");
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let verifier = WebPkiClientVerifier::builder_with_provider(Arc::new(roots), provider.clone());
    let verifier = match asks {
        Asks::ForOne => verifier,
        Asks::ForOneIfThereIs => verifier.allow_unauthenticated(),
    };
    let config = ServerConfig::builder_with_provider(provider)
        .with_protocol_versions(&[version])
        .expect("versions")
        .with_client_cert_verifier(verifier.build().expect("a verifier"))
        .with_cert_resolver(server.cert_resolver.clone());
    Arc::new(config)
}

/// The server, speaking one version of TLS.
pub fn speaking(
    server: &ServerConfig,
    version: &'static SupportedProtocolVersion,
) -> Arc<ServerConfig> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider)
        .with_protocol_versions(&[version])
        .expect("versions")
        .with_no_client_auth()
        .with_cert_resolver(server.cert_resolver.clone());
    Arc::new(config)
}

/// Signed by itself.
pub fn self_signed() -> Arc<ServerConfig> {
    authority();
    let key = KeyPair::generate().expect("a key");
    let certificate = leaf(&["127.0.0.1", "localhost"]).self_signed(&key);
    config(vec![certificate.expect("a certificate").into()], &key)
}

/// The trusted authority's own certificate, used for a server.
pub fn authority_itself() -> Arc<ServerConfig> {
    let authority = authority();
    let certificate = CertificateDer::from(authority.der().to_vec());
    config(vec![certificate], authority.key())
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

/// The name of the authority that is trusted.
pub const AUTHORITY: &str = "libwininet's tests";

pub type Authority = CertifiedIssuer<'static, KeyPair>;

pub fn authority() -> &'static Authority {
    static MADE: OnceLock<Authority> = OnceLock::new();
    MADE.get_or_init(|| {
        let authority = new_authority(AUTHORITY);
        std::fs::write(CA_FILE_NAME, authority.pem()).expect("the authority's file");
        authority
    })
}

pub fn new_authority(name: &str) -> Authority {
    let mut params = leaf(&["127.0.0.1", "localhost"]);
    params.distinguished_name = DistinguishedName::new();
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    params.distinguished_name.push(DnType::CommonName, name);
    let key = KeyPair::generate().expect("a key");
    CertifiedIssuer::self_signed(params, key).expect("an authority")
}

pub fn leaf(names: &[&str]) -> CertificateParams {
    let names: Vec<String> = names.iter().map(|&name| name.to_owned()).collect();
    let mut params = CertificateParams::new(names).expect("names");
    params.distinguished_name.push(DnType::CommonName, "server");
    params
}

pub fn issue(params: CertificateParams, authority: &Authority) -> Arc<ServerConfig> {
    let key = KeyPair::generate().expect("a key");
    let certificate = params.signed_by(&key, authority).expect("a certificate");
    config(vec![certificate.into()], &key)
}

pub fn config(chain: Vec<CertificateDer<'static>>, key: &KeyPair) -> Arc<ServerConfig> {
    let key = PrivateKeyDer::try_from(key.serialize_der()).expect("a key");
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .expect("versions")
        .with_no_client_auth()
        .with_single_cert(chain, key);
    Arc::new(config.expect("a configuration"))
}

/// The chain and the key as they are: rustls looks at what its own server shows, and this one does not.
pub fn showing(chain: Vec<CertificateDer<'static>>, key: Arc<dyn SigningKey>) -> Arc<ServerConfig> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let shown = SingleCertAndKey::from(CertifiedKey::new(chain, key));
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .expect("versions")
        .with_no_client_auth()
        .with_cert_resolver(Arc::new(shown));
    Arc::new(config)
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
