//! Certificates of the client: servers that ask for one, programs that have one, and that nobody
//! else's connection is used for it; TLS 1.2 and 1.3, synchronously and asynchronously.

#![allow(unsafe_code)]

mod support;

use std::ptr::null_mut;
use std::sync::{Arc, Mutex};

use rustls::version::{TLS12, TLS13};
use rustls::SupportedProtocolVersion;
use support::certs::{self, Asks, Identity};
use support::reply::{ok, reply};
use support::*;
use wininet::abi::*;
use wininet::ffi::*;

const SECURE: u32 = INTERNET_FLAG_SECURE;
const NEEDED: Result<()> = Err(ERROR_INTERNET_CLIENT_AUTH_CERT_NEEDED);
const VERSIONS: [&SupportedProtocolVersion; 2] = [&TLS12, &TLS13];

/// What a server was shown, connection by connection.
type Shown = Arc<Mutex<Vec<Option<Vec<u8>>>>>;

/// A server that asks, and answers every request.
fn serve(asks: Asks, version: &'static SupportedProtocolVersion) -> (Server, Shown) {
    let config = certs::asking(&certs::good(), asks, version);
    let shown = Shown::default();
    let notes = shown.clone();
    let server = Server::serve(move |connection| {
        connection.accept_tls(&config)?;
        notes.lock().unwrap().push(connection.peer_certificate());
        loop {
            connection.read_request()?;
            connection.send(ok("secret"))?;
        }
    });
    (server, shown)
}

