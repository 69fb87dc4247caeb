//! A server on 127.0.0.1 that does what a test tells it, byte by byte.

use std::collections::VecDeque;
use std::io;
use std::net::{Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Condvar, Mutex, Weak};
use std::thread::JoinHandle;
use std::time::Duration;

use rustls::ServerConfig;

use super::connection::Connection;
use super::latch::{wait_until, Latch, PATIENCE};
use super::reply::Request;
use super::script::Script;
use super::stream::{Socket, Stream};

type Handler = dyn Fn(&mut Connection) -> io::Result<()> + Send + Sync;

/// Listens on a port that the system chose, one thread for each connection.
/// Dropping it ends every connection and waits for their threads.
pub struct Server {
    address: SocketAddr,
    scheme: &'static str,
    shared: Arc<Shared>,
    accepting: Option<JoinHandle<()>>,
}

impl Server {
    /// The first connection gets the first script, and so on; connections
    /// beyond the last script are closed at once, with a note.
    pub fn scripts(scripts: impl IntoIterator<Item = Script>) -> Self {
        let queue: VecDeque<Script> = scripts.into_iter().collect();
        let queue = Mutex::new(queue);
        Self::serve(move |connection| {
            let script = queue.lock().unwrap().pop_front();
            let script = script.ok_or_else(|| io::Error::other("a connection too many"))?;
            script.play(connection)
        })
    }

    /// One script for one connection.
    pub fn script(script: Script) -> Self {
        Self::scripts([script])
    }

    /// The same script for each connection.
    pub fn repeat(script: Script) -> Self {
        Self::serve(move |connection| script.play(connection))
    }

    /// Answers every request on every connection with `answer(request)`.
    pub fn respond(answer: impl Fn(&Request) -> Vec<u8> + Send + Sync + 'static) -> Self {
        Self::serve(move |connection| answer_all(connection, &answer))
    }

    /// [`Server::respond`] under TLS; a failed handshake becomes a note.
    pub fn respond_tls(
        config: Arc<ServerConfig>,
        answer: impl Fn(&Request) -> Vec<u8> + Send + Sync + 'static,
    ) -> Self {
        let mut server = Self::serve(move |connection| {
            connection.accept_tls(&config)?;
            answer_all(connection, &answer)
        });
        server.scheme = "https";
        server
    }

    /// A closure that is given each connection, on a thread of its own. An
    /// error it returns becomes one of [`Server::notes`].
    pub fn serve(
        handler: impl Fn(&mut Connection) -> io::Result<()> + Send + Sync + 'static,
    ) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a loopback port");
        let address = listener.local_addr().expect("its address");
        let shared = Arc::new(Shared::default());
        let handler: Arc<Handler> = Arc::new(handler);
        let accepting = {
            let shared = shared.clone();
            std::thread::spawn(move || accept_all(&listener, &shared, &handler))
        };
        Self {
            address,
            scheme: "http",
            shared,
            accepting: Some(accepting),
        }
    }

    /// The same server, but its [`Server::url`]s say https: for scripts whose
    /// first step is [`Script::tls`].
    pub fn https(mut self) -> Self {
        self.scheme = "https";
        self
    }

    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// `http://127.0.0.1:port{path}`.
    pub fn url(&self, path: &str) -> String {
        format!("{}://{}{path}", self.scheme, self.address)
    }

    /// How many connections have been accepted so far.
    pub fn connections(&self) -> usize {
        self.shared.state.lock().unwrap().accepted
    }

    /// How many of them are over, on the server's side.
    pub fn ended(&self) -> usize {
        self.shared.state.lock().unwrap().ended
    }

    /// The raw bytes of every request so far, in the order of their heads.
    pub fn requests(&self) -> Vec<Vec<u8>> {
        self.recorded().iter().map(Request::raw).collect()
    }

    /// The same, taken apart.
    pub fn recorded(&self) -> Vec<Request> {
        self.shared.state.lock().unwrap().requests.clone()
    }

    /// What went otherwise than the scripts say: a client that hung up,
    /// unexpected bytes, handshakes that failed.
    pub fn notes(&self) -> Vec<String> {
        self.shared.state.lock().unwrap().notes.clone()
    }

    /// Waits until `count` connections have been accepted.
    #[track_caller]
    pub fn wait_connections(&self, count: usize) {
        self.wait("connections", |state| state.accepted >= count);
    }

    /// Waits until `count` request heads have been read; returns them all.
    #[track_caller]
    pub fn wait_requests(&self, count: usize) -> Vec<Request> {
        self.wait("requests", |state| state.requests.len() >= count);
        self.recorded()
    }

    /// Waits until `count` connections are over: the server has seen the
    /// client's end of them, or a script has closed them.
    #[track_caller]
    pub fn wait_ended(&self, count: usize) {
        self.wait("ends of connections", |state| state.ended >= count);
    }

    #[track_caller]
    fn wait(&self, what: &str, done: impl FnMut(&State) -> bool) {
        let shared = &self.shared;
        let came = wait_until(&shared.changed, &shared.state, PATIENCE, done);
        assert!(came, "waited in vain for {what}; notes: {:?}", self.notes());
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.shared.stop();
        // The accepting thread sleeps in accept: this wakes it.
        let _ = TcpStream::connect_timeout(&self.address, PATIENCE);
        if let Some(thread) = self.accepting.take() {
            let _ = thread.join();
        }
        // Threads are waited for, and left to themselves if one is stuck.
        let shared = &self.shared;
        wait_until(&shared.changed, &shared.state, PATIENCE, |state| {
            state.ended == state.accepted
        });
        for note in self.notes() {
            eprintln!("server {}: {note}", self.address);
        }
    }
}

