//! URLs: schemes, flags of the URL functions, limits.

use super::handles::INTERNET_SCHEME;
use super::types::DWORD;

// Schemes.
pub const INTERNET_SCHEME_PARTIAL: INTERNET_SCHEME = -2;
pub const INTERNET_SCHEME_UNKNOWN: INTERNET_SCHEME = -1;
pub const INTERNET_SCHEME_DEFAULT: INTERNET_SCHEME = 0;
pub const INTERNET_SCHEME_FTP: INTERNET_SCHEME = 1;
pub const INTERNET_SCHEME_GOPHER: INTERNET_SCHEME = 2;
pub const INTERNET_SCHEME_HTTP: INTERNET_SCHEME = 3;
pub const INTERNET_SCHEME_HTTPS: INTERNET_SCHEME = 4;
pub const INTERNET_SCHEME_FILE: INTERNET_SCHEME = 5;
pub const INTERNET_SCHEME_NEWS: INTERNET_SCHEME = 6;
pub const INTERNET_SCHEME_MAILTO: INTERNET_SCHEME = 7;
pub const INTERNET_SCHEME_SOCKS: INTERNET_SCHEME = 8;
pub const INTERNET_SCHEME_JAVASCRIPT: INTERNET_SCHEME = 9;
pub const INTERNET_SCHEME_VBSCRIPT: INTERNET_SCHEME = 10;
pub const INTERNET_SCHEME_RES: INTERNET_SCHEME = 11;
pub const INTERNET_SCHEME_FIRST: INTERNET_SCHEME = 1;
pub const INTERNET_SCHEME_LAST: INTERNET_SCHEME = 11;

// Flags of InternetCrackUrl, InternetCreateUrl, InternetCanonicalizeUrl and InternetCombineUrl.
/// Encode percent signs too.
pub const ICU_ENCODE_PERCENT: DWORD = 0x0000_1000;
/// Leave what follows "?" or "#" as it is.
pub const ICU_BROWSER_MODE: DWORD = 0x0200_0000;
/// Encode spaces only.
pub const ICU_ENCODE_SPACES_ONLY: DWORD = 0x0400_0000;
/// Keep "." and ".." in the path.
pub const ICU_NO_META: DWORD = 0x0800_0000;
/// Decode %XX sequences.
pub const ICU_DECODE: DWORD = 0x1000_0000;
/// Leave unsafe characters as they are.
pub const ICU_NO_ENCODE: DWORD = 0x2000_0000;
/// Use the default user name when the URL has none.
pub const ICU_USERNAME: DWORD = 0x4000_0000;
/// Decode %XX sequences (InternetCrackUrl), or encode (InternetCreateUrl).
pub const ICU_ESCAPE: DWORD = 0x8000_0000;

// Limits of the parts of a URL, in characters.
pub const INTERNET_MAX_HOST_NAME_LENGTH: DWORD = 256;
pub const INTERNET_MAX_USER_NAME_LENGTH: DWORD = 128;
pub const INTERNET_MAX_PASSWORD_LENGTH: DWORD = 128;
pub const INTERNET_MAX_PORT_NUMBER_LENGTH: DWORD = 5;
pub const INTERNET_MAX_PORT_NUMBER_VALUE: DWORD = 65535;
pub const INTERNET_MAX_PATH_LENGTH: DWORD = 2048;
pub const INTERNET_MAX_SCHEME_LENGTH: DWORD = 32;
/// The longest scheme, "://" with its NUL, and the longest path.
pub const INTERNET_MAX_URL_LENGTH: DWORD = 2084;
