//! Where a user of Unix has his data, and how it is kept from others.

use std::fs::{DirBuilder, File, Metadata, OpenOptions};
use std::io;
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

/// The directory of the user's data; `variable` gives the absolute path in a variable of the
/// environment.
pub fn data_directory(variable: impl Fn(&str) -> Option<PathBuf>) -> Option<PathBuf> {
    variable("XDG_DATA_HOME").or_else(|| Some(variable("HOME")?.join(".local/share")))
}

/// For the user alone.
pub fn private_directory(builder: &mut DirBuilder) -> &mut DirBuilder {
    builder.mode(0o700)
}

/// For the user alone.
pub fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    options.mode(0o600)
}

/// What tells two files apart.
pub fn inode(metadata: &Metadata) -> u64 {
    metadata.ino()
}

/// The new name is on the disk once its directory is.
pub fn sync_directory(directory: &Path) -> io::Result<()> {
    File::open(directory)?.sync_all()
}
