//! Many threads read bodies in every framing and coding, whole, cut and stalled, in
//! every way there is, forwards and backwards; handles are sent again and closed in
//! the middle. What is read is right, and everything ends.

mod support;

use std::thread;
use std::time::{Duration, Instant};

use support::coding::every;
use support::random::{seed, Random};
use support::reply::{chunk, head, Request};
use support::seeking::{numbered, part_of, seek};
use support::*;
use wininet::abi::*;

const THREADS: usize = 8;
const BODIES: usize = 6;
const CALLS: usize = 12;
const SIZES: [usize; 4] = [0, 700, 40_000, 700_000];
/// What a server does with the bytes of an answer.
const FAULTS: [&str; 6] = ["whole", "whole", "whole", "cut", "reset", "stalled"];
/// Milliseconds that a stalled server is waited for.
const TIMEOUT: u32 = 100;
/// And any other: a busy machine, or a sanitizer, takes its time.
const PLENTY: u32 = 600_000;

/// What the target of a request asks for: "/size/framing/coding/fault".
struct Wanted {
    content: Vec<u8>,
    framing: String,
    coding: usize,
    fault: String,
}

impl Wanted {
    fn of(request: &Request) -> Self {
        let target = request.target();
        let parts: Vec<&str> = target.split('/').collect();
        Self {
            content: numbered(parts[1].parse().expect("a size")),
            framing: parts[2].to_owned(),
            coding: parts[3].parse().expect("a number"),
            fault: parts[4].to_owned(),
        }
    }

    fn answer(&self, request: &Request) -> Vec<u8> {
        let (name, body) = match self.coding {
            0 if self.framing == "parts" => return part_of(&self.content, "\"x\"", request),
            0 => ("identity", self.content.clone()),
            number => every(&self.content).swap_remove(number - 1),
        };
        let encoding = ("Content-Encoding", name);
        let length = body.len().to_string();
        match self.framing.as_str() {
            "chunks" => {
                let head = head("200 OK", &[encoding, ("Transfer-Encoding", "chunked")]);
                let chunks: Vec<u8> = body.chunks(1 + body.len() / 7).flat_map(chunk).collect();
                [&head[..], &chunks, b"0\r\n\r\n"].concat()
            }
            "close" => [head("200 OK", &[encoding, ("Connection", "close")]), body].concat(),
            _ => [
                head("200 OK", &[encoding, ("Content-Length", &length)]),
                body,
            ]
            .concat(),
        }
    }
}

fn server() -> Server {
    Server::serve(|connection| loop {
        let Ok(request) = connection.read_request() else {
            return Ok(());
        };
        let wanted = Wanted::of(&request);
        let bytes = wanted.answer(&request);
        let head = bytes
            .windows(4)
            .position(|it| it == b"\r\n\r\n")
            .map_or(0, |at| at + 4);
        let part = &bytes[..head + (bytes.len() - head) / 2];
        // Who closes early is no news.
        let is_over = match wanted.fault.as_str() {
            "cut" => {
                let _ = connection.send(part);
                true
            }
            "reset" => {
                let _ = connection.send(part);
                return connection.reset().or(Ok(()));
            }
            "stalled" => {
                let _ = connection.send(part);
                return connection.hold().or(Ok(()));
            }
            _ => connection.send(&bytes).is_err() || wanted.framing == "close",
        };
        if is_over {
            return Ok(());
        }
    })
}

/// One call that reads; `None`: call again.
fn read(story: &Story, request: &Handle, random: &mut Random) -> Result<Option<Vec<u8>>> {
    let size = [0, 1, 100, 5_000, 100_000][random.below(5)];
    match random.below(4) {
        0 => {
            story.available(request)?;
            Ok(None)
        }
        1 => match start_read_ex(request, size.max(1), IRF_NO_WAIT, 0)? {
            Read::Done(bytes) => Ok(Some(bytes)),
            Read::Pending(pending) => match story.client.recorder.wait_complete() {
                (0, error) => Err(error),
                _ => {
                    drop(pending.take());
                    Ok(None)
                }
            },
        },
        2 => start_read_ex(request, size, 0, 0)?
            .finish(story.client.recorder)
            .map(Some),
        _ => story.read(request, size).map(Some),
    }
}

