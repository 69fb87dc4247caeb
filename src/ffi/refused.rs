//! Functions that this library has and does not carry out.

use super::guard::guard;
use super::inward::INVALID_PARAMETER;
use crate::abi::*;
use crate::wininet::{Error, Result};

/// Refused: there is no registry to read proxy settings from, and no configuration script is run.
///
/// Parameters:
/// - dwReserved: 0.
///
/// Returns FALSE. Last errors: ERROR_CALL_NOT_IMPLEMENTED, ERROR_INVALID_PARAMETER. Statuses: none.
/// Threads: any.
/// Source: wininet.h, InternetInitializeAutoProxyDll.
#[no_mangle]
pub extern "C" fn InternetInitializeAutoProxyDll(dwReserved: DWORD) -> BOOL {
    guard(|| refuse(dwReserved == 0))
}

/// Refused: certificates are not kept beyond their connection, so there is nothing to be told of a
/// URL.
///
/// Parameters:
/// - lpszURL: the URL.
/// - ppCertChain: would take the certificates; it is not touched.
/// - pdwSecureFlags: would take SECURITY_FLAG_ values; it is not touched.
///
/// Returns FALSE. Last errors: ERROR_CALL_NOT_IMPLEMENTED, ERROR_INVALID_PARAMETER for NULL.
/// Statuses: none. Threads: any.
/// Source: wininet.h, InternetGetSecurityInfoByURLA.
///
/// # Safety
/// Safe with any value.
#[no_mangle]
pub unsafe extern "C" fn InternetGetSecurityInfoByURLA(
    lpszURL: LPSTR,
    ppCertChain: *mut PCCERT_CHAIN_CONTEXT,
    pdwSecureFlags: LPDWORD,
) -> BOOL {
    guard(|| refuse(!(lpszURL.is_null() || ppCertChain.is_null() || pdwSecureFlags.is_null())))
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
    guard(|| refuse(!(lpszURL.is_null() || ppCertChain.is_null() || pdwSecureFlags.is_null())))
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

fn refuse(arguments_are_sound: bool) -> Result<()> {
    match arguments_are_sound {
        true => Err(Error(ERROR_CALL_NOT_IMPLEMENTED)),
        false => Err(INVALID_PARAMETER),
    }
}
