//! One close in each phase.

use crate::scene::{Phase, Scene, PHASES};
use crate::support::every::assert_invalid;
use crate::support::*;
use wininet::abi::*;

/// What follows the phase's own events.
fn expected(phase: Phase, is_async: bool) -> Vec<&'static str> {
    let mut names = phase.told().to_vec();
    if phase.is_connected() {
        names.extend(["CLOSING", "CLOSED"]);
    }
    if is_async {
        names.push("COMPLETE");
    }
    names.push("HANDLE_CLOSING");
    names
}

/// Has every callback from now on find out that the handle is invalid.
fn watch(recorder: &Recorder) {
    let statuses = [
        INTERNET_STATUS_CLOSING_CONNECTION,
        INTERNET_STATUS_CONNECTION_CLOSED,
        INTERNET_STATUS_REQUEST_COMPLETE,
        INTERNET_STATUS_HANDLE_CLOSING,
    ];
    for status in statuses {
        recorder.on(status, |event| assert_invalid(event.handle));
    }
}

/// Async: the value is invalid at once, also inside the callbacks that follow;
/// {0, 12017} comes once and HANDLE_CLOSING is the last event, whatever the
/// other end does afterwards.
fn close_async(phase: Phase) {
    let scene = Scene::reach(phase, true);
    let value = scene.request.value();
    watch(scene.recorder);
    close_value(value).expect("closes");
    assert_invalid(value);
    let complete = (0, ERROR_INTERNET_OPERATION_CANCELLED);
    assert_eq!(scene.recorder.wait_complete(), complete, "{phase:?}");
    assert_eq!(scene.recorder.wait_closing(), value);
    scene.resume();
    scene.recorder.wait_idle();
    assert_eq!(scene.names(), expected(phase, true), "{phase:?}");
}

/// Sync: the same from another thread, and the call that is blocked returns
/// FALSE with 12017, without REQUEST_COMPLETE, after HANDLE_CLOSING.
fn close_sync(phase: Phase) {
    let mut scene = Scene::reach(phase, false);
    let value = scene.request.value();
    watch(scene.recorder);
    close_value(value).expect("closes");
    assert_invalid(value);
    let cancelled = Err(ERROR_INTERNET_OPERATION_CANCELLED);
    assert_eq!(scene.result(), Some(cancelled), "{phase:?}");
    assert_eq!(scene.names(), expected(phase, false), "{phase:?}");
}

macro_rules! in_each_phase {
    ($($name:ident: $phase:ident),* $(,)?) => {
        mod asynchronous {
            $(#[test] fn $name() { super::close_async(super::Phase::$phase); })*
        }
        mod synchronous {
            $(#[test] fn $name() { super::close_sync(super::Phase::$phase); })*
        }
    };
}

in_each_phase! {
    resolving: Resolving,
    connecting: Connecting,
    handshaking: Handshaking,
    sending: Sending,
    awaiting_the_head: AwaitingHead,
    inside_the_head: InsideHead,
    reading_a_body: ReadingBody,
    reading_chunks: ReadingChunks,
    reading_to_the_close: ReadingToClose,
}

/// The close of the session cancels what is pending below it in the same way,
/// and every HANDLE_CLOSING comes once.
#[test]
fn closing_the_session_cancels_in_every_phase() {
    for phase in PHASES {
        for is_async in [true, false] {
            let mut scene = Scene::reach(phase, is_async);
            close_value(scene.session.value()).expect("closes");
            assert_invalid(scene.request.value());
            assert_invalid(scene.session.value());
            if is_async {
                let complete = (0, ERROR_INTERNET_OPERATION_CANCELLED);
                assert_eq!(scene.recorder.wait_complete(), complete, "{phase:?}");
            } else {
                let cancelled = Err(ERROR_INTERNET_OPERATION_CANCELLED);
                assert_eq!(scene.result(), Some(cancelled), "{phase:?}");
            }
            assert_eq!(scene.recorder.wait_closing(), scene.request.value());
            scene.recorder.wait_idle();
            assert_eq!(scene.names(), expected(phase, is_async), "{phase:?}");
        }
    }
}

/// A handle without a context is cancelled as well, in silence: the blocked
/// call returns.
#[test]
fn without_a_context_too() {
    let never = Latch::new();
    let read = Latch::new();
    let server = Server::script(Script::new().read_request().signal(&read).pause(&never));
    let client = Client::sync(&server);
    let handle = request(&client.connection, "GET", "/", 0, 0).expect("a request");
    let value = handle.value();
    let sender = std::thread::spawn(move || send(&handle));
    read.wait();
    close_value(value).expect("closes");
    let cancelled = Err(ERROR_INTERNET_OPERATION_CANCELLED);
    assert_eq!(sender.join().expect("no panic"), cancelled);
    assert!(client.recorder.events().is_empty());
}

/// Reads that wait behind a pending one are cancelled with it, each by its own
/// completion.
#[test]
fn every_waiting_read_is_completed() {
    let scene = Scene::reach(Phase::ReadingBody, true);
    let first_waits = start_read(&scene.request, 4).expect("997").pending();
    let second_waits = start_read_ex(&scene.request, 4, 0, 0)
        .expect("997")
        .pending();
    close_value(scene.request.value()).expect("closes");
    for _ in 0..3 {
        let complete = (0, ERROR_INTERNET_OPERATION_CANCELLED);
        assert_eq!(scene.recorder.wait_complete(), complete);
    }
    scene.recorder.wait_closing();
    scene.recorder.wait_idle();
    // The one before belongs to the send.
    assert_eq!(scene.recorder.count(INTERNET_STATUS_REQUEST_COMPLETE), 4);
    assert_eq!(
        scene.names().last().map(String::as_str),
        Some("HANDLE_CLOSING")
    );
    drop((first_waits.take(), second_waits.take()));
}
