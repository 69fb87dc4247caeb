//! What finding a handle costs while 10, 1,000 and 100,000 are open: it must not
//! grow. `cargo bench --bench lookup`; it fails if it does.
//!
//! Only ratios count: the machine may be slow or busy. Each round measures every
//! size, so that a change of the machine's pace meets all of them, and the median
//! of the rounds' ratios to the smallest size is what is judged.

#![allow(unsafe_code)]

use std::hint::black_box;
use std::process::ExitCode;
use std::ptr::null;
use std::time::Instant;

use wininet::abi::*;
use wininet::ffi::*;

const SIZES: [usize; 3] = [10, 1_000, 100_000];
const ROUNDS: usize = 25;
const LOOKUPS: usize = 20_000;
/// The same ten handles, however many others are open: nothing but noise.
const MOST_OF_TEN: f64 = 1.5;
/// Any of those that are open: 100,000 do not fit the caches that ten fit. A
/// search would cost a hundred times this.
const MOST_OF_ALL: f64 = 12.0;

/// Nanoseconds for one look-up of each round, for each size.
type Times = [[f64; ROUNDS]; SIZES.len()];

fn main() -> ExitCode {
    let mut ten: Times = [[0.0; ROUNDS]; SIZES.len()];
    let mut all = ten;
    for round in 0..ROUNDS {
        let session = open_session();
        let mut handles = vec![session];
        for (index, size) in SIZES.into_iter().enumerate() {
            handles.resize_with(size, || open_connection(session));
            ten[index][round] = look_up(&handles[..SIZES[0]]);
            all[index][round] = look_up(&handles);
        }
        // SAFETY: any value is allowed; this closes all of them.
        assert_eq!(unsafe { InternetCloseHandle(session) }, TRUE);
    }
    report(&ten, &all)
}

fn report(ten: &Times, all: &Times) -> ExitCode {
    println!("     open   the same ten           any");
    let mut holds = true;
    for (index, size) in SIZES.into_iter().enumerate() {
        let (of_ten, of_all) = (ratio(ten, index), ratio(all, index));
        let nanoseconds = median(all[index].to_vec());
        println!("{size:>9} {of_ten:>13.2}x {of_all:>12.2}x {nanoseconds:>8.0} ns");
        holds &= of_ten <= MOST_OF_TEN && of_all <= MOST_OF_ALL;
    }
    if holds {
        return ExitCode::SUCCESS;
    }
    eprintln!("a look-up costs more when more handles are open");
    ExitCode::FAILURE
}

fn open_session() -> HINTERNET {
    // SAFETY: NULL is allowed for each.
    unsafe { InternetOpenA(null(), INTERNET_OPEN_TYPE_DIRECT, null(), null(), 0) }
}

fn open_connection(session: HINTERNET) -> HINTERNET {
    let host = c"127.0.0.1".as_ptr();
    let http = INTERNET_SERVICE_HTTP;
    // SAFETY: a C string, or NULL where that is allowed.
    unsafe { InternetConnectA(session, host, 80, null(), null(), http, 0, 0) }
}

/// Every function begins with a look-up, and this option has little besides. Far
/// from one handle to the next, as programs have it.
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
fn ratio(times: &Times, index: usize) -> f64 {
    let pairs = times[index].iter().zip(&times[0]);
    median(pairs.map(|(time, base)| time / base).collect())
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
