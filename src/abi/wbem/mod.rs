//! What C sees of COM and WMI: interfaces, VARIANT and its kin, numbers.
//!
//! build/com.rs makes include/wbemcli.h of numbers.rs and wbemcli.rs. The headers of COM itself
//! (objbase.h, oleauto.h) are written by hand and compared with these files by tests/wmi_headers.rs.

mod guid;
mod interface;
mod numbers;
mod objidl;
mod variant;
mod wbemcli;
mod winerror;

pub use guid::*;
pub use interface::*;
pub use numbers::*;
pub use objidl::*;
pub use variant::*;
pub use wbemcli::*;
pub use winerror::*;

pub use super::{
    BOOL, BYTE, DWORD, FALSE, FILETIME, LONG, LPCWSTR, LPVOID, TRUE, ULONG, WCHAR, WORD,
};

pub type HRESULT = i32;
pub type OLECHAR = WCHAR;
pub type LCID = DWORD;
/// A string with its length in bytes before it, in four bytes, and a NUL behind it.
pub type BSTR = *mut OLECHAR;
