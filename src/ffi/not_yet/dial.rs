//! Dial-up.

use super::refuse;
use crate::abi::*;

/// Would dial.
/// Not there yet: returns ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, InternetDialA.
#[no_mangle]
pub extern "C" fn InternetDialA(
    hwndParent: HWND,
    lpszConnectoid: LPSTR,
    dwFlags: DWORD,
    lpdwConnection: *mut DWORD_PTR,
    dwReserved: DWORD,
) -> DWORD {
    refuse(|| ERROR_CALL_NOT_IMPLEMENTED)
}

/// The W form of InternetDialA. Source: wininet.h, InternetDialW.
#[no_mangle]
pub extern "C" fn InternetDialW(
    hwndParent: HWND,
    lpszConnectoid: LPWSTR,
    dwFlags: DWORD,
    lpdwConnection: *mut DWORD_PTR,
    dwReserved: DWORD,
) -> DWORD {
    refuse(|| ERROR_CALL_NOT_IMPLEMENTED)
}

/// InternetDialA with a connection of 32 bits.
/// Not there yet: returns ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, InternetDial.
#[no_mangle]
pub extern "C" fn InternetDial(
    hwndParent: HWND,
    lpszConnectoid: LPSTR,
    dwFlags: DWORD,
    lpdwConnection: LPDWORD,
    dwReserved: DWORD,
) -> DWORD {
    refuse(|| ERROR_CALL_NOT_IMPLEMENTED)
}

/// Would hang up what InternetDial has dialled.
/// Not there yet: returns ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, InternetHangUp.
#[no_mangle]
pub extern "C" fn InternetHangUp(dwConnection: DWORD_PTR, dwReserved: DWORD) -> DWORD {
    refuse(|| ERROR_CALL_NOT_IMPLEMENTED)
}

/// Would dial the default connection.
/// Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, InternetAutodial.
#[no_mangle]
pub extern "C" fn InternetAutodial(dwFlags: DWORD, hwndParent: HWND) -> BOOL {
    refuse(|| FALSE)
}

/// Would hang up what InternetAutodial has dialled.
/// Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, InternetAutodialHangup.
#[no_mangle]
pub extern "C" fn InternetAutodialHangup(dwReserved: DWORD) -> BOOL {
    refuse(|| FALSE)
}

/// Would tell the dialler a state.
/// Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, InternetSetDialStateA.
#[no_mangle]
pub extern "C" fn InternetSetDialStateA(
    lpszConnectoid: LPCSTR,
    dwState: DWORD,
    dwReserved: DWORD,
) -> BOOL {
    refuse(|| FALSE)
}

/// The W form of InternetSetDialStateA. Source: wininet.h, InternetSetDialStateW.
#[no_mangle]
pub extern "C" fn InternetSetDialStateW(
    lpszConnectoid: LPCWSTR,
    dwState: DWORD,
    dwReserved: DWORD,
) -> BOOL {
    refuse(|| FALSE)
}

/// The same as InternetSetDialStateA. Source: wininet.h, InternetSetDialState.
#[no_mangle]
pub extern "C" fn InternetSetDialState(
    lpszConnectoid: LPCSTR,
    dwState: DWORD,
    dwReserved: DWORD,
) -> BOOL {
    refuse(|| FALSE)
}
