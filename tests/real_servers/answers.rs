//! nginx: files and parts of them, error pages, redirects, passwords, packing;
//! Python's http.server, which speaks HTTP/1.0.

use super::{content, fetch, get};
use crate::support::*;
use wininet::abi::*;

const ADD: u32 = HTTP_ADDREQ_FLAG_ADD;

const FILES: &str = "server { listen 127.0.0.1:@0; location / { } }";

#[test]
fn a_large_file_comes_byte_for_byte() {
    let Some(nginx) = Real::nginx(1, FILES) else {
        return;
    };
    let body = content(64 << 20);
    nginx.serve_file("large", &body);
    for asynchronous in BOTH {
        let client = Client::to_port(asynchronous, nginx.port(0));
        let request = client.get("/large");
        let (status, came) = fetch(&client, &request);
        assert!(status == 200 && came == body);
        assert_eq!(
            query_number(&request, HTTP_QUERY_CONTENT_LENGTH),
            Ok(64 << 20)
        );
        client.recorder.assert_sound();
    }
}

#[test]
fn parts_of_a_file() {
    let Some(nginx) = Real::nginx(1, FILES) else {
        return;
    };
    let body = content(100_000);
    nginx.serve_file("file", &body);
    for asynchronous in BOTH {
        let client = Client::to_port(asynchronous, nginx.port(0));
        let ranged = |header: &str| {
            let request = client.get("/file");
            add_headers(&request, header, ADD).expect("a header");
            let (status, came) = fetch(&client, &request);
            (status, came, request)
        };
        let (status, came, request) = ranged("Range: bytes=70000-");
        assert!((status, &came[..]) == (206, &body[70_000..]));
        let range = query(&request, HTTP_QUERY_CONTENT_RANGE);
        assert_eq!(range.as_deref(), Ok("bytes 70000-99999/100000"));

        // Several parts in one body, which is left as it is.
        let (status, came, request) = ranged("Range: bytes=0-9,50000-50009");
        let kind = query(&request, HTTP_QUERY_CONTENT_TYPE).expect("a type");
        let boundary = kind.strip_prefix("multipart/byteranges; boundary=");
        let boundary = boundary.expect("a boundary").as_bytes();
        assert_eq!(status, 206);
        let inside = |part: &[u8]| came.windows(part.len()).filter(|it| *it == part).count();
        assert_eq!(inside(boundary), 3);
        assert_eq!((inside(&body[..10]), inside(&body[50_000..50_010])), (1, 1));

        let (status, _, request) = ranged("Range: bytes=100000-");
        assert_eq!(status, 416);
        let range = query(&request, HTTP_QUERY_CONTENT_RANGE);
        assert_eq!(range.as_deref(), Ok("bytes */100000"));

        let (status, came, request) = ranged("Range: bytes=1-\r\nIf-Range: \"another\"");
        assert!((status, &came[..]) == (200, &body[..]));
        let tag = query(&request, HTTP_QUERY_ETAG).expect("a tag");
        let (status, came, _) = ranged(&format!("Range: bytes=1-\r\nIf-Range: {tag}"));
        assert!((status, &came[..]) == (206, &body[1..]));
        let (status, came, _) = ranged(&format!("If-None-Match: {tag}"));
        assert_eq!((status, came), (304, Vec::new()));
    }
}

/// Answers without a body, on a connection that goes on.
#[test]
fn heads_alone() {
    let Some(nginx) = Real::nginx(1, FILES) else {
        return;
    };
    nginx.serve_file("file", b"twelve bytes");
    for asynchronous in BOTH {
        let client = Client::to_port(asynchronous, nginx.port(0));
        for _ in 0..3 {
            let request = client.request("HEAD", "/file", 0);
            assert_eq!(fetch(&client, &request), (200, Vec::new()));
            assert_eq!(query_number(&request, HTTP_QUERY_CONTENT_LENGTH), Ok(12));
            assert_eq!(get(&client, "/file"), (200, b"twelve bytes".to_vec()));
        }
        let opened = client.recorder.count(INTERNET_STATUS_CONNECTED_TO_SERVER);
        assert_eq!(opened, usize::from(!asynchronous), "one for both drivers");
    }
}

