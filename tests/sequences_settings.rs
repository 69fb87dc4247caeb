//! INTERNET_OPTION_SETTINGS_CHANGED on NULL drops the pool of the process,
//! silently. A binary of its own, since it would drop other tests' connections;
//! its own tests keep out of each other's way.

mod support;

use std::ptr::null_mut;
use std::sync::Mutex;

use support::reply::ok;
use support::*;
use wininet::abi::*;
use wininet::ffi::*;

static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

#[allow(unsafe_code)]
fn settings_changed() -> Result<()> {
    let option = INTERNET_OPTION_SETTINGS_CHANGED;
    // SAFETY: this option has no value.
    check(unsafe { InternetSetOptionA(null_mut(), option, null_mut(), 0) })
}

#[test]
fn settings_changed_drops_the_pool_in_silence() {
    let _guard = ONE_AT_A_TIME.lock();
    for asynchronous in BOTH {
        let story = Story::new(Server::respond(|_| ok("body")), asynchronous);
        let request = story.get("/first");
        story.send(&request).expect("sent");
        story.told(FIRST);
        story.read_all(&request).expect("the body");
        assert_eq!(story.server.ended(), 0);
        assert_eq!(settings_changed(), Ok(()));
        story.server.wait_ended(1);
        story.told("");

        // The handle stays as it is, and what it sends next connects anew.
        story.send(&request).expect("sent again");
        story.told("CONNECTING CONNECTED SENDING SENT RECEIVING RECEIVED COMPLETE");
        assert_eq!(story.read_all(&request), Ok(b"body".to_vec()));
        assert_eq!(story.server.connections(), 2);
        story.close(request, "HANDLE_CLOSING");
    }
}

/// A connection that carries a request is not in the pool.
#[test]
fn settings_changed_leaves_requests_under_way_alone() {
    let _guard = ONE_AT_A_TIME.lock();
    for asynchronous in BOTH {
        let rest = Latch::new();
        let head = support::reply::head("200 OK", &[("Content-Length", "4")]);
        let script = Script::answer(head).pause(&rest).send("body");
        let story = Story::new(Server::script(script), asynchronous);
        let request = story.get("/");
        story.send(&request).expect("sent");
        story.told(FIRST);
        assert_eq!(settings_changed(), Ok(()));
        let read = story.read_held(&request, 100, &rest);
        assert_eq!(read.as_deref(), Ok(&b"body"[..]));
        story.told("RECEIVING RECEIVED COMPLETE");
        story.close(request, "HANDLE_CLOSING");
    }
}
