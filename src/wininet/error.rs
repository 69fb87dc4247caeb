//! The Windows code of each failure.

use crate::abi::{
    ERROR_HTTP_INVALID_HEADER, ERROR_HTTP_INVALID_SERVER_RESPONSE, ERROR_INTERNET_CANNOT_CONNECT,
    ERROR_INTERNET_CLIENT_AUTH_CERT_NEEDED, ERROR_INTERNET_CONNECTION_ABORTED,
    ERROR_INTERNET_CONNECTION_RESET, ERROR_INTERNET_DECODING_FAILED, ERROR_INTERNET_DISCONNECTED,
    ERROR_INTERNET_FORCE_RETRY, ERROR_INTERNET_INCORRECT_HANDLE_STATE,
    ERROR_INTERNET_INTERNAL_ERROR, ERROR_INTERNET_INVALID_CA, ERROR_INTERNET_LOGIN_FAILURE,
    ERROR_INTERNET_NAME_NOT_RESOLVED, ERROR_INTERNET_OPERATION_CANCELLED,
    ERROR_INTERNET_SECURITY_CHANNEL_ERROR, ERROR_INTERNET_SEC_CERT_CN_INVALID,
    ERROR_INTERNET_SEC_CERT_DATE_INVALID, ERROR_INTERNET_SEC_CERT_REVOKED,
    ERROR_INTERNET_SEC_CERT_REV_FAILED, ERROR_INTERNET_SEC_INVALID_CERT, ERROR_INTERNET_SHUTDOWN,
    ERROR_INTERNET_TIMEOUT, ERROR_INVALID_HANDLE, ERROR_IO_PENDING, ERROR_NOT_ENOUGH_MEMORY,
};
use crate::http::InvalidField;
use crate::net::{Failure, Problems};
use crate::notify::Closed;

/// A Windows error code: what GetLastError gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Error(pub u32);

/// Or the code of the failure.
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    /// The call goes on and ends with REQUEST_COMPLETE.
    pub const IO_PENDING: Self = Self(ERROR_IO_PENDING);
    /// The operation was cancelled: its handle was closed.
    pub const CANCELLED: Self = Self(ERROR_INTERNET_OPERATION_CANCELLED);
    /// The handle is not in the state that the call needs.
    pub const INCORRECT_STATE: Self = Self(ERROR_INTERNET_INCORRECT_HANDLE_STATE);
    /// The program is to send the request once more: what it has written in pieces is gone.
    pub const FORCE_RETRY: Self = Self(ERROR_INTERNET_FORCE_RETRY);
    /// No thread, descriptor or memory is left.
    pub const NO_RESOURCES: Self = Self(ERROR_NOT_ENOUGH_MEMORY);
    /// The library cannot be used in this process: it was used in the one that this is a fork of.
    pub const SHUT_DOWN: Self = Self(ERROR_INTERNET_SHUTDOWN);
    /// The error of a bug of ours.
    pub const INTERNAL: Self = Self(ERROR_INTERNET_INTERNAL_ERROR);
}

impl From<Closed> for Error {
    fn from(_: Closed) -> Self {
        Self(ERROR_INVALID_HANDLE)
    }
}

impl From<InvalidField> for Error {
    fn from(_: InvalidField) -> Self {
        Self(ERROR_HTTP_INVALID_HEADER)
    }
}

impl From<Failure> for Error {
    fn from(failure: Failure) -> Self {
        Self(match failure {
            Failure::NameNotResolved => ERROR_INTERNET_NAME_NOT_RESOLVED,
            Failure::CannotConnect => ERROR_INTERNET_CANNOT_CONNECT,
            Failure::LoginRefused => ERROR_INTERNET_LOGIN_FAILURE,
            Failure::TimedOut => ERROR_INTERNET_TIMEOUT,
            Failure::ConnectionAborted => ERROR_INTERNET_CONNECTION_ABORTED,
            Failure::ConnectionReset => ERROR_INTERNET_CONNECTION_RESET,
            Failure::InvalidResponse => ERROR_HTTP_INVALID_SERVER_RESPONSE,
            Failure::Undecodable => ERROR_INTERNET_DECODING_FAILED,
            Failure::Certificate(problems) => certificate_code(problems),
            Failure::ClientCertificateNeeded => ERROR_INTERNET_CLIENT_AUTH_CERT_NEEDED,
            Failure::SecureChannel => ERROR_INTERNET_SECURITY_CHANNEL_ERROR,
            Failure::OutOfResources => ERROR_NOT_ENOUGH_MEMORY,
            Failure::Offline => ERROR_INTERNET_DISCONNECTED,
            Failure::Cancelled => ERROR_INTERNET_OPERATION_CANCELLED,
        })
    }
}

/// Of several problems the one that weighs most.
fn certificate_code(problems: Problems) -> u32 {
    let codes = [
        (Problems::INVALID, ERROR_INTERNET_SEC_INVALID_CERT),
        (Problems::REVOKED, ERROR_INTERNET_SEC_CERT_REVOKED),
        (
            Problems::REVOCATION_UNKNOWN,
            ERROR_INTERNET_SEC_CERT_REV_FAILED,
        ),
        (Problems::AUTHORITY, ERROR_INTERNET_INVALID_CA),
        (Problems::DATE, ERROR_INTERNET_SEC_CERT_DATE_INVALID),
        (Problems::NAME, ERROR_INTERNET_SEC_CERT_CN_INVALID),
        (Problems::USAGE, ERROR_INTERNET_SEC_INVALID_CERT),
    ];
    let found = codes
        .iter()
        .find(|(problem, _)| problems.contains(*problem));
    found.map_or(ERROR_INTERNET_SEC_INVALID_CERT, |(_, code)| *code)
}

/// The code of Windows Sockets that a WinINet code stands for; 0: none of them.
pub fn extended_error(code: u32) -> u32 {
    match code {
        ERROR_INTERNET_CONNECTION_ABORTED => 10053,
        ERROR_INTERNET_CONNECTION_RESET => 10054,
        ERROR_INTERNET_TIMEOUT => 10060,
        ERROR_INTERNET_CANNOT_CONNECT => 10061,
        ERROR_INTERNET_NAME_NOT_RESOLVED => 11001,
        _ => 0,
    }
}
