//! What happens to the process around the library: storms of signals, peers that are gone, fork, exit and
//! dlclose with requests under way. C programs, for Rust's own start-up ignores SIGPIPE.

#![cfg(target_os = "linux")]
#![allow(unsafe_code)]

mod support;

#[path = "c/harness.rs"]
mod harness;

use std::io;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::Output;
use std::time::Duration;

use harness::{command, compile, describe, Link, Run};
use support::certs;
use support::connection::Connection;
use support::reply::ok;
use support::Server;

fn path(name: &str) -> PathBuf {
    let tests = Path::new(env!("CARGO_TARGET_TMPDIR"));
    tests.join("process_faults").join(name)
}

/// A directory for the cookies of one program, which is not there yet.
fn home(name: &str) -> PathBuf {
    let path = path(name);
    let _ = std::fs::remove_dir_all(&path);
    path
}

fn run(source: &str, link: Link, run: Run, server: &Server, arguments: &[&str]) -> Output {
    let program = compile(source, link, run);
    let mut command = command(&program, run);
    command.arg(server.port().to_string()).args(arguments);
    command.env(
        "XDG_DATA_HOME",
        home(&[&[source], arguments].concat().join("-")),
    );
    command.output().expect("timeout, of Debian's coreutils")
}

#[track_caller]
fn assert_said(output: &Output, server: &Server, expected: &str) {
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(
        output.status.success() && said == expected,
        "{}--- expected\n{expected}--- the server's notes: {:?}",
        describe(output),
        server.notes()
    );
}

fn answer(connection: &mut Connection) -> io::Result<()> {
    loop {
        let head = connection.read_head()?;
        match head.target().as_str() {
            "/never" => return connection.hold(),
            "/close" => return Ok(()),
            "/reset" => return connection.reset(),
            "/close-late" => {
                connection.read_exactly(100_000)?;
                return Ok(());
            }
            "/reset-late" => {
                connection.read_exactly(100_000)?;
                return connection.reset();
            }
            path => {
                connection.read_body()?;
                match path {
                    "/large" => connection.send(ok(vec![b'x'; 200_000]))?,
                    "/slow" => {
                        connection.send_slowly(&ok([b'x'; 30]), 10, Duration::from_millis(10))?
                    }
                    _ => connection.send(ok("fine"))?,
                }
            }
        }
    }
}

/// Answers, falls silent and breaks off as the path says.
fn server() -> Server {
    Server::serve(answer)
}

/// Every call that the system interrupts is made again, on the caller's thread and on the library's, and a
/// look-up and the file of cookies too.
#[test]
fn a_signal_every_100_microseconds() {
    let server = server();
    let output = run("signals.c", Link::Shared, Run::Plain, &server, &[]);
    let expected = "\
before: 0
synchronous: 0 faults
asynchronous: 0 faults
signals came 1
";
    assert_said(&output, &server, expected);
}

/// A program that leaves SIGPIPE as it is lives on, plain and under TLS.
#[test]
fn no_sigpipe() {
    let plain = server();
    let output = run("broken_pipe.c", Link::Shared, Run::Plain, &plain, &[]);
    assert_said(&output, &plain, "alive\n");
    let config = certs::good();
    let secure = Server::serve(move |connection| {
        connection.accept_tls(&config)?;
        answer(connection)
    });
    let output = run("broken_pipe.c", Link::Shared, Run::Plain, &secure, &["tls"]);
    assert_said(&output, &secure, "alive\n");
}

/// Children of fork may leave, exit and start other programs; the library is shut in them. The parent goes
/// on, on its connections, with what was pending.
#[test]
fn fork() {
    let server = server();
    let output = run("forked.c", Link::Shared, Run::Plain, &server, &[]);
    let expected = "\
forked before: 6
parent: 0 0
left 3, exited 4, executed 5, used 0
in a callback: left 3, exited 4, executed 5
beside it: 0
parent: 0 0
still waiting 1
cancelled 12017
";
    assert_said(&output, &server, expected);
    let of_child = server.recorded();
    let of_child = of_child.iter().filter(|it| it.target() == "/child").count();
    assert_eq!(of_child, 2);
    // One of the child, the one that is kept, the one that waits.
    assert_eq!(server.connections(), 3);
}

