//! Windows' way of looking at a certificate: everything that is wrong with it, each by itself.

use std::fmt;
use std::sync::Arc;

use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::client::{
    verify_server_cert_signed_by_trust_anchor, verify_server_name, WebPkiServerVerifier,
};
use rustls::crypto::{
    verify_tls12_signature, verify_tls13_signature, CryptoProvider, WebPkiSupportedAlgorithms,
};
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::server::ParsedCertificate;
use rustls::{
    CertificateError, DigitallySignedStruct, Error, OtherError, RootCertStore, SignatureScheme,
};

use x509_cert::der::Decode;
use x509_cert::ext::pkix::KeyUsage;
use x509_cert::Certificate;

use super::problems::{Leniency, Problems};
use super::trust;

/// Finds everything that is wrong with a certificate, and refuses it over what is not excused.
#[derive(Debug)]
pub struct Verifier {
    roots: Arc<RootCertStore>,
    algorithms: WebPkiSupportedAlgorithms,
    revocation: Revocation,
    leniency: Leniency,
}

/// Where revoked certificates are named.
#[derive(Debug)]
enum Revocation {
    /// Nowhere.
    NotAsked,
    /// In lists that this verifier knows.
    Lists(Arc<WebPkiServerVerifier>),
    /// In a file that has no list that can be read.
    Unreadable,
}

/// Why a certificate was refused, and the certificate: it is shown to people.
#[derive(Debug)]
pub struct Refusal {
    pub problems: Problems,
    pub certificate: Box<[u8]>,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.problems)
    }
}

impl std::error::Error for Refusal {}

impl Verifier {
    /// One that excuses `leniency`.
    pub fn new(provider: &Arc<CryptoProvider>, leniency: Leniency) -> Self {
        let roots = trust::roots();
        Self {
            revocation: Revocation::new(&roots, provider),
            roots,
            algorithms: provider.signature_verification_algorithms,
            leniency,
        }
    }

    fn problems(
        &self,
        certificate: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        name: &ServerName<'_>,
        now: UnixTime,
    ) -> Result<Problems, Error> {
        let parsed = ParsedCertificate::try_from(certificate)?;
        let (mut problems, date) = self.chain_problems(&parsed, intermediates, now);
        if problems.contains(Problems::AUTHORITY) && self.trusts(certificate) {
            problems = problems.without(Problems::AUTHORITY);
        }
        if let Some(date) = date {
            problems |= self
                .revocation
                .problems(certificate, intermediates, name, date);
        }
        match verify_server_name(&parsed, name) {
            Ok(()) => {}
            Err(Error::InvalidCertificate(
                CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. },
            )) => problems |= Problems::NAME,
            Err(_) => problems |= Problems::INVALID,
        }
        Ok(problems)
    }

    /// Whether the certificate is itself among the trusted ones, as people make them for one server:
    /// `openssl req -x509` makes them authorities too, which are not for servers otherwise.
    fn trusts(&self, certificate: &CertificateDer<'_>) -> bool {
        let mut own = RootCertStore::empty();
        let is_anchor = own.add(certificate.clone().into_owned()).is_ok();
        is_anchor && own.roots.iter().all(|it| self.roots.roots.contains(it))
    }

    /// A wrong date hides what else is wrong, so the chain is looked at again with a date that fits.
    /// Gives the date at which there is a chain to a trusted authority.
    fn chain_problems(
        &self,
        certificate: &ParsedCertificate<'_>,
        intermediates: &[CertificateDer<'_>],
        now: UnixTime,
    ) -> (Problems, Option<UnixTime>) {
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
                Ok(()) => return (problems, Some(date)),
                Err(Error::InvalidCertificate(error)) => error,
                Err(_) => return (problems | Problems::INVALID, None),
            };
            match error {
                CertificateError::ExpiredContext { not_after, .. } => date = not_after,
                CertificateError::NotValidYetContext { not_before, .. } => date = not_before,
                other => return (problems | problem(&other), None),
            }
            problems |= Problems::DATE;
        }
        (problems, None)
    }
}

impl Revocation {
    fn new(roots: &Arc<RootCertStore>, provider: &Arc<CryptoProvider>) -> Self {
        let lists = match trust::revocation_lists() {
            None => return Self::NotAsked,
            Some(lists) if lists.is_empty() => return Self::Unreadable,
            Some(lists) => lists,
        };
        let builder = WebPkiServerVerifier::builder_with_provider(roots.clone(), provider.clone());
        let verifier = builder
            .with_crls(lists)
            // The lists of some authorities say nothing about the certificates of others.
            .allow_unknown_revocation_status()
            .build();
        verifier.map_or(Self::Unreadable, Self::Lists)
    }

    /// What the lists say of a chain that is trusted at that date.
    fn problems(
        &self,
        certificate: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        name: &ServerName<'_>,
        date: UnixTime,
    ) -> Problems {
        let verifier = match self {
            Self::NotAsked => return Problems::NONE,
            Self::Unreadable => return Problems::REVOCATION_UNKNOWN,
            Self::Lists(verifier) => verifier,
        };
        let verdict = verifier.verify_server_cert(certificate, intermediates, name, &[], date);
        match verdict {
            Err(Error::InvalidCertificate(CertificateError::Revoked)) => Problems::REVOKED,
            // A wrong name is looked for elsewhere.
            Ok(_)
            | Err(Error::InvalidCertificate(
                CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. },
            )) => Problems::NONE,
            // A list that its authority has not signed, for one.
            Err(_) => Problems::REVOCATION_UNKNOWN,
        }
    }
}

/// An authority that says what its key is for says that it is for certificates (RFC 5280, 6.1.4): webpki does not ask.
fn may_issue(certificate: &&CertificateDer<'_>) -> bool {
    let parsed = Certificate::from_der(certificate).ok();
    let usage = parsed.and_then(|it| it.tbs_certificate.get::<KeyUsage>().ok().flatten());
    usage.is_none_or(|(_, usage)| usage.key_cert_sign())
}

fn problem(error: &CertificateError) -> Problems {
    match error {
        CertificateError::Expired | CertificateError::NotValidYet => Problems::DATE,
        CertificateError::InvalidPurpose | CertificateError::InvalidPurposeContext { .. } => {
            Problems::USAGE
        }
        // "Other" holds webpki's finding that an authority's own certificate is used for a server.
        // A signature is bad when a trusted authority has the name of the issuer and another key:
        // then it is not the issuer, who is unknown.
        CertificateError::UnknownIssuer
        | CertificateError::BadSignature
        | CertificateError::Other(_) => Problems::AUTHORITY,
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
        let issuers: Vec<_> = intermediates.iter().filter(may_issue).cloned().collect();
        let found = self
            .problems(end_entity, &issuers, server_name, now)
            .unwrap_or(Problems::INVALID);
        let problems = found.without(self.leniency);
        if problems == Problems::NONE {
            return Ok(ServerCertVerified::assertion());
        }
        let reason = OtherError(Arc::new(Refusal {
            problems,
            certificate: end_entity.as_ref().into(),
        }));
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
