//! FTP: how files are transferred. FTP itself is not there yet.

use super::types::DWORD;

// Flags of the FTP functions. INTERNET_FLAG_TRANSFER_ASCII and _BINARY are the same.
pub const FTP_TRANSFER_TYPE_UNKNOWN: DWORD = 0x0000_0000;
pub const FTP_TRANSFER_TYPE_ASCII: DWORD = 0x0000_0001;
pub const FTP_TRANSFER_TYPE_BINARY: DWORD = 0x0000_0002;
pub const FTP_TRANSFER_TYPE_MASK: DWORD = 0x0000_0003;
