//! Credentials for servers: where they come from, when they are sent, what is told
//! (sections 3 and 5 of the contract).
#![allow(unsafe_code)]

mod support;

use support::login::*;
use support::reply::{head, ok, reply, Request};
use support::*;
use wininet::abi::*;

/// 401 and a second round inside one send, on the connection that the challenge came on.
#[test]
fn a_login_of_internet_connect_answers() {
    for asynchronous in BOTH {
        let story = story(guarded("Basic realm=\"x\"", BASIC), asynchronous);
        let request = request_as_user(story, "GET", "/", 0);
        story.send(&request).expect("sent");
        story.told(TWO_ROUNDS);
        assert_eq!(status_code(&request), 200);
        assert_eq!(story.read_all(&request), Ok(b"come in".to_vec()));
        assert_eq!(authorizations(story), [None, Some(BASIC.into())]);
        assert_eq!(story.server.connections(), 1);
        story.close(request, "HANDLE_CLOSING");
    }
}

#[test]
fn a_connection_that_is_not_kept_is_closed_first() {
    for asynchronous in BOTH {
        let server = Server::serve(|connection| {
            let request = connection.read_request()?;
            if request.header("Authorization").is_some() {
                return connection.send(ok("come in"));
            }
            let headers = [
                ("WWW-Authenticate", "Basic realm=x"),
                ("Connection", "close"),
            ];
            connection.send(reply("401 Unauthorized", &headers, "no"))?;
            connection.close();
            Ok(())
        });
        let story = story(server, asynchronous);
        let request = request_as_user(story, "GET", "/", 0);
        story.send(&request).expect("sent");
        story.told(
            "CREATED CONNECTING CONNECTED SENDING SENT RECEIVING RECEIVED CLOSING CLOSED \
             CONNECTING CONNECTED SENDING SENT RECEIVING RECEIVED COMPLETE",
        );
        assert_eq!(story.read_all(&request), Ok(b"come in".to_vec()));
    }
}

/// What is left of the first answer is read away, also where it comes slowly, up to a bound.
#[test]
fn the_body_of_the_challenge_is_read_away() {
    for asynchronous in BOTH {
        for (size, connections) in [(3000, 1), (1024 * 1024, 2)] {
            let challenge = format!(
                "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm=x\r\n\
                 Content-Length: {size}\r\n\r\n"
            );
            let server = Server::serve(move |connection| {
                while let Ok(request) = connection.read_request() {
                    if request.header("Authorization").is_some() {
                        connection.send(ok("come in"))?;
                        continue;
                    }
                    connection.send(&challenge)?;
                    connection.send_slowly(&vec![b'x'; size], size / 10, SOON)?;
                }
                Ok(())
            });
            let story = story(server, asynchronous);
            let request = request_as_user(story, "GET", "/", 0);
            story.send(&request).expect("sent");
            let closing = match connections {
                1 => "",
                _ => "CLOSING CLOSED CONNECTING CONNECTED",
            };
            story.told(&format!(
                "CREATED CONNECTING CONNECTED SENDING SENT RECEIVING RECEIVED {closing} \
                 SENDING SENT RECEIVING RECEIVED COMPLETE"
            ));
            assert_eq!(story.read_all(&request), Ok(b"come in".to_vec()));
            assert_eq!(story.server.connections(), connections);
        }
    }
}

const SOON: std::time::Duration = std::time::Duration::from_millis(1);

/// A server that hangs up in the middle of its challenge is asked again on another connection.
#[test]
fn a_challenge_that_is_cut_short_is_answered() {
    for asynchronous in BOTH {
        let cut =
            "HTTP/1.1 401 No\r\nWWW-Authenticate: Basic realm=x\r\nContent-Length: 9\r\n\r\nx";
        let server = Server::scripts([Script::answer(cut).close(), Script::answer(ok("come in"))]);
        let story = story(server, asynchronous);
        let request = request_as_user(story, "GET", "/", 0);
        story.send(&request).expect("sent");
        assert_eq!(story.read_all(&request), Ok(b"come in".to_vec()));
        let sent = authorizations(story);
        assert_eq!(sent, [None, Some(BASIC.into())]);
    }
}

