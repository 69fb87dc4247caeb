//! The servers that the soak talks to, in a process of their own: what is counted is the client's alone.

use std::io::{self, Read};
use std::net::{Ipv4Addr, TcpListener};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use rustls::ServerConfig;

use crate::support::certs;
use crate::support::reply::{chunk, head, ok, reply, LAST_CHUNK};
use crate::support::stream::{Socket, Stream};

const ROLE: &str = "WININET_TEST_SOAK_SERVER";

/// How long what is not small is.
pub const LARGE: usize = 200_000;
pub const SMALL: usize = 500;

/// The other process; it ends with this one.
pub struct Servers {
    child: Child,
    /// The harness of that process says something now and then, and ends if nobody may hear it.
    _output: ChildStdout,
    pub plain: u16,
    pub tls: u16,
}

impl Servers {
    /// Starts them: this program again, whose test `name` calls [`serve_if_asked`].
    pub fn start(name: &str) -> Self {
        let mut child = Command::new(std::env::current_exe().expect("this program"))
            .args(["--exact", name, "--nocapture"])
            .env(ROLE, "1")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("a child");
        let mut output = child.stdout.take().expect("a pipe");
        let mut said = String::new();
        while !said.ends_with(";\n") {
            let mut one = [0];
            output.read_exact(&mut one).expect("the ports");
            said.push(char::from(one[0]));
        }
        let line = said.lines().last().expect("a line");
        let ports = line.trim_end_matches(';').rsplit(' ').take(2);
        let mut ports = ports.map(|it| it.parse().expect("a port"));
        let (tls, plain) = (ports.next().expect("two"), ports.next().expect("two"));
        Self {
            child,
            _output: output,
            plain,
            tls,
        }
    }
}

impl Drop for Servers {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// In the other process: serves until the first one is gone.
pub fn serve_if_asked() {
    if std::env::var_os(ROLE).is_none() {
        return;
    }
    let plain = listen(None);
    let tls = listen(Some(certs::good()));
    println!("\nports {plain} {tls};");
    let _ = io::stdin().read_to_end(&mut Vec::new());
    std::process::exit(0);
}

fn listen(config: Option<Arc<ServerConfig>>) -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
    let port = listener.local_addr().expect("its address").port();
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let config = config.clone();
            let body = move || {
                let mut connection = Connection {
                    stream: Stream::Plain(Socket::new(stream)),
                    unread: Vec::new(),
                };
                let _ = connection.serve(config);
            };
            let small = thread::Builder::new().stack_size(256 * 1024);
            let _ = small.spawn(body);
        }
    });
    port
}

struct Connection {
    stream: Stream,
    unread: Vec<u8>,
}

impl Connection {
    fn serve(&mut self, config: Option<Arc<ServerConfig>>) -> io::Result<()> {
        if let Some(config) = config {
            self.stream.accept_tls(config)?;
        }
        loop {
            let path = self.read_request()?;
            if !self.answer(&path)? {
                return Ok(());
            }
        }
    }

    /// Whether the connection stays.
    fn answer(&mut self, path: &str) -> io::Result<bool> {
        let announced = || head("200 OK", &[("Content-Length", "100000")]);
        match path {
            "/large" => self.stream.write_all(&ok(vec![b'x'; LARGE]))?,
            "/chunked" => {
                let mut answer = head("200 OK", &[("Transfer-Encoding", "chunked")]);
                for _ in 0..SMALL / 50 {
                    answer.extend(chunk([b'x'; 50]));
                }
                answer.extend(LAST_CHUNK);
                self.stream.write_all(&answer)?;
            }
            "/slow" => {
                for piece in ok([b'x'; SMALL]).chunks(200) {
                    self.stream.write_all(piece)?;
                    thread::sleep(Duration::from_millis(10));
                }
            }
            "/redirect" => {
                let answer = reply("302 Found", &[("Location", "/small")], "there");
                self.stream.write_all(&answer)?;
            }
            "/until-close" => {
                self.stream
                    .write_all(&head("200 OK", &[("Connection", "close")]))?;
                self.stream.write_all(&[b'x'; SMALL])?;
                self.stream.close();
                return Ok(false);
            }
            "/cut" => {
                self.stream.write_all(&announced())?;
                self.stream.write_all(&[b'x'; SMALL])?;
                self.stream.truncate();
                return Ok(false);
            }
            "/reset" => {
                self.stream.reset()?;
                return Ok(false);
            }
            "/no-head" => {
                self.stream.close();
                return Ok(false);
            }
            "/silence" | "/silence-in-body" => {
                if path != "/silence" {
                    self.stream.write_all(&announced())?;
                }
                while self.fill()? > 0 {}
                return Ok(false);
            }
            _ => self.stream.write_all(&ok([b'x'; SMALL]))?,
        }
        Ok(true)
    }

    /// Its path.
    fn read_request(&mut self) -> io::Result<String> {
        let end = loop {
            if let Some(at) = self.unread.windows(4).position(|it| it == b"\r\n\r\n") {
                break at + 4;
            }
            self.need()?;
        };
        let head: Vec<u8> = self.unread.drain(..end).collect();
        let head = String::from_utf8_lossy(&head).to_ascii_lowercase();
        let length = head
            .lines()
            .find_map(|line| line.strip_prefix("content-length:"));
        let length = length.and_then(|it| it.trim().parse().ok()).unwrap_or(0);
        while self.unread.len() < length {
            self.need()?;
        }
        self.unread.drain(..length);
        let path = head.split(' ').nth(1).unwrap_or_default();
        Ok(path.to_owned())
    }

    fn need(&mut self) -> io::Result<()> {
        match self.fill()? {
            0 => Err(io::ErrorKind::UnexpectedEof.into()),
            _ => Ok(()),
        }
    }

    fn fill(&mut self) -> io::Result<usize> {
        let mut buffer = [0; 16 * 1024];
        let count = self.stream.read(&mut buffer)?;
        self.unread.extend(&buffer[..count]);
        Ok(count)
    }
}
