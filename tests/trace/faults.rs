//! Traces that cannot be written, or not to the end, and processes that fork, crash or unload the library.

use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Output};

use super::harness::{command, compile, describe, Link, Run};
use super::support::reply::{ok, Request};
use super::support::Server;
use super::{archive, place, play};

fn complaints(output: &Output) -> Vec<String> {
    let said = String::from_utf8_lossy(&output.stderr);
    let lines = said.lines().filter(|it| it.starts_with("libwininet:"));
    lines.map(str::to_owned).collect()
}

/// The program runs on, and one line on stderr says why there is no trace.
#[test]
fn a_path_that_cannot_be_written() {
    for form in ["txt", "har", "json"] {
        let path = format!("/no/such/folder/trace.{form}");
        let said = complaints(&play("plain", &path));
        let expected = format!("libwininet: WININET_TRACE: {path}: No such file or directory");
        assert!(
            said.len() == 1 && said[0].starts_with(&expected),
            "{said:?}"
        );
    }
}

#[test]
fn no_trace_without_a_path() {
    assert_eq!(complaints(&play("plain", "")), [""; 0]);
}

/// Not a byte can be written: one line on stderr, and the program runs on.
#[test]
fn a_full_disk() {
    let said = complaints(&play("plain", "/dev/full"));
    let expected = "libwininet: WININET_TRACE: /dev/full: No space left on device";
    assert!(said.len() == 1 && said[0].starts_with(expected), "{said:?}");
}

/// The disk is full somewhere in the middle: what was written stays, and is a whole archive or list.
#[test]
fn a_disk_that_becomes_full() {
    for size in (500..5000).step_by(500) {
        for form in ["txt", "har", "json"] {
            let path = place(&format!("limited-{size}.{form}"));
            let mut command = Command::new("bash");
            // A size of blocks would be too coarse: prlimit counts bytes.
            command.args(["-c", "trap '' XFSZ; exec prlimit --fsize=$0 \"$@\""]);
            command.arg(size.to_string());
            command.arg(std::env::current_exe().expect("this test"));
            command.args(["--exact", "scenarios::play", "--nocapture"]);
            command.env("WININET_TEST_SCENARIO", "rounds");
            command.env("WININET_TRACE", &path);
            let output = command.output().expect("bash");
            assert!(output.status.success(), "{}", describe(&output));
            let said = complaints(&output);
            assert_eq!(said.len(), 1, "{size} {form}: {said:?}");
            let trace = std::fs::read_to_string(path).expect("a trace");
            assert!(trace.len() <= size, "{}", trace.len());
            match form {
                "har" => drop(archive::entries(&trace)),
                "json" => drop(serde_json::from_str::<serde_json::Value>(&trace).expect(&trace)),
                _ => {}
            }
        }
    }
}

fn run(source: &str, link: Link, trace: &Path, arguments: &[&str]) -> Output {
    let server = Server::respond(|_: &Request| ok("fine"));
    let program = compile(source, link, Run::Plain);
    let mut command = command(&program, Run::Plain);
    command.arg(server.port().to_string()).args(arguments);
    command.env("WININET_TRACE", trace);
    command.output().expect("timeout, of Debian's coreutils")
}

/// A child of fork has a file of its own, if `%p` tells the two apart. One that uses a library which was used
/// before is shut out, and does not touch what its parent writes.
#[test]
fn processes_do_not_write_into_each_others_traces() {
    let folder = place("forked");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir(&folder).expect("a folder");
    let output = run("trace_fork.c", Link::Shared, &folder.join("%p.har"), &[]);
    assert!(output.status.success(), "{}", describe(&output));
    let said = String::from_utf8(output.stdout).expect("text");
    let mut ids = said.split_whitespace();
    let mut counts = |path: &Path| {
        let id = ids.next().expect("an id");
        let trace = std::fs::read_to_string(path.join(format!("{id}.har")));
        archive::entries(&trace.expect("a trace")).len()
    };
    assert_eq!([counts(&folder), counts(&folder)], [1, 2], "{said}");
    assert_eq!(std::fs::read_dir(&folder).expect("a folder").count(), 2);
}

/// Two processes and one path: the first has it, the second says so.
#[test]
fn a_file_has_one_writer() {
    let path = place("shared.har");
    let output = run("trace_fork.c", Link::Shared, &path, &["together"]);
    assert!(output.status.success(), "{}", describe(&output));
    let said = complaints(&output);
    assert!(
        said.len() == 1 && said[0].contains("another process"),
        "{said:?}"
    );
    let trace = std::fs::read_to_string(path).expect("a trace");
    assert_eq!(archive::entries(&trace).len(), 1);
}

/// SIGKILL between two calls: everything until then is there, and whole.
#[test]
fn a_crash_loses_nothing() {
    for form in ["txt", "har", "json"] {
        let path = place(&format!("killed.{form}"));
        let output = run("trace_fork.c", Link::Shared, &path, &["killed"]);
        assert!(!output.status.success(), "{}", describe(&output));
        let trace = std::fs::read_to_string(path).expect("a trace");
        match form {
            "har" => assert_eq!(archive::entries(&trace).len(), 1),
            "json" => {
                let events: Vec<serde_json::Value> = serde_json::from_str(&trace).expect(&trace);
                assert!(events.len() > 10, "{trace}");
            }
            _ => assert!(trace.ends_with(" ms\n") && trace.contains("InternetCloseHandle")),
        }
    }
}

/// Programs may go on in handlers of exit, when there is no memory of threads any more.
#[test]
fn calls_at_exit_are_there() {
    let path = place("late.txt");
    let output = run("trace_fork.c", Link::Shared, &path, &["late"]);
    assert!(output.status.success(), "{}", describe(&output));
    let trace = std::fs::read_to_string(path).expect("a trace");
    let last = trace.lines().last().expect("a line");
    assert!(
        last.contains("InternetCloseHandle() = 0, error 6 "),
        "{trace}"
    );
}

/// Also where the library is not shut in a child, it writes nothing there.
#[test]
fn a_child_that_goes_on_has_no_trace() {
    let path = place("light.txt");
    let output = run("trace_fork.c", Link::Shared, &path, &["light"]);
    assert!(output.status.success(), "{}", describe(&output));
    let trace = std::fs::read_to_string(path).expect("a trace");
    assert_eq!(
        trace.matches("InternetCanonicalizeUrlA").count(),
        1,
        "{trace}"
    );
}

/// dlclose and dlopen: the library stays, and so does its trace.
#[test]
fn an_unloaded_library_goes_on() {
    let path = place("unloaded.har");
    let output = run("unloaded.c", Link::Dlopen, &path, &[]);
    assert!(output.status.success(), "{}", describe(&output));
    let trace = std::fs::read_to_string(path).expect("a trace");
    assert_eq!(archive::entries(&trace).len(), 2);
}

/// What was in the file before is gone; nobody else may read what is there now.
#[test]
fn an_old_trace_is_replaced() {
    let path = place("old.har");
    std::fs::write(&path, "x".repeat(100_000)).expect("an old trace");
    play("silent", path.to_str().expect("UTF-8"));
    assert_eq!(
        archive::entries(&std::fs::read_to_string(&path).expect("one")).len(),
        1
    );
    let path = place("new.har");
    play("silent", path.to_str().expect("UTF-8"));
    let mode = std::fs::metadata(path)
        .expect("a file")
        .permissions()
        .mode();
    assert_eq!(mode & 0o777, 0o600);
}
