//! The security of a request: what it puts up with, who it says that we are, and what its
//! connection says of itself.

use std::sync::Arc;

use super::certificate::Certificate;
use super::cipher::Suite;
use super::error::{Error, Result};
use super::request::{Request, State};
use super::url::Place;
use crate::abi::*;
use crate::net::{self, Failure, Identity, Introduction, Leniency, Problems, Security};

/// Each excuse, and what it excuses. Not to know whether a certificate is revoked is excused with
/// its being so.
const EXCUSES: [(u32, Problems); 6] = [
    (SECURITY_FLAG_IGNORE_REVOCATION, Problems::REVOKED),
    (
        SECURITY_FLAG_IGNORE_REVOCATION,
        Problems::REVOCATION_UNKNOWN,
    ),
    (SECURITY_FLAG_IGNORE_UNKNOWN_CA, Problems::AUTHORITY),
    (SECURITY_FLAG_IGNORE_WRONG_USAGE, Problems::USAGE),
    (SECURITY_FLAG_IGNORE_CERT_CN_INVALID, Problems::NAME),
    (SECURITY_FLAG_IGNORE_CERT_DATE_INVALID, Problems::DATE),
];

/// What INTERNET_OPTION_CERT_ERROR_FLAGS calls each problem.
const ERROR_FLAGS: [(u32, Problems); 5] = [
    (DLG_FLAGS_SEC_CERT_REV_FAILED, Problems::REVOKED),
    (DLG_FLAGS_SEC_CERT_REV_FAILED, Problems::REVOCATION_UNKNOWN),
    (DLG_FLAGS_INVALID_CA, Problems::AUTHORITY),
    (DLG_FLAGS_SEC_CERT_CN_INVALID, Problems::NAME),
    (DLG_FLAGS_SEC_CERT_DATE_INVALID, Problems::DATE),
];

/// The flags of the API have a counterpart among the flags of the option.
pub fn flags_of_open(flags: u32) -> u32 {
    let pairs = [
        (
            INTERNET_FLAG_IGNORE_CERT_CN_INVALID,
            SECURITY_FLAG_IGNORE_CERT_CN_INVALID,
        ),
        (
            INTERNET_FLAG_IGNORE_CERT_DATE_INVALID,
            SECURITY_FLAG_IGNORE_CERT_DATE_INVALID,
        ),
    ];
    let set = pairs.iter().filter(|(flag, _)| flags & flag != 0);
    set.fold(0, |all, (_, security)| all | security)
}

/// The certificates that the server of a URL has last shown to this process, its own first, and how the
/// connection was made: SECURITY_FLAG_ values.
pub fn seen_at(url: &[u8]) -> Result<(Vec<Box<[u8]>>, u32)> {
    let place = Place::of(url)?;
    let server = &place.server;
    let port = server.port_for(true);
    let mut names = [Some(&server.host), server.given.as_ref()].into_iter();
    let seen = names.find_map(|name| net::seen(name?, port));
    let seen = seen.filter(|_| place.secure);
    let seen = seen.ok_or(Error(ERROR_INTERNET_ITEM_NOT_FOUND))?;
    let excused = EXCUSES.iter().filter(|it| seen.leniency.contains(it.1));
    let made = SECURITY_FLAG_SECURE | SECURITY_FLAG_STRENGTH_STRONG;
    let flags = excused.fold(made, |all, (flag, _)| all | flag);
    let own = std::iter::once(&seen.security.certificate);
    let chain = own.chain(&seen.security.issuers).cloned();
    Ok((chain.collect(), flags))
}

/// What SECURITY_FLAG_IGNORE_ values excuse.
pub fn leniency(security_flags: u32) -> Leniency {
    let set = EXCUSES
        .iter()
        .filter(|(flag, _)| security_flags & flag != 0);
    set.fold(Leniency::NONE, |all, (_, problem)| all | *problem)
}

