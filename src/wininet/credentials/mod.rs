//! Credentials: where they come from, whom they are for, and what answers a challenge.
//!
//! A login is given to InternetConnect, by options or in a URL. It answers the challenge of the one
//! server that it is for; what was accepted goes into the [`memory`] of the process and is sent at
//! once from then on.

mod answer;
mod login;
pub mod memory;
mod party;

pub use answer::Talks;
pub use login::{login, url_login};
pub use party::Party;

/// Who asks for credentials.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Whom {
    /// The server: 401.
    Server,
    /// A proxy on the way to it: 407.
    Proxy,
}

impl Whom {
    /// Both of them.
    pub const BOTH: [Self; 2] = [Self::Server, Self::Proxy];

    /// The field that the challenges are in.
    pub fn asks_by(self) -> &'static str {
        match self {
            Self::Server => "WWW-Authenticate",
            Self::Proxy => "Proxy-Authenticate",
        }
    }

    /// The field that answers them.
    pub fn is_answered_by(self) -> &'static str {
        match self {
            Self::Server => "Authorization",
            Self::Proxy => "Proxy-Authorization",
        }
    }

    /// The field that follows an answer that was accepted.
    fn thanks_by(self) -> &'static str {
        match self {
            Self::Server => "Authentication-Info",
            Self::Proxy => "Proxy-Authentication-Info",
        }
    }
}
