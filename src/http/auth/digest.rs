//! Digest (RFC 7616, and RFC 2617 for servers that say nothing of qop).

use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::Arc;

use md5::Md5;
use ring::digest::{digest, SHA256, SHA512_256};

use super::super::list;
use super::{Challenge, Login, Subject};

#[cfg(test)]
mod tests;

/// What a server said in a Digest challenge, and how often it was answered.
#[derive(Debug, Clone)]
pub struct Digest {
    algorithm: Algorithm,
    /// "-sess": the session's key stands for the password's.
    is_session: bool,
    /// The algorithm as the server wrote it; it is repeated only if it was said.
    algorithm_said: Option<Box<[u8]>>,
    nonce: Box<[u8]>,
    opaque: Option<Box<[u8]>>,
    quality: Quality,
    domain: Vec<Box<[u8]>>,
    is_stale: bool,
    hashes_user: bool,
    is_utf8: bool,
    /// Ours; the same for every answer to this nonce.
    client_nonce: String,
    /// How many answers the nonce has had; shared by all who use it.
    count: Arc<AtomicU32>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Algorithm {
    Md5,
    Sha256,
    Sha512_256,
}

/// What a digest protects.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Quality {
    /// As RFC 2069 had it: the server says nothing of qop.
    Old,
    /// Method and target.
    Auth,
    /// The body as well.
    AuthInt,
}

impl Digest {
    /// Takes up a challenge, if it is one that we can answer.
    pub(super) fn of(challenge: &Challenge, random: [u8; 16]) -> Option<Self> {
        let said = challenge.get("algorithm");
        let (algorithm, is_session) = algorithm(said.unwrap_or(b"MD5"))?;
        let quality = quality(challenge.get("qop"))?;
        let is = |name, value: &str| {
            let it = challenge.get(name).unwrap_or_default();
            it.eq_ignore_ascii_case(value.as_bytes())
        };
        let domain = challenge.get("domain").unwrap_or_default();
        let domain = domain.split(u8::is_ascii_whitespace);
        Some(Self {
            algorithm,
            is_session,
            algorithm_said: said.map(Into::into),
            nonce: challenge.get("nonce")?.into(),
            opaque: challenge.get("opaque").map(Into::into),
            quality,
            domain: domain.filter(|it| !it.is_empty()).map(Into::into).collect(),
            is_stale: is("stale", "true"),
            hashes_user: is("userhash", "true"),
            is_utf8: is("charset", "UTF-8"),
            client_nonce: hex(&random),
            count: Arc::default(),
        })
    }

    /// The paths and URLs that share this protection space; none: the whole server does.
    pub fn domain(&self) -> impl Iterator<Item = &[u8]> {
        self.domain.iter().map(|it| &**it)
    }

    /// The nonce that the server wants next time (Authentication-Info).
    pub fn renew(&mut self, nonce: &[u8]) {
        self.nonce = nonce.into();
        self.begin_count();
    }

    /// Counts its answers by itself from now on.
    pub(super) fn begin_count(&mut self) {
        self.count = Arc::default();
    }

    pub(super) fn is_stale(&self) -> bool {
        self.is_stale
    }

    pub(super) fn strength(&self) -> u8 {
        match self.algorithm {
            Algorithm::Md5 => 0,
            Algorithm::Sha256 => 1,
            Algorithm::Sha512_256 => 2,
        }
    }

    /// The value of Authorization; `None` if the server wants a body protected that is not known.
    pub(super) fn authorize(
        &self,
        realm: &[u8],
        login: &Login,
        subject: &Subject<'_>,
    ) -> Option<Vec<u8>> {
        let count = self.count.fetch_add(1, Ordering::Relaxed).wrapping_add(1);
        let count = format!("{count:08x}");
        let response = self.response(realm, login, subject, &count)?;
        let mut line = Line(b"Digest ".to_vec());
        self.name_user(&mut line, realm, login);
        line.quoted("realm", realm);
        line.quoted("nonce", &self.nonce);
        line.quoted("uri", subject.target);
        line.quoted("response", response.as_bytes());
        if let Some(algorithm) = &self.algorithm_said {
            line.plain("algorithm", algorithm);
        }
        if self.quality != Quality::Old || self.is_session {
            line.quoted("cnonce", self.client_nonce.as_bytes());
        }
        if let Some(opaque) = &self.opaque {
            line.quoted("opaque", opaque);
        }
        if self.quality != Quality::Old {
            line.plain("qop", self.quality.name());
            line.plain("nc", count.as_bytes());
        }
        if self.hashes_user {
            line.plain("userhash", b"true");
        }
        Some(line.0)
    }