/// Set on the connection they hold for requests made later, on the request for itself.
#[test]
fn options_give_a_login() {
    for asynchronous in BOTH {
        for on_connection in BOTH {
            let story = story(guarded("Basic realm=x", BASIC), asynchronous);
            if on_connection {
                log_in(&story.client.connection, "user", "pass").expect("set");
            }
            let request = story.get("/");
            if !on_connection {
                log_in(&request, "user", "pass").expect("set");
            }
            let name = option_text(&request, INTERNET_OPTION_USERNAME);
            assert_eq!(name.as_deref(), Ok("user"));
            let password = option_text(&request, INTERNET_OPTION_PASSWORD);
            assert_eq!(password.as_deref(), Ok("pass"));
            story.send(&request).expect("sent");
            assert_eq!(status_code(&request), 200);
        }
    }
}

#[test]
fn a_url_gives_a_login() {
    for asynchronous in BOTH {
        // "u@r" and "p:ss"
        let story = story(guarded("Basic realm=x", "Basic dUByOnA6c3M="), asynchronous);
        let (session, recorder) = (&story.client.session, story.client.recorder);
        let url = story.server.url("/a?b").replace("//", "//u%40r:p%3as%73@");
        let opened = open_url(session, &url, 0, recorder.context());
        let request = match asynchronous {
            true => Handle::adopt(recorder.wait_complete().0),
            false => opened.expect("a request"),
        };
        assert_eq!(status_code(&request), 200);
        let url = option_text(&request, INTERNET_OPTION_URL);
        assert_eq!(url, Ok(story.server.url("/a?b")));
    }
}

/// They end as a plain answer with its body, and are tried once.
#[test]
fn wrong_credentials_are_an_answer() {
    for asynchronous in BOTH {
        let story = story(guarded("Basic realm=x", "Basic else"), asynchronous);
        let request = request_as_user(story, "GET", "/", 0);
        story.send(&request).expect("no error");
        story.told(TWO_ROUNDS);
        assert_eq!(status_code(&request), 401);
        assert_eq!(story.read_all(&request), Ok(b"who are you?".to_vec()));
        assert_eq!(story.server.recorded().len(), 2);
        assert_eq!(story.server.connections(), 1);
        story.close(request, "HANDLE_CLOSING");
    }
}

/// Nothing that could be answered, or nobody who may.
#[test]
fn a_challenge_without_an_answer_is_an_answer() {
    let refusals: [(&[&str], u32, &str); 8] = [
        (&[], 0, ""),
        (&[""], 0, ""),
        (&["Bearer realm=x"], 0, ""),
        (&["Digest realm=x"], 0, ""),
        (&["Digest realm=x, nonce=y, algorithm=SHA-3"], 0, ""),
        (&["Basic realm=x"], INTERNET_FLAG_NO_AUTH, ""),
        (&["Basic realm=x"], 0, "Authorization: Mine\r\n"),
        (&["Basic realm=x"], 0, "authorization: Basic Og==\r\n"),
    ];
    for asynchronous in BOTH {
        for (challenges, flags, headers) in refusals {
            let server = Server::respond(move |_| unauthorized(challenges));
            let story = story(server, asynchronous);
            let request = request_as_user(story, "GET", "/", flags);
            finish(send_with(&request, headers, b""), story.client.recorder).expect("no error");
            story.told(FIRST);
            assert_eq!(status_code(&request), 401);
            assert_eq!(story.read_all(&request), Ok(b"who are you?".to_vec()));
            let sent = story.server.recorded();
            assert_eq!(sent.len(), 1, "{challenges:?} {flags:#x} {headers}");
        }
    }
}

