//! One accepted socket, plain or under TLS.

use std::io::{self, Read, Write};
use std::net::{Shutdown, TcpStream};
use std::sync::{Arc, Weak};
use std::time::Duration;

use rustls::{HandshakeKind, ServerConfig, ServerConnection, StreamOwned};

/// A socket with one owner and weak on-lookers: dropping the owner really
/// closes it, which a `try_clone` held elsewhere would prevent.
pub struct Socket(Arc<TcpStream>);

impl Socket {
    pub fn new(stream: TcpStream) -> Self {
        // What is sent goes out at once: a close with something unread would take back what waits.
        let _ = stream.set_nodelay(true);
        Self(Arc::new(stream))
    }

    pub fn watch(&self) -> Weak<TcpStream> {
        Arc::downgrade(&self.0)
    }
}

impl Read for Socket {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        (&*self.0).read(buf)
    }
}

impl Write for Socket {
    fn write(&mut self, buf: &[u8]) -> io::Result<usize> {
        (&*self.0).write(buf)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

pub enum Stream {
    Plain(Socket),
    Tls(Box<StreamOwned<ServerConnection, Socket>>),
    Gone,
}

impl Stream {
    /// Does the TLS handshake on a plain stream.
    pub fn accept_tls(&mut self, config: Arc<ServerConfig>) -> io::Result<()> {
        let Self::Plain(socket) = std::mem::replace(self, Self::Gone) else {
            return Err(io::Error::other("TLS on a stream that is not plain"));
        };
        let session = ServerConnection::new(config).map_err(io::Error::other)?;
        let mut tls = StreamOwned::new(session, socket);
        while tls.conn.is_handshaking() {
            if let Err(error) = tls.conn.complete_io(&mut tls.sock) {
                // The alert that explains it to the client, if it still goes.
                let _ = tls.conn.write_tls(&mut tls.sock);
                return Err(error);
            }
        }
        *self = Self::Tls(Box::new(tls));
        Ok(())
    }

    /// The certificate that the client has shown.
    pub fn peer_certificate(&self) -> Option<Vec<u8>> {
        let Self::Tls(tls) = self else { return None };
        let chain = tls.conn.peer_certificates()?;
        chain.first().map(|it| it.to_vec())
    }

    /// Whether the handshake took up an earlier session.
    pub fn is_resumed(&self) -> bool {
        match self {
            Self::Tls(tls) => tls.conn.handshake_kind() == Some(HandshakeKind::Resumed),
            _ => false,
        }
    }

    /// Reads what comes next; `Ok(0)` is the client's end of the stream.
    pub fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        match self {
            Self::Plain(socket) => socket.read(buf),
            Self::Tls(tls) => match tls.read(buf) {
                // A client that hangs up without a close_notify has ended too.
                Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Ok(0),
                other => other,
            },
            Self::Gone => Ok(0),
        }
    }

    pub fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        match self {
            Self::Plain(socket) => socket.write_all(bytes),
            Self::Tls(tls) => tls.write_all(bytes).and_then(|()| tls.flush()),
            Self::Gone => Err(io::ErrorKind::NotConnected.into()),
        }
    }

    /// Writes to the socket itself.
    pub fn write_raw(&mut self, bytes: &[u8]) -> io::Result<()> {
        let mut socket = self.socket().ok_or(io::ErrorKind::NotConnected)?;
        socket.write_all(bytes)
    }

    /// Ends TLS by an alert: the session is shown a record that nobody has sealed.
    pub fn alert(&mut self) -> io::Result<()> {
        let Self::Tls(tls) = self else {
            return Err(io::Error::other("an alert without TLS"));
        };
        let mut junk: &[u8] = b"\x17\x03\x03\x00\x20this was never encrypted by them.";
        tls.conn.read_tls(&mut junk)?;
        let found = tls.conn.process_new_packets();
        found.expect_err("it is junk");
        while tls.conn.wants_write() {
            tls.conn.write_tls(&mut tls.sock)?;
        }
        Ok(())
    }

    /// What would go out for these bytes: a record under TLS.
    pub fn seal(&mut self, bytes: &[u8]) -> io::Result<Vec<u8>> {
        let Self::Tls(tls) = self else {
            return Ok(bytes.to_vec());
        };
        tls.conn.writer().write_all(bytes)?;
        let mut sealed = Vec::new();
        while tls.conn.wants_write() {
            tls.conn.write_tls(&mut sealed)?;
        }
        Ok(sealed)
    }

    /// The system takes hardly anything for us that we have not read.
    pub fn take_little(&self) -> io::Result<()> {
        let socket = self.socket().ok_or(io::ErrorKind::NotConnected)?;
        socket2::SockRef::from(socket).set_recv_buffer_size(1)
    }

    /// Ends our direction; the other one stays open.
    pub fn half_close(&mut self) -> io::Result<()> {
        if let Self::Tls(tls) = self {
            tls.conn.send_close_notify();
            tls.flush()?;
        }
        self.socket()
            .map_or(Ok(()), |s| s.shutdown(Shutdown::Write))
    }

    /// Closes properly: under TLS with a close_notify.
    pub fn close(&mut self) {
        if let Self::Tls(tls) = self {
            tls.conn.send_close_notify();
            // The client may be gone already; then nobody misses the alert.
            let _ = tls.flush();
        }
        *self = Self::Gone;
    }

    /// Closes the socket and says nothing in TLS: a body cut short.
    pub fn truncate(&mut self) {
        *self = Self::Gone;
    }

    /// Closes with a RST instead of a FIN.
    pub fn reset(&mut self) -> io::Result<()> {
        if let Some(socket) = self.socket() {
            socket2::SockRef::from(socket).set_linger(Some(Duration::ZERO))?;
        }
        *self = Self::Gone;
        Ok(())
    }

    fn socket(&self) -> Option<&TcpStream> {
        match self {
            Self::Plain(socket) => Some(&socket.0),
            Self::Tls(tls) => Some(&tls.sock.0),
            Self::Gone => None,
        }
    }
}
