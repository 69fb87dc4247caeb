//! Sessions with proxies, and servers that play them.

use std::io;
use std::ptr::null;
use std::sync::Arc;

use rustls::ServerConfig;
use wininet::abi::*;
use wininet::ffi::*;

use super::api::{c_string, connect_to, listen, Client, Handle, Result};
use super::connection::Connection;
use super::recorder::Recorder;
use super::reply::{head, Request};
use super::server::Server;
use super::story::Story;

/// A session with these proxies.
pub fn session_with(asynchronous: bool, proxies: &str, bypass: Option<&str>) -> Result<Handle> {
    let (proxies, bypass) = (c_string(proxies), bypass.map(c_string));
    let bypass = bypass.as_ref().map_or(null(), |it| it.as_ptr());
    let flags = if asynchronous { INTERNET_FLAG_ASYNC } else { 0 };
    let agent = c"libwininet tests".as_ptr();
    let access = INTERNET_OPEN_TYPE_PROXY;
    // SAFETY: C strings, or NULL where that is allowed.
    Handle::from_raw(unsafe { InternetOpenA(agent, access, proxies.as_ptr(), bypass, flags) })
}

/// A client of `host`, whose session has these proxies and reaches nothing without them.
pub fn client_through(asynchronous: bool, proxies: &str, (host, port): (&str, u16)) -> Client {
    let session = session_with(asynchronous, proxies, Some("<-loopback>")).expect("a session");
    listen(&session);
    Client {
        connection: connect_to(&session, host, port, 0).expect("a connection handle"),
        session,
        recorder: Recorder::new(),
    }
}

/// A story of requests to `target` through a proxy that `server` plays. `prefix` stands before its
/// address: "", "socks=" and the like.
pub fn story_through(
    server: Server,
    prefix: &str,
    target: (&str, u16),
    asynchronous: bool,
) -> Story {
    let proxies = format!("{prefix}127.0.0.1:{}", server.port());
    let client = client_through(asynchronous, &proxies, target);
    Story::with(server, client, asynchronous)
}

/// What a proxy says that has made a tunnel.
pub fn established() -> Vec<u8> {
    head("200 Connection established", &[])
}

/// A proxy that makes a tunnel to a TLS server of its own on each connection.
pub fn tunnels(
    config: &Arc<ServerConfig>,
    answer: impl Fn(&Request) -> Vec<u8> + Send + Sync + 'static,
) -> Server {
    let config = config.clone();
    Server::serve(move |connection| {
        expect_connect(connection)?;
        connection.send(established())?;
        connection.accept_tls(&config)?;
        answer_until_closed(connection, &answer)
    })
}

fn expect_connect(connection: &mut Connection) -> io::Result<()> {
    match connection.read_head()? {
        request if request.method() == "CONNECT" => Ok(()),
        other => Err(io::Error::other(format!("no CONNECT: {}", other.line()))),
    }
}

/// Answers requests until the client closes.
pub fn answer_until_closed(
    connection: &mut Connection,
    answer: &(impl Fn(&Request) -> Vec<u8> + ?Sized),
) -> io::Result<()> {
    loop {
        let request = match connection.read_request() {
            Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(()),
            other => other?,
        };
        connection.send(answer(&request))?;
    }
}
