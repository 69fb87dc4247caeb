//! "zstd" (RFC 8878): frames one after the other, decoded block by block. As a content coding its
//! window is 8 MiB at most (RFC 9659).

use std::io::Read;

use ruzstd::decoding::{BlockDecodingStrategy, FrameDecoder};

use super::{hold, Corrupt, Decoded};

const LARGEST_WINDOW: u64 = 8 << 20;
const LARGEST_BLOCK: usize = 128 << 10;
const MAGIC: u32 = 0xFD2F_B528;
/// Frames that are to be passed over have one of sixteen magic numbers.
const SKIPPABLE: u32 = 0x184D_2A50;
/// The magic number and what follows it up to where the length of the header is known.
const FRONT: usize = 5;
const BLOCK_HEADER: usize = 3;
const CHECKSUM: usize = 4;

/// The coding.
#[derive(Default)]
pub(super) struct Zstd {
    stage: Stage,
    /// What has come of a part that must be there as a whole.
    held: Vec<u8>,
    frame: FrameDecoder,
    /// A frame has been decoded.
    has_frame: bool,
}

#[derive(Default, Clone, Copy)]
enum Stage {
    /// At the header of a frame, or at the end.
    #[default]
    Header,
    /// So much of a frame is to be passed over.
    Skip(u32),
    /// At a block; whether a checksum ends the frame.
    Block(bool),
    /// What the last block gave is taken; the frame may be through.
    Drain(bool),
    /// What follows the last frame.
    Over,
}

impl Zstd {
    pub fn decode(&mut self, input: &[u8], output: &mut [u8]) -> Result<Decoded, Corrupt> {
        let mut done = Decoded::default();
        loop {
            let from = &input[done.consumed..];
            let (consumed, goes_on) = match self.stage {
                Stage::Header => self.header(from)?,
                Stage::Skip(left) => self.skip(from, left),
                Stage::Block(has_checksum) => self.block(from, has_checksum)?,
                Stage::Drain(has_checksum) => {
                    let to = &mut output[done.produced..];
                    done.produced += self.frame.read(to).map_err(|_| Corrupt)?;
                    (0, self.drained(has_checksum)?)
                }
                Stage::Over => (from.len(), false),
            };
            done.consumed += consumed;
            if !goes_on {
                return Ok(done);
            }
        }
    }

    pub fn is_complete(&self) -> bool {
        match self.stage {
            // Less than a magic number behind a frame is not one.
            Stage::Header => self.has_frame || self.held.is_empty(),
            Stage::Over => true,
            _ => false,
        }
    }

    fn header(&mut self, input: &[u8]) -> Result<(usize, bool), Corrupt> {
        let (mut taken, is_there) = hold(&mut self.held, input, FRONT);
        if !is_there {
            return Ok((taken, false));
        }
        let magic = u32::from_le_bytes([self.held[0], self.held[1], self.held[2], self.held[3]]);
        let is_skippable = magic & !0xF == SKIPPABLE;
        if magic != MAGIC && !is_skippable {
            if !self.has_frame {
                return Err(Corrupt);
            }
            self.held = Vec::new();
            self.stage = Stage::Over;
            return Ok((taken, true));
        }
        let length = match is_skippable {
            true => 8,
            false => header_length(self.held[4]),
        };
        let (more, is_there) = hold(&mut self.held, &input[taken..], length);
        taken += more;
        if !is_there {
            return Ok((taken, false));
        }
        self.stage = match is_skippable {
            true => Stage::Skip(u32::from_le_bytes([
                self.held[4],
                self.held[5],
                self.held[6],
                self.held[7],
            ])),
            false => self.begin_frame()?,
        };
        self.held.clear();
        Ok((taken, true))
    }

    fn begin_frame(&mut self) -> Result<Stage, Corrupt> {
        if window(&self.held) > LARGEST_WINDOW {
            return Err(Corrupt);
        }
        self.frame.reset(&self.held[..]).map_err(|_| Corrupt)?;
        Ok(Stage::Block(self.held[4] & 4 != 0))
    }

    fn skip(&mut self, input: &[u8], left: u32) -> (usize, bool) {
        let count = (left as usize).min(input.len());
        let left = left - count as u32;
        self.has_frame = true;
        self.stage = match left {
            0 => Stage::Header,
            left => Stage::Skip(left),
        };
        (count, left == 0)
    }

    fn block(&mut self, input: &[u8], has_checksum: bool) -> Result<(usize, bool), Corrupt> {
        let (mut taken, is_there) = hold(&mut self.held, input, BLOCK_HEADER);
        if !is_there {
            return Ok((taken, false));
        }
        let header = u32::from_le_bytes([self.held[0], self.held[1], self.held[2], 0]);
        let (is_last, kind, size) = (header & 1 != 0, header >> 1 & 3, (header >> 3) as usize);
        if size > LARGEST_BLOCK {
            return Err(Corrupt);
        }
        // A repeated byte is one byte.
        let content = if kind == 1 { 1 } else { size };
        let end = if is_last && has_checksum { CHECKSUM } else { 0 };
        let (more, is_there) = hold(
            &mut self.held,
            &input[taken..],
            BLOCK_HEADER + content + end,
        );
        taken += more;
        if is_there {
            let one = BlockDecodingStrategy::UptoBlocks(1);
            let decoded = self.frame.decode_blocks(&self.held[..], one);
            decoded.map_err(|_| Corrupt)?;
            self.held.clear();
            self.stage = Stage::Drain(has_checksum);
        }
        Ok((taken, is_there))
    }

    /// Whether everything of a block was taken, so that the next part is due.
    fn drained(&mut self, has_checksum: bool) -> Result<bool, Corrupt> {
        if self.frame.can_collect() > 0 {
            return Ok(false);
        }
        self.stage = Stage::Block(has_checksum);
        if self.frame.is_finished() {
            let said = self.frame.get_checksum_from_data();
            if said.is_some() && said != self.frame.get_calculated_checksum() {
                return Err(Corrupt);
            }
            self.has_frame = true;
            self.stage = Stage::Header;
        }
        Ok(true)
    }
}

/// How many bytes a frame's header has, by its descriptor.
fn header_length(descriptor: u8) -> usize {
    let is_single = descriptor & 0x20 != 0;
    let window = usize::from(!is_single);
    FRONT + window + dictionary_length(descriptor) + content_length(descriptor)
}

fn dictionary_length(descriptor: u8) -> usize {
    [0, 1, 2, 4][usize::from(descriptor & 3)]
}

/// How many bytes say how long the content is.
fn content_length(descriptor: u8) -> usize {
    match descriptor >> 6 {
        0 => usize::from(descriptor & 0x20 != 0),
        1 => 2,
        2 => 4,
        _ => 8,
    }
}

/// The window that a complete header asks for: that of its descriptor, or all of the content.
fn window(header: &[u8]) -> u64 {
    let descriptor = header[4];
    if descriptor & 0x20 == 0 {
        let base = 1_u64 << (10 + (header[5] >> 3));
        return base + base / 8 * u64::from(header[5] & 7);
    }
    let start = FRONT + dictionary_length(descriptor);
    let length = content_length(descriptor);
    let bytes = header[start..start + length].iter().rev();
    let size = bytes.fold(0, |size, byte| size << 8 | u64::from(*byte));
    if length == 2 {
        size + 256
    } else {
        size
    }
}
