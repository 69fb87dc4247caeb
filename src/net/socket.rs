//! One TCP socket, blocking for the caller's thread or not for the reactor.

use std::io::{self, IoSlice, Read};
use std::net::{Shutdown, SocketAddr};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::Arc;
use std::time::{Duration, Instant};

use mio::net::TcpStream;
use mio::{Interest, Registry, Token};
use parking_lot::Mutex;
use rustix::event::{poll, PollFd, PollFlags, Timespec};
use rustix::io::Errno;
use socket2::{Domain, Protocol, SockAddr, SockRef, Type};

/// A short read leaves nothing behind on systems whose poller is edge-triggered by itself; elsewhere
/// only a read that would block arms the poller again.
const SHORT_READ_DRAINS: bool = cfg!(any(target_os = "linux", target_os = "android"));

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
        let kind = Type::STREAM;
        #[cfg(any(target_os = "linux", target_os = "android"))]
        let kind = kind.cloexec().nonblocking();
        let domain = Domain::for_address(address);
        let socket = if cfg!(any(target_os = "linux", target_os = "android")) {
            socket2::Socket::new_raw(domain, kind, Some(Protocol::TCP))?
        } else {
            let socket = socket2::Socket::new(domain, kind, Some(Protocol::TCP))?;
            socket.set_nonblocking(true)?;
            socket
        };
        Ok(Self {
            stream: TcpStream::from_std(socket.into()),
            blocks: AtomicBool::new(false),
            bounds: Mutex::default(),
        })
    }

    /// Starts to connect: writability or an error will tell how it went.
    pub fn start_to_connect(&self, address: SocketAddr) -> io::Result<()> {
        match self.raw().connect(&SockAddr::from(address)) {
            Err(error) if !is_under_way(&error) => Err(error),
            _ => Ok(()),
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

    /// Chooses whether reads and writes block.
    pub fn set_blocking(&self, blocks: bool) -> io::Result<()> {
        if self.blocks.swap(blocks, Ordering::Relaxed) == blocks {
            return Ok(());
        }
        self.raw().set_nonblocking(!blocks)
    }

    /// Bounds each blocking read and write.
    pub fn set_timeouts(&self, read: Option<Duration>, write: Option<Duration>) -> io::Result<()> {
        *self.bounds.lock() = (read, write);
        self.raw().set_read_timeout(read)?;
        self.raw().set_write_timeout(write)
    }

    /// Small writes are sent at once.
    pub fn set_nodelay(&self) -> io::Result<()> {
        self.raw().set_tcp_nodelay(true)
    }

    /// Our port; 0 if the connection is gone.
    pub fn port(&self) -> u16 {
        self.stream.local_addr().map_or(0, |it| it.port())
    }

    /// The number by which the system knows it.
    #[cfg(unix)]
    pub fn number(&self) -> usize {
        std::os::fd::AsRawFd::as_raw_fd(&self.stream) as usize
    }

    /// The number by which the system knows it.
    #[cfg(windows)]
    pub fn number(&self) -> usize {
        std::os::windows::io::AsRawSocket::as_raw_socket(&self.stream) as usize
    }

    /// Reads once.
    pub fn read(&self, buffer: &mut [u8]) -> io::Result<usize> {
        let bound = || self.bounds.lock().0;
        retry(bound, || (&self.stream).read(buffer))
    }

    /// Writes once, all of `parts` in one call; the process gets no SIGPIPE.
    pub fn write(&self, parts: &[IoSlice<'_>]) -> io::Result<usize> {
        let bound = || self.bounds.lock().1;
        retry(bound, || self.send(parts, NO_SIGNAL))
    }

    /// The same without waiting.
    #[cfg(unix)]
    pub fn write_at_once(&self, parts: &[IoSlice<'_>]) -> io::Result<usize> {
        retry(|| None, || self.send(parts, NO_SIGNAL | libc::MSG_DONTWAIT))
    }

    /// The same without waiting.
    #[cfg(not(unix))]
    pub fn write_at_once(&self, parts: &[IoSlice<'_>]) -> io::Result<usize> {
        self.without_waiting(|| self.send(parts, NO_SIGNAL))
    }

    /// Makes a call that waits for nothing, also on a socket that blocks.
    pub fn without_waiting<T>(&self, call: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
        let blocks = self.blocks.load(Ordering::Relaxed);
        self.set_blocking(false)?;
        let result = call();
        self.set_blocking(blocks)?;
        result
    }

    /// Waits on the caller's thread until there is room to write, or until then. `or_bytes`: or until
    /// something may be read; whether it may.
    pub fn await_room(&self, until: Option<Instant>, or_bytes: bool) -> io::Result<bool> {
        let bytes = PollFlags::IN | PollFlags::ERR | PollFlags::HUP;
        let watched = match or_bytes {
            true => PollFlags::OUT | PollFlags::IN,
            false => PollFlags::OUT,
        };
        let mut polled = [PollFd::new(&self.stream, watched)];
        wait_for(&mut polled, until)?;
        Ok(or_bytes && polled[0].revents().intersects(bytes))
    }

    fn send(&self, parts: &[IoSlice<'_>], flags: i32) -> io::Result<usize> {
        self.stream.try_io(|| match parts {
            [one] => self.raw().send_with_flags(one, flags),
            many => self.raw().send_vectored_with_flags(many, flags),
        })
    }

    /// Whether an idle connection has neither ended nor been sent anything.
    pub fn is_quiet(&self) -> bool {
        matches!(self.peek(), Err(error) if error.kind() == io::ErrorKind::WouldBlock)
    }

    #[cfg(unix)]
    fn peek(&self) -> io::Result<usize> {
        let flags = libc::MSG_PEEK | libc::MSG_DONTWAIT;
        let mut one = [std::mem::MaybeUninit::uninit()];
        self.raw().recv_with_flags(&mut one, flags)
    }

    #[cfg(not(unix))]
    fn peek(&self) -> io::Result<usize> {
        self.without_waiting(|| self.stream.peek(&mut [0]))
    }

    /// Ends both directions; a thread that is blocked on the socket returns.
    pub fn shut_down(&self) {
        // An error says that the socket is not connected any more: that is what was asked for.
        let _ = self.stream.shutdown(Shutdown::Both);
    }

    /// Makes the poller watch the socket, once and for all events.
    pub fn register(&mut self, registry: &Registry, token: usize) -> io::Result<()> {
        let both = Interest::READABLE | Interest::WRITABLE;
        registry.register(&mut self.stream, Token(token), both)
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
    let watched = PollFlags::OUT;
    let mut sockets: Vec<PollFd<'_>> = sockets
        .iter()
        .map(|socket| PollFd::new(&socket.stream, watched))
        .collect();
    wait_for(&mut sockets, until)
}

fn wait_for(polled: &mut [PollFd<'_>], until: Option<Instant>) -> io::Result<()> {
    let left = until.map(|it| it.saturating_duration_since(Instant::now()));
    // What is too long for the system is for ever.
    let left = left.and_then(|it| Timespec::try_from(it).ok());
    match poll(polled, left.as_ref()) {
        Ok(_) | Err(Errno::INTR) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

/// Whether a read of `count` bytes into a buffer of `room` has emptied the socket.
pub fn has_drained(count: usize, room: usize) -> bool {
    SHORT_READ_DRAINS && count < room
}

#[cfg(unix)]
const NO_SIGNAL: i32 = libc::MSG_NOSIGNAL;
#[cfg(not(unix))]
const NO_SIGNAL: i32 = 0;

fn is_under_way(error: &io::Error) -> bool {
    #[cfg(unix)]
    if error.raw_os_error() == Some(libc::EINPROGRESS) {
        return true;
    }
    error.kind() == io::ErrorKind::WouldBlock
}

/// A signal that interrupts a call is nobody's business here. But the system's timeout begins anew
/// with every call, and signals may come for ever: from the first one on the time is taken here.
fn retry<T>(
    bound: impl Fn() -> Option<Duration>,
    mut call: impl FnMut() -> io::Result<T>,
) -> io::Result<T> {
    let mut interrupted: Option<Instant> = None;
    loop {
        match call() {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            result => return result,
        }
        let since = interrupted.get_or_insert_with(Instant::now).elapsed();
        if bound().is_some_and(|bound| since >= bound) {
            return Err(io::ErrorKind::WouldBlock.into()); // as the system has it
        }
    }
}