/// Requests one after the other until the client closes.
fn answer_all(
    connection: &mut Connection,
    answer: &(impl Fn(&Request) -> Vec<u8> + ?Sized),
) -> io::Result<()> {
    loop {
        let request = match connection.read_request() {
            Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(()),
            other => other?,
        };
        connection.send(answer(&request))?;
    }
}

fn accept_all(listener: &TcpListener, shared: &Arc<Shared>, handler: &Arc<Handler>) {
    loop {
        let Ok((stream, _)) = listener.accept() else {
            return;
        };
        let socket = Socket::new(stream);
        let Some(index) = shared.accepted(&socket) else {
            return;
        };
        let (shared, handler) = (shared.clone(), handler.clone());
        let body = move || {
            let ended = Ended(shared.clone());
            let mut connection = Connection::new(index, Stream::Plain(socket), shared.clone());
            if let Err(error) = handler(&mut connection) {
                shared.note(format!("connection {index}: {error}"));
            }
            // The socket closes before anyone hears that it is over.
            drop(connection);
            drop(ended);
        };
        // A thousand connections are a test of ours: small stacks.
        let thread = std::thread::Builder::new().stack_size(256 * 1024);
        thread.spawn(body).expect("a thread for the connection");
    }
}

/// Counts the connection as over, also when its handler panics.
struct Ended(Arc<Shared>);

impl Drop for Ended {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.0.note("a handler panicked".to_owned());
        }
        self.0.change(|state| state.ended += 1);
    }
}

#[derive(Default)]
struct State {
    accepted: usize,
    ended: usize,
    stopping: bool,
    requests: Vec<Request>,
    notes: Vec<String>,
    sockets: Vec<Weak<TcpStream>>,
    latches: Vec<Latch>,
}

/// What the server, its threads and its connections have in common.
#[derive(Default)]
pub struct Shared {
    state: Mutex<State>,
    changed: Condvar,
}

impl Shared {
    fn change<T>(&self, f: impl FnOnce(&mut State) -> T) -> T {
        let result = f(&mut self.state.lock().unwrap());
        self.changed.notify_all();
        result
    }

    /// Its index, or `None` when the server is going away.
    fn accepted(&self, socket: &Socket) -> Option<usize> {
        self.change(|state| {
            if state.stopping {
                return None;
            }
            state.sockets.push(socket.watch());
            state.accepted += 1;
            Some(state.accepted - 1)
        })
    }

    fn stop(&self) {
        self.change(|state| {
            state.stopping = true;
            for socket in state.sockets.iter().filter_map(Weak::upgrade) {
                let _ = socket.shutdown(Shutdown::Both);
            }
            for latch in &state.latches {
                latch.release();
            }
        });
    }

    fn note(&self, text: String) {
        self.change(|state| {
            // What breaks off because the server goes away is no news.
            if !state.stopping {
                state.notes.push(text);
            }
        });
    }

    pub(super) fn record(&self, request: Request) -> usize {
        self.change(|state| {
            state.requests.push(request);
            state.requests.len() - 1
        })
    }

    pub(super) fn append_body(&self, at: usize, bytes: &[u8]) {
        self.change(|state| state.requests[at].body.extend(bytes));
    }

    pub(super) fn request(&self, at: usize) -> Request {
        self.state.lock().unwrap().requests[at].clone()
    }

    /// A latch that a connection waits for is opened when the server goes.
    pub(super) fn adopt(&self, latch: &Latch) {
        self.change(|state| {
            if state.stopping {
                latch.release();
            }
            state.latches.push(latch.clone());
        });
    }

    /// Lets time pass between two pieces; a server that is dropped wakes it.
    pub(super) fn sleep(&self, time: Duration) {
        wait_until(&self.changed, &self.state, time, |state| state.stopping);
    }
}
