//! HTTP proxies: what goes to them for http and for https, what is told, which connections are
//! shared, and which proxy is tried (section 3 of the contract, "Proxies").

mod support;

use support::proxy::{client_through, established, story_through, tunnels};
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

/// The name that is looked up is the proxy's; nobody asks for the server's.
#[test]
fn the_name_of_the_proxy_is_looked_up() {
    for asynchronous in BOTH {
        // A name of its own each time: names are remembered.
        let name = if asynchronous {
            "LOCALHOST"
        } else {
            "localhost"
        };
        let server = Server::respond(|_| ok(""));
        let proxies = format!("http=http://{name}:{}", server.port());
        let client = client_through(asynchronous, &proxies, HOST);
        let story = Story::with(server, client, asynchronous);
        let request = story.get("/");
        story.send(&request).expect("an answer");
        let names = story.client.recorder.names();
        assert!(
            !names.contains(&"RESOLVING".into()) || names[1] == "RESOLVING",
            "{names:?}"
        );
        let told = story.client.recorder.list().join("\n");
        assert!(!told.contains("host.test"), "{told}");
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
