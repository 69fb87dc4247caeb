//! The base types that `windows.h` gives to a C program, as include/posix/windef.h defines them.

use std::ffi::{c_char, c_void};

pub type BOOL = i32;
pub type INT = i32;
pub type UINT = u32;
pub type LONG = i32;
pub type ULONG = u32;
pub type WORD = u16;
pub type DWORD = u32;
pub type BYTE = u8;
pub type LONGLONG = i64;
pub type ULONGLONG = u64;
pub type DWORD_PTR = usize;

pub type CHAR = c_char;
/// The platform's `wchar_t`: 32 bit on Linux, 16 on Windows.
pub type WCHAR = libc::wchar_t;

pub type PVOID = *mut c_void;
pub type LPVOID = *mut c_void;
pub type LPCVOID = *const c_void;
pub type LPSTR = *mut CHAR;
pub type LPCSTR = *const CHAR;
pub type LPWSTR = *mut WCHAR;
pub type LPCWSTR = *const WCHAR;
/// A string of the program's flavour: char or wchar_t.
pub type LPCTSTR = *const c_void;
pub type LPBOOL = *mut BOOL;
pub type PLONG = *mut LONG;
pub type LPDWORD = *mut DWORD;
pub type LPBYTE = *mut BYTE;
pub type HANDLE = *mut c_void;
pub type HWND = *mut c_void;

/// A chain of certificates, of which only the pointer is known here.
pub type PCCERT_CHAIN_CONTEXT = *const c_void;

// How InternetSetFilePointer moves, and what it returns when it fails.
pub const FILE_BEGIN: DWORD = 0;
pub const FILE_CURRENT: DWORD = 1;
pub const FILE_END: DWORD = 2;
pub const INVALID_SET_FILE_POINTER: DWORD = 0xFFFF_FFFF;
/// What FtpGetFileSize returns when it fails.
pub const INVALID_FILE_SIZE: DWORD = 0xFFFF_FFFF;

pub const FALSE: BOOL = 0;
pub const TRUE: BOOL = 1;

#[repr(C)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FILETIME {
    pub dwLowDateTime: DWORD,
    pub dwHighDateTime: DWORD,
}

#[repr(C)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SYSTEMTIME {
    pub wYear: WORD,
    pub wMonth: WORD,
    pub wDayOfWeek: WORD,
    pub wDay: WORD,
    pub wHour: WORD,
    pub wMinute: WORD,
    pub wSecond: WORD,
    pub wMilliseconds: WORD,
}

/// What FtpFindFirstFileA and InternetFindNextFileA find.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct WIN32_FIND_DATAA {
    pub dwFileAttributes: DWORD,
    pub ftCreationTime: FILETIME,
    pub ftLastAccessTime: FILETIME,
    pub ftLastWriteTime: FILETIME,
    pub nFileSizeHigh: DWORD,
    pub nFileSizeLow: DWORD,
    pub dwReserved0: DWORD,
    pub dwReserved1: DWORD,
    pub cFileName: [CHAR; 260],
    pub cAlternateFileName: [CHAR; 14],
}
pub type LPWIN32_FIND_DATAA = *mut WIN32_FIND_DATAA;

/// The wide form of WIN32_FIND_DATAA.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct WIN32_FIND_DATAW {
    pub dwFileAttributes: DWORD,
    pub ftCreationTime: FILETIME,
    pub ftLastAccessTime: FILETIME,
    pub ftLastWriteTime: FILETIME,
    pub nFileSizeHigh: DWORD,
    pub nFileSizeLow: DWORD,
    pub dwReserved0: DWORD,
    pub dwReserved1: DWORD,
    pub cFileName: [WCHAR; 260],
    pub cAlternateFileName: [WCHAR; 14],
}
pub type LPWIN32_FIND_DATAW = *mut WIN32_FIND_DATAW;
