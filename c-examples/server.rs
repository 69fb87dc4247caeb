//! The server that `make demo` fetches from: HTTP/1.1 on a loopback port that
//! the system chooses. Prints its URL, and ends when its input ends.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::thread;
use std::time::Duration;

const INDEX: &str = "This is the demo server of libwininet.\n\
    /story   comes in chunks, one after the other\n\
    /large   a mebibyte\n";

const STORY: [&str; 4] = [
    "A request went out to fetch a page,\n",
    "and told its caller, stage by stage,\n",
    "of names resolved and bytes received,\n",
    "till it completed, as believed.\n",
];

fn main() -> io::Result<()> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    println!("http://{}", listener.local_addr()?);
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            thread::spawn(move || {
                // A client that hangs up needs no report.
                let _ = converse(&stream);
            });
        }
    });
    io::copy(&mut io::stdin(), &mut io::sink())?;
    Ok(())
}

/// Answers requests until the client closes or asks to close.
fn converse(stream: &TcpStream) -> io::Result<()> {
    stream.set_nodelay(true)?;
    let mut reader = BufReader::new(stream);
    while let Some(request) = read_request(&mut reader)? {
        answer(stream, &request)?;
        if request.close {
            break;
        }
    }
    Ok(())
}

struct Request {
    method: String,
    path: String,
    close: bool,
}

/// Reads one head and throws its body away; `None` at the end of the stream.
fn read_request(reader: &mut BufReader<&TcpStream>) -> io::Result<Option<Request>> {
    // A head of this server's clients is short.
    let mut head = reader.by_ref().take(64 * 1024);
    let mut line = String::new();
    if head.read_line(&mut line)? == 0 {
        return Ok(None);
    }
    let mut words = line.split_whitespace().map(str::to_owned);
    let (method, path) = (words.next(), words.next());
    let (mut close, mut length) = (false, 0);
    loop {
        let mut line = String::new();
        if head.read_line(&mut line)? == 0 {
            return Ok(None);
        }
        let line = line.trim().to_ascii_lowercase();
        match line
            .split_once(':')
            .map(|(name, value)| (name, value.trim()))
        {
            Some(("connection", value)) => close = value == "close",
            Some(("content-length", value)) => length = value.parse().unwrap_or(0),
            _ if line.is_empty() => break,
            _ => {}
        }
    }
    io::copy(&mut reader.by_ref().take(length), &mut io::sink())?;
    Ok(Some(Request {
        method: method.unwrap_or_default(),
        path: path.unwrap_or_default(),
        close,
    }))
}

fn answer(mut stream: &TcpStream, request: &Request) -> io::Result<()> {
    if !matches!(request.method.as_str(), "GET" | "HEAD" | "POST") {
        return reply(stream, request, "405 Method Not Allowed", b"Not here.\n");
    }
    match request.path.as_str() {
        "/" => reply(stream, request, "200 OK", INDEX.as_bytes()),
        "/large" => reply(stream, request, "200 OK", &vec![b'x'; 1 << 20]),
        "/story" if request.method != "HEAD" => {
            stream.write_all(
                b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n",
            )?;
            for line in STORY {
                // So that the demo's milliseconds have something to tell.
                thread::sleep(Duration::from_millis(40));
                write!(stream, "{:x}\r\n{line}\r\n", line.len())?;
            }
            stream.write_all(b"0\r\n\r\n")
        }
        _ => reply(
            stream,
            request,
            "404 Not Found",
            b"There is no such page.\n",
        ),
    }
}

fn reply(mut stream: &TcpStream, request: &Request, status: &str, body: &[u8]) -> io::Result<()> {
    let length = body.len();
    let mut bytes = format!(
        "HTTP/1.1 {status}\r\nContent-Type: text/plain\r\nContent-Length: {length}\r\n\r\n"
    )
    .into_bytes();
    if request.method != "HEAD" {
        bytes.extend(body);
    }
    stream.write_all(&bytes)
}
