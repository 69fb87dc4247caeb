//! The cookie functions with Rust's strings, and a place for the cookies of a test.

use std::path::{Path, PathBuf};
use std::ptr::{null, null_mut};
use std::sync::OnceLock;

use wininet::abi::*;
use wininet::ffi::*;

use super::api::{c_string, check, Result};

/// A data directory of this process's own, empty at first. To be asked for before anything else is
/// asked of the library; `name` is that of the test program.
pub fn data_directory(name: &str) -> &'static Path {
    static DIRECTORY: OnceLock<PathBuf> = OnceLock::new();
    DIRECTORY.get_or_init(|| {
        let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = std::fs::remove_dir_all(&directory);
        std::env::set_var("XDG_DATA_HOME", &directory);
        directory
    })
}

/// InternetSetCookieA.
pub fn set_cookie(url: &str, name: Option<&str>, data: &str) -> Result<()> {
    let (url, name, data) = (c_string(url), name.map(c_string), c_string(data));
    let name = name.as_ref().map_or(null(), |it| it.as_ptr());
    // SAFETY: C strings, or NULL where that is allowed.
    check(unsafe { InternetSetCookieA(url.as_ptr(), name, data.as_ptr()) })
}

/// InternetSetCookieExA: a COOKIE_STATE_ value.
pub fn set_cookie_ex(url: &str, data: &str, flags: u32) -> u32 {
    let (url, data) = (c_string(url), c_string(data));
    // SAFETY: C strings, or NULL where that is allowed.
    unsafe { InternetSetCookieExA(url.as_ptr(), null(), data.as_ptr(), flags, 0) }
}

/// InternetGetCookieA, by a NULL buffer and then one that is as large as needed.
pub fn get_cookie(url: &str) -> Result<String> {
    let url = c_string(url);
    let mut size = 0;
    // SAFETY: C strings; a NULL buffer asks for the size.
    check(unsafe { InternetGetCookieA(url.as_ptr(), null(), null_mut(), &mut size) })?;
    let mut text = vec![0_u8; size as usize];
    let buffer = text.as_mut_ptr().cast();
    // SAFETY: a buffer of the size given.
    check(unsafe { InternetGetCookieA(url.as_ptr(), null(), buffer, &mut size) })?;
    assert_eq!((size as usize, text.pop()), (text.len() + 1, Some(0)));
    Ok(String::from_utf8_lossy(&text).into_owned())
}

/// InternetGetCookieExA with a name and flags.
pub fn get_cookie_ex(url: &str, name: Option<&str>, flags: u32) -> Result<String> {
    let (url, name) = (c_string(url), name.map(c_string));
    let name = name.as_ref().map_or(null(), |it| it.as_ptr());
    let mut text = vec![0_u8; 8192];
    let mut size = text.len() as u32;
    let buffer = text.as_mut_ptr().cast();
    // SAFETY: C strings, or NULL where that is allowed; a buffer of the size given.
    check(unsafe {
        InternetGetCookieExA(url.as_ptr(), name, buffer, &mut size, flags, null_mut())
    })?;
    text.truncate(size as usize - 1);
    Ok(String::from_utf8_lossy(&text).into_owned())
}
