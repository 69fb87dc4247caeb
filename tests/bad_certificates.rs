//! Every way in which a certificate is wrong, with each excuse by itself: only the one that is meant for it lets the
//! connection be, and for what has none nothing does. The host has a name of its own, behind a proxy.

mod support;

use std::sync::Arc;

use rcgen::{
    date_time_ymd, BasicConstraints, CertificateParams, CertifiedIssuer, CustomExtension,
    DistinguishedName, DnType, ExtendedKeyUsagePurpose, GeneralSubtree, IsCa, KeyPair,
    KeyUsagePurpose, NameConstraints, SanType, SigningKey,
};
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::ServerConfig;
use support::certs::{authority, config, leaf, showing, Authority};
use support::excuses::*;
use support::*;
use x509_cert::der::{Decode, Encode};
use x509_cert::spki::ObjectIdentifier;
use x509_cert::Certificate;

fn key() -> KeyPair {
    KeyPair::generate().expect("a key")
}

/// A certificate for the host, changed, from that authority.
fn changed(change: impl FnOnce(&mut CertificateParams)) -> Arc<ServerConfig> {
    chain(authority(), &[], change)
}

/// The same with certificates beside it.
fn chain(
    issuer: &Authority,
    beside: &[&Authority],
    change: impl FnOnce(&mut CertificateParams),
) -> Arc<ServerConfig> {
    let mut params = leaf(&[HOST]);
    change(&mut params);
    let key = key();
    let own = params.signed_by(&key, issuer).expect("a certificate");
    let mut chain: Vec<CertificateDer<'static>> = vec![own.into()];
    chain.extend(beside.iter().map(|it| it.der().clone()));
    config(chain, &key)
}

fn unchanged(_: &mut CertificateParams) {}

/// An authority below another.
fn intermediate(
    name: &str,
    issuer: &Authority,
    change: impl FnOnce(&mut CertificateParams),
) -> Authority {
    let mut params = CertificateParams::default();
    params.distinguished_name = DistinguishedName::new();
    params.distinguished_name.push(DnType::CommonName, name);
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign];
    change(&mut params);
    CertifiedIssuer::signed_by(params, key(), issuer).expect("an authority")
}

/// A certificate of the trusted authority, changed in what rcgen does not write, and signed again.
fn forged(change: impl FnOnce(&mut Certificate), signs_again: bool) -> Arc<ServerConfig> {
    let key = key();
    let made = leaf(&[HOST]).signed_by(&key, authority());
    let mut made = Certificate::from_der(made.expect("a certificate").der()).expect("DER");
    change(&mut made);
    if signs_again {
        let body = made.tbs_certificate.to_der().expect("DER");
        let signature = authority().key().sign(&body).expect("a signature");
        made.signature = x509_cert::der::asn1::BitString::from_bytes(&signature).expect("bits");
    }
    let der = CertificateDer::from(made.to_der().expect("DER"));
    unchecked(der, &key)
}

/// What rustls' own server would not show.
fn unchecked(der: CertificateDer<'static>, key: &KeyPair) -> Arc<ServerConfig> {
    let key = PrivateKeyDer::try_from(key.serialize_der()).expect("a key");
    let provider = rustls::crypto::ring::default_provider();
    let key = provider.key_provider.load_private_key(key).expect("a key");
    showing(vec![der], key)
}

#[test]
fn dates() {
    let past = |it: &mut CertificateParams| it.not_after = date_time_ymd(2002, 1, 1);
    let future = |it: &mut CertificateParams| it.not_before = date_time_ymd(2090, 1, 1);
    let early = |it: &mut CertificateParams| it.not_before = date_time_ymd(2001, 1, 1);
    let expired = changed(|it| {
        early(it);
        past(it);
    });
    bad("expired", expired, DATED, DATE);
    bad("not valid yet", changed(future), DATED, DATE);
    let old = intermediate("an expired one", authority(), |it| {
        early(it);
        past(it);
    });
    let below = chain(&old, &[&old], unchanged);
    bad("from an expired authority", below, DATED, DATE);
}

