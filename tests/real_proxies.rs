//! Real proxies of Debian: tinyproxy for HTTP and CONNECT, microsocks for SOCKS 5.

#![cfg(target_os = "linux")]

mod support;

use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use support::ports::RefusedPort;
use support::proxy::client_through;
use support::reply::ok;
use support::*;
use wininet::abi::*;

const SECURE: u32 = INTERNET_FLAG_SECURE;

/// A proxy that runs until it is dropped.
struct Proxy {
    child: Child,
    port: u16,
}

impl Proxy {
    /// Runs what `command` makes for a port. `None`: it is not installed, and need not be.
    fn start(name: &str, command: impl Fn(u16) -> Command) -> Option<Self> {
        // Between our release of a port and its use somebody else may take it.
        is_installed(name).then(|| {
            let started = (0..10).find_map(|_| Self::try_start(name, &command));
            started.unwrap_or_else(|| panic!("{name} does not start"))
        })
    }

    fn try_start(name: &str, command: &impl Fn(u16) -> Command) -> Option<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a loopback port");
        let port = listener.local_addr().expect("its address").port();
        drop(listener);
        let mut command = command(port);
        command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let child = command.spawn().expect(name);
        let mut proxy = Self { child, port };
        let deadline = Instant::now() + PATIENCE;
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            if proxy.child.try_wait().expect("its state").is_some() {
                return None;
            }
            assert!(Instant::now() < deadline, "{name} does not listen");
            // It has no way to tell that it listens.
            std::thread::park_timeout(Duration::from_millis(5));
        }
        Some(proxy)
    }
}

fn is_installed(name: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let there = std::env::split_paths(&path).any(|it| it.join(name).is_file());
    let ci = std::env::var_os("CI").is_some_and(|value| value == "true");
    assert!(
        there || !ci,
        "{name} is missing, and nothing may be left out under CI"
    );
    if !there {
        eprintln!("LEFT OUT: what needs {name}");
    }
    there
}

impl Drop for Proxy {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn tinyproxy() -> Option<Proxy> {
    Proxy::start("tinyproxy", |port| {
        let file = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("tinyproxy-{port}"));
        let lines = format!("Port {port}\nListen 127.0.0.1\nAllow 127.0.0.1\nLogLevel Error\n");
        std::fs::write(&file, lines).expect("its configuration");
        let mut command = Command::new("tinyproxy");
        command.arg("-d").arg("-c").arg(file);
        command
    })
}

fn microsocks(login: &'static [&'static str]) -> Option<Proxy> {
    Proxy::start("microsocks", move |port| {
        let mut command = Command::new("microsocks");
        command
            .args(["-i", "127.0.0.1", "-p", &port.to_string()])
            .args(login);
        command
    })
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
    let Some(proxy) = tinyproxy() else { return };
    for asynchronous in BOTH {
        fetches(&format!("127.0.0.1:{}", proxy.port), asynchronous);
    }
}

/// It says so in an answer, not by an error.
#[test]
fn what_tinyproxy_cannot_reach() {
    let Some(proxy) = tinyproxy() else { return };
    let refused = RefusedPort::new();
    for asynchronous in BOTH {
        let proxies = format!("127.0.0.1:{}", proxy.port);
        let client = client_through(asynchronous, &proxies, ("localhost", refused.port()));
        for flags in [0, SECURE] {
            let request = client.request("GET", "/", flags);
            client.send(&request).expect("an answer");
            assert_eq!(status_code(&request) / 100, 5);
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
        let Some(proxy) = microsocks(login) else {
            return;
        };
        for asynchronous in BOTH {
            fetches(&format!("{prefix}127.0.0.1:{}", proxy.port), asynchronous);
        }
    }
}

#[test]
fn what_microsocks_refuses() {
    let Some(proxy) = microsocks(&["-u", "me", "-P", "right"]) else {
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
            let proxies = format!("{prefix}127.0.0.1:{}", proxy.port);
            let client = client_through(asynchronous, &proxies, ("localhost", refused.port()));
            let request = client.get("/");
            assert_eq!(client.send(&request), Err(error), "{prefix}");
        }
    }
}
