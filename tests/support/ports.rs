//! Addresses where no server answers.

use std::io;
use std::net::{Ipv4Addr, SocketAddr, SocketAddrV4, TcpStream};
use std::time::Duration;

use socket2::{Domain, Socket, Type};

/// A port that refuses: bound, so that nobody else gets it, but not listening.
pub struct RefusedPort(Socket);

impl RefusedPort {
    pub fn new() -> Self {
        Self(bound_socket())
    }

    pub fn port(&self) -> u16 {
        port_of(&self.0)
    }
}

/// A port that neither accepts nor refuses: its queue is full, so the system
/// drops each new SYN and a connect stays pending.
pub struct SilentPort {
    listener: Socket,
    fillers: Vec<TcpStream>,
}

impl SilentPort {
    pub fn new() -> Self {
        let listener = bound_socket();
        listener.listen(0).expect("listen");
        let mut silent = Self {
            listener,
            fillers: Vec::new(),
        };
        silent.fill();
        silent
    }

    pub fn port(&self) -> u16 {
        port_of(&self.listener)
    }

    /// Connects until one stays pending. That one is proof, and is given up.
    fn fill(&mut self) {
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, self.port()));
        for _ in 0..64 {
            match TcpStream::connect_timeout(&address, Duration::from_millis(200)) {
                Ok(stream) => self.fillers.push(stream),
                Err(error) if error.kind() == io::ErrorKind::TimedOut => return,
                Err(error) => panic!("filling the queue: {error}"),
            }
        }
        panic!("the queue never became full");
    }
}

fn bound_socket() -> Socket {
    let socket = Socket::new(Domain::IPV4, Type::STREAM, None).expect("a socket");
    let any = SocketAddrV4::new(Ipv4Addr::LOCALHOST, 0);
    socket.bind(&any.into()).expect("a loopback port");
    socket
}

fn port_of(socket: &Socket) -> u16 {
    let address = socket.local_addr().expect("its address");
    address.as_socket().expect("an internet address").port()
}
