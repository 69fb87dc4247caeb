//! FTP.

use super::{refuse, NOTHING};
use crate::abi::*;

/// Would begin to list a directory of an FTP server.
/// Not there yet: NULL, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, FtpFindFirstFileA.
#[no_mangle]
pub extern "C" fn FtpFindFirstFileA(
    hConnect: HINTERNET,
    lpszSearchFile: LPCSTR,
    lpFindFileData: LPWIN32_FIND_DATAA,
    dwFlags: DWORD,
    dwContext: DWORD_PTR,
) -> HINTERNET {
    refuse(|| NOTHING)
}

/// The W form of FtpFindFirstFileA. Source: wininet.h, FtpFindFirstFileW.
#[no_mangle]
pub extern "C" fn FtpFindFirstFileW(
    hConnect: HINTERNET,
    lpszSearchFile: LPCWSTR,
    lpFindFileData: LPWIN32_FIND_DATAW,
    dwFlags: DWORD,
    dwContext: DWORD_PTR,
) -> HINTERNET {
    refuse(|| NOTHING)
}

/// Would go on with a listing of FtpFindFirstFile or GopherFindFirstFile.
/// Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, InternetFindNextFileA.
#[no_mangle]
pub extern "C" fn InternetFindNextFileA(hFind: HINTERNET, lpvFindData: LPVOID) -> BOOL {
    refuse(|| FALSE)
}

/// The W form of InternetFindNextFileA. Source: wininet.h, InternetFindNextFileW.
#[no_mangle]
pub extern "C" fn InternetFindNextFileW(hFind: HINTERNET, lpvFindData: LPVOID) -> BOOL {
    refuse(|| FALSE)
}

/// Would copy a file from an FTP server.
/// Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, FtpGetFileA.
#[no_mangle]
pub extern "C" fn FtpGetFileA(
    hConnect: HINTERNET,
    lpszRemoteFile: LPCSTR,
    lpszNewFile: LPCSTR,
    fFailIfExists: BOOL,
    dwFlagsAndAttributes: DWORD,
    dwFlags: DWORD,
    dwContext: DWORD_PTR,
) -> BOOL {
    refuse(|| FALSE)
}

/// The W form of FtpGetFileA. Source: wininet.h, FtpGetFileW.
#[no_mangle]
pub extern "C" fn FtpGetFileW(
    hConnect: HINTERNET,
    lpszRemoteFile: LPCWSTR,
    lpszNewFile: LPCWSTR,
    fFailIfExists: BOOL,
    dwFlagsAndAttributes: DWORD,
    dwFlags: DWORD,
    dwContext: DWORD_PTR,
) -> BOOL {
    refuse(|| FALSE)
}

/// Would copy a file from an FTP server to a file with a wide name.
/// Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, FtpGetFileEx.
#[no_mangle]
pub extern "C" fn FtpGetFileEx(
    hFtpSession: HINTERNET,
    lpszRemoteFile: LPCSTR,
    lpszNewFile: LPCWSTR,
    fFailIfExists: BOOL,
    dwFlagsAndAttributes: DWORD,
    dwFlags: DWORD,
    dwContext: DWORD_PTR,
) -> BOOL {
    refuse(|| FALSE)
}

/// Would copy a file to an FTP server.
/// Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, FtpPutFileA.
#[no_mangle]
pub extern "C" fn FtpPutFileA(
    hConnect: HINTERNET,
    lpszLocalFile: LPCSTR,
    lpszNewRemoteFile: LPCSTR,
    dwFlags: DWORD,
    dwContext: DWORD_PTR,
) -> BOOL {
    refuse(|| FALSE)
}

/// The W form of FtpPutFileA. Source: wininet.h, FtpPutFileW.
#[no_mangle]
pub extern "C" fn FtpPutFileW(
    hConnect: HINTERNET,
    lpszLocalFile: LPCWSTR,
    lpszNewRemoteFile: LPCWSTR,
    dwFlags: DWORD,
    dwContext: DWORD_PTR,
) -> BOOL {
    refuse(|| FALSE)
}

/// Would copy a file with a wide name to an FTP server.
/// Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, FtpPutFileEx.
#[no_mangle]
pub extern "C" fn FtpPutFileEx(
    hFtpSession: HINTERNET,
    lpszLocalFile: LPCWSTR,
    lpszNewRemoteFile: LPCSTR,
    dwFlags: DWORD,
    dwContext: DWORD_PTR,
) -> BOOL {
    refuse(|| FALSE)
}

/// Would open a file on an FTP server to read or write it.
/// Not there yet: NULL, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, FtpOpenFileA.
#[no_mangle]
pub extern "C" fn FtpOpenFileA(
    hConnect: HINTERNET,
    lpszFileName: LPCSTR,
    dwAccess: DWORD,
    dwFlags: DWORD,
    dwContext: DWORD_PTR,
) -> HINTERNET {
    refuse(|| NOTHING)
}

/// The W form of FtpOpenFileA. Source: wininet.h, FtpOpenFileW.
#[no_mangle]
pub extern "C" fn FtpOpenFileW(
    hConnect: HINTERNET,
    lpszFileName: LPCWSTR,
    dwAccess: DWORD,
    dwFlags: DWORD,
    dwContext: DWORD_PTR,
) -> HINTERNET {
    refuse(|| NOTHING)
}

