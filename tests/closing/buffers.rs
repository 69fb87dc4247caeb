//! After InternetCloseHandle has returned, nothing of the caller's is written:
//! buffers, counts and structs may be freed or used for something else.

use std::cell::UnsafeCell;
use std::sync::atomic::{fence, Ordering};
use std::time::{Duration, Instant};

use crate::support::reply::head;
use crate::support::*;
use wininet::abi::*;
use wininet::ffi::*;

const MARK: u8 = 0xEE;
const SIZE: usize = 4096;

/// What a call is lent. Kept, so that a late write is seen and does no harm.
struct Lent {
    bytes: [u8; SIZE],
    count: u32,
    buffers: INTERNET_BUFFERSA,
}

impl Lent {
    fn new() -> *mut Self {
        let lent = kept(UnsafeCell::new(Self {
            bytes: [0; SIZE],
            count: 0,
            buffers: INTERNET_BUFFERSA {
                dwStructSize: size_of::<INTERNET_BUFFERSA>() as u32,
                Next: std::ptr::null_mut(),
                lpcszHeader: std::ptr::null(),
                dwHeadersLength: 0,
                dwHeadersTotal: 0,
                lpvBuffer: std::ptr::null_mut(),
                dwBufferLength: SIZE as u32,
                dwBufferTotal: 0,
                dwOffsetLow: 0,
                dwOffsetHigh: 0,
            },
        }))
        .get();
        // SAFETY: just made; the struct points into it, and it never moves.
        unsafe { (*lent).buffers.lpvBuffer = (&raw mut (*lent).bytes).cast() };
        lent
    }

    /// Fills all of it with marks.
    unsafe fn mark(lent: *mut Self) {
        // SAFETY: the caller's promise: it is alive. Any bytes make these types.
        unsafe { lent.cast::<u8>().write_bytes(MARK, size_of::<Self>()) };
        fence(Ordering::SeqCst);
    }

    /// Whether every byte is still a mark.
    unsafe fn is_marked(lent: *const Self) -> bool {
        let bytes = lent.cast::<u8>();
        // SAFETY: as above; volatile, since a bug would write behind our back.
        (0..size_of::<Self>()).all(|at| unsafe { bytes.add(at).read_volatile() } == MARK)
    }
}

type Start = unsafe fn(HINTERNET, *mut Lent) -> BOOL;

unsafe fn read_file(request: HINTERNET, lent: *mut Lent) -> BOOL {
    // SAFETY: what is lent lives for ever, here and below.
    unsafe {
        let bytes = (&raw mut (*lent).bytes).cast();
        InternetReadFile(request, bytes, SIZE as u32, &raw mut (*lent).count)
    }
}

unsafe fn read_file_ex(request: HINTERNET, lent: *mut Lent) -> BOOL {
    // SAFETY: as above.
    unsafe { InternetReadFileExA(request, &raw mut (*lent).buffers, 0, 0) }
}

unsafe fn read_at_hand(request: HINTERNET, lent: *mut Lent) -> BOOL {
    // SAFETY: as above.
    unsafe { InternetReadFileExA(request, &raw mut (*lent).buffers, IRF_NO_WAIT, 0) }
}

unsafe fn ask(request: HINTERNET, lent: *mut Lent) -> BOOL {
    // SAFETY: as above.
    unsafe { InternetQueryDataAvailable(request, &raw mut (*lent).count, 0, 0) }
}

const READS: [(&str, Start); 4] = [
    ("InternetReadFile", read_file),
    ("InternetReadFileEx", read_file_ex),
    ("IRF_NO_WAIT", read_at_hand),
    ("InternetQueryDataAvailable", ask),
];

/// Async: the close comes first, the rest of the body afterwards.
#[test]
fn data_that_comes_after_the_close_goes_nowhere() {
    for (name, start) in READS {
        let go = Latch::new();
        let head = head("200 OK", &[("Content-Length", "9000")]);
        let script = Script::answer(head).pause(&go).send([b'x'; 9000]);
        let server = Server::script(script);
        let client = Client::asynchronous(&server);
        let request = client.get("/");
        client.send(&request).expect("a head");
        let lent = Lent::new();
        // SAFETY: what is lent lives for ever.
        let started = unsafe { start(request.raw(), lent) };
        assert_eq!((started, last_error()), (FALSE, ERROR_IO_PENDING), "{name}");
        request.close().expect("closes");
        // SAFETY: as above.
        unsafe { Lent::mark(lent) };
        go.release();
        let complete = (0, ERROR_INTERNET_OPERATION_CANCELLED);
        assert_eq!(client.recorder.wait_complete(), complete, "{name}");
        client.recorder.wait_closing();
        server.wait_ended(1);
        // SAFETY: as above.
        assert!(unsafe { Lent::is_marked(lent) }, "{name}");
    }
}