/// One body; gives what went wrong with it, if anything did.
fn body(story: &Story, random: &mut Random) {
    let size = SIZES[random.below(SIZES.len())];
    let framing = ["length", "parts", "chunks", "close"][random.below(4)];
    let coding = random.below(1 + every(b"").len());
    let fault = FAULTS[random.below(FAULTS.len())];
    let target = format!("/{size}/{framing}/{coding}/{fault}");
    let content = numbered(size);
    let request = story.get(&target);
    set_option_u32(&request, INTERNET_OPTION_HTTP_DECODING, 1).expect("set");
    let (head, rest) = match fault {
        "stalled" => (TIMEOUT * 50, TIMEOUT),
        _ => (PLENTY, PLENTY),
    };
    set_option_u32(&request, INTERNET_OPTION_RECEIVE_TIMEOUT, head).expect("set");
    set_option_u32(&request, INTERNET_OPTION_DATA_RECEIVE_TIMEOUT, rest).expect("set");
    let value = request.value();
    let closer = (random.below(4) == 0).then(|| {
        let pause = Duration::from_micros(random.below(20_000) as u64);
        thread::spawn(move || {
            thread::sleep(pause);
            let _closed_or_not = close_value(value);
        })
    });
    let is_sound = fault == "whole" && closer.is_none();
    let mut sent = story.send(&request);
    let mut at = 0_u64;
    for _ in 0..CALLS {
        if sent.is_err() {
            break;
        }
        match random.below(8) {
            0 => {
                sent = story.send(&request);
                at = 0;
            }
            1 => {
                let to = random.below(size + 1000) as i64;
                match seek(&request, to, FILE_BEGIN) {
                    Ok(place) => at = place,
                    Err(error) => assert!(!is_sound, "{target}: {error}"),
                }
            }
            _ => match read(story, &request, random) {
                Ok(None) => {}
                Ok(Some(bytes)) => {
                    let from = (at as usize).min(size);
                    let right = content[from..].starts_with(&bytes);
                    assert!(right, "{target}: {} bytes at {at}", bytes.len());
                    at += bytes.len() as u64;
                }
                Err(error) => assert!(!is_sound, "{target} at {at}: {error}"),
            },
        }
    }
    assert!(!is_sound || sent.is_ok(), "{target}: {sent:?}");
    drop(request);
    if let Some(closer) = closer {
        closer.join().expect("no panic");
    }
}

#[test]
fn what_is_read_is_right_and_everything_ends() {
    let (seed, server) = (seed(), server());
    // For a longer storm.
    let seconds = std::env::var("WININET_TEST_SECONDS").ok();
    let seconds = seconds
        .and_then(|it| it.parse().ok())
        .map(Duration::from_secs);
    let begin = Instant::now();
    allow_connections(5); // fewer than there are threads
    thread::scope(|scope| {
        for number in 0..THREADS {
            let port = server.port();
            scope.spawn(move || {
                let mut random = Random::new(seed.wrapping_add(number as u64));
                let mut count = 0;
                while count < BODIES || seconds.is_some_and(|it| begin.elapsed() < it) {
                    count += 1;
                    let asynchronous = random.below(2) == 0;
                    let client = Client::to_port(asynchronous, port);
                    let recorder = client.recorder;
                    let unused = Server::respond(|_| Vec::new());
                    let story = Story::with(unused, client, asynchronous);
                    body(&story, &mut random);
                    recorder.wait_closing();
                    recorder.wait_idle();
                    recorder.assert_sound();
                    assert_eq!(recorder.overlaps(), [""; 0]);
                    assert_eq!(recorder.count(INTERNET_STATUS_HANDLE_CLOSING), 1);
                }
            });
        }
    });
}
