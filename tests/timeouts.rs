//! What counts as the silence of a server, and what does not: the pauses of the
//! program, signals, and the timeouts of another phase.
#![allow(unsafe_code)]

mod support;

use std::ptr::null_mut;
use std::thread;
use std::time::{Duration, Instant};

use support::reply::head;
use support::*;
use wininet::abi::*;
use wininet::ffi::{HttpEndRequestA, HttpSendRequestExA};

/// Milliseconds of silence that are too many.
const TIMEOUT: u32 = 400;
/// A timeout that was put off, or another's.
const FAR_TOO_LATE: Duration = Duration::from_secs(5);

/// Sends one half of a body, and the other when the latch opens.
fn in_halves(latch: &Latch) -> Server {
    let held = latch.clone();
    Server::serve(move |connection| {
        connection.read_request()?;
        connection.send(head("200 OK", &[("Content-Length", "10")]))?;
        connection.send("01234")?;
        connection.pause(&held);
        connection.send("56789")?;
        connection.hold()
    })
}

/// Answers /body with a head, and anything else not at all.
fn silent(latch: &Latch) -> Server {
    let held = latch.clone();
    Server::serve(move |connection| {
        if connection.read_head()?.target() == "/body" {
            connection.send(head("200 OK", &[("Content-Length", "4")]))?;
        }
        connection.pause(&held);
        Ok(())
    })
}

/// The program takes longer between two reads than the server may.
#[test]
fn a_pause_of_the_program_is_no_silence_of_the_server() {
    type Rest = fn(&Handle, &Recorder);
    let in_the_next_read: [Rest; 3] = [
        |request, recorder| {
            let read = start_read(request, 5).unwrap().finish(recorder);
            assert_eq!(read, Ok(b"56789".to_vec()));
        },
        |request, recorder| {
            let read = start_read_ex(request, 5, IRF_NO_WAIT, 0);
            let _read = read.unwrap().pending();
            assert_eq!(recorder.wait_complete(), (1, 0));
        },
        |request, recorder| {
            assert_eq!(available(request), Err(ERROR_IO_PENDING));
            assert_eq!(recorder.wait_complete(), (1, 5));
        },
    ];
    for read_on in in_the_next_read {
        let latch = Latch::new();
        let server = in_halves(&latch);
        let client = Client::asynchronous(&server);
        let request = client.get("/");
        set_option_u32(&request, INTERNET_OPTION_RECEIVE_TIMEOUT, TIMEOUT).unwrap();
        client.send(&request).expect("sent");
        let first = start_read(&request, 5).unwrap().finish(client.recorder);
        assert_eq!(first, Ok(b"01234".to_vec()));
        thread::sleep(Duration::from_millis(u64::from(TIMEOUT) + 50)); // the pause
        let goes_on = latch.clone();
        client
            .recorder
            .on(INTERNET_STATUS_RECEIVING_RESPONSE, move |_| {
                goes_on.release();
            });
        read_on(&request, client.recorder);
    }
}

/// A body in pieces may have timeouts of its own; the head of the answer has the
/// request's.
#[test]
fn the_head_after_pieces_has_the_timeout_of_heads() {
    for asynchronous in BOTH {
        let latch = Latch::new();
        let server = silent(&latch);
        let client = Client::new(asynchronous, &server);
        let request = client.request("POST", "/", 0);
        let long = 10_000;
        set_option_u32(&request, INTERNET_OPTION_DATA_RECEIVE_TIMEOUT, long).unwrap();
        set_option_u32(&request, INTERNET_OPTION_RECEIVE_TIMEOUT, TIMEOUT).unwrap();
        // SAFETY: nothing is passed.
        let sent = unsafe { HttpSendRequestExA(request.raw(), null_mut(), null_mut(), 0, 0) };
        assert_eq!(finish(check(sent), client.recorder), Ok(()));
        let begin = Instant::now();
        // SAFETY: as above.
        let ended = unsafe { HttpEndRequestA(request.raw(), null_mut(), 0, 0) };
        let ended = finish(check(ended), client.recorder);
        assert_eq!(ended, Err(ERROR_INTERNET_TIMEOUT));
        assert!(begin.elapsed() < FAR_TOO_LATE);
    }
}

