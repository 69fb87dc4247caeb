//! "deflate": the zlib format (RFC 1950), or the bare compressed data (RFC 1951) that some servers
//! send under that name.

use flate2::{Decompress, FlushDecompress, Status};

use super::{Corrupt, Decoded};

/// Decompresses up to the end that the data marks.
pub(super) struct Inflate {
    state: Decompress,
    is_done: bool,
}

impl Inflate {
    /// With the header and the checksum of zlib, or without.
    pub fn new(zlib: bool) -> Self {
        Self {
            state: Decompress::new(zlib),
            is_done: false,
        }
    }

    pub fn is_done(&self) -> bool {
        self.is_done
    }

    /// As [`super::Decoder::decode`], but leaves what follows the end.
    pub fn decode(&mut self, input: &[u8], output: &mut [u8]) -> Result<Decoded, Corrupt> {
        let mut done = Decoded::default();
        while !self.is_done && done.produced < output.len() {
            let (before_in, before_out) = (self.state.total_in(), self.state.total_out());
            let (from, to) = (&input[done.consumed..], &mut output[done.produced..]);
            let status = self.state.decompress(from, to, FlushDecompress::None);
            let consumed = (self.state.total_in() - before_in) as usize;
            let produced = (self.state.total_out() - before_out) as usize;
            done.consumed += consumed;
            done.produced += produced;
            match status.map_err(|_| Corrupt)? {
                Status::StreamEnd => self.is_done = true,
                Status::Ok | Status::BufError if consumed == 0 && produced == 0 => break,
                Status::Ok | Status::BufError => {}
            }
        }
        Ok(done)
    }
}

/// The coding of that name.
#[derive(Default)]
pub(super) struct Deflate {
    /// The first bytes, until they tell which of the two it is.
    front: Vec<u8>,
    inflate: Option<Inflate>,
}

impl Deflate {
    pub fn decode(&mut self, input: &[u8], output: &mut [u8]) -> Result<Decoded, Corrupt> {
        let taken = self.begin(input);
        let mut done = Decoded {
            consumed: taken,
            produced: 0,
        };
        let Some(inflate) = &mut self.inflate else {
            return Ok(done);
        };
        if !self.front.is_empty() {
            let front = inflate.decode(&self.front, output)?;
            self.front.drain(..front.consumed);
            done.produced = front.produced;
        }
        let step = inflate.decode(&input[taken..], &mut output[done.produced..])?;
        done.consumed += step.consumed;
        done.produced += step.produced;
        if inflate.is_done() {
            self.front.clear();
            done.consumed = input.len();
        }
        Ok(done)
    }

    pub fn is_complete(&self) -> bool {
        match &self.inflate {
            Some(inflate) => inflate.is_done(),
            None => self.front.is_empty(),
        }
    }

    /// Looks at the first two bytes; gives how many it took.
    fn begin(&mut self, input: &[u8]) -> usize {
        if self.inflate.is_some() {
            return 0;
        }
        let taken = input.len().min(2 - self.front.len());
        self.front.extend_from_slice(&input[..taken]);
        if let [first, second] = self.front[..] {
            let is_zlib = first & 0x0F == 8
                && first >> 4 <= 7
                && u16::from_be_bytes([first, second]) % 31 == 0;
            self.inflate = Some(Inflate::new(is_zlib));
        }
        taken
    }
}
