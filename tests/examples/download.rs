//! download.c: several at once, failures, Ctrl-C, what is shown.

use std::process::Stdio;
use std::sync::Arc;

use super::program::{body, each_way, interrupt, Program};
use crate::support::ports::{RefusedPort, SilentPort};
use crate::support::reply::{chunk, head, ok, reply, LAST_CHUNK};
use crate::support::{Latch, Server};

/// Both are asked before either is answered, and come byte for byte: one with a
/// length, one in chunks.
#[test]
fn several_come_at_once() {
    let whole = Arc::new(body(300_000));
    each_way("download", |program| {
        let (sent, both) = (whole.clone(), Latch::new());
        let server = Server::serve(move |connection| {
            let request = connection.read_request()?;
            match request.target().as_str() {
                "/one" => connection.pause(&both),
                _ => both.release(),
            }
            if request.target() == "/one" {
                connection.send(ok(&*sent))?;
            } else {
                connection.send(head("200 OK", &[("Transfer-Encoding", "chunked")]))?;
                for piece in sent.chunks(10_007) {
                    connection.send(chunk(piece))?;
                }
                connection.send(LAST_CHUNK)?;
            }
            connection.hold()
        });
        let (one, two) = (server.url("/one"), server.url("/dir/two?a=b#c"));
        let (said, told) = program.ends(0, &["-j", "2", &one, &two]);
        assert_eq!(said, "");
        assert!(told.contains("one: 293.0 KiB in ") && told.contains("two: 293.0 KiB in "));
        assert!(!told.contains('\x1b'), "no bar without a terminal: {told}");
        assert_eq!(program.place.names(), ["one", "two"]);
        assert!(program.place.read("one") == *whole && program.place.read("two") == *whole);
        assert_eq!(server.recorded()[1].method(), "GET");
    });
}

/// More URLs than may come at once, into a directory.
#[test]
fn many_come_in_turn() {
    each_way("download", |program| {
        let server = Server::respond(|request| ok(request.target()));
        let urls: Vec<String> = (0..20).map(|n| server.url(&format!("/file{n}"))).collect();
        let mut arguments = vec!["-q", "-j", "3", "-d", "."];
        arguments.extend(urls.iter().map(String::as_str));
        assert_eq!(program.ends(0, &arguments), Default::default());
        assert_eq!(program.place.names().len(), 20);
        for n in 0..20 {
            let came = program.place.read(&format!("file{n}"));
            assert_eq!(came, format!("/file{n}").into_bytes());
        }
        assert!(server.connections() <= 3, "{}", server.connections());
    });
}

/// What fails is said and tells by the status; the others come, and nothing is
/// left of what did not.
#[test]
fn one_failure_does_not_stop_the_others() {
    each_way("download", |program| {
        let refused = RefusedPort::new();
        let server = Server::respond(|request| match request.target().as_str() {
            "/good" => ok("good"),
            _ => reply("404 Not Found", &[], "no"),
        });
        let (good, missing) = (server.url("/good"), server.url("/missing"));
        let refused = format!("http://127.0.0.1:{}/refused", refused.port());
        let unknown = "http://no-such-host.invalid/unknown";
        let other = "gopher://127.0.0.1/other";
        let (_, told) = program.ends(1, &[&missing, &refused, unknown, other, "http://", &good]);
        for expected in [
            &format!("{missing}: 404: Not Found\n"),
            &format!("{refused}: error 12029, ERROR_INTERNET_CANNOT_CONNECT"),
            "unknown: error 12007, ERROR_INTERNET_NAME_NOT_RESOLVED",
            "other: error 12006, ERROR_INTERNET_UNRECOGNIZED_SCHEME",
            "http://: error 12005, ERROR_INTERNET_INVALID_URL",
        ] {
            assert!(told.contains(expected), "no {expected:?} in\n{told}");
        }
        assert_eq!(program.place.names(), ["good"]);
        assert_eq!(program.place.read("good"), b"good");
    });
}