#[test]
fn error_pages_are_answers() {
    let lines = "server { listen 127.0.0.1:@0;
        location / { }
        location /gone { return 410; }
        location /own { error_page 404 /page; }
        location /down { proxy_pass http://127.0.0.1:1; } }";
    let Some(nginx) = Real::nginx(1, lines) else {
        return;
    };
    nginx.serve_file("page", b"our own words");
    for asynchronous in BOTH {
        let client = Client::to_port(asynchronous, nginx.port(0));
        for (verb, path, status, words) in [
            ("GET", "/missing", 404, "404 Not Found"),
            ("GET", "/", 403, "403 Forbidden"),
            ("POST", "/page", 405, "405 Not Allowed"),
            ("GET", "/gone", 410, "410 Gone"),
            ("GET", "/own", 404, "our own words"),
            ("GET", "/down", 502, "502 Bad Gateway"),
        ] {
            let (came, body) = fetch(&client, &client.request(verb, path, 0));
            let body = String::from_utf8_lossy(&body).into_owned();
            assert!(
                came == status && body.contains(words),
                "{path}: {came} {body}"
            );
        }
    }
}

/// nginx makes absolute URLs of its redirects, and adds the slash of a directory.
#[test]
fn redirects_are_followed() {
    let lines = "server { listen 127.0.0.1:@0;
        location = /moved { return 301 /end; }
        location = /found { return 302 /moved; }
        location = /other { return 303 http://127.0.0.1:@1/end; }
        location = /kept { return 308 /end; }
        location = /end { return 200 '$request_method $server_port'; }
        location /folder/ { return 200 folder; }
        location = /folder { rewrite ^ /folder/ permanent; }
        location = /round { return 302 /round; } }
        server { listen 127.0.0.1:@1; location / { return 200 '$request_method $server_port'; } }";
    let Some(nginx) = Real::nginx(2, lines) else {
        return;
    };
    let [here, there] = [0, 1].map(|at| nginx.port(at));
    for asynchronous in BOTH {
        let client = Client::to_port(asynchronous, here);
        for (verb, path, expected) in [
            ("GET", "/moved", format!("GET {here}")),
            ("GET", "/found", format!("GET {here}")),
            ("POST", "/other", format!("GET {there}")),
            ("POST", "/kept", format!("POST {here}")),
            ("GET", "/folder", "folder".to_owned()),
        ] {
            let request = client.request(verb, path, 0);
            let (status, body) = fetch(&client, &request);
            assert_eq!((status, body), (200, expected.into_bytes()), "{path}");
        }
        let round = client.send(&client.get("/round"));
        assert_eq!(round, Err(ERROR_HTTP_REDIRECT_FAILED));
    }
}

/// Without credentials a 401 is an answer like others; a header of the program's
/// own opens the door.
#[test]
fn a_password_is_asked_for() {
    let place = Place::new();
    place.write("users", "joe:{PLAIN}secret\n");
    let lines = "server { listen 127.0.0.1:@0; location / {
        auth_basic 'the realm'; auth_basic_user_file @users; } }";
    let users = place.join("users").display().to_string();
    let lines = lines.replace("@users", &users);
    let Some(nginx) = Real::nginx(1, &lines) else {
        return;
    };
    nginx.serve_file("file", b"inside");
    for asynchronous in BOTH {
        let client = Client::to_port(asynchronous, nginx.port(0));
        let request = client.get("/file");
        let (status, body) = fetch(&client, &request);
        assert_eq!(status, 401);
        assert!(String::from_utf8_lossy(&body).contains("Authorization Required"));
        let asked = query(&request, HTTP_QUERY_WWW_AUTHENTICATE);
        assert_eq!(asked.as_deref(), Ok("Basic realm=\"the realm\""));
        // The same handle again, as programs do.
        add_headers(&request, "Authorization: Basic am9lOnNlY3JldA==", ADD).expect("a header");
        assert_eq!(fetch(&client, &request), (200, b"inside".to_vec()));
    }
}

/// A program that asks for gzip without asking for decoding gets gzip.
#[test]
fn a_packed_answer_stays_packed() {
    let lines = "gzip on; gzip_types *; gzip_min_length 1;
        server { listen 127.0.0.1:@0; location / { } }";
    let Some(nginx) = Real::nginx(1, lines) else {
        return;
    };
    nginx.serve_file("text", "again and ".repeat(10_000).as_bytes());
    for asynchronous in BOTH {
        let client = Client::to_port(asynchronous, nginx.port(0));
        let request = client.get("/text");
        add_headers(&request, "Accept-Encoding: gzip", ADD).expect("a header");
        let (status, body) = fetch(&client, &request);
        let coding = query(&request, HTTP_QUERY_CONTENT_ENCODING);
        assert_eq!((status, coding.as_deref()), (200, Ok("gzip")));
        assert!(body.starts_with(&[0x1f, 0x8b]) && body.len() < 10_000);
    }
}

/// A server of HTTP/1.0, which closes after each answer.
#[test]
fn pythons_server() {
    let body = content(1_000_000);
    let started = Real::start("python3", 1, |folder, ports| {
        std::fs::write(folder.join("file"), &body).expect("a file");
        let port = ports[0].to_string();
        let arguments = ["-u", "-m", "http.server", &port, "--bind", "127.0.0.1"];
        arguments.map(|it| it.into()).to_vec()
    });
    let Some(python) = started else { return };
    for asynchronous in BOTH {
        let client = Client::to_port(asynchronous, python.port(0));
        let request = client.get("/file");
        let (status, came) = fetch(&client, &request);
        assert!(status == 200 && came == body);
        assert_eq!(
            query(&request, HTTP_QUERY_VERSION).as_deref(),
            Ok("HTTP/1.0")
        );
        assert_eq!(get(&client, "/missing").0, 404);
        let (status, listing) = get(&client, "/");
        assert_eq!(status, 200);
        assert!(String::from_utf8_lossy(&listing).contains("file"));
        // Told, if the poller is still in a callback, a moment after the read.
        for _ in 0..3 {
            client.recorder.wait_for(INTERNET_STATUS_CONNECTION_CLOSED);
        }
    }
}
