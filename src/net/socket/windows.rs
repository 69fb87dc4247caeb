//! A socket of Windows. It never blocks in a call: after a timeout of the system's own the state of a
//! socket is indeterminate there, and a partial send does not say how far it came. Who is to block
//! waits for the socket and tries again.

use std::io::{self, IoSlice, Read};
use std::net::SocketAddr;
use std::os::windows::io::AsRawSocket;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use mio::net::TcpStream;
use mio::{Registry, Token};
use rustix::event::{PollFd, PollFlags};
use socket2::{Domain, Protocol, Type};

use super::{wait, Socket};

/// Only a read that would block arms the poller again.
pub const SHORT_READ_DRAINS: bool = false;

/// A wait looks again after this time. WSAPoll says nothing of a connect that failed before Windows 10,
/// version 2004, and need not say that another thread has shut the socket down.
const BETWEEN_LOOKS: Duration = Duration::from_millis(100);

const WSAEMFILE: i32 = 10024;
const WSAENOBUFS: i32 = 10055;

/// A new socket for the family of `address` that does not block.
pub fn open(address: SocketAddr) -> io::Result<socket2::Socket> {
    let domain = Domain::for_address(address);
    let socket = socket2::Socket::new(domain, Type::STREAM, Some(Protocol::TCP))?;
    socket.set_nonblocking(true)?;
    Ok(socket)
}

/// Whether a connect has begun and not ended.
pub fn is_under_way(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::WouldBlock
}

/// Asked again, a connect is refused.
pub const TELLS_WHEN_ASKED_AGAIN: bool = false;

/// Only the owner of a socket may change what it is watched for.
pub const ROOM_IS_WATCHED_FROM_THE_START: bool = true;

/// It is watched from the start.
pub fn watch_room(_: &TcpStream, _: &Registry, _: Token) -> io::Result<()> {
    Ok(())
}

/// No socket, port or memory is left: another address would not help.
pub fn is_exhaustion(error: &io::Error) -> bool {
    let code = error.raw_os_error();
    error.kind() == io::ErrorKind::OutOfMemory
        || code == Some(WSAEMFILE)
        || code == Some(WSAENOBUFS)
}

/// How long one wait may be.
pub fn longest_wait(left: Option<Duration>) -> Option<Duration> {
    Some(left.map_or(BETWEEN_LOOKS, |left| left.min(BETWEEN_LOOKS)))
}

impl Socket {
    /// Chooses whether reads and writes block.
    pub fn set_blocking(&self, blocks: bool) -> io::Result<()> {
        self.blocks.store(blocks, Ordering::Relaxed);
        Ok(())
    }

    /// Bounds each blocking read and write.
    pub fn set_timeouts(&self, read: Option<Duration>, write: Option<Duration>) -> io::Result<()> {
        *self.bounds.lock() = (read, write);
        Ok(())
    }

    /// The number by which the system knows it.
    pub fn number(&self) -> usize {
        self.stream.as_raw_socket() as usize
    }

    /// Reads once.
    pub fn read(&self, buffer: &mut [u8]) -> io::Result<usize> {
        let bound = || self.bounds.lock().0;
        self.attempt(PollFlags::IN, bound, || (&self.stream).read(buffer))
    }

    /// Writes once, all of `parts` in one call.
    pub fn write(&self, parts: &[IoSlice<'_>]) -> io::Result<usize> {
        let bound = || self.bounds.lock().1;
        self.attempt(PollFlags::OUT, bound, || self.write_at_once(parts))
    }

    /// The same without waiting.
    pub fn write_at_once(&self, parts: &[IoSlice<'_>]) -> io::Result<usize> {
        self.stream.try_io(|| match parts {
            [one] => self.raw().send(one),
            many => self.raw().send_vectored(many),
        })
    }

    /// Makes the call, and if it would block and may, waits and makes it again.
    fn attempt<T>(
        &self,
        event: PollFlags,
        bound: impl Fn() -> Option<Duration>,
        mut call: impl FnMut() -> io::Result<T>,
    ) -> io::Result<T> {
        let mut until = None;
        loop {
            match call() {
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
                result => return result,
            }
            let now = Instant::now();
            let until = *until.get_or_insert_with(|| bound().and_then(|it| now.checked_add(it)));
            let is_late = until.is_some_and(|until| now >= until);
            if is_late || !self.blocks.load(Ordering::Relaxed) {
                return Err(io::ErrorKind::WouldBlock.into());
            }
            wait(&mut [PollFd::new(&self.stream, event)], until)?;
        }
    }

    /// How many bytes wait to be read; nobody asks the system here, so they are read to be known.
    pub fn come(&self) -> u64 {
        0
    }

    /// Looks at what a read would give, without waiting.
    pub(super) fn peek(&self) -> io::Result<usize> {
        self.stream.peek(&mut [0])
    }
}
