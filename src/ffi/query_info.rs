//! HttpQueryInfo.

use super::guard::guard;
use super::inward::{handle, read, string, write, write_string, CodeUnit, INVALID_PARAMETER};
use crate::abi::*;
use crate::trace;
use crate::wininet::{self, Answer, Asked, Error, Result};

/// Gives a header or another part of the head of an answer, or of the request.
///
/// Parameters:
/// - hRequest: a request.
/// - dwInfoLevel: an HTTP_QUERY_ attribute with HTTP_QUERY_FLAG_ modifiers. HTTP_QUERY_CUSTOM asks
///   for the header whose name is in lpBuffer. Modifiers: NUMBER (a DWORD), NUMBER64 (a ULONGLONG)
///   or SYSTEMTIME instead of a string; REQUEST_HEADERS: of what was sent, or would be; COALESCE
///   and COALESCE_WITH_COMMA: all headers of that name from the index on, joined by ", ".
/// - lpBuffer: takes the value; NULL asks for its size.
/// - lpdwBufferLength: in: the size of the buffer in bytes; out: that of the value, a string's
///   without the NUL; the size needed, NUL counted, when the buffer is too small.
/// - lpdwIndex: in: which of several headers of that name, from 0; out: the next. NULL: the first.
///   Raw headers, version, status and method have the index 0 alone and leave it.
///
/// Returns TRUE, or FALSE. Last errors: ERROR_INVALID_HANDLE, ERROR_INTERNET_INCORRECT_HANDLE_TYPE,
/// ERROR_INTERNET_INCORRECT_HANDLE_STATE before there is an answer, ERROR_INVALID_PARAMETER for a
/// NULL length, a NULL name or two of the types, ERROR_INSUFFICIENT_BUFFER,
/// ERROR_HTTP_HEADER_NOT_FOUND, ERROR_HTTP_INVALID_HEADER for a value that is no such number or
/// date, ERROR_HTTP_INVALID_QUERY_REQUEST for an unknown attribute. Statuses: none. Threads: any.
/// Source: wininet.h, HttpQueryInfoA.
///
/// # Safety
/// Pointers are NULL or point to what they say.
#[no_mangle]
pub unsafe extern "C" fn HttpQueryInfoA(
    hRequest: HINTERNET,
    dwInfoLevel: DWORD,
    lpBuffer: LPVOID,
    lpdwBufferLength: LPDWORD,
    lpdwIndex: LPDWORD,
) -> BOOL {
    let target = (lpBuffer, lpdwBufferLength);
    // SAFETY: the same promise.
    guard(|| unsafe { query::<u8>(hRequest, dwInfoLevel, target, lpdwIndex) })
}

/// The W form of HttpQueryInfoA. Sizes are in bytes here too; what is not UTF-8 is taken for
/// Latin-1.
/// Source: wininet.h, HttpQueryInfoW.
///
/// # Safety
/// As HttpQueryInfoA.
#[no_mangle]
pub unsafe extern "C" fn HttpQueryInfoW(
    hRequest: HINTERNET,
    dwInfoLevel: DWORD,
    lpBuffer: LPVOID,
    lpdwBufferLength: LPDWORD,
    lpdwIndex: LPDWORD,
) -> BOOL {
    let target = (lpBuffer, lpdwBufferLength);
    // SAFETY: the same promise.
    guard(|| unsafe { query::<WCHAR>(hRequest, dwInfoLevel, target, lpdwIndex) })
}

unsafe fn query<U: CodeUnit>(
    request: HINTERNET,
    level: DWORD,
    target: (LPVOID, LPDWORD),
    index: LPDWORD,
) -> Result<()> {
    let request = wininet::request(handle(request)?)?;
    trace::note(|| format!("level {level:#x}"));
    let is_custom = level & HTTP_QUERY_HEADER_MASK == HTTP_QUERY_CUSTOM;
    // SAFETY: the caller's promise, for every pointer here; a custom name ends with a NUL.
    unsafe {
        let asked = Asked {
            level,
            custom: match is_custom {
                true => string(target.0.cast::<U>())?.ok_or(INVALID_PARAMETER)?,
                false => Vec::new(),
            },
            index: if index.is_null() { 0 } else { read(index)? },
        };
        read(target.1)?;
        let (answer, next) = wininet::query_info(&request, &asked)?;
        match answer {
            Answer::Text(text) => put_text::<U>(target, &text)?,
            Answer::Number(number) => put(target, number)?,
            Answer::Number64(number) => put(target, number)?,
            Answer::Time(time) => put(target, time)?,
        }
        if let Some(next) = next.filter(|_| !index.is_null()) {
            write(index, next)?;
        }
    }
    Ok(())
}

/// Puts a value of a fixed size where the program wants it.
///
/// # Safety
/// `buffer` is NULL or has the size that the variable holds.
pub unsafe fn put<T>((buffer, size): (LPVOID, LPDWORD), value: T) -> Result<()> {
    let needed = size_of::<T>() as DWORD;
    // SAFETY: the caller's promise.
    unsafe {
        let room = read(size)?;
        write(size, needed)?;
        if buffer.is_null() || room < needed {
            return Err(Error(ERROR_INSUFFICIENT_BUFFER));
        }
        write(buffer.cast::<T>(), value)
    }
}

/// Puts a string where the program wants it. Sizes are in bytes.
///
/// # Safety
/// As [`put`].
pub unsafe fn put_text<U: CodeUnit>((buffer, size): (LPVOID, LPDWORD), text: &[u8]) -> Result<()> {
    let units = U::encode(text);
    let without_nul = size_of_val(units.as_slice()) as DWORD;
    let needed = without_nul + size_of::<U>() as DWORD;
    // SAFETY: the caller's promise; there is room for the units and the NUL.
    unsafe {
        if buffer.is_null() || read(size)? < needed {
            write(size, needed)?;
            return Err(Error(ERROR_INSUFFICIENT_BUFFER));
        }
        write_string(buffer.cast::<U>(), &units);
        write(size, without_nul)
    }
}
