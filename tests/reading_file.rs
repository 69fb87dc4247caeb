//! InternetReadFile: when it is TRUE at once, when it is pending, and what of
//! the caller's memory is written when (section 4 of the contract).

mod support;

use std::cell::Cell;
use std::ptr::{null_mut, slice_from_raw_parts_mut};

use support::reply::{head, ok};
use support::*;
use wininet::abi::*;
use wininet::ffi::*;

/// A head that announces so many bytes.
fn head_of(length: usize) -> Vec<u8> {
    head("200 OK", &[("Content-Length", &length.to_string())])
}

/// A buffer and a count, given back never: a read that failed the test may
/// still write to them.
struct Memory {
    data: *mut [u8],
    count: *mut u32,
}

#[allow(unsafe_code)]
impl Memory {
    fn new(size: usize) -> Self {
        let data = kept(vec![Cell::new(b'.'); size]);
        Self {
            data: slice_from_raw_parts_mut(data.as_ptr().cast_mut().cast(), size),
            count: kept(Cell::new(0xDEAD_BEEF)).as_ptr(),
        }
    }

    /// The two from their addresses, for closures that go to other threads.
    fn at(&self) -> (usize, usize, usize) {
        (
            self.data.cast::<u8>() as usize,
            self.data.len(),
            self.count as usize,
        )
    }

    fn of((data, size, count): (usize, usize, usize)) -> Self {
        Self {
            data: slice_from_raw_parts_mut(data as *mut u8, size),
            count: count as *mut u32,
        }
    }

    fn text(&self) -> String {
        // SAFETY: leaked, and nobody writes while a test looks.
        String::from_utf8_lossy(unsafe { &*self.data }).into_owned()
    }

    fn count(&self) -> u32 {
        // SAFETY: leaked; volatile, since the library writes it later.
        unsafe { self.count.read_volatile() }
    }

    fn read(&self, request: &Handle) -> Result<()> {
        let size = self.data.len() as u32;
        // SAFETY: leaked memory of that size.
        check(unsafe { InternetReadFile(request.raw(), self.data.cast(), size, self.count) })
    }
}

#[allow(unsafe_code)]
#[test]
fn null_arguments_are_refused() {
    for asynchronous in BOTH {
        let story = Story::new(Server::script(Script::answer(ok("body"))), asynchronous);
        let request = story.get("/");
        story.send(&request).expect("sent");
        let (mut byte, mut count) = (0_u8, 7);
        let buffer = (&raw mut byte).cast();
        // SAFETY: NULL, or memory of the size that is passed.
        let results = unsafe {
            [
                check(InternetReadFile(request.raw(), null_mut(), 1, &mut count)),
                check(InternetReadFile(request.raw(), null_mut(), 0, &mut count)),
                check(InternetReadFile(request.raw(), buffer, 1, null_mut())),
                check(InternetReadFile(request.raw(), buffer, 0, null_mut())),
            ]
        };
        assert_eq!(results, [Err(ERROR_INVALID_PARAMETER); 4]);
        // Nothing was taken.
        assert_eq!(story.read_all(&request), Ok(b"body".to_vec()));
        story.told(FIRST);
        story.close(request, "HANDLE_CLOSING");
    }
}

#[test]
fn a_read_of_nothing_is_true() {
    for asynchronous in BOTH {
        let rest = Latch::new();
        let script = Script::answer(head_of(4)).pause(&rest).send("body");
        let story = Story::new(Server::script(script), asynchronous);
        let request = story.get("/");
        story.send(&request).expect("sent");
        story.told(FIRST);
        // Before anything has come as well as after the end.
        assert_eq!(start_read(&request, 0).expect("TRUE").done(), b"");
        let read = story.read_held(&request, 4, &rest);
        assert_eq!(read.as_deref(), Ok(&b"body"[..]));
        assert_eq!(start_read(&request, 0).expect("TRUE").done(), b"");
        story.told("RECEIVING RECEIVED COMPLETE");
        story.close(request, "HANDLE_CLOSING");
    }
}

