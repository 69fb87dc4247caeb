//! A real server of Debian's, nginx: bodies that it compresses as it sends them,
//! and parts of files.

#![cfg(target_os = "linux")]

mod support;

use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use support::random::{seed, Random};
use support::seeking::{numbered, seek};
use support::*;
use wininet::abi::*;

const SIZE: usize = 2 << 20;

/// A server of one file, /numbers.txt, until it is dropped.
struct Nginx {
    child: Child,
    port: u16,
}

impl Nginx {
    /// `None`: it is not installed, and need not be.
    fn start() -> Option<Self> {
        // Between our release of a port and its use somebody else may take it.
        is_installed().then(|| {
            (0..10)
                .find_map(|_| Self::try_start())
                .expect("nginx starts")
        })
    }

    fn try_start() -> Option<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a loopback port");
        let port = listener.local_addr().expect("its address").port();
        drop(listener);
        let child = Command::new("nginx")
            .arg("-c")
            .arg(configuration(port))
            .stdin(Stdio::null())
            .stderr(Stdio::null())
            .spawn();
        let mut nginx = Self {
            child: child.expect("nginx"),
            port,
        };
        let deadline = Instant::now() + PATIENCE;
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            if nginx.child.try_wait().expect("its state").is_some() {
                return None;
            }
            assert!(Instant::now() < deadline, "nginx does not listen");
            // It has no way to tell that it listens.
            std::thread::park_timeout(Duration::from_millis(5));
        }
        Some(nginx)
    }

    fn client(&self, asynchronous: bool) -> Client {
        Client::to_port(asynchronous, self.port)
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn is_installed() -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let there = std::env::split_paths(&path).any(|it| it.join("nginx").is_file());
    let ci = std::env::var_os("CI").is_some_and(|value| value == "true");
    assert!(
        there || !ci,
        "nginx is missing, and nothing may be left out under CI"
    );
    if !there {
        eprintln!("LEFT OUT: what needs nginx");
    }
    there
}

/// The configuration's path, with everything that it names beside it.
fn configuration(port: u16) -> PathBuf {
    let root = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("nginx-{port}"));
    std::fs::create_dir_all(&root).expect("a directory");
    std::fs::write(root.join("numbers.txt"), numbered(SIZE)).expect("a file");
    let root = root.to_str().expect("a path in UTF-8");
    let kinds = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
    let temporary = kinds
        .map(|kind| format!("{kind}_temp_path {root}/{kind};\n"))
        .concat();
    let text = format!(
        "daemon off;\nmaster_process off;\npid {root}/pid;\nerror_log stderr;\n\
         events {{ }}\n\
         http {{\naccess_log off;\n{temporary}\
         types {{ text/plain txt; }}\ngzip on;\ngzip_types text/plain;\n\
         server {{ listen 127.0.0.1:{port}; root {root}; }}\n}}\n"
    );
    let path = PathBuf::from(root).join("nginx.conf");
    std::fs::write(&path, text).expect("a file");
    path
}

fn read_all_of(client: &Client, asynchronous: bool, request: &Handle) -> Vec<u8> {
    let read = match asynchronous {
        true => read_all_async(request, client.recorder),
        false => read_all(request),
    };
    read.expect("no failure")
}

#[test]
fn what_it_compresses_is_decoded() {
    let Some(nginx) = Nginx::start() else { return };
    let content = numbered(SIZE);
    for asynchronous in BOTH {
        let client = nginx.client(asynchronous);
        for (decodes, encoding) in [(1, Err(ERROR_HTTP_HEADER_NOT_FOUND)), (0, Ok("gzip"))] {
            for _ in 0..2 {
                let request = client.get("/numbers.txt");
                set_option_u32(&request, INTERNET_OPTION_HTTP_DECODING, decodes).expect("set");
                let line = "Accept-Encoding: gzip, deflate";
                add_headers(&request, line, HTTP_ADDREQ_FLAG_ADD).expect("added");
                client.send(&request).expect("an answer");
                let came = read_all_of(&client, asynchronous, &request);
                assert_eq!(came == content, decodes == 1);
                let said = query(&request, HTTP_QUERY_CONTENT_ENCODING);
                assert_eq!(said.as_deref().map_err(|error| *error), encoding);
            }
        }
        let connecting = INTERNET_STATUS_CONNECTING_TO_SERVER;
        assert!(
            client.recorder.count(connecting) <= 1,
            "one connection for all"
        );
        client.recorder.assert_sound();
    }
}

#[test]
fn any_walk_through_its_file() {
    let Some(nginx) = Nginx::start() else { return };
    let content = numbered(SIZE);
    let mut random = Random::new(seed());
    for asynchronous in BOTH {
        let client = nginx.client(asynchronous);
        let request = client.get("/numbers.txt");
        client.send(&request).expect("an answer");
        for _ in 0..50 {
            let (at, size) = (random.below(SIZE), random.below(100_000) + 1);
            assert_eq!(seek(&request, at as i64, FILE_BEGIN), Ok(at as u64));
            let read = start_read(&request, size).and_then(|it| it.finish(client.recorder));
            let end = SIZE.min(at + size);
            assert!(
                read.expect("no failure") == content[at..end],
                "{size} at {at}"
            );
        }
        client.recorder.assert_sound();
    }
}

/// A download that goes on where it was broken off.
#[test]
fn the_rest_of_its_file() {
    let Some(nginx) = Nginx::start() else { return };
    let content = numbered(SIZE);
    for asynchronous in BOTH {
        let client = nginx.client(asynchronous);
        let request = client.get("/numbers.txt");
        let line = format!("Range: bytes={}-", SIZE - 1000);
        add_headers(&request, &line, HTTP_ADDREQ_FLAG_ADD).expect("added");
        client.send(&request).expect("an answer");
        assert_eq!(status_code(&request), 206);
        let came = read_all_of(&client, asynchronous, &request);
        assert!(came == content[SIZE - 1000..]);
    }
}
