//! InternetQueryOption and InternetSetOption.

use super::guard::guard;
use super::inward::{handle, length_within, read, units, CodeUnit, INVALID_PARAMETER};
use super::query_info::{put, put_text};
use crate::abi::*;
use crate::wininet::option::{self, Kind, Value};
use crate::wininet::{self, Error, Handle, Result};

/// Gives the value of an option. docs/options.md lists them.
///
/// Parameters:
/// - hInternet: a handle, or NULL for the process.
/// - dwOption: an INTERNET_OPTION_ value.
/// - lpBuffer: takes the value; NULL asks for its size. Strings are copied here: there is nothing
///   to free.
/// - lpdwBufferLength: in: the size of the buffer in bytes; out: that of the value, a string's
///   without the NUL; the size needed, NUL counted, when the buffer is too small.
///
/// Returns TRUE, or FALSE. Last errors: ERROR_INVALID_HANDLE, ERROR_INTERNET_INVALID_OPTION also
/// for one that has no value, ERROR_INTERNET_INCORRECT_HANDLE_TYPE, ERROR_INSUFFICIENT_BUFFER,
/// ERROR_INVALID_PARAMETER for a NULL length. Statuses: none. Threads: any.
/// Source: wininet.h, InternetQueryOptionA.
///
/// # Safety
/// Pointers are NULL or point to what they say.
#[no_mangle]
pub unsafe extern "C" fn InternetQueryOptionA(
    hInternet: HINTERNET,
    dwOption: DWORD,
    lpBuffer: LPVOID,
    lpdwBufferLength: LPDWORD,
) -> BOOL {
    // SAFETY: the same promise.
    guard(|| unsafe { query::<u8>(hInternet, dwOption, (lpBuffer, lpdwBufferLength)) })
}

/// The W form of InternetQueryOptionA. Sizes are in bytes here too. Source: wininet.h,
/// InternetQueryOptionW.
///
/// # Safety
/// As InternetQueryOptionA.
#[no_mangle]
pub unsafe extern "C" fn InternetQueryOptionW(
    hInternet: HINTERNET,
    dwOption: DWORD,
    lpBuffer: LPVOID,
    lpdwBufferLength: LPDWORD,
) -> BOOL {
    // SAFETY: the same promise.
    guard(|| unsafe { query::<WCHAR>(hInternet, dwOption, (lpBuffer, lpdwBufferLength)) })
}

unsafe fn query<U: CodeUnit>(
    of: HINTERNET,
    option: DWORD,
    target: (LPVOID, LPDWORD),
) -> Result<()> {
    let of = find(of)?;
    option::kind(option)?;
    // SAFETY: the caller's promise.
    unsafe {
        read(target.1)?;
        match option::query(of.as_ref(), option)? {
            Value::Number(number) => put(target, number),
            Value::Pointer(pointer) => put(target, pointer),
            Value::Text(text) => put_text::<U>(target, &text),
            Value::Connected(_) | Value::Nothing => Err(Error(ERROR_INTERNET_INVALID_OPTION)),
        }
    }
}

/// Sets an option. docs/options.md lists them. Handles that descend from hInternet already keep
/// theirs; on NULL it is for sessions opened from now on.
///
/// Parameters:
/// - hInternet: a handle, or NULL for the process.
/// - dwOption: an INTERNET_OPTION_ value.
/// - lpBuffer: the value.
/// - dwBufferLength: its size: a string's in characters, up to a NUL if there is one before, or
///   (DWORD)-1 if it ends with a NUL; others' in bytes.
///
/// Returns TRUE, or FALSE. Last errors: ERROR_INVALID_HANDLE, ERROR_INTERNET_INVALID_OPTION,
/// ERROR_INTERNET_BAD_OPTION_LENGTH, ERROR_INTERNET_INCORRECT_HANDLE_TYPE,
/// ERROR_INTERNET_OPTION_NOT_SETTABLE, ERROR_INTERNET_INVALID_OPERATION for an option of the
/// process on a handle, ERROR_INVALID_PARAMETER for NULL or a value that makes no sense. Statuses:
/// none. Threads: any.
/// Source: wininet.h, InternetSetOptionA.
///
/// # Safety
/// The buffer has the size given.
#[no_mangle]
pub unsafe extern "C" fn InternetSetOptionA(
    hInternet: HINTERNET,
    dwOption: DWORD,
    lpBuffer: LPVOID,
    dwBufferLength: DWORD,
) -> BOOL {
    // SAFETY: the same promise.
    guard(|| unsafe { set::<u8>(hInternet, dwOption, lpBuffer, dwBufferLength) })
}

/// The W form of InternetSetOptionA. Source: wininet.h, InternetSetOptionW.
///
/// # Safety
/// As InternetSetOptionA.
#[no_mangle]
pub unsafe extern "C" fn InternetSetOptionW(
    hInternet: HINTERNET,
    dwOption: DWORD,
    lpBuffer: LPVOID,
    dwBufferLength: DWORD,
) -> BOOL {
    // SAFETY: the same promise.
    guard(|| unsafe { set::<WCHAR>(hInternet, dwOption, lpBuffer, dwBufferLength) })
}

