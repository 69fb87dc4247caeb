//! "gzip" (RFC 1952): members one after the other.

use flate2::Crc;

use super::deflate::Inflate;
use super::{hold, Corrupt, Decoded};

const MAGIC: [u8; 2] = [0x1F, 0x8B];
/// The fixed part of a member's header.
const HEADER: usize = 10;
/// Checksum and length behind a member's data.
const TRAILER: usize = 8;

// Flags of the header.
const HEADER_CHECKSUM: u8 = 2;
const EXTRA: u8 = 4;
const NAME: u8 = 8;
const COMMENT: u8 = 16;
const RESERVED: u8 = 0xE0;

/// The coding.
#[derive(Default)]
pub(super) struct Gzip {
    stage: Stage,
    /// What has come of a part that must be looked at as a whole.
    held: Vec<u8>,
    /// A member has been decoded.
    has_member: bool,
}

#[derive(Default)]
enum Stage {
    /// At the header of a member, or at the end.
    #[default]
    Header,
    /// The optional parts of the header that these flags announce.
    Options(u8),
    /// So much of an extra field is to be passed over.
    Extra(usize, u8),
    Data(Box<Member>),
    /// What follows the last member.
    Over,
}

struct Member {
    inflate: Inflate,
    crc: Crc,
}

impl Gzip {
    pub fn decode(&mut self, input: &[u8], output: &mut [u8]) -> Result<Decoded, Corrupt> {
        let mut done = Decoded::default();
        loop {
            let from = &input[done.consumed..];
            let (consumed, goes_on) = match &mut self.stage {
                Stage::Data(_) => {
                    let step = self.data(from, &mut output[done.produced..])?;
                    done.produced += step.produced;
                    let is_through = !matches!(self.stage, Stage::Data(_));
                    (step.consumed, is_through)
                }
                Stage::Header => self.header(from)?,
                Stage::Options(flags) => {
                    let flags = *flags;
                    self.option(from, flags)
                }
                Stage::Extra(left, flags) => {
                    let count = from.len().min(*left);
                    let (left, flags) = (*left - count, *flags);
                    self.stage = match left {
                        0 => Stage::Options(flags & !EXTRA),
                        left => Stage::Extra(left, flags),
                    };
                    (count, left == 0)
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
            // Less than a header behind a member is not one.
            Stage::Header => self.has_member || self.held.is_empty(),
            Stage::Over => true,
            _ => false,
        }
    }

    fn header(&mut self, input: &[u8]) -> Result<(usize, bool), Corrupt> {
        let (taken, is_there) = hold(&mut self.held, input, HEADER);
        let known = self.held.len().min(MAGIC.len());
        if self.held[..known] != MAGIC[..known] {
            if !self.has_member {
                return Err(Corrupt);
            }
            self.held = Vec::new();
            self.stage = Stage::Over;
            return Ok((taken, true));
        }
        if is_there {
            let (method, flags) = (self.held[2], self.held[3]);
            if method != 8 || flags & RESERVED != 0 {
                return Err(Corrupt);
            }
            self.held.clear();
            self.stage = Stage::Options(flags);
        }
        Ok((taken, is_there))
    }

    /// The next of the optional parts, in their order.
    fn option(&mut self, input: &[u8], flags: u8) -> (usize, bool) {
        if flags & EXTRA != 0 {
            let (taken, is_there) = hold(&mut self.held, input, 2);
            if is_there {
                let length = u16::from_le_bytes([self.held[0], self.held[1]]);
                self.held.clear();
                self.stage = Stage::Extra(length.into(), flags);
            }
            return (taken, is_there);
        }
        if flags & (NAME | COMMENT) != 0 {
            let end = input.iter().position(|&byte| byte == 0);
            if end.is_some() {
                let first = if flags & NAME != 0 { NAME } else { COMMENT };
                self.stage = Stage::Options(flags & !first);
            }
            return (end.map_or(input.len(), |end| end + 1), end.is_some());
        }
        let checksum = if flags & HEADER_CHECKSUM != 0 { 2 } else { 0 };
        let (taken, is_there) = hold(&mut self.held, input, checksum);
        if is_there {
            self.held.clear();
            self.stage = Stage::Data(Box::new(Member {
                inflate: Inflate::new(false),
                crc: Crc::new(),
            }));
        }
        (taken, is_there)
    }

    /// The compressed data, and the trailer behind it.
    fn data(&mut self, input: &[u8], output: &mut [u8]) -> Result<Decoded, Corrupt> {
        let Stage::Data(member) = &mut self.stage else {
            return Ok(Decoded::default());
        };
        let mut done = member.inflate.decode(input, output)?;
        member.crc.update(&output[..done.produced]);
        if !member.inflate.is_done() {
            return Ok(done);
        }
        let expected = [member.crc.sum(), member.crc.amount()].map(u32::to_le_bytes);
        let (taken, is_there) = hold(&mut self.held, &input[done.consumed..], TRAILER);
        done.consumed += taken;
        if is_there {
            if self.held != expected.concat() {
                return Err(Corrupt);
            }
            self.held.clear();
            self.has_member = true;
            self.stage = Stage::Header;
        }
        Ok(done)
    }
}
