//! What a call with bad arguments may come to.

use std::collections::BTreeSet;
use std::ffi::CStr;

use wininet::abi::{
    ERROR_CALL_NOT_IMPLEMENTED, ERROR_INTERNET_INCORRECT_HANDLE_TYPE, ERROR_INVALID_HANDLE,
    ERROR_INVALID_PARAMETER,
};
use wininet::ffi::WininetErrorName;

use super::header::{errors, Functions};
use super::program::Call;

/// What a bad call looks like is a good one to these: they take NULL, "", "a" or 0 for what it is.
const MAY_SUCCEED: [&str; 14] = [
    "HttpAddRequestHeaders",
    "HttpOpenRequest",
    "InternetAttemptConnect",
    "InternetCheckConnection",
    "InternetCloseHandle",
    "InternetErrorDlg",
    "InternetFreeCookies",
    "InternetGetConnectedState",
    "InternetGetLastResponseInfo",
    "InternetGoOnline",
    "InternetOpen",
    "InternetSetStatusCallback",
    "InternetUnlockRequestFile",
    "IsHostInProxyBypassList",
];

/// These leave the last error alone.
const SILENT: [&str; 2] = ["WininetErrorName", "WininetErrorText"];

/// Those that are no handles, whatever function it is; a lock is one of its own kind alone.
const NO_HANDLES: [&str; 6] = [
    "closed",
    "orphan",
    "made-up",
    "minus-one",
    "a-pointer",
    "lock",
];
const LIVE: [&str; 3] = ["session", "connection", "request"];

/// Which handles functions are made for, by the beginnings of their names.
const MADE_FOR: [(&str, &[&str]); 17] = [
    ("HttpAddRequestHeaders", &["request"]),
    ("HttpEndRequest", &["request"]),
    ("HttpOpenRequest", &["connection"]),
    ("HttpQueryInfo", &["request"]),
    ("HttpSendRequest", &["request"]),
    ("InternetCloseHandle", &LIVE),
    ("InternetConnect", &["session"]),
    ("InternetErrorDlg", &["request"]),
    ("InternetLockRequestFile", &["request"]),
    ("InternetOpenUrl", &["session"]),
    ("InternetQueryDataAvailable", &["request"]),
    ("InternetQueryOption", &LIVE),
    ("InternetReadFile", &["request"]),
    ("InternetSetFilePointer", &["request"]),
    ("InternetSetOption", &LIVE),
    ("InternetSetStatusCallback", &LIVE),
    ("InternetWriteFile", &["request"]),
];
const LOCKS: &str = "InternetUnlockRequestFile";

/// What a call with otherwise sound arguments must come to because of its handle; `None`: that depends.
fn demanded(name: &str, handle: &str) -> Option<u32> {
    if name == LOCKS {
        return (handle != "lock").then_some(ERROR_INVALID_HANDLE);
    }
    let made_for = MADE_FOR.iter().find(|(it, _)| name.starts_with(it));
    match made_for {
        // Nothing looks at the handle.
        None => Some(ERROR_CALL_NOT_IMPLEMENTED),
        Some(_) if NO_HANDLES.contains(&handle) => Some(ERROR_INVALID_HANDLE),
        Some((_, kinds)) if LIVE.contains(&handle) && !kinds.contains(&handle) => {
            Some(ERROR_INTERNET_INCORRECT_HANDLE_TYPE)
        }
        Some(_) => None,
    }
}

/// Whether each call of each function came to what is documented.
pub fn judge(functions: &Functions, calls: &[Call]) {
    let mut faults = BTreeSet::new();
    let calls = calls.iter();
    for call in calls.filter(|call| !SILENT.contains(&call.function.as_str())) {
        let name = &call.function;
        let takes_handle = functions[name]
            .parameters
            .iter()
            .any(|it| it == "HINTERNET" || it == "HANDLE");
        let is_sound = call.how.starts_with("sound") || call.how.starts_with("misaligned");
        let demanded = demanded(name, &call.handle).filter(|_| takes_handle);
        if let Some(demanded) = demanded.filter(|_| is_sound) {
            // For a length of 0.
            let is_other =
                name == "HttpAddRequestHeadersA" && call.error == ERROR_INVALID_PARAMETER;
            if call.error != demanded && !is_other {
                faults.insert(format!("{demanded} is right: {call:?}"));
            }
        }
        if call.error == 0 {
            let may = MAY_SUCCEED.iter().any(|it| name.starts_with(it));
            if !may || demanded.is_some() {
                faults.insert(format!("success: {call:?}"));
            }
            continue;
        }
        let error = name_of(call.error);
        // It gives back the error that it is asked about.
        if !errors(functions, name).contains(&error) && name != "InternetErrorDlg" {
            faults.insert(format!("{name}: {error} is not documented"));
        }
        if functions[name].returns == "BOOL" && call.result as u32 != 0 {
            faults.insert(format!("TRUE with an error: {call:?}"));
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

fn name_of(code: u32) -> String {
    let name = WininetErrorName(code);
    if name.is_null() {
        return code.to_string();
    }
    // SAFETY: a string that is there for good.
    let name = unsafe { CStr::from_ptr(name) };
    name.to_string_lossy().into_owned()
}
