//! hyper: `client::conn::http1` on a tokio runtime of one thread, a connection for each request in flight, used again
//! for the next one as long as the server keeps it.

use std::cell::Cell;
use std::net::Ipv4Addr;
use std::rc::Rc;
use std::time::Instant;

use http_body_util::{BodyExt, Empty};
use hyper::body::Bytes;
use hyper::client::conn::http1::{handshake, SendRequest};
use hyper::Request;
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;
use tokio::task::LocalSet;

type Sender = SendRequest<Empty<Bytes>>;

#[derive(Clone)]
struct Work {
    port: u16,
    path: String,
    in_flight: usize,
    total: usize,
}

fn main() {
    let args: Vec<String> = std::env::args().collect();
    let [_, _, _, port, path, in_flight, total] = &args[..] else {
        panic!("KIND SCHEME PORT PATH IN_FLIGHT TOTAL");
    };
    let work = Work {
        port: port.parse().expect("a port"),
        path: path.clone(),
        in_flight: in_flight.parse().expect("a number"),
        total: total.parse().expect("a number"),
    };
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_io()
        .build()
        .expect("a runtime");
    let (cpu, wall) = (usage(), Instant::now());
    LocalSet::new().block_on(&runtime, get(work.clone()));
    let now = usage();
    let each = |us: f64| us / work.total as f64;
    println!(
        "{:.4} {:.4} {} 1",
        each(cpu_us(&now) - cpu_us(&cpu)),
        each(wall.elapsed().as_secs_f64() * 1e6),
        peak_kib()
    );
}

async fn get(work: Work) {
    let left = Rc::new(Cell::new(work.total));
    let tasks: Vec<_> = (0..work.in_flight)
        .map(|_| tokio::task::spawn_local(get_in_turn(work.clone(), left.clone())))
        .collect();
    for task in tasks {
        task.await.expect("a task");
    }
}

async fn get_in_turn(work: Work, left: Rc<Cell<usize>>) {
    let mut idle: Option<Sender> = None;
    while left.get() > 0 {
        left.set(left.get() - 1);
        let mut sender = match idle.take() {
            Some(sender) => sender,
            None => connect(work.port).await,
        };
        let request = Request::get(&work.path)
            .header("Host", format!("127.0.0.1:{}", work.port))
            .header("User-Agent", "bench")
            .body(Empty::new())
            .expect("a request");
        let mut answer = sender.send_request(request).await.expect("an answer");
        let ends = answer.headers().get("connection").is_some_and(|it| it == "close");
        while let Some(frame) = answer.body_mut().frame().await {
            frame.expect("a frame");
        }
        idle = (!ends && sender.ready().await.is_ok()).then_some(sender);
    }
}

async fn connect(port: u16) -> Sender {
    let stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))
        .await
        .expect("a connection");
    let (sender, connection) = handshake(TokioIo::new(stream)).await.expect("hyper");
    tokio::task::spawn_local(connection);
    sender
}

fn usage() -> libc::rusage {
    // SAFETY: the call fills the structure, for which zeros are a value.
    unsafe {
        let mut usage = std::mem::zeroed();
        libc::getrusage(libc::RUSAGE_SELF, &mut usage);
        usage
    }
}

/// The system's own count. The peak that getrusage tells is the parent's too.
fn peak_kib() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").expect("proc");
    let line = status.lines().find_map(|it| it.strip_prefix("VmHWM:"));
    let number = line.and_then(|it| it.split_whitespace().next());
    number.and_then(|it| it.parse().ok()).expect("a number")
}

fn cpu_us(usage: &libc::rusage) -> f64 {
    let us = |time: libc::timeval| time.tv_sec as f64 * 1e6 + time.tv_usec as f64;
    us(usage.ru_utime) + us(usage.ru_stime)
}
