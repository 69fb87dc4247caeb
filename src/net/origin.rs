//! Where a request goes, and how long each phase may take.

use std::time::Duration;

use super::tls::Leniency;

/// What two requests must have in common to share a connection.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Origin {
    /// Whether the connection is encrypted.
    pub secure: bool,
    /// Host name or literal address, lower case, without brackets.
    pub host: String,
    /// TCP port.
    pub port: u16,
    /// Which faults of a certificate are put up with.
    pub leniency: Leniency,
}

/// How long each phase may take at most; `None` is for ever.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Timeouts {
    /// Opening a connection, the TLS handshake included.
    pub connect: Option<Duration>,
    /// Writing without any byte being taken.
    pub send: Option<Duration>,
    /// Waiting without any byte coming.
    pub receive: Option<Duration>,
    /// Writing a piece of the body.
    pub data_send: Option<Duration>,
    /// Waiting for more of the body.
    pub data_receive: Option<Duration>,
}

impl Timeouts {
    /// These for the phases of the body.
    pub fn of_body(self) -> Self {
        Self {
            send: self.data_send,
            receive: self.data_receive,
            ..self
        }
    }
}
