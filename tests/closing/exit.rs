//! Handles left open at the end of the process: it ends, at once, with the code
//! that the program chose. The program is this test again, in a child.

use std::process::{Command, Stdio};
use std::sync::mpsc;

use crate::scene::{Scene, PHASES};
use crate::support::*;
use wininet::abi::*;

const ROLE: &str = "WININET_TEST_EXIT";

/// Leaves an operation pending in every phase, both ways, a callback that never
/// returns, and idle handles of each kind.
fn leave_everything_open() {
    for phase in PHASES {
        for is_async in [true, false] {
            kept(Scene::reach(phase, is_async));
        }
    }
    let server = Server::repeat(Script::answer(reply::ok("body")));
    let client = Client::asynchronous(&server);
    let (entered, never) = (Latch::new(), Latch::new());
    let (at, wait) = (entered.clone(), never.clone());
    client.recorder.on(INTERNET_STATUS_REQUEST_SENT, move |_| {
        at.release();
        wait.wait();
    });
    let (busy, idle) = (client.get("/"), client.get("/"));
    assert_eq!(send(&busy), Err(ERROR_IO_PENDING));
    entered.wait();
    kept((server, client, busy, idle));
}

/// Runs this test as a child; how it ended.
fn run_child(test: &str, role: &str) -> Option<i32> {
    let this = std::env::current_exe().expect("this executable");
    let child = Command::new(this)
        .args(["--exact", test, "--nocapture"])
        .env(ROLE, role)
        .stdout(Stdio::null())
        .spawn()
        .expect("a child");
    let id = child.id();
    let (tell, told) = mpsc::channel();
    std::thread::spawn(move || {
        let output = child.wait_with_output().expect("its end");
        let _ = tell.send(output.status);
    });
    let Ok(status) = told.recv_timeout(PATIENCE) else {
        // SAFETY: a signal to the child, which is not waited for yet.
        unsafe { libc::kill(id as libc::pid_t, libc::SIGKILL) };
        panic!("{test} as {role} did not end");
    };
    // None if it crashed.
    status.code()
}

#[test]
fn a_process_that_calls_exit() {
    if std::env::var_os(ROLE).is_some() {
        leave_everything_open();
        std::process::exit(42);
    }
    let ended = run_child("exit::a_process_that_calls_exit", "exit");
    assert_eq!(ended, Some(42));
}

/// The harness itself returns from main when its only test has.
#[test]
fn a_process_that_returns_from_main() {
    if std::env::var_os(ROLE).is_some() {
        return leave_everything_open();
    }
    let ended = run_child("exit::a_process_that_returns_from_main", "main");
    assert_eq!(ended, Some(0));
}

/// Another thread closes handles while the process ends.
#[test]
fn a_process_that_exits_while_handles_are_closed() {
    if std::env::var_os(ROLE).is_some() {
        let scenes = PHASES.map(|phase| Scene::reach(phase, true));
        let values = scenes.each_ref().map(|scene| scene.request.value());
        kept(scenes);
        let begun = Latch::new();
        let tell = begun.clone();
        std::thread::spawn(move || {
            for value in values {
                tell.release();
                let _ = close_value(value);
            }
        });
        begun.wait();
        std::process::exit(43);
    }
    let test = "exit::a_process_that_exits_while_handles_are_closed";
    assert_eq!(run_child(test, "race"), Some(43));
}
