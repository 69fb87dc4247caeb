//! Servers that answer before they have read all of a large body, and read no more of it. The bodies
//! are larger than any socket takes unread, so what is sent waits until somebody gives way.
#![allow(unsafe_code)]

mod support;

#[path = "early_answers/pieces.rs"]
mod pieces;

use std::io;

use support::connection::Connection;
use support::login::{connect_as, BASIC};
use support::reply::{head, ok, reply};
use support::*;
use wininet::abi::*;

/// No socket takes so much that nobody reads.
const LARGE: usize = 20_000_000;
const SECURE: u32 = INTERNET_FLAG_SECURE | INTERNET_FLAG_IGNORE_CERT_CN_INVALID;
const NEW: &str = "CREATED CONNECTING CONNECTED";

fn large() -> &'static [u8] {
    static LARGE_BODY: std::sync::OnceLock<Vec<u8>> = std::sync::OnceLock::new();
    LARGE_BODY.get_or_init(|| (0..LARGE).map(|at| (at % 251) as u8).collect())
}

/// A server of http or https, as it does it for each connection.
fn server(
    secure: bool,
    serve: impl Fn(&mut Connection) -> io::Result<()> + Send + Sync + 'static,
) -> Server {
    certs::authority_file();
    let config = secure.then(certs::good);
    let server = Server::serve(move |connection| {
        if let Some(config) = &config {
            connection.accept_tls(config)?;
        }
        serve(connection)
    });
    match secure {
        true => server.https(),
        false => server,
    }
}

/// Both drivers, plain and under TLS.
fn each(
    serve: impl Fn(&mut Connection) -> io::Result<()> + Send + Sync + Copy + 'static,
    test: impl Fn(Story, u32),
) {
    for asynchronous in BOTH {
        for flags in [0, SECURE] {
            let server = server(flags != 0, serve);
            test(Story::new(server, asynchronous), flags);
        }
    }
}

/// The connection stays open and nothing more is read.
fn read_no_more(connection: &mut Connection) -> io::Result<()> {
    connection.pause(&Latch::new());
    Ok(())
}

fn post(story: &Story, request: &Handle) -> Result<()> {
    finish(send_with(request, "", large()), story.client.recorder)
}

/// The answer is given at once. The rest of the body never goes out, so it is no REQUEST_SENT, and no
/// other request goes out on that connection.
#[test]
fn a_refusal_of_a_large_body_is_the_answer() {
    let serve = |connection: &mut Connection| {
        if connection.read_head()?.method() == "POST" {
            connection.send(reply("413 Too Large", &[], "no"))?;
            return read_no_more(connection);
        }
        connection.send(ok("next"))
    };
    each(serve, |story, flags| {
        let request = story.client.request("POST", "/", flags);
        post(&story, &request).expect("the answer");
        story.told(&format!("{NEW} SENDING RECEIVING RECEIVED COMPLETE"));
        assert_eq!(status_code(&request), 413);
        assert_eq!(story.read_all(&request), Ok(b"no".to_vec()));
        story.told("CLOSING CLOSED");
        let next = story.client.request("GET", "/next", flags);
        story.send(&next).expect("an answer");
        assert_eq!(story.read_all(&next), Ok(b"next".to_vec()));
        assert_eq!(story.server.connections(), 2);
        story.close(
            request,
            &format!("{NEW} SENDING SENT RECEIVING RECEIVED COMPLETE HANDLE_CLOSING"),
        );
    });
}

/// A socket that is closed with something unread in it resets the connection. What was said before
/// counts all the same.
#[test]
fn who_answers_and_hangs_up_is_heard() {
    let serve = |connection: &mut Connection| {
        connection.read_head()?;
        let fields = [("Connection", "close")];
        connection.send(reply("413 Too Large", &fields, "no"))?;
        connection.close();
        Ok(())
    };
    each(serve, |story, flags| {
        let request = story.client.request("POST", "/", flags);
        let sent = post(&story, &request);
        assert_eq!(sent, Ok(()), "{} {flags}", story.asynchronous);
        assert_eq!(status_code(&request), 413);
        assert_eq!(story.read_all(&request), Ok(b"no".to_vec()));
    });
}