/// A 407 that no proxy sent gets nothing.
#[test]
fn a_server_is_no_proxy() {
    for asynchronous in BOTH {
        let headers = [("Proxy-Authenticate", "Basic realm=x")];
        let server = Server::respond(move |_| reply("407 Mine", &headers, "no"));
        let story = story(server, asynchronous);
        let request = request_as_user(story, "GET", "/", 0);
        set_option_text(&request, INTERNET_OPTION_PROXY_USERNAME, "user").expect("set");
        story.send(&request).expect("no error");
        assert_eq!(status_code(&request), 407);
        assert_eq!(story.server.recorded().len(), 1);
    }
}

#[test]
fn servers_can_be_left_without() {
    for asynchronous in BOTH {
        let story = story(guarded("Basic realm=x", BASIC), asynchronous);
        let request = request_as_user(story, "GET", "/", 0);
        let option = INTERNET_OPTION_SUPPRESS_SERVER_AUTH;
        set_option(request.raw(), option).expect("set");
        story.send(&request).expect("no error");
        assert_eq!(status_code(&request), 401);
        assert_eq!(authorizations(story), [None]);
        let late = set_option(request.raw(), option);
        assert_eq!(late, Err(ERROR_INTERNET_INCORRECT_HANDLE_STATE));
    }
}

/// Neither what was given for one server nor what it was sent goes to another.
#[test]
fn a_redirect_carries_no_login() {
    for asynchronous in BOTH {
        let there = story(guarded("Basic realm=x", BASIC), false);
        let location = there.server.url("/to");
        let server = Server::respond(move |request: &Request| {
            match request.header("Authorization").is_some() {
                true => reply("302 Found", &[("Location", &location)], ""),
                false => unauthorized(&["Basic realm=x"]),
            }
        });
        let story = story(server, asynchronous);
        let request = request_as_user(story, "GET", "/from", 0);
        story.send(&request).expect("no error");
        assert_eq!(status_code(&request), 401);
        assert_eq!(authorizations(there), [None]);

        // What the program gives now is for the server that it sees.
        log_in(&request, "user", "pass").expect("set");
        story.send(&request).expect("sent");
        assert_eq!(status_code(&request), 200);
        assert_eq!(authorizations(there), [None, Some(BASIC.into())]);
    }
}

#[test]
fn a_body_is_sent_again() {
    for asynchronous in BOTH {
        let story = story(guarded("Basic realm=x", BASIC), asynchronous);
        let request = request_as_user(story, "POST", "/form", 0);
        let started = send_with(&request, "X-Mine: 1\r\n", b"a=b");
        finish(started, story.client.recorder).expect("sent");
        story.told(TWO_ROUNDS);
        let sent = story.server.recorded();
        assert_eq!(sent.len(), 2);
        for request in &sent {
            assert_eq!(request.method(), "POST");
            assert_eq!(request.body, b"a=b");
            assert_eq!(request.header("X-Mine").as_deref(), Some("1"));
        }
    }
}

/// The documented loop: send, see 401, set the options, send again. The realm is known by then.
#[test]
fn a_program_may_answer_itself() {
    for asynchronous in BOTH {
        let story = story(guarded("Basic realm=x", BASIC), asynchronous);
        let request = story.get("/");
        story.send(&request).expect("no error");
        assert_eq!(status_code(&request), 401);
        log_in(&request, "user", "wrong").expect("set");
        story.send(&request).expect("no error");
        assert_eq!(status_code(&request), 401);
        log_in(&request, "user", "pass").expect("set");
        story.send(&request).expect("sent");
        assert_eq!(status_code(&request), 200);
        let wrong = "Basic dXNlcjp3cm9uZw==".to_owned();
        assert_eq!(
            authorizations(story),
            [None, Some(wrong), Some(BASIC.into())]
        );
        story.told(
            "CREATED CONNECTING CONNECTED SENDING SENT RECEIVING RECEIVED COMPLETE \
             SENDING SENT RECEIVING RECEIVED COMPLETE SENDING SENT RECEIVING RECEIVED COMPLETE",
        );
    }
}

