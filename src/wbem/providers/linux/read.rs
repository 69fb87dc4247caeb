//! Reading the small files of /proc and /sys.

use std::fs::{self, File};
use std::io::Read;
use std::path::Path;

/// Reads a file into a buffer, with as few calls as it takes.
pub fn read_into(path: impl AsRef<Path>, buffer: &mut Vec<u8>) -> Option<()> {
    buffer.clear();
    let mut file = File::open(path).ok()?;
    loop {
        let from = buffer.len();
        buffer.resize(from + 4096, 0);
        let count = file.read(&mut buffer[from..]).ok()?;
        buffer.truncate(from + count);
        // These files come whole in one read, unless they are longer than the buffer.
        if count < 4096 {
            return Some(());
        }
    }
}

/// The text of a file; `None` for one that is not there or may not be read.
pub fn text(path: impl AsRef<Path>) -> Option<String> {
    let bytes = fs::read(path).ok()?;
    Some(String::from_utf8_lossy(&bytes).into_owned())
}

/// The first line of a file; `None` for an empty one too.
pub fn line(path: impl AsRef<Path>) -> Option<String> {
    let text = text(path)?;
    let line = text.lines().next()?.trim();
    (!line.is_empty()).then(|| line.to_owned())
}

pub fn number<T: std::str::FromStr>(path: impl AsRef<Path>) -> Option<T> {
    line(path)?.parse().ok()
}

/// The value behind a name, in lines such as `MemTotal:   16316412 kB`.
pub fn field<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    let found = text
        .lines()
        .find_map(|line| line.strip_prefix(name)?.trim_start().strip_prefix(':'));
    found.map(str::trim)
}

/// The number of kilobytes behind a name.
pub fn kilobytes(text: &str, name: &str) -> Option<u64> {
    field(text, name)?.split_whitespace().next()?.parse().ok()
}
