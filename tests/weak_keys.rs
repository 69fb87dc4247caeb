//! Keys of RSA that are too short, of the server and of those who vouch for it: no flag excuses the first, and a
//! certificate that the others have signed is a stranger's.
//!
//! A binary of its own: it trusts authorities with such keys, too.

mod support;

use std::sync::{Arc, OnceLock};

use rcgen::{
    BasicConstraints, CertificateParams, CertifiedIssuer, DistinguishedName, DnType, IsCa, Issuer,
    KeyPair, KeyUsagePurpose, SigningKey,
};
use rustls::pki_types::CertificateDer;
use rustls::version::{TLS12, TLS13};
use rustls::ServerConfig;
use support::certs::{authority, config, leaf, showing, speaking};
use support::excuses::*;
use support::rsa::Rsa;
use support::*;

/// Too short, by far and by the least: ring counts whole bytes.
const SHORT: [u32; 2] = [1024, 2040];
/// Long enough.
const LONG: [u32; 2] = [2041, 2048];

type Chain = Vec<CertificateDer<'static>>;
type RsaAuthority = CertifiedIssuer<'static, Rsa>;

/// What this process trusts beside its usual authority.
struct Trusted {
    short: RsaAuthority,
    long: RsaAuthority,
    /// No authority: the server's own certificate, and its key.
    server: (CertificateDer<'static>, Rsa),
}

/// To be called before anything is connected to. `None` where there is no openssl.
fn trusted() -> Option<&'static Trusted> {
    static MADE: OnceLock<Option<Trusted>> = OnceLock::new();
    MADE.get_or_init(make_trusted).as_ref()
}

fn make_trusted() -> Option<Trusted> {
    let root = |bits, name| {
        let made = CertifiedIssuer::self_signed(issuing(name), Rsa::new(bits)?);
        Some(made.expect("an authority"))
    };
    let (short, long) = (root(1024, "a short root")?, root(2048, "a long root")?);
    let key = Rsa::new(1024)?;
    let server = leaf(&[HOST]).self_signed(&key).expect("a certificate");
    let all = [
        certs::authority_pem(),
        short.pem(),
        long.pem(),
        server.pem(),
    ];
    std::fs::write(certs::authority_file(), all.concat()).expect("the authorities' file");
    let server = (server.der().clone(), key);
    Some(Trusted {
        short,
        long,
        server,
    })
}

/// What an authority has in its certificate.
fn issuing(name: &str) -> CertificateParams {
    let mut params = CertificateParams::default();
    params.distinguished_name = DistinguishedName::new();
    params.distinguished_name.push(DnType::CommonName, name);
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign];
    params
}

/// An authority below another.
fn middle<S: SigningKey>(
    name: &str,
    key: S,
    issuer: &Issuer<'_, impl SigningKey>,
) -> CertifiedIssuer<'static, S> {
    CertifiedIssuer::signed_by(issuing(name), key, issuer).expect("an authority")
}

fn sound() -> KeyPair {
    KeyPair::generate().expect("a key")
}

/// A certificate for the host whose own key is sound, and what is shown with it.
fn below(
    issuer: &Issuer<'_, impl SigningKey>,
    beside: &[&CertificateDer<'static>],
) -> Arc<ServerConfig> {
    let key = sound();
    let own = leaf(&[HOST]).signed_by(&key, issuer);
    let mut chain: Chain = vec![own.expect("a certificate").into()];
    chain.extend(beside.iter().copied().cloned());
    config(chain, &key)
}

/// A certificate for the host with that key.
fn with_key(key: &Rsa, issuer: &Issuer<'_, impl SigningKey>) -> Arc<ServerConfig> {
    let own = leaf(&[HOST]).signed_by(key, issuer);
    showing(
        vec![own.expect("a certificate").into()],
        Arc::new(key.clone()),
    )
}

#[test]
fn of_the_server() {
    if trusted().is_none() {
        return;
    }
    let served = |bits| with_key(&Rsa::new(bits).expect("a key"), authority());
    let (short, long) = (SHORT.map(served), LONG.map(served));
    for version in [&TLS12, &TLS13] {
        for (bits, config) in LONG.iter().zip(&long) {
            good(&format!("{bits}, {version:?}"), &speaking(config, version));
        }
        for (bits, config) in SHORT.iter().zip(&short) {
            let what = format!("{bits}, {version:?}");
            bad(&what, speaking(config, version), INVALID, NOTHING);
        }
    }
}

/// That it is itself among the trusted ones does not help, and neither does an excuse for who issued it.
#[test]
fn of_a_server_that_is_trusted_or_excused() {
    let Some(trusted) = trusted() else { return };
    let (own, key) = &trusted.server;
    let itself = showing(vec![own.clone()], Arc::new(key.clone()));
    bad("trusted itself", itself, INVALID, NOTHING);
    let stranger = certs::new_authority("a stranger");
    let unknown = with_key(&Rsa::new(1024).expect("a key"), &stranger);
    for asynchronous in BOTH {
        for (excuses, error) in [(0, UNKNOWN), (CA, INVALID), (EVERYTHING, INVALID)] {
            let came = visit(&unknown, HOST, excuses, asynchronous);
            assert_eq!(came, Err(error), "{excuses:#x}, {asynchronous}");
        }
    }
}

#[test]
fn of_an_authority_on_the_way() {
    if trusted().is_none() {
        return;
    }
    let made = |bits| middle("the middle", Rsa::new(bits).expect("a key"), authority());
    let (short, long) = (SHORT.map(made), LONG.map(made));
    for (bits, issuer) in LONG.iter().zip(&long) {
        let what = bits.to_string();
        good(&what, &below(issuer, &[issuer.der()]));
        let next = middle("next", sound(), issuer);
        good(&what, &below(&next, &[next.der(), issuer.der()]));
    }
    for (bits, issuer) in SHORT.iter().zip(&short) {
        let what = bits.to_string();
        bad(&what, below(issuer, &[issuer.der()]), UNKNOWN, CA);
        let next = middle("next", sound(), issuer);
        bad(
            &what,
            below(&next, &[next.der(), issuer.der()]),
            UNKNOWN,
            CA,
        );
    }
    // One of that name that has signed nothing does no harm.
    let [long, short] = [&long[1], &short[0]];
    good("before", &below(long, &[short.der(), long.der()]));
    good("behind", &below(long, &[long.der(), short.der()]));
}

#[test]
fn of_a_trusted_authority() {
    let Some(Trusted { short, long, .. }) = trusted() else {
        return;
    };
    good("long", &below(long, &[]));
    bad("short", below(short, &[]), UNKNOWN, CA);
    let of_long = middle("of the long one", sound(), long);
    good("long, on top", &below(&of_long, &[of_long.der()]));
    let of_short = middle("of the short one", sound(), short);
    bad(
        "short, on top",
        below(&of_short, &[of_short.der()]),
        UNKNOWN,
        CA,
    );
    bad("short, shown", below(short, &[short.der()]), UNKNOWN, CA);
}
