//! One TCP socket, blocking for the caller's thread or not for the reactor.

#[cfg(unix)]
mod unix;
#[cfg(windows)]
mod windows;

use std::io::{self, IoSlice};
use std::net::{Shutdown, SocketAddr};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::Arc;
use std::time::{Duration, Instant};

use mio::net::TcpStream;
use mio::{Interest, Registry, Token};
use parking_lot::Mutex;
use rustix::event::{poll, PollFd, PollFlags, Timespec};
use rustix::io::Errno;
use socket2::{SockAddr, SockRef};

#[cfg(unix)]
use unix as system;
#[cfg(windows)]
use windows as system;

pub use system::is_exhaustion;

/// A TCP socket.
#[derive(Debug)]
pub struct Socket {
    stream: TcpStream,
    blocks: AtomicBool,
    /// How long a blocking read and a blocking write may take.
    bounds: Mutex<(Option<Duration>, Option<Duration>)>,
}

impl Socket {
    /// A new socket for the family of `address`, not connected and not blocking.
    pub fn new(address: SocketAddr) -> io::Result<Self> {
        let socket = system::open(address)?;
        Ok(Self {
            stream: TcpStream::from_std(socket.into()),
            blocks: AtomicBool::new(false),
            bounds: Mutex::default(),
        })
    }

    /// Starts to connect. If it is through already: how many bytes of `first` went out with it. Else writability or an
    /// error will tell how it went.
    pub fn start_to_connect(
        &self,
        address: SocketAddr,
        first: &[IoSlice<'_>],
    ) -> io::Result<Option<usize>> {
        let connect = || self.raw().connect(&SockAddr::from(address)).map(|()| 0);
        let begun = unless_under_way(connect());
        // To this machine itself it is through at once, and to go on is cheaper than to be told.
        match begun {
            Ok(None) if address.ip().is_loopback() && system::TELLS_WHEN_ASKED_AGAIN => {
                unless_under_way(match first {
                    [] => connect(),
                    first => self.write_at_once(first),
                })
            }
            begun => begun,
        }
    }

    /// Whether a connect that is under way has come to its end.
    pub fn is_connected(&self) -> io::Result<bool> {
        if let Some(error) = self.stream.take_error()? {
            return Err(error);
        }
        match self.stream.peer_addr() {
            Ok(_) => Ok(true),
            Err(error) if error.kind() == io::ErrorKind::NotConnected => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// Small writes are sent at once.
    pub fn set_nodelay(&self) -> io::Result<()> {
        self.raw().set_tcp_nodelay(true)
    }

    /// Our port; 0 if the connection is gone.
    pub fn port(&self) -> u16 {
        self.stream.local_addr().map_or(0, |it| it.port())
    }

    /// Makes a call that waits for nothing, also on a socket that blocks.
    pub fn without_waiting<T>(&self, call: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
        let blocks = self.blocks.load(Ordering::Relaxed);
        self.set_blocking(false)?;
        let result = call();
        self.set_blocking(blocks)?;
        result
    }

    /// Waits on the caller's thread until there is room to write, or until then, if not for a shorter
    /// time. `or_bytes`: or until something may be read; whether it may.
    pub fn await_room(&self, until: Option<Instant>, or_bytes: bool) -> io::Result<bool> {
        let bytes = PollFlags::IN | PollFlags::ERR | PollFlags::HUP;
        let watched = match or_bytes {
            true => PollFlags::OUT | PollFlags::IN,
            false => PollFlags::OUT,
        };
        let mut polled = [PollFd::new(&self.stream, watched)];
        wait(&mut polled, until)?;
        Ok(or_bytes && polled[0].revents().intersects(bytes))
    }

    /// Whether an idle connection has neither ended nor been sent anything.
    pub fn is_quiet(&self) -> bool {
        matches!(self.peek(), Err(error) if error.kind() == io::ErrorKind::WouldBlock)
    }

    /// Ends both directions; a thread that is blocked on the socket returns.
    pub fn shut_down(&self) {
        // An error says that the socket is not connected any more: that is what was asked for.
        let _ = self.stream.shutdown(Shutdown::Both);
    }

    /// Makes the poller watch the socket, once and for all. `for_room`: also for room to write, or for the end of a
    /// connect.
    pub fn register(
        &mut self,
        registry: &Registry,
        token: usize,
        for_room: bool,
    ) -> io::Result<()> {
        let interest = match for_room || system::ROOM_IS_WATCHED_FROM_THE_START {
            true => Interest::READABLE | Interest::WRITABLE,
            false => Interest::READABLE,
        };
        registry.register(&mut self.stream, Token(token), interest)
    }

    /// Makes the poller watch for room as well.
    pub fn watch_room(&self, registry: &Registry, token: usize) -> io::Result<()> {
        system::watch_room(&self.stream, registry, Token(token))
    }

    /// Makes the poller forget the socket.
    pub fn deregister(&mut self, registry: &Registry) -> io::Result<()> {
        registry.deregister(&mut self.stream)
    }

    fn raw(&self) -> SockRef<'_> {
        SockRef::from(&self.stream)
    }
}

/// Waits on the caller's thread until one of these connects may have come to its end, or until then.
pub fn await_connects(sockets: &[Arc<Socket>], until: Option<Instant>) -> io::Result<()> {
    let mut sockets: Vec<PollFd<'_>> = sockets
        .iter()
        .map(|socket| PollFd::new(&socket.stream, PollFlags::OUT))
        .collect();
    wait(&mut sockets, until)
}

fn unless_under_way<T>(result: io::Result<T>) -> io::Result<Option<T>> {
    match result {
        Err(error) if system::is_under_way(&error) => Ok(None),
        result => result.map(Some),
    }
}

/// Waits for what is watched, or until then. It may come back early.
fn wait(watched: &mut [PollFd<'_>], until: Option<Instant>) -> io::Result<()> {
    let left = until.map(|it| it.saturating_duration_since(Instant::now()));
    let left = system::longest_wait(left);
    // What is too long for the system is for ever.
    let left = left.and_then(|it| Timespec::try_from(it).ok());
    match poll(watched, left.as_ref()) {
        Ok(_) | Err(Errno::INTR) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

/// Whether a read of `count` bytes into a buffer of `room` has emptied the socket.
pub fn has_drained(count: usize, room: usize) -> bool {
    system::SHORT_READ_DRAINS && count < room
}
