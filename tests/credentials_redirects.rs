//! Logins and redirects: what keeps credentials away holds behind a redirect too, and a login that the
//! program completes there is made of nothing that was for another server.

mod support;

use support::login::*;
use support::reply::{ok, reply, Request};
use support::*;
use wininet::abi::*;

/// What leaves a server without credentials, and what makes a request so.
const WITHOUT: [fn(&Story) -> Handle; 2] = [
    |story| request_as_user(story, "GET", "/from", INTERNET_FLAG_NO_AUTH),
    |story| {
        let request = request_as_user(story, "GET", "/from", 0);
        set_option(request.raw(), INTERNET_OPTION_SUPPRESS_SERVER_AUTH).expect("set");
        request
    },
];

/// Leads from /from to that URL, and lets in who says "user" and "pass" to anything else.
fn leads(to: impl Fn() -> String + Send + Sync + 'static) -> Server {
    Server::respond(move |request: &Request| {
        if request.target() == "/from" {
            return reply("302 Found", &[("Location", &to())], "");
        }
        match request.header("Authorization").as_deref() == Some(BASIC) {
            true => ok("come in"),
            false => unauthorized(&["Basic realm=x"]),
        }
    })
}

#[test]
fn a_request_without_credentials_has_none_behind_a_redirect() {
    for asynchronous in BOTH {
        for request in WITHOUT {
            let story = story(leads(|| "/to".to_owned()), asynchronous);
            let request = request(story);
            story.send(&request).expect("no error");
            assert_eq!(status_code(&request), 401);
            assert_eq!(authorizations(story), [None, None]);
        }
    }
}

/// Not even what the process remembers of the server where it leads.
#[test]
fn nor_what_is_remembered_there() {
    for asynchronous in BOTH {
        for request in WITHOUT {
            let there = story(guarded("Basic realm=x", BASIC), false);
            let known = request_as_user(there, "GET", "/to", 0);
            there.send(&known).expect("an answer");
            assert_eq!(status_code(&known), 200);
            let url = there.server.url("/to");
            let story = story(leads(move || url.clone()), asynchronous);
            let request = request(story);
            story.send(&request).expect("no error");
            assert_eq!(status_code(&request), 401);
            assert_eq!(authorizations(there).last(), Some(&None));
            assert_eq!(there.server.recorded().len(), 3);
        }
    }
}

/// A program that is led elsewhere sees a 401 and gives one half of a login: the other half is not
/// taken from what was for the first server.
#[test]
fn half_a_login_is_not_completed_with_another_servers() {
    let halves = [
        (INTERNET_OPTION_USERNAME, "joe", "Basic am9lOg=="),
        (INTERNET_OPTION_PASSWORD, "secret", "Basic OnNlY3JldA=="),
    ];
    for asynchronous in BOTH {
        for (option, half, expected) in halves {
            let there = story(guarded("Basic realm=x", BASIC), false);
            let url = there.server.url("/to");
            let story = story(leads(move || url.clone()), asynchronous);
            let request = request_as_user(story, "GET", "/from", 0);
            story.send(&request).expect("no error");
            assert_eq!(status_code(&request), 401);
            set_option_text(&request, option, half).expect("set");
            story.send(&request).expect("no error");
            assert_eq!(status_code(&request), 401);
            assert_eq!(authorizations(there), [None, Some(expected.into())]);
            // Both halves, one after the other: now they belong together.
            log_in(&request, "user", "pass").expect("set");
            story.send(&request).expect("no error");
            assert_eq!(status_code(&request), 200);
        }
    }
}

/// On one server the halves may come in any order.
#[test]
fn a_new_name_with_the_password_that_there_was() {
    for asynchronous in BOTH {
        let story = story(guarded("Basic realm=x", BASIC), asynchronous);
        let (session, port) = (&story.client.session, story.server.port());
        let connection = connect_as(session, port, "nobody", "pass").expect("a connection");
        let context = story.client.recorder.context();
        let request = request(&connection, "GET", "/", 0, context).expect("a request");
        set_option_text(&request, INTERNET_OPTION_USERNAME, "user").expect("set");
        story.send(&request).expect("no error");
        assert_eq!(status_code(&request), 200);
    }
}

/// What is said to a proxy says nothing of the server.
#[test]
fn a_proxys_login_takes_no_servers_login_along() {
    for asynchronous in BOTH {
        let there = story(guarded("Basic realm=x", BASIC), false);
        let url = there.server.url("/to");
        let story = story(leads(move || url.clone()), asynchronous);
        let request = request_as_user(story, "GET", "/from", 0);
        story.send(&request).expect("no error");
        set_option_text(&request, INTERNET_OPTION_PROXY_USERNAME, "joe").expect("set");
        set_option_text(&request, INTERNET_OPTION_PROXY_PASSWORD, "secret").expect("set");
        story.send(&request).expect("no error");
        assert_eq!(status_code(&request), 401);
        assert!(authorizations(there).iter().all(Option::is_none));
    }
}

/// What the program puts into the head itself was for the first server; what it puts there behind the redirect is
/// for the server there. The headers of a send are the former, however often it is sent.
#[test]
fn what_the_program_says_itself() {
    const LINES: &str = "Authorization: Bearer first\r\nCookie: first\r\nX-Mine: 1\r\n";
    for asynchronous in BOTH {
        let there = Server::respond(|_| ok(""));
        let url = there.url("/to");
        let story = story(leads(move || url.clone()), asynchronous);
        let request = story.get("/from");
        let send = || {
            finish(send_with(&request, LINES, b""), story.client.recorder).expect("sent");
            assert_eq!(status_code(&request), 200);
            there.recorded().pop().expect("a request")
        };
        for _ in 0..2 {
            let arrived = send();
            assert_eq!(arrived.header("Authorization"), None);
            assert_eq!(arrived.header("Cookie"), None);
            assert_eq!(arrived.header("X-Mine").as_deref(), Some("1"));
        }
        let own = "Authorization: Bearer second\r\nCookie: second";
        add_headers(&request, own, HTTP_ADDREQ_FLAG_ADD).expect("added");
        let arrived = send();
        let said = arrived.header("Authorization");
        assert_eq!(said.as_deref(), Some("Bearer second"));
        assert_eq!(arrived.header("Cookie").as_deref(), Some("second"));
        assert_eq!(authorizations(story), [Some("Bearer first".to_owned())]);
    }
}
