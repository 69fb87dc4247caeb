//! Connections that break at each phase and at each byte: a reset, a half-close, an alert, an end without
//! goodbye. Each ends in a documented error, and never does a part pass for the whole where that can be told.

#![allow(unsafe_code)]

mod support;

use std::io;

use support::connection::Connection;
use support::reply::{chunk, chunked, head, ok, reply, LAST_CHUNK};
use support::*;
use wininet::abi::*;

const FAULTS: [u32; 3] = [
    ERROR_HTTP_INVALID_SERVER_RESPONSE,
    ERROR_INTERNET_CONNECTION_ABORTED,
    ERROR_INTERNET_CONNECTION_RESET,
];

const SECURE: u32 = INTERNET_FLAG_SECURE;

fn exchange(client: &Client, verb: &str, flags: u32, body: &'static [u8]) -> Result<Vec<u8>> {
    let request = client.request(verb, "/", flags);
    let sent = send_with(&request, "", body);
    let read = finish(sent, client.recorder).and_then(|()| {
        let mut all = Vec::new();
        loop {
            match start_read(&request, 7)?.finish(client.recorder)? {
                piece if piece.is_empty() => return Ok(all),
                piece => all.extend(piece),
            }
        }
    });
    drop(request);
    client.recorder.wait_closing();
    client.recorder.assert_sound();
    read
}

/// A body until the close has no other end than that: what came is all there is. A reset is no end.
#[test]
fn a_close_delimited_body_cut_anywhere() {
    let head = head("200 OK", &[("Connection", "close")]);
    let answer = [&head[..], b"0123456789"].concat();
    for asynchronous in BOTH {
        for by_reset in [false, true] {
            for at in 0..=answer.len() {
                let part = answer[..at].to_vec();
                let server = Server::serve(move |connection| {
                    connection.read_request()?;
                    connection.send(&part)?;
                    match by_reset {
                        true => connection.reset(),
                        false => Ok(()),
                    }
                });
                let came = exchange(&Client::new(asynchronous, &server), "GET", 0, b"");
                let told = format!("cut at {at}, RST {by_reset}: {came:?}");
                match at.checked_sub(head.len()) {
                    Some(body) if !by_reset => {
                        assert_eq!(came, Ok(answer[head.len()..][..body].into()), "{told}")
                    }
                    _ => assert!(came.is_err_and(|it| FAULTS.contains(&it)), "{told}"),
                }
            }
        }
    }
}

/// The same bytes under TLS, cut at each byte of the records and without close_notify.
#[test]
fn records_cut_anywhere() {
    let config = certs::good();
    let answers = [ok("0123456789"), chunked(&["abc", "defg"])];
    let whole: [&[u8]; 2] = [b"0123456789", b"abcdefg"];
    for asynchronous in BOTH {
        for (answer, whole) in answers.iter().zip(whole) {
            // A record of TLS 1.3 has 22 bytes beside what is in it.
            let length = answer.len() + 22;
            for at in 0..=length {
                let (config, answer) = (config.clone(), answer.clone());
                let server = Server::serve(move |connection| {
                    connection.accept_tls(&config)?;
                    connection.read_request()?;
                    let sealed = connection.seal(&answer)?;
                    connection.send_raw(&sealed[..at.min(sealed.len())])?;
                    connection.truncate();
                    Ok(())
                });
                let came = exchange(&Client::new(asynchronous, &server), "GET", SECURE, b"");
                match at == length {
                    true => assert_eq!(came.as_deref(), Ok(whole)),
                    false => assert!(
                        came.as_ref().is_err_and(|it| FAULTS.contains(it)),
                        "{at}: {came:?}"
                    ),
                }
            }
        }
    }
}

