//! InternetReadFileEx: its flags, its length field, and IRF_NO_WAIT, which
//! forgets the caller's memory (section 4 of the contract).

mod support;

use std::ffi::c_void;
use std::ptr::{null_mut, slice_from_raw_parts_mut};

use support::reply::{chunked, head, ok};
use support::*;
use wininet::abi::*;
use wininet::ffi::*;

fn head_of(length: usize) -> Vec<u8> {
    head("200 OK", &[("Content-Length", &length.to_string())])
}

/// The struct for a read; what must not matter is garbage.
fn buffers(data: *mut c_void, length: usize) -> INTERNET_BUFFERSA {
    const GARBAGE: u32 = 0xEEEE_EEEE;
    INTERNET_BUFFERSA {
        dwStructSize: size_of::<INTERNET_BUFFERSA>() as u32,
        Next: GARBAGE as usize as *mut _,
        lpcszHeader: GARBAGE as usize as *mut _,
        dwHeadersLength: GARBAGE,
        dwHeadersTotal: GARBAGE,
        lpvBuffer: data,
        dwBufferLength: length as u32,
        dwBufferTotal: GARBAGE,
        dwOffsetLow: GARBAGE,
        dwOffsetHigh: GARBAGE,
    }
}

#[allow(unsafe_code)]
fn read_ex(request: &Handle, buffers: *mut INTERNET_BUFFERSA, flags: u32) -> Result<()> {
    // SAFETY: NULL, or a struct whose buffer is what it says.
    check(unsafe { InternetReadFileExA(request.raw(), buffers, flags, 0) })
}

/// The flags 0, IRF_ASYNC and IRF_SYNC change nothing: the session decides.
/// The length keeps the requested size while the read is pending.
#[test]
fn the_flags_zero_async_and_sync_are_alike() {
    for asynchronous in BOTH {
        for flags in [0, IRF_ASYNC, IRF_SYNC] {
            let latch = Latch::new();
            let script = Script::answer([&head_of(12)[..], b"01234"].concat())
                .pause(&latch)
                .send("56789ab");
            let story = Story::new(Server::script(script), asynchronous);
            let request = story.get("/");
            story.send(&request).expect("sent");
            story.told(FIRST);
            // At hand: TRUE, no notification.
            let read = start_read_ex(&request, 3, flags, 0).expect("TRUE").done();
            assert_eq!(read, b"012");
            story.told("");
            if asynchronous {
                let read = start_read_ex(&request, 7, flags, 0).expect("997").pending();
                assert_eq!(read.count(), 7);
                latch.release();
                let bytes = read.finish(story.client.recorder);
                assert_eq!(bytes.as_deref(), Ok(&b"3456789"[..]));
            } else {
                latch.release();
                let read = start_read_ex(&request, 7, flags, 0).expect("TRUE").done();
                assert_eq!(read, b"3456789");
            }
            story.told("RECEIVING RECEIVED COMPLETE");
            // The end: less than asked for, and then nothing.
            for rest in [&b"ab"[..], b""] {
                let read = start_read_ex(&request, 7, flags, 0).expect("TRUE").done();
                assert_eq!(read, rest);
            }
            story.close(request, "HANDLE_CLOSING");
        }
    }
}

/// The W form reads the same bytes: only a string that is not used differs.
#[allow(unsafe_code)]
#[test]
fn the_wide_form_reads_the_same() {
    for asynchronous in BOTH {
        let story = Story::new(Server::script(Script::answer(ok("body"))), asynchronous);
        let request = story.get("/");
        story.send(&request).expect("sent");
        let mut data = [b'.'; 6];
        let mut buffers = buffers(data.as_mut_ptr().cast(), data.len());
        let wide = (&raw mut buffers).cast::<INTERNET_BUFFERSW>();
        // SAFETY: the two structs have the same layout; the body is at hand.
        let read = check(unsafe { InternetReadFileExW(request.raw(), wide, 0, 0) });
        assert_eq!(read, Ok(()));
        assert_eq!((&data, buffers.dwBufferLength), (b"body..", 4));
    }
}

