//! nginx: how connections are kept, and many requests at once.

use std::collections::BTreeSet;

use super::{fetch, get};
use crate::support::*;
use wininet::abi::*;

/// Says which connection the request came on, and as which of its requests.
const COUNT: &str = "server { listen 127.0.0.1:@0;
    location /count { return 200 '$connection $connection_requests'; }
    location /slow { limit_rate 100k; add_header X-Connection $connection; } }";

/// Connection and count of one request.
fn count(client: &Client) -> (u64, u64) {
    let (status, body) = get(client, "/count");
    assert_eq!(status, 200);
    let text = String::from_utf8(body).expect("text");
    let (connection, count) = text.split_once(' ').expect("two numbers");
    (connection.parse().unwrap(), count.parse().unwrap())
}

#[test]
fn a_hundred_requests_on_one_connection() {
    for asynchronous in BOTH {
        let Some(nginx) = Real::nginx(1, COUNT) else {
            return;
        };
        // That nginx listens was found out by connecting.
        let client = Client::to_port(asynchronous, nginx.port(0));
        let (connection, first) = count(&client);
        assert_eq!(first, 1);
        for n in 2..=100 {
            assert_eq!(count(&client), (connection, n));
        }
    }
}

/// nginx ends a connection after so many requests, and says so.
#[test]
fn a_server_that_ends_connections() {
    for asynchronous in BOTH {
        let lines = COUNT.replace("server {", "server { keepalive_requests 10;");
        let Some(nginx) = Real::nginx(1, &lines) else {
            return;
        };
        let client = Client::to_port(asynchronous, nginx.port(0));
        let counts: Vec<(u64, u64)> = (0..35).map(|_| count(&client)).collect();
        let connections: BTreeSet<u64> = counts.iter().map(|it| it.0).collect();
        assert_eq!(connections.len(), 4, "{counts:?}");
        assert_eq!(counts[34].1, 5);
    }
}

/// Twenty requests that take a while each share the six connections.
#[test]
fn twenty_in_flight() {
    let Some(nginx) = Real::nginx(1, COUNT) else {
        return;
    };
    let body = super::content(20_000);
    nginx.serve_file("slow", &body);
    let clients: Vec<Client> = (0..20)
        .map(|_| Client::to_port(true, nginx.port(0)))
        .collect();
    let requests: Vec<Handle> = clients.iter().map(|it| it.get("/slow")).collect();
    for request in &requests {
        assert_eq!(send(request), Err(ERROR_IO_PENDING));
    }
    let mut connections = BTreeSet::new();
    for (client, request) in clients.iter().zip(&requests) {
        assert_eq!(client.recorder.wait_complete(), (1, 0));
        assert_eq!(super::answer(client, request), (200, body.clone()));
        let raw = query(request, HTTP_QUERY_RAW_HEADERS_CRLF).expect("the head");
        let line = raw.lines().find(|line| line.starts_with("X-Connection"));
        connections.insert(line.expect("our header").to_owned());
    }
    assert!(connections.len() <= 6, "{connections:?}");
}

/// The version that the program asks for is spoken, and nginx closes after it.
#[test]
fn http_1_0() {
    for asynchronous in BOTH {
        let lines = "server { listen 127.0.0.1:@0;
            location /version { return 200 $server_protocol; } }";
        let Some(nginx) = Real::nginx(1, lines) else {
            return;
        };
        let client = Client::to_port(asynchronous, nginx.port(0));
        let body = super::content(300_000);
        nginx.serve_file("file", &body);
        for (path, expected) in [("/version", b"HTTP/1.0".to_vec()), ("/file", body)] {
            let request = request_1_0(&client, path);
            assert_eq!(fetch(&client, &request), (200, expected));
        }
        for _ in 0..2 {
            client.recorder.wait_for(INTERNET_STATUS_CONNECTION_CLOSED);
        }
    }
}

/// A GET that asks for HTTP/1.0.
fn request_1_0(client: &Client, path: &str) -> Handle {
    let path = std::ffi::CString::new(path).expect("no NUL");
    let (none, context) = (std::ptr::null(), client.recorder.context());
    // SAFETY: C strings, or NULL where that is allowed.
    let handle = unsafe {
        wininet::ffi::HttpOpenRequestA(
            client.connection.raw(),
            c"GET".as_ptr(),
            path.as_ptr(),
            c"HTTP/1.0".as_ptr(),
            none,
            std::ptr::null_mut(),
            0,
            context,
        )
    };
    assert!(!handle.is_null());
    Handle::adopt(handle as usize)
}
