//! Closing a handle in each status of a long way: a proxy that wants to know who asks, a server that does too, a
//! redirect into a tunnel, cookies, and a coded body that ends with its connection.

mod support;

use std::io;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::Arc;

use support::coding::gzip;
use support::connection::Connection;
use support::cookies::data_directory;
use support::login::set_option;
use support::proxy::{client_through, established};
use support::reply::{head, reply};
use support::*;
use wininet::abi::*;

/// Who closes, while the callback runs.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Closer {
    /// The callback itself.
    Callback,
    /// Another thread, for which the callback waits.
    Thread,
    /// Another thread, which nobody waits for.
    Meanwhile,
}

/// The proxy and, behind it, the server.
fn play(connection: &mut Connection) -> io::Result<()> {
    let mut is_tunnel = false;
    loop {
        let request = match connection.read_request() {
            Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(()),
            other => other?,
        };
        let knows = |name| is_tunnel || request.header(name).is_some();
        if !knows("Proxy-Authorization") {
            let asks = [("Proxy-Authenticate", "Basic realm=proxy")];
            connection.send(reply("407 Who?", &asks, "no"))?;
        } else if request.method() == "CONNECT" {
            connection.send(established())?;
            connection.accept_tls(&certs::good())?;
            is_tunnel = true;
        } else if !knows("Authorization") {
            let asks = [("WWW-Authenticate", "Digest realm=server, nonce=n, qop=auth")];
            connection.send(reply("401 Who?", &asks, "no"))?;
        } else if !is_tunnel {
            let to = format!("https://{}/", request.header("Host").unwrap_or_default());
            let leads = [("Location", &*to), ("Set-Cookie", "a=b")];
            connection.send(reply("302 Found", &leads, "there"))?;
        } else {
            let coded = [("Content-Encoding", "gzip"), ("Set-Cookie", "c=d")];
            connection.send("HTTP/1.1 103 Early Hints\r\n\r\n")?;
            connection.send(head("200 OK", &coded))?;
            connection.send(gzip(&[b'x'; 100_000]))?;
            connection.close();
            return Ok(());
        }
    }
}

/// Goes the whole way, and closes the handle in the callback number `at`. How many there were.
fn go(proxy: &Server, asynchronous: bool, port: u16, at: usize, closer: Closer) -> usize {
    set_option(std::ptr::null_mut(), INTERNET_OPTION_END_BROWSER_SESSION).expect("forgotten");
    let proxies = format!("http://me:pass@127.0.0.1:{}", proxy.port());
    let client = client_through(asynchronous, &proxies, ("localhost", port));
    let recorder = client.recorder;
    let count = Arc::new(AtomicUsize::new(0));
    for status in 0..400 {
        let count = count.clone();
        recorder.on(status, move |event| {
            if status == INTERNET_STATUS_HANDLE_CREATED
                || count.fetch_add(1, Ordering::Relaxed) != at
            {
                return;
            }
            let handle = event.handle;
            // The test may have been quicker.
            let close = move || {
                let _ = close_value(handle);
            };
            match closer {
                Closer::Callback => close(),
                Closer::Thread => std::thread::spawn(close).join().expect("no panic"),
                Closer::Meanwhile => drop(std::thread::spawn(close)),
            }
        });
    }
    let flags = INTERNET_FLAG_IGNORE_REDIRECT_TO_HTTPS;
    let request = client.request("POST", "/", flags);
    set_option_text(&request, INTERNET_OPTION_USERNAME, "user").expect("set");
    set_option_text(&request, INTERNET_OPTION_PASSWORD, "pass").expect("set");
    set_option_u32(&request, INTERNET_OPTION_HTTP_DECODING, 1).expect("set");
    let sent = finish(send_with(&request, "", b"body"), recorder);
    let story = Story::with((), client, asynchronous);
    let came = sent.and_then(|()| story.read_all(&request));
    let came = came.map(|body| body.len());
    let cancelled = matches!(
        came,
        Err(ERROR_INTERNET_OPERATION_CANCELLED | ERROR_INVALID_HANDLE)
    );
    assert!(cancelled || came == Ok(100_000), "{at}: {came:?}");
    drop(request);
    recorder.wait_closing();
    recorder.wait_idle();
    recorder.assert_sound();
    assert_eq!(recorder.count(INTERNET_STATUS_HANDLE_CLOSING), 1);
    let names = recorder.names();
    assert_eq!(names.last().map(String::as_str), Some("HANDLE_CLOSING"));
    count.load(Ordering::Relaxed)
}

/// All of them use one proxy, so that a connection that was lost on the way would be missed by the others.
#[test]
fn in_each_status_of_a_long_way() {
    data_directory("closing_detours");
    // From here on its authority is trusted.
    certs::good();
    let proxy = Server::serve(play);
    let mut port = 1000;
    for asynchronous in BOTH {
        for closer in [Closer::Callback, Closer::Thread, Closer::Meanwhile] {
            let whole = go(&proxy, asynchronous, port, usize::MAX, closer);
            assert!(whole > 30, "{whole}");
            for at in 0..whole {
                port += 1;
                go(&proxy, asynchronous, port, at, closer);
            }
            port += 1;
        }
    }
}
