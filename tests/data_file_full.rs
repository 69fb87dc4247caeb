//! INTERNET_FLAG_NEED_FILE where there is no room for the file, or no place: the body comes as always, and the file has
//! no name. A process of its own, for what it forbids itself.

#![cfg(unix)]
#![allow(unsafe_code)]

mod support;

use support::reply::ok;
use support::*;
use wininet::abi::*;

/// Longer than a file may be.
const BODY: [u8; 5000] = [b'x'; 5000];
const ROOM: u64 = 1000;

/// As long as there is one of these, a file of this process can have so many bytes.
struct LittleRoom;

impl LittleRoom {
    fn leave() -> Self {
        allow(ROOM);
        Self
    }
}

/// What the test says may go to a file, too.
impl Drop for LittleRoom {
    fn drop(&mut self) {
        allow(libc::RLIM_INFINITY);
    }
}

fn allow(size: u64) {
    let limit = libc::rlimit {
        rlim_cur: size,
        rlim_max: libc::RLIM_INFINITY,
    };
    // SAFETY: the struct is read alone, and a signal that is ignored runs nothing.
    unsafe {
        libc::signal(libc::SIGXFSZ, libc::SIG_IGN);
        assert_eq!(libc::setrlimit(libc::RLIMIT_FSIZE, &limit), 0);
    }
}

fn name(request: &Handle) -> Result<String> {
    option_text(request, INTERNET_OPTION_DATAFILE_NAME)
}

#[test]
fn the_body_comes_without_its_file() {
    let none = Err(ERROR_INTERNET_ITEM_NOT_FOUND);
    let room = LittleRoom::leave();
    for asynchronous in BOTH {
        let story = Story::new(Server::respond(|_| ok(BODY)), asynchronous);
        let request = story.client.request("GET", "/", INTERNET_FLAG_NEED_FILE);
        story.send(&request).expect("sent");
        let file = name(&request).expect("a file");
        assert_eq!(story.read(&request, 500), Ok(BODY[..500].to_vec()));
        assert_eq!(name(&request).as_ref(), Ok(&file));
        assert_eq!(story.read_all(&request), Ok(BODY[500..].to_vec()));
        // It has not all of the body.
        assert_eq!(name(&request), none);
        request.close().expect("an open handle");
        assert!(!std::path::Path::new(&file).exists());
    }
    drop(room);
    std::env::set_var("TMPDIR", "/nowhere/at/all");
    for asynchronous in BOTH {
        let story = Story::new(Server::respond(|_| ok(BODY)), asynchronous);
        let request = story.client.request("GET", "/", INTERNET_FLAG_NEED_FILE);
        story.send(&request).expect("sent");
        assert_eq!(name(&request), none);
        assert_eq!(story.read_all(&request), Ok(BODY.to_vec()));
    }
}