#[test]
fn a_file_may_be_named_and_replaced() {
    each_way("download", |program| {
        let server = Server::respond(|_| ok("new"));
        program.place.write("named", "something longer");
        program.ends(0, &["-o", "named", &server.url("/page")]);
        assert_eq!(program.place.names(), ["named"]);
        assert_eq!(program.place.read("named"), b"new");
    });
}

/// A URL may say what it likes; the file lies here and shows.
#[test]
fn names_stay_in_the_directory() {
    each_way("download", |program| {
        let server = Server::respond(|_| ok(""));
        let paths = [
            "/%2e%2e%2fout",
            "/.hidden",
            "/a%1bb%0a",
            "/50%",
            "/d/",
            "/..",
        ];
        let urls = paths.map(|path| server.url(path));
        let mut arguments = vec!["-q"];
        arguments.extend(urls.iter().map(String::as_str));
        program.ends(0, &arguments);
        let names = ["50%", "_.", "_._out", "_hidden", "a_b_", "index.html"];
        assert_eq!(program.place.names(), names.map(str::to_owned));
    });
}

#[test]
fn redirects_are_followed() {
    each_way("download", |program| {
        let server = Server::respond(|request| match request.target().as_str() {
            "/from" => reply("302 Found", &[("Location", "/to")], "not this"),
            _ => ok("this"),
        });
        program.ends(0, &[&server.url("/from")]);
        assert_eq!(program.place.names(), ["from"]);
        assert_eq!(program.place.read("from"), b"this");
    });
}

#[test]
fn wrong_usage_is_told() {
    let program = Program::sanitized("download");
    let long = [
        &[][..],
        &["-x", "http://a/"],
        &["-j", "0", "http://a/"],
        &["-j", "3x", "http://a/"],
        &["-o", "file", "http://a/", "http://b/"],
        &["-o", "file", "-d", ".", "http://a/"],
        &["http://a/same", "http://b/same"],
    ];
    for arguments in long {
        let (said, told) = program.ends(2, arguments);
        assert!(said.is_empty() && told.contains("usage: download"));
    }
    for asked in ["-h", "--help"] {
        let (said, told) = program.ends(0, &[asked]);
        assert!(told.is_empty());
        assert!(said.contains("exit status: 0 all is well, 1 a transfer failed"));
    }
    assert!(program.place.names().is_empty());
}

/// Ctrl-C while nothing of an answer is there: connecting, or waiting.
#[test]
fn interrupted_before_the_answer() {
    each_way("download", |program| {
        let silent = SilentPort::new();
        let server = Server::serve(|connection| {
            connection.read_request()?;
            connection.hold()
        });
        let connecting = format!("http://127.0.0.1:{}/connecting", silent.port());
        let arguments = [
            "-j",
            "2",
            &connecting,
            &server.url("/waiting"),
            "http://127.0.0.1/later",
        ];
        let child = program.start(&arguments, Stdio::null());
        server.wait_requests(1);
        interrupt(&child);
        let output = child.wait_with_output().expect("its end");
        let (_, told) = program.check(130, &output);
        assert_eq!(told, "download: interrupted\n");
        assert!(program.place.names().is_empty());
        server.wait_ended(1);
    });
}

/// The bar shows what the callbacks tell, and gives way to a line that stays.
#[test]
fn a_terminal_shows_how_far_it_is() {
    let whole = body(100_000);
    each_way("download", |program| {
        let (sent, go) = (whole.clone(), Latch::new());
        let rest = go.clone();
        let server = Server::serve(move |connection| {
            connection.read_request()?;
            connection.send(head("200 OK", &[("Content-Length", "100000")]))?;
            connection.send(&sent[..50_000])?;
            connection.pause(&rest);
            connection.send(&sent[50_000..])?;
            connection.hold()
        });
        let (mut child, mut terminal) = program.start_on_terminal(&[&server.url("/file")]);
        terminal.wait_for("file  [##########..........]  50%  48.8 KiB of 97.7 KiB  ");
        go.release();
        let shown = terminal.finish();
        assert!(shown.contains("\r\x1b[Jfile: 97.7 KiB in 0:0"), "{shown:?}");
        assert!(child.wait().expect("its end").success());
        assert!(program.place.read("file") == whole);
    });
}
