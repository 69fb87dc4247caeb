//! Where the lines of a head end, found 32 bytes at a time.

use wide::{i8x32, CmpEq};

const BLOCK: usize = 32;

/// The places of the line feeds, in order.
pub(super) struct LineEnds<'a> {
    /// One bit for each line feed that has not been given, of the block that is looked at.
    found: u32,
    /// Where that block begins.
    block: usize,
    /// What follows it.
    rest: &'a [u8],
}

impl<'a> LineEnds<'a> {
    pub fn of(bytes: &'a [u8]) -> Self {
        let (found, rest) = find(bytes);
        Self {
            found,
            block: 0,
            rest,
        }
    }
}

impl Iterator for LineEnds<'_> {
    type Item = usize;

    #[inline]
    fn next(&mut self) -> Option<usize> {
        while self.found == 0 {
            if self.rest.is_empty() {
                return None;
            }
            (self.found, self.rest) = find(self.rest);
            self.block += BLOCK;
            if self.found == 0 {
                let passed = pass_over(self.rest);
                self.rest = &self.rest[passed..];
                self.block += passed;
            }
        }
        let place = self.block + self.found.trailing_zeros() as usize;
        self.found &= self.found - 1;
        Some(place)
    }
}

/// The line feeds of a block, and what follows it.
#[inline]
fn find(bytes: &[u8]) -> (u32, &[u8]) {
    match bytes.split_first_chunk() {
        Some((block, rest)) => (find_in(block), rest),
        None => (find_in_last(bytes), &[]),
    }
}

/// So many bytes at the front, within a long line, have no line feed among them.
#[cold]
#[inline(never)]
fn pass_over(bytes: &[u8]) -> usize {
    // No early end within a part: so it becomes a few vector instructions.
    let has_any = |part: &[u8]| part.iter().fold(false, |any, &byte| any | (byte == b'\n'));
    let parts = bytes.chunks_exact(2 * BLOCK);
    parts.take_while(|part| !has_any(part)).count() * 2 * BLOCK
}

#[inline]
fn find_in(block: &[u8; BLOCK]) -> u32 {
    let line_feed = i8x32::splat(b'\n' as i8);
    let block = i8x32::from(block.map(|byte| byte as i8));
    block.cmp_eq(line_feed).move_mask() as u32
}

/// The same of what is shorter than a block.
#[cold]
#[inline(never)]
fn find_in_last(bytes: &[u8]) -> u32 {
    let mut block = [0; BLOCK];
    block[..bytes.len()].copy_from_slice(bytes);
    find_in(&block)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_in_every_length() {
        for length in 0..100 {
            for first in 0..=length {
                let mut bytes = vec![b'\x0b'; length];
                for place in (first..length).step_by(7) {
                    bytes[place] = b'\n';
                }
                let found: Vec<_> = LineEnds::of(&bytes).collect();
                let expected: Vec<_> = (first..length).step_by(7).collect();
                assert_eq!(found, expected, "{length} bytes from {first}");
            }
        }
    }

    #[test]
    fn long_lines() {
        for first in 0..100 {
            for length in 0..300 {
                let places = [first, first + 1 + length, first + 2 + length * 2];
                let mut bytes = vec![b'a'; places[2] + 1 + length % 40];
                for place in places {
                    bytes[place] = b'\n';
                }
                assert!(LineEnds::of(&bytes).eq(places), "{places:?}");
            }
        }
    }

    #[test]
    fn nothing_but_line_feeds() {
        let found = LineEnds::of(&[b'\n'; 70]);
        assert!(found.eq(0..70));
    }

    #[test]
    fn no_other_byte_is_a_line_feed() {
        let all: Vec<u8> = (0..=255).collect();
        assert!(LineEnds::of(&all).eq([usize::from(b'\n')]));
    }
}
