//! A server that does all that servers do.

use std::io;
use std::sync::Mutex;
use std::time::Duration;

use crate::support::connection::Connection;
use crate::support::random::Random;
use crate::support::reply::{chunked, head, ok, reply, Request};
use crate::support::seeking::{numbered, part_of};
use crate::support::Server;

/// What can be asked for.
pub const PATHS: [&str; 14] = [
    "/ok",
    "/ok",
    "/large",
    "/chunked",
    "/until-close",
    "/slow",
    "/silent",
    "/half",
    "/reset",
    "/hang-up",
    "/garbage",
    "/redirect",
    "/early",
    "/login",
];

/// Answers by the path; whether it keeps the connection is chance.
pub fn moody(seed: u64) -> Server {
    let random = Mutex::new(Random::new(seed));
    let content = numbered(40_000);
    Server::serve(move |connection| loop {
        // A refusal before the body has come leaves it unread.
        let request = match connection.read_head() {
            Err(_) => return Ok(()),
            Ok(request) => request,
        };
        if request.target() != "/early" && connection.read_body().is_err() {
            return Ok(());
        }
        let is_last = random.lock().unwrap().below(3) == 0;
        // Whoever closes his request hangs up on us.
        if answer(connection, &request, &content).is_err() || is_last {
            return Ok(());
        }
    })
}

fn answer(connection: &mut Connection, request: &Request, content: &[u8]) -> io::Result<()> {
    let over = || io::Error::other("the connection is over");
    match request.target().as_str() {
        "/large" => connection.send(part_of(content, "\"1\"", request)),
        "/chunked" => connection.send(chunked(&["one", "two", "three"])),
        "/until-close" => {
            connection.send([head("200 OK", &[]), b"until the close".to_vec()].concat())?;
            Err(over())
        }
        "/slow" => connection.send_slowly(&ok("slowly but surely"), 9, Duration::from_millis(2)),
        "/silent" => {
            connection.wait(Duration::from_millis(400));
            Err(over())
        }
        "/half" => {
            let whole = ok(content);
            connection.send(&whole[..whole.len() / 2])?;
            Err(over())
        }
        "/reset" => {
            connection.reset()?;
            Err(over())
        }
        "/hang-up" => Err(over()),
        "/garbage" => connection.send("HTTP/1.1 nonsense\r\n\r\n"),
        "/redirect" => connection.send(reply("302 Found", &[("Location", "/ok")], "")),
        "/early" => {
            let close = ("Connection", "close");
            connection.send(reply("413 Content Too Large", &[close], "too large"))?;
            Err(over())
        }
        "/login" => {
            let asks = ("WWW-Authenticate", "Basic realm=\"storm\"");
            connection.send(reply("401 Unauthorized", &[asks], "who are you?"))
        }
        _ => connection.send([b"HTTP/1.1 100 Continue\r\n\r\n".to_vec(), ok("fine")].concat()),
    }
}
