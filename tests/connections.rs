//! How many connections a server gets, and who waits for one: the default of
//! six, as on Windows 8 and later.

mod support;

use support::reply::{head, ok};
use support::*;
use wininet::abi::*;

const LIMIT: usize = 6;

/// Answers whatever comes, but the body of /held only when the latch opens.
fn holding(latch: &Latch) -> Server {
    let held = latch.clone();
    Server::serve(move |connection| loop {
        let Ok(request) = connection.read_request() else {
            return Ok(());
        };
        if request.target() == "/held" {
            connection.send(head("200 OK", &[("Content-Length", "4")]))?;
            connection.pause(&held);
            connection.send("held")?;
        } else {
            connection.send(ok(request.target()))?;
        }
    })
}

/// As many requests as there may be, each with its body to come.
fn occupy(client: &Client) -> Vec<(&'static Recorder, Handle)> {
    let occupied = (0..LIMIT).map(|_| {
        let recorder = Recorder::new();
        let request = request(&client.connection, "GET", "/held", 0, recorder.context());
        let request = request.expect("a handle");
        finish(send(&request), recorder).expect("sent");
        (recorder, request)
    });
    occupied.collect()
}

fn start(client: &Client, path: &str) -> (&'static Recorder, Handle) {
    let recorder = Recorder::new();
    let request = request(&client.connection, "GET", path, 0, recorder.context());
    let request = request.expect("a handle");
    assert_eq!(send(&request), Err(ERROR_IO_PENDING));
    (recorder, request)
}

/// Those who wait tell nothing, are served in their order, and get the
/// connections that others have done with.
#[test]
fn the_seventh_request_waits_for_its_turn() {
    let latch = Latch::new();
    let server = holding(&latch);
    let client = Client::asynchronous(&server);
    let occupied = occupy(&client);
    let paths: Vec<String> = (0..20).map(|n| format!("/{n}")).collect();
    let waiting: Vec<_> = paths.iter().map(|path| start(&client, path)).collect();
    for (recorder, _) in &waiting {
        assert_eq!(recorder.names(), ["CREATED"]);
    }
    assert_eq!(server.connections(), LIMIT);
    latch.release();
    for (recorder, request) in &occupied {
        assert_eq!(read_all_async(request, recorder), Ok(b"held".to_vec()));
    }
    for ((recorder, request), path) in waiting.iter().zip(&paths) {
        assert_eq!(recorder.wait_complete(), (1, 0));
        recorder.assert_names(&[
            "CREATED",
            "SENDING",
            "SENT",
            "RECEIVING",
            "RECEIVED",
            "COMPLETE",
        ]);
        assert_eq!(
            read_all_async(request, recorder),
            Ok(path.clone().into_bytes())
        );
    }
    assert_eq!(server.connections(), LIMIT);
    let sending: Vec<_> = waiting
        .iter()
        .map(|(recorder, _)| recorder.events()[1].order)
        .collect();
    assert!(sending.is_sorted(), "first come, first served: {sending:?}");
}

/// A connection that cannot be kept gives its place to a new one.
#[test]
fn a_closed_connection_makes_room() {
    let latch = Latch::new();
    let server = holding(&latch);
    let client = Client::asynchronous(&server);
    let mut occupied = occupy(&client);
    let (recorder, request) = start(&client, "/next");
    assert_eq!(recorder.names(), ["CREATED"]);
    // Its body cannot be read away, so its connection goes with it.
    let (_, gone) = occupied.remove(0);
    gone.close().expect("closed");
    assert_eq!(recorder.wait_complete(), (1, 0));
    let list = "CREATED CONNECTING CONNECTED SENDING SENT RECEIVING RECEIVED COMPLETE";
    recorder.assert_names(&list.split(' ').collect::<Vec<_>>());
    drop(request);
    latch.release();
}

#[test]
fn who_leaves_the_queue_is_cancelled_and_passed_over() {
    let latch = Latch::new();
    let server = holding(&latch);
    let client = Client::asynchronous(&server);
    let occupied = occupy(&client);
    let (first, leaves) = start(&client, "/leaves");
    let (second, stays) = start(&client, "/stays");
    leaves.close().expect("closed");
    first.wait_closing();
    first.assert_names(&["CREATED", "COMPLETE", "HANDLE_CLOSING"]);
    let complete = first.events()[1].info.clone();
    let (result, error) = (0, ERROR_INTERNET_OPERATION_CANCELLED);
    assert_eq!(complete, Info::AsyncResult { result, error });
    latch.release();
    let (recorder, request) = &occupied[0];
    assert_eq!(read_all_async(request, recorder), Ok(b"held".to_vec()));
    assert_eq!(second.wait_complete(), (1, 0));
    assert_eq!(read_all_async(&stays, second), Ok(b"/stays".to_vec()));
    assert!(server.recorded().iter().all(|it| it.target() != "/leaves"));
}

/// A synchronous request waits on its own thread; closing it from another frees it.
#[test]
fn a_synchronous_request_waits_too() {
    for cancels in [false, true] {
        let latch = Latch::new();
        let server = holding(&latch);
        let client = Client::sync(&server);
        let occupied = occupy(&client);
        let waits = client.get("/waits");
        let value = waits.value();
        let sender = std::thread::spawn(move || {
            let sent = send(&waits);
            (sent, waits)
        });
        if cancels {
            // It may not be in the queue yet: then it does not get into it.
            close_value(value).expect("closed");
            let (sent, waits) = sender.join().expect("no panic");
            let refused = [ERROR_INTERNET_OPERATION_CANCELLED, ERROR_INVALID_HANDLE];
            assert!(refused.contains(&sent.unwrap_err()));
            waits.leak();
            latch.release();
        } else {
            latch.release();
            assert_eq!(read_all(&occupied[0].1), Ok(b"held".to_vec()));
            let (sent, waits) = sender.join().expect("no panic");
            assert_eq!(sent, Ok(()));
            assert_eq!(read_all(&waits), Ok(b"/waits".to_vec()));
        }
    }
}

#[test]
fn another_server_is_not_concerned() {
    let latch = Latch::new();
    let (server, other) = (holding(&latch), holding(&latch));
    let client = Client::asynchronous(&server);
    let _occupied = occupy(&client);
    let client = Client::asynchronous(&other);
    let request = client.get("/free");
    client.send(&request).expect("sent");
    latch.release();
}
