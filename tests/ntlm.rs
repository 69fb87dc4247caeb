//! NTLM, and Negotiate with NTLM inside, against the server side of the sspi crate. With the feature
//! "ntlm" alone.
#![cfg(feature = "ntlm")]

#[cfg(target_os = "linux")]
#[path = "ntlm/squid.rs"]
mod squid;
mod support;

use std::io;

use base64::prelude::{Engine, BASE64_STANDARD};
use sspi::ntlm::NtlmConfig;
use sspi::{
    AuthIdentity, BufferType, CredentialUse, Credentials, DataRepresentation, Negotiate,
    NegotiateConfig, Ntlm, SecurityBuffer, ServerRequestFlags, Sspi, SspiImpl, Username,
};
use support::connection::Connection;
use support::login::*;
use support::pieces::send_in_pieces;
use support::proxy::client_through;
use support::reply::{ok, reply, Request};
use support::*;
use wininet::abi::*;

const ROUND: &str = "SENDING SENT RECEIVING RECEIVED";

fn identity() -> AuthIdentity {
    AuthIdentity {
        username: Username::parse("user").unwrap(),
        password: "pass".to_owned().into(),
    }
}

/// The server's side of one handshake.
enum Guard {
    Ntlm(Box<Ntlm>),
    Negotiate(Box<Negotiate>),
}

impl Guard {
    fn new(scheme: &str) -> Self {
        if scheme == "NTLM" {
            return Self::Ntlm(Box::new(Ntlm::new()));
        }
        let only = Some("ntlm,!kerberos,!pku2u".to_owned());
        let config = NegotiateConfig::new(Box::new(NtlmConfig::default()), only, "server".into());
        let server = Negotiate::new_server(config, vec![identity()]);
        Self::Negotiate(Box::new(server.expect("a server")))
    }

    /// Its answer, and whether the client is in; `None` if it is refused.
    fn take(&mut self, message: &[u8]) -> Option<(Vec<u8>, bool)> {
        match self {
            Self::Ntlm(server) => take(&mut **server, &identity(), message),
            Self::Negotiate(server) => take(
                &mut **server,
                &Credentials::AuthIdentity(identity()),
                message,
            ),
        }
    }
}

fn take<S: Sspi + SspiImpl>(
    server: &mut S,
    identity: &S::AuthenticationData,
    message: &[u8],
) -> Option<(Vec<u8>, bool)> {
    let mut credentials = server
        .acquire_credentials_handle()
        .with_credential_use(CredentialUse::Inbound)
        .with_auth_data(identity)
        .execute(server)
        .expect("credentials")
        .credentials_handle;
    let mut input = [SecurityBuffer::new(message.to_vec(), BufferType::Token)];
    let mut output = [SecurityBuffer::new(Vec::new(), BufferType::Token)];
    let status = {
        let builder = server
            .accept_security_context()
            .with_credentials_handle(&mut credentials)
            .with_context_requirements(ServerRequestFlags::ALLOCATE_MEMORY)
            .with_target_data_representation(DataRepresentation::Native)
            .with_input(&mut input)
            .with_output(&mut output);
        let mut accepted = server.accept_security_context_impl(builder).ok()?;
        accepted.resolve_to_result().ok()?.status
    };
    let goes_on = matches!(
        status,
        sspi::SecurityStatus::ContinueNeeded | sspi::SecurityStatus::CompleteAndContinue
    );
    if !goes_on {
        server.complete_auth_token(&mut output).ok()?;
    }
    let [answer] = output;
    Some((answer.buffer, !goes_on))
}

/// Which fields and which status this side has.
#[derive(Clone, Copy)]
struct Side {
    answered_by: &'static str,
    asks_by: &'static str,
    status: &'static str,
}

const SERVER: Side = Side {
    answered_by: "Authorization",
    asks_by: "WWW-Authenticate",
    status: "401 Unauthorized",
};
const PROXY: Side = Side {
    answered_by: "Proxy-Authorization",
    asks_by: "Proxy-Authenticate",
    status: "407 Proxy Authentication Required",
};

/// When a server answers: before the body of the request or behind it.
#[derive(Clone, Copy, PartialEq)]
enum Answers {
    Before,
    Behind,
    /// Before, and the body of what it refuses is never read.
    WithoutReading,
}

