//! Requests of a connection handle have much in common, and the library works it out once. What one of them has of its
//! own never gets into another: each goes out as it would below a handle of its own.

#![allow(unsafe_code)]

mod support;

use std::ptr::{null, null_mut};

use support::cookies::set_cookie;
use support::login::{log_in, unauthorized, BASIC};
use support::reply::{ok, reply, Request};
use support::*;
use wininet::abi::*;
use wininet::ffi::HttpOpenRequestA;

/// Makes a request below the client's connection handle, and sends it.
type Send = fn(&Client);

fn get(client: &Client, path: &str, flags: u32) {
    finished(client, &client.request("GET", path, flags));
}

#[track_caller]
fn finished(client: &Client, request: &Handle) {
    client.send(request).expect("an answer");
}

/// In the version that a program rarely asks for.
fn of_version_1_0(client: &Client) {
    let strings = [c"GET", c"/old", c"HTTP/1.0"].map(|it| it.as_ptr());
    let [verb, object, version] = strings;
    let (connection, context) = (client.connection.raw(), client.recorder.context());
    // SAFETY: strings that end with a NUL, or NULL.
    let raw = unsafe {
        let (none, types) = (null(), null_mut());
        HttpOpenRequestA(connection, verb, object, version, none, types, 0, context)
    };
    finished(client, &Handle::adopt(raw as usize));
}

fn with_agent_of_its_own(client: &Client) {
    let request = client.get("/agent");
    set_option_text(&request, INTERNET_OPTION_USER_AGENT, "of its own").expect("set");
    finished(client, &request);
}

fn with_fields(client: &Client) {
    let request = client.get("/fields");
    let fields = "X-A: 1\r\nHost: another\r\nUser-Agent: none\r\nConnection: close";
    add_headers(&request, fields, HTTP_ADDREQ_FLAG_ADD).expect("added");
    finished(client, &request);
}

fn with_body(client: &Client) {
    let request = client.get("/body");
    finish(send_with(&request, "", b"123"), client.recorder).expect("an answer");
}

const KINDS: [Send; 12] = [
    |client| get(client, "/a", 0),
    |client| get(client, "/b/c?d=e", 0),
    |client| get(client, "/again", INTERNET_FLAG_RELOAD),
    |client| get(client, "/kept", INTERNET_FLAG_KEEP_CONNECTION),
    |client| get(client, "/only/cookie", 0),
    |client| get(client, "/led", 0),
    |client| finished(client, &client.request("POST", "/post", 0)),
    |client| finished(client, &client.request("HEAD", "/head", 0)),
    of_version_1_0,
    with_agent_of_its_own,
    with_fields,
    with_body,
];

fn answer(request: &Request) -> Vec<u8> {
    match request.target().as_str() {
        "/led" => reply("302 Found", &[("Location", "/there")], ""),
        _ if request.method() == "HEAD" => reply::head("200 OK", &[("Content-Length", "2")]),
        _ => ok("hi"),
    }
}

/// What these send below one connection handle.
fn heads(server: &Server, asynchronous: bool, kinds: &[Send]) -> Vec<String> {
    let before = server.recorded().len();
    let client = Client::new(asynchronous, server);
    kinds.iter().for_each(|send| send(&client));
    let sent = server.recorded().split_off(before);
    sent.iter().map(Request::head_text).collect()
}

#[test]
fn each_goes_out_as_if_it_were_the_only_one() {
    for asynchronous in BOTH {
        let server = Server::respond(answer);
        set_cookie(&server.url("/only/"), Some("name"), "value; path=/only").expect("set");
        let alone: Vec<_> = KINDS
            .iter()
            .map(|&send| heads(&server, asynchronous, &[send]))
            .collect();
        assert!(alone[4][0].contains("Cookie: name=value\r\n"));
        assert!(alone[10][0].contains("X-A: 1\r\n"));
        for (first, before) in KINDS.iter().zip(&alone) {
            for (second, after) in KINDS.iter().zip(&alone) {
                // And the first once more behind the second.
                let sent = heads(&server, asynchronous, &[*first, *second, *first]);
                assert_eq!(sent, [&before[..], after, before].concat());
            }
        }
    }
}

/// An option of the handle holds for the requests that are opened after it was set.
#[test]
fn a_changed_option_holds() {
    for asynchronous in BOTH {
        let server = Server::respond(answer);
        let client = Client::new(asynchronous, &server);
        let agents = ["libwininet tests", "first", "second"];
        for agent in agents {
            set_option_text(&client.connection, INTERNET_OPTION_USER_AGENT, agent).expect("set");
            get(&client, "/", 0);
            get(&client, "/", 0);
        }
        let sent = server.recorded();
        let sent: Vec<_> = sent.iter().map(|it| it.header("User-Agent")).collect();
        let expected = agents.map(|it| [Some(it.to_owned()), Some(it.to_owned())]);
        assert_eq!(sent, expected.concat());
    }
}

/// So does a timeout of one request, whose predecessors had more time.
#[test]
fn a_timeout_of_its_own_holds() {
    for asynchronous in BOTH {
        let latch = Latch::default();
        let held = latch.clone();
        let server = Server::serve(move |connection| loop {
            match connection.read_request()?.target().as_str() {
                "/silence" => connection.pause(&held),
                _ => connection.send(ok("hi"))?,
            }
        });
        let client = Client::new(asynchronous, &server);
        get(&client, "/a", 0);
        get(&client, "/b", 0);
        let request = client.get("/silence");
        set_option_u32(&request, INTERNET_OPTION_RECEIVE_TIMEOUT, 50).expect("set");
        assert_eq!(client.send(&request), Err(ERROR_INTERNET_TIMEOUT));
        latch.release();
        get(&client, "/c", 0);
    }
}

/// Credentials go where they are wanted, before and behind requests that have none.
#[test]
fn credentials_go_along_where_they_are_wanted() {
    for asynchronous in BOTH {
        // It never ends: what the process remembers of its port is never taken for another server's.
        let server = kept(Server::respond(|request| {
            let is_let_in = request.header("Authorization").as_deref() == Some(BASIC);
            match request.target().starts_with("/private/") && !is_let_in {
                true => unauthorized(&["Basic realm=x"]),
                false => ok("hi"),
            }
        }));
        let client = Client::new(asynchronous, server);
        get(&client, "/a", 0);
        let request = client.get("/private/b");
        log_in(&request, "user", "pass").expect("set");
        finished(&client, &request);
        get(&client, "/private/c", 0);
        get(&client, "/d", 0);
        let sent = server.recorded();
        let sent: Vec<_> = sent
            .iter()
            .map(|it| (it.target(), it.header("Authorization").is_some()))
            .collect();
        let expected = [
            ("/a", false),
            ("/private/b", false),
            ("/private/b", true),
            ("/private/c", true),
            ("/d", false),
        ];
        assert_eq!(
            sent,
            expected.map(|(path, is_sent)| (path.to_owned(), is_sent))
        );
    }
}
