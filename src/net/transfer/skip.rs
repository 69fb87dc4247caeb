//! Going on in a body without its bytes.

use super::body::Buffered;
use super::Transfer;
use crate::net::{Driver, Failure, Fetched};

/// One read takes this much.
const STRIDE: u64 = 64 * 1024;

impl Transfer {
    /// How many bytes of the body have been taken.
    pub fn taken(&self) -> u64 {
        self.taken
    }

    /// Passes over bytes that have come; gives how many those were.
    pub fn skip_buffered(&mut self, most: u64) -> u64 {
        let count = most.min(self.buffered() as u64);
        match &mut self.coded {
            None => self.buffered.skip(count as usize),
            Some(coded) => coded.skip(count as usize),
        }
        self.decode_ahead();
        self.taken += count;
        count
    }

    /// Passes over bytes until so many have been taken, or the body ends. `false`: the reactor will run
    /// the task again.
    pub fn skip_to(&mut self, driver: &Driver<'_>, taken: u64) -> Result<bool, Failure> {
        let mut unwanted = Vec::new();
        loop {
            while self.skip_buffered(taken.saturating_sub(self.taken)) > 0 {}
            let left = taken.saturating_sub(self.taken);
            if left == 0 || self.is_at_end() {
                return Ok(true);
            }
            unwanted.resize(left.min(STRIDE) as usize, 0);
            if self.fetch(driver, &mut unwanted)? == Fetched::Blocked {
                return Ok(false);
            }
        }
    }

    /// Nothing more of the body is wanted.
    pub fn forget_rest(&mut self) {
        self.buffered = Buffered::default();
        self.coded = None;
        self.exchange.forget_body();
    }
}
