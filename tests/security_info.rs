//! InternetGetSecurityInfoByURL: what the process remembers of the servers that it has spoken TLS with.

#![allow(unsafe_code)]

mod support;

use std::ptr::{null, null_mut};

use support::every::wide;
use support::reply::ok;
use support::*;
use wininet::abi::*;
use wininet::ffi::*;

const MADE: u32 = SECURITY_FLAG_SECURE | SECURITY_FLAG_STRENGTH_STRONG;
const UNKNOWN: Result<u32> = Err(ERROR_INTERNET_ITEM_NOT_FOUND);

/// What all three functions say; the chain is NULL.
fn info(url: &str) -> Result<u32> {
    let narrow = std::ffi::CString::new(url).expect("a URL");
    let wide = wide(url);
    let a = narrow.as_ptr().cast_mut();
    let answers = [0, 1, 2].map(|form| {
        // Not aligned, and with something in it.
        let mut room = [0xCC_u8; 32];
        let chain = room[1..].as_mut_ptr().cast::<PCCERT_CHAIN_CONTEXT>();
        let flags = room[17..].as_mut_ptr().cast::<u32>();
        // SAFETY: strings with their NULs, room for both.
        let got = check(unsafe {
            match form {
                0 => InternetGetSecurityInfoByURLA(a, chain, flags),
                1 => InternetGetSecurityInfoByURLW(wide.as_ptr(), chain, flags),
                _ => InternetGetSecurityInfoByURL(a, chain, flags),
            }
        });
        if got.is_err() {
            assert_eq!(room, [0xCC; 32], "touched");
        }
        // SAFETY: room for both, and any bytes make one.
        let (chain, flags) = unsafe { (chain.read_unaligned(), flags.read_unaligned()) };
        assert!(got.is_err() || chain.is_null());
        got.map(|()| flags)
    });
    assert_eq!(answers[0], answers[1], "A and W of {url}");
    assert_eq!(answers[0], answers[2], "A and the plain name of {url}");
    answers[0]
}

fn serve() -> Server {
    Server::respond_tls(certs::good(), |_| ok("secret"))
}

#[test]
fn what_was_seen() {
    for asynchronous in BOTH {
        let server = serve();
        let https = |path: &str| server.url(path);
        assert_eq!(info(&https("/")), UNKNOWN, "before");
        let client = Client::new(asynchronous, &server);
        let request = client.request("GET", "/", INTERNET_FLAG_SECURE);
        client.send(&request).expect("an answer");
        let told = option_u32(&request, INTERNET_OPTION_SECURITY_FLAGS);
        assert_eq!(told, Ok(MADE));
        drop((request, client));
        // The path does not matter, the case of the name neither, and no handle is needed.
        for path in ["/", "/other?x#y", ""] {
            assert_eq!(info(&https(path)), Ok(MADE), "{path}");
        }
        assert_eq!(info(&https("/").to_uppercase()), Ok(MADE));
        // Another port is another server, and http has nothing to tell.
        assert_eq!(info("https://127.0.0.1:1/"), UNKNOWN);
        assert_eq!(info(&https("/").replace("https", "http")), UNKNOWN);
        assert_eq!(server.connections(), 1, "it connects to nobody");
    }
}

/// A name beyond ASCII is looked for as it goes out.
#[test]
fn names_in_punycode() {
    for asynchronous in BOTH {
        let server = Server::respond_tls(certs::good(), |_| ok("secret"));
        let session = session(asynchronous);
        listen(&session);
        let recorder = Recorder::new();
        let connection = connect_to(&session, "localhost", server.port(), 0).expect("a connection");
        let context = recorder.context();
        let request = request(&connection, "GET", "/", INTERNET_FLAG_SECURE, context);
        let request = request.expect("a request");
        finish(send(&request), recorder).expect("an answer");
        let url = format!("https://\u{ff2c}ocalhost:{}/", server.port());
        assert_eq!(info(&url), Ok(MADE));
    }
}

/// The callback that looks before anything is sent has it already.
#[test]
fn inside_callbacks() {
    for asynchronous in BOTH {
        let server = serve();
        let url = server.url("/");
        let client = Client::new(asynchronous, &server);
        let recorder = client.recorder;
        recorder.on(INTERNET_STATUS_SENDING_REQUEST, move |_| {
            assert_eq!(info(&url), Ok(MADE));
        });
        let request = client.request("GET", "/", INTERNET_FLAG_SECURE);
        client.send(&request).expect("an answer");
        recorder.assert_sound();
    }
}

/// What was put up with is told, and the last connection counts; what was refused is not remembered.
#[test]
fn excused_certificates() {
    for asynchronous in BOTH {
        let server = Server::respond_tls(certs::expired_wrong_name(), |_| ok("secret"));
        let url = server.url("/");
        let client = Client::new(asynchronous, &server);
        let send = |flags: u32| {
            let request = client.request("GET", "/", INTERNET_FLAG_SECURE | flags);
            client.send(&request)
        };
        send(0).expect_err("refused");
        assert_eq!(info(&url), UNKNOWN);
        send(INTERNET_FLAG_IGNORE_CERT_DATE_INVALID | INTERNET_FLAG_IGNORE_CERT_CN_INVALID)
            .expect("excused");
        let excused = SECURITY_FLAG_IGNORE_CERT_DATE_INVALID | SECURITY_FLAG_IGNORE_CERT_CN_INVALID;
        assert_eq!(info(&url), Ok(MADE | excused));
    }
}

#[test]
fn arguments() {
    let url = c"https://127.0.0.1/".as_ptr().cast_mut();
    let (mut chain, mut flags) = (null(), 0);
    // SAFETY: a string with its NUL, NULL where that is tried.
    for failed in unsafe {
        [
            InternetGetSecurityInfoByURLA(null_mut(), &mut chain, &mut flags),
            InternetGetSecurityInfoByURLA(url, null_mut(), &mut flags),
            InternetGetSecurityInfoByURLA(url, &mut chain, null_mut()),
            InternetGetSecurityInfoByURLW(null(), &mut chain, &mut flags),
            InternetGetSecurityInfoByURL(null_mut(), null_mut(), null_mut()),
        ]
    } {
        assert_eq!(failed, FALSE);
        assert_eq!(last_error(), ERROR_INVALID_PARAMETER);
    }
    for (url, error) in [
        ("", ERROR_INTERNET_UNRECOGNIZED_SCHEME),
        ("nothing", ERROR_INTERNET_UNRECOGNIZED_SCHEME),
        ("ftp://127.0.0.1/", ERROR_INTERNET_UNRECOGNIZED_SCHEME),
        ("https://", ERROR_INTERNET_INVALID_URL),
        ("https://a b/", ERROR_INTERNET_INVALID_URL),
        ("https://nobody.example/", ERROR_INTERNET_ITEM_NOT_FOUND),
    ] {
        assert_eq!(info(url), Err(error), "{url}");
    }
}