/// The head comes while the body is sent, and what follows it later.
#[test]
fn an_answer_that_comes_in_pieces() {
    let serve = |connection: &mut Connection| {
        connection.read_head()?;
        let answer = reply("500 Oops", &[("X-Long", &"x".repeat(3000))], "a body");
        connection.send_slowly(&answer, 500, std::time::Duration::from_millis(1))?;
        read_no_more(connection)
    };
    each(serve, |story, flags| {
        let request = story.client.request("POST", "/", flags);
        post(&story, &request).expect("the answer");
        assert_eq!(status_code(&request), 500);
        assert_eq!(story.read_all(&request), Ok(b"a body".to_vec()));
    });
}

/// The body goes again, and whole, on another connection.
#[test]
fn a_challenge_is_answered_with_all_of_the_body() {
    for asynchronous in BOTH {
        for flags in [0, SECURE] {
            let server = server(flags != 0, |connection| {
                let request = connection.read_head()?;
                if request.header("Authorization").as_deref() != Some(BASIC) {
                    let asks = [("WWW-Authenticate", "Basic realm=\"early\"")];
                    connection.send(reply("401 Unauthorized", &asks, "who?"))?;
                    return read_no_more(connection);
                }
                connection.read_body()?;
                connection.send(ok("come in"))?;
                connection.hold()
            });
            let story = support::login::story(server, asynchronous);
            let (session, port) = (&story.client.session, story.server.port());
            let connection = connect_as(session, port, "user", "pass").expect("a connection");
            let context = story.client.recorder.context();
            let request = request(&connection, "POST", "/", flags, context).expect("a request");
            post(story, &request).expect("the answer");
            let told = "SENDING RECEIVING RECEIVED CLOSING CLOSED \
                        CONNECTING CONNECTED SENDING SENT RECEIVING RECEIVED COMPLETE";
            story.told(&format!("{NEW} {told}"));
            assert_eq!(status_code(&request), 200);
            let recorded = story.server.recorded();
            assert!(recorded.len() == 2 && recorded[1].body == large());
        }
    }
}

#[test]
fn a_redirect_takes_all_of_the_body_along() {
    let serve = |connection: &mut Connection| {
        if connection.read_head()?.target() == "/" {
            let to = [("Location", "/there")];
            connection.send(reply("307 Temporary Redirect", &to, ""))?;
            return read_no_more(connection);
        }
        connection.read_body()?;
        connection.send(ok("got it"))?;
        connection.hold()
    };
    each(serve, |story, flags| {
        let request = story.client.request("POST", "/", flags);
        post(&story, &request).expect("the answer");
        assert_eq!(status_code(&request), 200);
        assert!(story.server.recorded()[1].body == large());
        assert_eq!(story.client.recorder.count(INTERNET_STATUS_REDIRECT), 1);
    });
}

/// 1xx heads are heard while the body waits, and it goes on.
#[test]
fn interim_answers_end_nothing() {
    for asynchronous in BOTH {
        for flags in [0, SECURE] {
            let heard = Latch::new();
            let held = heard.clone();
            let server = server(flags != 0, move |connection| {
                connection.read_head()?;
                connection.send(head("100 Continue", &[]))?;
                connection.send(head("103 Early Hints", &[]))?;
                connection.pause(&held);
                connection.read_body()?;
                connection.send(ok("got it"))?;
                connection.hold()
            });
            let story = Story::new(server, asynchronous);
            story
                .client
                .recorder
                .on(INTERNET_STATUS_INTERMEDIATE_RESPONSE, move |_| {
                    heard.release()
                });
            let request = story.client.request("POST", "/", flags);
            post(&story, &request).expect("the answer");
            let told = "SENDING INTERMEDIATE SENT RECEIVING RECEIVED COMPLETE";
            story.told(&format!("{NEW} {told}"));
            assert_eq!(story.read_all(&request), Ok(b"got it".to_vec()));
            assert!(story.server.recorded()[0].body == large());
            story.close(request, "HANDLE_CLOSING");
        }
    }
}

