//! The chunked coding (RFC 9112, section 7.1), byte by byte where it is framing.

use crate::http::Violation;

/// The longest line with a chunk's size and its extensions.
pub(super) const MAX_CHUNK_LINE: u32 = 16 * 1024;

/// The most bytes of trailers, with the empty line that ends them.
pub(super) const MAX_TRAILERS: u32 = 64 * 1024;

/// Where in the coding the next byte stands.
#[derive(Debug, Clone)]
pub(super) struct Chunked {
    at: At,
    /// The size read so far, then what is left of the chunk.
    size: u64,
    /// Length of the line, or of the trailers, so far.
    length: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum At {
    /// Before the first digit of a size.
    SizeStart,
    /// Behind a digit.
    Size,
    /// In white space behind the size.
    SizeEnd,
    /// In what follows a semicolon.
    Extension,
    /// Behind the CR of a size without extension.
    SizeLf,
    Data,
    /// Behind the data, before its line end.
    DataEnd,
    /// Behind the CR that follows the data.
    DataLf,
    /// At the beginning of a trailer line.
    TrailerStart,
    /// Behind a CR at the beginning of a trailer line.
    TrailerLf,
    Trailer,
    Done,
}

impl Default for Chunked {
    fn default() -> Chunked {
        Chunked {
            at: At::SizeStart,
            size: 0,
            length: 0,
        }
    }
}

impl Chunked {
    pub(super) fn is_done(&self) -> bool {
        self.at == At::Done
    }

    /// How much of the chunk is left, inside its data.
    pub(super) fn plain(&self) -> u64 {
        if self.at == At::Data {
            self.size
        } else {
            0
        }
    }

    /// `n` bytes of data went by.
    pub(super) fn took(&mut self, n: u64) {
        self.size = self.size.saturating_sub(n);
        if self.size == 0 && self.at == At::Data {
            self.at = At::DataEnd;
        }
    }

    /// Consumes everything up to data, the end of the body or of the input.
    pub(super) fn skip_framing(&mut self, input: &[u8]) -> Result<usize, Violation> {
        for (index, &byte) in input.iter().enumerate() {
            if matches!(self.at, At::Data | At::Done) {
                return Ok(index);
            }
            self.at = self.step(byte)?;
        }
        Ok(input.len())
    }

    fn step(&mut self, byte: u8) -> Result<At, Violation> {
        self.bound()?;
        match (self.at, byte) {
            (At::SizeStart | At::Size, _) if byte.is_ascii_hexdigit() => self.digit(byte),
            (At::Size | At::SizeEnd, b' ' | b'\t') => Ok(At::SizeEnd),
            (At::Size | At::SizeEnd, b';') => Ok(At::Extension),
            (At::Size | At::SizeEnd, b'\r') => Ok(At::SizeLf),
            (At::Size | At::SizeEnd | At::SizeLf | At::Extension, b'\n') => Ok(self.line_end()),
            (At::Extension, _) => Ok(At::Extension),

            (At::DataEnd, b'\r') => Ok(At::DataLf),
            (At::DataEnd | At::DataLf, b'\n') => Ok(self.next_line(At::SizeStart)),

            (At::TrailerStart | At::TrailerLf, b'\n') => Ok(At::Done),
            (At::TrailerStart, b'\r') => Ok(At::TrailerLf),
            (At::Trailer, b'\n') => Ok(At::TrailerStart),
            (At::TrailerStart | At::Trailer, _) => Ok(At::Trailer),

            _ => Err(Violation::Chunk),
        }
    }

    /// One more byte of a line or of trailers; they must not go on for ever.
    fn bound(&mut self) -> Result<(), Violation> {
        let bound = match self.at {
            At::TrailerStart | At::TrailerLf | At::Trailer => MAX_TRAILERS,
            _ => MAX_CHUNK_LINE,
        };
        self.length += 1;
        if self.length > bound {
            return Err(Violation::Chunk);
        }
        Ok(())
    }

    fn digit(&mut self, byte: u8) -> Result<At, Violation> {
        let digit = (byte as char).to_digit(16).ok_or(Violation::Chunk)?;
        self.size = self
            .size
            .checked_mul(16)
            .map(|size| size | u64::from(digit))
            .ok_or(Violation::Chunk)?;
        Ok(At::Size)
    }

    /// The end of a line with a size.
    fn line_end(&mut self) -> At {
        let after = if self.size == 0 {
            At::TrailerStart
        } else {
            At::Data
        };
        self.next_line(after)
    }

    fn next_line(&mut self, at: At) -> At {
        self.length = 0;
        at
    }
}
