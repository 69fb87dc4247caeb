//! One connection: a socket, TLS on it or not, and its place with the reactor.

use std::io::{self, IoSlice, Read, Write};
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use rustls::ClientConnection;

use super::reactor::Registration;
use super::socket::{has_drained, Socket};
use super::tls::{self, Security, Session};
use super::{clock, Driver, Failure, Origin, Timeouts};

/// A connection to an origin.
pub struct Connection {
    socket: Arc<Socket>,
    tls: Option<Box<Session>>,
    registration: Option<Registration>,
    /// Whom it connects to.
    pub origin: Arc<Origin>,
    /// The address that it connects to.
    pub peer: SocketAddr,
    /// If the connect was through at once, until the request begins: how much of it went out with the connect.
    went_along: Option<usize>,
    /// It has served a request before.
    pub reused: bool,
    /// It leads to the origin, and not to a proxy that was not told yet where to connect to.
    pub is_through: bool,
    /// When it last came to rest, if it ever did.
    idle_since: Option<Duration>,
    blocking_timeouts: Option<Timeouts>,
    /// The socket has taken bytes since somebody asked.
    has_moved: bool,
    /// The last read found a part of a TLS record and nothing to give.
    has_heard: bool,
    /// The last read filled its buffer, so that something may be left in the socket.
    may_have_more: bool,
}

/// A connection as it changes hands: between the pool, the queue and a transfer.
pub type Handed = Box<Connection>;

/// What a program may ask about a connection.
#[derive(Debug, Clone, Copy)]
pub struct SocketInfo {
    /// The system's number of the socket.
    pub socket: usize,
    /// Our port.
    pub source_port: u16,
    /// The port of the other end.
    pub destination_port: u16,
    /// It is encrypted.
    pub is_secure: bool,
    /// It has served another request before.
    pub is_reused: bool,
}

