//! C and C++ programs, for what only they can show: layouts, linking, the
//! lifetime of what a callback is given, and memory.
//!
//! Each is built three ways (shared, static, dlopen) and each of those is run
//! three ways (plain, under valgrind, with gcc's sanitizers). What it prints
//! must be right every time.
//!
//! `make test-windows` builds them for Windows too and runs them under Wine, on
//! our wininet.dll and on Wine's own: see docs/windows.md.

mod support;

#[path = "c/harness.rs"]
mod harness;

#[path = "c/programs.rs"]
mod programs;

#[path = "c/sanity.rs"]
mod sanity;

#[path = "c/under_wine.rs"]
mod under_wine;

#[path = "c/wine.rs"]
mod wine;

use harness::Link;
use programs::check;
use support::reply::{head, ok, reply, Request};
use support::{Latch, Script, Server};
use wine::Header;

/// The programs that are built for Windows with that header.
macro_rules! programs {
    ($header:ident, $($name:ident: $source:literal, $server:expr, $expected:expr;)*) => {$(
        mod $name {
            use super::*;

            #[test]
            fn shared() {
                check($source, Link::Shared, $server, $expected);
            }

            #[test]
            fn statically() {
                check($source, Link::Static, $server, $expected);
            }

            #[test]
            fn by_dlopen() {
                check($source, Link::Dlopen, $server, $expected);
            }

            #[test]
            #[ignore = "make test-windows"]
            fn under_wine() {
                under_wine::check($source, Header::$header, $server, $expected);
            }
        }
    )*};
}

programs! {
    Mingw,
    async_get: "async_get.c", greeting, "\
dwResult at 0, dwError at 0, size 0
HttpSendRequest 0, error 997
completed with 1, error 0, on another thread 1, length right 1
CREATED CONNECTING CONNECTED SENDING SENT RECEIVING RECEIVED COMPLETE
200: hello /async
last: HANDLE_CLOSING, times: 1
";
    sync_get: "sync_get.c", greeting, "\
opened 1, the one that was announced 1, error 0
type 1: text/plain, 10 characters
11 bytes: hello /sync
closed 1
closed again 0, error 6
CREATED CONNECTING CONNECTED SENDING SENT RECEIVING RECEIVED HANDLE_CLOSING
on other threads: 0
";
    wide: "wide.c", wide_headers, "\
sent 1
resolving localhost, length right 1
resolved to an address 1, length right 1
asked 0, error 122, size in wide characters 11
asked 1: text/plain, size in wide characters 10
";
    scribble: "scribble.c", echoing_hosts, "\
opened 0, error 997
the handle that was announced 1, error 0
URL right 1, host right 1
resolving localhost
opened 0, error 997
the handle that was announced 1, error 0
URL right 1, host right 1
CREATED SENDING SENT RECEIVING RECEIVED COMPLETE HANDLE_CLOSING
";
    proxy_options: "proxy_options.c", nobody, "\
set 1
asked 1, size right 1
flags 3
http=a:1;socks=b
*.example.com;<local>
(none)
needed 63, error 122
asked 1: 3 http=a:1;socks=b *.example.com;<local>
";
    created: "created.c", greeting, "\
created: both readings agree 1, error 0, length right 1, type 4, told by its parent 1
created: both readings agree 1, error 0, length right 1, type 13, told by its parent 1
sent 1
announced to the child's context: 1 1
closing: tells itself 1, length right 1
closing: tells itself 1, length right 1
CREATED HANDLE_CLOSING
CREATED CONNECTING CONNECTED SENDING SENT RECEIVING RECEIVED HANDLE_CLOSING
read all
";
    bad_callback: "bad_callback.c", nobody, "\
first time: NULL, error 0
changed: the first, error 0
removed: the second, error 0
the child's: the second, error 0
wide: the first
closed: INTERNET_INVALID_STATUS_CALLBACK, error 6
closed with its parent: INTERNET_INVALID_STATUS_CALLBACK, error 6
no handle: INTERNET_INVALID_STATUS_CALLBACK, error 6
made up: INTERNET_INVALID_STATUS_CALLBACK, error 6
";
    bad_handles: "bad_handles.c", nobody, "\
NULL, made up, closed, wrong type
HttpAddRequestHeaders: 6 6 6 12018
HttpOpenRequest: 6 6 6 12018
HttpQueryInfo: 6 6 6 12018
HttpSendRequest: 6 6 6 12018
InternetConnect: 6 6 6 12018
InternetOpenUrl: 6 6 6 12018
InternetQueryDataAvailable: 6 6 6 12018
InternetReadFile: 6 6 6 12018
InternetReadFileEx: 6 6 6 12018
InternetCloseHandle: 6 6 6
a pointer: 6
(HINTERNET)-1: 6
close the connection: 0
then its request: 6
close the session: 0
again: 6
";
    post: "post.c", form, "\
HttpSendRequest 0, error 997
CONNECTING CONNECTED SENDING SENT RECEIVING RECEIVED COMPLETE
more was sent than the body 1, length 4
answer: thank you
";
    read_nowait: "read_nowait.c", body_on_demand, "\
not read, error 997, length untouched 1
harmed 0
completed with 1, error 0
read 5 bytes: later
CREATED CONNECTING CONNECTED SENDING SENT RECEIVING RECEIVED COMPLETE RECEIVING RECEIVED COMPLETE
";
    close_pending: "close_pending.c", silent, "\
closed 1
again 0, error 6
completed with 0, error 12017
in the completion the handle gives error 6
completions 1, closings 1, the last is HANDLE_CLOSING, after COMPLETE 1, same handle 1
";
    left_open: "left_open.c", greeting_or_silent, "\
sync 1
bye
";
    self_delete: "self_delete.cpp", greeting_or_silent, "\
finished 6, cancelled 2, alive 0
";
    last_error: "last_error.c", greeting, "\
a new thread: 0
set there: 222
set here: 111
sent 1: 0, in the callback: 6
read 1: 0
closed again 0: 6
";
    cookies: "cookies.c", baker, "\
set 1, error 0
size in bytes 15, error 0
too small 0, error 122, needed 15
got 1: own=1; lasting, 15 characters
wide 1: size in bytes right 1, 15 characters
refused 0, error 12162; state 5
none 0, error 259
COOKIE_SENT 2, COOKIE_RECEIVED 1
";
    crack_url: "crack_url.c", nobody, "\
in place 1
scheme 3 http, port 8080
host host.example at 19
user user at 7, password secret at 12
path /path/page at 36
extra ?q=1#end at 46
copied 1
host host.example 12, the rest untouched 1
path /path/page?q=1#end 18
user not asked for 1
too small 0, error 122, needed 13
wide 1
scheme 4, port 443, host at 8 12, path at 20 5
no scheme 0, error 12006
NULL 0, error 87
wrong size 0, error 87
";
    make_url: "make_url.c", nobody, "\
A: wants 23 bytes, error 122; made 1, 22 characters: http://host:81/p%20q?r
W: wants 23 wide, error 122; made 1, 22 characters: http://host:81/p%20q?r
canonical A: wants 15 bytes, made 1, 14 characters: http://h/a%20b
canonical W: wants 15 wide, made 1, 14 characters: http://h/a%20b
combined A: wants 15 bytes, made 1, 14 characters: http://h/a%20c
combined W: wants 15 wide, made 1, 14 characters: http://h/a%20c
time A 1: Sun, 06 Nov 1994 08:49:37 GMT
time W 1, with one byte less 0, error 122
read 1 1: 1994-11-06 08:49:37, day 0
name of the link ends 1
";
}

