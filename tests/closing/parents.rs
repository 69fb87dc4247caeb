//! Closing a parent closes the tree: every descendant, children before their
//! parents, each HANDLE_CLOSING once, also while something is pending below.

use crate::resolver::SlowName;
use crate::support::every::assert_invalid;
use crate::support::reply::{head, ok};
use crate::support::*;
use wininet::abi::*;

/// A session with two connections and five requests, all heard by one recorder.
struct Tree {
    recorder: &'static Recorder,
    session: Handle,
    connections: Vec<Handle>,
    /// Which connection each descends from.
    requests: Vec<(usize, Handle)>,
}

impl Tree {
    fn new(is_async: bool, host: &str, port: u16) -> Self {
        let recorder = Recorder::new();
        let context = recorder.context();
        let session = session(is_async);
        listen(&session);
        set_option_word(&session, INTERNET_OPTION_CONTEXT_VALUE, context).expect("set");
        let connect = |_| connect_to(&session, host, port, context).expect("a connection");
        let connections: Vec<Handle> = (0..2).map(connect).collect();
        let open = |number: usize| {
            let parent = number % 2;
            let opened = request(&connections[parent], "GET", "/", 0, context);
            (parent, opened.expect("a request"))
        };
        let requests = (0..5).map(open).collect();
        recorder.take_names();
        Self {
            recorder,
            session,
            connections,
            requests,
        }
    }

    /// Waits for `count` handles to close, in the order in which they did.
    fn wait_closings(&self, count: usize) -> Vec<usize> {
        let closed = (0..count).map(|_| self.recorder.wait_closing()).collect();
        self.recorder.wait_idle();
        self.recorder.assert_sound();
        let events = self.recorder.events();
        let closings = events.iter().filter(|it| it.name() == "HANDLE_CLOSING");
        assert_eq!(closings.count(), count, "each closes once");
        closed
    }

    /// All handles closed, and none before what descends from it.
    #[track_caller]
    fn assert_children_first(&self, closed: &[usize]) {
        let place = |handle: &Handle| {
            let place = closed.iter().position(|&it| it == handle.value());
            place.unwrap_or_else(|| panic!("{handle:?} is not among {closed:x?}"))
        };
        for (parent, request) in &self.requests {
            assert!(
                place(request) < place(&self.connections[*parent]),
                "{closed:x?}"
            );
        }
        for connection in &self.connections {
            assert!(place(connection) < place(&self.session), "{closed:x?}");
        }
    }

    fn assert_all_invalid(&self) {
        assert_invalid(self.session.value());
        self.connections
            .iter()
            .for_each(|it| assert_invalid(it.value()));
        self.requests
            .iter()
            .for_each(|(_, it)| assert_invalid(it.value()));
    }
}

/// Nothing is pending: all eight on the caller, before the call returns.
#[test]
fn an_idle_tree() {
    for is_async in [false, true] {
        let tree = Tree::new(is_async, "127.0.0.1", 80);
        close_value(tree.session.value()).expect("closes");
        let names = tree
            .recorder
            .names()
            .split_off(tree.recorder.names().len() - 8);
        assert_eq!(names, ["HANDLE_CLOSING"; 8]);
        let closed = tree.wait_closings(8);
        tree.assert_children_first(&closed);
        tree.assert_all_invalid();
        let events = tree.recorder.take_events();
        let me = std::thread::current().id();
        assert!(events.iter().all(|it| it.thread == me));
    }
}

/// Every request is pending: each completes with 12017, and the parents'
/// HANDLE_CLOSING comes after their children's: whoever frees the context of a
/// session then knows that nobody below it needs anything any more.
#[test]
fn a_tree_with_everything_pending() {
    let (name, never) = (SlowName::new(), Latch::new());
    let server = Server::repeat(Script::new().read_request().pause(&never));
    for (host, port) in [(name.host.as_str(), 80), ("127.0.0.1", server.port())] {
        let tree = Tree::new(true, host, port);
        for (_, request) in &tree.requests {
            assert_eq!(send(request), Err(ERROR_IO_PENDING));
        }
        close_value(tree.session.value()).expect("closes");
        tree.assert_all_invalid();
        for _ in 0..5 {
            let complete = (0, ERROR_INTERNET_OPERATION_CANCELLED);
            assert_eq!(tree.recorder.wait_complete(), complete);
        }
        let closed = tree.wait_closings(8);
        tree.assert_children_first(&closed);
    }
}

/// A connection handle takes its own requests with it and no others.
#[test]
fn a_branch() {
    let tree = Tree::new(true, "127.0.0.1", 80);
    close_value(tree.connections[0].value()).expect("closes");
    let closed = tree.wait_closings(4);
    assert_eq!(closed[3], tree.connections[0].value(), "children first");
    for (parent, request) in &tree.requests {
        match parent {
            0 => assert_invalid(request.value()),
            _ => assert_eq!(option_u32(request, INTERNET_OPTION_HANDLE_TYPE), Ok(13)),
        }
    }
    let kind = option_u32(&tree.connections[1], INTERNET_OPTION_HANDLE_TYPE);
    assert_eq!(kind, Ok(INTERNET_HANDLE_TYPE_CONNECT_HTTP));
}

