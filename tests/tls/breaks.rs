//! Servers that speak no TLS, that break off, or that do not go on.

use std::time::{Duration, Instant};

use super::*;

const BROKEN: u32 = ERROR_INTERNET_SECURITY_CHANNEL_ERROR;

/// Whoever answers a ClientHello with something else.
#[test]
fn servers_that_speak_no_tls() {
    let answers: [&[u8]; 4] = [
        b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n",
        b"220 ready\r\n",
        b"\x15\x03\x03\x00\x02\x02\x28",
        b"\x16\x03\x03\x00\x04junk",
    ];
    both(|is_async| {
        for answer in answers {
            let script = Script::new().read_exactly(5).send(answer).half_close();
            let never = Latch::new();
            let server = Server::script(script.pause(&never));
            let client = Client::new(is_async, &server);
            let request = client.request("GET", "/", SECURE);
            let told = String::from_utf8_lossy(answer).into_owned();
            assert_eq!(client.send(&request), Err(BROKEN), "{told:?}");
            client.recorder.wait_idle();
            let told = [
                "CREATED",
                "CONNECTING",
                "CONNECTED",
                "CLOSING",
                "CLOSED",
                "COMPLETE",
            ];
            client
                .recorder
                .assert_names(&told[..told.len() - usize::from(!is_async)]);
        }
    });
}

/// Hanging up inside the handshake, with a FIN or a RST, before any byte or
/// after some.
#[test]
fn servers_that_hang_up_in_the_handshake() {
    both(|is_async| {
        for bytes in [&b""[..], b"\x16\x03\x03\x01\x00\x02"] {
            let begin = || Script::new().read_exactly(5).send(bytes);
            for script in [begin().close(), begin().reset()] {
                let server = Server::script(script);
                let client = Client::new(is_async, &server);
                let codes = [
                    BROKEN,
                    ERROR_INTERNET_CONNECTION_RESET,
                    ERROR_INTERNET_CONNECTION_ABORTED,
                ];
                let sent = client.send(&client.request("GET", "/", SECURE));
                assert!(sent.is_err_and(|error| codes.contains(&error)), "{sent:?}");
            }
        }
    });
}

/// A handshake that stops, or that goes on by a byte now and then, takes no
/// longer than connecting may.
#[test]
fn the_handshake_is_part_of_the_connect_timeout() {
    both(|is_async| {
        for trickles in [false, true] {
            let server = Server::serve(move |connection| {
                connection.read_exactly(5)?;
                if trickles {
                    connection.send(b"\x16\x03\x03\x40\x00")?;
                    let bytes = vec![2_u8; 16_000];
                    return connection.send_slowly(&bytes, 1, Duration::from_millis(50));
                }
                let never = Latch::new();
                connection.pause(&never);
                Ok(())
            });
            let client = Client::new(is_async, &server);
            let request = client.request("GET", "/", SECURE);
            let timeout = INTERNET_OPTION_CONNECT_TIMEOUT;
            set_option_u32(&request, timeout, 400).expect("set");
            let begun = Instant::now();
            let sent = client.send(&request);
            let told = format!("trickles {trickles}, async {is_async}");
            assert_eq!(sent, Err(ERROR_INTERNET_TIMEOUT), "{told}");
            let took = begun.elapsed();
            assert!(took >= Duration::from_millis(350), "{told}: {took:?}");
            assert!(took < Duration::from_secs(15), "{told}: {took:?}");
            client.recorder.wait_idle();
            let told = [
                "CREATED",
                "CONNECTING",
                "CONNECTED",
                "CLOSING",
                "CLOSED",
                "COMPLETE",
            ];
            client
                .recorder
                .assert_names(&told[..told.len() - usize::from(!is_async)]);
        }
    });
}

/// The handshake's bound is not the answer's: a server that thinks for longer
/// than connecting may take is waited for.
#[test]
fn the_connect_timeout_ends_with_the_handshake() {
    both(|is_async| {
        let config = certs::good();
        let server = Server::serve(move |connection| {
            connection.accept_tls(&config)?;
            connection.read_request()?;
            connection.send_slowly(&ok("late"), 20, Duration::from_millis(400))?;
            connection.hold()
        });
        let client = Client::new(is_async, &server);
        let request = client.request("GET", "/", SECURE);
        set_option_u32(&request, INTERNET_OPTION_CONNECT_TIMEOUT, 700).expect("set");
        client.send(&request).expect("an answer");
        assert_eq!(read_by(&client, &request, 100).as_deref(), Ok(&b"late"[..]));
    });
}