/// Async: the close races with the data, at random distances. Whatever wins, the
/// operation completes once, and after the close nothing is written.
#[test]
fn data_that_races_with_the_close_is_written_before_it_or_never() {
    let seed = random::seed();
    let mut random = random::Random::new(seed);
    let server = Server::serve(|connection| {
        connection.read_request()?;
        connection.send(head("200 OK", &[("Content-Length", "4096")]))?;
        // The client reads now; its close is on its way as well.
        for _ in 0..64 {
            if connection.send([b'x'; 64]).is_err() {
                break;
            }
        }
        connection.hold()
    });
    for _ in 0..150 {
        let client = Client::asynchronous(&server);
        let request = client.get("/");
        client.send(&request).expect("a head");
        let lent = Lent::new();
        let (name, start) = READS[random.below(READS.len())];
        // SAFETY: what is lent lives for ever.
        let started = unsafe { start(request.raw(), lent) };
        let is_pending = started == FALSE;
        let until = Instant::now() + Duration::from_micros(random.below(300) as u64);
        while Instant::now() < until {
            std::hint::spin_loop();
        }
        request.close().expect("closes");
        // SAFETY: as above.
        unsafe { Lent::mark(lent) };
        client.recorder.wait_closing();
        client.recorder.wait_idle();
        client.recorder.assert_sound();
        let completions = client.recorder.count(INTERNET_STATUS_REQUEST_COMPLETE);
        assert_eq!(
            completions,
            1 + usize::from(is_pending),
            "{name}, seed {seed}"
        );
        // SAFETY: as above.
        assert!(unsafe { Lent::is_marked(lent) }, "{name}, seed {seed}");
    }
}

/// Sync: the same from another thread: when the blocked call has returned with
/// 12017, the buffer is the caller's again.
#[test]
fn a_blocked_read_leaves_the_buffer_alone_when_it_returns() {
    for (name, start) in READS {
        let go = Latch::new();
        let head = head("200 OK", &[("Content-Length", "9000")]);
        let script = Script::answer(head).pause(&go).send([b'x'; 9000]);
        let server = Server::script(script);
        let client = Client::sync(&server);
        let request = client.get("/");
        client.send(&request).expect("a head");
        client.recorder.take_names();
        let (value, lent) = (request.leak(), Lent::new() as usize);
        let reader = std::thread::spawn(move || {
            // SAFETY: what is lent lives for ever.
            check(unsafe { start(value as HINTERNET, lent as *mut Lent) })
        });
        // The second one is the read's.
        client.recorder.wait_for(INTERNET_STATUS_RECEIVING_RESPONSE);
        client.recorder.wait_for(INTERNET_STATUS_RECEIVING_RESPONSE);
        close_value(value).expect("closes");
        let result = reader.join().expect("no panic");
        assert_eq!(result, Err(ERROR_INTERNET_OPERATION_CANCELLED), "{name}");
        // SAFETY: as above.
        unsafe { Lent::mark(lent as *mut Lent) };
        go.release();
        server.wait_ended(1);
        // SAFETY: as above.
        assert!(unsafe { Lent::is_marked(lent as *const Lent) }, "{name}");
    }
}

/// A body that is being sent is copied: the caller's may go as soon as the call
/// has returned, and the wire still says what it said.
#[test]
fn a_body_is_sent_as_it_was_when_the_call_returned() {
    let read = Latch::new();
    let script = Script::new().read_head().pause(&read).read_body();
    let server = Server::script(script.send(reply::ok("thanks")));
    let client = Client::asynchronous(&server);
    let request = client.request("POST", "/", 0);
    let mut body = vec![b'a'; 8 << 20];
    let at = body.as_mut_ptr().cast();
    // SAFETY: so many readable bytes.
    let sent =
        unsafe { HttpSendRequestA(request.raw(), std::ptr::null(), 0, at, body.len() as u32) };
    assert_eq!((sent, last_error()), (FALSE, ERROR_IO_PENDING));
    body.fill(b'b');
    drop(body);
    read.release();
    assert_eq!(client.recorder.wait_complete(), (1, 0));
    let came = &server.recorded()[0].body;
    assert_eq!(came.len(), 8 << 20);
    assert!(came.iter().all(|&byte| byte == b'a'));
}
