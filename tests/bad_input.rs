//! Every function of include/wininet.h with bad arguments, in a C program that is made from the header:
//! NULL for every pointer, for one after the other, and for all; numbers that are 0, 1 and huge; handles of
//! every wrong kind; pointers that are not aligned. Each call returns, with an error that the comment of
//! the function in the header names. `make test-windows` does the same on wininet.dll.

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

use support::Place;

#[test]
fn every_call_fails_as_documented() {
    let functions = header::functions();
    assert!(functions.len() > 180, "only {} functions", functions.len());
    let place = Place::new();
    place.write("bad_input.c", program::write(&functions));
    let program = harness::compile_file(&place.join("bad_input.c"), &place.join("bad_input"));
    let mut command = harness::command(&program, harness::Run::Plain);
    let output = command.env("XDG_DATA_HOME", place.path()).output();
    let output = output.expect("timeout, of Debian's coreutils");
    let printed = String::from_utf8_lossy(&output.stdout);
    judge::judge(&functions, &program::read(&printed));
    assert!(output.status.success(), "{}", harness::describe(&output));
}