/// Who issued it: nobody that is known, or somebody who may not.
#[test]
fn issuers() {
    let middle = intermediate("the middle", authority(), unchanged);
    good("with its chain", &chain(&middle, &[&middle], unchanged));
    let more = [authority(), &middle];
    good("in another order", &chain(&middle, &more, unchanged));
    let missing = chain(&middle, &[], unchanged);
    bad("without its chain", missing, UNKNOWN, CA);

    let stranger = certs::new_authority("a stranger");
    let of_stranger = chain(&stranger, &[&stranger], unchanged);
    bad("from a stranger", of_stranger, UNKNOWN, CA);
    let impostor = certs::new_authority(certs::AUTHORITY);
    let of_impostor = chain(&impostor, &[&impostor], unchanged);
    bad("from an impostor", of_impostor, UNKNOWN, CA);

    let server = intermediate("a server", authority(), |it| {
        it.is_ca = IsCa::ExplicitNoCa;
    });
    let of_server = chain(&server, &[&server], unchanged);
    bad("from a server", of_server, UNKNOWN, CA);
    let silent = intermediate("no authority", authority(), |it| it.is_ca = IsCa::NoCa);
    let of_silent = chain(&silent, &[&silent], unchanged);
    bad("from who says nothing of it", of_silent, UNKNOWN, CA);

    let mute = intermediate("may not sign", authority(), |it| {
        it.key_usages = vec![KeyUsagePurpose::DigitalSignature];
    });
    let of_mute = chain(&mute, &[&mute], unchanged);
    bad("from who may not sign", of_mute, UNKNOWN, CA);

    let last = intermediate("the last", authority(), |it| {
        it.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
    });
    good("from the last", &chain(&last, &[&last], unchanged));
    let beyond = intermediate("beyond the last", &last, unchanged);
    let too_long = chain(&beyond, &[&beyond, &last], unchanged);
    bad("too long a chain", too_long, UNKNOWN, CA);

    let named = |name: &str| {
        let permitted = vec![GeneralSubtree::DnsName(name.to_owned())];
        intermediate(name, authority(), |it| {
            it.name_constraints = Some(NameConstraints {
                permitted_subtrees: permitted,
                excluded_subtrees: Vec::new(),
            });
        })
    };
    let (ours, others) = (named("shop.test"), named("other.test"));
    good("within its names", &chain(&ours, &[&ours], unchanged));
    let outside = chain(&others, &[&others], unchanged);
    bad("from who may not speak of it", outside, UNKNOWN, CA);
}

/// For whom it is: names of hosts are compared whole, an address only with an address, and the subject's common name is
/// nobody's.
#[test]
fn names() {
    let named = |name: &str| {
        let name = name.to_owned();
        changed(|it| {
            it.subject_alt_names = vec![SanType::DnsName(name.try_into().expect("ASCII"))];
        })
    };
    let cases = [
        (HOST, &["www.shop.test", "WWW.Shop.TEST", "*.shop.test"][..]),
        ("127.0.0.1", &[]),
    ];
    for (host, names) in cases {
        for name in names {
            good_for(host, name, &named(name));
        }
    }
    for name in [
        "shop.test",
        "*.www.shop.test",
        "*.test",
        "*",
        "w*.shop.test",
        "www.*.test",
        "xwww.shop.test",
        "www.shop.test.evil.test",
        "www.shop.test\0.evil.test",
        "evil.test\0www.shop.test",
    ] {
        bad(name, named(name), NAMED, NAME);
    }
    bad_for("shop.test", "no label", named("*.shop.test"), NAMED, NAME);
    let deep = "a.www.shop.test";
    bad_for(deep, "two labels", named("*.shop.test"), NAMED, NAME);
    for name in ["127.0.0.1", "*.0.0.1"] {
        bad_for("127.0.0.1", name, named(name), NAMED, NAME);
    }
    let addressed = |address: [u8; 4]| {
        changed(|it| it.subject_alt_names = vec![SanType::IpAddress(address.into())])
    };
    good_for("127.0.0.1", "its address", &addressed([127, 0, 0, 1]));
    let other = addressed([127, 0, 0, 2]);
    bad_for("127.0.0.1", "another address", other, NAMED, NAME);
    let only_common = changed(|it| {
        it.subject_alt_names = Vec::new();
        it.distinguished_name = DistinguishedName::new();
        it.distinguished_name.push(DnType::CommonName, HOST);
    });
    bad("a common name", only_common, NAMED, NAME);
}

