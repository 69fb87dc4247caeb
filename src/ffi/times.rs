//! InternetTimeFromSystemTime and InternetTimeToSystemTime.

use super::guard::guard;
use super::inward::{read, string, write, write_string, CodeUnit, INVALID_PARAMETER};
use crate::abi::*;
use crate::wininet::{time, Error, Result};

/// Writes a time as HTTP has it: "Sun, 06 Nov 1994 08:49:37 GMT".
///
/// Parameters:
/// - pst: the time in UTC. The day of the week is not looked at, the date has one; nor are
///   milliseconds.
/// - dwRFC: INTERNET_RFC1123_FORMAT.
/// - lpszTime: takes the text with its NUL, INTERNET_RFC1123_BUFSIZE characters in all.
/// - cbTime: its size in bytes.
///
/// Returns TRUE, or FALSE. Last errors: ERROR_INVALID_PARAMETER for NULL, another format or a time
/// that does not exist, ERROR_INSUFFICIENT_BUFFER. Statuses: none. Threads: any.
/// Source: wininet.h, InternetTimeFromSystemTimeA.
///
/// # Safety
/// Pointers are NULL or point to what they say.
#[no_mangle]
pub unsafe extern "C" fn InternetTimeFromSystemTimeA(
    pst: *const SYSTEMTIME,
    dwRFC: DWORD,
    lpszTime: LPSTR,
    cbTime: DWORD,
) -> BOOL {
    let target = (lpszTime.cast::<u8>(), cbTime);
    // SAFETY: the same promise.
    guard(|| unsafe { from_system_time(pst, dwRFC, target) })
}

/// The W form of InternetTimeFromSystemTimeA. The size is in bytes here too. Source: wininet.h,
/// InternetTimeFromSystemTimeW.
///
/// # Safety
/// As InternetTimeFromSystemTimeA.
#[no_mangle]
pub unsafe extern "C" fn InternetTimeFromSystemTimeW(
    pst: *const SYSTEMTIME,
    dwRFC: DWORD,
    lpszTime: LPWSTR,
    cbTime: DWORD,
) -> BOOL {
    // SAFETY: the same promise.
    guard(|| unsafe { from_system_time(pst, dwRFC, (lpszTime, cbTime)) })
}

/// The same as InternetTimeFromSystemTimeA. Source: wininet.h, InternetTimeFromSystemTime.
///
/// # Safety
/// As InternetTimeFromSystemTimeA.
#[no_mangle]
pub unsafe extern "C" fn InternetTimeFromSystemTime(
    pst: *const SYSTEMTIME,
    dwRFC: DWORD,
    lpszTime: LPSTR,
    cbTime: DWORD,
) -> BOOL {
    // SAFETY: the same promise.
    unsafe { InternetTimeFromSystemTimeA(pst, dwRFC, lpszTime, cbTime) }
}

unsafe fn from_system_time<U: CodeUnit>(
    time: *const SYSTEMTIME,
    format: DWORD,
    (target, size): (*mut U, DWORD),
) -> Result<()> {
    // SAFETY: the caller's promise.
    let time = unsafe { read(time) }?;
    if target.is_null() || format != INTERNET_RFC1123_FORMAT {
        return Err(INVALID_PARAMETER);
    }
    let text = U::encode(time::format(&time)?.as_bytes());
    if (size as usize) < (text.len() + 1) * size_of::<U>() {
        return Err(Error(ERROR_INSUFFICIENT_BUFFER));
    }
    // SAFETY: not NULL, and there is room for the text and its NUL.
    unsafe { write_string(target, &text) };
    Ok(())
}

/// Reads a time as HTTP has it: RFC 1123, RFC 850, asctime, and what is like them.
///
/// The parts may come in any order and case and with any separators. Day, month (by its name) and
/// year are needed; a time of day that is missing is midnight. Without a zone it is GMT; others
/// (EST, -0500) are taken into account. The day of the week is not looked at. A year of two digits
/// is one from 1970 to 2069.
///
/// Parameters:
/// - lpszTime: the text.
/// - pst: takes the time in UTC.
/// - dwReserved: 0.
///
/// Returns TRUE, or FALSE. Last errors: ERROR_INVALID_PARAMETER for NULL, what is no time, and a
/// dwReserved that is not 0. Statuses: none. Threads: any.
/// Source: wininet.h, InternetTimeToSystemTimeA.
///
/// # Safety
/// Pointers are NULL or point to what they say.
#[no_mangle]
pub unsafe extern "C" fn InternetTimeToSystemTimeA(
    lpszTime: LPCSTR,
    pst: *mut SYSTEMTIME,
    dwReserved: DWORD,
) -> BOOL {
    // SAFETY: the same promise.
    guard(|| unsafe { to_system_time(lpszTime.cast::<u8>(), pst, dwReserved) })
}

/// The W form of InternetTimeToSystemTimeA. Source: wininet.h, InternetTimeToSystemTimeW.
///
/// # Safety
/// As InternetTimeToSystemTimeA.
#[no_mangle]
pub unsafe extern "C" fn InternetTimeToSystemTimeW(
    lpszTime: LPCWSTR,
    pst: *mut SYSTEMTIME,
    dwReserved: DWORD,
) -> BOOL {
    // SAFETY: the same promise.
    guard(|| unsafe { to_system_time(lpszTime, pst, dwReserved) })
}

/// The same as InternetTimeToSystemTimeA. Source: wininet.h, InternetTimeToSystemTime.
///
/// # Safety
/// As InternetTimeToSystemTimeA.
#[no_mangle]
pub unsafe extern "C" fn InternetTimeToSystemTime(
    lpszTime: LPCSTR,
    pst: *mut SYSTEMTIME,
    dwReserved: DWORD,
) -> BOOL {
    // SAFETY: the same promise.
    unsafe { InternetTimeToSystemTimeA(lpszTime, pst, dwReserved) }
}

unsafe fn to_system_time<U: CodeUnit>(
    text: *const U,
    target: *mut SYSTEMTIME,
    reserved: DWORD,
) -> Result<()> {
    // SAFETY: the caller's promise.
    let text = unsafe { string(text) }?.ok_or(INVALID_PARAMETER)?;
    if reserved != 0 {
        return Err(INVALID_PARAMETER);
    }
    let time = time::parse(&String::from_utf8_lossy(&text))?;
    // SAFETY: the caller's promise.
    unsafe { write(target, time) }
}
