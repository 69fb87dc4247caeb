//! InternetQueryOption and InternetSetOption.

use super::certificate::put_certificate;
use super::guard::guard;
use super::inward::{bytes, handle, length_within, read, units, CodeUnit, INVALID_PARAMETER};
use super::platform::GetLastError;
use super::proxy::{give, take};
use super::query_info::{put, put_text};
use crate::abi::*;
use crate::trace;
use crate::wininet::option::{self, Kind, Value};
use crate::wininet::{self, extended_error, Error, Handle, Result};

/// Gives the value of an option. docs/options.md lists them.
///
/// Parameters:
/// - hInternet: a handle, or NULL for the process.
/// - dwOption: an INTERNET_OPTION_ value.
/// - lpBuffer: takes the value; NULL asks for its size. Strings are copied here, also those of an
///   INTERNET_PROXY_INFO, which follow it: there is nothing to free. Only the strings of an
///   INTERNET_CERTIFICATE_INFO, with LocalFree, and those of an INTERNET_PER_CONN_OPTION_LIST, with
///   GlobalFree, are the program's to free.
/// - lpdwBufferLength: in: the size of the buffer in bytes; out: that of the value, a string's
///   without the NUL; the size needed, NUL counted, when the buffer is too small.
///
/// Returns TRUE, or FALSE. Last errors: ERROR_INVALID_HANDLE, ERROR_INTERNET_INVALID_OPTION also
/// for one that has no value, ERROR_INTERNET_INCORRECT_HANDLE_TYPE, ERROR_INSUFFICIENT_BUFFER,
/// ERROR_INVALID_PARAMETER for a NULL length, ERROR_INTERNET_INCORRECT_HANDLE_STATE for what is not
/// there yet, ERROR_INTERNET_INVALID_OPERATION for the certificate of a request without TLS,
/// ERROR_INTERNET_ITEM_NOT_FOUND for what a cache would know. Statuses: none. Threads: any.
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
    trace::note(|| format!("option {option}"));
    let row = option::find(option)?;
    // SAFETY: the caller's promise.
    unsafe {
        read(target.1)?;
        match row.query(of.as_ref())? {
            Value::Proxy(settings) => give::<U>(option, target, &settings.unwrap_or_default()),
            Value::Number(number) => put(target, number),
            Value::Pair(first, second) => put(target, [first, second]),
            Value::ExtendedError => put(target, extended_error(GetLastError())),
            Value::Number64(number) => put(target, number),
            Value::Pointer(pointer) => put(target, pointer),
            Value::Text(text) => put_text::<U>(target, &text),
            Value::Certificate(certificate) => put_certificate::<U>(target, &certificate),
            Value::Connection(info) => put(target, *info),
            Value::Socket(info) => put(target, info),
            Value::Bytes(_) | Value::Nothing => Err(Error(ERROR_INTERNET_INVALID_OPTION)),
        }
    }
}

/// Sets an option. docs/options.md lists them. Handles that descend from hInternet already keep
/// theirs; on NULL it is for sessions opened from now on.
///
/// Parameters:
/// - hInternet: a handle, or NULL for the process.
/// - dwOption: an INTERNET_OPTION_ value.
/// - lpBuffer: the value. For INTERNET_OPTION_CLIENT_CERT_CONTEXT on Linux it is PEM text.
/// - dwBufferLength: its size: a string's in characters, up to a NUL if there is one before, or
///   (DWORD)-1 if it ends with a NUL; others' in bytes.
///
/// Returns TRUE, or FALSE. Last errors: ERROR_INVALID_HANDLE, ERROR_INTERNET_INVALID_OPTION also for
/// a value that is not to be had, ERROR_INTERNET_BAD_OPTION_LENGTH,
/// ERROR_INTERNET_INCORRECT_HANDLE_TYPE, ERROR_INTERNET_OPTION_NOT_SETTABLE,
/// ERROR_INTERNET_INVALID_OPERATION for an option of the process on a handle,
/// ERROR_INVALID_PARAMETER for NULL or a value that makes no sense. Statuses: none. Threads: any.
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
    trace::note(|| format!("option {option}"));
    let row = option::find(option)?;
    let may_be_null = match row.kind {
        Kind::Nothing | Kind::Address => true,
        Kind::Bytes => size == 0,
        _ => false,
    };
    if buffer.is_null() && !may_be_null {
        return Err(INVALID_PARAMETER);
    }
    // SAFETY: the caller's promise, with the sizes checked.
    let value = unsafe {
        match row.kind {
            Kind::Proxy => {
                // What a list does not name stays; a handle of the wrong type is told so first.
                let Value::Proxy(now) = row.query(of.as_ref())? else {
                    return Err(Error::INTERNAL);
                };
                Value::Proxy(take::<U>(option, (buffer, size), &now.unwrap_or_default())?)
            }
            Kind::Number => Value::Number(sized(buffer, size)?),
            Kind::NumberOrPair if size as usize == size_of::<DWORD>() => {
                Value::Pair(sized(buffer, size)?, 0)
            }
            Kind::Pair | Kind::NumberOrPair => {
                let [first, second] = sized(buffer, size)?;
                Value::Pair(first, second)
            }
            Kind::Number64 => Value::Number64(sized(buffer, size)?),
            Kind::Pointer => Value::Pointer(sized(buffer, size)?),
            Kind::Address => Value::Pointer(buffer as usize),
            Kind::Text => Value::Text(text(buffer.cast::<U>(), size)?),
            Kind::Bytes => Value::Bytes(bytes(buffer.cast::<u8>(), size)?.to_vec()),
            Kind::Struct(expected) if size as usize != expected => return Err(WRONG_SIZE),
            Kind::Struct(_) | Kind::Nothing => Value::Nothing,
        }
    };
    row.set(of.as_ref(), value)
}

const WRONG_SIZE: Error = Error(ERROR_INTERNET_BAD_OPTION_LENGTH);

/// # Safety
/// `buffer` has `size` bytes.
unsafe fn sized<T>(buffer: LPVOID, size: DWORD) -> Result<T> {
    if size as usize != size_of::<T>() {
        return Err(WRONG_SIZE);
    }
    // SAFETY: so many bytes are there, and any bytes make a number.
    unsafe { read(buffer.cast::<T>()) }
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
