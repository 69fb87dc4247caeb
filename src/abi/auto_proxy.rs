//! Configuration scripts of proxies, which are not run yet.

use super::types::{BOOL, DWORD, LPCSTR, LPDWORD, LPSTR};

// DetectAutoProxyUrl.
pub const PROXY_AUTO_DETECT_TYPE_DHCP: DWORD = 1;
pub const PROXY_AUTO_DETECT_TYPE_DNS_A: DWORD = 2;

/// What a script may call. Those whose names end in Ex know IPv6.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct AutoProxyHelperVtbl {
    pub IsResolvable: Option<unsafe extern "C" fn(lpszHost: LPSTR) -> BOOL>,
    pub GetIPAddress:
        Option<unsafe extern "C" fn(lpszIPAddress: LPSTR, lpdwIPAddressSize: LPDWORD) -> DWORD>,
    pub ResolveHostName: Option<
        unsafe extern "C" fn(
            lpszHostName: LPSTR,
            lpszIPAddress: LPSTR,
            lpdwIPAddressSize: LPDWORD,
        ) -> DWORD,
    >,
    pub IsInNet: Option<
        unsafe extern "C" fn(lpszIPAddress: LPSTR, lpszDest: LPSTR, lpszMask: LPSTR) -> BOOL,
    >,
    pub IsResolvableEx: Option<unsafe extern "C" fn(lpszHost: LPSTR) -> BOOL>,
    pub GetIPAddressEx:
        Option<unsafe extern "C" fn(lpszIPAddress: LPSTR, lpdwIPAddressSize: LPDWORD) -> DWORD>,
    pub ResolveHostNameEx: Option<
        unsafe extern "C" fn(
            lpszHostName: LPSTR,
            lpszIPAddress: LPSTR,
            lpdwIPAddressSize: LPDWORD,
        ) -> DWORD,
    >,
    pub IsInNetEx: Option<unsafe extern "C" fn(lpszIPAddress: LPSTR, lpszIPPrefix: LPSTR) -> BOOL>,
    pub SortIpList: Option<
        unsafe extern "C" fn(
            lpszIPAddressList: LPSTR,
            lpszIPSortedList: LPSTR,
            lpdwIPSortedListSize: LPDWORD,
        ) -> DWORD,
    >,
}

/// An object of C++ with these functions.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct AutoProxyHelperFunctions {
    pub lpVtbl: *const AutoProxyHelperVtbl,
}

/// A script.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct AUTO_PROXY_SCRIPT_BUFFER {
    /// The size of this struct.
    pub dwStructSize: DWORD,
    pub lpszScriptBuffer: LPSTR,
    pub dwScriptBufferSize: DWORD,
}
pub type LPAUTO_PROXY_SCRIPT_BUFFER = *mut AUTO_PROXY_SCRIPT_BUFFER;

/// How a library for scripts is started: InternetInitializeAutoProxyDll of jsproxy.dll.
pub type pfnInternetInitializeAutoProxyDll = Option<
    unsafe extern "C" fn(
        dwVersion: DWORD,
        lpszDownloadedTempFile: LPSTR,
        lpszMime: LPSTR,
        lpAutoProxyCallbacks: *mut AutoProxyHelperFunctions,
        lpAutoProxyScriptBuffer: LPAUTO_PROXY_SCRIPT_BUFFER,
    ) -> BOOL,
>;

/// How it is ended.
pub type pfnInternetDeInitializeAutoProxyDll =
    Option<unsafe extern "C" fn(lpszMime: LPSTR, dwReserved: DWORD) -> BOOL>;

/// How it is asked for the proxies of a URL.
pub type pfnInternetGetProxyInfo = Option<
    unsafe extern "C" fn(
        lpszUrl: LPCSTR,
        dwUrlLength: DWORD,
        lpszUrlHostName: LPSTR,
        dwUrlHostNameLength: DWORD,
        lplpszProxyHostName: *mut LPSTR,
        lpdwProxyHostNameLength: LPDWORD,
    ) -> BOOL,
>;
