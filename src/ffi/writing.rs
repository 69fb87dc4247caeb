//! Sending a body in pieces.

use super::guard::guard;
use super::inward::INVALID_PARAMETER;
use super::inward::{bytes, counted, handle, nul_terminated_if_zero, read, write, CodeUnit};
use crate::abi::*;
use crate::wininet::{self, Body, Result, Total};

/// Sends the head of a request whose body the program writes in pieces.
///
/// Parameters:
/// - hRequest: a request.
/// - lpBuffersIn: dwStructSize must be right. lpcszHeader and dwHeadersLength: header lines as for
///   HttpSendRequest; lpvBuffer and dwBufferLength: the beginning of the body, in bytes;
///   dwBufferTotal: the length of the whole body. A Content-Length header of the program's wins over
///   it, and may be larger than a DWORD. Other fields are not used. NULL: no headers, no beginning, no
///   length.
/// - lpBuffersOut: must be NULL.
/// - dwFlags: HSR_CHUNKED sends every piece as a chunk of its own; so does a body whose length nobody
///   says, unless the method is GET or HEAD. HSR_ASYNC, HSR_SYNC, HSR_INITIATE, HSR_USE_CONTEXT and
///   HSR_DOWNLOAD have no effect: the session decides.
/// - dwContext: not used; notifications carry the context of the handle.
///
/// Returns TRUE when the head has been sent, or FALSE; asynchronously always FALSE, with
/// ERROR_IO_PENDING once it is on its way. Last errors: as HttpSendRequest. Statuses:
/// [RESOLVING_NAME, NAME_RESOLVED], [CONNECTING_TO_SERVER, CONNECTED_TO_SERVER],
/// SENDING_REQUEST, REQUEST_SENT, and asynchronously REQUEST_COMPLETE {1, 0}. Threads: any.
/// Source: wininet.h, HttpSendRequestExA.
///
/// # Safety
/// Pointers are NULL or point to what they say.
#[no_mangle]
pub unsafe extern "C" fn HttpSendRequestExA(
    hRequest: HINTERNET,
    lpBuffersIn: LPINTERNET_BUFFERSA,
    lpBuffersOut: LPINTERNET_BUFFERSA,
    dwFlags: DWORD,
    dwContext: DWORD_PTR,
) -> BOOL {
    let _ = dwContext;
    let is_sound = lpBuffersOut.is_null();
    // SAFETY: the same promise.
    guard(|| unsafe { send::<u8>(hRequest, lpBuffersIn, dwFlags, is_sound) })
}

/// The W form of HttpSendRequestExA. Source: wininet.h, HttpSendRequestExW.
///
/// # Safety
/// As HttpSendRequestExA.
#[no_mangle]
pub unsafe extern "C" fn HttpSendRequestExW(
    hRequest: HINTERNET,
    lpBuffersIn: LPINTERNET_BUFFERSW,
    lpBuffersOut: LPINTERNET_BUFFERSW,
    dwFlags: DWORD,
    dwContext: DWORD_PTR,
) -> BOOL {
    let _ = dwContext;
    let is_sound = lpBuffersOut.is_null();
    // SAFETY: the same promise; the two structs differ in the type of one string alone.
    guard(|| unsafe { send::<WCHAR>(hRequest, lpBuffersIn.cast(), dwFlags, is_sound) })
}

unsafe fn send<U: CodeUnit>(
    request: HINTERNET,
    buffers: LPINTERNET_BUFFERSA,
    flags: DWORD,
    is_sound: bool,
) -> Result<()> {
    const FLAGS: DWORD = HSR_ASYNC | HSR_SYNC | HSR_INITIATE | HSR_DOWNLOAD | HSR_CHUNKED;
    let request = wininet::request(handle(request)?)?;
    if !is_sound || flags & !FLAGS != 0 {
        return Err(INVALID_PARAMETER);
    }
    // SAFETY: the caller's promise, for the struct and what it points to; the header string has the
    // units of the flavour. The body is used within this call only.
    let (headers, first, total) = unsafe {
        match buffers.is_null() {
            true => (Vec::new(), [].as_slice(), 0),
            false => {
                let it = read(buffers)?;
                if it.dwStructSize as usize != size_of::<INTERNET_BUFFERSA>() {
                    return Err(INVALID_PARAMETER);
                }
                let length = nul_terminated_if_zero(it.dwHeadersLength);
                let headers = counted(it.lpcszHeader.cast::<U>(), length)?;
                let first = match it.lpvBuffer.is_null() {
                    true => [].as_slice(),
                    false => bytes(it.lpvBuffer.cast_const().cast(), it.dwBufferLength)?,
                };
                (headers, first, it.dwBufferTotal)
            }
        }
    };
    let total = match total {
        _ if flags & HSR_CHUNKED != 0 => Total::Chunked,
        0 => Total::Unknown,
        // The beginning is a part of the whole.
        total => Total::Bytes(u64::from(total).max(first.len() as u64)),
    };
    let body = Body {
        headers: &headers,
        bytes: first,
    };
    request.send_head(body, total)
}

