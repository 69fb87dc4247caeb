//! INTERNET_FLAG_NEED_FILE and INTERNET_OPTION_DATAFILE_NAME.

#![allow(unsafe_code)]

mod support;

use std::fs;
use std::path::PathBuf;
use std::ptr::null_mut;

use support::reply::ok;
use support::*;
use wininet::abi::*;
use wininet::ffi::*;

const BODY: &str = "the body of the answer, which is longer than a read";

fn file_of(request: &Handle) -> Result<PathBuf> {
    option_text(request, INTERNET_OPTION_DATAFILE_NAME).map(PathBuf::from)
}

fn needing(asynchronous: bool) -> (Story, Handle) {
    let story = Story::new(Server::respond(|_| ok(BODY)), asynchronous);
    let request = story.client.request("GET", "/", INTERNET_FLAG_NEED_FILE);
    (story, request)
}

/// It grows with what is read, and goes with the request.
#[test]
fn the_body_is_in_the_file() {
    for asynchronous in BOTH {
        let (story, request) = needing(asynchronous);
        assert_eq!(file_of(&request), Err(ERROR_INTERNET_ITEM_NOT_FOUND));
        story.send(&request).expect("sent");
        let file = file_of(&request).expect("a file");
        assert_eq!(fs::read(&file).expect("there"), b"");
        assert_eq!(story.read_all(&request), Ok(BODY.into()));
        assert_eq!(fs::read_to_string(&file).expect("there"), BODY);
        assert_eq!(file_of(&request), Ok(file.clone()));
        request.close().expect("an open handle");
        assert!(!file.exists());
    }
}

/// Also if nobody has asked for its name before.
#[test]
fn the_name_may_be_asked_for_late() {
    for asynchronous in BOTH {
        let (story, request) = needing(asynchronous);
        story.send(&request).expect("sent");
        assert_eq!(story.read_all(&request), Ok(BODY.into()));
        let file = file_of(&request).expect("a file");
        assert_eq!(fs::read_to_string(file).expect("there"), BODY);
    }
}

#[test]
fn each_answer_has_its_own() {
    for asynchronous in BOTH {
        let (story, request) = needing(asynchronous);
        story.send(&request).expect("sent");
        let first = file_of(&request).expect("a file");
        assert_eq!(story.read_all(&request), Ok(BODY.into()));
        story.send(&request).expect("sent again");
        assert_eq!(story.read_all(&request), Ok(BODY.into()));
        let second = file_of(&request).expect("a file");
        assert!(first != second && !first.exists());
        assert_eq!(fs::read_to_string(second).expect("there"), BODY);
    }
}

#[test]
fn a_lock_keeps_it() {
    for asynchronous in BOTH {
        let (story, request) = needing(asynchronous);
        story.send(&request).expect("sent");
        let mut lock = null_mut();
        // SAFETY: a HANDLE.
        check(unsafe { InternetLockRequestFile(request.raw(), &mut lock) }).expect("locked");
        let file = file_of(&request).expect("a file");
        assert_eq!(story.read_all(&request), Ok(BODY.into()));
        request.close().expect("an open handle");
        assert_eq!(fs::read_to_string(&file).expect("there"), BODY);
        // SAFETY: any value is allowed.
        check(unsafe { InternetUnlockRequestFile(lock) }).expect("unlocked");
        assert!(!file.exists());
    }
}

#[test]
fn reading_elsewhere_ends_it() {
    for asynchronous in BOTH {
        let (story, request) = needing(asynchronous);
        story.send(&request).expect("sent");
        let file = file_of(&request).expect("a file");
        // SAFETY: no pointer.
        let place = unsafe { InternetSetFilePointer(request.raw(), 4, null_mut(), FILE_BEGIN, 0) };
        assert_eq!(place, 4);
        assert_eq!(file_of(&request), Err(ERROR_INTERNET_ITEM_NOT_FOUND));
        assert!(!file.exists());
    }
}

#[test]
fn without_the_flag_there_is_none() {
    let story = Story::new(Server::respond(|_| ok(BODY)), false);
    let request = story.get("/");
    story.send(&request).expect("sent");
    assert_eq!(file_of(&request), Err(ERROR_INTERNET_ITEM_NOT_FOUND));
}
