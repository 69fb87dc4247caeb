//! Programs in C and C++ that use WMI as programs for Windows do, run plainly, under valgrind and with
//! gcc's sanitizers.

#![cfg(target_os = "linux")]

mod support;

#[path = "c/harness.rs"]
mod harness;

use harness::{build, describe, have, start, Run, RUNS};
use support::reply::ok;
use support::Server;
use wininet::abi::{
    INTERNET_STATUS_HANDLE_CLOSING, INTERNET_STATUS_HANDLE_CREATED, INTERNET_STATUS_REQUEST_SENT,
};

/// Builds and runs one of tests/wmi.
fn check(source: &str, expected: &str) {
    let standard = if source.ends_with(".cpp") {
        "c++17"
    } else {
        "gnu11"
    };
    for run in RUNS {
        if run == Run::Valgrind && !have("valgrind") {
            continue;
        }
        let program = build(&[&format!("tests/wmi/{source}")], standard, run);
        let output = start(&program, run, "");
        let said = String::from_utf8_lossy(&output.stdout);
        let is_right = output.status.success() && said == expected;
        let described = describe(&output);
        assert!(
            is_right,
            "{source}, {run:?}{described}--- expected\n{expected}"
        );
    }
}

#[test]
fn queries_with_a_sink() {
    check(
        "query_sink.cpp",
        "\
too early: 0x800401f0
security: 0x0
security: 0x80010119
blanket: 0x0
SELECT * FROM Win32_OperatingSystem: begun 0x0, complete 0x0, one, named 1
SELECT Name FROM CIM_Process: begun 0x0, complete 0x0, many, named 1
SELECT * FROM Win32_Process WHERE ProcessId = 0: begun 0x0, complete 0x0, none, named 1
SELECT * FROM Win32_Dummy: begun 0x0, complete 0x80041010, none, named 1
invalid query: begun 0x0, complete 0x80041017, none, named 1
a sink that fails: complete 0x80041032, 1 seen
cancelled too late: 0x80041002
alive 0, may be unloaded 1
",
    );
}

#[test]
fn events_through_a_stub() {
    check(
        "event_sink.cpp",
        "\
begun 0x0
the program that was created: 1
terminated: 0
and is gone: 1
cancel by the sink itself 0x80041002, by the stub 0x0
complete 0x80041032
alive 1, then 0
",
    );
}

#[test]
fn the_classes_of_comdef() {
    check(
        "com_classes.cpp",
        "\
one and two, 11 characters, one and two
copies are equal 1, less 1
42: type 3, as text 42
17: type 8, as a number 17
true: type 11, -1
moved: 11, was 0
thrown: 0x80020005
no object: 0x80020005
the object of a variant 1, of none 1
alive 0
made 0x0, found 0x0, cores 1
the same object 1
failed 0x80041002, no object 1, error info 1
of GetObject
HRESULT 0x80041002
",
    );
}

#[test]
fn enumerators_in_c() {
    check(
        "semisynchronous.c",
        "\
connected 0x0
Next: 0x80041010
no such class: 0
Next: 0x80041017
no such property: 0
this process 0x0, its number 1
semisynchronously 0x0, status 0, the same 1
after CoUninitialize: 1
an object outlives its connection: 1, may be unloaded 0
may be unloaded 1
",
    );
}

/// An exception that leaves a sink ends the process, and says why.
#[test]
fn a_sink_that_throws_ends_the_process() {
    let program = build(&["tests/wmi/throws.cpp"], "c++17", Run::Plain);
    let output = start(&program, Run::Plain, "");
    let described = describe(&output);
    assert!(
        !output.status.success() && output.stdout.is_empty(),
        "{described}"
    );
    assert!(
        described.contains("a callback threw an exception"),
        "{described}"
    );
}

/// Access is denied to who has no rights, and what cannot be read is NULL.
#[test]
fn a_user_without_rights() {
    check(
        "denied.cpp",
        "\
nobody 1
Win32_ProcessStartTrace 0x80041003
Win32_ProcessStopTrace 0x80041003
Win32_ProcessTrace 0x80041003
memory as expected 1, with a sink 1
among others 0x0
process 1 0x0, named 1, its program closed 1, as by hand 1
ended 0x0, result 2
",
    );
}

/// Compiled as it stands, with -DWMI_LLP64.
#[test]
fn a_sink_of_the_shape_of_the_samples() {
    check(
        "long_sinks.cpp",
        "\
Connected to ROOT\\CIMV2 WMI namespace
Name: there
Call complete. 0x0
",
    );
}

/// Strings, VARIANTs, arrays and error objects: tests/windows/wmi.rs has the same of the system's.
#[test]
fn what_programs_use_beside_wmi() {
    check("automation.c", include_str!("wmi/automation.txt"));
}

#[test]
fn sinks_without_order() {
    check(
        "odd_sinks.c",
        "\
a success that nobody knows: objects 1, last words 1, 0x0, asked 0, references left 0
a failure that nobody knows: objects 1, last words 1, 0x80041032, asked 0, references left 0
three seconds: objects 1, last words 1, 0x0, asked 0, references left 0
cancelled 0x0, last words 0
stuck: objects 1, last words 1, 0x80041032, asked 0, references left 0
",
    );
}

/// NULL, nonsense and unknown flags, for every method.
#[test]
fn arguments_that_make_no_sense() {
    check(
        "arguments.c",
        "\
nothing given: 1
nothing given: 1
nothing given: 1
refused 128, accepted 15, may be unloaded 1
",
    );
}

/// The examples, as the Makefile compiles them.
#[test]
fn an_inventory() {
    for run in [Run::Plain, Run::Sanitized] {
        let program = build(&["c-examples/inventory.c"], "c11", run);
        let summary = start(&program, run, "Win32_OperatingSystem");
        let described = describe(&summary);
        assert!(summary.status.success(), "{described}");
        let release = std::fs::read_to_string("/proc/sys/kernel/osrelease").unwrap();
        assert!(described.contains(release.trim()), "{described}");
        let none = start(&program, run, "Win32_Dummy");
        let described = describe(&none);
        assert!(described.contains("Win32_Dummy: 0x80041010"), "{described}");
    }
}

#[test]
fn a_process_is_watched() {
    let program = build(&["c-examples/process_watch.cpp"], "c++17", Run::Plain);
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/c-examples/with-process.sh");
    let output = std::process::Command::new(script).arg(program).output();
    let described = describe(&output.expect("sh"));
    assert!(described.contains("sleep 0.7"), "{described}");
}

#[test]
fn requests_are_watched() {
    for run in [Run::Plain, Run::Sanitized] {
        let server = Server::respond(|_| ok("hello"));
        let url = format!("http://127.0.0.1:{}/watched", server.port());
        let program = build(&["c-examples/request_watch.cpp"], "c++17", run);
        let described = describe(&start(&program, run, &url));
        for status in [
            INTERNET_STATUS_HANDLE_CREATED,
            INTERNET_STATUS_REQUEST_SENT,
            INTERNET_STATUS_HANDLE_CLOSING,
        ] {
            let line = format!("{url}: status {status}, ");
            assert!(described.contains(&line), "{line} {described}");
        }
    }
}
