//! INTERNET_OPTION_MAX_CONNS_PER_SERVER changes how many connections each server
//! gets. A binary of its own: the option is the process's.
#![allow(unsafe_code)]

mod support;

use support::reply::ok;
use support::*;
use wininet::abi::*;

#[test]
fn a_higher_limit_lets_those_go_who_wait() {
    allow_connections(1);
    let latch = Latch::new();
    let held = latch.clone();
    let server = Server::serve(move |connection| {
        let request = connection.read_request()?;
        connection.pause(&held);
        connection.send(ok(request.target()))?;
        connection.hold()
    });
    let client = Client::asynchronous(&server);
    let started: Vec<(&Recorder, Handle)> = (0..3)
        .map(|n| {
            let recorder = Recorder::new();
            let path = format!("/{n}");
            let request = request(&client.connection, "GET", &path, 0, recorder.context());
            let request = request.expect("a handle");
            assert_eq!(send(&request), Err(ERROR_IO_PENDING));
            (recorder, request)
        })
        .collect();
    server.wait_requests(1);
    assert_eq!(server.connections(), 1);
    assert_eq!(started[1].0.names(), ["CREATED"]);
    allow_connections(3);
    assert_eq!(server.wait_requests(3).len(), 3);
    latch.release();
    for (n, (recorder, request)) in started.iter().enumerate() {
        assert_eq!(recorder.wait_complete(), (1, 0));
        let body = read_all_async(request, recorder);
        assert_eq!(body, Ok(format!("/{n}").into_bytes()));
    }
    assert_eq!(option_of_process(INTERNET_OPTION_MAX_CONNS_PER_SERVER), 3);
}

fn option_of_process(option: u32) -> u32 {
    let (mut value, mut size) = (0_u32, 4_u32);
    let buffer = (&raw mut value).cast();
    // SAFETY: the buffer is a DWORD of the size that is passed.
    let asked = unsafe {
        wininet::ffi::InternetQueryOptionA(std::ptr::null_mut(), option, buffer, &mut size)
    };
    check(asked).expect("an option of the process");
    value
}
