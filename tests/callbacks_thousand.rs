//! 1,000 asynchronous requests in flight at once need 4 threads of the library
//! at most (section 2 of the contract). A binary of its own, for its threads
//! and descriptors.

mod support;

use support::reply::ok;
use support::threads::library_threads;
use support::*;
use wininet::abi::*;

const MANY: usize = 1000;

/// Both ends of the connections are in this process.
#[allow(unsafe_code)]
fn allow_descriptors(count: u64) {
    let mut limit = libc::rlimit {
        rlim_cur: 0,
        rlim_max: 0,
    };
    // SAFETY: it fills the struct.
    let got = unsafe { libc::getrlimit(libc::RLIMIT_NOFILE, &mut limit) };
    assert_eq!(got, 0);
    if limit.rlim_cur >= count {
        return;
    }
    assert!(limit.rlim_max >= count, "ulimit -Hn is {}", limit.rlim_max);
    limit.rlim_cur = count;
    // SAFETY: it reads the struct.
    let set = unsafe { libc::setrlimit(libc::RLIMIT_NOFILE, &limit) };
    assert_eq!(set, 0);
}

/// All of them are sent, the server holds every answer until it has them all,
/// and each is completed once, with its own answer.
#[test]
fn a_thousand_requests_in_flight_need_four_threads() {
    allow_descriptors(2 * MANY as u64 + 200);
    let answer = Latch::new();
    let held = answer.clone();
    let server = Server::serve(move |connection| loop {
        let Ok(request) = connection.read_request() else {
            return Ok(());
        };
        connection.pause(&held);
        connection.send(ok(request.target()))?;
    });
    allow_connections(MANY as u32);
    let client = Client::asynchronous(&server);
    let recorders: Vec<&Recorder> = (0..MANY).map(|_| Recorder::new()).collect();
    let requests: Vec<Handle> = recorders
        .iter()
        .enumerate()
        .map(|(n, recorder)| {
            let path = format!("/{n}");
            let context = recorder.context();
            let request = request(&client.connection, "GET", &path, 0, context);
            let request = request.expect("a request handle");
            assert_eq!(send(&request), Err(ERROR_IO_PENDING));
            request
        })
        .collect();
    server.wait_requests(MANY);
    for recorder in &recorders {
        recorder.wait_for(INTERNET_STATUS_RECEIVING_RESPONSE);
        assert_eq!(recorder.count(INTERNET_STATUS_REQUEST_COMPLETE), 0);
    }
    let in_flight = library_threads();
    assert!((1..=4).contains(&in_flight.len()), "{in_flight:?}");
    answer.release();
    for (n, (recorder, request)) in recorders.iter().zip(&requests).enumerate() {
        assert_eq!(recorder.wait_complete(), (1, 0));
        let body = read_all_async(request, recorder).expect("the body");
        assert_eq!(body, format!("/{n}").into_bytes());
    }
    let afterwards = library_threads();
    assert!((1..=4).contains(&afterwards.len()), "{afterwards:?}");
    for (recorder, request) in recorders.iter().zip(requests) {
        request.close().expect("closed");
        recorder.wait_closing();
        let list = format!("{FIRST} HANDLE_CLOSING");
        assert_eq!(recorder.names().join(" "), list);
        recorder.assert_sound();
    }
}
