//! The file: what it keeps, and what it survives.

use std::fs;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::super::format::{decode, encode};
use super::super::jar::Changes;
use super::super::store::Store;
use super::*;

/// A directory of its own, which goes with the test.
struct Scratch(PathBuf);

impl Scratch {
    fn new() -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("wininet-cookies-{}-{count}", std::process::id());
        Self(std::env::temp_dir().join(name))
    }

    fn store(&self) -> Store {
        Store::in_directory(self.0.clone())
    }

    fn file(&self) -> PathBuf {
        self.0.join("cookies")
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn lasting(name: &str, at: i64) -> Cookie {
    let field = format!("{name}=v%\t\u{e4}; Max-Age=60; Path=/a b; SameSite=Lax");
    cookie("https://shop.test/", &field, at).expect("a cookie")
}

fn changes(cookies: &[Cookie]) -> Changes {
    let pairs = cookies.iter().map(|it| (it.key(), Some(it.clone())));
    pairs.collect()
}

#[test]
fn what_is_written_is_read() {
    let odd = Cookie {
        value: (0x20..=0xff).filter(|&byte| byte != 0x7f).collect(),
        ..lasting("odd", 2)
    };
    let cookies = vec![lasting("", 1), odd];
    let text = encode(&cookies);
    assert!(text.is_ascii());
    assert_eq!(decode(&text).expect("read"), cookies);
    let session = cookie("http://shop.test/", "a=b", 0).expect("a cookie");
    assert_eq!(decode(&encode(&[session])).expect("read"), []);
}

/// Cut or spoilt anywhere, the file gives whole cookies of before, if it gives any, and none that could
/// write header lines.
#[test]
fn a_damaged_file_gives_no_damaged_lines() {
    let cookies: Vec<Cookie> = (0..3).map(|at| lasting(&format!("n{at}"), at)).collect();
    let text = encode(&cookies);
    for end in 0..text.len() {
        let found = decode(&text[..end]).expect("read");
        assert!(cookies.starts_with(&found), "cut at {end}");
    }
    for at in 0..text.len() {
        for byte in [0, b'\n', b'\t', b'%', b'x', 0xff] {
            let mut spoilt = text.clone();
            spoilt[at] = byte;
            for cookie in decode(&spoilt).unwrap_or_default() {
                let parts = [&cookie.name, &cookie.value, &cookie.path];
                let mut bytes = parts.into_iter().flatten();
                assert!(!bytes.any(|&byte| byte.is_ascii_control() && byte != b'\t'));
            }
        }
    }
    assert_eq!(decode(b"").expect("read"), []);
    assert_eq!(decode(&[0xff; 1000]).expect("read"), []);
}

/// A later library's file is neither read nor overwritten.
#[test]
fn a_later_version_is_left_alone() {
    let scratch = Scratch::new();
    let store = scratch.store();
    store
        .update(&changes(&[lasting("a", 1)]), NOW)
        .expect("written");
    fs::write(scratch.file(), "libwininet cookies 2\nwhat\n").expect("written");
    assert!(store.read().is_err());
    assert!(store.update(&changes(&[lasting("b", 1)]), NOW).is_err());
    let text = fs::read_to_string(scratch.file()).expect("read");
    assert_eq!(text, "libwininet cookies 2\nwhat\n");
}

/// Two writers that know nothing of each other lose nothing of each other's.
#[test]
fn writers_merge() {
    let scratch = Scratch::new();
    let (one, other) = (scratch.store(), scratch.store());
    assert_eq!(one.stamp(), None);
    one.update(&changes(&[lasting("a", 1), lasting("b", 2)]), NOW)
        .expect("written");
    let stamp = one.stamp();
    let removal = Changes::from([(lasting("a", 1).key(), None)]);
    other.update(&removal, NOW).expect("written");
    assert_ne!(one.stamp(), stamp);
    let (merged, written) = one
        .update(&changes(&[lasting("c", 3)]), NOW)
        .expect("written");
    assert_eq!(written, one.stamp());
    assert_eq!(merged, [lasting("b", 2), lasting("c", 3)]);
    assert_eq!(other.read().expect("read"), merged);
    // What has expired goes.
    let (left, _) = one.update(&Changes::new(), NOW + 60).expect("written");
    assert_eq!(left, []);
}

#[cfg(unix)]
#[test]
fn nobody_else_reads_it() {
    use std::os::unix::fs::PermissionsExt;
    let scratch = Scratch::new();
    scratch
        .store()
        .update(&changes(&[lasting("a", 1)]), NOW)
        .expect("written");
    let mode = |path: &PathBuf| fs::metadata(path).expect("there").permissions().mode() & 0o777;
    assert_eq!(mode(&scratch.file()), 0o600);
    assert_eq!(mode(&scratch.0), 0o700);
    // Nor when somebody has opened it to others, or left another in its way.
    for path in [scratch.file(), scratch.0.join("cookies.new")] {
        fs::write(&path, "").expect("written");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o666)).expect("changed");
    }
    scratch
        .store()
        .update(&changes(&[lasting("b", 2)]), NOW)
        .expect("written");
    assert_eq!(mode(&scratch.file()), 0o600);
    assert_eq!(scratch.store().read().expect("read").len(), 1);
}

/// A file that is far too large is left alone, and nothing of it is read into memory.
#[test]
fn a_file_that_is_too_large_is_left_alone() {
    const TOO_LARGE: u64 = 64 * 1024 * 1024 + 1;
    let scratch = Scratch::new();
    let store = scratch.store();
    store
        .update(&changes(&[lasting("a", 1)]), NOW)
        .expect("written");
    let file = fs::OpenOptions::new().write(true).open(scratch.file());
    file.expect("there").set_len(TOO_LARGE).expect("a hole");
    assert!(store.read().is_err());
    assert!(store.update(&changes(&[lasting("b", 1)]), NOW).is_err());
    let length = fs::metadata(scratch.file()).expect("there").len();
    assert_eq!(length, TOO_LARGE);
}

/// A directory where the file should be, and a file where the directory should be.
#[test]
fn what_cannot_be_written_fails() {
    let scratch = Scratch::new();
    fs::create_dir_all(scratch.file()).expect("a directory");
    assert!(scratch.store().read().is_err());
    assert!(scratch
        .store()
        .update(&changes(&[lasting("a", 1)]), NOW)
        .is_err());
    let file = Scratch::new();
    fs::write(&file.0, "").expect("a file");
    assert!(file
        .store()
        .update(&changes(&[lasting("a", 1)]), NOW)
        .is_err());
    let _ = fs::remove_file(&file.0);
}
