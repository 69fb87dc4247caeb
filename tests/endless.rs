//! Streams that go on for ever and bring nothing, or nothing that is wanted:
//! who reads them can be stopped, and holds nobody up.

mod support;

use std::thread;
use std::time::{Duration, Instant};

use support::coding::gzip;
use support::reply::{head, ok};
use support::seeking::seek;
use support::*;
use wininet::abi::*;

/// Sooner than any of these streams lets go by itself.
const SOON: Duration = Duration::from_secs(10);

/// Sends `beginning`, and `again` for ever.
fn endless(fields: &[(&str, &str)], beginning: &[u8], again: &[u8]) -> Server {
    let start = [&head("200 OK", fields), beginning].concat();
    let again = again.repeat((8 << 20) / again.len());
    Server::serve(move |connection| {
        connection.read_request()?;
        connection.send(&start)?;
        // The client ends it.
        while connection.send(&again).is_ok() {}
        Ok(())
    })
}

/// A server, and how far ahead to go before the read.
type Stream = (fn() -> Server, i64);

const STREAMS: [Stream; 5] = [
    // Stored blocks of nothing.
    (
        || {
            let start = b"\x1f\x8b\x08\0\0\0\0\0\0\x03";
            endless(&[("Content-Encoding", "gzip")], start, b"\0\0\0\xff\xff")
        },
        0,
    ),
    // One empty member after the other.
    (
        || endless(&[("Content-Encoding", "gzip")], b"", &gzip(b"")),
        0,
    ),
    // Frames that are to be passed over.
    (
        || {
            let frame = b"\x50\x2a\x4d\x18\0\0\0\0";
            endless(&[("Content-Encoding", "zstd")], b"", frame)
        },
        0,
    ),
    // Blocks of four bytes that are 128 KiB of zeros each.
    (
        || {
            let frame = b"\x28\xb5\x2f\xfd\x00\x58";
            endless(&[("Content-Encoding", "zstd")], frame, b"\x02\x00\x10\0")
        },
        1 << 50,
    ),
    // A body without parts, and far to go in it.
    (|| endless(&[], b"", b"0123456789"), 1 << 50),
];

/// A request whose next read does not end.
fn begun(stream: Stream, asynchronous: bool) -> (Story, Handle) {
    let (serve, ahead) = stream;
    let story = Story::new(serve(), asynchronous);
    let request = story.get("/");
    set_option_u32(&request, INTERNET_OPTION_HTTP_DECODING, 1).expect("set");
    story.send(&request).expect("a head");
    seek(&request, ahead, FILE_BEGIN).expect("moved");
    (story, request)
}

/// Closing does not wait for the end of what has none.
#[test]
fn a_read_without_end_is_cancelled() {
    let cancelled = Err(ERROR_INTERNET_OPERATION_CANCELLED);
    for stream in STREAMS {
        let (story, request) = begun(stream, true);
        let recorder = story.client.recorder;
        let pending = start_read(&request, 10).expect("begun").pending();
        story.server.wait_requests(1);
        let begin = Instant::now();
        request.close().expect("an open handle");
        assert_eq!(pending.finish(recorder), cancelled);
        recorder.wait_closing();
        assert!(begin.elapsed() < SOON, "{:?}", begin.elapsed());

        let (story, request) = begun(stream, false);
        let (read, reading) = (Latch::new(), Latch::new());
        let begins = reading.clone();
        story
            .client
            .recorder
            .on(INTERNET_STATUS_RECEIVING_RESPONSE, move |_| {
                begins.release();
            });
        thread::scope(|scope| {
            scope.spawn(|| {
                let result = start_read(&request, 10).map(Read::done);
                assert_eq!(result, cancelled);
                read.release();
            });
            reading.wait();
            let begin = Instant::now();
            assert_eq!(close_value(request.value()), Ok(()));
            read.wait();
            assert!(begin.elapsed() < SOON, "{:?}", begin.elapsed());
        });
        request.leak();
    }
}

/// The same by the other ways to wait for bytes.
#[test]
fn a_wait_without_end_is_cancelled() {
    for stream in STREAMS {
        let (story, request) = begun(stream, true);
        let recorder = story.client.recorder;
        assert_eq!(available(&request), Err(ERROR_IO_PENDING));
        let read = start_read_ex(&request, 10, IRF_NO_WAIT, 0).expect("begun");
        let _untouched = read.pending();
        request.close().expect("an open handle");
        let cancelled = (0, ERROR_INTERNET_OPERATION_CANCELLED);
        assert_eq!(recorder.wait_complete(), cancelled);
        assert_eq!(recorder.wait_complete(), cancelled);
        recorder.wait_closing();
    }
}

/// One poller serves all requests.
#[test]
fn others_go_on_meanwhile() {
    for stream in STREAMS {
        let (story, request) = begun(stream, true);
        let pending = start_read(&request, 10).expect("begun").pending();
        let other = Story::new(Server::respond(|_| ok("other")), true);
        let begin = Instant::now();
        let fetched = other.get("/");
        other.send(&fetched).expect("sent");
        assert_eq!(other.read_all(&fetched), Ok(b"other".to_vec()));
        assert!(begin.elapsed() < SOON, "{:?}", begin.elapsed());
        request.close().expect("an open handle");
        assert!(pending.finish(story.client.recorder).is_err());
    }
}
