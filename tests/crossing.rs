//! What a program or a server has entrusted to one origin goes to no other, and nothing that was said over TLS is said in
//! the clear: every way to lead a request elsewhere, with everything that could go along.

mod support;

use support::login::{self, connect_as, BASIC};
use support::proxy::session_with;
use support::reply::{ok, reply, Request};
use support::*;
use wininet::abi::*;

const REDIRECTS: [&str; 5] = [
    "301 Moved Permanently",
    "302 Found",
    "303 See Other",
    "307 Temporary Redirect",
    "308 Permanent Redirect",
];

/// Where a request is led from the first server, which is called 127.0.0.1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    /// To itself.
    Nowhere,
    /// To another name of the same port.
    Host,
    /// To another port of the same host.
    Port,
    /// To another port, and from https to http or the other way round.
    Scheme,
    /// To another name and back.
    Back,
}

const WAYS: [Way; 5] = [Way::Nowhere, Way::Host, Way::Port, Way::Scheme, Way::Back];

/// A server that asks everybody who he is, and tells everybody a secret.
fn asks(secure: bool) -> Server {
    let answer = |_: &Request| {
        let headers = [
            ("WWW-Authenticate", "Basic realm=x"),
            ("Set-Cookie", "there=1"),
        ];
        reply("401 Unauthorized", &headers, "")
    };
    match secure {
        true => Server::respond_tls(certs::good(), answer),
        false => Server::respond(answer),
    }
}

/// A server that gives cookies and leads away who says what is right.
fn leads(secure: bool, status: &'static str, way: Way, there: &Server) -> Server {
    let there = there.port();
    let answer = move |request: &Request| {
        if request.header("Authorization").is_none() {
            let asks = [("WWW-Authenticate", "Basic realm=x")];
            return reply("401 Unauthorized", &asks, "");
        }
        let own = request.header("Host").expect("a host");
        let port = own.rsplit(':').next().expect("a port").to_owned();
        let scheme = |it: bool| if it { "https" } else { "http" };
        let url = match (request.target().as_str(), way) {
            ("/to", Way::Back) | ("/to", Way::Nowhere) => return ok("here"),
            ("/over", _) => format!("{}://127.0.0.1:{port}/to", scheme(secure)),
            (_, Way::Nowhere) => "/to".to_owned(),
            (_, Way::Host) => format!("{}://localhost:{port}/to", scheme(secure)),
            (_, Way::Back) => format!("{}://localhost:{port}/over", scheme(secure)),
            (_, Way::Port) => format!("{}://127.0.0.1:{there}/to", scheme(secure)),
            (_, Way::Scheme) => format!("{}://127.0.0.1:{there}/to", scheme(!secure)),
        };
        let cookies = [
            ("Location", url.as_str()),
            ("Set-Cookie", "jar=1; Path=/"),
            ("Set-Cookie", "safe=1; Path=/; Secure"),
        ];
        reply(status, &cookies, "")
    };
    match secure {
        true => Server::respond_tls(certs::good(), answer),
        false => Server::respond(answer),
    }
}

/// How a request says who it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Says {
    Login,
    Header,
}

fn travel(secure: bool, status: &'static str, way: Way, says: Says, asynchronous: bool) {
    let told = format!("https {secure}, {status}, {way:?}, {says:?}, {asynchronous}");
    let there = asks(if way == Way::Scheme { !secure } else { secure });
    let here = leads(secure, status, way, &there);
    // What the process remembers of a port must not be another server's.
    let story = kept(Story::new(here, asynchronous));
    let (session, port) = (&story.client.session, story.server.port());
    let connection = match says {
        Says::Login => connect_as(session, port, "user", "pass"),
        Says::Header => connect_to(session, "127.0.0.1", port, 0),
    };
    let flags = if secure { INTERNET_FLAG_SECURE } else { 0 };
    let flags =
        flags | INTERNET_FLAG_IGNORE_REDIRECT_TO_HTTP | INTERNET_FLAG_IGNORE_REDIRECT_TO_HTTPS;
    let (connection, context) = (connection.expect("one"), story.client.recorder.context());
    let request = request(&connection, "GET", "/from", flags, context).expect("one");
    if says == Says::Header {
        let lines =
            format!("Authorization: {BASIC}\r\nCookie: mine=1\r\nProxy-Authorization: {BASIC}");
        add_headers(&request, &lines, HTTP_ADDREQ_FLAG_ADD).expect("added");
    }
    story.send(&request).expect(&told);
    let elsewhere = |it: &Request| match way {
        Way::Nowhere => false,
        // The same socket under another name.
        Way::Host | Way::Back => it.header("Host").is_some_and(|it| it.starts_with("local")),
        Way::Port | Way::Scheme => true,
    };
    let there_too = match way {
        Way::Port | Way::Scheme => there.recorded(),
        _ => story.server.recorded(),
    };
    let strangers: Vec<_> = there_too.iter().filter(|it| elsewhere(it)).collect();
    assert_eq!(strangers.is_empty(), way == Way::Nowhere, "{told}");
    for it in strangers {
        assert_eq!(it.header("Authorization"), None, "{told}");
        assert_eq!(it.header("Proxy-Authorization"), None, "{told}");
        let cookies = it.header("Cookie").unwrap_or_default();
        assert!(!cookies.contains("mine"), "{told}: {cookies}");
        // Cookies know hosts and no ports (RFC 6265, 8.5).
        let is_known = matches!(way, Way::Port | Way::Scheme);
        assert_eq!(cookies.contains("jar"), is_known, "{told}: {cookies}");
        let is_safe = is_known && secure && way != Way::Scheme;
        assert_eq!(cookies.contains("safe"), is_safe, "{told}: {cookies}");
    }
    if way == Way::Nowhere {
        assert_eq!(status_code(&request), 200, "{told}");
        let last = story.server.recorded().pop().expect("a request");
        assert_eq!(
            last.header("Authorization").as_deref(),
            Some(BASIC),
            "{told}"
        );
    }
}