/// Each answer brings another realm; the last one is the program's.
#[test]
fn a_loop_of_challenges_ends() {
    for asynchronous in BOTH {
        let count = std::sync::atomic::AtomicUsize::new(0);
        let server = Server::respond(move |_| {
            let n = count.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
            unauthorized(&[&format!("Basic realm=\"{n}\"")])
        });
        let story = story(server, asynchronous);
        let request = request_as_user(story, "GET", "/", 0);
        story.send(&request).expect("no error");
        assert_eq!(status_code(&request), 401);
        assert_eq!(story.server.recorded().len(), 6);
    }
}

#[test]
fn the_strongest_scheme_is_answered() {
    for asynchronous in BOTH {
        let server = Server::respond(|request: &Request| {
            let weak = ["Basic realm=x", "Digest realm=x, nonce=1"];
            let strong = "Digest realm=x, nonce=2, algorithm=SHA-256";
            match request.header("Authorization") {
                None => unauthorized(&[weak[0], weak[1], strong]),
                Some(_) => ok(""),
            }
        });
        let story = story(server, asynchronous);
        let request = request_as_user(story, "GET", "/", 0);
        story.send(&request).expect("sent");
        let sent = authorizations(story)[1].clone().expect("an answer");
        assert!(sent.contains("algorithm=SHA-256"), "{sent}");
    }
}

/// No name, password or URL begins a line of a head.
#[test]
fn nothing_is_injected() {
    let story = story(guarded("Basic realm=x", BASIC), false);
    let (session, port) = (&story.client.session, story.server.port());
    for bad in ["a\r\nX-Bad: 1", "a\n", "\r"] {
        for (user, password) in [(bad, "p"), ("u", bad)] {
            let connected = connect_as(session, port, user, password);
            assert_eq!(connected.err(), Some(ERROR_INVALID_PARAMETER));
        }
        let request = story.get("/");
        for option in [INTERNET_OPTION_USERNAME, INTERNET_OPTION_PROXY_PASSWORD] {
            let set = set_option_text(&request, option, bad);
            assert_eq!(set, Err(ERROR_INVALID_PARAMETER));
        }
    }
    for bad in ["//a%0d%0aX-Bad:p@", "//u:%0A@", "//u%00:p@"] {
        let url = story.server.url("/").replace("//", bad);
        let opened = open_url(session, &url, 0, 0);
        assert_eq!(opened.err(), Some(ERROR_INTERNET_INVALID_URL), "{bad}");
    }
    assert!(story.server.recorded().is_empty());
}

/// "a:b" with "c" would be "a" with "b:c".
#[test]
fn a_colon_in_a_name_is_not_for_basic() {
    for asynchronous in BOTH {
        let story = story(guarded("Basic realm=x", BASIC), asynchronous);
        let request = story.get("/");
        log_in(&request, "us:er", "pass").expect("set");
        story.send(&request).expect("no error");
        assert_eq!(status_code(&request), 401);
        assert_eq!(authorizations(story), [None]);
    }
}

/// Logins have their handles.
#[test]
fn a_session_has_no_login_for_servers() {
    let session = session(false);
    let wrong = Err(ERROR_INTERNET_INCORRECT_HANDLE_TYPE);
    assert_eq!(log_in(&session, "user", "pass"), wrong);
    let proxy = INTERNET_OPTION_PROXY_USERNAME;
    assert_eq!(set_option_text(&session, proxy, "user"), Ok(()));
    let connection = connect_to(&session, "127.0.0.1", 80, 0).unwrap();
    assert_eq!(option_text(&connection, proxy).as_deref(), Ok("user"));
}

