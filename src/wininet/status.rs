//! What a status callback can be told, in the user's words.

use std::net::IpAddr;

use super::handle::HandleId;
use crate::abi::*;
use crate::net::Event;

/// One notification.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Status {
    /// INTERNET_STATUS_RESOLVING_NAME with the host name.
    ResolvingName(String),
    /// INTERNET_STATUS_NAME_RESOLVED with the first address.
    NameResolved(IpAddr),
    /// INTERNET_STATUS_CONNECTING_TO_SERVER with the address.
    ConnectingToServer(IpAddr),
    /// INTERNET_STATUS_CONNECTED_TO_SERVER with the address.
    ConnectedToServer(IpAddr),
    /// INTERNET_STATUS_SENDING_REQUEST.
    SendingRequest,
    /// INTERNET_STATUS_REQUEST_SENT with the bytes sent.
    RequestSent(u64),
    /// INTERNET_STATUS_RECEIVING_RESPONSE.
    ReceivingResponse,
    /// INTERNET_STATUS_RESPONSE_RECEIVED with the bytes taken from the wire.
    ResponseReceived(u64),
    /// INTERNET_STATUS_CLOSING_CONNECTION.
    ClosingConnection,
    /// INTERNET_STATUS_CONNECTION_CLOSED.
    ConnectionClosed,
    /// INTERNET_STATUS_HANDLE_CREATED: told in the name of the parent.
    HandleCreated {
        /// The handle that the new one descends from.
        parent: HandleId,
    },
    /// INTERNET_STATUS_HANDLE_CLOSING: the last word.
    HandleClosing,
    /// INTERNET_STATUS_REQUEST_COMPLETE: what the call would have returned, and the error or count.
    RequestComplete {
        /// TRUE, FALSE or a handle.
        result: usize,
        /// The error code; after InternetQueryDataAvailable the bytes available.
        error: u32,
    },
    /// INTERNET_STATUS_REDIRECT with the new URL.
    Redirect(Vec<u8>),
    /// INTERNET_STATUS_INTERMEDIATE_RESPONSE.
    IntermediateResponse,
    /// INTERNET_STATUS_COOKIE_SENT with the number of cookies.
    CookieSent(u32),
    /// INTERNET_STATUS_COOKIE_RECEIVED with the number of cookies.
    CookieReceived(u32),
}

/// A status as it is told: to whom, about what.
#[derive(Debug)]
pub struct Notice<'a> {
    /// The handle that the callback is given.
    pub handle: HandleId,
    /// The handle that the status is about: a new child's differs from `handle`.
    pub subject: HandleId,
    /// The context value of the subject.
    pub context: usize,
    /// What happened.
    pub status: &'a Status,
}

impl Status {
    /// The number that the program gets.
    pub fn number(&self) -> u32 {
        match self {
            Self::ResolvingName(_) => INTERNET_STATUS_RESOLVING_NAME,
            Self::NameResolved(_) => INTERNET_STATUS_NAME_RESOLVED,
            Self::ConnectingToServer(_) => INTERNET_STATUS_CONNECTING_TO_SERVER,
            Self::ConnectedToServer(_) => INTERNET_STATUS_CONNECTED_TO_SERVER,
            Self::SendingRequest => INTERNET_STATUS_SENDING_REQUEST,
            Self::RequestSent(_) => INTERNET_STATUS_REQUEST_SENT,
            Self::ReceivingResponse => INTERNET_STATUS_RECEIVING_RESPONSE,
            Self::ResponseReceived(_) => INTERNET_STATUS_RESPONSE_RECEIVED,
            Self::ClosingConnection => INTERNET_STATUS_CLOSING_CONNECTION,
            Self::ConnectionClosed => INTERNET_STATUS_CONNECTION_CLOSED,
            Self::HandleCreated { .. } => INTERNET_STATUS_HANDLE_CREATED,
            Self::HandleClosing => INTERNET_STATUS_HANDLE_CLOSING,
            Self::RequestComplete { .. } => INTERNET_STATUS_REQUEST_COMPLETE,
            Self::Redirect(_) => INTERNET_STATUS_REDIRECT,
            Self::IntermediateResponse => INTERNET_STATUS_INTERMEDIATE_RESPONSE,
            Self::CookieSent(_) => INTERNET_STATUS_COOKIE_SENT,
            Self::CookieReceived(_) => INTERNET_STATUS_COOKIE_RECEIVED,
        }
    }

    /// The wire's event in the user's words.
    pub fn of(event: Event) -> Self {
        match event {
            Event::Resolving(name) => Self::ResolvingName(name),
            Event::Resolved(address) => Self::NameResolved(address),
            Event::Connecting(address) => Self::ConnectingToServer(address),
            Event::Connected(address) => Self::ConnectedToServer(address),
            Event::Sending => Self::SendingRequest,
            Event::Sent(count) => Self::RequestSent(count),
            Event::Receiving => Self::ReceivingResponse,
            Event::Informational(_) => Self::IntermediateResponse,
            Event::Received(count) => Self::ResponseReceived(count),
            Event::Closing => Self::ClosingConnection,
            Event::Closed => Self::ConnectionClosed,
        }
    }
}
