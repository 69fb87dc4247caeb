//! A socket of Unix: blocking calls with the system's own timeouts.

use std::io::{self, IoSlice, Read};
use std::net::SocketAddr;
use std::os::fd::AsRawFd;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use mio::net::TcpStream;
use mio::unix::SourceFd;
use mio::{Interest, Registry, Token};
use rustix::io::ioctl_fionread;
use socket2::{Domain, Protocol, Type};

use super::Socket;

/// A short read leaves nothing behind where the poller is edge-triggered by itself; elsewhere only a
/// read that would block arms the poller again.
pub const SHORT_READ_DRAINS: bool = cfg!(any(target_os = "linux", target_os = "android"));

const NO_SIGNAL: i32 = libc::MSG_NOSIGNAL;
/// Without waiting, on a socket that blocks.
const AT_ONCE: i32 = NO_SIGNAL | libc::MSG_DONTWAIT;

/// A new socket for the family of `address` that does not block.
pub fn open(address: SocketAddr) -> io::Result<socket2::Socket> {
    let domain = Domain::for_address(address);
    #[cfg(any(target_os = "linux", target_os = "android"))]
    {
        let kind = Type::STREAM.cloexec().nonblocking();
        socket2::Socket::new_raw(domain, kind, Some(Protocol::TCP))
    }
    #[cfg(not(any(target_os = "linux", target_os = "android")))]
    {
        let socket = socket2::Socket::new(domain, Type::STREAM, Some(Protocol::TCP))?;
        socket.set_nonblocking(true)?;
        Ok(socket)
    }
}

/// Whether a connect has begun and not ended.
pub fn is_under_way(error: &io::Error) -> bool {
    let under_way = [Some(libc::EINPROGRESS), Some(libc::EALREADY)];
    under_way.contains(&error.raw_os_error()) || error.kind() == io::ErrorKind::WouldBlock
}

/// A connect that is made again while it is under way tells how it goes, and so does a write; elsewhere it is an error
/// when it is through.
pub const TELLS_WHEN_ASKED_AGAIN: bool = cfg!(any(target_os = "linux", target_os = "android"));

/// What a socket is watched for can be changed.
pub const ROOM_IS_WATCHED_FROM_THE_START: bool = false;

/// Has the poller watch for room too, and tell if there is some already.
pub fn watch_room(stream: &TcpStream, registry: &Registry, token: Token) -> io::Result<()> {
    let both = Interest::READABLE | Interest::WRITABLE;
    registry.reregister(&mut SourceFd(&stream.as_raw_fd()), token, both)
}

/// No descriptor, port or memory is left: another address would not help.
pub fn is_exhaustion(error: &io::Error) -> bool {
    let exhausted = [libc::EMFILE, libc::ENFILE, libc::ENOBUFS, libc::ENOMEM];
    let is_listed = |it| exhausted.contains(&it);
    error.kind() == io::ErrorKind::OutOfMemory || error.raw_os_error().is_some_and(is_listed)
}

/// The system tells of everything, so one wait may be as long as there is time left.
pub fn longest_wait(left: Option<Duration>) -> Option<Duration> {
    left
}

impl Socket {
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

    /// The number by which the system knows it.
    pub fn number(&self) -> usize {
        self.stream.as_raw_fd() as usize
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
    pub fn write_at_once(&self, parts: &[IoSlice<'_>]) -> io::Result<usize> {
        retry(|| None, || self.send(parts, AT_ONCE))
    }

    fn send(&self, parts: &[IoSlice<'_>], flags: i32) -> io::Result<usize> {
        self.stream.try_io(|| match parts {
            [one] => self.raw().send_with_flags(one, flags),
            many => self.raw().send_vectored_with_flags(many, flags),
        })
    }

    /// How many bytes wait to be read, as far as the system tells.
    pub fn come(&self) -> u64 {
        ioctl_fionread(&self.stream).unwrap_or(0)
    }

    /// Looks at what a read would give, without waiting.
    pub(super) fn peek(&self) -> io::Result<usize> {
        let flags = libc::MSG_PEEK | libc::MSG_DONTWAIT;
        let mut one = [std::mem::MaybeUninit::uninit()];
        self.raw().recv_with_flags(&mut one, flags)
    }
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
