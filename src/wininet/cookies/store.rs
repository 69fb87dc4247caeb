//! The file of the cookies that outlive the process. It is always whole: a new one is written beside
//! it and takes its place. A lock file keeps processes that write apart; who reads needs none.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use fs4::{FileExt, TryLockError};

use super::cookie::Cookie;
use super::format;
use super::jar::Changes;

/// Another process that holds the lock for longer has a problem that is not to become ours.
const PATIENCE: Duration = Duration::from_secs(2);

/// A larger file is none of ours: it is neither read nor written.
const LARGEST: u64 = 64 * 1024 * 1024;

/// Where the cookies are kept.
#[derive(Debug)]
pub struct Store {
    directory: PathBuf,
}

/// What tells one file from the next that takes its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    modified: Option<SystemTime>,
    length: u64,
    inode: u64,
}

impl Store {
    /// The file of this user; `None` if nobody says where a user has his data.
    pub fn of_the_user() -> Option<Self> {
        let absolute = |name| {
            let value = std::env::var_os(name).map(PathBuf::from);
            value.filter(|path| path.is_absolute())
        };
        let data =
            absolute("XDG_DATA_HOME").or_else(|| Some(absolute("HOME")?.join(".local/share")));
        Some(Self::in_directory(data?.join("libwininet")))
    }

    /// The file in that directory, which need not exist.
    pub fn in_directory(directory: PathBuf) -> Self {
        Self { directory }
    }

    fn path(&self) -> PathBuf {
        self.directory.join("cookies")
    }

    /// Which file is there now; `None`: there is none.
    pub fn stamp(&self) -> Option<Stamp> {
        let metadata = fs::metadata(self.path()).ok()?;
        Some(Stamp {
            modified: metadata.modified().ok(),
            length: metadata.len(),
            inode: inode(&metadata),
        })
    }

    /// The cookies in the file. Lines that make no sense are passed over.
    pub fn read(&self) -> io::Result<Vec<Cookie>> {
        let file = match File::open(self.path()) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            other => other?,
        };
        bounded(file.metadata()?.len())?;
        let mut text = Vec::new();
        file.take(LARGEST).read_to_end(&mut text)?;
        format::decode(&text)
    }

    /// Makes the changes to what is in the file now; gives what is there then, and in which file.
    pub fn update(&self, changes: &Changes, now: i64) -> io::Result<(Vec<Cookie>, Option<Stamp>)> {
        self.make_directory()?;
        let _lock = self.lock()?;
        let mut cookies = self.read()?;
        cookies.retain(|cookie| !cookie.is_expired(now) && !changes.contains_key(&cookie.key()));
        let news = changes.values().flatten().cloned();
        cookies.extend(news.filter(|cookie| !cookie.is_expired(now)));
        cookies.sort_by_key(|cookie| cookie.created);
        let text = format::encode(&cookies);
        bounded(text.len() as u64)?;
        self.replace(&text)?;
        Ok((cookies, self.stamp()))
    }

    /// Nobody else is to look into it: cookies are as good as passwords.
    fn make_directory(&self) -> io::Result<()> {
        let mut builder = fs::DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(&self.directory)
    }

    /// The lock is held for as long as the file is open.
    fn lock(&self) -> io::Result<File> {
        let file = private(OpenOptions::new().write(true).create(true).truncate(false))
            .open(self.directory.join("cookies.lock"))?;
        let end = Instant::now() + PATIENCE;
        loop {
            match FileExt::try_lock(&file) {
                Ok(()) => return Ok(file),
                Err(TryLockError::Error(error)) => return Err(error),
                Err(TryLockError::WouldBlock) if Instant::now() >= end => {
                    return Err(io::ErrorKind::TimedOut.into());
                }
                Err(TryLockError::WouldBlock) => thread::sleep(Duration::from_millis(5)),
            }
        }
    }

    /// The file of before or the new one: whatever happens, one of them is there, and whole.
    fn replace(&self, text: &[u8]) -> io::Result<()> {
        let beside = self.directory.join("cookies.new");
        // What a writer that was killed has left, or somebody else with other permissions.
        let _ = fs::remove_file(&beside);
        let mut file = private(OpenOptions::new().write(true).create_new(true)).open(&beside)?;
        file.write_all(text)?;
        file.sync_all()?;
        fs::rename(&beside, self.path())?;
        sync_directory(&self.directory)
    }
}

fn bounded(length: u64) -> io::Result<()> {
    match length > LARGEST {
        true => Err(io::ErrorKind::FileTooLarge.into()),
        false => Ok(()),
    }
}

fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
    options
}

#[cfg(unix)]
fn inode(metadata: &fs::Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::ino(metadata)
}

#[cfg(not(unix))]
fn inode(_: &fs::Metadata) -> u64 {
    0
}

/// The new name is on the disk once its directory is.
#[cfg(unix)]
fn sync_directory(directory: &Path) -> io::Result<()> {
    File::open(directory)?.sync_all()
}

#[cfg(not(unix))]
fn sync_directory(_: &Path) -> io::Result<()> {
    Ok(())
}