impl Connection {
    /// Starts to connect without blocking. `registration`, if any, keeps watch over it. `first` may go out with it; an
    /// error says how much of it has, which must not be sent again.
    pub fn start(
        origin: Arc<Origin>,
        peer: SocketAddr,
        registration: &mut Option<Registration>,
        first: &[IoSlice<'_>],
    ) -> Result<Handed, (io::Error, usize)> {
        let nothing_sent = |error| (error, 0);
        let mut socket = Socket::new(peer).map_err(nothing_sent)?;
        let begun = socket.start_to_connect(peer, first);
        let went_along = begun.map_err(nothing_sent)?;
        if let Some(registration) = registration {
            let watched = registration.watch(&mut socket, &origin, went_along.is_some());
            watched.map_err(|error| (error, went_along.unwrap_or(0)))?;
        }
        Ok(Box::new(Self {
            socket: Arc::new(socket),
            tls: None,
            registration: registration.take(),
            is_through: origin.is_next(),
            origin,
            peer,
            went_along,
            reused: false,
            idle_since: None,
            blocking_timeouts: None,
            has_moved: false,
            has_heard: false,
            may_have_more: false,
        }))
    }

    /// The socket, for whoever has to free a thread that is blocked on it.
    pub fn socket(&self) -> &Arc<Socket> {
        &self.socket
    }

    /// What a program may ask about it.
    pub fn info(&self) -> SocketInfo {
        SocketInfo {
            socket: self.socket.number(),
            source_port: self.socket.port(),
            destination_port: self.peer.port(),
            is_secure: self.tls.is_some(),
            is_reused: self.reused,
        }
    }

    /// Whether the connect that [`Connection::start`] began is through.
    pub fn is_connected(&mut self) -> io::Result<bool> {
        if self.went_along.is_some() {
            return Ok(true);
        }
        match &self.registration {
            Some(registration) => match registration.readiness().for_connect() {
                Some(true) => Ok(true),
                Some(false) => self.socket.is_connected(),
                None => Ok(false),
            },
            None => self.socket.is_connected(),
        }
    }

    /// How much of the first request went out with the connect; tells it once.
    pub fn take_went_along(&mut self) -> usize {
        self.went_along.take().unwrap_or(0)
    }

    /// Its place with the reactor.
    pub fn registration(&mut self) -> Option<&mut Registration> {
        self.registration.as_mut()
    }

    /// Makes the connection fit for the driver: blocking or watched by the reactor.
    pub fn adopt(&mut self, driver: &Driver<'_>) -> io::Result<()> {
        match driver {
            Driver::Blocking { .. } => {
                if let Some(registration) = self.registration.take() {
                    let socket = Arc::get_mut(&mut self.socket).ok_or(io::ErrorKind::Other)?;
                    registration.unwatch(socket)?;
                }
                self.socket.set_blocking(true)
            }
            Driver::Reactor { owner, .. } => {
                self.socket.set_blocking(false)?;
                if self.registration.is_none() {
                    let registration = Registration::reserve()?;
                    let socket = Arc::get_mut(&mut self.socket).ok_or(io::ErrorKind::Other)?;
                    registration.watch(socket, &self.origin, true)?;
                    self.registration = Some(registration);
                }
                if let Some(registration) = &self.registration {
                    registration.attach(owner.task());
                }
                Ok(())
            }
        }
    }

    /// Bounds the blocking calls; costs system calls only when something changes.
    pub fn bound(&mut self, timeouts: Timeouts) -> io::Result<()> {
        if self.blocking_timeouts != Some(timeouts) {
            self.socket.set_timeouts(timeouts.receive, timeouts.send)?;
            self.blocking_timeouts = Some(timeouts);
        }
        Ok(())
    }

    /// Goes to rest now, for so long at most. `false`: it is not worth keeping, since it has ended or
    /// there is more on it than the answer.
    pub fn rest(&mut self, now: Duration, at_most: Duration) -> bool {
        self.idle_since = Some(now);
        let tls = self.tls.as_deref_mut();
        if !tls.is_none_or(|tls| is_exhausted(&mut tls.connection)) {
            return false;
        }
        let mut may_have_more = std::mem::take(&mut self.may_have_more);
        if let Some(registration) = &mut self.registration {
            may_have_more |= registration.readiness().is_readable();
            if !registration.rest(clock::instant(now) + at_most) {
                return false;
            }
        }
        !may_have_more || self.socket.is_quiet()
    }

    /// How long it has been at rest.
    pub fn idle_for(&self) -> Duration {
        let since = self.idle_since;
        since.map_or(Duration::ZERO, |it| clock::tick().saturating_sub(it))
    }

    /// As if it had been at rest for so much longer.
    #[cfg(test)]
    pub fn age(&mut self, by: Duration) {
        self.idle_since = self.idle_since.map(|it| it.checked_sub(by).unwrap());
    }

    /// Whether a request may go out on it. `careful` asks the system: the poller may not have come to it yet, and
    /// one that nobody watches may have been given up by its server.
    pub fn is_usable(&self, careful: bool) -> bool {
        let is_watched_quiet = |it: &Registration| it.readiness().is_quiet();
        self.registration.as_ref().is_none_or(is_watched_quiet)
            && (!careful || self.socket.is_quiet())
    }

    /// Whether its place with the reactor is this one.
    pub fn has_slot(&self, slot: usize) -> bool {
        self.registration
            .as_ref()
            .is_some_and(|it| it.slot() == slot)
    }

    /// Whether the reactor has seen something to read that nobody has read yet.
    pub fn is_readable(&self) -> bool {
        match &self.registration {
            Some(registration) => registration.readiness().is_readable(),
            None => true,
        }
    }

    /// How many bytes a read would find, as far as the system tells. TLS does not know before it has read them.
    pub fn come(&self) -> u64 {
        match self.tls.is_none() && self.is_readable() {
            true => self.socket.come(),
            false => 0,
        }
    }

    /// Whether a read is known to find nothing.
    pub fn is_silent(&self) -> bool {
        self.tls.is_none() && !self.is_readable()
    }

    /// The next read asks the socket, whether the poller has come to it or not.
    pub fn look_again(&self) {
        if let Some(registration) = &self.registration {
            registration.readiness().set_readable();
        }
    }

    /// Whether TLS has begun.
    pub fn is_encrypted(&self) -> bool {
        self.tls.is_some()
    }

    /// What the TLS handshake has come to.
    pub fn security(&self) -> Option<&Arc<Security>> {
        self.tls.as_ref()?.security.as_ref()
    }

    /// Begins TLS.
    pub fn start_tls(&mut self) -> Result<(), Failure> {
        // Handshake messages and records are small writes that the peer waits for.
        self.socket
            .set_nodelay()
            .map_err(|_| Failure::ConnectionAborted)?;
        self.tls = Some(tls::session(&self.origin)?);
        Ok(())
    }

    /// Goes on with the handshake until it is through.
    pub fn shake_hands(&mut self, deadline: Option<Instant>) -> Result<(), io::Error> {
        let shaken = self.shake_on(deadline);
        let is_over = !matches!(&shaken, Err(error) if error.kind() == io::ErrorKind::WouldBlock);
        if let Some(tls) = self.tls.as_deref_mut().filter(|_| is_over) {
            let refused = shaken.as_ref().err().and_then(tls::refused);
            let security = refused.or_else(|| Security::of(&tls.connection));
            tls.security = security.map(Arc::new);
            if let Some(made) = tls.security.as_ref().filter(|it| it.channel.is_some()) {
                tls::remember(&self.origin, made);
            }
        }
        shaken
    }

    fn shake_on(&mut self, deadline: Option<Instant>) -> io::Result<()> {
        let (mut wire, tls) = self.parts();
        wire.waits = true;
        let Some(session) = tls else { return Ok(()) };
        let tls = &mut session.connection;
        while tls.is_handshaking() {
            // A peer that sends a byte now and then keeps each call within its bound.
            if deadline.is_some_and(|at| at <= Instant::now()) {
                return Err(io::ErrorKind::TimedOut.into());
            }
            if tls.wants_write() {
                tls.write_tls(&mut wire)?;
                continue;
            }
            let taken = take_records(tls, &mut wire);
            session.was_asked |= tls::was_asked();
            taken?;
            // Who the server is comes first. Nothing was answered yet.
            if session.was_asked && tls.peer_certificates().is_some() {
                return Err(tls::certificate_wanted());
            }
        }
        flush(tls, &mut wire)
    }

    /// Writes once, without waiting; gives the number of bytes taken.
    pub fn write(&mut self, parts: &[IoSlice<'_>]) -> io::Result<usize> {
        let (mut wire, tls) = self.parts();
        let Some(tls) = tls.map(|tls| &mut tls.connection) else {
            return wire.write_vectored(parts);
        };
        flush(tls, &mut wire)?;
        let taken = tls.writer().write_vectored(parts)?;
        match flush(tls, &mut wire) {
            Err(error) if error.kind() != io::ErrorKind::WouldBlock => Err(error),
            _ => Ok(taken),
        }
    }

    /// Everything that was written is on its way.
    pub fn flush(&mut self) -> io::Result<()> {
        let (mut wire, tls) = self.parts();
        match tls {
            Some(tls) => flush(&mut tls.connection, &mut wire),
            None => Ok(()),
        }
    }

    /// Whether the socket has taken bytes since the last call of this.
    pub fn take_moved(&mut self) -> bool {
        std::mem::take(&mut self.has_moved)
    }

    /// Whether the last read has found a part of a TLS record; told once.
    pub fn take_heard(&mut self) -> bool {
        std::mem::take(&mut self.has_heard)
    }

    /// Reads what has come, without waiting; 0 is the end.
    pub fn read_at_once(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.look_again();
        let socket = self.socket.clone();
        socket.without_waiting(|| self.read(buffer))
    }

    /// Reads once; 0 is the end.
    pub fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let (mut wire, tls) = self.parts();
        let Some(session) = tls else {
            return wire.read(buffer);
        };
        let tls = &mut session.connection;
        loop {
            match tls.reader().read(buffer) {
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
                // Servers that leave without goodbye are common; a body with a known length still
                // notices that it was cut.
                Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => {
                    return session.failure.clone().map_or(Ok(0), |it| Err(broken(it)));
                }
                other => {
                    *wire.has_heard = false;
                    return other;
                }
            }
            if let Some(failure) = &session.failure {
                return Err(broken(failure.clone()));
            }
            if let Err(error) = take_records(tls, &mut wire) {
                // An alert, say: what was read before it is good, and its end is none.
                match tls::inner(&error) {
                    Some(failure) => session.failure = Some(failure.clone()),
                    None => return Err(error),
                }
            }
            *wire.has_heard = true;
            // What a renewed key or a ticket makes us answer goes out when it can.
            let _ = flush(tls, &mut wire);
        }
    }

    fn parts(&mut self) -> (Wire<'_>, Option<&mut Session>) {
        let wire = Wire {
            socket: &self.socket,
            registration: self.registration.as_ref(),
            waits: false,
            has_moved: &mut self.has_moved,
            has_heard: &mut self.has_heard,
            may_have_more: &mut self.may_have_more,
        };
        (wire, self.tls.as_deref_mut())
    }
}

/// Whether every byte that came over TLS was read.
fn is_exhausted(tls: &mut ClientConnection) -> bool {
    let state = tls.process_new_packets();
    state.is_ok_and(|state| state.plaintext_bytes_to_read() == 0)
}

fn flush(tls: &mut ClientConnection, wire: &mut Wire<'_>) -> io::Result<()> {
    while tls.wants_write() {
        tls.write_tls(wire)?;
    }
    Ok(())
}

fn take_records(tls: &mut ClientConnection, wire: &mut Wire<'_>) -> io::Result<()> {
    if tls.read_tls(wire)? == 0 && tls.is_handshaking() {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    if let Err(error) = tls.process_new_packets() {
        // The alert that says why is worth one try.
        let _ = tls.write_tls(wire);
        return Err(broken(error));
    }
    Ok(())
}

fn broken(error: rustls::Error) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, error)
}

