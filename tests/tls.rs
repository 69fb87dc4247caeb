//! HTTPS: good and bad certificates and the flags that excuse them, servers that
//! break off, reuse, large bodies, timeouts; synchronously and asynchronously.

#![allow(unsafe_code)]

#[path = "tls/breaks.rs"]
mod breaks;
#[path = "tls/certificates.rs"]
mod certificates;
mod support;

use std::sync::Arc;

use rustls::ServerConfig;
use support::reply::{head, ok};
use support::*;
use wininet::abi::*;

const SECURE: u32 = INTERNET_FLAG_SECURE;

/// Trusts our authority: its file is there before the library looks for it.
fn trust() {
    certs::authority_file();
}

fn both(test: impl Fn(bool)) {
    trust();
    test(false);
    test(true);
}

fn serve(config: &Arc<ServerConfig>, body: &'static [u8]) -> Server {
    Server::respond_tls(config.clone(), move |_| ok(body))
}

/// One request to its end.
fn fetch(client: &Client, flags: u32) -> Result<Vec<u8>> {
    let request = client.request("GET", "/", SECURE | flags);
    client.send(&request)?;
    read_by(client, &request, 50_000)
}

fn read_by(client: &Client, request: &Handle, size: usize) -> Result<Vec<u8>> {
    let mut all = Vec::new();
    loop {
        let piece = start_read(request, size)?.finish(client.recorder)?;
        if piece.is_empty() {
            return Ok(all);
        }
        all.extend(piece);
    }
}

/// The handshake has no status of its own: it lies between CONNECTED and SENDING.
#[test]
fn a_good_certificate() {
    both(|is_async| {
        let server = serve(&certs::good(), b"secret");
        let client = Client::new(is_async, &server);
        let request = client.request("GET", "/path", SECURE);
        client.send(&request).expect("an answer");
        client.recorder.wait_idle();
        let told = [
            "CREATED",
            "CONNECTING",
            "CONNECTED",
            "SENDING",
            "SENT",
            "RECEIVING",
            "RECEIVED",
            "COMPLETE",
        ];
        client
            .recorder
            .assert_names(&told[..told.len() - usize::from(!is_async)]);
        assert_eq!(
            read_by(&client, &request, 100).as_deref(),
            Ok(&b"secret"[..])
        );
        let flags = option_u32(&request, INTERNET_OPTION_SECURITY_FLAGS);
        assert_eq!(
            flags.map(|it| it & SECURITY_FLAG_SECURE),
            Ok(SECURITY_FLAG_SECURE)
        );
        let url = option_text(&request, INTERNET_OPTION_URL);
        assert_eq!(url.as_deref(), Ok(server.url("/path").as_str()));
        let host = format!("127.0.0.1:{}", server.port());
        assert_eq!(server.recorded()[0].header("host"), Some(host));
    });
}

/// The certificate names localhost too, which the machine itself looks up.
#[test]
fn a_host_by_its_name() {
    both(|is_async| {
        let server = serve(&certs::good(), b"secret");
        let session = session(is_async);
        listen(&session);
        let recorder = Recorder::new();
        let connection = connect_to(&session, "LocalHost", server.port(), 0).expect("one");
        let context = recorder.context();
        let request = request(&connection, "GET", "/", SECURE, context).expect("one");
        finish(send(&request), recorder).expect("an answer");
        assert_eq!(status_code(&request), 200);
    });
}

/// Kept connections serve the next request, without another handshake.
#[test]
fn connections_are_used_again() {
    both(|is_async| {
        let server = serve(&certs::good(), b"secret");
        let client = Client::new(is_async, &server);
        for round in 0..3 {
            client.recorder.take_names();
            assert_eq!(fetch(&client, 0).as_deref(), Ok(&b"secret"[..]));
            client.recorder.wait_idle();
            let names = client.recorder.take_names();
            let connects = names.contains(&"CONNECTING".to_owned());
            assert_eq!(connects, round == 0, "{names:?}");
        }
        assert_eq!(server.connections(), 1);
    });
}

/// http and https to one port do not share connections.
#[test]
fn plain_connections_are_not_used_for_tls() {
    both(|is_async| {
        let config = certs::good();
        let plain = Script::answer(ok("plain"));
        let tls = Script::new().tls(&config).then_answer(ok("secret"));
        let server = Server::scripts([plain, tls]);
        let client = Client::new(is_async, &server);
        let request = client.get("/");
        client.send(&request).expect("an answer");
        assert_eq!(
            read_by(&client, &request, 100).as_deref(),
            Ok(&b"plain"[..])
        );
        assert_eq!(fetch(&client, 0).as_deref(), Ok(&b"secret"[..]));
        assert_eq!(server.connections(), 2);
    });
}

fn pattern(size: usize) -> Vec<u8> {
    (0..size).map(|at| (at * 7 + at / 251) as u8).collect()
}

/// Bodies of many records, down and up, by reads of several sizes.
#[test]
fn large_bodies() {
    both(|is_async| {
        let body = pattern(3_000_001);
        let answer = ok(&body);
        let server = Server::respond_tls(certs::good(), move |_| answer.clone());
        let client = Client::new(is_async, &server);
        for size in [1_000, 16_384, 100_000, 4_000_000] {
            let request = client.request("GET", "/", SECURE);
            client.send(&request).expect("a head");
            let came = read_by(&client, &request, size).expect("a body");
            assert!(came == body, "{} bytes by {size}", came.len());
        }
        assert_eq!(server.connections(), 1);
    });
}

#[test]
fn large_uploads() {
    both(|is_async| {
        let server = serve(&certs::good(), b"thanks");
        let client = Client::new(is_async, &server);
        let body: &'static [u8] = kept(pattern(5_000_003));
        let request = client.request("POST", "/", SECURE);
        let sent = send_with(&request, "", body);
        finish(sent, client.recorder).expect("an answer");
        assert!(server.recorded()[0].body == body);
        assert_eq!(
            read_by(&client, &request, 100).as_deref(),
            Ok(&b"thanks"[..])
        );
    });
}

/// Answers in every framing, each with the goodbye that TLS wants.
#[test]
fn every_framing() {
    both(|is_async| {
        let config = certs::good();
        let close_delimited = [head("200 OK", &[]), b"a body".to_vec()].concat();
        for answer in [
            ok("a body"),
            reply::chunked(&["a b", "ody"]),
            close_delimited,
        ] {
            let script = Script::new().tls(&config).then_answer(answer).close();
            let server = Server::script(script);
            let client = Client::new(is_async, &server);
            assert_eq!(fetch(&client, 0).as_deref(), Ok(&b"a body"[..]));
        }
    });
}
