//! nginx: bodies that it compresses, as it sends them or before, and walks through a file.

use super::fetch;
use crate::support::coding::gzip;
use crate::support::random::{seed, Random};
use crate::support::seeking::{numbered, seek};
use crate::support::*;
use wininet::abi::*;

const SIZE: usize = 2 << 20;

/// nginx with one file, which it compresses for who asks for that.
fn start() -> Option<(Real, Vec<u8>)> {
    let lines = "types { text/plain txt; } gzip on; gzip_types text/plain; gzip_static on;
        server { listen 127.0.0.1:@0; location / { add_header X-Count $connection_requests; } }";
    let nginx = Real::nginx(1, lines)?;
    let content = numbered(SIZE);
    nginx.serve_file("numbers.txt", &content);
    Some((nginx, content))
}

/// A request that asks for gzip, decoded or not.
fn packed(client: &Client, path: &str, decoded: bool) -> Handle {
    let request = client.get(path);
    let option = INTERNET_OPTION_HTTP_DECODING;
    set_option_u32(&request, option, decoded.into()).expect("set");
    let line = "Accept-Encoding: gzip, deflate";
    add_headers(&request, line, HTTP_ADDREQ_FLAG_ADD).expect("added");
    request
}

/// In chunks as it is compressed, or with a length where it was before; on one connection.
#[test]
fn what_it_compresses_is_decoded() {
    for asynchronous in BOTH {
        let Some((nginx, content)) = start() else {
            return;
        };
        nginx.serve_file("before.txt", &content);
        nginx.serve_file("before.txt.gz", &gzip(&content));
        let client = Client::to_port(asynchronous, nginx.port(0));
        let mut sent = 0;
        for path in ["/numbers.txt", "/before.txt"] {
            for decoded in [true, false, true] {
                let request = packed(&client, path, decoded);
                let (status, came) = fetch(&client, &request);
                assert_eq!((status, came == content), (200, decoded), "{path}");
                let said = query(&request, HTTP_QUERY_CONTENT_ENCODING);
                let expected = match decoded {
                    true => Err(ERROR_HTTP_HEADER_NOT_FOUND),
                    false => Ok("gzip".to_owned()),
                };
                assert_eq!(said, expected, "{path}");
                sent += 1;
                let raw = query(&request, HTTP_QUERY_RAW_HEADERS_CRLF).expect("the head");
                assert!(raw.contains(&format!("X-Count: {sent}\r\n")), "{raw}");
            }
        }
        client.recorder.assert_sound();
    }
}

#[test]
fn any_walk_through_its_file() {
    let Some((nginx, content)) = start() else {
        return;
    };
    let mut random = Random::new(seed());
    for asynchronous in BOTH {
        let client = Client::to_port(asynchronous, nginx.port(0));
        let request = client.get("/numbers.txt");
        client.send(&request).expect("an answer");
        for _ in 0..50 {
            let (at, size) = (random.below(SIZE), random.below(100_000) + 1);
            assert_eq!(seek(&request, at as i64, FILE_BEGIN), Ok(at as u64));
            let read = start_read(&request, size).and_then(|it| it.finish(client.recorder));
            let end = SIZE.min(at + size);
            assert!(
                read.expect("no failure") == content[at..end],
                "{size} at {at}"
            );
        }
        client.recorder.assert_sound();
    }
}

/// A download that goes on where it was broken off.
#[test]
fn the_rest_of_its_file() {
    let Some((nginx, content)) = start() else {
        return;
    };
    for asynchronous in BOTH {
        let client = Client::to_port(asynchronous, nginx.port(0));
        let request = client.get("/numbers.txt");
        let line = format!("Range: bytes={}-", SIZE - 1000);
        add_headers(&request, &line, HTTP_ADDREQ_FLAG_ADD).expect("added");
        let (status, came) = fetch(&client, &request);
        assert!(status == 206 && came == content[SIZE - 1000..]);
    }
}
