//! What a process does whose trace is looked at: each with both drivers, on servers of its own.

use std::thread;
use std::time::Duration;

use wininet::abi::*;

use super::support::api::*;
use super::support::certs;
use super::support::every::every_call;
use super::support::login::{guarded, log_in, request_as_user, story, BASIC};
use super::support::proxy::client_through;
use super::support::reply::{head, ok, reply, Request};
use super::support::{Server, Story, BOTH};

pub const THREADS: usize = 8;
pub const ROUNDS: usize = 10;

/// Each is given to the library, or comes from a server, in one way or another.
pub const SECRETS: [&str; 9] = [
    "dXNlcjpwYXNz",
    "s3cret-url",
    "s3cret-header",
    "s3cret-cookie",
    "s3cret-set",
    "s3cret-location",
    "s3cret-referrer",
    "s3cret-option",
    "s3cret-proxy",
];

/// Plays what the environment says; nothing without that.
#[test]
fn play() {
    match std::env::var("WININET_TEST_SCENARIO").as_deref() {
        Ok("plain") => each(plain),
        Ok("slow") => each(slow),
        Ok("tls") => each(tls),
        Ok("rounds") => each(rounds),
        Ok("failures") => each(failures),
        Ok("secrets") => each(secrets),
        Ok("exit") => exit_under_way(),
        Ok("silent") => silent(),
        Ok("threads") => each(threads),
        Ok("every") => every(),
        Ok("tour") => tour(),
        Ok(other) => panic!("no scenario {other}"),
        Err(_) => {}
    }
}

fn each(scenario: fn(bool)) {
    BOTH.into_iter().for_each(scenario);
}

#[track_caller]
fn fetch(story: &Story, request: Handle) {
    story.send(&request).expect("sent");
    story.read_all(&request).expect("read");
    request.close().expect("closed");
}

fn plain(asynchronous: bool) {
    let server =
        Server::respond(|_: &Request| reply("200 OK", &[("Content-Type", "text/plain")], "hello"));
    let story = Story::new(server, asynchronous);
    fetch(&story, story.get("/get?a=b&c=%20d&e"));
    let post = story.client.request("POST", "/post", 0);
    let sent = finish(send_with(&post, "", b"body"), story.client.recorder);
    sent.expect("sent");
    story.read_all(&post).expect("read");
    post.close().expect("closed");
    let url = format!("http://localhost:{}/named", story.server.port());
    let named = story.open(&url).expect("opened");
    story.read_all(&named).expect("read");
    named.close().expect("closed");
}

fn slow(asynchronous: bool) {
    let server = Server::serve(|connection| {
        connection.read_request()?;
        connection.wait(Duration::from_millis(60));
        connection.send(head("200 OK", &[("Content-Length", "2")]))?;
        connection.send("a")?;
        connection.wait(Duration::from_millis(60));
        connection.send("b")
    });
    let story = Story::new(server, asynchronous);
    fetch(&story, story.get("/"));
}

/// To a server, and to one behind a proxy.
fn tls(asynchronous: bool) {
    let server = Server::respond_tls(certs::good(), |_: &Request| ok("secure"));
    let story = Story::new(server, asynchronous);
    fetch(
        &story,
        story.client.request("GET", "/", INTERNET_FLAG_SECURE),
    );
    let proxy = super::support::proxy::tunnels(&certs::good(), |_: &Request| ok("secure"));
    let proxies = format!("127.0.0.1:{}", proxy.port());
    let client = client_through(asynchronous, &proxies, ("127.0.0.1", 443));
    let story = Story::with(proxy, client, asynchronous);
    fetch(
        &story,
        story.client.request("GET", "/", INTERNET_FLAG_SECURE),
    );
}

fn rounds(asynchronous: bool) {
    let server = Server::respond(|request: &Request| match request.target().as_str() {
        "/here" => reply("302 Found", &[("Location", "/there")], "away"),
        _ => ok("there"),
    });
    let moved = Story::new(server, asynchronous);
    fetch(&moved, moved.get("/here"));
    let login = story(guarded("Basic realm=x", BASIC), asynchronous);
    fetch(login, request_as_user(login, "GET", "/", 0));
}

fn failures(asynchronous: bool) {
    let server = Server::serve(|connection| {
        match connection.read_request()?.target().as_str() {
            "/nonsense" => connection.send("HTTP/1.1 nonsense\r\n\r\n")?,
            "/short" => {
                connection.send(head("200 OK", &[("Content-Length", "9")]))?;
                connection.send("short")?;
            }
            _ => return connection.hold(),
        }
        connection.close();
        Ok(())
    });
    let gone = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = gone.local_addr().expect("a port").port();
    drop(gone);
    let story = Story::new(server, asynchronous);
    let client = Client::to_port(asynchronous, port);
    let request = client.get("/");
    assert!(client.send(&request).is_err());
    request.close().expect("closed");
    let request = story.get("/nonsense");
    assert!(story.send(&request).is_err());
    request.close().expect("closed");
    let request = story.get("/short");
    story.send(&request).expect("sent");
    assert!(story.read_all(&request).is_err());
    request.close().expect("closed");
    if asynchronous {
        let request = story.get("/never");
        assert_eq!(send(&request), Err(ERROR_IO_PENDING));
        request.close().expect("closed");
        story.client.recorder.wait_idle();
    }
}

