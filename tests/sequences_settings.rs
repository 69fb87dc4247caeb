//! INTERNET_OPTION_SETTINGS_CHANGED and INTERNET_OPTION_END_BROWSER_SESSION on NULL
//! drop the pool of the process, silently. A binary of its own, since it would drop other tests' connections;
//! its own tests keep out of each other's way.

mod support;

use std::ptr::null_mut;
use std::sync::Mutex;

use support::reply::ok;
use support::*;
use wininet::abi::*;
use wininet::ffi::*;

static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

const BOTH_OPTIONS: [u32; 2] = [
    INTERNET_OPTION_SETTINGS_CHANGED,
    INTERNET_OPTION_END_BROWSER_SESSION,
];

#[allow(unsafe_code)]
fn set(option: u32) -> Result<()> {
    // SAFETY: neither option has a value.
    check(unsafe { InternetSetOptionA(null_mut(), option, null_mut(), 0) })
}

#[test]
fn the_pool_is_dropped_in_silence() {
    let _guard = ONE_AT_A_TIME.lock();
    for (asynchronous, option) in BOTH
        .into_iter()
        .flat_map(|it| BOTH_OPTIONS.map(|by| (it, by)))
    {
        let story = Story::new(Server::respond(|_| ok("body")), asynchronous);
        let request = story.get("/first");
        story.send(&request).expect("sent");
        story.told(FIRST);
        story.read_all(&request).expect("the body");
        assert_eq!(story.server.ended(), 0);
        assert_eq!(set(option), Ok(()));
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
fn requests_under_way_are_left_alone() {
    let _guard = ONE_AT_A_TIME.lock();
    for (asynchronous, option) in BOTH
        .into_iter()
        .flat_map(|it| BOTH_OPTIONS.map(|by| (it, by)))
    {
        let rest = Latch::new();
        let head = support::reply::head("200 OK", &[("Content-Length", "4")]);
        let script = Script::answer(head).pause(&rest).send("body");
        let story = Story::new(Server::script(script), asynchronous);
        let request = story.get("/");
        story.send(&request).expect("sent");
        story.told(FIRST);
        assert_eq!(set(option), Ok(()));
        let read = story.read_held(&request, 100, &rest);
        assert_eq!(read.as_deref(), Ok(&b"body"[..]));
        story.told("RECEIVING RECEIVED COMPLETE");
        story.close(request, "HANDLE_CLOSING");
    }
}
