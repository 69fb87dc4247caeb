//! What a server's certificate comes to without an excuse, and with each by itself. The host has a name of its own,
//! behind a proxy.

use std::sync::Arc;

use rustls::ServerConfig;
use wininet::abi::*;

use super::api::{set_option_u32, Result};
use super::proxy::{client_through, tunnels};
use super::reply::ok;
use super::story::BOTH;

pub const HOST: &str = "www.shop.test";

pub const CA: u32 = SECURITY_FLAG_IGNORE_UNKNOWN_CA;
pub const DATE: u32 = SECURITY_FLAG_IGNORE_CERT_DATE_INVALID;
pub const NAME: u32 = SECURITY_FLAG_IGNORE_CERT_CN_INVALID;
pub const USAGE: u32 = SECURITY_FLAG_IGNORE_WRONG_USAGE;
pub const REVOKED: u32 = SECURITY_FLAG_IGNORE_REVOCATION;
pub const FLAGS: [u32; 5] = [CA, DATE, NAME, USAGE, REVOKED];
pub const EVERYTHING: u32 = CA | DATE | NAME | USAGE | REVOKED;
/// No flag excuses it.
pub const NOTHING: u32 = 0;

pub const UNKNOWN: u32 = ERROR_INTERNET_INVALID_CA;
pub const INVALID: u32 = ERROR_INTERNET_SEC_INVALID_CERT;
pub const DATED: u32 = ERROR_INTERNET_SEC_CERT_DATE_INVALID;
pub const NAMED: u32 = ERROR_INTERNET_SEC_CERT_CN_INVALID;

/// What a send to `host` comes to whose server shows that, with these excuses.
pub fn visit(
    config: &Arc<ServerConfig>,
    host: &str,
    excuses: u32,
    asynchronous: bool,
) -> Result<()> {
    let proxy = tunnels(config, |_| ok("secret"));
    let address = format!("127.0.0.1:{}", proxy.port());
    let client = client_through(asynchronous, &address, (host, 443));
    let request = client.request("GET", "/", INTERNET_FLAG_SECURE);
    set_option_u32(&request, INTERNET_OPTION_SECURITY_FLAGS, excuses).expect("set");
    let sent = client.send(&request);
    if sent.is_err() {
        // The one request is CONNECT: nothing was said to the server.
        assert_eq!(proxy.requests().len(), 1);
    }
    sent
}

#[track_caller]
pub fn bad(what: &str, config: Arc<ServerConfig>, error: u32, excuse: u32) {
    bad_for(HOST, what, config, error, excuse);
}

#[track_caller]
pub fn bad_for(host: &str, what: &str, config: Arc<ServerConfig>, error: u32, excuse: u32) {
    for asynchronous in BOTH {
        let visit = |excuses| visit(&config, host, excuses, asynchronous);
        assert_eq!(visit(0), Err(error), "{what}");
        for flag in FLAGS {
            let expected = if flag == excuse { Ok(()) } else { Err(error) };
            assert_eq!(visit(flag), expected, "{what} with {flag:#x}");
        }
        let others = visit(EVERYTHING & !excuse);
        assert_eq!(others, Err(error), "{what} with all others");
        if excuse != NOTHING {
            assert_eq!(visit(EVERYTHING), Ok(()), "{what} with all");
        }
    }
}

#[track_caller]
pub fn good_for(host: &str, what: &str, config: &Arc<ServerConfig>) {
    for asynchronous in BOTH {
        assert_eq!(visit(config, host, 0, asynchronous), Ok(()), "{what}");
    }
}

pub fn good(what: &str, config: &Arc<ServerConfig>) {
    good_for(HOST, what, config);
}
