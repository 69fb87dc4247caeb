//! Every function that takes a handle, called with one handle and otherwise
//! sound arguments: for stale, made-up, wrong-type and NULL handles.

use std::ptr::{null, null_mut};

use wininet::abi::*;
use wininet::ffi::*;

use super::api::{last_error, set_last_error};

/// Which handles a function is made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Takes {
    Any,
    AnyOrNull,
    Session,
    Connection,
    Request,
}

/// One call: the function, what it is made for, and the last error it left; 0
/// when it succeeded.
#[derive(Clone, Copy, Debug)]
pub struct Called {
    pub name: &'static str,
    pub takes: Takes,
    pub error: u32,
}

/// What failed calls leave behind, and how they say so.
fn noted(name: &'static str, takes: Takes, succeeded: bool) -> Called {
    let error = last_error();
    assert_eq!(succeeded, error == 0, "{name}: the result and the error");
    Called { name, takes, error }
}

/// Calls each function but InternetCloseHandle. A call that would create a
/// handle closes it again.
pub fn every_call(handle: usize) -> Vec<Called> {
    let mut calls = options(handle);
    calls.extend(callbacks(handle));
    calls.extend(creators(handle));
    calls.extend(of_requests(handle));
    calls
}

/// Asserts that every function says ERROR_INVALID_HANDLE, and so does closing.
#[track_caller]
pub fn assert_invalid(handle: usize) {
    for call in every_call(handle) {
        let name = call.name;
        // NULL has a meaning of its own there.
        if handle != 0 || call.takes != Takes::AnyOrNull {
            assert_eq!(call.error, ERROR_INVALID_HANDLE, "{name}({handle:#x})");
        }
    }
    // SAFETY: any value is allowed.
    let closed = unsafe { InternetCloseHandle(handle as HINTERNET) };
    let error = last_error();
    assert_eq!((closed, error), (FALSE, ERROR_INVALID_HANDLE), "close");
}

fn options(handle: usize) -> Vec<Called> {
    let h = handle as HINTERNET;
    let mut calls = Vec::new();
    let (mut value, mut size) = (0_u32, 4);
    let at = (&raw mut value).cast();
    let timeout = INTERNET_OPTION_CONNECT_TIMEOUT;
    let mut call = |name, run: &mut dyn FnMut() -> BOOL| {
        set_last_error(0xBAD);
        let succeeded = run() != FALSE;
        calls.push(noted(name, Takes::AnyOrNull, succeeded));
    };
    // SAFETY: four readable and writable bytes.
    unsafe {
        call("InternetQueryOptionA", &mut || {
            InternetQueryOptionA(h, timeout, at, &mut size)
        });
        call("InternetQueryOptionW", &mut || {
            InternetQueryOptionW(h, timeout, at, &mut size)
        });
        call("InternetSetOptionA", &mut || {
            InternetSetOptionA(h, timeout, at, 4)
        });
        call("InternetSetOptionW", &mut || {
            InternetSetOptionW(h, timeout, at, 4)
        });
        call("InternetSetOptionExA", &mut || {
            InternetSetOptionExA(h, timeout, at, 4, ISO_GLOBAL)
        });
        call("InternetSetOptionExW", &mut || {
            InternetSetOptionExW(h, timeout, at, 4, ISO_REGISTRY)
        });
    }
    calls
}

fn callbacks(handle: usize) -> Vec<Called> {
    type Set =
        unsafe extern "C" fn(HINTERNET, INTERNET_STATUS_CALLBACK) -> INTERNET_STATUS_CALLBACK;
    let functions: [(&str, Set); 3] = [
        ("InternetSetStatusCallback", InternetSetStatusCallback),
        ("InternetSetStatusCallbackA", InternetSetStatusCallbackA),
        ("InternetSetStatusCallbackW", InternetSetStatusCallbackW),
    ];
    let call = |(name, set): (&'static str, Set)| {
        set_last_error(0xBAD);
        // SAFETY: no callback.
        let former = unsafe { set(handle as HINTERNET, None) };
        let invalid = former.is_some_and(|it| it as usize == usize::MAX);
        let called = noted(name, Takes::Any, !invalid);
        // SAFETY: what was set before.
        unsafe { set(handle as HINTERNET, former.filter(|_| !invalid)) };
        called
    };
    functions.map(call).to_vec()
}

fn creators(handle: usize) -> Vec<Called> {
    let h = handle as HINTERNET;
    let (host, get) = (c"127.0.0.1".as_ptr(), c"GET".as_ptr());
    // A refused scheme, so that a sound session does not begin to fetch.
    let url = c"http://127.0.0.1:0bad/".as_ptr();
    let (wide_host, wide_get) = (wide("127.0.0.1"), wide("GET"));
    let wide_url = wide("http://127.0.0.1:0bad/");
    let http = INTERNET_SERVICE_HTTP;
    let mut calls = Vec::new();
    let mut call = |name, takes, run: &mut dyn FnMut() -> HINTERNET| {
        set_last_error(0xBAD);
        let made = run();
        calls.push(noted(name, takes, !made.is_null()));
        if !made.is_null() {
            // SAFETY: any value is allowed.
            unsafe { InternetCloseHandle(made) };
        }
    };
    // SAFETY: strings that end with a NUL, or NULL where that is allowed.
    unsafe {
        call("InternetConnectA", Takes::Session, &mut || {
            InternetConnectA(h, host, 80, null(), null(), http, 0, 0)
        });
        call("InternetConnectW", Takes::Session, &mut || {
            InternetConnectW(h, wide_host.as_ptr(), 80, null(), null(), http, 0, 0)
        });
        call("InternetOpenUrlA", Takes::Session, &mut || {
            InternetOpenUrlA(h, url, null(), 0, 0, 0)
        });
        call("InternetOpenUrlW", Takes::Session, &mut || {
            InternetOpenUrlW(h, wide_url.as_ptr(), null(), 0, 0, 0)
        });
        call("HttpOpenRequestA", Takes::Connection, &mut || {
            HttpOpenRequestA(h, get, null(), null(), null(), null_mut(), 0, 0)
        });
        call("HttpOpenRequestW", Takes::Connection, &mut || {
            let get = wide_get.as_ptr();
            HttpOpenRequestW(h, get, null(), null(), null(), null_mut(), 0, 0)
        });
    }
    calls
}

