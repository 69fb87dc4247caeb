//! Redirects: which are followed, how, what goes along, and what is told
//! (section 3 of the contract, "Redirect").

mod support;

use std::sync::{Arc, Mutex};

use support::reply::{head, ok, reply, Request};
use support::*;
use wininet::abi::*;

/// What follows the first answer on a connection that is kept.
const ON: &str = "REDIRECT SENDING SENT RECEIVING RECEIVED COMPLETE";
/// The first request up to the answer that redirects.
const TO_ANSWER: &str = "CREATED CONNECTING CONNECTED SENDING SENT RECEIVING RECEIVED ";

fn moved(status: &str, location: &str) -> Vec<u8> {
    reply(status, &[("Location", location)], "moved")
}

/// A server that redirects /from to `location` and answers "there" elsewhere.
fn leading(status: &'static str, location: impl Into<String>) -> Server {
    let location = location.into();
    Server::respond(move |request: &Request| match request.target().as_str() {
        "/from" => moved(status, &location),
        _ => ok("there"),
    })
}

#[test]
fn each_status_is_followed_with_its_method_and_body() {
    let table = [
        ("301 Moved Permanently", false),
        ("302 Found", false),
        ("303 See Other", false),
        ("307 Temporary Redirect", true),
        ("308 Permanent Redirect", true),
    ];
    for (status, keeps) in table {
        for method in ["GET", "POST"] {
            for asynchronous in BOTH {
                let story = Story::new(leading(status, "/to"), asynchronous);
                let request = story.client.request(method, "/from", 0);
                let body: &'static [u8] = if method == "POST" { b"form" } else { b"" };
                let started = send_with(&request, "Content-Type: text/x\r\n", body);
                finish(started, story.client.recorder).expect(status);
                let events = story.told(&format!("{TO_ANSWER}{ON}"));
                assert_eq!(events[7].info, Info::Text(story.server.url("/to")));
                assert_eq!(events[7].length as usize, story.server.url("/to").len() + 1);
                assert_eq!(status_code(&request), 200);
                assert_eq!(story.read_all(&request), Ok(b"there".to_vec()));
                let sent = story.server.recorded();
                assert_eq!(sent.len(), 2);
                let kept = keeps || method == "GET";
                assert_eq!(
                    sent[1].method(),
                    if kept { method } else { "GET" },
                    "{status}"
                );
                assert_eq!(sent[1].body, if kept { body } else { b"" }, "{status}");
                let kept_type = sent[1].header("Content-Type").is_some();
                assert_eq!(kept_type, kept, "{status} {method}: Content-Type");
                assert_eq!(story.server.connections(), 1);
            }
        }
    }
}

#[test]
fn a_connection_that_is_not_kept_is_closed_before_redirect_is_told() {
    for asynchronous in BOTH {
        let server = Server::serve(|connection| {
            let request = connection.read_request()?;
            let closes = [("Connection", "close"), ("Location", "/to")];
            connection.send(match request.target().as_str() {
                "/from" => reply("302 Found", &closes, "moved"),
                _ => ok("there"),
            })?;
            if request.target() == "/from" {
                connection.close();
            }
            Ok(())
        });
        let story = Story::new(server, asynchronous);
        let request = story.get("/from");
        story.send(&request).expect("sent");
        let list = "CLOSING CLOSED REDIRECT CONNECTING CONNECTED SENDING SENT RECEIVING RECEIVED";
        story.told(&format!("{TO_ANSWER}{list} COMPLETE"));
        assert_eq!(story.read_all(&request), Ok(b"there".to_vec()));
    }
}

#[test]
fn the_url_is_the_new_one_when_redirect_is_told() {
    for asynchronous in BOTH {
        let story = Story::new(leading("302 Found", "/to?q=1"), asynchronous);
        let request = Arc::new(story.get("/from"));
        let seen = Arc::new(Mutex::new(String::new()));
        let (asked, kept) = (request.clone(), seen.clone());
        story
            .client
            .recorder
            .on(INTERNET_STATUS_REDIRECT, move |_| {
                *kept.lock().unwrap() = option_text(&asked, INTERNET_OPTION_URL).unwrap();
            });
        story.send(&request).expect("sent");
        assert_eq!(*seen.lock().unwrap(), story.server.url("/to?q=1"));
    }
}