/// Both drivers, both versions.
fn each(test: impl Fn(bool, &'static SupportedProtocolVersion)) {
    certs::authority_file();
    for asynchronous in BOTH {
        for version in VERSIONS {
            test(asynchronous, version);
        }
    }
}

fn set(request: &Handle, pem: &[u8]) -> Result<()> {
    let option = INTERNET_OPTION_CLIENT_CERT_CONTEXT;
    let data = match pem {
        [] => null_mut(),
        pem => pem.as_ptr().cast_mut().cast(),
    };
    // SAFETY: so many readable bytes, or NULL.
    check(unsafe { InternetSetOptionA(request.raw(), option, data, pem.len() as u32) })
}

fn read(client: &Client, request: &Handle) -> Result<Vec<u8>> {
    start_read(request, 100)?.finish(client.recorder)
}

/// 12044 before anything is said; the same handle is sent again with a certificate.
#[test]
fn a_server_that_asks() {
    each(|asynchronous, version| {
        for asks in [Asks::ForOne, Asks::ForOneIfThereIs] {
            let (server, shown) = serve(asks, version);
            let story = Story::new(server, asynchronous);
            let request = story.client.request("GET", "/", SECURE);
            assert_eq!(story.send(&request), NEEDED);
            story.told("CREATED CONNECTING CONNECTED CLOSING CLOSED COMPLETE");
            story.server.wait_ended(1);
            assert!(story.server.requests().is_empty());
            assert!(
                shown.lock().unwrap().is_empty(),
                "the handshake is not through"
            );
            let somebody = certs::client("somebody");
            set(&request, somebody.pem.as_bytes()).expect("set");
            story.send(&request).expect("an answer");
            story.told("CONNECTING CONNECTED SENDING SENT RECEIVING RECEIVED COMPLETE");
            assert_eq!(story.read_all(&request).as_deref(), Ok(&b"secret"[..]));
            assert_eq!(*shown.lock().unwrap(), [Some(somebody.der)]);
        }
    });
}

/// A certificate that is there from the start.
#[test]
fn a_certificate_set_before_the_first_send() {
    each(|asynchronous, version| {
        let (server, shown) = serve(Asks::ForOne, version);
        let client = Client::new(asynchronous, &server);
        let somebody = certs::client("somebody");
        let request = client.request("GET", "/", SECURE);
        set(&request, somebody.pem.as_bytes()).expect("set");
        client.send(&request).expect("an answer");
        assert_eq!(*shown.lock().unwrap(), [Some(somebody.der)]);
    });
}

/// Sent again without a certificate there is none: it is the server's turn to decide.
#[test]
fn going_on_without() {
    each(|asynchronous, version| {
        let (server, shown) = serve(Asks::ForOneIfThereIs, version);
        let client = Client::new(asynchronous, &server);
        let request = client.request("GET", "/", SECURE);
        assert_eq!(client.send(&request), NEEDED);
        client.send(&request).expect("an answer");
        assert_eq!(*shown.lock().unwrap(), [None]);
        // Said at once.
        let request = client.request("GET", "/", SECURE);
        set(&request, b"").expect("set");
        client.send(&request).expect("an answer");
        // Another handle is asked again.
        assert_eq!(client.send(&client.request("GET", "/", SECURE)), NEEDED);
    });
}

#[test]
fn a_server_that_insists() {
    each(|asynchronous, version| {
        let (server, _) = serve(Asks::ForOne, version);
        let client = Client::new(asynchronous, &server);
        let request = client.request("GET", "/", SECURE);
        assert_eq!(client.send(&request), NEEDED);
        let refused = client.send(&request);
        // TLS 1.3 lets the client speak first, so the refusal may come as a reset.
        let codes = [
            ERROR_INTERNET_SECURITY_CHANNEL_ERROR,
            ERROR_INTERNET_CONNECTION_RESET,
        ];
        assert!(
            refused.is_err_and(|code| codes.contains(&code)),
            "{refused:?}"
        );
    });
}

/// Who the server is comes before who the client is.
#[test]
fn a_bad_server_that_asks() {
    each(|asynchronous, version| {
        let config = certs::asking(&certs::wrong_name(), Asks::ForOne, version);
        let server = Server::respond_tls(config, |_| ok(""));
        let client = Client::new(asynchronous, &server);
        let request = client.request("GET", "/", SECURE);
        let bad = Err(ERROR_INTERNET_SEC_CERT_CN_INVALID);
        assert_eq!(client.send(&request), bad);
        let name = SECURITY_FLAG_IGNORE_CERT_CN_INVALID;
        set_option_u32(&request, INTERNET_OPTION_SECURITY_FLAGS, name).expect("set");
        assert_eq!(client.send(&request), NEEDED);
        // The certificate that the dialog shows is there.
        let text = option_text(&request, INTERNET_OPTION_SECURITY_CERTIFICATE);
        assert!(text.is_ok_and(|text| text.contains("server")));
    });
}

/// Connections are shared by those who show the same certificate, and by nobody else.
#[test]
fn each_certificate_has_its_own_connections() {
    each(|asynchronous, version| {
        let (server, shown) = serve(Asks::ForOneIfThereIs, version);
        let client = Client::new(asynchronous, &server);
        let (one, other) = (certs::client("one"), certs::client("other"));
        let fetch = |pem: &[u8]| {
            let request = client.request("GET", "/", SECURE);
            set(&request, pem).expect("set");
            client.send(&request).expect("an answer");
            assert_eq!(read(&client, &request).as_deref(), Ok(&b"secret"[..]));
        };
        for Identity { pem, .. } in [&one, &other, &one, &other] {
            fetch(pem.as_bytes());
        }
        for _ in 0..2 {
            fetch(b"");
        }
        let expected = [Some(one.der), Some(other.der), None];
        assert_eq!(*shown.lock().unwrap(), expected);
    });
}

/// A new connection of the same settings resumes the session, client certificate and all.
#[test]
fn sessions_are_resumed() {
    each(|asynchronous, version| {
        let config = certs::asking(&certs::good(), Asks::ForOne, version);
        let seen = Arc::new(Mutex::new(Vec::new()));
        let notes = seen.clone();
        let server = Server::serve(move |connection| {
            connection.accept_tls(&config)?;
            let shown = connection.peer_certificate();
            notes.lock().unwrap().push((connection.is_resumed(), shown));
            connection.read_request()?;
            connection.send(reply("200 OK", &[("Connection", "close")], "secret"))
        });
        let client = Client::new(asynchronous, &server);
        let somebody = certs::client("somebody");
        for _ in 0..2 {
            let request = client.request("GET", "/", SECURE);
            set(&request, somebody.pem.as_bytes()).expect("set");
            client.send(&request).expect("an answer");
            assert_eq!(read(&client, &request).as_deref(), Ok(&b"secret"[..]));
            let text = option_text(&request, INTERNET_OPTION_SECURITY_CERTIFICATE);
            assert!(text.is_ok_and(|text| text.contains("server")));
        }
        let der = Some(somebody.der);
        assert_eq!(*seen.lock().unwrap(), [(false, der.clone()), (true, der)]);
    });
}

/// A redirect takes the certificate to no other server; what is set then is for that one.
#[test]
fn redirects_to_another_server() {
    each(|asynchronous, version| {
        let (other, shown) = serve(Asks::ForOne, version);
        let place = other.url("/").replace("http:", "https:");
        let config = certs::asking(&certs::good(), Asks::ForOne, version);
        let first = Server::respond_tls(config, move |_| {
            reply("302 Found", &[("Location", &place)], "")
        });
        let client = Client::new(asynchronous, &first);
        let somebody = certs::client("somebody");
        let request = client.request("GET", "/", SECURE);
        set(&request, somebody.pem.as_bytes()).expect("set");
        assert_eq!(client.send(&request), NEEDED);
        assert!(shown.lock().unwrap().is_empty());
        let url = option_text(&request, INTERNET_OPTION_URL).expect("a URL");
        assert_eq!(url, other.url("/").replace("http:", "https:"));
        set(&request, somebody.pem.as_bytes()).expect("set");
        client.send(&request).expect("an answer");
        assert_eq!(*shown.lock().unwrap(), [Some(somebody.der)]);
    });
}

/// What is no certificate with its key is refused, and the former one stays.
#[test]
fn broken_pem() {
    each(|asynchronous, version| {
        let (server, shown) = serve(Asks::ForOne, version);
        let client = Client::new(asynchronous, &server);
        let (one, other) = (certs::client("one"), certs::client("other"));
        let key_at = one.pem.find("-----BEGIN PRIVATE").expect("a key");
        let (certificate, key) = one.pem.split_at(key_at);
        let (others, _) = other
            .pem
            .split_at(other.pem.find("-----BEGIN P").expect("a key"));
        let request = client.request("GET", "/", SECURE);
        set(&request, one.pem.as_bytes()).expect("set");
        let mixed = format!("{others}{key}");
        let cut = &one.pem[..one.pem.len() - 40];
        let bad = [
            "nothing of the kind",
            "\0",
            certificate,
            key,
            &mixed,
            cut,
            &certificate[..certificate.len() / 2],
            &one.pem.replace("PRIVATE KEY", "ENCRYPTED PRIVATE KEY"),
        ];
        for pem in bad {
            let refused = set(&request, pem.as_bytes());
            assert_eq!(refused, Err(ERROR_INVALID_PARAMETER), "{pem}");
        }
        client.send(&request).expect("an answer");
        assert_eq!(*shown.lock().unwrap(), [Some(one.der)]);
    });
}

/// It belongs to requests, and cannot be asked for.
#[test]
fn handles_and_sizes() {
    let client = Client::to_port(false, 1);
    let pem = certs::client("somebody").pem;
    for handle in [&client.session, &client.connection] {
        let wrong = Err(ERROR_INTERNET_INCORRECT_HANDLE_TYPE);
        assert_eq!(set(handle, pem.as_bytes()), wrong);
    }
    let request = client.get("/");
    let option = INTERNET_OPTION_CLIENT_CERT_CONTEXT;
    // SAFETY: NULL is refused.
    let null = check(unsafe { InternetSetOptionA(request.raw(), option, null_mut(), 5) });
    assert_eq!(null, Err(ERROR_INVALID_PARAMETER));
    let asked = option_text(&request, option);
    assert_eq!(asked, Err(ERROR_INTERNET_INVALID_OPTION));
    // The wide form takes the same bytes.
    let data = pem.as_ptr().cast_mut().cast();
    // SAFETY: so many readable bytes.
    check(unsafe { InternetSetOptionW(request.raw(), option, data, pem.len() as u32) })
        .expect("set");
}
