//! What finding a handle costs while 10, 1,000 and 100,000 are open: it must not
//! grow. `cargo bench --bench lookup`.
//!
//! Only ratios count: the machine may be slow or busy. Rounds alternate between
//! the sizes, so that a change of the machine's pace meets all of them, and the
//! median of the rounds' ratios is what is judged.

#![allow(unsafe_code)]

use std::hint::black_box;
use std::process::ExitCode;
use std::ptr::null;
use std::time::Instant;

use wininet::abi::*;
use wininet::ffi::*;

const SIZES: [usize; 3] = [10, 1_000, 100_000];
const ROUNDS: usize = 31;
const LOOKUPS: usize = 20_000;
/// More than this and a look-up depends on how many there are. A table of 100,000
/// does not fit the caches that ten handles fit, which alone costs a factor.
const MOST: f64 = 8.0;
/// A tenth as much again for each tenfold would be a search; the same handles
/// asked for again and again lie in the cache, however many others are open.
const MOST_CACHED: f64 = 1.5;

fn main() -> ExitCode {
    let tables = SIZES.map(open);
    let mut all = [[0.0; ROUNDS]; SIZES.len()];
    let mut cached = [[0.0; ROUNDS]; SIZES.len()];
    for round in 0..ROUNDS {
        for (index, table) in tables.iter().enumerate() {
            all[index][round] = look_up(table);
            cached[index][round] = look_up(&table[table.len() - SIZES[0]..]);
        }
    }
    println!("{:>9} {:>16} {:>16}", "open", "any of them", "ten of them");
    let mut holds = true;
    for (index, size) in SIZES.into_iter().enumerate() {
        let (any, ten) = (ratio(&all, index), ratio(&cached, index));
        let nanoseconds = median(all[index].to_vec());
        println!("{size:>9} {any:>15.2}x {ten:>15.2}x   ({nanoseconds:.0} ns)");
        holds &= any <= MOST && ten <= MOST_CACHED;
    }
    match holds {
        true => ExitCode::SUCCESS,
        false => {
            eprintln!("a look-up costs more when more handles are open");
            ExitCode::FAILURE
        }
    }
}

/// Handles of every kind, `count` in all. They all live in one table, so each
/// measurement runs with the others open too: `SIZES` are how many are asked for.
fn open(count: usize) -> Vec<HINTERNET> {
    let host = c"127.0.0.1".as_ptr();
    let http = INTERNET_SERVICE_HTTP;
    // SAFETY: C strings, or NULL where that is allowed.
    unsafe {
        let session = InternetOpenA(null(), INTERNET_OPEN_TYPE_DIRECT, null(), null(), 0);
        let connect = |_| InternetConnectA(session, host, 80, null(), null(), http, 0, 0);
        (0..count).map(connect).collect()
    }
}

/// Nanoseconds for one look-up: each function begins with one, and this option
/// has little besides. In a shuffled order, as programs have it.
fn look_up(handles: &[HINTERNET]) -> f64 {
    let mut at = 0;
    let start = Instant::now();
    for _ in 0..LOOKUPS {
        at = (at + 7919) % handles.len();
        let (mut value, mut size) = (0_usize, size_of::<usize>() as u32);
        let option = INTERNET_OPTION_CONTEXT_VALUE;
        // SAFETY: `size` writable bytes.
        let found = unsafe {
            InternetQueryOptionA(handles[at], option, (&raw mut value).cast(), &mut size)
        };
        assert_eq!(black_box(found), TRUE);
    }
    start.elapsed().as_nanos() as f64 / LOOKUPS as f64
}

/// The median of the rounds' ratios to the smallest size.
fn ratio(times: &[[f64; ROUNDS]; SIZES.len()], index: usize) -> f64 {
    let pairs = times[index].iter().zip(&times[0]);
    median(pairs.map(|(time, base)| time / base).collect())
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
