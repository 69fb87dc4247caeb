//! Entries of the URL cache.

use super::{refuse, NOTHING};
use crate::abi::*;

/// Would make a file for a new entry of the cache.
/// Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, CreateUrlCacheEntryA.
#[no_mangle]
pub extern "C" fn CreateUrlCacheEntryA(
    lpszUrlName: LPCSTR,
    dwExpectedFileSize: DWORD,
    lpszFileExtension: LPCSTR,
    lpszFileName: LPSTR,
    dwReserved: DWORD,
) -> BOOL {
    refuse(|| FALSE)
}

/// The W form of CreateUrlCacheEntryA. Source: wininet.h, CreateUrlCacheEntryW.
#[no_mangle]
pub extern "C" fn CreateUrlCacheEntryW(
    lpszUrlName: LPCWSTR,
    dwExpectedFileSize: DWORD,
    lpszFileExtension: LPCWSTR,
    lpszFileName: LPWSTR,
    dwReserved: DWORD,
) -> BOOL {
    refuse(|| FALSE)
}

/// Would put the file of CreateUrlCacheEntry into the cache.
/// Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, CommitUrlCacheEntryA.
#[no_mangle]
pub extern "C" fn CommitUrlCacheEntryA(
    lpszUrlName: LPCSTR,
    lpszLocalFileName: LPCSTR,
    ExpireTime: FILETIME,
    LastModifiedTime: FILETIME,
    CacheEntryType: DWORD,
    lpHeaderInfo: LPBYTE,
    cchHeaderInfo: DWORD,
    lpszFileExtension: LPCSTR,
    lpszOriginalUrl: LPCSTR,
) -> BOOL {
    refuse(|| FALSE)
}

/// The W form of CommitUrlCacheEntryA. Source: wininet.h, CommitUrlCacheEntryW.
#[no_mangle]
pub extern "C" fn CommitUrlCacheEntryW(
    lpszUrlName: LPCWSTR,
    lpszLocalFileName: LPCWSTR,
    ExpireTime: FILETIME,
    LastModifiedTime: FILETIME,
    CacheEntryType: DWORD,
    lpszHeaderInfo: LPWSTR,
    cchHeaderInfo: DWORD,
    lpszFileExtension: LPCWSTR,
    lpszOriginalUrl: LPCWSTR,
) -> BOOL {
    refuse(|| FALSE)
}

/// Would lock the file of an entry and tell about it.
/// Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, RetrieveUrlCacheEntryFileA.
#[no_mangle]
pub extern "C" fn RetrieveUrlCacheEntryFileA(
    lpszUrlName: LPCSTR,
    lpCacheEntryInfo: LPINTERNET_CACHE_ENTRY_INFOA,
    lpcbCacheEntryInfo: LPDWORD,
    dwReserved: DWORD,
) -> BOOL {
    refuse(|| FALSE)
}

/// The W form of RetrieveUrlCacheEntryFileA. Source: wininet.h, RetrieveUrlCacheEntryFileW.
#[no_mangle]
pub extern "C" fn RetrieveUrlCacheEntryFileW(
    lpszUrlName: LPCWSTR,
    lpCacheEntryInfo: LPINTERNET_CACHE_ENTRY_INFOW,
    lpcbCacheEntryInfo: LPDWORD,
    dwReserved: DWORD,
) -> BOOL {
    refuse(|| FALSE)
}

/// Would unlock what RetrieveUrlCacheEntryFile has locked.
/// Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, UnlockUrlCacheEntryFileA.
#[no_mangle]
pub extern "C" fn UnlockUrlCacheEntryFileA(lpszUrlName: LPCSTR, dwReserved: DWORD) -> BOOL {
    refuse(|| FALSE)
}

/// The W form of UnlockUrlCacheEntryFileA. Source: wininet.h, UnlockUrlCacheEntryFileW.
#[no_mangle]
pub extern "C" fn UnlockUrlCacheEntryFileW(lpszUrlName: LPCWSTR, dwReserved: DWORD) -> BOOL {
    refuse(|| FALSE)
}

/// The same as UnlockUrlCacheEntryFileA. Source: wininet.h, UnlockUrlCacheEntryFile.
#[no_mangle]
pub extern "C" fn UnlockUrlCacheEntryFile(lpszUrlName: LPCSTR, dwReserved: DWORD) -> BOOL {
    refuse(|| FALSE)
}

/// Would open an entry to be read in pieces.
/// Not there yet: NULL, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, RetrieveUrlCacheEntryStreamA.
#[no_mangle]
pub extern "C" fn RetrieveUrlCacheEntryStreamA(
    lpszUrlName: LPCSTR,
    lpCacheEntryInfo: LPINTERNET_CACHE_ENTRY_INFOA,
    lpcbCacheEntryInfo: LPDWORD,
    fRandomRead: BOOL,
    dwReserved: DWORD,
) -> HANDLE {
    refuse(|| NOTHING)
}

