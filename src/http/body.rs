//! Where a body ends (RFC 9112, section 6.3), and stripping its framing.

mod chunked;

use super::request::RequestKind;
use super::response::{Coding, ResponseHead};
use super::Violation;
use chunked::Chunked;

#[cfg(test)]
mod tests;

/// How the end of a body is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Framing {
    /// There is no body.
    Empty,
    /// So many bytes.
    Length(u64),
    /// The chunked coding.
    Chunked,
    /// Everything until the server closes.
    UntilClose,
}

/// The framing of the body behind `head`, the answer to a request of that kind.
pub fn framing(head: &ResponseHead, kind: RequestKind) -> Result<Framing, Violation> {
    let bodiless = match kind {
        RequestKind::Head => true,
        // The bytes that follow belong to the tunnel.
        RequestKind::Connect => (200..300).contains(&head.status()),
        RequestKind::Other => false,
    };
    if bodiless || matches!(head.status(), 100..=199 | 204 | 304) {
        return Ok(Framing::Empty);
    }
    let signs = head.signs();
    match signs.coding {
        Some(_) if signs.tells_length() => Err(Violation::Field),
        Some(Coding::Chunked) => Ok(Framing::Chunked),
        Some(Coding::Other) => Ok(Framing::UntilClose),
        None => {
            let length = signs.content_length()?;
            Ok(length.map_or(Framing::UntilClose, Framing::Length))
        }
    }
}

/// The value of Content-Length. Repetitions, in one field or several, must agree.
pub fn content_length(head: &ResponseHead) -> Result<Option<u64>, Violation> {
    head.signs().content_length()
}

/// Digits and nothing else, as `str::parse` would let a sign through.
pub(super) fn decimal(digits: &[u8]) -> Option<u64> {
    if digits.is_empty() {
        return None;
    }
    digits.iter().try_fold(0u64, |sum, byte| {
        let digit = byte.is_ascii_digit().then(|| byte - b'0')?;
        sum.checked_mul(10)?.checked_add(digit.into())
    })
}

/// What one step of decoding did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Decoded {
    /// Bytes of the input that are done with.
    pub consumed: usize,
    /// Bytes of payload that were written.
    pub produced: usize,
}

/// A body on its way: takes wire bytes, gives payload.
#[derive(Debug, Clone)]
pub struct Body {
    state: State,
}

#[derive(Debug, Clone)]
enum State {
    /// So much payload is to come; never 0.
    Length(u64),
    UntilClose,
    Chunked(Chunked),
    Done,
    /// Reported by the next call, after the payload before it.
    Failed(Violation),
}

impl Body {
    /// A body of which nothing has come yet.
    pub fn new(framing: Framing) -> Body {
        let state = match framing {
            Framing::Empty | Framing::Length(0) => State::Done,
            Framing::Length(length) => State::Length(length),
            Framing::Chunked => State::Chunked(Chunked::default()),
            Framing::UntilClose => State::UntilClose,
        };
        Body { state }
    }

    /// Whether the end has been reached.
    pub fn is_done(&self) -> bool {
        matches!(self.state, State::Done)
    }

    /// How many of the next wire bytes are payload and nothing else: these may be
    /// read straight to where they are wanted, see [`took`](Self::took). 0 when
    /// framing comes next, `u64::MAX` when all is payload until the close.
    pub fn plain(&self) -> u64 {
        match &self.state {
            State::Length(length) => *length,
            State::UntilClose => u64::MAX,
            State::Chunked(chunked) => chunked.plain(),
            State::Done | State::Failed(_) => 0,
        }
    }

    /// Notes that `n` bytes, at most [`plain`](Self::plain), were taken from the
    /// wire without [`decode`](Self::decode).
    pub fn took(&mut self, n: u64) {
        debug_assert!(n <= self.plain());
        match &mut self.state {
            State::Length(length) => {
                *length = length.saturating_sub(n);
                if *length == 0 {
                    self.state = State::Done;
                }
            }
            State::Chunked(chunked) => chunked.took(n),
            State::UntilClose | State::Done | State::Failed(_) => {}
        }
    }

    /// Moves payload from `input` to `output`, until one of them is used up or
    /// the body ends. Framing is consumed as far as it has come, also when
    /// `output` has no room; no byte behind the body is ever consumed.
    ///
    /// A violation behind payload of the same input is reported by the next call.
    pub fn decode(&mut self, input: &[u8], output: &mut [u8]) -> Result<Decoded, Violation> {
        let mut done = Decoded::default();
        loop {
            done.consumed += self.skip_framing(&input[done.consumed..], done.produced > 0)?;
            let from = &input[done.consumed..];
            let n = self.payload(from.len().min(output.len() - done.produced));
            if n == 0 {
                return Ok(done);
            }
            output[done.produced..done.produced + n].copy_from_slice(&from[..n]);
            self.advance(&mut done, n);
        }
    }

    /// The server closed. That ends a body that lasts until the close, and cuts
    /// short any other that is not done.
    pub fn end_of_stream(&mut self) -> Result<(), Violation> {
        match self.state {
            State::Done => Ok(()),
            State::UntilClose => {
                self.state = State::Done;
                Ok(())
            }
            State::Failed(violation) => Err(violation),
            State::Length(_) | State::Chunked(_) => {
                self.state = State::Failed(Violation::Truncated);
                Err(Violation::Truncated)
            }
        }
    }

    /// Consumes framing at the front of `input`. With `later`, a violation is
    /// kept for the next call. The byte that violates is never consumed, so that
    /// whoever decodes while there is input makes that call.
    fn skip_framing(&mut self, input: &[u8], later: bool) -> Result<usize, Violation> {
        let result = match &mut self.state {
            State::Chunked(chunked) => chunked.skip_framing(input),
            State::Failed(violation) => Err(*violation),
            State::Length(_) | State::UntilClose | State::Done => Ok(0),
        };
        match result {
            Ok(consumed) => {
                if matches!(&self.state, State::Chunked(chunked) if chunked.is_done()) {
                    self.state = State::Done;
                }
                Ok(consumed)
            }
            Err(violation) => {
                self.state = State::Failed(violation);
                if later {
                    Ok(0)
                } else {
                    Err(violation)
                }
            }
        }
    }

    /// How many of the next `at_most` bytes are payload.
    fn payload(&self, at_most: usize) -> usize {
        usize::try_from(self.plain()).map_or(at_most, |plain| plain.min(at_most))
    }

    fn advance(&mut self, done: &mut Decoded, n: usize) {
        self.took(n as u64);
        done.consumed += n;
        done.produced += n;
    }
}