/// The socket as rustls reads and writes it.
struct Wire<'a> {
    socket: &'a Socket,
    registration: Option<&'a Registration>,
    /// Writes wait where the socket blocks.
    waits: bool,
    has_moved: &'a mut bool,
    has_heard: &'a mut bool,
    may_have_more: &'a mut bool,
}

impl Read for Wire<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let Some(readiness) = self.registration.map(Registration::readiness) else {
            let result = self.socket.read(buffer);
            *self.may_have_more = result.as_ref().is_ok_and(|it| *it == buffer.len());
            return result;
        };
        // Taken before the read: what comes meanwhile sets it again.
        if !readiness.take_readable() {
            return Err(io::ErrorKind::WouldBlock.into());
        }
        let result = self.socket.read(buffer);
        let is_drained = match &result {
            Ok(count) => *count > 0 && has_drained(*count, buffer.len()),
            Err(error) => error.kind() == io::ErrorKind::WouldBlock,
        };
        if !is_drained {
            readiness.set_readable();
        }
        result
    }
}

impl Write for Wire<'_> {
    fn write(&mut self, buffer: &[u8]) -> io::Result<usize> {
        self.write_vectored(&[IoSlice::new(buffer)])
    }

    fn write_vectored(&mut self, parts: &[IoSlice<'_>]) -> io::Result<usize> {
        let written = match self.waits {
            true => self.socket.write(parts),
            false => self.socket.write_at_once(parts),
        };
        *self.has_moved |= written.is_ok();
        match (&written, self.registration) {
            (Err(error), Some(registration)) if error.kind() == io::ErrorKind::WouldBlock => {
                registration.watch_room(self.socket)?;
            }
            _ => {}
        }
        written
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
