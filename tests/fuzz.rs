//! The corpora of the fuzzer, and inputs made from them at random, given to its targets (fuzz/README.md).
//! WININET_TEST_SEED repeats a run, WININET_FUZZ_ROUNDS=n makes it longer.

#![allow(unsafe_code)]

#[allow(missing_docs)]
#[path = "../fuzz/src/targets/mod.rs"]
mod targets;

mod support;

use std::path::{Path, PathBuf};

use support::random::{seed, Random};
// The targets look for it here.
use wininet::{http, wql};

/// The files of a corpus, in an order that stays.
fn corpus(name: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let place = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fuzz/corpus")
        .join(name);
    let entries = std::fs::read_dir(&place).expect("a corpus");
    let mut files: Vec<PathBuf> = entries.map(|it| it.expect("an entry").path()).collect();
    files.sort();
    assert!(files.len() > 5, "only {} files", files.len());
    let read = |path: PathBuf| (path.clone(), std::fs::read(path).expect("an input"));
    files.into_iter().map(read).collect()
}

fn rounds() -> usize {
    let given = std::env::var("WININET_FUZZ_ROUNDS").ok();
    given.and_then(|it| it.parse().ok()).unwrap_or(300)
}

/// A part of one input in the place of a part of another, and a byte that is changed.
fn cross(random: &mut Random, all: &[(PathBuf, Vec<u8>)]) -> Vec<u8> {
    let mut made = all[random.below(all.len())].1.clone();
    let other = &all[random.below(all.len())].1;
    let (at, from) = (random.below(made.len() + 1), random.below(other.len() + 1));
    let to = (from + random.below(32)).min(other.len());
    let end = (at + random.below(8)).min(made.len());
    made.splice(at..end, other[from..to].iter().copied());
    if let Some(byte) = made.get_mut(at) {
        *byte ^= 1 << random.below(8);
    }
    made
}

fn replay(name: &str, run: fn(&[u8])) {
    let all = corpus(name);
    for (path, data) in &all {
        println!("{}", path.display());
        run(data);
    }
    let mut random = Random::new(seed());
    for _ in 0..rounds() {
        let made = cross(&mut random, &all);
        println!("{}", made.escape_ascii());
        run(&made);
    }
}

#[test]
fn answers() {
    replay("answers", targets::answers::run);
}

#[test]
fn urls() {
    replay("urls", targets::urls::run);
}

#[test]
fn requests() {
    replay("requests", targets::requests::run);
}

#[test]
fn cookies() {
    replay("cookies", targets::cookies::run);
}

#[test]
fn challenges() {
    replay("challenges", targets::challenges::run);
}

#[test]
fn proxies() {
    replay("proxies", targets::proxies::run);
}

#[test]
fn query() {
    replay("query", targets::query::run);
}

#[test]
fn wql() {
    replay("wql", targets::wql::run);
}
