//! A body in content codings, decoded as it comes. What has come in coded form is in
//! [`Transfer::buffered`], at most one read from the wire; of what it gives a little is kept ready, so
//! that a program can be told what it may read, and the rest is decoded straight into its buffer.

use super::body::{with_scratch, Buffered, Fetched};
use super::Transfer;
use crate::http::decoding::{Corrupt, Decoder};
use crate::net::{Driver, Failure};

/// So much is decoded ahead.
const AHEAD: usize = 32 * 1024;

/// What decodes a body.
pub(super) struct Coded {
    decoder: Decoder,
    /// Decoded and not taken.
    ready: Buffered,
}

impl Coded {
    pub fn ready(&self) -> usize {
        self.ready.len()
    }

    /// Passes over so much of what is ready.
    pub fn skip(&mut self, count: usize) {
        self.ready.skip(count);
    }

    /// Decodes of `coded` what fits `target`.
    fn decode(&mut self, coded: &mut Buffered, target: &mut [u8]) -> Result<usize, Corrupt> {
        let done = self.decoder.decode(coded.bytes(), target)?;
        coded.skip(done.consumed);
        Ok(done.produced)
    }
}

impl Transfer {
    /// The head is there: the body is decoded if the program asked for it and it is coded.
    pub(super) fn begin_decoding(&mut self) {
        let accepted = self.request.decodes.as_ref();
        let decoder = accepted.and_then(|accepted| self.exchange.begin_decoding(accepted));
        self.coded = decoder.map(|decoder| {
            Box::new(Coded {
                decoder,
                ready: Buffered::default(),
            })
        });
    }

    /// Reads from the wire once, and decodes.
    pub(super) fn fetch_coded(
        &mut self,
        driver: &Driver<'_>,
        target: &mut [u8],
    ) -> Result<Fetched, Failure> {
        match with_scratch(|scratch| self.fetch_by(scratch, driver, &mut []))? {
            Fetched::Bytes(_) => Ok(Fetched::Bytes(self.take_decoded(target))),
            Fetched::Blocked => Ok(Fetched::Blocked),
        }
    }

    /// Gives what is ready, and decodes what more fits.
    pub(super) fn take_decoded(&mut self, target: &mut [u8]) -> usize {
        let Some(coded) = &mut self.coded else {
            return 0;
        };
        let mut count = coded.ready.take(target);
        if coded.ready() == 0 {
            match coded.decode(&mut self.buffered, &mut target[count..]) {
                Ok(more) => count += more,
                Err(Corrupt) => self.give_up_decoding(),
            }
            self.decode_ahead();
        }
        count
    }

    /// Has something ready if there is anything, and notices the end. A failure is for the next read.
    pub(super) fn decode_ahead(&mut self) {
        let Some(coded) = &mut self.coded else {
            return;
        };
        if coded.ready() > 0 {
            return;
        }
        let mut ahead = vec![0; AHEAD];
        match coded.decode(&mut self.buffered, &mut ahead) {
            Ok(0) if !self.exchange.body().is_done() => {}
            Ok(0) if coded.decoder.is_complete() => self.coded = None,
            Ok(0) | Err(Corrupt) => self.give_up_decoding(),
            Ok(count) => {
                ahead.truncate(count);
                coded.ready.add(ahead);
            }
        }
    }

    fn give_up_decoding(&mut self) {
        self.coded = None;
        self.buffered = Buffered::default();
        self.failure.get_or_insert(Failure::Undecodable);
    }
}
