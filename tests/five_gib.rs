//! Bodies of 5 GiB, which no DWORD counts, down and up: every byte right, every
//! progress number exact, and the program small. Nothing is stored: both sides
//! make the bytes and compare.
//!
//! The client is a program of its own, since it is its memory that counts.
#![allow(missing_docs)]

#[path = "c/harness.rs"]
mod harness;

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::thread::JoinHandle;

use harness::{compile, describe, start, Link, Run};

const SIZE: u64 = 5 << 30;
const PERIOD: usize = 1_000_003;
const PIECE: usize = 1 << 20;
/// In KiB.
const MEMORY: u64 = 32 * 1024;

/// What there is at any place of the body, and a piece beyond.
fn content() -> Vec<u8> {
    let mut state = 1_u32;
    let made = (0..PERIOD).map(|_| {
        state = state.wrapping_mul(1_103_515_245).wrapping_add(12345);
        (state >> 24) as u8
    });
    let mut content: Vec<u8> = made.collect();
    for at in 0..PIECE {
        content.push(content[at]);
    }
    content
}

/// One connection that is served in a thread of its own.
struct Peer {
    port: u16,
    thread: JoinHandle<io::Result<u64>>,
}

impl Peer {
    /// What `talk` returns is how many bytes of progress it expects.
    fn new(talk: fn(&mut Wire) -> io::Result<u64>) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
        let port = listener.local_addr().expect("its address").port();
        let thread = std::thread::spawn(move || {
            let stream = listener.accept()?.0;
            let reader = BufReader::with_capacity(PIECE, stream.try_clone()?);
            let content = content();
            let mut wire = Wire {
                stream,
                reader,
                content,
                at: 0,
            };
            talk(&mut wire)
        });
        Self { port, thread }
    }
}

struct Wire {
    stream: TcpStream,
    reader: BufReader<TcpStream>,
    content: Vec<u8>,
    /// How far the body is.
    at: u64,
}

impl Wire {
    /// The length of the request's head.
    fn read_head(&mut self) -> io::Result<u64> {
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            self.reader.read_until(b'\n', &mut head)?;
        }
        Ok(head.len() as u64)
    }

    /// The next bytes of the body, at most a piece.
    fn next(&mut self) -> &[u8] {
        let from = (self.at % PERIOD as u64) as usize;
        let count = (SIZE - self.at).min(PIECE as u64) as usize;
        self.at += count as u64;
        &self.content[from..from + count]
    }

    /// Reads so many bytes of the body and compares them.
    fn check(&mut self, count: u64) -> io::Result<()> {
        let end = self.at + count;
        while self.at < end {
            let from = (self.at % PERIOD as u64) as usize;
            let bytes = self.reader.fill_buf()?;
            let count = bytes.len().min((end - self.at) as usize);
            if count == 0 || bytes[..count] != self.content[from..from + count] {
                return Err(io::Error::other(format!("wrong behind {}", self.at)));
            }
            self.reader.consume(count);
            self.at += count as u64;
        }
        Ok(())
    }

    fn thank(&mut self) -> io::Result<()> {
        let mut stream = &self.stream;
        stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nright")?;
        // Until the client closes.
        self.reader.read(&mut [0]).map(drop)
    }
}

fn send_with_length(wire: &mut Wire) -> io::Result<u64> {
    wire.read_head()?;
    let mut stream = wire.stream.try_clone()?;
    let head = format!("HTTP/1.1 200 OK\r\nContent-Length: {SIZE}\r\n\r\n");
    stream.write_all(head.as_bytes())?;
    while wire.at < SIZE {
        stream.write_all(wire.next())?;
    }
    Ok(head.len() as u64 + SIZE)
}

fn send_in_chunks(wire: &mut Wire) -> io::Result<u64> {
    wire.read_head()?;
    let mut stream = wire.stream.try_clone()?;
    let head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    stream.write_all(head.as_bytes())?;
    let mut framing = head.len();
    while wire.at < SIZE {
        let chunk = wire.next();
        let size = format!("{:x}\r\n", chunk.len());
        framing += size.len() + 2;
        stream.write_all(size.as_bytes())?;
        stream.write_all(chunk)?;
        stream.write_all(b"\r\n")?;
    }
    stream.write_all(b"0\r\n\r\n")?;
    Ok((framing + 5) as u64 + SIZE)
}

fn take_with_length(wire: &mut Wire) -> io::Result<u64> {
    let head = wire.read_head()?;
    wire.check(SIZE)?;
    wire.thank()?;
    Ok(head + SIZE)
}

/// Progress tells of what the program wrote, not of the framing.
fn take_in_chunks(wire: &mut Wire) -> io::Result<u64> {
    let head = wire.read_head()?;
    loop {
        let mut line = String::new();
        wire.reader.read_line(&mut line)?;
        let size = u64::from_str_radix(line.trim_end(), 16).map_err(io::Error::other)?;
        wire.check(size)?;
        let mut end = [0; 2];
        wire.reader.read_exact(&mut end)?;
        if size == 0 {
            wire.thank()?;
            return Ok(head + wire.at);
        }
    }
}

/// Runs the client against this peer.
fn moves(talk: fn(&mut Wire) -> io::Result<u64>, kind: &str, what: &str) {
    let peer = Peer::new(talk);
    let program = compile("five_gib.c", Link::Shared, Run::Plain);
    let clock = std::time::Instant::now();
    let output = start(
        &program,
        Run::Plain,
        &format!("{} {kind} {what}", peer.port),
    );
    let seconds = clock.elapsed().as_secs_f64();
    assert!(output.status.success(), "{}", describe(&output));
    let told = peer
        .thread
        .join()
        .expect("no panic")
        .expect("a body that is right");
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let (said, peak) = said.trim_end().rsplit_once('\n').expect("the peak");
    let expected = match what {
        "download" => format!("{SIZE} bytes, right 1, told of {told}"),
        _ => format!("{SIZE} bytes, told of {told}\nright"),
    };
    assert_eq!(said, expected);
    let speed = SIZE as f64 / seconds / f64::from(1 << 20);
    println!("{kind} {what}: {seconds:.1} s, {speed:.0} MiB/s, {peak}");
    let peak: u64 = peak.trim_end_matches(" KiB").parse().expect("a number");
    assert!(peak < MEMORY, "{peak} KiB");
}

#[test]
fn down_with_a_length() {
    moves(send_with_length, "async", "download");
    moves(send_with_length, "sync", "download");
}

#[test]
fn down_in_chunks() {
    moves(send_in_chunks, "async", "download");
    moves(send_in_chunks, "sync", "download");
}

#[test]
fn up_with_a_length() {
    moves(take_with_length, "async", "length");
    moves(take_with_length, "sync", "length");
}

#[test]
fn up_in_chunks() {
    moves(take_in_chunks, "async", "chunks");
    moves(take_in_chunks, "sync", "chunks");
}