/// A program that profiles itself is interrupted all the time.
#[cfg(unix)]
#[test]
fn signals_do_not_put_a_timeout_off() {
    extern "C" fn nothing(_: i32) {}
    // SAFETY: a zeroed sigaction is one without flags, and the handler does nothing.
    unsafe {
        let mut action: libc::sigaction = std::mem::zeroed();
        action.sa_sigaction = nothing as *const () as usize;
        libc::sigaction(libc::SIGUSR1, &action, null_mut());
    }
    let latch = Latch::new();
    let server = silent(&latch);
    for path in ["/head", "/body"] {
        let client = Client::sync(&server);
        let request = client.get(path);
        set_option_u32(&request, INTERNET_OPTION_RECEIVE_TIMEOUT, TIMEOUT).unwrap();
        let returned = Latch::new();
        let begin = Instant::now();
        let result = thread::scope(|scope| {
            // SAFETY: no argument.
            let caller = unsafe { libc::pthread_self() };
            let (returned, caller) = (&returned, caller as usize);
            scope.spawn(move || {
                while !returned.wait_for(Duration::from_millis(20))
                    && begin.elapsed() < FAR_TOO_LATE
                {
                    // SAFETY: the thread waits for this one.
                    unsafe { libc::pthread_kill(caller as libc::pthread_t, libc::SIGUSR1) };
                }
            });
            let result = client.send(&request).and_then(|()| read_all(&request));
            returned.release();
            result
        });
        assert_eq!(result, Err(ERROR_INTERNET_TIMEOUT));
        assert!(begin.elapsed() < FAR_TOO_LATE, "{:?}", begin.elapsed());
    }
}

/// A body that stops: the read fails in time, by the body's own timeout where there is one, over TLS
/// too, and however the bytes are asked for.
#[test]
fn a_body_that_stops() {
    let answer = |encoding: &'static str| {
        let fields = [("Content-Length", "100"), ("Content-Encoding", encoding)];
        [
            &head("200 OK", &fields)[..],
            &support::coding::gzip(b"0123456789")[..15],
        ]
        .concat()
    };
    for asynchronous in BOTH {
        for (secure, encoding) in [
            (false, "identity"),
            (false, "gzip"),
            (true, "identity"),
            (true, "gzip"),
        ] {
            let latch = Latch::new();
            let script = match secure {
                true => Script::new()
                    .tls(&certs::good())
                    .read_request()
                    .send(answer(encoding)),
                false => Script::answer(answer(encoding)),
            };
            certs::authority_file();
            let server = Server::repeat(script.pause(&latch));
            for own in [false, true] {
                let client = Client::to_port(asynchronous, server.port());
                let flags = if secure { INTERNET_FLAG_SECURE } else { 0 };
                let request =
                    client.request("GET", "/", flags | INTERNET_FLAG_IGNORE_CERT_CN_INVALID);
                set_option_u32(&request, INTERNET_OPTION_HTTP_DECODING, 1).unwrap();
                let (receive, data) = if own { (20_000, TIMEOUT) } else { (TIMEOUT, 0) };
                set_option_u32(&request, INTERNET_OPTION_RECEIVE_TIMEOUT, receive).unwrap();
                if own {
                    set_option_u32(&request, INTERNET_OPTION_DATA_RECEIVE_TIMEOUT, data).unwrap();
                }
                client.send(&request).expect("a head");
                let begin = Instant::now();
                let result = start_read(&request, 90).and_then(|it| it.finish(client.recorder));
                let took = begin.elapsed();
                assert_eq!(result, Err(ERROR_INTERNET_TIMEOUT));
                let bound = Duration::from_millis(TIMEOUT.into());
                assert!(
                    took >= bound - Duration::from_millis(20) && took < bound * 2,
                    "{took:?} {asynchronous} {secure} {encoding} {own}"
                );
            }
        }
    }
}

/// Sends an answer of two records, head and body, a byte at a time, `count` bytes of each.
fn dribbles(count: usize) -> Server {
    certs::authority_file();
    let config = certs::good();
    Server::serve(move |connection| {
        connection.accept_tls(&config)?;
        connection.read_request()?;
        for part in [
            &head("200 OK", &[("Content-Length", "10")])[..],
            b"0123456789",
        ] {
            let record = connection.seal(part)?;
            for byte in &record[..record.len().min(count)] {
                connection.send_raw(&[*byte])?;
                connection.wait(Duration::from_millis(20));
            }
        }
        connection.pause(&Latch::new());
        Ok(())
    })
}

/// A record that comes byte by byte is no silence, as a head is none without TLS: a slow network takes
/// its time. One that stops in the middle is.
#[test]
fn a_record_that_dribbles() {
    for asynchronous in BOTH {
        for (count, expected) in [(usize::MAX, Ok(10)), (20, Err(ERROR_INTERNET_TIMEOUT))] {
            let server = dribbles(count);
            let client = Client::new(asynchronous, &server);
            let flags = INTERNET_FLAG_SECURE | INTERNET_FLAG_IGNORE_CERT_CN_INVALID;
            let request = client.request("GET", "/", flags);
            set_option_u32(&request, INTERNET_OPTION_RECEIVE_TIMEOUT, TIMEOUT).unwrap();
            let begun = Instant::now();
            let result = client
                .send(&request)
                .and_then(|()| start_read(&request, 10)?.finish(client.recorder));
            assert_eq!(result.map(|body| body.len()), expected, "{asynchronous}");
            assert!(begun.elapsed() > Duration::from_millis(TIMEOUT.into()));
        }
    }
}