impl Request {
    /// The SECURITY_FLAG_ values: what is put up with, and how the connection is encrypted.
    pub fn security_flags(&self) -> u32 {
        let state = self.state.lock();
        let secure = if state.secure {
            SECURITY_FLAG_SECURE
        } else {
            0
        };
        // Every cipher of TLS 1.2 and 1.3 that we speak has 128 bits or more.
        let strength = match state.suite() {
            Some(_) => SECURITY_FLAG_STRENGTH_STRONG,
            None => 0,
        };
        state.security_flags | secure | strength
    }

    /// Changes the SECURITY_FLAG_IGNORE_ values.
    pub fn set_security_flags(&self, flags: u32) {
        let known = EXCUSES.iter().fold(0, |all, (flag, _)| all | flag);
        self.state.lock().security_flags = flags & known;
    }

    /// What the certificate was refused for: DLG_FLAGS_ values.
    pub fn certificate_error_flags(&self) -> u32 {
        let state = self.state.lock();
        let problems = state.security.as_ref().map(|it| it.problems);
        let problems = problems.unwrap_or(Problems::NONE);
        let found = ERROR_FLAGS.iter().filter(|(_, it)| problems.contains(*it));
        found.fold(0, |all, (flag, _)| all | flag)
    }

    /// The client's certificate and key in PEM; nothing: there is none.
    pub fn set_client_certificate(&self, pem: &[u8]) -> Result<()> {
        let introduction = match pem {
            [] => Introduction::Anonymous,
            pem => match Identity::from_pem(pem) {
                Some(identity) => Introduction::Identity(identity),
                None => return Err(Error(ERROR_INVALID_PARAMETER)),
            },
        };
        self.state.lock().introduction = introduction;
        Ok(())
    }

    /// The certificate of the server, also of one that was refused.
    pub fn certificate(&self) -> Result<Certificate> {
        let state = self.state.lock();
        if !state.secure {
            return Err(Error(ERROR_INTERNET_INVALID_OPERATION));
        }
        let security = state.security.clone().ok_or(Error::INCORRECT_STATE)?;
        drop(state);
        Certificate::of(&security)
    }

    /// The bits of the key by which the connection is encrypted; 0: it is not.
    pub fn key_bits(&self) -> u32 {
        self.state.lock().suite().map_or(0, |suite| suite.bits)
    }

    /// How the connection is encrypted.
    pub fn connection_info(&self) -> INTERNET_SECURITY_CONNECTION_INFO {
        let security = self.state.lock().security.clone();
        super::cipher::connection_info(security.and_then(|it| it.channel))
    }

    /// The socket below the request.
    pub fn socket_info(&self) -> Result<INTERNET_DIAGNOSTIC_SOCKET_INFO> {
        let state = self.state.lock();
        let transfer = state.transfer.as_ref();
        let socket = transfer.and_then(|it| it.socket());
        let socket = socket.ok_or(Error::INCORRECT_STATE)?;
        let flag = |is_set: bool, flag| if is_set { flag } else { 0 };
        Ok(INTERNET_DIAGNOSTIC_SOCKET_INFO {
            Socket: socket.socket,
            SourcePort: socket.source_port.into(),
            DestPort: socket.destination_port.into(),
            Flags: flag(socket.is_reused, IDSI_FLAG_KEEP_ALIVE)
                | flag(socket.is_secure, IDSI_FLAG_SECURE),
        })
    }

    /// The error of a send that has failed, and what the next one makes of it.
    #[cold]
    pub(super) fn failed(self: &Arc<Self>, state: &mut State, failure: Failure) -> Error {
        state.learn();
        match failure {
            Failure::Certificate(_) if self.combines_certificate_errors() => {
                Error(ERROR_INTERNET_SEC_CERT_ERRORS)
            }
            Failure::ClientCertificateNeeded => {
                // A program that sends again without a certificate has none.
                state.introduction = Introduction::Anonymous;
                failure.into()
            }
            failure => failure.into(),
        }
    }

    fn combines_certificate_errors(&self) -> bool {
        self.options().error_mask & INTERNET_ERROR_MASK_COMBINED_SEC_CERT != 0
    }
}

impl State {
    fn suite(&self) -> Option<&'static Suite> {
        let security: &Security = self.security.as_ref()?;
        Suite::of(security.channel?)
    }
}