/// The same as InternetSetOptionA, as on Windows.
///
/// Parameters:
/// - hInternet, dwOption, lpBuffer, dwBufferLength: as InternetSetOptionA.
/// - dwFlags: 0 or ISO_ values, which change nothing.
///
/// Returns TRUE, or FALSE. Last errors: as InternetSetOptionA, and ERROR_INVALID_PARAMETER for an
/// unknown flag. Statuses: none. Threads: any.
/// Source: wininet.h, InternetSetOptionExA.
///
/// # Safety
/// As InternetSetOptionA.
#[no_mangle]
pub unsafe extern "C" fn InternetSetOptionExA(
    hInternet: HINTERNET,
    dwOption: DWORD,
    lpBuffer: LPVOID,
    dwBufferLength: DWORD,
    dwFlags: DWORD,
) -> BOOL {
    let value = (lpBuffer, dwBufferLength);
    // SAFETY: the same promise.
    guard(|| unsafe { set_with_flags::<u8>(hInternet, dwOption, value, dwFlags) })
}

/// The W form of InternetSetOptionExA. Source: wininet.h, InternetSetOptionExW.
///
/// # Safety
/// As InternetSetOptionA.
#[no_mangle]
pub unsafe extern "C" fn InternetSetOptionExW(
    hInternet: HINTERNET,
    dwOption: DWORD,
    lpBuffer: LPVOID,
    dwBufferLength: DWORD,
    dwFlags: DWORD,
) -> BOOL {
    let value = (lpBuffer, dwBufferLength);
    // SAFETY: the same promise.
    guard(|| unsafe { set_with_flags::<WCHAR>(hInternet, dwOption, value, dwFlags) })
}

unsafe fn set_with_flags<U: CodeUnit>(
    of: HINTERNET,
    option: DWORD,
    (buffer, size): (LPVOID, DWORD),
    flags: DWORD,
) -> Result<()> {
    // A handle that is none is told so first.
    find(of)?;
    if flags & !(ISO_GLOBAL | ISO_REGISTRY) != 0 {
        return Err(INVALID_PARAMETER);
    }
    // SAFETY: the caller's promise.
    unsafe { set::<U>(of, option, buffer, size) }
}

unsafe fn set<U: CodeUnit>(
    of: HINTERNET,
    option: DWORD,
    buffer: LPVOID,
    size: DWORD,
) -> Result<()> {
    let of = find(of)?;
    let kind = option::kind(option)?;
    if buffer.is_null() && kind != Kind::Nothing {
        return Err(INVALID_PARAMETER);
    }
    // SAFETY: the caller's promise, with the sizes checked.
    let value = unsafe {
        match kind {
            Kind::Number => Value::Number(sized(buffer, size)?),
            Kind::Pointer => Value::Pointer(sized(buffer, size)?),
            Kind::Text => Value::Text(text(buffer.cast::<U>(), size)?),
            Kind::Connected => Value::Connected(connected(buffer, size)?),
            Kind::Nothing => Value::Nothing,
        }
    };
    option::set(of.as_ref(), option, value)
}

/// # Safety
/// `buffer` has `size` bytes.
unsafe fn sized<T>(buffer: LPVOID, size: DWORD) -> Result<T> {
    if size as usize != size_of::<T>() {
        return Err(Error(ERROR_INTERNET_BAD_OPTION_LENGTH));
    }
    // SAFETY: so many bytes are there, and any bytes make a number.
    unsafe { read(buffer.cast::<T>()) }
}

/// Microsoft documents both for one option: a DWORD, and a struct with flags beside it.
///
/// # Safety
/// `buffer` has `size` bytes.
unsafe fn connected(buffer: LPVOID, size: DWORD) -> Result<INTERNET_CONNECTED_INFO> {
    // SAFETY: so many bytes are there, and any bytes make either.
    unsafe {
        if size as usize == size_of::<INTERNET_CONNECTED_INFO>() {
            return sized(buffer, size);
        }
        Ok(INTERNET_CONNECTED_INFO {
            dwConnectedState: sized(buffer, size)?,
            dwFlags: 0,
        })
    }
}

/// Up to the length or to a NUL, whichever comes first.
///
/// # Safety
/// `text` has `size` units, or ends with a NUL before.
unsafe fn text<U: CodeUnit>(text: *const U, size: DWORD) -> Result<Vec<u8>> {
    // SAFETY: the caller's promise, and so many units come before its end.
    let units = unsafe { units(text, length_within(text, size as usize)) };
    U::decode(units)
}

fn find(of: HINTERNET) -> Result<Option<Handle>> {
    if of.is_null() {
        return Ok(None);
    }
    wininet::find(handle(of)?).map(Some)
}
