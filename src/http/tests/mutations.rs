//! Random damage, from a seed that is printed when a test fails:
//! `HTTP_TEST_SEED=n` repeats a run, `HTTP_TEST_ROUNDS=n` makes it longer.

use super::*;
use crate::http::response::{parse_at_front, parse_lines, Front};

/// xorshift64*
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }

    fn below(&mut self, n: usize) -> usize {
        ((self.next() >> 33) as usize) % n.max(1)
    }
}

fn number(name: &str, otherwise: u64) -> u64 {
    let given = std::env::var(name).ok();
    given.and_then(|n| n.parse().ok()).unwrap_or(otherwise)
}

/// What the reader's decisions hang on.
const PARTS: &[&[u8]] = &[
    b"\r\n",
    b"\n",
    b"\r",
    b"\0",
    b" ",
    b"\t",
    b":",
    b";",
    b",",
    b"0",
    b"f",
    b"ffffffffffffffff",
    b"0\r\n\r\n",
    b"\r\n\r\n",
    b"HTTP/1.1 200 OK\r\n",
    b"HTTP/1.1 100 x\r\n\r\n",
    b"Content-Length: 3\r\n",
    b"Transfer-Encoding: chunked\r\n",
    b"Connection: close\r\n",
    b"Connection: keep-alive\r\n",
    b"Set-Cookie: a=b\r\n",
    b"\xff",
];

fn mutate(random: &mut Random, wire: &mut Vec<u8>) {
    for _ in 0..1 + random.below(6) {
        let at = random.below(wire.len() + 1);
        let end = (at + random.below(8)).min(wire.len());
        match random.below(5) {
            0 if at < wire.len() => wire[at] = random.next() as u8,
            1 => drop(wire.drain(at..end)),
            2 => wire.truncate(at),
            3 => {
                let copy = wire[at..end].to_vec();
                wire.splice(at..at, copy);
            }
            _ => {
                let part = PARTS[random.below(PARTS.len())];
                wire.splice(at..at, part.iter().copied());
            }
        }
    }
}

/// Cuts `wire` into pieces of random sizes.
fn pieces<'a>(random: &mut Random, mut wire: &'a [u8]) -> Vec<&'a [u8]> {
    let mut pieces = Vec::new();
    let largest = 1 + random.below(40);
    while !wire.is_empty() {
        let (piece, rest) = wire.split_at((1 + random.below(largest)).min(wire.len()));
        pieces.push(piece);
        wire = rest;
    }
    pieces
}

#[test]
fn damaged_answers_are_read_alike_in_every_way() {
    let seed = number("HTTP_TEST_SEED", 0x5eed_0001).max(1);
    let mut random = Random(seed);
    for round in 0..number("HTTP_TEST_ROUNDS", 20_000) {
        let (method, sample) = SAMPLES[random.below(SAMPLES.len())];
        let mut wire = sample.to_vec();
        mutate(&mut random, &mut wire);
        let whole = read(method, &[&wire], Way::Copy(4096));
        let size = 1 + random.below(9);
        let pieces = pieces(&mut random, &wire);
        for way in [Way::Copy(size), Way::Straight] {
            let outcome = read(method, &pieces, way);
            let text = wire.escape_ascii();
            assert_eq!(
                outcome, whole,
                "seed {seed}, round {round}, {way:?}: {text}"
            );
        }
    }
}

#[test]
fn both_head_readers_agree_where_the_quick_one_can() {
    let seed = number("HTTP_TEST_SEED", 0x5eed_0002).max(1);
    let mut random = Random(seed);
    let mut quick = 0;
    for round in 0..number("HTTP_TEST_ROUNDS", 20_000) {
        let (_, sample) = SAMPLES[random.below(SAMPLES.len())];
        let mut wire = sample.to_vec();
        mutate(&mut random, &mut wire);
        let Ok(Front::Head(head, len)) = parse_at_front(&wire) else {
            continue;
        };
        quick += 1;
        let text = wire.escape_ascii();
        let slow = parse_lines(&wire[..len]);
        assert_eq!(
            Ok(&*head),
            slow.as_ref(),
            "seed {seed}, round {round}: {text}"
        );
    }
    assert!(quick > 100);
}

#[test]
fn a_reader_that_goes_on_after_a_violation_does_not_panic() {
    let seed = number("HTTP_TEST_SEED", 0x5eed_0003).max(1);
    let mut random = Random(seed);
    for _ in 0..number("HTTP_TEST_ROUNDS", 20_000) {
        let (method, sample) = SAMPLES[random.below(SAMPLES.len())];
        let mut wire = sample.to_vec();
        mutate(&mut random, &mut wire);
        let mut exchange = Exchange::new(method);
        for piece in pieces(&mut random, &wire) {
            let _ = exchange.receive(piece);
            let _ = exchange.body_mut().decode(piece, &mut [0; 7]);
            if random.below(16) == 0 {
                let _ = exchange.end_of_stream_in_head();
                let _ = exchange.body_mut().end_of_stream();
            }
        }
    }
}
