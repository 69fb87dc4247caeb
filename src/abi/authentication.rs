//! Authentication: options of it, and dialogs.

use super::types::{DWORD, DWORD_PTR, LPVOID};

// INTERNET_OPTION_AUTH_FLAGS.
pub const AUTH_FLAG_RESET: DWORD = 0x0000_0000;
pub const AUTH_FLAG_DISABLE_NEGOTIATE: DWORD = 0x0000_0001;
pub const AUTH_FLAG_ENABLE_NEGOTIATE: DWORD = 0x0000_0002;
pub const AUTH_FLAG_DISABLE_BASIC_CLEARCHANNEL: DWORD = 0x0000_0004;
pub const AUTH_FLAG_DISABLE_SERVER_AUTH: DWORD = 0x0000_0008;

/// What InternetErrorDlg would call when the user has answered.
pub type PFN_AUTH_NOTIFY = Option<unsafe extern "C" fn(DWORD_PTR, DWORD, LPVOID) -> DWORD>;

/// What lppvData of InternetErrorDlg may give.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct INTERNET_AUTH_NOTIFY_DATA {
    /// The size of this struct.
    pub cbStruct: DWORD,
    /// 0.
    pub dwOptions: DWORD,
    pub pfnNotify: PFN_AUTH_NOTIFY,
    pub dwContext: DWORD_PTR,
}