/// Every alert in place of the server's first words, fatal or a warning, known or not.
#[test]
fn alerts_instead_of_a_handshake() {
    certs::authority_file(); // for the other tests, before the first handshake
    for asynchronous in BOTH {
        for level in [1, 2] {
            for description in [
                0, 10, 20, 40, 42, 45, 46, 48, 70, 71, 80, 86, 90, 112, 120, 255,
            ] {
                let server = Server::serve(move |connection| {
                    connection.read_exactly(5)?;
                    connection.send([21, 3, 3, 0, 2, level, description])?;
                    connection.half_close()?;
                    while connection.read_exactly(1).is_ok() {}
                    Ok(())
                });
                let came = exchange(&Client::new(asynchronous, &server), "GET", SECURE, b"");
                let error = ERROR_INTERNET_SECURITY_CHANNEL_ERROR;
                assert_eq!(came, Err(error), "level {level}, {description}");
            }
        }
    }
}

/// Where a server breaks off.
type Break = fn(&mut Connection) -> io::Result<()>;

const ANNOUNCED: (&str, &str) = ("Content-Length", "10");

/// At once, in the request's body, behind it, in the head of the answer, behind that, and in the body.
const PHASES: [(&str, Break); 7] = [
    ("at once", |_| Ok(())),
    ("behind the head", |it| it.read_head().map(drop)),
    ("in the request", |it| {
        it.read_head()?;
        it.read_exactly(1000).map(drop)
    }),
    ("behind the request", |it| it.read_request().map(drop)),
    ("in the head", |it| {
        it.read_request()?;
        it.send("HTTP/1.1 200 OK\r\nContent-Le")
    }),
    ("behind an interim answer", |it| {
        it.read_request()?;
        it.send(head("100 Continue", &[]))
    }),
    ("in the body", |it| {
        it.read_request()?;
        it.send(head("200 OK", &[ANNOUNCED]))?;
        it.send("01234")
    }),
];

static BODY: [u8; 100_000] = [b'b'; 100_000];

/// A reset, an end and a half-close at each phase, plain and under TLS.
#[test]
fn breaks_at_each_phase() {
    let config = certs::good();
    for asynchronous in BOTH {
        for flags in [0, SECURE] {
            for (name, phase) in PHASES {
                for how in ["reset", "close", "half-close"] {
                    let config = config.clone();
                    let server = Server::serve(move |connection| {
                        if flags == SECURE {
                            connection.accept_tls(&config)?;
                        }
                        phase(connection)?;
                        match how {
                            "reset" => connection.reset(),
                            "close" => Ok(()),
                            _ => {
                                connection.half_close()?;
                                while connection.read_exactly(1).is_ok() {}
                                Ok(())
                            }
                        }
                    });
                    let client = Client::new(asynchronous, &server);
                    let came = exchange(&client, "POST", flags, &BODY);
                    let told = format!("{how} {name}, flags {flags:#x}: {came:?}");
                    // So early it may be the connect that fails.
                    let is_known = |it| {
                        FAULTS.contains(&it)
                            || name == "at once" && it == ERROR_INTERNET_CANNOT_CONNECT
                    };
                    assert!(came.is_err_and(is_known), "{told}");
                }
            }
        }
    }
}

/// A server that ends its direction with the answer has said all of it.
#[test]
fn a_half_close_behind_the_answer_is_no_fault() {
    let chunks = [&chunk("fine")[..], LAST_CHUNK].concat();
    let answers = [
        ok("fine"),
        reply("200 OK", &[("Connection", "close")], "fine"),
        [head("200 OK", &[("Transfer-Encoding", "chunked")]), chunks].concat(),
        [&head("200 OK", &[])[..], b"fine"].concat(),
    ];
    for asynchronous in BOTH {
        for answer in &answers {
            let answer = answer.clone();
            let server = Server::serve(move |connection| {
                connection.read_request()?;
                connection.send(&answer)?;
                connection.half_close()?;
                while connection.read_exactly(1).is_ok() {}
                Ok(())
            });
            let client = Client::new(asynchronous, &server);
            for _ in 0..2 {
                assert_eq!(exchange(&client, "GET", 0, b""), Ok(b"fine".to_vec()));
            }
            assert_eq!(server.connections(), 2, "none of them is used again");
        }
    }
}