/// The W form of RetrieveUrlCacheEntryStreamA. Source: wininet.h, RetrieveUrlCacheEntryStreamW.
#[no_mangle]
pub extern "C" fn RetrieveUrlCacheEntryStreamW(
    lpszUrlName: LPCWSTR,
    lpCacheEntryInfo: LPINTERNET_CACHE_ENTRY_INFOW,
    lpcbCacheEntryInfo: LPDWORD,
    fRandomRead: BOOL,
    dwReserved: DWORD,
) -> HANDLE {
    refuse(|| NOTHING)
}

/// Would read a piece of an entry.
/// Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, ReadUrlCacheEntryStream.
#[no_mangle]
pub extern "C" fn ReadUrlCacheEntryStream(
    hUrlCacheStream: HANDLE,
    dwLocation: DWORD,
    lpBuffer: LPVOID,
    lpdwLen: LPDWORD,
    Reserved: DWORD,
) -> BOOL {
    refuse(|| FALSE)
}

/// Would close what RetrieveUrlCacheEntryStream has opened.
/// Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, UnlockUrlCacheEntryStream.
#[no_mangle]
pub extern "C" fn UnlockUrlCacheEntryStream(hUrlCacheStream: HANDLE, Reserved: DWORD) -> BOOL {
    refuse(|| FALSE)
}

/// Would tell about an entry.
/// Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, GetUrlCacheEntryInfoA.
#[no_mangle]
pub extern "C" fn GetUrlCacheEntryInfoA(
    lpszUrlName: LPCSTR,
    lpCacheEntryInfo: LPINTERNET_CACHE_ENTRY_INFOA,
    lpcbCacheEntryInfo: LPDWORD,
) -> BOOL {
    refuse(|| FALSE)
}

/// The W form of GetUrlCacheEntryInfoA. Source: wininet.h, GetUrlCacheEntryInfoW.
#[no_mangle]
pub extern "C" fn GetUrlCacheEntryInfoW(
    lpszUrlName: LPCWSTR,
    lpCacheEntryInfo: LPINTERNET_CACHE_ENTRY_INFOW,
    lpcbCacheEntryInfo: LPDWORD,
) -> BOOL {
    refuse(|| FALSE)
}

/// Would tell about an entry, redirects of the cache followed.
/// Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, GetUrlCacheEntryInfoExA.
#[no_mangle]
pub extern "C" fn GetUrlCacheEntryInfoExA(
    lpszUrl: LPCSTR,
    lpCacheEntryInfo: LPINTERNET_CACHE_ENTRY_INFOA,
    lpcbCacheEntryInfo: LPDWORD,
    lpszRedirectUrl: LPSTR,
    lpcbRedirectUrl: LPDWORD,
    lpReserved: LPVOID,
    dwFlags: DWORD,
) -> BOOL {
    refuse(|| FALSE)
}

/// The W form of GetUrlCacheEntryInfoExA. Source: wininet.h, GetUrlCacheEntryInfoExW.
#[no_mangle]
pub extern "C" fn GetUrlCacheEntryInfoExW(
    lpszUrl: LPCWSTR,
    lpCacheEntryInfo: LPINTERNET_CACHE_ENTRY_INFOW,
    lpcbCacheEntryInfo: LPDWORD,
    lpszRedirectUrl: LPWSTR,
    lpcbRedirectUrl: LPDWORD,
    lpReserved: LPVOID,
    dwFlags: DWORD,
) -> BOOL {
    refuse(|| FALSE)
}

/// Would change what the cache knows of an entry.
/// Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, SetUrlCacheEntryInfoA.
#[no_mangle]
pub extern "C" fn SetUrlCacheEntryInfoA(
    lpszUrlName: LPCSTR,
    lpCacheEntryInfo: LPINTERNET_CACHE_ENTRY_INFOA,
    dwFieldControl: DWORD,
) -> BOOL {
    refuse(|| FALSE)
}

/// The W form of SetUrlCacheEntryInfoA. Source: wininet.h, SetUrlCacheEntryInfoW.
#[no_mangle]
pub extern "C" fn SetUrlCacheEntryInfoW(
    lpszUrlName: LPCWSTR,
    lpCacheEntryInfo: LPINTERNET_CACHE_ENTRY_INFOW,
    dwFieldControl: DWORD,
) -> BOOL {
    refuse(|| FALSE)
}

/// Would begin to list the cache.
/// Not there yet: NULL, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, FindFirstUrlCacheEntryA.
#[no_mangle]
pub extern "C" fn FindFirstUrlCacheEntryA(
    lpszUrlSearchPattern: LPCSTR,
    lpFirstCacheEntryInfo: LPINTERNET_CACHE_ENTRY_INFOA,
    lpcbCacheEntryInfo: LPDWORD,
) -> HANDLE {
    refuse(|| NOTHING)
}

