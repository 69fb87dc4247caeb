//! Each timeout strikes at its time: never before, and at most 50 ms late. The machine may be busy, so
//! one try of several has to be in time; all have to be late enough.
#![allow(unsafe_code)]

mod support;

use std::ptr::null_mut;
use std::time::{Duration, Instant};

use support::ports::SilentPort;
use support::proxy::client_through;
use support::reply::head;
use support::*;
use wininet::abi::*;
use wininet::ffi::*;

/// Milliseconds that the phase may take.
const TIMEOUT: u32 = 200;
const LATENESS: Duration = Duration::from_millis(50);
const TRIES: usize = 40;
const SECURE: u32 = INTERNET_FLAG_SECURE | INTERNET_FLAG_IGNORE_CERT_CN_INVALID;

/// Whether a failure by timeout took no less than TIMEOUT, and no more than it may be late.
#[track_caller]
fn is_in_time(call: impl FnOnce() -> Result<()>) -> bool {
    let begun = Instant::now();
    let result = call();
    let took = begun.elapsed();
    assert_eq!(result, Err(ERROR_INTERNET_TIMEOUT));
    let timeout = Duration::from_millis(TIMEOUT.into());
    assert!(took >= timeout, "{took:?}");
    took < timeout + LATENESS
}

/// In both drivers one try of `is_in_time` is.
#[track_caller]
fn both(phase: &str, is_in_time: impl Fn(bool) -> bool) {
    for asynchronous in BOTH {
        let came = (0..TRIES).any(|_| is_in_time(asynchronous));
        assert!(came, "{phase}, asynchronously: {asynchronous}");
    }
}

/// Reads the head of a request, answers it with `answer`, and does no more.
fn silent_behind(answer: Vec<u8>, secure: bool) -> Server {
    certs::authority_file();
    let config = secure.then(certs::good);
    Server::serve(move |connection| {
        // What fills the sockets takes time too.
        connection.take_little()?;
        if let Some(config) = &config {
            connection.accept_tls(config)?;
        }
        connection.read_head()?;
        connection.send(&answer)?;
        connection.pause(&Latch::new());
        Ok(())
    })
}

fn no_more_than(option: u32, request: &Handle) {
    set_option_u32(request, option, TIMEOUT).expect("set");
}

fn large() -> &'static [u8] {
    static LARGE: std::sync::OnceLock<Vec<u8>> = std::sync::OnceLock::new();
    LARGE.get_or_init(|| vec![b'x'; 20_000_000])
}

/// Nobody takes the connection; nobody speaks TLS on it; a proxy makes no tunnel.
#[test]
fn connecting() {
    let silent = SilentPort::new();
    let mute = Server::serve(|connection| {
        connection.pause(&Latch::new());
        Ok(())
    });
    let proxy = format!("127.0.0.1:{}", mute.port());
    both("connect", |asynchronous| {
        let to_silent = Client::to_port(asynchronous, silent.port());
        let to_mute = Client::to_port(asynchronous, mute.port());
        let to_proxy = client_through(asynchronous, &proxy, ("localhost", 443));
        [(to_silent, 0), (to_mute, SECURE), (to_proxy, SECURE)]
            .into_iter()
            .all(|(client, flags)| {
                let request = client.request("GET", "/", flags);
                no_more_than(INTERNET_OPTION_CONNECT_TIMEOUT, &request);
                is_in_time(|| client.send(&request))
            })
    });
}

/// A server takes a part of the request, and then no more.
#[test]
fn sending() {
    for flags in [0, SECURE] {
        both("send", |asynchronous| {
            let server = silent_behind(Vec::new(), flags != 0);
            let client = Client::new(asynchronous, &server);
            let request = client.request("POST", "/", flags);
            no_more_than(INTERNET_OPTION_SEND_TIMEOUT, &request);
            is_in_time(|| finish(send_with(&request, "", large()), client.recorder))
        });
    }
}

/// The same of a piece of the body.
#[test]
fn sending_a_piece() {
    for flags in [0, SECURE] {
        both("data send", |asynchronous| {
            let server = silent_behind(Vec::new(), flags != 0);
            let client = Client::new(asynchronous, &server);
            let request = client.request("POST", "/", flags);
            no_more_than(INTERNET_OPTION_DATA_SEND_TIMEOUT, &request);
            // SAFETY: nothing is passed.
            let begun = unsafe { HttpSendRequestExA(request.raw(), null_mut(), null_mut(), 0, 0) };
            finish(check(begun), client.recorder).expect("the head");
            is_in_time(|| {
                let (data, mut count) = (large().as_ptr().cast(), 0);
                let size = large().len() as u32;
                // SAFETY: both outlive the call.
                check(unsafe { InternetWriteFile(request.raw(), data, size, &mut count) })
            })
        });
    }
}

/// A server that does not answer.
#[test]
fn awaiting_the_answer() {
    for flags in [0, SECURE] {
        both("receive", |asynchronous| {
            let server = silent_behind(Vec::new(), flags != 0);
            let client = Client::new(asynchronous, &server);
            let request = client.request("GET", "/", flags);
            no_more_than(INTERNET_OPTION_RECEIVE_TIMEOUT, &request);
            is_in_time(|| client.send(&request))
        });
    }
}

/// A body that stops, by the timeout of answers and by its own.
#[test]
fn awaiting_the_body() {
    let options = [
        INTERNET_OPTION_RECEIVE_TIMEOUT,
        INTERNET_OPTION_DATA_RECEIVE_TIMEOUT,
    ];
    for (flags, option) in [0, SECURE].into_iter().zip(options) {
        both("data receive", |asynchronous| {
            let server = silent_behind(head("200 OK", &[("Content-Length", "4")]), flags != 0);
            let client = Client::new(asynchronous, &server);
            let request = client.request("GET", "/", flags);
            no_more_than(option, &request);
            client.send(&request).expect("a head");
            is_in_time(|| {
                let read = start_read(&request, 4)?;
                read.finish(client.recorder).map(drop)
            })
        });
    }
}
