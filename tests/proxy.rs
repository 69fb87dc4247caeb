//! HTTP proxies: what goes to them for http and for https, what is told, which connections are
//! shared, and which proxy is tried (section 3 of the contract, "Proxies").

mod support;

use support::proxy::{client_through, established, session_with, story_through, tunnels};
use support::reply::{ok, reply};
use support::*;
use wininet::abi::*;

const SECURE: u32 = INTERNET_FLAG_SECURE;
const HOST: (&str, u16) = ("host.test", 8080);
/// A tunnel to a server whose certificate is good.
const LOCALHOST: (&str, u16) = ("localhost", 4443);
/// CONNECT and its answer, between the connection and TLS.
const TUNNEL: &str = "SENDING SENT RECEIVING RECEIVED";

fn trust() {
    certs::authority_file();
}

#[test]
fn http_sends_the_absolute_url_to_the_proxy() {
    for asynchronous in BOTH {
        let story = story_through(Server::respond(|_| ok("by proxy")), "", HOST, asynchronous);
        let request = story.get("/path?q=1");
        story.send(&request).expect("an answer");
        let events = story.told(FIRST);
        assert_eq!(events[1].info, Info::Text("127.0.0.1".into()));
        assert_eq!(story.read_all(&request), Ok(b"by proxy".to_vec()));
        let sent = &story.server.recorded()[0];
        assert_eq!(sent.line(), "GET http://host.test:8080/path?q=1 HTTP/1.1");
        assert_eq!(sent.header("Host").as_deref(), Some("host.test:8080"));
        let kept = sent.header("Proxy-Connection");
        assert_eq!(kept.as_deref(), Some("Keep-Alive"));
        assert_eq!(sent.header("Connection"), None);
        let flags = option_u32(&request, INTERNET_OPTION_REQUEST_FLAGS);
        assert_eq!(flags, Ok(INTERNET_REQFLAG_VIA_PROXY));
    }
}

/// The name that is looked up is the proxy's, once for the process; nobody asks for the server's.
#[test]
fn the_name_of_the_proxy_is_looked_up() {
    for (asynchronous, look_up) in [(false, "RESOLVING RESOLVED "), (true, "")] {
        let server = Server::respond(|_| ok(""));
        let proxies = format!("http=http://LocalHost:{}", server.port());
        let client = client_through(asynchronous, &proxies, HOST);
        let story = Story::with(server, client, asynchronous);
        let request = story.get("/");
        story.send(&request).expect("an answer");
        let names = story.client.recorder.names().join(" ");
        assert!(
            names.starts_with(&format!("CREATED {look_up}CONNECTING")),
            "{names}"
        );
        if !asynchronous {
            let events = story.client.recorder.events();
            assert_eq!(events[1].info, Info::Text("localhost".into()));
        }
        assert_eq!(status_code(&request), 200);
    }
}

/// Connections to a proxy serve every host, and no direct request.
#[test]
fn hosts_share_the_connections_to_a_proxy() {
    for asynchronous in BOTH {
        let story = story_through(Server::respond(|_| ok("")), "", HOST, asynchronous);
        let first = story.get("/1");
        story.send(&first).expect("an answer");
        story.told(FIRST);
        let port = story.server.port();
        let (other, proxies) = (("other.test", 80), format!("127.0.0.1:{port}"));
        let other = client_through(asynchronous, &proxies, other);
        other.send(&other.get("/2")).expect("an answer");
        assert_eq!(story.server.connections(), 1);
        assert_eq!(story.server.recorded()[1].target(), "http://other.test/2");

        let direct = Client::new(asynchronous, &story.server);
        direct.send(&direct.get("/3")).expect("an answer");
        assert_eq!(story.server.connections(), 2);
        assert_eq!(story.server.recorded()[2].line(), "GET /3 HTTP/1.1");
    }
}

#[test]
fn https_asks_for_a_tunnel() {
    trust();
    for asynchronous in BOTH {
        let server = tunnels(&certs::good(), |_| ok("secret"));
        let story = story_through(server, "", LOCALHOST, asynchronous);
        let request = story.client.request("GET", "/path", SECURE);
        add_headers(&request, "Proxy-Authorization: mine", HTTP_ADDREQ_FLAG_ADD).expect("added");
        story.send(&request).expect("an answer");
        let events = story.told(&format!(
            "CREATED CONNECTING CONNECTED {TUNNEL} SENDING SENT RECEIVING RECEIVED COMPLETE"
        ));
        let sent = story.server.recorded();
        assert_eq!(events[4].info, Info::Number(sent[0].head.len() as u32));
        assert_eq!(events[6].info, Info::Number(established().len() as u32));
        assert_eq!(sent[0].line(), "CONNECT localhost:4443 HTTP/1.1");
        assert_eq!(sent[0].header("Host").as_deref(), Some("localhost:4443"));
        assert_eq!(
            sent[0].header("User-Agent").as_deref(),
            Some("libwininet tests")
        );
        let kept = sent[0].header("Proxy-Connection");
        assert_eq!(kept.as_deref(), Some("Keep-Alive"));
        assert_eq!(
            sent[0].header("Proxy-Authorization").as_deref(),
            Some("mine")
        );
        assert_eq!(sent[1].line(), "GET /path HTTP/1.1");
        assert_eq!(sent[1].header("Host").as_deref(), Some("localhost:4443"));
        assert_eq!(sent[1].header("Proxy-Connection"), None);
        assert_eq!(sent[1].header("Proxy-Authorization"), None);
        assert_eq!(story.read_all(&request), Ok(b"secret".to_vec()));

        // The tunnel is kept, and used again without another CONNECT.
        let again = story.client.request("GET", "/again", SECURE);
        story.send(&again).expect("an answer");
        story.told(REUSED);
        assert_eq!(story.server.connections(), 1);
    }
}