#[test]
fn a_wrong_struct_is_refused() {
    for asynchronous in BOTH {
        let story = Story::new(Server::script(Script::answer(ok("body"))), asynchronous);
        let request = story.get("/");
        story.send(&request).expect("sent");
        let refused = Err(ERROR_INVALID_PARAMETER);
        let mut data = [0_u8; 4];
        let right = size_of::<INTERNET_BUFFERSA>() as u32;
        for size in [0, 4, right - 1, right + 1, u32::MAX] {
            let mut wrong = buffers(data.as_mut_ptr().cast(), 4);
            wrong.dwStructSize = size;
            assert_eq!(read_ex(&request, &mut wrong, 0), refused, "{size}");
            assert_eq!(
                read_ex(&request, &mut wrong, IRF_NO_WAIT),
                refused,
                "{size}"
            );
            assert_eq!(wrong.dwBufferLength, 4);
        }
        assert_eq!(read_ex(&request, null_mut(), 0), refused);
        assert_eq!(read_ex(&request, &mut buffers(null_mut(), 4), 0), refused);
        let mut unknown = buffers(data.as_mut_ptr().cast(), 4);
        assert_eq!(read_ex(&request, &mut unknown, 0x8000_0000), refused);
        assert_eq!(data, [0; 4]);
        assert_eq!(story.read_all(&request), Ok(b"body".to_vec()));
        story.told(FIRST);
        story.close(request, "HANDLE_CLOSING");
    }
}

#[test]
fn a_buffer_of_length_zero_is_true() {
    for asynchronous in BOTH {
        let rest = Latch::new();
        let script = Script::answer(head_of(4)).pause(&rest).send("body");
        let story = Story::new(Server::script(script), asynchronous);
        let request = story.get("/");
        story.send(&request).expect("sent");
        story.told(FIRST);
        for flags in [0, IRF_ASYNC, IRF_SYNC, IRF_NO_WAIT] {
            let mut nothing = buffers(null_mut(), 0);
            assert_eq!(read_ex(&request, &mut nothing, flags), Ok(()));
            assert_eq!(nothing.dwBufferLength, 0);
        }
        story.told("");
        let read = story.read_held(&request, 100, &rest);
        assert_eq!(read.as_deref(), Ok(&b"body"[..]));
        story.told("RECEIVING RECEIVED COMPLETE");
        story.close(request, "HANDLE_CLOSING");
    }
}

/// IRF_NO_WAIT: anything at hand is given at once, with no notification.
#[test]
fn no_wait_gives_what_is_there() {
    for asynchronous in BOTH {
        let rest = Latch::new();
        let script = Script::answer([&head_of(10)[..], b"01234"].concat())
            .pause(&rest)
            .send("56789");
        let story = Story::new(Server::script(script), asynchronous);
        let request = story.get("/");
        story.send(&request).expect("sent");
        story.told(FIRST);
        for part in [&b"012"[..], b"34"] {
            let read = start_read_ex(&request, 3, IRF_NO_WAIT, 0).expect("TRUE");
            assert_eq!(read.done(), part);
        }
        story.told("");
        let read = story.read_held(&request, 5, &rest);
        assert_eq!(read.as_deref(), Ok(&b"56789"[..]));
        story.told("RECEIVING RECEIVED COMPLETE");
        let end = start_read_ex(&request, 3, IRF_NO_WAIT, 0).expect("TRUE");
        assert_eq!(end.done(), b"");
        story.close(request, "HANDLE_CLOSING");
    }
}

/// IRF_NO_WAIT with nothing at hand: 997, and from then on neither struct nor
/// buffer is looked at or written to, since they may lie on a stack that is
/// gone. The completion only says to call again.
#[allow(unsafe_code)]
#[test]
fn no_wait_forgets_the_callers_memory() {
    for _ in 0..20 {
        let latch = Latch::new();
        let script = Script::answer(head_of(5)).pause(&latch).send("01234");
        let story = Story::new(Server::script(script), true);
        let request = story.get("/");
        story.send(&request).expect("sent");
        story.told(FIRST);

        let data = slice_from_raw_parts_mut(Box::into_raw(Box::new([b'.'; 8])).cast::<u8>(), 8);
        let lent = Box::into_raw(Box::new(buffers(data.cast(), 8)));
        assert_eq!(read_ex(&request, lent, IRF_NO_WAIT), Err(ERROR_IO_PENDING));
        story.told("RECEIVING");
        // SAFETY: both are leaked, and the library has forgotten them: who
        // looks at the struct now finds a pointer to nothing.
        unsafe {
            assert_eq!(((*lent).dwBufferLength, &*data), (8, &b"........"[..]));
            *lent = buffers(0xBAD0 as *mut c_void, 0x0BAD_0BAD);
        }
        latch.release();
        assert_eq!(story.client.recorder.wait_complete(), (1, 0));
        let events = story.told("RECEIVED COMPLETE");
        assert_eq!(events[0].info, Info::Number(5));
        // SAFETY: as above.
        unsafe {
            let now = ((*lent).dwBufferLength, (*lent).lpvBuffer as usize, &*data);
            assert_eq!(now, (0x0BAD_0BAD, 0xBAD0, &b"........"[..]));
        }
        let read = start_read_ex(&request, 8, IRF_NO_WAIT, 0).expect("TRUE");
        assert_eq!(read.done(), b"01234");
        story.close(request, "HANDLE_CLOSING");
    }
}

