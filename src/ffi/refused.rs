//! A function that this library has and does not carry out.

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
    guard(|| -> Result<()> {
        match dwReserved {
            0 => Err(Error(ERROR_CALL_NOT_IMPLEMENTED)),
            _ => Err(INVALID_PARAMETER),
        }
    })
}
