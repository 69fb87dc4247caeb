//! Closing a request whose body goes out in pieces, and one that is redirected.

use std::ptr::null_mut;
use std::thread::JoinHandle;

use crate::scene::big_body;
use crate::support::every::assert_invalid;
use crate::support::*;
use wininet::abi::*;
use wininet::ffi::*;

const CANCELLED: u32 = ERROR_INTERNET_OPERATION_CANCELLED;

fn begin(request: &Handle) -> Result<()> {
    // SAFETY: NULL buffers are allowed.
    check(unsafe { HttpSendRequestExA(request.raw(), null_mut(), null_mut(), 0, 0) })
}

fn write(request: &Handle, piece: &'static [u8]) -> Result<()> {
    let mut count = 0;
    let (at, size) = (piece.as_ptr().cast(), piece.len() as u32);
    // SAFETY: so many readable bytes.
    check(unsafe { InternetWriteFile(request.raw(), at, size, &mut count) })
}

fn end(request: &Handle) -> Result<()> {
    // SAFETY: nothing is passed.
    check(unsafe { HttpEndRequestA(request.raw(), null_mut(), 0, 0) })
}

/// A request that has begun to send its body, and a server that has read the
/// head and waits.
fn begun(is_async: bool) -> (Server, Client, Handle, Latch) {
    let go = Latch::new();
    let server = Server::script(Script::new().read_head().pause(&go).send("more"));
    let client = Client::new(is_async, &server);
    let request = client.request("POST", "/", 0);
    add_headers(&request, "Content-Length: 100000000", HTTP_ADDREQ_FLAG_ADD).expect("added");
    finish(begin(&request), client.recorder).expect("the head is out");
    client.recorder.wait_idle();
    client.recorder.take_names();
    (server, client, request, go)
}

#[track_caller]
fn assert_told(client: &Client, value: usize, told: &[&str]) {
    assert_eq!(client.recorder.wait_closing(), value);
    client.recorder.wait_idle();
    client.recorder.assert_names(told);
}

/// Calls on another thread, by the handle's value.
fn elsewhere(
    request: &Handle,
    call: impl FnOnce(&Handle) -> Result<()> + Send + 'static,
) -> JoinHandle<Result<()>> {
    let value = request.value();
    std::thread::spawn(move || {
        let request = Handle::adopt(value);
        let result = call(&request);
        request.leak();
        result
    })
}

/// Between two pieces nothing is pending, but there is a connection.
#[test]
fn between_two_pieces() {
    for is_async in [false, true] {
        let (server, client, request, _go) = begun(is_async);
        write(&request, b"a piece").expect("written");
        // The head's and the piece's.
        client.recorder.wait_for(INTERNET_STATUS_REQUEST_SENT);
        client.recorder.wait_for(INTERNET_STATUS_REQUEST_SENT);
        client.recorder.wait_idle();
        client.recorder.take_names();
        let value = request.leak();
        close_value(value).expect("closes");
        assert_invalid(value);
        assert_told(&client, value, &["CLOSING", "CLOSED", "HANDLE_CLOSING"]);
        drop(server);
    }
}

/// A piece that the server does not read: the writing call is freed, in both
/// kinds of sessions on the thread that makes it.
#[test]
fn while_a_piece_is_written() {
    for is_async in [false, true] {
        let (_server, client, request, _go) = begun(is_async);
        let writer = elsewhere(&request, |request| write(request, big_body()));
        // The second one is the piece's.
        client.recorder.wait_for(INTERNET_STATUS_SENDING_REQUEST);
        client.recorder.wait_for(INTERNET_STATUS_SENDING_REQUEST);
        let value = request.leak();
        close_value(value).expect("closes");
        assert_invalid(value);
        assert_eq!(writer.join().expect("no panic"), Err(CANCELLED));
        let told = ["SENDING", "CLOSING", "CLOSED", "HANDLE_CLOSING"];
        assert_told(&client, value, &told);
    }
}

/// HttpEndRequest waits for the answer.
#[test]
fn while_the_answer_is_awaited() {
    for is_async in [false, true] {
        let (_server, client, request, _go) = begun(is_async);
        let value = request.value();
        let ender = elsewhere(&request, end);
        client.recorder.wait_for(INTERNET_STATUS_RECEIVING_RESPONSE);
        request.leak();
        close_value(value).expect("closes");
        assert_invalid(value);
        let ended = ender.join().expect("no panic");
        if is_async {
            assert_eq!(ended, Err(ERROR_IO_PENDING));
            assert_eq!(client.recorder.wait_complete(), (0, CANCELLED));
            let told = [
                "RECEIVING",
                "CLOSING",
                "CLOSED",
                "COMPLETE",
                "HANDLE_CLOSING",
            ];
            assert_told(&client, value, &told);
        } else {
            assert_eq!(ended, Err(CANCELLED));
            let told = ["RECEIVING", "CLOSING", "CLOSED", "HANDLE_CLOSING"];
            assert_told(&client, value, &told);
        }
    }
}

