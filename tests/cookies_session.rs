//! INTERNET_OPTION_END_BROWSER_SESSION and INTERNET_OPTION_SUPPRESS_BEHAVIOR, which are about all cookies of
//! the process: one test in a process of its own.

#![allow(unsafe_code)]

mod support;

use std::ptr::null_mut;

use support::cookies::{data_directory, get_cookie, set_cookie, set_cookie_ex};
use support::*;
use wininet::abi::*;
use wininet::ffi::*;

/// NULL, as the wrappers take handles.
fn process() -> Handle {
    Handle::adopt(0)
}

fn end_session(handle: &Handle) {
    let option = INTERNET_OPTION_END_BROWSER_SESSION;
    // SAFETY: the option has no value.
    let set = unsafe { InternetSetOptionA(handle.raw(), option, null_mut(), 0) };
    check(set).expect("an option of the process");
}

fn suppress(behaviour: u32) -> Result<()> {
    set_option_u32(&process(), INTERNET_OPTION_SUPPRESS_BEHAVIOR, behaviour)
}

#[test]
fn sessions_end_and_cookies_are_not_kept() {
    let directory = data_directory("cookies_session");
    let url = "http://session.test/";
    let lasting = "a=1; max-age=100000";
    set_cookie(url, None, lasting).expect("set");
    for handle in [process(), session(false), session(true)] {
        set_cookie(url, None, "b=2").expect("set");
        assert_eq!(get_cookie(url).as_deref(), Ok("a=1; b=2"));
        end_session(&handle);
        assert_eq!(get_cookie(url).as_deref(), Ok("a=1"));
    }

    let file = directory.join("libwininet/cookies");
    let kept = |host: &str| {
        std::fs::read_to_string(&file)
            .expect("the file")
            .contains(host)
    };
    assert!(kept("session.test"));
    let policies = [
        INTERNET_SUPPRESS_COOKIE_POLICY,
        INTERNET_SUPPRESS_COOKIE_POLICY_RESET,
    ];
    for behaviour in policies {
        assert_eq!(suppress(behaviour), Ok(()));
        assert_eq!(set_cookie_ex(url, lasting, 0), COOKIE_STATE_ACCEPT);
    }
    let resets = [
        INTERNET_SUPPRESS_RESET_ALL,
        INTERNET_SUPPRESS_COOKIE_PERSIST_RESET,
    ];
    for reset in resets {
        assert_eq!(suppress(INTERNET_SUPPRESS_COOKIE_PERSIST), Ok(()));
        let other = "http://other.test/";
        assert_eq!(set_cookie_ex(other, lasting, 0), COOKIE_STATE_DOWNGRADE);
        assert_eq!(get_cookie(other).as_deref(), Ok("a=1"));
        assert!(!kept("other.test"));
        // What is kept already is not kept any longer with its new value, and may be removed.
        assert_eq!(set_cookie_ex(url, lasting, 0), COOKIE_STATE_DOWNGRADE);
        assert!(!kept("session.test"));
        end_session(&process());
        assert_eq!(get_cookie(other), Err(ERROR_NO_MORE_ITEMS));
        assert_eq!(suppress(reset), Ok(()));
        assert_eq!(set_cookie_ex(url, lasting, 0), COOKIE_STATE_ACCEPT);
        assert!(kept("session.test"));
    }
    for odd in [5, u32::MAX] {
        assert_eq!(suppress(odd), Err(ERROR_INVALID_PARAMETER));
    }
}
