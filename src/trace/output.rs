//! The file: what is in it stays, but for a tail that closes it and moves on with its end.

use std::fs::{File, OpenOptions};
use std::io::{self, Seek, SeekFrom, Write};

use fs4::{FileExt, TryLockError};

/// A file that grows, and is whole after each step.
#[derive(Debug)]
pub(super) struct Output {
    file: File,
    /// Where the tail begins.
    end: u64,
    tail: &'static str,
}

impl Output {
    /// Opens the file and empties it, with options that make it the user's alone: a trace says where he goes.
    /// With a tail it is one that can be gone back in.
    pub fn open(path: &str, mut options: OpenOptions, tail: &'static str) -> io::Result<Self> {
        // A terminal, or what stderr leads to, is written by others too.
        let is_shared = path.starts_with("/dev/");
        options.create(true).write(true).truncate(false);
        let file = options.append(is_shared && tail.is_empty()).open(path)?;
        if !is_shared {
            take(&file)?;
        }
        let end = 0;
        Ok(Self { file, end, tail })
    }

    /// Writes behind what there is. After a failure the file is as it was.
    pub fn append(&mut self, text: &str) -> io::Result<()> {
        let written = self.write(text);
        match written {
            Ok(()) => self.end += text.len() as u64,
            Err(_) => self.mend(),
        }
        written
    }

    fn write(&mut self, text: &str) -> io::Result<()> {
        if self.tail.is_empty() {
            return self.file.write_all(text.as_bytes());
        }
        self.file.seek(SeekFrom::Start(self.end))?;
        self.file.write_all([text, self.tail].concat().as_bytes())
    }

    /// Takes back what was written in part. There was room for the tail before.
    fn mend(&mut self) {
        if !self.tail.is_empty() {
            let _ = self.file.set_len(self.end);
            let _ = self.write("");
        }
    }
}

/// Empties the file, unless another process writes its own trace there.
fn take(file: &File) -> io::Result<()> {
    if let Err(TryLockError::WouldBlock) = FileExt::try_lock(file) {
        let reason = "another process writes there (%p in the path stands for the process id)";
        return Err(io::Error::other(reason));
    }
    if file.metadata()?.is_file() {
        file.set_len(0)?;
    }
    Ok(())
}

/// Says on stderr why there is no trace, or no more of it.
pub(super) fn complain(path: &str, error: &io::Error) {
    // Nobody may be there to read it.
    let _ = writeln!(io::stderr(), "libwininet: WININET_TRACE: {path}: {error}");
}
