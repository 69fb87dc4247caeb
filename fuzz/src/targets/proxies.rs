//! Lists of proxies and of hosts without one: taken or refused, given back as they were, and asked in bounded time.

use std::ffi::{CStr, CString};
use std::ptr::null_mut;

use wininet::abi::*;
use wininet::ffi::*;

use super::{c_string, parts};
use crate::support::Handle;

/// The list of proxies, the bypass list, and a host.
pub fn run(data: &[u8]) {
    let [proxies, bypass, host] = parts(data);
    let [proxies, bypass] = [proxies, bypass].map(c_string);
    if let Some(session) = open(&proxies, &bypass) {
        let (known, other) = given(&session);
        assert!(open(&known, &other).is_some(), "{known:?} and {other:?}");
    }
    ask(&bypass, host);
}

fn open(proxies: &CString, bypass: &CString) -> Option<Handle> {
    let (proxies, bypass, by) = (proxies.as_ptr(), bypass.as_ptr(), INTERNET_OPEN_TYPE_PROXY);
    // SAFETY: C strings.
    let raw = unsafe { InternetOpenA(c"fuzz".as_ptr(), by, proxies, bypass, 0) };
    (!raw.is_null()).then(|| Handle::adopt(raw as usize))
}

/// The lists as the session has them, in a buffer that just fits.
fn given(session: &Handle) -> (CString, CString) {
    let (option, mut size) = (INTERNET_OPTION_PROXY, 0);
    // SAFETY: a NULL buffer asks for the size.
    unsafe { InternetQueryOptionA(session.raw(), option, null_mut(), &mut size) };
    let mut buffer = vec![0_u8; size as usize];
    let data = buffer.as_mut_ptr();
    // SAFETY: a buffer of the size that is passed.
    let done = unsafe { InternetQueryOptionA(session.raw(), option, data.cast(), &mut size) };
    assert_ne!(done, FALSE, "the option");
    assert_eq!(size as usize, buffer.len());
    let text = |it: *const CHAR| match it.is_null() {
        true => CString::default(),
        // SAFETY: a string in the buffer.
        false => unsafe { CStr::from_ptr(it) }.to_owned(),
    };
    // SAFETY: the buffer begins with the struct.
    let info = unsafe { data.cast::<INTERNET_PROXY_INFOA>().read_unaligned() };
    (text(info.lpszProxy), text(info.lpszProxyBypass))
}

/// Whether a host needs no proxy does not hang on its case.
fn ask(bypass: &CString, host: &[u8]) {
    let mut info = INTERNET_PROXY_INFOA {
        dwAccessType: INTERNET_OPEN_TYPE_PROXY,
        lpszProxy: c"proxy.test:8080".as_ptr(),
        lpszProxyBypass: bypass.as_ptr(),
    };
    let (data, size) = (&raw mut info, size_of_val(&info) as u32);
    // SAFETY: a struct of that size with C strings.
    unsafe { InternetSetOptionA(null_mut(), INTERNET_OPTION_PROXY, data.cast(), size) };
    for scheme in [INTERNET_SCHEME_HTTP, INTERNET_SCHEME_HTTPS] {
        let covers = |host: Vec<u8>| {
            // SAFETY: as many readable bytes as the length says.
            unsafe { IsHostInProxyBypassList(scheme, host.as_ptr().cast(), host.len() as u32) }
        };
        let lower = covers(host.to_ascii_lowercase());
        assert_eq!(lower, covers(host.to_ascii_uppercase()), "{bypass:?}");
    }
}