/// Cookies are the process': one test at a time, and none left over.
fn alone(test: impl FnOnce()) {
    static LOCK: std::sync::Mutex<()> = std::sync::Mutex::new(());
    let _lock = LOCK.lock();
    certs::authority_file();
    let end = INTERNET_OPTION_END_BROWSER_SESSION;
    login::set_option(std::ptr::null_mut(), end).expect("set");
    test();
}

#[test]
fn redirects_take_nothing_along() {
    for asynchronous in BOTH {
        for secure in [false, true] {
            for status in REDIRECTS {
                for way in WAYS {
                    for says in [Says::Login, Says::Header] {
                        alone(|| travel(secure, status, way, says, asynchronous));
                    }
                }
            }
        }
    }
}

/// A proxy's login is for the proxy: not for a server that is reached without it, be it after a redirect.
#[test]
fn a_proxys_login_reaches_no_server() {
    for asynchronous in BOTH {
        alone(|| {
            let direct = Server::respond(|_| ok("direct"));
            let url = format!("http://localhost:{}/to", direct.port());
            let proxy = Server::respond(move |request: &Request| {
                match request.header("Proxy-Authorization").as_deref() == Some(BASIC) {
                    true => reply("302 Found", &[("Location", &url)], ""),
                    false => reply(
                        "407 Proxy Authentication Required",
                        &[("Proxy-Authenticate", "Basic realm=p")],
                        "",
                    ),
                }
            });
            let proxies = format!("127.0.0.1:{}", proxy.port());
            let session = session_with(asynchronous, &proxies, Some("localhost")).expect("one");
            listen(&session);
            let recorder = Recorder::new();
            let connection = connect_to(&session, "far.test", 80, 0).expect("one");
            let request = request(&connection, "GET", "/", 0, recorder.context()).expect("one");
            let name = INTERNET_OPTION_PROXY_USERNAME;
            set_option_text(&request, name, "user").expect("set");
            let password = INTERNET_OPTION_PROXY_PASSWORD;
            set_option_text(&request, password, "pass").expect("set");
            finish(send(&request), recorder).expect("an answer");
            assert_eq!(status_code(&request), 200);
            assert_eq!(proxy.recorded().len(), 2);
            let arrived = direct.recorded().pop().expect("a request");
            assert_eq!(arrived.header("Proxy-Authorization"), None);
            assert_eq!(arrived.header("Authorization"), None);
        });
    }
}

/// A user and a password that a server writes into a Location are nobody's login, and are told to nobody else.
#[test]
fn a_location_logs_nobody_in() {
    for asynchronous in BOTH {
        alone(|| {
            let there = asks(false);
            let url = format!("http://user:pass@127.0.0.1:{}/to", there.port());
            let here = Server::respond(move |_| reply("302 Found", &[("Location", &url)], ""));
            let story = Story::new(here, asynchronous);
            let request = story.get("/from");
            story.send(&request).expect("an answer");
            let arrived = there.recorded();
            assert!(!arrived.is_empty());
            for arrived in arrived {
                assert_eq!(arrived.header("Authorization"), None);
                assert!(!arrived.head_text().contains("pass"));
            }
        });
    }
}
