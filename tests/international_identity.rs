//! A host beyond ASCII is one host, however its name is written: to proxies, cookies and credentials.

mod support;

use support::cookies::{data_directory, get_cookie, set_cookie};
use support::login::{log_in, unauthorized, BASIC};
use support::proxy::{client_through, session_with, story_through, tunnels};
use support::reply::{ok, reply};
use support::*;
use wininet::abi::*;

const DIRECT: u32 = INTERNET_FLAG_IDN_DIRECT;
const PROXY: u32 = INTERNET_FLAG_IDN_PROXY;

/// INTERNET_FLAG_IDN_PROXY decides, and not _DIRECT.
#[test]
fn http_proxies_are_told_the_name() {
    for asynchronous in BOTH {
        for (flags, name) in [
            (None, "xn--bcher-kva.test"),
            (Some(PROXY), "xn--bcher-kva.test"),
            (Some(DIRECT), "bücher.test"),
            (Some(0), "bücher.test"),
        ] {
            let target = ("bücher.test", 80);
            let story = story_through(Server::respond(|_| ok("")), "", target, asynchronous);
            if let Some(flags) = flags {
                let connection = &story.client.connection;
                set_option_u32(connection, INTERNET_OPTION_IDN, flags).expect("the option");
            }
            let request = story.get("/x");
            story.send(&request).expect("an answer");
            let sent = &story.server.recorded()[0];
            assert_eq!(sent.target(), format!("http://{name}/x"));
            assert_eq!(sent.header("Host").as_deref(), Some(name));
            let url = option_text(&request, INTERNET_OPTION_URL);
            assert_eq!(url, Ok(format!("http://{name}/x")));
        }
    }
}

/// The tunnel and the certificate are for the name in Punycode; nobody has such a certificate here.
#[test]
fn tunnels_are_asked_for_by_the_name() {
    certs::authority_file();
    for asynchronous in BOTH {
        let server = tunnels(&certs::good(), |_| ok(""));
        let story = story_through(server, "", ("bücher.test", 443), asynchronous);
        let request = story.client.request("GET", "/", INTERNET_FLAG_SECURE);
        let sent = story.send(&request);
        assert_eq!(sent, Err(ERROR_INTERNET_SEC_CERT_CN_INVALID));
        let asked = &story.server.recorded()[0];
        assert_eq!(asked.line(), "CONNECT xn--bcher-kva.test:443 HTTP/1.1");
    }
}

/// The names of proxies, too.
#[test]
fn a_proxy_has_an_international_name() {
    for asynchronous in BOTH {
        let server = Server::respond(|_| ok("by proxy"));
        let proxies = format!("\u{ff2c}ocal\u{ff48}ost:{}", server.port());
        let client = client_through(asynchronous, &proxies, ("host.test", 80));
        let request = client.get("/");
        client.send(&request).expect("an answer");
    }
}

#[test]
fn the_bypass_list_knows_both_forms() {
    for asynchronous in BOTH {
        for bypass in ["*.Bücher.invalid", "*.xn--bcher-kva.invalid"] {
            for host in ["a.bücher.invalid", "A.xn--bcher-kva.invalid"] {
                let server = Server::respond(|_| ok(""));
                let proxies = format!("127.0.0.1:{}", server.port());
                let session = session_with(asynchronous, &proxies, Some(bypass));
                let session = session.expect("a session");
                listen(&session);
                let recorder = Recorder::new();
                let connection = connect_to(&session, host, 80, 0).expect("a connection");
                let request = request(&connection, "GET", "/", 0, recorder.context());
                let request = request.expect("a request");
                let sent = finish(send(&request), recorder);
                assert_eq!(
                    sent,
                    Err(ERROR_INTERNET_NAME_NOT_RESOLVED),
                    "{bypass} {host}"
                );
                assert_eq!(server.connections(), 0);
            }
        }
    }
}

#[test]
fn cookies_are_for_both_forms() {
    data_directory("international_identity");
    let (name, punycode) = (
        "http://kekse.bücher.test/",
        "http://kekse.xn--bcher-kva.test/",
    );
    set_cookie(name, None, "a=1").expect("set");
    set_cookie(punycode, None, "b=2; domain=BÜCHER.test").expect("set");
    for url in [name, punycode] {
        assert_eq!(get_cookie(url).as_deref(), Ok("a=1; b=2"));
    }
    let other = set_cookie(name, None, "c=3; domain=kücher.test");
    assert_eq!(other, Err(ERROR_HTTP_COOKIE_DECLINED));
    for asynchronous in BOTH {
        for host in ["kekse.bücher.test", "kekse.xn--bcher-kva.test"] {
            for flags in [0, PROXY] {
                let server = Server::respond(|_| ok(""));
                let story = story_through(server, "", (host, 80), asynchronous);
                let request = story.get("/");
                set_option_u32(&request, INTERNET_OPTION_IDN, flags).expect("the option");
                story.send(&request).expect("an answer");
                let sent = story.server.recorded()[0].header("Cookie");
                assert_eq!(sent.as_deref(), Some("a=1; b=2"));
            }
        }
    }
}

/// A login that is for the server goes to it by its other name, and is remembered for it.
#[test]
fn credentials_are_for_both_forms() {
    for asynchronous in BOTH {
        let server = Server::respond(|request| {
            if request.target().ends_with("/moved") {
                let place = [("Location", "http://xn--mller-kva.test/inside")];
                return reply("302 Found", &place, "");
            }
            match request.header("Authorization").as_deref() {
                Some(BASIC) => ok("come in"),
                _ => unauthorized(&["Basic realm=x"]),
            }
        });
        let story = story_through(server, "", ("müller.test", 80), asynchronous);
        log_in(&story.client.connection, "user", "pass").expect("a login");
        let request = story.get("/moved");
        story.send(&request).expect("an answer");
        assert_eq!(status_code(&request), 200);
        // Without a login, by the first name.
        let proxies = format!("127.0.0.1:{}", story.server.port());
        let client = client_through(asynchronous, &proxies, ("müller.test", 80));
        let request = client.get("/again");
        client.send(&request).expect("an answer");
        assert_eq!(status_code(&request), 200);
        let last = story.server.recorded().pop().expect("a request");
        assert_eq!(last.header("Authorization").as_deref(), Some(BASIC));
    }
}

/// A redirect from one form to the other stays at home, whatever goes over the wire.
#[test]
fn redirects_between_both_forms() {
    for asynchronous in BOTH {
        for flags in [0, DIRECT | PROXY] {
            let server = Server::respond(|request| {
                let place = [("Location", "http://xn--mller-kva.test/there")];
                match request.target().ends_with("/there") {
                    true => ok(""),
                    false => reply("302 Found", &place, ""),
                }
            });
            let story = story_through(server, "", ("MÜLLER.test", 80), asynchronous);
            let request = story.get("/");
            set_option_u32(&request, INTERNET_OPTION_IDN, flags).expect("the option");
            add_headers(&request, "Authorization: mine\r\n", HTTP_ADDREQ_FLAG_ADD).expect("added");
            story.send(&request).expect("an answer");
            let recorded = story.server.recorded();
            let last = recorded.last().expect("a request");
            assert_eq!(last.target(), "http://xn--mller-kva.test/there");
            assert_eq!(last.header("Authorization").as_deref(), Some("mine"));
        }
    }
}