#[test]
fn there_is_nothing_to_read_before_the_head() {
    for asynchronous in BOTH {
        let story = Story::new(Server::script(Script::new().read_request()), asynchronous);
        let request = story.get("/");
        let early = start_read(&request, 1).err();
        assert_eq!(early, Some(ERROR_INTERNET_INCORRECT_HANDLE_STATE));
        assert_eq!(
            available(&request),
            Err(ERROR_INTERNET_INCORRECT_HANDLE_STATE)
        );
        if asynchronous {
            assert_eq!(send(&request), Err(ERROR_IO_PENDING));
            story.server.wait_requests(1);
            let early = start_read(&request, 1).err();
            assert_eq!(early, Some(ERROR_INTERNET_INCORRECT_HANDLE_STATE));
        }
        for other in [&story.client.session, &story.client.connection] {
            let wrong = start_read(other, 1).err();
            assert_eq!(wrong, Some(ERROR_INTERNET_INCORRECT_HANDLE_TYPE));
        }
    }
}

/// Synchronously: one read takes as many pieces as it needs.
#[test]
fn a_synchronous_read_blocks_until_the_buffer_is_full() {
    let script = Script::answer(head_of(10)).send_slowly("0123456789", 1);
    let story = Story::new(Server::script(script), false);
    let request = story.get("/");
    story.send(&request).expect("sent");
    story.told(FIRST);
    assert_eq!(story.read(&request, 7), Ok(b"0123456".to_vec()));
    assert_eq!(story.read(&request, 7), Ok(b"789".to_vec()));
    let names = story.client.recorder.names().join(" ");
    assert!(
        names.ends_with("RECEIVING RECEIVED RECEIVING RECEIVED"),
        "{names}"
    );
    for _ in 0..2 {
        assert_eq!(story.read(&request, 7), Ok(vec![]));
        assert_eq!(last_error(), 0);
    }
    story.told("RECEIVING RECEIVED RECEIVING RECEIVED");
}

/// Asynchronously: what is there is copied at once, the count stays 0, and the
/// completion waits for the whole size; buffer and count are right before it.
#[test]
fn a_pending_read_completes_when_its_buffer_is_full() {
    let latches = [Latch::new(), Latch::new(), Latch::new()];
    let sent = [Latch::new(), Latch::new()];
    let script = Script::answer([&head_of(14)[..], b"01234"].concat())
        .pause(&latches[0])
        .send("567")
        .signal(&sent[0])
        .pause(&latches[1])
        .send("89a")
        .signal(&sent[1])
        .pause(&latches[2])
        .send("bcd");
    let story = Story::new(Server::script(script), true);
    let request = story.get("/");
    story.send(&request).expect("sent");
    story.told(FIRST);
    let memory = Memory::new(12);
    let at = memory.at();
    let seen = Latch::new();
    let seen_in_callback = seen.clone();
    story
        .client
        .recorder
        .on(INTERNET_STATUS_REQUEST_COMPLETE, move |_| {
            let memory = Memory::of(at);
            assert_eq!(
                (memory.text().as_str(), memory.count()),
                ("0123456789ab", 12)
            );
            seen_in_callback.release();
        });
    assert_eq!(memory.read(&request), Err(ERROR_IO_PENDING));
    assert_eq!(memory.count(), 0);
    assert_eq!(memory.text(), "01234.......");
    story.told("RECEIVING");
    for (latch, sent) in latches.iter().zip(&sent) {
        latch.release();
        sent.wait();
        assert_eq!(memory.count(), 0);
        story.told("");
    }
    assert_eq!(
        story
            .client
            .recorder
            .count(INTERNET_STATUS_REQUEST_COMPLETE),
        1
    );
    latches[2].release();
    assert_eq!(story.client.recorder.wait_complete(), (1, 0));
    seen.wait();
    story.told("RECEIVED COMPLETE");
    assert_eq!(story.read(&request, 100), Ok(b"cd".to_vec()));
    story.told("");
    story.close(request, "HANDLE_CLOSING");
}

