//! Answers, whole and in pieces: read alike, and nothing grows beyond what came.

// The tests of the protocol ask more of it.
#[allow(dead_code)]
#[path = "../../../src/http/tests/whole.rs"]
mod whole;

use whole::{read, Way};

const METHODS: [&[u8]; 3] = [b"GET", b"HEAD", b"CONNECT"];

/// The first byte chooses the method, the rest is the answer.
pub fn run(data: &[u8]) {
    let Some((first, wire)) = data.split_first() else {
        return;
    };
    let method = METHODS[usize::from(*first) % METHODS.len()];
    let whole = read(method, &[wire], Way::Copy(4096));
    assert!(whole.body.len() <= wire.len());
    assert!(whole.consumed.is_none_or(|it| it <= wire.len()));
    // A long one is cut in fewer places.
    for cut in (0..=wire.len()).step_by(1 + wire.len() / 512) {
        let (front, back) = wire.split_at(cut);
        let way = [Way::Copy(4096), Way::Copy(3), Way::Straight][cut % 3];
        assert_eq!(read(method, &[front, back], way), whole, "cut at {cut}");
    }
    let single: Vec<&[u8]> = wire.chunks(1).collect();
    for way in [Way::Copy(1), Way::Straight] {
        assert_eq!(read(method, &single, way), whole, "byte by byte");
    }
}