/// While HttpSendRequestEx connects.
#[test]
fn while_the_head_is_sent() {
    for is_async in [false, true] {
        let silent = ports::SilentPort::new();
        let client = Client::to_port(is_async, silent.port());
        let request = client.request("POST", "/", 0);
        let value = request.value();
        let sender = elsewhere(&request, begin);
        client
            .recorder
            .wait_for(INTERNET_STATUS_CONNECTING_TO_SERVER);
        request.leak();
        close_value(value).expect("closes");
        assert_invalid(value);
        let begun = sender.join().expect("no panic");
        match is_async {
            true => assert_eq!(client.recorder.wait_complete(), (0, CANCELLED)),
            false => assert_eq!(begun, Err(CANCELLED)),
        }
        assert_eq!(client.recorder.wait_closing(), value);
        client.recorder.wait_idle();
        client.recorder.assert_sound();
    }
}

/// In REDIRECT, and while the second server keeps its answer to itself.
#[test]
fn while_a_redirect_is_followed() {
    for is_async in [false, true] {
        for in_callback in [true, false] {
            let (read, never) = (Latch::new(), Latch::new());
            let there = Script::new().read_request().signal(&read).pause(&never);
            let there = Server::script(there);
            let url = there.url("/there");
            let here = reply::reply("302 Found", &[("Location", &url)], "");
            let here = Server::script(Script::answer(here));
            let client = Client::new(is_async, &here);
            let request = client.get("/");
            let value = request.value();
            if in_callback {
                client.recorder.on(INTERNET_STATUS_REDIRECT, |event| {
                    close_value(event.handle).expect("closes");
                    assert_invalid(event.handle);
                });
            }
            let sender = elsewhere(&request, send);
            request.leak();
            if !in_callback {
                read.wait();
                close_value(value).expect("closes");
            }
            let sent = sender.join().expect("no panic");
            match is_async {
                true => assert_eq!(client.recorder.wait_complete(), (0, CANCELLED)),
                false => assert_eq!(sent, Err(CANCELLED)),
            }
            assert_eq!(client.recorder.wait_closing(), value);
            client.recorder.wait_idle();
            client.recorder.assert_sound();
            assert_invalid(value);
            let completions = client.recorder.count(INTERNET_STATUS_REQUEST_COMPLETE);
            assert_eq!(completions, usize::from(is_async));
            assert_eq!(client.recorder.count(INTERNET_STATUS_HANDLE_CLOSING), 1);
            let names = client.recorder.names();
            let count = |name| names.iter().filter(|&it| it == name).count();
            assert_eq!(count("CLOSING"), count("CLOSED"), "{names:?}");
        }
    }
}

/// Header strings are not touched after the call that was given them.
#[test]
fn nothing_of_the_buffers_struct_is_used_later() {
    let go = Latch::new();
    let server = Server::script(Script::new().read_head().pause(&go).read_body());
    let client = Client::asynchronous(&server);
    let request = client.request("POST", "/", 0);
    let mut first = vec![b'a'; 8 << 20];
    let mut header = b"X-Lent: 1\0".to_vec();
    // SAFETY: zeros are a value of the struct.
    let mut buffers: INTERNET_BUFFERSA = unsafe { std::mem::zeroed() };
    buffers.dwStructSize = size_of::<INTERNET_BUFFERSA>() as u32;
    buffers.lpcszHeader = header.as_ptr().cast();
    buffers.dwHeadersLength = 9;
    buffers.lpvBuffer = first.as_mut_ptr().cast();
    buffers.dwBufferLength = first.len() as u32;
    buffers.dwBufferTotal = first.len() as u32;
    // SAFETY: as large as it says.
    let begun = check(unsafe { HttpSendRequestExA(request.raw(), &mut buffers, null_mut(), 0, 0) });
    assert_eq!(begun, Err(ERROR_IO_PENDING));
    first.fill(b'b');
    header.fill(b'b');
    go.release();
    assert_eq!(client.recorder.wait_complete(), (1, 0));
    let sent = server.wait_requests(1).remove(0);
    assert_eq!(sent.header("x-lent").as_deref(), Some("1"));
    drop(request);
    server.wait_ended(1);
    let body = server.recorded().remove(0).body;
    assert!(body.len() == 8 << 20 && body.iter().all(|&it| it == b'a'));
}
