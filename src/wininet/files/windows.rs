//! Where a user of Windows has his data. What is made there others cannot read: it has the rights of
//! the directory that it is in.

use std::fs::{DirBuilder, Metadata, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

/// The directory of the user's data on this machine, or another that is named as on Unix; `variable`
/// gives the absolute path in a variable of the environment.
pub fn data_directory(variable: impl Fn(&str) -> Option<PathBuf>) -> Option<PathBuf> {
    variable("XDG_DATA_HOME").or_else(|| variable("LOCALAPPDATA"))
}

/// For the user alone, as it is.
pub fn private_directory(builder: &mut DirBuilder) -> &mut DirBuilder {
    builder
}

/// For the user alone, as it is.
pub fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    options
}

/// Two files are told apart by the time of their last write alone, in steps of 100 ns: the time of
/// creation is that of the file before, if that is young.
pub fn inode(_: &Metadata) -> u64 {
    0
}

/// A rename is on the disk when the file system has it in its journal.
pub fn sync_directory(_: &Path) -> io::Result<()> {
    Ok(())
}
