//! Real proxies of Debian: squid and tinyproxy for HTTP and CONNECT, microsocks for SOCKS 5.

#![cfg(target_os = "linux")]

mod support;

#[path = "real_proxies/squid.rs"]
mod squid;

use support::ports::RefusedPort;
use support::proxy::client_through;
use support::reply::ok;
use support::*;
use wininet::abi::*;

const SECURE: u32 = INTERNET_FLAG_SECURE;

/// Where a proxy that runs is found.
fn address(proxy: &Real) -> String {
    format!("127.0.0.1:{}", proxy.port(0))
}

/// http and https through a proxy, each twice.
fn fetches(proxies: &str, asynchronous: bool) {
    let plain = Server::respond(|request| ok(request.target()));
    let tls = Server::respond_tls(certs::good(), |request| ok(request.target()));
    for (server, flags) in [(&plain, 0), (&tls, SECURE)] {
        let client = client_through(asynchronous, proxies, ("localhost", server.port()));
        for path in ["/first?q=1", "/second"] {
            let request = client.request("GET", path, flags);
            client.send(&request).expect(proxies);
            assert_eq!(status_code(&request), 200, "{proxies}");
            let body = start_read(&request, 100)
                .expect("a body")
                .finish(client.recorder);
            assert_eq!(body, Ok(path.as_bytes().to_vec()), "{proxies}");
            let by_proxy = option_u32(&request, INTERNET_OPTION_REQUEST_FLAGS);
            assert_eq!(by_proxy, Ok(INTERNET_REQFLAG_VIA_PROXY));
        }
    }
}

#[test]
fn http_and_https_through_tinyproxy() {
    let Some(proxy) = Real::tinyproxy() else {
        return;
    };
    for asynchronous in BOTH {
        fetches(&address(&proxy), asynchronous);
    }
}

/// They say so in an answer, not by an error.
#[test]
fn what_an_http_proxy_cannot_reach() {
    let refused = RefusedPort::new();
    for start in [Real::tinyproxy, || Real::squid("http_access allow all")] {
        let Some(proxy) = start() else { return };
        for asynchronous in BOTH {
            let target = ("localhost", refused.port());
            let client = client_through(asynchronous, &address(&proxy), target);
            for flags in [0, SECURE] {
                let request = client.request("GET", "/", flags);
                client.send(&request).expect("an answer");
                assert_eq!(status_code(&request) / 100, 5);
            }
        }
    }
}

#[test]
fn http_and_https_through_microsocks() {
    for (login, prefix) in [
        (&[][..], "socks=socks5://"),
        (
            &["-u", "me", "-P", "p@ss:word"][..],
            "socks5://me:p%40ss%3Aword@",
        ),
    ] {
        let Some(proxy) = Real::microsocks(login) else {
            return;
        };
        for asynchronous in BOTH {
            fetches(&format!("{prefix}{}", address(&proxy)), asynchronous);
        }
    }
}

#[test]
fn what_microsocks_refuses() {
    let Some(proxy) = Real::microsocks(&["-u", "me", "-P", "right"]) else {
        return;
    };
    let refused = RefusedPort::new();
    let table = [
        ("socks5://", ERROR_INTERNET_LOGIN_FAILURE),
        ("socks5://me:wrong@", ERROR_INTERNET_LOGIN_FAILURE),
        ("socks5://me:right@", ERROR_INTERNET_CANNOT_CONNECT),
    ];
    for (prefix, error) in table {
        for asynchronous in BOTH {
            let proxies = format!("{prefix}{}", address(&proxy));
            let client = client_through(asynchronous, &proxies, ("localhost", refused.port()));
            let request = client.get("/");
            assert_eq!(client.send(&request), Err(error), "{prefix}");
        }
    }
}
