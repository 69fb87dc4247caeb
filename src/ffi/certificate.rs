//! INTERNET_CERTIFICATE_INFO, whose strings belong to the program.

use std::ptr;

use super::allocated::string_to_free;
use super::inward::{write, CodeUnit};
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
        info.lpszSubjectInfo = string_to_free::<U>(certificate.subject.as_bytes());
        info.lpszIssuerInfo = string_to_free::<U>(certificate.issuer.as_bytes());
        info.lpszProtocolName = string_to_free::<U>(certificate.protocol.as_bytes());
        info.lpszSignatureAlgName = string_to_free::<U>(certificate.signature.as_bytes());
        info.lpszEncryptionAlgName = string_to_free::<U>(certificate.encryption.as_bytes());
        write(target.0.cast(), info)
    }
}
