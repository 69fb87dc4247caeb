//! Functions that say what another says, or nothing: InternetSetOptionEx and
//! InternetGetLastResponseInfo.

#![allow(unsafe_code)]

mod support;

use std::ptr::null_mut;

use support::reply::ok;
use support::*;
use wininet::abi::*;
use wininet::ffi::*;

const TIMEOUT: u32 = INTERNET_OPTION_RECEIVE_TIMEOUT;

/// Both forms of InternetSetOptionEx, one after the other.
fn set_ex(handle: &Handle, option: u32, value: u32, flags: u32) -> [Result<()>; 2] {
    let mut value = value;
    let at = (&raw mut value).cast();
    // SAFETY: four readable bytes.
    unsafe {
        [
            check(InternetSetOptionExA(handle.raw(), option, at, 4, flags)),
            check(InternetSetOptionExW(handle.raw(), option, at, 4, flags)),
        ]
    }
}

/// It is InternetSetOption: for the handle, whatever the flags say, and with its errors.
#[test]
fn options_with_flags() {
    for asynchronous in BOTH {
        let (one, other) = (session(asynchronous), session(asynchronous));
        let before = option_u32(&other, TIMEOUT);
        let all = ISO_GLOBAL | ISO_REGISTRY;
        for (value, flags) in [
            (1001, 0),
            (1002, ISO_GLOBAL),
            (1003, ISO_REGISTRY),
            (1004, all),
        ] {
            assert_eq!(set_ex(&one, TIMEOUT, value, flags), [Ok(()), Ok(())]);
            assert_eq!(option_u32(&one, TIMEOUT), Ok(value));
        }
        assert_eq!(option_u32(&other, TIMEOUT), before);
        for flags in [4, 1 << 31, u32::MAX] {
            let refused = Err(ERROR_INVALID_PARAMETER);
            assert_eq!(set_ex(&one, TIMEOUT, 1, flags), [refused; 2]);
        }
        assert_eq!(option_u32(&one, TIMEOUT), Ok(1004));
        let fixed = set_ex(&one, INTERNET_OPTION_HANDLE_TYPE, 1, 0);
        assert_eq!(fixed, [Err(ERROR_INTERNET_OPTION_NOT_SETTABLE); 2]);
        let unknown = set_ex(&one, 9999, 1, 0);
        assert_eq!(unknown, [Err(ERROR_INTERNET_INVALID_OPTION); 2]);
    }
}

/// HTTP servers have no such words: the code is 0 and the text empty, after failures too.
#[test]
fn words_of_a_server() {
    for asynchronous in BOTH {
        let server = Server::respond(|_| ok("hello"));
        let client = Client::new(asynchronous, &server);
        let lost = Client::to_port(asynchronous, 1);
        client.send(&client.get("/")).expect("an answer");
        lost.send(&lost.get("/")).expect_err("nobody");
        let (mut code, mut size) = (0xCC, 4);
        let (mut a, mut w) = ([0x55 as CHAR; 4], [0x55 as WCHAR; 4]);
        // SAFETY: buffers as large as is said, or NULL.
        unsafe {
            let told = InternetGetLastResponseInfoA(&mut code, a.as_mut_ptr(), &mut size);
            assert_eq!((check(told), code, size), (Ok(()), 0, 0));
            assert_eq!(a[..2], [0, 0x55]);
            (code, size) = (0xCC, 1);
            let told = InternetGetLastResponseInfoW(&mut code, w.as_mut_ptr(), &mut size);
            assert_eq!((check(told), code, size), (Ok(()), 0, 0));
            assert_eq!(w[..2], [0, 0x55]);
            // NULL, and room for nothing: the text has no characters.
            for buffer in [null_mut(), a[1..].as_mut_ptr()] {
                (code, size) = (0xCC, 0);
                let told = InternetGetLastResponseInfoA(&mut code, buffer, &mut size);
                assert_eq!((check(told), code, size), (Ok(()), 0, 0));
            }
            assert_eq!(a[1], 0x55, "written where there is no room");
        }
    }
}
