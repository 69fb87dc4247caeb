//! The porting kit itself: what include/posix has does what Windows documents, in C and in C++,
//! under valgrind and the sanitizers; and its headers may come in any order.
#![cfg(target_os = "linux")]

mod support;

#[path = "c/harness.rs"]
mod harness;
#[path = "kit/orders.rs"]
mod orders;

use std::path::Path;
use std::process::Command;

use harness::{build, command, describe, have, Run, RUNS};

/// Builds and runs a program of tests/kit, which ends with 0 when everything is as it should be.
fn check(sources: &[&str]) {
    for standard in ["c11", "gnu99", "c++11", "c++17"] {
        for run in RUNS {
            // The runs under tools once for each language.
            let quick = ["gnu99", "c++11"].contains(&standard);
            if quick && run != Run::Plain || run == Run::Valgrind && !have("valgrind") {
                continue;
            }
            let paths: Vec<String> = sources.iter().map(|it| format!("tests/kit/{it}")).collect();
            let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
            let program = build(&paths, standard, run);
            let place = support::Place::new();
            let mut command = command(&program, run);
            command.current_dir(place.path());
            let output = command.output().expect("timeout, of Debian's coreutils");
            let how = format!("{sources:?} {standard} {run:?}");
            assert!(output.status.success(), "{how}{}", describe(&output));
            assert!(place.names().is_empty(), "{how} left {:?}", place.names());
        }
    }
}

#[test]
fn events_and_waiting() {
    check(&["events.c"]);
}

#[test]
fn threads_and_clocks() {
    check(&["threads.c"]);
}

#[test]
fn locks_and_interlocked() {
    check(&["locks.c"]);
}

#[test]
fn memory_and_modules() {
    check(&["memory.c"]);
}

#[test]
fn strings() {
    check(&["strings.c"]);
}

#[test]
fn microsofts_c_library() {
    check(&["crt.c"]);
    check(&["crtfiles.c"]);
}

#[test]
fn both_kinds_of_character() {
    check(&["tchars.c"]);
    check(&["tchars_wide.c"]);
}

#[test]
fn scanning() {
    check(&["scan.c"]);
}

#[test]
fn formats_and_messages() {
    check(&["formats.c"]);
}

#[test]
fn directories_and_what_files_are() {
    check(&["filesystem.c"]);
}

#[test]
fn machine_letters_and_numbers() {
    check(&["system.c"]);
}

#[test]
fn files_modules_and_memory() {
    check(&["files.c"]);
}

#[test]
fn units_share_their_handles() {
    check(&["shared_one.c", "shared_other.c"]);
}

/// One unit in C and one in C++ make a program that has one table of handles.
#[test]
fn c_and_cpp_share_their_handles() {
    let folder = harness::shared_library();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let object = folder.with_file_name("shared_other.o");
    let program = folder.with_file_name("shared_both");
    let compile = |compiler: &str, language: &str, source: &str| {
        let mut command = Command::new(compiler);
        command.args(["-g", "-Wall", "-Wextra", "-Werror", "-x", language]);
        command
            .arg(root.join("tests/kit").join(source))
            .args(["-x", "none"]);
        command.arg("-I").arg(root.join("include/posix"));
        command
    };
    let mut other = compile("gcc", "c", "shared_other.c");
    other.arg("-c").arg("-o").arg(&object);
    let mut one = compile("g++", "c++", "shared_one.c");
    one.arg(&object).arg("-o").arg(&program).arg("-pthread");
    one.arg("-L").arg(&folder).arg("-lwininet");
    one.arg(format!("-Wl,-rpath,{}", folder.display()));
    for step in [&mut other, &mut one, &mut command(&program, Run::Plain)] {
        let output = step.output().expect("gcc, g++ and timeout");
        assert!(output.status.success(), "{step:?}{}", describe(&output));
    }
}
