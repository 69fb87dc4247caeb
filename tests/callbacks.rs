//! Who is told, with what, and from when on: inheritance, flavours, contexts,
//! changes of the callback (section 2 of the contract).

#![allow(unsafe_code)]

mod support;

use std::ffi::c_void;
use std::ptr::null_mut;
use std::sync::atomic::{AtomicUsize, Ordering};

use support::info::Flavour;
use support::recorder::{callback_a, callback_w};
use support::reply::{head, ok};
use support::*;
use wininet::abi::*;
use wininet::ffi::*;

const INVALID_CALLBACK: usize = usize::MAX;

fn address(callback: INTERNET_STATUS_CALLBACK) -> usize {
    callback.map_or(0, |callback| callback as usize)
}

fn set_callback(handle: HINTERNET, callback: INTERNET_STATUS_CALLBACK) -> usize {
    // SAFETY: the callbacks of these tests take recorders or 0 as contexts.
    address(unsafe { InternetSetStatusCallbackA(handle, callback) })
}

/// Waits until an asynchronous request that nobody tells about has its head.
fn await_head(request: &Handle) {
    let deadline = std::time::Instant::now() + PATIENCE;
    while query_number(request, HTTP_QUERY_STATUS_CODE).is_err() {
        assert!(std::time::Instant::now() < deadline, "no answer");
        std::thread::yield_now();
    }
}

/// Sends and waits, also where nobody tells.
fn send_unheard(asynchronous: bool, request: &Handle) {
    match send(request) {
        Ok(()) => assert!(!asynchronous),
        Err(error) => {
            assert_eq!(error, ERROR_IO_PENDING);
            await_head(request);
        }
    }
}

#[test]
fn setting_a_callback_gives_the_former_one() {
    let session = session(false);
    let (narrow, wide): (INTERNET_STATUS_CALLBACK, INTERNET_STATUS_CALLBACK) =
        (Some(callback_a), Some(callback_w));
    set_last_error(1);
    assert_eq!(set_callback(session.raw(), narrow), 0);
    assert_eq!(last_error(), 0);
    assert_eq!(set_callback(session.raw(), wide), address(narrow));
    assert_eq!(set_callback(session.raw(), None), address(wide));
    assert_eq!(set_callback(session.raw(), narrow), 0);
}

#[test]
fn setting_a_callback_on_no_handle_is_refused() {
    let narrow: INTERNET_STATUS_CALLBACK = Some(callback_a);
    let closed = session(false);
    let stale = closed.raw();
    closed.close().expect("closed");
    for handle in [null_mut(), stale, 0x5555 as HINTERNET] {
        set_last_error(0);
        assert_eq!(set_callback(handle, narrow), INVALID_CALLBACK);
        assert_eq!(last_error(), ERROR_INVALID_HANDLE);
    }
}

/// Pointer and flavour go from parent to child when the child is made, and
/// what is set on the parent later stays there.
#[test]
fn a_child_inherits_the_callback_as_it_is() {
    for asynchronous in BOTH {
        let server = Server::respond(|_| ok(""));
        let session = session(asynchronous);
        let silent = connect(&session, &server, Recorder::new().context());
        listen(&session);
        let narrow = connect(&session, &server, 0);
        let early = Recorder::new();
        let made_early = request(&narrow, "GET", "/", 0, early.context()).expect("a handle");
        listen_w(&session);
        let wide = connect(&session, &server, 0);
        set_callback(session.raw(), None);

        let flavours = |connection: &Handle| -> Vec<Flavour> {
            let recorder = Recorder::new();
            let request = request(connection, "GET", "/", 0, recorder.context()).expect("a handle");
            send_unheard(asynchronous, &request);
            request.close().expect("closed");
            if !recorder.events().is_empty() {
                recorder.wait_closing();
            }
            recorder.assert_sound();
            recorder
                .events()
                .iter()
                .map(|event| event.flavour)
                .collect()
        };
        let came = flavours(&narrow);
        assert!(came.len() > 5 && came.iter().all(|it| *it == Flavour::A));
        let came = flavours(&wide);
        assert!(came.len() > 5 && came.iter().all(|it| *it == Flavour::W));
        assert_eq!(flavours(&silent), []);

        // One that was there before keeps its own, and takes another.
        listen_w(&made_early);
        finish(send(&made_early), early).expect("sent");
        let came: Vec<Flavour> = early.events().iter().map(|event| event.flavour).collect();
        assert_eq!(came[0], Flavour::A, "CREATED");
        assert!(came.len() > 4 && came[1..].iter().all(|it| *it == Flavour::W));
    }
}

