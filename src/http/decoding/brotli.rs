//! "br" (RFC 7932). The format bounds its window to 16 MiB; the larger ones of an extension to it are
//! refused.

use brotli_decompressor::{BrotliDecompressStream, BrotliResult, BrotliState, StandardAlloc};

use super::{Corrupt, Decoded};

type State = BrotliState<StandardAlloc, StandardAlloc, StandardAlloc>;

/// The coding.
pub(super) struct Brotli {
    state: State,
    has_begun: bool,
    is_done: bool,
}

impl Default for Brotli {
    fn default() -> Self {
        let alloc = StandardAlloc::default;
        Self {
            state: State::new_strict(alloc(), alloc(), alloc()),
            has_begun: false,
            is_done: false,
        }
    }
}

impl Brotli {
    pub fn decode(&mut self, input: &[u8], output: &mut [u8]) -> Result<Decoded, Corrupt> {
        self.has_begun |= !input.is_empty();
        let mut done = Decoded::default();
        if self.has_begun && !self.is_done {
            let (mut left, mut room, mut total) = (input.len(), output.len(), 0);
            let result = BrotliDecompressStream(
                &mut left,
                &mut done.consumed,
                input,
                &mut room,
                &mut done.produced,
                output,
                &mut total,
                &mut self.state,
            );
            match result {
                BrotliResult::ResultSuccess => self.is_done = true,
                BrotliResult::NeedsMoreInput | BrotliResult::NeedsMoreOutput => {}
                BrotliResult::ResultFailure => return Err(Corrupt),
            }
        }
        if self.is_done {
            done.consumed = input.len();
        }
        Ok(done)
    }

    pub fn is_complete(&self) -> bool {
        self.is_done || !self.has_begun
    }
}