programs! {
    Ours,
    cookie_parts: "cookie_parts.c", baker, "\
2 parts: own=1 of 127.0.0.1, session 1
freed
";
    texts: "texts.c", nobody, "\
ERROR_INTERNET_TIMEOUT: The request timed out.
no text 1
";
}

/// Sets a cookie.
fn baker() -> Server {
    Server::respond(|_| {
        reply(
            "200 OK",
            &[("Set-Cookie", "servers=2; Path=/; Max-Age=60")],
            "",
        )
    })
}

fn greet(request: &Request) -> Vec<u8> {
    let body = format!("hello {}", request.target());
    reply("200 OK", &[("Content-Type", "text/plain")], body)
}

fn greeting() -> Server {
    Server::respond(greet)
}

/// For programs that connect to nothing.
fn nobody() -> Server {
    Server::scripts([])
}

/// Greets who comes with the user agent and the headers of wide.c.
fn wide_headers() -> Server {
    Server::respond(|request| {
        let right = request.header("User-Agent").as_deref() == Some("pr\u{fc}fer")
            && request.header("X-One").as_deref() == Some("1")
            && request.header("X-Two").as_deref() == Some("2");
        match right {
            true => greet(request),
            false => reply("500 Wrong Headers", &[], request.head_text()),
        }
    })
}

fn echoing_hosts() -> Server {
    Server::respond(|request| ok(request.header("Host").unwrap_or_default()))
}

/// Thanks for the one form that post.c sends, and answers others with what
/// they were.
fn form() -> Server {
    Server::respond(|request| {
        let right = request.line() == "POST /form HTTP/1.1"
            && request.header("Content-Type").as_deref() == Some("text/plain")
            && request.header("X-Extra").as_deref() == Some("yes")
            && request.header("Content-Length").as_deref() == Some("21")
            && request.body == b"name=value&more=stuff";
        match right {
            true => ok("thank you"),
            false => ok(request.raw()),
        }
    })
}

/// Sends the head for `/body`, and its body when `/go` is asked for.
fn body_on_demand() -> Server {
    let gate = Latch::new();
    Server::serve(move |connection| {
        if connection.read_request()?.target() == "/go" {
            connection.send(ok("going"))?;
            gate.release();
        } else {
            connection.send(head("200 OK", &[("Content-Length", "5")]))?;
            connection.pause(&gate);
            connection.send("later")?;
        }
        connection.hold()
    })
}

/// Reads a request and never answers.
fn silent() -> Server {
    Server::repeat(Script::new().read_request())
}

/// Answers all but `/never`.
fn greeting_or_silent() -> Server {
    Server::serve(|connection| loop {
        let request = match connection.read_request() {
            Err(_) => return Ok(()),
            Ok(request) => request,
        };
        if request.target() == "/never" {
            return connection.hold();
        }
        connection.send(greet(&request))?;
    })
}
