//! INTERNET_CERTIFICATE_INFO, whose strings belong to the program.

use std::ptr;

use super::inward::{write, write_string, CodeUnit};
use super::query_info::put;
use crate::abi::*;
use crate::wininet::{Certificate, Result};

/// Puts a certificate where the program wants it. Nothing is allocated unless there is room.
///
/// # Safety
/// As [`put`].
pub unsafe fn put_certificate<U: CodeUnit>(
    target: (LPVOID, LPDWORD),
    certificate: &Certificate,
) -> Result<()> {
    let mut info = INTERNET_CERTIFICATE_INFOA {
        ftExpiry: certificate.expiry,
        ftStart: certificate.start,
        lpszSubjectInfo: ptr::null_mut(),
        lpszIssuerInfo: ptr::null_mut(),
        lpszProtocolName: ptr::null_mut(),
        lpszSignatureAlgName: ptr::null_mut(),
        lpszEncryptionAlgName: ptr::null_mut(),
        dwKeySize: certificate.key_bits,
    };
    // SAFETY: the caller's promise. The wide struct has the same layout; only what the strings
    // consist of differs.
    unsafe {
        put(target, info)?;
        info.lpszSubjectInfo = allocate::<U>(&certificate.subject);
        info.lpszIssuerInfo = allocate::<U>(&certificate.issuer);
        info.lpszProtocolName = allocate::<U>(certificate.protocol);
        info.lpszSignatureAlgName = allocate::<U>(&certificate.signature);
        info.lpszEncryptionAlgName = allocate::<U>(certificate.encryption);
        write(target.0.cast(), info)
    }
}

/// A string that the program frees with LocalFree, which is free() of the C library; NULL if there
/// is no memory for it.
fn allocate<U: CodeUnit>(text: &str) -> LPSTR {
    let units = U::encode(text.as_bytes());
    let size = (units.len() + 1) * size_of::<U>();
    // SAFETY: malloc takes any size; what it gives is NULL or has room for the units and the NUL.
    unsafe {
        let room = libc::malloc(size);
        if !room.is_null() {
            write_string(room.cast::<U>(), &units);
        }
        room.cast()
    }
}