/// A chunk that has come in part is given in part.
#[test]
fn no_wait_gives_parts_of_a_chunk() {
    let latch = Latch::new();
    let head = head("200 OK", &[("Transfer-Encoding", "chunked")]);
    let script = Script::answer([&head[..], b"a\r\n01234"].concat())
        .pause(&latch)
        .send("56789\r\n0\r\n\r\n");
    let story = Story::new(Server::script(script), true);
    let request = story.get("/");
    story.send(&request).expect("sent");
    story.told(FIRST);
    let part = start_read_ex(&request, 100, IRF_NO_WAIT, 0).expect("TRUE");
    assert_eq!(part.done(), b"01234");
    let again = start_read_ex(&request, 100, IRF_NO_WAIT, 0)
        .expect("997")
        .pending();
    latch.release();
    assert_eq!(story.client.recorder.wait_complete(), (1, 0));
    assert_eq!(again.count(), 100, "not written to");
    story.told("RECEIVING RECEIVED COMPLETE");
    let part = start_read_ex(&request, 100, IRF_NO_WAIT, 0).expect("TRUE");
    assert_eq!(part.done(), b"56789");
    let end = start_read_ex(&request, 100, IRF_NO_WAIT, 0).expect("TRUE");
    assert_eq!(end.done(), b"");
    story.close(request, "HANDLE_CLOSING");
}

/// The end of a close-delimited body completes an IRF_NO_WAIT too; the call
/// after it says that nothing is left.
#[test]
fn no_wait_hears_of_the_end() {
    let latch = Latch::new();
    let script = Script::answer(head("200 OK", &[])).pause(&latch).close();
    let story = Story::new(Server::script(script), true);
    let request = story.get("/");
    story.send(&request).expect("sent");
    story.told(FIRST);
    let pending = start_read_ex(&request, 100, IRF_NO_WAIT, 0)
        .expect("997")
        .pending();
    latch.release();
    assert_eq!(story.client.recorder.wait_complete(), (1, 0));
    assert_eq!(pending.count(), 100, "not written to");
    story.told("RECEIVING CLOSING CLOSED RECEIVED COMPLETE");
    let end = start_read_ex(&request, 100, IRF_NO_WAIT, 0).expect("TRUE");
    assert_eq!(end.done(), b"");
    story.close(request, "HANDLE_CLOSING");
}

/// What is left to a large buffer is told of like anything else: how much has come, and all of it is there for the call
/// after it. Where the rest is cut off, that is told once the bytes before it were given.
#[test]
fn no_wait_with_a_large_buffer_hears_of_what_has_come() {
    const ROOM: usize = 32 * 1024;
    let body: Vec<u8> = (0..3 * ROOM).map(|it| (it % 251) as u8).collect();
    for cut in [false, true] {
        let (first, rest) = body.split_at(ROOM / 2);
        let latches = [Latch::new(), Latch::new()];
        let script = Script::answer(head_of(body.len()))
            .pause(&latches[0])
            .send(first)
            .pause(&latches[1]);
        let script = match cut {
            true => script.close(),
            false => script.send(rest),
        };
        let story = Story::new(Server::script(script), true);
        let recorder = story.client.recorder;
        let request = story.get("/");
        story.send(&request).expect("sent");
        story.told(FIRST);
        let mut all = Vec::new();
        let mut latches = latches.iter();
        let failure = loop {
            match start_read_ex(&request, ROOM, IRF_NO_WAIT, 0) {
                Ok(Read::Done(piece)) if piece.is_empty() => break None,
                Ok(Read::Done(piece)) => all.extend(piece),
                Ok(Read::Pending(pending)) => {
                    story.told("RECEIVING");
                    if all.is_empty() || all.len() == first.len() {
                        latches.next().inspect(|it| it.release());
                    }
                    let (result, error) = recorder.wait_complete();
                    let events = story.told(match (result, cut) {
                        (0, true) => "CLOSING CLOSED COMPLETE",
                        _ => "RECEIVED COMPLETE",
                    });
                    assert_eq!(pending.count() as usize, ROOM, "not written to");
                    if result == 0 {
                        break Some(error);
                    }
                    assert!(
                        matches!(events[0].info, Info::Number(1..)),
                        "{:?}",
                        events[0].info
                    );
                }
                Err(error) => break Some(error),
            }
        };
        let (expected, came) = match cut {
            true => (Some(ERROR_INTERNET_CONNECTION_ABORTED), first),
            false => (None, &body[..]),
        };
        assert_eq!(failure, expected);
        assert!(all == came, "{} bytes", all.len());
    }
}

