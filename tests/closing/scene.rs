//! A request with an operation pending in one phase, and no timeout that could
//! end it: only the close can.

use std::sync::OnceLock;
use std::thread::JoinHandle;

use crate::resolver::SlowName;
use crate::support::ports::SilentPort;
use crate::support::reply::head;
use crate::support::*;
use wininet::abi::*;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    Resolving,
    Connecting,
    Handshaking,
    Sending,
    AwaitingHead,
    InsideHead,
    ReadingBody,
    ReadingChunks,
    ReadingToClose,
}

pub const PHASES: [Phase; 9] = [
    Phase::Resolving,
    Phase::Connecting,
    Phase::Handshaking,
    Phase::Sending,
    Phase::AwaitingHead,
    Phase::InsideHead,
    Phase::ReadingBody,
    Phase::ReadingChunks,
    Phase::ReadingToClose,
];

impl Phase {
    pub fn is_read(self) -> bool {
        use Phase::{ReadingBody, ReadingChunks, ReadingToClose};
        matches!(self, ReadingBody | ReadingChunks | ReadingToClose)
    }

    /// What the pending operation has told when it hangs in this phase.
    pub fn told(self) -> &'static [&'static str] {
        match self {
            Self::Resolving => &["RESOLVING"],
            Self::Connecting => &["CONNECTING"],
            Self::Handshaking => &["CONNECTING", "CONNECTED"],
            Self::Sending => &["CONNECTING", "CONNECTED", "SENDING"],
            Self::AwaitingHead | Self::InsideHead => {
                &["CONNECTING", "CONNECTED", "SENDING", "SENT", "RECEIVING"]
            }
            _ => &["RECEIVING"],
        }
    }

    /// Whether there is a connection that the close must close.
    pub fn is_connected(self) -> bool {
        !matches!(self, Self::Resolving | Self::Connecting)
    }

    fn secure(self) -> u32 {
        match self {
            Self::Handshaking => INTERNET_FLAG_SECURE,
            _ => 0,
        }
    }
}

/// What the request talks to.
struct Stage {
    server: Option<Server>,
    silent: Option<SilentPort>,
    name: Option<SlowName>,
    /// The server has come to where it stops.
    stopped: Latch,
    /// Lets the server go on.
    go: Latch,
}

impl Stage {
    fn new(phase: Phase) -> Self {
        let (stopped, go) = (Latch::new(), Latch::new());
        let script = Script::new();
        let script = match phase {
            Phase::Handshaking => script.read_exactly(5),
            Phase::Sending => script.read_head(),
            Phase::AwaitingHead => script.read_request(),
            Phase::InsideHead => script.read_request().send("HTTP/1.1 200 OK\r\nX-"),
            Phase::ReadingBody => {
                let head = head("200 OK", &[("Content-Length", "10")]);
                script.read_request().send([&head, &b"abc"[..]].concat())
            }
            Phase::ReadingChunks => {
                let head = head("200 OK", &[("Transfer-Encoding", "chunked")]);
                script
                    .read_request()
                    .send([&head, &b"a\r\nabc"[..]].concat())
            }
            Phase::ReadingToClose => {
                let head = head("200 OK", &[]);
                script.read_request().send([&head, &b"abc"[..]].concat())
            }
            _ => script,
        };
        let script = script.signal(&stopped).pause(&go).send("more of it");
        let is_silent = phase == Phase::Connecting;
        Self {
            server: (!is_silent).then(|| Server::script(script)),
            silent: is_silent.then(SilentPort::new),
            name: (phase == Phase::Resolving).then(SlowName::new),
            stopped,
            go,
        }
    }

    fn port(&self) -> u16 {
        let server = self.server.as_ref().map(Server::port);
        let silent = self.silent.as_ref().map(SilentPort::port);
        server.or(silent).expect("something to talk to")
    }

    fn host(&self) -> &str {
        self.name.as_ref().map_or("127.0.0.1", |name| &name.host)
    }
}

pub struct Scene {
    pub recorder: &'static Recorder,
    pub request: Handle,
    pub session: Handle,
    /// How many events came before the operation's.
    before: usize,
    stage: Stage,
    /// A synchronous operation.
    running: Option<JoinHandle<Result<()>>>,
    returned: Latch,
}

impl Scene {
    /// Brings an operation into the phase, and its recorder's list up to there.
    pub fn reach(phase: Phase, is_async: bool) -> Self {
        let stage = Stage::new(phase);
        let session = session(is_async);
        listen(&session);
        for option in [
            INTERNET_OPTION_CONNECT_TIMEOUT,
            INTERNET_OPTION_SEND_TIMEOUT,
            INTERNET_OPTION_RECEIVE_TIMEOUT,
        ] {
            set_option_u32(&session, option, u32::MAX).expect("no timeout");
        }
        let recorder = Recorder::new();
        let connection = connect_to(&session, stage.host(), stage.port(), 0).expect("a connection");
        let verb = match phase {
            Phase::Sending => "POST",
            _ => "GET",
        };
        let context = recorder.context();
        let request = request(&connection, verb, "/", phase.secure(), context).expect("a request");
        connection.leak();
        if phase.is_read() {
            finish(send(&request), recorder).expect("an answer");
        }
        let mut scene = Self {
            before: recorder.events().len(),
            recorder,
            request,
            session,
            stage,
            running: None,
            returned: Latch::new(),
        };
        scene.start(phase, is_async);
        scene.wait_phase(phase);
        scene
    }

    fn start(&mut self, phase: Phase, is_async: bool) {
        let request = Handle::adopt(self.request.value());
        let run = move || {
            let done = match phase {
                Phase::Sending => send_with(&request, "", big_body()),
                phase if phase.is_read() => match start_read(&request, 10) {
                    Ok(Read::Pending(_)) => Err(ERROR_IO_PENDING),
                    other => other.map(drop),
                },
                _ => send(&request),
            };
            request.leak();
            done
        };
        if is_async {
            assert_eq!(run(), Err(ERROR_IO_PENDING));
            return;
        }
        let returned = self.returned.clone();
        self.running = Some(std::thread::spawn(move || {
            let result = run();
            returned.release();
            result
        }));
    }

    fn wait_phase(&self, phase: Phase) {
        self.recorder.wait_count(self.before + phase.told().len());
        if let Some(name) = &self.stage.name {
            name.wait_lookup();
        } else if self.stage.server.is_some() {
            self.stage.stopped.wait();
        }
    }

    /// What the synchronous call returned.
    pub fn result(&mut self) -> Option<Result<()>> {
        let running = self.running.take()?;
        self.returned.wait();
        Some(running.join().expect("no panic"))
    }

    /// The short names of the events of the operation.
    pub fn names(&self) -> Vec<String> {
        self.recorder.assert_sound();
        self.recorder.names().split_off(self.before)
    }

    /// Lets the other end go on.
    pub fn resume(&self) {
        self.stage.go.release();
        if let Some(name) = &self.stage.name {
            name.release();
        }
    }
}

/// More than the sockets of a loopback connection can hold.
pub fn big_body() -> &'static [u8] {
    static BODY: OnceLock<Vec<u8>> = OnceLock::new();
    BODY.get_or_init(|| vec![b'x'; 24 << 20])
}
