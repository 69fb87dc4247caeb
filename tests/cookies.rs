//! Cookies in requests and answers, and what is told of them. All stories of this program share one jar and
//! one host, so each has a path of its own.

#![allow(unsafe_code)]

mod support;

use support::cookies::{data_directory, get_cookie, set_cookie};
use support::reply::{ok, reply, Request};
use support::*;
use wininet::abi::*;

/// A server that sets cookies wherever the path ends with /set, and a path for this story alone.
fn setting(
    name: &str,
    asynchronous: bool,
    fields: impl IntoIterator<Item = &'static str>,
) -> (Story, String) {
    data_directory("cookies");
    let fields: Vec<(&str, &str)> = fields.into_iter().map(|it| ("Set-Cookie", it)).collect();
    let server = Server::respond(move |request: &Request| match request.target() {
        target if target.ends_with("/set") => reply("200 OK", &fields, "set"),
        _ => ok("body"),
    });
    let path = format!("/{name}-{asynchronous}");
    (Story::new(server, asynchronous), path)
}

/// The Cookie fields that the server was sent.
fn sent(story: &Story) -> Vec<Option<String>> {
    let requests = story.server.recorded();
    requests.iter().map(|it| it.header("Cookie")).collect()
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

#[test]
fn an_answers_cookies_go_with_the_next_request() {
    for asynchronous in BOTH {
        let (story, path) = setting("next", asynchronous, ["a=1", "b=2; HttpOnly", "=; x"]);
        let first = story.get(&format!("{path}/set"));
        story.send(&first).expect("sent");
        let list = "CREATED CONNECTING CONNECTED SENDING SENT RECEIVING RECEIVED";
        let events = story.told(&format!("{list} COOKIE_RECEIVED COMPLETE"));
        // Three came, though one of them is none.
        assert_eq!((&events[7].info, events[7].length), (&Info::Number(3), 4));
        assert_eq!(story.read_all(&first), Ok(b"set".to_vec()));
        story.close(first, "HANDLE_CLOSING");

        let second = story.get(&format!("{path}/get"));
        story.send(&second).expect("sent");
        let list = "CREATED COOKIE_SENT SENDING SENT RECEIVING RECEIVED COMPLETE";
        let events = story.told(list);
        assert_eq!((&events[1].info, events[1].length), (&Info::Number(2), 4));
        assert_eq!(sent(&story), [None, some("a=1; b=2")]);
        let asked = query(&second, HTTP_QUERY_COOKIE | HTTP_QUERY_FLAG_REQUEST_HEADERS);
        assert_eq!(asked.as_deref(), Ok("a=1; b=2"));
        // Outside of the path there are none, and nothing is told.
        let third = story.get("/elsewhere");
        assert_eq!(story.read_all(&second), Ok(b"body".to_vec()));
        story.send(&third).expect("sent");
        story.told(REUSED);
        assert_eq!(sent(&story)[2], None);
    }
}

/// They are in the jar when the answer is told of.
#[test]
fn a_callback_finds_them_in_the_jar() {
    for asynchronous in BOTH {
        let (story, path) = setting("callback", asynchronous, ["a=1"]);
        let url = story.server.url(&format!("{path}/x"));
        for status in [
            INTERNET_STATUS_RESPONSE_RECEIVED,
            INTERNET_STATUS_COOKIE_RECEIVED,
        ] {
            let url = url.clone();
            story.client.recorder.on(status, move |_| {
                assert_eq!(get_cookie(&url).as_deref(), Ok("a=1"));
            });
        }
        let request = story.get(&format!("{path}/set"));
        story.send(&request).expect("sent");
        story.client.recorder.assert_sound();
    }
}

#[test]
fn stored_cookies_replace_the_programs() {
    for asynchronous in BOTH {
        let (story, path) = setting("replace", asynchronous, []);
        let own = "Cookie: own=1\r\n";
        for round in 0..2 {
            let request = story.get(&format!("{path}/get"));
            finish(send_with(&request, own, b""), story.client.recorder).expect("sent");
            story.read_all(&request).expect("read");
            let url = story.server.url(&path);
            let stored = format!("stored=1; Path={path}");
            set_cookie(&url, None, &stored).expect("set");
            assert_eq!(sent(&story).len(), round + 1);
        }
        assert_eq!(sent(&story), [some("own=1"), some("stored=1")]);
        assert_eq!(story.client.recorder.count(INTERNET_STATUS_COOKIE_SENT), 1);
    }
}

#[test]
fn no_cookies_means_none() {
    for asynchronous in BOTH {
        let (story, path) = setting("none", asynchronous, ["a=1"]);
        let url = story.server.url(&format!("{path}/x"));
        let flags = INTERNET_FLAG_NO_COOKIES;
        let request = story.client.request("GET", &format!("{path}/set"), flags);
        story.send(&request).expect("sent");
        story.told(FIRST);
        assert_eq!(query(&request, HTTP_QUERY_SET_COOKIE).as_deref(), Ok("a=1"));
        story.read_all(&request).expect("read");
        assert_eq!(get_cookie(&url), Err(ERROR_NO_MORE_ITEMS));
        set_cookie(&url, None, "stored=1").expect("set");
        let request = story.client.request("GET", &format!("{path}/get"), flags);
        let own = send_with(&request, "Cookie: own=1\r\n", b"");
        finish(own, story.client.recorder).expect("sent");
        story.told(REUSED);
        assert_eq!(sent(&story), [None, some("own=1")]);
    }
}

/// Each hop's cookies are taken in, and each hop has those for its own URL; both are told once.
#[test]
fn redirects_set_and_carry_cookies() {
    for asynchronous in BOTH {
        data_directory("cookies");
        let path = format!("/hops-{asynchronous}");
        let base = path.clone();
        let server = Server::respond(move |request: &Request| {
            let target = request.target();
            let hop = target.strip_prefix(&base).unwrap_or_default();
            let next = format!("{base}/{}", hop.len());
            let cookie = format!("hop{}=1; Path={base}", hop.len());
            match hop.len() {
                6 => reply("200 OK", &[("Set-Cookie", &cookie)], "there"),
                _ => reply(
                    "302 Found",
                    &[
                        ("Location", &format!("{target}x")),
                        ("Set-Cookie", &cookie),
                        ("X", &next),
                    ],
                    "",
                ),
            }
        });
        let story = Story::new(server, asynchronous);
        let request = story.get(&format!("{path}/hop"));
        finish(
            send_with(&request, "Cookie: own=1\r\n", b""),
            story.client.recorder,
        )
        .expect("sent");
        let hop = "SENDING SENT RECEIVING RECEIVED";
        story.told(&format!(
            "CREATED CONNECTING CONNECTED {hop} COOKIE_RECEIVED REDIRECT COOKIE_SENT {hop} REDIRECT {hop} COMPLETE"
        ));
        let expected = [some("own=1"), some("hop4=1"), some("hop4=1; hop5=1")];
        assert_eq!(sent(&story), expected);
        // A send of its own tells again.
        story.read_all(&request).expect("read");
        story.send(&request).expect("sent again");
        story.told(&format!("COOKIE_SENT {hop} COOKIE_RECEIVED COMPLETE"));
    }
}

/// "localhost" is another host than "127.0.0.1", whoever answers.
#[test]
fn a_redirect_takes_no_cookies_to_another_host() {
    for asynchronous in BOTH {
        let (story, path) = setting("abroad", asynchronous, []);
        let place = format!("http://localhost:{}{path}/there", story.server.port());
        let leading = Server::respond(move |_: &Request| {
            let fields = [
                ("Location", place.as_str()),
                ("Set-Cookie", "theirs=1; Domain=localhost"),
            ];
            reply("302 Found", &fields, "")
        });
        let url = leading.url(&format!("{path}/"));
        set_cookie(&url, None, "here=1").expect("set");
        let session = session(asynchronous);
        listen(&session);
        let connection = connect(&session, &leading, 0);
        let context = story.client.recorder.context();
        let request =
            request(&connection, "GET", &format!("{path}/x"), 0, context).expect("opened");
        finish(send(&request), story.client.recorder).expect("sent");
        let first = leading.recorded()[0].header("Cookie");
        assert_eq!((first, sent(&story)), (some("here=1"), vec![None]));
    }
}

/// COOKIE_SENT comes before the name is looked up.
#[test]
fn cookies_are_told_of_before_everything_else() {
    let (story, path) = setting("order", true, []);
    let port = story.server.port();
    // A name of its own: nobody else in this process has looked it up.
    let host = "LOCALHOST.";
    set_cookie(
        &format!("http://localhost.{path}"),
        None,
        &format!("a=1; Path={path}"),
    )
    .expect("set");
    let connection = connect_to(&story.client.session, host, port, 0).expect("a connection");
    let context = story.client.recorder.context();
    let request = request(&connection, "GET", &path, 0, context).expect("a request");
    // Whether this system knows the name with its dot is another matter.
    let _ = story.send(&request);
    let names = story.client.recorder.names();
    assert_eq!(names[..3], ["CREATED", "COOKIE_SENT", "RESOLVING"]);
}

#[test]
fn pieces_tell_of_cookies_in_their_place() {
    for asynchronous in BOTH {
        let (story, path) = setting("pieces", asynchronous, ["b=2"]);
        set_cookie(&story.server.url(&format!("{path}/x")), None, "a=1").expect("set");
        let request = story.client.request("GET", &format!("{path}/set"), 0);
        let recorder = story.client.recorder;
        let none = std::ptr::null_mut();
        // SAFETY: NULL is allowed.
        let begun =
            check(unsafe { wininet::ffi::HttpSendRequestExA(request.raw(), none, none, 0, 0) });
        finish(begun, recorder).expect("begun");
        story.told("CREATED COOKIE_SENT CONNECTING CONNECTED SENDING SENT COMPLETE");
        // SAFETY: NULL is allowed.
        let ended = check(unsafe { wininet::ffi::HttpEndRequestA(request.raw(), none, 0, 0) });
        finish(ended, recorder).expect("ended");
        story.told("RECEIVING RECEIVED COOKIE_RECEIVED COMPLETE");
        assert_eq!(sent(&story), [some("a=1")]);
        assert_eq!(
            get_cookie(&story.server.url(&format!("{path}/x"))).as_deref(),
            Ok("a=1; b=2")
        );
    }
}

#[test]
fn secure_cookies_go_over_tls_alone() {
    for asynchronous in BOTH {
        data_directory("cookies");
        let path = format!("/secure-{asynchronous}");
        let cookies = [("Set-Cookie", "a=1; Secure"), ("Set-Cookie", "b=2")];
        let secure = Server::respond_tls(certs::good(), move |_| reply("200 OK", &cookies, ""));
        let story = Story::new(secure, asynchronous);
        for _ in 0..2 {
            let flags = INTERNET_FLAG_SECURE;
            let request = story.client.request("GET", &format!("{path}/x"), flags);
            story.send(&request).expect("sent");
        }
        assert_eq!(sent(&story), [None, some("a=1; b=2")]);
        let plain = Story::new(Server::respond(|_| ok("")), asynchronous);
        let request = plain.get(&format!("{path}/y"));
        plain.send(&request).expect("sent");
        assert_eq!(sent(&plain), [some("b=2")]);
    }
}

/// What a server writes into a cookie never begins a line of a request.
#[test]
fn a_cookie_injects_nothing() {
    for asynchronous in BOTH {
        data_directory("cookies");
        let path = format!("/inject-{asynchronous}");
        let server = Server::respond(|request: &Request| {
            if !request.target().ends_with("/set") {
                return ok("");
            }
            let mut answer = b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n".to_vec();
            for control in (0..0x20_u8)
                .chain([0x7f])
                .filter(|it| !b"\t\r\n".contains(it))
            {
                answer.extend_from_slice(b"Set-Cookie: bad=x");
                answer.push(control);
                answer.extend_from_slice(b"y\r\n");
            }
            answer.extend_from_slice(b"Set-Cookie: cr=x\ry\r\nSet-Cookie: fold=x\r\n X-Bad: 1\r\n");
            answer.extend_from_slice(b"Set-Cookie: good=x\ty\r\n\r\n");
            answer
        });
        let story = Story::new(server, asynchronous);
        for target in ["set", "get"] {
            let request = story.get(&format!("{path}/{target}"));
            story.send(&request).expect(target);
        }
        let second = &story.server.recorded()[1];
        let field = second.header("Cookie").expect("cookies");
        assert!(field.contains("good=x\ty"), "{field:?}");
        assert!(
            !field.contains("bad") && !field.contains("cr="),
            "{field:?}"
        );
        assert_eq!(second.header("X-Bad"), None);
        assert_eq!(second.headers().len(), 3, "{}", second.head_text());
    }
}

/// Hundreds of cookies, and such as are too large: what fits is kept, and requests go on.
#[test]
fn a_flood_of_cookies_is_bounded() {
    data_directory("cookies");
    let server = Server::respond(|request: &Request| {
        let mut answer = b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n".to_vec();
        let round = request.target().len();
        for number in 0..900 {
            let line = format!("Set-Cookie: n{round}-{number}=1; Path=/flood\r\n");
            answer.extend_from_slice(line.as_bytes());
        }
        let large = format!("Set-Cookie: large={}; Path=/flood\r\n", "x".repeat(4092));
        answer.extend_from_slice(large.as_bytes());
        answer.extend_from_slice(b"\r\n");
        answer
    });
    // The other stories have their cookies at 127.0.0.1.
    let url = format!("http://localhost:{}/flood", server.port());
    let session = session(false);
    for round in ["", "/x", "/xx"] {
        let request = open_url(&session, &format!("{url}{round}"), 0, 0);
        request.expect("opened");
    }
    let all = get_cookie(&url).expect("cookies");
    assert_eq!(all.split("; ").count(), 180);
    assert!(all.contains("n9-899=1") && !all.contains("large"));
}
