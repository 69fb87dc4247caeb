//! Against servers that others wrote: nginx, and Python's http.server. What they
//! do is nothing that we thought of.
//!
//! A binary of its own: the authority that the library trusts is read once, and
//! connections are counted.
#![allow(unsafe_code)]

mod support;

#[path = "real_servers/answers.rs"]
mod answers;
#[path = "real_servers/connections.rs"]
mod connections;
#[path = "real_servers/tls.rs"]
mod tls;
#[path = "real_servers/uploads.rs"]
mod uploads;

use support::*;
use wininet::abi::HTTP_QUERY_STATUS_CODE;

/// Sends, and reads the whole body: the status and the body.
#[track_caller]
fn fetch(client: &Client, request: &Handle) -> (u32, Vec<u8>) {
    client.send(request).expect("an answer");
    answer(client, request)
}

/// The status and the body of what has been sent.
#[track_caller]
fn answer(client: &Client, request: &Handle) -> (u32, Vec<u8>) {
    let status = query_number(request, HTTP_QUERY_STATUS_CODE).expect("a status");
    let mut body = Vec::new();
    loop {
        let read = start_read(request, 100_000).expect("a body");
        match read.finish(client.recorder).expect("a body") {
            piece if piece.is_empty() => return (status, body),
            piece => body.extend(piece),
        }
    }
}

#[track_caller]
fn get(client: &Client, path: &str) -> (u32, Vec<u8>) {
    fetch(client, &client.get(path))
}

/// Bytes that repeat themselves nowhere near.
fn content(size: usize) -> Vec<u8> {
    let mut random = random::Random::new(size as u64);
    let mut bytes = Vec::with_capacity(size + 8);
    while bytes.len() < size {
        bytes.extend(random.number().to_le_bytes());
    }
    bytes.truncate(size);
    bytes
}
