//! download.c -c: going on where an earlier run was cut off or interrupted.

use std::sync::Arc;

use super::program::{body, each_way, interrupt, Program};
use crate::support::reply::{head, ok, reply, Request};
use crate::support::{Real, Server};

/// A file as servers have it: with an ETag, and ranges of it if that is still
/// the one that the client means.
struct Served {
    body: Vec<u8>,
    tag: &'static str,
}

impl Served {
    fn answer(&self, request: &Request) -> Vec<u8> {
        let first = request.header("Range").and_then(|range| {
            let same = request.header("If-Range").as_deref() == Some(self.tag);
            let first = range.strip_prefix("bytes=")?.strip_suffix('-')?;
            same.then(|| first.parse::<usize>().ok()).flatten()
        });
        let size = self.body.len();
        match first {
            None => reply("200 OK", &[("ETag", self.tag)], &self.body),
            Some(first) if first < size => {
                let range = format!("bytes {first}-{}/{size}", size - 1);
                let headers = [("ETag", self.tag), ("Content-Range", &range)];
                reply("206 Partial Content", &headers, &self.body[first..])
            }
            Some(_) => {
                let range = format!("bytes */{size}");
                reply(
                    "416 Range Not Satisfiable",
                    &[("Content-Range", &range)],
                    "",
                )
            }
        }
    }

    fn server(self) -> Server {
        Server::respond(move |request| self.answer(request))
    }
}

/// A server that hangs up within the body.
fn cutting(whole: &Arc<Vec<u8>>, at: usize, tag: &'static str) -> Server {
    let whole = whole.clone();
    Server::serve(move |connection| {
        let request = connection.read_request()?;
        let body = whole.to_vec();
        let answer = Served { body, tag }.answer(&request);
        let cut = answer.len() - whole.len() + at;
        connection.send(&answer[..cut])?;
        connection.close();
        Ok(())
    })
}

/// A part of a file, as an earlier run has left it.
fn leave(program: &Program, part: &[u8], tag: &str) {
    program.place.write("file.part", part);
    program.place.write("file.part.tag", format!("{tag}\n"));
}

/// Runs `download -c` for a file that must be complete afterwards, and alone.
#[track_caller]
fn continues(program: &Program, server: &Server, whole: &[u8]) {
    program.ends(0, &["-c", &server.url("/file")]);
    assert_eq!(program.place.names(), ["file"]);
    assert!(program.place.read("file") == whole, "not the file");
}

#[test]
fn a_body_that_is_cut_short_goes_on_later() {
    let whole = Arc::new(body(200_000));
    each_way("download", |program| {
        let server = cutting(&whole, 123_456, "\"one\"");
        let (_, told) = program.ends(1, &[&server.url("/file")]);
        assert!(told.contains("ERROR_INTERNET_CONNECTION_ABORTED"), "{told}");
        assert_eq!(program.place.names(), ["file.part", "file.part.tag"]);
        assert!(program.place.read("file.part") == whole[..123_456]);

        let (body, tag) = (whole.to_vec(), "\"one\"");
        let server = Served { body, tag }.server();
        continues(program, &server, &whole);
        let request = &server.recorded()[0];
        assert_eq!(request.header("Range").as_deref(), Some("bytes=123456-"));
        assert_eq!(request.header("If-Range").as_deref(), Some("\"one\""));
    });
}

#[test]
fn a_file_that_has_changed_comes_whole() {
    let whole = body(100_000);
    each_way("download", |program| {
        leave(program, b"something else", "\"old\"");
        let (body, tag) = (whole.clone(), "\"new\"");
        continues(program, &Served { body, tag }.server(), &whole);
    });
}

/// A run that was killed between the last byte and the renaming.
#[test]
fn a_part_that_is_complete_gets_its_name() {
    let whole = body(50_000);
    each_way("download", |program| {
        leave(program, &whole, "\"one\"");
        let (body, tag) = (whole.clone(), "\"one\"");
        let server = Served { body, tag }.server();
        continues(program, &server, &whole);
        assert_eq!(server.recorded().len(), 1);
    });
}

/// More than the server has: whatever that was, it is not the file.
#[test]
fn a_part_that_is_too_long_is_dropped() {
    let whole = body(1000);
    each_way("download", |program| {
        leave(program, &body(1001), "\"one\"");
        let (body, tag) = (whole.clone(), "\"one\"");
        let server = Served { body, tag }.server();
        continues(program, &server, &whole);
        assert_eq!(server.recorded()[1].header("Range"), None);
    });
}

/// Without a word of the server's for this version nothing is glued together.
#[test]
fn a_part_without_a_tag_is_begun_anew() {
    let whole = body(1000);
    each_way("download", |program| {
        program.place.write("file.part", "what is it?");
        let sent = whole.clone();
        let server = Server::respond(move |_| ok(&sent));
        continues(program, &server, &whole);
        assert_eq!(server.recorded()[0].header("Range"), None);
    });
}

