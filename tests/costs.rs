//! What requests cost, counted and not timed: 3 system calls where the callback asks for them, 5 at most where
//! another thread does, made by the thread that asks; and 4 KiB at most while they wait.

mod support;

#[path = "c/harness.rs"]
mod harness;

use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::Arc;

use harness::{command, compile, describe, Link, Run};
use support::reply::ok;
use support::{Latch, Server};

const MANY: usize = 1000;

/// A request may now and then meet a poller that another thread has taken over.
const NOW_AND_THEN: usize = MANY / 10;

/// The numbers of a line, by the words before them.
fn numbers(line: &str) -> HashMap<&str, usize> {
    let words: Vec<&str> = line.split(' ').collect();
    let pairs = words
        .chunks(2)
        .map(|pair| (pair[0], pair[1].parse().expect(line)));
    pairs.collect()
}

/// Answers at once, but "/hold" only when all who ask for that are there.
fn server() -> Server {
    let (waiting, all_there) = (Arc::new(AtomicUsize::new(0)), Latch::new());
    Server::serve(move |connection| loop {
        let Ok(request) = connection.read_request() else {
            return Ok(());
        };
        if request.target() == "/hold" {
            if waiting.fetch_add(1, Ordering::SeqCst) + 1 == MANY {
                all_there.release();
            }
            connection.pause(&all_there);
        }
        connection.send(ok("x".repeat(1024)))?;
    })
}

#[test]
fn a_request_costs_so_much_and_no_more() {
    let server = server();
    let program = compile("costs.c", Link::Shared, Run::Plain);
    let arguments = [server.port().to_string(), MANY.to_string()];
    let output = command(&program, Run::Plain).args(arguments).output();
    let output = output.expect("timeout, of Debian's coreutils");
    assert!(output.status.success(), "{}", describe(&output));
    let said = String::from_utf8(output.stdout).expect("text");
    println!("{said}");
    let lines: HashMap<&str, HashMap<&str, usize>> = said
        .lines()
        .filter_map(|line| line.split_once(": "))
        .map(|(what, rest)| (what, numbers(rest)))
        .collect();

    // One write, one wait, one read: by the thread whose callback asks for the request.
    let own = &lines["from the callback"];
    assert_eq!((own["send"], own["elsewhere"]), (MANY, 0), "{said}");
    let all: usize = ["send", "recv", "wait", "ring", "other"]
        .iter()
        .map(|it| own[it])
        .sum();
    assert!(all <= 3 * MANY + NOW_AND_THEN, "{said}");

    // Another thread writes its request itself. It may have to wake the poller for what it tells.
    let others = &lines["from another thread"];
    assert_eq!((others["send"], others["elsewhere"]), (MANY, 0), "{said}");
    let all: usize = ["send", "recv", "wait", "ring", "other"]
        .iter()
        .map(|it| others[it])
        .sum();
    assert!(all <= 5 * MANY + NOW_AND_THEN, "{said}");

    // No buffer of its own while it waits.
    assert!(lines["in flight"]["bytes"] <= 4096, "{said}");
}