#[test]
fn references_are_resolved_against_the_url_they_came_from() {
    let table = [
        ("/a/b/c?q", "d", "/a/b/d"),
        ("/a/b/c", "./d/../e", "/a/b/e"),
        ("/a/b/c", "../../../f?x=/../y", "/f?x=/../y"),
        ("/a/b/c?q", "?z", "/a/b/c?z"),
        ("/a/b/c?q", "/g#part", "/g"),
        ("/a/b/c", "a b", "/a/b/a%20b"),
        ("/a/b/c", "caf\u{e9}", "/a/b/caf%C3%A9"),
        ("/a/b/c", "http:x", "/unfollowed"),
    ];
    for (from, reference, expected) in table {
        let server = Server::respond(move |request| match request.target() {
            target if target == from => moved("302 Found", reference),
            _ => ok(""),
        });
        let story = Story::new(server, true);
        let request = story.get(from);
        let sent = story.send(&request);
        if expected == "/unfollowed" {
            assert_eq!(sent, Err(ERROR_INTERNET_INVALID_URL), "{reference}");
        } else {
            assert_eq!(sent, Ok(()), "{reference}");
            assert_eq!(story.server.recorded()[1].target(), expected, "{reference}");
        }
    }
}

/// What the program gave for one server goes to no other, nor does it come back
/// from there.
#[test]
fn another_server_gets_no_credentials_and_no_cookies() {
    for asynchronous in BOTH {
        let there = Server::respond(|_| ok("there"));
        let story = Story::new(
            leading("307 Temporary Redirect", there.url("/to")),
            asynchronous,
        );
        let request = story.client.request("POST", "/from", 0);
        let headers = "Authorization: Basic c2VjcmV0\r\nCookie: a=b\r\nX-Mine: 1\r\n";
        let started = send_with(&request, headers, b"body");
        finish(started, story.client.recorder).expect("sent");
        let list = "REDIRECT CONNECTING CONNECTED SENDING SENT RECEIVING RECEIVED COMPLETE";
        story.told(&format!("{TO_ANSWER}{list}"));
        let arrived = &there.recorded()[0];
        assert_eq!(arrived.header("Authorization"), None);
        assert_eq!(arrived.header("Cookie"), None);
        assert_eq!(arrived.header("X-Mine").as_deref(), Some("1"));
        assert_eq!(
            arrived.header("Host"),
            Some(format!("127.0.0.1:{}", there.port()))
        );
        assert_eq!(arrived.body, b"body");
        assert!(story.server.recorded()[0].header("Authorization").is_some());
    }
}

#[test]
fn no_auto_redirect_leaves_it_to_the_program() {
    for asynchronous in BOTH {
        let story = Story::new(leading("302 Found", "/to"), asynchronous);
        let flags = INTERNET_FLAG_NO_AUTO_REDIRECT;
        let request = story.client.request("GET", "/from", flags);
        story.send(&request).expect("sent");
        story.told(FIRST);
        assert_eq!(status_code(&request), 302);
        assert_eq!(story.read_all(&request), Ok(b"moved".to_vec()));
    }
}

#[test]
fn what_leads_out_of_http_is_an_answer() {
    for asynchronous in BOTH {
        for location in [
            "ftp://127.0.0.1/",
            "mailto:a@b",
            "x-own:thing",
            "about:blank",
        ] {
            let story = Story::new(leading("302 Found", location), asynchronous);
            let request = story.get("/from");
            story.send(&request).expect(location);
            story.told(FIRST);
            assert_eq!(status_code(&request), 302);
        }
    }
}