/// A callback set on a request is that request's alone.
#[test]
fn a_callback_on_a_request_is_its_own() {
    for asynchronous in BOTH {
        let server = Server::respond(|_| ok(""));
        let session = session(asynchronous);
        let connection = connect(&session, &server, 0);
        let (heard, unheard) = (Recorder::new(), Recorder::new());
        let first = request(&connection, "GET", "/", 0, heard.context()).expect("a handle");
        let second = request(&connection, "GET", "/", 0, unheard.context()).expect("a handle");
        listen(&first);
        finish(send(&first), heard).expect("sent");
        send_unheard(asynchronous, &second);
        drop((first, second));
        heard.wait_closing();
        assert_eq!(heard.count(INTERNET_STATUS_RESPONSE_RECEIVED), 1);
        assert_eq!(unheard.events(), []);
    }
}

/// Counts, and never looks at the context.
unsafe extern "C-unwind" fn counting(_: HINTERNET, _: usize, _: u32, _: *mut c_void, _: u32) {
    COUNTED.fetch_add(1, Ordering::SeqCst);
}
static COUNTED: AtomicUsize = AtomicUsize::new(0);

/// A handle whose context is 0 gets nothing at all, nor does a session, which
/// has none.
#[test]
fn a_context_of_zero_hears_nothing() {
    for asynchronous in BOTH {
        let server = Server::respond(|_| ok("body"));
        let session = session(asynchronous);
        set_callback(session.raw(), Some(counting));
        let connection = connect(&session, &server, 0);
        let request = request(&connection, "GET", "/", 0, 0).expect("a handle");
        send_unheard(asynchronous, &request);
        let read = start_read(&request, 4).expect("at once").done();
        assert_eq!(read, b"body");
        request.close().expect("closed");
        connection.close().expect("closed");
        // Another request of the same kind has been told everything by now.
        let client = Client::new(asynchronous, &server);
        let other = client.get("/");
        client.send(&other).expect("sent");
        other.close().expect("closed");
        client.recorder.wait_closing();
        session.close().expect("closed");
        assert_eq!(COUNTED.load(Ordering::SeqCst), 0);
    }
}

/// INTERNET_OPTION_CONTEXT_VALUE is what notifications carry from then on.
#[test]
fn the_context_may_come_later() {
    for asynchronous in BOTH {
        let server = Server::respond(|_| ok(""));
        let session = session(asynchronous);
        listen(&session);
        let connection = connect(&session, &server, 0);
        let request = request(&connection, "GET", "/", 0, 0).expect("a handle");
        let (first, second) = (Recorder::new(), Recorder::new());
        let option = INTERNET_OPTION_CONTEXT_VALUE;
        for recorder in [first, second] {
            set_option_word(&request, option, recorder.context()).expect("set");
            assert_eq!(option_word(&request, option), Ok(recorder.context()));
            finish(send(&request), recorder).expect("sent");
            recorder.wait_idle();
        }
        assert_eq!(first.count(INTERNET_STATUS_SENDING_REQUEST), 1);
        assert_eq!(
            first.count(INTERNET_STATUS_HANDLE_CREATED),
            0,
            "that came before"
        );
        assert_eq!(second.count(INTERNET_STATUS_SENDING_REQUEST), 1);
        set_option_word(&request, option, 0).expect("set");
        request.close().expect("closed");
        connection.close().expect("closed");
        assert_eq!(first.count(INTERNET_STATUS_HANDLE_CLOSING), 0);
        assert_eq!(second.count(INTERNET_STATUS_HANDLE_CLOSING), 0);

        // Even a session has a last word then.
        let of_session = Recorder::new();
        set_option_word(&session, option, of_session.context()).expect("set");
        let handle = session.value();
        session.close().expect("closed");
        assert_eq!(of_session.wait_closing(), handle);
        of_session.assert_names(&["HANDLE_CLOSING"]);
    }
}