/// Each byte is told of once, also where a read of another kind takes what such a one has told of.
#[test]
fn what_a_large_buffer_was_told_of_is_not_told_again() {
    const HALF: usize = 20_000;
    let latches = [Latch::new(), Latch::new()];
    let script = Script::answer(head_of(2 * HALF))
        .pause(&latches[0])
        .send([b'a'; HALF])
        .pause(&latches[1])
        .send([b'b'; HALF]);
    let story = Story::new(Server::script(script), true);
    let request = story.get("/");
    story.send(&request).expect("sent");
    story.told(FIRST);
    let mut told = Vec::new();
    let mut note = |events: Vec<Event>| match events[0].info {
        Info::Number(count) => told.push(count as usize),
        ref other => panic!("{other:?}"),
    };
    let _first = start_read_ex(&request, 32 * 1024, IRF_NO_WAIT, 0)
        .expect("997")
        .pending();
    story.told("RECEIVING");
    latches[0].release();
    assert_eq!(story.client.recorder.wait_complete(), (1, 0));
    note(story.told("RECEIVED COMPLETE"));
    let pending = start_read_ex(&request, 2 * HALF, 0, 0)
        .expect("997")
        .pending();
    story.told("RECEIVING");
    latches[1].release();
    let bytes = pending.finish(story.client.recorder).expect("the body");
    note(story.told("RECEIVED COMPLETE"));
    assert_eq!(bytes, [[b'a'; HALF], [b'b'; HALF]].concat());
    assert_eq!(told.iter().sum::<usize>(), 2 * HALF, "{told:?}");
    story.close(request, "HANDLE_CLOSING");
}

/// A body read by IRF_NO_WAIT alone is whole, whatever its framing and however
/// it comes.
#[test]
fn a_body_read_without_waiting_is_whole() {
    let body = "0123456789abcdefghijklmnopqrstuvwxyz";
    let pieces: Vec<&str> = (0..6).map(|n| &body[6 * n..6 * n + 6]).collect();
    let answers = [ok(body), chunked(&pieces)];
    for (answer, size) in answers
        .iter()
        .flat_map(|it| [1, 7, 100].map(|size| (it, size)))
    {
        let script = Script::new().read_request().send_slowly(answer.clone(), 5);
        let story = Story::new(Server::script(script), true);
        let request = story.get("/");
        story.send(&request).expect("sent");
        let mut all = Vec::new();
        loop {
            match start_read_ex(&request, size, IRF_NO_WAIT, 0).expect("no failure") {
                Read::Done(piece) if piece.is_empty() => break,
                Read::Done(piece) => all.extend(piece),
                Read::Pending(pending) => {
                    assert_eq!(story.client.recorder.wait_complete(), (1, 0));
                    assert_eq!(pending.count() as usize, size, "not written to");
                }
            }
        }
        assert_eq!(all, body.as_bytes());
        story.client.recorder.assert_sound();
    }
}

/// Synchronously there is no completion that could say to call again, so
/// IRF_NO_WAIT waits for something, and gives that.
#[test]
fn a_synchronous_no_wait_waits_for_something() {
    let script = Script::answer(head_of(10)).send_slowly("0123456789", 4);
    let story = Story::new(Server::script(script), false);
    let request = story.get("/");
    story.send(&request).expect("sent");
    let mut all = Vec::new();
    while all.len() < 10 {
        let read = start_read_ex(&request, 100, IRF_NO_WAIT, 0).expect("TRUE");
        let piece = read.done();
        assert_ne!(piece, b"");
        all.extend(piece);
    }
    assert_eq!(all, b"0123456789");
    let end = start_read_ex(&request, 100, IRF_NO_WAIT, 0).expect("TRUE");
    assert_eq!(end.done(), b"");
}
