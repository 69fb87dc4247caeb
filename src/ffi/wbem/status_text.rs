//! IWbemStatusCodeText: error codes in words.

use super::class_object::give_text;
use super::guard::guard;
use super::object::{unknown, Class};
use crate::abi::wbem::*;

pub struct StatusText;

impl Class for StatusText {
    type Interface = IWbemStatusCodeText;
    const VTABLE: &'static IWbemStatusCodeTextVtbl = &IWbemStatusCodeTextVtbl {
        base: unknown::<Self>(),
        GetErrorCodeText: get_error_code_text,
        GetFacilityCodeText: get_facility_code_text,
    };
}

/// What the codes that this library returns mean, in its own words.
const TEXTS: &[(HRESULT, &str)] = &[
    (WBEM_S_NO_ERROR, "The call succeeded."),
    (
        WBEM_S_FALSE,
        "There are no more objects, or the answer is no.",
    ),
    (WBEM_S_TIMEDOUT, "The call timed out."),
    (WBEM_S_NO_MORE_DATA, "There is no more data."),
    (WBEM_S_PENDING, "The call is still pending."),
    (WBEM_E_FAILED, "The call failed."),
    (WBEM_E_NOT_FOUND, "The object was not found."),
    (WBEM_E_ACCESS_DENIED, "Access is denied."),
    (WBEM_E_PROVIDER_FAILURE, "The provider failed."),
    (WBEM_E_TYPE_MISMATCH, "The type does not match."),
    (WBEM_E_OUT_OF_MEMORY, "There is not enough memory."),
    (WBEM_E_INVALID_PARAMETER, "A parameter is invalid."),
    (WBEM_E_CRITICAL_ERROR, "An internal error has occurred."),
    (WBEM_E_NOT_SUPPORTED, "This is not supported."),
    (WBEM_E_INVALID_NAMESPACE, "There is no such namespace."),
    (WBEM_E_INVALID_OBJECT, "The object is invalid."),
    (WBEM_E_INVALID_CLASS, "There is no such class."),
    (
        WBEM_E_TRANSPORT_FAILURE,
        "The other machine cannot be reached.",
    ),
    (WBEM_E_INVALID_OPERATION, "The operation is invalid here."),
    (WBEM_E_INVALID_QUERY, "The query is invalid."),
    (
        WBEM_E_INVALID_QUERY_TYPE,
        "The query language is not supported.",
    ),
    (
        WBEM_E_ILLEGAL_OPERATION,
        "The operation is not allowed for this object.",
    ),
    (
        WBEM_E_PROVIDER_NOT_CAPABLE,
        "The class does not offer this operation.",
    ),
    (
        WBEM_E_VALUE_OUT_OF_RANGE,
        "The value does not fit the type.",
    ),
    (WBEM_E_INVALID_METHOD, "There is no such method."),
    (
        WBEM_E_INVALID_METHOD_PARAMETERS,
        "The parameters of the method are invalid.",
    ),
    (
        WBEM_E_SYSTEM_PROPERTY,
        "This is not possible for a system property.",
    ),
    (WBEM_E_CALL_CANCELLED, "The call was cancelled."),
    (WBEM_E_INVALID_OBJECT_PATH, "The object path is invalid."),
    (WBEM_E_UNPARSABLE_QUERY, "The query cannot be parsed."),
    (WBEM_E_NOT_EVENT_CLASS, "The class is not one of events."),
    (WBEM_E_QUOTA_VIOLATION, "A quota is exceeded."),
    (
        WBEMESS_E_REGISTRATION_TOO_BROAD,
        "The event query does not say which class it is about.",
    ),
    (
        WBEMESS_E_REGISTRATION_TOO_PRECISE,
        "The event query needs WITHIN and an interval.",
    ),
    (E_OUTOFMEMORY, "There is not enough memory."),
    (E_NOINTERFACE, "There is no such interface."),
    (E_INVALIDARG, "An argument is invalid."),
];

/// WMI's own codes, and those of the system.
const FACILITY_ITF: HRESULT = 4;

unsafe extern "C-unwind" fn get_error_code_text(
    _this: *mut IWbemStatusCodeText,
    hRes: HRESULT,
    _LocaleId: LCID,
    lFlags: LONG,
    MessageText: *mut BSTR,
) -> HRESULT {
    // SAFETY: COM's rule for results.
    guard(|| unsafe {
        give_text(MessageText, || {
            let found = TEXTS.iter().find(|(code, _)| *code == hRes);
            let (_, text) = found.ok_or(WBEM_E_NOT_FOUND)?;
            let end = if lFlags & WBEMSTATUS_FORMAT_NO_NEWLINE != 0 {
                ""
            } else {
                "\r\n"
            };
            Ok(format!("{text}{end}"))
        })
    })
}

unsafe extern "C-unwind" fn get_facility_code_text(
    _this: *mut IWbemStatusCodeText,
    hRes: HRESULT,
    _LocaleId: LCID,
    lFlags: LONG,
    MessageText: *mut BSTR,
) -> HRESULT {
    // SAFETY: COM's rule for results.
    guard(|| unsafe {
        give_text(MessageText, || {
            let facility = (hRes >> 16) & 0x1FFF;
            let name = if facility == FACILITY_ITF {
                "WMI"
            } else {
                "Windows"
            };
            let end = if lFlags & WBEMSTATUS_FORMAT_NO_NEWLINE != 0 {
                ""
            } else {
                "\r\n"
            };
            Ok(format!("{name}{end}"))
        })
    })
}
