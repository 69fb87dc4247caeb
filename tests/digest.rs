//! Digest against a server that checks it by the book (RFC 7616): every part of the answer is worked
//! out here anew.
#![allow(unsafe_code)]

mod support;

use std::sync::{Arc, Mutex};

use md5::{Digest as _, Md5};
use support::login::*;
use support::reply::{ok, reply, Request};
use support::*;
use wininet::abi::*;
use wininet::ffi::InternetErrorDlg;

/// A server's side: the nonce in force, and what it has seen.
struct Guard {
    challenge: String,
    nonce: String,
    /// How often each nonce may be used.
    lifetime: u32,
    uses: u32,
    nonces: u32,
    says_stale: bool,
    /// Goes along with what is let in.
    info: bool,
}

impl Guard {
    fn new(challenge: &str) -> Self {
        Self {
            challenge: challenge.to_owned(),
            nonce: "n0".to_owned(),
            lifetime: u32::MAX,
            uses: 0,
            nonces: 0,
            says_stale: true,
            info: false,
        }
    }

    fn server(self) -> Server {
        let guard = Arc::new(Mutex::new(self));
        Server::respond(move |request: &Request| guard.lock().unwrap().answer(request))
    }

    fn answer(&mut self, request: &Request) -> Vec<u8> {
        let Some(said) = request.header("Authorization") else {
            return self.refuse("");
        };
        let said = Said(said);
        let expected = said.expected(request);
        if said.get("response") != expected || said.get("realm") != "r" {
            return self.refuse("");
        }
        if said.get("nonce") != self.nonce || self.uses == self.lifetime {
            return self.refuse(if self.says_stale { ", stale=true" } else { "" });
        }
        self.uses += 1;
        if !said.get("qop").is_empty() && said.get("nc") != format!("{:08x}", self.uses) {
            return self.refuse("");
        }
        if !self.info {
            return ok("come in");
        }
        self.renew();
        let info = format!("nextnonce=\"{}\", qop=auth", self.nonce);
        reply("200 OK", &[("Authentication-Info", &info)], "come in")
    }

    fn refuse(&mut self, more: &str) -> Vec<u8> {
        self.renew();
        let (challenge, nonce) = (&self.challenge, &self.nonce);
        let challenge = format!("Digest realm=\"r\", nonce=\"{nonce}\"{challenge}{more}");
        unauthorized(&[&challenge])
    }

    fn renew(&mut self) {
        self.nonces += 1;
        self.uses = 0;
        self.nonce = format!("n{}", self.nonces);
    }
}

/// What stands in Authorization.
struct Said(String);

impl Said {
    fn get(&self, name: &str) -> &str {
        let parts = self.0.trim_start_matches("Digest ").split(", ");
        let mut named = parts.filter_map(|it| it.split_once('='));
        let value = named.find(|(key, _)| *key == name);
        value.map_or("", |(_, value)| value.trim_matches('"'))
    }

