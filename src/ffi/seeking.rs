//! Moving in the body of an answer, and locking it.

use super::guard::{guard, Returned};
use super::inward::{handle, read, write, INVALID_PARAMETER};
use crate::abi::*;
use crate::wininet::{self, Move, Result};

/// Sets the place in the body where the next read begins.
///
/// Parameters:
/// - hFile: a request with GET or HEAD and without a body whose answer has begun, and that was opened
///   without INTERNET_FLAG_NO_CACHE_WRITE.
/// - lDistanceToMove: how far, in bytes. With lpDistanceToMoveHigh the low half of a signed number of 64
///   bits, else a signed number of 32 bits.
/// - lpDistanceToMoveHigh: NULL, or in: the high half of the distance; out: that of the new place.
/// - dwMoveMethod: FILE_BEGIN: from the beginning of the body; the distance is unsigned. FILE_CURRENT:
///   from where the next read would begin. FILE_END: from the end of the body, which Content-Length
///   must tell.
/// - dwContext: reserved, not looked at.
///
/// Nothing is sent, and it never waits. The next read does what is needed: it reads on to the place if
/// that is near or the server gives no parts; else it sends the request again with a Range header, and
/// reads on if the whole body comes. It fails with ERROR_HTTP_INVALID_SERVER_RESPONSE if another body
/// comes: ETag, Last-Modified or length differ. HttpQueryInfo goes on telling of the first answer.
///
/// Returns the low half of the new place, or INVALID_SET_FILE_POINTER; since that may be a low half too,
/// GetLastError tells: it is 0 after success. Last errors: ERROR_INVALID_HANDLE,
/// ERROR_INTERNET_INCORRECT_HANDLE_TYPE, ERROR_INTERNET_INCORRECT_HANDLE_STATE before there is an
/// answer or while an operation is pending, ERROR_INTERNET_INVALID_OPERATION for another method, a
/// body, the flag and for FILE_END without a length, ERROR_NEGATIVE_SEEK for a place before the beginning,
/// ERROR_INVALID_PARAMETER for an unknown method of moving, and for a place beyond 4 GiB without
/// lpDistanceToMoveHigh. Statuses: none; the next read tells, between its RECEIVING_RESPONSE and
/// RESPONSE_RECEIVED, of the other request as HttpSendRequest would. Threads: any.
/// Source: wininet.h, InternetSetFilePointer.
///
/// # Safety
/// The variable is NULL or a LONG.
#[no_mangle]
pub unsafe extern "C" fn InternetSetFilePointer(
    hFile: HINTERNET,
    lDistanceToMove: LONG,
    lpDistanceToMoveHigh: PLONG,
    dwMoveMethod: DWORD,
    dwContext: DWORD_PTR,
) -> DWORD {
    let _ = dwContext;
    // SAFETY: the same promise.
    guard(|| unsafe { move_to(hFile, lDistanceToMove, lpDistanceToMoveHigh, dwMoveMethod) })
}

/// The low half of a place.
struct Low(DWORD);

impl Returned for Low {
    type C = DWORD;

    fn failure() -> DWORD {
        INVALID_SET_FILE_POINTER
    }

    fn success(self) -> DWORD {
        self.0
    }

    fn number(&self) -> usize {
        self.0 as usize
    }
}

/// # Safety
/// `high` is NULL or a LONG.
unsafe fn move_to(file: HINTERNET, low: LONG, high: PLONG, method: DWORD) -> Result<Low> {
    let request = wininet::request(handle(file)?)?;
    let low_bits = u64::from(low as u32);
    let (unsigned, signed, most) = match high.is_null() {
        true => (low_bits, i64::from(low), u32::MAX.into()),
        false => {
            // SAFETY: the caller's promise.
            let high = unsafe { read(high) }?;
            let bits = u64::from(high as u32) << 32 | low_bits;
            (bits, bits as i64, u64::MAX)
        }
    };
    let by = match method {
        FILE_BEGIN => Move::To(unsigned),
        FILE_CURRENT => Move::By(signed),
        FILE_END => Move::FromEnd(signed),
        _ => return Err(INVALID_PARAMETER),
    };
    let to = request.move_to(by, most)?;
    if !high.is_null() {
        // SAFETY: the caller's promise.
        unsafe { write(high, (to >> 32) as LONG) }?;
    }
    Ok(Low(to as DWORD))
}

/// Locks the file that holds an answer.
///
/// Parameters:
/// - hInternet: a request whose answer has begun.
/// - lphLockRequestInfo: takes the lock, for InternetUnlockRequestFile.
///
/// There is no cache that could take a file away: the lock is good, also when the request is closed, and
/// keeps the file of INTERNET_FLAG_NEED_FILE where there is one. Returns TRUE, or FALSE. Last errors: ERROR_INVALID_HANDLE,
/// ERROR_INTERNET_INCORRECT_HANDLE_TYPE, ERROR_INVALID_PARAMETER for NULL,
/// ERROR_INTERNET_INCORRECT_HANDLE_STATE before there is an answer, ERROR_INTERNET_INVALID_OPERATION for
/// an https request that was opened with INTERNET_FLAG_NO_CACHE_WRITE, as on Windows. Statuses: none.
/// Threads: any.
/// Source: wininet.h, InternetLockRequestFile.
///
/// # Safety
/// The variable is NULL or a HANDLE.
#[no_mangle]
pub unsafe extern "C" fn InternetLockRequestFile(
    hInternet: HINTERNET,
    lphLockRequestInfo: *mut HANDLE,
) -> BOOL {
    guard(|| {
        let request = wininet::request(handle(hInternet)?)?;
        // SAFETY: the same promise.
        unsafe { write(lphLockRequestInfo, std::ptr::null_mut()) }?;
        let number = wininet::lock(&request)?;
        // SAFETY: the same promise.
        unsafe { write(lphLockRequestInfo, number as HANDLE) }
    })
}

/// Gives up a lock of InternetLockRequestFile.
///
/// Parameters:
/// - hLockRequestInfo: the lock.
///
/// Returns TRUE, or FALSE. Last errors: ERROR_INVALID_HANDLE for what is no lock, or no longer.
/// Statuses: none. Threads: any.
/// Source: wininet.h, InternetUnlockRequestFile.
///
/// # Safety
/// None.
#[no_mangle]
pub unsafe extern "C" fn InternetUnlockRequestFile(hLockRequestInfo: HANDLE) -> BOOL {
    guard(|| wininet::unlock(hLockRequestInfo as usize))
}
