//! What a server or a proxy asks for before it answers (401, 407), and what is answered: Basic
//! (RFC 7617) and Digest (RFC 7616) as pure bytes.

mod challenge;
mod digest;
#[cfg(feature = "ntlm")]
mod ntlm;

pub use challenge::{challenges, Challenge};
pub use digest::Digest;
#[cfg(feature = "ntlm")]
pub use ntlm::{Handshake, Turn};

/// No scheme that is built in takes more than one message, so there never is one.
#[cfg(not(feature = "ntlm"))]
pub type Handshake = std::convert::Infallible;

use base64::prelude::{Engine, BASE64_STANDARD};

#[cfg(test)]
mod tests;

/// A user name and a password.
#[derive(Clone, Default, PartialEq, Eq, Hash)]
pub struct Login {
    /// The user name.
    pub user: Box<[u8]>,
    /// The password.
    pub password: Box<[u8]>,
}

impl Login {
    /// Whether there is none: both are empty.
    pub fn is_empty(&self) -> bool {
        self.user.is_empty() && self.password.is_empty()
    }
}

impl std::fmt::Debug for Login {
    /// Passwords stay out of logs.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let user = String::from_utf8_lossy(&self.user);
        f.debug_tuple("Login").field(&user).finish()
    }
}

/// The request that credentials go along with.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'a> {
    /// The method.
    pub method: &'a [u8],
    /// The request target as it stands in the request line.
    pub target: &'a [u8],
    /// The body, if it is known before it is sent.
    pub body: Option<&'a [u8]>,
}

/// A protection space that we have the words for.
#[derive(Debug, Clone)]
pub struct Protection {
    /// The realm, which may be empty.
    pub realm: Box<[u8]>,
    /// How it is entered.
    pub scheme: Scheme,
}

/// The schemes, from the weakest to the strongest.
#[derive(Debug, Clone)]
pub enum Scheme {
    /// The password itself, hardly disguised.
    Basic,
    /// A hash over it and what the server said.
    Digest(Digest),
    /// Messages to and fro, which let in the connection.
    #[cfg(feature = "ntlm")]
    Ntlm(Turn),
}

impl Protection {
    /// The strongest of those in the values of WWW-Authenticate or Proxy-Authenticate; of equals the
    /// first. `random` is for the part of a digest that is ours.
    pub fn strongest<'a>(
        values: impl Iterator<Item = &'a [u8]>,
        random: impl Fn() -> [u8; 16],
    ) -> Option<Self> {
        let mut strongest: Option<Self> = None;
        for challenge in values.flat_map(challenges) {
            let Some(protection) = Self::of(&challenge, &random) else {
                continue;
            };
            let strength = protection.scheme.strength();
            if strongest
                .as_ref()
                .is_none_or(|it| it.scheme.strength() < strength)
            {
                strongest = Some(protection);
            }
        }
        strongest
    }

    fn of(challenge: &Challenge, random: impl Fn() -> [u8; 16]) -> Option<Self> {
        let scheme = if challenge.is("Basic") {
            Scheme::Basic
        } else if challenge.is("Digest") {
            Scheme::Digest(Digest::of(challenge, random())?)
        } else {
            #[cfg(feature = "ntlm")]
            return Some(Self {
                realm: Box::default(),
                scheme: Scheme::Ntlm(Turn::of(challenge)?),
            });
            #[cfg(not(feature = "ntlm"))]
            return None;
        };
        Some(Self {
            realm: challenge.get("realm").unwrap_or_default().into(),
            scheme,
        })
    }

    /// The value of Authorization or Proxy-Authorization, and what is to be kept for the next message if
    /// there is one; `former` is from the last. `None` where the scheme cannot carry this login or this
    /// request.
    pub fn authorize(
        &self,
        login: &Login,
        subject: &Subject<'_>,
        former: Option<&Handshake>,
    ) -> Option<(Vec<u8>, Option<Handshake>)> {
        let value = match &self.scheme {
            Scheme::Basic => basic(login)?,
            Scheme::Digest(digest) => digest.authorize(&self.realm, login, subject)?,
            #[cfg(feature = "ntlm")]
            Scheme::Ntlm(turn) => {
                let (value, handshake) = turn.answer(former, login)?;
                return Some((value, Some(handshake)));
            }
        };
        let _ = former;
        Some((value, None))
    }

    /// Whether the server does not refuse what it was sent, but wants more: the same credentials with
    /// something newer of its own, or the next message.
    pub fn goes_on(&self) -> bool {
        match &self.scheme {
            Scheme::Basic => false,
            Scheme::Digest(digest) => digest.is_stale(),
            #[cfg(feature = "ntlm")]
            Scheme::Ntlm(turn) => turn.goes_on(),
        }
    }

    /// Whether the answer is the first of several messages: the request is sure to be sent again.
    pub fn begins(&self) -> bool {
        self.lets_in_connections() && !self.goes_on()
    }

    /// Whether the connection is let in, and not each request.
    pub fn lets_in_connections(&self) -> bool {
        match &self.scheme {
            Scheme::Basic | Scheme::Digest(_) => false,
            #[cfg(feature = "ntlm")]
            Scheme::Ntlm(_) => true,
        }
    }

    /// The same for a trial: answers of it use up nothing of the server's.
    pub fn uncounted(&self) -> Self {
        let mut copy = self.clone();
        if let Scheme::Digest(digest) = &mut copy.scheme {
            digest.begin_count();
        }
        copy
    }

    /// As it is remembered: without what was said within one handshake.
    pub fn remembered(self) -> Self {
        #[cfg(feature = "ntlm")]
        if let Scheme::Ntlm(turn) = &self.scheme {
            let scheme = Scheme::Ntlm(turn.first());
            return Self { scheme, ..self };
        }
        self
    }

    /// Whether the other one is the same space, entered in the same way.
    pub fn is_like(&self, other: &Self) -> bool {
        self.realm == other.realm && self.scheme.strength() == other.scheme.strength()
    }
}

impl Scheme {
    fn strength(&self) -> u8 {
        match self {
            Scheme::Basic => 0,
            Scheme::Digest(digest) => 1 + digest.strength(),
            #[cfg(feature = "ntlm")]
            Scheme::Ntlm(turn) => 4 + turn.strength(),
        }
    }
}

/// The nonce that a server wants next (Authentication-Info: RFC 7616, section 3.5).
pub fn next_nonce(value: &[u8]) -> Option<Vec<u8>> {
    let info = challenges(&[b"Info ", value].concat());
    info.first()?.get("nextnonce").map(<[u8]>::to_vec)
}

/// A user name with a colon would come out as another name with another password.
fn basic(login: &Login) -> Option<Vec<u8>> {
    if login.user.contains(&b':') {
        return None;
    }
    let pair = [&*login.user, b":", &*login.password].concat();
    Some(format!("Basic {}", BASE64_STANDARD.encode(pair)).into_bytes())
}