/// What it is for: servers, or nothing in particular.
#[test]
fn usages() {
    use ExtendedKeyUsagePurpose::{Any, ClientAuth, CodeSigning, ServerAuth};
    let used =
        |usages: &[ExtendedKeyUsagePurpose]| changed(|it| it.extended_key_usages = usages.to_vec());
    good("for servers", &used(&[ServerAuth]));
    good("for servers too", &used(&[ClientAuth, ServerAuth]));
    good("for nothing in particular", &used(&[]));
    bad("for clients", used(&[ClientAuth]), INVALID, USAGE);
    bad("for programs", used(&[CodeSigning]), INVALID, USAGE);
    // The CA/Browser Forum's rules want the purpose itself.
    bad("for anything", used(&[Any]), INVALID, USAGE);
    let of_clients = intermediate("an authority of clients", authority(), |it| {
        it.extended_key_usages = vec![ClientAuth];
    });
    let below = chain(&of_clients, &[&of_clients], unchanged);
    bad("from an authority of clients", below, INVALID, USAGE);
}

/// What cannot be trusted in any sense: there is no flag for it.
#[test]
fn broken_ones() {
    bad(
        "version 1",
        forged(
            |it| {
                it.tbs_certificate.version = x509_cert::Version::V1;
                it.tbs_certificate.extensions = None;
            },
            true,
        ),
        INVALID,
        NOTHING,
    );
    // ecdsa-with-SHA1.
    let sha1 = ObjectIdentifier::new_unwrap("1.2.840.10045.4.1");
    let weak = forged(
        |it| {
            it.tbs_certificate.signature.oid = sha1;
            it.signature_algorithm.oid = sha1;
        },
        true,
    );
    bad("signed with SHA-1", weak, INVALID, NOTHING);
    let two = forged(|it| it.signature_algorithm.oid = sha1, true);
    bad("two algorithms", two, INVALID, NOTHING);
    let mut params = leaf(&[HOST]);
    let mut extension =
        CustomExtension::from_oid_content(&[1, 3, 6, 1, 4, 1, 99999, 1], vec![5, 0]);
    extension.set_criticality(true);
    params.custom_extensions = vec![extension];
    let own = key();
    let made = params.signed_by(&own, authority());
    let unknown = unchecked(made.expect("a certificate").into(), &own);
    bad("a critical extension", unknown, INVALID, NOTHING);
    let der = CertificateDer::from(b"0\x03\x02\x01\x05".to_vec());
    bad("no certificate", unchecked(der, &key()), INVALID, NOTHING);
}

/// Whoever shows a certificate must have its key: no flag excuses that. A signature that is not the authority's is a
/// stranger's certificate.
#[test]
fn signatures() {
    let good = leaf(&[HOST]).signed_by(&key(), authority());
    let stolen = unchecked(good.expect("a certificate").into(), &key());
    for asynchronous in BOTH {
        for excuses in [0, EVERYTHING] {
            let came = visit(&stolen, HOST, excuses, asynchronous);
            assert_eq!(came, Err(INVALID), "{excuses:#x}, {asynchronous}");
        }
    }
    let tampered = forged(
        |it| {
            it.tbs_certificate.serial_number =
                x509_cert::serial_number::SerialNumber::new(&[7]).expect("7")
        },
        false,
    );
    bad("changed since", tampered, UNKNOWN, CA);
}