#[test]
fn a_refused_tunnel_is_an_answer() {
    for asynchronous in BOTH {
        let refusal = || {
            reply(
                "407 Proxy Authentication Required",
                &[("X-Proxy", "yes")],
                "who?",
            )
        };
        let story = story_through(
            Server::respond(move |_| refusal()),
            "",
            LOCALHOST,
            asynchronous,
        );
        let request = story.client.request("GET", "/", SECURE);
        story.send(&request).expect("an answer");
        story.told(FIRST);
        assert_eq!(status_code(&request), 407);
        assert_eq!(
            query(&request, HTTP_QUERY_STATUS_TEXT).as_deref(),
            Ok("Proxy Authentication Required")
        );
        assert_eq!(story.read_all(&request), Ok(b"who?".to_vec()));

        // The connection is kept as what it is: CONNECT is sent on it again.
        let again = story.client.request("GET", "/", SECURE);
        story.send(&again).expect("an answer");
        assert_eq!(status_code(&again), 407);
        assert_eq!(story.server.connections(), 1);
        assert_eq!(story.server.recorded()[1].method(), "CONNECT");
    }
}

/// The refusal of one host's tunnel is no other host's, nor is a tunnel.
#[test]
fn tunnels_are_not_shared_by_hosts() {
    trust();
    for asynchronous in BOTH {
        let server = tunnels(&certs::good(), |_| ok("secret"));
        let proxies = format!("127.0.0.1:{}", server.port());
        for port in [4443, 4444] {
            let client = client_through(asynchronous, &proxies, ("localhost", port));
            client
                .send(&client.request("GET", "/", SECURE))
                .expect("an answer");
        }
        assert_eq!(server.connections(), 2);
        assert_eq!(server.recorded()[2].target(), "localhost:4444");
    }
}

#[test]
fn a_body_goes_through_the_tunnel_and_not_with_connect() {
    trust();
    for asynchronous in BOTH {
        let server = tunnels(&certs::good(), |request| ok(&request.body));
        let story = story_through(server, "", LOCALHOST, asynchronous);
        let request = story.client.request("POST", "/", SECURE);
        finish(send_with(&request, "", b"payload"), story.client.recorder).expect("an answer");
        assert_eq!(story.read_all(&request), Ok(b"payload".to_vec()));
        let sent = story.server.recorded();
        assert_eq!(
            (&sent[0].body[..], &sent[1].body[..]),
            (&b""[..], &b"payload"[..])
        );
        assert_eq!(sent[0].header("Content-Length"), None);
    }
}

/// What is on the list goes directly, by a connection of its own.
#[test]
fn the_bypass_list_is_heeded() {
    for asynchronous in BOTH {
        for bypass in ["127.0.0.*", "<-loopback>;*.0.0.1", "http://127.*", ""] {
            let server = Server::respond(|_| ok("direct"));
            let session = session_with(asynchronous, "127.0.0.1:1", Some(bypass)).expect("one");
            listen(&session);
            let client = Client {
                connection: connect_to(&session, "127.0.0.1", server.port(), 0).expect("one"),
                session,
                recorder: Recorder::new(),
            };
            let story = Story::with(server, client, asynchronous);
            let request = story.get("/path");
            story.send(&request).expect(bypass);
            story.told(FIRST);
            assert_eq!(story.server.recorded()[0].line(), "GET /path HTTP/1.1");
            assert_eq!(option_u32(&request, INTERNET_OPTION_REQUEST_FLAGS), Ok(0));
        }
    }
}

/// A redirect goes the way that its new URL has.
#[test]
fn a_redirect_chooses_the_proxy_anew() {
    for asynchronous in BOTH {
        let direct = Server::respond(|_| ok("direct"));
        let to = direct.url("/to");
        let proxy = Server::respond(move |_| reply("302 Found", &[("Location", &to)], ""));
        let proxies = format!("127.0.0.1:{}", proxy.port());
        let session = session_with(asynchronous, &proxies, None).expect("a session");
        listen(&session);
        let client = Client {
            connection: connect_to(&session, HOST.0, HOST.1, 0).expect("one"),
            session,
            recorder: Recorder::new(),
        };
        let story = Story::with(proxy, client, asynchronous);
        let request = story.get("/from");
        story.send(&request).expect("an answer");
        assert_eq!(story.read_all(&request), Ok(b"direct".to_vec()));
        assert_eq!(
            story.server.recorded()[0].target(),
            "http://host.test:8080/from"
        );
        assert_eq!(direct.recorded()[0].target(), "/to");
    }
}

/// Neither a path nor a header of the program's can add a line to what the proxy reads.
#[test]
fn nothing_is_injected_into_what_the_proxy_reads() {
    for asynchronous in BOTH {
        let server = Server::respond(|_| reply("403 Forbidden", &[], ""));
        let story = story_through(server, "", LOCALHOST, asynchronous);
        for flags in [0, SECURE] {
            let request = story.client.request("GET", "/a\r\nX-Evil: 1", flags);
            story.send(&request).expect("an answer");
        }
        for request in story.server.recorded() {
            assert_eq!(request.header("X-Evil"), None, "{}", request.head_text());
        }
        let session = &story.client.session;
        for host in ["a\r\nX-Evil: 1", "a b", "a:80 HTTP/1.0"] {
            let connected = connect_to(session, host, 80, 0).map(drop);
            assert_eq!(connected, Err(ERROR_INTERNET_INVALID_URL), "{host:?}");
        }
    }
}