fn secrets(asynchronous: bool) {
    let answer = |request: &Request| match request.target().as_str() {
        "/moved" => {
            let fields = [
                ("Location", "//me:s3cret-location@127.0.0.1:1/"),
                ("Set-Cookie", "s3cret-set=s3cret-set"),
            ];
            reply("201 Created", &fields, "")
        }
        "/guarded" if request.header("Authorization").is_none() => reply(
            "401 Unauthorized",
            &[("WWW-Authenticate", "Basic realm=x")],
            "",
        ),
        _ => ok("in"),
    };
    let story = story(Server::respond(answer), asynchronous);
    let port = story.server.port();
    let cookie = format!("http://127.0.0.1:{port}/");
    super::support::cookies::set_cookie(&cookie, None, "a=s3cret-cookie").expect("set");
    fetch(story, request_as_user(story, "GET", "/guarded", 0));
    fetch(story, story.get("/moved"));
    let url = format!("http://me:s3cret-url@127.0.0.1:{port}/guarded");
    let opened = story.open(&url).expect("opened");
    story.read_all(&opened).expect("read");
    opened.close().expect("closed");

    let request = story.get("/");
    log_in(&request, "me", "s3cret-option").expect("set");
    let fields = "Authorization: Own s3cret-header\r\nProxy-Authorization: s3cret-header\r\n\
                  Referer: http://me:s3cret-referrer@host/\r\n";
    add_headers(&request, fields, HTTP_ADDREQ_FLAG_ADD).expect("added");
    fetch(story, request);

    let proxies = format!("http://me:s3cret-proxy@127.0.0.1:{port}");
    let client = client_through(asynchronous, &proxies, ("example.invalid", 80));
    let through = Story::with(Server::respond(answer), client, asynchronous);
    fetch(&through, through.get("/"));
}

/// The process ends when this does.
fn exit_under_way() {
    let server = Server::serve(|connection| {
        connection.read_request()?;
        connection.hold()
    });
    let story = story(server, true);
    let request = story.get("/never");
    assert_eq!(send(&request), Err(ERROR_IO_PENDING));
    story.server.wait_requests(1);
    std::process::exit(0);
}

fn silent() {
    let server = Server::respond(|_: &Request| ok("quiet"));
    let session = session(false);
    let request = open_url(&session, &server.url("/"), 0, 0).expect("opened");
    request.close().expect("closed");
}

fn threads(asynchronous: bool) {
    let server = Server::respond(|request: &Request| ok(&request.target()[1..]));
    thread::scope(|scope| {
        for number in 0..THREADS {
            let port = server.port();
            scope.spawn(move || {
                let client = Client::to_port(asynchronous, port);
                for round in 0..ROUNDS {
                    let length = 1 + number * ROUNDS + round;
                    let request = client.get(&format!("/{}", "x".repeat(length)));
                    client.send(&request).expect("sent");
                    match asynchronous {
                        true => super::support::reading::read_all_async(&request, client.recorder),
                        false => super::support::reading::read_all(&request),
                    }
                    .expect("read");
                    request.close().expect("closed");
                }
            });
        }
    });
}

/// With a handle that is none. Says which functions those are.
fn every() {
    for call in every_call(12345) {
        println!("called {}", call.name);
    }
}

/// For the picture in docs/trace.md: servers that are slow in several ways, and some that fail.
fn tour() {
    let pause = Duration::from_millis;
    let config = certs::good();
    let secure = Server::serve(move |connection| {
        connection.wait(pause(35));
        connection.accept_tls(&config)?;
        while connection.read_request().is_ok() {
            connection.wait(pause(20));
            connection.send(ok("secure"))?;
        }
        Ok(())
    });
    let plain = Server::serve(move |connection| {
        while let Ok(request) = connection.read_request() {
            match request.target().as_str() {
                "/moved" => {
                    connection.wait(pause(15));
                    connection.send(reply("302 Found", &[("Location", "/large")], ""))?;
                }
                "/reset" => {
                    connection.wait(pause(25));
                    return connection.reset();
                }
                _ => {
                    connection.wait(pause(25));
                    connection.send(head("200 OK", &[("Content-Length", "600000")]))?;
                    for _ in 0..6 {
                        connection.send("x".repeat(100_000))?;
                        connection.wait(pause(10));
                    }
                }
            }
        }
        Ok(())
    });
    let fetch_each = |port: u16, scheme: &str, paths: &[&str]| {
        let session = session(false);
        for path in paths {
            let url = format!("{scheme}://localhost:{port}{path}");
            if let Ok(request) = open_url(&session, &url, 0, 0) {
                super::support::reading::read_all(&request).expect("read");
                request.close().expect("closed");
            }
        }
    };
    thread::scope(|scope| {
        let (plain, secure) = (plain.port(), secure.port());
        scope.spawn(move || fetch_each(plain, "http", &["/moved", "/reset"]));
        scope.spawn(move || {
            thread::sleep(pause(20));
            fetch_each(secure, "https", &["/first", "/second"]);
        });
    });
}