    fn expected(&self, request: &Request) -> String {
        let get = |name| self.get(name);
        let hash = |text: String| match get("algorithm") {
            "" | "MD5" | "MD5-sess" => hex(&Md5::digest(text)),
            "SHA-256" => hex(ring::digest::digest(&ring::digest::SHA256, text.as_bytes()).as_ref()),
            other => panic!("{other}"),
        };
        if get("uri") != request.target() {
            return "another target".to_owned();
        }
        let name = match get("userhash") {
            "true" => hash("user:r".to_owned()),
            _ => "user".to_owned(),
        };
        if get("username") != name {
            return "another user".to_owned();
        }
        let (nonce, own) = (get("nonce"), get("cnonce"));
        let mut secret = hash("user:r:pass".to_owned());
        if get("algorithm").ends_with("-sess") {
            secret = hash(format!("{secret}:{nonce}:{own}"));
        }
        let (method, uri) = (request.method(), request.target());
        let of_request = match get("qop") {
            "auth-int" => {
                let body = hash(String::from_utf8(request.body.clone()).unwrap());
                hash(format!("{method}:{uri}:{body}"))
            }
            _ => hash(format!("{method}:{uri}")),
        };
        match get("qop") {
            "" => hash(format!("{secret}:{nonce}:{of_request}")),
            qop => {
                let count = get("nc");
                hash(format!("{secret}:{nonce}:{count}:{own}:{qop}:{of_request}"))
            }
        }
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Every form of the challenge, with a body and without, in one send.
#[test]
fn every_form_is_answered() {
    let forms = [
        "",
        ", algorithm=MD5",
        ", qop=\"auth\"",
        ", qop=\"auth,auth-int\", opaque=\"o\"",
        ", qop=\"auth-int\"",
        ", qop=\"auth\", algorithm=MD5-sess",
        ", qop=\"auth\", algorithm=SHA-256",
        ", qop=\"auth-int\", algorithm=SHA-256",
        ", qop=\"auth\", algorithm=SHA-256, userhash=true",
        ", qop=\"auth\", charset=UTF-8, domain=\"/\"",
    ];
    for asynchronous in BOTH {
        for form in forms {
            for (verb, body) in [("GET", &b""[..]), ("POST", b"a=b")] {
                let story = story(Guard::new(form).server(), asynchronous);
                let request = request_as_user(story, verb, "/a/b?c=d", 0);
                let started = send_with(&request, "X: y\r\n", body);
                finish(started, story.client.recorder).expect(form);
                assert_eq!(status_code(&request), 200, "{form}");
                story.told(TWO_ROUNDS);
                let sent = story.server.recorded();
                assert_eq!(sent[1].body, body);
                let said = Said(sent[1].header("Authorization").unwrap());
                assert_eq!(!said.get("opaque").is_empty(), form.contains("opaque"));
                assert_eq!(!said.get("nc").is_empty(), form.contains("qop"));
            }
        }
    }
}

/// The next request says who it is at once, with the same nonce and the next number.
#[test]
fn the_nonce_is_used_again_and_counted() {
    for asynchronous in BOTH {
        let story = story(Guard::new(", qop=auth").server(), asynchronous);
        for path in ["/a", "/b/c"] {
            let request = request_as_user(story, "GET", path, 0);
            story.send(&request).expect("sent");
            assert_eq!(status_code(&request), 200);
        }
        let sent = authorizations(story);
        assert_eq!(sent[0], None);
        let said: Vec<Said> = sent.into_iter().flatten().map(Said).collect();
        let counts: Vec<&str> = said.iter().map(|it| it.get("nc")).collect();
        assert_eq!(counts, ["00000001", "00000002"]);
        assert_eq!(said[0].get("nonce"), said[1].get("nonce"));
    }
}

/// A nonce that is out of date costs a round, whether the server says "stale" or not.
#[test]
fn an_old_nonce_is_replaced() {
    for asynchronous in BOTH {
        for says_stale in BOTH {
            let guard = Guard {
                lifetime: 1,
                says_stale,
                ..Guard::new(", qop=auth")
            };
            let story = story(guard.server(), asynchronous);
            for _ in 0..2 {
                let request = request_as_user(story, "GET", "/", 0);
                story.send(&request).expect("sent");
                assert_eq!(status_code(&request), 200);
            }
            let sent = authorizations(story);
            assert_eq!(sent.len(), 4);
            let counts = sent.iter().flatten().map(|it| Said(it.clone()));
            let counts: Vec<String> = counts.map(|it| it.get("nc").to_owned()).collect();
            assert_eq!(counts, ["00000001", "00000002", "00000001"]);
        }
    }
}

/// Authentication-Info has the nonce for the next request.
#[test]
fn the_server_names_the_next_nonce() {
    for asynchronous in BOTH {
        let guard = Guard {
            lifetime: 1,
            info: true,
            ..Guard::new(", qop=auth")
        };
        let story = story(guard.server(), asynchronous);
        for _ in 0..3 {
            let request = request_as_user(story, "GET", "/", 0);
            story.send(&request).expect("sent");
            assert_eq!(status_code(&request), 200);
        }
        assert_eq!(story.server.recorded().len(), 4);
    }
}

/// "stale" without end is a loop like others.
#[test]
fn a_server_that_is_never_content_is_left() {
    for asynchronous in BOTH {
        let guard = Guard {
            lifetime: 0,
            ..Guard::new(", qop=auth")
        };
        let story = story(guard.server(), asynchronous);
        let request = request_as_user(story, "GET", "/", 0);
        story.send(&request).expect("no error");
        assert_eq!(status_code(&request), 401);
        assert_eq!(story.server.recorded().len(), 6);
    }
}

#[test]
fn a_wrong_password_is_tried_once() {
    for asynchronous in BOTH {
        let story = story(Guard::new(", qop=auth").server(), asynchronous);
        let request = story.get("/");
        log_in(&request, "user", "wrong").expect("set");
        story.send(&request).expect("no error");
        assert_eq!(status_code(&request), 401);
        assert_eq!(story.server.recorded().len(), 2);
        log_in(&request, "user", "pass").expect("set");
        story.send(&request).expect("no error");
        assert_eq!(status_code(&request), 200);
        assert_eq!(story.server.recorded().len(), 3);
    }
}

/// InternetErrorDlg only asks whether there is an answer: the server sees no gap in the count, which some
/// insist on.
#[test]
fn asking_whether_to_retry_uses_up_no_count() {
    for asynchronous in BOTH {
        let story = story(Guard::new(", qop=auth").server(), asynchronous);
        let request = story.get("/");
        story.send(&request).expect("no error");
        assert_eq!(status_code(&request), 401);
        log_in(&request, "user", "pass").expect("set");
        for _ in 0..3 {
            let (error, flags) = (
                ERROR_INTERNET_INCORRECT_PASSWORD,
                FLAGS_ERROR_UI_FLAGS_NO_UI,
            );
            let no_window = std::ptr::null_mut();
            // SAFETY: no pointer is given but NULL.
            let said = unsafe {
                InternetErrorDlg(no_window, request.raw(), error, flags, std::ptr::null_mut())
            };
            assert_eq!(said, ERROR_INTERNET_FORCE_RETRY);
        }
        story.send(&request).expect("no error");
        assert_eq!(status_code(&request), 200);
        assert_eq!(story.server.recorded().len(), 2);
    }
}
