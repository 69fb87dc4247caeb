//! Requests with a Range header of the program's: the part comes as the body,
//! with what the server says of it.

mod support;

use support::reply::reply;
use support::seeking::{numbered, part_of, seek};
use support::*;
use wininet::abi::*;

const TAG: &str = "\"one\"";

fn server(size: usize) -> Server {
    let content = numbered(size);
    Server::respond(move |request| part_of(&content, TAG, request))
}

/// A download that goes on where a former one ended.
#[test]
fn a_part_as_the_body() {
    let content = numbered(10_000);
    for asynchronous in BOTH {
        let story = Story::new(server(content.len()), asynchronous);
        let request = story.get("/");
        let lines = format!("Range: bytes=9000-\r\nIf-Range: {TAG}");
        add_headers(&request, &lines, HTTP_ADDREQ_FLAG_ADD).expect("added");
        story.send(&request).expect("sent");
        story.told(FIRST);
        assert_eq!(status_code(&request), 206);
        let range = query(&request, HTTP_QUERY_CONTENT_RANGE);
        assert_eq!(range.as_deref(), Ok("bytes 9000-9999/10000"));
        assert_eq!(query_number(&request, HTTP_QUERY_CONTENT_LENGTH), Ok(1000));
        let asked = query(&request, HTTP_QUERY_RANGE | HTTP_QUERY_FLAG_REQUEST_HEADERS);
        assert_eq!(asked.as_deref(), Ok("bytes=9000-"));
        assert_eq!(story.read_all(&request), Ok(content[9000..].to_vec()));
        story.close(request, "HANDLE_CLOSING");
    }
}

/// A part that is not there, and a body that has changed.
#[test]
fn what_else_a_server_says() {
    for asynchronous in BOTH {
        let story = Story::new(server(100), asynchronous);
        for (lines, status, length) in [
            ("Range: bytes=100-", 416, 0),
            ("Range: bytes=50-\r\nIf-Range: \"other\"", 200, 100),
            ("Range: nonsense", 200, 100),
        ] {
            let request = story.get("/");
            add_headers(&request, lines, HTTP_ADDREQ_FLAG_ADD).expect("added");
            story.send(&request).expect("sent");
            assert_eq!(status_code(&request), status, "{lines}");
            let came = story.read_all(&request).map(|it| it.len());
            assert_eq!(came, Ok(length), "{lines}");
        }
        assert_eq!(story.server.connections(), 1);
    }
}

/// Places are those of the part: going back asks for the same part again.
#[test]
fn moving_in_a_part() {
    let content = numbered(10_000);
    for asynchronous in BOTH {
        let story = Story::new(server(content.len()), asynchronous);
        let request = story.get("/");
        let line = "Range: bytes=9000-";
        add_headers(&request, line, HTTP_ADDREQ_FLAG_ADD).expect("added");
        story.send(&request).expect("sent");
        assert_eq!(seek(&request, -100, FILE_END), Ok(900));
        assert_eq!(story.read(&request, 5000), Ok(content[9900..].to_vec()));
        assert_eq!(seek(&request, 10, FILE_BEGIN), Ok(10));
        let came = story.read(&request, 10);
        assert_eq!(came, Ok(content[9010..9020].to_vec()));
        let sent = story.server.recorded();
        assert_eq!(sent[1].header("Range").as_deref(), Some("bytes=9000-"));
    }
}

/// Several parts in one body are the program's to take apart.
#[test]
fn several_parts() {
    let parts = "--x\r\nContent-Range: bytes 0-0/9\r\n\r\na\r\n--x--\r\n";
    let kind = ("Content-Type", "multipart/byteranges; boundary=x");
    for asynchronous in BOTH {
        let answer = move |_: &_| reply("206 Partial Content", &[kind], parts);
        let story = Story::new(Server::respond(answer), asynchronous);
        let request = story.get("/");
        add_headers(&request, "Range: bytes=0-0,8-8", HTTP_ADDREQ_FLAG_ADD).expect("added");
        story.send(&request).expect("sent");
        assert_eq!(story.read_all(&request), Ok(parts.into()));
    }
}