/// The tree is closed from inside a callback of one of its requests, in an
/// event that comes while the request is pending.
#[test]
fn a_session_closed_inside_its_own_callback() {
    for is_async in [false, true] {
        let server = Server::respond(|_| reply::ok("x"));
        let tree = Tree::new(is_async, "127.0.0.1", server.port());
        let session = tree.session.value();
        tree.recorder.on(INTERNET_STATUS_SENDING_REQUEST, move |_| {
            close_value(session).expect("closes");
            assert_invalid(session);
        });
        let sent = finish(send(&tree.requests[0].1), tree.recorder);
        assert_eq!(sent, Err(ERROR_INTERNET_OPERATION_CANCELLED));
        let closed = tree.wait_closings(8);
        tree.assert_children_first(&closed);
        tree.assert_all_invalid();
    }
}

/// A pending request of InternetOpenUrl is closed with its session: 12017, one
/// HANDLE_CLOSING, nothing of the connection handle that nobody sees.
#[test]
fn a_session_with_an_open_url() {
    let never = Latch::new();
    let read = Latch::new();
    let server = Server::script(Script::new().read_request().signal(&read).pause(&never));
    let recorder = Recorder::new();
    let session = session(true);
    listen(&session);
    let opened = open_url(&session, &server.url("/"), 0, recorder.context());
    assert_eq!(opened.map(drop), Err(ERROR_IO_PENDING));
    let request = recorder.wait_created();
    read.wait();
    session.close().expect("closes");
    assert_invalid(request);
    let complete = (0, ERROR_INTERNET_OPERATION_CANCELLED);
    assert_eq!(recorder.wait_complete(), complete);
    assert_eq!(recorder.wait_closing(), request);
    recorder.wait_idle();
    recorder.assert_names(&[
        "CREATED",
        "CONNECTING",
        "CONNECTED",
        "SENDING",
        "SENT",
        "RECEIVING",
        "CLOSING",
        "CLOSED",
        "COMPLETE",
        "HANDLE_CLOSING",
    ]);
}

/// The whole tree is cancelled before anybody's last word, which may wait for the end
/// of a sister.
#[test]
fn the_last_word_of_one_may_wait_for_the_end_of_another() {
    for is_async in [true, false] {
        let ended = Latch::new();
        let server = Server::script(Script::new().read_request());
        let client = Client::new(is_async, &server);
        let idle = |_| {
            let (recorder, ends) = (Recorder::new(), ended.clone());
            recorder.on(INTERNET_STATUS_HANDLE_CLOSING, move |_| ends.wait());
            let opened = request(&client.connection, "GET", "/", 0, recorder.context());
            (recorder, opened.expect("a request"))
        };
        let older: Vec<_> = (0..2).map(idle).collect();
        let pending = client.get("/");
        let younger: Vec<_> = (0..2).map(idle).collect();
        let (ends, recorder) = (ended.clone(), client.recorder);
        let sender = std::thread::spawn(move || {
            let sent = finish(send(&pending), recorder);
            ends.release();
            sent
        });
        server.wait_requests(1);
        close_value(client.session.value()).expect("closes");
        let sent = sender.join().expect("no panic");
        assert_eq!(sent, Err(ERROR_INTERNET_OPERATION_CANCELLED));
        for (recorder, request) in older.into_iter().chain(younger) {
            assert_eq!(recorder.wait_closing(), request.leak());
        }
    }
}

/// Their connections are free by then, too.
#[test]
fn a_last_word_may_wait_for_a_request_to_the_same_server() {
    for is_async in [true, false] {
        let (latch, ended) = (Latch::new(), Latch::new());
        let held = latch.clone();
        let server = Server::serve(move |connection| loop {
            let Ok(request) = connection.read_request() else {
                return Ok(());
            };
            if request.target() == "/other" {
                connection.send(ok("other"))?;
                continue;
            }
            connection.send(head("200 OK", &[("Content-Length", "4")]))?;
            connection.pause(&held);
        });
        let client = Client::new(is_async, &server);
        // As many as there may be, and no callback of theirs is blocked.
        let unread = |_| {
            let (recorder, ends) = (Recorder::new(), ended.clone());
            recorder.on(INTERNET_STATUS_HANDLE_CLOSING, move |_| ends.wait());
            let opened = request(&client.connection, "GET", "/", 0, recorder.context());
            let opened = opened.expect("a request");
            assert_eq!(finish(send(&opened), recorder), Ok(()));
            recorder.wait_idle();
            (recorder, opened)
        };
        let six: Vec<_> = (0..6).map(unread).collect();
        let other = Client::asynchronous(&server);
        let ends = ended.clone();
        other
            .recorder
            .on(INTERNET_STATUS_REQUEST_COMPLETE, move |_| ends.release());
        let request = other.get("/other");
        assert_eq!(send(&request), Err(ERROR_IO_PENDING));
        close_value(client.session.value()).expect("closes");
        assert_eq!(other.recorder.wait_complete(), (1, 0));
        latch.release();
        for (recorder, request) in six {
            assert_eq!(recorder.wait_closing(), request.leak());
        }
    }
}
