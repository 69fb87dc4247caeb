//! InternetLockRequestFile: on Windows a lock keeps the file in which the cache has the answer. There
//! is no cache here that could take one away, so a lock is a number that is good until it is unlocked,
//! also when its request is closed. It keeps the file of INTERNET_FLAG_NEED_FILE.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::Arc;

use parking_lot::Mutex;

use super::data_file::DataFile;
use super::error::{Error, Result};
use super::request::Request;
use crate::abi::{
    ERROR_INTERNET_INVALID_OPERATION, ERROR_INVALID_HANDLE, INTERNET_FLAG_NO_CACHE_WRITE,
    SECURITY_FLAG_SECURE,
};

static LOCKS: Mutex<BTreeMap<usize, Option<Arc<DataFile>>>> = Mutex::new(BTreeMap::new());
/// The next lock's number. None is used twice, and all are odd: no handle has such a value, so neither can
/// be taken for the other.
static NEXT: AtomicUsize = AtomicUsize::new(1);

/// Locks the answer of a request.
pub fn lock(request: &Request) -> Result<usize> {
    if !request.is_answered() {
        return Err(Error::INCORRECT_STATE);
    }
    let is_secure = request.security_flags() & SECURITY_FLAG_SECURE != 0;
    if is_secure && request.flags & INTERNET_FLAG_NO_CACHE_WRITE != 0 {
        return Err(Error(ERROR_INTERNET_INVALID_OPERATION));
    }
    let number = NEXT.fetch_add(2, Ordering::Relaxed);
    LOCKS.lock().insert(number, request.data_file());
    Ok(number)
}

/// Gives a lock up.
pub fn unlock(number: usize) -> Result<()> {
    let lock = LOCKS.lock().remove(&number);
    lock.map(drop).ok_or(Error(ERROR_INVALID_HANDLE))
}
