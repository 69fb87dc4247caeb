//! Moves bytes: look up, connect, TLS, the pool of connections, and the two drivers of an exchange.
//!
//! A [`Transfer`] is one request on its way. It is stepped by a [`Driver`]: the caller's own thread,
//! where every step may block, or the reactor, where none does. Both tell the same story in
//! [`Event`]s.

mod avoid;
mod cancel;
mod clock;
mod connection;
mod driver;
pub mod helpers;
mod links;
mod offline;
mod origin;
mod pool;
mod reach;
pub mod reactor;
mod resolve;
mod socket;
mod socks;
mod tls;
mod transfer;
mod waiter;

pub use avoid::{avoid, is_avoided};
pub use cancel::Cancel;
pub use driver::Driver;
pub use links::{uplink, Kind as LinkKind};
pub use offline::{is_offline, set_offline};
pub use origin::{Hop, Origin, Route, Timeouts};
pub use pool::{drop_idle_connections, set_connections_per_proxy, set_connections_per_server};
pub use reach::reach;
pub use socks::{Socks, SocksVersion};
pub use tls::{seen, Channel, Identity, Introduction, Leniency, Problems, Security};
pub use transfer::{Fetched, Framing, Request, Step, Transfer};

use std::net::IpAddr;

/// What happens on the wire, in the order in which it happens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// This name is about to be looked up.
    Resolving(String),
    /// The look-up gave this address first.
    Resolved(IpAddr),
    /// A connection to this address is about to be opened.
    Connecting(IpAddr),
    /// It is open.
    Connected(IpAddr),
    /// The request is about to be written.
    Sending,
    /// This many bytes of it were written: head and body.
    Sent(u64),
    /// The answer is awaited.
    Receiving,
    /// An interim answer came.
    Informational(u16),
    /// The head of the answer is complete; this many bytes have come so far.
    Received(u64),
    /// A connection that a challenge came on is about to be closed: it cannot be kept.
    Closing,
    /// It is closed.
    Closed,
}

/// Why a transfer failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Failure {
    /// The name has no address.
    #[error("the server name could not be resolved")]
    NameNotResolved,
    /// No address took the connection.
    #[error("a connection could not be made")]
    CannotConnect,
    /// A proxy wants a user name and a password, or others.
    #[error("the proxy does not accept the login")]
    LoginRefused,
    /// A phase took longer than its timeout.
    #[error("the operation timed out")]
    TimedOut,
    /// The connection ended before the answer did.
    #[error("the connection was aborted")]
    ConnectionAborted,
    /// The peer reset the connection.
    #[error("the connection was reset")]
    ConnectionReset,
    /// The answer is no HTTP, or none came.
    #[error("the server's answer is invalid")]
    InvalidResponse,
    /// The body is not in the coding that the answer names.
    #[error("the body cannot be decoded")]
    Undecodable,
    /// The server's certificate is not accepted.
    #[error("the server's certificate is not accepted")]
    Certificate(Problems),
    /// The server wants a certificate of the client, and nobody has decided which.
    #[error("the server asks for a certificate of the client")]
    ClientCertificateNeeded,
    /// The TLS handshake or a TLS record failed.
    #[error("the secure channel failed")]
    SecureChannel,
    /// The system has no more descriptors, threads or memory for it.
    #[error("the system is out of resources")]
    OutOfResources,
    /// The process is offline by choice.
    #[error("the offline mode is on")]
    Offline,
    /// The operation was cancelled.
    #[error("the operation was cancelled")]
    Cancelled,
}