/// exit() in a callback, on the library's thread and on the caller's, while others wait.
#[test]
fn exit_in_a_callback() {
    for arguments in [
        &["status", "async"][..],
        &["completion", "async"],
        &["status"],
    ] {
        for how in [Run::Plain, Run::Sanitized] {
            let server = server();
            let output = run("exit_in_callback.c", Link::Shared, how, &server, arguments);
            let code = output.status.code();
            assert_eq!(code, Some(7), "{arguments:?}{}", describe(&output));
        }
    }
}

/// Static destructors and handlers of atexit send requests too, after what is the thread's own is gone.
#[test]
fn requests_of_a_thread_that_is_ending() {
    for how in [Run::Plain, Run::Sanitized] {
        let server = server();
        let output = run("at_exit.c", Link::Shared, how, &server, &[]);
        let expected = "\
in a thread: 0 0
at the end of a thread: 0 0
in main: 0 0
at exit: 0 0
";
        assert_said(&output, &server, expected);
    }
}

/// The library stays in memory for its threads: what is under way completes, and loading it again finds it
/// as it was.
#[test]
fn dlclose_with_a_request_under_way() {
    for how in [Run::Plain, Run::Sanitized] {
        let server = server();
        let output = run("unloaded.c", Link::Dlopen, how, &server, &[]);
        let expected = "\
unloaded 0
completed with 1
loaded again: the same 1
a request: 0
";
        assert_said(&output, &server, expected);
    }
}

/// Without a descriptor calls fail with ERROR_NOT_ENOUGH_MEMORY, and look-ups as if the name were not there;
/// cookies stay in memory. When there are some again everything works, and the cookies reach the disk.
#[test]
fn no_descriptor_is_left() {
    let server = server();
    let arguments = &["descriptors"];
    let output = run("limits.c", Link::Shared, Run::Plain, &server, arguments);
    let expected = "\
none: 8 8, by name 12007 8
cookie in-memory: set 1, there 1
some: 0 0, by name 0 0
cookie on-disk: set 1, there 1
kept: 0 0
another: 12029
";
    assert_said(&output, &server, expected);
    let directory = path("limits.c-descriptors").join("libwininet");
    let cookies = std::fs::read_to_string(directory.join("cookies")).expect("the file");
    assert!(cookies.contains("in-memory") && cookies.contains("on-disk"));
}

/// Whichever descriptor is the one too many, the call fails in a known way and the next one works.
#[test]
fn few_descriptors_are_left() {
    let server = server();
    let output = run("limits.c", Link::Shared, Run::Plain, &server, &["each"]);
    assert_said(&output, &server, "strange: 0\n");
}

/// No room for a thread: what needs one fails, and is there again later.
#[test]
fn no_thread_is_to_be_had() {
    let server = server();
    let output = run("limits.c", Link::Shared, Run::Plain, &server, &["threads"]);
    let expected = "\
first: 0
no thread: 0 8, by name 8
threads: 0 0, by name 0
";
    assert_said(&output, &server, expected);
}

/// Without memory an operation fails, or the process aborts as programs in Rust do: it never hangs, and never
/// goes on with half of something.
#[test]
fn no_memory_is_left() {
    for left in (0..3 << 20).step_by(256 * 1024) {
        let server = server();
        let left = left.to_string();
        let arguments = &["memory", &left];
        let output = run("limits.c", Link::Shared, Run::Plain, &server, arguments);
        if output.status.signal() != Some(libc::SIGABRT) {
            assert_said(&output, &server, "afterwards: 0 0\n");
        }
    }
}
