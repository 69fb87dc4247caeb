//! The connection of the machine: InternetGetConnectedState and its like.

use super::guard::guard;
use super::inward::{string, write, write_string, CodeUnit, INVALID_PARAMETER};
use super::platform::GetLastError;
use crate::abi::*;
use crate::wininet::{machine, Error, Result};

/// Tells whether this machine is connected to a network.
///
/// It is when an interface other than the loopback is up and has a route to others; whether the
/// Internet lies behind it only InternetCheckConnectionA can find out. The offline mode of
/// INTERNET_OPTION_CONNECTED_STATE counts as not connected.
///
/// Parameters:
/// - lpdwFlags: takes INTERNET_CONNECTION_ values, also when FALSE is returned: LAN or MODEM (a
///   point-to-point or mobile link) for the link with the default route, OFFLINE in the offline
///   mode, PROXY where the process has proxies. May be NULL.
/// - dwReserved: 0.
///
/// Returns TRUE, or FALSE. Last errors: ERROR_INTERNET_DISCONNECTED, ERROR_INVALID_PARAMETER.
/// Statuses: none. Threads: any.
/// Source: wininet.h, InternetGetConnectedState.
///
/// # Safety
/// The pointer is NULL or points to a variable.
#[no_mangle]
pub unsafe extern "C" fn InternetGetConnectedState(lpdwFlags: LPDWORD, dwReserved: DWORD) -> BOOL {
    let nothing = (std::ptr::null_mut::<u8>(), 0);
    // SAFETY: the same promise.
    guard(|| unsafe { connected_state(lpdwFlags, nothing, dwReserved) })
}

/// InternetGetConnectedState with the name of the link.
///
/// Parameters:
/// - lpdwFlags: as InternetGetConnectedState.
/// - lpszConnectionName: takes the name of the interface with its NUL, as much of it as there is
///   room for; empty without a link. May be NULL.
/// - cchNameLen: its size in characters.
/// - dwReserved: 0.
///
/// Returns TRUE, or FALSE. Last errors: as InternetGetConnectedState. Statuses: none. Threads: any.
/// Source: wininet.h, InternetGetConnectedStateExA.
///
/// # Safety
/// Pointers are NULL or point to what they say.
#[no_mangle]
pub unsafe extern "C" fn InternetGetConnectedStateExA(
    lpdwFlags: LPDWORD,
    lpszConnectionName: LPSTR,
    cchNameLen: DWORD,
    dwReserved: DWORD,
) -> BOOL {
    let name = (lpszConnectionName.cast::<u8>(), cchNameLen);
    // SAFETY: the same promise.
    guard(|| unsafe { connected_state(lpdwFlags, name, dwReserved) })
}

/// The W form of InternetGetConnectedStateExA. Source: wininet.h, InternetGetConnectedStateExW.
///
/// # Safety
/// As InternetGetConnectedStateExA.
#[no_mangle]
pub unsafe extern "C" fn InternetGetConnectedStateExW(
    lpdwFlags: LPDWORD,
    lpszConnectionName: LPWSTR,
    cchNameLen: DWORD,
    dwReserved: DWORD,
) -> BOOL {
    let name = (lpszConnectionName, cchNameLen);
    // SAFETY: the same promise.
    guard(|| unsafe { connected_state(lpdwFlags, name, dwReserved) })
}

/// The same as InternetGetConnectedStateExA. Source: wininet.h, InternetGetConnectedStateEx.
///
/// # Safety
/// As InternetGetConnectedStateExA.
#[no_mangle]
pub unsafe extern "C" fn InternetGetConnectedStateEx(
    lpdwFlags: LPDWORD,
    lpszConnectionName: LPSTR,
    dwNameLen: DWORD,
    dwReserved: DWORD,
) -> BOOL {
    // SAFETY: the same promise.
    unsafe { InternetGetConnectedStateExA(lpdwFlags, lpszConnectionName, dwNameLen, dwReserved) }
}

unsafe fn connected_state<U: CodeUnit>(
    flags: LPDWORD,
    (target, room): (*mut U, DWORD),
    reserved: DWORD,
) -> Result<()> {
    if reserved != 0 {
        return Err(INVALID_PARAMETER);
    }
    let found = machine::connectivity();
    // SAFETY: the caller's promise, for every pointer here; what is written fits with its NUL.
    unsafe {
        if !flags.is_null() {
            write(flags, found.flags)?;
        }
        if !target.is_null() && room > 0 {
            let mut name = U::encode(found.name.as_bytes());
            name.truncate(room as usize - 1);
            write_string(target, &name);
        }
    }
    match found.is_online {
        true => Ok(()),
        false => Err(Error(ERROR_INTERNET_DISCONNECTED)),
    }
}