/// Would tell the size of a file of FtpOpenFile.
/// Not there yet: INVALID_FILE_SIZE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, FtpGetFileSize.
#[no_mangle]
pub extern "C" fn FtpGetFileSize(hFile: HINTERNET, lpdwFileSizeHigh: LPDWORD) -> DWORD {
    refuse(|| INVALID_FILE_SIZE)
}

/// Would delete a file on an FTP server.
/// Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, FtpDeleteFileA.
#[no_mangle]
pub extern "C" fn FtpDeleteFileA(hConnect: HINTERNET, lpszFileName: LPCSTR) -> BOOL {
    refuse(|| FALSE)
}

/// The W form of FtpDeleteFileA. Source: wininet.h, FtpDeleteFileW.
#[no_mangle]
pub extern "C" fn FtpDeleteFileW(hConnect: HINTERNET, lpszFileName: LPCWSTR) -> BOOL {
    refuse(|| FALSE)
}

/// Would rename a file on an FTP server.
/// Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, FtpRenameFileA.
#[no_mangle]
pub extern "C" fn FtpRenameFileA(
    hConnect: HINTERNET,
    lpszExisting: LPCSTR,
    lpszNew: LPCSTR,
) -> BOOL {
    refuse(|| FALSE)
}

/// The W form of FtpRenameFileA. Source: wininet.h, FtpRenameFileW.
#[no_mangle]
pub extern "C" fn FtpRenameFileW(
    hConnect: HINTERNET,
    lpszExisting: LPCWSTR,
    lpszNew: LPCWSTR,
) -> BOOL {
    refuse(|| FALSE)
}

/// Would make a directory on an FTP server.
/// Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, FtpCreateDirectoryA.
#[no_mangle]
pub extern "C" fn FtpCreateDirectoryA(hConnect: HINTERNET, lpszDirectory: LPCSTR) -> BOOL {
    refuse(|| FALSE)
}

/// The W form of FtpCreateDirectoryA. Source: wininet.h, FtpCreateDirectoryW.
#[no_mangle]
pub extern "C" fn FtpCreateDirectoryW(hConnect: HINTERNET, lpszDirectory: LPCWSTR) -> BOOL {
    refuse(|| FALSE)
}

/// Would remove a directory on an FTP server.
/// Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, FtpRemoveDirectoryA.
#[no_mangle]
pub extern "C" fn FtpRemoveDirectoryA(hConnect: HINTERNET, lpszDirectory: LPCSTR) -> BOOL {
    refuse(|| FALSE)
}

/// The W form of FtpRemoveDirectoryA. Source: wininet.h, FtpRemoveDirectoryW.
#[no_mangle]
pub extern "C" fn FtpRemoveDirectoryW(hConnect: HINTERNET, lpszDirectory: LPCWSTR) -> BOOL {
    refuse(|| FALSE)
}

/// Would change the directory on an FTP server.
/// Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, FtpSetCurrentDirectoryA.
#[no_mangle]
pub extern "C" fn FtpSetCurrentDirectoryA(hConnect: HINTERNET, lpszDirectory: LPCSTR) -> BOOL {
    refuse(|| FALSE)
}

/// The W form of FtpSetCurrentDirectoryA. Source: wininet.h, FtpSetCurrentDirectoryW.
#[no_mangle]
pub extern "C" fn FtpSetCurrentDirectoryW(hConnect: HINTERNET, lpszDirectory: LPCWSTR) -> BOOL {
    refuse(|| FALSE)
}

/// Would tell the directory on an FTP server.
/// Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, FtpGetCurrentDirectoryA.
#[no_mangle]
pub extern "C" fn FtpGetCurrentDirectoryA(
    hConnect: HINTERNET,
    lpszCurrentDirectory: LPSTR,
    lpdwCurrentDirectory: LPDWORD,
) -> BOOL {
    refuse(|| FALSE)
}

/// The W form of FtpGetCurrentDirectoryA. Source: wininet.h, FtpGetCurrentDirectoryW.
#[no_mangle]
pub extern "C" fn FtpGetCurrentDirectoryW(
    hConnect: HINTERNET,
    lpszCurrentDirectory: LPWSTR,
    lpdwCurrentDirectory: LPDWORD,
) -> BOOL {
    refuse(|| FALSE)
}

/// Would send a command to an FTP server.
/// Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, FtpCommandA.
#[no_mangle]
pub extern "C" fn FtpCommandA(
    hConnect: HINTERNET,
    fExpectResponse: BOOL,
    dwFlags: DWORD,
    lpszCommand: LPCSTR,
    dwContext: DWORD_PTR,
    phFtpCommand: LPHINTERNET,
) -> BOOL {
    refuse(|| FALSE)
}

/// The W form of FtpCommandA. Source: wininet.h, FtpCommandW.
#[no_mangle]
pub extern "C" fn FtpCommandW(
    hConnect: HINTERNET,
    fExpectResponse: BOOL,
    dwFlags: DWORD,
    lpszCommand: LPCWSTR,
    dwContext: DWORD_PTR,
    phFtpCommand: LPHINTERNET,
) -> BOOL {
    refuse(|| FALSE)
}