/// Lets in connections, each for as long as it lasts.
fn guarded_connection(
    scheme: &str,
    side: Side,
    when: Answers,
    connection: &mut Connection,
) -> io::Result<()> {
    let mut guard = None;
    let mut is_in = false;
    loop {
        let request: Request = match connection.read_head() {
            Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(()),
            other => other?,
        };
        if when == Answers::Behind {
            connection.read_body()?;
        }
        let said = request.header(side.answered_by);
        let token = said.as_deref().and_then(|it| it.strip_prefix(scheme));
        let mut challenge = scheme.to_owned();
        if let Some(token) = token {
            let message = BASE64_STANDARD.decode(token.trim()).expect("base64");
            let answer = guard
                .get_or_insert_with(|| Guard::new(scheme))
                .take(&message);
            is_in = answer.as_ref().is_some_and(|(_, is_in)| *is_in);
            match answer {
                Some((answer, false)) => {
                    challenge = format!("{scheme} {}", BASE64_STANDARD.encode(answer));
                }
                _ => guard = None,
            }
        }
        let has_body = request.header("Content-Length").as_deref() != Some("0");
        if is_in && when != Answers::Behind {
            connection.read_body()?;
        }
        connection.send(match is_in {
            true => ok("come in"),
            false => reply(side.status, &[(side.asks_by, &challenge)], "who are you?"),
        })?;
        if !is_in {
            match when {
                Answers::Before => drop(connection.read_body()?),
                // Nothing else comes before it is read, and it never is.
                Answers::WithoutReading if has_body => connection.pause(&Latch::new()),
                _ => {}
            }
        }
    }
}

fn guarded(scheme: &'static str) -> Server {
    Server::serve(move |it| guarded_connection(scheme, SERVER, Answers::Behind, it))
}

/// The user gets a connection of his own: three messages on it, and no more afterwards.
#[test]
fn a_connection_is_let_in() {
    for scheme in ["NTLM", "Negotiate"] {
        for asynchronous in BOTH {
            let story = story(guarded(scheme), asynchronous);
            let request = request_as_user(story, "POST", "/", 0);
            let started = send_with(&request, "X: y\r\n", b"body");
            finish(started, story.client.recorder).expect("sent");
            story.told(&format!(
                "CREATED CONNECTING CONNECTED {ROUND} CONNECTING CONNECTED {ROUND} {ROUND} COMPLETE"
            ));
            assert_eq!(status_code(&request), 200, "{scheme}");
            assert_eq!(story.read_all(&request), Ok(b"come in".to_vec()));
            let sent = story.server.recorded();
            assert_eq!(sent.len(), 3);
            // What only begins the handshake takes no body along.
            let bodies: Vec<&[u8]> = sent.iter().map(|it| &*it.body).collect();
            assert_eq!(bodies, [&b"body"[..], b"", b"body"]);
            assert_eq!(sent[1].header("Content-Length").as_deref(), Some("0"));
            assert_eq!(sent[1].connection, sent[2].connection);

            // The same user again, also known by memory alone.
            for request in [request_as_user(story, "GET", "/", 0), story.get("/b")] {
                story.send(&request).expect("sent");
                assert_eq!(status_code(&request), 200);
            }
            let sent = story.server.recorded();
            assert_eq!(sent.len(), 5);
            assert!(sent[3..].iter().all(|it| it.connection == 1));
            assert!(sent[3..]
                .iter()
                .all(|it| it.header("Authorization").is_none()));
        }
    }
}

/// A server that says who it wants before it has read a large body, and one that never reads what it did not
/// want. The body is not in the way of the handshake.
#[test]
fn a_large_body_and_an_early_challenge() {
    for when in [Answers::Before, Answers::WithoutReading] {
        for asynchronous in BOTH {
            let early = move |it: &mut Connection| guarded_connection("NTLM", SERVER, when, it);
            let story = story(Server::serve(early), asynchronous);
            let request = request_as_user(story, "POST", "/", 0);
            let body: &'static [u8] = kept(vec![b'x'; 20_000_000]);
            finish(send_with(&request, "", body), story.client.recorder).expect("sent");
            assert_eq!(status_code(&request), 200);
            let sent = story.server.recorded();
            assert_eq!(sent.len(), 3);
            assert_eq!(sent[1].connection, sent[2].connection);
            assert_eq!(sent[1].body.len(), 0);
            assert_eq!(sent[2].body.len(), body.len());
        }
    }
}

