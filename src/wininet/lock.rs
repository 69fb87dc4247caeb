//! InternetLockRequestFile: on Windows a lock keeps the file in which the cache has the answer. There
//! is no cache here that could take one away, so a lock is a number that is good until it is unlocked,
//! also when its request is closed.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicUsize, Ordering};

use parking_lot::Mutex;

use super::error::{Error, Result};
use super::request::Request;
use crate::abi::{
    ERROR_INTERNET_INVALID_OPERATION, ERROR_INVALID_HANDLE, INTERNET_FLAG_NO_CACHE_WRITE,
    SECURITY_FLAG_SECURE,
};

static LOCKS: Mutex<BTreeSet<usize>> = Mutex::new(BTreeSet::new());
/// The last lock's number; none is used twice.
static LAST: AtomicUsize = AtomicUsize::new(0);

/// Locks the answer of a request.
pub fn lock(request: &Request) -> Result<usize> {
    if !request.is_answered() {
        return Err(Error::INCORRECT_STATE);
    }
    let is_secure = request.security_flags() & SECURITY_FLAG_SECURE != 0;
    if is_secure && request.flags & INTERNET_FLAG_NO_CACHE_WRITE != 0 {
        return Err(Error(ERROR_INTERNET_INVALID_OPERATION));
    }
    let number = LAST.fetch_add(1, Ordering::Relaxed) + 1;
    LOCKS.lock().insert(number);
    Ok(number)
}

/// Gives a lock up.
pub fn unlock(number: usize) -> Result<()> {
    match LOCKS.lock().remove(&number) {
        true => Ok(()),
        false => Err(Error(ERROR_INVALID_HANDLE)),
    }
}
