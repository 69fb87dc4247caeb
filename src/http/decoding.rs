//! Content codings (RFC 9110, section 8.4): which of them an answer's body is decoded from, and
//! decoding it as it comes, with bounded memory.

mod accepted;
mod brotli;
mod deflate;
mod gzip;
mod zstd;

use super::body::Decoded;
use super::{list, ResponseHead};
pub use accepted::Accepted;

#[cfg(test)]
mod tests;

/// A body in more codings than this, one upon the other, is left as it is: each costs memory.
const MOST_CODINGS: usize = 3;
/// What passes from one coding to the next.
const LINK: usize = 16 * 1024;

/// The coded bytes are not what they are said to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the body cannot be decoded")]
pub struct Corrupt;

/// Decodes one body.
#[derive(Debug)]
pub struct Decoder {
    /// What is taken off first.
    coding: Coding,
    /// What is below it.
    inner: Option<Box<Link>>,
}

/// One coding; each has the contract of [`Decoder::decode`].
enum Coding {
    Gzip(gzip::Gzip),
    Deflate(deflate::Deflate),
    Brotli(Box<brotli::Brotli>),
    Zstd(Box<zstd::Zstd>),
}

/// The way from one coding to the next.
#[derive(Debug)]
struct Link {
    decoder: Decoder,
    bytes: Box<[u8]>,
    /// These are filled and not taken.
    held: std::ops::Range<usize>,
}

/// What a coding is called. Older servers have an "x-" before the name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Name {
    Gzip,
    Deflate,
    Brotli,
    Zstd,
}

impl Name {
    fn of(token: &[u8]) -> Option<Self> {
        let names: [(&[u8], Self); 5] = [
            (b"gzip", Self::Gzip),
            (b"x-gzip", Self::Gzip),
            (b"deflate", Self::Deflate),
            (b"br", Self::Brotli),
            (b"zstd", Self::Zstd),
        ];
        let found = names
            .iter()
            .find(|(name, _)| token.eq_ignore_ascii_case(name));
        found.map(|(_, coding)| *coding)
    }
}

impl Decoder {
    /// What decodes the body behind `head`; `None` if it stays as it is. A part of a coded body
    /// cannot be decoded, and what must not be transformed is not.
    pub fn for_answer(head: &ResponseHead, accepted: &Accepted) -> Option<Self> {
        if head.get("Content-Range").is_some() || head.has_token("Cache-Control", "no-transform") {
            return None;
        }
        let applied = head
            .values("Content-Encoding")
            .flat_map(list)
            .filter(|token| !token.eq_ignore_ascii_case(b"identity"));
        let mut decoder = None;
        for (count, token) in applied.enumerate() {
            let name = Name::of(token).filter(|name| accepted.has(*name))?;
            if count == MOST_CODINGS {
                return None;
            }
            // The last one named was applied last.
            decoder = Some(Self::new(name, decoder));
        }
        decoder
    }

    fn new(name: Name, inner: Option<Self>) -> Self {
        let coding = match name {
            Name::Gzip => Coding::Gzip(gzip::Gzip::default()),
            Name::Deflate => Coding::Deflate(deflate::Deflate::default()),
            Name::Brotli => Coding::Brotli(Box::default()),
            Name::Zstd => Coding::Zstd(Box::default()),
        };
        let link = |decoder| {
            Box::new(Link {
                decoder,
                bytes: vec![0; LINK].into(),
                held: 0..0,
            })
        };
        Self {
            coding,
            inner: inner.map(link),
        }
    }

    /// Decodes from `input` to `output` until either the output is full, and there may be more of
    /// it, or all of the input was consumed and all that it gives produced. What follows the end of
    /// the coded bytes is consumed and passed over.
    pub fn decode(&mut self, input: &[u8], output: &mut [u8]) -> Result<Decoded, Corrupt> {
        let Some(link) = &mut self.inner else {
            return self.coding.decode(input, output);
        };
        let mut done = Decoded::default();
        loop {
            done.produced += link.pass_on(&mut output[done.produced..])?;
            if done.produced == output.len() {
                return Ok(done);
            }
            let step = self
                .coding
                .decode(&input[done.consumed..], &mut link.bytes)?;
            link.held = 0..step.produced;
            done.consumed += step.consumed;
            if step.produced == 0 {
                return Ok(done);
            }
        }
    }

    /// Whether the coded bytes may end here: all that they stand for has been produced.
    pub fn is_complete(&self) -> bool {
        let inner = self.inner.as_ref();
        self.coding.is_complete()
            && inner.is_none_or(|link| link.held.is_empty() && link.decoder.is_complete())
    }
}

impl Link {
    /// Until the output is full, or nothing is held.
    fn pass_on(&mut self, output: &mut [u8]) -> Result<usize, Corrupt> {
        let done = self
            .decoder
            .decode(&self.bytes[self.held.clone()], output)?;
        self.held.start += done.consumed;
        Ok(done.produced)
    }
}

impl Coding {
    fn decode(&mut self, input: &[u8], output: &mut [u8]) -> Result<Decoded, Corrupt> {
        match self {
            Self::Gzip(gzip) => gzip.decode(input, output),
            Self::Deflate(deflate) => deflate.decode(input, output),
            Self::Brotli(brotli) => brotli.decode(input, output),
            Self::Zstd(zstd) => zstd.decode(input, output),
        }
    }

    fn is_complete(&self) -> bool {
        match self {
            Self::Gzip(gzip) => gzip.is_complete(),
            Self::Deflate(deflate) => deflate.is_complete(),
            Self::Brotli(brotli) => brotli.is_complete(),
            Self::Zstd(zstd) => zstd.is_complete(),
        }
    }
}

impl std::fmt::Debug for Coding {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Gzip(_) => "gzip",
            Self::Deflate(_) => "deflate",
            Self::Brotli(_) => "br",
            Self::Zstd(_) => "zstd",
        })
    }
}

/// Collects so many bytes of a part that must be looked at as a whole; gives how many it took, and
/// whether they are there.
fn hold(held: &mut Vec<u8>, input: &[u8], count: usize) -> (usize, bool) {
    let taken = input.len().min(count.saturating_sub(held.len()));
    held.extend_from_slice(&input[..taken]);
    (taken, held.len() >= count)
}
