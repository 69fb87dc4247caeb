//! On which thread a notification comes, and that those of one handle never
//! overlap (sections 2, 3 and 6 of the contract).

mod support;

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::ThreadId;

use support::ports::RefusedPort;
use support::reply::{head, ok};
use support::*;
use wininet::abi::*;

fn me() -> ThreadId {
    std::thread::current().id()
}

/// A synchronous session tells everything on the caller, whichever thread that
/// is, and failures too.
#[test]
fn synchronous_notifications_come_on_the_caller() {
    let rest = Latch::new();
    let script = Script::answer(head("200 OK", &[("Content-Length", "4")]))
        .pause(&rest)
        .send("body")
        .then_answer(head("200 OK", &[]));
    let story = Story::new(Server::script(script), false);
    let request = story.get("/");
    story.send(&request).expect("sent");
    rest.release();
    assert_eq!(story.read(&request, 100), Ok(b"body".to_vec()));
    assert!(story
        .client
        .recorder
        .take_events()
        .iter()
        .all(|it| it.thread == me()));

    // The same handle on another thread.
    let other = std::thread::scope(|scope| {
        let again = scope.spawn(|| {
            send(&request).expect("sent again");
            request.close().expect("closed");
            me()
        });
        again.join().expect("no panic")
    });
    let events = story.client.recorder.take_events();
    let names: Vec<String> = events.iter().map(Event::name).collect();
    let list = "SENDING SENT RECEIVING RECEIVED CLOSING CLOSED HANDLE_CLOSING";
    assert_eq!(names.join(" "), list);
    assert!(events.iter().all(|it| it.thread == other));

    let port = RefusedPort::new();
    let client = Client::to_port(false, port.port());
    let refused = client.get("/");
    assert_eq!(client.send(&refused), Err(ERROR_INTERNET_CANNOT_CONNECT));
    assert!(client.recorder.events().iter().all(|it| it.thread == me()));
}

#[test]
fn synchronous_open_url_tells_on_the_caller() {
    let story = Story::new(Server::respond(|_| ok("body")), false);
    let page = story.open_url("/").expect("the page");
    story.close(page, &FIRST.replace("COMPLETE", "HANDLE_CLOSING"));
    assert!(story
        .client
        .recorder
        .events()
        .iter()
        .all(|it| it.thread == me()));
}

/// Nothing of an asynchronous send comes on the caller, on a new connection and
/// on a kept one, of a success and of a failure; handles are told of there.
#[test]
fn an_asynchronous_send_tells_nothing_on_the_caller() {
    let port = RefusedPort::new();
    let story = Story::new(Server::respond(|_| ok("body")), true);
    let refused = Client::to_port(true, port.port());
    for _ in 0..20 {
        let request = story.get("/");
        let created = story.told("CREATED");
        assert_eq!(created[0].thread, me());
        story.send(&request).expect("sent");
        let names = story.client.recorder.names();
        let list = match names.contains(&"HANDLE_CLOSING".to_owned()) {
            true => REUSED,
            false => FIRST,
        };
        let events = story.told(list.trim_start_matches("CREATED "));
        assert!(events.iter().all(|event| event.thread != me()));
        story.read_all(&request).expect("the body");
        request.close().expect("closed");
        story.client.recorder.wait_closing();
        story.told("HANDLE_CLOSING");

        let request = refused.get("/");
        assert_eq!(refused.send(&request), Err(ERROR_INTERNET_CANNOT_CONNECT));
        let events = refused.recorder.take_events();
        let after: Vec<_> = events.iter().skip_while(|it| it.thread == me()).collect();
        let names: Vec<String> = after.iter().map(|event| event.name()).collect();
        assert_eq!(names, ["CONNECTING", "COMPLETE"]);
        request.close().expect("closed");
        refused.recorder.wait_closing();
        refused.recorder.take_events();
    }
}

/// Asynchronous InternetOpenUrl tells of its handle behind the call, too.
#[test]
fn asynchronous_open_url_tells_nothing_on_the_caller() {
    let story = Story::new(Server::respond(|_| ok("body")), true);
    for list in [FIRST, REUSED] {
        let page = story.open_url("/").expect("the page");
        let events = story.told(list);
        assert!(events.iter().all(|event| event.thread != me()));
        story.read_all(&page).expect("the body");
        page.close().expect("closed");
        story.told("HANDLE_CLOSING");
    }
}

/// A handle that nothing is pending of has its last word on the caller.
#[test]
fn the_last_word_of_an_idle_handle_comes_on_the_caller() {
    for asynchronous in BOTH {
        let story = Story::new(Server::respond(|_| ok("")), asynchronous);
        let request = story.get("/");
        request.close().expect("closed");
        // Before the close returned.
        let events = story.client.recorder.events();
        assert_eq!(events.len(), 2);
        assert!(events.iter().all(|event| event.thread == me()));
    }
}