/// A length that the program has set is the body's, and the body is not there at first.
#[test]
fn a_length_of_the_programs_own() {
    for asynchronous in BOTH {
        let story = story(guarded("NTLM"), asynchronous);
        let request = request_as_user(story, "POST", "/", 0);
        let started = send_with(&request, "Content-Length: 4\r\n", b"body");
        finish(started, story.client.recorder).expect("sent");
        assert_eq!(status_code(&request), 200);
        let sent = story.server.recorded();
        let lengths: Vec<_> = sent.iter().map(|it| it.header("Content-Length")).collect();
        assert_eq!(lengths, ["4", "0", "4"].map(|it| Some(it.to_owned())));
        assert_eq!(sent[2].body, b"body");
    }
}

/// A program that wants the connection to end has it end behind the handshake.
#[test]
fn a_connection_that_is_not_to_be_kept() {
    for asynchronous in BOTH {
        let story = story(guarded("NTLM"), asynchronous);
        let request = request_as_user(story, "POST", "/", 0);
        let started = send_with(&request, "Connection: close\r\n", b"body");
        finish(started, story.client.recorder).expect("sent");
        assert_eq!(status_code(&request), 200);
        assert_eq!(story.read_all(&request), Ok(b"come in".to_vec()));
        let sent = story.server.recorded();
        let said: Vec<_> = sent.iter().map(|it| it.header("Connection")).collect();
        let close = Some("close".to_owned());
        assert_eq!(said, [close.clone(), None, close]);
        assert_eq!(sent[1].connection, sent[2].connection);
        story.server.wait_ended(2);
    }
}

/// A server that lets in who only begins to say who he is has answered a request without its body: that is not
/// the one that was meant.
#[test]
fn a_server_that_asks_no_further() {
    for status in ["200 OK", "302 Found", "400 Bad Request", "503 Busy"] {
        for asynchronous in BOTH {
            let server = Server::respond(move |request: &Request| {
                match (request.header("Authorization"), &*request.body) {
                    (None, _) if request.connection == 0 => unauthorized(&["NTLM"]),
                    (_, b"") => reply(status, &[("Location", "/elsewhere")], "without a body"),
                    (_, body) => ok(body),
                }
            });
            let story = story(server, asynchronous);
            let request = request_as_user(story, "POST", "/", 0);
            finish(send_with(&request, "", b"body"), story.client.recorder).expect("sent");
            assert_eq!(status_code(&request), 200, "{status}");
            assert_eq!(story.read_all(&request), Ok(b"body".to_vec()));
            assert_eq!(story.server.recorded().len(), 3);
        }
    }
}

/// The program writes its pieces once more, when the handshake is nearly through.
#[test]
fn pieces_are_written_once_more() {
    for scheme in ["NTLM", "Negotiate"] {
        for asynchronous in BOTH {
            let story = story(guarded(scheme), asynchronous);
            let request = request_as_user(story, "POST", "/", 0);
            let send = || send_in_pieces(&story.client, &request, 8, &[b"in ", b"piece"]);
            assert_eq!(send(), Err(ERROR_INTERNET_FORCE_RETRY), "{scheme}");
            let pieces =
                "SENDING SENT COMPLETE SENDING SENT SENDING SENT RECEIVING RECEIVED COMPLETE";
            story.told(&format!("CREATED CONNECTING CONNECTED {pieces}"));
            assert_eq!(send(), Ok(()), "{scheme}");
            story.told(&format!("CONNECTING CONNECTED {ROUND} {pieces}"));
            assert_eq!(status_code(&request), 200);
            // Once the connection is let in, nothing more is asked.
            assert_eq!(send(), Ok(()));
            assert_eq!(status_code(&request), 200);
            let sent = story.server.recorded();
            assert_eq!(sent.len(), 4);
            let bodies: Vec<&[u8]> = sent.iter().map(|it| &*it.body).collect();
            assert_eq!(bodies, [&b"in piece"[..], b"", b"in piece", b"in piece"]);
            assert!(sent[1..].iter().all(|it| it.connection == 1));
        }
    }
}

