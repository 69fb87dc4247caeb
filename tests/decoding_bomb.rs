//! Bodies that are a thousand times what they look like are read in the memory
//! of a small one. One test in a process of its own, since it measures that.

mod support;

use std::io::{copy, repeat, Read as _};

use flate2::write::GzEncoder;
use flate2::Compression;
use support::reply::reply;
use support::*;
use wininet::abi::INTERNET_OPTION_HTTP_DECODING;

const SIZE: u64 = 1 << 30;
/// What the test itself, its server and the largest of the windows need.
const BOUND: u64 = 32 << 20;

fn gzip_bomb() -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    copy(&mut repeat(0).take(SIZE), &mut encoder).expect("room");
    encoder.finish().expect("room")
}

/// Blocks that repeat one byte 131072 times, in a window of 8 MiB.
fn zstd_bomb() -> Vec<u8> {
    let mut bytes = [&0xFD2F_B528_u32.to_le_bytes()[..], &[0, 13 << 3]].concat();
    let blocks = SIZE >> 17;
    for index in 1..=blocks {
        let header = 1 << 20 | 1 << 1 | u32::from(index == blocks);
        bytes.extend_from_slice(&header.to_le_bytes()[..3]);
        bytes.push(0);
    }
    bytes
}

/// The most memory that this process had at once.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").expect("Linux");
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kib = line.and_then(|line| line.trim().strip_suffix(" kB"));
    kib.expect("a line").parse::<u64>().expect("a number") << 10
}

#[test]
fn a_bomb_is_read_in_bounded_memory() {
    for (coding, bomb) in [("gzip", gzip_bomb()), ("zstd", zstd_bomb())] {
        let bytes = reply("200 OK", &[("Content-Encoding", coding)], bomb);
        for asynchronous in BOTH {
            let before = peak();
            let bytes = bytes.clone();
            let story = Story::new(Server::respond(move |_| bytes.clone()), asynchronous);
            set_option_u32(&story.client.connection, INTERNET_OPTION_HTTP_DECODING, 1)
                .expect("set");
            let request = story.get("/");
            story.send(&request).expect("sent");
            let mut total = 0;
            let zeros = vec![0; 1 << 20];
            loop {
                let piece = story.read(&request, zeros.len()).expect("zeros");
                assert!(piece == zeros[..piece.len()]);
                total += piece.len() as u64;
                if piece.is_empty() {
                    break;
                }
            }
            assert_eq!(total, SIZE, "{coding}");
            let more = peak() - before;
            assert!(more < BOUND, "{coding}: {} MiB", more >> 20);
        }
    }
}
