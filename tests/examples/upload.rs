//! upload.c: a file with its length, a pipe in chunks, answers, failures, Ctrl-C.

use std::fs::File;
use std::io::Write;
use std::process::Stdio;

use super::program::{body, each_way, interrupt, Program};
use crate::support::connection::Connection;
use crate::support::login::{guarded, BASIC};
use crate::support::ports::RefusedPort;
use crate::support::reply::{ok, reply};
use crate::support::{Latch, Server};

/// Reads a chunked body to its end.
fn read_chunks(connection: &mut Connection) -> std::io::Result<Vec<u8>> {
    let mut body = Vec::new();
    loop {
        let mut line = Vec::new();
        while !line.ends_with(b"\r\n") {
            line.extend(connection.read_exactly(1)?);
        }
        let size = String::from_utf8_lossy(&line[..line.len() - 2]).into_owned();
        let size = usize::from_str_radix(&size, 16).map_err(std::io::Error::other)?;
        body.extend(connection.read_exactly(size)?);
        connection.read_exactly(2)?;
        if size == 0 {
            return Ok(body);
        }
    }
}

#[test]
fn a_file_goes_with_its_length() {
    let whole = body(300_000);
    each_way("upload", |program| {
        let server = Server::respond(|request| ok(format!("{} bytes", request.body.len())));
        program.place.write("file", &whole);
        let arguments = [
            "-X",
            "PUT",
            "-H",
            "X-One: 1",
            "-H",
            "Content-Type: text/plain",
        ];
        let url = server.url("/there?a=b");
        let arguments = [&arguments[..], &["file", &url]].concat();
        let (said, told) = program.ends(0, &arguments);
        assert_eq!(said, "300000 bytes");
        assert!(told.starts_with("file: 293.0 KiB in 0:0"), "{told}");
        let request = &server.recorded()[0];
        assert_eq!(request.line(), "PUT /there?a=b HTTP/1.1");
        assert!(request.body == whole);
        let header = |name: &str| request.header(name).unwrap_or_default();
        assert_eq!(header("Content-Length"), "300000");
        assert_eq!(
            (header("X-One"), header("Content-Type")),
            ("1".into(), "text/plain".into())
        );
    });
}

#[test]
fn an_empty_file_is_a_body_too() {
    each_way("upload", |program| {
        let server = Server::respond(|_| reply("204 No Content", &[], ""));
        program.place.write("file", "");
        program.ends(0, &["file", &server.url("/")]);
        let request = &server.recorded()[0];
        assert_eq!(request.method(), "POST");
        assert_eq!(request.header("Content-Length").as_deref(), Some("0"));
        let kind = request.header("Content-Type");
        assert_eq!(kind.as_deref(), Some("application/octet-stream"));
    });
}

/// A file as stdin has a length, counted from where it stands.
#[test]
fn stdin_may_be_a_file() {
    each_way("upload", |program| {
        let server = Server::respond(|_| ok(""));
        program.place.write("file", "whole");
        let input = File::open(program.place.join("file")).expect("the file");
        let output = program.output_from(&["-", &server.url("/")], input.into());
        let (_, told) = program.check(0, &output);
        assert!(told.starts_with("stdin: 5 B in "), "{told}");
        assert_eq!(server.recorded()[0].body, b"whole");
    });
}

#[test]
fn a_pipe_goes_in_chunks() {
    let whole = body(300_000);
    each_way("upload", |program| {
        let server = Server::serve(|connection| {
            connection.read_head()?;
            let body = read_chunks(connection)?;
            connection.send(ok(body))?;
            connection.hold()
        });
        let arguments = ["-q", "-", &server.url("/")];
        let mut child = program.start(&arguments, Stdio::piped());
        let mut input = child.stdin.take().expect("its stdin");
        let sent = whole.clone();
        let writer = std::thread::spawn(move || input.write_all(&sent));
        let (said, told) = program.check(0, &child.wait_with_output().expect("its end"));
        writer.join().expect("no panic").expect("all was read");
        assert!(said.as_bytes() == whole && told.is_empty());
        let request = &server.recorded()[0];
        assert_eq!(
            request.header("Transfer-Encoding").as_deref(),
            Some("chunked")
        );
    });
}

/// What the server says of a failure is printed, and the status tells.
#[test]
fn an_error_of_the_servers_is_a_failure() {
    each_way("upload", |program| {
        let server = Server::respond(|_| reply("403 Forbidden", &[], "not for you"));
        program.place.write("file", "x");
        let (said, told) = program.ends(1, &["file", &server.url("/")]);
        assert_eq!(
            (&said[..], &told[..]),
            ("not for you", "upload: 403: Forbidden\n")
        );
    });
}

