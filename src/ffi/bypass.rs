//! IsHostInProxyBypassList.

use super::guard::guard;
use super::inward::{counted, INVALID_PARAMETER};
use crate::abi::*;
use crate::wininet::proxy::is_bypassed;

/// Says whether a host is one of those that are reached without a proxy.
///
/// Parameters:
/// - tScheme: an INTERNET_SCHEME_ value; entries such as `https://example.com` hold for one scheme.
/// - lpszHost: the host, without a port. Entries with a port are about other servers.
/// - cchHost: its length in characters, or (DWORD)-1 if it ends with a NUL.
///
/// Looks at the settings of the process: those that INTERNET_OPTION_PROXY has set on NULL, or else the
/// environment's. Without any of them it is this machine alone.
///
/// Returns TRUE, or FALSE with 0 as the last error. Last errors: ERROR_INVALID_PARAMETER for NULL, "" and
/// what is not UTF-8. Statuses: none. Threads: any.
/// Source: wininet.dll, IsHostInProxyBypassList, which Microsoft's header does not declare.
///
/// # Safety
/// lpszHost is NULL or points to what cchHost says.
#[no_mangle]
pub unsafe extern "C" fn IsHostInProxyBypassList(
    tScheme: INTERNET_SCHEME,
    lpszHost: LPCSTR,
    cchHost: DWORD,
) -> BOOL {
    guard(|| {
        // SAFETY: the same promise.
        let host = unsafe { counted(lpszHost.cast::<u8>(), cchHost) }?;
        let host = std::str::from_utf8(&host).map_err(|_| INVALID_PARAMETER)?;
        match host {
            "" => Err(INVALID_PARAMETER),
            host => Ok(is_bypassed(tScheme, host)),
        }
    })
}
