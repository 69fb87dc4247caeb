//! One handle in the hands of several threads, or of the library and a callback
//! at once: what each of them may still do.

mod support;

use std::sync::{Arc, Mutex};

use support::ports::RefusedPort;
use support::reply::ok;
use support::*;
use wininet::abi::*;

/// While one thread sends on a synchronous handle another is refused: head and
/// body of the two are never mixed, and nothing of the second goes out.
#[test]
fn a_second_thread_cannot_send_on_a_synchronous_handle() {
    const FIRST_BODY: &[u8] = &[b'1'; 100];
    const SECOND_BODY: &[u8] = &[b'2'; 50_000];
    let (arrived, answer) = (Latch::new(), Latch::new());
    let script = Script::new().read_request().signal(&arrived).pause(&answer);
    let server = Server::script(script.send(ok("answer")));
    let client = Client::sync(&server);
    let request = client.request("POST", "/", 0);
    std::thread::scope(|scope| {
        let first = scope.spawn(|| send_with(&request, "X-Sender: 1\r\n", FIRST_BODY));
        arrived.wait();
        let second = send_with(&request, "X-Sender: 2\r\n", SECOND_BODY);
        assert_eq!(second, Err(ERROR_INTERNET_INCORRECT_HANDLE_STATE));
        answer.release();
        assert_eq!(first.join().unwrap(), Ok(()));
    });
    assert_eq!(status_code(&request), 200);
    let recorded = server.recorded();
    assert_eq!(recorded.len(), 1);
    assert_eq!(recorded[0].header("X-Sender").as_deref(), Some("1"));
    assert_eq!(recorded[0].body, FIRST_BODY);
}

/// The same from inside a callback of the first: also then the handle is in use.
#[test]
fn a_second_thread_cannot_send_while_the_first_is_in_a_callback() {
    let server = Server::respond(|_| ok("answer"));
    let client = Client::sync(&server);
    let request = client.request("GET", "/", 0);
    let results = Arc::new(Mutex::new(Vec::new()));
    let told = results.clone();
    let mut asked = false;
    let value = request.value();
    client
        .recorder
        .on(INTERNET_STATUS_SENDING_REQUEST, move |_| {
            // Once: a send that is let through gets here too.
            if std::mem::replace(&mut asked, true) {
                return;
            }
            let other = std::thread::spawn(move || {
                let request = Handle::adopt(value);
                let sent = send(&request);
                request.leak();
                sent
            });
            told.lock().unwrap().push(other.join().unwrap());
        });
    assert_eq!(send(&request), Ok(()));
    let refused = Err(ERROR_INTERNET_INCORRECT_HANDLE_STATE);
    assert_eq!(*results.lock().unwrap(), [refused]);
    assert_eq!(server.recorded().len(), 1);
    client.recorder.assert_sound();
}

/// An InternetOpenUrl that fails at once, on the calling thread still: in each of
/// its notices but the last the handle that CREATED gave is a handle.
#[test]
fn the_handle_of_a_failing_open_url_works_until_its_end() {
    let refused = RefusedPort::new();
    let client = Client::to_port(true, refused.port());
    let seen = Arc::new(Mutex::new(Vec::new()));
    for status in [
        INTERNET_STATUS_HANDLE_CREATED,
        INTERNET_STATUS_CONNECTING_TO_SERVER,
        INTERNET_STATUS_REQUEST_COMPLETE,
        INTERNET_STATUS_HANDLE_CLOSING,
    ] {
        let seen = seen.clone();
        client.recorder.on(status, move |event| {
            let handle = match event.info {
                Info::Handle(handle) => handle,
                _ => event.handle,
            };
            let request = Handle::adopt(handle);
            let kind = option_u32(&request, INTERNET_OPTION_HANDLE_TYPE);
            request.leak();
            seen.lock().unwrap().push(kind);
        });
    }
    let url = format!("http://127.0.0.1:{}/", refused.port());
    let opened = open_url(&client.session, &url, 0, client.recorder.context());
    assert_eq!(opened.map(Handle::leak), Err(ERROR_IO_PENDING));
    assert_eq!(
        client.recorder.wait_complete(),
        (0, ERROR_INTERNET_CANNOT_CONNECT)
    );
    client.recorder.wait_closing();
    client.recorder.wait_idle();
    let works = Ok(INTERNET_HANDLE_TYPE_HTTP_REQUEST);
    let gone = Err(ERROR_INVALID_HANDLE);
    assert_eq!(*seen.lock().unwrap(), [works, works, works, gone]);
    client
        .recorder
        .assert_names(&["CREATED", "CONNECTING", "COMPLETE", "HANDLE_CLOSING"]);
    client.recorder.assert_sound();
}
