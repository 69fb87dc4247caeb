//! What is said to a SOCKS proxy and what it says: versions 4, 4a and 5 (RFC 1928, RFC 1929).

use std::net::IpAddr;

use super::Failure;

#[cfg(test)]
mod tests;

/// How a SOCKS proxy is spoken to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SocksVersion {
    /// SOCKS 4: it is told IPv4 addresses.
    V4,
    /// SOCKS 4a: it looks names up.
    V4a,
    /// SOCKS 5: it looks names up.
    V5,
}

/// A SOCKS proxy's version, and as whom it is used.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Socks {
    version: SocksVersion,
    user: Box<[u8]>,
    password: Box<[u8]>,
}

impl Socks {
    /// `None` for a user name or password that this version cannot say; both may be empty.
    pub fn new(version: SocksVersion, user: &[u8], password: &[u8]) -> Option<Self> {
        let can_say = |text: &[u8]| match version {
            SocksVersion::V5 => text.len() <= LONGEST,
            _ => text.len() <= LONGEST && !text.contains(&0),
        };
        (can_say(user) && can_say(password)).then(|| Self {
            version,
            user: user.into(),
            password: password.into(),
        })
    }

    /// Whether the proxy looks names up.
    pub fn takes_names(&self) -> bool {
        self.version != SocksVersion::V4
    }
}

/// What one byte can count.
const LONGEST: usize = 255;
/// A reply of SOCKS 5 with such a name.
pub const LONGEST_ANSWER: usize = 5 + LONGEST + 2;

/// Where the proxy is to connect to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Destination {
    /// An address.
    Address(IpAddr),
    /// A name for the proxy to look up.
    Name(Box<[u8]>),
}

impl Destination {
    /// A host by its name or literal address. No longer name can be said, nor is there any.
    pub fn of(host: &str) -> Result<Self, Failure> {
        match host.parse() {
            Ok(address) => Ok(Self::Address(address)),
            Err(_) if host.len() > LONGEST => Err(Failure::NameNotResolved),
            Err(_) => Ok(Self::Name(host.as_bytes().into())),
        }
    }
}

/// The handshake with a SOCKS proxy.
pub struct Handshake {
    /// What is to be said, and how much of it was.
    output: Vec<u8>,
    said: usize,
    /// What was heard of the answer, and how long it is as far as that is known.
    input: Vec<u8>,
    wanted: usize,
    awaits: Awaits,
    /// The last thing to say.
    request: Vec<u8>,
    /// What goes before it if the proxy asks for it.
    login: Vec<u8>,
}

/// What comes next.
#[derive(Debug, PartialEq, Eq)]
pub enum Turn<'a> {
    /// This is to be written.
    Say(&'a [u8]),
    /// At most so many bytes are to be read, at most [`LONGEST_ANSWER`]: what follows is the server's.
    Hear(usize),
}

/// What an answer is about.
enum Awaits {
    /// SOCKS 5: how to log in.
    Method,
    /// SOCKS 5: whether that was right.
    Login,
    /// Whether there is a connection: SOCKS 4.
    Reply4,
    /// The same of SOCKS 5.
    Reply5,
    Nothing,
}

const NO_LOGIN: u8 = 0;
const PASSWORD: u8 = 2;
const NO_METHOD: u8 = 0xff;

impl Handshake {
    /// A handshake that has not begun.
    pub fn new(socks: &Socks, to: Destination, port: u16) -> Result<Self, Failure> {
        if socks.version != SocksVersion::V5 {
            let request = request_4(socks, &to, port).ok_or(Failure::CannotConnect)?;
            return Ok(Self::begin(request, Awaits::Reply4));
        }
        let mut methods = vec![NO_LOGIN];
        let mut login = Vec::new();
        if !socks.user.is_empty() {
            methods.push(PASSWORD);
            login.push(1);
            for part in [&socks.user, &socks.password] {
                login.push(part.len() as u8);
                login.extend_from_slice(part);
            }
        }
        let greeting = [&[5, methods.len() as u8], &methods[..]].concat();
        Ok(Self {
            request: request_5(&to, port),
            login,
            ..Self::begin(greeting, Awaits::Method)
        })
    }

    fn begin(output: Vec<u8>, awaits: Awaits) -> Self {
        Self {
            output,
            said: 0,
            input: Vec::new(),
            wanted: 2,
            awaits,
            request: Vec::new(),
            login: Vec::new(),
        }
    }

    /// Whether the proxy has connected.
    pub fn is_done(&self) -> bool {
        matches!(self.awaits, Awaits::Nothing)
    }