/// A weak ETag does not stand for the same bytes, a date does.
#[test]
fn the_tag_is_a_strong_one_or_a_date() {
    const DATE: &str = "Sat, 21 Nov 2026 08:00:00 GMT";
    each_way("download", |program| {
        for (etag, kept) in [
            ("\"strong\"", "\"strong\"\n"),
            ("W/\"weak\"", &format!("{DATE}\n")),
        ] {
            let server = Server::serve(move |connection| {
                connection.read_request()?;
                let headers = [
                    ("ETag", etag),
                    ("Last-Modified", DATE),
                    ("Content-Length", "9"),
                ];
                connection.send(head("200 OK", &headers))?;
                connection.send("some")?;
                connection.close();
                Ok(())
            });
            program.ends(1, &["-q", &server.url("/file")]);
            assert_eq!(program.place.read("file.part"), b"some");
            assert_eq!(program.place.read("file.part.tag"), kept.as_bytes());
        }
    });
}

/// Another range than was asked for is no continuation. The part stays.
#[test]
fn another_range_is_a_failure() {
    each_way("download", |program| {
        leave(program, b"0123", "\"one\"");
        for range in ["bytes 3-9/10", "bytes */10", "lines 4-9/10", ""] {
            let server = Server::respond(move |_| {
                reply("206 Partial Content", &[("Content-Range", range)], "456789")
            });
            let (_, told) = program.ends(1, &["-c", &server.url("/file")]);
            assert!(told.contains("another range"), "{told}");
            assert_eq!(program.place.read("file.part"), b"0123");
            assert_eq!(program.place.names(), ["file.part", "file.part.tag"]);
        }
    });
}

/// A server that sends less than the rest; the next run gets what is missing.
#[test]
fn a_range_that_ends_early_is_a_failure() {
    each_way("download", |program| {
        leave(program, b"0123", "\"one\"");
        let server = Server::respond(|request| {
            let at = match request.header("Range").as_deref() {
                Some("bytes=4-") => "bytes 4-5/10",
                _ => "bytes 6-9/10",
            };
            let body = if at == "bytes 4-5/10" { "45" } else { "6789" };
            reply("206 Partial Content", &[("Content-Range", at)], body)
        });
        let (_, told) = program.ends(1, &["-c", &server.url("/file")]);
        assert!(told.contains("less or more"), "{told}");
        continues(program, &server, b"0123456789");
    });
}

#[test]
fn a_file_that_is_there_is_left_alone() {
    each_way("download", |program| {
        program.place.write("file", "old");
        let server = Server::respond(|_| ok("new"));
        continues(program, &server, b"old");
        assert_eq!(server.connections(), 0);
    });
}

/// Ctrl-C in the middle of the body keeps what is there, and -c gets the rest.
#[test]
fn an_interrupted_one_goes_on() {
    let whole = Arc::new(body(100_000));
    each_way("download", |program| {
        let sent = whole.clone();
        let server = Server::serve(move |connection| {
            connection.read_request()?;
            let headers = [("ETag", "\"one\""), ("Content-Length", "100000")];
            connection.send(head("200 OK", &headers))?;
            connection.send(&sent[..50_000])?;
            connection.hold()
        });
        let (mut child, mut terminal) = program.start_on_terminal(&[&server.url("/file")]);
        terminal.wait_for(" 50%");
        interrupt(&child);
        assert_eq!(child.wait().expect("its end").code(), Some(130));
        let shown = terminal.finish();
        assert!(
            shown.ends_with("\r\x1b[Jdownload: interrupted\r\n"),
            "{shown:?}"
        );
        assert!(program.place.read("file.part") == whole[..50_000]);
        server.wait_ended(1);

        let (body, tag) = (whole.to_vec(), "\"one\"");
        let server = Served { body, tag }.server();
        continues(program, &server, &whole);
        let range = server.recorded()[0].header("Range");
        assert_eq!(range.as_deref(), Some("bytes=50000-"));
    });
}

/// The same with a server that we did not write.
#[test]
fn nginx_gives_the_rest() {
    let lines = "map $arg_pace $rate { default 0; slow 1; }
        server { listen 127.0.0.1:@0; location / { limit_rate_after 64k; limit_rate $rate; } }";
    let Some(nginx) = Real::nginx(1, lines) else {
        return;
    };
    let whole = body(500_000);
    nginx.serve_file("file", &whole);
    each_way("download", |program| {
        let slow = nginx.url(0, "/file?pace=slow");
        let (mut child, mut terminal) = program.start_on_terminal(&[&slow]);
        terminal.wait_for("[#");
        interrupt(&child);
        assert_eq!(child.wait().expect("its end").code(), Some(130));
        let part = program.place.read("file.part");
        assert!(!part.is_empty() && part.len() < whole.len() && whole.starts_with(&part));

        let (_, told) = program.ends(0, &["-c", &nginx.url(0, "/file")]);
        assert!(told.contains(" of it now in "), "{told}");
        assert_eq!(program.place.names(), ["file"]);
        assert!(program.place.read("file") == whole);
    });
}