/// RECEIVING of a read comes on the caller; what ends a pending one does not.
/// While a callback of the handle still runs its thread speaks for all, so the
/// test may try again.
#[test]
fn a_pending_read_begins_on_the_caller_and_ends_elsewhere() {
    for _ in 0..100 {
        let rest = Latch::new();
        let script = Script::answer(head("200 OK", &[("Content-Length", "4")]))
            .pause(&rest)
            .send("body");
        let story = Story::new(Server::script(script), true);
        let request = story.get("/");
        story.send(&request).expect("sent");
        story.told(FIRST);
        story.client.recorder.wait_idle();
        let read = story.read_held(&request, 4, &rest);
        assert_eq!(read.as_deref(), Ok(&b"body"[..]));
        let events = story.told("RECEIVING RECEIVED COMPLETE");
        assert!(events[1..].iter().all(|event| event.thread != me()));
        if events[0].thread == me() {
            return;
        }
    }
    panic!("never on the caller");
}

/// A request sent from a callback is sent by the poller itself, and still hears
/// nothing on its thread before the call has returned. On a machine that is busy the call may take so long that another
/// thread takes over and tells it.
#[test]
fn a_call_in_a_callback_is_not_answered_inside_it() {
    let server = Server::respond(|_| ok("body"));
    let client = Client::asynchronous(&server);
    let second = Client::asynchronous(&server);
    let inside = Arc::new(Mutex::new(None));
    for status in [
        INTERNET_STATUS_SENDING_REQUEST,
        INTERNET_STATUS_RESPONSE_RECEIVED,
        INTERNET_STATUS_REQUEST_COMPLETE,
    ] {
        let inside = inside.clone();
        second.recorder.on(status, move |event| {
            let caller = *inside.lock().unwrap();
            assert_ne!(caller, Some(event.thread), "{event} inside the call");
        });
    }
    for _ in 0..20 {
        let (request, nested) = (client.get("/"), second.get("/"));
        let handle = nested.value();
        let (inside, sent) = (inside.clone(), AtomicBool::new(false));
        client
            .recorder
            .on(INTERNET_STATUS_REQUEST_COMPLETE, move |_| {
                if sent.swap(true, Ordering::SeqCst) {
                    return;
                }
                let nested = Handle::adopt(handle);
                *inside.lock().unwrap() = Some(me());
                let started = send(&nested);
                *inside.lock().unwrap() = None;
                assert_eq!(started, Err(ERROR_IO_PENDING));
                nested.leak();
            });
        client.send(&request).expect("sent");
        assert_eq!(second.recorder.wait_complete(), (1, 0));
        read_all_async(&request, client.recorder).expect("the body");
        read_all_async(&nested, second.recorder).expect("the body");
    }
    client.recorder.assert_sound();
    second.recorder.assert_sound();
}

/// While a callback runs, what other threads cause to be told of that handle
/// waits for its end, in order; nobody who causes it is held up.
#[test]
fn notifications_of_one_handle_never_overlap() {
    let rest = Latch::new();
    let script = Script::answer(head("200 OK", &[("Content-Length", "8")]))
        .pause(&rest)
        .send("01234567");
    let story = Story::new(Server::script(script), true);
    let request = story.get("/");
    let recorder = story.client.recorder;
    let (entered, leave) = (Latch::new(), Latch::new());
    let (enters, leaves) = (entered.clone(), leave.clone());
    recorder.on(INTERNET_STATUS_REQUEST_COMPLETE, move |_| {
        enters.release();
        leaves.wait();
    });
    assert_eq!(send(&request), Err(ERROR_IO_PENDING));
    entered.wait();
    // Three reads begin and end while the callback runs.
    let reads = [3, 3, 2].map(|size| start_read(&request, size).expect("997").pending());
    rest.release();
    assert_eq!(query_number(&request, HTTP_QUERY_STATUS_CODE), Ok(200));
    assert_eq!(
        recorder.names().last().map(String::as_str),
        Some("COMPLETE")
    );
    leave.release();
    for _ in 0..4 {
        assert_eq!(recorder.wait_complete(), (1, 0));
    }
    let parts: Vec<Vec<u8>> = reads.into_iter().map(PendingRead::take).collect();
    assert_eq!(parts, [&b"012"[..], b"345", b"67"]);
    request.close().expect("closed");
    recorder.wait_closing();
    assert_eq!(recorder.overlaps(), [""; 0]);
    recorder.assert_sound();
}
