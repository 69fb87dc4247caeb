//! A synchronous handle needs the caller's thread and no other. A binary of its
//! own, whose only test counts the threads of the process.

mod support;

use support::reply::ok;
use support::threads::library_threads;
use support::*;
use wininet::abi::*;

#[test]
fn synchronous_requests_start_no_thread() {
    let server = Server::respond(|_| ok("body"));
    for _ in 0..10 {
        let client = Client::sync(&server);
        let request = client.get("/");
        set_option_u32(&request, INTERNET_OPTION_RECEIVE_TIMEOUT, 20_000).expect("set");
        client.send(&request).expect("sent");
        assert_eq!(read_all(&request), Ok(b"body".to_vec()));
        assert_eq!(library_threads(), [""; 0]);
    }
    assert_eq!(server.connections(), 1);
    // They would be seen.
    let client = Client::asynchronous(&server);
    client.send(&client.get("/")).expect("sent");
    assert_ne!(library_threads(), [""; 0]);
}
