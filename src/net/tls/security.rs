//! What a connection can say of its security.

use rustls::{ClientConnection, NamedGroup};

use super::problems::Problems;
use super::verifier::Refusal;

/// The server's certificate, and how the connection is encrypted.
#[derive(Debug, Clone)]
pub struct Security {
    /// The server's own certificate in DER; nothing has looked into it yet.
    pub certificate: Box<[u8]>,
    /// Those that the server has sent along, to show who vouches for it.
    pub issuers: Vec<Box<[u8]>>,
    /// What it was refused for.
    pub problems: Problems,
    /// `None`: the handshake was broken off.
    pub channel: Option<Channel>,
}

/// What the handshake came to, in the numbers of TLS.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Channel {
    /// 0x0303 is TLS 1.2, 0x0304 is TLS 1.3.
    pub version: u16,
    /// The number of the cipher suite.
    pub suite: u16,
    /// The number of the group in which keys were exchanged; 0: a resumed session did without.
    pub group: u16,
}

impl Security {
    /// Of a handshake in which the server has shown its certificate.
    pub fn of(tls: &ClientConnection) -> Option<Self> {
        let (certificate, issuers) = tls.peer_certificates()?.split_first()?;
        let channel = || {
            Some(Channel {
                version: tls.protocol_version()?.into(),
                suite: tls.negotiated_cipher_suite()?.suite().into(),
                group: tls
                    .negotiated_key_exchange_group()
                    .map_or(0, |it| NamedGroup::into(it.name())),
            })
        };
        Some(Self {
            certificate: certificate.as_ref().into(),
            issuers: issuers.iter().map(|it| it.as_ref().into()).collect(),
            problems: Problems::NONE,
            channel: channel().filter(|_| !tls.is_handshaking()),
        })
    }
}

impl From<&Refusal> for Security {
    fn from(refusal: &Refusal) -> Self {
        Self {
            certificate: refusal.certificate.clone(),
            issuers: Vec::new(),
            problems: refusal.problems,
            channel: None,
        }
    }
}
