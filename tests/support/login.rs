//! Servers that ask for credentials, and clients that have some.

use wininet::abi::*;
use wininet::ffi::{InternetConnectA, InternetSetOptionA};

use super::api::{c_string, check, set_option_text, Handle, Result};
use super::kept::kept;
use super::reply::{ok, reply, Request};
use super::server::Server;
use super::story::Story;

/// "user" and "pass" in Basic's words.
pub const BASIC: &str = "Basic dXNlcjpwYXNz";
/// Two rounds on one new connection.
pub const TWO_ROUNDS: &str = "CREATED CONNECTING CONNECTED SENDING SENT RECEIVING RECEIVED \
                              SENDING SENT RECEIVING RECEIVED COMPLETE";

/// A story whose server never ends: what the process remembers of its port is never taken for
/// something about another server's.
pub fn story(server: Server, asynchronous: bool) -> &'static Story {
    kept(Story::new(server, asynchronous))
}

/// 401 with these challenges.
pub fn unauthorized(challenges: &[&str]) -> Vec<u8> {
    let headers: Vec<_> = challenges
        .iter()
        .map(|&it| ("WWW-Authenticate", it))
        .collect();
    reply("401 Unauthorized", &headers, "who are you?")
}

/// A server that lets in who says `value`.
pub fn guarded(challenge: &'static str, value: &'static str) -> Server {
    Server::respond(move |request: &Request| {
        match request.header("Authorization").as_deref() == Some(value) {
            true => ok("come in"),
            false => unauthorized(&[challenge]),
        }
    })
}

/// InternetConnect with a user and a password.
pub fn connect_as(session: &Handle, port: u16, user: &str, password: &str) -> Result<Handle> {
    let (host, user, password) = (c"127.0.0.1", c_string(user), c_string(password));
    // SAFETY: strings that end with a NUL.
    let raw = unsafe {
        InternetConnectA(
            session.raw(),
            host.as_ptr(),
            port,
            user.as_ptr(),
            password.as_ptr(),
            INTERNET_SERVICE_HTTP,
            0,
            0,
        )
    };
    check((!raw.is_null()).into())?;
    Ok(Handle::adopt(raw as usize))
}

/// A request below a connection that has "user" and "pass".
pub fn request_as_user(story: &Story, verb: &str, path: &str, flags: u32) -> Handle {
    let (session, port) = (&story.client.session, story.server.port());
    let connection = connect_as(session, port, "user", "pass").expect("a connection");
    let context = story.client.recorder.context();
    let request = super::api::request(&connection, verb, path, flags, context);
    // It is closed with its session.
    connection.leak();
    request.expect("a request")
}

/// INTERNET_OPTION_USERNAME and INTERNET_OPTION_PASSWORD.
pub fn log_in(handle: &Handle, user: &str, password: &str) -> Result<()> {
    set_option_text(handle, INTERNET_OPTION_USERNAME, user)?;
    set_option_text(handle, INTERNET_OPTION_PASSWORD, password)
}

/// An option that has no value.
pub fn set_option(handle: HINTERNET, option: u32) -> Result<()> {
    // SAFETY: no buffer is given.
    check(unsafe { InternetSetOptionA(handle, option, std::ptr::null_mut(), 0) })
}

/// What each request so far said in Authorization.
pub fn authorizations(story: &Story) -> Vec<Option<String>> {
    let requests = story.server.recorded();
    requests
        .iter()
        .map(|it| it.header("Authorization"))
        .collect()
}
