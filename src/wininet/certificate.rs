//! The certificate of a server, read for people when a program asks for it.

use std::fmt::Write;

use x509_cert::attr::AttributeValue;
use x509_cert::der::asn1::{
    BmpString, Ia5StringRef, PrintableStringRef, TeletexStringRef, Utf8StringRef,
};
use x509_cert::der::{Decode, Tag, Tagged};
use x509_cert::name::Name;
use x509_cert::time::Time;

use super::cipher::{self, Suite};
use super::error::{Error, Result};
use crate::abi::{ERROR_INTERNET_SEC_INVALID_CERT, FILETIME};
use crate::net::Security;

/// What INTERNET_CERTIFICATE_INFO tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certificate {
    /// When it expires.
    pub expiry: FILETIME,
    /// Since when it is valid.
    pub start: FILETIME,
    /// Whom it names, a line for each part.
    pub subject: String,
    /// Who signed it.
    pub issuer: String,
    /// The protocol of the connection; empty, as the next but one, when it was not made.
    pub protocol: &'static str,
    /// How the certificate is signed.
    pub signature: String,
    /// What the connection is encrypted with.
    pub encryption: &'static str,
    /// The bits of its key.
    pub key_bits: u32,
    dates: [String; 2],
}

impl Certificate {
    /// Reads the certificate of a connection.
    pub fn of(security: &Security) -> Result<Self> {
        let certificate = x509_cert::Certificate::from_der(&security.certificate)
            .map_err(|_| Error(ERROR_INTERNET_SEC_INVALID_CERT))?;
        let fields = &certificate.tbs_certificate;
        let (start, expiry) = (fields.validity.not_before, fields.validity.not_after);
        let suite = security.channel.and_then(Suite::of);
        Ok(Self {
            expiry: file_time(expiry),
            start: file_time(start),
            subject: lines(&fields.subject),
            issuer: lines(&fields.issuer),
            protocol: security.channel.map_or("", cipher::protocol),
            signature: signature(&certificate.signature_algorithm.oid.to_string()),
            encryption: suite.map_or("", Suite::cipher),
            key_bits: suite.map_or(0, |suite| suite.bits),
            dates: [start, expiry].map(|time| time.to_date_time().to_string()),
        })
    }

    /// The certificate as INTERNET_OPTION_SECURITY_CERTIFICATE has it.
    pub fn text(&self) -> String {
        let [start, expiry] = &self.dates;
        let mut text = format!(
            "Subject:\r\n{}\r\nIssuer:\r\n{}\r\nEffective Date:\t{start}\r\n\
             Expiration Date:\t{expiry}\r\nSignature Type:\t{}\r\n",
            self.subject, self.issuer, self.signature
        );
        if self.key_bits > 0 {
            // Writing to a string does not fail.
            let _ = write!(
                text,
                "Security Protocol:\t{}\r\nEncryption Type:\t{}\r\nPrivacy Strength:\t{} bits\r\n",
                self.protocol, self.encryption, self.key_bits
            );
        }
        text
    }
}

/// Windows counts tenths of microseconds since 1601.
fn file_time(time: Time) -> FILETIME {
    const SECONDS_TO_1970: u64 = 11_644_473_600;
    let seconds = time.to_unix_duration().as_secs() + SECONDS_TO_1970;
    let ticks = seconds * 10_000_000;
    FILETIME {
        dwLowDateTime: ticks as u32,
        dwHighDateTime: (ticks >> 32) as u32,
    }
}

/// The values of a name, in its order, a line each.
fn lines(name: &Name) -> String {
    let parts = name.0.iter().flat_map(|part| part.0.iter());
    let values = parts.map(|part| text(&part.value));
    values.collect::<Vec<String>>().join("\r\n")
}

/// A string of one of X.509's kinds. What would end the line, or the text, is left out.
fn text(value: &AttributeValue) -> String {
    let decoded = match value.tag() {
        Tag::Utf8String => Utf8StringRef::try_from(value).map(|it| it.as_str().to_owned()),
        Tag::PrintableString => PrintableStringRef::try_from(value).map(|it| it.to_string()),
        Tag::Ia5String => Ia5StringRef::try_from(value).map(|it| it.to_string()),
        Tag::TeletexString => TeletexStringRef::try_from(value).map(|it| it.to_string()),
        Tag::BmpString => value.decode_as::<BmpString>().map(|it| it.to_string()),
        _ => Ok("?".to_owned()),
    };
    let mut text = decoded.unwrap_or_else(|_| "?".to_owned());
    text.retain(|char| !char.is_control());
    text
}

/// How a certificate is signed, by the number of the algorithm.
fn signature(number: &str) -> String {
    let name = match number {
        "1.2.840.113549.1.1.5" => "RSA with SHA-1",
        "1.2.840.113549.1.1.10" => "RSA-PSS",
        "1.2.840.113549.1.1.11" => "RSA with SHA-256",
        "1.2.840.113549.1.1.12" => "RSA with SHA-384",
        "1.2.840.113549.1.1.13" => "RSA with SHA-512",
        "1.2.840.10045.4.3.2" => "ECDSA with SHA-256",
        "1.2.840.10045.4.3.3" => "ECDSA with SHA-384",
        "1.2.840.10045.4.3.4" => "ECDSA with SHA-512",
        "1.3.101.112" => "Ed25519",
        other => other,
    };
    name.to_owned()
}