/// A server that has seen enough answers and hangs up; that is the answer.
#[test]
fn an_early_answer_is_printed() {
    let whole = vec![b'x'; 20_000_000];
    each_way("upload", |program| {
        let server = Server::serve(|connection| {
            connection.read_head()?;
            let headers = [("Connection", "close")];
            connection.send(reply("413 Too Large", &headers, "too large"))?;
            connection.half_close()?;
            // Until the client has noticed.
            while connection.read_exactly(65_536).is_ok() {}
            Ok(())
        });
        program.place.write("file", &whole);
        let (said, told) = program.ends(1, &["file", &server.url("/")]);
        assert_eq!(
            (&said[..], &told[..]),
            ("too large", "upload: 413: Too Large\n")
        );
    });
}

/// A login in the URL: the server asks for it when all is written, and gets all of it again. What came
/// from a pipe is gone.
#[test]
fn a_login_takes_the_file_once_more() {
    let whole = vec![b'x'; 300_000];
    each_way("upload", |program| {
        let server = guarded("Basic realm=x", BASIC);
        let url = server.url("/").replace("//", "//user:pass@");
        program.place.write("file", &whole);
        assert_eq!(program.ends(0, &["-q", "file", &url]).0, "come in");
        let sent = server.recorded();
        assert!(sent.len() == 2 && sent.iter().all(|it| it.body == whole));
        let wrong = url.replace("pass", "wrong");
        let (said, told) = program.ends(1, &["-q", "file", &wrong]);
        assert_eq!(
            (&said[..], &told[..]),
            ("who are you?", "upload: 401: Unauthorized\n")
        );
    });
}

#[test]
fn failures_have_names() {
    each_way("upload", |program| {
        let refused = RefusedPort::new();
        let refused = format!("http://127.0.0.1:{}/", refused.port());
        program.place.write("file", "x");
        let cases = [
            ("file", &refused[..], "ERROR_INTERNET_CANNOT_CONNECT"),
            (
                "file",
                "http://no-such-host.invalid/",
                "ERROR_INTERNET_NAME_NOT_RESOLVED",
            ),
            ("file", "nonsense", "ERROR_INTERNET_UNRECOGNIZED_SCHEME"),
            ("missing", &refused, "missing: No such file"),
            (".", &refused, ".: Is a directory"),
        ];
        for (file, url, expected) in cases {
            let (said, told) = program.ends(1, &[file, url]);
            assert!(
                said.is_empty() && told.contains(expected),
                "{expected}: {told}"
            );
        }
    });
}

#[test]
fn wrong_usage_is_told() {
    let program = Program::sanitized("upload");
    program.place.write("file", "x");
    let url = "http://127.0.0.1/";
    for arguments in [
        &["file"][..],
        &["-Q", "file", url],
        &["-H", "no colon", "file", url],
        &["-H", "Transfer-Encoding: chunked", "file", url],
        &["-H", "content-length: 5", "file", url],
    ] {
        let (said, told) = program.ends(2, arguments);
        assert!(said.is_empty() && told.contains("usage: upload"), "{told}");
    }
    let (said, _) = program.ends(0, &["--help"]);
    assert!(said.contains("130 interrupted"));
}

/// Ctrl-C while the server takes nothing more and a write blocks.
#[test]
fn interrupted_in_a_write() {
    let whole = vec![b'x'; 50_000_000];
    each_way("upload", |program| {
        let never = Latch::new();
        let server = Server::serve(move |connection| {
            connection.read_head()?;
            connection.pause(&never);
            Ok(())
        });
        program.place.write("file", &whole);
        let child = program.start(&["file", &server.url("/")], Stdio::null());
        server.wait_requests(1);
        interrupt(&child);
        let (_, told) = program.check(130, &child.wait_with_output().expect("its end"));
        assert_eq!(told, "upload: interrupted\n");
    });
}

/// Ctrl-C while nothing comes from stdin, and while no answer comes.
#[test]
fn interrupted_while_it_waits() {
    each_way("upload", |program| {
        for sent in ["7\r\na piece\r\n", "0\r\n\r\n"] {
            let came = Latch::new();
            let come = came.clone();
            let server = Server::serve(move |connection| {
                connection.read_head()?;
                connection.read_exactly(sent.len())?;
                come.release();
                connection.hold()
            });
            let mut child = program.start(&["-", &server.url("/")], Stdio::piped());
            let mut input = child.stdin.take().expect("its stdin");
            let input = match sent.contains("a piece") {
                true => input.write_all(b"a piece").map(|()| Some(input)),
                false => {
                    drop(input);
                    Ok(None)
                }
            };
            came.wait();
            interrupt(&child);
            program.check(130, &child.wait_with_output().expect("its end"));
            // Open for as long as it ran.
            drop(input.expect("it reads"));
        }
    });
}
