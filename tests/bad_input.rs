//! Every function of include/wininet.h with bad arguments, in a C program that is made from the header:
//! NULL for every pointer, for one after the other, also with a huge length, and for all; numbers that are
//! 0, 1 and huge; handles of every wrong kind, of synchronous and of asynchronous sessions; pointers that are not aligned. Each call returns, with an
//! error that the comment of the function in the header names. Under valgrind a part of the calls is made,
//! another in each run. `make test-windows` does the same on wininet.dll.

#![allow(unsafe_code)]

mod support;

#[path = "bad_input/header.rs"]
mod header;

#[path = "bad_input/program.rs"]
mod program;

#[path = "bad_input/judge.rs"]
mod judge;

#[path = "c/harness.rs"]
mod harness;

use harness::Run;
use support::random::{seed, Random};
use support::reply::ok;
use support::{Place, Server};
use wininet::abi::INTERNET_FLAG_ASYNC;

/// One call of so many is made, with handles of such sessions.
fn try_calls(run: Run, every: usize, flags: u32) -> usize {
    let functions = header::functions();
    assert!(functions.len() > 180, "only {} functions", functions.len());
    let place = Place::new();
    place.write("bad_input.c", program::write(&functions));
    let program = harness::compile_file(&place.join("bad_input.c"), &place.join("bad_input"), run);
    let mut command = harness::command(&program, run);
    let server = Server::respond(|_| ok("an answer"));
    let first = Random::new(seed()).below(every);
    command.arg(server.url("/"));
    command.args([every, first, flags as usize].map(|it| it.to_string()));
    let output = command.env("XDG_DATA_HOME", place.path()).output();
    let output = output.expect("timeout, of Debian's coreutils");
    let printed = String::from_utf8_lossy(&output.stdout);
    let calls = program::read(&printed);
    judge::judge(&functions, &calls);
    assert!(output.status.success(), "{}", harness::describe(&output));
    calls.len()
}

#[test]
fn every_call_fails_as_documented() {
    for flags in [0, INTERNET_FLAG_ASYNC] {
        let calls = try_calls(Run::Plain, 1, flags);
        assert!(calls > 10_000, "only {calls} calls");
    }
}

#[test]
fn with_sanitizers_around_the_program() {
    let calls = try_calls(Run::Sanitized, 4, INTERNET_FLAG_ASYNC);
    assert!(calls > 2_500, "only {calls} calls");
}

#[test]
fn a_part_under_valgrind() {
    if harness::have("valgrind") {
        let calls = try_calls(Run::Valgrind, 16, 0);
        assert!(calls > 600, "only {calls} calls");
    }
}
