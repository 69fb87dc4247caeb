//! Times, and the connection of the machine.

use super::types::DWORD;

// InternetTimeFromSystemTime.
/// "Sun, 06 Nov 1994 08:49:37 GMT".
pub const INTERNET_RFC1123_FORMAT: DWORD = 0;
/// The size of such a text with its NUL, in characters.
pub const INTERNET_RFC1123_BUFSIZE: DWORD = 30;

// InternetGetConnectedState.
/// Over a modem.
pub const INTERNET_CONNECTION_MODEM: DWORD = 0x01;
/// Over a local network.
pub const INTERNET_CONNECTION_LAN: DWORD = 0x02;
/// Through a proxy.
pub const INTERNET_CONNECTION_PROXY: DWORD = 0x04;
/// No longer used.
pub const INTERNET_CONNECTION_MODEM_BUSY: DWORD = 0x08;
/// Remote access is installed.
pub const INTERNET_RAS_INSTALLED: DWORD = 0x10;
/// The offline mode is on.
pub const INTERNET_CONNECTION_OFFLINE: DWORD = 0x20;
/// There is a connection, which need not be open.
pub const INTERNET_CONNECTION_CONFIGURED: DWORD = 0x40;

// InternetCheckConnection.
/// Connect to the host of the URL.
pub const FLAG_ICC_FORCE_CONNECTION: DWORD = 0x01;

// InternetGoOnline. The names are Microsoft's.
/// Has no effect, as on Windows.
pub const INTERENT_GOONLINE_REFRESH: DWORD = 0x01;
/// Do not ask the user.
pub const INTERENT_GOONLINE_NOPROMPT: DWORD = 0x02;
pub const INTERENT_GOONLINE_MASK: DWORD = 0x03;
