//! IPv6: addresses with and without brackets, in what is told, sent and asked of proxies.

mod support;

use std::io::{Read, Write};
use std::net::{Ipv6Addr, TcpListener};
use std::sync::mpsc::{channel, Receiver};

use support::proxy::{client_through, established, story_through};
use support::reply::{ok, reply};
use support::*;
use wininet::abi::*;

/// A server on ::1 that answers one request on each connection, and gives their heads. `None` where the machine
/// has no IPv6.
struct Six {
    port: u16,
    heads: Receiver<String>,
}

impl Six {
    fn new(answer: impl Fn(u16) -> Vec<u8> + Send + 'static) -> Option<Self> {
        let Ok(listener) = TcpListener::bind((Ipv6Addr::LOCALHOST, 0)) else {
            eprintln!("LEFT OUT: what needs IPv6");
            return None;
        };
        let port = listener.local_addr().expect("its address").port();
        let (tell, heads) = channel();
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let mut stream = stream.expect("a connection");
                let mut head = Vec::new();
                let mut byte = [0];
                while !head.ends_with(b"\r\n\r\n") && stream.read(&mut byte).is_ok_and(|n| n > 0) {
                    head.extend(byte);
                }
                let _ = stream.write_all(&answer(port));
                let _ = tell.send(String::from_utf8_lossy(&head).into_owned());
            }
        });
        Some(Self { port, heads })
    }

    fn head(&self) -> String {
        self.heads.recv_timeout(PATIENCE).expect("a request")
    }
}

fn client_of(host: &str, port: u16, asynchronous: bool) -> Client {
    let session = session(asynchronous);
    listen(&session);
    Client {
        connection: connect_to(&session, host, port, 0).expect("a connection handle"),
        session,
        recorder: Recorder::new(),
    }
}

/// Nothing is looked up; the address is told without brackets, and the header has them.
#[test]
fn an_address_is_reached() {
    for asynchronous in BOTH {
        for host in ["::1", "[::1]", "0:0:0:0:0:0:0:1"] {
            let Some(six) = Six::new(|_| reply("200 OK", &[("Connection", "close")], "six")) else {
                return;
            };
            let client = client_of(host, six.port, asynchronous);
            let story = Story::with((), client, asynchronous);
            let request = story.get("/");
            story.send(&request).expect("sent");
            let told = story.told(FIRST);
            for event in &told[1..3] {
                assert_eq!(event.info, Info::Text("::1".to_owned()));
                assert_eq!(event.length, 4);
            }
            assert_eq!(story.read_all(&request), Ok(b"six".to_vec()));
            let written = host.trim_matches(['[', ']']);
            let expected = format!("[{written}]:{}", six.port);
            assert!(six.head().contains(&format!("\r\nHost: {expected}\r\n")));
            let url = option_text(&request, INTERNET_OPTION_URL);
            assert_eq!(url, Ok(format!("http://{expected}/")));
        }
    }
}

/// A redirect that leads to such an address, from one of IPv4.
#[test]
fn a_redirect_leads_there() {
    for asynchronous in BOTH {
        let Some(six) = Six::new(|_| reply("200 OK", &[("Connection", "close")], "six")) else {
            return;
        };
        let to = format!("http://[::1]:{}/to", six.port);
        let location = to.clone();
        let server = Server::respond(move |_| reply("302 Found", &[("Location", &location)], ""));
        let story = Story::new(server, asynchronous);
        let request = story.get("/");
        story.send(&request).expect("sent");
        assert_eq!(story.read_all(&request), Ok(b"six".to_vec()));
        assert_eq!(option_text(&request, INTERNET_OPTION_URL), Ok(to));
        assert!(six.head().starts_with("GET /to HTTP/1.1\r\n"));
    }
}

/// The proxy itself has such an address.
#[test]
fn a_proxy_is_there() {
    for asynchronous in BOTH {
        let Some(six) = Six::new(|_| reply("200 OK", &[("Connection", "close")], "six")) else {
            return;
        };
        let proxies = format!("http=[::1]:{}", six.port);
        let client = client_through(asynchronous, &proxies, ("host.test", 80));
        let story = Story::with((), client, asynchronous);
        let request = story.get("/path");
        story.send(&request).expect("sent");
        assert_eq!(story.read_all(&request), Ok(b"six".to_vec()));
        assert!(six
            .head()
            .starts_with("GET http://host.test/path HTTP/1.1\r\n"));
    }
}

/// A proxy is asked for it with brackets: in the URL of a request, and in CONNECT.
#[test]
fn a_proxy_leads_there() {
    for asynchronous in BOTH {
        let story = story_through(Server::respond(|_| ok("")), "", ("::1", 81), asynchronous);
        let request = story.get("/path");
        story.send(&request).expect("sent");
        let line = story.server.recorded()[0].line();
        assert_eq!(line, "GET http://[::1]:81/path HTTP/1.1");

        let proxy = Server::serve(|connection| {
            connection.read_head()?;
            connection.send(established())?;
            connection.close();
            Ok(())
        });
        let story = story_through(proxy, "", ("::1", 0), asynchronous);
        let request = story.client.request("GET", "/", INTERNET_FLAG_SECURE);
        let sent = story.send(&request);
        assert_eq!(sent, Err(ERROR_INTERNET_SECURITY_CHANNEL_ERROR));
        let asked = &story.server.recorded()[0];
        assert_eq!(asked.line(), "CONNECT [::1]:443 HTTP/1.1");
        assert_eq!(asked.header("Host").as_deref(), Some("[::1]:443"));
    }
}
