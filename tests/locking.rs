//! InternetLockRequestFile and InternetUnlockRequestFile.

#![allow(unsafe_code)]

mod support;

use std::ptr::null_mut;

use support::reply::ok;
use support::*;
use wininet::abi::*;
use wininet::ffi::*;

fn lock(request: &Handle) -> Result<HANDLE> {
    let mut lock = 55 as HANDLE;
    // SAFETY: a HANDLE.
    let locked = check(unsafe { InternetLockRequestFile(request.raw(), &mut lock) });
    assert_eq!(locked.is_err(), lock.is_null());
    locked.map(|()| lock)
}

fn unlock(lock: HANDLE) -> Result<()> {
    // SAFETY: any value is allowed.
    check(unsafe { InternetUnlockRequestFile(lock) })
}

/// Each lock is unlocked once, also after its request was closed.
#[test]
fn locks() {
    for asynchronous in BOTH {
        let story = Story::new(Server::respond(|_| ok("body")), asynchronous);
        let request = story.get("/");
        assert_eq!(lock(&request), Err(ERROR_INTERNET_INCORRECT_HANDLE_STATE));
        story.send(&request).expect("sent");
        let locks = [
            lock(&request).expect("locked"),
            lock(&request).expect("again"),
        ];
        assert_ne!(locks[0], locks[1]);
        assert_eq!(unlock(locks[1]), Ok(()));
        assert_eq!(story.read_all(&request), Ok(b"body".to_vec()));
        request.close().expect("an open handle");
        assert_eq!(unlock(locks[0]), Ok(()));
        for gone in locks {
            assert_eq!(unlock(gone), Err(ERROR_INVALID_HANDLE));
        }
    }
}

#[test]
fn what_is_no_lock() {
    let story = Story::new(Server::respond(|_| ok("body")), false);
    let request = story.get("/");
    story.send(&request).expect("sent");
    // SAFETY: NULL is the subject.
    let locked = check(unsafe { InternetLockRequestFile(request.raw(), null_mut()) });
    assert_eq!(locked, Err(ERROR_INVALID_PARAMETER));
    for no_lock in [null_mut(), usize::MAX as HANDLE, request.raw().cast()] {
        assert_eq!(unlock(no_lock), Err(ERROR_INVALID_HANDLE));
    }
}

/// As on Windows: nothing of an encrypted answer is put on disk against the flag.
#[test]
fn encrypted_answers_that_must_not_be_written() {
    let server = Server::respond_tls(certs::unknown_ca(), |_| ok("body"));
    let client = Client::sync(&server);
    for (flag, locks) in [(0, true), (INTERNET_FLAG_NO_CACHE_WRITE, false)] {
        let request = client.request("GET", "/", INTERNET_FLAG_SECURE | flag);
        let option = INTERNET_OPTION_SECURITY_FLAGS;
        set_option_u32(&request, option, SECURITY_FLAG_IGNORE_UNKNOWN_CA).expect("set");
        client.send(&request).expect("an answer");
        match lock(&request) {
            Ok(lock) => assert!(locks && unlock(lock).is_ok()),
            Err(error) => {
                assert_eq!((locks, error), (false, ERROR_INTERNET_INVALID_OPERATION));
            }
        }
    }
}