/// Tells whether a connection can be made. Blocks.
///
/// Parameters:
/// - lpszUrl: the URL of the server to connect to, or NULL.
/// - dwFlags: FLAG_ICC_FORCE_CONNECTION: look the host of the URL up, connect to its port and hang
///   up, within the connect timeout of the process. Without the flag, or without a URL, only the
///   state of this machine is asked for.
/// - dwReserved: 0.
///
/// Returns TRUE, or FALSE. Last errors: ERROR_NOT_CONNECTED, ERROR_INVALID_PARAMETER for an unknown
/// flag; for a URL that is connected to ERROR_INTERNET_UNRECOGNIZED_SCHEME, also if it has no port,
/// and ERROR_INTERNET_INVALID_URL. Proxies are not used, as on Windows. Statuses: none. Threads: any.
/// Source: wininet.h, InternetCheckConnectionA.
///
/// # Safety
/// The URL is NULL or ends with a NUL.
#[no_mangle]
pub unsafe extern "C" fn InternetCheckConnectionA(
    lpszUrl: LPCSTR,
    dwFlags: DWORD,
    dwReserved: DWORD,
) -> BOOL {
    // SAFETY: the same promise.
    guard(|| unsafe { check_connection(lpszUrl.cast::<u8>(), dwFlags, dwReserved) })
}

/// The W form of InternetCheckConnectionA. Source: wininet.h, InternetCheckConnectionW.
///
/// # Safety
/// As InternetCheckConnectionA.
#[no_mangle]
pub unsafe extern "C" fn InternetCheckConnectionW(
    lpszUrl: LPCWSTR,
    dwFlags: DWORD,
    dwReserved: DWORD,
) -> BOOL {
    // SAFETY: the same promise.
    guard(|| unsafe { check_connection(lpszUrl, dwFlags, dwReserved) })
}

unsafe fn check_connection<U: CodeUnit>(
    url: *const U,
    flags: DWORD,
    reserved: DWORD,
) -> Result<()> {
    // SAFETY: the caller's promise.
    let url = unsafe { string(url) }?;
    if flags & !FLAG_ICC_FORCE_CONNECTION != 0 || reserved != 0 {
        return Err(INVALID_PARAMETER);
    }
    super::exit::arrange();
    machine::check_connection(url.as_deref(), flags & FLAG_ICC_FORCE_CONNECTION != 0)
}

/// Succeeds if this machine is connected to a network. There is no dial-up that it could start.
///
/// Parameters:
/// - dwReserved: 0.
///
/// Returns ERROR_SUCCESS, ERROR_INTERNET_DISCONNECTED or ERROR_INVALID_PARAMETER; the last error is
/// the same. Statuses: none. Threads: any.
/// Source: wininet.h, InternetAttemptConnect.
#[no_mangle]
pub extern "C" fn InternetAttemptConnect(dwReserved: DWORD) -> DWORD {
    guard(|| match dwReserved {
        0 => machine::attempt_connect(),
        _ => Err(INVALID_PARAMETER),
    });
    GetLastError()
}

/// Leaves the offline mode of INTERNET_OPTION_CONNECTED_STATE. There is no user to be asked: without
/// INTERENT_GOONLINE_NOPROMPT a process that is offline stays so.
///
/// Parameters:
/// - lpszURL: where the program wants to go; only NULL is looked at.
/// - hwndParent: not used.
/// - dwFlags: 0 or INTERENT_GOONLINE_ values.
///
/// Returns TRUE if the process is online now, or FALSE. Last errors: ERROR_INVALID_PARAMETER for
/// NULL or an unknown flag, ERROR_INTERNET_NEED_UI, ERROR_INTERNET_DISCONNECTED. Statuses: none.
/// Threads: any.
/// Source: wininet.h, InternetGoOnlineA.
///
/// # Safety
/// The URL is NULL or ends with a NUL.
#[no_mangle]
pub unsafe extern "C" fn InternetGoOnlineA(
    lpszURL: LPCSTR,
    hwndParent: HWND,
    dwFlags: DWORD,
) -> BOOL {
    let _ = hwndParent;
    guard(|| go_online(lpszURL.is_null(), dwFlags))
}

/// The W form of InternetGoOnlineA. Source: wininet.h, InternetGoOnlineW.
///
/// # Safety
/// As InternetGoOnlineA.
#[no_mangle]
pub unsafe extern "C" fn InternetGoOnlineW(
    lpszURL: LPCWSTR,
    hwndParent: HWND,
    dwFlags: DWORD,
) -> BOOL {
    let _ = hwndParent;
    guard(|| go_online(lpszURL.is_null(), dwFlags))
}

/// The same as InternetGoOnlineA. Source: wininet.h, InternetGoOnline.
///
/// # Safety
/// As InternetGoOnlineA.
#[no_mangle]
pub unsafe extern "C" fn InternetGoOnline(
    lpszURL: LPCSTR,
    hwndParent: HWND,
    dwFlags: DWORD,
) -> BOOL {
    // SAFETY: the same promise.
    unsafe { InternetGoOnlineA(lpszURL, hwndParent, dwFlags) }
}

fn go_online(has_no_url: bool, flags: DWORD) -> Result<()> {
    if has_no_url || flags & !INTERENT_GOONLINE_MASK != 0 {
        return Err(INVALID_PARAMETER);
    }
    machine::go_online(flags & INTERENT_GOONLINE_NOPROMPT != 0)
}