/// Who answers with success may read on (RFC 9110, section 7.5): the body goes out whole.
#[test]
fn a_success_that_comes_early_takes_the_whole_body() {
    let serve = |connection: &mut Connection| {
        connection.read_head()?;
        connection.send(head("200 OK", &[("Content-Length", "7")]))?;
        connection.read_body()?;
        connection.send("welcome")?;
        connection.hold()
    };
    each(serve, |story, flags| {
        let request = story.client.request("POST", "/", flags);
        post(&story, &request).expect("the answer");
        story.told(&format!("{NEW} SENDING SENT RECEIVING RECEIVED COMPLETE"));
        assert_eq!(story.read_all(&request), Ok(b"welcome".to_vec()));
        assert!(story.server.recorded()[0].body == large());
    });
}

/// If it does not, the success is the answer when the time to send is up, or the connection is.
#[test]
fn a_success_that_reads_no_more_is_the_answer() {
    fn silent(connection: &mut Connection) -> io::Result<()> {
        connection.read_head()?;
        connection.send(ok("enough"))?;
        read_no_more(connection)
    }
    fn gone(connection: &mut Connection) -> io::Result<()> {
        connection.read_head()?;
        connection.send(ok("enough"))?;
        connection.close();
        Ok(())
    }
    for serve in [silent, gone] {
        each(serve, |story, flags| {
            let request = story.client.request("POST", "/", flags);
            set_option_u32(&request, INTERNET_OPTION_SEND_TIMEOUT, 300).expect("set");
            post(&story, &request).expect("the answer");
            story.told(&format!("{NEW} SENDING RECEIVING RECEIVED COMPLETE"));
            assert_eq!(status_code(&request), 200);
            assert_eq!(story.read_all(&request), Ok(b"enough".to_vec()));
            story.told("CLOSING CLOSED");
        });
    }
}

/// Hanging up is no answer.
#[test]
fn who_hangs_up_without_an_answer() {
    fn ended(connection: &mut Connection) -> io::Result<()> {
        connection.read_head()?;
        connection.half_close()?;
        read_no_more(connection)
    }
    fn reset(connection: &mut Connection) -> io::Result<()> {
        connection.read_head()?;
        connection.reset()
    }
    let expected = [
        ERROR_HTTP_INVALID_SERVER_RESPONSE,
        ERROR_INTERNET_CONNECTION_RESET,
    ];
    for serve in [ended, reset] {
        each(serve, |story, flags| {
            let request = story.client.request("POST", "/", flags);
            let error = post(&story, &request).expect_err("no answer");
            assert!(expected.contains(&error), "{error}");
            let fields = "CLOSING CLOSED COMPLETE";
            assert!(story
                .client
                .recorder
                .names()
                .join(" ")
                .ends_with(match story.asynchronous {
                    true => fields,
                    false => "CLOSING CLOSED",
                }));
        });
    }
}

/// A connection that a request found in the pool is gone: what may be repeated is, though the socket
/// had taken much of it.
#[test]
fn a_pooled_connection_that_dies_under_a_large_body() {
    let serve = |connection: &mut Connection| {
        if connection.index == 0 {
            connection.read_head()?;
            connection.send(ok("first"))?;
            connection.read_head()?;
            return connection.reset();
        }
        connection.read_request()?;
        connection.send(ok("second"))?;
        connection.hold()
    };
    each(serve, |story, flags| {
        let first = story.client.request("GET", "/", flags);
        story.send(&first).expect("an answer");
        assert_eq!(story.read_all(&first), Ok(b"first".to_vec()));
        let put = story.client.request("PUT", "/", flags);
        post(&story, &put).expect("an answer");
        assert_eq!(story.read_all(&put), Ok(b"second".to_vec()));
        assert!(story.server.recorded()[2].body == large());
    });
}
