//! What a NULL handle stands for: the process's defaults, which new sessions
//! start with. One test in a process of its own, since it changes them.

#![allow(unsafe_code)]

mod support;

use std::ptr::null;

use support::*;
use wininet::abi::*;
use wininet::ffi::*;

/// NULL, as the wrappers take handles. Closing it is refused.
fn process() -> Handle {
    Handle::adopt(0)
}

#[test]
fn defaults_of_the_process() {
    let process = process();
    let earlier = session(false);
    let timeouts = [
        INTERNET_OPTION_CONNECT_TIMEOUT,
        INTERNET_OPTION_SEND_TIMEOUT,
        INTERNET_OPTION_RECEIVE_TIMEOUT,
        INTERNET_OPTION_DATA_SEND_TIMEOUT,
        INTERNET_OPTION_DATA_RECEIVE_TIMEOUT,
    ];
    for (number, option) in (1000..).zip(timeouts) {
        let before = option_u32(&process, option).expect("a default");
        assert!(before > 1000, "no program waits for {before} ms alone");
        assert_eq!(option_u32(&earlier, option), Ok(before));
        set_option_u32(&process, option, number).expect("set");
        assert_eq!(option_u32(&process, option), Ok(number));
        assert_eq!(option_u32(&earlier, option), Ok(before), "a snapshot");
        assert_eq!(option_u32(&session(true), option), Ok(number));
    }
    for option in [
        INTERNET_OPTION_HTTP_DECODING,
        INTERNET_OPTION_ENABLE_ZLIB_DEFLATE,
    ] {
        assert_eq!(option_u32(&process, option), Ok(0));
        set_option_u32(&process, option, 1).expect("set");
        assert_eq!(option_u32(&earlier, option), Ok(0), "a snapshot");
        assert_eq!(option_u32(&session(true), option), Ok(1));
    }
    // InternetOpen's agent wins; NULL leaves the process's.
    let option = INTERNET_OPTION_USER_AGENT;
    assert_eq!(option_text(&process, option).as_deref(), Ok(""));
    set_option_text(&process, option, "process").expect("set");
    assert_eq!(option_text(&process, option).as_deref(), Ok("process"));
    let named = option_text(&session(false), option);
    assert_eq!(named.as_deref(), Ok("libwininet tests"));
    // SAFETY: NULL is allowed.
    let nameless = unsafe { InternetOpenA(null(), INTERNET_OPEN_TYPE_DIRECT, null(), null(), 0) };
    let nameless = Handle::adopt(nameless as usize);
    assert_eq!(option_text(&nameless, option).as_deref(), Ok("process"));
    for option in [
        INTERNET_OPTION_MAX_CONNS_PER_SERVER,
        INTERNET_OPTION_MAX_CONNS_PER_1_0_SERVER,
    ] {
        for limit in [1, 17, u32::MAX] {
            set_option_u32(&process, option, limit).expect("set");
            assert_eq!(option_u32(&process, option), Ok(limit));
            assert_eq!(
                option_u32(&earlier, option),
                Ok(limit),
                "of the process alone"
            );
        }
        let none = set_option_u32(&process, option, 0);
        assert_eq!(none, Err(ERROR_INVALID_PARAMETER));
        assert_eq!(option_u32(&process, option), Ok(u32::MAX));
    }
}