    /// Whose turn it is.
    pub fn turn(&self) -> Turn<'_> {
        match &self.output[self.said..] {
            [] => Turn::Hear(self.wanted - self.input.len()),
            rest => Turn::Say(rest),
        }
    }

    /// So much of it was written.
    pub fn said(&mut self, count: usize) {
        self.said += count;
    }

    /// These bytes came; none: the proxy has hung up.
    pub fn heard(&mut self, bytes: &[u8]) -> Result<(), Failure> {
        self.input.extend_from_slice(bytes);
        match self.input.len() {
            _ if bytes.is_empty() => Err(Failure::ConnectionAborted),
            count if count < self.wanted => Ok(()),
            _ => self.take_answer(),
        }
    }

    /// As much of an answer as was wanted is there.
    fn take_answer(&mut self) -> Result<(), Failure> {
        match (&self.awaits, &self.input[..]) {
            (Awaits::Method, [5, NO_LOGIN]) => self.ask(),
            (Awaits::Method, [5, PASSWORD]) if !self.login.is_empty() => {
                let login = std::mem::take(&mut self.login);
                self.say(login, Awaits::Login);
            }
            (Awaits::Method, [5, NO_METHOD | PASSWORD]) => return Err(Failure::LoginRefused),
            (Awaits::Login, [_, 0]) => self.ask(),
            (Awaits::Login, _) => return Err(Failure::LoginRefused),
            (Awaits::Reply4, [0, 90]) => self.wanted = 8,
            (Awaits::Reply4, [0, 91]) => return Err(Failure::CannotConnect),
            // It asks this machine who its user is, and gets no answer that it likes.
            (Awaits::Reply4, [0, 92 | 93]) => return Err(Failure::LoginRefused),
            (Awaits::Reply5, [5, 0]) => self.wanted = 5,
            (Awaits::Reply5, [5, _]) => return Err(Failure::CannotConnect),
            (Awaits::Reply5, [5, 0, _, kind, first]) => {
                // Five bytes, the rest of the address, the port.
                self.wanted = match kind {
                    1 => 4 + 4 + 2,
                    3 => 4 + 1 + usize::from(*first) + 2,
                    4 => 4 + 16 + 2,
                    _ => return Err(Failure::InvalidResponse),
                };
            }
            (Awaits::Reply4, [0, 90, ..]) | (Awaits::Reply5, [5, 0, ..]) => {
                self.awaits = Awaits::Nothing;
            }
            _ => return Err(Failure::InvalidResponse),
        }
        Ok(())
    }

    fn ask(&mut self) {
        let request = std::mem::take(&mut self.request);
        self.say(request, Awaits::Reply5);
    }

    fn say(&mut self, output: Vec<u8>, awaits: Awaits) {
        self.output = output;
        self.said = 0;
        self.input.clear();
        self.wanted = 2;
        self.awaits = awaits;
    }
}

/// `None` for an address that SOCKS 4 cannot say.
fn request_4(socks: &Socks, to: &Destination, port: u16) -> Option<Vec<u8>> {
    let (address, name) = match to {
        Destination::Address(address) => (to_ipv4(address)?, &[][..]),
        // No such address: a name follows.
        Destination::Name(name) => ([0, 0, 0, 1], &name[..]),
    };
    let mut request = vec![4, 1];
    request.extend_from_slice(&port.to_be_bytes());
    request.extend_from_slice(&address);
    request.extend_from_slice(&socks.user);
    request.push(0);
    if !name.is_empty() {
        request.extend_from_slice(name);
        request.push(0);
    }
    Some(request)
}

fn to_ipv4(address: &IpAddr) -> Option<[u8; 4]> {
    match address {
        IpAddr::V4(address) => Some(address.octets()),
        IpAddr::V6(address) => address.to_ipv4_mapped().map(|it| it.octets()),
    }
}

fn request_5(to: &Destination, port: u16) -> Vec<u8> {
    let mut request = vec![5, 1, 0];
    match to {
        Destination::Address(IpAddr::V4(address)) => {
            request.push(1);
            request.extend_from_slice(&address.octets());
        }
        Destination::Address(IpAddr::V6(address)) => {
            request.push(4);
            request.extend_from_slice(&address.octets());
        }
        Destination::Name(name) => {
            request.push(3);
            request.push(name.len() as u8);
            request.extend_from_slice(name);
        }
    }
    request.extend_from_slice(&port.to_be_bytes());
    request
}
