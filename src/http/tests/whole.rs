//! An answer read to its end in pieces. The fuzzer reads answers with it too.

use crate::http::body::Body;
use crate::http::{Exchange, HeadEvent, ResponseHead, Violation};

/// An answer, read to its end.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    pub informational: Vec<u16>,
    pub head: Option<Head>,
    pub body: Vec<u8>,
    /// Wire bytes that belong to the answer; not told for a violation, since how
    /// far that reaches is left open.
    pub consumed: Option<usize>,
    pub keeps_connection: bool,
    pub violation: Option<Violation>,
}

/// What a head gives to whoever asks.
#[derive(Debug, PartialEq, Eq)]
pub struct Head {
    raw: Vec<u8>,
    status: (u16, (u8, u8)),
    reason: Vec<u8>,
    fields: Vec<(String, Vec<Vec<u8>>)>,
}

impl Head {
    fn of(head: &ResponseHead) -> Self {
        let names = head.lines().skip(1).filter_map(|line| {
            let end = line.iter().position(|byte| b": \t".contains(byte))?;
            String::from_utf8(line[..end].to_vec()).ok()
        });
        let values = |name: &str| head.values(name).map(<[u8]>::to_vec).collect();
        Self {
            raw: head.raw().to_vec(),
            status: (head.status(), head.version()),
            reason: head.reason().to_vec(),
            fields: names.map(|name| (name.clone(), values(&name))).collect(),
        }
    }

    /// The values of all fields that are written like this.
    pub fn values(&self, name: &str) -> Option<&[Vec<u8>]> {
        let mut fields = self.fields.iter();
        fields.find(|it| it.0 == name).map(|it| &*it.1)
    }
}

/// How a reader takes the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Into a buffer of that size.
    Copy(usize),
    /// Plain bytes straight from the wire, the rest through the decoder.
    Straight,
}

/// Reads an answer that arrives in `pieces`, after which the server closes.
pub fn read(method: &[u8], pieces: &[&[u8]], way: Way) -> Outcome {
    let mut outcome = Outcome::default();
    let mut exchange = Exchange::new(method);
    match drive(&mut exchange, pieces, way, &mut outcome) {
        Ok(consumed) => {
            outcome.consumed = Some(consumed);
            assert!(exchange.body().is_done());
        }
        Err(violation) => outcome.violation = Some(violation),
    }
    outcome.head = exchange.head().map(|head| Head::of(head));
    outcome.keeps_connection = exchange.keeps_connection();
    outcome
}

fn drive(
    exchange: &mut Exchange,
    pieces: &[&[u8]],
    way: Way,
    outcome: &mut Outcome,
) -> Result<usize, Violation> {
    let mut consumed = 0;
    for piece in pieces {
        let mut rest = *piece;
        while exchange.head().is_none() && !rest.is_empty() {
            let (n, event) = exchange.receive(rest)?;
            assert!(n <= rest.len());
            assert!(n > 0 || event.is_some(), "no progress");
            rest = &rest[n..];
            consumed += n;
            match event {
                Some(HeadEvent::Informational(code)) => outcome.informational.push(code),
                Some(HeadEvent::Head) => outcome.body.extend(exchange.take_early_body()),
                None => assert!(rest.is_empty()),
            }
        }
        if exchange.head().is_some() {
            consumed += take(exchange.body_mut(), rest, way, &mut outcome.body)?;
        }
    }
    if exchange.head().is_none() {
        exchange.end_of_stream_in_head()?;
    }
    exchange.body_mut().end_of_stream()?;
    Ok(consumed)
}

/// Gives `wire` to the body; tells how much of it belonged to it.
fn take(body: &mut Body, wire: &[u8], way: Way, out: &mut Vec<u8>) -> Result<usize, Violation> {
    let mut at = 0;
    while at < wire.len() && !body.is_done() {
        let rest = &wire[at..];
        let plain = usize::try_from(body.plain()).map_or(rest.len(), |n| n.min(rest.len()));
        if way == Way::Straight && plain > 0 {
            out.extend_from_slice(&rest[..plain]);
            body.took(plain as u64);
            at += plain;
            continue;
        }
        let mut buf = match way {
            Way::Copy(size) => vec![0xaa; size],
            Way::Straight => Vec::new(),
        };
        let done = body.decode(rest, &mut buf)?;
        assert!(done.consumed <= rest.len() && done.produced <= buf.len());
        assert!(done.produced <= done.consumed);
        assert!(done.consumed > 0, "no progress");
        out.extend_from_slice(&buf[..done.produced]);
        at += done.consumed;
    }
    Ok(at)
}