/// Records, and then overwrites what it was given.
unsafe extern "C-unwind" fn scribbling(
    handle: HINTERNET,
    context: usize,
    status: u32,
    info: *mut c_void,
    length: u32,
) {
    // SAFETY: the context is a recorder's, and the information is a writable
    // copy of that length.
    unsafe {
        callback_a(handle, context, status, info, length);
        if !info.is_null() {
            info.cast::<u8>().write_bytes(b'x', length as usize);
        }
    }
}

/// What a callback writes into its information is nobody's but its own.
#[test]
fn the_information_is_a_copy_that_may_be_written() {
    for asynchronous in BOTH {
        let story = Story::new(Server::respond(|_| ok("body")), asynchronous);
        set_callback(story.client.session.raw(), Some(scribbling));
        // 127.1 is a name to be looked up, and needs no server for that.
        let name = if asynchronous { "127.1" } else { "127.0.1" };
        let port = story.server.port();
        let connection = connect_to(&story.client.session, name, port, 0).expect("a handle");
        let context = story.client.recorder.context();
        let url = format!("http://{name}:{port}/");
        let first = FIRST.replace("CONNECTING", "RESOLVING RESOLVED CONNECTING");
        for list in [&first, REUSED] {
            let request = request(&connection, "GET", "/", 0, context).expect("a handle");
            story.send(&request).expect("sent");
            let events = story.told(list);
            assert_eq!(events[0].info, Info::Handle(request.value()));
            for event in &events {
                let text = match event.status {
                    INTERNET_STATUS_RESOLVING_NAME => name,
                    INTERNET_STATUS_NAME_RESOLVED
                    | INTERNET_STATUS_CONNECTING_TO_SERVER
                    | INTERNET_STATUS_CONNECTED_TO_SERVER => "127.0.0.1",
                    _ => continue,
                };
                assert_eq!(event.info, Info::Text(text.to_owned()));
            }
            assert_eq!(
                option_text(&request, INTERNET_OPTION_URL).as_ref(),
                Ok(&url)
            );
            assert_eq!(story.read_all(&request), Ok(b"body".to_vec()));
            request.close().expect("closed");
            story.told("HANDLE_CLOSING");
        }
        let host = story.server.recorded()[1].header("Host");
        assert_eq!(host, Some(format!("{name}:{port}")));
    }
}

/// A change is in force for the very next notification, made in a callback or
/// elsewhere.
#[test]
fn a_change_takes_effect_at_once() {
    for asynchronous in BOTH {
        let story = Story::new(Server::script(Script::answer(ok(""))), asynchronous);
        let request = story.get("/");
        let handle = request.value();
        story
            .client
            .recorder
            .on(INTERNET_STATUS_SENDING_REQUEST, move |_| {
                let request = Handle::adopt(handle);
                listen_w(&request);
                request.leak();
            });
        story.send(&request).expect("sent");
        let events = story.told(FIRST);
        let (before, after) = events.split_at(4);
        assert!(before.iter().all(|event| event.flavour == Flavour::A));
        assert!(after.iter().all(|event| event.flavour == Flavour::W));
        story.close(request, "HANDLE_CLOSING");
    }
}