/// A login that is refused is no reason to write them again.
#[test]
fn pieces_with_a_wrong_password() {
    for asynchronous in BOTH {
        let story = story(guarded("NTLM"), asynchronous);
        let request = story.client.request("POST", "/", 0);
        log_in(&request, "user", "wrong").expect("set");
        let send = || send_in_pieces(&story.client, &request, 8, &[b"in piece"]);
        assert_eq!(send(), Err(ERROR_INTERNET_FORCE_RETRY));
        assert_eq!(send(), Ok(()));
        assert_eq!(status_code(&request), 401);
    }
}

/// A server that wants nothing of the handshake has refused before the first piece: they are passed over, and its
/// answer is there at the end.
#[test]
fn pieces_behind_a_refusal() {
    for asynchronous in BOTH {
        let story = story(Server::respond(|_| unauthorized(&["NTLM"])), asynchronous);
        let request = request_as_user(story, "POST", "/", 0);
        let send = || send_in_pieces(&story.client, &request, 8, &[b"in ", b"piece"]);
        assert_eq!(send(), Err(ERROR_INTERNET_FORCE_RETRY));
        assert_eq!(send(), Ok(()));
        assert_eq!(status_code(&request), 401);
        assert_eq!(story.read_all(&request), Ok(b"who are you?".to_vec()));
        assert_eq!(story.server.recorded().len(), 2);
    }
}

/// Nobody else is served on it.
#[test]
fn a_connection_belongs_to_its_user() {
    for asynchronous in BOTH {
        let story = story(guarded("NTLM"), asynchronous);
        let request = request_as_user(story, "GET", "/", 0);
        story.send(&request).expect("sent");
        assert_eq!(status_code(&request), 200);

        let other = story.get("/");
        log_in(&other, "user", "wrong").expect("set");
        story.send(&other).expect("no error");
        assert_eq!(status_code(&other), 401);
        let nobody = story.client.request("GET", "/", INTERNET_FLAG_NO_AUTH);
        story.send(&nobody).expect("no error");
        assert_eq!(status_code(&nobody), 401);
        let sent = story.server.recorded();
        let owned = sent[2].connection;
        assert!(sent[3..].iter().all(|it| it.connection != owned));
    }
}

#[test]
fn a_wrong_password_is_tried_once() {
    for asynchronous in BOTH {
        let story = story(guarded("NTLM"), asynchronous);
        let request = story.get("/");
        log_in(&request, "user", "wrong").expect("set");
        story.send(&request).expect("no error");
        assert_eq!(status_code(&request), 401);
        assert_eq!(story.read_all(&request), Ok(b"who are you?".to_vec()));
        assert_eq!(story.server.recorded().len(), 3);
        log_in(&request, "user", "pass").expect("set");
        story.send(&request).expect("no error");
        assert_eq!(status_code(&request), 200);
    }
}

/// A message that makes no sense is a plain 401.
#[test]
fn a_broken_handshake_ends() {
    for challenge in ["NTLM AAAA", "NTLM !", "NTLM TlRMTVNTUAAC", "Negotiate AAAA"] {
        for asynchronous in BOTH {
            let server =
                Server::respond(
                    move |request| match request.header("Authorization").is_some() {
                        true => unauthorized(&[challenge]),
                        false => unauthorized(&[challenge.split(' ').next().unwrap()]),
                    },
                );
            let story = story(server, asynchronous);
            let request = request_as_user(story, "GET", "/", 0);
            story.send(&request).expect("no error");
            assert_eq!(status_code(&request), 401);
            assert_eq!(story.server.recorded().len(), 2, "{challenge}");
        }
    }
}

#[test]
fn a_proxy_lets_in_connections_too() {
    for asynchronous in BOTH {
        let server = Server::serve(|it| guarded_connection("NTLM", PROXY, Answers::Behind, it));
        let proxies = format!("127.0.0.1:{}", server.port());
        let client = client_through(asynchronous, &proxies, ("host.test", 80));
        let story = kept(Story::with(server, client, asynchronous));
        let request = story.get("/");
        set_option_text(&request, INTERNET_OPTION_PROXY_USERNAME, "user").expect("set");
        set_option_text(&request, INTERNET_OPTION_PROXY_PASSWORD, "pass").expect("set");
        story.send(&request).expect("sent");
        assert_eq!(status_code(&request), 200);
        assert_eq!(story.server.recorded().len(), 3);
    }
}
