//! Reading the body of an answer.

use super::buffer::CallerBuffer;
use super::guard::guard;
use super::inward::{handle, read, write, INVALID_PARAMETER};
use crate::abi::*;
use crate::wininet::{self, Result};

/// Reads the body until the buffer is full or the body ends.
///
/// Parameters:
/// - hFile: a request whose answer has begun.
/// - lpBuffer: takes the bytes. Asynchronously it must live until the read is completed or the
///   handle is closed.
/// - dwNumberOfBytesToRead: its size in bytes.
/// - lpdwNumberOfBytesRead: takes the number of bytes, 0 at the end of the body; must live as long.
///   It is set to 0 before anything else.
///
/// Returns TRUE, or FALSE. Fewer bytes than asked for come only at the end. Asynchronously FALSE
/// with ERROR_IO_PENDING if not enough is there: bytes come into the buffer as they arrive, and
/// buffer and count are complete before INTERNET_STATUS_REQUEST_COMPLETE {1, 0}. A second read
/// while one is pending waits for its turn.
///
/// Last errors: ERROR_INVALID_HANDLE, ERROR_INTERNET_INCORRECT_HANDLE_TYPE,
/// ERROR_INTERNET_INCORRECT_HANDLE_STATE before there is an answer or while another thread is in a
/// synchronous call on it, ERROR_INVALID_PARAMETER for NULL, ERROR_INTERNET_TIMEOUT,
/// ERROR_INTERNET_CONNECTION_ABORTED or _RESET for a body that is cut short,
/// ERROR_HTTP_INVALID_SERVER_RESPONSE, ERROR_INTERNET_DECODING_FAILED for a body that is not in the
/// coding that it is to be decoded from, ERROR_INTERNET_OPERATION_CANCELLED; after
/// InternetSetFilePointer also those of HttpSendRequest.
///
/// Statuses: none if the bytes are there; else RECEIVING_RESPONSE on the calling thread,
/// [CLOSING_CONNECTION, CONNECTION_CLOSED if the body ends and the connection is not kept, or on
/// failure], RESPONSE_RECEIVED but on failure, and asynchronously REQUEST_COMPLETE if it was
/// pending. Threads: any.
/// Source: wininet.h, InternetReadFile.
///
/// # Safety
/// Buffer and count are as described.
#[no_mangle]
pub unsafe extern "C" fn InternetReadFile(
    hFile: HINTERNET,
    lpBuffer: LPVOID,
    dwNumberOfBytesToRead: DWORD,
    lpdwNumberOfBytesRead: LPDWORD,
) -> BOOL {
    guard(|| {
        // The count is 0 whatever happens; a bad handle is told before a NULL.
        // SAFETY: the same promise.
        let counted = unsafe { write(lpdwNumberOfBytesRead, 0) };
        let request = wininet::request(handle(hFile)?)?;
        counted?;
        if lpBuffer.is_null() {
            return Err(INVALID_PARAMETER);
        }
        let (buffer, size) = (lpBuffer.cast(), dwNumberOfBytesToRead);
        // SAFETY: the same promise; neither is NULL.
        request.read(unsafe { CallerBuffer::new(buffer, size, lpdwNumberOfBytesRead) })
    })
}

/// Reads the body into an INTERNET_BUFFERS.
///
/// Parameters:
/// - hFile: a request whose answer has begun.
/// - lpBuffersOut: dwStructSize, lpvBuffer and dwBufferLength count: where to, and its size in
///   bytes; the length becomes the number of bytes read.
/// - dwFlags: 0: as InternetReadFile; the length keeps the requested size while the read is
///   pending. IRF_ASYNC and IRF_SYNC change nothing: the session decides. IRF_NO_WAIT: gives what
///   is there without a notification. If nothing is, a synchronous call waits for some; an
///   asynchronous one gives FALSE with ERROR_IO_PENDING, touches neither struct nor buffer any
///   more, and INTERNET_STATUS_REQUEST_COMPLETE {1, 0} says to call again. IRF_USE_CONTEXT is the
///   same bit.
/// - dwContext: not used; notifications carry the context of the handle.
///
/// Returns, last errors, statuses, threads: as InternetReadFile; ERROR_INVALID_PARAMETER for a NULL
/// struct or buffer, a wrong dwStructSize or an unknown flag. A buffer of length 0 gives TRUE.
/// Source: wininet.h, InternetReadFileExA.
///
/// # Safety
/// Struct and buffer are as described, and without IRF_NO_WAIT live until the read is completed or
/// the handle is closed.
#[no_mangle]
pub unsafe extern "C" fn InternetReadFileExA(
    hFile: HINTERNET,
    lpBuffersOut: LPINTERNET_BUFFERSA,
    dwFlags: DWORD,
    dwContext: DWORD_PTR,
) -> BOOL {
    let _ = dwContext;
    // SAFETY: the same promise.
    guard(|| unsafe { read_ex(hFile, lpBuffersOut, dwFlags) })
}

