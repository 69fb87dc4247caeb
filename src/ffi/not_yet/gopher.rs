//! Gopher.

use super::{refuse, NOTHING};
use crate::abi::*;

/// Would write a Gopher locator of its parts.
/// Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, GopherCreateLocatorA.
#[no_mangle]
pub extern "C" fn GopherCreateLocatorA(
    lpszHost: LPCSTR,
    nServerPort: INTERNET_PORT,
    lpszDisplayString: LPCSTR,
    lpszSelectorString: LPCSTR,
    dwGopherType: DWORD,
    lpszLocator: LPSTR,
    lpdwBufferLength: LPDWORD,
) -> BOOL {
    refuse(|| FALSE)
}

/// The W form of GopherCreateLocatorA. Source: wininet.h, GopherCreateLocatorW.
#[no_mangle]
pub extern "C" fn GopherCreateLocatorW(
    lpszHost: LPCWSTR,
    nServerPort: INTERNET_PORT,
    lpszDisplayString: LPCWSTR,
    lpszSelectorString: LPCWSTR,
    dwGopherType: DWORD,
    lpszLocator: LPWSTR,
    lpdwBufferLength: LPDWORD,
) -> BOOL {
    refuse(|| FALSE)
}

/// Would tell the GOPHER_TYPE_ of a locator.
/// Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, GopherGetLocatorTypeA.
#[no_mangle]
pub extern "C" fn GopherGetLocatorTypeA(lpszLocator: LPCSTR, lpdwGopherType: LPDWORD) -> BOOL {
    refuse(|| FALSE)
}

/// The W form of GopherGetLocatorTypeA. Source: wininet.h, GopherGetLocatorTypeW.
#[no_mangle]
pub extern "C" fn GopherGetLocatorTypeW(lpszLocator: LPCWSTR, lpdwGopherType: LPDWORD) -> BOOL {
    refuse(|| FALSE)
}

/// Would begin to list what a Gopher locator leads to.
/// Not there yet: NULL, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, GopherFindFirstFileA.
#[no_mangle]
pub extern "C" fn GopherFindFirstFileA(
    hConnect: HINTERNET,
    lpszLocator: LPCSTR,
    lpszSearchString: LPCSTR,
    lpFindData: LPGOPHER_FIND_DATAA,
    dwFlags: DWORD,
    dwContext: DWORD_PTR,
) -> HINTERNET {
    refuse(|| NOTHING)
}

/// The W form of GopherFindFirstFileA. Source: wininet.h, GopherFindFirstFileW.
#[no_mangle]
pub extern "C" fn GopherFindFirstFileW(
    hConnect: HINTERNET,
    lpszLocator: LPCWSTR,
    lpszSearchString: LPCWSTR,
    lpFindData: LPGOPHER_FIND_DATAW,
    dwFlags: DWORD,
    dwContext: DWORD_PTR,
) -> HINTERNET {
    refuse(|| NOTHING)
}

/// Would open a file on a Gopher server.
/// Not there yet: NULL, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, GopherOpenFileA.
#[no_mangle]
pub extern "C" fn GopherOpenFileA(
    hConnect: HINTERNET,
    lpszLocator: LPCSTR,
    lpszView: LPCSTR,
    dwFlags: DWORD,
    dwContext: DWORD_PTR,
) -> HINTERNET {
    refuse(|| NOTHING)
}

/// The W form of GopherOpenFileA. Source: wininet.h, GopherOpenFileW.
#[no_mangle]
pub extern "C" fn GopherOpenFileW(
    hConnect: HINTERNET,
    lpszLocator: LPCWSTR,
    lpszView: LPCWSTR,
    dwFlags: DWORD,
    dwContext: DWORD_PTR,
) -> HINTERNET {
    refuse(|| NOTHING)
}

/// Would ask a Gopher server about a document.
/// Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, GopherGetAttributeA.
#[no_mangle]
pub extern "C" fn GopherGetAttributeA(
    hConnect: HINTERNET,
    lpszLocator: LPCSTR,
    lpszAttributeName: LPCSTR,
    lpBuffer: LPBYTE,
    dwBufferLength: DWORD,
    lpdwCharactersReturned: LPDWORD,
    lpfnEnumerator: GOPHER_ATTRIBUTE_ENUMERATOR,
    dwContext: DWORD_PTR,
) -> BOOL {
    refuse(|| FALSE)
}

/// The W form of GopherGetAttributeA. Source: wininet.h, GopherGetAttributeW.
#[no_mangle]
pub extern "C" fn GopherGetAttributeW(
    hConnect: HINTERNET,
    lpszLocator: LPCWSTR,
    lpszAttributeName: LPCWSTR,
    lpBuffer: LPBYTE,
    dwBufferLength: DWORD,
    lpdwCharactersReturned: LPDWORD,
    lpfnEnumerator: GOPHER_ATTRIBUTE_ENUMERATOR,
    dwContext: DWORD_PTR,
) -> BOOL {
    refuse(|| FALSE)
}
