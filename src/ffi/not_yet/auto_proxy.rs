//! Configuration scripts of proxies.

use super::refuse;
use crate::abi::*;

/// Would look for a configuration script by DHCP and DNS.
/// Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, DetectAutoProxyUrl.
#[no_mangle]
pub extern "C" fn DetectAutoProxyUrl(
    pszAutoProxyUrl: LPSTR,
    cchAutoProxyUrl: DWORD,
    dwDetectFlags: DWORD,
) -> BOOL {
    refuse(|| FALSE)
}

/// Would ask a configuration script for a proxy.
/// Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, InternetGetProxyInfo.
#[no_mangle]
pub extern "C" fn InternetGetProxyInfo(
    lpszUrl: LPCSTR,
    dwUrlLength: DWORD,
    lpszUrlHostName: LPSTR,
    dwUrlHostNameLength: DWORD,
    lplpszProxyHostName: *mut LPSTR,
    lpdwProxyHostNameLength: LPDWORD,
) -> BOOL {
    refuse(|| FALSE)
}

/// Would unload the configuration script.
/// Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, InternetDeInitializeAutoProxyDll.
#[no_mangle]
pub extern "C" fn InternetDeInitializeAutoProxyDll(lpszMime: LPSTR, dwReserved: DWORD) -> BOOL {
    refuse(|| FALSE)
}