fn of_requests(handle: usize) -> Vec<Called> {
    let h = handle as HINTERNET;
    let (line, wide_line) = (c"X-Test: 1".as_ptr(), wide("X-Test: 1"));
    let mut bytes = [0_u8; 64];
    let at = bytes.as_mut_ptr().cast();
    let mut count = 0_u32;
    let mut buffers = INTERNET_BUFFERSA {
        dwStructSize: size_of::<INTERNET_BUFFERSA>() as u32,
        Next: null_mut(),
        lpcszHeader: null(),
        dwHeadersLength: 0,
        dwHeadersTotal: 0,
        lpvBuffer: at,
        dwBufferLength: 64,
        dwBufferTotal: 0,
        dwOffsetLow: 0,
        dwOffsetHigh: 0,
    };
    let buffers_a = &raw mut buffers;
    let buffers_w: LPINTERNET_BUFFERSW = buffers_a.cast();
    let no_wait = IRF_NO_WAIT;
    let mut calls = Vec::new();
    let mut call = |name, run: &mut dyn FnMut() -> BOOL| {
        set_last_error(0xBAD);
        let succeeded = run() != FALSE;
        calls.push(noted(name, Takes::Request, succeeded));
    };
    // SAFETY: strings that end with a NUL, buffers of the sizes given. A pending
    // read would write to them later: only handles without an answer come here.
    unsafe {
        call("HttpAddRequestHeadersA", &mut || {
            HttpAddRequestHeadersA(h, line, u32::MAX, HTTP_ADDREQ_FLAG_ADD)
        });
        call("HttpAddRequestHeadersW", &mut || {
            HttpAddRequestHeadersW(h, wide_line.as_ptr(), u32::MAX, HTTP_ADDREQ_FLAG_ADD)
        });
        call("HttpQueryInfoA", &mut || {
            let mut size = 64;
            HttpQueryInfoA(h, HTTP_QUERY_STATUS_CODE, at, &mut size, null_mut())
        });
        call("HttpQueryInfoW", &mut || {
            let mut size = 64;
            HttpQueryInfoW(h, HTTP_QUERY_STATUS_CODE, at, &mut size, null_mut())
        });
        call("InternetReadFile", &mut || {
            InternetReadFile(h, at, 64, &mut count)
        });
        call("InternetReadFileExA", &mut || {
            InternetReadFileExA(h, buffers_a, no_wait, 0)
        });
        call("InternetReadFileExW", &mut || {
            InternetReadFileExW(h, buffers_w, no_wait, 0)
        });
        call("InternetQueryDataAvailable", &mut || {
            InternetQueryDataAvailable(h, &mut count, 0, 0)
        });
        call("InternetSetFilePointer", &mut || {
            let place = InternetSetFilePointer(h, 0, null_mut(), FILE_BEGIN, 0);
            BOOL::from(place != INVALID_SET_FILE_POINTER)
        });
        call("InternetLockRequestFile", &mut || {
            let mut lock = null_mut();
            InternetLockRequestFile(h, &mut lock)
        });
        call("HttpSendRequestA", &mut || {
            HttpSendRequestA(h, null(), 0, null_mut(), 0)
        });
        call("HttpSendRequestW", &mut || {
            HttpSendRequestW(h, null(), 0, null_mut(), 0)
        });
        call("HttpSendRequestExA", &mut || {
            HttpSendRequestExA(h, null_mut(), null_mut(), 0, 0)
        });
        call("HttpSendRequestExW", &mut || {
            HttpSendRequestExW(h, null_mut(), null_mut(), 0, 0)
        });
        call("InternetWriteFile", &mut || {
            InternetWriteFile(h, at, 4, &mut count)
        });
        call("InternetErrorDlg", &mut || {
            let nothing = InternetErrorDlg(null_mut(), h, 0, 0, null_mut());
            BOOL::from(nothing == ERROR_SUCCESS)
        });
        call("HttpEndRequestA", &mut || {
            HttpEndRequestA(h, null_mut(), 0, 0)
        });
        call("HttpEndRequestW", &mut || {
            HttpEndRequestW(h, null_mut(), 0, 0)
        });
    }
    calls
}

/// A string of the platform's wchar_t with its NUL.
pub fn wide(text: &str) -> Vec<WCHAR> {
    let units = text.chars().map(|char| char as WCHAR);
    units.chain([0]).collect()
}