/// The end of the body completes it too, with what came.
#[test]
fn a_pending_read_completes_at_the_end() {
    let latch = Latch::new();
    let script = Script::answer(head_of(5)).pause(&latch).send("01234");
    let story = Story::new(Server::script(script), true);
    let request = story.get("/");
    story.send(&request).expect("sent");
    let memory = Memory::new(12);
    assert_eq!(memory.read(&request), Err(ERROR_IO_PENDING));
    latch.release();
    assert_eq!(story.client.recorder.wait_complete(), (1, 0));
    assert_eq!(
        (memory.text().as_str(), memory.count()),
        ("01234.......", 5)
    );
}

/// What is on the socket is as good as what is in memory: TRUE at once, no
/// completion, RECEIVING and RECEIVED on the caller. Whether all of it has
/// arrived when the test reads is the system's, so it may try again.
#[test]
fn a_read_that_the_socket_can_fill_is_true_at_once() {
    const ALL: usize = 200_000;
    for _ in 0..100 {
        let sent = Latch::new();
        let script = Script::answer([head_of(ALL), vec![b'b'; ALL]].concat()).signal(&sent);
        let story = Story::new(Server::script(script), true);
        let request = story.get("/");
        story.send(&request).expect("sent");
        story.told(FIRST);
        sent.wait();
        story.client.recorder.wait_idle();
        // More than came along with the head.
        let Read::Done(bytes) = start_read(&request, 80_000).expect("no failure") else {
            story.client.recorder.wait_complete();
            continue;
        };
        assert_eq!(bytes, vec![b'b'; 80_000]);
        let events = story.told("RECEIVING RECEIVED");
        let me = std::thread::current().id();
        if events.iter().all(|event| event.thread == me) {
            return;
        }
        // The callback before was not quite through: its thread told these.
    }
    panic!("never at once on the caller");
}

/// Reads while one is pending wait for their turn, each with its completion;
/// so does InternetQueryDataAvailable.
#[test]
fn reads_while_one_is_pending_take_their_turns() {
    let latch = Latch::new();
    let body = "0123456789abcdefghij";
    let script = Script::answer(head_of(body.len()))
        .pause(&latch)
        .send_slowly(body, 3);
    let story = Story::new(Server::script(script), true);
    let request = story.get("/");
    story.send(&request).expect("sent");
    story.told(FIRST);
    let recorder = story.client.recorder;
    let reads: Vec<PendingRead> = [5, 7, 2, 100]
        .map(|size| start_read(&request, size).expect("997").pending())
        .into();
    assert_eq!(available(&request), Err(ERROR_IO_PENDING));
    latch.release();
    for _ in &reads {
        assert_eq!(recorder.wait_complete(), (1, 0));
    }
    assert_eq!(
        recorder.wait_complete(),
        (1, 0),
        "none is available at the end"
    );
    let parts: Vec<Vec<u8>> = reads.into_iter().map(PendingRead::take).collect();
    assert_eq!(parts, [&b"01234"[..], b"56789ab", b"cd", b"efghij"]);
    let recorder = story.client.recorder;
    assert_eq!(recorder.count(INTERNET_STATUS_RECEIVING_RESPONSE), 1 + 5);
    assert_eq!(recorder.count(INTERNET_STATUS_RESPONSE_RECEIVED), 1 + 5);
    request.close().expect("closed");
    recorder.wait_closing();
    assert_eq!(recorder.count(INTERNET_STATUS_REQUEST_COMPLETE), 1 + 5);
    recorder.assert_sound();
}

/// Every way to cut a body into reads gives the same bytes.
#[test]
fn any_size_of_reads_gives_the_same_body() {
    let body: String = ('!'..='~').collect();
    for asynchronous in BOTH {
        for size in [1, 2, 3, 50, 93, 94, 95, 1000] {
            let script = Script::answer(head_of(body.len())).send_slowly(body.as_str(), 17);
            let story = Story::new(Server::script(script), asynchronous);
            let request = story.get("/");
            story.send(&request).expect("sent");
            let mut all = Vec::new();
            loop {
                let piece = story.read(&request, size).expect("read");
                all.extend_from_slice(&piece);
                if piece.is_empty() {
                    break;
                }
                let left = body.len() - (all.len() - piece.len());
                assert_eq!(piece.len(), size.min(left), "the whole buffer is filled");
            }
            assert_eq!(all, body.as_bytes());
        }
    }
}
