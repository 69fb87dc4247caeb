//! One request's answer, from the first byte to the end of the body.

use std::sync::Arc;

use super::body::{content_length, framing, Body, Framing};
use super::decoding::{Accepted, Decoder};
use super::request::RequestKind;
use super::response::{
    is_informational, parse_at_front, parse_lines, Front, LineScan, ResponseHead, MAX_HEAD,
};
use super::{Violation, PREFIX};

#[cfg(test)]
mod tests;

/// An answer may be preceded by this many 1xx heads.
pub const MAX_INFORMATIONAL: u32 = 1000;

/// What [`Exchange::receive`] came upon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeadEvent {
    /// A 1xx head; the final one is still to come.
    Informational(u16),
    /// The final head: [`Exchange::head`] and [`Exchange::body`] are there now.
    Head,
}

/// The reading side of one request and its response. While it awaits the head it
/// is given wire bytes by [`receive`](Self::receive), then its
/// [`body`](Self::body_mut) is.
///
/// An answer without a head (HTTP/0.9) may be recognised only when some of its
/// bytes have been consumed. So after [`HeadEvent::Head`] the first bytes of
/// payload are those of [`take_early_body`](Self::take_early_body), nearly
/// always none.
#[derive(Debug)]
pub struct Exchange {
    kind: RequestKind,
    /// The head so far, when it came in pieces.
    partial: Vec<u8>,
    /// So many bytes at the front of `partial` are empty lines.
    lead: usize,
    scan: LineScan,
    informational: u32,
    begun: bool,
    keeps_connection: bool,
    head: Option<Arc<ResponseHead>>,
    body: Body,
}

/// How an answer begins.
enum Beginning {
    /// Too few bytes to tell.
    Unknown,
    /// With a head.
    Http,
    /// Without one.
    Other,
}

impl Exchange {
    /// Awaits the answer to a request with that method.
    pub fn new(method: &[u8]) -> Exchange {
        Exchange {
            kind: RequestKind::of(method),
            partial: Vec::new(),
            lead: 0,
            scan: LineScan::default(),
            informational: 0,
            begun: false,
            keeps_connection: false,
            head: None,
            body: Body::new(Framing::UntilClose),
        }
    }

    /// Takes wire bytes while the head is awaited; tells how many were consumed
    /// and what they brought. It returns after each event: call it again while
    /// bytes are left and the final head has not come. Bytes behind the final
    /// head are not consumed, they belong to the body.
    pub fn receive(&mut self, input: &[u8]) -> Result<(usize, Option<HeadEvent>), Violation> {
        if self.head.is_some() {
            return Ok((0, None));
        }
        if self.partial.is_empty() {
            // Mostly the whole head is there: no copy of it but the final one.
            let lead = empty_lines(input);
            if lead > MAX_HEAD {
                return Err(Violation::HeadTooLarge);
            }
            match parse_at_front(&input[lead..])? {
                Front::Head(head, len) => {
                    self.begun = true;
                    return Ok((lead + len, Some(self.accept(head)?)));
                }
                Front::Informational(code, len) => {
                    self.begun = true;
                    return Ok((lead + len, Some(self.skip(code)?)));
                }
                Front::Unclear => {}
            }
        }
        let (mut consumed, beginning) = self.begin(input)?;
        match beginning {
            Beginning::Unknown => return Ok((consumed, None)),
            Beginning::Other => return Ok((consumed, Some(self.accept_headless()?))),
            Beginning::Http => {}
        }
        loop {
            let rest = &input[consumed..];
            let rest = &rest[..rest.len().min(MAX_HEAD + 1)];
            let end = rest.iter().position(|&byte| byte == b'\n');
            let len = end.map_or(rest.len(), |index| index + 1);
            if len == 0 {
                return Ok((consumed, None));
            }
            self.partial.extend_from_slice(&rest[..len]);
            consumed += len;
            if self.scan.take(&self.partial[self.lead..])? {
                return Ok((consumed, Some(self.complete()?)));
            }
        }
    }

    /// The server closed before the final head was complete. That is an error: so few bytes that
    /// they may still become "HTTP/" are a head cut short and no answer without one.
    pub fn end_of_stream_in_head(&mut self) -> Result<(), Violation> {
        match (&self.head, self.begun) {
            (Some(_), _) => Ok(()),
            (None, true) => Err(Violation::Truncated),
            (None, false) => Err(Violation::NoAnswer),
        }
    }

    /// Whether any byte of the answer has come; empty lines before it, perhaps
    /// left over from an earlier answer, do not count.
    pub fn has_begun(&self) -> bool {
        self.begun
    }

    /// The final head, once it is complete.
    pub fn head(&self) -> Option<&Arc<ResponseHead>> {
        self.head.as_ref()
    }

    /// The body; without meaning before the head.
    pub fn body(&self) -> &Body {
        &self.body
    }

    /// The body, to be given wire bytes; without meaning before the head.
    pub fn body_mut(&mut self) -> &mut Body {
        &mut self.body
    }