/// The W form of InternetReadFileExA. Source: wininet.h, InternetReadFileExW.
///
/// # Safety
/// As InternetReadFileExA.
#[no_mangle]
pub unsafe extern "C" fn InternetReadFileExW(
    hFile: HINTERNET,
    lpBuffersOut: LPINTERNET_BUFFERSW,
    dwFlags: DWORD,
    dwContext: DWORD_PTR,
) -> BOOL {
    let _ = dwContext;
    // SAFETY: the same promise; the two structs differ in the type of a string that is not used.
    guard(|| unsafe { read_ex(hFile, lpBuffersOut.cast(), dwFlags) })
}

unsafe fn read_ex(file: HINTERNET, buffers: LPINTERNET_BUFFERSA, flags: DWORD) -> Result<()> {
    let request = wininet::request(handle(file)?)?;
    // SAFETY: the caller's promise.
    let INTERNET_BUFFERSA {
        dwStructSize,
        lpvBuffer,
        dwBufferLength,
        ..
    } = unsafe { read(buffers) }?;
    let is_known = flags & !(IRF_ASYNC | IRF_SYNC | IRF_USE_CONTEXT | IRF_NO_WAIT) == 0;
    if dwStructSize as usize != size_of::<INTERNET_BUFFERSA>() || !is_known {
        return Err(INVALID_PARAMETER);
    }
    if dwBufferLength == 0 {
        return Ok(());
    }
    if lpvBuffer.is_null() {
        return Err(INVALID_PARAMETER);
    }
    // SAFETY: a field of a struct that is there by the caller's promise; neither pointer is NULL.
    let destination = unsafe {
        let count = std::ptr::addr_of_mut!((*buffers).dwBufferLength);
        CallerBuffer::new(lpvBuffer.cast(), dwBufferLength, count)
    };
    match flags & IRF_NO_WAIT {
        0 => request.read(destination),
        _ => request.read_at_hand(destination),
    }
}

/// Tells how many bytes of the body can be read without waiting.
///
/// Parameters:
/// - hFile: a request whose answer has begun.
/// - lpdwNumberOfBytesAvailable: takes the number, 0 at the end of the body; may be NULL. After a
///   204 or 304 with Content-Length it is that number, though no body comes. Asynchronously it must
///   live until the call is completed or the handle is closed.
/// - dwFlags, dwContext: reserved, not looked at.
///
/// Returns TRUE, or FALSE. If nothing is there: synchronously it waits; asynchronously FALSE with
/// ERROR_IO_PENDING, and INTERNET_STATUS_REQUEST_COMPLETE {1, the number} once something is. Last
/// errors: as InternetReadFile. Statuses: none if something is there; else RECEIVING_RESPONSE on
/// the calling thread, [CLOSING_CONNECTION, CONNECTION_CLOSED], RESPONSE_RECEIVED but on failure,
/// and asynchronously REQUEST_COMPLETE. Threads: any.
/// Source: wininet.h, InternetQueryDataAvailable.
///
/// # Safety
/// The variable lives until the call is completed or the handle is closed.
#[no_mangle]
pub unsafe extern "C" fn InternetQueryDataAvailable(
    hFile: HINTERNET,
    lpdwNumberOfBytesAvailable: LPDWORD,
    dwFlags: DWORD,
    dwContext: DWORD_PTR,
) -> BOOL {
    let _ = (dwFlags, dwContext);
    guard(|| {
        let request = wininet::request(handle(hFile)?)?;
        let count = lpdwNumberOfBytesAvailable;
        // SAFETY: the same promise.
        request.available(unsafe {
            if !count.is_null() {
                write(count, 0)?;
            }
            CallerBuffer::new(std::ptr::null_mut(), 0, count)
        })
    })
}
