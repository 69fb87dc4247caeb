//! Keys of RSA that may be short. ring neither makes nor uses those, so the openssl command does.

use std::io::Write;
use std::process::{Command, Stdio};
use std::sync::Arc;

use rcgen::{PublicKeyData, PKCS_RSA_SHA256};
use rustls::sign::Signer;
use rustls::{SignatureAlgorithm, SignatureScheme};

use super::place::Place;
use super::real::find;

/// For certificates, and for TLS. Clones are the same key.
#[derive(Clone, Debug)]
pub struct Rsa(Arc<Key>);

#[derive(Debug)]
struct Key {
    /// As openssl writes it, in PEM.
    own: Vec<u8>,
    /// The RSAPublicKey of RFC 8017 in DER.
    public: Vec<u8>,
}

impl Rsa {
    /// A new one. `None` where there is no openssl.
    pub fn new(bits: u32) -> Option<Self> {
        let own = openssl(&["genrsa", &bits.to_string()], b"")?;
        let public = openssl(&["rsa", "-RSAPublicKey_out", "-outform", "DER"], &own)?;
        Some(Self(Arc::new(Key { own, public })))
    }

    /// No file is left with the key: tests keep some until the process ends.
    fn signature(&self, message: &[u8], options: &[&str]) -> Vec<u8> {
        let place = Place::new();
        place.write("message", message);
        let message = place.join("message");
        let message = message.to_str().expect("a path in UTF-8");
        let command = ["dgst", "-sha256", "-sign", "/dev/stdin"];
        let signed = openssl(&[&command, options, &[message]].concat(), &self.0.own);
        signed.expect("openssl")
    }
}

/// What openssl writes that reads `input`.
fn openssl(arguments: &[&str], input: &[u8]) -> Option<Vec<u8>> {
    let mut command = Command::new(find("openssl")?);
    command.args(arguments);
    command.stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.stderr(Stdio::piped()).spawn().expect("openssl");
    let written = child.stdin.take().expect("its input").write_all(input);
    let output = child.wait_with_output().expect("its output");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(
        written.is_ok() && output.status.success(),
        "{arguments:?}: {said}"
    );
    Some(output.stdout)
}

impl PublicKeyData for Rsa {
    fn der_bytes(&self) -> &[u8] {
        &self.0.public
    }

    fn algorithm(&self) -> &'static rcgen::SignatureAlgorithm {
        &PKCS_RSA_SHA256
    }
}

impl rcgen::SigningKey for Rsa {
    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, rcgen::Error> {
        Ok(self.signature(message, &[]))
    }
}

impl rustls::sign::SigningKey for Rsa {
    fn choose_scheme(&self, offered: &[SignatureScheme]) -> Option<Box<dyn Signer>> {
        let is_offered = offered.contains(&self.scheme());
        is_offered.then(|| Box::new(self.clone()) as Box<dyn Signer>)
    }

    fn algorithm(&self) -> SignatureAlgorithm {
        SignatureAlgorithm::RSA
    }
}

impl Signer for Rsa {
    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, rustls::Error> {
        let padding = ["rsa_padding_mode:pss", "rsa_pss_saltlen:digest"];
        let options = padding.map(|it| ["-sigopt", it]).concat();
        Ok(self.signature(message, &options))
    }

    fn scheme(&self) -> SignatureScheme {
        SignatureScheme::RSA_PSS_SHA256
    }
}