/// Pieces are gone when the challenge comes. Where there is an answer the program has to send them
/// again, as Microsoft's KB 2001156 has it; else the challenge is the answer.
#[test]
fn pieces_are_the_programs_to_send_again() {
    for asynchronous in BOTH {
        let story = story(guarded("Basic realm=x", BASIC), asynchronous);
        let request = request_as_user(story, "POST", "/form", 0);
        let sent = send_in_pieces(story, &request, b"whole");
        assert_eq!(sent, Err(ERROR_INTERNET_FORCE_RETRY));
        assert_eq!(status_code(&request), 401);
        send_in_pieces(story, &request, b"whole").expect("no error");
        assert_eq!(status_code(&request), 200);
        let sent = story.server.recorded();
        assert_eq!(authorizations(story), [None, Some(BASIC.into())]);
        assert!(sent.iter().all(|it| it.body == b"whole"));
        assert_eq!(story.server.connections(), 1);
        story.told(
            "CREATED CONNECTING CONNECTED SENDING SENT COMPLETE SENDING SENT \
             RECEIVING RECEIVED COMPLETE SENDING SENT COMPLETE SENDING SENT RECEIVING RECEIVED COMPLETE",
        );
    }
}

/// The loop of the article ends: a login that was refused is no reason to send again.
#[test]
fn pieces_are_sent_again_while_that_says_something_new() {
    for asynchronous in BOTH {
        let story = story(guarded("Basic realm=x", BASIC), asynchronous);
        let request = story.client.request("POST", "/form", 0);
        send_in_pieces(story, &request, b"whole").expect("no error");
        assert_eq!(status_code(&request), 401);
        log_in(&request, "user", "wrong").expect("set");
        send_in_pieces(story, &request, b"whole").expect("no error");
        assert_eq!(status_code(&request), 401);
        assert_eq!(story.read_all(&request), Ok(b"who are you?".to_vec()));
        log_in(&request, "user", "pass").expect("set");
        send_in_pieces(story, &request, b"whole").expect("no error");
        assert_eq!(status_code(&request), 200);
        assert_eq!(story.server.recorded().len(), 3);
    }
}

fn send_in_pieces(story: &Story, request: &Handle, body: &'static [u8]) -> Result<()> {
    use wininet::ffi::*;
    // SAFETY: a struct of numbers and pointers, all of which may be zero.
    let mut buffers: INTERNET_BUFFERSA = unsafe { std::mem::zeroed() };
    buffers.dwStructSize = size_of::<INTERNET_BUFFERSA>() as u32;
    buffers.dwBufferTotal = body.len() as u32;
    let (raw, recorder, mut count) = (request.raw(), story.client.recorder, 0);
    // SAFETY: the struct and the body outlive the calls.
    unsafe {
        let started = HttpSendRequestExA(raw, &mut buffers, std::ptr::null_mut(), 0, 0);
        finish(check(started), recorder)?;
        let (data, size) = (body.as_ptr().cast(), body.len() as u32);
        check(InternetWriteFile(raw, data, size, &mut count))?;
        finish(
            check(HttpEndRequestA(raw, std::ptr::null_mut(), 0, 0)),
            recorder,
        )
    }
}

/// A challenge to a HEAD has no body that could be in the way.
#[test]
fn a_head_is_answered() {
    for asynchronous in BOTH {
        let length = [
            ("Content-Length", "5"),
            ("WWW-Authenticate", "Basic realm=x"),
        ];
        let server = Server::respond(move |request: &Request| {
            match request.header("Authorization").is_some() {
                true => head("200 OK", &length),
                false => head("401 Unauthorized", &length),
            }
        });
        let story = story(server, asynchronous);
        let request = request_as_user(story, "HEAD", "/", 0);
        story.send(&request).expect("sent");
        story.told(TWO_ROUNDS);
        assert_eq!(status_code(&request), 200);
        assert_eq!(story.server.connections(), 1);
    }
}