/// Writes a piece of the body of a request, always on the calling thread.
///
/// Parameters:
/// - hFile: a request that HttpSendRequestEx has begun.
/// - lpBuffer, dwNumberOfBytesToWrite: the piece, and its length in bytes.
/// - lpdwNumberOfBytesWritten: takes the number of bytes written: all, or 0.
///
/// Returns TRUE, or FALSE, also in an asynchronous session. Last errors: ERROR_INVALID_HANDLE,
/// ERROR_INTERNET_INCORRECT_HANDLE_TYPE, ERROR_INTERNET_INCORRECT_HANDLE_STATE before
/// HttpSendRequestEx is through and after HttpEndRequest, ERROR_INVALID_PARAMETER for NULL or for more
/// than the length of the body, ERROR_INTERNET_TIMEOUT, ERROR_INTERNET_CONNECTION_ABORTED,
/// ERROR_INTERNET_CONNECTION_RESET: then HttpEndRequest may still bring the server's answer.
/// When the server has refused the body already it succeeds and writes nothing: HttpEndRequest brings
/// the refusal.
/// Statuses, on the calling thread: SENDING_REQUEST, REQUEST_SENT with the bytes of the piece; the
/// latter only if it went out.
/// Threads: any.
/// Source: wininet.h, InternetWriteFile.
///
/// # Safety
/// The buffer has the length given.
#[no_mangle]
pub unsafe extern "C" fn InternetWriteFile(
    hFile: HINTERNET,
    lpBuffer: LPCVOID,
    dwNumberOfBytesToWrite: DWORD,
    lpdwNumberOfBytesWritten: LPDWORD,
) -> BOOL {
    guard(|| {
        // SAFETY: the same promise.
        let piece = unsafe {
            write(lpdwNumberOfBytesWritten, 0)?;
            bytes(lpBuffer.cast(), dwNumberOfBytesToWrite)?
        };
        wininet::request(handle(hFile)?)?.write(piece)?;
        // SAFETY: the same promise.
        unsafe { write(lpdwNumberOfBytesWritten, dwNumberOfBytesToWrite) }
    })
}

/// Ends the body of a request that HttpSendRequestEx has begun and waits for the head of the answer.
///
/// Parameters:
/// - hRequest: the request.
/// - lpBuffersOut: must be NULL.
/// - dwFlags, dwContext: reserved.
///
/// Returns TRUE when the head of the answer is there, or FALSE; asynchronously always FALSE, with
/// ERROR_IO_PENDING once it is awaited. Last errors: as HttpSendRequest;
/// ERROR_INTERNET_INCORRECT_HANDLE_STATE without HttpSendRequestEx, ERROR_INVALID_PARAMETER for a
/// lpBuffersOut, ERROR_INTERNET_OPERATION_CANCELLED when HttpSendRequestEx has failed,
/// ERROR_INTERNET_FORCE_RETRY when the answer is a 401 or 407 for which there are credentials: call
/// HttpSendRequestEx, InternetWriteFile and HttpEndRequest once more.
/// Statuses: RECEIVING_RESPONSE, RESPONSE_RECEIVED, what a redirect brings, and asynchronously
/// REQUEST_COMPLETE {1, 0}. Threads: any.
/// Source: wininet.h, HttpEndRequestA.
///
/// # Safety
/// Safe with any values.
#[no_mangle]
pub unsafe extern "C" fn HttpEndRequestA(
    hRequest: HINTERNET,
    lpBuffersOut: LPINTERNET_BUFFERSA,
    dwFlags: DWORD,
    dwContext: DWORD_PTR,
) -> BOOL {
    let _ = (dwFlags, dwContext);
    guard(|| end(hRequest, lpBuffersOut.is_null()))
}

/// The W form of HttpEndRequestA. Source: wininet.h, HttpEndRequestW.
///
/// # Safety
/// As HttpEndRequestA.
#[no_mangle]
pub unsafe extern "C" fn HttpEndRequestW(
    hRequest: HINTERNET,
    lpBuffersOut: LPINTERNET_BUFFERSW,
    dwFlags: DWORD,
    dwContext: DWORD_PTR,
) -> BOOL {
    let _ = (dwFlags, dwContext);
    guard(|| end(hRequest, lpBuffersOut.is_null()))
}

fn end(request: HINTERNET, is_sound: bool) -> Result<()> {
    let request = wininet::request(handle(request)?)?;
    match is_sound {
        true => request.end(),
        false => Err(INVALID_PARAMETER),
    }
}
