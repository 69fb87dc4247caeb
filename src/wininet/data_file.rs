//! INTERNET_FLAG_NEED_FILE: the body of an answer goes into a file as well, as it is read. Windows takes
//! the file of its cache; there is none here, so it is a temporary one, as it is on Windows for an answer
//! that cannot be cached. It goes when the answer does, unless it is locked.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::Arc;

use parking_lot::Mutex;

use super::files::private;
use super::read::Destination;
use super::request::{Request, State};
use crate::abi::INTERNET_FLAG_NEED_FILE;
use crate::http::ResponseHead;

/// The file of an answer.
pub struct DataFile {
    path: PathBuf,
    /// `None`: it could not be written, and is of no use.
    file: Mutex<Option<File>>,
    of: Arc<ResponseHead>,
}

impl DataFile {
    /// An empty file for that answer.
    fn new(of: Arc<ResponseHead>) -> io::Result<Self> {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        loop {
            let count = COUNT.fetch_add(1, Ordering::Relaxed);
            let name = format!("wininet-{}-{count}.tmp", std::process::id());
            let path = std::env::temp_dir().join(name);
            match create(&path) {
                Ok(file) => {
                    let file = Mutex::new(Some(file));
                    return Ok(Self { path, file, of });
                }
                // Of a process that had the same number.
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error),
            }
        }
    }

    fn add(&self, bytes: &[u8]) {
        let mut file = self.file.lock();
        if file.as_mut().is_some_and(|it| it.write_all(bytes).is_err()) {
            *file = None;
        }
    }

    /// Where it is; `None` if it does not have all that was read.
    pub fn path(&self) -> Option<&Path> {
        self.file.lock().is_some().then_some(self.path.as_path())
    }
}

impl Drop for DataFile {
    fn drop(&mut self) {
        *self.file.get_mut() = None;
        // The program may have moved it, or have it open on Windows.
        let _ = fs::remove_file(&self.path);
    }
}

/// A file that was not there, for the user alone.
fn create(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    private(&mut options).open(path)
}

/// A caller's buffer whose bytes go into the file too.
pub struct Copied<D> {
    inner: D,
    file: Arc<DataFile>,
}

impl<D: Destination> Destination for Copied<D> {
    fn buffer(&mut self) -> &mut [u8] {
        self.inner.buffer()
    }

    fn set_count(&mut self, count: usize) {
        self.file.add(&self.inner.buffer()[..count]);
        self.inner.set_count(count);
    }
}

impl Request {
    /// The file of the answer that there is, if the program needs one.
    pub fn data_file(&self) -> Option<Arc<DataFile>> {
        if self.flags & INTERNET_FLAG_NEED_FILE == 0 {
            return None;
        }
        self.state.lock().data_file()
    }

    /// The buffer that copies what comes into it, or the buffer itself.
    pub(super) fn copied<D: Destination>(&self, inner: D) -> Result<Copied<D>, D> {
        match self.data_file() {
            Some(file) => Ok(Copied { inner, file }),
            None => Err(inner),
        }
    }
}

impl State {
    /// It is begun with the body.
    fn data_file(&mut self) -> Option<Arc<DataFile>> {
        let head = self.response.clone()?;
        let is_of_it = |it: &Arc<DataFile>| Arc::ptr_eq(&it.of, &head);
        if !self.file.as_ref().is_some_and(is_of_it) {
            let is_at_start = self.position() == Ok(0);
            let made = is_at_start.then(|| DataFile::new(head).ok());
            self.file = made.flatten().map(Arc::new);
        }
        self.file.clone()
    }
}
