//! What is known of the security of a server.

use super::guard::guard;
use super::inward::{string, write, CodeUnit, INVALID_PARAMETER};
use super::platform::certificate_chain;
use crate::abi::*;
use crate::wininet::{seen_at, Error, Result};

/// Tells what the server of an https URL has shown of itself when this process last connected to it. It
/// connects to nobody.
///
/// Parameters:
/// - lpszURL: the URL. Its server and port matter.
/// - ppCertChain: takes the chain of certificates. On Windows that is CryptoAPI's, freed with
///   CertFreeCertificateChain. On Linux there is no CryptoAPI: it is always NULL, and the request's
///   INTERNET_OPTION_SECURITY_CERTIFICATE_STRUCT has what there is to know.
/// - pdwSecureFlags: takes SECURITY_FLAG_SECURE, SECURITY_FLAG_STRENGTH_STRONG, and the
///   SECURITY_FLAG_IGNORE_ values that the connection was made with: only without them the certificate
///   was found to be good.
///
/// What was refused is not remembered, and nothing is when the process ends.
///
/// Returns TRUE, or FALSE with both pointers untouched. Last errors: ERROR_INTERNET_ITEM_NOT_FOUND when
/// nothing is known of the server, or for http; ERROR_INTERNET_SEC_INVALID_CERT when CryptoAPI makes no
/// chain; ERROR_INTERNET_UNRECOGNIZED_SCHEME, ERROR_INTERNET_INVALID_URL, ERROR_INVALID_PARAMETER for
/// NULL. Statuses: none. Threads: any.
/// Source: wininet.h, InternetGetSecurityInfoByURLA, of which Microsoft says no more than its prototype.
///
/// # Safety
/// The URL ends with a NUL, the other pointers are writable, or they are NULL.
#[no_mangle]
pub unsafe extern "C" fn InternetGetSecurityInfoByURLA(
    lpszURL: LPSTR,
    ppCertChain: *mut PCCERT_CHAIN_CONTEXT,
    pdwSecureFlags: LPDWORD,
) -> BOOL {
    // SAFETY: the same promise.
    guard(|| unsafe { info(lpszURL.cast::<u8>(), ppCertChain, pdwSecureFlags) })
}

/// The W form of InternetGetSecurityInfoByURLA. Source: wininet.h, InternetGetSecurityInfoByURLW.
///
/// # Safety
/// As InternetGetSecurityInfoByURLA.
#[no_mangle]
pub unsafe extern "C" fn InternetGetSecurityInfoByURLW(
    lpszURL: LPCWSTR,
    ppCertChain: *mut PCCERT_CHAIN_CONTEXT,
    pdwSecureFlags: LPDWORD,
) -> BOOL {
    // SAFETY: the same promise.
    guard(|| unsafe { info(lpszURL, ppCertChain, pdwSecureFlags) })
}

/// The same as InternetGetSecurityInfoByURLA. Source: wininet.h, InternetGetSecurityInfoByURL.
///
/// # Safety
/// As InternetGetSecurityInfoByURLA.
#[no_mangle]
pub unsafe extern "C" fn InternetGetSecurityInfoByURL(
    lpszURL: LPSTR,
    ppCertChain: *mut PCCERT_CHAIN_CONTEXT,
    pdwSecureFlags: LPDWORD,
) -> BOOL {
    // SAFETY: the same promise.
    unsafe { InternetGetSecurityInfoByURLA(lpszURL, ppCertChain, pdwSecureFlags) }
}

unsafe fn info<U: CodeUnit>(
    url: *const U,
    chain: *mut PCCERT_CHAIN_CONTEXT,
    flags: LPDWORD,
) -> Result<()> {
    if chain.is_null() || flags.is_null() {
        return Err(INVALID_PARAMETER);
    }
    // SAFETY: the caller's promise.
    let url = unsafe { string(url) }?.ok_or(INVALID_PARAMETER)?;
    let (certificates, seen) = seen_at(&url)?;
    let made = certificate_chain(&certificates).ok_or(Error(ERROR_INTERNET_SEC_INVALID_CERT))?;
    // SAFETY: the caller's promise, and neither is NULL.
    unsafe {
        write(chain, made)?;
        write(flags, seen)
    }
}
