//! What a call with bad arguments may come to.

use std::collections::BTreeSet;
use std::ffi::CStr;

use wininet::abi::{ERROR_CALL_NOT_IMPLEMENTED, ERROR_INVALID_HANDLE, ERROR_INVALID_PARAMETER};
use wininet::ffi::WininetErrorName;

use super::header::{errors, Functions};
use super::program::Call;

/// What a bad call looks like is a good one to these: they take NULL, "", "a" or 0 for what it is.
const MAY_SUCCEED: [&str; 13] = [
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
    "IsHostInProxyBypassList",
];

/// These leave the last error alone.
const SILENT: [&str; 2] = ["WininetErrorName", "WininetErrorText"];

/// Those that are no handles, whatever function it is.
const NO_HANDLES: [&str; 4] = ["closed", "made-up", "minus-one", "a-pointer"];

/// Whether each call of each function came to what is documented.
pub fn judge(functions: &Functions, calls: &[Call]) {
    let mut faults = BTreeSet::new();
    let calls = calls.iter();
    for call in calls.filter(|call| !SILENT.contains(&call.function.as_str())) {
        let name = &call.function;
        let takes_handle = functions[name]
            .parameters
            .iter()
            .any(|it| it == "HINTERNET");
        if call.error == 0 {
            let may = MAY_SUCCEED.iter().any(|it| name.starts_with(it));
            if !may || (takes_handle && NO_HANDLES.contains(&call.handle.as_str())) {
                faults.insert(format!("success: {call:?}"));
            }
            continue;
        }
        let error = name_of(call.error);
        // It gives back the error that it is asked about.
        if !errors(functions, name).contains(&error) && name != "InternetErrorDlg" {
            faults.insert(format!("{name}: {error} is not documented"));
        }
        let is_sound = call.how.starts_with("sound") || call.how.starts_with("misaligned");
        if is_sound && takes_handle && NO_HANDLES.contains(&call.handle.as_str()) {
            let mut expected = vec![ERROR_INVALID_HANDLE, ERROR_CALL_NOT_IMPLEMENTED];
            if name == "HttpAddRequestHeadersA" {
                expected.push(ERROR_INVALID_PARAMETER); // for a length of 0
            }
            if !expected.contains(&call.error) {
                faults.insert(format!("no handle: {call:?}"));
            }
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
