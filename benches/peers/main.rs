//! What a request costs here and elsewhere: ours, libcurl, hyper, and a client that does the least possible do the
//! same work against the same nginx, in turn, in one run. Only the ratios of a round count, for the machine may be
//! slow or busy; the medians over the rounds go into docs/performance.md, with a picture.
//!
//! `cargo bench --bench peers`, or `... -- CASE` for the cases whose name contains that; then nothing is written.

mod contenders;
mod nginx;
mod report;

use contenders::{Contender, Contenders};
use nginx::Nginx;
use report::Row;

const ROUNDS: usize = 5;

/// A case, and the most that it may cost as a multiple of the floor (of libcurl's, with TLS).
struct Case {
    name: &'static str,
    kind: &'static str,
    scheme: &'static str,
    path: &'static str,
    in_flight: usize,
    total: usize,
    target: f64,
    contenders: &'static [Contender],
}

use Contender::{Curl, Floor, Hyper, Ours};
const ALL: &[Contender] = &[Floor, Ours, Hyper, Curl];
const TWO: &[Contender] = &[Floor, Ours];
const WITH_TLS: &[Contender] = &[Ours, Curl];

#[rustfmt::skip]
const CASES: &[Case] = &[
    Case { name: "1 KiB, one after the other", kind: "get", scheme: "http", path: "/1k", in_flight: 1, total: 8_000, target: 1.15, contenders: ALL },
    Case { name: "the same, synchronous handle", kind: "sync", scheme: "http", path: "/1k", in_flight: 1, total: 8_000, target: 0.9, contenders: TWO },
    Case { name: "the same, over a floor that blocks", kind: "block", scheme: "http", path: "/1k", in_flight: 1, total: 8_000, target: 1.17, contenders: TWO },
    Case { name: "the same, another thread submits", kind: "submit", scheme: "http", path: "/1k", in_flight: 1, total: 8_000, target: 1.15, contenders: TWO },
    Case { name: "100 in flight", kind: "get", scheme: "http", path: "/1k", in_flight: 100, total: 10_000, target: 1.25, contenders: ALL },
    Case { name: "1,000 in flight", kind: "get", scheme: "http", path: "/1k", in_flight: 1_000, total: 20_000, target: 1.4, contenders: ALL },
    Case { name: "9,000 in flight", kind: "get", scheme: "http", path: "/1k", in_flight: 9_000, total: 30_000, target: 1.7, contenders: ALL },
    Case { name: "64 MiB body", kind: "get", scheme: "http", path: "/64m", in_flight: 1, total: 8, target: 0.97, contenders: ALL },
    Case { name: "new connection each", kind: "new", scheme: "http", path: "/new/1k", in_flight: 1, total: 3_000, target: 1.15, contenders: ALL },
    Case { name: "new connection each, 100 in flight", kind: "new", scheme: "http", path: "/new/1k", in_flight: 100, total: 5_000, target: 1.15, contenders: ALL },
    Case { name: "9,000 held for a second", kind: "get", scheme: "http", path: "/held", in_flight: 9_000, total: 9_000, target: 1.2, contenders: TWO },
    Case { name: "handle triple", kind: "handles", scheme: "http", path: "/1k", in_flight: 1, total: 20_000, target: f64::INFINITY, contenders: &[Floor, Ours, Curl] },
    Case { name: "TLS, 1 KiB, one after the other", kind: "get", scheme: "https", path: "/1k", in_flight: 1, total: 5_000, target: 1.0, contenders: WITH_TLS },
    Case { name: "TLS, 64 MiB body", kind: "get", scheme: "https", path: "/64m", in_flight: 1, total: 8, target: 1.0, contenders: WITH_TLS },
];

fn main() {
    // What cargo itself passes begins with dashes.
    let only = std::env::args().skip(1).find(|it| !it.starts_with('-'));
    let chosen: Vec<&Case> = CASES
        .iter()
        .filter(|it| {
            only.as_ref()
                .is_none_or(|only| it.name.contains(only.as_str()))
        })
        .collect();
    let contenders = Contenders::build();
    let mut tables = Vec::new();
    for is_pinned in [true, false] {
        let nginx = Nginx::start(is_pinned);
        tables.push(
            chosen
                .iter()
                .map(|case| measure(case, &contenders, &nginx))
                .collect(),
        );
    }
    report::print(&tables);
    if only.is_none() {
        report::write(&tables);
    }
}

fn measure(case: &'static Case, contenders: &Contenders, nginx: &Nginx) -> Row {
    let mut row = Row::new(case);
    for _ in 0..ROUNDS {
        for (index, contender) in case.contenders.iter().enumerate() {
            row.runs[index].push(contenders.run(*contender, case, nginx));
        }
    }
    eprintln!("{}", row.line());
    row
}
