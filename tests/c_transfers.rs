//! C programs on ways that a transfer can go: answers before their time, timeouts, handles that are closed
//! meanwhile, TLS, many at once. They are run as those of c_programs.rs are, under Wine too, where sockets, the
//! poller and threads are others.

mod support;

#[path = "c/harness.rs"]
mod harness;

#[path = "c/programs.rs"]
mod programs;

#[path = "c/under_wine.rs"]
mod under_wine;

#[path = "c/wine.rs"]
mod wine;

use std::sync::atomic::{AtomicUsize, Ordering};

use harness::Link;
use support::reply::{head, ok, reply};
use support::{certs, Latch, Server};
use wine::Header;

macro_rules! transfers {
    ($($name:ident: $source:literal, $server:expr, $expected:expr;)*) => {$(
        mod $name {
            use super::*;

            #[test]
            fn on_linux() {
                programs::check($source, Link::Shared, $server, $expected);
            }

            #[test]
            #[ignore = "make test-windows"]
            fn under_wine() {
                under_wine::check($source, Header::Mingw, $server, $expected);
            }
        }
    )*};
}

transfers! {
    early: "early.c", refusing, "\
synchronous
whole: error 0; 413 no, error 0
whole: error 0; 413 no, error 0
pieces: 20000000, error 0; ended with error 0; 413 no, error 0
pieces: 20000000, error 0; ended with error 0; 413 no, error 0
asynchronous
whole: error 0; 413 no, error 0
whole: error 0; 413 no, error 0
pieces: 20000000, error 0; ended with error 0; 413 no, error 0
pieces: 20000000, error 0; ended with error 0; 413 no, error 0
";
    timeouts: "timeouts.c", silent, "\
synchronous
connect: error 12002, in time 1
send: error 12002, in time 1
receive: error 12002, in time 1
head: error 0
body: error 12002, in time 1
asynchronous
connect: error 12002, in time 1
send: error 12002, in time 1
receive: error 12002, in time 1
head: error 0
body: error 12002, in time 1
";
    close_in_flight: "close_in_flight.c", silent, "\
synchronous
handshake: cancelled 1, at once 1, closings 1
send: cancelled 1, at once 1, closings 1
pieces: cancelled 1, at once 1, closings 1
answer: cancelled 1, at once 1, closings 1
body: cancelled 1, at once 1, closings 1
asynchronous
handshake: cancelled 1, at once 1, closings 1
send: cancelled 1, at once 1, closings 1
pieces: cancelled 1, at once 1, closings 1
answer: cancelled 1, at once 1, closings 1
body: cancelled 1, at once 1, closings 1
";
    tls: "tls.c", secure, "\
synchronous
good: error 0, secure 1, strong 1
1000000 bytes, right 1, error 0
wrong name: error 12038, secure 1, strong 0
wrong name that is ignored: error 0, secure 1, strong 1
1000000 bytes, right 1, error 0
asynchronous
good: error 0, secure 1, strong 1
1000000 bytes, right 1, error 0
wrong name: error 12038, secure 1, strong 0
wrong name that is ignored: error 0, secure 1, strong 1
1000000 bytes, right 1, error 0
";
    crowd: "crowd.c", large, "\
synchronous 60
asynchronous 60 of 60
";
    wide_pairs: "wide_pairs.c", faces, "\
cracked 1: path right 1, extra right 1
agent 0, error 122, size in bytes right 1
agent 1, the same 1
cookie set 1, got 1, the same 1
added 1, sent 1
status text 1, 3 characters: the same 1
half: canonical 0, error 87
half: connected 0, error 87
";
}

fn letters(count: usize) -> Vec<u8> {
    (b'a'..=b'z').cycle().take(count).collect()
}

/// Answers when it has the head, and reads no more or is gone.
fn refusing() -> Server {
    Server::serve(|connection| {
        let target = connection.read_head()?.target();
        connection.send(reply("413 Too Large", &[], "no"))?;
        match target.as_str() {
            "/gone" => connection.close(),
            _ => connection.pause(&Latch::new()),
        }
        Ok(())
    })
}

/// Answers `/head` alone, with a head, and reads no bodies.
fn silent() -> Server {
    Server::serve(|connection| {
        // What fills the sockets takes time too.
        connection.take_little()?;
        if connection.read_head()?.target() == "/head" {
            connection.send(head("200 OK", &[("Content-Length", "4")]))?;
        }
        connection.pause(&Latch::new());
        Ok(())
    })
}

/// Every third connection, from the first on, has the right certificate; the others' is for another host.
fn secure() -> Server {
    certs::authority_file();
    let configs = [certs::good(), certs::wrong_name(), certs::wrong_name()];
    let count = AtomicUsize::new(0);
    let server = Server::serve(move |connection| {
        let number = count.fetch_add(1, Ordering::Relaxed);
        connection.accept_tls(&configs[number % configs.len()])?;
        connection.read_head()?;
        let fields = [("Content-Length", "1000000"), ("Connection", "close")];
        connection.send(head("200 OK", &fields))?;
        connection.send(letters(1_000_000))
    });
    server.https()
}

fn large() -> Server {
    Server::respond(|_| ok(letters(100_000)))
}

/// Answers with the character if the head has it as UTF-8: in the target, the agent and the header.
fn faces() -> Server {
    Server::respond(|request| {
        let head = request.head_text();
        let is_right = request.target() == "/%F0%9F%98%80"
            && head.contains("agent \u{1f600}\r\n")
            && head.contains("X-Face: \u{1f600}!\r\n");
        match is_right {
            true => reply("200 OK \u{1f600}", &[], ""),
            false => reply("500 Wrong", &[], ""),
        }
    })
}