    /// The name itself, its hash if the server asks for that, or a form that says how it is encoded.
    fn name_user(&self, line: &mut Line, realm: &[u8], login: &Login) {
        if self.hashes_user {
            let hash = self.hash(&[&login.user, realm]);
            line.quoted("username", hash.as_bytes());
        } else if self.is_utf8 && !login.user.is_ascii() {
            line.plain("username*", &extended(&login.user));
        } else {
            line.quoted("username", &login.user);
        }
    }

    /// RFC 7616, section 3.4.1.
    fn response(
        &self,
        realm: &[u8],
        login: &Login,
        subject: &Subject<'_>,
        count: &str,
    ) -> Option<String> {
        let own = self.client_nonce.as_bytes();
        let mut secret = self.hash(&[&login.user, realm, &login.password]);
        if self.is_session {
            secret = self.hash(&[secret.as_bytes(), &self.nonce, own]);
        }
        let request = match self.quality {
            Quality::AuthInt => {
                let body = self.hash(&[subject.body?]);
                self.hash(&[subject.method, subject.target, body.as_bytes()])
            }
            _ => self.hash(&[subject.method, subject.target]),
        };
        let (secret, request) = (secret.as_bytes(), request.as_bytes());
        Some(match self.quality {
            Quality::Old => self.hash(&[secret, &self.nonce, request]),
            quality => {
                let count = count.as_bytes();
                self.hash(&[secret, &self.nonce, count, own, quality.name(), request])
            }
        })
    }

    /// The hash of the parts with colons between them, in hexadecimal digits.
    fn hash(&self, parts: &[&[u8]]) -> String {
        let text = parts.join(&b':');
        match self.algorithm {
            Algorithm::Md5 => hex(&<Md5 as md5::Digest>::digest(text)),
            Algorithm::Sha256 => hex(digest(&SHA256, &text).as_ref()),
            Algorithm::Sha512_256 => hex(digest(&SHA512_256, &text).as_ref()),
        }
    }
}

impl Quality {
    fn name(self) -> &'static [u8] {
        match self {
            Quality::AuthInt => b"auth-int",
            _ => b"auth",
        }
    }
}

fn algorithm(name: &[u8]) -> Option<(Algorithm, bool)> {
    let name = name.to_ascii_lowercase();
    let (name, is_session) = match name.strip_suffix(b"-sess") {
        Some(name) => (name, true),
        None => (&*name, false),
    };
    let algorithm = match name {
        b"md5" => Algorithm::Md5,
        b"sha-256" => Algorithm::Sha256,
        b"sha-512-256" => Algorithm::Sha512_256,
        _ => return None,
    };
    Some((algorithm, is_session))
}

/// "auth" where there is a choice: it can be answered before the body is known.
fn quality(offered: Option<&[u8]>) -> Option<Quality> {
    let Some(offered) = offered else {
        return Some(Quality::Old);
    };
    let has = |name: &str| list(offered).any(|it| it.eq_ignore_ascii_case(name.as_bytes()));
    match (has("auth"), has("auth-int")) {
        (true, _) => Some(Quality::Auth),
        (false, true) => Some(Quality::AuthInt),
        (false, false) => None,
    }
}

/// A field value of parameters.
struct Line(Vec<u8>);

impl Line {
    fn quoted(&mut self, name: &str, value: &[u8]) {
        self.begin(name);
        self.0.push(b'"');
        for &byte in value {
            if matches!(byte, b'"' | b'\\') {
                self.0.push(b'\\');
            }
            self.0.push(byte);
        }
        self.0.push(b'"');
    }

    fn plain(&mut self, name: &str, value: &[u8]) {
        self.begin(name);
        self.0.extend_from_slice(value);
    }

    fn begin(&mut self, name: &str) {
        if self.0.last().is_some_and(|&byte| byte != b' ') {
            self.0.extend_from_slice(b", ");
        }
        self.0.extend_from_slice(name.as_bytes());
        self.0.push(b'=');
    }
}

/// RFC 8187.
fn extended(text: &[u8]) -> Vec<u8> {
    let mut encoded = b"UTF-8''".to_vec();
    for &byte in text {
        match byte {
            byte if byte.is_ascii_alphanumeric() || b"!#$&+-.^_`|~".contains(&byte) => {
                encoded.push(byte);
            }
            byte => encoded.extend_from_slice(format!("%{byte:02X}").as_bytes()),
        }
    }
    encoded
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