#[test]
fn a_place_without_a_host_fails_and_the_answer_stays() {
    for asynchronous in BOTH {
        let story = Story::new(leading("302 Found", "http:///nohost"), asynchronous);
        let request = story.get("/from");
        assert_eq!(story.send(&request), Err(ERROR_INTERNET_INVALID_URL));
        assert_eq!(story.client.recorder.count(INTERNET_STATUS_REDIRECT), 0);
        assert_eq!(status_code(&request), 302);
        let url = option_text(&request, INTERNET_OPTION_URL);
        assert_eq!(url, Ok(story.server.url("/from")));
    }
}

#[test]
fn ten_redirects_are_followed_and_no_more() {
    for asynchronous in BOTH {
        let story = Story::new(
            Server::respond(|_| moved("302 Found", "/again")),
            asynchronous,
        );
        let request = story.get("/");
        assert_eq!(story.send(&request), Err(ERROR_HTTP_REDIRECT_FAILED));
        assert_eq!(story.client.recorder.count(INTERNET_STATUS_REDIRECT), 10);
        assert_eq!(story.server.recorded().len(), 11);
        assert_eq!(status_code(&request), 302);
    }
}

#[test]
fn a_change_of_the_scheme_wants_its_flag() {
    for asynchronous in BOTH {
        let secure = Server::respond_tls(certs::good(), |_| ok("secure"));
        let plain = Server::respond(|_| ok("plain"));
        let up = leading("302 Found", secure.url("/"));
        let story = Story::new(up, asynchronous);
        let request = story.get("/from");
        let sent = story.send(&request);
        assert_eq!(sent, Err(ERROR_INTERNET_HTTP_TO_HTTPS_ON_REDIR));
        let flags = INTERNET_FLAG_IGNORE_REDIRECT_TO_HTTPS;
        let request = story.client.request("GET", "/from", flags);
        story.send(&request).expect("allowed");
        assert_eq!(story.read_all(&request), Ok(b"secure".to_vec()));

        let location = plain.url("/");
        let down = Server::respond_tls(certs::good(), move |_| moved("302 Found", &location));
        let story = Story::new(down, asynchronous);
        for (flags, expected) in [
            (0, Err(ERROR_INTERNET_HTTPS_TO_HTTP_ON_REDIR)),
            (INTERNET_FLAG_IGNORE_REDIRECT_TO_HTTP, Ok(())),
        ] {
            let flags = flags | INTERNET_FLAG_SECURE;
            let request = story.client.request("GET", "/from", flags);
            assert_eq!(story.send(&request), expected);
        }
    }
}

/// The handle is sent again: to where it was led, with its own method.
#[test]
fn a_request_sent_again_keeps_its_method() {
    for asynchronous in BOTH {
        let story = Story::new(leading("303 See Other", "/to"), asynchronous);
        let request = story.client.request("POST", "/from", 0);
        for _ in 0..2 {
            let started = send_with(&request, "", b"form");
            finish(started, story.client.recorder).expect("sent");
        }
        let lines: Vec<String> = story.server.recorded().iter().map(Request::line).collect();
        assert_eq!(
            lines,
            [
                "POST /from HTTP/1.1",
                "GET /to HTTP/1.1",
                "POST /to HTTP/1.1"
            ]
        );
    }
}

/// A line break in Location cannot come out again as one.
#[test]
fn a_redirect_injects_nothing() {
    let mut answer = head("302 Found", &[("Content-Length", "0")]);
    answer.truncate(answer.len() - 2);
    answer.extend_from_slice(b"Location: /to\r X-Bad: 1 HTTP/1.1\x00\x0bX\r\n\r\n");
    let server = Server::respond(move |request: &Request| match request.target().as_str() {
        "/from" => answer.clone(),
        _ => ok(""),
    });
    let story = Story::new(server, false);
    let request = story.get("/from");
    let _followed_or_not = story.send(&request);
    for request in story.server.recorded() {
        assert_eq!(request.header("X-Bad"), None);
        assert_eq!(request.line().matches(' ').count(), 2, "{}", request.line());
    }
}