/// A callback that was removed is never called again: not for the rest of the
/// request, nor for HANDLE_CLOSING.
#[test]
fn a_removal_takes_effect_at_once() {
    for asynchronous in BOTH {
        let story = Story::new(Server::script(Script::answer(ok(""))), asynchronous);
        let request = story.get("/");
        let handle = request.raw() as usize;
        story
            .client
            .recorder
            .on(INTERNET_STATUS_SENDING_REQUEST, move |_| {
                let former = set_callback(handle as HINTERNET, None);
                assert_eq!(former, address(Some(callback_a)));
            });
        send_unheard(asynchronous, &request);
        assert_eq!(status_code(&request), 200);
        request.close().expect("closed");
        story.told("CREATED CONNECTING CONNECTED SENDING");
        story.client.recorder.assert_sound();
    }
}

/// What real programs do: remove the callback and close, while the request is
/// pending, with a context that is about to die.
#[test]
fn a_removal_from_outside_is_the_end_of_all_notifications() {
    let story = Story::new(Server::script(Script::new().read_request()), true);
    let request = story.get("/");
    assert_eq!(send(&request), Err(ERROR_IO_PENDING));
    story.told("CREATED CONNECTING CONNECTED SENDING SENT RECEIVING");
    story.client.recorder.wait_idle();
    set_callback(request.raw(), None);
    request.close().expect("closed");
    // The connection goes with the operation, and then all has been said.
    story.server.wait_ended(1);
    story.told("");
}

/// Removing waits for nobody: not for the callback that is running, whose
/// owner may hold what it waits for.
#[test]
fn a_change_does_not_wait_for_a_running_callback() {
    let story = Story::new(Server::script(Script::answer(ok(""))), true);
    let request = story.get("/");
    let (entered, leave) = (Latch::new(), Latch::new());
    let (enters, leaves) = (entered.clone(), leave.clone());
    story
        .client
        .recorder
        .on(INTERNET_STATUS_SENDING_REQUEST, move |_| {
            enters.release();
            leaves.wait();
        });
    assert_eq!(send(&request), Err(ERROR_IO_PENDING));
    entered.wait();
    assert_eq!(set_callback(request.raw(), None), address(Some(callback_a)));
    leave.release();
    story.client.recorder.wait_idle();
    await_head(&request);
    story.told("CREATED CONNECTING CONNECTED SENDING");
}

/// The last error is each thread's own, and a callback's calls do not disturb
/// what the call around it reports.
#[test]
fn the_last_error_of_a_call_is_its_own() {
    let story = Story::new(Server::script(Script::answer(ok(""))), false);
    let request = story.get("/");
    story
        .client
        .recorder
        .on(INTERNET_STATUS_RESPONSE_RECEIVED, |_| {
            assert_eq!(close_value(0x5555), Err(ERROR_INVALID_HANDLE));
            set_last_error(4711);
            assert_eq!(last_error(), 4711);
        });
    assert_eq!((send(&request), last_error()), (Ok(()), 0));
    story.close(
        request,
        "CREATED CONNECTING CONNECTED SENDING SENT RECEIVING RECEIVED HANDLE_CLOSING",
    );
}

/// The same callback may serve many handles: each notification has the context
/// and the value of its own.
#[test]
fn each_handle_hears_of_itself_alone() {
    for asynchronous in BOTH {
        let rest = Latch::new();
        let held = rest.clone();
        let server = Server::serve(move |connection| {
            connection.read_request()?;
            connection.send(head("200 OK", &[("Content-Length", "4")]))?;
            connection.pause(&held);
            connection.send("body")?;
            connection.hold()
        });
        let client = Client::new(asynchronous, &server);
        let all: Vec<(&Recorder, Handle)> = (0..4)
            .map(|_| {
                let recorder = Recorder::new();
                let context = recorder.context();
                let request = request(&client.connection, "GET", "/", 0, context);
                let request = request.expect("a handle");
                finish(send(&request), recorder).expect("sent");
                (recorder, request)
            })
            .collect();
        rest.release();
        for (recorder, request) in all {
            let handle = request.value();
            request.close().expect("closed");
            recorder.wait_closing();
            let events = recorder.events();
            assert_eq!(events[0].info, Info::Handle(handle));
            assert!(events[1..].iter().all(|event| event.handle == handle));
            recorder.assert_sound();
        }
    }
}
