//! Large bodies, checked by their content: every framing, every way to read,
//! small buffers and large ones, by both drivers.

mod support;

use std::sync::Arc;

use support::reply::{chunk, head, LAST_CHUNK};
use support::*;

const SIZE: usize = 8 << 20;

/// Bytes that look random and are the same for the same seed (xorshift64).
fn random(seed: u64, size: usize) -> Vec<u8> {
    let mut state = seed | 1;
    let mut bytes = Vec::with_capacity(size + 8);
    while bytes.len() < size {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        bytes.extend(state.to_le_bytes());
    }
    bytes.truncate(size);
    bytes
}

/// A body of random bytes; a test that fails prints its seed.
struct Body {
    seed: u64,
    bytes: Vec<u8>,
}

impl Body {
    fn new() -> Self {
        let since = std::time::UNIX_EPOCH.elapsed().expect("a clock");
        let seed = since.as_nanos() as u64;
        let bytes = random(seed, SIZE);
        Self { seed, bytes }
    }

    #[track_caller]
    fn assert_is(&self, came: &[u8], how: &str) {
        if came == self.bytes {
            return;
        }
        assert_eq!(came.len(), SIZE, "{how}, seed {}", self.seed);
        let differs = came.iter().zip(&self.bytes).position(|(a, b)| a != b);
        assert_eq!(differs, None, "{how}, seed {}", self.seed);
    }
}

#[derive(Clone, Copy, Debug)]
enum Framing {
    Length,
    Chunked,
    Close,
}

/// The whole answer. Chunks are of all sizes, and a write has many small ones.
fn answer(framing: Framing, body: &[u8]) -> Vec<u8> {
    let length = body.len().to_string();
    match framing {
        Framing::Length => [&head("200 OK", &[("Content-Length", &length)])[..], body].concat(),
        Framing::Close => [&head("200 OK", &[])[..], body].concat(),
        Framing::Chunked => {
            let mut answer = head("200 OK", &[("Transfer-Encoding", "chunked")]);
            let mut rest = body;
            for size in [1, 100, 7, 100_001, 16_384, 2, 65_537, 1_000_003]
                .iter()
                .cycle()
            {
                let (piece, left) = rest.split_at(rest.len().min(*size));
                if piece.is_empty() {
                    break;
                }
                answer.extend_from_slice(&chunk(piece));
                rest = left;
            }
            answer.extend_from_slice(LAST_CHUNK);
            answer
        }
    }
}

fn server(framing: Framing, answer: &Arc<Vec<u8>>) -> Server {
    let answer = answer.clone();
    Server::serve(move |connection| {
        connection.read_request()?;
        connection.send(&*answer)?;
        if let Framing::Close = framing {
            connection.close();
        }
        connection.hold()
    })
}

/// The ways to read a body of `SIZE` bytes with buffers of one size.
fn read_file(story: &Story, request: &Handle, size: usize) -> Vec<u8> {
    let mut all = Vec::with_capacity(SIZE);
    loop {
        let piece = story.read(request, size).expect("no failure");
        all.extend_from_slice(&piece);
        match piece.len() {
            0 => return all,
            short => assert!(short == size || all.len() == SIZE, "a short read"),
        }
    }
}

fn read_ex(story: &Story, request: &Handle, size: usize, flags: u32) -> Vec<u8> {
    let mut all = Vec::with_capacity(SIZE);
    loop {
        match start_read_ex(request, size, flags, 0).expect("no failure") {
            Read::Done(piece) if piece.is_empty() => return all,
            Read::Done(piece) => all.extend_from_slice(&piece),
            Read::Pending(read) if flags & wininet::abi::IRF_NO_WAIT != 0 => {
                assert_eq!(story.client.recorder.wait_complete(), (1, 0));
                assert_eq!(read.count() as usize, size, "not written to");
                drop(read.take());
            }
            Read::Pending(read) => {
                all.extend(read.finish(story.client.recorder).expect("no failure"));
            }
        }
    }
}

fn ask_and_read(story: &Story, request: &Handle, size: usize) -> Vec<u8> {
    let mut all = Vec::with_capacity(SIZE);
    loop {
        match story.available(request).expect("no failure") as usize {
            0 => return all,
            promised => {
                let wanted = promised.min(size);
                let piece = start_read(request, wanted).expect("at once").done();
                assert_eq!(piece.len(), wanted, "less than was promised");
                all.extend_from_slice(&piece);
            }
        }
    }
}

/// Every framing with buffers from small to larger than the body.
fn every_way(read: impl Fn(&Story, &Handle, usize) -> Vec<u8>) {
    let body = Body::new();
    for framing in [Framing::Length, Framing::Chunked, Framing::Close] {
        let answer = Arc::new(answer(framing, &body.bytes));
        for asynchronous in BOTH {
            for size in [997, 40_000, 16 << 20] {
                let story = Story::new(server(framing, &answer), asynchronous);
                let request = story.get("/large");
                story.send(&request).expect("sent");
                let came = read(&story, &request, size);
                let how = format!("{framing:?}, asynchronous: {asynchronous}, buffers of {size}");
                body.assert_is(&came, &how);
                story.client.recorder.assert_sound();
            }
        }
    }
}

#[test]
fn read_file_gives_the_whole_body() {
    every_way(read_file);
}

#[test]
fn read_file_ex_gives_the_whole_body() {
    every_way(|story, request, size| read_ex(story, request, size, 0));
}

#[test]
fn read_file_ex_without_waiting_gives_the_whole_body() {
    every_way(|story, request, size| read_ex(story, request, size, wininet::abi::IRF_NO_WAIT));
}

#[test]
fn asking_and_reading_gives_the_whole_body() {
    every_way(ask_and_read);
}
