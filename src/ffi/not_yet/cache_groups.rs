//! Groups of the URL cache.

use super::{refuse, NOTHING};
use crate::abi::*;

/// Would make a group.
/// Not there yet: 0, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, CreateUrlCacheGroup.
#[no_mangle]
pub extern "C" fn CreateUrlCacheGroup(dwFlags: DWORD, lpReserved: LPVOID) -> GROUPID {
    refuse(|| 0)
}

/// Would delete a group.
/// Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, DeleteUrlCacheGroup.
#[no_mangle]
pub extern "C" fn DeleteUrlCacheGroup(
    GroupId: GROUPID,
    dwFlags: DWORD,
    lpReserved: LPVOID,
) -> BOOL {
    refuse(|| FALSE)
}

/// Would begin to list the groups.
/// Not there yet: NULL, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, FindFirstUrlCacheGroup.
#[no_mangle]
pub extern "C" fn FindFirstUrlCacheGroup(
    dwFlags: DWORD,
    dwFilter: DWORD,
    lpSearchCondition: LPVOID,
    dwSearchCondition: DWORD,
    lpGroupId: *mut GROUPID,
    lpReserved: LPVOID,
) -> HANDLE {
    refuse(|| NOTHING)
}

/// Would go on with the list of FindFirstUrlCacheGroup.
/// Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, FindNextUrlCacheGroup.
#[no_mangle]
pub extern "C" fn FindNextUrlCacheGroup(
    hFind: HANDLE,
    lpGroupId: *mut GROUPID,
    lpReserved: LPVOID,
) -> BOOL {
    refuse(|| FALSE)
}

/// Would tell about a group.
/// Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, GetUrlCacheGroupAttributeA.
#[no_mangle]
pub extern "C" fn GetUrlCacheGroupAttributeA(
    gid: GROUPID,
    dwFlags: DWORD,
    dwAttributes: DWORD,
    lpGroupInfo: LPINTERNET_CACHE_GROUP_INFOA,
    lpcbGroupInfo: LPDWORD,
    lpReserved: LPVOID,
) -> BOOL {
    refuse(|| FALSE)
}

/// The W form of GetUrlCacheGroupAttributeA. Source: wininet.h, GetUrlCacheGroupAttributeW.
#[no_mangle]
pub extern "C" fn GetUrlCacheGroupAttributeW(
    gid: GROUPID,
    dwFlags: DWORD,
    dwAttributes: DWORD,
    lpGroupInfo: LPINTERNET_CACHE_GROUP_INFOW,
    lpcbGroupInfo: LPDWORD,
    lpReserved: LPVOID,
) -> BOOL {
    refuse(|| FALSE)
}

/// Would change what the cache knows of a group.
/// Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, SetUrlCacheGroupAttributeA.
#[no_mangle]
pub extern "C" fn SetUrlCacheGroupAttributeA(
    gid: GROUPID,
    dwFlags: DWORD,
    dwAttributes: DWORD,
    lpGroupInfo: LPINTERNET_CACHE_GROUP_INFOA,
    lpReserved: LPVOID,
) -> BOOL {
    refuse(|| FALSE)
}

/// The W form of SetUrlCacheGroupAttributeA. Source: wininet.h, SetUrlCacheGroupAttributeW.
#[no_mangle]
pub extern "C" fn SetUrlCacheGroupAttributeW(
    gid: GROUPID,
    dwFlags: DWORD,
    dwAttributes: DWORD,
    lpGroupInfo: LPINTERNET_CACHE_GROUP_INFOW,
    lpReserved: LPVOID,
) -> BOOL {
    refuse(|| FALSE)
}

/// Would put an entry into a group, or take it out.
/// Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, SetUrlCacheEntryGroupA.
#[no_mangle]
pub extern "C" fn SetUrlCacheEntryGroupA(
    lpszUrlName: LPCSTR,
    dwFlags: DWORD,
    GroupId: GROUPID,
    pbGroupAttributes: LPBYTE,
    cbGroupAttributes: DWORD,
    lpReserved: LPVOID,
) -> BOOL {
    refuse(|| FALSE)
}

/// The W form of SetUrlCacheEntryGroupA. Source: wininet.h, SetUrlCacheEntryGroupW.
#[no_mangle]
pub extern "C" fn SetUrlCacheEntryGroupW(
    lpszUrlName: LPCWSTR,
    dwFlags: DWORD,
    GroupId: GROUPID,
    pbGroupAttributes: LPBYTE,
    cbGroupAttributes: DWORD,
    lpReserved: LPVOID,
) -> BOOL {
    refuse(|| FALSE)
}

/// The same as SetUrlCacheEntryGroupA. Source: wininet.h, SetUrlCacheEntryGroup.
#[no_mangle]
pub extern "C" fn SetUrlCacheEntryGroup(
    lpszUrlName: LPCSTR,
    dwFlags: DWORD,
    GroupId: GROUPID,
    pbGroupAttributes: LPBYTE,
    cbGroupAttributes: DWORD,
    lpReserved: LPVOID,
) -> BOOL {
    refuse(|| FALSE)
}