    /// Payload that was consumed before it was known to be payload: gives the
    /// beginning of an HTTP/0.9 answer that came in pieces, once. The body need
    /// not be told of it. Empty for every other answer.
    pub fn take_early_body(&mut self) -> Vec<u8> {
        if self.head.is_some() {
            std::mem::take(&mut self.partial)
        } else {
            Vec::new()
        }
    }

    /// Has the body decoded, if there is one in codings that are accepted. From then on the head is
    /// that of the decoded body.
    pub fn begin_decoding(&mut self, accepted: &Accepted) -> Option<Decoder> {
        let head = self.head.as_ref().filter(|_| !self.body.is_done())?;
        let decoder = Decoder::for_answer(head, accepted)?;
        let length = content_length(head).ok().flatten();
        self.head = Some(Arc::new(head.decoded(length).ok()?));
        Some(decoder)
    }

    /// No more of the body is wanted: it counts as done.
    pub fn forget_body(&mut self) {
        self.body = Body::new(Framing::Empty);
    }

    /// Whether the connection may carry another request when the body is done.
    /// `false` too where it becomes something else: after 101, and after a 2xx
    /// answer to CONNECT.
    pub fn keeps_connection(&self) -> bool {
        self.keeps_connection
    }

    /// Moves the beginning of the answer from `input` to `partial`, until it is
    /// clear what it is.
    fn begin(&mut self, input: &[u8]) -> Result<(usize, Beginning), Violation> {
        let before = self.partial.len();
        let mut consumed = 0;
        loop {
            self.lead += empty_lines(&self.partial[self.lead..]);
            if self.lead > MAX_HEAD {
                return Err(Violation::HeadTooLarge);
            }
            match beginning(&self.partial[self.lead..]) {
                Beginning::Http => {
                    self.begun = true;
                    return Ok((consumed, Beginning::Http));
                }
                Beginning::Other => {
                    // What came with this input goes back.
                    self.begun = true;
                    self.partial.truncate(before);
                    self.lead = self.lead.min(before);
                    return Ok((0, Beginning::Other));
                }
                Beginning::Unknown => {}
            }
            self.begun |= self.partial.len() > self.lead && self.partial[self.lead] != b'\r';
            let Some(&byte) = input.get(consumed) else {
                return Ok((consumed, Beginning::Unknown));
            };
            self.partial.push(byte);
            consumed += 1;
        }
    }

    /// A head is complete in `partial`.
    fn complete(&mut self) -> Result<HeadEvent, Violation> {
        let bytes = std::mem::take(&mut self.partial);
        let bytes = &bytes[std::mem::take(&mut self.lead)..];
        self.scan = LineScan::default();
        let head = match parse_at_front(bytes)? {
            Front::Head(head, len) if len == bytes.len() => head,
            Front::Informational(code, len) if len == bytes.len() => return self.skip(code),
            _ => Arc::new(parse_lines(bytes)?),
        };
        if is_informational(head.status()) {
            return self.skip(head.status());
        }
        self.accept(head)
    }

    fn skip(&mut self, code: u16) -> Result<HeadEvent, Violation> {
        self.informational += 1;
        if self.informational > MAX_INFORMATIONAL {
            return Err(Violation::TooManyInformational);
        }
        Ok(HeadEvent::Informational(code))
    }

    fn accept(&mut self, head: Arc<ResponseHead>) -> Result<HeadEvent, Violation> {
        let framing = framing(&head, self.kind)?;
        self.body = Body::new(framing);
        self.keeps_connection = framing != Framing::UntilClose && self.persists(&head, framing);
        self.head = Some(head);
        Ok(HeadEvent::Head)
    }

    fn accept_headless(&mut self) -> Result<HeadEvent, Violation> {
        // Who speaks HTTP/1.1 in 1xx heads does not answer in HTTP/0.9.
        if self.informational > 0 {
            return Err(Violation::StatusLine);
        }
        self.body = Body::new(Framing::UntilClose);
        self.head = Some(Arc::new(ResponseHead::http09()));
        Ok(HeadEvent::Head)
    }

    fn persists(&self, head: &ResponseHead, framing: Framing) -> bool {
        let tunnel = self.kind == RequestKind::Connect && (200..300).contains(&head.status());
        if tunnel || head.status() == 101 || head.signs().closes {
            return false;
        }
        // RFC 9112, section 6.1: a chunked HTTP/1.0 answer may have passed
        // someone who did not understand it.
        head.version() >= (1, 1) || (framing != Framing::Chunked && head.signs().keeps_alive)
    }
}

/// How many bytes at the front are empty lines.
fn empty_lines(bytes: &[u8]) -> usize {
    let mut rest = bytes;
    while let [b'\n', after @ ..] | [b'\r', b'\n', after @ ..] = rest {
        rest = after;
    }
    bytes.len() - rest.len()
}

fn beginning(bytes: &[u8]) -> Beginning {
    let known = bytes.len().min(PREFIX.len());
    if bytes == b"\r" {
        Beginning::Unknown
    } else if !bytes[..known].eq_ignore_ascii_case(&PREFIX[..known]) {
        Beginning::Other
    } else if known < PREFIX.len() {
        Beginning::Unknown
    } else {
        Beginning::Http
    }
}