/// A body whose end is the end of the connection: many servers leave without
/// TLS's goodbye, and that is put up with.
#[test]
fn close_delimited_bodies_without_goodbye() {
    both(|is_async| {
        let answer = [head("200 OK", &[]), b"a body".to_vec()].concat();
        let script = Script::new().tls(&certs::good()).then_answer(answer);
        let server = Server::script(script.truncate());
        let client = Client::new(is_async, &server);
        assert_eq!(fetch(&client, 0).as_deref(), Ok(&b"a body"[..]));
    });
}

/// A body that says how long it is and is cut short is an error, with a goodbye
/// and without.
#[test]
fn bodies_cut_short() {
    let chunked = head("200 OK", &[("Transfer-Encoding", "chunked")]);
    let answers = [
        [
            head("200 OK", &[("Content-Length", "10")]),
            b"short".to_vec(),
        ]
        .concat(),
        [chunked.clone(), b"a\r\nshort".to_vec()].concat(),
        [chunked, b"5\r\nshort\r\n".to_vec()].concat(),
    ];
    both(|is_async| {
        for answer in &answers {
            let begin = || {
                Script::new()
                    .tls(&certs::good())
                    .then_answer(answer.clone())
            };
            for script in [begin().close(), begin().truncate(), begin().reset()] {
                let server = Server::script(script);
                let client = Client::new(is_async, &server);
                let codes = [
                    ERROR_INTERNET_CONNECTION_RESET,
                    ERROR_INTERNET_CONNECTION_ABORTED,
                ];
                let fetched = fetch(&client, 0);
                assert!(
                    fetched.as_ref().is_err_and(|it| codes.contains(it)),
                    "{fetched:?}"
                );
            }
        }
    });
}

/// What is no TLS in the middle of the answer: the whole answer does not pass.
#[test]
fn junk_instead_of_a_record() {
    both(|is_async| {
        let config = certs::good();
        let server = Server::serve(move |connection| {
            connection.accept_tls(&config)?;
            connection.read_request()?;
            connection.send(head("200 OK", &[("Content-Length", "10")]))?;
            connection.send("short")?;
            connection.send_raw(b"\x17\x03\x03\x00\x20this was never encrypted by us..")?;
            connection.hold()
        });
        let client = Client::new(is_async, &server);
        let fetched = fetch(&client, 0);
        assert_eq!(fetched, Err(BROKEN));
    });
}

/// An alert in the place of an answer, or in its middle, is no end of it, not even where the end of the connection would
/// be; behind a whole answer it harms nobody.
#[test]
fn alerts_behind_the_handshake() {
    let length = head("200 OK", &[("Content-Length", "10")]);
    let chunks = head("200 OK", &[("Transfer-Encoding", "chunked")]);
    let beginnings = [
        (Vec::new(), false),
        (length[..20].to_vec(), false),
        ([&length[..], b"short"].concat(), false),
        ([&chunks[..], b"a\r\nshort"].concat(), false),
        ([&chunks[..], b"5\r\nshort\r\n"].concat(), false),
        ([head("200 OK", &[]), b"short".to_vec()].concat(), false),
        (ok("a whole body"), true),
    ];
    both(|is_async| {
        for version in [&rustls::version::TLS12, &rustls::version::TLS13] {
            for (beginning, is_whole) in beginnings.clone() {
                let told = format!("{version:?}, {is_async}: {:?}", beginning.escape_ascii());
                let config = certs::speaking(&certs::good(), version);
                let server = Server::serve(move |connection| {
                    connection.accept_tls(&config)?;
                    connection.read_request()?;
                    connection.send(&beginning)?;
                    connection.alert()
                });
                let client = Client::new(is_async, &server);
                let expected = match is_whole {
                    true => Ok(b"a whole body".to_vec()),
                    false => Err(BROKEN),
                };
                assert_eq!(fetch(&client, 0), expected, "{told}");
                server.wait_ended(1);
                assert_eq!(fetch(&client, 0), expected, "{told}, again");
                assert_eq!(server.connections(), 2, "{told}");
            }
        }
    });
}