/// The W form of FindFirstUrlCacheEntryA. Source: wininet.h, FindFirstUrlCacheEntryW.
#[no_mangle]
pub extern "C" fn FindFirstUrlCacheEntryW(
    lpszUrlSearchPattern: LPCWSTR,
    lpFirstCacheEntryInfo: LPINTERNET_CACHE_ENTRY_INFOW,
    lpcbCacheEntryInfo: LPDWORD,
) -> HANDLE {
    refuse(|| NOTHING)
}

/// Would go on with the list of FindFirstUrlCacheEntry.
/// Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, FindNextUrlCacheEntryA.
#[no_mangle]
pub extern "C" fn FindNextUrlCacheEntryA(
    hEnumHandle: HANDLE,
    lpNextCacheEntryInfo: LPINTERNET_CACHE_ENTRY_INFOA,
    lpcbCacheEntryInfo: LPDWORD,
) -> BOOL {
    refuse(|| FALSE)
}

/// The W form of FindNextUrlCacheEntryA. Source: wininet.h, FindNextUrlCacheEntryW.
#[no_mangle]
pub extern "C" fn FindNextUrlCacheEntryW(
    hEnumHandle: HANDLE,
    lpNextCacheEntryInfo: LPINTERNET_CACHE_ENTRY_INFOW,
    lpcbCacheEntryInfo: LPDWORD,
) -> BOOL {
    refuse(|| FALSE)
}

/// Would begin to list the entries of the cache that fit.
/// Not there yet: NULL, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, FindFirstUrlCacheEntryExA.
#[no_mangle]
pub extern "C" fn FindFirstUrlCacheEntryExA(
    lpszUrlSearchPattern: LPCSTR,
    dwFlags: DWORD,
    dwFilter: DWORD,
    GroupId: GROUPID,
    lpFirstCacheEntryInfo: LPINTERNET_CACHE_ENTRY_INFOA,
    lpcbCacheEntryInfo: LPDWORD,
    lpGroupAttributes: LPVOID,
    lpcbGroupAttributes: LPDWORD,
    lpReserved: LPVOID,
) -> HANDLE {
    refuse(|| NOTHING)
}

/// The W form of FindFirstUrlCacheEntryExA. Source: wininet.h, FindFirstUrlCacheEntryExW.
#[no_mangle]
pub extern "C" fn FindFirstUrlCacheEntryExW(
    lpszUrlSearchPattern: LPCWSTR,
    dwFlags: DWORD,
    dwFilter: DWORD,
    GroupId: GROUPID,
    lpFirstCacheEntryInfo: LPINTERNET_CACHE_ENTRY_INFOW,
    lpcbCacheEntryInfo: LPDWORD,
    lpGroupAttributes: LPVOID,
    lpcbGroupAttributes: LPDWORD,
    lpReserved: LPVOID,
) -> HANDLE {
    refuse(|| NOTHING)
}

/// Would go on with the list of FindFirstUrlCacheEntryEx.
/// Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, FindNextUrlCacheEntryExA.
#[no_mangle]
pub extern "C" fn FindNextUrlCacheEntryExA(
    hEnumHandle: HANDLE,
    lpNextCacheEntryInfo: LPINTERNET_CACHE_ENTRY_INFOA,
    lpcbCacheEntryInfo: LPDWORD,
    lpGroupAttributes: LPVOID,
    lpcbGroupAttributes: LPDWORD,
    lpReserved: LPVOID,
) -> BOOL {
    refuse(|| FALSE)
}

/// The W form of FindNextUrlCacheEntryExA. Source: wininet.h, FindNextUrlCacheEntryExW.
#[no_mangle]
pub extern "C" fn FindNextUrlCacheEntryExW(
    hEnumHandle: HANDLE,
    lpNextCacheEntryInfo: LPINTERNET_CACHE_ENTRY_INFOW,
    lpcbCacheEntryInfo: LPDWORD,
    lpGroupAttributes: LPVOID,
    lpcbGroupAttributes: LPDWORD,
    lpReserved: LPVOID,
) -> BOOL {
    refuse(|| FALSE)
}

/// Would end a list of the cache.
/// Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, FindCloseUrlCache.
#[no_mangle]
pub extern "C" fn FindCloseUrlCache(hEnumHandle: HANDLE) -> BOOL {
    refuse(|| FALSE)
}

/// Would take an entry out of the cache.
/// Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, DeleteUrlCacheEntryA.
#[no_mangle]
pub extern "C" fn DeleteUrlCacheEntryA(lpszUrlName: LPCSTR) -> BOOL {
    refuse(|| FALSE)
}

/// The W form of DeleteUrlCacheEntryA. Source: wininet.h, DeleteUrlCacheEntryW.
#[no_mangle]
pub extern "C" fn DeleteUrlCacheEntryW(lpszUrlName: LPCWSTR) -> BOOL {
    refuse(|| FALSE)
}

/// The same as DeleteUrlCacheEntryA. Source: wininet.h, DeleteUrlCacheEntry.
#[no_mangle]
pub extern "C" fn DeleteUrlCacheEntry(lpszUrlName: LPCSTR) -> BOOL {
    refuse(|| FALSE)
}
