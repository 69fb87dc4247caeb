//! The tools that the other tests trust do find what is wrong.

use std::process::Command;

use super::harness::{compile, describe, have, start, Link, Run, RUNS};

const BROKEN: &str = "broken.c";

/// Runs broken.c, which must be caught: the exit code of the tools, and a word
/// of theirs.
fn is_caught(link: Link, run: Run, how: &str, word: &str) {
    if run == Run::Valgrind && !have("valgrind") {
        return;
    }
    let output = start(&compile(BROKEN, link, run), run, how);
    let said = String::from_utf8_lossy(&output.stderr);
    let caught = output.status.code() == Some(9) && said.contains(word);
    assert!(caught, "{how}, {link:?}, {run:?}{}", describe(&output));
}

#[test]
fn the_sanitizers_are_in_the_binary() {
    for link in [Link::Shared, Link::Static, Link::Dlopen] {
        let program = compile("sync_get.c", link, Run::Sanitized);
        let names = Command::new("nm").arg(&program).output().expect("nm");
        let names = String::from_utf8_lossy(&names.stdout);
        assert!(names.contains("__asan_"), "{link:?} without ASan");
        assert!(names.contains("__ubsan_"), "{link:?} without UBSan");
        let plain = compile("sync_get.c", link, Run::Plain);
        let names = Command::new("nm").arg(&plain).output().expect("nm");
        assert!(!String::from_utf8_lossy(&names.stdout).contains("__asan_"));
    }
}

#[test]
fn an_overrun_in_a_callback_is_caught() {
    for link in [Link::Shared, Link::Static, Link::Dlopen] {
        is_caught(link, Run::Sanitized, "overrun", "heap-buffer-overflow");
        is_caught(link, Run::Valgrind, "overrun", "Invalid write");
    }
}

#[test]
fn undefined_behaviour_is_caught() {
    is_caught(
        Link::Shared,
        Run::Sanitized,
        "overflow",
        "signed integer overflow",
    );
}

#[test]
fn a_leak_is_caught() {
    is_caught(Link::Shared, Run::Valgrind, "leak", "definitely lost");
    is_caught(
        Link::Shared,
        Run::Sanitized,
        "leak",
        "detected memory leaks",
    );
}

#[test]
fn broken_without_an_argument_is_sound() {
    for run in RUNS {
        let output = start(&compile(BROKEN, Link::Shared, run), run, "nothing");
        assert!(output.status.success(), "{run:?}{}", describe(&output));
    }
}
